"""What is said about the services of the sociale kaart, and what is looked for."""

from __future__ import annotations

import datetime
from dataclasses import asdict, replace

import pytest

from intake_app.core.text import Text
from intake_app.directory.checks import Verdict
from intake_app.directory.model import Availability, CostOption, How, Location
from intake_app.directory.query import Found, Hit, Sort
from intake_app.ui.presenters.directory_deeds import HOWS, Deeds
from intake_app.ui.presenters.directory_entry import EntryWords
from intake_app.ui.presenters.directory_rows import count_words, empty_words, note_words, read_as_words, row_of
from intake_app.ui.presenters.directory_search import NOW, Chosen, SearchWords, Toggle
from intake_app.ui.presenters.directory_words import LANGUAGES, FactWords, refusal_words
from tests.shipped import NOON, TODAY, content
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_upkeep import FakeUpkeep, a_check, a_dozen
from tests.ui.practice_desk import practice_desk

DOZEN = {service.id: service for service in a_dozen()}
DEBTS = DOZEN["wr_schuldhulp"]
KINDS = content().options


def words_on(today=TODAY, language="nl"):
    return FactWords(FakeDesk(language=language), KINDS, today)


def a_search():
    desk = FakeDesk()
    search = SearchWords(desk, KINDS, FactWords(desk, KINDS, TODAY))
    search.look_at(a_dozen())
    return search


def entry_of(service, checks=(), notes=(), km=None, today=TODAY):
    desk = FakeDesk()
    hit = Hit(service=service, distance_km=km)
    return EntryWords(desk, FactWords(desk, KINDS, today)).view(hit, checks, notes)


def facts_of(entry):
    return {row.name: row.text for section in (entry.speak, *entry.sections) for row in section.rows}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("service", a_dozen(), ids=lambda service: service.id)
def test_every_word_about_a_service_stands_in_the_wording(service, language):
    desk = FakeDesk(language=language)
    facts = FactWords(desk, KINDS, TODAY)
    check = a_check(service.id, verdict=Verdict.NOT_REACHED, how=How.VISIT)
    view = EntryWords(desk, facts).view(Hit(service=service), [check], ())
    said = f"{row_of(facts, Hit(service=service))} {asdict(view)}"
    assert "directory" not in said
    assert "table_language" not in said


def test_every_language_that_is_known_has_a_name():
    texts = content().wording.texts
    assert [code for code in LANGUAGES if f"table_language.{code}" not in texts] == []


def test_a_language_without_a_name_is_said_by_its_code():
    assert words_on().language("xx") == "xx"


def test_a_line_holds_the_facts_that_decide():
    row = row_of(words_on(), Hit(service=DEBTS, distance_km=0.0))
    assert row.speaks == "000 - 000 00 29, Patrick"
    assert row.facts == "wacht ongeveer 11 dagen (9-11-2026) · gratis · in de buurt · zelf aanmelden"
    assert row.mark.words == "nagekeken 9-11-2026"
    assert all(part in row.spoken for part in (row.name, row.speaks, row.mark.words, "gratis"))


@pytest.mark.parametrize(
    "days,words,icon",
    [(0, "nagekeken 9-11-2026", "check"), (200, "weer nakijken", "later"), (400, "verouderd", "mark")],
)
def test_a_mark_ages_and_has_words_and_an_icon_beside_its_colour(days, words, icon):
    mark = words_on(DEBTS.assured_date + datetime.timedelta(days=days)).mark(DEBTS)
    assert mark.words.startswith(words)
    assert mark.icon == icon


def test_what_was_never_checked_or_confirmed_says_so():
    never = replace(DEBTS, assured_date=datetime.date.min)
    assert words_on().mark(never).words == "nooit nagekeken"
    assert words_on().mark(DOZEN["wr_oefenen_op_scherm"]).words == "Nog niet bevestigd"
    assert facts_of(entry_of(never))["Nagekeken"] == "Nog niemand heeft dit nagekeken."


