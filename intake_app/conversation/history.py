"""Folding changes into a conversation. Resume, undo and merge are folds over the same list."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from intake_app.conversation import changes as c
from intake_app.conversation.model import Contest, Conversation, OwnUrgency
from intake_app.core.ids import FlagId, QuestionId, RuleId
from intake_app.core.problems import ProblemsError, problem
from intake_app.questionnaire.answers import Declined, Given, NotAsked, NotKnown
from intake_app.triage.model import Urgency

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from intake_app.core.ids import ConversationId
    from intake_app.questionnaire.answers import Answer

K = TypeVar("K")
V = TypeVar("V")


def fold(id_: ConversationId, changes: Sequence[c.Change]) -> Conversation:
    """Return the conversation that the changes make; raises `ProblemsError` when they do not begin with `Opened`."""
    if not changes or not isinstance(changes[0], c.Opened):
        raise ProblemsError((problem("conversation_damaged"),))
    first = changes[0]
    found = Conversation(id=id_, situation=first.situation, opened=first.at)
    gone = undone(changes)
    for seq, change in enumerate(changes[1:], start=2):
        if seq not in gone:
            found = apply(found, change)
    return replace(found, contested=contests(changes))


def undone(changes: Sequence[c.Change]) -> frozenset[int]:
    """Return the numbers (from 1) of the changes that do not count now."""
    gone: set[int] = set()
    for change in changes:
        if isinstance(change, c.Undone):
            gone.add(change.seq)
        elif isinstance(change, c.Redone):
            gone.discard(change.seq)
    return frozenset(gone)


def contests(changes: Sequence[c.Change]) -> tuple[Contest, ...]:
    """Return what is contested and not settled yet."""
    over = undone(changes) | {each.seq for each in changes if isinstance(each, c.Settled)}
    return tuple(
        Contest(seq=seq, change=each.change)
        for seq, each in enumerate(changes, start=1)
        if isinstance(each, c.Contested) and seq not in over
    )


def can_undo(changes: Sequence[c.Change], theirs: Collection[int] = ()) -> int | None:
    """Return the number of the last change that counts and may be undone; `theirs` are somebody else's to undo."""
    gone = undone(changes)
    for seq in range(len(changes), 1, -1):
        if seq not in gone and seq not in theirs and isinstance(changes[seq - 1], c.UNDOABLE):
            return seq
    return None


def can_redo(changes: Sequence[c.Change], theirs: Collection[int] = ()) -> int | None:
    """Return the number of the change that was undone last, unless something new was done since, by oneself."""
    waiting: list[int] = []
    for seq, change in enumerate(changes, start=1):
        if seq in theirs:
            continue
        if isinstance(change, c.Undone):
            waiting.append(change.seq)
        elif isinstance(change, c.Redone) and waiting:
            waiting.pop()
        elif isinstance(change, c.UNDOABLE):
            waiting.clear()
    return waiting[-1] if waiting else None


def answer_of(change: c.Answered) -> Answer | None:
    """Return the answer that a change gives; None where it clears it."""
    match change.state:
        case "given" if change.value is not None:
            return Given(value=change.value)
        case "declined":
            return Declined()
        case "not_known":
            return NotKnown()
        case "not_asked":
            return NotAsked(reason=change.reason)
        case _:
            return None


def apply(found: Conversation, change: c.Change) -> Conversation:
    """Return the conversation after one change."""
    match change:
        case c.Answered():
            return _answered(found, change)
        case c.NoteWritten(about=about, text=text):
            return replace(found, notes=_put(found.notes, about, text or None))
        case c.SituationChanged(situation=situation):
            return replace(found, situation=situation)
        case c.Moved(screen=screen, place=place):
            return replace(found, screen=screen, place=place)
        case c.PlanSet(plan=plan):
            return replace(found, plan=plan)
        case c.SafetyPlanSet(plan=safety_plan):
            return replace(found, safety_plan=safety_plan)
        case c.Closed(at=at):
            return replace(found, closed=at)
        case c.Reopened():
            return replace(found, closed=None)
        case _:
            return _apply_to_flags(_apply_to_lists(found, change), change)


