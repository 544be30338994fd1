from __future__ import annotations

import io
import re
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from intake_app.bootstrap.version import program_version
from intake_app.cli import store as store_words
from intake_app.cli.words import parser, run, tell
from intake_app.conversation.changes import NoteWritten, Opened
from intake_app.core.clock import SystemClock
from intake_app.core.problems import ProblemsError
from intake_app.practice.audit import EventCode
from intake_app.practice.users import Role
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Situation
from intake_app.storage import keys as key_ring
from intake_app.storage.mapping import change_to_bytes
from intake_app.storage.opening import create_store, open_store
from intake_app.storage.places import ring_path
from intake_app.storage.problems import StoreCode
from intake_app.storage.ring_users import add_user
from tests.shipped import NOON, TODAY, content
from tests.storage.logged import changed

ROOT = Path(__file__).parents[2]
PAGE = 4096
PASSPHRASE = "vier woorden zijn genoeg"  # noqa: S105  opens stores made here only
OPENED = change_to_bytes(Opened(situation=Situation(mode=Mode.QUICK, date=TODAY), at=NOON))


@pytest.fixture
def place(tmp_path, quick_rings):  # noqa: ARG001  the store opens at once
    """A folder with a store of one conversation, the file of its passphrase, and a stick to copy to."""
    (tmp_path / "stick").mkdir()
    (tmp_path / "phrase").write_text(PASSPHRASE + "\n", encoding="utf-8")
    store = create_store(tmp_path / "intake.db", PASSPHRASE, name="Sanne", now=NOON)
    store.start("c1", NOON, {})
    store.append("c1", 0, [OPENED], b"s", NOON, events=[changed("c1", 1, 1)])
    store.close()
    return tmp_path


def intake(place, *words):
    return run(["--store", str(place / "intake.db"), "--passphrase-file", str(place / "phrase"), *map(str, words)])


def run_as(place, user, *words):
    asked = parser().parse_args(
        ["--store", str(place / "intake.db"), "--passphrase-file", str(place / "phrase"), *map(str, words)]
    )
    asked.user = user
    work = {"backup": store_words.backup, "restore": store_words.restore, "verify": store_words.verify}
    try:
        return work[asked.command](asked)
    except ProblemsError as error:
        tell(error.problems, asked)
        return 2


def hurt_pages(file, pages):
    """Spoil a few bytes of each of these pages."""
    data = bytearray(file.read_bytes())
    for page in pages:
        data[page * PAGE + 1000] ^= 1
    file.write_bytes(data)


def the_copy(place, capsys):
    assert intake(place, "backup") == 0
    return Path(capsys.readouterr().out.splitlines()[0])


def test_a_copy_is_made_beside_the_store_and_named(place, capsys):
    copy = the_copy(place, capsys)
    assert (copy.parent, copy.suffix, copy.exists()) == (place / "backups", ".intake", True)


def test_a_copy_goes_into_the_folder_that_is_named_and_is_counted(place, capsys):
    assert intake(place, "backup", place / "not_there") == 2
    assert not (place / "not_there").exists()
    assert intake(place, "backup", place / "stick") == 0
    assert "1 conversations, 1 changes" in capsys.readouterr().out
    assert len(list((place / "stick").glob("*.intake"))) == 1


def test_a_copy_is_made_while_the_program_is_open(place, capsys):
    store = open_store(place / "intake.db", PASSPHRASE, now=NOON)
    assert the_copy(place, capsys).exists()
    store.close()


def test_a_copy_that_is_not_due_yet_is_not_made(place, capsys):
    copy = the_copy(place, capsys)
    assert intake(place, "backup", "--if-due") == 0
    assert capsys.readouterr().out.startswith("no copy needed: the newest is of ")
    assert list(copy.parent.glob("*.intake")) == [copy]


def test_a_copy_that_is_due_is_made_and_those_that_are_superfluous_go(place, capsys, monkeypatch):
    start = SystemClock().now()
    for minutes in (0, 10, 40, 50):
        monkeypatch.setattr(SystemClock, "now", lambda _, at=minutes: start + timedelta(minutes=at))
        assert intake(place, "backup", "--if-due", place / "stick") == 0
    told = capsys.readouterr().out
    assert (told.count("no copy needed"), told.count(" changes")) == (2, 2)
    assert len(list((place / "stick").glob("*.intake"))) == 2


def test_a_copy_of_another_store_in_the_folder_does_not_count_as_one_of_this(place, tmp_path, capsys):
    other = tmp_path / "other.db"
    create_store(other, PASSPHRASE, now=NOON).close()
    assert run(["--store", str(other), "--passphrase-file", str(place / "phrase"), "backup", str(place / "stick")]) == 0
    assert intake(place, "backup", "--if-due", place / "stick") == 0
    assert "no copy needed" not in capsys.readouterr().out
    assert len(list((place / "stick").glob("*.intake"))) == 2


