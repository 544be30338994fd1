"""How fast the screen of a talk is, from a key to the painted picture, and how much memory talks take.

The real program (SQLCipher store, 2,000 services) walks the whole question bank in a process of its own. Yardstick of
the same run: Qt painting a window as large, full of plain buttons. Ratios of the work of the drawing thread judge here,
generously; milliseconds and megabytes are told, and judged by the drill, on a quiet machine.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.display import a_screen

SERVICES, FEW, MANY = 2_000, 4, 50
MOST_OF_BARE = {"answer": (4.0, 12.0), "next": (6.0, 16.0)}
"""Work of a picture beside that of the bare window: the median, and the 99th percentile."""
MOST_MEDIAN, MOST_P99, MOST_OUTLOOK = 8.0, 16.0, 100.0
"""Milliseconds on the clock (issue 6)."""
MOST_MEGABYTES, MOST_GROWTH = 200.0, 0.3
"""Of a million bytes (issue 6); growth of one talk in the second half of all, pages of a paper come and go."""


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("screen")
    assert measured("prepare", folder, "--services", str(SERVICES))["services"] == SERVICES
    return folder


def measured(what, folder, *words, **environ):
    command = [sys.executable, "-m", "tools.screen_time", what, str(folder), *words]
    found = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **environ}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=found)
    return json.loads(done.stdout)


def walked(store, mode, platform):
    if platform == "offscreen":
        return measured("walk", store, "--mode", mode)
    if shutil.which("Xvfb") is None:
        pytest.skip("not on this machine: Xvfb")
    with a_screen() as screen:
        return measured("walk", store, "--mode", mode, QT_QPA_PLATFORM="xcb", DISPLAY=screen.name)


def tell(capsys, mode, platform, found):
    bare = found["bare"]["median"]
    kinds = [f"{name} {each['median']:.1f} / {each['p99']:.1f}" for name, each in found.items() if name != "questions"]
    told = f"{found['questions']} questions, {mode}, {platform}; median / 99th percentile in ms: {', '.join(kinds)}"
    with capsys.disabled():
        print(f"\n{told}; a bare window {bare:.1f}")  # noqa: T201  the figure


@pytest.mark.benchmark
@pytest.mark.timeout(300)
@pytest.mark.parametrize("mode, platform", [("exploratory", "offscreen"), ("quick", "xcb")])
def test_a_picture_takes_a_few_times_the_work_of_a_window_of_plain_buttons(store, mode, platform, capsys):
    found = walked(store, mode, platform)
    tell(capsys, mode, platform, found)
    bare = found["bare"]["work_median"]
    for name, (median, last) in MOST_OF_BARE.items():
        assert (name, found[name]["work_median"] <= median * bare) == (name, True)
        assert (name, found[name]["work_p99"] <= last * bare) == (name, True)


@pytest.mark.benchmark
@pytest.mark.timeout(300)
def test_talk_after_talk_the_memory_stays_the_same(store, capsys):
    found = measured("talks", store, "--count", str(FEW))
    told = [each["pss"] for each in found["talks"]]
    with capsys.disabled():
        print(f"\n{FEW} talks: {told[0]:.0f} MB after the first, {told[-1]:.0f} after the last")  # noqa: T201
    assert len({each["widgets"] for each in found["talks"][1:]}) == 1
    assert told[-1] - told[1] <= 12


@pytest.mark.drill
@pytest.mark.benchmark
@pytest.mark.timeout(1_800)
@pytest.mark.parametrize("platform", ["offscreen", "xcb"])
@pytest.mark.parametrize("mode", ["quick", "exploratory"])
def test_on_a_quiet_machine_every_picture_is_there_within_a_frame(store, mode, platform, capsys, request):
    asked_by_name(request)
    found = walked(store, mode, platform)
    tell(capsys, mode, platform, found)
    for name in MOST_OF_BARE:
        assert (name, found[name]["median"] <= MOST_MEDIAN, found[name]["p99"] <= MOST_P99) == (name, True, True)
    assert found["outlook"]["median"] <= MOST_OUTLOOK


@pytest.mark.drill
@pytest.mark.benchmark
@pytest.mark.timeout(3_600)
def test_fifty_talks_take_no_more_memory_than_one(store, capsys, request):
    asked_by_name(request)
    found = measured("talks", store, "--count", str(MANY))
    told = [each["pss"] for each in found["talks"]]
    half = told[MANY // 2 :]
    with capsys.disabled():
        print("\nMB after each talk: " + " ".join(f"{each:.0f}" for each in told))  # noqa: T201  the figure
    assert max(told) <= MOST_MEGABYTES
    assert half[-1] - half[0] <= MOST_GROWTH * len(half)


def asked_by_name(request):
    if "drill" not in (request.config.getoption("-m") or ""):
        pytest.skip("asked for by name: pytest -m drill")
