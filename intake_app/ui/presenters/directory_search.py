"""What is looked for: the words, the filters that are on, and how they are said."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from intake_app.advice.kinds import Group, OptionKind
from intake_app.conversation.desk import Desk
from intake_app.core.ids import KindId
from intake_app.directory.finding.words import plain
from intake_app.directory.model import Service
from intake_app.directory.query import Filters, Query, Sort
from intake_app.ui.presenters.directory_words import FactWords

NOW = "now"
"""The choice "open now" among the days."""
PC4_LENGTH = 4
Choices = tuple[tuple[str, str], ...]


class Toggle(StrEnum):
    """Filters that are on or off, by their names in `Filters`."""

    FREE = "free_only"
    SELF_REFERRAL = "self_referral"
    WHEELCHAIR = "wheelchair"
    REMOTE = "remote"
    HIDDEN_TOO = "hidden_too"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What is chosen on the screen; empty or None asks nothing.

    Attributes:
        place: a postcode, of which the four digits count, or the name of a place.
        when: "" for any day, `NOW`, or "0" (Monday) to "6".
    """

    words: str = ""
    group: str = ""
    kind: str = ""
    place: str = ""
    language: str = ""
    when: str = ""
    age: int | None = None
    toggles: frozenset[Toggle] = frozenset()
    sort: Sort = Sort.FIT

    @property
    def pc4(self) -> str:
        """The four digits of a postcode; empty where no postcode was typed."""
        digits, rest = self.place.strip()[:PC4_LENGTH], self.place.strip()[PC4_LENGTH:].strip()
        is_code = len(digits) == PC4_LENGTH and digits.isascii() and digits.isdecimal()
        return digits if is_code and (not rest or rest.isalpha()) else ""

    @property
    def has_filters(self) -> bool:
        """Tell whether anything but words and order is asked."""
        return replace(self, words="", sort=Sort.FIT) != Chosen()

    @property
    def sorts_by_distance(self) -> bool:
        """Tell whether the nearest is to come first."""
        return self.sort is Sort.NEAR

    def without(self, part: str) -> Chosen:
        """Return this without one filter: the name of a field, or a toggle."""
        if part in set(Toggle):
            return replace(self, toggles=self.toggles - {Toggle(part)})
        emptied: dict[str, str | None] = {part: None if part == "age" else ""}
        return replace(self, **emptied)  # type: ignore[arg-type]  # the names come from `active`

    def cleared(self) -> Chosen:
        """Return this without any filter; the words and the order stay."""
        return Chosen(words=self.words, sort=self.sort)


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedFor:
    """What was looked for when one went elsewhere, and the service that was shown."""

    chosen: Chosen
    about: str


class SearchWords:
    """Offers what can be chosen, turns it into a query, and says which filters are on."""

    def __init__(self, desk: Desk, kinds: Sequence[OptionKind], facts: FactWords) -> None:
        self._desk, self._kinds, self._facts = desk, tuple(kinds), facts
        self._places: Mapping[str, str] = {}
        self._languages: tuple[str, ...] = ()

    def look_at(self, services: Sequence[Service]) -> None:
        """Learn which places and languages there are."""
        cities = {place.city for service in services for place in service.locations if place.city}
        self._places = {plain(city): city for city in sorted(cities, reverse=True)}
        self._languages = tuple({code for service in services for code in service.languages})

    def groups(self) -> Choices:
        """Return the five groups to choose from."""
        names = ((group.value, self._desk.text(f"choose.group_{group.value}")) for group in Group)
        return (("", self._say("group")), *names)

    def kinds(self, group: str) -> Choices:
        """Return the kinds of a group, or all, by name."""
        names = ((str(kind.id), kind.name.of(self._desk.language)) for kind in self._kinds if group in {"", kind.group})
        return (("", self._say("kind")), *sorted(names, key=_by_name))

    def languages(self) -> Choices:
        """Return the languages that are spoken somewhere, by name."""
        names = ((code, self._facts.language(code)) for code in self._languages)
        return (("", self._say("language")), *sorted(names, key=_by_name))

    def days(self) -> Choices:
        """Return the days, and now."""
        week = ((str(day), self._say("on", day=self._day(str(day)))) for day in range(7))
        return (("", self._say("when")), (NOW, self._say("now")), *week)

    def sorts(self) -> Choices:
        """Return the orders."""
        return tuple((sort.value, self._say(f"sort_{sort.value}")) for sort in Sort)

    def toggles(self) -> Choices:
        """Return what is on or off."""
        return tuple((toggle.value, self._say(toggle.value)) for toggle in Toggle)

    def query(self, chosen: Chosen, now: datetime.datetime) -> Query:
        """Return what to search for; `now` is local time."""
        on = {toggle.value: toggle in chosen.toggles for toggle in Toggle}
        filters = Filters(
            kinds=self._kinds_of(chosen),
            pc4=chosen.pc4,
            city=self._city(chosen.place),
            languages=frozenset({chosen.language} - {""}),
            age=chosen.age,
            day=int(chosen.when) if chosen.when.isdecimal() else None,
            open_at=now if chosen.when == NOW else None,
            **on,
        )
        return Query(words=chosen.words, filters=filters, sort=chosen.sort)

    def _kinds_of(self, chosen: Chosen) -> frozenset[KindId]:
        if chosen.kind:
            return frozenset({KindId(chosen.kind)})
        return frozenset(kind.id for kind in self._kinds if kind.group == chosen.group)

    def _city(self, typed: str) -> str:
        """Return the place that is meant: what is typed may be its beginning, and digits are a postcode."""
        asked = plain(typed.strip())
        if not asked or asked[0].isdecimal() or asked in self._places:
            return "" if asked[:1].isdecimal() else asked
        begun = [city for city in self._places if city.startswith(asked)]
        return begun[0] if len(begun) == 1 else asked

    def active(self, chosen: Chosen) -> Choices:
        """Return the filters that are on, each by the part that `Chosen.without` takes away."""
        city = self._city(chosen.place)
        named = {
            "group": self._desk.text(f"choose.group_{chosen.group}") if chosen.group else "",
            "kind": dict(self.kinds("")).get(chosen.kind, "") if chosen.kind else "",
            "place": self._place(chosen.pc4, city),
            "language": self._facts.language(chosen.language),
            "when": dict(self.days())[chosen.when] if chosen.when else "",
            "age": "" if chosen.age is None else self._say("age", age=str(chosen.age)),
        }
        on = ((toggle.value, self._say(toggle.value)) for toggle in Toggle if toggle in chosen.toggles)
        return (*((part, words) for part, words in named.items() if words), *on)

    def _place(self, pc4: str, city: str) -> str:
        if pc4:
            return self._say("serves", pc4=pc4)
        return self._say("city", city=self._places.get(city, city)) if city else ""

    def _day(self, day: str) -> str:
        return self._desk.text(f"directory_day.{day}")

    def _say(self, key: str, **values: str) -> str:
        return self._desk.text(f"directory_filter.{key}", **values)


def _by_name(choice: tuple[str, str]) -> str:
    return plain(choice[1])