def test_a_copy_is_put_back_and_what_was_there_is_named(place, capsys):
    copy = the_copy(place, capsys)
    store = open_store(place / "intake.db", PASSPHRASE, now=NOON)
    store.start("c2", NOON, {})
    store.close()
    assert intake(place, "restore", copy, "--yes") == 0
    told = capsys.readouterr().out
    assert "replaces  2 conversations, 1 changes, last " in told
    assert Path(told.splitlines()[-1].removeprefix("replaced").strip()).exists()
    assert intake(place, "verify") == 0
    assert capsys.readouterr().out == "1 conversations, 1 changes, 3 events, 0 faults\n"


def test_what_was_erased_since_does_not_come_back_and_is_counted(place, capsys):
    copy = the_copy(place, capsys)
    with closing(open_store(place / "intake.db", PASSPHRASE, now=NOON)) as store:
        store.delete("c1", NOON, "erased")
    assert intake(place, "restore", copy, "--yes") == 0
    assert "without   1 erased conversations, 0 events of the log" in capsys.readouterr().out


def test_without_yes_and_without_a_terminal_only_the_preview_is_given(place, capsys):
    copy = the_copy(place, capsys)
    before = (place / "intake.db").read_bytes()
    assert intake(place, "restore", copy) == 2
    shown = capsys.readouterr()
    assert "holds     1 conversations, 1 changes" in shown.out
    assert "--yes" in shown.err
    assert (place / "intake.db").read_bytes() == before


@pytest.mark.parametrize("answer, code", [("ja\n", 0), ("j\n", 0), ("n\n", 2), ("\n", 2), ("", 2)])
def test_whoever_sits_at_a_terminal_is_asked(place, capsys, monkeypatch, answer, code):
    copy = the_copy(place, capsys)
    terminal = io.StringIO(answer)
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", terminal)
    assert intake(place, "restore", copy) == code
    assert ("restored" in capsys.readouterr().out) is (code == 0)


def test_a_damaged_copy_and_a_foreign_file_are_refused_with_the_reason(place, capsys):
    copy = the_copy(place, capsys)
    copy.write_bytes(copy.read_bytes()[:-20])
    for file, told in ((copy, "beschadigd"), (place / "phrase", ".intake"), (place / "none", "stick")):
        assert intake(place, "restore", file, "--yes") == 2
        shown = capsys.readouterr()
        assert (shown.out, told in shown.err) == ("", True)


def test_a_copy_of_another_store_needs_a_word_more(place, tmp_path, capsys):
    copy = the_copy(place, capsys)
    other = tmp_path / "other.db"
    create_store(other, PASSPHRASE, now=NOON).close()
    words = ["--store", str(other), "--passphrase-file", str(place / "phrase"), "restore", str(copy), "--yes"]
    assert run(words) == 2
    assert "--other-store" in capsys.readouterr().err
    assert run([*words, "--other-store"]) == 0


def test_verify_gives_one_for_a_damaged_store_and_says_what_is_damaged(place, capsys):
    file = place / "intake.db"
    data = bytearray(file.read_bytes())
    data[-2000] ^= 1
    file.write_bytes(data)
    assert intake(place, "verify") == 1
    assert "beschadigd" in capsys.readouterr().err
    file.write_bytes(bytes(8192))
    assert intake(place, "verify") == 1
    told = capsys.readouterr()
    assert (told.out, "geen gesprek meer te lezen" in told.err, "restore" in told.err) == ("", True, True)


def conversations(place, count):
    """Put more conversations into the store, each of four changes that fill a page."""
    store = open_store(place / "intake.db", PASSPHRASE, now=NOON)
    kept = NoteWritten(about="sleep_quality", text="Ligt wakker. " * 40)
    for number in range(count):
        store.start(f"more{number:02}", NOON, {})
        told = changed(f"more{number:02}", 1, 4)
        store.append(f"more{number:02}", 0, [OPENED, *[change_to_bytes(kept)] * 3], b"s", NOON, events=[told])
    store.close()