@pytest.mark.parametrize(
    "change,words",
    [
        ({"never_offer": "neemt niet op"}, "Niet aanbieden"),
        ({"availability": Availability.TEMPORARILY_CLOSED}, "Tijdelijk dicht"),
        ({"availability": Availability.DEFUNCT}, "Bestaat niet meer"),
        ({"alert": Text(nl="Verhuist in mei", en="Moves in May")}, "Verhuist in mei"),
        ({}, ""),
    ],
)
def test_what_hinders_is_said_in_a_few_words(change, words):
    assert words_on().hindrance(replace(DEBTS, **change)) == words


@pytest.mark.parametrize(
    "cost,words",
    [
        (CostOption(option="per keer", amount=2.5), "per keer € 2,50"),
        (CostOption(amount=12.0, description="per maand"), "€ 12 per maand"),
        (CostOption(option="met stadspas", amount=0.0), "met stadspas gratis"),
        (CostOption(amount=3.0, valid_from=datetime.date(2027, 1, 1)), "€ 3 vanaf 1-1-2027"),
        (CostOption(amount=3.0, valid_to=datetime.date(2026, 1, 1)), "kosten onbekend"),
        (CostOption(amount=3.0, currency="CHF"), "CHF 3"),
    ],
)
def test_an_amount_is_said_with_whom_and_when_it_is_for(cost, words):
    service = replace(DEBTS, fees=Text(nl="", en=""), free=False, costs=(cost,))
    assert words_on().cost(service) == words


def test_an_entry_tells_everything_under_its_name():
    facts = facts_of(entry_of(DEBTS, km=2.2))
    assert facts["Niet voor"] == "ondernemers met een lopend bedrijf"
    assert facts["Meenemen"] == "Identiteitsbewijs\nOverzicht van schulden"
    assert "dinsdag 09:00 tot 12:30, 13:30 tot 17:00" in facts["Open"].splitlines()
    assert facts["Werkt in"] == "postcode 8951 tot en met 8956"
    assert (facts["Voor"], facts["Afstand"]) == ("vanaf 18 jaar", "ongeveer 2 km")


def test_an_entry_warns_before_anything_else():
    entry = entry_of(DOZEN["wr_nuchter"])
    assert entry.warnings[0] == "Wij bieden dit niet aan: Twee keer gebeld, niemand neemt op."
    assert "Bel eerst" in entry.warnings[1]
    assert entry.is_never_offered


def test_the_history_tells_who_checked_when_and_how():
    check = a_check(DEBTS.id, verdict=Verdict.NOT_REACHED, text="Bandje")
    assert entry_of(DEBTS, [check]).checks == ("15-11-2026, Annet de Vries, gebeld, niemand bereikt, Bandje",)


@pytest.mark.parametrize(
    "typed,pc4",
    [("2512", "2512"), (" 2512 ab", "2512"), ("2512AB", "2512"), ("251", ""), ("Waterrijk", ""), ("25123", "")],
)
def test_a_postcode_is_known_by_its_four_digits(typed, pc4):
    assert Chosen(place=typed).pc4 == pc4


@pytest.mark.parametrize(
    "typed,city", [("wat", "waterrijk"), ("Waterrijk", "waterrijk"), ("Elders", "elders"), ("25", ""), ("", "")]
)
def test_the_beginning_of_a_place_is_enough(typed, city):
    assert a_search().query(Chosen(place=typed), NOON).filters.city == city


def test_a_query_holds_what_was_chosen():
    chosen = Chosen(words="geld", language="ar", when="2", age=40, toggles=frozenset({Toggle.FREE}), sort=Sort.WAIT)
    query = a_search().query(chosen, NOON)
    assert (query.words, query.sort, query.filters.languages) == ("geld", Sort.WAIT, frozenset({"ar"}))
    assert (query.filters.day, query.filters.age, query.filters.free_only) == (2, 40, True)
    assert query.filters.open_at is None
    assert not query.filters.hidden_too


def test_open_now_asks_for_this_moment():
    filters = a_search().query(Chosen(when=NOW), NOON).filters
    assert (filters.open_at, filters.day) == (NOON, None)


