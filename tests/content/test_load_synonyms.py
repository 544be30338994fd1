"""The words by which people look for help: what may be wrong with them, and content that had none."""

from __future__ import annotations

import pytest

from intake_app.content.load_synonyms import FORMAT, SYNONYMS, load_synonyms
from intake_app.core.ids import KindId
from intake_app.directory.finding.words import Synonyms
from tests.shipped import content

KINDS = (KindId("maatje"),)


@pytest.mark.parametrize(
    "text, code",
    [
        ("kinds: [{kind: maatsje, nl: [vriend]}]", "kind_unknown"),
        ("kinds: [{kind: maatje, nl: vriend}]", "not_a_list"),
        ("kinds: [{kind: maatje, de: [Freund]}]", "key_unknown"),
        ("silent: [de, het]", "not_a_mapping"),
        ("extra: x", "key_unknown"),
    ],
)
def test_a_fault_is_named_with_its_line(text, code):
    problems = []
    load_synonyms({SYNONYMS: f"format: {FORMAT}\n{text}\n"}, KINDS, problems)
    assert (code, f"{SYNONYMS}:2") in {(each.code, each.where) for each in problems}


def test_content_of_the_past_has_no_synonyms():
    problems = []
    assert (load_synonyms({}, KINDS, problems), problems) == (Synonyms(), [])


def test_every_kind_of_help_has_words_of_its_own():
    assert set(content().synonyms.said) == {kind.id for kind in content().options}
