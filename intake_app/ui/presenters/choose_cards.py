"""The cards of choosing together: a proposal in words, with its facts and what was decided about it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from intake_app.advice.chosen import Now, chosen_service
from intake_app.advice.matching import Match
from intake_app.advice.plan import Choice, DecidedBy, Decision
from intake_app.advice.proposals import Proposal
from intake_app.conversation.desk import Desk
from intake_app.conversation.session import Session
from intake_app.core.ids import KindId
from intake_app.directory.freshness import is_stale
from intake_app.questionnaire.routing import overview_question
from intake_app.triage.model import KindState
from intake_app.triage.outcome import Reason
from intake_app.ui.presenters.arguments import ArgumentView, OpenLine, Teller
from intake_app.ui.presenters.choose_facts import Fact, facts_of, warning_of
from intake_app.ui.presenters.choose_quiet import Quiet
from intake_app.ui.presenters.choose_rank import place_of
from intake_app.ui.presenters.choose_wishes import Wishes
from intake_app.ui.presenters.ecogram import who_thinks_along
from intake_app.ui.presenters.reasons_outcome import short_form

LONGEST_QUOTE = 90
MOST_UNKNOWN = 5
MOST_SERVICES = 9
"""Services to choose from on a card: the best of them. Source: eigen oordeel; the sociale kaart holds the rest."""
THINKING_TOGETHER = frozenset({KindId("naaste_betrekken"), KindId("netwerkgesprek")})
OPEN, OTHER = "open", "other"
NOT_NOW = ("does_not_fit", "not_now", "have_it", "too_expensive", "too_far", OTHER)
"""Why something is not chosen, in the order of the keys 1 to 6; the last is in own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """One proposal. `decision` is open, taken, later or declined; `service` is the one in view, out of `choices`.

    `place` says in one sentence why that one stands where it stands; empty where there is no choice. `own_reason` is
    why not in own words, "" while there are none, and None where a reason of the list was given, or none is due.
    """

    kind: str
    title: str
    why: str
    facts: tuple[Fact, ...]
    wish: str
    warning: str
    decision: str
    decision_text: str
    choices: int
    service: str
    place: str
    is_suggested: bool
    is_blocked: bool
    own_reason: str | None = None
    digit: str = ""
    is_compared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonsView:
    """Why a kind is proposed: in one sentence, then what speaks for it, what against, and what is not known yet."""

    kind: str
    title: str
    what: str
    short: str
    pros: tuple[ArgumentView, ...]
    cons: tuple[ArgumentView, ...]
    unknown: tuple[OpenLine, ...]


