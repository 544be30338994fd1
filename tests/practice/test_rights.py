from __future__ import annotations

import itertools

import pytest

from intake_app.core.problems import ProblemsError
from intake_app.practice.guard import may, permit
from intake_app.practice.rights import ABOUT_A_TALK, RIGHTS, Action, Relation, Verdict, verdict_for
from intake_app.practice.users import CONTENT_ROLES, Role, User

PRODUCT = tuple(itertools.product(Role, Action, Relation))
ON_CONTENT = frozenset({Action.START, Action.READ, Action.CHANGE, Action.PAPER, Action.EXPORT_PERSON, Action.ADMIT})


def user_with(*roles: Role, is_blocked: bool = False) -> User:
    return User(id="u", name="Een collega", roles=frozenset(roles), is_admitted=True, is_blocked=is_blocked)


def test_the_table_answers_for_every_role_action_and_relation():
    assert set(RIGHTS) == set(PRODUCT)


@pytest.mark.parametrize("role,action,relation", PRODUCT)
def test_what_holds_whatever_the_table_says(role, action, relation):
    verdict = RIGHTS[role, action, relation]
    if (action in ABOUT_A_TALK) is (relation is Relation.NONE):
        assert verdict is Verdict.NO, "an action about a talk needs one, any other needs none"
    if role not in CONTENT_ROLES and action in ON_CONTENT:
        assert verdict is Verdict.NO, "who holds no content key does nothing with content"
    if verdict is Verdict.BREAK_GLASS:
        assert relation is Relation.OTHER
        assert action in {Action.READ, Action.CHANGE, Action.PAPER}, "the key opens a talk, and nothing else"
    if action is Action.READ_LOG:
        assert (verdict is Verdict.YES) is (role is Role.PRIVACY_OFFICER and relation is Relation.NONE)
    if action in {Action.MANAGE_USERS, Action.RESTORE}:
        assert (verdict is Verdict.YES) is (role is Role.ADMINISTRATOR and relation is Relation.NONE)


@pytest.mark.parametrize("role,action,relation", PRODUCT)
def test_a_nearer_relation_never_takes_a_right_away(role, action, relation):
    rank = {Verdict.NO: 0, Verdict.BREAK_GLASS: 1, Verdict.YES: 2}
    if relation is Relation.OTHER:
        assert rank[RIGHTS[role, action, Relation.OWN]] >= rank[RIGHTS[role, action, Relation.OTHER]]
    if relation is Relation.SHARED:
        assert rank[RIGHTS[role, action, Relation.OWN]] >= rank[RIGHTS[role, action, Relation.SHARED]]


@pytest.mark.parametrize("role,action,relation", PRODUCT)
def test_the_guard_follows_the_table(role, action, relation):
    verdict, someone = RIGHTS[role, action, relation], user_with(role)
    assert may(someone, action, relation) is (verdict is Verdict.YES)
    assert may(someone, action, relation, has_glass=True) is (verdict is not Verdict.NO)
    assert not may(user_with(role, is_blocked=True), action, relation, has_glass=True)
    assert not may(None, action, relation, has_glass=True)


@pytest.mark.parametrize("first,second", tuple(itertools.combinations(Role, 2)))
def test_two_roles_may_what_either_may(first, second):
    for action, relation in itertools.product(Action, Relation):
        found = {RIGHTS[first, action, relation], RIGHTS[second, action, relation]}
        best = next(each for each in (Verdict.YES, Verdict.BREAK_GLASS, Verdict.NO) if each in found)
        assert verdict_for({first, second}, action, relation) is best


def test_a_permit_says_in_the_log_on_what_ground():
    assistant = user_with(Role.ASSISTANT)
    own = permit(assistant, Action.READ, Relation.OWN)
    by_key = permit(assistant, Action.READ, Relation.OTHER, has_glass=True)
    assert (own.controls.as_letters(), own.purpose) == ("TTFF", "TREAT")
    assert (by_key.controls.as_letters(), by_key.purpose) == ("TFFT", "ETREAT")


def test_a_refusal_says_whether_a_reason_would_open_it():
    with pytest.raises(ProblemsError) as asked:
        permit(user_with(Role.ASSISTANT), Action.READ, Relation.OTHER)
    with pytest.raises(ProblemsError) as denied:
        permit(user_with(Role.ADMINISTRATOR), Action.READ, Relation.OTHER, has_glass=True)
    assert asked.value.problems[0].code == "break_glass_needed"
    assert denied.value.problems[0].code == "not_allowed"
