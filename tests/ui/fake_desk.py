"""A desk that keeps everything in memory, on the real questions, rules and options of this checkout.

Whether that content is complete is the content check's business: here what can be read is used. A wording that is
not there yet shows as its key.
"""

from __future__ import annotations

import datetime
import functools
from dataclasses import dataclass, field
from pathlib import Path

from intake_app.advice.proposals import Supply
from intake_app.content.load_directory import load_directory, load_postcodes
from intake_app.content.load_languages import Basis, Languages, read_languages
from intake_app.content.load_options import load_options
from intake_app.content.load_questionnaire import load_questionnaire
from intake_app.content.load_rules import load_rules
from intake_app.content.load_wording import Wording, load_wording
from intake_app.content.source import read_source
from intake_app.conversation.changes import Opened
from intake_app.conversation.desk import CodeRow, ConversationRow, Paper, SaveState, SaveStatus, Standing
from intake_app.conversation.knowledge import Knowledge
from intake_app.conversation.ports import Journal
from intake_app.conversation.replay import as_changes
from intake_app.conversation.session import Session, too_young
from intake_app.core.ids import ConversationId, QuestionId
from intake_app.core.problems import Problem, ProblemsError, problem
from intake_app.questionnaire.answers import Given
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Person, Situation
from intake_app.triage.evaluate import Engine
from intake_app.triage.foresight.look import Outlook
from tests.ui.fake_office import FakeOffice

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
NOW = datetime.datetime.fromisoformat("2026-11-22T10:32")
PASSPHRASE = "vier warme woorden hier"  # noqa: S105  of a store that is none
STANDINGS = {
    "conversation": Standing.TALKING,
    "choose": Standing.CHOOSING,
    "agree": Standing.AGREEING,
    "papers": Standing.PAPER,
}
ONE_PAGE = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
ONE_PAGE += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@functools.cache
def real_content() -> tuple[Knowledge, Wording]:
    """Return the questions, rules, options and words of this checkout, ready to hold a talk with."""
    source, problems = read_source(RESOURCES), []
    questionnaire = load_questionnaire(source.part("questionnaire"), problems)
    options = load_options(source.part("options"), problems)
    kinds = tuple(kind.id for kind in options)
    rules = load_rules(source.part("rules"), questionnaire, kinds, problems)
    supply = Supply(
        kinds=options,
        directory=load_directory(source.part("directory"), kinds, problems),
        postcodes=load_postcodes(source.part("directory"), problems),
    )
    engine = Engine(rules, questionnaire, kinds)
    knowledge = Knowledge(
        questionnaire=questionnaire,
        engine=engine,
        supply=supply,
        fingerprints=source.fingerprints(),
        is_certified=True,
    )
    return knowledge, load_wording(source.part("wording"), problems)


@functools.cache
def real_languages() -> Languages:
    """Return the languages of the person's side of this checkout."""
    knowledge, wording = real_content()
    return read_languages(RESOURCES, Basis(questionnaire=knowledge.questionnaire, texts=wording.texts))


@dataclass
class FakeClock:
    """A clock that stands still until it is set."""

    at: datetime.datetime = NOW

    def now(self) -> datetime.datetime:
        return self.at


@dataclass
class FakeJournal(Journal):
    """Keeps the changes of one talk in a list."""

    kept: list = field(default_factory=list)
    told: object = None

    def keep(self, base, changes, after):  # noqa: ARG002  as the real one is called
        del self.kept[base:]
        self.kept.extend(changes)
        if self.told is not None:
            self.told()


