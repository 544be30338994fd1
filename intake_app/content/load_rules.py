"""From `resources/rules/*.yaml` to a rule set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.content.load_flags import load_flags
from intake_app.content.parse_condition import Columns, read_condition
from intake_app.content.read_origin import owner_of, read_origin
from intake_app.core.ids import KindId, RuleId
from intake_app.core.tree import open_file
from intake_app.questionnaire.model import Area
from intake_app.triage.model import (
    HitPolicy,
    KindEffect,
    KindRule,
    RuleSet,
    ScoreRule,
    ScoreTable,
    Target,
    Urgency,
    UrgencyRule,
)

if TYPE_CHECKING:
    from intake_app.core.problems import Problem
    from intake_app.core.tree import Reader
    from intake_app.questionnaire.model import Questionnaire

SCORES, URGENCY, KINDS, FLAGS = "intake-scores/1", "intake-urgency/1", "intake-kinds/1", "intake-flags/1"
MOST_COLUMNS = 3


def load_rules(
    files: dict[str, str], questionnaire: Questionnaire, kinds: tuple[KindId, ...], problems: list[Problem]
) -> RuleSet:
    """Build the rule set; what is wrong is added to `problems`."""
    questions = {str(id_): question for id_, question in questionnaire.questions.items()}
    topics = tuple(str(id_) for id_ in questionnaire.topics)
    flags = load_flags(_files(files, "flags"), FLAGS, (questions, topics, kinds), problems)
    columns = Columns(questions, topics, tuple(flag.id for flag in flags))
    scores = [open_file(text, name, SCORES, problems) for name, text in _files(files, "scores").items()]
    urgency = [open_file(text, name, URGENCY, problems) for name, text in _files(files, "urgency").items()]
    of_kinds = [open_file(text, name, KINDS, problems) for name, text in _files(files, "kinds").items()]
    found = RuleSet(
        version=max((reader.text("version") for reader in scores), default=""),
        flags=flags,
        tables=tuple(_table(each, columns, owner_of(reader)) for reader in scores for each in reader.each("tables")),
        urgency=tuple(_urgency(each, columns, owner_of(reader)) for reader in urgency for each in reader.each("rules")),
        kinds=tuple(rule for reader in of_kinds for rule in _kind_rules(reader, columns, kinds)),
    )
    for reader in (*scores, *urgency, *of_kinds):
        reader.text("version", "")
        reader.done()
    return found


def _files(files: dict[str, str], start: str) -> dict[str, str]:
    return {name: text for name, text in files.items() if name.rsplit("/", 1)[-1].startswith(start)}


def _table(reader: Reader, columns: Columns, owner: str) -> ScoreTable:
    hit = HitPolicy(reader.choice("hit", tuple(HitPolicy)))
    area = Area(reader.choice("area", tuple(Area)))
    rules = tuple(_score_rule(each, columns, owner) for each in reader.each("rules"))
    used = tuple(dict.fromkeys(column for rule in rules for column in rule.when.columns))
    if len(used) > MOST_COLUMNS:
        reader.fault("table_too_wide", "rules", columns=", ".join(used))
    table = ScoreTable(id=reader.required("id"), area=area, hit=hit, columns=used, rules=rules)
    reader.done()
    return table


def _score_rule(reader: Reader, columns: Columns, owner: str) -> ScoreRule:
    adds = reader.inside("add")
    amounts = []
    for name in adds.names():
        points = adds.number(name)
        if name not in tuple(Target) or points is None or points != int(points):
            adds.fault("amount_wrong", name)
        else:
            amounts.append((Target(name), int(points)))
    rule = ScoreRule(
        id=RuleId(reader.required("id")),
        when=read_condition(reader.inside("when"), columns),
        amounts=tuple(amounts),
        text=reader.both("text"),
        origin=read_origin(reader, owner),
    )
    reader.done()
    return rule


def _urgency(reader: Reader, columns: Columns, owner: str) -> UrgencyRule:
    level = reader.choice("level", tuple(each.code for each in Urgency))
    rule = UrgencyRule(
        id=RuleId(reader.required("id")),
        level=Urgency[level.upper()],
        when=read_condition(reader.inside("when"), columns),
        text=reader.both("text"),
        origin=read_origin(reader, owner),
    )
    reader.done()
    return rule


def _kind_rules(file: Reader, columns: Columns, kinds: tuple[KindId, ...]) -> list[KindRule]:
    found, owner = [], owner_of(file)
    for entry in file.each("kinds"):
        kind = KindId(entry.choice("kind", kinds))
        for reader in entry.each("rules"):
            rule = KindRule(
                id=RuleId(reader.required("id")),
                kind=kind,
                effect=KindEffect(reader.choice("effect", tuple(KindEffect))),
                weight=int(reader.number("weight") or 1),
                when=read_condition(reader.inside("when"), columns),
                text=reader.both("text"),
                origin=read_origin(reader, owner),
            )
            reader.done()
            found.append(rule)
        entry.done()
    return found
