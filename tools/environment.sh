# Sourced by ./run and ./check (POSIX sh): is the private Python environment current, and if not, make it.
#
# `ready ENVIRONMENT LOCK` returns at once when the copy of the lock file that set-up leaves behind is equal to the
# lock file. That answer starts no Python: it costs a few milliseconds on every start of the program.

# Succeeds when ENVIRONMENT was made from exactly this LOCK and its Python is still there.
is_current() {
    [ -x "$1/bin/python" ] && cmp -s "$2" "$1/lock-in-use.txt" 2>/dev/null
}

# Prints the path of a CPython of at least 3.11, outside any virtual environment; fails when there is none.
find_python() {
    for candidate in python3 python3.14 python3.13 python3.12 python3.11 python; do
        "$candidate" -c '
import os, sys
if sys.version_info < (3, 11) or sys.implementation.name != "cpython":
    raise SystemExit(1)
print(os.path.realpath(getattr(sys, "_base_executable", None) or sys.executable))
' 2>/dev/null && return 0
    done
    return 1
}

# Makes ENVIRONMENT from LOCK when it is not current. Everything it says goes to standard error.
ready() {
    is_current "$1" "$2" && return 0
    if ! python=$(find_python); then
        echo "Dit programma heeft Python 3.11 of nieuwer nodig (CPython). Zet dat eerst op deze computer." >&2
        echo "This program needs Python 3.11 or newer (CPython). Please install that first." >&2
        echo "  Debian, Ubuntu: sudo apt install python3 python3-venv    Fedora: sudo dnf install python3" >&2
        return 1
    fi
    "$python" -I "$root/tools/setup.py" "$1" "$2" >&2
}
