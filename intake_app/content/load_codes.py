"""From `resources/codes/icpc.yaml` to the codes that can go along with the text for the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.content.parse_condition import Columns, read_condition
from intake_app.core.problems import ProblemsError, problem
from intake_app.core.tree import open_file
from intake_app.triage.codes import RecordCode, may_leave

if TYPE_CHECKING:
    from pathlib import Path

    from intake_app.core.problems import Problem
    from intake_app.core.tree import Reader
    from intake_app.questionnaire.model import Questionnaire

FILE = "codes/icpc.yaml"
FORMAT = "intake-codes/1"
STATUSES = ("confirmed", "te_bevestigen")


def codes_of(resources: Path, questionnaire: Questionnaire) -> tuple[RecordCode, ...]:
    """Read the codes of an installation; none where there is no such file.

    Raises:
        ProblemsError: The file cannot be read, or is wrong; every problem with its line.
    """
    if not (resources / FILE).exists():
        return ()
    try:
        text = (resources / FILE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise ProblemsError((problem("file_unreadable", FILE),)) from None
    problems: list[Problem] = []
    found = load_codes(text, questionnaire, problems)
    if problems:
        raise ProblemsError(tuple(problems))
    return found


def load_codes(text: str, questionnaire: Questionnaire, problems: list[Problem]) -> tuple[RecordCode, ...]:
    """Return the codes in the order of the file; what is wrong goes into `problems`."""
    reader = open_file(text, FILE, FORMAT, problems)
    for key in ("system", "version", "owner"):
        reader.required(key)
    columns = Columns({str(id_): each for id_, each in questionnaire.questions.items()}, ())
    found: dict[str, RecordCode] = {}
    for each in reader.each("codes"):
        made = _code(each, questionnaire, columns)
        if made.id in found:
            each.fault("id_twice", "id", id=made.id)
        found[made.id] = made
    reader.done()
    return tuple(found.values())


def _code(reader: Reader, questionnaire: Questionnaire, columns: Columns) -> RecordCode:
    id_ = reader.required("id")
    if not may_leave(id_):
        reader.fault("record_code_kept_out", "id", id=id_)
    for key in ("source", "reason"):
        reader.required(key)
    status = reader.choice("status", STATUSES)
    reader.date("checked")
    made = RecordCode(
        id=id_,
        name=reader.both("name"),
        when=tuple(read_condition(each, columns) for each in _open(reader, questionnaire)),
        is_confirmed=status == "confirmed",
    )
    if not made.when:
        reader.fault("condition_empty", "suggested")
    reader.done()
    return made


def _open(reader: Reader, questionnaire: Questionnaire) -> tuple[Reader, ...]:
    """Return the conditions, and note each that looks at what must stay inside."""
    found = tuple(reader.each("suggested"))
    kept = {
        str(question.id)
        for question in questionnaire.questions.values()
        if question.alone or questionnaire.topics[question.topic].silent
    }
    for each in found:
        for column in kept.intersection(each.names()):
            each.fault("record_code_from_silent", column)
    return found
