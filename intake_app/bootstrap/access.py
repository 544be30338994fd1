"""Whose talk it is, handing it over, and the break-glass key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.bootstrap.problems import told
from intake_app.core.problems import ProblemsError, problem
from intake_app.practice import break_glass
from intake_app.practice.access import HiddenTalk
from intake_app.practice.audit import EventCode
from intake_app.practice.rights import Action, Relation
from intake_app.storage.places import ring_path
from intake_app.storage.ring_users import users_of

if TYPE_CHECKING:
    from intake_app.bootstrap.door import StoreDoor
    from intake_app.bootstrap.guard import Guard
    from intake_app.conversation.ports import Clock
    from intake_app.practice.access import OpenGlass
    from intake_app.practice.users import User


class LocalAccess:
    """See `practice.access.Access` for what each call means."""

    def __init__(self, door: StoreDoor, guard: Guard, clock: Clock) -> None:
        """Work on what lies behind the door."""
        self._door, self._guard, self._clock = door, guard, clock

    def hidden(self) -> tuple[HiddenTalk, ...]:
        """Return the talks of colleagues that this user may open by break-glass only."""
        me = self._door.me
        if me is None or not me.reads_content or self._door.read_only is not None:
            return ()
        names = {user.id: user.name for user in self._everyone()}
        with told():
            found = self._door.store.conversations_meta()
        return tuple(
            HiddenTalk(talk=each.id, opened=each.created_at.astimezone(), who=names.get(each.holder, ""))
            for each in found
            if not self._guard.may(Action.READ, each.id)
        )

    def break_glass(self, talk: str, reason: str) -> OpenGlass:
        """Open a colleague's talk for half an hour."""
        wrong = break_glass.reason_problem(reason)
        if wrong is not None:
            raise ProblemsError((wrong,))
        given = self._guard.permit(Action.CHANGE, talk, has_glass=True)
        with told():
            if talk not in {each.id for each in self._door.store.conversations_meta()}:
                raise ProblemsError((problem("store_unknown_conversation"),))
        opened = break_glass.opened(talk, reason, self._clock.now())
        made = self._door.recorder.event(EventCode.BREAK_GLASS, given, reason=opened.reason)
        with told():
            self._door.log.record(made)
        self._guard.add_glass(opened)
        return opened

    def open_glasses(self) -> tuple[OpenGlass, ...]:
        """Return what is open by the break-glass key now."""
        return self._guard.open_glasses()

    def end_glass(self, talk: str) -> None:
        """Give it back before the time is over."""
        given = self._guard.permit(Action.READ, talk)
        self._guard.glasses = tuple(each for each in self._guard.glasses if each.talk != talk)
        self._door.note(self._door.recorder.event(EventCode.BREAK_GLASS_ENDED, given))

    def colleagues(self) -> tuple[User, ...]:
        """Return who a talk can be handed to."""
        me = self._door.me
        return tuple(each for each in self._everyone() if each.reads_content and me is not None and each.id != me.id)

    def hand_over(self, talk: str, user_id: str, *, keep: bool) -> None:
        """Give a talk to a colleague."""
        given = self._guard.permit(Action.HAND_OVER, talk)
        if user_id not in {each.id for each in self.colleagues()}:
            raise ProblemsError((problem("colleague_unknown"),))
        self._door.settle_all()
        me, now, store = self._door.store.keys.user_id, self._clock.now(), self._door.store
        made = self._door.recorder.event(EventCode.TALK_HANDED_OVER, given, about=user_id, detail={"keep": keep})
        with told():
            before = [each for each, relation in store.holders(talk) if relation is Relation.OWN]
            after: dict[str, Relation | None] = dict.fromkeys(before, Relation.SHARED)
            after |= {me: Relation.SHARED if keep else None, user_id: Relation.OWN}
            store.hand_over(talk, after, now, events=(made,))
            self._door.relations = store.relations_of(me)

    def holders(self, talk: str) -> tuple[User, ...]:
        """Return who works on a talk."""
        self._guard.permit(Action.READ, talk)
        by_id = {user.id: user for user in self._everyone()}
        with told():
            found = self._door.store.holders(talk)
        return tuple(by_id[user_id] for user_id, _ in found if user_id in by_id)

    def _everyone(self) -> tuple[User, ...]:
        with told():
            return users_of(ring_path(self._door.path))
