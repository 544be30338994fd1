from __future__ import annotations

import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from intake_app.practice.chain import Anchor
from intake_app.practice.users import FIRST_ROLES, Role, User
from intake_app.storage.keys import (
    Keys,
    anchor_of,
    change_passphrase,
    create,
    keep_anchor,
    keep_gone,
    new_keys,
    open_ring,
    passphrase_problem,
    sealed,
    unlock,
)
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.ring_file import (
    FIRST_FORMAT,
    FORMAT,
    Ring,
    Stretch,
    copies_of,
    read_ring,
    ring_from_bytes,
    ring_to_bytes,
    write_copy,
    write_ring,
)

PASSPHRASE = "vier woorden zijn genoeg"  # noqa: S105  opens stores made here only
OTHER = "een ander geheim van vier"
ANCHOR = Anchor(count=7, head=b"h" * 32)
STORED = Path(__file__).parent / "stored" / "0.1.0"
STORED_PASSPHRASE = "vier gewone woorden samen"  # noqa: S105  opens the stored example only

pytestmark = pytest.mark.usefixtures("quick_rings")


@pytest.fixture
def ring(tmp_path: Path) -> Path:
    path = tmp_path / "keys.json"
    create(path, PASSPHRASE)
    return path


@pytest.fixture
def first_ring(tmp_path: Path) -> Path:
    """A ring of the first format, as program 0.1.0 wrote it."""
    path = tmp_path / "first" / "keys.json"
    path.parent.mkdir()
    for copy in copies_of(path):
        copy.write_bytes((STORED / "gesprekken.db.keys.json").read_bytes())
    return path


def code_of_unlocking(ring: Path, passphrase: str, user_id: str = "") -> StoreCode:
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
    swapped = {**user.wrapped, "store": user.wrapped["private"], "private": user.wrapped["store"]}
    write_ring(ring, replace(found, users=(replace(user, wrapped=swapped),)))
    assert code_of_unlocking(ring, PASSPHRASE) == StoreCode.PASSPHRASE_WRONG
    write_ring(ring, replace(found, users=(replace(user, user_id="somebody else"),)))
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
        ("kort", StoreCode.PASSPHRASE_SHORT),
        ("wachtwoord123", StoreCode.PASSPHRASE_COMMON),
        ("ik ga nu op", None),
    ],
)
def test_a_weak_passphrase_has_its_code(passphrase: str, code: StoreCode | None) -> None:
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
    assert repr(keys) == f"Keys(user_id='{keys.user_id}', notices=())"


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


def test_a_ring_opens_wherever_it_lies(ring: Path) -> None:
    data = ring.read_bytes()
    assert open_ring(ring_from_bytes(data), PASSPHRASE) == unlock(ring, PASSPHRASE)
    assert ring_from_bytes(data[:-3]) is None


def test_a_mark_is_made_by_one_key_only() -> None:
    one, other = new_keys(), new_keys()
    assert one.mark_of(b"data") == one.mark_of(b"data") != other.mark_of(b"data")
    assert one.store_id != other.store_id


def test_the_first_user_may_do_both_and_is_known_by_name(tmp_path: Path) -> None:
    user = create(tmp_path / "keys.json", PASSPHRASE, name="  Anna  de Boer ").user
    assert user == User(id=user.id, name="Anna de Boer", roles=FIRST_ROLES, is_admitted=True)
    assert unlock(tmp_path / "keys.json", PASSPHRASE, user_id=user.id).user == user


def test_a_passphrase_is_not_the_name_of_its_user(tmp_path: Path) -> None:
    with pytest.raises(StoreProblem) as caught:
        create(tmp_path / "keys.json", "anna de boer 1", name="Anna de Boer")
    assert caught.value.code == StoreCode.PASSPHRASE_COMMON


def test_a_new_passphrase_differs_from_the_old_one(ring: Path) -> None:
    with pytest.raises(StoreProblem) as caught:
        change_passphrase(ring, PASSPHRASE, f" {PASSPHRASE} ")
    assert caught.value.code == StoreCode.PASSPHRASE_SAME


FORGERIES = {
    "another role": lambda ring: replace(ring, users=(replace(ring.users[0], roles=frozenset(Role)),)),
    "another name": lambda ring: replace(ring, users=(replace(ring.users[0], name="Somebody"),)),
    "another public key": lambda ring: replace(ring, users=(replace(ring.users[0], public_key=b"p" * 32),)),
    "a user more": lambda ring: replace(ring, users=(*ring.users, replace(ring.users[0], user_id="x"))),
    "a given passphrase": lambda ring: replace(ring, users=(replace(ring.users[0], must_change=True),)),
    "another anchor": lambda ring: replace(ring, anchor=Anchor()),
    "an erased talk forgotten": lambda ring: replace(ring, gone=()),
    "another store": lambda ring: replace(ring, store_id="0" * 32),
    "no seal": lambda ring: replace(ring, seal=b""),
}


@pytest.mark.parametrize("forge", FORGERIES.values(), ids=FORGERIES)
def test_a_ring_that_no_key_holder_wrote_is_told_and_left_alone(ring: Path, forge) -> None:
    keys = unlock(ring, PASSPHRASE)
    keep_anchor(ring, keys, ANCHOR)
    keep_gone(ring, keys, ["c1"])
    write_ring(ring, forge(read_ring(ring).ring))
    before = ring.read_bytes()
    assert code_of_unlocking(ring, PASSPHRASE, keys.user_id) == StoreCode.RING_FORGED
    for work in (lambda: anchor_of(ring, keys), lambda: keep_gone(ring, keys, ["c2"])):
        with pytest.raises(StoreProblem) as caught:
            work()
        assert caught.value.code == StoreCode.RING_FORGED
    assert ring.read_bytes() == before


