"""Modules and classes stay small enough to be read at once; functions are ruff's job."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.tree import MODULES, named, parsed

LONGEST_MODULE = 350
LONGEST_CLASS = 200


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_has_at_most_350_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_class_has_at_most_200_lines(path):
    classes = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.ClassDef)]
    too_long = [node.name for node in classes if (node.end_lineno or 0) - node.lineno >= LONGEST_CLASS]
    assert not too_long


@pytest.mark.parametrize("path", [path for path in MODULES if path.name == "__init__.py"], ids=named)
def test_an_init_module_holds_one_docstring_only(path):
    tree = parsed(path)
    assert ast.get_docstring(tree)
    assert len(tree.body) == 1
