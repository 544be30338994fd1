from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from intake_app.export.pdf.drawings import qr_code
from tests.export.pdf.papers import a_paper, built, pages

_TOOLS_MISSING = not (shutil.which("zbarimg") and shutil.which("pdftoppm"))


@pytest.mark.required
@pytest.mark.skipif(_TOOLS_MISSING and os.environ.get("CI") != "true", reason="zbarimg or pdftoppm is missing")
@pytest.mark.parametrize("size", ["normal", "large"])
@pytest.mark.parametrize("data", ["tel:08008115", "tel:+31882342340", "https://example.org/" + "lang/" * 20])
def test_a_telephone_can_read_the_code(data: str, size: str, tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    step = f'<steps><step number="1" title="Bel"><qr data="{data}" caption="Scan"/></step></steps>'
    paper.write_bytes(built(a_paper(step, size=size)))
    subprocess.run(["pdftoppm", "-r", "150", "-png", paper, tmp_path / "page"], check=True)
    image = next(tmp_path.glob("page*.png"))
    read = subprocess.run(["zbarimg", "-q", "--raw", image], capture_output=True, check=True, text=True)
    assert read.stdout.strip() == data


def test_a_short_number_makes_a_full_code() -> None:
    code = qr_code("tel:112", "Scan en bel")
    assert code is not None
    assert len(code.modules) == 21


@pytest.mark.parametrize("data", ["", "x" * 500, "x" * 20_000])
def test_what_a_telephone_could_not_read_is_left_out_with_its_caption(data: str) -> None:
    step = f'<steps><step number="1" title="Bel"><qr data="{data}" caption="Scan"/></step></steps>'
    assert "Scan" not in pages(a_paper(step))[0]


@pytest.mark.parametrize("value", ["", "0", "3", "-3", "99"])
def test_a_wheel_takes_any_rating(value: str) -> None:
    axes = "".join(f'<axis name="{name}" value="{value}"/>' for name in ("Lijf", "Hoofd", "Werk", "Mensen"))
    assert "Lijf" in pages(a_paper(f"<wheel>{axes}</wheel>"))[0]


@pytest.mark.parametrize("known", ["true", "false"])
def test_medical_and_social_stand_side_by_side(known: str) -> None:
    bar = '<bar name="{}" word="licht" low="14" high="42" point="22" note="bekend" known="{}"/>'
    bars = "".join(bar.format(name, known) for name in ("Medisch", "Sociaal"))
    assert "Medisch licht Sociaal licht" in pages(a_paper(f"<bars>{bars}</bars>", kind="huisarts"))[0]
