"""The papers: which there are, what holds one back and the way out, who may read it, and closing the talk."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from intake_app.conversation.consent import HUISARTS, drawing
from intake_app.conversation.desk import PERSON_ADVICE, Desk, Paper
from intake_app.conversation.session import Session
from intake_app.core.ids import FlagId
from intake_app.core.problems import Problem, ProblemsError
from intake_app.ui.presenters import talk_people
from intake_app.ui.presenters.choose_quiet import may_name
from intake_app.ui.presenters.papers_around import AroundConsent, around_consent
from intake_app.ui.presenters.papers_consent import Consents, ConsentView
from intake_app.ui.presenters.read_only import is_reading, may_reopen
from intake_app.ui.presenters.safety_plan import SCREEN as SAFETY_PLAN
from intake_app.ui.presenters.spoken import LanguageView, paper_language

ASK, FLAG, CONSENT = "ask", "flag", "consent"
"""Ways out of what holds a paper back: ask a question, record what was done, ask for consent."""
_WAYS = {
    "flag_still_possible": ASK,
    "flag_not_recorded": FLAG,
    "consent_missing": CONSENT,
    "consent_missing_service": CONSENT,
}
LATER = ("handover", "relative")
"""Papers that are in the list only with something to make them of: the list says when they come."""
READERS = ("person", "relatives", "huisarts", "others")
"""For whom a paper is, in the order of the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldView:
    """One thing that holds a paper or closing back: in words, and the way out (empty: there is none by key)."""

    text: str
    way: str
    flag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """One paper in the list, which is grouped by `reader`.

    `about` says for whom it is and whether it is ready, `detail` the same without what the group says already.
    """

    id: str
    title: str
    about: str
    detail: str
    reader: str
    recipient: str
    is_ready: bool
    holds: tuple[HoldView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersState:
    """Everything on the screen but the pages themselves. `is_reading`: nothing can be kept now.

    `languages` are those that the chosen paper can be made in, the usual one first with an empty code; none where there
    is nothing to choose. `language` is the code in use. `later` says which papers would come, and when.
    """

    papers: tuple[PaperView, ...]
    later: str
    chosen: PaperView
    is_large: bool
    languages: tuple[LanguageView, ...]
    language: str
    consent: ConsentView
    journal_lines: int
    is_closed: bool
    is_reading: bool
    around: AroundConsent


class Papers:
    """The state of the screen; each command changes it or the talk."""

    def __init__(self, desk: Desk, session: Session, today: datetime.date) -> None:
        self._desk, self._session, self._today = desk, session, today
        self.consents = Consents(desk, session, today)
        person = session.conversation.situation.person
        self._chosen, self._is_large, self._language = "", person.literacy == "low", ""
        self._own_language = paper_language(desk, person.language)

    def state(self) -> PapersState:
        """Return what to show now."""
        listed = sorted(self._desk.papers(self._session), key=lambda each: READERS.index(each.reader))
        papers = tuple(self._view(each) for each in listed)
        chosen = next((each for each in papers if each.id == self._chosen), papers[0])
        languages = self._languages(chosen.id)
        return PapersState(
            papers=papers,
            later=self._later(papers),
            chosen=chosen,
            is_large=self._is_large,
            languages=languages,
            language=self._language if languages else "",
            consent=self.consents.view(chosen.recipient),
            journal_lines=len(self.journal().splitlines()),
            is_closed=self._session.conversation.closed is not None,
            is_reading=self.is_reading,
            around=around_consent(self._session, HUISARTS),
        )

    @property
    def is_reading(self) -> bool:
        """Whether one can only look: at this store, or at this talk."""
        return is_reading(self._desk, self._session)

    def released(self, what: str) -> None:
        """Record that a paper, or the text for the journal (`JOURNAL`), left the program."""
        self._desk.released(self._session, what)

    @property
    def chosen(self) -> str:
        """The id of the paper that one asked for; empty while that is the first."""
        return self._chosen

    def choose(self, paper: str) -> None:
        """Look at another paper."""
        self._chosen = paper

    def enlarge(self, *, large: bool) -> None:
        """Use extra large letters, or the usual ones."""
        self._is_large = large

    def speak(self, language: str) -> None:
        """Have the person's paper in this language; the usual one where empty."""
        self._language = language

    def consent(self, *, given: bool) -> None:
        """Note that the person said the reader of the chosen paper may read it, or took it back."""
        self.consents.say(self.state().chosen.recipient, is_given=given)

    def agree_around(self, recipient: str, *, given: bool) -> None:
        """Note that the drawing of who is around may stand on the paper for a recipient, or may not any more."""
        consent = drawing(self._session.conversation, recipient, self._today, is_given=given)
        if consent is not None:
            self._session.consent(consent)

    def enter(self) -> None:
        """Remember that one is at the papers now; a moment alone is over. Who only reads leaves no trace."""
        if self.is_reading:
            return
        if self._session.conversation.screen == SAFETY_PLAN:
            self._chosen = SAFETY_PLAN  # who comes from there wants that paper
        talk_people.set_alone(self._session, on=False)
        self._session.move("papers", self._session.conversation.place)

    def job(self) -> Callable[[], bytes]:
        """Return the slow work that makes the chosen paper; it raises `ProblemsError` when it is held back."""
        state = self.state()
        return partial(self._desk.pdf, self._session, state.chosen.id, large=state.is_large, spoken=state.language)

    def file_name(self) -> str:
        """Return the name for the chosen paper; it gives nothing away."""
        state = self.state()
        name = next(each.file_name for each in self._desk.papers(self._session) if each.id == state.chosen.id)
        return name.replace(".pdf", f"-{state.language}.pdf") if state.language else name

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

    @property
    def lacks_safety(self) -> bool:
        """Tell whether questions about safety could be asked still, and nobody said why not."""
        return bool(self._session.open_safety())

    def in_words(self, problems: tuple[Problem, ...]) -> str:
        """Return problems in words, without the ids they are about."""
        return " ".join(dict.fromkeys(hold.text for hold in self._holds(problems)))

    def _languages(self, paper: str) -> tuple[LanguageView, ...]:
        if paper != PERSON_ADVICE or self._own_language is None:
            return ()
        usual = self._desk.text(f"language_name.{self._desk.language}")
        return (LanguageView(code="", label=usual, about=""), self._own_language)

    def _later(self, papers: tuple[PaperView, ...]) -> str:
        """Return when the papers come that are not there; nothing where the talk does not change any more."""
        if self.is_reading or self._session.conversation.closed is not None:
            return ""
        there = {each.id.partition(":")[0] for each in papers}
        return " ".join(self._desk.text(f"papers.no_{name}") for name in LATER if name not in there)

    def _view(self, paper: Paper) -> PaperView:
        is_ready = not paper.locked_by
        name = paper.id.partition(":")[0]
        about = paper.about or self._desk.text(f"papers.for_{name}")
        standing = self._desk.text("papers.ready" if is_ready else "papers.held")
        if is_ready and name == SAFETY_PLAN and self._session.conversation.safety_plan.is_empty:
            standing = self._desk.text("safety_plan.blank")
        return PaperView(
            id=paper.id,
            title=self._desk.text(f"papers.{name}"),
            about=f"{about} · {standing}",
            detail=" · ".join(filter(None, (paper.about, standing))),
            reader=paper.reader,
            recipient=paper.recipient,
            is_ready=is_ready,
            holds=self._holds(paper.locked_by),
        )

    def _holds(self, problems: tuple[Problem, ...]) -> tuple[HoldView, ...]:
        ways = {} if self.is_reading else _WAYS
        return tuple(
            HoldView(
                text=self._in_words(each),
                way=ways.get(each.code, ""),
                flag=each.where if ways.get(each.code) in {ASK, FLAG} else "",
            )
            for each in problems
        )

    def _in_words(self, held: Problem) -> str:
        """Return why a paper is held back, and in a closed talk how consent can be noted still."""
        words = self._desk.problem_text(replace(held, where=""))
        is_shut = _WAYS.get(held.code) == CONSENT and may_reopen(self._desk, self._session)
        return f"{words} {self._desk.text('papers.reopen_first')}" if is_shut else words
