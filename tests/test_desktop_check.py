"""Before a window opens: what is missing is named, with what works without it."""

from __future__ import annotations

import pytest

from intake_app.desktop_check import load_library, obstacle

X11 = {"DISPLAY": ":0"}


def _nothing_missing(name):
    return name


def _without(*absent):
    def load(name):
        if name in absent:
            raise OSError(name)
        return name

    return load


@pytest.mark.parametrize("environ", [X11, {"WAYLAND_DISPLAY": "wayland-0"}, {"QT_QPA_PLATFORM": "offscreen"}])
def test_nothing_is_said_where_a_window_can_open(environ):
    assert obstacle(environ, "linux", _nothing_missing) is None


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_have_nothing_to_check(platform):
    assert obstacle({}, platform, _without("libGL.so.1")) is None


@pytest.mark.parametrize("environ", [{}, {"DISPLAY": ""}, {"QT_QPA_PLATFORM": ""}])
def test_without_a_display_it_names_what_works(environ):
    text = obstacle(environ, "linux", _nothing_missing)
    assert "beeldscherm" in text
    assert all(word in text for word in ("questions", "advise", "check", "directory search", "self-test"))


def test_a_missing_library_names_its_packages_for_debian_and_fedora():
    text = obstacle(X11, "linux", _without("libEGL.so.1", "libxcb-icccm.so.4"))
    assert "apt install libegl1 libxcb-icccm4\n" in text
    assert "dnf install libglvnd-egl xcb-util-wm\n" in text


@pytest.mark.parametrize("environ", [{"WAYLAND_DISPLAY": "wayland-0"}, {"QT_QPA_PLATFORM": "offscreen"}])
def test_the_libraries_of_x11_are_needed_on_x11_only(environ):
    assert obstacle(environ, "linux", _without("libxcb-cursor.so.0")) is None
    assert obstacle(X11, "linux", _without("libxcb-cursor.so.0")) is not None


def test_a_library_that_is_not_there_raises_oserror():
    with pytest.raises(OSError, match="libnergens"):
        load_library("libnergens.so.99")
