from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from intake_app.core.ids import ServiceId
from intake_app.core.problems import ProblemsError
from intake_app.core.text import Text
from intake_app.directory.checks import Check, Verdict
from intake_app.directory.freshness import freshness
from intake_app.directory.import_plan import NEW, Format, Outcome
from intake_app.directory.model import Availability, How, Location, Organization, Phone, Service
from intake_app.directory.query import Filters, Query
from intake_app.practice.upkeep import BatchKind
from tests.bootstrap.team import a_talk, enter, refusal
from tests.shipped import TODAY

TABLES = {Format.TABLE_CSV, Format.TABLE_XLSX}
SHIPPED = ServiceId("nat_geldfit")


def go_on(_done, _total):
    return True


def maatje(name="Maatje De Brug", **changes):
    made = Service(
        id=ServiceId(f"own-{name.casefold()}"),
        organization=Organization(id="", name="Stichting De Brug"),
        name=name,
        kinds=("maatje",),
        description=Text(nl="Een vrijwilliger komt langs.", en="A volunteer visits you."),
        phones=(Phone(number="010 - 123 45 67"),),
        locations=(Location(address="Brugstraat 1", pc4="3011", city="Rotterdam"),),
        service_area=((3000, 3099),),
        wait_days=10,
        wait_on=TODAY,
        free=True,
        self_referral=True,
        assured_date=TODAY,
        status="confirmed",
    )
    return replace(made, **changes)


def upkeep_of(desk):
    return desk.office.directory


def names_for(session):
    return [match.service.name for match in session.picture.advice.proposal("maatje").matches]


def test_what_is_saved_is_searched_matched_and_there_after_the_next_opening(desk):
    upkeep = upkeep_of(desk)
    session = a_talk(desk, pc4="3012")
    assert names_for(session) == []
    line = upkeep.save(maatje())
    assert (line.kind, line.added, line.about, line.who) == (BatchKind.EDIT, 1, "Maatje De Brug", "Anna")
    desk.freshen(session)
    assert names_for(session) == ["Maatje De Brug"]
    assert [hit.service.name for hit in upkeep.search(Query(words="brug")).hits] == ["Maatje De Brug"]
    enter(desk, "Anna")
    assert upkeep.service(maatje().id).organization.name == "Stichting De Brug"
    assert names_for(a_talk(desk, pc4="3012")) == ["Maatje De Brug"]
    assert names_for(a_talk(desk, pc4="9711")) == []


def test_fictional_services_are_not_in_the_sociale_kaart_of_a_practice(desk):
    assert not [each for each in upkeep_of(desk).services() if each.example]
    assert not desk.knowledge.supply.directory.services or not upkeep_of(desk).search(Query(words="waterrijk")).hits


def test_a_changed_national_entry_is_the_practices_own_until_that_is_undone(desk):
    upkeep = upkeep_of(desk)
    before = upkeep.service(SHIPPED)
    line = upkeep.save(replace(before, never_offer="Hier komt niemand terecht."))
    assert upkeep.is_own(SHIPPED)
    assert not upkeep.service(SHIPPED).is_offered
    upkeep.undo(line.id)
    assert (upkeep.is_own(SHIPPED), upkeep.service(SHIPPED)) == (False, before)


def test_what_ships_is_set_aside_and_what_is_own_goes(desk):
    upkeep = upkeep_of(desk)
    upkeep.save(maatje())
    line = upkeep.remove([maatje().id, SHIPPED])
    assert upkeep.service(SHIPPED).never_offer
    assert refusal(upkeep.service, maatje().id) == "service_unknown"
    upkeep.undo(line.id)
    assert upkeep.service(maatje().id).name == "Maatje De Brug"
    assert upkeep.service(SHIPPED).is_offered


def test_what_cannot_be_is_refused_whole_and_saving_the_same_is_no_change(desk):
    upkeep = upkeep_of(desk)
    upkeep.save(maatje())
    assert upkeep.save(upkeep.service(maatje().id)) is None
    wrong = [maatje("Goed"), maatje("Fout", minimum_age=80, maximum_age=20)]
    with pytest.raises(ProblemsError):
        upkeep.save_many(wrong)
    assert refusal(upkeep.service, wrong[0].id) == "service_unknown"


def test_an_undo_is_refused_once_somebody_changed_the_entry_since(desk):
    upkeep = upkeep_of(desk)
    first = upkeep.save(maatje())
    upkeep.save(replace(upkeep.service(maatje().id), wait_days=3))
    assert refusal(upkeep.undo, first.id) == "store_directory_changed_since"


def test_a_check_makes_an_entry_fresh_and_a_call_that_reached_nobody_changes_nothing(desk, clock):
    upkeep = upkeep_of(desk)
    upkeep.save(maatje(assured_date=TODAY - datetime.timedelta(days=400), wait_on=TODAY - datetime.timedelta(days=400)))
    about = {"service": maatje().id, "at": clock.now(), "who": "", "how": How.TELEPHONE}
    assert maatje().id in {each.id for call in upkeep.calls() for each in call.services}
    line = upkeep.checked(Check(**about, verdict=Verdict.NOT_REACHED))
    assert (line.kind, line.about, line.changed) == (BatchKind.CHECK, "Maatje De Brug", 0)
    assert freshness(upkeep.service(maatje().id), TODAY).is_stale
    upkeep.checked(Check(**about, verdict=Verdict.STILL_RIGHT))
    found = upkeep.service(maatje().id)
    assert not freshness(found, TODAY).needs_a_call
    assert (found.assured_by, found.assured_how) == ("Anna", How.TELEPHONE)
    assert [each.verdict for each in upkeep.checks(maatje().id)] == [Verdict.STILL_RIGHT, Verdict.NOT_REACHED]
    upkeep.checked(Check(**about, verdict=Verdict.GONE))
    assert upkeep.service(maatje().id).availability is Availability.DEFUNCT


