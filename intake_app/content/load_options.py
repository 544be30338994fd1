"""From `resources/options/*.yaml` to the kinds of help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.advice.kinds import Group, OptionKind
from intake_app.core.ids import KindId
from intake_app.core.tree import open_file

if TYPE_CHECKING:
    from intake_app.core.problems import Problem
    from intake_app.core.tree import Reader

FORMAT = "intake-options/1"
ROUTES = ("self", "practice", "huisarts", "gemeente", "insurer", "employer", "other")


def load_options(files: dict[str, str], problems: list[Problem]) -> tuple[OptionKind, ...]:
    """Build all kinds, in the order of the groups and of each file."""
    found: list[OptionKind] = []
    for name, text in files.items():
        reader = open_file(text, name, FORMAT, problems)
        group = Group(reader.choice("group", tuple(Group)))
        found.extend(_kind(each, group) for each in reader.each("kinds"))
        reader.done()
    return tuple(sorted(found, key=lambda kind: list(Group).index(kind.group)))


def _kind(reader: Reader, group: Group) -> OptionKind:
    kind = OptionKind(
        id=KindId(reader.required("id")),
        group=group,
        name=reader.both("name"),
        for_whom=reader.both("for_whom"),
        what=reader.both("what"),
        pays=reader.both("pays"),
        pays_year=reader.text("pays_year", ""),
        route=reader.both("route"),
        route_by=reader.choice("route_by", ROUTES),
        expect=reader.both("expect"),
        step=reader.both("step"),
        smallest_start=reader.both("smallest_start"),
        this_week=reader.flag("this_week"),
        needs_referral=reader.flag("needs_referral"),
        free=reader.flag("free"),
        online=reader.flag("online"),
        exertion=reader.flag("exertion"),
        self_help=reader.flag("self_help"),
        source=reader.required("source"),
        status=reader.choice("status", ("confirmed", "te_bevestigen")),
        checked=reader.required("checked"),
    )
    reader.done()
    return kind
