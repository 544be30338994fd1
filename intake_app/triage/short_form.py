"""Why, what is open and what speaks against, in at most 140 characters, for the screen and the summary.

The reasons are the rules' own texts, taken whole: a short form is cut between rules, never inside one. Nothing that
was or may only be said alone comes into it, nor anything that rests on a silent flag.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from intake_app.core.ids import QuestionId
from intake_app.triage.flags import FLAG_COLUMN
from intake_app.triage.model import FlagEffect, FlagState, KindState
from intake_app.triage.outcome import neighbours

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from intake_app.core.ids import FlagId, KindId
    from intake_app.core.text import Language, Text
    from intake_app.questionnaire.answers import Value
    from intake_app.questionnaire.model import Question, Questionnaire
    from intake_app.triage.model import RuleSet
    from intake_app.triage.outcome import Contribution, FlagOutcome, KindOutcome, Reason, Score
    from intake_app.triage.what_if import WhatIf

LONGEST = 140
"""Characters in a short form, as in the cards of other decision support."""


class Words(Protocol):
    """Where the connecting words come from: the text of a key, its values filled in."""

    def __call__(self, key: str, **values: str) -> str:
        """Return the text of `key`."""


class ShortForm:
    """Makes short forms in one language. Holds no answers."""

    def __init__(self, questionnaire: Questionnaire, rules: RuleSet, words: Words, language: Language) -> None:
        """Work out what may not be named; `words` must give texts in `language`."""
        self._questionnaire, self._rules = questionnaire, rules
        self._words, self._language = words, language
        self._silent_rules = frozenset(
            clause.id for flag in rules.flags for clause in flag.clauses if clause.effect is FlagEffect.SILENT
        )
        silent_flags = [
            flag.id for flag in rules.flags if any(clause.id in self._silent_rules for clause in flag.clauses)
        ]
        asked_alone = [str(question.id) for question in questionnaire.questions.values() if self._is_silent(question)]
        self._silent_columns = frozenset([*asked_alone, *(FLAG_COLUMN + flag for flag in silent_flags)])

    def kind(self, outcome: KindOutcome) -> str:
        """Say why a kind of help is suggested, possible or not for now."""
        match outcome.state:
            case KindState.SUGGESTED:
                return self._fitted("", self._told(outcome.reasons), [""]) or self._words("explain.kind_suggested")
            case KindState.POSSIBLE:
                head = "" if outcome.reasons else self._words("explain.kind_possible")
                waits = self._open(column for reason in outcome.open_reasons for column in reason.columns)
                return self._fitted(head, self._told(outcome.reasons), waits)
            case KindState.BLOCKED:
                return self._blocked(outcome)

    def score(self, score: Score) -> str:
        """Say how much help is needed on one side, what weighs most, what helps, and what is open."""
        side = self._words(f"explain.side_{score.target.value}")
        heaviest = sorted(score.contributions, key=lambda each: -abs(each.amount))
        texts = self._told([each for each in heaviest if each.amount > 0])
        helps = self._told([each for each in heaviest if each.amount < 0])
        texts += [self._words("explain.helps", text=text) for text in helps]
        waits = self._open(column for rule in score.open_rules for column in rule.open_columns)
        return self._fitted(self._words("explain.need", side=side, need=self._need(score)), texts, waits)

    def flag(self, flag: FlagOutcome) -> str:
        """Say what is known of a flag; of a silent one only the neutral sentence when it is raised, else nothing."""
        if flag.is_silent:
            return self._rules.flag(flag.flag).say.of(self._language) if flag.state is FlagState.RAISED else ""
        match flag.state:
            case FlagState.RAISED | FlagState.POSSIBLE:
                texts = [clause.text for clause in flag.clauses if clause.id not in self._silent_rules]
                return self._fitted("", self._distinct(texts), [""])
            case FlagState.CLEARED:
                return self._words("explain.flag_withdrawn" if flag.withdrawn else "explain.flag_cleared")
            case FlagState.NOT_ASKED:
                return self._words("explain.flag_withdrawn" if flag.withdrawn else "explain.flag_not_asked")

    def other_answer(self, found: WhatIf, names: Mapping[KindId, Text]) -> str:
        """Say what one other answer would change; `names` are those of the kinds of help."""
        question = self._questionnaire.questions[found.question]
        topic = self._lowered(self._questionnaire.topics[question.topic].name)
        start = self._start(question, found, topic)
        changes = [
            self._words(
                "explain.starts" if each.after is KindState.SUGGESTED else "explain.stops",
                kind=names[each.kind].of(self._language),
            )
            for each in found.kinds
        ]
        changes += [
            self._words(
                "explain.becomes",
                side=self._words(f"explain.side_{each.target.value}").lower(),
                need=self._words(f"explain.need_{each.after.value}"),
            )
            for each in found.needs
        ]
        told = [self._changes("explain.changes", start, changes)]
        told += [self._changes("explain.changes_more", start, changes[:n]) for n in range(len(changes) - 1, 0, -1)]
        told.append(self._changes("explain.changes_some", start, []))
        another = self._words("explain.with_another", topic=topic)
        return next((text for text in told if len(text) <= LONGEST), self._changes("explain.changes_some", another, []))

    def _changes(self, key: str, start: str, changes: list[str]) -> str:
        return self._words(key, **{"with": start, "changes": "; ".join(changes)})

    def _start(self, question: Question, found: WhatIf, topic: str) -> str:
        before, after = set(_codes(found.before)), set(_codes(found.after))
        more, less = after - before, before - after
        key = "with_other" if more and less else "with_more" if more else "with_less"
        told = [option.label.of(self._language) for option in question.options if option.code in (more or less)]
        return self._words(f"explain.{key}", answer=", ".join(told), topic=topic)

    def _need(self, score: Score) -> str:
        between = neighbours(score.low, score.high)
        if between is None:
            return self._words(f"explain.need_{score.need.value}")
        low, high = (self._words(f"explain.need_{need.value}") for need in between)
        return self._words("explain.need_between", low=low, high=high)

    def _blocked(self, outcome: KindOutcome) -> str:
        if outcome.blocked_by:
            return self._first(outcome.blocked_by)
        if not outcome.against:
            return self._words("explain.kind_blocked")
        return self._fitted(self._words("explain.kind_against"), self._told(outcome.against), [""])

    def _first(self, flags: tuple[FlagId, ...]) -> str:
        rules = [self._rules.flag(flag) for flag in flags]
        if any(rule.neutral_paper or rule.effect is FlagEffect.SILENT for rule in rules):
            return self._words("explain.kind_first_neutral")
        texts = [self._words("explain.kind_first", title=rule.title.of(self._language)) for rule in rules]
        return next((text for text in texts if len(text) <= LONGEST), self._words("explain.kind_first_neutral"))

    def _told(self, reasons: Iterable[Reason | Contribution]) -> list[str]:
        return self._distinct(
            each.text
            for each in reasons
            if each.rule not in self._silent_rules and not self._silent_columns.intersection(each.columns)
        )

    def _distinct(self, texts: Iterable[Text]) -> list[str]:
        return list(dict.fromkeys(text.of(self._language) for text in texts))

    def _open(self, columns: Iterable[str]) -> list[str]:
        """Return sentences about what is open, the fullest first; topics by name, never one that is asked alone."""
        found = dict.fromkeys(columns)
        if not found:
            return [""]
        names = list(dict.fromkeys(name for column in found if (name := self._name(column))))
        full = [self._words("explain.open", topics="; ".join(names))] if names else []
        fewer = [
            self._words("explain.open_more", topics="; ".join(names[:count])) for count in range(len(names) - 1, 0, -1)
        ]
        return [*full, *fewer, self._words("explain.open_some")]

    def _name(self, column: str) -> str:
        if column == "age":
            return self._words("explain.age")
        question = self._questionnaire.questions.get(QuestionId(column))
        if question is None or question.safety or self._is_silent(question):
            return ""
        return self._lowered(self._questionnaire.topics[question.topic].name)

    def _lowered(self, name: Text) -> str:
        text = name.of(self._language)
        return text[:1].lower() + text[1:]

    def _is_silent(self, question: Question) -> bool:
        return question.alone or self._questionnaire.topics[question.topic].silent

    def _fitted(self, head: str, texts: list[str], tails: list[str]) -> str:
        """Join the head, as many texts as fit, how many more there are, and the fullest tail that leaves room."""
        least = min(1, len(texts))
        tail = next((tail for tail in tails if self._fits(head, texts, least, tail)), "")
        count = next((n for n in range(len(texts), -1, -1) if self._fits(head, texts, n, tail)), 0)
        return self._joined(head, texts, count, tail)

    def _fits(self, head: str, texts: list[str], count: int, tail: str) -> bool:
        return len(self._joined(head, texts, count, tail)) <= LONGEST

    def _joined(self, head: str, texts: list[str], count: int, tail: str) -> str:
        parts = [head, *texts[:count], self._rest(len(texts) - count, is_all=count == 0), tail]
        return " ".join(part for part in parts if part)

    def _rest(self, count: int, *, is_all: bool) -> str:
        if count == 0:
            return ""
        if count == 1:
            return self._words("explain.one_reason" if is_all else "explain.one_more")
        return self._words("explain.reasons" if is_all else "explain.more", count=str(count))


def _codes(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)
