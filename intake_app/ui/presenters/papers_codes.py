"""Codes that go along with the text for the journal: those that fit are shown with why, and none is ticked at first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.core.problems import ProblemsError

if TYPE_CHECKING:
    from intake_app.conversation.desk import CodeRow, Desk
    from intake_app.conversation.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeView:
    """One code on screen: its letters and figures with our own words, and what was said that makes it fit.

    Who looks at a code that is not confirmed yet reads that behind the why, as with a flag (decision 8).
    """

    id: str
    words: str
    why: str
    is_ticked: bool


class JournalCodes:
    """Keeps what is ticked as long as one is at the papers; it is kept nowhere else."""

    def __init__(self, desk: Desk, session: Session) -> None:
        self._desk, self._session = desk, session
        self._ticked: frozenset[str] = frozenset()
        self.problem = ""
        self._fitting = self._read()

    def _read(self) -> tuple[CodeRow, ...]:
        try:
            return self._desk.journal_codes(self._session)
        except ProblemsError as error:
            self.problem = " ".join(map(self._desk.problem_text, error.problems))
            return ()

    def rows(self) -> tuple[CodeView, ...]:
        """Return the codes that fit, in the order of the list."""
        return tuple(
            CodeView(
                id=each.id,
                words=f"{each.id} · {each.name}",
                why=self._why(each),
                is_ticked=each.id in self._ticked,
            )
            for each in self._fitting
        )

    def _why(self, code: CodeRow) -> str:
        return code.why if code.is_confirmed else f"{code.why}. {self._desk.text('flags.to_confirm')}"

    def tick(self, code: str, *, on: bool) -> None:
        """Let a code go along, or not."""
        self._ticked = self._ticked | {code} if on else self._ticked - {code}

    def text(self) -> str:
        """Return the text for the journal with what is ticked now."""
        return self._desk.journal_text(self._session, self._ticked)
