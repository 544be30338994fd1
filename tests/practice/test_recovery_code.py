from __future__ import annotations

import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from intake_app.practice.recovery_code import LENGTH, SIGNS, in_groups, make_code, read_code

CODES = st.integers(min_value=0).map(lambda seed: make_code(random.Random(seed).randrange))
PLACES = st.integers(min_value=0, max_value=LENGTH - 1)
ONE_SIGN = st.sampled_from(SIGNS)


def changed(code, at, sign):
    return code[:at] + sign + code[at + 1 :]


def test_a_code_holds_at_least_128_bits_of_chance():
    drawn = []
    make_code(lambda below: drawn.append(below) or 0)
    product = 1
    for below in drawn:
        product *= below
    assert product >= 2**128


def test_no_sign_is_taken_for_another():
    assert not set("IOLUZ") & set(SIGNS)
    assert len(set(SIGNS)) == 31


@given(CODES)
def test_a_code_is_read_back_as_it_was_made(code):
    assert read_code(code) == code
    assert read_code(in_groups(code)) == code
    assert [len(group) for group in in_groups(code).split()] == [5] * 6


@given(CODES, PLACES, ONE_SIGN)
def test_one_wrong_sign_is_found(code, at, sign):
    assume(code[at] != sign)
    assert read_code(changed(code, at, sign)) is None


@given(CODES, PLACES, PLACES, ONE_SIGN, ONE_SIGN)
def test_two_wrong_signs_are_found(code, at, elsewhere, sign, other):
    assume(at != elsewhere)
    assume((code[at], code[elsewhere]) != (sign, other))
    assert read_code(changed(changed(code, at, sign), elsewhere, other)) is None


@given(CODES, st.integers(min_value=0, max_value=LENGTH - 2))
def test_neighbours_that_changed_places_are_found(code, at):
    assume(code[at] != code[at + 1])
    assert read_code(code[:at] + code[at + 1] + code[at] + code[at + 2 :]) is None


@given(CODES, PLACES, ONE_SIGN)
def test_a_sign_too_few_or_too_many_is_found(code, at, sign):
    assert read_code(code[:at] + code[at + 1 :]) is None
    assert read_code(code[:at] + sign + code[at:]) is None


@given(CODES, st.data())
def test_small_letters_spaces_hyphens_and_look_alikes_are_forgiven(code, data):
    likes = {"0": "0oO", "1": "1iIlL", "2": "2zZ", "V": "vVuU"}
    typed = "".join(
        data.draw(st.sampled_from(likes.get(sign, sign + sign.lower())))
        + data.draw(st.sampled_from(["", " ", "-", "\n", "–"]))
        for sign in code
    )
    assert read_code(typed) == code


@pytest.mark.parametrize("typed", ["", "0" * 29, "0" * 31, "!" * 30, "é" * 30, "x" * 10**5])
def test_what_is_no_code_is_none(typed):
    assert read_code(typed) is None


@given(st.text())
def test_whatever_is_typed_is_told_and_never_breaks(typed):
    code = read_code(typed)
    assert code is None or (len(code) == LENGTH and read_code(code) == code)
