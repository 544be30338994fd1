"""The content cache: equal to the source or not used at all."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import pickle
import random
import stat
import sys

import msgspec
import pytest

from intake_app.content import cache
from intake_app.content.cache import FORMAT, KEY_BYTES, load_cached
from intake_app.content.last_clean import CACHE_NAME, load_or_last_clean
from intake_app.content.load import load
from intake_app.content.locate import resources_dir
from intake_app.content.pack_values import DamagedError, Packer
from intake_app.content.source import read_source
from intake_app.core.problems import ProblemsError
from intake_app.core.text import Text
from intake_app.questionnaire.conditions import CodeTest, Missing, RangeTest, StateTest, Test
from tests.shipped import content

PLACES = 200
BODY = len(FORMAT) + 2 * KEY_BYTES


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Return the bytes of a whole cache of the shipped content."""
    file = tmp_path_factory.mktemp("cache") / "c.bin"
    load_cached(resources_dir(), file)
    return file.read_bytes()


@pytest.fixture
def rebuilt(monkeypatch):
    """Count the loads from source, and spare them: the shipped content is loaded once per process."""
    found = []
    monkeypatch.setattr(cache, "load", lambda _: found.append(1) or content())
    return found


def as_data(found):
    return cache._packer().pack({each.name: getattr(found, each.name) for each in dataclasses.fields(found)})


def sealed(whole, packed):
    """Return a cache file with other content under the right key and a fitting checksum."""
    return whole[: len(FORMAT) + KEY_BYTES] + hashlib.sha256(packed).digest() + packed


def test_what_comes_from_the_cache_equals_what_comes_from_source(tmp_path, whole, rebuilt):
    (tmp_path / "c.bin").write_bytes(whole)
    found = load_cached(resources_dir(), tmp_path / "c.bin")
    assert rebuilt == []
    assert found is not content()
    assert found == load(read_source(resources_dir()))
    assert found.is_certified is content().is_certified
    assert as_data(found) == as_data(content())  # 1, 1.0 and True are equal, but not the same data


def flipped(whole, place, bit):
    damaged = bytearray(whole)
    damaged[place] ^= 1 << bit
    return bytes(damaged)


def test_with_one_flipped_bit_anywhere_the_cache_counts_for_nothing(tmp_path, whole):
    file, chance = tmp_path / "c.bin", random.Random(5)
    source = read_source(resources_dir())
    key = cache._key(source)
    for place in [*range(BODY), *(chance.randrange(BODY, len(whole)) for _ in range(PLACES))]:
        file.write_bytes(flipped(whole, place, chance.randrange(8)))
        assert cache._kept(file, key, source) is None
    file.write_bytes(whole)
    assert cache._kept(file, key, source) == content()


@pytest.mark.parametrize("place", [0, len(FORMAT), BODY - 1, BODY, 5000, -1])
def test_a_damaged_cache_is_loaded_from_source_and_mended(tmp_path, whole, rebuilt, place):
    file = tmp_path / "c.bin"
    file.write_bytes(flipped(whole, place, 3))
    assert load_cached(resources_dir(), file) == content()
    assert rebuilt == [1]
    assert file.read_bytes() == whole


@pytest.mark.parametrize("length", [0, 1, len(FORMAT), BODY - 1, BODY, BODY + 1, -1])
def test_a_cache_that_was_cut_short_is_rebuilt(tmp_path, whole, rebuilt, length):
    file = tmp_path / "c.bin"
    file.write_bytes(whole[:length])
    assert load_cached(resources_dir(), file) == content()
    assert rebuilt == [1]
    assert file.read_bytes() == whole


@pytest.mark.parametrize("name, value", [("sys.version", "4.0"), ("_code", lambda: "another program")])
def test_the_cache_of_another_python_or_program_is_not_used(tmp_path, whole, rebuilt, monkeypatch, name, value):
    file = tmp_path / "c.bin"
    file.write_bytes(whole)
    monkeypatch.setattr(f"{cache.__name__}.{name}", value)
    load_cached(resources_dir(), file)
    assert rebuilt == [1]
    assert file.read_bytes() != whole


def test_where_the_program_cannot_be_told_nothing_is_cached(tmp_path, rebuilt, monkeypatch):
    monkeypatch.setattr(cache, "PACKAGES", ("nowhere",))
    assert load_cached(resources_dir(), tmp_path / "c.bin") == content()
    assert rebuilt == [1]
    assert list(tmp_path.iterdir()) == []


def _copied(tmp_path):
    for name, text in content().source.files.items():
        path = tmp_path / "resources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "resources"