def test_a_group_asks_for_all_its_kinds_and_a_kind_for_itself():
    search = a_search()
    group = search.query(Chosen(group="exercise"), NOON).filters.kinds
    assert group == {kind.id for kind in KINDS if kind.group == "exercise"}
    assert search.query(Chosen(group="exercise", kind="gli"), NOON).filters.kinds == {"gli"}


EVERYTHING = Chosen(
    words="geld",
    group="social",
    kind="schuldhulp",
    place="8952",
    language="ar",
    when=NOW,
    age=40,
    toggles=frozenset(Toggle),
)


def test_every_filter_that_is_on_is_named_and_can_be_taken_away():
    search, chosen = a_search(), EVERYTHING
    active = search.active(chosen)
    assert ("place", "Voor postcode 8952") in active
    assert len(active) == 6 + len(Toggle)
    for part, _ in active:
        chosen = chosen.without(part)
    assert chosen == EVERYTHING.cleared() == Chosen(words="geld")
    assert search.active(chosen) == ()


def test_what_there_is_to_choose_begins_with_no_choice():
    search = a_search()
    for choices in (search.groups(), search.kinds("care"), search.languages(), search.days()):
        assert choices[0][0] == ""
        assert "directory" not in str(choices)
    assert dict(search.languages())["uk"] == "Oekraïens"
    assert len(search.kinds("care")) < len(search.kinds(""))


def test_how_words_were_read_and_how_much_was_found_is_said():
    found = Found(hits=(Hit(service=DEBTS),), read_as=(("schlud", "schuld"), ("schudl", "schuld")))
    assert count_words(words_on(), found) == "1 gevonden"
    assert read_as_words(words_on(), found) == "Gelezen als: schuld"
    assert read_as_words(words_on(), Found()) == ""


def test_a_postcode_without_distances_is_said_and_not_guessed():
    placed = replace(DEBTS, locations=(Location(pc4="8951"),))
    unknown, known = Found(hits=(Hit(service=placed),)), Found(hits=(Hit(service=placed, distance_km=1.0),))
    assert "9999" in note_words(words_on(), Chosen(place="9999"), unknown)
    assert note_words(words_on(), Chosen(place="8951"), known) == ""
    assert "postcode" in note_words(words_on(), Chosen(sort=Sort.NEAR), known)


def test_an_empty_screen_says_what_to_do():
    words = words_on()
    said = {
        empty_words(words, Chosen(), has_entries=False, may_change=True),
        empty_words(words, Chosen(), has_entries=False, may_change=False),
        empty_words(words, Chosen(words="x"), has_entries=True, may_change=True),
        empty_words(words, Chosen(age=3), has_entries=True, may_change=True),
    }
    assert len(said) == 4
    assert not any("directory." in words for words in said)


def test_why_nothing_can_be_changed_is_the_store_or_the_right():
    desk = FakeDesk()
    assert refusal_words(desk, FakeUpkeep()) == ""
    assert "Wijzigen mag" in refusal_words(desk, FakeUpkeep(may_change=False))
    desk.read_only_words = "U kijkt alleen."
    assert refusal_words(desk, FakeUpkeep(may_change=False)) == "U kijkt alleen."


def test_still_right_is_noted_with_who_and_how():
    desk = practice_desk()
    Deeds(desk.office).still_right(DEBTS.id, How.VISIT, NOON.replace(tzinfo=None))
    check = desk.office.directory.kept_checks[0]
    assert (check.who, check.how, check.verdict) == ("Annet de Vries", How.VISIT, Verdict.STILL_RIGHT)
    assert check.at.tzinfo is not None


def test_there_is_an_icon_for_every_way_of_checking():
    assert set(HOWS) == set(How) - {How.UNKNOWN}


@pytest.mark.parametrize(
    "who, said",
    [("De huisarts belt.", "De huisarts belt"), ("de huisarts", "via de huisarts"), ("", "via een verwijzer")],
)
def test_who_refers_is_said_as_it_was_written(who, said):
    entry = replace(a_dozen()[0], self_referral=False, referral_by=Text(nl=who, en=""))
    assert words_on().referral(entry) == said
