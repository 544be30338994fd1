from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_app.advice.plan import Choice, Decision
from intake_app.conversation.changes import CHANGES, Answered, Change, Chosen, Contested, NoteWritten
from intake_app.core.ids import KindId
from intake_app.storage.mapping import change_from_bytes, change_to_bytes
from intake_app.storage.problems import StoreCode, StoreProblem
from tests.shipped import content

VALUES = st.one_of(st.none(), st.text(), st.floats(allow_nan=False, allow_infinity=False), st.tuples(st.text()))
ANSWERS = st.builds(Answered, value=VALUES)
OTHERS = [kind for kind in CHANGES.values() if kind not in {Answered, Contested}]
PLAIN = ANSWERS | st.sampled_from(OTHERS).flatmap(st.from_type)


def test_every_kind_of_change_has_a_name_in_a_store() -> None:
    assert set(CHANGES.values()) == set(get_args(Change))


@given(PLAIN)
def test_a_change_comes_back_as_it_was_written(change: Change) -> None:
    assert change_from_bytes(change_to_bytes(change)) == change


@given(PLAIN)
def test_a_contested_change_comes_back_with_what_it_holds(change: Change) -> None:
    contested = Contested(change=change)
    assert change_from_bytes(change_to_bytes(contested)) == contested


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b'{"type":"Nothing","fields":{}}',
        b'{"type":"Answered","fields":{}}',
        b'{"type":"Contested","fields":{}}',
        b'{"type":"Contested","fields":{"change":{"type":"Answered"}}}',
    ],
)
def test_bytes_that_are_no_change_are_told_as_damage(data: bytes) -> None:
    with pytest.raises(StoreProblem) as caught:
        change_from_bytes(data)
    assert caught.value.code == StoreCode.DAMAGED


def test_an_answer_is_readable_without_this_program() -> None:
    written = change_to_bytes(Answered(question="area_body", state="given", value="ok"))
    assert written == (
        b'{"type":"Answered","fields":{"question":"area_body","state":"given","value":"ok","reason":""}}'
    )


def test_a_choice_comes_back_with_the_copy_of_its_service() -> None:
    for service in content().directory.services:
        choice = Choice(kind=KindId("geldfit"), decision=Decision.TAKEN, service=service.id, shown=service)
        assert change_from_bytes(change_to_bytes(Chosen(choice=choice))) == Chosen(choice=choice)


def test_a_choice_of_before_copies_were_kept_reads_without_one() -> None:
    old = b'{"type":"Chosen","fields":{"choice":{"kind":"geldfit","decision":"taken","service":"nat_geldfit"}}}'
    found = change_from_bytes(old)
    assert isinstance(found, Chosen)
    assert found.choice.shown is None


def test_half_a_sign_is_kept_as_a_visible_replacement():
    kept = change_from_bytes(change_to_bytes(NoteWritten(about="sleep", text="rust \ud83d en \U0001f600")))
    assert kept == NoteWritten(about="sleep", text="rust \ufffd en \U0001f600")
