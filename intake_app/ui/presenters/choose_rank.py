"""Why a service stands where it stands among others of its kind, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from intake_app.advice.matching import Match
from intake_app.advice.ranking import About, Standing, Term, explain
from intake_app.conversation.desk import Desk

COMPARED = frozenset(
    {"reach_near", "reach_km", "reach_remote", "waiting_none", "waiting_week", "waiting_days", "waiting_weeks"}
)
"""Facts that are said as more or less than the first one has; the others speak for themselves."""


def place_of(desk: Desk, found: Match, matches: Sequence[Match], *, is_overheard: bool) -> str:
    """Return the sentence; empty where nothing of it may be said.

    That it helps with another wish is left out while somebody hears: the wish may be a silent one.
    """
    silent = frozenset({About.PRIORITY}) if is_overheard else frozenset()
    place = explain(found, matches, silent)
    if place.standing is Standing.EQUAL:
        return desk.text("rank.equal")
    if place.standing is not Standing.LOWER:
        told = ", ".join(_fact(desk, term) for term in place.reasons)
        return desk.text("rank.top", reasons=told) if told else desk.text("rank.top_bare")
    told = ", ".join(_beside(desk, term, "less") for term in place.reasons)
    but = ", ".join(_beside(desk, term, "more") for term in place.but)
    if told and but:
        return desk.text("rank.lower_but", reasons=told, but=but)
    return desk.text("rank.lower", reasons=told) if told else ""


def _fact(desk: Desk, term: Term) -> str:
    return desk.text(f"rank.{term.about}_{term.fact}", figure=str(term.figure))


def _beside(desk: Desk, term: Term, side: str) -> str:
    """Return a fact as it is beside that of the first one."""
    is_compared = not term.fact or f"{term.about}_{term.fact}" in COMPARED
    return desk.text(f"rank.{side}_{term.about}") if is_compared else _fact(desk, term)
