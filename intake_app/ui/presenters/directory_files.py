"""Looking through what a list would do, deciding what is unsure, and taking it in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING

from intake_app.core.problems import Problem
from intake_app.directory.import_plan import NEW, SKIP, ImportPlan, Outcome, PlanLine
from intake_app.ui.presenters.directory_files_words import ListWords, Row
from intake_app.ui.theme.roles import Role

if TYPE_CHECKING:
    from intake_app.practice.upkeep import BatchLine, Progress, Upkeep
    from intake_app.ui.presenters.work import Work


class Shown(StrEnum):
    """What of a plan is looked at: all lines, those of one outcome, or what was wrong with the file."""

    UNSURE = "unsure"
    ALL = "all"
    ADDED = "added"
    CHANGED = "changed"
    GONE = "gone"
    SAME = "same"
    TOLD = "told"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A file that was chosen, and what was decided about its lines so far."""

    path: str
    whole_list: bool = False
    answers: Mapping[str, str] | None = None

    @property
    def name(self) -> str:
        """The name of the file, without its folder."""
        return PurePath(self.path).name


_LOOKS = {
    Outcome.ADDED: ("plus", Role.TEXT_SOFT),
    Outcome.CHANGED: ("note", Role.TEXT_SOFT),
    Outcome.SAME: ("check", Role.TEXT_SOFT),
    Outcome.GONE: ("cross", Role.TEXT_SOFT),
    Outcome.UNSURE: ("help", Role.WEIGHS),
}


class Review:
    """A plan that is looked through. `answers` is what `Upkeep.take_in` asks for."""

    def __init__(self, words: ListWords, upkeep: Upkeep, plan: ImportPlan, answers: Mapping[str, str] | None) -> None:
        """Begin with what was decided before about lines that are still there and still ask for it."""
        self._words, self._upkeep, self.plan = words, upkeep, plan
        self._lines = {line.id: line for line in plan.lines if line.outcome in {Outcome.UNSURE, Outcome.GONE}}
        self._counts = Counter(line.outcome for line in plan.lines)
        self.answers: dict[str, str] = {}
        for id_, answer in (answers or {}).items():
            if id_ in self._lines and answer in self._possible(self._lines[id_]):
                self.answers[id_] = answer

    def _possible(self, line: PlanLine) -> tuple[str, ...]:
        return (line.id,) if line.outcome is Outcome.GONE else (*line.candidates, NEW, SKIP)

    # What there is
    def filters(self) -> dict[str, str]:
        """Return what can be looked at, each with how much it is; what is not there is left out."""
        counts = {
            Shown.ALL: len(self.plan.lines),
            Shown.TOLD: len(self.plan.incoming.problems),
            **{Shown(outcome.value): count for outcome, count in self._counts.items()},
        }
        return {
            shown.value: self._words.say(
                "filter",
                what=self._words.say(f"outcome_{shown.value}"),
                count=self._words.number(counts[shown]),
            )
            for shown in Shown
            if counts.get(shown)
        }

    def lines(self, shown: Shown) -> tuple[PlanLine, ...]:
        """Return the lines to look at."""
        if shown is Shown.ALL:
            return self.plan.lines
        return tuple(line for line in self.plan.lines if line.outcome.value == shown)

    def title(self) -> str:
        """Return which file it is, and that nothing was done yet."""
        is_empty = not self.plan.lines and not self.plan.besides
        return self._words.say("nothing_in_it" if is_empty else "read", file=self.plan.incoming.source)

    def fields_words(self) -> str:
        """Return the fields that nobody knows, those that are kept and those that cannot be."""
        found = (("fields_kept", self.plan.incoming.kept), ("fields_dropped", self.plan.incoming.dropped))
        return "\n".join(self._words.say(key, fields=self._words.times(fields)) for key, fields in found if fields)

    # Lines in words
    def row(self, line: PlanLine) -> Row:
        """Return a line in words."""
        icon, role = _LOOKS[line.outcome]
        if line.outcome is Outcome.UNSURE and line.id in self.answers:
            icon, role = "check", Role.ACCENT
        elif line.id in self.answers:
            role = Role.WEIGHS
        state = self.state(line)
        cells = (line.name, line.organization, state)
        return Row(cells=cells, icon=icon, role=role, spoken=", ".join(filter(None, (line.name, state))))

    def state(self, line: PlanLine) -> str:
        """Return what happens to a line."""
        if line.outcome is Outcome.UNSURE:
            return self._unsure_state(self.answers.get(line.id))
        if line.outcome is Outcome.GONE:
            return self._words.say("line_goes" if line.id in self.answers else "line_stays")
        return self._words.say(f"line_{line.outcome.value}", fields=self._words.fields(line.fields))

    def _unsure_state(self, answer: str | None) -> str:
        known = {None: "line_unsure", NEW: "line_new", SKIP: "line_skipped"}
        if answer in known:
            return self._words.say(known[answer])
        names = {str(service.id): service.name for service in map(self._upkeep.service, self._ids(answer))}
        return self._words.say("line_is", name=names[str(answer)])

    def _ids(self, answer: str | None) -> list[ServiceId]:
        return [ServiceId(str(answer))]