def test_a_call_that_reached_nobody_can_be_taken_back(desk, clock):
    upkeep = upkeep_of(desk)
    upkeep.save(maatje())
    check = Check(service=maatje().id, at=clock.now(), who="", how=How.TELEPHONE, verdict=Verdict.NOT_REACHED)
    line = upkeep.checked(check)
    upkeep.undo(line.id)
    assert (upkeep.checks(maatje().id), upkeep.service(maatje().id).name) == ((), "Maatje De Brug")


def test_notes_are_about_the_service_and_go_along_when_two_become_one(desk):
    upkeep = upkeep_of(desk)
    upkeep.save_many([maatje(), maatje("De Brug, maatje")])
    two = upkeep.service(maatje("De Brug, maatje").id)
    upkeep.write_note(two.id, "Belt terug binnen twee dagen.")
    assert refusal(upkeep.write_note, two.id, "Mevrouw van 12-03-1961 was blij") == "note_about_person"
    assert refusal(upkeep.write_note, two.id, " ") == "note_empty"
    assert [(each.one.id, each.other.id) for each in upkeep.twins()]
    line = upkeep.merge(upkeep.service(maatje().id), two.id)
    assert [note.text for note in upkeep.notes(maatje().id)] == ["Belt terug binnen twee dagen."]
    assert refusal(upkeep.service, two.id) == "service_unknown"
    upkeep.undo(line.id)
    assert [note.text for note in upkeep.notes(two.id)] == ["Belt terug binnen twee dagen."]


def test_who_may_not_change_it_still_reads_and_searches(team):
    upkeep = upkeep_of(team)
    upkeep.save(maatje())
    enter(team, "Fatma")
    assert not upkeep.may_change
    assert refusal(upkeep.save, maatje("Ander")) == "not_allowed"
    assert upkeep.search(Query(words="brug", filters=Filters(free_only=True))).hits
    enter(team, "Els")
    assert upkeep.may_change


@pytest.mark.parametrize(
    "name, format_",
    [
        ("kaart.json", Format.HSDS_JSON),
        ("kaart.zip", Format.HSDS_CSV),
        ("kaart.csv", Format.TABLE_CSV),
        ("kaart.xlsx", Format.TABLE_XLSX),
    ],
)
def test_what_goes_out_comes_back_as_it_was(desk, tmp_path, name, format_):
    upkeep, file = upkeep_of(desk), tmp_path / name
    upkeep.save(maatje(not_for=Text(nl="Niet voor noodgevallen.", en="")))
    upkeep.write_file(str(file), format_, None, go_on)
    same = upkeep.read_file(str(file), go_on, whole_list=True)
    assert {line.outcome for line in same.lines} == {Outcome.SAME}
    kept = upkeep.service(maatje().id)
    upkeep.remove([maatje().id])
    plan = upkeep.read_file(str(file), go_on)
    assert [line.name for line in plan.lines if line.outcome is Outcome.ADDED] == ["Maatje De Brug"]
    line = upkeep.take_in(plan, {}, go_on)
    back = upkeep.service(maatje().id)
    if format_ in TABLES:  # a table says nothing of who confirmed an entry: what comes new by it is to be confirmed
        back = replace(back, status=kept.status)
    assert (line.added, back) == (1, kept)
    upkeep.undo(line.id)
    assert refusal(upkeep.service, maatje().id) == "service_unknown"


def test_an_import_that_is_stopped_leaves_everything_as_it_was(desk, tmp_path):
    upkeep, file = upkeep_of(desk), tmp_path / "kaart.csv"
    upkeep.save_many([maatje(), maatje("Maatje Twee", phones=(Phone(number="010 - 765 43 21"),))])
    upkeep.write_file(str(file), Format.TABLE_CSV, [maatje().id], go_on)
    upkeep.remove([maatje().id])
    plan = upkeep.read_file(str(file), go_on)
    before, changes = upkeep.services(), upkeep.batches()
    assert refusal(upkeep.take_in, plan, dict.fromkeys([each.id for each in plan.lines], NEW), lambda *_: False) == (
        "exchange_stopped"
    )
    assert (upkeep.services(), upkeep.batches()) == (before, changes)


def test_a_leaflet_and_a_card_are_made_of_what_is_chosen(desk, tmp_path):
    upkeep = upkeep_of(desk)
    upkeep.save(maatje())
    assert upkeep.leaflet([maatje().id]).startswith(b"%PDF")
    upkeep.write_file(str(tmp_path / "kaart.vcf"), Format.VCARD, [maatje().id], go_on)
    assert "Stichting De Brug" in (tmp_path / "kaart.vcf").read_text(encoding="utf-8")
    missing = str(tmp_path / "nergens" / "kaart.vcf")
    assert refusal(upkeep.write_file, missing, Format.VCARD, None, go_on) == "file_not_written"
