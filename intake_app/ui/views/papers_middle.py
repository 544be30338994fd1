"""The middle of the papers: a page as it will be printed, the text for the journal, or one sentence."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget

from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.label import Label
from intake_app.ui.fields.page_preview import PagePreview
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.choose_frame import column, line
from intake_app.ui.views.flow import flow
from intake_app.ui.views.papers_codes import PaperCodes
from intake_app.ui.views.papers_journal import JournalText

PAGE, SENTENCE, JOURNAL = range(3)


class PaperMiddle(QFrame):
    """Shows one of three: a page with its buttons, a sentence, or the text for the journal."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "sunken")
        self._images: tuple[QImage, ...] = ()
        self._title, self._at = "", 0
        self.preview = PagePreview()
        self.before, self.after = ActionButton("", icon="back"), ActionButton("", icon="next")
        self.before.setAccessibleName(self.tr("Vorige bladzijde"))
        self.after.setAccessibleName(self.tr("Volgende bladzijde"))
        self.place = Label("", wraps=False)
        self.larger = ActionButton(self.tr("Groter"), "Ctrl +", Kind.PLAIN)
        self.notice = Label("", Type.LARGE, Role.TEXT_SOFT)
        self.notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.notice.setContentsMargins(44, 28, 44, 28)
        self.journal = JournalText()
        self.journal.setAccessibleName(self.tr("Tekst voor het journaal"))
        self.codes = PaperCodes()
        self.copy = ActionButton(self.tr("Kopieer"), "Ctrl J", icon="copy")
        self._lay_out()
        self.before.clicked.connect(self.turn_back)
        self.after.clicked.connect(self.turn)
        self.journal.copy_asked.connect(self.copy.click)
        self.larger.clicked.connect(self.preview.zoom_in)

    def _lay_out(self) -> None:
        tools = line(None, flow(self.before, self.place, self.after, self.larger, gap=14), None, gap=0)
        tools.setContentsMargins(0, 10, 0, 6)
        sheet, text = QWidget(), QWidget()
        sheet.setLayout(column(tools, self.preview, gap=0))
        inside = column(
            Label(self.tr("Tekst voor het journaal"), Type.TITLE), self.journal, self.codes, self.copy, gap=12
        )
        inside.setContentsMargins(28, 20, 28, 20)
        text.setLayout(inside)
        self._layers = QStackedLayout(self)
        for layer in (sheet, self.notice, text):
            self._layers.addWidget(layer)

    @property
    def layer(self) -> int:
        """Which of the three is shown."""
        return self._layers.currentIndex()

    def show_pages(self, images: tuple[QImage, ...], title: str) -> None:
        """Show the first page of a paper."""
        self._images, self._title, self._at = images, title, 0
        self._show_page()

    def say(self, words: str) -> None:
        """Show one sentence instead of a page."""
        self.notice.setText(words)
        self._layers.setCurrentIndex(SENTENCE)

    def show_journal(self, text: str) -> None:
        """Show the text for the journal."""
        self.journal.setPlainText(text)
        self._layers.setCurrentIndex(JOURNAL)
        self.copy.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def turn(self) -> None:
        """Show the next page."""
        self._go(1)

    @Slot()
    def turn_back(self) -> None:
        """Show the page before."""
        self._go(-1)

    def _go(self, by: int) -> None:
        if self.layer == PAGE and 0 <= self._at + by < len(self._images):
            self._at += by
            self._show_page()

    def _show_page(self) -> None:
        count = len(self._images)
        words = self.tr("Bladzijde {at} van {count}").format(at=self._at + 1, count=count)
        self.preview.show_page(self._images[self._at] if count else QImage(), f"{self._title}, {words}")
        self.place.setText(words)
        self.before.setEnabled(self._at > 0)
        self.after.setEnabled(self._at < count - 1)
        self._layers.setCurrentIndex(PAGE)
