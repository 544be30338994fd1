from __future__ import annotations

import pytest

from intake_app.storage.keys import new_stretch
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.wrapping import cipher_of, new_pair, open_sealed, place_of, seal_to, unwrap, wrap

KEY = bytes(range(32))
HERE, THERE = place_of(2, "anna", "content"), place_of(2, "bert", "content")


def code_of(work) -> StoreCode:
    with pytest.raises(StoreProblem) as caught:
        work()
    return caught.value.code


def test_a_passphrase_is_stretched_by_three_rounds_over_64_mebibytes() -> None:
    stretch = new_stretch()
    assert (stretch.rounds, stretch.memory_kib, stretch.lanes) == (3, 65536, 1)
    assert stretch.salt != new_stretch().salt


@pytest.mark.usefixtures("quick_rings")
def test_a_wrapped_key_opens_under_its_own_passphrase_and_place_only() -> None:
    stretch = new_stretch()
    cipher = cipher_of("vier woorden zijn genoeg", stretch)
    box = wrap(cipher, KEY, HERE)
    assert unwrap(cipher_of("vier woorden zijn genoeg", stretch), box, HERE) == KEY
    assert code_of(lambda: unwrap(cipher, box, THERE)) == StoreCode.PASSPHRASE_WRONG
    assert code_of(lambda: unwrap(cipher, b"", HERE)) == StoreCode.PASSPHRASE_WRONG
    other = cipher_of("vier andere woorden hier", stretch)
    assert code_of(lambda: unwrap(other, box, HERE)) == StoreCode.PASSPHRASE_WRONG


def test_a_place_is_of_one_format_user_and_purpose() -> None:
    places = {
        place_of(*each) for each in [(1, "a", "store"), (2, "a", "store"), (2, "b", "store"), (2, "a", "content")]
    }
    assert len(places) == 4


def test_a_sealed_key_opens_with_its_own_private_key_and_place_only() -> None:
    (private, public), (other, _) = new_pair(), new_pair()
    box = seal_to(public, KEY, HERE)
    assert open_sealed(private, box, HERE) == KEY
    assert code_of(lambda: open_sealed(other, box, HERE)) == StoreCode.RING_DAMAGED
    assert code_of(lambda: open_sealed(private, box, THERE)) == StoreCode.RING_DAMAGED


@pytest.mark.parametrize("at", [0, 31, 32, 44, 91])
def test_one_changed_byte_of_a_sealed_key_is_found(at: int) -> None:
    private, public = new_pair()
    box = bytearray(seal_to(public, KEY, HERE))
    box[at] ^= 1
    assert len(box) == 92
    assert code_of(lambda: open_sealed(private, bytes(box), HERE)) == StoreCode.RING_DAMAGED


@pytest.mark.parametrize("box", [b"", bytes(32), bytes(92)])
def test_what_was_never_sealed_does_not_open(box: bytes) -> None:
    assert code_of(lambda: open_sealed(new_pair()[0], box, HERE)) == StoreCode.RING_DAMAGED


def test_the_same_key_is_sealed_otherwise_each_time() -> None:
    _, public = new_pair()
    assert seal_to(public, KEY, HERE) != seal_to(public, KEY, HERE)
