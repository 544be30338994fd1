"""The forms about people, each in its place below the table: who they are, a pass phrase to pass on, one's own."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from intake_app.practice.passphrases import weakness_of
from intake_app.practice.people import People
from intake_app.practice.users import Role, User
from intake_app.ui.fields.button import Kind
from intake_app.ui.fields.entry import TickBox
from intake_app.ui.presenters.people import Field, field_of, four_words
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts
from intake_app.ui.views.passphrase import NewPhrase, PassphraseField, show_typed
from intake_app.ui.views.people_words import role_about, role_name
from intake_app.ui.views.told import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What a form asks for: slow work, what to say when it is done, and a pass phrase that is to be told to someone."""

    job: Callable[[], object]
    words: str
    name: str = ""
    phrase: str = ""


class FormCard(QFrame):
    """A card with a title, fields, what was refused, and two buttons. Who owns the screen listens to Esc."""

    submitted = Signal()
    left = Signal()

    def __init__(self, title: str, yes: str, no: str) -> None:
        super().__init__()
        self.setProperty("look", "card_resume")
        self.told = Told()
        self.yes, self.no = parts.button(yes, "", Kind.PRIMARY), parts.button(no, "Esc")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 18, 20, 18)
        self.column.setSpacing(8)
        self.column.addWidget(parts.text(title, Type.TITLE))
        self.yes.clicked.connect(self.submitted)
        self.no.clicked.connect(self.left)

    def _fill(self, *rows: QWidget) -> None:
        for each in (*rows, self.told):
            self.column.addWidget(each)
        row = parts.row(self.yes, self.no, None)
        row.setContentsMargins(0, 8, 0, 0)
        self.column.addLayout(row)

    def task(self, _people: People) -> Task | None:
        """Return what is to be done; None when there is nothing."""
        return None

    def judge(self) -> bool:
        """Say what is still wrong, and go there; tells whether it will do."""
        return True

    def refuse(self, _error: Exception, words: str) -> None:
        """Say why it was refused, where it must be put right."""
        self.told.say(words)


