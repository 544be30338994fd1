"""The sheets that lie over the screens of a talk, by name, so that they can be opened again."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from intake_app.core.ids import FlagId
from intake_app.triage.model import Target
from intake_app.ui.presenters import talk_people
from intake_app.ui.screen import Screen
from intake_app.ui.views.choose import ChooseScreen
from intake_app.ui.views.choose_card import CardAsked
from intake_app.ui.views.flag_sheet import FlagSheet
from intake_app.ui.views.reasons import ReasonsSheet
from intake_app.ui.views.talk_layer import TalkLayer
from intake_app.ui.views.talk_notices import NoticeSheet
from intake_app.ui.views.talk_people_sheet import PeopleSheet

OF_A_FLAG = frozenset({"flag", "withdraw"})
"""What the sheet of a flag can be for."""


def sheet_of(screen: Screen) -> QWidget | None:
    """Return the sheet that lies over a screen."""
    if isinstance(screen, ChooseScreen):
        return None if screen.sheet.isHidden() else screen.sheet.sheet
    layer = _layer(screen)
    return None if layer is None else layer.sheet


def name_of(screen: Screen) -> str:
    """Return by what name `open_again` opens the sheet that lies over a screen; empty where none does."""
    sheet = sheet_of(screen)
    if isinstance(screen, ChooseScreen):
        about = screen.sheet.about
        return "" if sheet is None or about is None else f"{about.what}:{about.kind}"
    match sheet:
        case FlagSheet():
            return f"{'withdraw' if sheet.is_asking_reason else 'flag'}:{sheet.state.flag}"
        case ReasonsSheet():
            return "urgency" if sheet.urgency.isVisibleTo(sheet) else "reasons"
        case PeopleSheet():
            return "people"
        case NoticeSheet():
            return "notices"
        case _:
            return ""


def opens_by_itself(screen: Screen, name: str) -> bool:
    """Tell whether a sheet may come back unasked: that of a silent flag is only asked for by key (decision 1)."""
    what, _, which = name.partition(":")
    talk = screen.context.session
    return what not in OF_A_FLAG or talk is None or not talk.flag(FlagId(which)).is_silent


def open_again(screen: Screen, name: str) -> None:
    """Open a sheet by its name."""
    what, _, which = name.partition(":")
    layer = _layer(screen)
    if isinstance(screen, ChooseScreen) and which:
        screen.open_reasons(CardAsked(what=what, kind=which))
    elif layer is not None:
        _open_over_talk(screen, layer, what, which)


def _open_over_talk(screen: Screen, layer: TalkLayer, what: str, which: str) -> None:
    if what in OF_A_FLAG:
        layer.show_flag(FlagId(which))
    elif what in {"reasons", "urgency"}:
        layer.show_reasons(Target.MEDICAL, None)
    elif what == "people":
        layer.show_people(talk_people.people_state(screen.context.desk, screen.context.talk.conversation.situation))
    elif what == "notices":
        layer.show_notices()
    sheet = layer.sheet
    if what == "withdraw" and isinstance(sheet, FlagSheet):
        sheet.take_back.click()
    elif what == "urgency" and isinstance(sheet, ReasonsSheet):
        sheet.differ.click()


def _layer(screen: Screen) -> TalkLayer | None:
    layer = getattr(screen, "layer", None)
    return layer if isinstance(layer, TalkLayer) else None
