"""A talk that came to the end: a treatment with a waiting time, help in the area, steps, and who may read what."""

from __future__ import annotations

import datetime

from intake_app.advice.plan import Plan, Step
from tests.export.talks import inputs_of

NAME = "chosen"
SOCIAL, WALKING, TREATMENT = "wr_maatschappelijk_werk", "wr_wandelgroep", "wr_basis_ggz"
FILE = f"""
mode: exploratory
date: "2026-11-22"
person: {{age: 52, gender: man, pc4: "2512", language: nl, literacy: ok}}
participants: [person, poh_ggz, social_worker]
referrer: {{role: huisarts, reason: "Somber sinds hij zijn baan kwijt is."}}
answers: {{own_question: "Ik wil weer ergens mijn bed voor uit komen.", support: one_person, reading: easy,
          area_mind: weighs, which_mind: [mood], mood: often_low, pleasure: less, sleep_quality: poor,
          area_society: weighs, which_society: [money, work], money_round: short, debts: arrears, post: piles_up,
          letter_date: no_date, work: no_work, life_not_worth: "no", suicide_thoughts: "no"}}
strengths: [{{topic: contacts, text: "Mijn broer komt elke zaterdag koffie drinken"}}]
wishes:
  - {{topic: money, text: "Weten hoe hoog de schuld is", importance: 8, confidence: 4}}
  - {{topic: mood, text: "Weer zin hebben in de dag", importance: 9, confidence: 3}}
choices:
  - {{kind: maatschappelijk_werk, decision: taken, service: {SOCIAL}}}
  - {{kind: wandelgroep, decision: taken, service: {WALKING}}}
  - {{kind: basis_ggz, decision: taken, service: {TREATMENT}}}
  - {{kind: maatje, decision: declined, reason: "Liever met mijn broer."}}
consents:
  - {{recipient: huisarts, items: [all]}}
  - {{recipient: "service:{SOCIAL}", items: [all]}}
"""
PLAN = Plan(
    steps=(
        Step(
            text="Samen de post openen en op een rij zetten",
            who="social_worker",
            by=datetime.date(2026, 12, 4),
            kind="maatschappelijk_werk",
            service=SOCIAL,
            smallest_start="De brieven in één tas doen",
        ),
        Step(text="Elke ochtend een kwartier naar buiten", smallest_start="De schoenen bij de deur zetten"),
        Step(text="De verwijzing bespreken", who="huisarts", kind="basis_ggz", service=TREATMENT),
    ),
    when_worse="Bel de praktijk en vraag naar de POH.",
    when_it_fails="Lukt een stap niet? Dan maken we hem samen kleiner.",
    speak_again=datetime.date(2026, 12, 8),
    speak_how="op de praktijk",
)


def chosen_inputs():
    """Return what the papers of this talk are made from."""
    return inputs_of(FILE, plan=PLAN)
