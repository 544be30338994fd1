"""The two keys of the store, and how a passphrase opens them.

The store key (with its own salt) opens the database; the content key opens what was said. Both are random and
never change; a passphrase only wraps them, so a new passphrase rewrites a few hundred bytes and no data.
"""

from __future__ import annotations

import hmac
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.ring_file import (
    Ring,
    RingUser,
    Stretch,
    read_ring,
    ring_exists,
    write_copy,
    write_ring,
)

OWNER = "owner"
LEAST_CHARACTERS = 12
LEAST_WORDS = 4
_LEAST_LETTERS = 2
_ID_DIGITS = 32
_KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12
_ROUNDS, _MEMORY_KIB, _LANES = 3, 64 * 1024, 1
_STORE, _CONTENT = "store", "content"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """The opened keys, and what opening them has to tell. They never show in a text of this value.

    Attributes:
        user_id: whose passphrase opened them.
        store_key: 32 random bytes for the database.
        store_salt: 16 random bytes, so that the salt in the file may be hurt and the store still opens.
        content_key: 32 random bytes for what was said.
        notices: for example that a damaged copy of the ring was written anew.
    """

    user_id: str
    store_key: bytes = field(repr=False)
    store_salt: bytes = field(repr=False)
    content_key: bytes = field(repr=False)
    notices: tuple[StoreProblem, ...] = ()

    @property
    def store_id(self) -> str:
        """Which store these keys open: tells two stores apart, and nothing about the keys."""
        return self.mark_of(b"intake store").hex()[:_ID_DIGITS]

    def mark_of(self, data: bytes) -> bytes:
        """A mark on data that only who holds the store key can make, and check."""
        return hmac.digest(self.store_key, data, "sha256")


def new_keys(user_id: str = OWNER) -> Keys:
    """Fresh random keys from the system's own source."""
    return Keys(
        user_id=user_id,
        store_key=secrets.token_bytes(_KEY_BYTES),
        store_salt=secrets.token_bytes(_SALT_BYTES),
        content_key=secrets.token_bytes(_KEY_BYTES),
    )


def passphrase_problem(passphrase: str) -> StoreProblem | None:
    """What is wrong with a new passphrase: it needs twelve characters, or four words."""
    settled = _settled(passphrase)
    if not settled:
        return StoreProblem(StoreCode.PASSPHRASE_EMPTY, "ring")
    words = [word for word in settled.split() if len(word) >= _LEAST_LETTERS]
    if len(settled) >= LEAST_CHARACTERS or len(words) >= LEAST_WORDS:
        return None
    needed = {"characters": str(LEAST_CHARACTERS), "words": str(LEAST_WORDS)}
    return StoreProblem(StoreCode.PASSPHRASE_SHORT, "ring", needed)


def create(path: Path, passphrase: str, *, user_id: str = OWNER) -> Keys:
    """Make a key ring with new keys; never over one that exists.

    Raises:
        StoreProblem: `ring_exists`, `passphrase_empty` or `passphrase_short`.
    """
    if ring_exists(path):
        raise StoreProblem(StoreCode.RING_EXISTS, "ring")
    keys = new_keys(user_id)
    write_ring(path, Ring(generation=1, users=(_wrapped_for(keys, passphrase),), store_id=keys.store_id))
    return keys


def unlock(path: Path, passphrase: str, *, user_id: str = OWNER) -> Keys:
    """Open the keys; a missing, damaged or older copy of the ring is written anew, and that is told.

    Raises:
        StoreProblem: `passphrase_wrong`, `ring_missing` or `ring_damaged`.
    """
    found = read_ring(path)
    keys = open_ring(found.ring, passphrase, user_id=user_id)
    return replace(keys, notices=tuple(_repaired(copy, found.ring) for copy in found.unsound))


def open_ring(ring: Ring, passphrase: str, *, user_id: str = OWNER) -> Keys:
    """Open the keys of a ring wherever it lies.

    Raises:
        StoreProblem: `passphrase_wrong`, or `ring_damaged` when it holds no keys of this user.
    """
    return _unwrapped(_user_of(ring, user_id), passphrase)


