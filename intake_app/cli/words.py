"""The command line. Only what was asked for goes to standard output; problems go to standard error.

Exit codes: 0 done, 1 a check does not hold, 2 the input or the content is wrong.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from intake_app.cli.no_dumps import leave_no_dumps
from intake_app.content.locate import resources_dir
from intake_app.core.problems import ProblemsError, problem
from intake_app.core.text import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from intake_app.bootstrap.places import Places
    from intake_app.core.problems import Problem
    from intake_app.ui.screen import FrontDesk

WRONG_INPUT = 2
GROUPS = ("own_network", "care", "social", "peer", "exercise")
FLAGS = {
    "free": "costs nothing",
    "open-now": "open at this moment",
    "self-referral": "without a referral",
    "wheelchair": "may be entered with a wheelchair",
    "remote": "by telephone or online",
    "hidden-too": "also what is closed or never offered",
}
"""What a search of the sociale kaart can be narrowed by, with its explanation."""


def parser() -> argparse.ArgumentParser:
    """Return the parser of all words of the command line."""
    found = argparse.ArgumentParser(
        prog="intake-app",
        description="Verkennend gesprek: zonder woorden opent het programma. / Without words it opens the program.",
    )
    found.add_argument("--resources", type=Path, default=None, metavar="DIR", help="use other content")
    found.add_argument("--lang", choices=get_args(Language), default="nl", help="language of texts")
    found.add_argument("--store", type=Path, default=None, metavar="FILE", help="use another store")
    found.add_argument("--passphrase-file", type=Path, default=None, metavar="F", help="read the pass phrase from F")
    found.add_argument("--user", default="", metavar="NAME", help="who opens the store, where several work with it")
    found.add_argument("--demo", action="store_true", help="open on a throw-away store with fictional people")
    words = found.add_subparsers(dest="command", metavar="SUBCOMMAND")
    questions = words.add_parser("questions", help="list every question")
    questions.add_argument("--mode", choices=("quick", "exploratory"), default=None)
    questions.add_argument("--json", action="store_true")
    questions.add_argument("--pdf", type=Path, default=None, metavar="FILE", help="write them as a form to fill in")
    questions.add_argument("--for-person", action="store_true", help="the form that the person may fill in")
    questions.add_argument("--large", action="store_true", help="the form in large letters")
    advise = words.add_parser("advise", help="a file of answers in, the assessment and the documents out")
    advise.add_argument("file", type=Path)
    advise.add_argument("--out", type=Path, required=True, metavar="DIR")
    advise.add_argument("--json", action="store_true", help="print the assessment as JSON")
    check = words.add_parser("check", help="check all content against one another")
    check.add_argument("dir", type=Path, nargs="?", default=None)
    check.add_argument("--accept", action="store_true", help="somebody else looked at what changed: write the register")
    _add_assurance(words)
    _add_directory(words)
    _add_fhir(words)
    _add_store(words)
    words.add_parser("self-test", help="one conversation through the installed program, without a screen")
    return found


def _add_assurance(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the words that show what the rules do on all answers, on many people, and against another version."""
    prove = words.add_parser("prove", help="prove the safety properties over all possible answers")
    prove.add_argument("--write", action="store_true", help="write the certificate when every property holds")
    prove.add_argument("--json", action="store_true")
    simulate = words.add_parser("simulate", help="synthetic people through the whole chain")
    simulate.add_argument("count", type=int, metavar="N")
    simulate.add_argument("--seed", type=int, required=True, metavar="S")
    simulate.add_argument("--json", action="store_true")
    difference = words.add_parser("difference", help="what differs in outcome between two versions of the rules")
    difference.add_argument("other", type=Path, metavar="OTHER", help="the folder with the other content")
    difference.add_argument("--seed", type=int, default=1, metavar="S")
    difference.add_argument("--json", action="store_true")


