"""The words that give a silent flag away, and everything that a window can say, show or hand to a reader.

The words are worked out from the content: those that stand in silent matter and nowhere else, neither in the rest
of the content nor in the chrome of the screens.
"""

from __future__ import annotations

import ast
import dataclasses
import re
import xml.etree.ElementTree as ET
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QWidget

from intake_app.core.text import Text
from intake_app.triage.model import FlagEffect
from tests.export.talks import content
from tests.ui.fake_desk import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = re.compile(r"[^\W\d_]{5,}")
UI = RESOURCES.parent / "intake_app" / "ui"
TELLING_KIND = "centrum_seksueel_geweld"
ALWAYS_TELLING = ("veilig thuis", "0800-2000", "meldcode", "kindcheck", "even samen", "a moment together")
"""Said in silent matter; wherever else they stand, an overheard screen never says them."""
SAID_BY = ("text", "title", "placeholderText", "toPlainText", "currentText", "iconText", "prefix", "suffix")
TOLD_BY = ("accessibleName", "accessibleDescription", "toolTip", "whatsThis", "statusTip", "windowTitle", "objectName")
READ_ALOUD = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Help,
    QAccessible.Text.Value,
    QAccessible.Text.Accelerator,
)
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.WhatsThisRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def is_hidden(question) -> bool:
    """Tell whether a question is only for a moment alone."""
    return question.alone or content().questionnaire.topics[question.topic].silent


def hidden_questions() -> tuple:
    """Return the questions that are only for a moment alone."""
    return tuple(each for each in content().questionnaire.questions.values() if is_hidden(each))


def _is_silent(each) -> bool:
    return each.effect is FlagEffect.SILENT


def _silent_content() -> list:
    """Return everything that may not be said; a silent flag's lines for the paper are neutral by design."""
    questionnaire, rules = content().questionnaire, content().rules
    topics = [topic for topic in questionnaire.topics.values() if topic.silent]
    flags = [dataclasses.replace(flag, paper_lines=()) for flag in rules.flags if _is_silent(flag)]
    clauses = [clause for flag in rules.flags for clause in flag.clauses if _is_silent(clause)]
    kinds = [kind for kind in content().options if kind.id == TELLING_KIND]
    return [topics, hidden_questions(), flags, clauses, kinds]


def _open_content() -> list:
    """Return the content that anybody may read along with."""
    questionnaire, rules = content().questionnaire, content().rules
    questions = [each for each in questionnaire.questions.values() if not is_hidden(each)]
    topics = [dataclasses.replace(each, questions=()) for each in questionnaire.topics.values() if not each.silent]
    loud = [
        dataclasses.replace(flag, clauses=tuple(each for each in flag.clauses if not _is_silent(each)))
        for flag in rules.flags
        if not _is_silent(flag)
    ]
    kinds = [kind for kind in content().options if kind.id != TELLING_KIND]
    services = [each for each in content().directory.services if TELLING_KIND not in each.kinds]
    wording = list(content().wording.texts.values())
    return [questions, topics, loud, rules.tables, rules.urgency, kinds, services, wording]


def _texts(value) -> Iterator[str]:
    """Yield every text inside a piece of content."""
    if isinstance(value, Text):
        yield from (value.nl, value.en)
    elif dataclasses.is_dataclass(value):
        yield from (said for field in dataclasses.fields(value) for said in _texts(getattr(value, field.name)))
    elif isinstance(value, tuple | list):
        yield from (said for each in value for said in _texts(each))
    elif isinstance(value, dict):
        yield from _texts(list(value.values()))


