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
    """Seals and opens payloads of one store. Without the content key every call raises `content_closed`."""

    def __init__(self, content_key: bytes | None) -> None:
        """Hold the cipher, not the key itself."""
        self._held = None if content_key is None else AESGCM(content_key)

    def need_key(self) -> AESGCM:
        """The cipher; raises StoreProblem `content_closed` for who may not read what was said."""
        if self._held is None:
            raise StoreProblem(StoreCode.CONTENT_CLOSED, "conversation")
        return self._held

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

    def seal_draft(self, user_id: str, payload: bytes) -> bytes:
        """Seal what a user was typing, for this user only."""
        return self._seal(payload, _place("draft", user_id, 0))

    def open_draft(self, user_id: str, box: bytes) -> bytes:
        """Open what a user was typing; raises StoreProblem `damaged` when it is not theirs."""
        return self._open(box, _place("draft", user_id, 0))

    def seal_figures(self, id_: str, payload: bytes) -> bytes:
        """Seal the figures of one row; they stay readable when the row no longer leads to a conversation."""
        return self._seal(payload, _place("figures", id_, 0))

    def open_figures(self, id_: str, box: bytes) -> bytes:
        """Open the figures of one row; raises StoreProblem `damaged` when they are not of this row."""
        return self._open(box, _place("figures", id_, 0))

    def _seal(self, payload: bytes, place: bytes) -> bytes:
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return _VERSION + nonce + self.need_key().encrypt(nonce, _padded(payload), _VERSION + place)

    def _open(self, box: bytes, place: bytes, conversation_id: str = "") -> bytes:
        start = len(_VERSION)
        nonce, sealed = box[start : start + _NONCE_BYTES], box[start + _NONCE_BYTES :]
        try:
            padded = self.need_key().decrypt(nonce, sealed, box[:start] + place)
        except (InvalidTag, ValueError, TypeError):
            if conversation_id:
                raise StoreProblem(StoreCode.DAMAGED, "conversation", {"conversation": conversation_id}) from None
            raise StoreProblem(StoreCode.DAMAGED, "store") from None
        length = int.from_bytes(padded[:_LENGTH_BYTES], "big")
        return padded[_LENGTH_BYTES : _LENGTH_BYTES + length]


def _padded(payload: bytes) -> bytes:
    framed = len(payload).to_bytes(_LENGTH_BYTES, "big") + payload
    return framed + bytes(-len(framed) % BLOCK)


def _place(kind: str, owner: str, seq: int) -> bytes:
    """Each part with its length, so that no two places share a form."""
    parts = (kind.encode("ascii"), owner.encode("utf-8"), str(seq).encode("ascii"))
    return b"".join(len(part).to_bytes(_LENGTH_BYTES, "big") + part for part in parts)
