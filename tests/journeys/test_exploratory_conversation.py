"""A whole exploratory conversation in a real window with a relative in the room: by keyboard alone, and by mouse."""

from __future__ import annotations

import re
import sys

import pypdf
import pytest

from tests.journeys.hands import SKIP, Keyboard
from tests.journeys.real_window import a_window
from tests.journeys.test_quick_conversation import NAME, PASSPHRASE, SECRET, desk_of, nothing_told

pytestmark = [pytest.mark.journey, pytest.mark.required, pytest.mark.timeout(300)]
PHQ_9, CLOSING = "Welk cijfer gaf u op de PHQ-9", "Hoe zeker bent u"
ANSWERS = {
    "Waar moet het voor u over gaan?": f"Weer slapen, en {SECRET}",
    "Waar wilt u het eerst over praten?": 1,
    "Wat hielp u eerder": "muziek maken",
    "Hoe gaat het met uw lijf?": 3,
    "Waar gaat het dan vooral om?": 4,
    "Hoe slaapt u de laatste tijd?": 3,
    "Hoe gaat het met geld": 3,
    "Wat speelt er nu voor u?": 2,
    "Komt u deze maand rond": 3,
    "Hebt u rekeningen": 2,
    PHQ_9: SKIP,
    CLOSING: 8,
}
SLEEP, MONEY = "Hoe slaapt u", "Komt u deze maand rond"
TITLE = "Verkennend gesprek"


def unlock_new(window):
    window.type(NAME)
    for _ in range(2):
        window.press("Tab")
        window.type(PASSPHRASE)
    window.press("Return")
    window.wait_to_see("Maak een herstelblad")


def begin(window):
    """A relative is there too; Enter begins from any field."""
    window.press("ctrl+shift+n")
    window.wait_to_see("Begin het gesprek")
    window.tab_to("Naaste")
    window.press("space")
    for name, words in (("of leeftijd", "34"), ("Postcode", "2512")):
        window.tab_to(name)
        window.type(words)
    window.tab_to("Mevrouw")
    window.press("space", "Return")
    window.wait_to_see("Samen kiezen")


def talk(hands):
    """Two topics to talk about, own words, what goes well, and something taken back and done again."""
    window = hands.window
    hands.answer(ANSWERS, until=SLEEP)
    window.press("p", "n")
    window.type("wakker om drie uur")
    window.press("ctrl+Return")
    window.tab_to("Wat gaat goed")
    window.press("space")
    window.type("een middagslaapje")
    window.press("Return")
    hands.answer(ANSWERS, until=MONEY)
    window.press("p", "ctrl+z", "ctrl+y")
    hands.answer(ANSWERS, until=CLOSING)
    assert hands.met.count(hands.met[-1]) == 1
    window.picture("talk")
    hands.answer(ANSWERS)


def on_the_persons_side(window):
    """Return what the second window says."""
    return [each["name"] for each in window.seen() if each["window"] == "PersonSide"]


def along(hands):
    """The person looks along, but never at what is asked alone."""
    window = hands.window
    window.press("question")
    window.press("F7")
    window.settle()
    pause = on_the_persons_side(window)  # a question about safety
    window.press("a", "Return")
    hands.answer({})
    alone = hands.met[-4]
    assert on_the_persons_side(window) == pause
    window.press("a")
    told = " ".join(on_the_persons_side(window))
    assert CLOSING in told
    assert not set(alone.split()) & set(pause)
    window.press("F7")
    window.settle()


def around(window):
    window.press("ctrl+e", "n")
    window.type("Sanne")
    window.press("Return", "2", "Right", "m")
    window.picture("around")
    window.press("alt+Left")


def first_things(window):
    """Money before sleep, with its two figures and what would help as a first step."""
    window.press("ctrl+b")
    window.wait_to_see("2 van 2: Geld en schulden")
    window.tab_to("2 van 2")
    window.press("1")
    window.tab_to("0, niet belangrijk")
    window.press("9")
    window.tab_to("0, geen vertrouwen")
    window.press("5")
    window.tab_to("Wat maakt het cijfer hoger?")
    window.type("samen de post openen")
    window.tab_to("Maak dit een eerste stap: Geld")
    window.press("space")
    window.picture("first")


def flag(window):
    """Niet-pluis waits: nothing is chosen before it was recorded."""
    window.press("F9", "Escape", "F5")
    window.wait_to_see("Bekijk en leg vast")
    window.press("Return", "2")
    window.tab_to("Wie weet ervan")
    window.type("huisarts De Boer")
    window.press("Return")


def choose(window):
    window.press("F5")
    window.wait_to_see("Wat wilt u proberen?")
    window.press("1")
    window.tab_to("Later")
    window.press("space")
    window.tab_to("Niet nu")
    window.press("space", "1", "v")
    assert window.wait_to_see("Naast elkaar")
    window.picture("compared")
    window.press("Escape")
    window.tab_to("Afspraken maken")
    window.press("Return")
    window.wait_to_see("Wat doen we, en wie?")
    window.picture("agreed")
    window.press("Return")


def keep(window, name):
    """Keep the paper in view."""
    window.press("ctrl+s")
    window.focus_newest()
    window.type(str(window.folder / name))
    window.press("Return")
    paper = window.wait_for(window.folder / name)
    window.focus_newest()
    return paper


def papers(window):
    """The person's own paper, and with consent the summary."""
    window.wait_to_see("Bewaar als pdf")
    own = keep(window, "advies.pdf")
    window.tab_to("Samenvatting")
    window.press("space")
    window.tab_to("Wij zijn nu alleen")
    window.press("space")
    window.tab_to("Ja, dat mag")
    window.press("space")
    window.wait_to_see("Samenvatting, voor de huisarts · klaar")
    window.picture("papers")
    return words_of(own), words_of(keep(window, "samenvatting.pdf"))


def words_of(paper):
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(paper).pages)
    return re.sub(r"\s+", " ", text)


def test_a_whole_exploratory_conversation_by_keyboard_from_unlocking_to_the_papers(tmp_path, capsys):
    with a_window(tmp_path) as window:
        unlock_new(window)
        begin(window)
        hands, before = Keyboard(window), window.keys
        talk(hands)
        pace = (window.keys - before) / len(hands.met)
        along(hands)
        around(window)
        first_things(window)
        flag(window)
        choose(window)
        own, summary = papers(window)
        assert set(window.titles()) <= {TITLE, ""}
        window.kill_and_restart()
        window.type(PASSPHRASE)
        window.press("Return")
        window.wait_to_see("Mijn advies")
        window.picture("reopened")
        assert window.said_on_error_output() == ""
    with capsys.disabled():
        sys.stdout.write(f"\nexploratory: {pace:.2f} keys per question, {len(hands.met)} questions\n")
    assert "samen de post openen" in own
    assert SECRET in own
    assert "Verteld aan: huisarts De Boer" in summary
    assert nothing_told(tmp_path)
    kept(tmp_path)


def kept(folder):
    desk = desk_of(folder)
    desk.unlock(PASSPHRASE)
    session = desk.open(desk.rows()[0].id)
    told = session.conversation
    desk.lock()
    assert [(wish.topic, wish.importance, wish.confidence) for wish in told.wishes] == [
        ("money", 9, 5),
        ("sleep", None, None),
    ]
    assert [(tie.name, tie.kind.value, tie.may_think_along) for tie in told.ties] == [("Sanne", "family", True)]
    assert [each.text for each in told.strengths] == ["een middagslaapje"]
