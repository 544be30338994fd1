"""The plan of an import, and the changes that come of it once everything unsure was answered. Nothing is written here.

`here` holds the records of the store with, under them, those of the entries that come with the program: a record for
every service that the file is compared with.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from intake_app.core.problems import ProblemsError, problem
from intake_app.directory.documents.own_taxonomy import own_id
from intake_app.directory.import_plan import NEW, SKIP, ImportPlan, Outcome, PlanLine
from intake_app.directory.importing.lay import Laying
from intake_app.directory.importing.match import Heads, matches_of
from intake_app.directory.records import Key, RecordChange, RecordKind, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

    from intake_app.directory.import_plan import Incoming
    from intake_app.directory.importing.match import Head, Matches
    from intake_app.directory.model import Service
    from intake_app.directory.records import Packed, Records

    Progress = Callable[[int, int], bool]
    """Told what is done, of how much; answers whether to go on."""

_TOLD_EVERY = 500
_TAXONOMIES = frozenset({RecordKind.TAXONOMY, RecordKind.TAXONOMY_TERM})


def _go_on(_done: int, _whole: int) -> bool:
    return True


def plan_of(  # noqa: PLR0913  two more words of how, beside what is planned
    incoming: Incoming,
    here: Records,
    services: Sequence[Service],
    *,
    whole_list: bool,
    shipped: Container[str] = frozenset(),
    progress: Progress = _go_on,
) -> ImportPlan:
    """Work out what a file would do to the sociale kaart.

    Args:
        incoming: the file.
        here: what it is laid over, see above.
        services: all entries that there are, in any order.
        whole_list: what is here and not in the file is gone, if somebody says so.
        shipped: ids of entries that come with the program: they are never gone.
        progress: told how far it is; nothing was done yet where it says to stop.

    Raises:
        ProblemsError: `exchange_stopped`.
    """
    total = 2 * len(incoming.records)
    heads = sorted(_told(Heads(incoming.records), progress, 0, total), key=lambda head: head.id)
    matches, laying = matches_of(heads, incoming.records, services), Laying(incoming, here)
    lines = [_line(head, matches, laying) for head in _told(heads, progress, total // 2, total)]
    if whole_list:
        seen = {*matches.sure.values(), *(id_ for ids in matches.unsure.values() for id_ in ids)}
        lines += [_gone(each) for each in services if each.id not in seen and each.id not in shipped]
    lines.sort(key=lambda line: (line.name.casefold(), line.id))
    besides = () if incoming.partial else tuple(_besides(incoming.records, heads, laying, here))
    return ImportPlan(incoming=incoming, lines=tuple(lines), matched=matches.sure, besides=besides)


def changes_of(plan: ImportPlan, answers: Mapping[str, str], here: Records) -> Iterator[RecordChange]:
    """Return the changes of records that a plan makes with these answers, each record once.

    A line that is unsure and has no answer is left out. The service of a line that changes comes also where only its
    place or organisation differs. Organisations and places that nothing refers to any more stay.

    Raises:
        ProblemsError: `import_same_twice` when two lines are said to be the same entry.
    """
    heads, laying, done = Heads(plan.incoming.records), Laying(plan.incoming, here), set[Key]()
    targets = _targets(plan, answers)
    for line in sorted(plan.lines, key=lambda each: each.id):  # a store takes ids in their order in less time
        if line.outcome is Outcome.GONE and answers.get(line.id) == line.id:
            yield RecordChange(kind=RecordKind.SERVICE, id=line.id, after=None)
        elif line.id in targets and line.outcome is not Outcome.GONE:
            made = laying.lay(heads.of(line.id), targets[line.id], done).records
            yield from (_change(key, after) for key, after in made.items() if _is_new(key, after, here))
            done.update(key for key in made if key[0] is not RecordKind.SERVICE)
    yield from (_change(key, laying.record(key)) for key in plan.besides if key not in done)


def _told(heads: Iterable[Head], progress: Progress, before: int, total: int) -> Iterator[Head]:
    """Hand heads on, and say now and then how far it is."""
    for number, head in enumerate(heads, start=before):
        if number % _TOLD_EVERY == 0 and not progress(number, total):
            raise ProblemsError((problem("exchange_stopped"),))
        yield head


def _targets(plan: ImportPlan, answers: Mapping[str, str]) -> dict[str, str]:
    """From the id of each line that does something to the id here that it is written under."""
    found: dict[str, str] = {}
    for line in plan.lines:
        answer = answers.get(line.id, SKIP if line.outcome is Outcome.UNSURE else NEW)
        if answer != SKIP and line.outcome in {Outcome.ADDED, Outcome.CHANGED, Outcome.UNSURE}:
            found[line.id] = plan.matched.get(line.id) or answer or line.id
    twice = [id_ for id_, count in Counter([*found.values(), *_as_they_are(plan)]).items() if count > 1]
    if twice:
        names = {targeted: line.name for line in plan.lines if (targeted := found.get(line.id)) in twice}
        raise ProblemsError(tuple(problem("import_same_twice", id_, name=names[id_]) for id_ in sorted(names)))
    return found


def _as_they_are(plan: ImportPlan) -> Iterable[str]:
    return (plan.matched[line.id] for line in plan.lines if line.outcome is Outcome.SAME)


def _line(head: Head, matches: Matches, laying: Laying) -> PlanLine:
    onto, fields = matches.sure.get(head.id), tuple[str, ...]()
    is_new = onto is None and laying.is_new(head)
    if not is_new and head.id not in matches.unsure and not laying.is_as_it_is(head, onto or head.id):
        fields = laying.lay(head, onto or head.id).fields
    if head.id in matches.unsure:
        outcome = Outcome.UNSURE
    elif onto is None:
        outcome = Outcome.ADDED
    else:
        outcome = Outcome.CHANGED if fields else Outcome.SAME
    return PlanLine(
        id=head.id,
        name=head.name,
        organization=head.organization,
        outcome=outcome,
        fields=fields,
        candidates=matches.unsure.get(head.id, ()),
    )


def _gone(service: Service) -> PlanLine:
    return PlanLine(id=str(service.id), name=service.name, organization=service.organization.name, outcome=Outcome.GONE)


def _besides(records: Records, heads: Iterable[Head], laying: Laying, here: Records) -> Iterator[Key]:
    """What of the file belongs to no service of it, and differs from what is here; our own terms need no keeping."""
    needed = {key for head in heads for key in head.refers}
    for key in sorted(key for key in records if key[0] is not RecordKind.SERVICE and key not in needed):
        is_ours = key[0] in _TAXONOMIES and _is_ours(key, records[key])
        if not is_ours and laying.record(key) != here.get(key):
            yield key


def _is_ours(key: Key, data: Packed) -> bool:
    taxonomy = own_id("taxonomy")
    return key[1] == taxonomy or unpacked(data).get("taxonomy_id") == taxonomy


def _is_new(key: Key, after: Packed, here: Records) -> bool:
    return key[0] is RecordKind.SERVICE or after != here.get(key)


def _change(key: Key, after: Packed) -> RecordChange:
    return RecordChange(kind=key[0], id=key[1], after=after)
