from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from intake_app.storage.keys import change_passphrase, create, new_keys, open_ring, passphrase_problem, unlock
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.ring_file import Stretch, copies_of, read_ring, ring_from_bytes, write_copy

PASSPHRASE = "vier woorden zijn genoeg"  # noqa: S105  opens stores made here only
OTHER = "een ander geheim van vier"


@pytest.fixture
def ring(tmp_path: Path) -> Path:
    path = tmp_path / "keys.json"
    create(path, PASSPHRASE)
    return path


def code_of_unlocking(ring: Path, passphrase: str, user_id: str = "owner") -> StoreCode:
    with pytest.raises(StoreProblem) as caught:
        unlock(ring, passphrase, user_id=user_id)
    return caught.value.code


def test_the_keys_come_back_as_they_were_made(tmp_path: Path) -> None:
    made = create(tmp_path / "keys.json", PASSPHRASE)
    assert unlock(tmp_path / "keys.json", PASSPHRASE) == made


def test_the_keys_have_their_lengths_and_differ(ring: Path) -> None:
    keys = unlock(ring, PASSPHRASE)
    assert (len(keys.store_key), len(keys.store_salt), len(keys.content_key)) == (32, 16, 32)
    assert keys.store_key != keys.content_key


def test_a_wrong_passphrase_is_told(ring: Path) -> None:
    assert code_of_unlocking(ring, OTHER) == StoreCode.PASSPHRASE_WRONG


def test_an_unknown_user_is_told_the_same_as_a_wrong_passphrase(ring: Path) -> None:
    assert code_of_unlocking(ring, PASSPHRASE, "nobody") == StoreCode.PASSPHRASE_WRONG


def test_a_ring_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert code_of_unlocking(tmp_path / "keys.json", PASSPHRASE) == StoreCode.RING_MISSING


def test_a_ring_is_never_made_over_another(ring: Path) -> None:
    before = ring.read_bytes()
    with pytest.raises(StoreProblem) as caught:
        create(ring, OTHER)
    assert caught.value.code == StoreCode.RING_EXISTS
    assert ring.read_bytes() == before


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"checksum": "x"}', b"\xff\xfe", None])
def test_a_damaged_copy_is_replaced_from_the_other_and_told(ring: Path, which: int, damage: bytes | None) -> None:
    hurt, sound = copies_of(ring)[which], copies_of(ring)[1 - which]
    hurt.unlink() if damage is None else hurt.write_bytes(damage)
    notices = unlock(ring, PASSPHRASE).notices
    told = [(notice.code, notice.values["copy"]) for notice in notices]
    assert told == [(StoreCode.RING_COPY_REPLACED, hurt.name)]
    assert hurt.read_bytes() == sound.read_bytes()


def test_a_copy_that_cannot_be_replaced_does_not_keep_anyone_out(ring: Path) -> None:
    second = copies_of(ring)[1]
    second.write_bytes(b"hurt")
    second.with_name(f"{second.name}.new").mkdir()  # stands where the new copy would be written
    codes = [notice.code for notice in unlock(ring, PASSPHRASE).notices]
    assert codes == [StoreCode.RING_COPY_NOT_REPLACED]


def test_one_changed_sign_in_a_copy_is_found(ring: Path) -> None:
    body = json.loads(ring.read_text())
    box = body["users"][0]["keys"]["store"]
    body["users"][0]["keys"]["store"] = ("B" if box[0] == "A" else "A") + box[1:]
    ring.write_text(json.dumps(body))
    assert [notice.code for notice in unlock(ring, PASSPHRASE).notices] == [StoreCode.RING_COPY_REPLACED]


def test_two_damaged_copies_are_told(ring: Path) -> None:
    for copy in copies_of(ring):
        copy.write_bytes(b"hurt")
    assert code_of_unlocking(ring, PASSPHRASE) == StoreCode.RING_DAMAGED


def test_a_wrong_passphrase_replaces_no_copy(ring: Path) -> None:
    ring.write_bytes(b"hurt")
    assert code_of_unlocking(ring, OTHER) == StoreCode.PASSPHRASE_WRONG
    assert ring.read_bytes() == b"hurt"


def test_a_new_passphrase_opens_the_same_keys_and_the_old_one_none(ring: Path) -> None:
    before = unlock(ring, PASSPHRASE)
    change_passphrase(ring, PASSPHRASE, OTHER)
    assert unlock(ring, OTHER) == before
    assert code_of_unlocking(ring, PASSPHRASE) == StoreCode.PASSPHRASE_WRONG


def test_after_a_change_that_broke_off_half_way_only_the_new_passphrase_opens(ring: Path) -> None:
    behind = read_ring(ring).ring
    change_passphrase(ring, PASSPHRASE, OTHER)
    write_copy(copies_of(ring)[1], behind)
    assert code_of_unlocking(ring, PASSPHRASE) == StoreCode.PASSPHRASE_WRONG
    assert [notice.code for notice in unlock(ring, OTHER).notices] == [StoreCode.RING_COPY_REPLACED]


