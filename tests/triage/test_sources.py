"""Where a rule comes from, in words that somebody who never saw our files can read."""

from __future__ import annotations

import re
from functools import partial

import pytest

from intake_app.triage.sources import origin_words, source_words
from tests.export.talks import content

PRACTICE, OVERVIEW = "onze praktijkbeschrijving", "ons overzicht van zorg en hulp"
"""What the two documents that rules rest on are called on a screen."""


def _dutch(key):
    return content().wording.text(key, "nl")


def _origins():
    rules = content().rules
    yield from (each.origin for each in (*rules.flags, *rules.urgency, *rules.kinds))
    yield from (rule.origin for table in rules.tables for rule in table.rules)


@pytest.mark.parametrize(
    "source, told",
    [
        ("practice.md §3", f"{PRACTICE}, §3"),
        ("practice.md §3 suicide_acute, Raised", f"{PRACTICE}, §3"),
        ("practice.md §3, §4 P10; domain.md §5a", f"{PRACTICE}, §3, §4; {OVERVIEW}, §5a"),
        ("domain.md §6.2 F69", f"{OVERVIEW}, §6.2"),
        ("eigen oordeel: de punten zijn van ons", "eigen oordeel: de punten zijn van ons"),
        ("eigen oordeel: practice.md §3 self_neglect vraagt het [P17]", f"eigen oordeel: {PRACTICE} (§3) vraagt het"),
        ("een oude lijst", "een oude lijst"),
    ],
)
def test_a_source_is_told_by_the_name_of_its_document(source, told):
    assert source_words(source, _dutch) == told


@pytest.mark.parametrize("language, begins", [("nl", "eigen oordeel: "), ("en", "our own judgement: ")])
def test_no_rule_tells_the_name_of_a_file_or_a_mark_of_our_own(language, begins):
    told = {origin_words(each, partial(content().wording.text, language=language)) for each in _origins()}
    assert not [each for each in told if re.search(r"\.md|\[[PF]\d|[a-z]_[a-z]", each)]
    assert any(each.startswith(begins) for each in told)


def test_what_nobody_confirmed_yet_is_told():
    origin = next(_origins())
    assert origin_words(origin, _dutch).endswith(" (nog te bevestigen)")
