"""The crowd of the shipped content, its people, and the same person for the engine that judges one at a time."""

from __future__ import annotations

from functools import cache

from intake_app.content.load_population import load_population
from intake_app.questionnaire.answers import Declined, Given, NotKnown
from intake_app.questionnaire.conditions import Missing
from intake_app.questionnaire.routing import route
from intake_app.triage.crowd.flags import EFFECTS
from intake_app.triage.crowd.flags import STATES as FLAG_STATES
from intake_app.triage.crowd.judge import Crowd
from intake_app.triage.crowd.kinds import STATES as KIND_STATES
from intake_app.triage.crowd.population import Population
from intake_app.triage.crowd.scores import NEEDS
from intake_app.triage.crowd.status import STATES as STATUSES
from intake_app.triage.model import Target
from tests.shipped import content, knowledge


@cache
def crowd():
    """Return the engine for many people."""
    return Crowd(content().questionnaire, content().rules, tuple(option.id for option in content().options))


@cache
def marginals():
    """Return the shipped marginals."""
    problems = []
    found = load_population(content().source.part("population"), content().questionnaire, problems)
    assert not problems
    return found


@cache
def population():
    """Return the shipped population."""
    return Population(marginals(), crowd().codebook)


def single(answers, at):
    """Return answers and facts of one person of a crowd, as a conversation holds them."""
    states = crowd().codebook.states(answers, at)
    questions = content().questionnaire.questions
    given = {name: _answer(state) for name, state in states.items() if name in questions}
    facts = {name: state for name, state in states.items() if name not in questions and not isinstance(state, Missing)}
    return {name: answer for name, answer in given.items() if answer is not None}, facts


def _answer(state):
    missing = {Missing.NOT_ASKED: None, Missing.DECLINED: Declined(), Missing.NOT_KNOWN: NotKnown()}
    if isinstance(state, Missing):
        return missing[state]
    return Given(value=tuple(sorted(state)) if isinstance(state, frozenset) else state)


def judged_alone(answers, facts):
    """Return the outcome of one person by the single engine, as plain values."""
    routing = route(content().questionnaire, answers, facts)
    found = knowledge().engine.assess(routing)
    scores = (found.medical, found.social)
    return {
        "applies": [int(routing.applies[id_]) for id_ in content().questionnaire.order],
        "flags": [(flag.state, flag.effect, int(flag.urgency)) for flag in found.flags],
        "urgency": int(found.urgency),
        "enough_known": found.enough_known,
        "missing": list(found.missing_essentials),
        "status": found.status,
        "scores": [(score.point, score.low, score.high, score.known, score.need) for score in scores],
        "kinds": [(kind.state, kind.support) for kind in found.kinds],
        "states": {name: state for name, state in routing.states.items() if name in content().questionnaire.questions},
    }


def judged_in_crowd(judged, at):
    """Return the outcome of one person of a crowd, as the same plain values."""
    book, scores = crowd().codebook, judged.scores
    flags = zip(judged.flags[at], judged.effects[at], judged.flag_urgency[at], strict=True)
    fields = (scores.point, scores.low, scores.high, scores.known)
    return {
        "applies": judged.applies[at].tolist(),
        "flags": [(FLAG_STATES[state], EFFECTS[effect], int(urgency)) for state, effect, urgency in flags],
        "urgency": int(judged.urgency[at]),
        "enough_known": bool(judged.enough_known[at]),
        "missing": [id_ for id_, lacks in zip(crowd().essentials, judged.missing[at], strict=True) if lacks],
        "status": STATUSES[judged.status[at]],
        "scores": [
            (*(field[at, side] for field in fields), NEEDS[scores.need[at, side]]) for side in range(len(Target))
        ],
        "kinds": [
            (KIND_STATES[state], int(support))
            for state, support in zip(judged.kinds[at], judged.support[at], strict=True)
        ],
        "states": {
            name: book.columns[name].decode(int(codes[at if len(codes) > 1 else 0]))
            for name, codes in judged.states.items()
            if name in content().questionnaire.questions
        },
    }
