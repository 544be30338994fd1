from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.sealing import Sealer

SEALER = Sealer(bytes(range(32)))
FRAME = 1 + 12 + 16  # version, nonce, tag


@given(st.binary(max_size=2000))
def test_a_payload_comes_back_and_its_box_grows_by_blocks(payload: bytes) -> None:
    box = SEALER.seal_change("c1", 1, payload)
    assert SEALER.open_change("c1", 1, box) == payload
    assert (len(box) - FRAME) % 256 == 0


def test_short_payloads_of_any_length_look_alike() -> None:
    assert len({len(SEALER.seal_change("c1", 1, bytes(length))) for length in range(253)}) == 1


def test_the_same_payload_never_gives_the_same_box() -> None:
    assert SEALER.seal_change("c1", 1, b"yes") != SEALER.seal_change("c1", 1, b"yes")


@pytest.mark.parametrize("place", [("c1", 2), ("c2", 1), ("c", 11)])
def test_a_change_opens_at_its_own_place_only(place: tuple[str, int]) -> None:
    box = SEALER.seal_change("c1", 1, b"said")
    with pytest.raises(StoreProblem) as caught:
        SEALER.open_change(*place, box)
    assert caught.value.code == StoreCode.DAMAGED


def test_a_summary_does_not_open_as_a_change() -> None:
    with pytest.raises(StoreProblem):
        SEALER.open_change("c1", 1, SEALER.seal_summary("c1", 1, b"said"))


@pytest.mark.parametrize("position", [0, 1, 12, 13, 200, -1])
def test_one_changed_bit_anywhere_is_found(position: int) -> None:
    box = bytearray(SEALER.seal_change("c1", 1, b"said"))
    box[position] ^= 1
    with pytest.raises(StoreProblem):
        SEALER.open_change("c1", 1, bytes(box))


@pytest.mark.parametrize("length", [0, 1, 12, 28])
def test_a_box_cut_short_is_found(length: int) -> None:
    with pytest.raises(StoreProblem):
        SEALER.open_change("c1", 1, SEALER.seal_change("c1", 1, b"said")[:length])


def test_another_key_opens_nothing() -> None:
    with pytest.raises(StoreProblem):
        Sealer(bytes(32)).open_change("c1", 1, SEALER.seal_change("c1", 1, b"said"))
