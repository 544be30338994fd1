"""What is asked before somebody is admitted or kept out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from intake_app.practice.people import People
from intake_app.practice.users import User
from intake_app.ui.fields.button import Kind
from intake_app.ui.views import parts
from intake_app.ui.views.people_forms import FormCard, Task


class ConfirmCard(FormCard):
    """Asks, in place, whether to go on. Leaving it is the easy answer."""

    def __init__(self, user: User, title: str, words: str, yes: str) -> None:
        """`{name}` in the title and the words is the name of this user."""
        super().__init__(title.format(name=user.name), yes, self.tr("Laat staan"))
        self._user = user
        self.yes.set_kind(Kind.OUTLINED)
        self._fill(parts.text(words.format(name=user.name)))
        self.setFocusProxy(self.no)


class AdmitCard(ConfirmCard):
    """Says what admission opens."""

    def __init__(self, user: User) -> None:
        title = self.tr("{name} toelaten?")
        words = self.tr(
            "Daarmee gaat voor {name} open wat mensen hier hebben verteld, zover de rol het toelaat. "
            "Doe dit alleen als u zeker weet wie dit is.",
        )
        super().__init__(user, title, words, self.tr("Laat toe"))

    def task(self, people: People) -> Task:
        """Hand the key over."""
        words = self.tr("{name} is toegelaten.").format(name=self._user.name)
        return Task(job=partial(people.admit, self._user.id), words=words)


class BlockCard(ConfirmCard):
    """Says what stays when somebody is kept out."""

    def __init__(self, user: User) -> None:
        title = self.tr("{name} blokkeren?")
        words = self.tr(
            "{name} kan het programma dan niet meer openen. Gesprekken en logboek blijven zoals ze zijn. "
            "Deblokkeren kan later altijd.",
        )
        super().__init__(user, title, words, self.tr("Blokkeer"))

    def task(self, people: People) -> Task:
        """Keep them out."""
        words = self.tr("{name} is geblokkeerd.").format(name=self._user.name)
        return Task(job=partial(people.block, self._user.id, blocked=True), words=words)


def unblocking(people: People, user: User) -> Task:
    """Let somebody in again; that asks nothing first."""
    words = QCoreApplication.translate("BlockCard", "{name} kan weer openen.").format(name=user.name)
    return Task(job=partial(people.block, user.id, blocked=False), words=words)
