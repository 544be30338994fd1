"""Tell, before Qt is loaded, why a window cannot open here, and what works without one.

Qt ends the process when its platform library is missing, so this is asked first. Standard library only; the
environment, the platform and the way to load a library are handed in.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Mapping, Sequence
from typing import Final

Load = Callable[[str], object]
"""Loads a shared library by its file name; raises OSError when it is not there."""

_ALWAYS: Final = (
    ("libGL.so.1", "libgl1", "libglvnd-glx"),
    ("libEGL.so.1", "libegl1", "libglvnd-egl"),
    ("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    ("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    ("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    ("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
)
"""Library, its Debian or Ubuntu package, its Fedora package: what every window needs."""

_X11: Final = (
    ("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    ("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    ("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
)
"""The same for a window on X11."""

_NO_DISPLAY: Final = (
    "Er is geen beeldscherm gevonden (DISPLAY en WAYLAND_DISPLAY zijn leeg).\n"
    "No display was found (DISPLAY and WAYLAND_DISPLAY are empty).\n"
)
_WITHOUT_WINDOW: Final = (
    "Zonder beeldscherm werken wel / without a display these work:\n"
    "  questions, advise, check, directory search, self-test"
)


def load_library(name: str) -> object:
    """Load a shared library by its file name.

    Raises:
        OSError: the library, or one that it needs itself, is not on this computer.
    """
    return ctypes.CDLL(name)


def obstacle(environ: Mapping[str, str], platform: str, load: Load = load_library) -> str | None:
    """Return why no window can open here, in Dutch and English with the remedy, or None when one can.

    Args:
        environ: the process environment.
        platform: the value of ``sys.platform``; only Linux has anything to check.
        load: how a shared library is loaded.
    """
    if not platform.startswith("linux"):
        return None
    chosen = environ.get("QT_QPA_PLATFORM", "")
    has_display = bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))
    if not chosen and not has_display:
        return _NO_DISPLAY + _WITHOUT_WINDOW
    needed = _ALWAYS + _X11 if _is_x11(chosen, environ) else _ALWAYS
    absent = [row for row in needed if _is_absent(row[0], load)]
    return _missing_text(absent) if absent else None


def _is_x11(chosen: str, environ: Mapping[str, str]) -> bool:
    """Tell whether Qt will draw through X11: by choice, or because there is no Wayland."""
    if chosen:
        return chosen.startswith("xcb")
    return not environ.get("WAYLAND_DISPLAY")


def _is_absent(library: str, load: Load) -> bool:
    try:
        load(library)
    except OSError:
        return True
    return False


def _missing_text(absent: Sequence[tuple[str, str, str]]) -> str:
    """Name the libraries that are not there and the packages that bring them."""
    libraries = ", ".join(library for library, _debian, _fedora in absent)
    debian = " ".join(debian for _library, debian, _fedora in absent)
    fedora = " ".join(fedora for _library, _debian, fedora in absent)
    return (
        f"Voor het venster ontbreken onderdelen van het systeem: {libraries}\n"
        "The window needs parts of the system that are missing. Install:\n"
        f"  Debian, Ubuntu: sudo apt install {debian}\n"
        f"  Fedora: sudo dnf install {fedora}\n"
        f"{_WITHOUT_WINDOW}"
    )
