"""What a card says of the service in view: its place in one sentence, its facts, and that there is none."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from intake_app.core.ids import ServiceId
from intake_app.directory.model import Availability, Directory, Location
from intake_app.questionnaire.situation import Participant, Person
from intake_app.ui.presenters.choose import Choosing
from intake_app.ui.presenters.choose_cards import MOST_SERVICES
from intake_app.ui.presenters.choose_earlier import earlier_of
from tests.ui.choosing_talk import a_full_talk
from tests.ui.fake_desk import NOW, FakeDesk, real_content
from tests.ui.fake_upkeep import WHO, FakeUpkeep

TODAY = NOW.date()
LONG_AGO = TODAY - datetime.timedelta(days=200)
MODEL = replace(
    next(each for each in real_content()[0].supply.directory.services if "maatje" in each.kinds),
    wait_days=5,
    wait_on=TODAY,
    assured_date=TODAY,
    free=True,
    locations=(Location(pc4="2512", city="Den Haag"),),
    service_area=((2500, 2599),),
)


def buddy(id_, **changes):
    return replace(MODEL, id=ServiceId(id_), **{"name": f"Maatje {id_}", **changes})


def a_choice(*services, language="nl", **situation):
    """Return the screen's state of a talk with these services only."""
    desk = FakeDesk(language=language)
    desk.knowledge = desk.knowledge.restocked(Directory(services=services))
    person = situation.pop("person", Person(age=35, gender="woman", pc4="2512"))
    _, session = a_full_talk(desk, person=person, **situation)
    return Choosing(desk, session)


def later(choosing, *services):
    """Have the sociale kaart change while the talk goes on."""
    choosing._session.restock(Directory(services=services))


def card(choosing, kind="maatje"):
    shown = (each for column in choosing.state().columns for each in (*column.cards, *column.more))
    return next(each for each in shown if each.kind == kind)


def facts(choosing):
    return [fact.text for fact in card(choosing).facts]


def test_the_first_says_why_it_is_first_and_another_what_weighs_against_it():
    choosing = a_choice(buddy("a"), buddy("b", wait_days=40, locations=(Location(pc4="2591"),)))
    assert card(choosing).place == "Staat bovenaan: in uw buurt, plek binnen een week, gratis."
    choosing.pick("maatje", "b")
    assert card(choosing).place == "Staat lager: langer wachten, verder weg."


@pytest.mark.parametrize(
    "language, told",
    [
        ("nl", "Staat lager: langer wachten, maar gratis."),
        ("en", "Lower down: a longer wait, but free."),
    ],
)
def test_what_is_better_than_with_the_first_is_told_too(language, told):
    choosing = a_choice(buddy("a", free=False), buddy("b", wait_days=40), language=language)
    choosing.pick("maatje", "b")
    assert card(choosing).place == told


def test_where_there_is_no_choice_nothing_is_compared():
    assert card(a_choice(buddy("a"))).place == ""


def test_another_wish_is_no_reason_that_somebody_else_may_hear():
    two = (buddy("a", kinds=("maatje", "geldfit")), buddy("b", name="Aa", wait_days=6))
    alone = a_choice(*two)
    overheard = a_choice(*two, participants=(Participant.PERSON, Participant.RELATIVE))
    for choosing in (alone, overheard):
        choosing.pick("maatje", "b")
    assert "wensen" in card(alone).place
    assert "wens" not in card(overheard).place


def test_a_waiting_time_has_its_day_and_a_mark_when_nobody_asked_for_long():
    fresh, old = a_choice(buddy("a")), a_choice(buddy("a", wait_on=LONG_AGO))
    assert "wacht ongeveer 5 dagen (22-11-2026)" in facts(fresh)
    assert "wacht ongeveer 5 dagen (6-5-2026), lang niet nagevraagd" in facts(old)
    assert [fact.is_old for fact in card(old).facts].count(True) == 1


@pytest.mark.parametrize("count, told", [(0, "nu geen plek vrij"), (1, "1 plek vrij"), (4, "4 plekken vrij")])
def test_free_places_are_told_with_their_day(count, told):
    assert f"{told} (22-11-2026)" in facts(a_choice(buddy("a", free_places=count, free_places_on=TODAY)))