def test_verify_of_a_damaged_store_counts_what_can_be_read_and_names_what_cannot(place, capsys):
    conversations(place, 20)
    copy = the_copy(place, capsys)
    file = place / "intake.db"
    hurt_pages(file, range(file.stat().st_size // PAGE - 6, file.stat().st_size // PAGE))
    assert intake(place, "verify") == 1
    told = capsys.readouterr()
    whole, in_part, lost = map(
        int, re.search(r"^readable  (\d+) whole, (\d+) in part, (\d+) lost$", told.out, re.MULTILINE).groups()
    )
    assert (whole + in_part + lost, whole > 0, in_part + lost > 0) == (21, True, True)
    named = re.findall(r"^(in part|lost)\s+(\S+)$", told.out, re.MULTILINE)
    assert [name for name, _ in named] == ["in part"] * in_part + ["lost"] * lost
    assert f"restore {copy}" in told.err
    assert "Ligt wakker" not in told.out + told.err


def test_the_copy_that_verify_names_brings_everything_back(place, capsys):
    conversations(place, 20)
    the_copy(place, capsys)
    file = place / "intake.db"
    hurt_pages(file, [file.stat().st_size // PAGE - 2])
    assert intake(place, "verify") == 1
    named = re.search(r"restore (\S+\.intake)", capsys.readouterr().err)[1]
    assert intake(place, "restore", named, "--yes") == 0
    assert intake(place, "verify") == 0
    assert re.search(r"^21 conversations, 81 changes, \d+ events, 0 faults$", capsys.readouterr().out, re.MULTILINE)


def test_verify_finds_a_change_that_is_none(place, capsys):
    store = open_store(place / "intake.db", PASSPHRASE, now=NOON)
    store.append("c1", 1, [b"no change of ours"], b"s", NOON, events=[changed("c1", 2, 2)])
    store.close()
    assert intake(place, "verify") == 1
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        "1 conversations, 0 changes, 2 events, 1 faults",
        "readable  0 whole, 1 in part, 0 lost",
        "in part   c1",
    ]
    assert "restore BESTAND" in told.err


def test_verify_finds_a_log_that_was_cut_since_a_copy_was_made(place, capsys):
    the_copy(place, capsys)
    the_copy(place, capsys)
    with (
        closing(open_store(place / "intake.db", PASSPHRASE, now=NOON)) as store,
        store.transactions.write("log") as connection,
    ):
        connection.exec_driver_sql("DELETE FROM log WHERE code = 'copy_made'")
    assert intake(place, "verify") == 1
    told = capsys.readouterr()
    assert told.out.splitlines() == ["1 conversations, 1 changes, 1 events, 1 faults"]
    assert "logboek" in told.err
    assert "restore" not in told.err


def test_of_several_users_the_one_is_named(place, capsys):
    ring = ring_path(place / "intake.db")
    keys = key_ring.unlock(ring, PASSPHRASE)
    add_user(ring, keys, "Joris", frozenset({Role.ASSISTANT}), "een eigen zin van vier")
    assert intake(place, "verify") == 2
    capsys.readouterr()
    for word in ("verify", "backup"):
        assert run_as(place, "sanne", word) == 0
        assert run_as(place, "Niemand", word) == 2
        assert "gebruiker" in capsys.readouterr().err


def test_who_may_not_put_a_copy_back_is_told_so(place, capsys):
    ring = ring_path(place / "intake.db")
    add_user(ring, key_ring.unlock(ring, PASSPHRASE), "Joris", frozenset({Role.ASSISTANT}), "een eigen zin van vier")
    assert run_as(place, "Sanne", "backup") == 0
    copy = capsys.readouterr().out.splitlines()[0]
    (place / "phrase").write_text("een eigen zin van vier", encoding="utf-8")
    before = (place / "intake.db").read_bytes()
    assert run_as(place, "Joris", "restore", copy, "--yes") == 2
    assert (place / "intake.db").read_bytes() == before


def test_a_copy_that_was_made_stands_in_the_log(place, capsys):
    the_copy(place, capsys)
    with closing(open_store(place / "intake.db", PASSPHRASE, now=NOON)) as store:
        the_copy(place, capsys)
        assert [event.code for _, event in store.log.events(limit=1)] == [EventCode.COPY_MADE]
    with closing(open_store(place / "intake.db", PASSPHRASE, now=NOON)) as store:
        assert len(store.log.events(codes=[EventCode.COPY_MADE])) == 2


@pytest.mark.parametrize("word", ["backup", "verify"])
def test_a_missing_store_and_a_wrong_passphrase_give_two(place, capsys, word):
    (place / "phrase").write_text("een heel andere zin", encoding="utf-8")
    assert intake(place, word) == 2
    assert "wachtzin" in capsys.readouterr().err
    (place / "intake.db").unlink()
    assert intake(place, word) == 2


def test_without_a_terminal_the_passphrase_must_stand_in_a_file(place, capsys, monkeypatch):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    assert run(["--store", str(place / "intake.db"), "verify"]) == 2
    assert "--passphrase-file" in capsys.readouterr().err


def test_the_words_work_in_a_program_of_their_own(place):
    command = [
        sys.executable,
        "-m",
        "intake_app",
        "--store",
        place / "intake.db",
        "--passphrase-file",
        place / "phrase",
    ]
    done = subprocess.run([*command, "verify"], capture_output=True, text=True, cwd=ROOT, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "1 conversations, 1 changes, 1 events, 0 faults\n", "")


@pytest.mark.parametrize("code", StoreCode)
def test_every_problem_of_the_store_has_words_in_both_languages(code):
    text = content().wording.texts[f"problems.store_{code.value}"]
    assert text.nl
    assert text.en


def test_the_version_of_the_program_is_known():
    assert program_version()[0].isdecimal()
