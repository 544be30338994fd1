"""An import does what its plan says, counts what it did, and is undone to the last byte."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest

from intake_app.core.ids import ServiceId
from intake_app.core.problems import ProblemsError
from intake_app.core.text import Text
from intake_app.directory.documents.document import records_of
from intake_app.directory.import_plan import NEW, SKIP, Format, Outcome
from intake_app.directory.model import Location, Organization
from intake_app.exchange.hsds_json_out import write_hsds_json
from tests.bootstrap.test_upkeep import go_on, maatje, upkeep_of

if TYPE_CHECKING:
    from pathlib import Path

    from intake_app.directory.import_plan import ImportPlan
    from intake_app.directory.model import Service


def entry(at, chance):
    """Return one of several with names, organizations and postcodes that meet each other."""
    place = Location(address=f"Straat {at}", pc4=str(3000 + at % 4), city="Stad", id=f"l{at}")
    return maatje(
        f"Dienst {at % 7}",
        id=ServiceId(f"s{at}"),
        organization=Organization(id=f"o{at % 3}", name=f"Organisatie {at % 3}"),
        locations=(place,) if chance.random() < 0.8 else (),
    )


def elsewhere(one, chance):
    """Return what another list makes of an entry; None where it leaves it out."""
    changed = (
        one,
        replace(one, description=Text(nl="Anders", en="")),
        replace(one, id=ServiceId(f"x{one.id}")),
        replace(one, organization=replace(one.organization, name=f"{one.organization.name} B")),
        replace(one, locations=tuple(replace(each, city="Elders") for each in one.locations)),
        None,
    )
    return chance.choice(changed)


def answered(plan, chance):
    answers = {}
    for line in plan.lines:
        if line.outcome is Outcome.UNSURE:
            answers[line.id] = chance.choice((NEW, SKIP, *line.candidates))
        elif line.outcome is Outcome.GONE:
            answers[line.id] = chance.choice((SKIP, line.id))
    return answers


def said(plan, answers):
    """Return the ids of what comes, changes and goes by a plan with these answers."""
    found = {Outcome.ADDED: set(), Outcome.CHANGED: set(), Outcome.GONE: set(), Outcome.SAME: set()}
    for line in plan.lines:
        answer = answers.get(line.id)
        if line.outcome is Outcome.UNSURE and answer != SKIP:
            found[Outcome.CHANGED if answer else Outcome.ADDED].add(answer or line.id)
        elif line.outcome is Outcome.GONE and answer == line.id:
            found[Outcome.GONE].add(line.id)
        elif line.outcome in {Outcome.ADDED, Outcome.CHANGED}:
            found[line.outcome].add(plan.matched.get(line.id, line.id))
    return found


@dataclass(kw_only=True)
class Case:
    """A sociale kaart, the list of somebody else with their own changes, and what was answered to its plan."""

    upkeep: Any
    folder: Path
    plan: ImportPlan
    answers: dict[str, str]
    before: dict[str, Service]
    kept: bytes

    def all_kept(self) -> bytes:
        """Return every record there is, as a file."""
        self.upkeep.write_file(str(self.folder / "alles.json"), Format.HSDS_JSON, None, go_on)
        return (self.folder / "alles.json").read_bytes()

    def services(self):
        return {each.id: each for each in self.upkeep.services()}

    def take_in(self):
        return self.upkeep.take_in(self.plan, self.answers, go_on)


@pytest.fixture(params=range(8))
def case(desk, tmp_path, request):
    upkeep, chance, file = upkeep_of(desk), random.Random(request.param), tmp_path / "lijst.json"
    upkeep.save_many([entry(at, chance) for at in range(chance.randrange(4, 10))])
    made = Case(upkeep=upkeep, folder=tmp_path, plan=None, answers={}, before={}, kept=b"")
    made.before, made.kept = made.services(), made.all_kept()
    theirs = [elsewhere(each, chance) for each in made.before.values() if upkeep.is_own(each.id)]
    theirs = [*filter(None, theirs), *(entry(at, chance) for at in range(20, 22))]
    write_hsds_json(file, {key: data for each in theirs for key, data in records_of(each).items()}, go_on)
    made.plan = upkeep.read_file(str(file), go_on, whole_list=chance.random() < 0.5)
    made.answers = answered(made.plan, chance)
    return made


def test_a_plan_writes_nothing_and_two_lines_for_one_entry_are_refused_whole(case):
    assert case.all_kept() == case.kept
    twin = next((line for line in case.plan.lines if line.outcome is Outcome.UNSURE), None)
    same = next((line for line in case.plan.lines if line.outcome is Outcome.CHANGED), None)
    if twin and same:
        with pytest.raises(ProblemsError, match="import_same_twice"):
            case.upkeep.take_in(case.plan, {twin.id: case.plan.matched[same.id]}, go_on)
        assert case.all_kept() == case.kept


def test_what_is_counted_and_what_differs_afterwards_is_what_was_said(case):
    line, told, after = case.take_in(), said(case.plan, case.answers), case.services()
    counted = {Outcome.ADDED: line.added, Outcome.CHANGED: line.changed, Outcome.GONE: line.gone, Outcome.SAME: 0}
    assert counted == {outcome: len(ids) for outcome, ids in told.items()}
    assert after.keys() - case.before.keys() == told[Outcome.ADDED]
    assert case.before.keys() - after.keys() == told[Outcome.GONE]
    shared = {after[id_].organization.id for id_ in told[Outcome.ADDED] | told[Outcome.CHANGED]}
    for id_ in (after.keys() & case.before.keys()) - told[Outcome.CHANGED]:  # a name of an organization is of them all
        assert after[id_] == case.before[id_] or after[id_].organization.id in shared


def test_an_undo_is_exact(case):
    line = case.take_in()
    assert case.all_kept() != case.kept
    case.upkeep.undo(line.id)
    assert (case.services(), case.all_kept()) == (case.before, case.kept)
