"""The import contracts in pyproject.toml hold, with every package in its layer."""

from __future__ import annotations

import subprocess
import sys

from tests.architecture.tree import ROOT

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command(['--no-cache'])"


def test_every_import_points_down():
    command = [sys.executable, "-c", LINT]
    outcome = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stdout[-4000:] + outcome.stderr[-2000:]