class FakeDesk:
    """Everything a front end can ask for. What a test wants different is set on its attributes."""

    def __init__(self, *, language="nl", is_new=False, is_demo=False, is_trial=True):
        self.language, self.is_new, self.is_demo, self.is_trial = language, is_new, is_demo, is_trial
        self.content_problems = ()
        self.spoken_languages, self.spoken_problems = real_languages().found, ()
        self.is_certified, self.certificate_lines = True, ("De nieuwste inhoud is nagerekend op 22-11-2026.",)
        self.clock, self.settings, self.talks = FakeClock(), {"practice_name": "Praktijk Waterrijk"}, {}
        self.extra_rows, self.removed, self.told = [], [], []
        self.given_out, self.opening_words, self.forms = [], "", []
        self.is_open, self.passphrase, self.status = False, PASSPHRASE, SaveStatus.SAVED
        self.outlook, self.looked_at = Outlook(gains={}, turns={}, robustness=0.93, completions=400), []
        self.problem, self.retried, self.knowledge = None, 0, real_content()[0]

        self.office, self.user, self.first_name = FakeOffice(), "", ""
        self.is_read_only, self.read_only_words = False, ""
        self.drafts, self.unsaved, self.calls, self.incoming = {}, None, [], None

    def create(self, passphrase, name=""):
        self.passphrase, self.is_new, self.is_open, self.first_name = passphrase, False, True, name

    def unlock(self, passphrase, user_id=""):
        if passphrase != self.passphrase:
            raise ProblemsError((problem("store_passphrase_wrong"),))
        self.is_open, self.user = True, user_id

    def change_first(self, given, own, user_id=""):
        self.unlock(given, user_id)
        self.passphrase = own

    def unlock_to_read(self, passphrase, user_id=""):
        self.unlock(passphrase, user_id)
        self.is_read_only = True

    def lock(self):
        if self.unsaved is not None:
            raise ProblemsError((self.unsaved,))
        self.calls.append("lock")
        self.is_open = False

    def hold_draft(self, draft):
        if self.unsaved is not None:
            raise ProblemsError((self.unsaved,))
        self.calls.append("hold_draft")
        self.drafts[self.user] = draft

    def held_draft(self):
        return self.drafts.get(self.user, "")

    def rows(self):
        made = [self._row(id_, journal) for id_, journal in self.talks.items()]
        return tuple(sorted([*made, *self.extra_rows], key=lambda row: row.touched, reverse=True))

    def _row(self, id_, journal):
        talk = self._session(id_, journal).conversation
        place = self.knowledge.questionnaire.questions.get(QuestionId(talk.place))
        topic = self.knowledge.questionnaire.topics[place.topic].name.of(self.language) if place else ""
        about = talk.answers.get(QuestionId("own_question"))
        return ConversationRow(
            id=id_,
            opened=talk.opened,
            touched=self.clock.now(),
            mode=talk.situation.mode.value,
            gender=talk.situation.person.gender,
            age=talk.situation.person.age_on(talk.situation.date),
            about=str(about.value) if isinstance(about, Given) else "",
            standing=Standing.CLOSED if talk.closed else STANDINGS.get(talk.screen, Standing.TALKING),
            place=topic,
            next_step=talk.plan.steps[0].text if talk.plan.steps else "",
            next_on=talk.plan.steps[0].by if talk.plan.steps else None,
            asked=len(talk.answers),
            in_all=14,
        )

    def start(self, situation):
        wrong = too_young(situation)
        if wrong is not None:
            raise ProblemsError((wrong,))
        id_ = ConversationId(f"talk{len(self.talks) + 1}")
        first = Opened(situation=situation, at=self.clock.now())
        self.talks[id_] = FakeJournal(kept=[first], told=self._tell)
        return self._session(id_, self.talks[id_])

    def read_talk(self, path):
        self.calls.append(("read_talk", path))
        if isinstance(self.incoming, Exception):
            raise self.incoming
        return self.incoming

    def take_in(self, found):
        id_ = ConversationId(f"talk{len(self.talks) + 1}")
        self.talks[id_] = FakeJournal(kept=list(as_changes(found, found.opened)), told=self._tell)
        return self._session(id_, self.talks[id_])

    def open(self, id_):
        if id_ not in self.talks:
            raise ProblemsError((problem("unknown_conversation"),))
        return self._session(id_, self.talks[id_])

    def freshen(self, session):
        """The sociale kaart of this desk never changes."""

    def _session(self, id_, journal):
        return Session(id_, self.knowledge, journal, self.clock, list(journal.kept))

    def remove(self, id_):
        self.removed.append(id_)
        self.talks.pop(id_, None)
        self.extra_rows = [row for row in self.extra_rows if row.id != id_]

    def setting(self, key):
        return self.settings.get(key, "")

    def set_setting(self, key, value):
        self.settings[key] = value

    def papers(self, session):
        names = {"person": "Mijn advies.pdf", "huisarts": "Samenvatting.pdf"}
        held = session.obstacles()
        return tuple(Paper(id=id_, file_name=name, locked_by=held) for id_, name in names.items())

    def questionnaire_form(self, mode, language, *, for_person, large=False):
        self.forms.append((mode, language, for_person, large))
        return ONE_PAGE

    def pdf(self, session, paper, *, large=False, spoken=""):  # noqa: ARG002  as the real one is called
        held = session.obstacles()
        if held:
            raise ProblemsError(held)
        return ONE_PAGE

    def released(self, session, what):
        self.given_out.append((session.conversation.id, what))

    def journal_codes(self, session):  # noqa: ARG002  as the real one is called
        return (CodeRow(id="Z01", name="zorgen over geld", why="komt geld tekort"),)

    def journal_text(self, session, codes=frozenset()):  # noqa: ARG002  as the real one is called
        return f"S: \nO: \nE: {' '.join(sorted(codes))}\nP: "

    def look_ahead(self, knowledge, said):  # noqa: ARG002  as the real one is called
        self.looked_at.append(said.answers)
        if isinstance(self.outlook, ProblemsError):
            raise self.outlook
        return self.outlook

    def save_state(self):
        return SaveState(status=self.status, at=self.clock.now(), problem=self.problem)

    def on_saved(self, told):
        self.told.append(told)

    def _tell(self):
        for told in self.told:
            told()

    def become(self, status, wrong=None):
        """Change the save state, and tell who listens."""
        self.status, self.problem = status, wrong
        self._tell()

    def retry(self):
        self.retried += 1

    def text(self, key, **values):
        return self.text_in(self.language, key, **values)

    def text_in(self, language, key, /, **values):
        try:
            return real_content()[1].text(key, language, **values)
        except KeyError:
            return " ".join((key, *values.values()))

    def problem_text(self, problem: Problem) -> str:
        return real_content()[1].of_problem(problem, self.language)


def a_situation(mode: Mode = Mode.QUICK, **changes) -> Situation:
    """Return a talk with a woman of 35, alone with the assistant."""
    usual = {"date": NOW.date(), "person": Person(age=35, gender="woman", pc4="2512")}
    return Situation(mode=mode, **{**usual, **changes})


def a_row(id_: str = "old", **changes) -> ConversationRow:
    """Return a row of the list: a talk of yesterday that is closed."""
    usual = {
        "opened": NOW - datetime.timedelta(days=1),
        "touched": NOW - datetime.timedelta(days=1),
        "mode": "quick",
        "gender": "man",
        "age": 67,
        "about": "Weer vijf kilometer met de club",
        "standing": Standing.CLOSED,
        "place": "",
        "next_step": "",
        "next_on": None,
        "asked": 14,
        "in_all": 14,
    }
    return ConversationRow(id=ConversationId(id_), **{**usual, **changes})