def test_a_distance_that_is_not_known_is_said_and_not_guessed():
    person = Person(age=35, gender="woman", pc4="5028")
    choosing = a_choice(buddy("a", nationwide=True, remote=False), person=person)
    assert "Den Haag, afstand onbekend" in facts(choosing)


def test_an_entry_nobody_looked_at_for_a_year_comes_with_a_warning():
    choosing = a_choice(buddy("a", assured_date=TODAY - datetime.timedelta(days=400)))
    assert card(choosing).warning.startswith("Lang niet nagekeken")


def test_no_service_is_an_outcome_with_the_way_that_is_always_there():
    choosing = a_choice()
    assert facts(choosing)[0] == "geen aanbod gevonden in uw sociale kaart"
    assert [fact.icon for fact in card(choosing).facts][1] == "route"
    assert all("geen aanbod" not in fact.text for fact in card(choosing, "huisarts").facts)


def test_of_many_services_the_best_are_shown_and_the_one_in_view_always():
    choosing = a_choice(*(buddy(f"{at:02}", wait_days=at) for at in range(30)))
    assert len(choosing.services("maatje").offers) == MOST_SERVICES
    assert choosing.services("maatje").more == "De eerste 9 van 30."
    choosing.pick("maatje", "29")
    last = choosing.services("maatje").offers[-1]
    assert last.is_shown
    assert last.id == card(choosing).service == "29"


def test_what_was_chosen_is_still_shown_as_it_was_when_it_is_gone_from_the_sociale_kaart():
    choosing = a_choice(buddy("a"), buddy("b", wait_days=40))
    choosing.take("maatje")
    later(choosing, buddy("b", wait_days=40))
    found = card(choosing)
    assert (found.service, found.decision) == ("a", "taken")
    assert found.warning == "Dit staat niet meer in uw sociale kaart. Bel eerst of het nog klopt."
    choosing.later("maatje")
    assert choosing._session.conversation.choice("maatje").shown.name == "Maatje a"


@pytest.mark.parametrize(
    "why",
    [{"never_offer": "neemt niet op"}, {"availability": Availability.TEMPORARILY_CLOSED}],
    ids=["never", "closed"],
)
def test_what_was_set_aside_after_it_was_chosen_is_nowhere_in_the_talk_and_asks_to_choose_again(why):
    choosing = a_choice(buddy("a"), buddy("b", wait_days=40))
    choosing.take("maatje")
    later(choosing, buddy("a", **why), buddy("b", wait_days=40))
    found = card(choosing)
    assert (found.service, found.decision) == ("b", "open")
    assert found.warning == "Wat eerder gekozen was, kan nu niet. Kies samen opnieuw."
    assert "Maatje a" not in repr(choosing.state())
    choosing.take_digit(found.digit)
    assert (card(choosing).decision, card(choosing).warning) == ("taken", "")
    assert choosing._session.conversation.choice("maatje").service == "b"


def test_what_was_chosen_stays_in_view_when_it_no_longer_fits():
    choosing = a_choice(buddy("a"), buddy("b", wait_days=40))
    choosing.take("maatje")
    later(choosing, buddy("a", minimum_age=70), buddy("b", wait_days=40))
    assert card(choosing).service == "a"


def test_the_comparison_warns_of_what_nobody_looked_at_for_a_year():
    choosing = a_choice(buddy("a", assured_date=TODAY - datetime.timedelta(days=400)))
    choosing.toggle_compared("maatje")
    choosing.compare()
    compared = next(each for each in choosing.state().compared if each.kind == "maatje")
    assert compared.hard[0].startswith("Lang niet nagekeken")


def test_an_entry_that_nobody_ever_checked_has_no_day_and_a_warning():
    choosing = a_choice(buddy("a", assured_date=datetime.date.min))
    assert card(choosing).warning
    assert not [fact for fact in facts(choosing) if fact.startswith("nagekeken")]


def test_how_it_went_before_is_told_newest_first_with_its_day_and_without_who_wrote_it():
    upkeep = FakeUpkeep(services_=(MODEL,))
    for text in ("een", "twee", "drie", "belt terug\nbinnen twee dagen"):
        upkeep.write_note(MODEL.id, text)
    earlier = earlier_of(upkeep, MODEL)
    assert earlier.notes[0] == "belt terug binnen twee dagen (22-11-2026)"
    assert (len(earlier.notes), earlier.more) == (3, 1)
    assert WHO not in repr(earlier)
    assert earlier_of(upkeep, None) is None
