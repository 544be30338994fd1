"""Choosing together: five groups with own network first, what was decided, and the comparison."""

from __future__ import annotations

from dataclasses import replace

from intake_app.advice.plan import MOST_FIRST_STEPS, Choice, DecidedBy, Decision
from intake_app.advice.proposals import ENOUGH
from intake_app.conversation.desk import Desk
from intake_app.conversation.otherwise import is_against
from intake_app.conversation.session import Session
from intake_app.core.ids import KindId
from intake_app.core.problems import ProblemsError
from intake_app.directory.model import Service
from intake_app.ui.presenters import choose_compare, talk_people
from intake_app.ui.presenters.choose_cards import NOT_NOW, OTHER, Cards, ReasonsView, own_step_kind
from intake_app.ui.presenters.choose_columns import Reader, wish_of
from intake_app.ui.presenters.choose_comparing import Comparing
from intake_app.ui.presenters.choose_quiet import quiet_of
from intake_app.ui.presenters.choose_services import ServicesView, services_of
from intake_app.ui.presenters.choose_state import ChooseState
from intake_app.ui.presenters.wish_steps import wish_steps


class Choosing:
    """The state of the screen; each command changes the talk and gives what should be said about it."""

    def __init__(self, desk: Desk, session: Session) -> None:
        self._desk, self._session = desk, session
        self._quiet = quiet_of(session)
        self._cards = Cards(desk, session, self._quiet)
        self._reader = Reader(desk, session, self._quiet, self._cards)
        self._picked: dict[str, str] = {}
        self._comparing = Comparing()
        self._open: set[str] = set()

    def enter(self) -> None:
        """Remember that one is choosing now; a moment alone is over, and what could not be asked then is noted."""
        talk_people.set_alone(self._session, on=False)
        if not self._session.conversation.situation.may_ask_alone:
            self._session.mark_not_alone()
        self._session.move("choose", self._session.conversation.place)

    def state(self) -> ChooseState:
        """Return what to show now."""
        held = self._reader.held()
        columns = () if held else self._reader.columns(self._picked, self._open)
        return ChooseState(
            wish=wish_of(self._session),
            wishes=self._reader.wishes(),
            today=self._reader.today(),
            ask_first=self._reader.ask_first(),
            open_safety=next(iter(self._session.open_safety()), ""),
            hint="" if self._session.picture.assessment.enough_known else self._desk.text("choose.too_little"),
            columns=self._comparing.marked(columns),
            own_step=self._reader.own_step(),
            compared=self._comparison() if self._comparing.is_on else (),
            is_comparing=self._comparing.is_on and not held,
            counter=self._desk.text("choose.counter", count=str(self._taken()), most=str(MOST_FIRST_STEPS)),
            is_enough=self._is_taken(ENOUGH),
            held=held,
        )

    def leave_safety(self, reason: str) -> None:
        """Note that the open questions about safety were not asked, and why."""
        self._session.leave_safety(reason)

    def take(self, kind: str) -> str:
        """Take a kind; a fourth goes to later. Returns a sentence when that happened, or what is in the way."""
        return self._take(kind, "", DecidedBy.PERSON)

    def take_anyway(self, kind: str, reason: str) -> str:
        """Take what the rules block, on the practitioner's word; returns what `take` does."""
        return self._take(kind, reason, DecidedBy.PRACTITIONER)

    def leave(self, kind: str, reason: str) -> str:
        """Leave what the rules suggest, on the practitioner's word; returns what is in the way."""
        return self._decide(kind, Decision.DECLINED, reason, DecidedBy.PRACTITIONER)

    def _take(self, kind: str, reason: str, by: DecidedBy) -> str:
        is_full = kind != ENOUGH and not self._is_taken(kind) and self._taken() >= MOST_FIRST_STEPS
        wrong = self._decide(kind, Decision.LATER if is_full else Decision.TAKEN, reason, by)
        return wrong or (self._desk.text("choose.three_already") if is_full else "")

    def take_digit(self, digit: str) -> str:
        """Take what carries this digit: in the comparison while it is open, else on the cards."""
        state = self.state()
        cards = [card for column in state.columns for card in column.cards]
        shown = [(each.digit, each.kind, each.decision) for each in state.compared or cards]
        kind = next((kind for key, kind, decision in shown if key == digit and decision != Decision.TAKEN), "")
        return self.take(kind) if kind else ""

    def later(self, kind: str) -> str:
        """Keep a kind for later; returns what is in the way."""
        return self._decide(kind, Decision.LATER)

    def decline(self, kind: str, reason: str) -> None:
        """Decline a kind for the person; `reason` is one of `NOT_NOW` or own words."""
        words = reason.strip() or OTHER
        self._decide(kind, Decision.DECLINED, self._desk.text(f"choose.why_{words}") if words in NOT_NOW else words)

    def take_back(self, kind: str) -> None:
        """Take a decision back."""
        self._session.drop_choice(kind)

    def pick(self, kind: str, service: str) -> str:
        """Look at another service of a kind; what was decided stays and follows. Returns what is in the way."""
        self._picked[kind] = service
        choice = self._session.conversation.choice(kind)
        if choice is None or choice.service == service:
            return ""
        return self._keep(replace(choice, service=service))

    def write_own_step(self, text: str) -> str:
        """Take a step of one's own; an empty text takes it back."""
        kind = own_step_kind()
        if not text.strip():
            if self._session.conversation.choice(kind):
                self._session.drop_choice(kind)
            return ""
        is_full = not self._is_taken(kind) and self._taken() >= MOST_FIRST_STEPS
        made = Choice(kind=kind, decision=Decision.LATER if is_full else Decision.TAKEN, reason=text.strip())
        known = self._session.conversation.choice(kind)
        is_kept = known is not None and (known.decision, known.reason) == (made.decision, made.reason)
        wrong = "" if is_kept else self._keep(made)
        return wrong or (self._desk.text("choose.three_already") if is_full else "")

    def enough_asks_why(self) -> bool:
        """Tell whether saying that the talk was enough goes against something, so that the practitioner says why."""
        picture = self._session.picture
        proposal = picture.advice.proposal(ENOUGH)
        if proposal is None or self._is_taken(ENOUGH) or proposal.outcome.blocked_by:
            return False
        choice = Choice(kind=ENOUGH, decision=Decision.TAKEN)
        return is_against(choice, proposal.outcome, is_flagged=bool(picture.assessment.raised()))

    def enough(self) -> str:
        """Say that the talk was enough, or take that back; returns what speaks against it."""
        if self._is_taken(ENOUGH):
            self._session.drop_choice(ENOUGH)
            return ""
        wrong = self._keep(Choice(kind=ENOUGH, decision=Decision.TAKEN))
        if wrong:
            return wrong
        proposal = self._session.picture.advice.proposal(ENOUGH)
        cons = self._cards.reasons(proposal).cons if proposal else ()
        return cons[0].text if cons else ""

    def toggle_more(self, group: str) -> None:
        """Open or close what is behind "Meer" in a group."""
        self._open ^= {group}

    def compare(self) -> None:
        """Open the comparison with what is not decided yet, at most three; or close it."""
        self._comparing.turn(self.state().columns)

    def toggle_compared(self, kind: str) -> None:
        """Put a kind into the comparison or take it out; a fourth pushes out the first."""
        self._comparing.toggle(kind)

    def reasons(self, kind: str) -> ReasonsView | None:
        """Return why a kind is proposed."""
        proposal = self._session.picture.advice.proposal(kind)
        return self._cards.reasons(proposal) if proposal else None

    def services(self, kind: str) -> ServicesView | None:
        """Return the services of a kind to choose from."""
        proposal = self._session.picture.advice.proposal(kind)
        if proposal is None:
            return None
        return services_of(self._desk, self._cards, proposal, self._cards.service_of(proposal, self._picked))

    def service(self, kind: str) -> Service | None:
        """Return the service in view of a kind."""
        proposal = self._session.picture.advice.proposal(kind)
        found = self._cards.service_of(proposal, self._picked) if proposal else None
        return found.service if found else None

    def jump(self, question: str) -> None:
        """Go back to a question of the conversation."""
        self._session.move("conversation", question)

    def _decide(self, kind: str, decision: Decision, reason: str = "", by: DecidedBy = DecidedBy.PERSON) -> str:
        service = self.service(kind)
        choice = Choice(
            kind=KindId(kind), decision=decision, service=service.id if service else "", reason=reason, by=by
        )
        if kind == own_step_kind():
            known = self._session.conversation.choice(kind)
            choice = replace(choice, reason=known.reason if known and not reason else reason)
        return self._keep(choice)

    def _keep(self, choice: Choice) -> str:
        """Keep a decision; returns what is in the way in words, empty when it is kept."""
        try:
            self._session.choose(choice)
        except ProblemsError as error:
            return self._desk.problem_text(replace(error.problems[0], where=""))
        return ""

    def _is_taken(self, kind: str) -> bool:
        choice = self._session.conversation.choice(kind)
        return choice is not None and choice.decision is Decision.TAKEN

    def _taken(self) -> int:
        """Count the first steps: what was taken, and the person's own steps from a wish."""
        choices = self._session.conversation.choices
        taken = sum(each.decision is Decision.TAKEN and each.kind != ENOUGH for each in choices)
        return taken + len(wish_steps(self._desk, self._session))

    def _comparison(self) -> tuple[choose_compare.ComparedView, ...]:
        found = [self._session.picture.advice.proposal(kind) for kind in self._comparing.kinds]
        known = tuple(each for each in found if each is not None)
        return choose_compare.compared(self._desk, self._cards, known, self._picked)
