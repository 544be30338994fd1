"""The desk of one computer: the store behind a pass phrase, the talks in it, their papers, and the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.bootstrap.drafts import Drafts
from intake_app.bootstrap.fhir import DataForOthers
from intake_app.bootstrap.foresight import Foresights
from intake_app.bootstrap.papers import Papers
from intake_app.bootstrap.problems import as_problem, told
from intake_app.conversation.desk import SETTINGS
from intake_app.core.problems import ProblemsError, problem
from intake_app.practice.audit import Event, EventCode
from intake_app.practice.rights import Action
from intake_app.storage.opening import store_exists, who_writes

if TYPE_CHECKING:
    from collections.abc import Callable

    from intake_app.bootstrap.desk_base import DeskParts
    from intake_app.bootstrap.keeper import Keeper
    from intake_app.bootstrap.office import LocalOffice
    from intake_app.conversation.desk import SaveState
    from intake_app.conversation.knowledge import Knowledge
    from intake_app.triage.foresight.look import Outlook
    from intake_app.triage.what_if import Said

LOOK = frozenset({"theme", "text_scale"})
"""Settings that are a matter of taste: everybody sets them, and nobody logs them."""


class LocalDesk(DataForOthers, Papers):
    """The desk on this computer; see `conversation.desk.Desk` for what each call means."""

    def __init__(self, parts: DeskParts, office: LocalOffice, keeper: Keeper) -> None:
        """Put the parts together; nothing is opened yet."""
        super().__init__(parts)
        office.copies.words = self.problem_text
        self.office, self._keeper = office, keeper
        self._drafts = Drafts(self._door)
        self._foresights = Foresights(parts.loaded.content.source.part("population"))

    @property
    def is_open(self) -> bool:
        """Tell whether the store is open."""
        return self._door.is_open

    @property
    def is_demo(self) -> bool:
        """Tell whether the store lies in a folder that goes away with this desk."""
        return self.folder is not None

    @property
    def is_new(self) -> bool:
        """Tell whether there is no store yet."""
        return not store_exists(self._door.path)

    @property
    def is_read_only(self) -> bool:
        """Tell whether the store was opened to read."""
        return self._door.read_only is not None

    @property
    def read_only_words(self) -> str:
        """Why one can only read."""
        found = self._door.read_only
        if found is None:
            return ""
        if found.damage:
            return self.text("read_only.damaged")
        writer = who_writes(self._door.path)
        if writer is None:
            return self.text("read_only.free")
        since = writer.since.astimezone()
        return self.text("read_only.in_use", who=writer.user or writer.computer, since=f"{since:%H:%M}")

    @property
    def opening_words(self) -> str:
        """What opening the store had to tell."""
        if not self._door.is_open or self.is_read_only:
            return ""
        told_ = dict.fromkeys(self.problem_text(as_problem(each)) for each in self._door.store.notices)
        missing = self._archivist.unreadable
        lines = [*told_, self.text("list.unreadable", count=str(missing))] if missing else [*told_]
        return "\n".join(lines)

    def create(self, passphrase: str, name: str = "") -> None:
        """Make the store."""
        self._door.create(passphrase, name)
        self._keeper.start()

    def unlock(self, passphrase: str, user_id: str = "") -> None:
        """Open the store."""
        self._door.open(passphrase, user_id)
        self._keeper.start()

    def change_first(self, given: str, own: str, user_id: str = "") -> None:
        """Replace a pass phrase that somebody else gave, and open the store."""
        self._door.change_first(given, own, user_id)
        self._keeper.start()

    def unlock_to_read(self, passphrase: str, user_id: str = "") -> None:
        """Open a store that another program writes, or what can be read of a damaged one."""
        self._door.open_to_read(passphrase, user_id)

    def lock(self) -> None:
        """Save, close the store and forget its keys."""
        self._keeper.stop()
        self._door.close()
        self._guard.glasses = ()
        self._sitting.end()

    def hold_draft(self, draft: str) -> None:
        """Keep what is being typed."""
        if self._door.store.keys.content_key is not None:  # who reads no content types none
            self._drafts.hold(draft)

    def held_draft(self) -> str:
        """Return what was kept last."""
        if self._door.read_only is not None or self._door.store.keys.content_key is None:
            return ""
        store = self._door.store
        with told():
            return store.draft_of(store.keys.user_id)

    def set_setting(self, key: str, value: str) -> None:
        """Keep a setting of the practice."""
        store, events = self._door.store, list[Event]()
        if key not in SETTINGS:  # what has rules of its own is set by the part of the office that it is of
            raise ProblemsError((problem("not_allowed", key),))
        if key not in LOOK:
            given = self._guard.permit(Action.SETTINGS)
            events.append(self._door.recorder.event(EventCode.SETTING_CHANGED, given, about=key))
        with told():
            store.set_setting(key, value, events=events)

    def look_ahead(self, knowledge: Knowledge, said: Said) -> Outlook:
        """Look ahead of what a talk holds."""
        return self._foresights.look(knowledge, said)

    def save_state(self) -> SaveState:
        """Return where the last change is."""
        return self._door.state()

    def on_saved(self, told_: Callable[[], None]) -> None:
        """Have `told_` called whenever the save state changes."""
        self._door.on_saved(told_)

    def retry(self) -> None:
        """Try again to write."""
        self._door.writer.retry()
