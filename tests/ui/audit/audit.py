"""The audit of a window: what somebody who cannot see it, cannot use a mouse, or reads in large would run into."""

from __future__ import annotations

from enum import Flag, auto
from functools import reduce
from operator import or_

from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.audit.cut import check_cut
from tests.ui.audit.faults import Fault, Findings, ground
from tests.ui.audit.looks import check_text
from tests.ui.audit.nodes import check_nodes
from tests.ui.audit.places import check_places
from tests.ui.audit.tabbing import check_tabbing


class Check(Flag):
    """What is looked at."""

    NODES = auto()
    PLACES = auto()
    TEXT = auto()
    TABBING = auto()
    RINGS = auto()


LAYOUT = Check.NODES | Check.PLACES | Check.TABBING
"""What the size of the text and of the window change."""
COLOURS = Check.TEXT | Check.TABBING | Check.RINGS
"""What the colours change."""
EVERYTHING = reduce(or_, Check)


def look_over(window: QWidget, checks: Check = EVERYTHING) -> Findings:
    """Return what is found in a window as it stands now; the focus goes once round."""
    QApplication.processEvents()
    root, found = ground(window), Findings()
    if Check.NODES in checks:
        check_nodes(root, found)
    if Check.PLACES in checks:
        check_cut(root, found)
        check_places(root, found)
    if Check.TEXT in checks:
        check_text(window, root, found)
    if Check.TABBING in checks:
        check_tabbing(window, root, found, rings=Check.RINGS in checks)
    return found


def audit(window: QWidget) -> list[Fault]:
    """Return what is wrong with a window as it stands now."""
    return look_over(window).faults
