"""How long one waits after wrong pass phrases: longer each time, and never for ever."""

from __future__ import annotations

import math
from datetime import datetime

STEPS = (5, 15, 30, 60, 120, 300)
"""Seconds after the third wrong one, the fourth, and so on; the last one stays."""
FREE = 2
"""So many may be wrong without waiting: a slip of the finger is no attack."""


def wait_after(failures: int, last_failure: datetime, now: datetime) -> int:
    """Return the seconds still to wait; a last failure that lies ahead, as after a clock set back, counts as now."""
    if failures <= FREE:
        return 0
    step = STEPS[min(failures - FREE, len(STEPS)) - 1]
    passed = max((now - last_failure).total_seconds(), 0)
    return max(math.ceil(step - passed), 0)
