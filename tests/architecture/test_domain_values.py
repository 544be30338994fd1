"""Domain values cannot be changed, carry nothing extra, and are built by keyword."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.tree import DOMAIN_MODULES, dotted, named, parsed

WANTED = {"frozen", "slots", "kw_only"}


def _missing_settings(decorator):
    if dotted(decorator).endswith("dataclass"):
        return WANTED
    if not (isinstance(decorator, ast.Call) and dotted(decorator.func).endswith("dataclass")):
        return set()
    constants = [word for word in decorator.keywords if isinstance(word.value, ast.Constant)]
    return WANTED - {word.arg for word in constants if word.value.value is True}


@pytest.mark.parametrize("path", DOMAIN_MODULES, ids=named)
def test_a_domain_dataclass_is_frozen_slotted_and_built_by_keyword(path):
    classes = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.ClassDef)]
    lacking = {node.name: _missing_settings(each) for node in classes for each in node.decorator_list}
    assert not {name: missing for name, missing in lacking.items() if missing}
