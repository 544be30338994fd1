"""The safety net in words for the person: what was agreed, and whom to call."""

from __future__ import annotations

import re
from collections.abc import Iterable

from intake_app.core.ids import FlagId
from intake_app.export.templating import phone
from intake_app.export.views import QUOTE_LENGTH, Inputs, Speech, different, sentence, short

SUICIDE_FLAGS = frozenset({"suicide_acute", "suicide_thoughts"})
_NUMBER = re.compile(r"\d(?:[\d\s()–-]*\d)?")
_FEWEST_DIGITS = 3  # 112


def safety_net(inputs: Inputs, says: Speech) -> tuple[str, ...]:
    """Return what to do when it gets worse: what was agreed, then whom to call."""
    plan = inputs.conversation.plan
    own = different(
        sentence(short(line, QUOTE_LENGTH))
        for text in (plan.when_worse, plan.when_it_fails)
        for line in text[: QUOTE_LENGTH * 4].splitlines()
    )
    raised = tuple(flag.flag for flag in inputs.picture.assessment.raised())
    lines = (*call_lines(inputs, says), *says.twice("person_paper.net_danger"), *talk_line(raised, says))
    return (*map(says.marked, own), *unsaid(lines, " ".join(own), says))


def call_lines(inputs: Inputs, says: Speech) -> tuple[str, ...]:
    """Return whom to call by day, and in the evening, night or weekend."""
    return (
        *_call_line("person_paper.net_call", inputs.setting("gp_phone"), says),
        *_call_line("person_paper.net_evening", inputs.setting("out_of_hours_phone"), says),
    )


def _call_line(key: str, number: str, says: Speech) -> tuple[str, ...]:
    return says.twice(f"{key}_number", number=phone(says.language, number)) if number else says.twice(key)


def talk_line(flags: Iterable[FlagId], says: Speech) -> tuple[str, ...]:
    """Return the line with the number to talk at any hour, where one of these flags asks for it."""
    return says.twice("person_paper.net_talk") if SUICIDE_FLAGS & set(flags) else ()


def unsaid(lines: Iterable[str], said: str, says: Speech) -> tuple[str, ...]:
    """Return the lines that do not repeat the words or the numbers that stand in `said` already.

    A paper in a language of the person keeps them all: what stands there already, stands there in Dutch.
    """
    return tuple(line for line in lines if says.spoken is not None or not _repeats(line, said))


def _repeats(line: str, said: str) -> bool:
    if line.casefold().rstrip(".") in said.casefold():
        return True
    numbers = _numbers(line)
    return bool(numbers) and numbers <= _numbers(said)


def _numbers(text: str) -> frozenset[str]:
    found = (re.sub(r"\D", "", each) for each in _NUMBER.findall(text))
    return frozenset(each for each in found if len(each) >= _FEWEST_DIGITS)
