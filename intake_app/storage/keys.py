"""The two keys of the store, and how a passphrase opens them.

The store key (with its own salt) opens the database; the content key opens what was said. Both are random and
never change; a passphrase only wraps them, so a new passphrase or a new user rewrites a few hundred bytes and no
data. The content key is sealed to the key pair of each user who may read what was said: whoever holds it can admit
a colleague without knowing their passphrase.
"""

from __future__ import annotations

import hmac
import secrets
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from intake_app.practice.chain import Anchor
from intake_app.practice.passphrases import LEAST_CHARACTERS, LEAST_WORDS, Weakness, settled, weakness_of
from intake_app.practice.users import FIRST_ROLES, User
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.ring_file import (
    CONTENT,
    FIRST_FORMAT,
    FORMAT,
    PRIVATE,
    STORE,
    FoundRing,
    Ring,
    RingUser,
    Stretch,
    read_ring,
    ring_exists,
    sealed_part,
    write_copy,
    write_ring,
)
from intake_app.storage.wrapping import KEY_BYTES, cipher_of, new_pair, open_sealed, place_of, seal_to, unwrap, wrap

OWNER = "owner"
_ID_DIGITS = 32
_SALT_BYTES = 16
_ROUNDS, _MEMORY_KIB, _LANES = 3, 64 * 1024, 1
_SEAL = b"intake key ring 2\x00"
_NOBODY = User(id="", name="")
_CODES = {
    Weakness.EMPTY: StoreCode.PASSPHRASE_EMPTY,
    Weakness.SHORT: StoreCode.PASSPHRASE_SHORT,
    Weakness.COMMON: StoreCode.PASSPHRASE_COMMON,
}
_CHANGING = threading.RLock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """The opened keys, and what opening them has to tell. They never show in a text of this value.

    Attributes:
        user_id: whose passphrase opened them.
        store_key: 32 random bytes for the database.
        store_salt: 16 random bytes, so that the salt in the file may be hurt and the store still opens.
        content_key: 32 random bytes for what was said; None when this user may not read it.
        user: who opened them, as the ring knew them at that moment.
        notices: for example that a damaged copy of the ring was written anew.
    """

    user_id: str
    store_key: bytes = field(repr=False)
    store_salt: bytes = field(repr=False)
    content_key: bytes | None = field(repr=False)
    user: User = field(default=_NOBODY, repr=False)
    notices: tuple[StoreProblem, ...] = ()

    def __post_init__(self) -> None:
        """Who makes keys without naming a user is the first one of a new store."""
        if self.user is _NOBODY:
            is_admitted = self.content_key is not None
            first = User(id=self.user_id, name="", roles=FIRST_ROLES, is_admitted=is_admitted)
            object.__setattr__(self, "user", first)

    @property
    def store_id(self) -> str:
        """Which store these keys open: tells two stores apart, and nothing about the keys."""
        return self.mark_of(b"intake store").hex()[:_ID_DIGITS]

    @property
    def log_key(self) -> bytes:
        """What seals the chain of the log: made from the store key, and of no use for anything else."""
        return self.mark_of(b"intake log 1")

    def mark_of(self, data: bytes) -> bytes:
        """A mark on data that only who holds the store key can make, and check."""
        return hmac.digest(self.store_key, data, "sha256")


def new_keys(user_id: str = OWNER) -> Keys:
    """Fresh random keys from the system's own source."""
    return Keys(
        user_id=user_id,
        store_key=secrets.token_bytes(KEY_BYTES),
        store_salt=secrets.token_bytes(_SALT_BYTES),
        content_key=secrets.token_bytes(KEY_BYTES),
    )


def passphrase_problem(passphrase: str, name: str = "") -> StoreProblem | None:
    """What is wrong with a new passphrase for the user of this name."""
    weakness = weakness_of(passphrase, name)
    if weakness is None:
        return None
    needed = {"characters": str(LEAST_CHARACTERS), "words": str(LEAST_WORDS)}
    return StoreProblem(_CODES[weakness], "ring", needed if weakness is Weakness.SHORT else None)


def create(path: Path, passphrase: str, *, name: str = "") -> Keys:
    """Make a key ring with new keys and its first user; never over one that exists.

    Raises:
        StoreProblem: `ring_exists`, `passphrase_empty`, `passphrase_short` or `passphrase_common`.
    """
    if ring_exists(path):
        raise StoreProblem(StoreCode.RING_EXISTS, "ring")
    keys = new_keys(new_user_id())
    keys = replace(keys, user=replace(keys.user, name=settled_name(name)))
    ring = Ring(generation=1, users=(made_user(keys, keys.user, passphrase),), store_id=keys.store_id)
    write_ring(path, sealed(ring, keys))
    return keys


