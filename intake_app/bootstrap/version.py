"""Which version of the program this is."""

from __future__ import annotations

import tomllib
from importlib import metadata
from pathlib import Path

_PACKAGE = "intake-app"


def program_version() -> str:
    """Return the version of the installed program, or of the folder that it runs from; "?" when neither tells."""
    try:
        return metadata.version(_PACKAGE)
    except metadata.PackageNotFoundError:
        pass
    described = Path(__file__).parents[2] / "pyproject.toml"
    try:
        found: str = tomllib.loads(described.read_text(encoding="utf-8"))["project"]["version"]
    except (OSError, KeyError, tomllib.TOMLDecodeError):
        return "?"
    return found
