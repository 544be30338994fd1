"""Nothing in the repository names a machine, and no lock file names where packages come from."""

from __future__ import annotations

import os
import re

import pytest

from tests.architecture.tree import ROOT, named

MADE = {
    ".git",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    ".hypothesis",
    "__pycache__",
    "build",
    "dist",
    "out",
}
TEXT = {
    ".py",
    ".md",
    ".yaml",
    ".yml",
    ".toml",
    ".json",
    ".txt",
    ".lock",
    ".in",
    ".sh",
    ".cmd",
    ".cfg",
    ".ini",
    ".csv",
    "",
}
HOME = "|".join(("/ho" + "me/", "/Us" + "ers/", r"C:\\Us" + r"ers\\"))
PATTERNS = (
    re.compile(rf"(?:{HOME})[A-Za-z][\w.-]+"),
    re.compile(r"(?<![\w.~])/ro" + r"ot/\w"),
    re.compile(r"(?<![\w.~/])/wo" + r"rk/(?:main|shared)"),
    re.compile(r"(?:py" + r"pi\.org|pythonho" + r"sted\.org)"),
)
LARGEST = 2_000_000


def _is_kept(path):
    return path.suffix in TEXT and path.stat().st_size < LARGEST


def _files():
    for folder, subfolders, names in os.walk(ROOT):
        subfolders[:] = [name for name in subfolders if name not in MADE and not name.startswith(".venv")]
        yield from (ROOT / folder / name for name in sorted(names))


def test_no_file_names_a_machine_a_home_folder_or_a_package_index():
    found = {}
    for path in filter(_is_kept, _files()):
        text = path.read_text(encoding="utf-8", errors="replace")
        hits = [hit.group() for pattern in PATTERNS for hit in pattern.finditer(text)]
        found |= {named(path): hits} if hits else {}
    assert not found


@pytest.mark.parametrize("path", sorted((ROOT / "requirements").iterdir()), ids=named)
def test_no_file_under_requirements_names_an_index_or_an_address(path):
    text = path.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*(--(extra-)?index-url|--find-links|-i|-f)\b", text, re.MULTILINE)


@pytest.mark.parametrize("name", ["run.lock", "dev.lock"])
def test_a_lock_file_pins_every_line_with_a_hash(name):
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8").replace("\\\n", "")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert lines
    assert all("==" in line and "--hash=sha256:" in line for line in lines)


def test_both_lock_files_hold_the_same_version_of_what_the_program_runs_on():
    pins = [_pins(name) for name in ("run.lock", "dev.lock")]
    assert pins[0].items() <= pins[1].items()


def _pins(name):
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))
