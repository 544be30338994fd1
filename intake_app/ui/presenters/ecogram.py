"""The people around the person: who, how close, what it costs, who may think along. Every change is kept at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from intake_app.conversation.around import thinking_along
from intake_app.conversation.ecogram import FULL_FROM, drawn
from intake_app.conversation.model import MOST_STRAIN, STRONGEST, Tie, TieKind
from intake_app.core.ids import TieId
from intake_app.questionnaire.situation import Participant
from intake_app.ui.presenters import talk_people
from intake_app.ui.presenters.read_only import OF_A_TALK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from intake_app.conversation.desk import Desk
    from intake_app.conversation.ecogram import Figure
    from intake_app.conversation.session import Session
    from intake_app.ui.presenters.talk_people import AloneState

SCREEN = "ecogram"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """Somebody in the list: the name, and what is known in one line."""

    id: str
    name: str
    facts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EcogramState:
    """Everything on the screen.

    Attributes:
        chosen: who the fields are about; None where nobody is chosen. A new one has no name yet, and is not kept.
        spoken: the drawing in words.
        remark: that the drawing is full, or gets so; empty otherwise.
        may_strain: whether what somebody costs may be on the screen now.
        tellers: who may have told it, as code and words; empty where only the person can.
    """

    rows: tuple[PersonRow, ...]
    figures: tuple[Figure, ...]
    chosen: Tie | None
    is_new: bool
    spoken: str
    remark: str
    may_strain: bool
    alone: AloneState
    tellers: tuple[tuple[str, str], ...]


class Ecogram:
    """The state of the screen; each command changes it or the talk. `new_id` makes an id that nobody else made."""

    def __init__(self, desk: Desk, session: Session, new_id: Callable[[], str]) -> None:
        self._desk, self._session, self._new_id = desk, session, new_id
        self._new: Tie | None = None
        self._chosen = next((str(tie.id) for tie in session.conversation.ties), "")
        screen = session.conversation.screen
        self.came_from = screen if screen in OF_A_TALK - {SCREEN} else "conversation"

    def enter(self) -> None:
        """Remember that one is here now; a moment alone is over: who comes in later may look along."""
        talk_people.set_alone(self._session, on=False)
        self._session.move(SCREEN, self._session.conversation.place)

    def state(self) -> EcogramState:
        """Return what to show now."""
        ties, chosen = self._session.conversation.ties, self.chosen
        figures = drawn(ties, with_strain=self._may_strain)
        return EcogramState(
            rows=tuple(PersonRow(id=tie.id, name=tie.name, facts=self._facts(tie)) for tie in ties),
            figures=figures,
            chosen=chosen,
            is_new=self._new is not None,
            spoken=self._spoken(ties),
            remark=self._remark(len(ties), len(figures)),
            may_strain=self._may_strain,
            alone=talk_people.alone_state(self._session),
            tellers=self._tellers(chosen),
        )

    @property
    def chosen(self) -> Tie | None:
        """Who the fields are about."""
        return self._new or self._session.conversation.tie(self._chosen)

    def choose(self, id_: str) -> None:
        """Look at somebody; who has no name yet is let go."""
        self._new, self._chosen = None, id_

    def begin(self) -> None:
        """Begin with somebody new; kept as soon as there is a name."""
        self._new = Tie(id=TieId(self._new_id()), name="")

    def drop_new(self) -> None:
        """Let go of somebody new without a name."""
        self._new = None

    def call(self, name: str) -> None:
        """Give the chosen one this name; an empty name is no name, and leaves the one before."""
        chosen = self.chosen
        if chosen is not None and name.strip():
            self._keep(replace(chosen, name=name.strip()))

    def be(self, kind: TieKind) -> None:
        """Say what the chosen one is to the person."""
        if self.chosen is not None:
            self._keep(replace(self.chosen, kind=kind))

    def stand(self, strength: int, id_: str = "") -> None:
        """Put somebody nearer or farther, 0 to 3: the chosen one, or the one with this id."""
        if id_:
            self.choose(id_)
        if self.chosen is not None:
            self._keep(replace(self.chosen, strength=min(max(strength, 0), STRONGEST)))

    def cost(self, strain: int) -> None:
        """Say how much the chosen one costs, 0 to 2; refused while somebody may see it."""
        if self.chosen is not None and self._may_strain:
            self._keep(replace(self.chosen, strain=min(max(strain, 0), MOST_STRAIN)))

    def let_think(self, *, along: bool) -> None:
        """Say whether the chosen one may think along."""
        if self.chosen is not None:
            self._keep(replace(self.chosen, may_think_along=along))

    def tell(self, who: str) -> None:
        """Say who told of the chosen one."""
        if self.chosen is not None:
            self._keep(replace(self.chosen, told_by=who))

    def remove(self) -> bool:
        """Take the chosen one out, and look at the next; tells whether there was somebody."""
        ties, chosen = self._session.conversation.ties, self.chosen
        if chosen is None or self._new is not None:
            self._new = None
            return False
        at = next(place for place, tie in enumerate(ties) if tie.id == chosen.id)
        self._session.drop_tie(chosen.id)
        left = self._session.conversation.ties
        self._chosen = left[min(at, len(left) - 1)].id if left else ""
        return True

    def set_alone(self, *, on: bool) -> None:
        """Begin or end a moment alone."""
        talk_people.set_alone(self._session, on=on)

    @property
    def _may_strain(self) -> bool:
        return self._session.conversation.situation.may_ask_alone

    def _keep(self, tie: Tie) -> None:
        if not tie.name:
            self._new = tie
            return
        self._session.tie(tie)
        self._new, self._chosen = None, tie.id

    def _facts(self, tie: Tie) -> str:
        keys = [f"tie.kind_{tie.kind.value}", f"tie.strength_{tie.strength}"]
        if tie.strain and self._may_strain:
            keys.append(f"tie.strain_{tie.strain}")
        if tie.may_think_along:
            keys.append("tie.thinks_along")
        return ", ".join(self._desk.text(key) for key in keys)

    def _spoken(self, ties: Iterable[Tie]) -> str:
        nearest = sorted(ties, key=lambda tie: -tie.strength)
        if not nearest:
            return self._desk.text("ecogram.picture_none")
        people = (self._desk.text("ecogram.row", name=tie.name, facts=self._facts(tie)) for tie in nearest)
        return self._desk.text("ecogram.picture", people=" ".join(f"{each}." for each in people))

    def _remark(self, count: int, in_drawing: int) -> str:
        left = count - in_drawing
        if left:
            return self._desk.text("ecogram.not_drawn_one" if left == 1 else "ecogram.not_drawn", count=str(left))
        return self._desk.text("ecogram.full") if count >= FULL_FROM else ""

    def _tellers(self, chosen: Tie | None) -> tuple[tuple[str, str], ...]:
        present = [each.value for each in self._session.conversation.situation.participants]
        told_by = [chosen.told_by] if chosen is not None else []
        known = {each.value for each in Participant}
        codes = dict.fromkeys([Participant.PERSON.value, *present, *told_by])
        named = ((code, self._desk.text(f"who.{code}") if code in known else code) for code in codes)
        return tuple(named) if len(codes) > 1 else ()


def who_thinks_along(desk: Desk, session: Session) -> str:
    """Return in one line who may think along; empty where nobody may, or may not be named."""
    names = [tie.name for tie in thinking_along(session.conversation, session.picture)]
    if not names:
        return ""
    said = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {desk.text('ecogram.and')} {names[-1]}"
    return desk.text("ecogram.thinks_one" if len(names) == 1 else "ecogram.thinks_more", names=said)
