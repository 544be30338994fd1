"""Opening a new conversation: who is there, how one can speak, whom it is about. All of it may stay empty."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from intake_app.conversation.desk import Desk
from intake_app.core.problems import ProblemsError
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Channel, Interpreter, Participant, Person, Situation

OLDEST = 120
"""Age in years; above it a typing error is more likely."""
GENDERS = ("woman", "man", "other")
READING = ("ok", "low")
REFERRERS = ("self", "huisarts", "poh_ggz", "ggz", "wijkteam", "other")
AT_A_DISTANCE = frozenset({Channel.TELEPHONE, Channel.VIDEO})
USUALLY_THERE = {
    Mode.QUICK: (Participant.PERSON, Participant.GP_ASSISTANT),
    Mode.EXPLORATORY: (Participant.PERSON, Participant.GGZ_PROFESSIONAL, Participant.SOCIAL_WORKER),
}
VEILIG_THUIS = "veilig_thuis"


@dataclass(frozen=True, slots=True, kw_only=True)
class StartForm:
    """What was filled in, as typed."""

    channel: Channel = Channel.ROOM
    participants: tuple[Participant, ...] = (Participant.PERSON,)
    interpreter: Interpreter = Interpreter.NONE
    speaks_freely: bool = True
    where_now: str = ""
    call_back: str = ""
    birth_year: str = ""
    age: str = ""
    gender: str = ""
    pc4: str = ""
    language: str = "nl"
    literacy: str = "ok"
    referrer_role: str = ""
    referrer_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalCall:
    """A number to call when the talk cannot be held here. An empty number: the text says whom."""

    text: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why the talk cannot be held here, the way out, and whom to call."""

    reason: str
    ways_out: tuple[str, ...]
    calls: tuple[RefusalCall, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StartOutcome:
    """What pressing start led to: a situation to begin with, faults per field, or a refusal."""

    situation: Situation | None = None
    faults: tuple[tuple[str, str], ...] = ()
    refusal: Refusal | None = None


def usual_form(mode: Mode) -> StartForm:
    """Return the form as it opens, so that Enter starts at once."""
    return StartForm(participants=USUALLY_THERE[mode])


class Start:
    """The rules of the form."""

    def __init__(self, desk: Desk, mode: Mode, today: datetime.date) -> None:
        """Keep what the form is about."""
        self._desk, self.mode, self._today = desk, mode, today

    def check(self, form: StartForm) -> StartOutcome:
        """Turn the form into a situation, or into what is wrong with it per field."""
        wrong = self._wrong(form)
        if wrong:
            return StartOutcome(faults=tuple((name, self._desk.text(f"start.wrong_{name}")) for name in wrong))
        if not self._ages_agree(form):
            return StartOutcome(faults=(("age", self._desk.text("start.ages_differ")),))
        person = Person(
            birth_year=_number(form.birth_year),
            age=_number(form.age),
            gender=form.gender,
            pc4=form.pc4.strip(),
            language=form.language,
            literacy=form.literacy,
        )
        return StartOutcome(situation=self._situation(form, person))

    def _wrong(self, form: StartForm) -> list[str]:
        year, age, pc4 = _number(form.birth_year), _number(form.age), form.pc4.strip()
        fits = {
            "birth_year": not form.birth_year.strip()
            or (year is not None and self._today.year - OLDEST <= year <= self._today.year),
            "age": not form.age.strip() or (age is not None and age <= OLDEST),
            "pc4": not pc4 or _is_pc4(pc4),
        }
        return [name for name, is_right in fits.items() if not is_right]

    def _ages_agree(self, form: StartForm) -> bool:
        """Tell whether the age fits the year of birth, with the birthday of this year or before it."""
        year, age = _number(form.birth_year), _number(form.age)
        return year is None or age is None or self._today.year - year - age in {0, 1}

    def _situation(self, form: StartForm, person: Person) -> Situation:
        return Situation(
            mode=self.mode,
            date=self._today,
            channel=form.channel,
            person=person,
            participants=form.participants,
            interpreter=form.interpreter,
            speaks_freely=form.speaks_freely,
            call_back=self._call_back(form),
            referrer_role=form.referrer_role,
            referrer_reason=form.referrer_reason.strip(),
        )

    def _call_back(self, form: StartForm) -> str:
        where, how = form.where_now.strip(), form.call_back.strip()
        if not where or form.channel not in AT_A_DISTANCE:
            return how
        now = self._desk.text("start.is_now_at", where=where)
        return f"{how}; {now}" if how else now

    def refused(self, error: ProblemsError, situation: Situation) -> StartOutcome:
        """Say what a refusal by the desk means: ask the age, or show the way out."""
        codes = {problem.code for problem in error.problems}
        if "age_in_doubt" in codes:
            return StartOutcome(faults=(("age", self._desk.text("start.age_in_doubt")),))
        if "too_young" in codes:
            return StartOutcome(refusal=self._refusal(situation))
        return StartOutcome(faults=tuple(("", self._desk.problem_text(each)) for each in error.problems))

    def _refusal(self, situation: Situation) -> Refusal:
        text = self._desk.text
        calls = [
            RefusalCall(text=text("refusal.call_112"), number=text("refusal.number_112")),
            RefusalCall(text=text("refusal.call_huisarts"), number=self._desk.setting("gp_phone")),
        ]
        if not situation.overheard:
            numbers = text(f"refusal.call_{VEILIG_THUIS}"), text(f"refusal.number_{VEILIG_THUIS}")
            calls.append(RefusalCall(text=numbers[0], number=numbers[1]))
        ways = tuple(text(f"refusal.way_{name}") for name in ("huisarts", "youth", "together"))
        return Refusal(reason=text("refusal.reason"), ways_out=ways, calls=tuple(calls))


def _number(typed: str) -> int | None:
    """Return the whole number that was typed, or None when it is none."""
    words = typed.strip()
    return int(words) if words.isascii() and words.isdecimal() else None


def _is_pc4(typed: str) -> bool:
    return len(typed) == len("1234") and typed.isascii() and typed.isdecimal() and typed[0] != "0"
