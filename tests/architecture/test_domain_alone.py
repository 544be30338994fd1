"""The domain runs where nothing can draw, store or log."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.architecture.tree import DOMAIN_MODULES, PACKAGE, ROOT

PATIENCE_SECONDS = 300
BLOCK = """
import sys
class Blocked:
    def __init__(self, names): self.names = names
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in self.names: raise ImportError(f"blocked: {name}")
def block(*names): sys.meta_path.insert(0, Blocked(names))
"""
IMPORT_ALL = """
import importlib
block("PySide6", "sqlalchemy", "sqlcipher3", "sqlite3", "reportlab", "jinja2", "logging")
for name in sys.argv[1:]: importlib.import_module(name)
"""
RUN_TESTS = """
import pytest
block("PySide6", "pytestqt")
class OneCase:
    def pytest_collection_modifyitems(self, items):
        first = {each.nodeid.partition("[")[0]: each for each in reversed(items)}
        items[:] = [each for each in items if first[each.nodeid.partition("[")[0]] is each]
raise SystemExit(pytest.main(sys.argv[1:], plugins=[OneCase()]))
"""
PYTEST_INI = """[pytest]
markers =
  required
  drill
  journey
  benchmark
filterwarnings = error
pythonpath = {root}
"""


def _run(code, *arguments):
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", BLOCK + code, *map(str, arguments)]
    return subprocess.run(
        command,
        cwd=ROOT,
        env=surroundings,
        timeout=PATIENCE_SECONDS,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_domain_is_imported_with_qt_the_database_the_documents_and_logging_blocked():
    names = [path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".") for path in DOMAIN_MODULES]
    outcome = _run(IMPORT_ALL, *(name.removesuffix(".__init__") for name in names))
    assert outcome.returncode == 0, outcome.stderr


TWICE_WOULD_BE_SLOW = ("test_prove", "test_difference", "test_safety_file")
"""These keep the solver busy for minutes; that what they test imports without Qt is shown above."""


def _domain_tests():
    folders = {ROOT / "tests" / path.relative_to(PACKAGE).parts[0] for path in DOMAIN_MODULES}
    found = sorted(path for folder in folders for path in folder.glob("**/test_*.py"))
    return [path for path in found if not path.name.startswith(TWICE_WOULD_BE_SLOW)]


@pytest.mark.timeout(PATIENCE_SECONDS + 20)
def test_the_tests_of_the_domain_pass_with_qt_blocked(tmp_path):
    """One case of each; more cases, and properties, would only run the same code again."""
    files = _domain_tests()
    if not files:  # without a file pytest would run everything, this test included
        pytest.skip("no tests of the domain yet")
    ini = tmp_path / "pytest.ini"
    ini.write_text(PYTEST_INI.format(root=ROOT))
    plain = ["-p", "no:pytest-qt", "-p", "no:xdist", "-p", "no:cacheprovider", "--import-mode=importlib"]
    outcome = _run(
        RUN_TESTS, "-c", ini, f"--rootdir={ROOT}", *plain, "-q", "-m", "not benchmark and not hypothesis", *files
    )
    assert outcome.returncode == 0, outcome.stdout[-4000:] + outcome.stderr[-2000:]
