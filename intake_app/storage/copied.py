"""A copy that a passphrase opened, and the key ring that will open what is put back of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from intake_app.practice.users import User
from intake_app.storage import keys as key_ring
from intake_app.storage.archive import Archive
from intake_app.storage.keys import Keys
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.ring_file import FIRST_FORMAT, Ring, read_ring
from intake_app.storage.swapping import ring_in_force
from intake_app.storage.tables import SCHEMA_VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedCopy:
    """A copy that a passphrase opened, and the store beside which it is to be put.

    Attributes:
        ring: the one that will lie there: today's when the passphrase opens it, else the one of the copy.
        beside: the ring that lies there now; None when there is none that is whole.
    """

    archive: Archive
    keys: Keys
    ring: Ring
    beside: Ring | None

    @property
    def is_same(self) -> bool | None:
        """Whether the copy is of the store that is there; None when that cannot be told."""
        return _is_same(self.archive, self.beside)

    @property
    def is_blocked_today(self) -> bool:
        """Whether the ring that lies there keeps this user out, though an older one did not."""
        return any(user.is_blocked for user in self._rings()[-1].users if user.user_id == self.keys.user_id)

    @property
    def user(self) -> User:
        """Who opened it, with the roles of today: an older ring may tell more."""
        today = self._rings()[-1]
        users = () if today.format == FIRST_FORMAT else today.users
        return next((each.user for each in users if each.user_id == self.keys.user_id), self.keys.user)

    @property
    def gone(self) -> frozenset[str]:
        """The talks that any of the rings knows to be gone."""
        return frozenset(id_ for ring in self._rings() for id_ in ring.gone)

    @property
    def known_events(self) -> int:
        """How many events the log had, as far as any of the rings knows."""
        return max(ring.anchor.count for ring in self._rings())

    def _rings(self) -> tuple[Ring, ...]:
        """The rings of this store."""
        rings = (self.archive.ring, self.ring)
        return rings if self.beside is None or not self.is_same else (*rings, self.beside)


def open_copy(archive: Archive, store: Path, passphrase: str, user_id: str) -> OpenedCopy:
    """Open the ring of the same store that lies there, else the one in the copy, and check the copy's mark.

    Raises:
        StoreProblem: `store_newer`, `passphrase_wrong`, `user_blocked`, `ring_forged`, `backup_damaged`.
    """
    refuse_newer(archive)
    beside = _ring_beside(store)
    found = _by_ring_beside(archive, beside, passphrase, user_id)
    if found is None:
        keys = key_ring.open_ring(archive.ring, passphrase, user_id=user_id)
        found = OpenedCopy(archive=archive, keys=keys, ring=archive.ring, beside=beside)
    if found.is_blocked_today:
        raise StoreProblem(StoreCode.USER_BLOCKED, "ring")
    if not archive.is_made_with(found.keys) or found.keys.store_id != archive.manifest.store:
        raise StoreProblem(StoreCode.BACKUP_DAMAGED, "backup", {"part": "manifest"})
    return found


def _by_ring_beside(archive: Archive, beside: Ring | None, passphrase: str, user_id: str) -> OpenedCopy | None:
    """The ring of the copy stands in for it only for who is named, or the only one: it may lack later users."""
    if beside is None or not _is_same(archive, beside):
        return None
    try:
        keys = key_ring.open_ring(beside, passphrase, user_id=user_id)
    except StoreProblem as problem:
        if problem.code is StoreCode.USER_BLOCKED or (not user_id and len(beside.users) > 1):
            raise
        return None
    return OpenedCopy(archive=archive, keys=keys, ring=beside, beside=beside)


def refuse_newer(archive: Archive) -> None:
    """Raise StoreProblem `store_newer` for a copy that a newer version made."""
    if archive.manifest.schema > SCHEMA_VERSION:
        values = {"found": str(archive.manifest.schema), "known": str(SCHEMA_VERSION)}
        raise StoreProblem(StoreCode.STORE_NEWER, "backup", values)


def _ring_beside(store: Path) -> Ring | None:
    """The ring that lies beside the store; None when there is none, or none that is whole."""
    try:
        return read_ring(ring_in_force(store)).ring
    except StoreProblem:
        return None


def _is_same(archive: Archive, beside: Ring | None) -> bool | None:
    if beside is None or not beside.store_id:
        return None
    return beside.store_id == archive.manifest.store
