"""Where the resources are: beside the package in a checkout, inside it when installed."""

from __future__ import annotations

from pathlib import Path


def resources_dir() -> Path:
    """Return the folder with the content of this installation."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "_resources"
    return inside if inside.is_dir() else package.parent / "resources"
