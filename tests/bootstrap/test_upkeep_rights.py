"""Every way to change the sociale kaart asks for the right, and for a store that is open to write."""

from __future__ import annotations

from dataclasses import replace

import pytest

from intake_app.core.ids import ServiceId
from intake_app.directory.checks import Check, Verdict
from intake_app.directory.import_plan import Format
from intake_app.directory.model import How
from intake_app.directory.query import Query
from tests.bootstrap.team import FIRST, enter, refusal
from tests.bootstrap.test_upkeep import go_on, maatje, upkeep_of

OWN = maatje().id
OTHER = maatje("Ander").id


def check(clock, verdict):
    return Check(service=OWN, at=clock.now(), who="", how=How.TELEPHONE, verdict=verdict)


def changing(upkeep, clock, made):
    """All that changes the sociale kaart, by name."""
    return {
        "save": lambda: upkeep.save(maatje(wait_days=1)),
        "save_many": lambda: upkeep.save_many([maatje(wait_days=1)]),
        "remove": lambda: upkeep.remove([OWN]),
        "read_file": lambda: upkeep.read_file(made["file"], go_on),
        "take_in": lambda: upkeep.take_in(made["plan"], {}, go_on),
        "undo": lambda: upkeep.undo(made["line"].id),
        "checked": lambda: upkeep.checked(check(clock, Verdict.STILL_RIGHT)),
        "not_reached": lambda: upkeep.checked(check(clock, Verdict.NOT_REACHED)),
        "write_note": lambda: upkeep.write_note(OWN, "Belt terug."),
        "remove_note": lambda: upkeep.remove_note(made["note"].id),
        "merge": lambda: upkeep.merge(maatje(), OTHER),
    }


@pytest.fixture
def made(team, tmp_path):
    """A sociale kaart with two entries, a note, a change, and a list that would change one of them."""
    upkeep, file = upkeep_of(team), str(tmp_path / "kaart.json")
    upkeep.save_many([maatje(), maatje("Ander")])
    upkeep.write_file(file, Format.HSDS_JSON, [OWN], go_on)
    line, note = upkeep.save(maatje(wait_days=3)), upkeep.write_note(OWN, "Belt terug.")
    return {"file": file, "plan": upkeep.read_file(file, go_on), "line": line, "note": note}


WAYS = tuple(changing(None, None, {}))


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_changed_without_the_right(team, clock, made, way):
    upkeep = upkeep_of(team)
    before = upkeep.batches(), upkeep.services(), upkeep.notes(OWN), upkeep.checks(OWN)
    enter(team, "Fatma")
    assert refusal(changing(upkeep, clock, made)[way]) == "not_allowed"
    assert (upkeep.batches(), upkeep.services(), upkeep.notes(OWN), upkeep.checks(OWN)) == before


@pytest.mark.parametrize("way", [way for way in WAYS if way != "read_file"])
def test_nothing_is_changed_in_a_store_that_is_open_to_read(team, clock, made, way):
    upkeep, anna = upkeep_of(team), next(each for each in team.office.people.everyone() if each.name == "Anna")
    team.lock()
    team.unlock_to_read(FIRST, anna.id)
    assert not upkeep.may_change
    assert refusal(changing(upkeep, clock, made)[way]).startswith("store_")
    assert upkeep.search(Query(words="brug")).hits


@pytest.mark.parametrize("id_", ["999", "x", "", "-1", "9" * 30, "²", "٣", "1; drop table"])
@pytest.mark.usefixtures("made")
def test_the_number_of_a_change_that_is_not_there_undoes_nothing(team, id_):
    assert refusal(upkeep_of(team).undo, id_) == "store_unknown_batch"
    assert upkeep_of(team).service(OWN).wait_days == 3


def test_an_entry_that_is_laid_over_itself_stays_and_a_note_has_an_entry(team):
    upkeep = upkeep_of(team)
    upkeep.save(maatje())
    assert upkeep.merge(replace(upkeep.service(OWN), wait_days=2), OWN).changed == 1
    assert upkeep.service(OWN).wait_days == 2
    assert refusal(upkeep.write_note, ServiceId("weg"), "Belt terug.") == "service_unknown"
