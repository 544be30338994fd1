"""Looking through what a list would do, deciding what is unsure, and taking it in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING

from intake_app.core.ids import ServiceId
from intake_app.core.problems import Problem
from intake_app.directory.import_plan import NEW, SKIP, ImportPlan, Outcome, PlanLine
from intake_app.ui.presenters.directory_files_words import ListWords, Row
from intake_app.ui.theme.roles import Role

if TYPE_CHECKING:
    from intake_app.practice.upkeep import BatchLine, Progress, Upkeep
    from intake_app.ui.presenters.work import Work


class Shown(StrEnum):
    """What of a plan is looked at: all lines, those of one outcome, or what was wrong with the file."""

    ALL = "all"
    UNSURE = "unsure"
    ADDED = "added"
    CHANGED = "changed"
    GONE = "gone"
    SAME = "same"
    TOLD = "told"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A file that was chosen, and what was decided about its lines so far."""

    path: str
    whole_list: bool = False
    answers: Mapping[str, str] | None = None

    @property
    def name(self) -> str:
        """The name of the file, without its folder."""
        return PurePath(self.path).name


_LOOKS = {
    Outcome.ADDED: ("plus", Role.TEXT_SOFT),
    Outcome.CHANGED: ("note", Role.TEXT_SOFT),
    Outcome.SAME: ("check", Role.TEXT_SOFT),
    Outcome.GONE: ("cross", Role.TEXT_SOFT),
    Outcome.UNSURE: ("help", Role.WEIGHS),
}


