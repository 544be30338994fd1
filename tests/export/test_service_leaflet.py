"""The leaflet of the sociale kaart: what one must know to go there, whole on its page, and nothing of the practice."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given, settings

from intake_app.content.locate import resources_dir
from intake_app.core.ids import KindId, ServiceId
from intake_app.core.text import LANGUAGES, Text
from intake_app.directory.model import (
    Availability,
    Contact,
    CostOption,
    How,
    Location,
    OpeningHours,
    Organization,
    Phone,
    Service,
)
from intake_app.export.press import Press
from intake_app.export.service_leaflet import leaflet_markup, service_leaflet_pdf
from intake_app.export.views_opening import opening_words
from tests.directory.any_service import services
from tests.export.talks import content, said

TODAY = datetime.date(2026, 11, 22)
PRESS = Press(wording=content().wording, templates=resources_dir() / "templates", fonts=resources_dir() / "fonts")


def text(dutch, english=""):
    return Text(nl=dutch, en=english)


SERVICE = Service(
    id=ServiceId("budget"),
    organization=Organization(id="welzijn", name="Welzijn Oost", url="https://welzijn.example"),
    name="Budgetmaatje",
    kinds=(KindId("geldfit"),),
    description=text("Iemand kijkt met u naar uw geld.", "Somebody looks at your money with you."),
    phones=(
        Phone(number="0800-8115", description=text("gratis", "free")),
        Phone(number="06-00000001", description=text("alleen appen")),
    ),
    url="https://www.budgetmaatje.example/",
    contact=Contact(
        name="Ilse",
        reachable=text("werkdagen, 9 tot 17 uur"),
        what_happens=text("Zij vraagt wat er is en plant een afspraak."),
    ),
    fees=text("4 euro per keer"),
    wait_days=30,
    wait_on=datetime.date(2026, 11, 2),
    minimum_age=18,
    genders=("woman",),
    eligibility=text("u woont in Oost"),
    required_documents=("uw legitimatie", "de laatste brief"),
    locations=(Location(address="Kade 4", pc4="8951", city="Waterrijk", wheelchair=True),),
    opening=tuple(OpeningHours(day=day, opens="09:00", closes="17:00") for day in range(5)),
    self_referral=True,
    not_for=text("Niet voor een crisis."),
    source="buurtgids",
    assured_date=datetime.date(2026, 10, 3),
    assured_by="Balie Bakker",
    assured_how=How.TELEPHONE,
    status="confirmed",
)
BARE = Service(id=ServiceId("bare"), organization=Organization(id="", name="Inloop"), name="Inloop", kinds=())


def told(service=SERVICE, language="nl", **changes):
    """Return all that stands on the leaflet of one service, as one line."""
    return said(leaflet_markup([replace(service, **changes)], PRESS, language, TODAY))


def pages(found, language="nl"):
    """Return the text of every page of the leaflet."""
    with pypdfium2.PdfDocument(service_leaflet_pdf(found, PRESS, language, TODAY)) as opened:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in opened]


@pytest.mark.parametrize(
    "words",
    [
        "Budgetmaatje",
        "Welzijn Oost",
        "Iemand kijkt met u naar uw geld.",
        "0800-8115",
        "U spreekt: Ilse. Zij vraagt wat er is en plant een afspraak.",
        "Bellen kan: Werkdagen, 9 tot 17 uur. Gratis.",
        "Ook bellen: 06-00000001 (alleen appen)",
        "Open: Maandag tot en met vrijdag: 9.00 tot 17.00 uur.",
        "Waar: Kade 4, Waterrijk. Met rolstoel te bereiken.",
        "Kosten: 4 euro per keer.",
        "Voor wie: Vrouwen, vanaf 18 jaar. U woont in Oost.",
        "Niet voor: Een crisis.",
        "Wachttijd: Ongeveer 4 weken (op 2 november 2026).",
        "Neem mee: Uw legitimatie en de laatste brief.",
        "Website: budgetmaatje.example",
        "Nagekeken op 3 oktober 2026",
    ],
)
def test_the_leaflet_says_what_one_must_know_to_go_there(words):
    assert words in told()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_only_for_the_practice_is_not_on_it(language):
    found = told(language=language, never_offer="Belt nooit terug")
    assert not [word for word in ("Bakker", "buurtgids", "Belt nooit", "geldfit", "budget ", "gebeld") if word in found]


def test_a_text_that_is_only_there_in_dutch_is_shown_in_dutch():
    found = told(language="en")
    assert "Somebody looks at your money with you." in found
    assert "Cost: 4 euro per keer." in found


@pytest.mark.parametrize(
    "changes, code, caption",
    [
        ({}, "tel:08008115", "Scan en bel"),
        ({"phones": ()}, "https://www.budgetmaatje.example/", "Scan voor de website"),
        ({"phones": (), "url": ""}, "https://welzijn.example", "Scan voor de website"),
    ],
)
def test_a_telephone_scans_the_number_else_the_website(changes, code, caption):
    found = leaflet_markup([replace(SERVICE, **changes)], PRESS, "nl", TODAY)
    assert f'<qr data="{code}" caption="{caption}" alt="Code om ' in found


def test_without_number_and_website_there_is_nothing_to_scan():
    assert "<qr" not in leaflet_markup([BARE], PRESS, "nl", TODAY)


def test_the_number_is_in_large_letters():
    assert re.findall(r"<big>(.*?)</big>", leaflet_markup([SERVICE, BARE], PRESS, "nl", TODAY)) == ["0800-8115"]


@pytest.mark.parametrize(
    "changes, warning",
    [
        ({"assured_date": datetime.date(2025, 11, 21)}, "lang niet nagekeken"),
        ({"assured_date": datetime.date.min}, "nog niet nagekeken"),
        ({"availability": Availability.INACTIVE}, "dit is er nu niet"),
        ({"availability": Availability.DEFUNCT}, "dit bestaat niet meer"),
        ({"availability": Availability.TEMPORARILY_CLOSED}, "dit is nu even dicht"),
        ({"alert": text("in mei gesloten")}, "In mei gesloten."),
    ],
)
def test_what_one_must_know_first_is_said(changes, warning):
    assert warning in told(**changes)
    assert warning not in told()


def test_what_was_never_checked_has_no_day():
    assert "Nagekeken op" not in told(assured_date=datetime.date.min)


def test_a_fictional_service_is_marked():
    assert "Budgetmaatje (voorbeeld)" in told(example=True)
    assert "bestaat niet echt" in leaflet_markup([replace(SERVICE, example=True)], PRESS, "nl", TODAY)
    assert "voorbeeld" not in leaflet_markup([SERVICE], PRESS, "nl", TODAY)


@pytest.mark.parametrize(
    "changes, words",
    [
        ({"wait_days": None}, ""),
        ({"wait_days": 0, "wait_on": None}, "Wachttijd: U kunt er meteen terecht."),
        ({"wait_on": datetime.date(2026, 8, 1)}, "Wachttijd: Vraag hoe lang u moet wachten."),
    ],
)
def test_a_waiting_time_of_long_ago_is_to_be_asked(changes, words):
    found = told(**changes)
    assert words in found
    assert "4 weken" not in found


def test_what_it_costs_is_said_as_it_is_today():
    past, later = datetime.date(2026, 1, 1), datetime.date(2027, 1, 1)
    costs = (
        CostOption(option="per keer", amount=2.5),
        CostOption(option="met pas", amount=0),
        CostOption(option="vroeger", amount=9, valid_to=past),
        CostOption(option="straks", amount=3, valid_from=later),
    )
    found = told(fees=text(""), costs=costs)
    assert "Kosten: Per keer € 2,50. Met pas gratis. Straks € 3 vanaf 1 januari 2027." in found
    assert "Kosten: Gratis." in told(fees=text(""), free=True)
    assert "Kosten: Vraag wat het kost." in told(fees=text(""))


def test_who_must_refer_is_said_where_one_cannot_go_by_oneself():
    referral = text("de huisarts")
    assert "Via wie: De huisarts." in told(self_referral=False, referral_by=referral)
    assert "Via wie" not in told(self_referral=True, referral_by=referral)


def test_a_name_stands_once():
    assert "Als u belt: Ilse neemt op." in told(contact=Contact(name="Ilse", what_happens=text("Ilse neemt op.")))


def _week(*hours):
    return tuple(OpeningHours(day=day, opens=opens, closes=closes) for day, opens, closes in hours)


@pytest.mark.parametrize(
    "week, nl, en",
    [
        (_week(*((day, "00:00", "24:00") for day in range(7))), "Elke dag: dag en nacht.", "Every day: day and night."),
        (
            _week((0, "09:00", "12:00"), (0, "13:00", "17:30")),
            "Maandag: 9.00 tot 12.00 uur en 13.00 tot 17.30 uur.",
            "Monday: 9:00 to 12:00 and 13:00 to 17:30.",
        ),
        (
            _week((1, "19:00", "21:00"), (2, "19:00", "21:00"), (5, "19:00", "21:00")),
            "Dinsdag, woensdag en zaterdag: 19.00 tot 21.00 uur.",
            "Tuesday, Wednesday and Saturday: 19:00 to 21:00.",
        ),
        (_week((3, "soms", "")), "", ""),
    ],
)
def test_a_week_is_told_as_one_says_it(week, nl, en):
    assert " ".join(opening_words(week, PRESS.speech("nl"))) == nl
    assert " ".join(opening_words(week, PRESS.speech("en"))) == en


def _many(model, count):
    return [replace(model, name=f"Hulp-{at}-", url=f"https://slot{at}.example") for at in range(count)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [1, 3, 10])
def test_no_service_stands_on_two_pages(count, language):
    found = pages([*_many(SERVICE, count), *_many(BARE, count)], language)
    for at in range(count):
        assert [f"Hulp-{at}-" in page for page in found] == [f"slot{at}.example" in page for page in found]


def test_plain_services_share_a_page():
    plain = replace(SERVICE, phones=SERVICE.phones[:1], eligibility=text(""), required_documents=())
    assert len(pages(_many(plain, 10))) == 5


@pytest.mark.parametrize("at", [0, 1])
def test_a_service_longer_than_a_page_begins_one_and_goes_on_on_the_next(at):
    long = replace(
        SERVICE, name="Lang", description=text("Een lange zin over alles. " * 70), url="https://slot.example"
    )
    found = pages([*[SERVICE] * at, long, replace(SERVICE, name="Hierna")])
    assert "Lang" in found[at]
    assert "slot.example" in found[at + 1]
    assert "Hierna" in found[at + 2]


@settings(max_examples=40, deadline=None)
@given(services)
def test_a_leaflet_can_be_made_of_any_service(service):
    for language in LANGUAGES:
        assert service_leaflet_pdf([service, BARE], PRESS, language, TODAY).startswith(b"%PDF")
