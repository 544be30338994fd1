"""Conversations of the real content, made from files of answers, with everything that a paper needs."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import cache

from intake_app.advice.proposals import Supply
from intake_app.content.load import load
from intake_app.content.locate import resources_dir
from intake_app.content.source import read_source
from intake_app.conversation.knowledge import Knowledge
from intake_app.exchange.answers_file import read_answers_file
from intake_app.export import documents
from intake_app.export.pdf.markup import parse
from intake_app.export.views import Inputs
from intake_app.triage.evaluate import Engine

TODAY = datetime.date(2026, 11, 22)
SETTINGS = {"practice_name": "Praktijk Waterrijk", "gp_phone": "000-0000000", "out_of_hours_phone": "000-1111111"}
READ_BY_GP = "consents: [{recipient: huisarts, items: [all]}]\n"
MONEY = """
mode: quick
person: {age: 45, pc4: "2512", gender: man}
participants: [person, gp_assistant]
answers: {own_question: "Rust in mijn hoofd", support: one_person, which_society: [money], money_round: short,
          debts: arrears, post: piles_up, letter_date: no_date, suicide_thoughts: "no", life_not_worth: "no"}
strengths: [{topic: contacts, text: "Zus belt elke week"}]
wishes: [{topic: money, text: "De post weer open durven doen", importance: 8, confidence: 4,
   one_higher: "Als mijn zus naast mij zit"}]
"""
WAITING = """
mode: quick
person: {age: 45, gender: man}
answers: {own_question: "Ik ben op", life_not_worth: often, suicide_thoughts: recent, suicide_plan: none,
          suicide_safe: safe, suicide_earlier: "no", too_much_taken: "no", use_daily: none}
"""
RECORDED = WAITING + 'flag_actions: [{flag: suicide_thoughts, done: "Huisarts erbij gehaald", told: huisarts}]\n'


@cache
def content():
    """Load the real content once."""
    return load(read_source(resources_dir()))


@cache
def knowledge():
    """Return what a talk is held with."""
    found = content()
    return Knowledge(
        questionnaire=found.questionnaire,
        engine=Engine(found.rules, found.questionnaire, tuple(kind.id for kind in found.options)),
        supply=Supply(kinds=found.options, directory=found.directory, postcodes=found.postcodes),
        fingerprints=found.source.fingerprints(),
        is_certified=True,
    )


def inputs_of(file, **changes):
    """Return the inputs of a file of answers; `changes` replace fields of the conversation."""
    talk = replace(read_answers_file(file, "answers.yaml", knowledge(), TODAY), **changes)
    return Inputs(
        knowledge=knowledge(),
        conversation=talk,
        picture=knowledge().picture(talk),
        wording=content().wording,
        settings=SETTINGS,
        templates=resources_dir() / "templates",
        fonts=resources_dir() / "fonts",
        trial=True,
    )


def markup(paper, answers, *, large=False, language="nl", **changes):
    """Return a paper in its markup."""
    return documents.markup(paper, inputs_of(answers, **changes), large=large, language=language)


def advice(answers, **changes):
    """Return the words of the person's paper on one line."""
    return said(markup(documents.PERSON_ADVICE, answers, **changes))


def summary(answers, **changes):
    """Return the words of the summary on one line; the person agreed to it."""
    return said(markup(documents.HUISARTS_SUMMARY, answers + READ_BY_GP, **changes))


def said(paper):
    """Return all words of a paper: what stands on it, its titles and its footer."""
    return " ".join(_all_words(parse(paper))).replace("\u00a0", " ")


def _all_words(node):
    yield from (" ".join(value.split()) for value in node.attributes.values())
    for child in node.children:
        if isinstance(child, str):
            yield " ".join(child.split())
        else:
            yield from _all_words(child)


def papers(answers, **changes):
    """Return the papers of a file of answers, by id."""
    found = inputs_of(answers, **changes)
    return {each.id: each for each in documents.papers(found.knowledge, found.conversation, found.picture)}


def locks(answers, paper):
    """Return the codes of what holds a paper back."""
    return [each.code for each in papers(answers)[paper].locked_by]
