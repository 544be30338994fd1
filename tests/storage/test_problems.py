from __future__ import annotations

import pickle

import pytest

from intake_app.storage.problems import StoreCode, StoreProblem


def a_problem() -> StoreProblem:
    return StoreProblem(StoreCode.STALE, "conversation", {"conversation": "c1"})


def test_a_problem_tells_code_place_and_values() -> None:
    assert str(a_problem()) == "stale (conversation) conversation=c1"


@pytest.mark.parametrize("name", ["code", "where", "values"])
def test_a_problem_cannot_be_changed(name: str) -> None:
    with pytest.raises(AttributeError):
        setattr(a_problem(), name, "other")


def test_a_problem_keeps_its_own_copy_of_the_values() -> None:
    values = {"conversation": "c1"}
    problem = StoreProblem(StoreCode.STALE, "conversation", values)
    values["conversation"] = "c2"
    assert problem.values == {"conversation": "c1"}


def test_a_problem_travels_whole_to_another_process() -> None:
    came = pickle.loads(pickle.dumps(a_problem()))  # noqa: S301  written one line before
    assert (came.code, came.where, came.values) == (StoreCode.STALE, "conversation", {"conversation": "c1"})
