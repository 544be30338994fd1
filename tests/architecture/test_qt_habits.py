"""Habits of the screen's code that no linter knows."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.tree import MODULES, dotted, named, parsed

UI_MODULES = [path for path in MODULES if "ui" in path.parts]


def _calls(path, name):
    calls = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.Call)]
    return [call for call in calls if dotted(call.func).split(".")[-1] == name or _attribute(call) == name]


def _attribute(call):
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


@pytest.mark.parametrize("path", UI_MODULES, ids=named)
def test_a_slot_is_a_bound_method_and_no_lambda(path):
    slots = [slot for call in _calls(path, "connect") for slot in call.args]
    lambdas = [slot.lineno for slot in slots if isinstance(slot, ast.Lambda)]
    assert not lambdas


@pytest.mark.parametrize("path", UI_MODULES, ids=named)
def test_a_signal_carries_nothing_or_one_value(path):
    assert not [call.lineno for call in _calls(path, "Signal") if len(call.args) > 1]


@pytest.mark.parametrize("path", [path for path in UI_MODULES if "presenters" in path.parts], ids=named)
def test_a_presenter_knows_no_qt(path):
    imports = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = [getattr(node, "module", None) or node.names[0].name for node in imports]
    assert not [name for name in names if name.startswith("PySide6")]
