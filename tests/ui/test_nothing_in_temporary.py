"""Nothing stays in temporary folders: a paper is made, looked at, printed and kept in a program of its own.

The temporary folder may not even have been touched: making and removing a file there changes its time as well.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HANDED_OVER = """
import json, os, sys
from pathlib import Path
out, temporary = Path(sys.argv[1]), Path(sys.argv[2])
written = []
def watch(event, args):
    if event == "open" and isinstance(args[0], (str, bytes)) and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        written.append(os.fsdecode(args[0]))
    elif event.startswith("tempfile."):
        written.append(f"{event} {args}")
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from intake_app.export import documents
from intake_app.ui.fields.page_preview import PagePreview
from intake_app.ui.views.papers_clipboard import the_clipboard
from intake_app.ui.views.papers_pages import PageJob, keep_private, print_pages
from intake_app.content.locate import resources_dir
from intake_app.ui.look import put_look
from intake_app.ui.presenters.settings import Look
from tests.export.talks import MONEY, inputs_of
app = QApplication([])
look = put_look(resources_dir(), Look())
inputs = inputs_of(MONEY)
before = temporary.stat().st_mtime_ns
sys.addaudithook(watch)
make = lambda: documents.pdf("person_advice", inputs, large=False, language="nl")
pages = PageJob(number=1, make=make)()
shown = PagePreview()
shown.show_page(pages.images[0], "bladzijde")
shown.show()
app.processEvents()
printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
printer.setOutputFileName(str(out / "gedrukt.pdf"))
assert print_pages(pages.data, printer)
keep_private(out / "bewaard.pdf", pages.data)
the_clipboard().put("S: rust")
the_clipboard().clear()
app.processEvents()
print(json.dumps({"written": written, "untouched": before == temporary.stat().st_mtime_ns}))
"""


@pytest.fixture(scope="module")
def handed_over(tmp_path_factory):
    """Return what a paper on its way out wrote, and the folders that it could have written to."""
    folders = {name: tmp_path_factory.mktemp(name) for name in ("out", "temporary", "home")}
    environ = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "TMP", "TEMP"))}
    environ |= dict.fromkeys(("TMPDIR", "TMP", "TEMP", "XDG_RUNTIME_DIR"), str(folders["temporary"]))
    environ |= {"HOME": str(folders["home"]), "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    folders["temporary"].chmod(0o700)
    words = (sys.executable, "-c", HANDED_OVER, str(folders["out"]), str(folders["temporary"]))
    done = subprocess.run(words, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    return json.loads(done.stdout.splitlines()[-1]), folders


def test_only_the_place_that_was_asked_for_is_written_to(handed_over):
    told, folders = handed_over
    assert {Path(each).parent for each in told["written"]} == {folders["out"]}


def test_the_temporary_folder_was_never_touched(handed_over):
    told, folders = handed_over
    assert told["untouched"]
    assert list(folders["temporary"].rglob("*")) == []


def test_only_the_two_papers_are_there_and_nothing_lies_beside_them(handed_over):
    _, folders = handed_over
    assert sorted(each.name for each in folders["out"].iterdir()) == ["bewaard.pdf", "gedrukt.pdf"]


def test_no_paper_lies_in_the_home_folder(handed_over):
    _, folders = handed_over
    files = [each for each in folders["home"].rglob("*") if each.is_file()]
    assert not [each for each in files if b"%PDF" in each.read_bytes()]
