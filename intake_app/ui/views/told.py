"""One sentence about how something went, or what is wrong, beside where it was done."""

from __future__ import annotations

from intake_app.ui.fields.announce import announce
from intake_app.ui.fields.label import Label
from intake_app.ui.theme.roles import Type


class Told(Label):
    """Away while there is nothing to say; what it says is said aloud too."""

    def __init__(self) -> None:
        super().__init__("", Type.STRONG)
        self.hide()

    def say(self, words: str) -> None:
        """Say this; nothing when empty."""
        self.setText(words)
        self.setVisible(bool(words))
        if words:
            announce(self, words)
