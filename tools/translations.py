"""Bring the English of the screens up to date: resources/i18n/en.ts from the code, en.qm from en.ts.

    .venv-dev/bin/python tools/translations.py

The Dutch stands in the code, the English in en.ts (edit it by hand or with Qt Linguist, then run this again).
Uses lupdate and lrelease, which come with PySide6, of the environment this is started with; standard library only.
Returns 1 when something is still to be translated, and names it.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
SCREENS = Path("intake_app") / "ui"
TEXTS = ROOT / "resources" / "i18n" / "en.ts"
COMPILED = TEXTS.with_suffix(".qm")


def tool(name: str) -> str:
    """Return the path of lupdate or lrelease: PySide6's own program, or the command that starts it."""
    spec = importlib.util.find_spec("PySide6")
    inside = (spec.submodule_search_locations or []) if spec else []
    beside = str(Path(sys.executable).parent)
    for command, folder in [*((name, folder) for folder in inside), (f"pyside6-{name}", beside)]:
        found = shutil.which(command, path=folder)
        if found:
            return found
    raise FileNotFoundError(f"{name} is not here: start this with an environment that has PySide6-Essentials")


def update(texts: Path) -> None:
    """Put every Dutch text of the screens into `texts`; keep what was translated, drop what is gone."""
    sources = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / SCREENS).rglob("*.py"))
    languages = ["-source-language", "nl_NL", "-target-language", "en_GB"]
    shape = ["-silent", "-locations", "none", "-no-obsolete", "-warnings-are-errors"]
    command = [tool("lupdate"), *sources, *shape, *languages, "-ts", str(texts)]
    subprocess.run(command, check=True, cwd=ROOT)


def compile_texts(texts: Path, compiled: Path) -> None:
    """Make what the program loads; a text that is not finished stays Dutch on the screen."""
    command = [tool("lrelease"), "-silent", "-nounfinished", str(texts), "-qm", str(compiled)]
    subprocess.run(command, check=True, cwd=ROOT)


def unfinished(texts: Path) -> list[str]:
    """Name the texts that still need English, each with the class it stands in."""
    contexts = ET.parse(texts).getroot().iter("context")  # noqa: S314  our own file
    return [
        f"{context.findtext('name')}: {message.findtext('source')}"
        for context in contexts
        for message in context.iter("message")
        if message.find("translation[@type]") is not None
    ]


def main() -> int:
    """Update, compile, and say what is left to do."""
    update(TEXTS)
    compile_texts(TEXTS, COMPILED)
    left = unfinished(TEXTS)
    for line in left:
        print(line)
    print(f"{COMPILED.relative_to(ROOT)}: {len(left)} to translate")
    return 1 if left else 0


if __name__ == "__main__":
    raise SystemExit(main())
