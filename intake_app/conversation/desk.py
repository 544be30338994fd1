"""What the program offers to a front end: the store behind a pass phrase, the talks in it, and the papers.

Bootstrap builds the one that is used; a front end knows only this.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from intake_app.core.ids import ConversationId
from intake_app.triage.what_if import Said

if TYPE_CHECKING:
    from collections.abc import Callable

    from intake_app.conversation.consent import HeldItem
    from intake_app.conversation.knowledge import Knowledge
    from intake_app.conversation.model import Conversation
    from intake_app.conversation.session import Session
    from intake_app.core.problems import Problem
    from intake_app.core.text import Language
    from intake_app.questionnaire.model import Mode
    from intake_app.questionnaire.situation import Situation
    from intake_app.questionnaire.spoken import SpokenLanguage
    from intake_app.triage.foresight.look import Outlook


class SaveStatus(StrEnum):
    """Where the last change is."""

    SAVED = "saved"
    BUSY = "busy"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveState:
    """The state of saving: since when, and what is wrong when it failed."""

    status: SaveStatus
    at: datetime.datetime | None = None
    problem: Problem | None = None


class Standing(StrEnum):
    """How far a talk is."""

    TALKING = "talking"
    CHOOSING = "choosing"
    AGREEING = "agreeing"
    PAPER = "paper"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationRow:
    """One talk in the list. No name: gender and age say who it was. `about` is the wish in own words.

    `place` is the topic that one stopped at, in words.
    """

    id: ConversationId
    opened: datetime.datetime
    touched: datetime.datetime
    mode: str
    gender: str
    age: int | None
    about: str
    standing: Standing
    place: str
    next_step: str
    next_on: datetime.date | None
    asked: int
    in_all: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document that can be made.

    `locked_by` are problems that hold it back; `file_name` gives nothing away; `reader` tells for whom it is: person,
    relatives, huisarts or others; `about` which one, where several have one name; `recipient` whose consent it needs.
    """

    id: str
    file_name: str
    locked_by: tuple[Problem, ...] = ()
    reader: str = "person"
    about: str = ""
    recipient: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeRow:
    """A code of ICPC-1 that fits what was said: in our own words, and why. Nothing goes along that nobody ticks."""

    id: str
    name: str
    why: str
    is_confirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedCopy:
    """A paper that opens with a password only, and that password: told by telephone, kept nowhere."""

    data: bytes = field(repr=False)
    password: str = field(repr=False)


