"""Gathers where one is on a screen and what is typed there, and puts it back."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from intake_app.ui import screen_parts as parts
from intake_app.ui.fields.line_field import LineField
from intake_app.ui.fields.note_field import NoteField
from intake_app.ui.fields.number_field import NumberField
from intake_app.ui.presenters.lock import Draft, is_on_sheet, name_in, of_sheet, put_aside, without_sheet
from intake_app.ui.presenters.read_only import OF_A_TALK
from intake_app.ui.screen import Screen
from intake_app.ui.sheets import name_of, open_again, opens_by_itself, sheet_of

FORMS = frozenset({"start_quick", "start_exploratory"})
"""The screens that are a form: what is chosen in them is kept too. In a talk a choice is an answer, and saved."""
SETTLING_MS = 400
"""Pages find their heights within this time after they were shown."""
AFTER_FOCUS_MS = 20
"""By then the ring of what has the focus was brought into sight; somebody may have scrolled on after that."""


def gather(screen: Screen, name: str, *, has_saved: bool = True) -> Draft:
    """Return where one is, and what is typed that is not in the talk yet; `has_saved`: the screen could save."""
    sheet, context, focus = sheet_of(screen), screen.context, QApplication.focusWidget()
    talk = None if context.session is None else context.session.conversation
    texts, told = _unsaved(screen, sheet, saves_itself=has_saved and name in OF_A_TALK)
    scrolled = ((place, area.verticalScrollBar().value()) for place, area in parts.areas(screen, sheet))
    return Draft(
        screen=name,
        talk="" if talk is None else str(talk.id),
        about=context.about,
        question="" if talk is None else talk.place,
        view=screen.view(),
        sheet=name_of(screen),
        focus=parts.place_of(screen, sheet, focus),
        caret=parts.caret_in(focus),
        texts=texts,
        told=told,
        choices={place: parts.choice_of(field) for place, field in _choices(screen, sheet, name).items()},
        scrolls={place: str(at) for place, at in scrolled if at},
    )


def put_back(screen: Screen, draft: Draft) -> dict[str, str]:
    """Put everything back as it was; returns by name what was typed and has no field any more.

    What belongs to another question than the one that is open now was kept in the talk before one went on. A sheet
    that does not come by itself stays away: `bring_out` fills it in.
    """
    talk = screen.context.session
    left = dict(draft.loose)
    screen.show_view(draft.view)
    if not opens_by_itself(screen, draft.sheet):
        draft = without_sheet(draft)
    if talk is not None and draft.question != talk.conversation.place:
        draft = of_sheet(draft)
    open_again(screen, draft.sheet)
    sheet = sheet_of(screen)
    choices = _choices(screen, sheet, draft.screen)
    for place, code in sorted(draft.choices.items(), key=lambda item: item[1] != parts.ON):
        if place in choices:
            parts.choose(choices[place], code)
    fields = dict(parts.texts(screen, sheet))
    for place, text in draft.texts.items():
        if not _put_text(fields.get(place), text, draft.told.get(place), sheet or screen) and text:
            left[name_in(place)] = text
    _put_focus(screen, sheet, draft)
    if draft.scrolls:
        ScrollBack(screen, draft.scrolls)
    return left


def set_aside(screen: Screen, draft: Draft) -> dict[str, str]:
    """Return what was filled in on a sheet that does not come back by itself, as `Draft.aside` holds it."""
    return {} if opens_by_itself(screen, draft.sheet) else put_aside(draft)


def bring_out(screen: Screen, aside: Mapping[str, str]) -> dict[str, str]:
    """Fill in what was set aside of the sheet that lies over the screen now; returns what waits still.

    A field in which something stands meanwhile is left as it is.
    """
    sheet, talk = sheet_of(screen), screen.context.session
    left = dict(aside)
    if sheet is None or talk is None:
        return left
    begin = f"{talk.conversation.id} {name_of(screen)} "
    texts, others = dict(parts.texts(screen, sheet)), dict(parts.others(screen, sheet))
    for key in aside:
        place = key.removeprefix(begin)
        if key.startswith(begin) and place in texts and not parts.text_in(texts[place]):
            _bring_into_view(texts[place], sheet)
            parts.type_in(texts[place], left.pop(key))
        elif key.startswith(begin) and place in others:
            parts.choose(others[place], left.pop(key))
    return left


class ScrollBack(QObject):
    """Scrolls a screen to where it was, also while its pages still find their heights."""

    def __init__(self, screen: Screen, scrolls: Mapping[str, str]) -> None:
        super().__init__(screen)
        areas = parts.areas(screen, sheet_of(screen))
        self._wanted = [
            (area.verticalScrollBar(), int(scrolls[place])) for place, area in areas if scrolls.get(place, "").isdigit()
        ]
        for bar, _ in self._wanted:
            bar.rangeChanged.connect(self._scroll)
        for milliseconds, told in ((0, self._scroll), (AFTER_FOCUS_MS, self._scroll), (SETTLING_MS, self.deleteLater)):
            timer = QTimer(self, singleShot=True, interval=milliseconds)
            timer.timeout.connect(told)
            timer.start()

    @Slot()
    def _scroll(self) -> None:
        for bar, at in self._wanted:
            bar.setValue(at)


def _choices(screen: Screen, sheet: QWidget | None, name: str) -> dict[str, QWidget]:
    """Return what can be chosen on the sheet, and on a screen that is a form."""
    if sheet is None and name not in FORMS:
        return {}
    return {
        place: field
        for place, field in parts.others(screen, sheet)
        if (name in FORMS or is_on_sheet(place)) and (not isinstance(field, QAbstractButton) or field.isCheckable())
    }


def _unsaved(screen: Screen, sheet: QWidget | None, *, saves_itself: bool) -> tuple[dict[str, str], dict[str, str]]:
    """Return what was typed that is not in the talk, and of fields that save themselves what the talk has."""
    texts, told = dict[str, str](), dict[str, str]()
    for place, field in parts.texts(screen, sheet):
        if field.isVisibleTo(sheet or screen) and _is_unsaved(field, saves_itself=saves_itself):
            texts[place] = parts.text_in(field)
            if saves_itself and isinstance(field, NoteField | LineField):
                told[place] = field.told
    return texts, told


def _is_unsaved(field: parts.Typed, *, saves_itself: bool) -> bool:
    parent = field.parentWidget()
    if saves_itself and isinstance(field, NoteField | LineField):
        return parts.text_in(field) != field.told
    if saves_itself and isinstance(parent, NumberField):
        return parent.is_out_of_range
    return field.isModified() if isinstance(field, QLineEdit) else field.document().isModified()


def _put_text(field: parts.Typed | None, text: str, told: str | None, within: QWidget) -> bool:
    """Type a text again; tells whether it has a place. Where the talk has newer words than `told`, those stand."""
    if field is None:
        return False
    _bring_into_view(field, within)
    if not field.isVisibleTo(within) or not field.isEnabled():
        return False
    if told is None or told == parts.text_in(field):
        parts.type_in(field, text)
    return True


def _bring_into_view(field: QWidget, within: QWidget) -> None:
    opener = field.opener if isinstance(field, LineField) else None
    if isinstance(opener, QAbstractButton) and not field.isVisibleTo(within) and opener.isVisibleTo(within):
        opener.click()


def _put_focus(screen: Screen, sheet: QWidget | None, draft: Draft) -> None:
    focusable: dict[str, QWidget] = {**dict(parts.texts(screen, sheet)), **dict(parts.others(screen, sheet))}
    field = focusable.get(draft.focus)
    if field is None:
        return
    _bring_into_view(field, sheet or screen)
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    if draft.caret.isdigit():
        parts.put_caret(field, int(draft.caret))
