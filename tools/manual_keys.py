"""Write the chapter of the manual about keys from the registry of actions: docs/manual/14-toetsen.md.

.venv-dev/bin/python tools/manual_keys.py
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHAPTER = ROOT / "docs" / "manual" / "14-toetsen.md"
TOP = """# 14. Toetsen

Alles kan met toetsen. De belangrijkste staan klein naast elke knop. **F1** laat ze allemaal zien, met een vak om er een
te zoeken.

Weet u de toets niet? Dan zijn er twee wegen die altijd werken:

- **Menu** (F10), linksboven op elk scherm. Pijltjes en de onderstreepte letters werken. Wat nu niet kan, is schuin.
- **Alles zoeken** (Ctrl+K). Typ een woord van wat u wilt doen. In een gesprek vindt u zo ook elk onderwerp en elke
  vraag.

Cijfers geven antwoord. Losse letters rusten terwijl u typt; Ctrl+Enter brengt u weer uit het vak. Esc sluit wat het
laatst openging.
"""
END = """
## Zonder toets

Dit doet u met **Menu** of **Alles zoeken**:

"""


def chapter() -> str:
    """Return the whole chapter, in Dutch."""
    from intake_app.ui.actions import all_actions, all_keys, where_names

    parts = [TOP]
    for where, title in where_names().items():
        rows = [each for each in all_keys() if each.where is where]
        parts.append(f"\n## {title}\n\n| toets | wat | wat er gebeurt |\n|---|---|---|\n")
        parts += [f"| {each.keys} | **{each.text}** | {each.help} |\n" for each in rows]
    parts.append(END)
    parts += [f"- **{each.text}**: {each.help}\n" for each in all_actions() if not each.shortcut]
    return "".join(parts)


def main() -> int:
    """Write the chapter; returns 0."""
    sys.path.insert(0, str(ROOT))
    CHAPTER.write_text(chapter(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
