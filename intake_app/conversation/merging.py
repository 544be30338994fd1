"""Changes that were made on an older state, put after what was stored meanwhile.

What touches other things is simply added. What sets the same thing otherwise is kept as contested, and asked about.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import Any, TypeVar

from intake_app.advice.plan import Plan
from intake_app.conversation import changes as c
from intake_app.conversation.history import fold, undone
from intake_app.conversation.model import Conversation, Strength
from intake_app.conversation.replay import answered, urgency_of
from intake_app.conversation.safety_plan import SafetyPlan
from intake_app.core.ids import ConversationId, QuestionId
from intake_app.questionnaire.situation import Situation

Topic = tuple[str, str]
"""What a change sets: a kind of thing, and which one."""
CLOSING: Topic = ("closed", "")
_PARTS: dict[type[c.Change], tuple[str, Callable[[Any], Any]]] = {
    c.Answered: ("answer", attrgetter("question")),
    c.NoteWritten: ("note", attrgetter("about")),
    c.StrengthAdded: ("strength", attrgetter("strength.topic")),
    c.WishSet: ("wish", attrgetter("wish.topic")),
    c.WishDropped: ("wish", attrgetter("topic")),
    c.TieSet: ("tie", attrgetter("tie.id")),
    c.TieDropped: ("tie", attrgetter("id")),
    c.Chosen: ("choice", attrgetter("choice.kind")),
    c.ChoiceDropped: ("choice", attrgetter("kind")),
    c.ConsentSet: ("consent", attrgetter("consent.recipient")),
}
_WHOLES: dict[type[c.Change], Topic] = {
    c.SituationChanged: ("situation", ""),
    c.WishesRanked: ("ranking", ""),
    c.PlanSet: ("plan", ""),
    c.SafetyPlanSet: ("safety_plan", ""),
    c.UrgencySet: ("urgency", ""),
    c.Closed: CLOSING,
    c.Reopened: CLOSING,
}
_UNSEEN = c.Moved(screen="", place="")
_Record = TypeVar("_Record", Situation, Plan, SafetyPlan)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """How somebody who goes on with a talk numbers its changes: `taken` from the store, then `own`.

    `own` are the numbers that the store gave to the changes after those; others may stand in between.
    """

    taken: int
    own: tuple[int, ...]

    def in_store(self, seq: int, last: int) -> int:
        """Return a number as the store's; what is not stored yet will follow number `last`."""
        at = seq - self.taken - 1
        if at < 0:
            return seq
        return self.own[at] if at < len(self.own) else last + 1 + at - len(self.own)

    def renumbered(self, change: c.Change, last: int) -> c.Change:
        """Return a change that names another by the store's number."""
        if isinstance(change, c.Undone | c.Redone | c.Settled):
            return replace(change, seq=self.in_store(change.seq, last))
        return change

    def theirs(self, last: int) -> frozenset[int]:
        """Return the numbers of what others stored meanwhile, up to `last`."""
        return frozenset(range(self.taken + 1, last + 1)) - set(self.own)


def topic_of(change: c.Change, changes: Sequence[c.Change]) -> Topic | None:
    """Return what a change sets, one of `changes` or to follow them; None where it cannot conflict."""
    if isinstance(change, c.Undone | c.Redone):
        target = changes[change.seq - 1]
        return topic_of(target, changes) if isinstance(target, c.UNDOABLE) else None
    if isinstance(change, c.Settled):
        contested = changes[change.seq - 1]
        if change.kept or not isinstance(contested, c.Contested):
            return None
        return topic_of(contested.change, changes)
    if type(change) in _PARTS:
        kind, name = _PARTS[type(change)]
        return kind, str(name(change))
    return _WHOLES.get(type(change))


def standing(found: Conversation, topic: Topic) -> c.Change | None:
    """Return the change that would set a topic to what it is; None where no change can."""
    kind, name = topic
    match kind:
        case "answer":
            answer, question = found.answers.get(QuestionId(name)), QuestionId(name)
            return answered(question, answer) if answer else c.Answered(question=question, state="cleared")
        case "note":
            return c.NoteWritten(about=name, text=found.notes.get(name, ""))
        case "strength":
            strengths = (each for each in found.strengths if each.topic == name)
            return c.StrengthAdded(strength=next(strengths, Strength(topic=name, text="")))
        case "wish":
            wish = found.wish(name)
            return c.WishSet(wish=wish) if wish else c.WishDropped(topic=name)
        case "tie":
            tie = found.tie(name)
            return c.TieSet(tie=tie) if tie else c.TieDropped(id=name)
        case "choice":
            choice = found.choice(name)
            return c.Chosen(choice=choice) if choice else c.ChoiceDropped(kind=name)
        case "consent":
            return next((c.ConsentSet(consent=each) for each in found.consents if each.recipient == name), None)
        case _:
            return _whole(found, kind)


