"""Sealing of what was said: AES-GCM under the content key, bound to its place, padded to hide its length."""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from intake_app.storage.problems import StoreCode, StoreProblem

BLOCK = 256
_VERSION = b"\x01"
_NONCE_BYTES = 12
_LENGTH_BYTES = 4


class Sealer:
    """Seals and opens payloads of one store."""

    def __init__(self, content_key: bytes) -> None:
        """Hold the cipher, not the key itself."""
        self._cipher = AESGCM(content_key)

    def seal_change(self, conversation_id: str, seq: int, payload: bytes) -> bytes:
        """Seal a change so that it opens at this place of this conversation only."""
        return self._seal(payload, _place("change", conversation_id, seq))

    def open_change(self, conversation_id: str, seq: int, box: bytes) -> bytes:
        """Open a change; raises StoreProblem `damaged` when it is not the one sealed here."""
        return self._open(box, _place("change", conversation_id, seq), conversation_id)

    def seal_summary(self, conversation_id: str, seq: int, payload: bytes) -> bytes:
        """Seal the summary of a conversation as it stood after change `seq`."""
        return self._seal(payload, _place("summary", conversation_id, seq))

    def open_summary(self, conversation_id: str, seq: int, box: bytes) -> bytes:
        """Open a summary; raises StoreProblem `damaged` when it is not of this moment."""
        return self._open(box, _place("summary", conversation_id, seq), conversation_id)

    def _seal(self, payload: bytes, place: bytes) -> bytes:
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return _VERSION + nonce + self._cipher.encrypt(nonce, _padded(payload), _VERSION + place)

    def _open(self, box: bytes, place: bytes, conversation_id: str) -> bytes:
        start = len(_VERSION)
        nonce, sealed = box[start : start + _NONCE_BYTES], box[start + _NONCE_BYTES :]
        try:
            padded = self._cipher.decrypt(nonce, sealed, box[:start] + place)
        except (InvalidTag, ValueError):
            values = {"conversation": conversation_id}
            raise StoreProblem(StoreCode.DAMAGED, "conversation", values) from None
        length = int.from_bytes(padded[:_LENGTH_BYTES], "big")
        return padded[_LENGTH_BYTES : _LENGTH_BYTES + length]


def _padded(payload: bytes) -> bytes:
    framed = len(payload).to_bytes(_LENGTH_BYTES, "big") + payload
    return framed + bytes(-len(framed) % BLOCK)


def _place(kind: str, conversation_id: str, seq: int) -> bytes:
    """Each part with its length, so that no two places share a form."""
    parts = (kind.encode("ascii"), conversation_id.encode("utf-8"), str(seq).encode("ascii"))
    return b"".join(len(part).to_bytes(_LENGTH_BYTES, "big") + part for part in parts)
