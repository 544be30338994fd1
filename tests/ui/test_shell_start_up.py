"""The window comes first; what takes time to load comes after."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import sys, threading
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QMetaObject, Qt
from intake_app.ui import app
from intake_app.ui.main_window import MainWindow

painted = []
show = MainWindow.show

def shown(window):
    window.painted.connect(lambda: painted.append(True))
    show(window)

MainWindow.show = shown

def make_desk():
    late = ("sqlalchemy", "sqlcipher3", "reportlab", "jinja2", "PySide6.QtDBus")
    heavy = [name for name in late if name in sys.modules]
    print("painted", bool(painted), "heavy", heavy, "main", threading.current_thread() is threading.main_thread())
    QMetaObject.invokeMethod(QCoreApplication.instance(), "quit", Qt.ConnectionType.QueuedConnection)
    raise OSError
sys.exit(app.run(make_desk, Path("resources"), "nl", ["test"]))
"""


def test_the_first_window_is_painted_before_anything_heavy_is_loaded():
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "painted True heavy [] main False" in run.stdout, run.stderr[-2000:]
    assert run.returncode == 0
