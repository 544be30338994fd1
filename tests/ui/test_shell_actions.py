"""The registry of actions: words, keys, menus, and the chapter of the manual that is made from it."""

from __future__ import annotations

import importlib.util
import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

from intake_app.ui.action import Menu, Where
from intake_app.ui.actions import action, all_actions, all_keys, menu_names, screen_of, where_names, with_mnemonics
from intake_app.ui.keys_inside import keys_inside
from tests.ui.speaking import speaking

ROOT = Path(__file__).resolve().parents[2]
ACTIONS = all_actions()
ENGLISH = re.compile(r"\b(the|and|with|your|this|from|screen|show|search|next|back)\b", re.IGNORECASE)
TELLING = re.compile(r"geweld|mishandel|slaan|dreig|dwang|suïcid|zelfmoord", re.IGNORECASE)


def of_menu(menu):
    return [each.text for each in all_actions() if each.menu is menu]


def test_every_action_has_its_own_id():
    assert not [id_ for id_, times in Counter(each.id for each in ACTIONS).items() if times > 1]


@pytest.mark.parametrize("where", list(Where))
def test_no_key_does_two_things_in_one_place(where):
    here = [each for each in ACTIONS if each.where in {where, Where.EVERYWHERE}]
    keys = [QKeySequence(key).toString() for each in here for key in (each.shortcut, each.second) if key]
    assert not [key for key, times in Counter(keys).items() if times > 1]


@pytest.mark.parametrize("each", [each for each in ACTIONS if each.shortcut], ids=lambda each: each.id)
def test_every_shortcut_is_one_that_qt_knows(each):
    assert QKeySequence(each.shortcut).toString()


@pytest.mark.parametrize("each", [*ACTIONS, *keys_inside()], ids=lambda each: each.id)
def test_every_action_says_what_it_is_and_in_one_sentence_or_two_what_it_does(each):
    assert each.text
    assert not each.text.endswith(".")
    assert each.help.endswith(".")
    assert each.help != f"{each.text}."
    assert len(each.help) < 100


@pytest.mark.parametrize("each", [*ACTIONS, *keys_inside()], ids=lambda each: each.id)
def test_every_action_speaks_dutch_and_tells_nothing(each):
    said = f"{each.text}. {each.help}"
    assert not ENGLISH.findall(said)
    assert not TELLING.findall(said)


LISTENED_TO = re.compile(r'(?:on_key\([^,]+, |QKeySequence\(|setShortcut\(|for key, \w+ in \(\()"([^"]+)"')


def test_every_key_that_a_screen_listens_to_is_on_the_sheet():
    named = {QKeySequence(key).toString() for each in all_keys() for key in (each.shortcut, each.second)}
    listened = {
        (path.name, key)
        for path in (ROOT / "intake_app" / "ui" / "views").glob("*.py")
        for key in LISTENED_TO.findall(path.read_text(encoding="utf-8"))
    }
    assert len(listened) > 10
    assert not {(name, key) for name, key in listened if QKeySequence(key).toString() not in named}


def test_every_action_stands_in_a_menu_but_the_menu_itself():
    assert [each.id for each in ACTIONS if each.menu is None] == ["menu"]


def test_every_menu_and_every_place_has_a_name_and_something_in_it():
    assert set(menu_names()) == set(Menu) == {each.menu for each in ACTIONS} - {None}
    assert set(where_names()) == set(Where) == {each.where for each in all_keys()}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_entry_of_a_menu_has_a_letter_of_its_own(qapp, language):
    with speaking(qapp, language):
        menus = [tuple(menu_names().values()), *(of_menu(menu) for menu in Menu)]
        for names in menus:
            marked = with_mnemonics(names)
            letters = [name[name.index("&") + 1].lower() for name in marked if "&" in name]
            assert len(letters) == len(set(letters)) == len(names), names
            assert [name.replace("&", "") for name in marked] == list(names)


def test_the_first_letter_is_taken_where_it_is_free():
    assert with_mnemonics(["Gesprek", "Gele kaart", "Ga"]) == ("&Gesprek", "Gele &kaart", "G&a")


def test_an_entry_without_a_letter_left_stays_without():
    assert with_mnemonics(["A", "A"]) == ("&A", "A")


def test_a_key_is_said_in_words_and_drawn_with_arrows():
    assert action("next").keys == "Enter of Alt+pijl rechts"
    assert (action("next").cap, action("next").second_cap) == ("Enter", "Alt →")
    assert action("list").keys == action("list").cap == ""


def test_an_action_that_is_not_there_is_not_made_up():
    with pytest.raises(LookupError):
        action("nothing")


def test_an_action_knows_its_screen_and_a_screen_is_itself():
    assert (screen_of("quick"), screen_of("lock"), screen_of("service")) == ("start_quick", "unlock", "service")


def test_the_chapter_of_the_manual_is_what_the_registry_says():
    spec = importlib.util.spec_from_file_location("manual_keys_under_test", ROOT / "tools" / "manual_keys.py")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    assert made.CHAPTER.read_text(encoding="utf-8") == made.chapter(), "run tools/manual_keys.py"
