"""A plain model of one store: what was said in each talk and what stands of it, whose it is, and who may read it.

Nothing is numbered, sealed or written here: a talk is a list of things that were done, and a window is what somebody
saw of that list and did themselves since.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from intake_app.core.ids import ConversationId

Thing = tuple[str, str]
CLOSED: Thing = ("closed", "")
YES = "yes"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Done:
    """One thing that was done. `begun`, `said` (None takes away), `moved`; of another: `undo`, `redo`, `settled`."""

    what: str
    thing: Thing | None = None
    value: str | None = None
    of: Done | None = None
    kept: bool = False


Waiting = Mapping[Done, Done]
"""What was contested, and what waits in its place without effect."""


def gone(done: Sequence[Done], contested: Waiting) -> set[Done]:
    """Return what was taken back."""
    found: set[Done] = set()
    for each in done:
        if each.of is None or each in contested:
            continue
        if each.what == "undo":
            found.add(each.of)
        elif each.what == "redo":
            found.discard(each.of)
    return found


def standing(done: Sequence[Done], contested: Waiting) -> dict[Thing, str]:
    """Return the last that counts of each thing."""
    away, found = gone(done, contested), dict[Thing, str | None]()
    for each in done:
        if each.what == "said" and each.thing is not None and each not in contested and each not in away:
            found[each.thing] = each.value
    return {thing: value for thing, value in found.items() if value is not None}


def open_contests(done: Sequence[Done], contested: Waiting) -> list[Done]:
    """Return what waits to be settled."""
    over = gone(done, contested) | {each.of for each in done if each.what == "settled" and each not in contested}
    return [each for each in done if each in contested and each not in over]


def sets(each: Done, contested: Waiting) -> Thing | None:
    """Return the thing that something changes; None where it changes none."""
    if each in contested:
        return None
    if each.what in {"undo", "redo"}:
        return None if each.of in contested else each.of.thing if each.of is not None else None
    if each.what == "settled":
        return None if each.kept or each.of is None else contested[each.of].thing
    return each.thing


@dataclass(kw_only=True, eq=False)
class Talk:
    """One talk as it is in the store.

    Attributes:
        holders: who works on it, each with `own` or `shared`.
        done: everything, in order; only ever added to.
        contested: what of it has no effect, and waits in which form.
    """

    id: ConversationId
    began: datetime.date
    holders: dict[str, str]
    done: list[Done] = field(default_factory=lambda: [Done(what="begun")])
    contested: dict[Done, Done] = field(default_factory=dict)
    is_released: bool = False

    def copy(self) -> Talk:
        """Return the talk as it is now."""
        return replace(self, holders=dict(self.holders), done=list(self.done), contested=dict(self.contested))

    @property
    def is_closed(self) -> bool:
        """Whether it was closed, and not opened again."""
        return CLOSED in standing(self.done, self.contested)

    def take(self, window: Window, step: Step) -> None:
        """Put what was done in a window behind what others did meanwhile."""
        theirs = [each for each in self.done if each not in step.taken and each not in window.mine]
        unseen = self._unseen(theirs)
        touched = {sets(each, self.contested) for each in unseen} - {None}
        seen = [each for each in self.done if each not in theirs]
        in_sight = {each: form for each, form in self.contested.items() if each in step.taken}
        for each in step.made:
            thing = sets(each, self.contested)
            is_closing = bool(unseen) and each.thing == CLOSED and each.value is not None
            seen.append(each)
            self.done.append(each)
            if thing is not None and (thing in touched or is_closing):
                wanted = standing(seen, in_sight).get(thing)
                if standing(self.done[:-1], self.contested).get(thing) != wanted:
                    self.contested[each] = Done(what="said", thing=thing, value=wanted)
        if theirs:
            window.news = list(self.done)

    def _unseen(self, theirs: Collection[Done]) -> list[Done]:
        """Return what others did and did not take back themselves."""
        away = gone(self.done, self.contested)
        return [
            each
            for each in theirs
            if each not in away
            and each.what != "moved"
            and not (each.what in {"undo", "redo"} and each not in self.contested and each.of in theirs)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something done in a window, and how far the window had taken the talk in then; `made` nothing: only a look."""

    taken: frozenset[Done]
    made: tuple[Done, ...] = ()