def unlock(path: Path, passphrase: str, *, user_id: str = "") -> Keys:
    """Open the keys; a missing, damaged or older copy of the ring is written anew, and that is told.

    A ring of the first format becomes one of today.

    Args:
        path: where the ring lies.
        passphrase: what was typed.
        user_id: whose; "" where there is one user only.

    Raises:
        StoreProblem: `passphrase_wrong`, `user_blocked`, `ring_missing`, `ring_damaged` or `ring_forged`.
    """
    with _CHANGING:
        found = read_ring(path)
        keys, ring = _opened(found.ring, passphrase, user_id)
        if ring is not found.ring:
            return replace(keys, notices=_renewed(path, found, ring))
        return replace(keys, notices=tuple(_repaired(copy, ring) for copy in found.unsound))


def open_ring(ring: Ring, passphrase: str, *, user_id: str = "") -> Keys:
    """Open the keys of a ring wherever it lies, and write nothing.

    Raises:
        StoreProblem: `passphrase_wrong`, `user_blocked`, `ring_forged`, or `ring_damaged` when it lacks a key.
    """
    return _opened(ring, passphrase, user_id)[0]


def change_passphrase(path: Path, old: str, new: str, *, user_id: str = "") -> None:
    """Wrap the same keys under a new passphrase; the data stay as they are.

    Raises:
        StoreProblem: as `unlock` for the old one; for the new one `passphrase_same`, or what is wrong with it.
    """
    with _CHANGING:
        keys, ring = _opened(read_ring(path).ring, old, user_id)
        if settled(old) == settled(new):
            raise StoreProblem(StoreCode.PASSPHRASE_SAME, "ring")
        changed = made_user(keys, replace(keys.user, must_change=False), new)
        _write_next(path, with_user(ring, changed), keys)


def anchor_of(path: Path, keys: Keys) -> Anchor:
    """How far the log went when the anchor was kept last; raises StoreProblem as `unlock`."""
    return checked(read_ring(path).ring, keys).anchor


def keep_anchor(path: Path, keys: Keys, anchor: Anchor) -> None:
    """Keep how far the log goes; raises StoreProblem as `change_ring`."""
    change_ring(path, keys, lambda ring: replace(ring, anchor=anchor))


def keep_gone(path: Path, keys: Keys, ids: Iterable[str]) -> None:
    """Add ids of talks that were erased; raises StoreProblem as `change_ring`."""
    added = frozenset(ids)
    change_ring(path, keys, lambda ring: replace(ring, gone=tuple(sorted({*ring.gone, *added}))))


def change_ring(path: Path, keys: Keys, changed: Callable[[Ring], Ring]) -> None:
    """Replace the ring by what `changed` makes of it; threads that do so at once lose nothing of one another.

    Raises:
        StoreProblem: `ring_forged` and then nothing is written, `ring_not_renewed` for a ring of the first
            format, what `changed` refuses, or what the disk refuses.
    """
    with _CHANGING:
        ring = checked(read_ring(path).ring, keys)
        if ring.format == FIRST_FORMAT:
            raise StoreProblem(StoreCode.RING_NOT_RENEWED, "ring")
        made = changed(ring)
        if made != ring:
            _write_next(path, made, keys)


def sealed(ring: Ring, keys: Keys) -> Ring:
    """The ring with the seal that a holder of the store key makes."""
    return replace(ring, seal=keys.mark_of(_SEAL + sealed_part(ring)))


def checked(ring: Ring, keys: Keys) -> Ring:
    """The same ring; raises StoreProblem `ring_forged` when no holder of the store key made it as it is."""
    if ring.format > FIRST_FORMAT and not hmac.compare_digest(ring.seal, sealed(ring, keys).seal):
        raise StoreProblem(StoreCode.RING_FORGED, "ring")
    return ring


