"""A talk in which much was said, a shell that notes what it is asked, and a desk with two papers."""

from __future__ import annotations

from intake_app.conversation.consent import HUISARTS, RELEASE, HeldItem, may_read, service_recipient
from intake_app.conversation.desk import Paper, SealedCopy
from intake_app.conversation.model import Wish
from intake_app.core.ids import QuestionId
from intake_app.core.problems import ProblemsError, problem
from intake_app.questionnaire.model import QuestionKind, Worse
from tests.ui.fake_desk import FakeDesk, a_situation

HEAVY = ("money", "contacts", "sleep", "moving")
WORDS = "Iemand die met mij de brieven doorneemt"
SERVICE, SOCIAL_NAME = "wr_maatschappelijk_werk", "Maatschappelijk werk Waterrijk"
SOCIAL, HANDOVER = service_recipient(SERVICE), f"handover:{SERVICE}"
HELD = (HeldItem(item=f"{RELEASE}aa", text="Bel alleen overdag."), HeldItem(item=f"{RELEASE}bb", text="Nog iets."))
CLEARED = {"body_sudden": "nothing_new", "letter_date": "not_looked"}


def worst(question):
    """Return the answer of a question at its worse end."""
    ends = {Worse.FIRST: 0, Worse.LAST: -1}
    return question.options[ends.get(question.worse, -1)].code


def a_full_talk(desk=None, answers=None, **changes):
    """Return a desk and a talk in which money, contacts, sleep and moving weigh."""
    desk = desk or FakeDesk()
    session = desk.start(a_situation(**changes))
    session.answer(QuestionId("own_question"), "Rust in mijn buik")
    for question in session.knowledge.questionnaire.questions.values():
        if question.topic in HEAVY and question.kind is QuestionKind.SINGLE and question.id not in CLEARED:
            session.answer(question.id, worst(question))
    for question, value in {**CLEARED, **(answers or {})}.items():
        session.answer(QuestionId(question), value)
    session.wish(Wish(topic="money", text=WORDS))
    return desk, session


class NotingShell:
    """Does what a screen asks at once, and notes it."""

    def __init__(self):
        self.went, self.said = [], []

    def go(self, screen, about=""):
        self.went.append((screen, about) if about else screen)

    def hold(self, session):
        self.went.append(session)

    def run(self, job, done, failed):
        try:
            result = job()
        except ProblemsError as error:
            failed(error)
        else:
            done(result)

    def toast(self, text, undo=None):  # noqa: ARG002  the main window's takes one
        self.said.append(text)

    def flag_key(self):
        self.went.append("flag")


def two_pages():
    """Return a small paper with two pages."""
    body = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>endobj\n"
    )
    page = b"%d 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
    return body + page % 3 + page % 4 + b"trailer<</Root 1 0 R>>\n%%EOF\n"


class PaperDesk(FakeDesk):
    """A desk with the person's paper and one that needs consent; and with a service chosen, one more."""

    def papers(self, session):
        talk = session.conversation
        held = () if may_read(talk, HUISARTS) else (problem("consent_missing", "huisarts"),)
        others = () if may_read(talk, SOCIAL) else (problem("consent_missing_service", HANDOVER, name=SOCIAL_NAME),)
        return (
            Paper(id="person_advice", file_name="mijn-advies.pdf", locked_by=session.obstacles()),
            Paper(
                id="huisarts_summary",
                file_name="samenvatting.pdf",
                locked_by=held,
                reader="huisarts",
                recipient=HUISARTS,
            ),
            *(
                Paper(
                    id=HANDOVER,
                    file_name="overdracht-1.pdf",
                    locked_by=others,
                    reader="others",
                    about=SOCIAL_NAME,
                    recipient=SOCIAL,
                )
                for choice in talk.choices
                if choice.service
            ),
        )

    def held_items(self, session):  # noqa: ARG002  the desk's takes it
        return HELD

    def pdf(self, session, paper, *, large=False, spoken=""):  # noqa: ARG002  the desk's takes it
        held = next(each.locked_by for each in self.papers(session) if each.id == paper)
        if held:
            raise ProblemsError(held)
        return two_pages()

    def sealed_copy(self, paper):
        return SealedCopy(data=b"%PDF sealed " + paper[:4], password="k7qm29xtrb2hvcd")  # noqa: S106  of a test