class Review:
    """A plan that is looked through. `answers` is what `Upkeep.take_in` asks for."""

    def __init__(self, words: ListWords, upkeep: Upkeep, plan: ImportPlan, answers: Mapping[str, str] | None) -> None:
        """Begin with what was decided before about lines that are still there and still ask for it."""
        self._words, self._upkeep, self.plan = words, upkeep, plan
        self._lines = {line.id: line for line in plan.lines if line.outcome in {Outcome.UNSURE, Outcome.GONE}}
        self._counts = Counter(line.outcome for line in plan.lines)
        self.answers: dict[str, str] = {}
        for id_, answer in (answers or {}).items():
            if id_ in self._lines and answer in self._possible(self._lines[id_]):
                self.answers[id_] = answer

    def _possible(self, line: PlanLine) -> tuple[str, ...]:
        return (line.id,) if line.outcome is Outcome.GONE else (*line.candidates, NEW, SKIP)

    def filters(self) -> dict[str, str]:
        """Return what can be looked at, each with how much it is; what is not there is left out."""
        counts = {
            Shown.ALL: len(self.plan.lines),
            **{Shown(outcome.value): count for outcome, count in self._counts.items()},
            Shown.TOLD: len(self.plan.incoming.problems),
        }
        return {
            shown.value: self._words.say(
                "filter",
                what=self._words.say(f"outcome_{shown.value}"),
                count=self._words.number(counts[shown]),
            )
            for shown in Shown
            if counts.get(shown) or shown is Shown.ALL
        }

    @property
    def first(self) -> Shown:
        """What to look at first: what must be decided, else everything, else what was wrong."""
        if self._counts[Outcome.UNSURE]:
            return Shown.UNSURE
        return Shown.ALL if self.plan.lines or not self.plan.incoming.problems else Shown.TOLD

    def lines(self, shown: Shown) -> tuple[PlanLine, ...]:
        """Return the lines to look at."""
        if shown is Shown.ALL:
            return self.plan.lines
        return tuple(line for line in self.plan.lines if line.outcome.value == shown)

    def title(self) -> str:
        """Return which file it is, and that nothing was done yet."""
        is_empty = not self.plan.lines and not self.plan.besides
        return self._words.say("nothing_in_it" if is_empty else "read", file=self.plan.incoming.source)

    def fields_words(self) -> str:
        """Return the fields that nobody knows, those that are kept and those that cannot be."""
        found = (("fields_kept", self.plan.incoming.kept), ("fields_dropped", self.plan.incoming.dropped))
        return "\n".join(self._words.say(key, fields=self._words.times(fields)) for key, fields in found if fields)

    def row(self, line: PlanLine) -> Row:
        """Return a line in words."""
        icon, role = _LOOKS[line.outcome]
        if line.outcome is Outcome.UNSURE and line.id in self.answers:
            icon, role = "check", Role.ACCENT
        elif line.id in self.answers:
            role = Role.WEIGHS
        state = self.state(line)
        cells = (line.name, line.organization, state)
        return Row(cells=cells, icon=icon, role=role, spoken=", ".join(filter(None, (line.name, state))))

    def state(self, line: PlanLine) -> str:
        """Return what happens to a line."""
        if line.outcome is Outcome.UNSURE:
            return self._unsure_state(self.answers.get(line.id))
        if line.outcome is Outcome.GONE:
            return self._words.say("line_goes" if line.id in self.answers else "line_stays")
        return self._words.say(f"line_{line.outcome.value}", fields=self._words.fields(line.fields))

    def _unsure_state(self, answer: str | None) -> str:
        known = {None: "line_unsure", NEW: "line_new", SKIP: "line_skipped"}
        if answer in known:
            return self._words.say(known[answer])
        return self._words.say("line_is", name=self._upkeep.service(ServiceId(str(answer))).name)

    def told_row(self, found: Problem) -> Row:
        """Return what was wrong with a row or a field: where, and what to do."""
        words = self._words.desk.problem_text(Problem(code=found.code, values=found.values))
        return Row(cells=(found.where, words), icon="skip", spoken=self._words.desk.problem_text(found))

    def told_text(self) -> str:
        """Return all that was wrong, one line each, to copy or keep."""
        lines = map(self._words.desk.problem_text, self.plan.incoming.problems)
        return "\n".join((*lines, *filter(None, (self.fields_words(),)))) + "\n"

    def answer(self, line: PlanLine, answer: str) -> None:
        """Decide what an unsure line is: the id of an entry here, `NEW` or `SKIP`."""
        if line.outcome is Outcome.UNSURE and answer in self._possible(line):
            self.answers[line.id] = answer

    def skip_rest(self) -> None:
        """Leave out every unsure line of which nothing was decided."""
        for line in self._of(Outcome.UNSURE):
            self.answers.setdefault(line.id, SKIP)

    def let_go(self, line: PlanLine, *, goes: bool) -> None:
        """Say of an entry that is not in the file whether it goes away."""
        if line.outcome is Outcome.GONE and goes:
            self.answers[line.id] = line.id
        elif line.outcome is Outcome.GONE:
            self.answers.pop(line.id, None)

    def let_all_go(self, *, goes: bool) -> None:
        """Say the same of all of them."""
        for line in self._of(Outcome.GONE):
            self.let_go(line, goes=goes)

    def _of(self, outcome: Outcome) -> tuple[PlanLine, ...]:
        return tuple(line for line in self._lines.values() if line.outcome is outcome)

    def is_going(self, line: PlanLine) -> bool:
        """Tell whether it was said that an entry goes away."""
        return line.outcome is Outcome.GONE and line.id in self.answers

    def next_unsure(self, lines: Sequence[PlanLine], at: int) -> int:
        """Return the place of the next line, round the end, of which nothing was decided; `at` where there is none."""
        places = (*range(at + 1, len(lines)), *range(at))
        return next((place for place in places if self._is_open(lines[place])), at)

    def _is_open(self, line: PlanLine) -> bool:
        return line.outcome is Outcome.UNSURE and line.id not in self.answers

    def counts(self) -> dict[str, int]:
        """Return how many come, change and go as things are decided now."""
        decided = Counter(self._decided(id_, answer) for id_, answer in self.answers.items())
        return {
            "added": self._counts[Outcome.ADDED] + decided[Outcome.ADDED],
            "changed": self._counts[Outcome.CHANGED] + decided[Outcome.CHANGED],
            "gone": decided[Outcome.GONE],
        }

    def _decided(self, id_: str, answer: str) -> Outcome:
        if self._lines[id_].outcome is Outcome.GONE:
            return Outcome.GONE
        return {NEW: Outcome.ADDED, SKIP: Outcome.SAME}.get(answer, Outcome.CHANGED)

    @property
    def does_something(self) -> bool:
        """Tell whether taking it in changes anything."""
        return any(self.counts().values()) or bool(self.plan.besides)

    def take_words(self) -> str:
        """Return exactly what taking it in does, for the button."""
        counts = self.counts()
        comes = [
            self._words.say(f"count_{what}", count=self._words.number(counts[what]))
            for what in ("added", "changed")
            if counts[what]
        ]
        if not self.does_something:
            return self._words.say("take_nothing")
        gone = self._words.number(counts["gone"])
        if not comes:
            return self._words.say("take_remove" if counts["gone"] else "take_rest", count=gone)
        what = comes[0] if len(comes) == 1 else self._words.say("both", one=comes[0], other=comes[1])
        return self._words.say("take_and_remove" if counts["gone"] else "take", what=what, count=gone)

    def taken_words(self, line: BatchLine | None) -> str:
        """Return what was done."""
        if line is None:
            return self._words.say("taken_nothing")
        what = self._words.counts(added=line.added, changed=line.changed, gone=line.gone)
        return self._words.say("taken" if what else "taken_rest", file=line.about, what=what)


def counted(work: Work) -> Progress:
    """Return what tells how far the work is; where nobody knows of how much, the bar stays where it begins."""

    def tell(done: int, whole: int) -> bool:
        return work.tell(done if whole else 0, whole)

    return tell