def test_the_passphrase_changes_only_with_the_old_one(ring: Path) -> None:
    with pytest.raises(StoreProblem) as caught:
        change_passphrase(ring, OTHER, OTHER)
    assert caught.value.code == StoreCode.PASSPHRASE_WRONG


def test_a_wrapped_key_opens_for_its_own_user_and_purpose_only(ring: Path) -> None:
    found = read_ring(ring).ring
    user = found.users[0]
    swapped = {"store": user.wrapped["content"], "content": user.wrapped["store"]}
    forged = type(user)(user_id=user.user_id, stretch=user.stretch, wrapped=swapped)
    for copy in copies_of(ring):
        write_copy(copy, type(found)(generation=9, users=(forged,)))
    assert code_of_unlocking(ring, PASSPHRASE) == StoreCode.PASSPHRASE_WRONG


def test_a_ring_of_a_newer_program_is_told_and_not_replaced(ring: Path) -> None:
    import hashlib

    body = {"format": 99}
    canonical = json.dumps(body, sort_keys=True, separators=(",", ":")).encode()
    ring.write_text(json.dumps({**body, "checksum": hashlib.sha256(canonical).hexdigest()}))
    assert code_of_unlocking(ring, PASSPHRASE) == StoreCode.STORE_NEWER


@pytest.mark.parametrize(
    "passphrase,code",
    [
        ("", StoreCode.PASSPHRASE_EMPTY),
        ("             ", StoreCode.PASSPHRASE_EMPTY),
        ("kort", StoreCode.PASSPHRASE_SHORT),
        ("elf tekens!", StoreCode.PASSPHRASE_SHORT),
        ("a b c d", StoreCode.PASSPHRASE_SHORT),
        ("twaalftekens", None),
        ("ik ga nu op", None),
    ],
)
def test_a_passphrase_needs_twelve_characters_or_four_words(passphrase: str, code: StoreCode | None) -> None:
    problem = passphrase_problem(passphrase)
    assert (problem and problem.code) == code


def test_a_ring_is_not_made_with_a_short_passphrase(tmp_path: Path) -> None:
    with pytest.raises(StoreProblem):
        create(tmp_path / "keys.json", "kort")
    assert not list(tmp_path.iterdir())


def test_the_same_letters_from_another_keyboard_open_the_ring(tmp_path: Path) -> None:
    made = create(tmp_path / "keys.json", "één twee drie vier")
    assert unlock(tmp_path / "keys.json", " e\u0301e\u0301n twee drie vier\n") == made


@pytest.mark.parametrize("change", [{"memory_kib": 1 << 24}, {"rounds": 0}, {"lanes": 99}, {"salt": b""}])
def test_costs_that_would_stop_this_computer_are_refused(change: dict[str, object]) -> None:
    costs = {"rounds": 3, "memory_kib": 65536, "lanes": 1, "salt": bytes(16)}
    with pytest.raises(ValueError):
        Stretch(**{**costs, **change})


def test_keys_never_show_in_their_text(ring: Path) -> None:
    keys = unlock(ring, PASSPHRASE)
    assert keys.store_key.hex() not in repr(keys)
    assert repr(keys) == "Keys(user_id='owner', notices=())"


def test_both_copies_are_for_the_owner_only(ring: Path) -> None:
    assert [copy.stat().st_mode & 0o777 for copy in copies_of(ring)] == [0o600, 0o600]


def test_no_key_stands_in_the_clear_in_the_ring(ring: Path) -> None:
    keys = unlock(ring, PASSPHRASE)
    text = ring.read_text()
    assert keys.content_key.hex() not in text
    assert PASSPHRASE not in text


def test_a_ring_tells_which_store_it_opens_and_goes_on_telling(ring: Path) -> None:
    keys = unlock(ring, PASSPHRASE)
    change_passphrase(ring, PASSPHRASE, OTHER)
    assert read_ring(ring).ring.store_id == keys.store_id
    assert keys.store_key.hex()[:8] not in keys.store_id


def test_a_ring_that_never_told_opens_and_tells_after_the_next_change(ring: Path) -> None:
    for copy in copies_of(ring):
        write_copy(copy, replace(read_ring(ring).ring, store_id=""))
    keys = unlock(ring, PASSPHRASE)
    assert (read_ring(ring).ring.store_id, keys.notices) == ("", ())
    change_passphrase(ring, PASSPHRASE, OTHER)
    assert read_ring(ring).ring.store_id == keys.store_id


def test_a_ring_opens_wherever_it_lies(ring: Path) -> None:
    data = ring.read_bytes()
    assert open_ring(ring_from_bytes(data), PASSPHRASE) == unlock(ring, PASSPHRASE)
    assert ring_from_bytes(data[:-3]) is None


def test_a_mark_is_made_by_one_key_only() -> None:
    one, other = new_keys(), new_keys()
    assert one.mark_of(b"data") == one.mark_of(b"data") != other.mark_of(b"data")
    assert one.store_id != other.store_id