@dataclass(kw_only=True, eq=False)
class Window:
    """A talk as somebody sees it who opened it.

    Attributes:
        taken: what was in the store at the opening, or when news was taken in last.
        opened: how much of it there was at the opening.
        fresh: what was done here since.
        mine: all that was done here.
        news: the talk as the store has it, when others did something too.
    """

    talk: Talk
    can_write: bool
    taken: list[Done] = field(default_factory=list)
    opened: int = 0
    fresh: list[Done] = field(default_factory=list)
    mine: set[Done] = field(default_factory=set)
    news: list[Done] | None = None

    def __post_init__(self) -> None:
        """See what is there."""
        self.taken, self.opened = list(self.talk.done), len(self.talk.done)

    @property
    def done(self) -> list[Done]:
        """Everything that is seen."""
        return self.taken + self.fresh

    @property
    def contested(self) -> dict[Done, Done]:
        """What is seen to be contested: of what was done here it is not known yet."""
        return {each: form for each, form in self.talk.contested.items() if each in self.taken}

    @property
    def standing(self) -> dict[Thing, str]:
        """What is seen to stand."""
        return standing(self.done, self.contested)

    def does(self, *made: Done) -> Step:
        """Do something here; it still has to reach the store."""
        step = Step(taken=frozenset(self.taken), made=made)
        self.fresh += made
        self.mine.update(made)
        return step

    def last_done(self) -> Done | None:
        """Return what undo takes back."""
        away = gone(self.done, self.contested)
        return next((each for each in reversed(self.done) if each not in away and self._is_mine_to_undo(each)), None)

    def last_undone(self) -> Done | None:
        """Return what redo brings back: nothing once something new was done."""
        waiting: list[Done] = []
        for each in self.done:
            if each in self._theirs or each in self.contested:
                continue
            if each.what == "undo" and each.of is not None:
                waiting.append(each.of)
            elif each.what == "redo" and waiting:
                waiting.pop()
            elif self._is_mine_to_undo(each):
                waiting.clear()
        return waiting[-1] if waiting else None

    def take_in(self) -> bool:
        """Go on with what is in the store; tells whether others did anything."""
        if self.news is None:
            return False
        before, self.taken, self.news = self.done, self.news, None
        self.fresh = [each for each in self.fresh if each not in self.taken]
        return self.done != before

    @property
    def _theirs(self) -> set[Done]:
        return {each for each in self.taken[self.opened :] if each not in self.mine}

    def _is_mine_to_undo(self, each: Done) -> bool:
        is_undoable = each.what == "said" and each.thing != CLOSED and each not in self.contested
        return is_undoable and each not in self._theirs


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A user of the store, with the pass phrase that opens it for them."""

    id: str
    name: str
    phrase: str
    answers_for_care: bool = False
    is_admitted: bool = True
    is_blocked: bool = False
    must_change: bool = False

    @property
    def reads(self) -> bool:
        """Whether what was said opens to them."""
        return self.is_admitted and not self.is_blocked


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """What a copy holds."""

    name: str
    talks: dict[ConversationId, Talk]
    people: dict[str, Person]
    requests: dict[str, tuple[str, str]]


@dataclass(kw_only=True)
class Model:
    """The store, its users, and its copies; `requests` says of each the talk and the decision."""

    talks: dict[ConversationId, Talk] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    requests: dict[str, tuple[str, str]] = field(default_factory=dict)
    copies: list[Copied] = field(default_factory=list)
    glasses: dict[str, datetime.datetime] = field(default_factory=dict)

    def opens(self, person: Person, talk: Talk, now: datetime.datetime) -> bool:
        """Whether somebody may read a talk."""
        by_key = talk.id in self.glasses and now < self.glasses[talk.id]
        return person.reads and (person.answers_for_care or person.id in talk.holders or by_key)

    def writes(self, person: Person, talk: Talk, now: datetime.datetime) -> bool:
        """Whether somebody may go on with a talk."""
        return self.opens(replace(person, answers_for_care=False), talk, now)

    def copy(self, name: str) -> None:
        """Remember the store as it is now under the name of a copy."""
        talks = {id_: talk.copy() for id_, talk in self.talks.items()}
        made = Copied(name=name, talks=talks, people=dict(self.people), requests=dict(self.requests))
        self.copies.append(made)

    @property
    def copies_with_what_is_gone(self) -> list[Copied]:
        """The copies that hold a talk that may not come back."""
        return [each for each in self.copies if self.gone & set(each.talks)]

    def put_back(self, copied: Copied, *, with_people: bool) -> None:
        """Go back to a copy: what is gone stays gone, and what was decided stays decided."""
        self.talks = {id_: talk.copy() for id_, talk in copied.talks.items() if id_ not in self.gone}
        self.requests = {**copied.requests, **self.requests}
        if with_people:
            self.people = dict(copied.people)

    def remove(self, *talks: ConversationId) -> None:
        """Have talks be gone for good."""
        self.gone.update(talks)
        for each in talks:
            self.talks.pop(each, None)


def as_told(done: Sequence[Done], contested: Waiting) -> Iterator[tuple[object, ...]]:
    """Tell everything in words that the changes in a store can be told in too."""
    numbers = {each: number for number, each in enumerate(done, start=1)}
    for each in done:
        if each in contested:
            form = contested[each]
            yield "contested", form.thing, form.value
        elif each.of is not None:
            yield each.what, numbers[each.of], *((each.kept,) if each.what == "settled" else ())
        else:
            yield each.what, each.thing, each.value
