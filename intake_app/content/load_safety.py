"""From `resources/rules/safety*.yaml` to the safety properties. Not loaded on start-up: only to check and prove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.assurance.safety_properties import (
    AlwaysAsked,
    AskedWhen,
    FlagKeeps,
    FlagMust,
    FlagNames,
    FlagNever,
    FlagOnly,
    KindsNever,
    Mark,
    MustAsk,
    MustBeNeutral,
    MustBeSilent,
    MustBlock,
    MustHaveAsked,
    MustMark,
    UrgencyMust,
)
from intake_app.content.parse_condition import Columns, read_condition
from intake_app.content.read_origin import owner_of, read_origin
from intake_app.core.ids import FlagId, KindId, QuestionId, RuleId, TopicId
from intake_app.core.tree import open_file
from intake_app.triage.model import FlagEffect, FlagState, Origin, Urgency

if TYPE_CHECKING:
    from collections.abc import Callable

    from intake_app.assurance.safety_properties import SafetyProperty
    from intake_app.core.problems import Problem
    from intake_app.core.text import Text
    from intake_app.core.tree import Reader
    from intake_app.questionnaire.conditions import Condition
    from intake_app.questionnaire.model import Questionnaire

FORMAT = "intake-safety/1"
START = "safety"
STATES = (FlagState.RAISED.value, FlagState.POSSIBLE.value)
URGENCIES = tuple(each.code for each in Urgency)


def load_safety(
    files: dict[str, str],
    questionnaire: Questionnaire,
    kinds: tuple[KindId, ...],
    flags: tuple[FlagId, ...],
    problems: list[Problem],
) -> tuple[SafetyProperty, ...]:
    """Build the properties from the files of the rules; every fault is added to `problems` with its line."""
    found: list[SafetyProperty] = []
    seen: set[str] = set()
    for name, text in files.items():
        if not name.rsplit("/", 1)[-1].startswith(START):
            continue
        file = open_file(text, name, FORMAT, problems)
        taker = _Taker(questionnaire, kinds, flags, owner_of(file))
        for section, build in taker.sections().items():
            for reader in file.each(section):
                if reader.text("id", "") in seen:
                    reader.fault("id_twice", "id", id=reader.text("id", ""))
                seen.add(reader.text("id", ""))
                found.append(build(reader))
                reader.done()
        file.text("version", "")
        file.done()
    return tuple(found)


class _Taker:
    """Builds properties for one file: knows what conditions and lists may name, and who answers for them."""

    def __init__(
        self, questionnaire: Questionnaire, kinds: tuple[KindId, ...], flags: tuple[FlagId, ...], owner: str
    ) -> None:
        """Keep what is known."""
        questions = {str(id_): question for id_, question in questionnaire.questions.items()}
        self._questions, self._topics = tuple(questions), tuple(str(id_) for id_ in questionnaire.topics)
        self._columns = Columns(questions, self._topics, flags)
        self._kinds, self._flags, self._owner = kinds, flags, owner

    def sections(self) -> dict[str, Callable[[Reader], SafetyProperty]]:
        """Return the lists of a file, each with the maker of its entries."""
        return {
            "flag_must": self._flag_must,
            "flag_never": self._flag_never,
            "flag_only": self._flag_only,
            "kinds_never": self._kinds_never,
            "flag_keeps": self._flag_keeps,
            "flag_names": self._flag_names,
            "urgency_must": self._urgency_must,
            "must_mark": self._must_mark,
            "must_block": self._must_block,
            "must_be_silent": self._must_be_silent,
            "must_be_neutral": self._must_be_neutral,
            "must_ask": self._must_ask,
            "must_have_asked": self._must_have_asked,
            "always_asked": self._always_asked,
            "asked_when": self._asked_when,
        }

    def _flag_must(self, reader: Reader) -> SafetyProperty:
        effect = reader.choice("effect", (*FlagEffect, ""), "")
        return FlagMust(
            id=_id(reader),
            flag=self._flag(reader),
            any_of=self._conditions(reader, "any_of"),
            state=FlagState(reader.choice("state", STATES)),
            urgency=Urgency[reader.choice("urgency", URGENCIES).upper()],
            effect=FlagEffect(effect) if effect else None,
            text=_text(reader),
            origin=self._origin(reader),
        )

    def _flag_never(self, reader: Reader) -> SafetyProperty:
        return FlagNever(
            id=_id(reader),
            flag=self._flag(reader),
            any_of=self._conditions(reader, "any_of"),
            state=FlagState(reader.choice("state", STATES)),
            text=_text(reader),
            origin=self._origin(reader),
        )

    def _flag_only(self, reader: Reader) -> SafetyProperty:
        return FlagOnly(
            id=_id(reader),
            flag=self._flag(reader),
            any_of=self._conditions(reader, "any_of"),
            state=FlagState(reader.choice("state", STATES)),
            text=_text(reader),
            origin=self._origin(reader),
        )

    def _kinds_never(self, reader: Reader) -> SafetyProperty:
        return KindsNever(
            id=_id(reader),
            kinds=self._kinds_in(reader, "kinds"),
            any_of=self._conditions(reader, "any_of"),
            unless=self._conditions(reader, "unless", optional=True),
            text=_text(reader),
            origin=self._origin(reader),
        )

    def _flag_keeps(self, reader: Reader) -> SafetyProperty:
        return FlagKeeps(
            id=_id(reader),
            flag=self._flag(reader),
            suggested=self._kinds_in(reader, "suggested"),
            text=_text(reader),
            origin=self._origin(reader),
        )

    def _flag_names(self, reader: Reader) -> SafetyProperty:
        return FlagNames(
            id=_id(reader),
            flag=self._flag(reader),
            one_of=self._kinds_in(reader, "one_of", optional=reader.has("all_of")),
            all_of=self._kinds_in(reader, "all_of", optional=True),
            unless=self._conditions(reader, "unless", optional=True),
            text=_text(reader),
            origin=self._origin(reader),
        )

    def _urgency_must(self, reader: Reader) -> SafetyProperty:
        return UrgencyMust(
            id=_id(reader),
            any_of=self._conditions(reader, "any_of"),
            urgency=Urgency[reader.choice("urgency", URGENCIES).upper()],
            one_of=self._kinds_in(reader, "one_of"),
            text=_text(reader),
            origin=self._origin(reader),
        )

    def _must_mark(self, reader: Reader) -> SafetyProperty:
        return MustMark(
            id=_id(reader),
            questions=self._questions_in(reader),
            mark=Mark(reader.choice("mark", tuple(Mark))),
            text=_text(reader),
            origin=self._origin(reader),
        )

    def _must_block(self, reader: Reader) -> SafetyProperty:
        return MustBlock(
            id=_id(reader), questions=self._questions_in(reader), text=_text(reader), origin=self._origin(reader)
        )

    def _must_be_silent(self, reader: Reader) -> SafetyProperty:
        topics = tuple(TopicId(each) for each in _listed(reader, "topics", self._topics))
        return MustBeSilent(id=_id(reader), topics=topics, text=_text(reader), origin=self._origin(reader))

    def _must_be_neutral(self, reader: Reader) -> SafetyProperty:
        flags = tuple(FlagId(each) for each in _listed(reader, "flags", self._flags))
        return MustBeNeutral(id=_id(reader), flags=flags, text=_text(reader), origin=self._origin(reader))

    def _must_ask(self, reader: Reader) -> SafetyProperty:
        return MustAsk(
            id=_id(reader),
            flag=self._flag(reader),
            questions=self._questions_in(reader),
            text=_text(reader),
            origin=self._origin(reader),
        )

    def _must_have_asked(self, reader: Reader) -> SafetyProperty:
        return MustHaveAsked(
            id=_id(reader),
            flag=self._flag(reader),
            one_of=tuple(QuestionId(each) for each in _listed(reader, "one_of", self._questions)),
            where=self._conditions(reader, "where", optional=True),
            text=_text(reader),
            origin=self._origin(reader),
        )

    def _always_asked(self, reader: Reader) -> SafetyProperty:
        return AlwaysAsked(
            id=_id(reader), questions=self._questions_in(reader), text=_text(reader), origin=self._origin(reader)
        )

    def _asked_when(self, reader: Reader) -> SafetyProperty:
        return AskedWhen(
            id=_id(reader),
            questions=self._questions_in(reader),
            any_of=self._conditions(reader, "any_of"),
            text=_text(reader),
            origin=self._origin(reader),
        )

    def _flag(self, reader: Reader) -> FlagId:
        return FlagId(reader.choice("flag", self._flags))

    def _origin(self, reader: Reader) -> Origin:
        return read_origin(reader, self._owner)

    def _conditions(self, reader: Reader, key: str, *, optional: bool = False) -> tuple[Condition, ...]:
        found = tuple(read_condition(each, self._columns) for each in reader.each(key))
        if not found and not optional:
            reader.fault("key_empty", key)
        return found

    def _questions_in(self, reader: Reader) -> tuple[QuestionId, ...]:
        return tuple(QuestionId(each) for each in _listed(reader, "questions", self._questions))

    def _kinds_in(self, reader: Reader, key: str, *, optional: bool = False) -> tuple[KindId, ...]:
        if optional and not reader.has(key):
            return ()
        return tuple(KindId(each) for each in _listed(reader, key, self._kinds))


def _id(reader: Reader) -> RuleId:
    return RuleId(reader.required("id"))


def _text(reader: Reader) -> Text:
    return reader.both("text")


def _listed(reader: Reader, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    words = reader.words(key)
    if not words:
        reader.fault("key_empty", key)
    for word in words:
        if word not in known:
            reader.fault("word_unknown", key, known=word)
    return tuple(word for word in words if word in known)
