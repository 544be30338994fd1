"""A talk from a file, in words: what came along with it, or why it was refused."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from intake_app.conversation.consent import HUISARTS, consent_of, service_name, service_of
from intake_app.core.problems import ProblemsError
from intake_app.ui.presenters.choose_quiet import quiet_of

if TYPE_CHECKING:
    from intake_app.conversation.desk import Desk
    from intake_app.conversation.session import Session

MOST_TOLD = 3
"""Problems that are told one by one. Source: eigen oordeel."""


def taken_words(desk: Desk, session: Session) -> str:
    """Return that a talk was read, that it may be there twice now, and whose consent came along.

    A file can be read again, and it can have been changed since consent was said.
    """
    talk = session.conversation
    recipients = dict.fromkeys(each.recipient for each in talk.consents)
    who = dict.fromkeys(_name(desk, session, each) for each in recipients if consent_of(talk, each) is not None)
    told = (desk.text("take_in.consent", who=", ".join(who)),) if who else ()
    again = (desk.text("take_in.again"),) if _is_there_twice(desk, session) else ()
    return " ".join((desk.text("take_in.done"), *again, *told))


def _is_there_twice(desk: Desk, session: Session) -> bool:
    """Tell whether another talk began in the same second: a file tells it no finer."""
    here = session.conversation
    others = (each.opened for each in desk.rows() if each.id != here.id)
    return any(each.replace(microsecond=0) == here.opened.replace(microsecond=0) for each in others)


def _name(desk: Desk, session: Session, recipient: str) -> str:
    """Return who may read it; not the name of an organisation whose kind of help tells what was asked alone."""
    if recipient == HUISARTS:
        return desk.text("take_in.huisarts")
    talk, telling = session.conversation, quiet_of(session).telling
    is_telling = any(each.service == service_of(recipient) and each.kind in telling for each in talk.choices)
    name = "" if is_telling else service_name(recipient, talk, session.knowledge.supply.directory)
    return name or desk.text("take_in.organisation")


def refused_words(desk: Desk, error: Exception, otherwise: str) -> str:
    """Return what is wrong with a file, a line each, and that nothing came of it; `otherwise` where nobody knows.

    Where in the file says nothing to who reads this: `fhir check` tells that.
    """
    problems = error.problems if isinstance(error, ProblemsError) else ()
    of_file = (replace(each, where=each.where.partition(": ")[0]) for each in problems)
    lines = list(dict.fromkeys(map(desk.problem_text, of_file))) or [otherwise]
    more = len(lines) - MOST_TOLD
    rest = (desk.text("take_in.more", count=str(more)),) if more > 0 else ()
    return "\n".join((*lines[:MOST_TOLD], *rest, desk.text("take_in.nothing")))
