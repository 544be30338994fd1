"""Handing the sociale kaart out: which entries, in which form, and what each form is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from intake_app.advice.kinds import Group
from intake_app.directory.import_plan import Format

if TYPE_CHECKING:
    from intake_app.core.ids import ServiceId
    from intake_app.practice.upkeep import Upkeep
    from intake_app.ui.presenters.directory_files_words import ListWords

ENDINGS: Mapping[Format, str] = MappingProxyType(
    {
        Format.HSDS_JSON: ".json",
        Format.HSDS_CSV: ".zip",
        Format.TABLE_XLSX: ".xlsx",
        Format.TABLE_CSV: ".csv",
        Format.VCARD: ".vcf",
    }
)
"""The forms that a list goes out in, in the order of the screen, each with the end of its file's name."""
BLANKS = (Format.TABLE_XLSX, Format.TABLE_CSV)
"""The forms that there is an empty table in."""

Found = Mapping[str, tuple["ServiceId", ...]]
"""The ids of entries, by a scope or a group."""


class Scope(StrEnum):
    """Which entries go along."""

    ALL = "all"
    OWN = "own"
    GROUP = "group"


class Giving:
    """Knows which entries there are of each, once it was given what `look` found."""

    def __init__(self, words: ListWords, upkeep: Upkeep) -> None:
        self._words, self._upkeep = words, upkeep
        self._ids: Found = {}

    def take(self, found: Found) -> None:
        """Go on with what was found."""
        self._ids = found

    def look(self) -> Found:
        """Look which entries there are. Slow where there are many."""
        services = self._upkeep.services()
        groups = {kind.id: kind.group for kind in self._upkeep.kinds}
        found: dict[str, tuple[ServiceId, ...]] = {
            Scope.ALL: tuple(each.id for each in services),
            Scope.OWN: tuple(each.id for each in services if self._upkeep.is_own(each.id)),
        }
        for group in Group:
            found[group] = tuple(each.id for each in services if any(groups.get(kind) is group for kind in each.kinds))
        return found

    def scopes(self) -> dict[str, str]:
        """Return which entries can go along, in words."""
        return {scope.value: self._words.say(f"scope_{scope.value}") for scope in Scope}

    def groups(self) -> tuple[tuple[str, str], ...]:
        """Return the groups of which there is something."""
        some = (group for group in Group if self._ids.get(group))
        return tuple((group.value, self._words.desk.text(f"choose.group_{group.value}")) for group in some)

    def chosen(self, scope: Scope, group: str) -> tuple[ServiceId, ...]:
        """Return the entries that go along."""
        return self._ids.get(group if scope is Scope.GROUP else scope, ())

    def asked(self, scope: Scope, group: str) -> Sequence[ServiceId] | None:
        """Return what `Upkeep.write_file` is asked: None for everything."""
        return None if scope is Scope.ALL else self.chosen(scope, group)

    def count_words(self, scope: Scope, group: str) -> str:
        """Return how many go along, or what to do where there are none; empty before anything was found."""
        if not self._ids:
            return ""
        count = len(self.chosen(scope, group))
        return self._words.say("scope_count" if count else "scope_none", count=self._words.number(count))

    def forms(self) -> tuple[tuple[Format, str, str], ...]:
        """Return the forms, each with its name and what it is for."""
        return tuple((form, *self._named("", form)) for form in ENDINGS)

    def blanks(self) -> tuple[tuple[Format, str, str], ...]:
        """Return the same of the empty tables."""
        return tuple((form, *self._named("blank_", form)) for form in BLANKS)

    def _named(self, what: str, form: Format) -> tuple[str, str]:
        return self._words.say(f"{what or 'format_'}{form.value}"), self._words.say(f"about_{what}{form.value}")

    def file_name(self, form: Format, *, is_blank: bool) -> str:
        """Return how the file is called, unless one says otherwise."""
        return self._words.say("blank_name" if is_blank else "file_name") + ENDINGS[form]


def with_ending(path: str, form: Format) -> str:
    """Return a path that ends as its form asks."""
    ending = ENDINGS[form]
    return path if path.casefold().endswith(ending) else path + ending
