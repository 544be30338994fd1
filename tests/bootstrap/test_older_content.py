"""A talk reopens with the content that it was held with, also when later versions ask more of content."""

from __future__ import annotations

import re

import pytest

from intake_app.bootstrap.knowledge import Shelf, knowledge_of
from intake_app.content.load import load
from intake_app.content.locate import resources_dir
from intake_app.content.source import Source, read_source
from intake_app.core.problems import ProblemsError
from tests.shipped import content, knowledge

SHIPPED = read_source(resources_dir())
NEWER_KEYS = re.compile(r"^ *strength: .*\n|^owner: .*\n", re.MULTILINE)


def as_of_the_first_version():
    files = {
        name: NEWER_KEYS.sub("", text) if name.startswith("rules/") else text for name, text in SHIPPED.files.items()
    }
    return Source(files={name: text for name, text in files.items() if not name.startswith("certificate/")})


class Kept:
    """What a store keeps: content by its fingerprint."""

    def __init__(self, source):
        self._parts = {
            source.fingerprint(part): Source(files=source.part(part)).packed() for part in ("rules", "options")
        }

    def content_set(self, fingerprint):
        return self._parts[fingerprint]


def test_rules_without_the_newer_keys_are_refused_when_new_and_read_when_a_talk_was_held_with_them():
    older = as_of_the_first_version()
    with pytest.raises(ProblemsError):
        load(older)
    assert len(load(older, was_checked=True).rules.kinds) == len(content().rules.kinds)


def test_a_talk_from_before_there_were_certificates_reopens_and_its_rules_count_as_not_proved():
    older, shelf = as_of_the_first_version(), Shelf(knowledge_of(content()), SHIPPED)
    pins = {**shelf.pins(), "rules": older.fingerprint("rules")}
    del pins["certificate"]
    again = shelf.for_pins(pins, Kept(older))
    assert not again.is_certified
    assert again.fingerprints["rules"] != knowledge().fingerprints["rules"]
