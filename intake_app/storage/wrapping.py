"""Wrapping of keys: under a passphrase, and sealed to the public key of a user who need not be there."""

from __future__ import annotations

import secrets

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from intake_app.practice.passphrases import settled
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.ring_file import Stretch

KEY_BYTES = 32
_NONCE_BYTES = 12


def cipher_of(passphrase: str, stretch: Stretch) -> AESGCM:
    """The cipher that a passphrase makes. Slow on purpose."""
    key = hash_secret_raw(
        secret=settled(passphrase).encode("utf-8"),
        salt=stretch.salt,
        time_cost=stretch.rounds,
        memory_cost=stretch.memory_kib,
        parallelism=stretch.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )
    return AESGCM(key)


def place_of(ring_format: int, user_id: str, purpose: str) -> bytes:
    """A wrapped key opens only in its own format of ring, for its own user and purpose."""
    return b"\x00".join((b"intake key ring %d" % ring_format, user_id.encode("utf-8"), purpose.encode("ascii")))


def wrap(cipher: AESGCM, key: bytes, place: bytes) -> bytes:
    """Wrap a key."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + cipher.encrypt(nonce, key, place)


def unwrap(cipher: AESGCM, box: bytes, place: bytes) -> bytes:
    """Open a wrapped key; raises StoreProblem `passphrase_wrong` when this cipher, or this place, is not its own."""
    try:
        return cipher.decrypt(box[:_NONCE_BYTES], box[_NONCE_BYTES:], place)
    except (InvalidTag, ValueError):
        raise StoreProblem(StoreCode.PASSPHRASE_WRONG, "ring") from None


def new_pair() -> tuple[bytes, bytes]:
    """A private key, and the public key to it."""
    private = X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def seal_to(public: bytes, key: bytes, place: bytes) -> bytes:
    """Seal a key so that only the holder of the private key opens it."""
    passing = X25519PrivateKey.generate()
    once = passing.public_key().public_bytes_raw()
    shared = passing.exchange(X25519PublicKey.from_public_bytes(public))
    return once + wrap(_agreed(shared, once, public), key, place)


def open_sealed(private: bytes, box: bytes, place: bytes) -> bytes:
    """Open what was sealed to the public key of this private one; raises StoreProblem `ring_damaged`."""
    own = X25519PrivateKey.from_private_bytes(private)
    once, wrapped = box[:KEY_BYTES], box[KEY_BYTES:]
    try:
        shared = own.exchange(X25519PublicKey.from_public_bytes(once))
        return unwrap(_agreed(shared, once, own.public_key().public_bytes_raw()), wrapped, place)
    except (ValueError, StoreProblem):
        raise StoreProblem(StoreCode.RING_DAMAGED, "ring") from None


def _agreed(shared: bytes, once: bytes, public: bytes) -> AESGCM:
    """The cipher that both sides come to, bound to both public keys."""
    derived = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=b"intake sealed key" + once + public)
    return AESGCM(derived.derive(shared))
