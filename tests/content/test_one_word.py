"""One word for one thing, also in English."""

from __future__ import annotations

from pathlib import Path

WORDING = Path(__file__).resolve().parents[2] / "resources" / "wording"


def test_english_writes_passphrase_as_one_word():
    found = [path.name for path in WORDING.glob("*.yaml") if "pass phrase" in path.read_text(encoding="utf-8").lower()]
    assert not found
