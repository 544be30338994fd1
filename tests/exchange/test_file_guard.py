"""What may not come in: bombs, doors out of the folder, locked files, and letters that cannot be read."""

from __future__ import annotations

import io
import os
import zipfile

import pytest

from intake_app.core.problems import ProblemsError
from intake_app.exchange import file_guard
from intake_app.exchange.file_guard import check_size, guarded_zip, text_lines
from tests.shipped import content


def code_of(refused):
    (found,) = refused.value.problems
    assert found.where == "lijst"
    assert "{" not in content().wording.of_problem(found, "nl")
    return found.code


def a_zip(folder, members, compression=zipfile.ZIP_DEFLATED):
    path = folder / "a.zip"
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return path


def flip(path, at, value):
    """Change one byte in the list of members of a zip, where its marks stand."""
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + at] |= value
    path.write_bytes(data)
    return path


def lie(path, size):
    """Let a zip say that its first member unpacks to `size` bytes."""
    data = bytearray(path.read_bytes())
    start = data.index(b"PK\x01\x02") + 24
    data[start : start + 4] = size.to_bytes(4, "little")
    path.write_bytes(data)
    return path


def half(path):
    path.write_bytes(path.read_bytes()[:-30])
    return path


BAD_ZIPS = {
    "no zip at all": (lambda folder: a_text(folder, b"naam;organisatie"), "zip_broken"),
    "half a zip": (lambda folder: half(a_zip(folder, [("a", b"abc" * 99)])), "zip_broken"),
    "a way of packing that is rare": (lambda folder: a_zip(folder, [("a", b"x")], zipfile.ZIP_LZMA), "zip_broken"),
    "a password": (lambda folder: flip(a_zip(folder, [("a", b"x")]), 8, 1), "zip_encrypted"),
    "a way up": (lambda folder: a_zip(folder, [("x/../../a", b"x")]), "zip_unsafe_name"),
    "a way up for Windows": (lambda folder: a_zip(folder, [("x\\..\\..\\a", b"x")]), "zip_unsafe_name"),
    "a place from the root": (lambda folder: a_zip(folder, [("/etc/a", b"x")]), "zip_unsafe_name"),
    "a drive": (lambda folder: a_zip(folder, [("C:\\a", b"x")]), "zip_unsafe_name"),
    "a bomb": (lambda folder: a_zip(folder, [("a", bytes(20_000_000))]), "zip_too_large"),
    "a bomb in parts": (lambda folder: a_zip(folder, [(f"{n}", bytes(2_000_000)) for n in range(9)]), "zip_too_large"),
    "too many members": (lambda folder: a_zip(folder, [(f"{n}", b"") for n in range(1_001)]), "zip_too_large"),
    "far too much": (lambda folder: lie(a_zip(folder, [("a", b"x")]), 3_000_000_000), "zip_too_large"),
    "nothing": (lambda folder: a_text(folder, b""), "file_empty"),
    "no file": (lambda folder: folder / "weg.zip", "file_unreadable"),
    "a folder": (lambda folder: folder, "file_unreadable"),
}


def a_text(folder, data):
    path = folder / "a.txt"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", BAD_ZIPS)
def test_a_zip_that_is_not_safe_is_refused(tmp_path, name):
    make, code = BAD_ZIPS[name]
    path = make(tmp_path)
    with pytest.raises(ProblemsError) as refused:
        guarded_zip(path, "lijst")
    assert code_of(refused) == code


def test_a_zip_that_says_it_is_smaller_gives_no_more_than_it_says(tmp_path):
    path = lie(a_zip(tmp_path, [("a", b"abcdefghij" * 1_000)]), 10)
    with guarded_zip(path, "lijst") as archive, archive.open("a") as member, pytest.raises(zipfile.BadZipFile):
        assert len(member.read()) <= 10


def test_a_plain_zip_opens(tmp_path):
    with guarded_zip(a_zip(tmp_path, [("a.csv", b"x;y"), ("sub/b.csv", b"")]), "lijst") as archive:
        assert archive.read("a.csv") == b"x;y"


@pytest.mark.parametrize("name", ["pipe", "folder", "/dev/zero", "dangling", "loop", "a\0b"])
def test_what_is_no_plain_file_is_refused_and_never_waited_for(tmp_path, name):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(ProblemsError) as refused:
        check_size(tmp_path / name, "lijst")
    assert code_of(refused) == "file_unreadable"


def test_a_file_has_a_largest_size(tmp_path):
    with pytest.raises(ProblemsError) as refused:
        check_size(a_text(tmp_path, b"12345"), "lijst", largest=4)
    assert code_of(refused) == "file_too_large"


READ = [
    ("één; €", "utf-8"),
    ("één; €", "utf-8-sig"),
    ("één; €", "utf-16"),
    ("één; €", "cp1252"),
    ("café", "cp1252"),
    ("plain", "ascii"),
    ("a\r\nb\rc\nd", "utf-8"),
    ("", "utf-8"),
]


@pytest.mark.parametrize("text, encoding", READ)
def test_a_text_is_read_in_the_letters_it_was_written_in(text, encoding):
    assert text_lines(io.BytesIO(text.encode(encoding)), "lijst").read() == text


def test_letters_are_found_beyond_the_first_piece_of_a_file(monkeypatch):
    monkeypatch.setattr(file_guard, "_CHUNK", 3)
    assert text_lines(io.BytesIO("aaaa€ één".encode()), "lijst").read() == "aaaa€ één"
    assert text_lines(io.BytesIO("aaaa€ één".encode("cp1252")), "lijst").read() == "aaaa€ één"


GARBAGE = [
    ("naam".encode("utf-16-le"), "text_encoding"),
    ("naam".encode("utf-16") + b"\x00", "text_encoding"),
    ("naam".encode("utf-32"), "text_encoding"),
    (b"PK\x03\x04\x00\x00", "text_encoding"),
    (b"\x81\x8d\xff", "text_encoding"),
    (b"\xe9\x01", "text_encoding"),
    ("één twé".encode()[:-1], "file_cut_off"),
]


@pytest.mark.parametrize("data, code", GARBAGE)
def test_what_is_no_text_is_refused(data, code):
    with pytest.raises(ProblemsError) as refused:
        text_lines(io.BytesIO(data), "lijst")
    assert code_of(refused) == code
