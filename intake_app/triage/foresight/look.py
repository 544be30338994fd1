"""Looking ahead in one talk: which open question would change the advice most, and how firm the advice stands.

Plausible completions come from the synthetic population, closest to what this person said. They are made up: every
figure here orders questions or gives an impression, and proves nothing (docs/decisions/0006). A look takes tens of
milliseconds and the first one also loads numpy, so it stays away from the drawing thread. One talk looks at a time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from intake_app.core.ids import KindId, QuestionId
    from intake_app.questionnaire.model import Questionnaire
    from intake_app.triage.crowd.marginals import Marginals
    from intake_app.triage.foresight.pool import Pool
    from intake_app.triage.model import RuleSet
    from intake_app.triage.what_if import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What lies ahead of one talk.

    `gains`: per question that can be asked now, safety questions left out, how much of the advice it is expected to
    put right, in bits: one for each flag, urgency, band of a need or group of help that is right with the answer and
    wrong without it; all kinds of help together count for one more. `turns`: the kinds of help that a question can
    still make or stop being suggested, the most likely first. `robustness`: the share (0 to 1) of the completions in
    which the advice stays as it stands now; there a flag that says nothing counts as one, asked or not.
    """

    gains: Mapping[QuestionId, float]
    turns: Mapping[QuestionId, tuple[KindId, ...]]
    robustness: float
    completions: int


class Foresight:
    """Looks ahead with one content. The synthetic people are drawn at the first look, always the same ones."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        rules: RuleSet,
        groups: Mapping[KindId, str],
        marginals: Callable[[], Marginals],
    ) -> None:
        """Prepare nothing yet; `groups` names the group of every kind of help, in the order to show the kinds."""
        self._questionnaire, self._rules, self._groups, self._marginals = questionnaire, rules, groups, marginals
        self._pool: Pool | None = None

    def look(self, said: Said) -> Outlook:
        """Look ahead from what was said so far."""
        if self._pool is None:
            from intake_app.triage.foresight.pool import Pool  # noqa: PLC0415  numpy loads at the first look ahead

            self._pool = Pool(self._questionnaire, self._rules, self._groups, self._marginals())
        return self._pool.look(said)