def test_a_ring_without_one_of_its_users_is_told(ring: Path) -> None:
    keys = unlock(ring, PASSPHRASE)
    found = read_ring(ring).ring
    more = (*found.users, replace(found.users[0], user_id="x"))
    write_ring(ring, replace(sealed(replace(found, users=more), keys), users=found.users))
    assert code_of_unlocking(ring, PASSPHRASE) == StoreCode.RING_FORGED


def test_the_seal_of_another_store_does_not_fit(ring: Path) -> None:
    write_ring(ring, sealed(read_ring(ring).ring, new_keys()))
    assert code_of_unlocking(ring, PASSPHRASE) == StoreCode.RING_FORGED


def test_the_anchor_and_the_erased_talks_are_kept_and_outlive_a_new_passphrase(ring: Path) -> None:
    keys = unlock(ring, PASSPHRASE)
    assert anchor_of(ring, keys) == Anchor()
    keep_anchor(ring, keys, ANCHOR)
    keep_gone(ring, keys, ["c2", "c1"])
    keep_gone(ring, keys, ["c1", "c3"])
    change_passphrase(ring, PASSPHRASE, OTHER)
    assert anchor_of(ring, unlock(ring, OTHER)) == ANCHOR
    assert read_ring(ring).ring.gone == ("c1", "c2", "c3")


def test_each_change_counts_one_and_no_change_writes_nothing(ring: Path) -> None:
    keys = unlock(ring, PASSPHRASE)
    keep_anchor(ring, keys, ANCHOR)
    keep_anchor(ring, keys, ANCHOR)
    keep_gone(ring, keys, [])
    assert [read_ring(ring).ring.generation, read_ring(ring).unsound] == [2, ()]


def test_threads_that_change_the_ring_at_once_lose_nothing_of_one_another(ring: Path) -> None:
    keys = unlock(ring, PASSPHRASE)
    threads = [threading.Thread(target=keep_gone, args=(ring, keys, [f"c{number}"])) for number in range(8)]
    for thread in threads:
        thread.start()
    keep_anchor(ring, keys, ANCHOR)
    for thread in threads:
        thread.join()
    found = read_ring(ring).ring
    assert (found.gone, found.anchor, found.generation) == (tuple(f"c{number}" for number in range(8)), ANCHOR, 10)


def test_a_ring_of_the_first_format_opens_and_becomes_one_of_today(first_ring: Path) -> None:
    first = unlock(first_ring, STORED_PASSPHRASE)
    assert first.user == User(id="owner", name="", roles=FIRST_ROLES, is_admitted=True)
    found = read_ring(first_ring)
    assert (found.ring.format, found.ring.generation, found.unsound) == (FORMAT, 2, ())
    assert found.ring.store_id == first.store_id
    assert unlock(first_ring, STORED_PASSPHRASE, user_id="owner") == first
    keep_anchor(first_ring, first, ANCHOR)
    assert anchor_of(first_ring, first) == ANCHOR


def test_a_ring_of_the_first_format_that_is_only_looked_at_stays_as_it_is(first_ring: Path) -> None:
    data = first_ring.read_bytes()
    keys = open_ring(read_ring(first_ring).ring, STORED_PASSPHRASE)
    assert keys == unlock(first_ring, STORED_PASSPHRASE)
    assert ring_to_bytes(ring_from_bytes(data)) == data


def test_a_wrong_passphrase_renews_no_ring_of_the_first_format(first_ring: Path) -> None:
    assert code_of_unlocking(first_ring, OTHER) == StoreCode.PASSPHRASE_WRONG
    assert read_ring(first_ring).ring.format == FIRST_FORMAT


def test_a_ring_of_the_first_format_opens_on_a_full_disk_and_is_renewed_later(
    first_ring: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise OSError(28, "no space left")

    with monkeypatch.context() as patch:
        patch.setattr("intake_app.storage.ring_file.write_privately", full)
        keys = unlock(first_ring, STORED_PASSPHRASE)
    assert [notice.code for notice in keys.notices] == [StoreCode.RING_NOT_RENEWED]
    with pytest.raises(StoreProblem) as caught:
        keep_anchor(first_ring, keys, ANCHOR)
    assert caught.value.code == StoreCode.RING_NOT_RENEWED
    assert unlock(first_ring, STORED_PASSPHRASE).notices == ()
    assert read_ring(first_ring).ring.format == FORMAT


def test_a_ring_of_today_does_not_pass_for_one_of_the_first_format(ring: Path) -> None:
    found = read_ring(ring).ring
    user = found.users[0]
    write_ring(ring, Ring(generation=9, users=(user,), store_id=found.store_id, format=FIRST_FORMAT))
    assert code_of_unlocking(ring, PASSPHRASE) == StoreCode.PASSPHRASE_WRONG


def test_a_new_passphrase_also_renews_a_ring_of_the_first_format(first_ring: Path) -> None:
    change_passphrase(first_ring, STORED_PASSPHRASE, OTHER)
    assert unlock(first_ring, OTHER).content_key is not None


def test_keys_without_a_named_user_are_those_of_the_first_one() -> None:
    keys = Keys(user_id="owner", store_key=bytes(32), store_salt=bytes(16), content_key=None)
    assert keys.user == User(id="owner", name="", roles=FIRST_ROLES, is_admitted=False)
