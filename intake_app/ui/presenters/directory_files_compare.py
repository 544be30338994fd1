"""What a line of a file says beside what stands here: for one that changes, and for one that may be several."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from intake_app.core.ids import ServiceId
from intake_app.directory.documents.view import service_of
from intake_app.directory.facts import ENGLISH, laid_over
from intake_app.directory.import_plan import ImportPlan, Outcome, PlanLine
from intake_app.directory.records import RecordKind, unpacked
from intake_app.ui.presenters.service_words import fact_words

if TYPE_CHECKING:
    from intake_app.directory.model import Service
    from intake_app.practice.upkeep import Upkeep
    from intake_app.ui.presenters.directory_files_words import ListWords

LIKENESS = ("organization", "locations", "phones", "url", "email", "kinds", "description")
"""By what a person sees whether two entries are the same."""
TOLD_BY: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "name": frozenset({"name"}),
        "alternate_name": frozenset({"alternate_name"}),
        "organization": frozenset({"organization"}),
        "kinds": frozenset({"kind", "kinds"}),
        "description": frozenset({"description"}),
        "not_for": frozenset({"not_for"}),
        "availability": frozenset({"status", "availability"}),
        "alert": frozenset({"alert"}),
        "phones": frozenset({"phones"}),
        "contact": frozenset({"contacts"}),
        "url": frozenset({"url"}),
        "email": frozenset({"email"}),
        "self_referral": frozenset({"self_referral", "application_process", "referral_by"}),
        "required_documents": frozenset({"required_documents"}),
        "wait_days": frozenset({"wait_days", "wait_on"}),
        "free_places": frozenset({"free_places", "free_places_on"}),
        "opening": frozenset({"schedules", "schedule"}),
        "locations": frozenset({"service_at_locations"}),
        "service_area": frozenset({"service_areas"}),
        "remote": frozenset({"remote"}),
        "age": frozenset({"minimum_age", "maximum_age"}),
        "genders": frozenset({"genders"}),
        "eligibility": frozenset({"eligibility_description", "eligibility"}),
        "languages": frozenset({"languages"}),
        "group_setting": frozenset({"group_setting"}),
        "easy_reading": frozenset({"easy_reading"}),
        "fees": frozenset({"fees_description", "fees", "cost_options", "free"}),
        "assured": frozenset({"assured_date", "assured_by", "assured_how", "status"}),
        "source": frozenset({"source", "source_url"}),
        "never_offer": frozenset({"never_offer"}),
        "example": frozenset({"example"}),
    }
)
"""The facts that one reads side by side, each with the fields that it is made of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A table: its heads, and per fact its name and what each entry says. Without rows there is nothing to compare."""

    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


class Comparer:
    """Lays lines of one plan beside the entries that are here."""

    def __init__(self, words: ListWords, upkeep: Upkeep, plan: ImportPlan) -> None:
        self._words, self._upkeep, self._plan = words, upkeep, plan

    def compared(self, line: PlanLine) -> Comparison:
        """Return what a line says beside the entry that it changes, or beside those that it may be."""
        if line.outcome is Outcome.CHANGED:
            return self._changed(line)
        if line.outcome is Outcome.UNSURE:
            return self._unsure(line)
        return Comparison()

    def _changed(self, line: PlanLine) -> Comparison:
        here, comes = self._here(self._plan.matched.get(line.id, line.id)), self._comes(line)
        if self._plan.incoming.partial:
            comes = laid_over(here, comes, self._plan.incoming.fields)
        fields = {name.removesuffix(ENGLISH) for name in line.fields}
        facts = [fact for fact, told_by in TOLD_BY.items() if told_by & fields]
        heads = ("", self._words.say("compare_here"), self._words.say("compare_file"))
        return Comparison(heads=heads, rows=self._rows(facts, (here, comes), _differ))

    def _unsure(self, line: PlanLine) -> Comparison:
        here = [self._here(id_) for id_ in line.candidates]
        numbered = (self._words.say("compare_one", number=str(at)) for at in range(1, len(here) + 1))
        heads = ("", self._words.say("compare_file"), *numbered)
        return Comparison(heads=heads, rows=self._rows(("name", *LIKENESS), (self._comes(line), *here), any))

    def _here(self, id_: str) -> Service:
        return self._upkeep.service(ServiceId(id_))

    def _comes(self, line: PlanLine) -> Service:
        records = self._plan.incoming.records
        return service_of(unpacked(records[RecordKind.SERVICE, line.id]), records)

    def _rows(
        self, facts: Collection[str], services: Sequence[Service], is_wanted: Callable[[Sequence[str]], bool]
    ) -> tuple[tuple[str, ...], ...]:
        desk = self._words.desk
        made = ((fact, [fact_words(desk, self._upkeep, each, fact) for each in services]) for fact in facts)
        return tuple((desk.text(f"service_field.{fact}"), *values) for fact, values in made if is_wanted(values))


def _differ(values: Sequence[str]) -> bool:
    return len(set(values)) > 1
