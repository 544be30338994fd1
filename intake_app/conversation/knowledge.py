"""What a talk is held with: the content of one version, made ready. Put together by bootstrap."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from intake_app.advice.kinds import Group
from intake_app.advice.matching import Seeker
from intake_app.advice.proposals import Supply, advise
from intake_app.core.ids import TopicId

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.advice.proposals import Advice
    from intake_app.conversation.model import Conversation
    from intake_app.core.ids import Fingerprint, KindId
    from intake_app.directory.model import Directory
    from intake_app.questionnaire.model import Questionnaire
    from intake_app.questionnaire.routing import Routing
    from intake_app.triage.evaluate import Engine, Judgement
    from intake_app.triage.outcome import Assessment

HARD_READING = frozenset({"sometimes_hard", "hard"})
NO_COMPANY = "no_company"
"""The answer to what makes moving hard: not alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What the answers mean now: which questions apply, what the rules say, and what help fits."""

    routing: Routing
    judgement: Judgement
    advice: Advice

    @property
    def assessment(self) -> Assessment:
        """What the rules say."""
        return self.judgement.assessment


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Questionnaire, rules and supply of one content version, with their fingerprints.

    `is_certified`: the safety properties were proved of exactly this content. Where not, screens and papers say so.
    """

    questionnaire: Questionnaire
    engine: Engine
    supply: Supply
    fingerprints: Mapping[str, Fingerprint]
    is_certified: bool

    def restocked(self, directory: Directory) -> Knowledge:
        """Return the same knowledge with another sociale kaart; the kinds of help stay."""
        supply = Supply(kinds=self.supply.kinds, directory=directory, postcodes=self.supply.postcodes)
        return replace(self, supply=supply)

    def picture(self, conversation: Conversation, before: Picture | None = None) -> Picture:
        """Work out everything after a change. Pure, and fast enough for every key stroke.

        From the picture `before` the change only what hangs on it is worked out again.
        """
        wishes, strengths = conversation.wish_topics, conversation.strength_topics
        facts = conversation.situation.facts(wishes=wishes, strengths=strengths)
        if before is None:
            routing = self.engine.router.route(conversation.answers, facts)
            judgement = self.engine.judge(routing, conversation.history)
        else:
            routing = self.engine.router.follow(before.routing, conversation.answers, facts)
            judgement = self.engine.judge(routing, conversation.history, before.judgement)
        advice = advise(
            judgement.assessment,
            self.supply,
            self._seeker(conversation, routing),
            self.engine.rules.flags,
            conversation.history.recorded,
        )
        return Picture(routing=routing, judgement=judgement, advice=advice)

    def _seeker(self, conversation: Conversation, routing: Routing) -> Seeker:
        situation = conversation.situation
        topics = self.questionnaire.topics
        places = (TopicId(wish.topic) for wish in conversation.wishes)
        wished = (topics[topic].questions for topic in places if topic in topics)
        priorities = tuple(frozenset(str(each.id) for each in questions) for questions in wished)
        return Seeker(
            person=situation.person,
            today=situation.date,
            reading_is_hard=situation.person.literacy == "low" or routing.states.get("reading") in HARD_READING,
            wished=frozenset[str]().union(*priorities),
            in_company=self._in_company(routing),
            priorities=priorities,
        )

    def _in_company(self, routing: Routing) -> frozenset[KindId]:
        """Return the kinds that the person would rather do with others; only of exercise this is asked."""
        said = routing.states.get("moving_barrier")
        if not isinstance(said, frozenset) or NO_COMPANY not in said:
            return frozenset()
        return frozenset(kind.id for kind in self.supply.kinds if kind.group is Group.EXERCISE)
