"""The key ring as a file: JSON with a checksum, kept twice, each replaced whole.

The ring holds wrapped keys only. Whoever loses both copies loses the store, so every backup carries them.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from intake_app.storage.private_files import file_problems, write_privately
from intake_app.storage.problems import StoreCode, StoreProblem

FORMAT = 1
_MOST_MEMORY_KIB = 1 << 20
_MOST_ROUNDS = 20
_MOST_LANES = 16
_LEAST_SALT = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """How a passphrase becomes a wrapping key: Argon2id with these costs and this salt."""

    rounds: int
    memory_kib: int
    lanes: int
    salt: bytes

    def __post_init__(self) -> None:
        """Refuse costs that would stop this computer, as a forged file may ask for, and a salt too short."""
        fits = (
            1 <= self.rounds <= _MOST_ROUNDS
            and 1 <= self.lanes <= _MOST_LANES
            and len(self.salt) >= _LEAST_SALT
            and 8 * self.lanes <= self.memory_kib <= _MOST_MEMORY_KIB
        )
        if not fits:
            reason = "costs or salt out of bounds"
            raise ValueError(reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class RingUser:
    """One user of the ring: how their passphrase is stretched, and the keys wrapped under it, by purpose."""

    user_id: str
    stretch: Stretch
    wrapped: Mapping[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """All users, and a number that grows with every change: of two whole copies the higher one counts.

    Attributes:
        store_id: which store it opens, readable without a passphrase; "" in a ring that never told.
    """

    generation: int
    users: tuple[RingUser, ...]
    store_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRing:
    """The ring that counts, and the copies that are missing, damaged or behind."""

    ring: Ring
    unsound: tuple[Path, ...]


def copies_of(path: Path) -> tuple[Path, Path]:
    """The ring itself and its second copy, beside one another."""
    return path, path.with_name(f"{path.stem}.copy{path.suffix}")


def ring_exists(path: Path) -> bool:
    """Whether any copy is there, whole or not."""
    return any(copy.exists() for copy in copies_of(path))


def read_ring(path: Path) -> FoundRing:
    """Read both copies and take the newest that is whole.

    Raises:
        StoreProblem: `ring_missing`, or `ring_damaged` when no copy is whole.
    """
    if not ring_exists(path):
        raise StoreProblem(StoreCode.RING_MISSING, "ring")
    found = {copy: _read_copy(copy) for copy in copies_of(path)}
    whole = [ring for ring in found.values() if ring is not None]
    if not whole:
        raise StoreProblem(StoreCode.RING_DAMAGED, "ring")
    best = max(whole, key=lambda ring: ring.generation)
    return FoundRing(ring=best, unsound=tuple(copy for copy, ring in found.items() if ring != best))


def write_ring(path: Path, ring: Ring) -> None:
    """Write both copies, one after the other, so that one of them is whole at any moment."""
    for copy in copies_of(path):
        write_copy(copy, ring)


def write_copy(copy: Path, ring: Ring) -> None:
    """Write one copy of the ring."""
    with file_problems("ring"):
        write_privately(copy, ring_to_bytes(ring))


def _read_copy(copy: Path) -> Ring | None:
    """The ring in one file; None when the file is missing or anything about it is wrong."""
    if not copy.exists():
        return None
    with file_problems("ring"):
        data = copy.read_bytes()
    return ring_from_bytes(data)


def ring_from_bytes(data: bytes) -> Ring | None:
    """The ring in these bytes; None when anything about them is wrong.

    Raises:
        StoreProblem: `store_newer` when a newer version wrote them.
    """
    try:
        return _decoded(data)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def ring_to_bytes(ring: Ring) -> bytes:
    """The ring as it stands in a file."""
    body: dict[str, Any] = {
        "format": FORMAT,
        "generation": ring.generation,
        "users": [_user_body(user) for user in ring.users],
    }
    if ring.store_id:
        body["store"] = ring.store_id
    return json.dumps({**body, "checksum": _checksum(body)}, indent=1).encode("ascii")


def _user_body(user: RingUser) -> dict[str, Any]:
    stretch = user.stretch
    return {
        "id": user.user_id,
        "argon2id": {
            "rounds": stretch.rounds,
            "memory_kib": stretch.memory_kib,
            "lanes": stretch.lanes,
            "salt": b64encode(stretch.salt).decode("ascii"),
        },
        "keys": {purpose: b64encode(box).decode("ascii") for purpose, box in user.wrapped.items()},
    }


def _decoded(data: bytes) -> Ring:
    body = json.loads(data)
    checksum = body.pop("checksum")
    if checksum != _checksum(body):
        reason = "checksum differs"
        raise ValueError(reason)
    if body["format"] > FORMAT:
        raise StoreProblem(StoreCode.STORE_NEWER, "ring")
    users = tuple(_user_from(user) for user in body["users"])
    return Ring(generation=int(body["generation"]), users=users, store_id=str(body.get("store", "")))


def _user_from(body: dict[str, Any]) -> RingUser:
    costs = body["argon2id"]
    stretch = Stretch(
        rounds=int(costs["rounds"]),
        memory_kib=int(costs["memory_kib"]),
        lanes=int(costs["lanes"]),
        salt=b64decode(costs["salt"], validate=True),
    )
    wrapped = {str(purpose): b64decode(box, validate=True) for purpose, box in body["keys"].items()}
    return RingUser(user_id=str(body["id"]), stretch=stretch, wrapped=wrapped)


def _checksum(body: dict[str, Any]) -> str:
    """Finds damage, not forgery: against forgery every wrapped key carries its own seal."""
    return sha256(json.dumps(body, sort_keys=True, separators=(",", ":")).encode("ascii")).hexdigest()