def change_passphrase(path: Path, old: str, new: str, *, user_id: str = OWNER) -> None:
    """Wrap the same keys under a new passphrase; the data stay as they are.

    Raises:
        StoreProblem: `passphrase_wrong` for the old one, `passphrase_empty` or `passphrase_short` for
            the new one.
    """
    ring = read_ring(path).ring
    user = _user_of(ring, user_id)
    keys = _unwrapped(user, old)
    changed = _wrapped_for(keys, new)
    users = tuple(changed if other.user_id == user_id else other for other in ring.users)
    write_ring(path, Ring(generation=ring.generation + 1, users=users, store_id=keys.store_id))


def _repaired(copy: Path, ring: Ring) -> StoreProblem:
    which = {"copy": copy.name}
    try:
        write_copy(copy, ring)
    except StoreProblem:
        return StoreProblem(StoreCode.RING_COPY_NOT_REPLACED, "ring", which)
    return StoreProblem(StoreCode.RING_COPY_REPLACED, "ring", which)


def _user_of(ring: Ring, user_id: str) -> RingUser:
    """An unknown user is told the same as a wrong passphrase."""
    for user in ring.users:
        if user.user_id == user_id:
            return user
    raise StoreProblem(StoreCode.PASSPHRASE_WRONG, "ring")


def _wrapped_for(keys: Keys, passphrase: str) -> RingUser:
    problem = passphrase_problem(passphrase)
    if problem is not None:
        raise problem
    salt = secrets.token_bytes(_SALT_BYTES)
    stretch = Stretch(rounds=_ROUNDS, memory_kib=_MEMORY_KIB, lanes=_LANES, salt=salt)
    cipher = _cipher(passphrase, stretch)
    secret: Mapping[str, bytes] = {_STORE: keys.store_key + keys.store_salt, _CONTENT: keys.content_key}
    wrapped = {purpose: _wrap(cipher, key, keys.user_id, purpose) for purpose, key in secret.items()}
    return RingUser(user_id=keys.user_id, stretch=stretch, wrapped=wrapped)


def _unwrapped(user: RingUser, passphrase: str) -> Keys:
    cipher = _cipher(passphrase, user.stretch)
    store = _unwrap(cipher, user, _STORE)
    return Keys(
        user_id=user.user_id,
        store_key=store[:_KEY_BYTES],
        store_salt=store[_KEY_BYTES:],
        content_key=_unwrap(cipher, user, _CONTENT),
    )


def _wrap(cipher: AESGCM, key: bytes, user_id: str, purpose: str) -> bytes:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + cipher.encrypt(nonce, key, _bound_to(user_id, purpose))


def _unwrap(cipher: AESGCM, user: RingUser, purpose: str) -> bytes:
    box = user.wrapped.get(purpose)
    if box is None:
        raise StoreProblem(StoreCode.RING_DAMAGED, "ring")
    try:
        return cipher.decrypt(box[:_NONCE_BYTES], box[_NONCE_BYTES:], _bound_to(user.user_id, purpose))
    except (InvalidTag, ValueError):
        raise StoreProblem(StoreCode.PASSPHRASE_WRONG, "ring") from None


def _bound_to(user_id: str, purpose: str) -> bytes:
    """A wrapped key opens only for its own user and purpose."""
    return b"\x00".join((b"intake key ring 1", user_id.encode("utf-8"), purpose.encode("ascii")))


def _cipher(passphrase: str, stretch: Stretch) -> AESGCM:
    key = hash_secret_raw(
        secret=_settled(passphrase).encode("utf-8"),
        salt=stretch.salt,
        time_cost=stretch.rounds,
        memory_cost=stretch.memory_kib,
        parallelism=stretch.lanes,
        hash_len=_KEY_BYTES,
        type=Type.ID,
    )
    return AESGCM(key)


def _settled(passphrase: str) -> str:
    """The same bytes for the same passphrase, whichever keyboard or clipboard it came from."""
    return unicodedata.normalize("NFKC", passphrase).strip()
