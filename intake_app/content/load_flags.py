"""From `resources/rules/flags*.yaml` to the red flags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.content.parse_condition import Columns, read_condition
from intake_app.content.read_origin import owner_of, read_origin
from intake_app.core.ids import FlagId, KindId, QuestionId, RuleId, TopicId
from intake_app.core.text import Text
from intake_app.core.tree import open_file
from intake_app.triage.model import Call, FlagClause, FlagEffect, FlagRule, FlagState, Origin, Urgency

if TYPE_CHECKING:
    from intake_app.core.problems import Problem
    from intake_app.core.tree import Reader
    from intake_app.questionnaire.model import Question

URGENCIES = tuple(each.code for each in Urgency)
Known = tuple[dict[str, "Question"], tuple[str, ...], tuple[KindId, ...]]
"""Questions by id, topics, option kinds."""


def load_flags(files: dict[str, str], format_: str, known: Known, problems: list[Problem]) -> tuple[FlagRule, ...]:
    """Build the flags in the order of the file; a clause may look at flags that stand before its own."""
    found: list[FlagRule] = []
    for name, text in files.items():
        reader = open_file(text, name, format_, problems)
        owner = owner_of(reader)
        for each in reader.each("flags"):
            found.append(_flag(each, known, tuple(flag.id for flag in found), owner))
        reader.text("version", "")
        reader.done()
    return tuple(found)


def _flag(reader: Reader, known: Known, before: tuple[FlagId, ...], owner: str) -> FlagRule:
    questions, topics, kinds = known
    columns = Columns(questions, topics, before)
    effect = FlagEffect(reader.choice("effect", tuple(FlagEffect)))
    urgency = Urgency[reader.choice("urgency", URGENCIES).upper()]
    origin = read_origin(reader, owner)
    rule = FlagRule(
        id=FlagId(reader.required("id")),
        topic=TopicId(reader.choice("topic", (*topics, ""))),
        effect=effect,
        urgency=urgency,
        asked_by=tuple(QuestionId(each) for each in _listed(reader, "asked_by", tuple(questions))),
        clauses=tuple(_clause(each, columns, effect, urgency, origin) for each in reader.each("clauses")),
        names=tuple(KindId(each) for each in _listed(reader, "names", kinds)),
        also_allows=tuple(KindId(each) for each in _listed(reader, "also_allows", kinds)),
        neutral_paper=reader.flag("neutral_paper", default=False),
        title=reader.both("title"),
        actions=_texts(reader, "actions"),
        calls=tuple(_call(each) for each in reader.each("calls")),
        say=reader.both("say"),
        paper_title=reader.both("paper_title", optional=True),
        paper_lines=_texts(reader, "paper_lines"),
        origin=origin,
    )
    reader.done()
    return rule


def _listed(reader: Reader, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    words = reader.words(key)
    for word in words:
        if word not in known:
            reader.fault("word_unknown", key, known=word)
    return tuple(word for word in words if word in known)


def _texts(reader: Reader, key: str) -> tuple[Text, ...]:
    return tuple(Text(nl=each.required("nl"), en=each.required("en")) for each in reader.each(key))


def _call(reader: Reader) -> Call:
    call = Call(text=reader.both("text"), number=reader.text("number", ""), setting=reader.text("setting", ""))
    reader.done()
    return call


def _clause(reader: Reader, columns: Columns, effect: FlagEffect, urgency: Urgency, origin: Origin) -> FlagClause:
    state = reader.choice("state", (FlagState.RAISED.value, FlagState.POSSIBLE.value))
    clause = FlagClause(
        id=RuleId(reader.required("id")),
        state=FlagState(state),
        when=read_condition(reader.inside("when"), columns),
        text=reader.both("text"),
        urgency=Urgency[reader.choice("urgency", URGENCIES, urgency.code).upper()],
        effect=FlagEffect(reader.choice("effect", tuple(FlagEffect), effect.value)),
        origin=origin,
    )
    reader.done()
    return clause
