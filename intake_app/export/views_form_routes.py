"""Which questions stand on the form, and when each is asked, in words: a hand must follow the routing without a PC."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from intake_app.core.ids import QuestionId
from intake_app.export.views import Speech, different
from intake_app.questionnaire.conditions import CodeTest, Condition, RangeTest, Test, Truth
from intake_app.questionnaire.for_person import is_for_person, may_name_topic
from intake_app.questionnaire.model import Mode, Option, Question, Questionnaire, Topic
from intake_app.questionnaire.routing import CHOSEN_TOPICS, WISHES, exploratory_order, overview_question

_MODE = "mode"
_GENDER, _AGE = "gender", "age"
_GENDERS = ("woman", "man", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Which form: the questionnaire, for a short or a whole talk, for the person or for who leads the talk."""

    questionnaire: Questionnaire
    mode: Mode
    for_person: bool

    def options(self, question: Question) -> tuple[Option, ...]:
        """Return the answers that stand on the form; the person's names no topic that is about safety altogether."""
        topics = self.questionnaire.topics
        return tuple(
            each
            for each in question.options
            if not self.for_person or each.code not in topics or may_name_topic(topics[each.code])  # type: ignore[index]
        )

    def gates(self, question: Question) -> tuple[Condition, ...] | None:
        """Return when a question is asked, as far as paper can tell; none is always, None is never on this form."""
        if not question.asked_when:
            return ()
        found = [gate for each in question.asked_when if (gate := self._gate(each)) is not None]
        if any(not gate.tests for gate in found):
            return ()
        asked = [set(gate.tests) for gate in found]
        # What another gate asks less for needs no words of its own.
        return tuple(gate for gate in found if not any(each < set(gate.tests) for each in asked)) or None

    def _gate(self, gate: Condition) -> Condition | None:
        """Return a gate without what is settled already; None where it cannot open on this form."""
        left: list[tuple[str, Test]] = []
        for column, test in gate.tests:
            if column == _MODE:
                if test.truth(self.mode.value) is not Truth.TRUE:
                    return None
                continue
            narrowed = self._test(column, test)
            if narrowed is None:
                return None
            left.append((column, narrowed))
        return Condition(tests=tuple(left))

    def _test(self, column: str, test: Test) -> Test | None:
        question = self.questionnaire.questions.get(QuestionId(column))
        if question is None:
            return test
        if not self.is_asked(question):
            return None
        if not isinstance(test, CodeTest):
            return test
        codes = test.codes & {each.code for each in self.options(question)}
        return replace(test, codes=codes) if codes else None

    def is_asked(self, question: Question) -> bool:
        """Tell whether a question may stand on the form, and can be reached on it."""
        is_open = not self.for_person or is_for_person(question, self.questionnaire)
        return is_open and self.gates(question) is not None


def numbered(questions: Iterator[Question] | tuple[Question, ...]) -> Mapping[str, str]:
    """Return the number of every question, by id."""
    return {str(each.id): str(number) for number, each in enumerate(questions, start=1)}


def exploratory(form: Form) -> tuple[Question, ...]:
    """Return the questions of a whole talk, topic by topic; what only the safety questions open stands after them."""
    bank = form.questionnaire
    asked = [bank.questions[id_] for id_ in dict.fromkeys(exploratory_order(bank))]
    asked = [each for each in asked if form.is_asked(each)]
    block = set(bank.safety_block)
    last = bank.parts[0].topics[-1].id
    main = [each for each in asked if each.id not in block and each.topic != last and not _opened_by(each, block)]
    late = [each for each in asked if each.id not in block and each.topic != last and _opened_by(each, block)]
    areas, topics = (list(dict.fromkeys(each)) for each in ([q.area for q in main], [q.topic for q in main]))
    main.sort(key=lambda each: (areas.index(each.area), topics.index(each.topic)))
    return (*main, *(q for q in asked if q.id in block), *late, *(q for q in asked if q.topic == last))


def _opened_by(question: Question, block: set[QuestionId]) -> bool:
    gates = question.asked_when
    return bool(gates) and all(block & set(gate.columns) for gate in gates)