def test_a_changed_file_is_seen_even_with_the_old_size_and_time(tmp_path, whole):
    folder, file = _copied(tmp_path), tmp_path / "c.bin"
    file.write_bytes(whole)
    scores = folder / "rules" / "scores_society.yaml"
    before = scores.stat()
    changed = scores.read_text(encoding="utf-8").replace("add: {social: 12}", "add: {social: 13}")
    scores.write_text(changed, encoding="utf-8")
    os.utime(scores, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert scores.stat().st_size == before.st_size
    found = load_cached(folder, file)
    assert found.rules != content().rules
    assert found == load_cached(folder, file)


def test_wrong_content_is_refused_also_when_a_cache_lies_there(tmp_path, whole):
    folder, file = _copied(tmp_path), tmp_path / "c.bin"
    file.write_bytes(whole)
    (folder / "rules" / "flags.yaml").write_text("format: kapot", encoding="utf-8")
    with pytest.raises(ProblemsError):
        load_cached(folder, file)


class Evil:
    """A value whose pickle calls a function when it is read."""

    def __reduce__(self):
        return (os.mkdir, (self.folder,))


def test_a_pickle_that_tries_to_run_code_does_nothing(tmp_path, whole, rebuilt):
    Evil.folder = str(tmp_path / "evil")
    file = tmp_path / "c.bin"
    for data in (pickle.dumps(Evil()), sealed(whole, pickle.dumps(Evil()))):
        file.write_bytes(data)
        assert load_cached(resources_dir(), file) == content()
    assert len(rebuilt) == 2
    assert not (tmp_path / "evil").exists()
    assert "pickle" not in {name for name, value in vars(cache).items() if value is sys.modules["pickle"]}


FORGED = [None, 1, "os.system", [], [1, 2, 3], [[]] * 8, [{"a": 1}] * 8, [[0]] * 8, [[[[[9]]]]] * 8]


@pytest.mark.parametrize("forged", FORGED, ids=repr)
def test_forged_values_with_a_fitting_checksum_are_rebuilt(tmp_path, whole, rebuilt, forged):
    file = tmp_path / "c.bin"
    file.write_bytes(sealed(whole, msgspec.msgpack.encode(forged)))
    assert load_cached(resources_dir(), file) == content()
    assert rebuilt == [1]


def test_the_file_is_for_this_user_only_and_nothing_lies_beside_it(tmp_path):
    file = tmp_path / "new" / "c.bin"
    load_cached(resources_dir(), file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.usefixtures("rebuilt")
def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert load_cached(resources_dir(), tmp_path / "file" / "c.bin") == content()
    (tmp_path / "c.bin").mkdir()
    assert load_cached(resources_dir(), tmp_path / "c.bin") == content()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["c.bin", "file"]


def test_a_start_uses_the_cache_beside_the_last_clean_content(tmp_path, rebuilt):
    first = load_or_last_clean(resources_dir(), tmp_path / "last.bin")
    again = load_or_last_clean(resources_dir(), tmp_path / "last.bin")
    assert rebuilt == [1]
    assert first == again
    assert {path.name for path in tmp_path.iterdir()} == {"last.bin", CACHE_NAME}


VALUES = {
    "tests": (
        CodeTest(codes=frozenset({"b", "a"}), negated=True),
        RangeTest(low=float("-inf"), high=2.0),
        StateTest(states=frozenset(Missing)),
    ),
    "texts": {"één": Text(nl="één", en="one"), "leeg": Text(nl="", en="")},
    "pair": ("x", 1.0),
    "maybe": None,
}
HINTS = {"tests": tuple[Test, ...], "texts": dict, "pair": tuple[str, float], "maybe": Text | None}


def a_packer():
    from collections.abc import Mapping

    return Packer(**(HINTS | {"texts": Mapping[str, Text]}))


def test_values_of_every_form_come_back_with_their_types():
    packer = a_packer()
    found = packer.unpack(packer.pack(VALUES))
    assert found == VALUES
    assert [type(each) for each in (*found["tests"], *found["pair"])] == [CodeTest, RangeTest, StateTest, str, float]
    assert packer.pack(found) == packer.pack(VALUES)


def test_a_value_that_occurs_twice_is_one_value_afterwards():
    text = Text(nl="a", en="b")
    packer = Packer(pair=tuple[Text, Text])
    first, second = packer.unpack(packer.pack({"pair": (text, text)}))["pair"]
    assert first == text
    assert first is second


def test_data_without_form_is_damaged_and_a_type_without_a_way_is_said():
    with pytest.raises(DamagedError):
        a_packer().unpack(b"\xc1 no msgpack")
    with pytest.raises(TypeError, match="no way to pack"):
        Packer(thing=object)
