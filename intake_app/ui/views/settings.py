"""The settings of the practice: names and numbers, who answers for the use, and how the program looks."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from intake_app.core.problems import ProblemsError
from intake_app.practice.rights import Action
from intake_app.ui.fields.button import Kind
from intake_app.ui.look import put_look
from intake_app.ui.presenters.first_place import practice_places
from intake_app.ui.presenters.settings import (
    FIELDS,
    LARGEST,
    SMALLEST,
    STEP,
    THEMES,
    Look,
    keep,
    keep_look,
    look_of,
)
from intake_app.ui.screen import ScreenContext
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts
from intake_app.ui.views.chips import Chips
from intake_app.ui.views.faults import fault_words
from intake_app.ui.views.office_screen import OfficeScreen
from intake_app.ui.views.settings_languages import LanguageLines
from intake_app.ui.views.settings_referral import ReferralRow
from intake_app.ui.views.settings_store import KeepingRows, PlaceButtons
from intake_app.ui.views.settings_time import TimeRows

FORM_EM = 48


class SettingsScreen(OfficeScreen):
    """Everything is kept as soon as one leaves a field; there is nothing to confirm."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._people = context.office.people
        self._may_set = self._people.may(Action.SETTINGS) and not context.desk.is_read_only
        self.look = look_of(context.desk)
        self.fields = {name: QLineEdit(context.desk.setting(name)) for name in FIELDS}
        self._make_look()
        self.places = PlaceButtons(practice_places(self._people))
        self.keeping = KeepingRows(context.desk, context.office.persons if self._people.may(Action.PURGE) else None)
        self.region = ReferralRow(context.desk)
        self.done = parts.button(self.tr("Klaar"), "Esc", Kind.PRIMARY)
        self._lay_out()
        for field in self.fields.values():
            field.editingFinished.connect(self._on_edited)
        self.done.clicked.connect(self._on_done)
        self.places.asked.connect(self._on_place)
        self.setFocusProxy(self.fields[FIELDS[0]] if self._may_set else next(iter(self.places.buttons.values())))

    def _make_look(self) -> None:
        words = {"light": self.tr("Licht"), "dark": self.tr("Donker"), "contrast": self.tr("Hoog contrast")}
        self.theme = Chips({name: words[name] for name in THEMES}, self.tr("Kleuren"))
        self.theme.choose(self.look.theme)
        self.theme.chosen.connect(self._on_theme)
        self.smaller = parts.button(self.tr("Kleiner"))
        self.larger = parts.button(self.tr("Groter"))
        self.size_words = parts.text("", Type.STRONG)
        self.smaller.clicked.connect(self._on_smaller)
        self.larger.clicked.connect(self._on_larger)
        self._show_size()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.addWidget(parts.soft(self._about()))
        column.addWidget(parts.card(self.tr("Beheer"), [self.places]))
        set_here = [parts.card(title, [self._block(name) for name in names]) for title, names in self._groups().items()]
        set_here.append(parts.card(self.tr("Hoe lang een gesprek duurt"), [TimeRows(self.context.desk)]))
        set_here.append(parts.card(self.tr("De regio"), [self.region]))
        set_here.append(parts.card(self.tr("Vergrendelen en bewaren"), [self.keeping]))
        for card in set_here:
            card.setEnabled(self._may_set)
            column.addWidget(card)
        column.addWidget(parts.card(self.tr("Uiterlijk"), [self._theme_block(), self._size_block()]))
        column.addWidget(parts.card(self.tr("Talen voor de persoon"), [LanguageLines(self.context.desk)]))
        column.addWidget(parts.card(self.tr("Zijn de regels nagerekend?"), self._certificate()))
        self._fill_column(self.tr("Instellingen"), column, FORM_EM, None, self.done)

    def _about(self) -> str:
        """Say that all is kept at once, or why nothing can be set."""
        if self._may_set:
            return self.tr("Wat u typt, wordt meteen bewaard.")
        return self.context.desk.read_only_words or self.tr("Deze gegevens stelt iemand anders in de praktijk in.")

    def _certificate(self) -> list[QWidget]:
        """Tell what was proved of the newest content; from inside a talk, that this may be other content."""
        lines: list[QWidget] = [parts.text(each) for each in self.context.desk.certificate_lines]
        if self.context.session is not None:
            lines.append(parts.soft(self.tr("Een gesprek houdt de inhoud waarmee het begon.")))
        return lines

    def _groups(self) -> dict[str, tuple[str, ...]]:
        return {
            self.tr("De praktijk"): FIELDS[:1],
            self.tr("Telefoonnummers"): FIELDS[1:8],
            self.tr("Wie instaat voor het gebruik"): FIELDS[8:],
        }

    def _words(self) -> dict[str, str]:
        return {
            "practice_name": self.tr("Naam van de praktijk"),
            "gp_phone": self.tr("Huisarts"),
            "out_of_hours_phone": self.tr("Huisartsenpost"),
            "crisis_phone": self.tr("Crisisdienst"),
            "shelter_phone": self.tr("Opvang of centrumgemeente"),
            "municipality_phone": self.tr("Gemeente of wijkteam"),
            "pharmacy_phone": self.tr("Apotheek"),
            "midwife_phone": self.tr("Verloskundige"),
            "responsible_organisation": self.tr("Organisatie"),
        }

    def _hints(self) -> dict[str, str]:
        return {
            "responsible_organisation": self.tr(
                "Zolang dit leeg is, staat er Proefgebruik op het scherm en op papier. "
                "Het verdwijnt als ook de inhoud door twee mensen is vrijgegeven."
            ),
        }

    def _block(self, name: str) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(parts.label(self._words()[name], self.fields[name]))
        column.addWidget(self.fields[name])
        if name in self._hints():
            column.addWidget(parts.soft(self._hints()[name]))
        return block

    def _theme_block(self) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(parts.label(self.tr("Kleuren"), self.theme))
        column.addWidget(self.theme)
        return block

    def _size_block(self) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(parts.label(self.tr("Grootte van de tekst"), self.larger))
        column.addLayout(parts.row(self.smaller, self.size_words, self.larger, None))
        return block

    def leave(self) -> None:
        """Keep what was typed."""
        self._on_edited()

    @Slot()
    def _on_edited(self) -> None:
        try:
            for name, field in self.fields.items():
                keep(self.context.desk, name, field.text())
        except ProblemsError as error:
            self.context.shell.toast(fault_words(self.context.desk, error, ""))

    @Slot(str)
    def _on_place(self, place: str) -> None:
        self.context.shell.go(place)

    @Slot(str)
    def _on_theme(self, name: str) -> None:
        self._change(replace(self.look, theme=name))

    @Slot()
    def _on_smaller(self) -> None:
        self._change(replace(self.look, text_percent=max(SMALLEST, self.look.text_percent - STEP)))

    @Slot()
    def _on_larger(self) -> None:
        self._change(replace(self.look, text_percent=min(LARGEST, self.look.text_percent + STEP)))

    def _change(self, look: Look) -> None:
        """Take the look at once; who may not set it, has it until the program closes."""
        self.look = look
        put_look(self.context.resources, look)
        self._show_size()
        try:
            keep_look(self.context.desk, look)
        except ProblemsError:
            self.context.shell.toast(self.tr("Dit geldt tot u het programma afsluit."))

    def _show_size(self) -> None:
        percent = self.look.text_percent
        self.size_words.setText(f"{percent} %")
        self.smaller.setEnabled(percent > SMALLEST)
        self.larger.setEnabled(percent < LARGEST)
