"""Who is around is kept in the store as it was drawn, in the order of telling."""

from __future__ import annotations

from intake_app.conversation.model import Tie, TieKind
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Person, Situation
from intake_app.ui.presenters.ecogram import Ecogram
from tests.bootstrap.team import FIRST
from tests.shipped import TODAY


def test_a_drawing_is_there_again_after_locking_with_what_was_undone_left_out(desk):
    session = desk.start(Situation(mode=Mode.QUICK, date=TODAY, person=Person(age=40)))
    ids = iter("abc")
    ecogram = Ecogram(desk, session, lambda: next(ids))
    ecogram.enter()
    for name in ("Mijn zus", "De buurman", "Oom Piet 😀"):
        ecogram.begin()
        ecogram.be(TieKind.FAMILY)
        ecogram.call(name)
    ecogram.stand(3, "a")
    ecogram.let_think(along=True)
    ecogram.choose("b")
    ecogram.remove()
    session.undo()
    desk.lock()
    desk.unlock(FIRST)
    again = desk.open(session.conversation.id).conversation
    assert again.ties == (
        Tie(id="a", name="Mijn zus", kind=TieKind.FAMILY, strength=3, may_think_along=True),
        Tie(id="b", name="De buurman", kind=TieKind.FAMILY),
        Tie(id="c", name="Oom Piet 😀", kind=TieKind.FAMILY),
    )
    assert again.screen == "ecogram"
