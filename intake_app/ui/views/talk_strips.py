"""What stands on the folded panes of a talk."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from intake_app.questionnaire.model import LIFE_AREAS
from intake_app.ui.fields.strip import StripItem
from intake_app.ui.presenters.talk_topics import GroupState, LeftState

AREA_ICONS = frozenset(area.value for area in LIFE_AREAS)


def left_items(state: LeftState) -> tuple[StripItem, ...]:
    """Return the search key and the areas with how far they are; a short talk has one list."""
    search = QCoreApplication.translate("TalkStrips", "Zoek onderwerp of vraag")
    areas = [_area(group) for group in state.groups if group.icon in AREA_ICONS]
    if not areas:
        name = QCoreApplication.translate("TalkStrips", "Vragen")
        rows = state.rows()
        done = sum(row.state != "untouched" for row in rows)
        areas = [StripItem(code="list", icon="steps", name=name, count=f"{done}/{len(rows)}", is_current=True)]
    return (StripItem(code="search", icon="search", name=search, key="/"), *areas)


def right_items() -> tuple[StripItem, ...]:
    """Return the one thing on the right: the picture."""
    name = QCoreApplication.translate("TalkStrips", "Beeld tot nu toe")
    return (StripItem(code="picture", icon="eye", name=name, key="F8"),)


def _area(group: GroupState) -> StripItem:
    done = sum(row.state != "untouched" for row in group.rows)
    return StripItem(
        code=group.icon,
        icon=group.icon,
        name=group.name,
        count=f"{done}/{len(group.rows)}",
        is_current=any(row.current for row in group.rows),
    )
