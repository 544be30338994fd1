"""The fields of a new conversation, in the order in which one would ask."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from intake_app.questionnaire.situation import Channel, Interpreter, Participant
from intake_app.ui.fields.entry import PickBox
from intake_app.ui.presenters.spoken import language_views
from intake_app.ui.presenters.start import AT_A_DISTANCE, GENDERS, READING, REFERRERS, StartForm
from intake_app.ui.screen import ScreenContext
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts
from intake_app.ui.views.chips import Chips

FORM_EM = 52
YES, NO = "yes", "no"


class StartFields(QWidget):
    """Reads and shows a `StartForm`."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._desk = context.desk
        self._make_talk()
        self._make_person()
        self._faults: dict[str, QLabel] = {}
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addWidget(parts.soft(self.tr("Alles mag leeg blijven. Een naam is nooit nodig.")))
        column.addWidget(self._talk_card())
        column.addWidget(self._person_card())
        column.addWidget(self._referrer_card())
        column.addStretch(1)
        parts.centred(self, column, FORM_EM * parts.em())
        self.channel.chosen.connect(self._on_channel)
        self.language.currentIndexChanged.connect(self._on_language)
        self._on_language()

    def _words(self, section: str, codes: Iterable[str]) -> dict[str, str]:
        found = {str(code): self._desk.text(f"{section}.{code}") for code in codes}
        return {code: words[:1].upper() + words[1:] for code, words in found.items()}

    def _make_talk(self) -> None:
        self.channel = Chips(self._words("channel", Channel), self.tr("Hoe spreekt u elkaar?"))
        people = self._words("roles", Participant)
        self.people = Chips(people, self.tr("Wie is erbij?"), many=True)
        self.interpreter = Chips(self._words("interpreter", Interpreter), self.tr("Wie tolkt?"))
        self.freely = Chips({YES: self.tr("Ja"), NO: self.tr("Nee")}, self.tr("Kan de persoon vrij praten?"))
        self.where_now, self.call_back = QLineEdit(), QLineEdit()
        self.call_back.setPlaceholderText(self.tr("Nummer, wanneer, en of inspreken mag"))

    def _make_person(self) -> None:
        self.birth_year, self.age, self.pc4 = QLineEdit(), QLineEdit(), QLineEdit()
        self.birth_year.setPlaceholderText("1961")
        self.pc4.setPlaceholderText("2512")
        for field, longest in ((self.birth_year, 4), (self.age, 3), (self.pc4, 4)):
            field.setMaxLength(longest)
        self.gender = Chips(self._words("gender", GENDERS), self.tr("Meneer of mevrouw?"), may_clear=True)
        self.reading = Chips(self._words("literacy", READING), self.tr("Lukt lezen?"))
        self._languages = {each.code: each for each in language_views(self._desk)}
        self.language = self._combo({code: each.label for code, each in self._languages.items()})
        self.about_language = parts.soft("")
        self.referrer = self._combo({"": self.tr("Niet ingevuld"), **self._words("referrer", REFERRERS)})
        self.reason = QLineEdit()

    def _combo(self, words: dict[str, str]) -> PickBox:
        return PickBox("", words.items())

    def _talk_card(self) -> QFrame:
        self.distance = QWidget()
        inner = QVBoxLayout(self.distance)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._block(self.tr("Waar bent u nu?"), self.where_now, "where_now"))
        self.call_label = self.tr("Op welk nummer bel ik veilig terug?")
        rows = (
            self._block(self.tr("Hoe spreekt u elkaar?"), self.channel),
            self.distance,
            self._block(self.call_label, self.call_back, "call_back"),
            self._block(self.tr("Kan de persoon vrij praten?"), self.freely),
            self._block(self.tr("Wie is erbij?"), self.people),
            self._block(self.tr("Wie tolkt?"), self.interpreter),
        )
        return parts.card(self.tr("Het gesprek"), rows)

    def _person_card(self) -> QFrame:
        short = parts.row(
            self._block(self.tr("Geboortejaar"), self.birth_year, "birth_year"),
            self._block(self.tr("of leeftijd"), self.age, "age"),
            self._block(self.tr("Postcode, vier cijfers"), self.pc4, "pc4"),
        )
        holder = QWidget()
        short.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(short)
        rows = (
            holder,
            self._block(self.tr("Meneer of mevrouw?"), self.gender),
            self._block(self.tr("In welke taal?"), self.language),
            self.about_language,
            self._block(self.tr("Lukt lezen?"), self.reading),
        )
        return parts.card(self.tr("De persoon"), rows)

    def _referrer_card(self) -> QFrame:
        rows = (
            self._block(self.tr("Wie vroeg om dit gesprek?"), self.referrer),
            self._block(self.tr("Waarom? In eigen woorden"), self.reason, "referrer_reason"),
        )
        return parts.card(self.tr("Hoe kwam dit gesprek tot stand?"), rows)

    def _block(self, words: str, field: QWidget, name: str = "") -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(parts.label(words, field))
        column.addWidget(field)
        if name:
            self._faults[name] = parts.text("", Type.STRONG)
            self._faults[name].hide()
            column.addWidget(self._faults[name])
        return block

    def show_form(self, form: StartForm) -> None:
        """Show a form as it stands."""
        self.channel.choose(form.channel)
        self.people.choose(*form.participants)
        self.interpreter.choose(form.interpreter)
        self.freely.choose(YES if form.speaks_freely else NO)
        self.gender.choose(*([form.gender] if form.gender else []))
        self.reading.choose(form.literacy)
        texts = {self.where_now: form.where_now, self.call_back: form.call_back, self.age: form.age}
        texts |= {self.birth_year: form.birth_year, self.pc4: form.pc4, self.reason: form.referrer_reason}
        for field, words in texts.items():
            field.setText(words)
        self.language.setCurrentIndex(self.language.findData(form.language))
        self.referrer.setCurrentIndex(self.referrer.findData(form.referrer_role))
        self._on_channel(form.channel)

    def form(self) -> StartForm:
        """Return what is filled in."""
        return StartForm(
            channel=Channel(self.channel.code),
            participants=tuple(Participant(code) for code in self.people.codes),
            interpreter=Interpreter(self.interpreter.code),
            speaks_freely=self.freely.code != NO,
            where_now=self.where_now.text(),
            call_back=self.call_back.text(),
            birth_year=self.birth_year.text(),
            age=self.age.text(),
            gender=self.gender.code,
            pc4=self.pc4.text(),
            language=str(self.language.currentData()),
            literacy=self.reading.code,
            referrer_role=str(self.referrer.currentData()),
            referrer_reason=self.reason.text(),
        )

    def show_faults(self, faults: dict[str, str]) -> None:
        """Show what is wrong at each field, and go to the first."""
        for name, label in self._faults.items():
            label.setText(faults.get(name, ""))
            label.setVisible(name in faults)
        fields = {"birth_year": self.birth_year, "age": self.age, "pc4": self.pc4}
        for name, field in fields.items():
            if name in faults:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                field.selectAll()
                return

    @Slot(str)
    def _on_channel(self, code: str) -> None:
        self.distance.setVisible(Channel(code) in AT_A_DISTANCE)

    @Slot()
    def _on_language(self) -> None:
        """Say what the translation is worth; of the languages of the screen there is nothing to say."""
        found = self._languages.get(self.language.code)
        about = "" if found is None else found.about
        self.about_language.setText(about)
        self.about_language.setVisible(bool(about))
