"""Where one goes from choosing together: the sheets over it, the entry of a service, and the screens around it."""

from __future__ import annotations

from PySide6.QtCore import Slot

from intake_app.ui.presenters.choose import Choosing
from intake_app.ui.presenters.choose_earlier import earlier_of
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views.choose_card import CardAsked
from intake_app.ui.views.choose_parts import ChooseParts


class ChooseSheets(ChooseParts):
    """Opens and leads on; it decides nothing."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.choosing = Choosing(context.desk, context.talk)
        self.choosing.enter()

    def open_reasons(self, asked: CardAsked) -> None:
        """Open the reasons of a kind; where it is decided otherwise than the rules say, with the line to say why."""
        reasons = self.choosing.reasons(asked.kind)
        if reasons is not None:
            service = self.choosing.service(asked.kind)
            self.sheet.show_reasons(reasons, asked.what, earlier_of(self.context.office.directory, service))

    def open_services(self, kind: str) -> None:
        """Open the services of a kind to choose from."""
        services = self.choosing.services(kind)
        if services is not None:
            self.services.show_services(services)

    @Slot(str)
    def _on_entry(self, service: str) -> None:
        """Show the whole entry; from there one comes back here."""
        self.context.shell.go("directory", service)

    @Slot(str)
    def _on_question(self, question: str) -> None:
        self.choosing.jump(question)
        self.context.shell.go("conversation")

    @Slot()
    def _on_back(self) -> None:
        """Go to the talk, where the sheet of a flag that waits lies open."""
        self.context.shell.go("conversation")

    @Slot()
    def _on_order(self) -> None:
        self.context.shell.go("priorities")

    @Slot()
    def _on_onward(self) -> None:
        self.context.shell.go("agree")