def quick(form: Form) -> tuple[tuple[Question, ...], tuple[Question, ...]]:
    """Return the questions of a short talk before and after the topics that the person chose."""
    order = form.questionnaire.quick_order
    middle = order.index(CHOSEN_TOPICS) if CHOSEN_TOPICS in order else len(order)
    before, after = order[:middle], order[middle + 1 :]
    return _asked(form, before), _asked(form, after)


def _asked(form: Form, ids: tuple[str, ...]) -> tuple[Question, ...]:
    """Return what stands on the form, each question after those that open it: paper is filled in from the top."""
    found = (form.questionnaire.questions[QuestionId(id_)] for id_ in dict.fromkeys(ids))
    left = [each for each in found if form.is_asked(each)]
    placed: list[Question] = []
    while left:
        waiting = {str(each.id) for each in left}
        ready = (each for each in left if not (waiting - {str(each.id)}) & _opening(form, each))
        following = next(ready, left[0])
        left.remove(following)
        placed.append(following)
    return tuple(placed)


def _opening(form: Form, question: Question) -> set[str]:
    return {str(column) for gate in form.gates(question) or () for column in gate.columns}


@dataclass(frozen=True, slots=True, kw_only=True)
class Routes:
    """Says when something is asked; `numbers` are those of the questions on the form."""

    form: Form
    numbers: Mapping[str, str]
    says: Speech

    def _say(self, key: str, **values: str) -> str:
        return self.says.say(f"form.{key}_own" if self.form.for_person else f"form.{key}", **values)

    def of_question(self, question: Question) -> str:
        """Return when a question is asked; empty when always."""
        gates = self.form.gates(question) or ()
        # On a short form the questions of the chosen topics have no number: a gate on them cannot be pointed at.
        known = [gate for gate in gates if not any(self._is_elsewhere(column) for column in gate.columns)]
        return self._only(different(self._and(gate) for gate in known) or ((self._say("fits"),) if gates else ()))

    def _is_elsewhere(self, column: str) -> bool:
        return QuestionId(column) in self.form.questionnaire.questions and column not in self.numbers

    def of_topic(self, topic: Topic) -> str:
        """Return when the questions of a topic are asked; empty when always."""
        if topic.always:
            return ""
        overview = overview_question(topic.area.value)
        test = CodeTest(codes=frozenset({topic.id}))
        named = self._picked(overview, test) if overview in self.numbers else ""
        return self._only(different((named, self._say("wished"))))

    def _only(self, found: tuple[str, ...]) -> str:
        if not found:
            return ""
        if len(found) == 1:
            return self.says.say("form.only", first=found[0])
        *first, last = found
        return self.says.say("form.only_or", first=", ".join(first), last=last)

    def _and(self, gate: Condition) -> str:
        *first, last = [self._test(column, test) for column, test in gate.tests]
        return self.says.say("form.and", first=", ".join(first), last=last) if first else last

    def _test(self, column: str, test: Test) -> str:
        if column == WISHES:
            return self._say("wished")
        if column in self.numbers:
            return self._picked(column, test)
        if column == _AGE and isinstance(test, RangeTest):
            return self._say("age", low=f"{test.low:g}", high=f"{test.high:g}")
        if column == _GENDER and isinstance(test, CodeTest):
            words = self._either(self.says.say(f"form.{each}") for each in _GENDERS if each in test.codes)
            return self._say("gender", words=words)
        return self._say("fits")

    def _picked(self, column: str, test: Test) -> str:
        number = self.numbers[column]
        if isinstance(test, RangeTest):
            return self._say("between", number=number, low=f"{test.low:g}", high=f"{test.high:g}")
        if not isinstance(test, CodeTest):
            return self._say("answered" if test.answered else "open", number=number)
        question = self.form.questionnaire.questions[QuestionId(column)]
        labels = [self.says.of(each.label) for each in question.options if each.code in test.codes]
        words = self._either(self.says.quote(each) for each in labels)
        return self._say("not_picked" if test.negated else "picked", number=number, words=words)

    def _either(self, words: Iterator[str]) -> str:
        *first, last = different(words)
        return self.says.say("form.or", first=", ".join(first), last=last) if first else last
