"""What a program did to a folder, as strace saw it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_CALLS = "openat,pwrite64,write,lseek,ftruncate,fsync,fdatasync,rename,link,linkat,unlink,mkdir"
_LONGEST = 1 << 20
_WHOLE = re.compile(r"(\w+)\((.*)\)\s+= (\d+)(.*)$")
_QUOTED = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_DESCRIPTOR = re.compile(r"(\d+)<((?:\\x[0-9a-f]{2})*)>")
_ENDLESS = "..."
"""How strace ends a text that is longer than it was told to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that the program did: `make`, `folder`, `write`, `cut`, `sync`, `rename`, `link`, `unlink` or `tell`.

    Attributes:
        place: what it was done to.
        other: the new name, of a rename and of a second name.
        at: where in the file was written, or how long it became.
        data: what was written or told.
    """

    kind: str
    place: str = ""
    other: str = ""
    at: int = 0
    data: bytes = b""


def recorded(arguments: Sequence[str], folder: Path, trace: Path) -> list[Step]:
    """Run a script of ours under strace; gives what it did to the folder, and what it told, in order."""
    watching = ["strace", "-f", "-y", "-xx", "--seccomp-bpf", "-s", str(_LONGEST), "-e", f"trace={_CALLS}"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [*watching, "-o", str(trace), sys.executable, *arguments]
    subprocess.run(command, check=True, env=environment, stdout=subprocess.PIPE)
    with trace.open(encoding="ascii") as lines:
        return list(_Reader(folder).steps(_finished(lines)))


def _finished(lines: Iterator[str]) -> Iterator[str]:
    """Every call in one line, where it ended: one that was interrupted by another thread stands in two."""
    begun: dict[str, str] = {}
    for line in lines:
        process, _, call = line.rstrip("\n").partition(" ")
        call = call.lstrip()
        if call.endswith("<unfinished ...>"):
            begun[process] = call.removesuffix("<unfinished ...>")
        elif call.startswith("<... "):
            yield begun.pop(process) + call.partition(" resumed>")[2]
        else:
            yield call


class _Reader:
    """Makes steps out of calls. It follows where each open file is written next."""

    def __init__(self, folder: Path) -> None:
        self._folder = f"{folder}/"
        self._next: dict[int, int] = {}

    def steps(self, calls: Iterator[str]) -> Iterator[Step]:
        for call in calls:
            found = _WHOLE.match(call)  # one that failed ends in a negative number
            if found is None:
                continue
            name, arguments, result, after = found.groups()
            step = self._step(name, arguments, int(result), after)
            if step is not None and (step.kind == "tell" or f"{step.place}/".startswith(self._folder)):
                yield step

    def _step(self, name: str, arguments: str, result: int, after: str) -> Step | None:
        assert _ENDLESS not in arguments, "a text was not recorded whole"
        texts = [bytes.fromhex(text.replace(r"\x", "")) for text in _QUOTED.findall(arguments)]
        if name == "openat":
            return self._opened(arguments, result, _DESCRIPTOR.search(f"{result}{after}"))
        if name in {"rename", "link", "linkat"}:
            return Step(kind=name[:4] if name != "rename" else name, place=texts[0].decode(), other=texts[1].decode())
        if name in {"unlink", "mkdir"}:
            return Step(kind=name if name == "unlink" else "folder", place=texts[0].decode())
        on = _DESCRIPTOR.match(arguments)
        assert on is not None, name
        descriptor, place = int(on[1]), _decoded(on[2])
        if name == "lseek":
            self._next[descriptor] = result
            return None
        if name in {"fsync", "fdatasync"}:
            return Step(kind="sync", place=place)
        if name == "ftruncate":
            return Step(kind="cut", place=place, at=int(arguments.rpartition(", ")[2]))
        return self._written(name, descriptor, place, texts[0][:result], arguments)

    def _opened(self, arguments: str, descriptor: int, on: re.Match[str] | None) -> Step | None:
        self._next[descriptor] = 0
        if on is None or "O_CREAT" not in arguments:
            return None
        return Step(kind="make", place=_decoded(on[2]), at=-1 if "O_TRUNC" not in arguments else 0)

    def _written(self, name: str, descriptor: int, place: str, data: bytes, arguments: str) -> Step:
        if descriptor == 1:
            return Step(kind="tell", data=data)
        if name == "pwrite64":
            return Step(kind="write", place=place, at=int(arguments.rpartition(", ")[2]), data=data)
        at = self._next.get(descriptor, 0)
        self._next[descriptor] = at + len(data)
        return Step(kind="write", place=place, at=at, data=data)


def _decoded(text: str) -> str:
    return bytes.fromhex(text.replace(r"\x", "")).decode()
