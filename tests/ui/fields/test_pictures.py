"""What is only looked at says the same in words, in every look and size."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage

from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.chip import Chip, ChipButton, Tone
from intake_app.ui.fields.label import ElidedLabel, KeyCap
from intake_app.ui.fields.need_bar import Band, Need, NeedBar, NeedTrack, WeightDots
from intake_app.ui.fields.page_preview import PagePreview
from intake_app.ui.fields.save_state import SaveState, Saving
from intake_app.ui.fields.wheel import Spoke, Wheel
from intake_app.ui.theme.apply import apply_theme
from intake_app.ui.theme.roles import ThemeName
from intake_app.ui.theme.theme import load

KNOWN = Need(name="Medisch", word="licht", low=12, high=44, point=24)
OPEN = Need(name="Sociaal", word="nog niet genoeg bekend", low=0, high=100, note="Geld is nog niet gevraagd.")
SPOKES = (
    Spoke(name="Lijf", rating=3),
    Spoke(name="Hoofd", rating=0),
    Spoke(name="Geld"),
    Spoke(name="Mensen", rating=1),
)


def _wheel():
    wheel = Wheel()
    wheel.show_spokes(SPOKES, "Lijf: gaat goed")
    return wheel


def _bar(need):
    bar = NeedBar("Waarom?", "W")
    bar.show_need(need)
    return bar


MAKERS = {
    "wheel": _wheel,
    "known": lambda: _bar(KNOWN),
    "open": lambda: _bar(OPEN),
    "chip": lambda: Chip("gaat goed", Tone.GOOD, "good"),
    "wish": lambda: ChipButton("praten", Tone.WISH, "wish", "wish_off"),
    "button": lambda: ActionButton("Vorige", "Alt ←", Kind.PRIMARY, icon="back"),
    "key": lambda: KeyCap("Alt ←"),
    "dots": lambda: WeightDots(2, "telt mee"),
    "bands": lambda: NeedTrack((Band(name="geen", upto=50), Band(name="veel", upto=100))),
}


@pytest.mark.parametrize("name", ThemeName)
@pytest.mark.parametrize("percent", [80, 200])
@pytest.mark.parametrize("made", MAKERS)
def test_it_draws_itself_in_every_look_and_size(qapp, resources, shown, name, percent, made):
    apply_theme(qapp, load(resources, name, percent / 100))
    widget = shown(MAKERS[made]())
    assert not widget.grab().isNull()


def test_a_picture_is_spoken_in_words(shown):
    assert shown(_wheel()).accessibleName() == "Lijf: gaat goed"
    assert shown(_bar(OPEN)).track.accessibleName() == "Sociaal: nog niet genoeg bekend"


def test_a_need_that_is_not_known_has_no_point(shown):
    assert shown(_bar(KNOWN)).track.is_known
    assert not shown(_bar(OPEN)).track.is_known


def test_a_button_grows_with_the_text_and_fits_its_words(qapp, resources, shown):
    button = shown(ActionButton("Samen kiezen", "F5"))
    before = button.sizeHint()
    apply_theme(qapp, load(resources, "light", 2))
    assert button.sizeHint().width() > before.width()
    assert button.sizeHint().height() > before.height() >= 36


def test_a_button_says_its_words_and_its_key(shown):
    button = shown(ActionButton("Samen kiezen", "F5"))
    assert (button.accessibleName(), button.accessibleDescription()) == ("Samen kiezen", "F5")


def test_a_cut_text_is_read_out_whole(shown):
    label = shown(ElidedLabel("mevrouw, 35 jaar, met doktersassistente"))
    label.setFixedWidth(60)
    assert label.text() != label.whole == label.accessibleName()


def test_busy_shows_only_when_saving_takes_long(qtbot, shown):
    state = shown(SaveState())
    state.show_state(Saving.SAVED, "Opgeslagen 10:32")
    state.show_state(Saving.BUSY, "Bezig …")
    assert state.words == "Opgeslagen 10:32"
    qtbot.waitUntil(lambda: state.saving is Saving.BUSY)
    assert state.words == "Bezig …"


def test_a_failure_to_save_shows_at_once(shown):
    state = shown(SaveState())
    state.show_state(Saving.FAILED, "Niet opgeslagen: de schijf is vol.")
    assert (state.saving, state.accessibleName()) == (Saving.FAILED, "Niet opgeslagen: de schijf is vol.")


def test_a_page_can_be_enlarged_and_goes_back_to_whole(shown):
    preview, page = shown(PagePreview()), QImage(420, 594, QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    preview.show_page(page, "Mijn advies, bladzijde 1 van 2")
    preview.zoom_in()
    assert preview.zoom > 1
    preview.zoom_out()
    assert preview.zoom == 1
