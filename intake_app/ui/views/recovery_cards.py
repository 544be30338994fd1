"""The steps of the recovery sheet: why, the code, trying it from the paper, and where the copies go."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from intake_app.core.text import Language
from intake_app.practice.people import Recovery, RecoveryState
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.recovery import lines_of
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts
from intake_app.ui.views.moments import date_words
from intake_app.ui.views.recovery_code import RecoveryCodeField
from intake_app.ui.views.told import Told


class StandLine(Label):
    """In one sentence how it stands with the sheet."""

    def __init__(self, language: Language) -> None:
        super().__init__("", Type.STRONG)
        self._language: Language = language

    def show_recovery(self, recovery: Recovery) -> None:
        """Say whether there is a sheet, and whether it was tried."""
        words = {
            RecoveryState.NONE: self.tr("Er is nog geen herstelblad."),
            RecoveryState.UNTESTED: self.tr("Het herstelblad van {made} is nog niet van papier geprobeerd."),
            RecoveryState.TESTED: self.tr("Het herstelblad van {made} werkt. Geprobeerd op {tested}."),
        }[recovery.state]
        made, tested = (date_words(at.date(), self._language) if at else "" for at in (recovery.made, recovery.tested))
        self.setText(words.format(made=made, tested=tested))


class StepCard(QFrame):
    """A card with a title and its parts one below the other."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 18, 20, 18)
        self.column.setSpacing(12)
        self.column.addWidget(parts.text(title, Type.TITLE))

    def add(self, *rows: QWidget) -> None:
        """Put parts below what is there."""
        for each in rows:
            self.column.addWidget(each)

    def add_row(self, row: QHBoxLayout) -> None:
        """Put a row of buttons below what is there."""
        row.setContentsMargins(0, 4, 0, 0)
        self.column.addLayout(row)


class WhyCard(StepCard):
    """Why there is a sheet, how it stands, and the way to try one that was printed before."""

    def __init__(self, language: Language) -> None:
        super().__init__(self.tr("Voor als de wachtzin kwijt is"))
        self.stand = StandLine(language)
        self.earlier = parts.soft(self.tr("Maakt u een nieuw blad, dan werkt het vorige niet meer."))
        self.try_button = parts.button(self.tr("Ik heb het blad: nu proberen"))
        self.add(
            parts.text(
                self.tr(
                    "Wie zijn wachtzin kwijtraakt, kan niets meer openen: niemand kan hem terughalen. "
                    "Op het herstelblad staat een code die dan wel opent; bewaar het op papier, achter slot."
                )
            ),
            self.stand,
            self.earlier,
        )
        self.again_button = parts.button(self.tr("Een nieuw blad maken"))
        self.add_row(parts.row(self.try_button, self.again_button, None))

    def show_recovery(self, recovery: Recovery, *, can_make: bool) -> None:
        """Say how it stands, and offer to try an earlier sheet, or to make another where one works."""
        self.stand.show_recovery(recovery)
        self.earlier.setVisible(can_make and recovery.state is not RecoveryState.NONE)
        self.try_button.setVisible(can_make and recovery.state is RecoveryState.UNTESTED)
        self.again_button.setVisible(can_make and recovery.state is RecoveryState.TESTED)


class CodeCard(StepCard):
    """The code in large groups: to print, to keep, or to write down."""

    def __init__(self) -> None:
        super().__init__(self.tr("De code"))
        self.lines = tuple(parts.text("", Type.NUMBER) for _ in range(2))
        self.print_button = parts.button(self.tr("Afdrukken"), "Ctrl P", icon="printer")
        self.keep_button = parts.button(self.tr("Bewaren als pdf"), "Ctrl S", icon="file")
        self.told = Told()
        self.add(*self.lines)
        self.add(
            parts.soft(
                self.tr(
                    "Druk het blad af, of schrijf de code over. Bewaart u een pdf, doe dat dan op een stick en niet op "
                    "deze computer. De code is later niet meer te zien."
                )
            )
        )
        self.add_row(parts.row(self.print_button, self.keep_button, None))
        self.add(self.told)

    def show_code(self, code: str) -> None:
        """Show a code; nothing when empty."""
        lines = lines_of(code)
        for at, label in enumerate(self.lines):
            label.setText(lines[at] if at < len(lines) else "")
            label.setAccessibleName(" ".join(label.text()))


class TryCard(StepCard):
    """Typing the code over from the paper, while it is not on the screen."""

    def __init__(self) -> None:
        super().__init__(self.tr("Werkt het blad?"))
        self.code = RecoveryCodeField()
        self.show_button = parts.button(self.tr("Toon de code weer"))
        self.add(parts.text(self.tr("Typ de code over van het papier. Zo weet u zeker dat het blad klopt.")), self.code)
        self.add_row(parts.row(self.show_button, None))


class CopiesCard(StepCard):
    """Where the copies go."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Reservekopieën"))
        self.folder, self.told = parts.text(""), Told()
        self.other = parts.button(self.tr("Andere map …"))
        self.other.clicked.connect(self._on_other)
        self.add(
            self.folder,
            parts.soft(self.tr("Een stick of netwerkschijf mag: een kopie gaat alleen met een wachtzin open.")),
            self.told,
        )
        self.add_row(parts.row(self.other, None))

    def show_folder(self, folder: str) -> None:
        """Say where they go."""
        self.folder.setText(self.tr("Het programma maakt zelf kopieën, in {folder}").format(folder=folder))

    @Slot()
    def _on_other(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Map voor reservekopieën"))
        if chosen:
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)
            self.chosen.emit(chosen)
