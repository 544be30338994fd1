"""The circumstances of a talk as items of the questionnaire, so that conditions can point at them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from intake_app.conversation.consent import service_of
from intake_app.conversation.model import Conversation, Strength, Wish
from intake_app.exchange.fhir.pieces import TOPICS, Basis, Json, answer_system, coding, filled, number
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Channel, Interpreter, Participant

GROUP = "talk"
TYPES = {"choice": "Coding", "open-choice": "Coding", "text": "String", "string": "String", "date": "Date"}
TYPES |= {"integer": "Integer", "decimal": "Decimal", "boolean": "Boolean"}
"""The type of an item, and how its answer is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One circumstance: its item, what can be answered, and where it stands in a conversation."""

    name: str
    type: str
    values: Callable[[Conversation], Iterable[object]]
    codes: tuple[str, ...] = ()
    repeats: bool = False

    @property
    def link(self) -> str:
        """The id of its item."""
        return f"{GROUP}.{self.name}"


def _one(get: Callable[[Conversation], object]) -> Callable[[Conversation], Iterable[object]]:
    return lambda talk: [value for value in (get(talk),) if value not in ("", None)]


FACTS = (
    Fact(name="mode", type="choice", codes=tuple(Mode), values=_one(lambda talk: talk.situation.mode.value)),
    Fact(name="date", type="date", values=_one(lambda talk: talk.situation.date.isoformat())),
    Fact(name="channel", type="choice", codes=tuple(Channel), values=_one(lambda talk: talk.situation.channel.value)),
    Fact(
        name="present",
        type="choice",
        codes=tuple(Participant),
        repeats=True,
        values=lambda talk: [each.value for each in talk.situation.participants],
    ),
    Fact(
        name="interpreter",
        type="choice",
        codes=tuple(Interpreter),
        values=_one(lambda talk: talk.situation.interpreter.value),
    ),
    Fact(name="age", type="integer", values=_one(lambda talk: talk.situation.person.age_on(talk.situation.date))),
    Fact(name="age_said", type="integer", values=_one(lambda talk: talk.situation.person.age)),
    Fact(name="birth_year", type="integer", values=_one(lambda talk: talk.situation.person.birth_year)),
    Fact(
        name="gender",
        type="choice",
        codes=("woman", "man", "other"),
        values=_one(lambda talk: talk.situation.person.gender),
    ),
    Fact(name="pc4", type="string", values=_one(lambda talk: talk.situation.person.pc4)),
    Fact(name="language", type="string", values=_one(lambda talk: talk.situation.person.language)),
    Fact(name="literacy", type="choice", codes=("ok", "low"), values=_one(lambda talk: talk.situation.person.literacy)),
    Fact(name="referrer_role", type="string", values=_one(lambda talk: talk.situation.referrer_role)),
    Fact(name="referrer_reason", type="text", values=_one(lambda talk: talk.situation.referrer_reason)),
    Fact(name="gut_feeling", type="boolean", values=lambda talk: [True] if talk.situation.gut_feeling else []),
    Fact(
        name="wish_topics",
        type="open-choice",
        repeats=True,
        values=lambda talk: dict.fromkeys(str(wish.topic) for wish in talk.wishes if wish.topic),
    ),
)
BY_NAME: Mapping[str, Fact] = {fact.name: fact for fact in FACTS}

_TOPIC = ("topic", "topic", "open-choice")
_TOLD_BY = ("told_by", "told_by", "string")
WISH = (
    _TOPIC,
    ("text", "text", "text"),
    ("importance", "importance", "integer"),
    ("confidence", "confidence", "integer"),
    ("one_higher", "one_higher", "text"),
    _TOLD_BY,
    ("for", "for_whom", "string"),
)
STRENGTH = (_TOPIC, ("text", "text", "text"), _TOLD_BY)
"""The items of one wish and of one strength: id, field, type."""
ROWS = {"wish": WISH, "strength": STRENGTH}
_TO_ORGANISATION = frozenset({"date", "age", "gender", "topic", "text", "one_higher"})
"""What stands in the data for an organisation, of the circumstances and of a wish: the rest is not said to it."""


def is_for_organisation(talk: Conversation) -> bool:
    """Tell whether organisations alone read a talk: what they may not know is then not there, not even as a default."""
    return bool(talk.consents) and all(service_of(each.recipient) for each in talk.consents)


def fact_coding(fact: Fact, code: str, basis: Basis) -> Json:
    """Return the coding of a circumstance; a topic that nobody knows has none."""
    if fact.name == "wish_topics":
        topic = topic_coding(code, basis)
        return topic or coding(TOPICS, code)
    return coding(answer_system(fact.link), code, basis.say(f"fhir.{fact.name}_{code}"))


def topic_coding(topic: str, basis: Basis) -> Json | None:
    """Return the coding of a topic of the questionnaire."""
    known = {str(id_): each for id_, each in basis.knowledge.questionnaire.topics.items()}
    return coding(TOPICS, topic, known[topic].name.nl) if topic in known else None


def asked_facts(basis: Basis) -> Json:
    """Return the group of the questionnaire that asks the circumstances, the wishes and what goes well."""
    items = [_fact_item(fact, basis) for fact in FACTS]
    for name, fields in ROWS.items():
        inside = [
            filled(linkId=f"{name}.{link}", text=basis.say(f"fhir.{name}_{link}"), type=type_, **_topics(type_, basis))
            for link, _, type_ in fields
        ]
        items.append({"linkId": name, "text": basis.say(f"fhir.{name}"), "type": "group", "repeats": True})
        items[-1]["item"] = inside
    return {"linkId": GROUP, "text": basis.say("fhir.talk"), "type": "group", "item": items}


def _fact_item(fact: Fact, basis: Basis) -> Json:
    options = [{"valueCoding": fact_coding(fact, code, basis)} for code in fact.codes]
    found = filled(linkId=fact.link, text=basis.say(f"fhir.{fact.name}"), type=fact.type, repeats=fact.repeats or None)
    return found | (filled(answerOption=options) or _topics(fact.type, basis))


def _topics(type_: str, basis: Basis) -> Json:
    """Return what an item about topics can be answered with."""
    if type_ != "open-choice":
        return {}
    topics = [each for each in basis.knowledge.questionnaire.topics if each not in basis.never_named]
    return {"answerOption": [{"valueCoding": topic_coding(str(each), basis)} for each in topics]}


def said_facts(talk: Conversation, basis: Basis) -> Json:
    """Return the group of a response with the circumstances, the wishes and what goes well."""
    items, is_narrow = [], is_for_organisation(talk)
    for fact in FACTS:
        is_said = not is_narrow or fact.name in _TO_ORGANISATION
        answers = [_answer(fact, value, basis) for value in fact.values(talk)] if is_said else []
        if answers:
            items.append({"linkId": fact.link, "text": basis.say(f"fhir.{fact.name}"), "answer": answers})
    items += [_row("wish", wish, basis, is_narrow=is_narrow) for wish in talk.wishes]
    items += [_row("strength", strength, basis, is_narrow=is_narrow) for strength in talk.strengths]
    return {"linkId": GROUP, "text": basis.say("fhir.talk"), "item": items}


def _answer(fact: Fact, value: object, basis: Basis) -> Json:
    if fact.type == "open-choice":
        return _topic_answer(str(value), basis)
    if fact.type == "choice":
        return {"valueCoding": fact_coding(fact, str(value), basis)}
    return {f"value{TYPES[fact.type]}": value}


def _topic_answer(topic: str, basis: Basis) -> Json:
    known = topic_coding(topic, basis)
    return {"valueString": topic} if known is None else {"valueCoding": known}


def _row(name: str, row: Wish | Strength, basis: Basis, *, is_narrow: bool) -> Json:
    items = []
    for link, field, type_ in ROWS[name]:
        value = getattr(row, field)
        if value in ("", None) or (is_narrow and link not in _TO_ORGANISATION):
            continue
        plain = number(value) if isinstance(value, float) else value
        answer = _topic_answer(str(value), basis) if type_ == "open-choice" else {f"value{TYPES[type_]}": plain}
        items.append({"linkId": f"{name}.{link}", "text": basis.say(f"fhir.{name}_{link}"), "answer": [answer]})
    return filled(linkId=name, text=basis.say(f"fhir.{name}"), item=items)