class Cards:
    """Makes the cards of one talk."""

    def __init__(self, desk: Desk, session: Session, quiet: Quiet) -> None:
        self._desk, self._session, self._quiet = desk, session, quiet
        self._teller, self._wishes = Teller(desk, session), Wishes(desk, session, quiet)
        self._asked = {str(id_): each for id_, each in session.knowledge.questionnaire.questions.items()}

    def card(self, proposal: Proposal, picked: Mapping[str, str], quoted: set[str] | None = None) -> CardView:
        """Return the card of a proposal; `picked` are the services that were looked at.

        Own words that stand in `quoted` are not said again.
        """
        choice = self._session.conversation.choice(proposal.kind.id)
        found, now = self.service_of(proposal, picked), self._now(choice)
        kind = proposal.kind
        decided = None if now is Now.SET_ASIDE else choice
        return CardView(
            kind=kind.id,
            title=self._title(proposal, found),
            why=self.why(proposal, quoted),
            facts=(*self._around(kind.id), *facts_of(self._desk, kind, found, self.today)),
            wish=self.wish(proposal),
            warning=warning_of(self._desk, found, now),
            decision=decided.decision.value if decided else OPEN,
            decision_text=self._decision_text(decided),
            choices=len(proposal.matches),
            service=found.service.id if found else "",
            place=self.place(proposal, found),
            own_reason=self._own_reason(decided),
            is_suggested=proposal.state is KindState.SUGGESTED,
            is_blocked=proposal.state is KindState.BLOCKED,
        )

    @property
    def today(self) -> datetime.date:
        """The day of the talk."""
        return self._session.conversation.situation.date

    def service_of(self, proposal: Proposal, picked: Mapping[str, str]) -> Match | None:
        """Return the service that was chosen or looked at, else the best one; None where there is none.

        What was chosen is shown too where it no longer fits, and as it was where it is gone.
        """
        choice = self._session.conversation.choice(proposal.kind.id)
        wanted = picked.get(proposal.kind.id) or (choice.service if choice else "")
        found = next((each for each in proposal.matches if each.service.id == wanted), None) if wanted else None
        if found is None and wanted and choice is not None and choice.service == wanted:
            service = chosen_service(wanted, choice, self._session.knowledge.supply.directory).service
            if service is not None:
                return Match(service=service, distance_km=None, is_stale=is_stale(service, self.today))
        return found or (proposal.matches[0] if proposal.matches else None)

    def _now(self, choice: Choice | None) -> Now:
        """Return what became of what was chosen; what was declined, or is no service, is as it was."""
        if choice is None or not choice.service or choice.decision is Decision.DECLINED:
            return Now.OFFERED
        return chosen_service(choice.service, choice, self._session.knowledge.supply.directory).now

    def why(self, proposal: Proposal, quoted: set[str] | None = None) -> str:
        """Return one sentence: the person's own words where there are, else the first reason."""
        if proposal.state is KindState.BLOCKED:
            shown = self._shown(proposal.outcome.against)
            return shown[0].text.of(self._desk.language) if shown else self._desk.text("choose.not_now")
        shown = self._shown(proposal.outcome.reasons)
        said = quoted if quoted is not None else set()
        quote = next((words for each in shown for words in self._own_words(each) if words not in said), "")
        if quote:
            said.add(quote)
            return f"“{_short(quote)}”"
        return (shown[0].text if shown else proposal.kind.what).of(self._desk.language)

    def reasons(self, proposal: Proposal) -> ReasonsView:
        """Return everything that speaks for and against a kind and may be shown."""
        outcome, language = proposal.outcome, self._desk.language
        open_ = [column for each in self._shown(outcome.open_reasons) for column in each.columns]
        return ReasonsView(
            kind=proposal.kind.id,
            title=proposal.kind.name.of(language),
            what=proposal.kind.what.of(language),
            short=short_form(self._desk, self._session.knowledge).kind(outcome),
            pros=self._teller.arguments(outcome.reasons),
            cons=self._teller.arguments(outcome.against),
            unknown=self._teller.open(open_)[:MOST_UNKNOWN],
        )

    def _shown(self, reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
        return tuple(each for each in reasons if self._quiet.may_show(each))

    def wish(self, proposal: Proposal) -> str:
        """Say which wish it serves first; empty where none may be told."""
        return self._wishes.served_by(proposal)

    def _own_words(self, reason: Reason) -> list[str]:
        """Return what the person said about the topics that a reason rests on, the first wish first.

        What was said about an area as a whole is left out: it may be about anything in it.
        """
        talk = self._session.conversation
        questions = [self._asked[column] for column in reason.columns if column in self._asked]
        topics = {str(question.topic) for question in questions}
        wishes = [wish.text for wish in talk.wishes if str(wish.topic) in topics]
        near = [each for each in questions if each.id != overview_question(each.area.value)]
        notes = [talk.notes.get(about, "") for each in near for about in (each.topic, each.id)]
        return [said for said in [*wishes, *notes] if said.strip()]

    def _around(self, kind: KindId) -> tuple[Fact, ...]:
        """Return who may think along, on the cards that are about them."""
        said = who_thinks_along(self._desk, self._session) if kind in THINKING_TOGETHER else ""
        return (Fact(icon="own_network", text=said),) if said else ()

    def _title(self, proposal: Proposal, found: Match | None) -> str:
        name = proposal.kind.name.of(self._desk.language)
        if found is None:
            return name
        service = found.service
        example = f" {self._desk.text('documents.example')}" if service.example else ""
        same = service.name.casefold() == name.casefold()
        return f"{name}{example}" if same else f"{name}: {service.name}{example}"

    def best(self, proposal: Proposal, found: Match | None) -> tuple[Match, ...]:
        """Return the best ones to choose from; the one in view is always among them."""
        shown = tuple(proposal.matches[:MOST_SERVICES])
        is_shown = found is None or any(each.service.id == found.service.id for each in shown)
        return shown if found is None or is_shown else (*shown, found)

    def more(self, proposal: Proposal) -> str:
        """Say how many of all there are to choose from; empty where that is all."""
        count = len(proposal.matches)
        if count <= MOST_SERVICES:
            return ""
        return self._desk.text("choose.more_services", shown=str(MOST_SERVICES), count=str(count))

    def place(self, proposal: Proposal, found: Match | None) -> str:
        """Say why a service stands where it stands; empty where there is no choice."""
        if found is None or len(proposal.matches) == 1:
            return ""
        is_overheard = not self._session.conversation.situation.may_ask_alone
        return place_of(self._desk, found, proposal.matches, is_overheard=is_overheard)

    def _own_reason(self, choice: Choice | None) -> str | None:
        if choice is None or choice.decision is not Decision.DECLINED or choice.by is DecidedBy.PRACTITIONER:
            return None
        listed = {self._desk.text(f"choose.why_{each}") for each in NOT_NOW[:-1]}
        nothing = self._desk.text(f"choose.why_{OTHER}")
        return None if choice.reason in listed else "" if choice.reason == nothing else choice.reason

    def _decision_text(self, choice: Choice | None) -> str:
        if choice is None:
            return ""
        if choice.by is DecidedBy.PRACTITIONER:
            return self._desk.text(f"choose.practitioner_{choice.decision.value}")
        said = self._desk.text(f"choose.decision_{choice.decision.value}")
        is_listed = choice.decision is Decision.DECLINED and choice.reason and self._own_reason(choice) is None
        return f"{said}: {choice.reason}" if is_listed else said


def _short(said: str) -> str:
    """Return own words on one line, cut at a word where they are long."""
    line = " ".join(said.split())
    if len(line) <= LONGEST_QUOTE:
        return line
    return line[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


def own_step_kind() -> KindId:
    """Return the kind under which a step of one's own is kept."""
    return KindId("eigen_stap")
