"""Make a private Python environment from a lock file; used by run and check, standard library only.

    setup.py ENVIRONMENT LOCK

The environment is current when its copy of the lock file (the stamp) equals the lock file. The stamp is taken
away first and written last, so an interrupted set-up is seen and done again. Standard output stays empty.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path

STAMP = "lock-in-use.txt"
WINDOWS = os.name == "nt"
LEFT_OUT = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIRE_VIRTUALENV", "PYTHONHOME", "PYTHONPATH")
"""Settings of the user's shell that would make pip install somewhere else."""


def say(dutch: str, english: str) -> None:
    """Say one thing in both languages, on standard error."""
    sys.stderr.write(f"{dutch} / {english}\n")
    sys.stderr.flush()


def python_of(environment: Path) -> Path:
    """Return the path of the environment's Python."""
    return environment / "Scripts" / "python.exe" if WINDOWS else environment / "bin" / "python"


def is_current(environment: Path, lock: Path) -> bool:
    """Tell whether the environment was completely made from exactly this lock file."""
    try:
        return python_of(environment).exists() and (environment / STAMP).read_bytes() == lock.read_bytes()
    except FileNotFoundError:
        return False


@contextlib.contextmanager
def one_at_a_time(environment: Path) -> Iterator[None]:
    """Hold a lock beside the environment; a second set-up waits. It ends with the process that holds it."""
    with environment.with_name(f"{environment.name}.lock").open("a+b") as handle:
        if WINDOWS:
            import msvcrt

            msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined, unused-ignore]
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def install(environment: Path, lock: Path) -> None:
    """Install what the lock file names: exact versions, checked hashes, ready-made wheels only."""
    pip = [str(python_of(environment)), "-m", "pip", "--quiet", "--no-input", "--disable-pip-version-check"]
    wanted = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--requirement", str(lock)]
    surroundings = {name: value for name, value in os.environ.items() if name not in LEFT_OUT}
    command = [*pip, "install", "--no-warn-script-location", *wanted]
    subprocess.run(command, check=True, env=surroundings, stdout=sys.stderr)


def point_to_program(environment: Path, program: Path) -> None:
    """Let the environment find the package in this folder, by a relative path: the whole folder may move."""
    site = next(environment.glob("Lib/site-packages" if WINDOWS else "lib/python3*/site-packages"))
    (site / "intake_app_here.pth").write_text(os.path.relpath(program, site.resolve()) + "\n", encoding="utf-8")


def make(environment: Path, lock: Path) -> None:
    """Make the environment anew; the stamp comes last."""
    (environment / STAMP).unlink(missing_ok=True)
    venv.create(environment, clear=True, with_pip=True, symlinks=not WINDOWS)
    install(environment, lock)
    point_to_program(environment, Path(__file__).resolve().parent.parent)
    unfinished = environment / f"{STAMP}.new"
    shutil.copyfile(lock, unfinished)
    unfinished.replace(environment / STAMP)


def main(arguments: list[str]) -> int:
    """Make the environment when it is not current; return 0, or 1 with what to do on standard error."""
    environment, lock = (Path(argument).absolute() for argument in arguments)
    try:
        with one_at_a_time(environment):
            if not is_current(environment, lock):
                say("Klaarzetten. Dit duurt een paar minuten.", "Setting up. This takes a few minutes.")
                make(environment, lock)
    except KeyboardInterrupt:
        say("Gestopt. Start opnieuw om verder te gaan.", "Stopped. Start again to go on.")
        return 130
    except subprocess.CalledProcessError as error:
        return explain(error)
    except OSError as error:
        say(f"Klaarzetten lukt niet in {environment}: {error}.", "Set-up cannot write there.")
        return 1
    return 0


def explain(error: subprocess.CalledProcessError) -> int:
    """Say what a failed step most likely needs; return the exit code."""
    if "ensurepip" in error.cmd:
        say("Het onderdeel venv van Python ontbreekt.", "Python's venv part is missing.")
        sys.stderr.write(f"  Debian, Ubuntu: sudo apt install python3-venv    ({sys.executable})\n")
    else:
        say("De onderdelen konden niet worden opgehaald.", "The parts could not be fetched.")
        say("  De reden staat hierboven. Is er internet?", "The reason stands above. Is there a connection?")
        say("  Zonder internet", "offline: PIP_NO_INDEX=1 PIP_FIND_LINKS=<map met wheels> ./run")
    return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
