"""The papers: which there are, what holds one back and the way out, who may read it, and closing the talk."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from intake_app.conversation.desk import Desk, Paper
from intake_app.conversation.model import Consent
from intake_app.conversation.session import Session
from intake_app.core.ids import FlagId
from intake_app.core.problems import Problem, ProblemsError
from intake_app.ui.presenters import talk_people
from intake_app.ui.presenters.choose_facts import day
from intake_app.ui.presenters.choose_quiet import may_name
from intake_app.ui.presenters.read_only import is_reading

HUISARTS = "huisarts"
CONSENT_MISSING = "consent_missing"
ASK, FLAG, CONSENT = "ask", "flag", "consent"
"""Ways out of what holds a paper back: ask a question, record what was done, ask for consent."""
_WAYS = {"flag_still_possible": ASK, "flag_not_recorded": FLAG, CONSENT_MISSING: CONSENT}


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldView:
    """One thing that holds a paper or closing back: in words, and the way out (empty: there is none by key)."""

    text: str
    way: str
    flag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """One paper in the list."""

    id: str
    title: str
    about: str
    is_ready: bool
    holds: tuple[HoldView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersState:
    """Everything on the screen but the pages themselves. `is_reading`: nothing can be kept now."""

    papers: tuple[PaperView, ...]
    chosen: PaperView
    is_large: bool
    has_consent: bool
    consent_text: str
    journal_lines: int
    is_closed: bool
    is_reading: bool


class Papers:
    """The state of the screen; each command changes it or the talk."""

    def __init__(self, desk: Desk, session: Session, today: datetime.date) -> None:
        self._desk, self._session, self._today = desk, session, today
        self._chosen, self._is_large = "", session.conversation.situation.person.literacy == "low"

    def state(self) -> PapersState:
        """Return what to show now."""
        papers = tuple(self._view(each) for each in self._desk.papers(self._session))
        consent = self._consent()
        given = self._desk.text("papers.consent_given", day=day(consent.on)) if consent else ""
        return PapersState(
            papers=papers,
            chosen=next((each for each in papers if each.id == self._chosen), papers[0]),
            is_large=self._is_large,
            has_consent=consent is not None,
            consent_text=given or self._desk.text("papers.consent_ask"),
            journal_lines=len(self.journal().splitlines()),
            is_closed=self._session.conversation.closed is not None,
            is_reading=self.is_reading,
        )

    @property
    def is_reading(self) -> bool:
        """Whether one can only look: at this store, or at this talk."""
        return is_reading(self._desk, self._session)

    def released(self, what: str) -> None:
        """Record that a paper, or the text for the journal (`JOURNAL`), left the program."""
        self._desk.released(self._session, what)

    def choose(self, paper: str) -> None:
        """Look at another paper."""
        self._chosen = paper

    def enlarge(self, *, large: bool) -> None:
        """Use extra large letters, or the usual ones."""
        self._is_large = large

    def consent(self, *, given: bool) -> None:
        """Note that the person said the huisarts may read this, or took it back."""
        on = self._today if given else self._said_on()
        self._session.consent(Consent(recipient=HUISARTS, items=("all",), on=on, revoked=not given))

    def enter(self) -> None:
        """Remember that one is at the papers now; a moment alone is over. Who only reads leaves no trace."""
        if self.is_reading:
            return
        talk_people.set_alone(self._session, on=False)
        self._session.move("papers", self._session.conversation.place)

    def job(self) -> Callable[[], bytes]:
        """Return the slow work that makes the chosen paper; it raises `ProblemsError` when it is held back."""
        return partial(self._desk.pdf, self._session, self.state().chosen.id, large=self._is_large)

    def file_name(self) -> str:
        """Return the name for the chosen paper; it gives nothing away."""
        chosen = self.state().chosen.id
        return next(each.file_name for each in self._desk.papers(self._session) if each.id == chosen)

    def journal(self) -> str:
        """Return the text for the journal."""
        return self._desk.journal_text(self._session)

    def question_for(self, flag: str) -> str:
        """Return the first question that would clear up a possible flag and may be shown; empty when there is none."""
        asked = self._session.flag(FlagId(flag)).open_questions
        return next((str(each) for each in asked if may_name(self._session, each)), "")

    def jump(self, question: str) -> None:
        """Go back to a question of the conversation."""
        self._session.move("conversation", question)

    def close(self) -> tuple[HoldView, ...]:
        """Close the talk; returns what holds it back, nothing when it was closed."""
        try:
            self._session.close()
        except ProblemsError as error:
            return self._holds(error.problems)
        return ()

    def in_words(self, problems: tuple[Problem, ...]) -> str:
        """Return problems in words, without the ids they are about."""
        return " ".join(dict.fromkeys(hold.text for hold in self._holds(problems)))

    def _view(self, paper: Paper) -> PaperView:
        is_ready = not paper.locked_by
        about = self._desk.text(f"papers.for_{paper.id}")
        standing = self._desk.text("papers.ready" if is_ready else "papers.held")
        return PaperView(
            id=paper.id,
            title=self._desk.text(f"papers.{paper.id}"),
            about=f"{about} · {standing}",
            is_ready=is_ready,
            holds=self._holds(paper.locked_by),
        )

    def _holds(self, problems: tuple[Problem, ...]) -> tuple[HoldView, ...]:
        ways = {} if self.is_reading else _WAYS
        return tuple(
            HoldView(
                text=self._desk.problem_text(replace(each, where="")),
                way=ways.get(each.code, ""),
                flag=each.where if ways.get(each.code) in {ASK, FLAG} else "",
            )
            for each in problems
        )

    def _consent(self) -> Consent | None:
        found = (each for each in self._session.conversation.consents if each.recipient == HUISARTS)
        return next((each for each in found if not each.revoked), None)

    def _said_on(self) -> datetime.date:
        consent = self._consent()
        return consent.on if consent else self._today