def new_user_id() -> str:
    """An id that tells nothing about the user."""
    return secrets.token_hex(_ID_DIGITS // 2)


def settled_name(name: str) -> str:
    """A name without superfluous spaces."""
    return " ".join(name.split())


def new_stretch() -> Stretch:
    """The costs of today, with a fresh salt."""
    salt = secrets.token_bytes(_SALT_BYTES)
    return Stretch(rounds=_ROUNDS, memory_kib=_MEMORY_KIB, lanes=_LANES, salt=salt)


def made_user(keys: Keys, user: User, passphrase: str) -> RingUser:
    """A user of the ring with a new key pair under this passphrase, admitted when `user` is and the keys can.

    Raises:
        StoreProblem: what is wrong with the passphrase.
    """
    problem = passphrase_problem(passphrase, user.name)
    if problem is not None:
        raise problem
    stretch = new_stretch()
    return _made(keys, user, stretch, cipher_of(passphrase, stretch))


def admitted(user: RingUser, content_key: bytes) -> RingUser:
    """The user with the content key sealed to their key pair."""
    box = seal_to(user.public_key, content_key, place_of(FORMAT, user.user_id, CONTENT))
    return replace(user, wrapped={**user.wrapped, CONTENT: box})


def with_user(ring: Ring, changed: RingUser) -> Ring:
    """The ring with this user in the place of the one of the same id."""
    return replace(ring, users=tuple(changed if user.user_id == changed.user_id else user for user in ring.users))


def _made(keys: Keys, user: User, stretch: Stretch, cipher: AESGCM) -> RingUser:
    private, public = new_pair()
    made = RingUser(
        user_id=user.id,
        stretch=stretch,
        wrapped={
            STORE: wrap(cipher, keys.store_key + keys.store_salt, place_of(FORMAT, user.id, STORE)),
            PRIVATE: wrap(cipher, private, place_of(FORMAT, user.id, PRIVATE)),
        },
        name=user.name,
        roles=user.roles,
        is_blocked=user.is_blocked,
        must_change=user.must_change,
        public_key=public,
    )
    return admitted(made, keys.content_key) if user.is_admitted and keys.content_key is not None else made


def _opened(ring: Ring, passphrase: str, user_id: str) -> tuple[Keys, Ring]:
    """The keys, and the ring; instead of one of the first format the one that it becomes."""
    user = _user_of(ring, user_id)
    cipher = cipher_of(passphrase, user.stretch)
    both = unwrap(cipher, _box(user, STORE), place_of(ring.format, user.user_id, STORE))
    keys = Keys(
        user_id=user.user_id,
        store_key=both[:KEY_BYTES],
        store_salt=both[KEY_BYTES:],
        content_key=None,
        user=user.user,
    )
    if ring.format == FIRST_FORMAT:
        return _of_first_format(ring, keys, user, cipher)
    checked(ring, keys)
    if user.is_blocked:
        raise StoreProblem(StoreCode.USER_BLOCKED, "ring")
    if CONTENT in user.wrapped:
        private = unwrap(cipher, _box(user, PRIVATE), place_of(FORMAT, user.user_id, PRIVATE))
        content = open_sealed(private, user.wrapped[CONTENT], place_of(FORMAT, user.user_id, CONTENT))
        keys = replace(keys, content_key=content)
    return keys, ring


def _of_first_format(ring: Ring, keys: Keys, user: RingUser, cipher: AESGCM) -> tuple[Keys, Ring]:
    """There both keys were wrapped under the passphrase of the only user."""
    content = unwrap(cipher, _box(user, CONTENT), place_of(FIRST_FORMAT, user.user_id, CONTENT))
    keys = replace(keys, content_key=content, user=replace(keys.user, roles=FIRST_ROLES, is_admitted=True))
    users = (_made(keys, keys.user, user.stretch, cipher),)
    return keys, sealed(Ring(generation=ring.generation + 1, users=users, store_id=keys.store_id), keys)


def _user_of(ring: Ring, user_id: str) -> RingUser:
    """An unknown user is told the same as a wrong passphrase, and so is nobody where there are several."""
    users = [user for user in ring.users if user_id in {"", user.user_id}]
    if len(users) == 1:
        return users[0]
    raise StoreProblem(StoreCode.PASSPHRASE_WRONG, "ring")


def _box(user: RingUser, purpose: str) -> bytes:
    box = user.wrapped.get(purpose)
    if box is None:
        raise StoreProblem(StoreCode.RING_DAMAGED, "ring")
    return box


def _write_next(path: Path, ring: Ring, keys: Keys) -> None:
    write_ring(path, sealed(replace(ring, generation=ring.generation + 1), keys))


def _renewed(path: Path, found: FoundRing, ring: Ring) -> tuple[StoreProblem, ...]:
    """Write a ring that came from the first format; a full disk keeps nobody out, the next opening tries again."""
    try:
        write_ring(path, ring)
    except StoreProblem:
        return (StoreProblem(StoreCode.RING_NOT_RENEWED, "ring"),)
    return tuple(_replaced(copy, StoreCode.RING_COPY_REPLACED) for copy in found.unsound)


def _repaired(copy: Path, ring: Ring) -> StoreProblem:
    try:
        write_copy(copy, ring)
    except StoreProblem:
        return _replaced(copy, StoreCode.RING_COPY_NOT_REPLACED)
    return _replaced(copy, StoreCode.RING_COPY_REPLACED)


def _replaced(copy: Path, code: StoreCode) -> StoreProblem:
    return StoreProblem(code, "ring", {"copy": copy.name})
