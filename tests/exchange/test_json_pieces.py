"""JSON that is read piece by piece says the same as JSON that is read whole, wherever the pieces end."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_app.exchange import json_pieces
from intake_app.exchange.json_pieces import BrokenJsonError, JsonPieces, TooDeep

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


@pytest.fixture(autouse=True, scope="module")
def _small_pieces():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_pieces, "_CHUNK", 7)
        yield


def pieces_of(text, encoding="utf-8", place=0):
    return JsonPieces(io.BytesIO(text.encode(encoding)), place)


@given(
    st.lists(anything, max_size=4),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.booleans(),
    st.sampled_from([None, 1]),
)
def test_the_values_of_a_list_come_one_by_one(values, encoding, is_plain, indent):
    text = json.dumps(values, ensure_ascii=is_plain, indent=indent)
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:  # half a sign, which JSON may hold only behind a backslash
        return
    pieces = JsonPieces(io.BytesIO(data))
    assert list(pieces.items()) == values
    assert pieces.peek() == ""


@given(st.dictionaries(st.text(), anything, max_size=4))
def test_one_can_go_on_at_any_value_where_one_was_before(values):
    text = json.dumps(values)
    pieces, found = pieces_of(text), {}
    for key in pieces.keys():  # noqa: SIM118  no dict
        pieces.peek()
        found[key] = pieces_of(text, place=pieces.place).value()
        assert pieces.value() == found[key]
    assert found == values


@pytest.mark.parametrize(
    "text", ["[1, ", "[1 2]", "[1,]", '["a', "[tru", "[NaN]", "[-]", '["a\nb"]', "[" + "9" * 5000 + "]", "{}", ""]
)
def test_what_is_no_list_of_json_is_refused(text):
    with pytest.raises(BrokenJsonError):
        list(pieces_of(text).items())


def test_a_value_that_is_too_deep_is_stepped_over():
    deep = "[" * 5_000 + '"]"' + "]" * 5_000
    first, second, third = pieces_of(f'[1, {{"a": {deep}}}, 3]').items()
    assert (first, type(second), third) == (1, TooDeep, 3)
