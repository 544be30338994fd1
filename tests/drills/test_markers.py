"""Secrets go through everything that a practice does; nothing that the program leaves on the computer holds one."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from base64 import b64encode
from pathlib import Path

import pytest

from intake_app.content.locate import resources_dir
from tests.drills.marks import FIRST, SECRET, SECRETS, marked, marked_files
from tests.drills.recording import ROOT
from tests.journeys.real_window import a_window

CHILD = Path(__file__).with_name("marked_child.py")
PLACES = {"HOME": "home", "TMPDIR": "tmp", "XDG_DATA_HOME": "home/data", "XDG_CONFIG_HOME": "home/config"}
PLACES |= {"XDG_CACHE_HOME": "home/cache", "XDG_STATE_HOME": "home/state", "XDG_RUNTIME_DIR": "run"}
SAID = SECRETS[:4]

pytestmark = [
    pytest.mark.drill,
    pytest.mark.timeout(300),
    pytest.mark.skipif(sys.platform == "win32", reason="the program is killed, and its disk filled, as Unix does it"),
]


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer with nothing on it: every place that a program may write to lies in this folder."""
    folder = tmp_path / "computer"
    for name, place in PLACES.items():
        (folder / place).mkdir(parents=True, exist_ok=True)
        (folder / place).chmod(0o700)
        monkeypatch.setenv(name, str(folder / place))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    return folder


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """Where somebody keeps what they saved on purpose, and what others sent them."""
    folder = tmp_path / "documents"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(
    "data",
    [
        SECRET.encode(),
        SECRET.upper().encode(),
        SECRET.encode("utf-16"),
        SECRET.encode("utf-16-be"),
        *(b64encode(b"x" * before + SECRET.encode()) for before in range(3)),
        json.dumps({"text": SECRET}).encode(),
    ],
)
def test_a_secret_is_found_in_every_form(data: bytes) -> None:
    assert marked(data, SECRETS) == set(SAID)


def run(computer: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, *arguments], cwd=computer / "home", capture_output=True, check=False)


def test_nothing_that_was_said_stands_in_the_clear_after_everything_that_can_be_done(
    computer: Path, documents: Path, tell
) -> None:
    wrong = documents / "wrong.intake"
    wrong.write_text(SECRET, encoding="utf-8")
    done = run(computer, str(CHILD), str(wrong))
    assert b"so far so good" in done.stdout, done.stderr.decode()
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    assert b"store_write_failed" in done.stdout or b"store_disk_full" in done.stdout
    assert (marked(done.stdout, SECRETS), marked(done.stderr, SECRETS)) == (set(), set())
    files = [path for path in computer.rglob("*") if path.is_file()]
    assert any(path.suffix == ".intake" for path in files)
    assert marked_files(computer, SECRETS) == {}
    tell(f"{len(files)} files, {sum(path.stat().st_size for path in files)} bytes, and both outputs: 0 hold a secret")


@pytest.mark.parametrize("words", [["advise", "--out", "out"], ["restore", "--yes"]], ids=["advise", "restore"])
def test_a_wrong_file_is_refused_without_its_words(computer: Path, documents: Path, words: list[str]) -> None:
    wrong, phrase = documents / "wrong.yaml", documents / "phrase"
    wrong.write_text(f"person:\n  gender: {SECRET}\nanswers:\n  own_question: [{SECRET}]\n  x: 1\n", encoding="utf-8")
    phrase.write_text(FIRST, encoding="utf-8")
    before = [] if words[0] == "advise" else ["--passphrase-file", str(phrase)]
    done = run(computer, "-m", "intake_app", *before, words[0], str(wrong), *words[1:])
    assert done.returncode not in {0, 1}
    assert done.stderr
    assert (marked(done.stdout, SECRETS), marked(done.stderr, SECRETS)) == (set(), set())
    assert marked_files(computer, SECRETS) == {}


@pytest.mark.journey
@pytest.mark.required
def test_a_window_that_is_killed_leaves_nothing_in_the_clear(computer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    with a_window(computer / "home") as window:
        for _ in range(2):
            window.type(FIRST)
            window.press("Tab")
        window.press("Return")
        window.settle()
        window.press("ctrl+n", "Return")
        window.type(SECRET)
        window.press("ctrl+Return")
        window.type(SECRET)
        assert not any(marked(title.encode(), SECRETS) for title in window.titles())
        window.kill_and_restart()
        window.type(FIRST)
        window.press("Return")
        window.settle()
        assert not any(marked(title.encode(), SECRETS) for title in window.titles())
        assert window.said_on_error_output() == ""
    assert (computer / "home" / "data" / "intake_app").is_dir()
    assert marked_files(computer, SECRETS) == {}


PROGRAM = """
import ctypes, resource, sys
from intake_app.cli.words import run
run(["--resources", sys.argv[1], "directory", "search", "geld"])
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), file=sys.stderr)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")
def test_a_program_that_dies_leaves_no_memory_on_the_disk(computer: Path) -> None:
    done = run(computer, "-c", PROGRAM, str(resources_dir()))
    assert done.stderr.decode().split("\n")[-2] == "(0, 0) 0"