def _chrome() -> Iterator[str]:
    """Yield what stands on the screens themselves: each text to translate, and its translation."""
    for path in sorted(UI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in {"tr", "translate"}:
                yield from (str(each.value) for each in node.args if isinstance(each, ast.Constant))
    for each in ET.parse(RESOURCES / "i18n" / "en.ts").iter("translation"):  # noqa: S314  a file of ours
        yield each.text or ""


def _words(texts) -> set[str]:
    return {word for text in texts for word in WORD.findall(text.casefold())}


@cache
def silent_words() -> frozenset[str]:
    """Return the words of five letters and more that occur in silent matter and nowhere else."""
    return frozenset(_words(_texts(_silent_content())) - _words(_texts(_open_content())) - _words(_chrome()))


@cache
def silent_sentences() -> frozenset[str]:
    """Return the texts of silent matter of at least three words that stand nowhere else, in small letters."""
    said = " \n ".join((*_texts(_open_content()), *_neutral())).casefold()
    found = {text.casefold().strip() for text in _texts(_silent_content())}
    return frozenset(text for text in found if text.count(" ") >= 2 and text.strip(".") not in said)


def _neutral() -> Iterator[str]:
    """Yield what a silent flag may show to anybody: its title, what to say, and its lines on paper."""
    for flag in content().rules.flags:
        yield from _texts([flag.title, flag.say, flag.paper_title, flag.paper_lines])


@cache
def _open_codes() -> frozenset[str]:
    """Return the codes of the answers to questions that anybody may read along with; a field keeps them unseen."""
    questions = content().questionnaire.questions.values()
    return frozenset(option.code for each in questions if not is_hidden(each) for option in each.options)


def leaks(said, marks=()) -> list[tuple[str, str, str]]:
    """Return what gives something away: where it stands, the whole text, and the word or sentence."""
    found = []
    for where, text in said:
        if text in _open_codes():
            continue
        small = " ".join(text.replace("\u00ad", "").casefold().split())
        telling = set(WORD.findall(small)) & silent_words()
        telling |= {each for each in (*silent_sentences(), *ALWAYS_TELLING, *marks) if each in small}
        found += [(where, text, each) for each in sorted(telling)]
    return found


def everything_said() -> set[tuple[str, str]]:
    """Return where and what: every text of every window, shown or not, with what a reader would say aloud."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    found = set()
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            found.update(_of_window(window))
    found.add(("clipboard", QApplication.clipboard().text()))
    return {(where, text) for where, text in found if text}


def _of_window(window: QWidget) -> Iterator[tuple[str, str]]:
    for each in [window, *window.findChildren(QWidget), *window.findChildren(QAction)]:
        name = type(each).__name__
        for way in (*SAID_BY, *TOLD_BY):
            told = getattr(each, way, None)
            said = told() if callable(told) else told
            if isinstance(said, str):
                yield f"{name}.{way}", said
        yield from ((f"{name}.{key}", said) for key, value in vars(each).items() for said in _held(value))
        if isinstance(each, QComboBox):
            yield from ((f"{name}.itemText", each.itemText(at)) for at in range(each.count()))
        if isinstance(each, QAbstractItemView) and each.model() is not None:
            yield from ((f"{name}.model", said) for said in _of_model(each.model()))
    yield from (("accessible", said) for said in _read_aloud(QAccessible.queryAccessibleInterface(window)))


def _held(value) -> Iterator[str]:
    """Yield the texts that a widget keeps to paint: strings, and values of the screens."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        yield from (said for each in value for said in _held(each))
    elif isinstance(value, dict):
        yield from (said for each in value.values() for said in _held(each))
    elif _is_shown_value(value):
        yield from (said for each in dataclasses.fields(value) for said in _held(getattr(value, each.name)))


def _is_shown_value(value) -> bool:
    """Tell whether this is a value made to be shown; the context of a screen leads to the whole talk."""
    kind = type(value)
    of_screens = kind.__module__.startswith("intake_app.ui") and kind.__name__ != "ScreenContext"
    return of_screens and dataclasses.is_dataclass(value)


def _of_model(model) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount()):
        for column in range(columns):
            yield from (str(model.index(row, column).data(role) or "") for role in ROLES)
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")


def _read_aloud(node) -> Iterator[str]:
    if node is None or not node.isValid():
        return
    yield from (node.text(kind) for kind in READ_ALOUD)
    for at in range(node.childCount()):
        yield from _read_aloud(node.child(at))
