"""The source tree as the architecture tests see it: files that are there now, parsed and never imported."""

from __future__ import annotations

import ast
import functools
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "intake_app"
DOMAIN = (
    "core",
    "questionnaire",
    "triage",
    "directory",
    "advice",
    "assurance",
    "conversation",
    "practice",
    "insight",
)
"""From conversation and insight down: the part that cannot draw, store or read files."""

MODULES = sorted(PACKAGE.rglob("*.py"))
DOMAIN_MODULES = [path for path in MODULES if path.relative_to(PACKAGE).parts[0] in DOMAIN]


def named(path: Path) -> str:
    """Return the path as it reads in a test's name."""
    return path.relative_to(ROOT).as_posix()


@functools.cache
def parsed(path: Path) -> ast.Module:
    """Return the module's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def dotted(node: ast.AST) -> str:
    """Return a name or attribute chain as text: ``dataclasses.dataclass``; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return ""