def _answered(found: Conversation, change: c.Answered) -> Conversation:
    answers: Mapping[QuestionId, Answer] = found.answers
    return replace(found, answers=_put(answers, change.question, answer_of(change)))


def _put(mapping: Mapping[K, V], key: K, value: V | None) -> dict[K, V]:
    changed = {each: mapping[each] for each in mapping if each != key}
    if value is not None:
        changed[key] = value
    return changed


def _apply_to_lists(found: Conversation, change: c.Change) -> Conversation:
    match change:
        case c.StrengthAdded(strength=strength):
            rest = tuple(each for each in found.strengths if each.topic != strength.topic)
            return replace(found, strengths=(*rest, strength) if strength.text else rest)
        case c.WishSet() | c.WishDropped() | c.WishesRanked() | c.TieSet() | c.TieDropped():
            return _apply_to_person(found, change)
        case c.Chosen(choice=choice):
            kept = tuple(each for each in found.choices if each.kind != choice.kind)
            return replace(found, choices=(*kept, choice))
        case c.ChoiceDropped(kind=kind):
            return replace(found, choices=tuple(each for each in found.choices if each.kind != kind))
        case c.ConsentSet(consent=consent):
            said = tuple(each for each in found.consents if each.recipient != consent.recipient)
            return replace(found, consents=(*said, consent))
        case _:
            return found


def _apply_to_person(found: Conversation, change: c.Change) -> Conversation:
    match change:
        case c.WishSet(wish=wish):
            return replace(found, wishes=_put_in_place(found.wishes, wish, attrgetter("topic")))
        case c.WishDropped(topic=topic):
            return replace(found, wishes=tuple(each for each in found.wishes if each.topic != topic))
        case c.WishesRanked(topics=topics):
            ranks = {topic: rank for rank, topic in enumerate(topics)}
            ranked = sorted(found.wishes, key=lambda wish: ranks.get(str(wish.topic), len(ranks)))
            return replace(found, wishes=tuple(ranked))
        case c.TieSet(tie=tie):
            return replace(found, ties=_put_in_place(found.ties, tie, attrgetter("id")))
        case c.TieDropped(id=id_):
            return replace(found, ties=tuple(each for each in found.ties if each.id != id_))
        case _:
            return found


def _put_in_place(known: tuple[V, ...], new: V, key: Callable[[V], str]) -> tuple[V, ...]:
    """Return the values with a new one in the place of the one with the same key, else at the end."""
    if any(key(each) == key(new) for each in known):
        return tuple(new if key(each) == key(new) else each for each in known)
    return (*known, new)


def _apply_to_flags(found: Conversation, change: c.Change) -> Conversation:
    history = found.history
    match change:
        case c.FlagStood(flag=flag, clauses=clauses):
            standing = _joined(history.standing, flag, clauses)
            # Whoever withdrew such a clause before did not know of this sign.
            withdrawn = {
                each: known - set(clauses) if each == flag else known for each, known in history.withdrawn.items()
            }
            return replace(found, history=replace(history, standing=standing, withdrawn=withdrawn))
        case c.FlagActed(action=action):
            recorded = history.recorded | {action.flag}
            return replace(
                found, history=replace(history, recorded=recorded), flag_actions=(*found.flag_actions, action)
            )
        case c.FlagWithdrawn(withdrawal=withdrawal, clauses=clauses):
            taken = _joined(history.withdrawn, withdrawal.flag, clauses)
            return replace(
                found, history=replace(history, withdrawn=taken), withdrawals=(*found.withdrawals, withdrawal)
            )
        case c.UrgencySet():
            return replace(found, urgency_set=_own_urgency(change))
        case _:
            return found


def _own_urgency(change: c.UrgencySet) -> OwnUrgency | None:
    if change.level is None:
        return None
    return OwnUrgency(
        level=Urgency[change.level.upper()],
        reason=change.reason,
        said=Urgency[change.said.upper()] if change.said else None,
        known=frozenset(RuleId(each) for each in change.known),
    )


def _joined(
    known: Mapping[FlagId, frozenset[RuleId]], flag: FlagId, clauses: tuple[str, ...]
) -> dict[FlagId, frozenset[RuleId]]:
    return {**known, flag: known.get(flag, frozenset()) | {RuleId(each) for each in clauses}}
