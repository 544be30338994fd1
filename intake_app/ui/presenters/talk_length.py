"""How long a talk is planned to last, how long it lasts already, and what is left of a short one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.questionnaire.model import Mode
from intake_app.ui.presenters import talk_order

if TYPE_CHECKING:
    from intake_app.conversation.desk import Desk
    from intake_app.conversation.session import Session

SETTING = {Mode.QUICK: "quick_minutes", Mode.EXPLORATORY: "exploratory_minutes"}
USUAL = {Mode.QUICK: 10, Mode.EXPLORATORY: 60}
"""Minutes. Source: practice.md §2 for the short talk; for the other, an hour at the table (the issue's figure)."""
BOUNDS = {Mode.QUICK: (5, 30), Mode.EXPLORATORY: (15, 120)}
"""The least and the most minutes that a practice can plan. Source: eigen oordeel; shorter leaves no time to answer,
longer is more than a person can keep up."""
STEP = {Mode.QUICK: 5, Mode.EXPLORATORY: 15}


def planned_minutes(desk: Desk, mode: Mode) -> int:
    """Return for how many minutes the practice plans such a talk; what is not set, or no number, is the usual."""
    kept = desk.setting(SETTING[mode])
    least, most = BOUNDS[mode]
    return min(max(int(kept), least), most) if kept.isascii() and kept.isdigit() else USUAL[mode]


def clock_line(desk: Desk, session: Session, minutes: int) -> str:
    """Return "6 van 10 min", and never more than that."""
    planned = planned_minutes(desk, session.conversation.situation.mode)
    return desk.text("talk.clock", minutes=str(minutes), planned=str(planned))


def time_words(desk: Desk, session: Session, minutes: int) -> str:
    """Return how long it took so far in a sentence; of a short talk also how many questions are left."""
    mode = session.conversation.situation.mode
    planned = planned_minutes(desk, mode)
    so_far = desk.text("talk_time.so_far", minutes=str(minutes), planned=str(planned))
    if mode is not Mode.QUICK:
        return so_far
    left = sum(talk_order.is_open(session, id_) for id_ in session.order())
    key = {0: "left_none", 1: "left_one"}.get(left, "left")
    return f"{so_far} {desk.text(f'talk_time.{key}', count=str(left))}"