def _add_directory(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the words about the sociale kaart: searching, lists in and out, who to ring, and what changed."""
    found = words.add_parser("directory", help="the sociale kaart").add_subparsers(dest="action", required=True)
    _add_search(found.add_parser("search", help="search by words"))
    taken = found.add_parser("import", help="take a list in: HSDS 3.0 (.json, .zip), or the Dutch table (.csv, .xlsx)")
    taken.add_argument("file", type=Path)
    taken.add_argument("--dry-run", action="store_true", help="only show what it would do")
    taken.add_argument("--whole-list", action="store_true", help="what is not in the file goes")
    taken.add_argument("--yes", action="store_true", help="do not ask")
    given = found.add_parser("export", help="write all entries: .json or .zip (HSDS 3.0), .csv, .xlsx, .vcf")
    given.add_argument("file", type=Path)
    empty = found.add_parser("template", help="write the empty Dutch table to fill in: .csv or .xlsx")
    empty.add_argument("file", type=Path)
    found.add_parser("calls", help="who to ring this week")
    found.add_parser("changes", help="what changed, newest first")
    undone = found.add_parser("undo", help="undo a change, whole")
    undone.add_argument("id", metavar="NUMBER", help="its number, as `changes` shows it")


def _add_search(search: argparse.ArgumentParser) -> None:
    """Add the words and filters of a search; what can be said several times asks for one of them."""
    search.add_argument("words", nargs="*", help="none: all that passes the filters")
    search.add_argument("--pc4", default="", help="what serves this postcode, and how far it is")
    search.add_argument("--city", default="", help="in this place")
    search.add_argument("--group", action="append", default=[], choices=GROUPS)
    search.add_argument("--kind", action="append", default=[], metavar="KIND", help="geldfit, maatje, ...")
    search.add_argument("--language", action="append", default=[], metavar="CODE", help="nl, en, tr, ar, ...")
    search.add_argument("--age", type=int, default=None, metavar="YEARS")
    for name, what in FLAGS.items():
        search.add_argument(f"--{name}", action="store_true", help=what)
    search.add_argument("--sort", choices=("fit", "near", "wait", "name", "checked"), default="fit")
    search.add_argument("--json", action="store_true")


def _add_fhir(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the words about data for another system."""
    found = words.add_parser("fhir", help="a talk as FHIR R4, out and in").add_subparsers(dest="action", required=True)
    given = found.add_parser("export", help="write a file of answers as FHIR, as far as its consents cover")
    given.add_argument("file", type=Path)
    given.add_argument("--out", type=Path, required=True, metavar="FILE")
    given.add_argument("--for", dest="recipient", default="huisarts", metavar="WHO", help="huisarts, or service:ID")
    found.add_parser("check", help="say what is in a bundle, and all that is wrong").add_argument("file", type=Path)
    found.add_parser("import", help="take a bundle into the store as a new talk").add_argument("file", type=Path)


def _add_store(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the words about the store: copy it, put a copy back, check it."""
    backup = words.add_parser("backup", help="copy the store, also while the program is open")
    backup.add_argument("dir", type=Path, nargs="?", default=None, metavar="DIR", help="default: beside the store")
    backup.add_argument("--if-due", action="store_true", help="only when the newest copy is half an hour old or older")
    restore = words.add_parser("restore", help="put a copy in the place of the store; what was there is kept")
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("--yes", action="store_true", help="do not ask")
    restore.add_argument("--other-store", action="store_true", help="also when it is a copy of another store")
    words.add_parser("verify", help="check the store; when it is damaged, say what can still be read")


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments ask and return the exit code."""
    os.umask(0o077)
    leave_no_dumps()
    asked = parser().parse_args(arguments)
    try:
        code = _commands()[asked.command or "open"](asked)
        sys.stdout.flush()
    except ProblemsError as error:
        tell(error.problems, asked)
        return WRONG_INPUT
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _commands() -> dict[str, Callable[[argparse.Namespace], int]]:
    from intake_app.cli import commands

    return {
        "open": open_program,
        "questions": commands.questions,
        "advise": commands.advise,
        "check": commands.check,
        "prove": _prove,
        "simulate": _simulate,
        "difference": _difference,
        "directory": _directory,
        "fhir": _fhir,
        "backup": _store_word,
        "restore": _store_word,
        "verify": _store_word,
        "self-test": commands.self_test,
    }


def _prove(asked: argparse.Namespace) -> int:
    from intake_app.cli.assurance import prove

    return prove(asked)


def _simulate(asked: argparse.Namespace) -> int:
    from intake_app.cli.simulation import simulate

    return simulate(asked)


def _difference(asked: argparse.Namespace) -> int:
    from intake_app.cli.assurance_difference import difference

    return difference(asked)


def _directory(asked: argparse.Namespace) -> int:
    from intake_app.cli import directory, directory_search

    work = {
        "search": directory_search.search_directory,
        "import": directory.import_file,
        "export": directory.export_file,
        "template": directory.template,
        "calls": directory.calls,
        "changes": directory.changes,
        "undo": directory.undo,
    }
    return work[asked.action](asked)


def _fhir(asked: argparse.Namespace) -> int:
    from intake_app.cli import fhir

    return {"export": fhir.export, "check": fhir.check, "import": fhir.take_in}[asked.action](asked)


def _store_word(asked: argparse.Namespace) -> int:
    from intake_app.cli import store

    return {"backup": store.backup, "restore": store.restore, "verify": store.verify}[asked.command](asked)


def resources_of(asked: argparse.Namespace) -> Path:
    """Return the content folder that was asked for; raises `ProblemsError` when it is not there."""
    folder: Path = asked.resources or resources_dir()
    if not folder.is_dir():
        raise ProblemsError((problem("folder_missing", str(folder)),))
    return folder


def tell(problems: Sequence[Problem], asked: argparse.Namespace) -> None:
    """Write problems to standard error, one a line, in the words of the content that is shipped."""
    from intake_app.content.load_wording import load_wording
    from intake_app.content.source import read_source

    try:
        wording = load_wording(read_source(resources_dir()).part("wording"), [])
    except ProblemsError:
        wording = load_wording({}, [])
    for each in problems:
        sys.stderr.write(printable(wording.of_problem(each, asked.lang)) + "\n")


def printable(text: str) -> str:
    """Return what may go to a terminal: a name in somebody's list may hold signs that command it, or break the line."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def open_program(asked: argparse.Namespace) -> int:
    """Open the window."""
    from intake_app.desktop_check import obstacle

    in_the_way = obstacle(os.environ, sys.platform)
    if in_the_way is not None:
        sys.stderr.write(in_the_way + "\n")
        return WRONG_INPUT
    from intake_app.ui.thrift import be_thrifty

    be_thrifty()  # before everything that is loaded after it
    from intake_app.bootstrap.places import places
    from intake_app.ui import app

    where = places(resources_of(asked), asked.store)
    is_new = not asked.demo and not where.store.exists()
    return app.run(lambda: _desk(asked, where), where.resources, asked.lang, sys.argv[:1], is_new=is_new)


def _desk(asked: argparse.Namespace, where: Places) -> FrontDesk:
    from intake_app.bootstrap.local import make_demo_desk, make_desk

    return make_demo_desk(where, asked.lang) if asked.demo else make_desk(where, asked.lang)
