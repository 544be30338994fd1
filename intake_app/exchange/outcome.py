"""The outcome of a conversation as plain data for JSON; its schema is `resources/schema/outcome.schema.json`.

This is for the practitioner who asked for it. It holds silent flags too, so it is never a paper for others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from intake_app.advice.kinds import Group
from intake_app.advice.ranking import explain as explain_place
from intake_app.core.ids import QuestionId
from intake_app.directory.distance import said_km
from intake_app.directory.freshness import freshness, wait_is_old
from intake_app.exchange.explanation import explanation, what_if_data
from intake_app.questionnaire.answers import Given
from intake_app.questionnaire.model import LIFE_AREAS, Area
from intake_app.triage.explain import explain
from intake_app.triage.next_question import next_questions
from intake_app.triage.what_if import Said, most_telling, what_if

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from intake_app.advice.matching import Match
    from intake_app.advice.proposals import Proposal
    from intake_app.advice.ranking import Term
    from intake_app.conversation.knowledge import Knowledge, Picture
    from intake_app.conversation.model import Conversation
    from intake_app.core.text import Language
    from intake_app.triage.outcome import Contribution, FlagOutcome, Reason, Score
    from intake_app.triage.what_if import WhatIf

Plain = dict[str, Any]
MOST_WHAT_IFS = 10


def outcome(knowledge: Knowledge, conversation: Conversation, picture: Picture, language: Language) -> Plain:
    """Return the whole outcome, in the chosen language."""
    assessment = picture.assessment
    asked = next_questions(
        knowledge.questionnaire,
        picture.routing,
        assessment,
        alone_allowed=conversation.situation.may_ask_alone or conversation.situation.alone_moment,
    )
    return {
        "red_flags": [_flag(flag, language) for flag in assessment.flags],
        "urgency": assessment.urgency.code,
        "status": assessment.status.value,
        "urgency_reasons": [_reason(each, language) for each in assessment.urgency_reasons],
        "enough_known": assessment.enough_known,
        "missing_essentials": list(assessment.missing_essentials),
        "scores": {
            "medical": _score(assessment.medical, conversation, language),
            "social": _score(assessment.social, conversation, language),
        },
        "areas": {area.value: _area(area, conversation, picture, language) for area in LIFE_AREAS},
        "groups": {
            group.value: [
                _proposal(each, language, conversation.situation.date) for each in picture.advice.groups[group]
            ]
            for group in Group
        },
        "first_steps": list(picture.advice.first_steps),
        "held_by": list(picture.advice.held_by),
        "next_questions": [{"question": each.question, "why": each.why, "about": list(each.about)} for each in asked],
        "what_if": what_if_data(most_telling(_other_answers(knowledge, conversation), MOST_WHAT_IFS)),
        "explanation": _explanation(knowledge, conversation, picture),
        "fingerprints": dict(knowledge.fingerprints),
        "certified": knowledge.is_certified,
    }


def _other_answers(knowledge: Knowledge, conversation: Conversation) -> Iterator[WhatIf]:
    situation = conversation.situation
    facts = situation.facts(wishes=conversation.wish_topics, strengths=conversation.strength_topics)
    said = Said(answers=conversation.answers, facts=facts, history=conversation.history)
    return what_if(knowledge.engine, knowledge.questionnaire, said)


def _explanation(knowledge: Knowledge, conversation: Conversation, picture: Picture) -> Plain:
    record = explain(knowledge.engine.rules, picture.routing, picture.assessment, conversation.history)
    return explanation(record, knowledge.questionnaire)


def _flag(flag: FlagOutcome, language: Language) -> Plain:
    return {
        "id": flag.flag,
        "state": flag.state.value,
        "effect": flag.effect.value,
        "urgency": flag.urgency.code,
        "reasons": [
            {
                "rule": clause.id,
                "questions": list(clause.when.columns),
                "text": clause.text.of(language),
                "source": clause.origin.source,
                "status": clause.origin.status,
            }
            for clause in flag.all_clauses
        ],
        "open_questions": list(flag.open_questions),
        "withdrawn": flag.withdrawn,
    }


def _score(score: Score, conversation: Conversation, language: Language) -> Plain:
    return {
        "point": score.point,
        "low": score.low,
        "high": score.high,
        "known": round(score.known, 3),
        "need": score.need.value,
        "contributions": [_contribution(each, conversation, language) for each in score.contributions],
        "open_rules": [
            {"rule": each.rule, "open": list(each.open_columns), "amount": each.amount} for each in score.open_rules
        ],
    }


def _contribution(each: Contribution, conversation: Conversation, language: Language) -> Plain:
    answer = conversation.answers.get(QuestionId(each.columns[0]))
    return {
        "rule": each.rule,
        "question": each.columns[0],
        "questions": list(each.columns),
        "answer": answer.value if isinstance(answer, Given) else None,
        "amount": each.amount,
        "area": each.area.value,
        "text": each.text.of(language),
        "source": each.origin.source,
        "status": each.origin.status,
    }


def _area(area: Area, conversation: Conversation, picture: Picture, language: Language) -> Plain:
    rating = next(
        (answer for id_, answer in conversation.answers.items() if id_ == f"area_{area.value}"),
        None,
    )
    assessment = picture.assessment
    found = {
        each.rule: each
        for score in (assessment.medical, assessment.social)
        for each in score.contributions
        if each.area is area
    }
    return {
        "rating": rating.value if isinstance(rating, Given) else None,
        "weighs": [each.text.of(language) for each in found.values() if each.amount > 0],
        "helps": [each.text.of(language) for each in found.values() if each.amount < 0],
    }


def _proposal(each: Proposal, language: Language, today: datetime.date) -> Plain:
    return {
        "kind": each.kind.id,
        "name": each.kind.name.of(language),
        "state": each.state.value,
        "rank": each.rank,
        "reasons": [_reason(reason, language) for reason in each.outcome.reasons],
        "against": [_reason(reason, language) for reason in each.outcome.against],
        "blocked_by": list(each.outcome.blocked_by),
        "services": [_service(found, each.matches, today) for found in each.matches],
    }


def _reason(reason: Reason, language: Language) -> Plain:
    return {
        "rule": reason.rule,
        "questions": list(reason.columns),
        "text": reason.text.of(language),
        "source": reason.origin.source if reason.origin is not None else "",
    }


def _service(found: Match, matches: Sequence[Match], today: datetime.date) -> Plain:
    service, ages = found.service, freshness(found.service, today)
    place = explain_place(found, matches)
    return {
        "id": service.id,
        "name": service.name,
        "distance_km": None if found.distance_km is None else said_km(found.distance_km),
        "wait_days": service.wait_days,
        "wait_on": service.wait_on.isoformat() if service.wait_on else None,
        "wait_old": service.wait_days is not None and wait_is_old(service, today),
        "free_places": service.free_places,
        "place": {
            "standing": place.standing.value,
            "reasons": [term.about.value for term in place.reasons],
            "but": [term.about.value for term in place.but],
            "days": sum(term.days for term in found.terms),
            "terms": [_term(each) for each in found.terms],
        },
        "assured_date": service.assured_date.isoformat(),
        "freshness": {
            "entry": ages.entry.value,
            "telephone": ages.telephone and ages.telephone.value,
            "waiting": ages.waiting and ages.waiting.value,
            "places": ages.places and ages.places.value,
        },
        "stale": found.is_stale,
        "example": service.example,
    }


def _term(each: Term) -> Plain:
    return {"about": each.about.value, "days": each.days, "fact": each.fact, "figure": each.figure}
