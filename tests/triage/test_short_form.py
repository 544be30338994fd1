"""Reasons in at most 140 characters: whole rules only, and nothing silent."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings

from intake_app.core.ids import KindId, QuestionId, RuleId
from intake_app.core.text import LANGUAGES, Text
from intake_app.questionnaire.routing import route
from intake_app.triage.model import FlagEffect, FlagState, KindState, Target
from intake_app.triage.outcome import KindOutcome, Need, Reason
from intake_app.triage.short_form import LONGEST, ShortForm
from intake_app.triage.what_if import KindChange, NeedChange, Said, WhatIf, what_if
from tests.shipped import a_conversation, content, knowledge
from tests.triage.test_explain import TALKS, talks

RULES = content().rules
VIOLENCE = """mode: quick
person: {age: 34, gender: woman}
alone_moment: true
answers: {afraid: "yes", controlled: "yes", violence: [hitting], children_saw: "yes", cares_for: [children],
  area_social: weighs, which_social: [partner_family], child_care: fine, life_not_worth: "no"}
"""


@cache
def short(language):
    def words(key, **values):
        return content().wording.text(key, language, **values)

    return ShortForm(knowledge().questionnaire, RULES, words, language)


def forms(assessment, language):
    made = short(language)
    scores = [made.score(assessment.medical), made.score(assessment.social)]
    return [*scores, *map(made.flag, assessment.flags), *map(made.kind, assessment.kinds)]


def assessed(text):
    return knowledge().picture(a_conversation(text)).assessment


def an_outcome(*texts, state=KindState.SUGGESTED, **more):
    reasons = tuple(Reason(rule=RuleId(f"r-{at}"), columns=("mood",), text=text) for at, text in enumerate(texts))
    fields = {"reasons": reasons, "against": (), "open_reasons": (), **more}
    return KindOutcome(kind=KindId("gli"), state=state, support=1, **fields)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", TALKS, ids=lambda path: path.stem)
def test_every_short_form_of_a_talk_is_short_and_whole(path, language):
    for text in forms(assessed(path.read_text(encoding="utf-8")), language):
        assert len(text) <= LONGEST
        assert "{" not in text
        assert not text or (text[0].isupper() and text[-1] in ".?!")


@settings(max_examples=15, deadline=None)
@given(talks())
def test_every_short_form_of_any_answers_is_short(said):
    assessment = knowledge().engine.assess(route(knowledge().questionnaire, *said))
    assert all(len(text) <= LONGEST for language in LANGUAGES for text in forms(assessment, language))


@pytest.mark.parametrize("path", TALKS, ids=lambda path: path.stem)
def test_a_suggested_kind_is_told_in_whole_texts_of_its_rules(path):
    for outcome in assessed(path.read_text(encoding="utf-8")).kinds:
        if outcome.state is KindState.SUGGESTED:
            left = short("nl").kind(outcome)
            for reason in outcome.reasons:
                left = left.replace(reason.text.nl, "").strip()
            assert left == "" or left.startswith(("En nog", "Dit past bij", "Hier "))


def test_reasons_are_cut_between_rules_and_the_rest_is_counted():
    texts = [Text(nl=f"Dit is reden nummer {at} van een hele rij redenen.", en="x.") for at in range(5)]
    told = short("nl").kind(an_outcome(*texts))
    assert told == f"{texts[0].nl} {texts[1].nl} En nog 3 redenen."


@pytest.mark.parametrize("count, told", [(1, "Hier is één reden voor."), (2, "Hier zijn 2 redenen voor.")])
def test_a_text_that_is_too_long_is_left_out_whole(count, told):
    texts = [Text(nl=f"{at} " + "lang " * 40 + ".", en="x.") for at in range(count)]
    assert short("nl").kind(an_outcome(*texts)) == told


def test_what_is_open_is_named_by_topic_and_never_by_what_is_asked_alone():
    waits = tuple(
        Reason(rule=RuleId(f"o-{column}"), columns=(column,), text=Text(nl="x.", en="x."))
        for column in ("sleep_quality", "afraid", "suicide_thoughts", "age")
    )
    outcome = an_outcome(state=KindState.POSSIBLE, open_reasons=waits)
    assert short("nl").kind(outcome) == "Misschien past dit. Nog niet bekend: slapen; uw leeftijd."
    assert short("en").kind(outcome) == "This may fit. Not known yet: sleep; your age."


def test_when_only_silent_things_are_open_nothing_is_named():
    waits = (Reason(rule=RuleId("o"), columns=("afraid",), text=Text(nl="x.", en="x.")),)
    outcome = an_outcome(state=KindState.POSSIBLE, open_reasons=waits)
    assert short("nl").kind(outcome) == "Misschien past dit. Nog niet alles is bekend."


def test_a_reason_that_rests_on_something_silent_is_never_told():
    outcome = assessed(VIOLENCE)
    for language in LANGUAGES:
        told = " ".join(forms(outcome, language)).casefold()
        hidden = [clause.text for flag in RULES.flags for clause in flag.clauses if clause.effect is FlagEffect.SILENT]
        hidden += [flag.title for flag in RULES.flags if flag.effect is FlagEffect.SILENT]
        hidden += [topic.name for topic in knowledge().questionnaire.topics.values() if topic.silent]
        assert [text for text in hidden if text.of(language).casefold() in told] == []


def test_of_a_silent_flag_only_the_neutral_sentence_is_told_and_only_when_it_is_raised():
    outcomes = {flag.flag: flag for flag in assessed(VIOLENCE).flags}
    flag = outcomes["domestic_violence"]
    assert (flag.state, short("nl").flag(flag)) == (FlagState.RAISED, RULES.flag(flag.flag).say.nl)
    for state in (FlagState.POSSIBLE, FlagState.CLEARED, FlagState.NOT_ASKED):
        assert short("nl").flag(replace(flag, state=state)) == ""


def test_a_kind_that_a_flag_holds_back_says_what_comes_first():
    outcome = assessed("mode: quick\nanswers: {suicide_plan: plan}")
    kinds = {each.kind: each for each in outcome.kinds}
    assert short("nl").kind(kinds["gli"]) == "Eerst dit: nu samen zorgen voor veiligheid."


@pytest.mark.parametrize("flag", [flag.id for flag in RULES.flags if flag.neutral_paper])
def test_a_flag_with_a_neutral_paper_is_not_named_on_a_kind(flag):
    outcome = an_outcome(state=KindState.BLOCKED, blocked_by=(flag,))
    assert short("nl").kind(outcome) == "Eerst overleg met de huisarts."


NAMES = {kind.id: kind.name for kind in content().options}


def a_change(before, after, *kinds, question="which_body", needs=()):
    changes = tuple(KindChange(kind=KindId(k), before=KindState.POSSIBLE, after=KindState.SUGGESTED) for k in kinds)
    return WhatIf(question=QuestionId(question), before=before, after=after, kinds=changes, needs=needs)


@pytest.mark.parametrize(
    "before, after, start",
    [
        (("sleep",), ("nothing",), "Met “Niets in het bijzonder” bij uw lijf in het kort"),
        (("sleep",), ("sleep", "energy"), "Met ook “Moe zijn” bij uw lijf in het kort"),
        (("sleep", "energy"), ("sleep",), "Zonder “Moe zijn” bij uw lijf in het kort"),
    ],
)
def test_another_answer_is_told_by_what_is_other_more_or_less(before, after, start):
    assert (
        short("nl").other_answer(a_change(before, after, "geldfit"), NAMES) == f"{start} verandert dit: wel “Geldfit”."
    )


def test_a_need_that_changes_is_told_too():
    need = NeedChange(target=Target.SOCIAL, before=Need.LOW, after=Need.HIGH)
    told = short("en").other_answer(a_change("easy", "hard", question="reading", needs=(need,)), NAMES)
    assert told == "With “Hard” for reading and language this changes: social becomes “much”."


def test_many_changes_are_cut_between_kinds():
    told = short("nl").other_answer(a_change(("sleep",), ("nothing",), *NAMES), NAMES)
    first = next(iter(NAMES.values())).nl
    assert f"wel “{first}”" in told
    assert told.endswith(" en meer.")
    assert len(told) <= LONGEST


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", TALKS[::4], ids=lambda path: path.stem)
def test_whatever_changes_is_told_in_a_short_sentence(path, language):
    talk = a_conversation(path.read_text(encoding="utf-8"))
    facts = talk.situation.facts(wishes=talk.wish_topics, strengths=talk.strength_topics)
    for found in what_if(knowledge().engine, knowledge().questionnaire, Said(answers=talk.answers, facts=facts)):
        told = short(language).other_answer(found, NAMES)
        assert len(told) <= LONGEST
        assert told[-1] == "."
