"""The chain of the log: each event is sealed together with the seal of the one before.

A change, a deletion in the middle, a swap, an insertion and a replacement break the chain. Cutting off its tail does
not: that is found by an anchor, the number of events and the last seal, kept outside the table.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

_LENGTH_BYTES = 8
START = bytes(32)
"""What stands before the first event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """How many events there were, and the seal of the last one. Without events: 0 and `START`."""

    count: int = 0
    head: bytes = START


class ChainFault(StrEnum):
    """What is wrong with a log."""

    BROKEN = "broken"
    GAP = "gap"
    CUT = "cut"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One event in the table: its number from 1, its body, and its seal."""

    seq: int
    body: bytes
    seal: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainCheck:
    """What a check found: the anchor that the chain leads to, and the first fault with the number where it shows."""

    anchor: Anchor
    fault: ChainFault | None = None
    at: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether nothing was found wrong."""
        return self.fault is None


def seal_of(key: bytes, previous: bytes, seq: int, body: bytes) -> bytes:
    """Return the seal of an event: HMAC-SHA256 over its number, the seal before it, and its body."""
    numbers = seq.to_bytes(_LENGTH_BYTES, "big") + len(body).to_bytes(_LENGTH_BYTES, "big")
    return hmac.digest(key, numbers + previous + body, "sha256")


def check_chain(key: bytes, links: Iterable[Link], anchors: Iterable[Anchor] = ()) -> ChainCheck:
    """Check a whole log from its first event, in order, against every anchor that is known from outside."""
    wanted = {anchor.count: anchor.head for anchor in anchors if anchor.count}
    count, head = 0, START
    for link in links:
        if link.seq != count + 1:
            return ChainCheck(anchor=Anchor(count=count, head=head), fault=ChainFault.GAP, at=count + 1)
        if not hmac.compare_digest(link.seal, seal_of(key, head, link.seq, link.body)):
            return ChainCheck(anchor=Anchor(count=count, head=head), fault=ChainFault.BROKEN, at=link.seq)
        count, head = link.seq, link.seal
        if count in wanted and not hmac.compare_digest(wanted[count], head):
            return ChainCheck(anchor=Anchor(count=count, head=head), fault=ChainFault.DIFFERENT, at=count)
    cut = max(wanted, default=0) > count
    fault = ChainFault.CUT if cut else None
    return ChainCheck(anchor=Anchor(count=count, head=head), fault=fault, at=count + 1 if cut else 0)
