"""A copy of a paper behind a password, from a real desk."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Situation
from tests.export.pdf.listening import heard
from tests.shipped import TODAY


def test_a_copy_opens_with_its_own_password_and_holds_the_paper(desk):
    paper = desk.pdf(desk.start(Situation(mode=Mode.QUICK, date=TODAY)), "person_advice")
    made, other = desk.sealed_copy(paper), desk.sealed_copy(paper)
    assert made.password != other.password
    with pikepdf.open(BytesIO(made.data), password=made.password) as opened:
        target = BytesIO()
        opened.save(target, encryption=False, fix_metadata_version=False)
    assert heard(target.getvalue()) == heard(paper)


def test_neither_paper_nor_password_stands_in_what_is_said_of_a_copy(desk):
    paper = desk.pdf(desk.start(Situation(mode=Mode.QUICK, date=TODAY)), "person_advice")
    made = desk.sealed_copy(paper)
    assert made.password not in repr(made)
    assert "%PDF" not in repr(made)
