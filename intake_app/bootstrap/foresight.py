"""Looking ahead with the content that a talk is held with, and the synthetic people of the newest population."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.core.problems import ProblemsError
from intake_app.triage.foresight.look import Foresight

if TYPE_CHECKING:
    from intake_app.conversation.knowledge import Knowledge
    from intake_app.core.problems import Problem
    from intake_app.triage.crowd.marginals import Marginals
    from intake_app.triage.foresight.look import Outlook
    from intake_app.triage.what_if import Said


class Foresights:
    """Keeps the synthetic people of the content that was looked ahead with last: drawing them takes a second."""

    def __init__(self, population: dict[str, str]) -> None:
        """Keep the files of the population; nothing is read yet."""
        self._population = population
        self._kept: tuple[Knowledge, Foresight] | None = None

    def look(self, knowledge: Knowledge, said: Said) -> Outlook:
        """Look ahead of what a talk holds; raises `ProblemsError` where the population does not fit its content."""
        return self._foresight(knowledge).look(said)

    def _foresight(self, knowledge: Knowledge) -> Foresight:
        if self._kept is None or self._kept[0] is not knowledge:
            groups = {kind.id: kind.group.value for kind in knowledge.supply.kinds}
            rules, questionnaire = knowledge.engine.rules, knowledge.questionnaire
            made = Foresight(questionnaire, rules, groups, lambda: self._marginals(knowledge))
            self._kept = (knowledge, made)
        return self._kept[1]

    def _marginals(self, knowledge: Knowledge) -> Marginals:
        from intake_app.content.load_population import load_population  # noqa: PLC0415  kept off the start-up path

        problems: list[Problem] = []
        found = load_population(self._population, knowledge.questionnaire, problems)
        if problems:
            raise ProblemsError(tuple(problems))
        return found
