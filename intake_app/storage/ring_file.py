"""The key ring as a file: JSON with a checksum, kept twice, each replaced whole.

The ring holds who may open the store, with wrapped keys only. Whoever loses both copies loses the store, so every
backup carries them. Format 1, of one user without a name, is read and written as it was.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from intake_app.practice.chain import Anchor
from intake_app.practice.users import Role, User
from intake_app.storage.private_files import file_problems, write_privately
from intake_app.storage.problems import StoreCode, StoreProblem

FORMAT = 2
FIRST_FORMAT = 1
STORE, PRIVATE, CONTENT = "store", "private", "content"
"""What a key that is wrapped in the ring is for."""
_MOST_MEMORY_KIB = 1 << 20
_MOST_ROUNDS = 20
_MOST_LANES = 16
_LEAST_SALT = 16
_DIGEST_BYTES = 32


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
    """One user of the ring: how their passphrase is stretched, and the keys wrapped for them, by purpose.

    Attributes:
        public_key: what others seal the content key to; empty in format 1.
    """

    user_id: str
    stretch: Stretch
    wrapped: Mapping[str, bytes]
    name: str = field(default="", repr=False)
    roles: frozenset[Role] = frozenset()
    is_blocked: bool = False
    must_change: bool = False
    public_key: bytes = b""

    @property
    def user(self) -> User:
        """The user as the rest of the program knows them."""
        return User(
            id=self.user_id,
            name=self.name,
            roles=self.roles,
            is_admitted=CONTENT in self.wrapped,
            is_blocked=self.is_blocked,
            must_change=self.must_change,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryEntry:
    """The keys once more, wrapped under the code of the recovery sheet; when it was made, and tried from the paper."""

    stretch: Stretch
    wrapped: Mapping[str, bytes]
    made: datetime
    tested: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """All users, and a number that grows with every change: of two whole copies the higher one counts.

    Attributes:
        store_id: which store it opens, readable without a passphrase; "" in a ring that never told.
        anchor: how far the log went when the ring was written last.
        gone: the ids of the talks that were erased, so that an older copy does not bring them back.
        seal: what only a holder of the store key can make of all this; empty in format 1.
    """

    generation: int
    users: tuple[RingUser, ...]
    store_id: str = ""
    format: int = FORMAT
    anchor: Anchor = field(default_factory=Anchor)
    gone: tuple[str, ...] = ()
    recovery: RecoveryEntry | None = None
    seal: bytes = b""


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
    body = _body(ring)
    return json.dumps({**body, "checksum": _checksum(body)}, indent=1).encode("ascii")


def sealed_part(ring: Ring) -> bytes:
    """Everything that the seal is made over: all but itself and the generation.

    The generation only chooses between two copies; who could put back an older ring could do so in both files.
    """
    return _canonical(_body(replace(ring, generation=0, seal=b"")))


def _body(ring: Ring) -> dict[str, Any]:
    body: dict[str, Any] = {
        "format": ring.format,
        "generation": ring.generation,
        "users": [_user_body(user, ring.format) for user in ring.users],
    }
    if ring.store_id:
        body["store"] = ring.store_id
    if ring.format > FIRST_FORMAT:
        body["anchor"] = {"count": ring.anchor.count, "head": _text(ring.anchor.head)}
        body["gone"] = list(ring.gone)
        body["recovery"] = None if ring.recovery is None else _recovery_body(ring.recovery)
        body["seal"] = _text(ring.seal)
    return body


def _user_body(user: RingUser, ring_format: int) -> dict[str, Any]:
    body = {"id": user.user_id, **_wrapped_body(user.stretch, user.wrapped)}
    if ring_format == FIRST_FORMAT:
        return body
    return {
        **body,
        "name": user.name,
        "roles": sorted(user.roles),
        "blocked": user.is_blocked,
        "must_change": user.must_change,
        "public": _text(user.public_key),
    }


def _recovery_body(entry: RecoveryEntry) -> dict[str, Any]:
    return {
        **_wrapped_body(entry.stretch, entry.wrapped),
        "made": entry.made.isoformat(),
        "tested": None if entry.tested is None else entry.tested.isoformat(),
    }


def _wrapped_body(stretch: Stretch, wrapped: Mapping[str, bytes]) -> dict[str, Any]:
    return {
        "argon2id": {
            "rounds": stretch.rounds,
            "memory_kib": stretch.memory_kib,
            "lanes": stretch.lanes,
            "salt": _text(stretch.salt),
        },
        "keys": {purpose: _text(box) for purpose, box in wrapped.items()},
    }


def _decoded(data: bytes) -> Ring:
    body = json.loads(data)
    checksum = body.pop("checksum")
    if checksum != _checksum(body):
        reason = "checksum differs"
        raise ValueError(reason)
    if body["format"] > FORMAT:
        raise StoreProblem(StoreCode.STORE_NEWER, "ring")
    ring = Ring(
        generation=int(body["generation"]),
        users=tuple(_user_from(user) for user in body["users"]),
        store_id=str(body.get("store", "")),
        format=int(body["format"]),
    )
    if ring.format == FIRST_FORMAT:
        return ring
    return replace(
        ring,
        anchor=Anchor(count=int(body["anchor"]["count"]), head=_bytes(body["anchor"]["head"], _DIGEST_BYTES)),
        gone=tuple(str(each) for each in body["gone"]),
        recovery=None if body["recovery"] is None else _recovery_from(body["recovery"]),
        seal=_bytes(body["seal"]),
    )


def _user_from(body: dict[str, Any]) -> RingUser:
    return RingUser(
        user_id=str(body["id"]),
        stretch=_stretch_from(body),
        wrapped=_wrapped_from(body),
        name=str(body.get("name", "")),
        roles=frozenset(Role(role) for role in body.get("roles", ())),
        is_blocked=bool(body.get("blocked", False)),
        must_change=bool(body.get("must_change", False)),
        public_key=_bytes(body.get("public", "")),
    )


def _recovery_from(body: dict[str, Any]) -> RecoveryEntry:
    tested = body["tested"]
    return RecoveryEntry(
        stretch=_stretch_from(body),
        wrapped=_wrapped_from(body),
        made=datetime.fromisoformat(body["made"]),
        tested=None if tested is None else datetime.fromisoformat(tested),
    )


def _stretch_from(body: dict[str, Any]) -> Stretch:
    costs = body["argon2id"]
    return Stretch(
        rounds=int(costs["rounds"]),
        memory_kib=int(costs["memory_kib"]),
        lanes=int(costs["lanes"]),
        salt=_bytes(costs["salt"]),
    )


def _wrapped_from(body: dict[str, Any]) -> dict[str, bytes]:
    return {str(purpose): _bytes(box) for purpose, box in body["keys"].items()}


def _checksum(body: dict[str, Any]) -> str:
    """Finds damage, not forgery: against forgery there is the seal."""
    return sha256(_canonical(body)).hexdigest()


def _canonical(body: dict[str, Any]) -> bytes:
    return json.dumps(body, sort_keys=True, separators=(",", ":")).encode("ascii")


def _text(data: bytes) -> str:
    return b64encode(data).decode("ascii")


def _bytes(text: str, length: int | None = None) -> bytes:
    data = b64decode(text, validate=True)
    if length is not None and len(data) != length:
        reason = "length differs"
        raise ValueError(reason)
    return data