class GivenPhrase(QWidget):
    """A pass phrase to pass on: it can be read, so that it can be told."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line, self.told = PassphraseField(), Told()
        show_typed(True, self.line)
        self.again = parts.button(self.tr("Andere vier woorden"))
        self.again.clicked.connect(self._on_again)
        self.line.returnPressed.connect(self.entered)
        row = parts.row(self.line, self.again)
        row.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(parts.label(self.tr("Tijdelijke wachtzin"), self.line))
        column.addLayout(row)
        column.addWidget(
            parts.soft(self.tr("Vertel hem zelf, niet per mail. Bij de eerste keer openen kiest uw collega een eigen."))
        )
        column.addWidget(self.told)
        self.setFocusProxy(self.line)
        self._on_again()

    @Slot()
    def _on_again(self) -> None:
        self.line.setText(four_words(secrets.choice))

    def judge(self, name: str) -> bool:
        """Say whether it is too weak for somebody of this name."""
        is_weak = weakness_of(self.line.text(), name) is not None
        self.say(self.tr("Neem minstens 12 tekens of vier woorden, en geen bekende wachtzin.") if is_weak else "")
        return not is_weak

    def say(self, words: str) -> None:
        """Say what is wrong with it, and go there."""
        self.told.say(words)
        if words:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)


class UserForm(FormCard):
    """Name and roles; for somebody new a pass phrase to pass on as well."""

    def __init__(self, user: User | None = None) -> None:
        title = self.tr("Iemand toevoegen") if user is None else self.tr("Naam of rollen wijzigen")
        super().__init__(title, self.tr("Voeg toe") if user is None else self.tr("Bewaar"), self.tr("Laat staan"))
        self._user = user
        self.name, self.name_told, self.roles_told = QLineEdit(user.name if user else ""), Told(), Told()
        self.roles = {role: TickBox(role_name(role), "", role_about(role)) for role in Role}
        for role, box in self.roles.items():
            box.setChecked(user is not None and role in user.roles)
        self.given = GivenPhrase() if user is None else None
        roles = parts.label(self.tr("Rollen"), self.roles[Role.ASSISTANT])
        name = parts.label(self.tr("Naam, zoals collega's die kennen"), self.name)
        last = () if self.given is None else (self.given,)
        self._fill(name, self.name, self.name_told, roles, *self.roles.values(), self.roles_told, *last)
        self.setFocusProxy(self.name)
        self.name.returnPressed.connect(self.submitted)
        if self.given is not None:
            self.given.entered.connect(self.submitted)

    @property
    def chosen(self) -> frozenset[Role]:
        """The roles that are ticked."""
        return frozenset(role for role, box in self.roles.items() if box.isChecked())

    def task(self, people: People) -> Task:
        """Make the user, or change them."""
        name = self.name.text().strip()
        if self.given is None or self._user is not None:
            user = self._user.id if self._user else ""
            return Task(job=partial(people.change, user, name, self.chosen), words=self.tr("Bewaard."))
        phrase = self.given.line.text()
        words = self.tr("{name} kan nu openen, en kiest eerst een eigen wachtzin.").format(name=name)
        return Task(job=partial(people.create, name, self.chosen, phrase), words=words, name=name, phrase=phrase)

    def judge(self) -> bool:
        """Ask for a name, a role, and a pass phrase that will do."""
        name = self.name.text().strip()
        self._say(Field.NAME, "" if name else self.tr("Vul een naam in."))
        self._say(Field.ROLES, "" if self.chosen else self.tr("Kies minstens één rol."))
        return bool(name and self.chosen) and (self.given is None or self.given.judge(name))

    def refuse(self, error: Exception, words: str) -> None:
        """Say it at the name, the roles or the pass phrase."""
        self._say(field_of(error), words)

    def _say(self, field: Field, words: str) -> None:
        if field is Field.PHRASE and self.given is not None:
            self.given.say(words)
            return
        {Field.NAME: self.name_told, Field.ROLES: self.roles_told}.get(field, self.told).say(words)
        if words and field is Field.NAME:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)


class RenewForm(FormCard):
    """A new pass phrase for who forgot theirs."""

    def __init__(self, user: User) -> None:
        super().__init__(
            self.tr("Nieuwe wachtzin voor {name}").format(name=user.name), self.tr("Geef"), self.tr("Laat staan")
        )
        self._user = user
        self.given = GivenPhrase()
        again = parts.text(self.tr("Wie gesprekken leest, moet daarna opnieuw worden toegelaten."))
        self._fill(again, self.given)
        self.setFocusProxy(self.given)
        self.given.entered.connect(self.submitted)

    def task(self, people: People) -> Task:
        """Give the pass phrase."""
        phrase = self.given.line.text()
        words = self.tr("{name} heeft een nieuwe wachtzin.").format(name=self._user.name)
        return Task(job=partial(people.renew, self._user.id, phrase), words=words, name=self._user.name, phrase=phrase)

    def judge(self) -> bool:
        """Ask for a pass phrase that will do."""
        return self.given.judge(self._user.name)

    def refuse(self, error: Exception, words: str) -> None:
        """Say it at the pass phrase where it is about that."""
        say = self.given.say if field_of(error) is Field.PHRASE else self.told.say
        say(words)


class OwnForm(FormCard):
    """One's own pass phrase: the old one, and a new one twice."""

    def __init__(self, me: User) -> None:
        super().__init__(self.tr("Uw wachtzin wijzigen"), self.tr("Wijzig"), self.tr("Laat staan"))
        self._name = me.name
        self.old, self.old_told, self.new = PassphraseField(), Told(), NewPhrase()
        self._fill(parts.label(self.tr("Uw wachtzin van nu"), self.old), self.old, self.old_told, self.new)
        self.setFocusProxy(self.old)
        self.old.returnPressed.connect(self.new.setFocus)
        self.new.entered.connect(self.submitted)

    def task(self, people: People) -> Task:
        """Replace it."""
        job = partial(people.change_passphrase, self.old.text(), self.new.phrase.text())
        return Task(job=job, words=self.tr("Uw wachtzin is gewijzigd."))

    def judge(self) -> bool:
        """Ask for the old one, and for a new one that will do."""
        has_old = bool(self.old.text().strip())
        self._say_old("" if has_old else self.tr("Typ eerst uw wachtzin van nu."))
        return has_old and self.new.judge(self._name)

    def refuse(self, error: Exception, words: str) -> None:
        """Say it at the old one when that does not fit, else at the new one."""
        if field_of(error) is Field.OLD_PHRASE:
            self._say_old(words)
        elif field_of(error) is Field.PHRASE:
            self.new.say(words)
        else:
            self.told.say(words)

    def _say_old(self, words: str) -> None:
        self.old_told.say(words)
        if words:
            self.old.setFocus(Qt.FocusReason.OtherFocusReason)
            self.old.selectAll()


class TellCard(FormCard):
    """Shows a pass phrase that was given, large, to be told; it is shown here only."""

    def __init__(self, name: str, phrase: str) -> None:
        super().__init__(self.tr("Vertel dit aan {name}").format(name=name), self.tr("Verteld"), "")
        self.no.hide()
        self.phrase = parts.text(phrase, Type.QUESTION)
        self._fill(self.phrase, parts.soft(self.tr("Hierna is deze wachtzin niet meer te zien.")))
        self.setFocusProxy(self.yes)
