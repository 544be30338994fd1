"""The bars above and below a talk: about whom, how long, is it kept; and what to do next."""

from __future__ import annotations

from intake_app.ui.fields.bars import Footer, Header
from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.label import Label
from intake_app.ui.theme.roles import Role, Type


class TalkBar(Header):
    """The bar above. The window fills in whether everything is kept."""

    def __init__(self, *, is_quick: bool, about: str) -> None:
        title = self.tr("Kort gesprek") if is_quick else self.tr("Verkennend gesprek")
        super().__init__(title, about)
        self._about_title = title
        self.clock = Label("", Type.TEXT, Role.TEXT_SOFT, wraps=False)
        self.clock.setAccessibleName(self.tr("Hoe lang u bezig bent"))
        self.gut_feeling = ActionButton(self.tr("Niet-pluis"), "F9")
        self.search = ActionButton(self.tr("Alles zoeken"), "Ctrl K", Kind.PLAIN)
        self.add(self.clock, optional=True)
        self.add(self.gut_feeling)
        self.add(self.search, optional=True)

    def show_about(self, about: str) -> None:
        """Say who is there now."""
        self.set_title(self._about_title, about)

    def show_clock(self, words: str) -> None:
        """Show how long the talk lasts."""
        if words != self.clock.text():
            self.clock.setText(words)
            self.fit()


class TalkFoot(Footer):
    """The bar below; going on is the one primary action."""

    def __init__(self) -> None:
        super().__init__()
        self.back = ActionButton(self.tr("Vorige"), "Alt ←")
        self.pause = ActionButton(self.tr("Pauze of overdragen"), kind=Kind.PLAIN)
        self.choose = ActionButton(self.tr("Samen kiezen"), "F5")
        self.next = ActionButton(self.tr("Volgende vraag"), "Enter", Kind.PRIMARY)
        self.add_left(self.back)
        self.add_right(self.pause, optional=True)
        self.add_right(self.choose)
        self.add_right(self.next)
