"""The facts of a service in words: short ones for a line, and how sure we are of them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from intake_app.advice.kinds import OptionKind
from intake_app.conversation.desk import Desk
from intake_app.directory.distance import said_km
from intake_app.directory.freshness import Age, freshness
from intake_app.directory.model import Availability, CostOption, Service
from intake_app.directory.query import Hit
from intake_app.practice.upkeep import Upkeep
from intake_app.ui.presenters import choose_facts
from intake_app.ui.presenters.choose_facts import day
from intake_app.ui.theme.roles import Role

_CODES = "nl en am ar bg zh de prs fa fr fy dse el hi hu id it ku pap ps pl pt ro ru sr so es srn zgh ti tr uk ur vi"
LANGUAGES = frozenset(_CODES.split())
"""Codes of languages (ISO 639) that have a name in the wording; others are said as they are."""
GENDERS = frozenset({"woman", "man", "other"})
CONFIRMED = "confirmed"


def language_words(desk: Desk, code: str) -> str:
    """Return the name of a language, or its code where it has none here."""
    return desk.text(f"table_language.{code}") if code in LANGUAGES else code


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How sure we are of an entry: an icon, a colour and words; the colour never says it alone."""

    icon: str
    role: Role
    words: str


_MARKS = {
    Age.CURRENT: ("check", Role.TEXT_SOFT, "mark_current"),
    Age.TO_CHECK: ("later", Role.TEXT, "mark_to_check"),
    Age.STALE: ("mark", Role.WEIGHS, "mark_stale"),
}


def refusal_words(desk: Desk, upkeep: Upkeep) -> str:
    """Return why the present user can change nothing; empty where they can."""
    if upkeep.may_change:
        return ""
    return desk.read_only_words or desk.text("directory.not_allowed")


class FactWords:
    """Says the facts of services on a day, in the language of the screen."""

    def __init__(self, desk: Desk, kinds: Sequence[OptionKind], today: datetime.date) -> None:
        self._desk, self.today = desk, today
        self._kinds = {kind.id: kind for kind in kinds}

    def say(self, key: str, **values: str) -> str:
        """Return a text of the section `directory`."""
        return self._desk.text(f"directory.{key}", **values)

    def kinds(self, service: Service) -> str:
        """Return the names of what kinds of help it is."""
        known = (self._kinds[kind] for kind in service.kinds if kind in self._kinds)
        return ", ".join(kind.name.of(self._desk.language) for kind in known)

    def language(self, code: str) -> str:
        """Return the name of a language, or its code where it has none here."""
        return language_words(self._desk, code)

    def number(self, service: Service) -> str:
        """Return the first telephone number; empty where there is none."""
        return service.phones[0].number if service.phones else ""

    def mark(self, service: Service) -> Mark:
        """Return how sure we are of the entry as a whole."""
        if service.assured_date == datetime.date.min:
            return Mark(icon="mark", role=Role.WEIGHS, words=self.say("mark_never"))
        age = freshness(service, self.today).entry
        if service.status != CONFIRMED and age is not Age.STALE:
            return Mark(icon="untouched", role=Role.TEXT, words=self.say("state_unconfirmed"))
        icon, role, key = _MARKS[age]
        return Mark(icon=icon, role=role, words=self.say(key, day=day(service.assured_date)))

    def wait(self, service: Service) -> str:
        """Return the waiting time with its day; an old one says that it is."""
        return choose_facts.wait_now(self._desk, service, self.today) or self.say("wait_unknown")

    def places(self, service: Service) -> str:
        """Return how many could begin, with the day on which it was so; empty where nobody knows."""
        return choose_facts.places(self._desk, service, self.today)

    def cost(self, service: Service) -> str:
        """Return in short what it costs."""
        if service.fees:
            return service.fees.of(self._desk.language)
        if service.free:
            return self.say("free")
        return "; ".join(self.costs(service)) or self.say("cost_unknown")

    def costs(self, service: Service) -> tuple[str, ...]:
        """Return each amount with whom it is for; one that has passed is left out."""
        return tuple(self._cost(each) for each in service.costs if each.valid_to is None or each.valid_to >= self.today)

    def _cost(self, cost: CostOption) -> str:
        amount = "" if cost.amount is None else self._amount(cost.amount, cost.currency)
        since = cost.valid_from is not None and cost.valid_from > self.today and cost.valid_from
        facts = (
            cost.option,
            amount,
            cost.description,
            self.say("from_day", day=day(since)) if since else "",
            self.say("until_day", day=day(cost.valid_to)) if cost.valid_to else "",
        )
        return " ".join(filter(None, facts))

    def _amount(self, amount: float, currency: str) -> str:
        if not amount:
            return self.say("free")
        figures = f"{amount:.2f}" if amount % 1 else f"{amount:.0f}"
        if self._desk.language == "nl":
            figures = figures.replace(".", ",")
        return self.say("amount", amount=figures) if currency == "EUR" else f"{currency} {figures}"

    def reach(self, hit: Hit) -> str:
        """Return how far it is: kilometres where they are known, else how or where it is."""
        service, km = hit.service, hit.distance_km
        if km is not None:
            said = said_km(km)
            return self.say("km", km=str(said)) if said else self.say("near")
        if service.remote:
            return self.say("remote")
        return service.location.city if service.location else ""

    def referral(self, service: Service) -> str:
        """Return whether a person can go there without a letter, else who refers."""
        if service.self_referral:
            return self.say("self_referral")
        who = service.referral_by.of(self._desk.language)
        if who.endswith("."):  # a sentence says it by itself
            return who.removesuffix(".")
        return self.say("referred_by", who=who) if who else self.say("referred")

    def hindrance(self, service: Service) -> str:
        """Return in a few words why it is not offered now, or what one must know first; usually empty."""
        if service.never_offer:
            return self.say("never_offer")
        if service.availability is not Availability.ACTIVE:
            closed = self.say(f"state_{service.availability.value.replace(' ', '_')}")
            return ": ".join(filter(None, (closed, service.alert.of(self._desk.language))))
        return service.alert.of(self._desk.language)
