"""The bars above and below a talk: about whom, how long, is it kept; and what to do next."""

from __future__ import annotations

from intake_app.ui.fields.bars import Footer, Header
from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.label import Label
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.action_button import MenuButton, button_for


class TalkBar(Header):
    """The bar above. The window fills in whether everything is kept."""

    def __init__(self, *, is_quick: bool, about: str) -> None:
        title = self.tr("Kort gesprek") if is_quick else self.tr("Verkennend gesprek")
        super().__init__(title, about)
        self._about_title = title
        self.clock = Label("", Type.TEXT, Role.TEXT_SOFT, wraps=False)
        self.menu = MenuButton()
        self.gut_feeling = button_for("gut_feeling")
        self.search = button_for("palette", Kind.PLAIN)
        self.put_first(self.menu)
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
            self.clock.setAccessibleName(self.tr("Hoe lang u bezig bent: {time}").format(time=words))
            self.fit()


class TalkFoot(Footer):
    """The bar below; going on is the one primary action."""

    def __init__(self, *, is_quick: bool) -> None:
        super().__init__()
        self.back = button_for("back")
        self.pause = ActionButton(self.tr("Pauze of overdragen"), kind=Kind.PLAIN)
        self.priorities = button_for("priorities", Kind.PLAIN)
        self.choose = button_for("choose")
        self.next = button_for("next", Kind.PRIMARY)
        self.add_left(self.back)
        self.add_right(self.pause, optional=True)
        self.add_right(self.priorities, optional=True)
        self.set_wanted(self.priorities, is_wanted=not is_quick)
        self.add_right(self.choose)
        self.add_right(self.next)
