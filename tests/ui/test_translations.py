"""The English of the screens is whole, belongs to the code as it is, and is what the program loads."""

from __future__ import annotations

import importlib.util
import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from intake_app.ui.i18n import install_translators
from intake_app.ui.presenters.read_only import OF_A_TALK
from intake_app.ui.screens import PLACES
from tests.ui.choosing_talk import a_full_talk
from tests.ui.fake_desk import FakeDesk

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"
PLACEHOLDER = re.compile(r"%n|%L?\d|\{\w*\}")


@pytest.fixture(scope="module")
def tools():
    """Return tools/translations.py as a module of this test alone."""
    spec = importlib.util.spec_from_file_location("translations_under_test", ROOT / "tools" / "translations.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def speak(qapp):
    """Let the application speak a language until the test ends."""
    before, used = QLocale(), []

    def speaks(language):
        used.extend(install_translators(qapp, RESOURCES, language))
        return tuple(used)

    yield speaks
    for translator in used:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


@cache
def messages(path=RESOURCES / "i18n" / "en.ts"):
    """Return (context, Dutch) and its translation element, of every message."""
    return {
        (context.findtext("name"), message.findtext("source")): message.find("translation")
        for context in ET.parse(path).getroot().iter("context")  # noqa: S314  our own file
        for message in context.iter("message")
    }


def forms(translation):
    """Return the English texts of a message: one, or one for each grammatical number."""
    return [form.text for form in translation.findall("numerusform")] or [translation.text]


def words_on(window):
    """Return every text that a window shows or has read aloud."""
    shown = [widget.text() for kind in (QLabel, QAbstractButton) for widget in window.findChildren(kind)]
    empty = [field.placeholderText() for field in window.findChildren(QLineEdit)]
    return {*shown, *empty, *(widget.accessibleName() for widget in window.findChildren(QWidget))}


def dutch_only():
    """Return the Dutch texts that are no English as well (Later)."""
    return {dutch for (_, dutch), english in messages().items() if dutch not in forms(english)}


def test_every_text_is_finished_and_says_something():
    left = [key for key, english in messages().items() if english.get("type") or not all(forms(english))]
    assert left == []


def test_the_translations_are_those_of_the_code(tools, tmp_path):
    tools.update(tmp_path / "en.ts")
    assert set(messages(tmp_path / "en.ts")) == set(messages()), "run tools/translations.py"


def test_updating_keeps_the_file_as_it_is(tools, tmp_path):
    kept = (RESOURCES / "i18n" / "en.ts").read_bytes()
    (tmp_path / "en.ts").write_bytes(kept)
    tools.update(tmp_path / "en.ts")
    assert (tmp_path / "en.ts").read_bytes() == kept


def test_no_path_and_no_line_number_stands_in_the_translations():
    assert "<location" not in (RESOURCES / "i18n" / "en.ts").read_text(encoding="utf-8")


def test_what_the_program_loads_is_made_from_the_translations(tools, tmp_path):
    tools.compile_texts(RESOURCES / "i18n" / "en.ts", tmp_path / "en.qm")
    assert (tmp_path / "en.qm").read_bytes() == (RESOURCES / "i18n" / "en.qm").read_bytes()


def test_every_english_text_has_the_places_of_the_dutch():
    for (_, dutch), english in messages().items():
        for form in forms(english):
            assert sorted(PLACEHOLDER.findall(form)) == sorted(PLACEHOLDER.findall(dutch)), dutch


def test_a_text_that_is_not_translated_is_named(tools, tmp_path):
    text = "<TS><context><name>Foot</name><message><source>Verder</source>{}</message></context></TS>"
    (tmp_path / "en.ts").write_text(text.format('<translation type="unfinished"/>'), encoding="utf-8")
    assert tools.unfinished(tmp_path / "en.ts") == ["Foot: Verder"]


def test_a_tool_that_is_not_there_is_named(tools):
    with pytest.raises(FileNotFoundError, match="lnothing"):
        tools.tool("lnothing")


def test_every_text_is_found_by_its_class_in_what_the_program_loads():
    translator = QTranslator()
    assert translator.load(str(RESOURCES / "i18n" / "en.qm"))
    for (context, dutch), english in messages().items():
        assert translator.translate(context, dutch) in forms(english)


@pytest.mark.parametrize(
    "language, files, word",
    [("nl", ["qtbase_nl.qm"], "Annuleren"), ("en", ["qtbase_en.qm", "en.qm"], "Cancel")],
)
def test_qt_itself_speaks_the_language(speak, qapp, language, files, word):
    assert [Path(each.filePath()).name for each in speak(language)] == files
    assert qapp.translate("QPlatformTheme", "Cancel") == word


@pytest.mark.parametrize("screen", sorted(set(PLACES) - OF_A_TALK))
def test_a_screen_in_english_has_no_dutch_left(speak, make_probe, screen):
    speak("en")
    probe = make_probe(FakeDesk(language="en"))
    probe.unlock()
    probe.window.go(screen)
    assert words_on(probe.window) & dutch_only() == set()


@pytest.mark.parametrize("screen", sorted(OF_A_TALK))
def test_a_screen_of_a_talk_in_english_has_no_dutch_left(speak, make_probe, screen):
    speak("en")
    desk, session = a_full_talk(FakeDesk(language="en"))
    probe = make_probe(desk)
    probe.unlock()
    probe.window.hold(session)
    probe.window.go(screen)
    assert probe.name == screen
    assert words_on(probe.window) & dutch_only() == set()
