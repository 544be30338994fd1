"""One conversation through the whole program without a screen: store, rules, papers, reopening."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from intake_app.advice.plan import Choice, Decision
from intake_app.bootstrap.local import make_desk
from intake_app.bootstrap.places import STORE_NAME, Places
from intake_app.core.clock import SystemClock
from intake_app.core.ids import KindId, QuestionId
from intake_app.core.problems import ProblemsError
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Person, Situation
from intake_app.triage.model import FlagState, KindState

if TYPE_CHECKING:
    from intake_app.bootstrap.desk import LocalDesk
    from intake_app.core.text import Language

PASSPHRASE = "een zin voor de zelftest"  # noqa: S105  of a store that is removed at once
ANSWERS = {
    "own_question": "Rust",
    "body_sudden": "nothing_new",
    "area_body": "goes_well",
    "area_mind": "goes_well",
    "area_social": "goes_well",
    "area_society": "weighs",
    "money_round": "short",
    "sleep_place": "safe_place",
    "life_not_worth": "no",
    "suicide_thoughts": "no",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One step of the self-test."""

    name: str
    is_fine: bool


def hold(resources: Path, language: Language) -> tuple[Checked, ...]:
    """Hold the conversation and return what was checked; raises nothing on a failing step."""
    with tempfile.TemporaryDirectory(prefix="intake-self-test-") as folder:
        where = Places(
            resources=resources,
            store=Path(folder) / "store" / STORE_NAME,
            last_clean=Path(folder) / "content.bin",
        )
        desk = make_desk(where, language)
        desk.create(PASSPHRASE)
        try:
            return _steps(desk)
        except ProblemsError as error:
            codes = ", ".join(each.code for each in error.problems)
            return (Checked(name=f"stopped: {codes}", is_fine=False),)
        finally:
            desk.lock()


def _steps(desk: LocalDesk) -> tuple[Checked, ...]:
    session = desk.start(
        Situation(mode=Mode.QUICK, date=SystemClock().now().date(), person=Person(age=40, gender="woman"))
    )
    for question, value in ANSWERS.items():
        session.answer(QuestionId(question), value)
    money = session.picture.advice.proposal("geldfit")
    session.choose(Choice(kind=KindId("geldfit"), decision=Decision.TAKEN))
    before = session.conversation
    desk.lock()
    desk.unlock(PASSPHRASE)
    again = desk.open(before.id)
    paper = desk.pdf(again, "person_advice")
    again.answer(QuestionId("suicide_thoughts"), "recent")
    held = again.picture.advice.held_by
    again.answer(QuestionId("suicide_thoughts"), "no")
    stands = next(flag for flag in again.picture.assessment.flags if flag.flag == "suicide_thoughts")
    return (
        Checked(name="a question about money leads to a suggestion", is_fine=_is_suggested(money)),
        Checked(
            name="the talk reopens as it was left",
            is_fine=again.conversation.answers.keys() >= before.answers.keys(),
        ),
        Checked(name="the advice is a PDF", is_fine=paper.startswith(b"%PDF-")),
        Checked(name="a suicide signal holds the advice back", is_fine="suicide_thoughts" in held),
        Checked(name="it stands after correction", is_fine=stands.state is FlagState.RAISED),
    )


def _is_suggested(proposal: object) -> bool:
    return getattr(proposal, "state", None) is KindState.SUGGESTED
