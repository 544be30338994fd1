"""The questionnaire as plain data for JSON, for whoever writes files of answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from intake_app.questionnaire.conditions import CodeTest, RangeTest
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.routing import CHOSEN_TOPICS

if TYPE_CHECKING:
    from intake_app.core.text import Language
    from intake_app.questionnaire.conditions import Condition, Test
    from intake_app.questionnaire.model import Question, Questionnaire


def questions(questionnaire: Questionnaire, language: Language, mode: Mode | None = None) -> list[dict[str, Any]]:
    """Return every question in order, with texts in `language`; with `mode` only those that the mode can ask."""
    found = []
    for part in questionnaire.parts:
        for topic in part.topics:
            for question in topic.questions:
                modes = _modes(questionnaire, question)
                if mode is None or mode.value in modes:
                    found.append(_question(question, topic.name.of(language), modes, language))
    return found


def _modes(questionnaire: Questionnaire, question: Question) -> list[str]:
    """Every question can be asked in the exploratory mode; the quick mode has its order and the chosen topics."""
    in_order = question.id in questionnaire.quick_order
    chosen = CHOSEN_TOPICS in questionnaire.quick_order and not questionnaire.topics[question.topic].always
    gated = bool(question.asked_when) and not _only_exploratory(question)
    return [Mode.QUICK.value, Mode.EXPLORATORY.value] if in_order or chosen or gated else [Mode.EXPLORATORY.value]


def _only_exploratory(question: Question) -> bool:
    return all(_mode_test(condition) for condition in question.asked_when)


def _mode_test(condition: Condition) -> bool:
    return any(column == "mode" for column in condition.columns)


def _question(question: Question, topic: str, modes: list[str], language: Language) -> dict[str, Any]:
    return {
        "id": question.id,
        "area": question.area.value,
        "topic": question.topic,
        "topic_name": topic,
        "kind": question.kind.value,
        "options": [{"code": option.code, "label": option.label.of(language)} for option in question.options],
        "min": question.minimum,
        "max": question.maximum,
        "unit": question.unit.of(language) if question.unit is not None else "",
        "text": question.text.of(language),
        "help": question.help.of(language),
        "asked_when": [{column: _test(test) for column, test in condition.tests} for condition in question.asked_when],
        "worse": question.worse.value,
        "essential": question.essential,
        "safety": question.safety,
        "alone": question.alone,
        "modes": modes,
    }


def _test(test: Test) -> str:
    if isinstance(test, CodeTest):
        return ("!" if test.negated else "") + " | ".join(sorted(test.codes))
    if isinstance(test, RangeTest):
        return f"{test.low:g}..{test.high:g}"
    return "?" + " | ".join(sorted(each.value for each in test.states))
