"""What comes first: the order of the wishes, their numbers, and the first small step among the agreements."""

from __future__ import annotations

import datetime

import pytest

from intake_app.advice.plan import Step
from intake_app.conversation.model import Wish
from intake_app.core.ids import QuestionId
from intake_app.ui.presenters.agree import Agreeing
from intake_app.ui.presenters.choose import Choosing
from intake_app.ui.presenters.priorities import Priorities
from tests.ui.choosing_talk import WORDS, a_full_talk
from tests.ui.fake_desk import NOW

TODAY = NOW.date()


@pytest.fixture
def talk():
    desk, session = a_full_talk()
    session.wish(Wish(topic="sleep"))
    session.wish(Wish(topic="contacts", text="Weer onder de mensen"))
    return session, Priorities(desk, session, TODAY)


def order(priorities):
    return [each.topic for each in priorities.state().wishes]


def steps(session):
    return session.conversation.plan.steps


@pytest.mark.parametrize(
    "at, to, then",
    [
        (2, 0, ["contacts", "money", "sleep"]),
        (0, 1, ["sleep", "money", "contacts"]),
        (0, 9, ["sleep", "contacts", "money"]),
        (1, -1, ["sleep", "money", "contacts"]),
    ],
)
def test_a_wish_goes_where_it_is_put_and_never_outside_the_list(talk, at, to, then):
    session, priorities = talk
    said = priorities.move(at, to)
    assert order(priorities) == then
    assert said.endswith(f"plaats {then.index(['money', 'sleep', 'contacts'][at]) + 1} van 3.")
    session.undo()
    assert order(priorities) == ["money", "sleep", "contacts"]


def test_the_words_and_numbers_of_a_wish_are_kept_and_undone_one_by_one(talk):
    session, priorities = talk
    priorities.say("sleep", " Doorslapen ")
    priorities.weigh("sleep", 8)
    priorities.be_sure("sleep", 5)
    sleep = priorities.state().wishes[1]
    assert (sleep.text, sleep.importance, sleep.confidence, sleep.asked_after) == ("Doorslapen", 8, 5, 6)
    assert sleep.spoken == "2 van 3: Slapen, belangrijk 8, vertrouwen 5"
    session.undo()
    assert priorities.state().wishes[1].confidence is None


def test_of_a_ten_nothing_higher_is_asked(talk):
    _, priorities = talk
    priorities.be_sure("sleep", 10)
    assert priorities.state().wishes[1].asked_after == 0


def test_a_wish_that_was_taken_away_comes_back_in_its_place_with_its_words(talk):
    session, priorities = talk
    priorities.drop("money")
    priorities.say("money", "laat getypt")
    assert order(priorities) == ["sleep", "contacts"]
    priorities.put_back()
    assert order(priorities) == ["money", "sleep", "contacts"]
    assert session.conversation.wish("money").text == WORDS


def test_silent_topics_are_neither_shown_nor_offered(talk):
    session, priorities = talk
    topics = session.knowledge.questionnaire.topics
    silent = next(str(id_) for id_, topic in topics.items() if topic.silent)
    session.wish(Wish(topic=silent, text="Dit blijft hier"))
    priorities.move(2, 0)
    state = priorities.state()
    assert silent not in {each.topic for each in (*state.wishes, *state.offers)}
    assert session.conversation.wish(silent)


def test_what_weighs_is_offered_first_and_safety_and_the_talk_itself_never():
    desk, session = a_full_talk(answers={"life_not_worth": "no", "mood": "good", "confidence": 5.0})
    offers = Priorities(desk, session, TODAY).state().offers
    assert [each.state == "weighs" for each in offers] == sorted(
        (each.state == "weighs" for each in offers), reverse=True
    )
    assert {"sleep", "mood"} <= {each.topic for each in offers}
    assert {"life", "own_story", "money"}.isdisjoint(each.topic for each in offers)
    topics = session.knowledge.questionnaire.topics
    assert not any(all(question.safety for question in topics[each.topic].questions) for each in offers)


def test_without_answers_and_wishes_there_is_nothing_to_show():
    desk, session = a_full_talk()
    for question in list(session.conversation.answers):
        session.clear(QuestionId(question))
    session.toggle_wish("money")
    state = Priorities(desk, session, TODAY).state()
    assert (state.wishes, state.offers) == ((), ())


def test_what_makes_it_one_higher_becomes_the_smallest_beginning_of_an_own_step(talk):
    session, priorities = talk
    priorities.say_what_helps("money", "Samen één envelop openen")
    assert "eerste stap" in priorities.toggle_step("money")
    assert steps(session) == (
        Step(
            text=WORDS,
            who="person",
            by=TODAY + datetime.timedelta(days=6),
            smallest_start="Samen één envelop openen",
        ),
    )
    assert priorities.state().wishes[0].is_step
    priorities.toggle_step("money")
    assert steps(session) == ()


def test_a_step_without_words_asks_for_them_first(talk):
    session, priorities = talk
    assert "Schrijf eerst" in priorities.toggle_step("sleep")
    assert steps(session) == ()


def test_other_words_for_the_same_wish_change_its_step(talk):
    session, priorities = talk
    for words in ("Zus bellen", "Zus appen"):
        priorities.say_what_helps("sleep", words)
        priorities.place_step("sleep")
    assert [(step.text, step.smallest_start) for step in steps(session)] == [
        ("Een stap verder met: Slapen", "Zus appen")
    ]


def test_the_step_stands_with_what_was_chosen_and_counts_among_the_first_three(talk):
    session, priorities = talk
    choosing = Choosing(priorities._desk, session)
    choosing.take("huisarts")
    choosing.take("geldfit")
    priorities.say_what_helps("sleep", "Telefoon in de keuken")
    priorities.place_step("sleep")
    assert choosing.state().counter.startswith("3")
    assert "drie eerste stappen" in choosing.take("maatje")
    assert len(Agreeing(priorities._desk, session, TODAY).state().steps) == 3


def test_a_fourth_step_comes_later_and_that_is_said(talk):
    session, priorities = talk
    for kind in ("huisarts", "geldfit", "maatje"):
        Choosing(priorities._desk, session).take(kind)
    priorities.say_what_helps("sleep", "Telefoon in de keuken")
    assert "later" in priorities.place_step("sleep")
    assert Agreeing(priorities._desk, session, TODAY).state().steps[3].number == 0


def test_a_first_step_fills_in_no_safety_net(talk):
    session, priorities = talk
    priorities.say_what_helps("sleep", "Telefoon in de keuken")
    priorities.place_step("sleep")
    assert session.conversation.plan.when_worse == ""
