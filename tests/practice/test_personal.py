from __future__ import annotations

import pytest

from intake_app.practice.personal import looks_personal


@pytest.mark.parametrize(
    "text",
    ["111222333 belde niet terug", "geboren 12-03-1961", "van 1/7/2009", "2 mei 1978 was te jong"],
)
def test_a_number_or_day_of_a_person_is_seen(text):
    assert looks_personal(text)


@pytest.mark.parametrize(
    "text",
    ["", "Belt terug binnen twee dagen.", "Sinds 1-11-2026: 0101234567", "123456789 past niet", "000000000"],
)
def test_what_is_about_the_service_is_not(text):
    assert not looks_personal(text)
