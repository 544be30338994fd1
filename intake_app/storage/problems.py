"""What can go wrong in the store, as a closed set of codes. The texts to the codes stand elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class StoreCode(StrEnum):
    """Every way in which the store can refuse, fail, or have something to tell."""

    PASSPHRASE_EMPTY = "passphrase_empty"  # noqa: S105  a code, no secret
    PASSPHRASE_SHORT = "passphrase_short"  # noqa: S105  a code, no secret
    PASSPHRASE_WRONG = "passphrase_wrong"  # noqa: S105  a code, no secret
    PASSPHRASE_COMMON = "passphrase_common"  # noqa: S105  a code, no secret
    PASSPHRASE_SAME = "passphrase_same"  # noqa: S105  a code, no secret
    RING_MISSING = "ring_missing"
    RING_EXISTS = "ring_exists"
    RING_DAMAGED = "ring_damaged"
    RING_COPY_REPLACED = "ring_copy_replaced"
    RING_COPY_NOT_REPLACED = "ring_copy_not_replaced"
    RING_FORGED = "ring_forged"
    RING_NOT_RENEWED = "ring_not_renewed"
    NAME_EMPTY = "name_empty"
    NAME_TAKEN = "name_taken"
    USER_UNKNOWN = "user_unknown"
    USER_BLOCKED = "user_blocked"
    OWN_BLOCK = "own_block"
    LAST_ADMINISTRATOR = "last_administrator"
    LAST_CONTENT_HOLDER = "last_content_holder"
    ROLE_WITHOUT_CONTENT = "role_without_content"
    CONTENT_CLOSED = "content_closed"
    RECOVERY_MISSING = "recovery_missing"
    RECOVERY_MISTYPED = "recovery_mistyped"
    RECOVERY_WRONG = "recovery_wrong"
    STORE_MISSING = "store_missing"
    STORE_EXISTS = "store_exists"
    STORE_NEWER = "store_newer"
    DAMAGED = "damaged"
    IN_USE = "in_use"
    NETWORK_SHARE = "network_share"
    NOT_PERMITTED = "not_permitted"
    DISK_FULL = "disk_full"
    WRITE_FAILED = "write_failed"
    STALE = "stale"
    LOCKED = "locked"
    UNKNOWN_CONVERSATION = "unknown_conversation"
    CONVERSATION_EXISTS = "conversation_exists"
    UNKNOWN_CONTENT = "unknown_content"
    CONTENT_DIFFERS = "content_differs"
    NOT_SAVED = "not_saved"
    DIRECTORY_CHANGED_SINCE = "directory_changed_since"
    UNKNOWN_BATCH = "unknown_batch"
    LOG_CUT = "log_cut"
    LOG_BROKEN = "log_broken"
    NOTE_UNREADABLE = "note_unreadable"
    BACKUP_MISSING = "backup_missing"
    BACKUP_FOREIGN = "backup_foreign"
    BACKUP_DAMAGED = "backup_damaged"
    BACKUP_OF_OTHER = "backup_of_other"
    BACKUP_CANCELLED = "backup_cancelled"


class StoreProblem(Exception):  # noqa: N818  the project's word for what goes wrong is "problem"
    """A refusal or failure of the store; it cannot be changed once made.

    Holds ids, numbers and codes only: never an answer, a name, a passphrase or a key.

    Attributes:
        code: which problem it is.
        where: the part of the store: "ring", "store", "conversation", "content", "directory", "log", "writer" or
            "backup".
        values: what a text about it may fill in, such as the id of a conversation.
    """

    def __init__(self, code: StoreCode, where: str, values: Mapping[str, str] | None = None) -> None:
        """Keep a copy of the values that nobody can change afterwards."""
        super().__init__(code, where)
        self._code = code
        self._where = where
        self._values = MappingProxyType(dict(values or {}))

    @property
    def code(self) -> StoreCode:
        """Which problem it is."""
        return self._code

    @property
    def where(self) -> str:
        """The part of the store that it is about."""
        return self._where

    @property
    def values(self) -> Mapping[str, str]:
        """What a text about it may fill in."""
        return self._values

    def __str__(self) -> str:
        """Code, place and values: enough for a log, and free of what was said."""
        told = "".join(f" {name}={value}" for name, value in self._values.items())
        return f"{self._code} ({self._where}){told}"

    def __reduce__(self) -> tuple[type[StoreProblem], tuple[StoreCode, str, dict[str, str]]]:
        """Travel whole to another process."""
        return type(self), (self._code, self._where, dict(self._values))
