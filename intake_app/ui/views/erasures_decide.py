"""Deciding on a request for erasure: what, why, and with whom, who types their own pass phrase."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from intake_app.core.text import Language
from intake_app.practice.persons import Decision, ErasureRequest
from intake_app.practice.users import User
from intake_app.ui.fields.entry import PickBox
from intake_app.ui.presenters.erasures import Field, Verdict, field_of
from intake_app.ui.views import parts
from intake_app.ui.views.chips import Chips
from intake_app.ui.views.moments import date_words
from intake_app.ui.views.passphrase import PassphraseField
from intake_app.ui.views.people_forms import FormCard


class DecideCard(FormCard):
    """Nothing is chosen beforehand; what each choice means is said before it is made."""

    def __init__(self, request: ErasureRequest, seconds: Sequence[User], language: Language) -> None:
        day = date_words(request.asked_on, language)
        title = self.tr("Besluiten over het verzoek van {day}").format(day=day)
        super().__init__(title, self.tr("Besluit"), self.tr("Nog niet"))
        self._request = request
        self.decision = Chips(
            {Decision.GRANTED: self.tr("Toewijzen: alles wissen"), Decision.REFUSED: self.tr("Weigeren")},
            self.tr("Wat besluit u samen?"),
        )
        self.meaning = parts.text("")
        self.reason, self.phrase = QLineEdit(), PassphraseField()
        nobody = ("", self.tr("kies een collega"))
        self.second = PickBox(self.tr("Wie besluit mee?"), [nobody, *((each.id, each.name) for each in seconds)])
        self._fill(
            parts.label(self.decision.accessibleName(), self.decision),
            self.decision,
            self.meaning,
            parts.label(self.tr("Waarom?"), self.reason),
            self.reason,
            parts.soft(self.tr("Dit blijft bewaard. Schrijf er niets in van wat er gezegd is.")),
            parts.label(self.second.accessibleName(), self.second),
            self.second,
            parts.label(self.tr("Wachtzin van deze collega, die hem zelf typt"), self.phrase),
            self.phrase,
        )
        self.meaning.hide()
        self.decision.chosen.connect(self._on_decision)
        self.phrase.returnPressed.connect(self.submitted)
        self.setFocusProxy(self.decision)

    @Slot()
    def _on_decision(self) -> None:
        is_granted = self.decision.code == Decision.GRANTED
        self.meaning.setText(self._granted_words() if is_granted else self._refused_words())
        self.meaning.show()
        self.yes.set_words(self.tr("Wis voorgoed") if is_granted else self.tr("Weiger het verzoek"))

    def _granted_words(self) -> str:
        count = len(self._request.talks)
        one = self.tr("Het gesprek wordt voorgoed gewist, voor iedereen. Dit kan niemand ongedaan maken.")
        more = self.tr("{n} gesprekken worden voorgoed gewist, voor iedereen. Dit kan niemand ongedaan maken.")
        stays = self.tr(
            "Wat blijft: dat er een verzoek was, de dagen, de namen van wie besloten, en het logboek. "
            "Wordt er later een oude kopie teruggezet, dan komen deze gesprekken niet terug."
        )
        return f"{one if count == 1 else more.format(n=count)} {stays}"

    def _refused_words(self) -> str:
        return self.tr("Er wordt niets gewist. Vertel de persoon waarom, en dat die een klacht kan indienen.")

    def verdict(self) -> Verdict:
        """Return what is decided now."""
        return Verdict(
            request=self._request.id,
            decision=Decision(self.decision.code or Decision.OPEN),
            reason=self.reason.text(),
            second=self.second.code,
            phrase=self.phrase.text(),
        )

    @override
    def judge(self) -> bool:
        missing = self.verdict().missing()
        words = {
            Field.DECISION: self.tr("Kies eerst toewijzen of weigeren."),
            Field.REASON: self.tr("Schrijf erbij waarom."),
            Field.SECOND: self.tr("Kies wie er mee besluit."),
            Field.PHRASE: self.tr("Laat uw collega de eigen wachtzin typen."),
        }
        if missing is not None:
            self._say(missing, words[missing])
        return missing is None

    @override
    def refuse(self, error: Exception, words: str) -> None:
        self.phrase.clear()
        self._say(field_of(error), words)

    def _say(self, where: Field, words: str) -> None:
        self.told.say(words)
        fields = {Field.REASON: self.reason, Field.SECOND: self.second, Field.PHRASE: self.phrase}
        fields.get(where, self.decision).setFocus(Qt.FocusReason.OtherFocusReason)
