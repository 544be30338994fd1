"""Two ways to work the program: by keyboard alone, and with the mouse. Journeys say what is done, hands know how."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.journeys.real_window import Window

MOST_QUESTIONS = 60
CHOICES = frozenset({"CheckBox", "RadioButton"})
SKIP = 0
"""An answer that passes the question over."""
Answer = int | tuple[int, ...] | str


@dataclass
class Asked:
    """The question on screen and its choices, each with its role; no choices where one types."""

    text: str
    choices: list[tuple[str, str]] = field(default_factory=list)


def asked(window: Window) -> Asked:
    """Return what the talk asks now."""
    seen = window.seen()
    for at, part in enumerate(seen[:-2]):
        if part["role"] == "Client" and part["name"] == seen[at + 2]["name"]:
            end = next(i for i, each in enumerate(seen) if each["name"] == "Wil niet zeggen")
            return Asked(
                part["name"], [(each["name"], each["role"]) for each in seen[at:end] if each["role"] in CHOICES]
            )
    return Asked("")


class Hands:
    """Answers questions until there are none. Counts the questions it met."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.met: list[str] = []

    def answer(self, answers: Mapping[str, Answer], until: str = "") -> None:
        """Answer each question as the table says, else with its first choice; stops where asked to, or at the end."""
        for _ in range(MOST_QUESTIONS):
            now = asked(self.window)
            if until and now.text.startswith(until):
                return
            self.met.append(now.text)
            self._give(now, next((each for words, each in answers.items() if now.text.startswith(words)), 1))
            if not self._moved_on(now):
                self.go_on()
            if not self._moved_on(now):
                return
        message = f"no end to it: {self.met}"
        raise AssertionError(message)

    def _moved_on(self, before: Asked) -> bool:
        return asked(self.window).text != before.text

    def _give(self, now: Asked, given: Answer) -> None:
        if isinstance(given, str):
            self.write(given)
        else:
            for each in (given,) if isinstance(given, int) else given:
                if each:
                    self.choose(now, each)

    def write(self, words: str) -> None:
        """Type into the field where the caret is."""
        self.window.type(words)

    def choose(self, now: Asked, number: int) -> None:
        """Choose by its number, from 1."""
        raise NotImplementedError

    def go_on(self) -> None:
        """Go to the next question."""
        raise NotImplementedError


class Keyboard(Hands):
    """By keys alone."""

    def choose(self, now: Asked, number: int) -> None:  # noqa: ARG002  the key is the number
        """Press the digit."""
        self.window.press(str(number))

    def write(self, words: str) -> None:
        """Type, and leave the field: that goes on."""
        self.window.type(words)
        self.window.press("ctrl+Return")

    def go_on(self) -> None:
        """Press Enter."""
        self.window.press("Return")


class Mouse(Hands):
    """With the mouse alone, but for typing words."""

    def choose(self, now: Asked, number: int) -> None:
        """Click the choice."""
        self.window.click(*now.choices[number - 1])

    def go_on(self) -> None:
        """Click the button."""
        self.window.click("Volgende vraag", "Button")
