"""Which ways there are to go through for one part, where its columns stand alike in both versions."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from intake_app.assurance.difference.ways import Item, Stand, ways_of_items
from intake_app.core.ids import QuestionId
from intake_app.questionnaire.model import QuestionKind
from intake_app.questionnaire.routing import overview_question
from intake_app.triage.model import FlagEffect, KindEffect

if TYPE_CHECKING:
    from collections.abc import Iterable

    from intake_app.assurance.difference.pair import Pair
    from intake_app.assurance.difference.ways import Ways
    from intake_app.assurance.proof.answer_set import AnswerSet, Flag
    from intake_app.assurance.subject import Subject
    from intake_app.core.ids import FlagId, KindId
    from intake_app.questionnaire.model import Question, Questionnaire
    from intake_app.triage.model import FlagRule

TOPIC_FACTS = ("wish_topics", "strength_topics")


class Local:
    """Finds the ways of a part; None where they would not tell, or are too many."""

    def __init__(self, pair: Pair) -> None:
        """Keep the pair."""
        self._pair, self._now = pair, pair.model.now

    def stand(self, name: str, answers: AnswerSet) -> Stand:
        """Return how a column of one version can stand."""
        column = answers.columns.get(name)
        if column is None:
            return Stand()
        return Stand(column=column, free=_free(name, answers), may_be_empty=name in TOPIC_FACTS)

    def stands(self, before: AnswerSet, columns: Iterable[str]) -> dict[str, Stand] | None:
        """Return how columns can stand; None where one of them stands differently in the two versions."""
        found: dict[str, Stand] = {}
        for name in columns:
            if self._now.columns.get(name) != before.columns.get(name):
                return None
            found[name] = self.stand(name, self._now)
        return found

    def of_rules(self, before: AnswerSet, old: list[Item], new: list[Item]) -> Ways | None:
        """Return the ways of rules of which only counts what holds, whatever their order."""
        columns = self.stands(before, {column for item in (*old, *new) for column in item.when.columns})
        return None if columns is None else ways_of_items(old, new, columns)

    def of_flag(self, before: AnswerSet, old: FlagRule, new: FlagRule) -> Ways | None:
        """Return the ways of the clauses of a flag, where no order among them counts."""
        if (old.effect, old.urgency, set(old.asked_by)) != (new.effect, new.urgency, set(new.asked_by)):
            return None
        spoken = {clause.effect for clause in (*old.clauses, *new.clauses)} - {FlagEffect.SILENT}
        if len(spoken) > 1 or self.stands(before, old.asked_by) is None:
            return None
        return self.of_rules(before, _clause_items(old), _clause_items(new))

    def of_gates(self, before: AnswerSet, old: Question, new: Question) -> Ways | None:
        """Return the ways of the gates of a question, where it is reached alike in all other respects."""
        old_asked, new_asked = self._pair.old.questionnaire, self._pair.new.questionnaire
        if (old.safety, bool(old.asked_when), old.topic) != (new.safety, bool(new.asked_when), new.topic):
            return None
        if old.id in self._pair.apart or not self._same_topic(before, old_asked, new_asked, old):
            return None
        items = [[Item(label="open", when=gate) for gate in each.asked_when] for each in (old, new)]
        return self.of_rules(before, *items)

    def _same_topic(self, before: AnswerSet, old: Questionnaire, new: Questionnaire, question: Question) -> bool:
        """Tell whether the topic of a question opens alike."""
        one, other = old.topics[question.topic], new.topics[question.topic]
        if (one.always, one.area) != (other.always, other.area):
            return False
        within = [{id_ for id_, q in each.questions.items() if q.topic == question.topic} for each in (old, new)]
        if within[0] != within[1] or within[0] & self._pair.apart:
            return False
        return one.always or self.stands(before, [overview_question(one.area.value), "wish_topics"]) is not None


def _free(name: str, answers: AnswerSet) -> frozenset[str] | None:
    """Return the codes of a column that may stand together; None where it holds one at most."""
    if name == "present" or name in TOPIC_FACTS:
        return frozenset(answers.columns[name].codes)
    question = answers.subject.questionnaire.questions.get(QuestionId(name))
    if question is None or question.kind is not QuestionKind.MULTI:
        return None
    return frozenset(option.code for option in question.options if not option.excludes)


def urgency_items(subject: Subject) -> list[Item]:
    """Return the rules about urgency."""
    return [Item(label=rule.level, when=rule.when) for rule in subject.rules.urgency]


def kind_items(subject: Subject) -> dict[KindId, list[Item]]:
    """Return the rules of every kind; only what suggests has weight."""
    found: dict[KindId, list[Item]] = defaultdict(list)
    for rule in subject.rules.kinds:
        weight = rule.weight if rule.effect is KindEffect.SUGGEST else 0
        found[rule.kind].append(Item(label=rule.effect, when=rule.when, weight=weight))
    return found


def flags_on(subject: Subject, kind: KindId) -> dict[FlagId, tuple[bool, bool]]:
    """Return of every flag whether it names a kind, and whether it leaves it free."""
    return {flag.id: (kind in flag.names, kind in flag.also_allows) for flag in subject.rules.flags}


def flags_differ(before: AnswerSet, now: AnswerSet) -> bool:
    """Tell whether some flag is not the same in both versions."""
    if before.flags.keys() != now.flags.keys():
        return True
    return any(outcome_of(flag) != outcome_of(now.flags[id_]) for id_, flag in before.flags.items())


def outcome_of(flag: Flag) -> tuple[object, ...]:
    """Return the literals of all that a flag comes out as."""
    return flag.states, flag.effects, flag.urgency


def behind_scores(subject: Subject) -> dict[str, frozenset[str]]:
    """Return per target the columns that its score looks at."""
    found: dict[str, set[str]] = defaultdict(set)
    for table in subject.rules.tables:
        for rule in table.rules:
            for target, points in rule.amounts:
                if points:
                    found[target.value].update(rule.when.columns)
    return {target: frozenset(columns) for target, columns in found.items()}


def asking(questionnaire: Questionnaire) -> tuple[object, ...]:
    """Return all that decides which questions are put, and when, apart from what applies."""
    marks = {
        id_: (question.alone, question.topic, bool(question.asked_when))
        for id_, question in questionnaire.questions.items()
    }
    always = {id_: topic.always for id_, topic in questionnaire.topics.items()}
    return marks, always, questionnaire.order, questionnaire.quick_order, questionnaire.safety_block


def _clause_items(rule: FlagRule) -> list[Item]:
    """Return the clauses of a flag."""
    return [Item(label=(each.state, each.effect, each.urgency), when=each.when) for each in rule.clauses]