def _whole(found: Conversation, kind: str) -> c.Change:
    match kind:
        case "situation":
            return c.SituationChanged(situation=found.situation)
        case "ranking":
            return c.WishesRanked(topics=tuple(str(wish.topic) for wish in found.wishes))
        case "plan":
            return c.PlanSet(plan=found.plan)
        case "safety_plan":
            return c.SafetyPlanSet(plan=found.safety_plan)
        case "urgency":
            return urgency_of(found)
        case _:
            return c.Reopened() if found.closed is None else c.Closed(at=found.closed)


def merge(
    stored: Sequence[c.Change],
    theirs: Collection[int],
    mine: Sequence[c.Change],
    made: Mapping[int, c.Change] | None = None,
) -> tuple[c.Change, ...]:
    """Return `mine` as they can follow `stored`, each in its place.

    Args:
        stored: all changes of the talk, the first is `Opened`.
        theirs: the numbers among them that were not seen when `mine` were made.
        mine: numbered as they will stand.
        made: earlier changes of mine as I made them, by number, where they may stand otherwise in `stored`.
    """
    counting = _counting(stored, theirs)
    touched = {topic_of(each, stored) for each in counting} - {None}
    seen = [_UNSEEN if seq in theirs else (made or {}).get(seq, each) for seq, each in enumerate(stored, start=1)]
    here = list(stored)
    for change in mine:
        is_closing = isinstance(change, c.Closed) and bool(counting)
        topic = topic_of(change, here)
        if topic is not None and (topic in touched or is_closing):
            here.append(_placed(change, topic, seen, here))
        else:
            here.append(_narrowed(change, counting))
        seen.append(change)
    return tuple(here[len(stored) :])


def _counting(stored: Sequence[c.Change], theirs: Collection[int]) -> list[c.Change]:
    """Return what they changed: without where they looked, and without what they took back themselves."""
    gone = undone(stored)
    found: list[c.Change] = []
    for seq in sorted(theirs):
        change = stored[seq - 1]
        is_own_undo = isinstance(change, c.Undone | c.Redone) and change.seq in theirs
        if seq not in gone and not is_own_undo and not isinstance(change, c.Moved):
            found.append(change)
    return found


def _narrowed(change: c.Change, counting: Sequence[c.Change]) -> c.Change:
    """Return a flag's withdrawal without the signs that were not known to whoever withdrew it."""
    if not isinstance(change, c.FlagWithdrawn):
        return change
    flag = change.withdrawal.flag
    new = {id_ for each in counting if isinstance(each, c.FlagStood) and each.flag == flag for id_ in each.clauses}
    return replace(change, clauses=tuple(each for each in change.clauses if each not in new))


def _placed(change: c.Change, topic: Topic, seen: Sequence[c.Change], here: Sequence[c.Change]) -> c.Change:
    before, wanted, now = _fold(seen), _fold([*seen, change]), _fold(here)
    as_wanted, as_now = standing(wanted, topic), standing(now, topic)
    if as_wanted is None or as_now == as_wanted or type(as_now) is type(as_wanted) is c.Closed:
        return change
    if isinstance(change, c.SituationChanged):
        situation, clashes = _woven(before.situation, now.situation, change.situation)
        change = c.SituationChanged(situation=replace(situation, alone_now=False))
        return c.Contested(change=change) if clashes else change
    if isinstance(change, c.PlanSet):
        plan, clashes = _woven(before.plan, now.plan, change.plan)
        change = c.PlanSet(plan=plan)
        return c.Contested(change=change) if clashes else change
    if isinstance(change, c.SafetyPlanSet):
        safety_plan, clashes = _woven(before.safety_plan, now.safety_plan, change.plan)
        change = c.SafetyPlanSet(plan=safety_plan)
        return c.Contested(change=change) if clashes else change
    is_named = isinstance(change, c.Undone | c.Redone | c.Settled)
    return c.Contested(change=as_wanted if is_named else change)


def _woven(before: _Record, now: _Record, mine: _Record) -> tuple[_Record, bool]:
    """Return what stands now with what I changed in it, and whether they changed the same part otherwise."""
    wanted = {
        part.name: getattr(mine, part.name)
        for part in fields(mine)
        if getattr(mine, part.name) != getattr(before, part.name)
    }
    clashes = any(getattr(now, name) not in {getattr(before, name), part} for name, part in wanted.items())
    return replace(now, **wanted), clashes


def _fold(changes: Sequence[c.Change]) -> Conversation:
    return fold(ConversationId(""), changes)
