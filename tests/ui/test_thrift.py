"""What the program does not keep in memory."""

from __future__ import annotations

import importlib
import linecache

from PySide6.QtCore import QObject

from intake_app.ui.thrift import be_thrifty


def test_the_source_of_a_module_that_is_loaded_is_not_kept(tmp_path, monkeypatch):
    assert QObject is not None  # Qt for Python is there, and looks at what is loaded after it
    (tmp_path / "loaded_after_qt.py").write_text("WORDS = 1\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    be_thrifty()
    made = importlib.import_module("loaded_after_qt")
    assert made.WORDS == 1
    assert [name for name in linecache.cache if name.endswith("loaded_after_qt.py")] == []