class Desk(Protocol):
    """Everything a front end can ask for. Slow calls are marked; run them off the drawing thread."""

    @property
    def is_new(self) -> bool:
        """Tell whether there is no store yet."""

    @property
    def is_open(self) -> bool:
        """Tell whether the store is open; the demo store opens by itself."""

    @property
    def is_demo(self) -> bool:
        """Tell whether this is the throw-away store with fictional people."""

    @property
    def is_trial(self) -> bool:
        """Tell whether nobody has recorded who answers for the use (Proefgebruik, decision 12)."""

    @property
    def is_certified(self) -> bool:
        """Tell whether the newest content is covered by its certificate; a talk tells it of its own content."""

    @property
    def certificate_lines(self) -> tuple[str, ...]:
        """The certificate of the newest content in words: how much was proved, when, and by which solver."""

    @property
    def language(self) -> Language:
        """The language of the screen."""

    @property
    def spoken_languages(self) -> tuple[SpokenLanguage, ...]:
        """The languages of the person's side beside Dutch and English, with their status; read at the first asking."""

    @property
    def spoken_problems(self) -> tuple[Problem, ...]:
        """What keeps a language out of `spoken_languages`, with file and line."""

    @property
    def content_problems(self) -> tuple[Problem, ...]:
        """What is wrong with the newest content, while the last clean one is in use."""

    @property
    def is_read_only(self) -> bool:
        """Tell whether the store was opened to read: another program writes it, or it is damaged."""

    @property
    def read_only_words(self) -> str:
        """Why one can only read, in a sentence: who writes since when, or what is damaged; empty when one can write."""

    @property
    def opening_words(self) -> str:
        """What opening the store had to tell: a log that was cut, a copy of the keys written anew; usually empty."""

    def create(self, passphrase: str, name: str = "") -> None:
        """Make the store, with its first user. Slow. Raises `ProblemsError`."""

    def unlock(self, passphrase: str, user_id: str = "") -> None:
        """Open the store as this user; "" where there is one only. Slow.

        Raises `ProblemsError`: `store_passphrase_wrong`; `passphrase_wait` with `seconds` after several wrong ones;
        `passphrase_must_change` when somebody else gave it: then `change_first` opens. `store_in_use` and
        `store_damaged` may be opened with `unlock_to_read`.
        """

    def change_first(self, given: str, own: str, user_id: str = "") -> None:
        """Replace a pass phrase that somebody else gave by one's own, and open the store. Slow."""

    def unlock_to_read(self, passphrase: str, user_id: str = "") -> None:
        """Open a store that another program writes, or what can be read of a damaged one. Slow."""

    def lock(self) -> None:
        """Save, close the store and forget its keys. Raises `ProblemsError` `store_not_saved` while work waits."""

    def hold_draft(self, draft: str) -> None:
        """Keep where one is and what is being typed, sealed, for the same user; written soon, by another thread.

        Of several that wait only the last is written. `lock` waits for it, and refuses while it cannot be written.
        """

    def held_draft(self) -> str:
        """Return what was kept last; empty when there is nothing. It stays until something else is kept."""

    def rows(self) -> tuple[ConversationRow, ...]:
        """Return all talks, newest first."""

    def start(self, situation: Situation) -> Session:
        """Begin a talk. Raises `ProblemsError` (age under sixteen)."""

    def open(self, id_: ConversationId) -> Session:
        """Open a talk where it was left, with the content it was held with. Raises `ProblemsError`."""

    def freshen(self, session: Session) -> None:
        """Have an open talk go on with the sociale kaart as it is now."""

    def remove(self, id_: ConversationId) -> None:
        """Delete a talk for good."""

    def setting(self, key: str) -> str:
        """Return a setting of the practice, empty when not set."""

    def set_setting(self, key: str, value: str) -> None:
        """Keep a setting of the practice."""

    def papers(self, session: Session) -> tuple[Paper, ...]:
        """Return the papers of a talk, with what holds each back."""

    def pdf(self, session: Session, paper: str, *, large: bool = False, spoken: str = "") -> bytes:
        """Make a paper. Slow. Raises `ProblemsError` when it is held back.

        With `spoken`, the code of one of `spoken_languages`, the person's own paper (`PERSON_ADVICE`) in that language.
        """

    def sealed_copy(self, paper: bytes) -> SealedCopy:
        """Return a copy of a paper that was made, behind a new password."""

    def held_items(self, session: Session) -> tuple[HeldItem, ...]:
        """Return what stays inside unless the person, alone, lets it go to a recipient, one by one."""

    def questionnaire_form(self, mode: Mode, language: Language, *, for_person: bool, large: bool = False) -> bytes:
        """Make the questionnaire of a talk to fill in by hand, for when there is no PC. Slow.

        That for the person has nothing about safety, nothing that is asked alone, and no silent topic.
        """

    def fhir(self, session: Session, recipient: str) -> bytes:
        """Make the data of a talk for another system, as far as the recipient may read it. Slow.

        Raises `ProblemsError` `consent_missing`, for an organisation also what holds its sheet back. When it is kept
        somewhere, tell `released` with `FHIR` first.
        """

    def read_talk(self, path: str) -> Conversation:
        """Read a talk from a file that `fhir` made; nothing is begun by it. Slow. Raises `ProblemsError`."""

    def take_in(self, found: Conversation) -> Session:
        """Begin a talk that goes on from what was read, with the consent in it. Raises `ProblemsError`."""

    def released(self, session: Session, what: str) -> None:
        """Record that a paper was saved or printed, or the text for the journal copied (`JOURNAL`)."""

    def journal_codes(self, session: Session) -> tuple[CodeRow, ...]:
        """Return the codes that fit; raises `ProblemsError` where the list of codes cannot be read."""

    def journal_text(self, session: Session, codes: frozenset[str] = frozenset()) -> str:
        """Return the SOEP text of at most ten lines; of `codes`, those that fit stand in it."""

    def look_ahead(self, knowledge: Knowledge, said: Said) -> Outlook:
        """Look ahead of what a talk holds: what each open question may still turn, and how firm the advice stands.

        Slow; on any thread, but one look at a time: so it gets what was said (`said_of`), never the talk itself,
        which goes on meanwhile. Raises `ProblemsError` where the population does not fit.
        """

    def save_state(self) -> SaveState:
        """Return where the last change is."""

    def on_saved(self, told: Callable[[], None]) -> None:
        """Have `told` called (on any thread) whenever the save state changes."""

    def retry(self) -> None:
        """Try again to write what could not be written."""

    def text(self, key: str, **values: str) -> str:
        """Return a text of the wording files."""

    def text_in(self, language: Language, key: str, /, **values: str) -> str:
        """Return a text of the wording files in a language of the program, whatever that of the screen is."""

    def problem_text(self, problem: Problem) -> str:
        """Return a problem in words: where, what, what to do."""


def said_of(session: Session) -> Said:
    """Return what a talk holds now, as looking ahead and other answers are worked out from it.

    Nothing that is said later changes it. Call it where the talk is held, and hand it to the work on another thread.
    """
    talk = session.conversation
    facts = talk.situation.facts(wishes=talk.wish_topics, strengths=talk.strength_topics)
    return Said(answers=talk.answers, facts=facts, history=talk.history)


PERSON_ADVICE = "person_advice"
"""The paper that the person takes home."""
JOURNAL = "journal"
"""The text for the journal, among what leaves the program."""
FHIR = "fhir"
"""The data for another system, among what leaves the program."""
SETTINGS = (
    "practice_name",
    "gp_phone",
    "out_of_hours_phone",
    "crisis_phone",
    "shelter_phone",
    "municipality_phone",
    "pharmacy_phone",
    "midwife_phone",
    "responsible_organisation",
    "referral_order",
    "theme",
    "text_scale",
    "lock_minutes",
    "quick_minutes",
    "exploratory_minutes",
)
"""The settings of a practice."""
