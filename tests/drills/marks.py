"""Looking for marker strings in whatever a program left behind, in each form in which text lies in files."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from pathlib import Path

BSN, NAME, WORDS = "123456782", "Zwaantje Quarrelbeek", "kwikstaartgeheim"
"""A number that passes the eleven test and is nobody's, a name that nobody has, and a word that nobody says."""
FIRST, GIVEN, OTHER = "vier gewone woorden samen", "een zin van de beheerder", "els kiest zelf een zin"
"""Pass phrases."""
SECRET = f"{NAME}, BSN {BSN}, vertelt: {WORDS}"
SECRETS = (BSN, NAME, "Quarrelbeek", WORDS, FIRST, GIVEN, OTHER)


def forms_of(marker: str) -> Iterator[bytes]:
    """A text as it would lie in a file: plain, as Windows and Qt keep it, and as base64 wherever it begins there."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        yield marker.lower().encode(encoding)
    data = marker.encode()
    for before in range(3):
        # What shares a group with the neighbours of the text depends on them, so it is left off.
        first = -(-before * 8 // 6)
        last = (before + len(data)) * 8 // 6
        yield b64encode(bytes(before) + data)[first:last]


def marked(data: bytes, markers: Iterable[str]) -> set[str]:
    """The markers that stand in some bytes."""
    lowered = data.lower()
    return {marker for marker in markers if any(form in lowered or form in data for form in forms_of(marker))}


def marked_files(folder: Path, markers: Iterable[str]) -> dict[str, set[str]]:
    """Every file in a folder that holds a marker, in its name or in itself."""
    wanted = tuple(markers)
    found = {
        str(path.relative_to(folder)): marked(path.name.encode() + b"\n" + path.read_bytes(), wanted)
        for path in folder.rglob("*")
        if path.is_file()
    }
    return {name: markers for name, markers in found.items() if markers}
