"""The keys that work inside one screen only, beside the actions: for the sheet under F1 and the manual.

They are no actions of their own: there is nothing to pick in a menu, and the screen itself listens to them.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from intake_app.ui.action import Action, Where

translate = QCoreApplication.translate
"""Under this name the tool that gathers the texts (lupdate) knows it."""
_AFTER_THE_QUESTIONS = (Where.ECOGRAM, Where.PRIORITIES, Where.SAFETY_PLAN, Where.CHOOSE, Where.AGREE, Where.PAPERS)
_ENTER_GOES_ON = (Where.PRIORITIES, Where.SAFETY_PLAN, Where.CHOOSE, Where.AGREE)
_OUT_OF_SIGHT = (Where.ECOGRAM, Where.SAFETY_PLAN, Where.PAPERS)


def keys_inside() -> tuple[Action, ...]:
    """Return the keys of single screens, in the order of the sheet."""
    made = (*_everywhere(), *_of_talks(), *_of_ecogram(), *_of_giving(), *_of_directory(), *_of_practice())
    return (*made, *_shared())


def _key(where: Where, shortcut: str, second: str, words: tuple[str, str]) -> Action:
    text, about = words
    id_ = f"{where.value} {shortcut}"
    return Action(id=id_, text=text, help=about, shortcut=shortcut, second=second, where=where, by_screen=True)


def _everywhere() -> tuple[Action, ...]:
    close = translate("Actions", "Sluiten"), translate("Actions", "Sluit wat het laatst openging.")
    fields = translate("Actions", "Volgende of vorige"), translate("Actions", "Gaat naar het volgende vak, of terug.")
    return (_key(Where.EVERYWHERE, "Esc", "", close), _key(Where.EVERYWHERE, "Tab", "Shift+Tab", fields))


def _shared() -> tuple[Action, ...]:
    """What works alike on several screens."""
    back = translate("Actions", "Terug"), translate("Actions", "Gaat naar het scherm hiervoor.")
    on = translate("Actions", "Verder"), translate("Actions", "Gaat naar het volgende scherm.")
    sight = translate("Actions", "Uit het zicht"), translate("Actions", "Verbergt wat er staat, of laat het weer zien.")
    return (
        *(_key(where, "Return", "", on) for where in _ENTER_GOES_ON),
        *(_key(where, "Alt+Left", "", back) for where in _AFTER_THE_QUESTIONS),
        *(_key(where, "F8", "", sight) for where in _OUT_OF_SIGHT),
    )


def _of_talks() -> tuple[Action, ...]:
    tell = translate("Actions", "Kiest het antwoord met dat cijfer. Op een schaal tot 10 is T een tien.")
    step = translate("Actions", "Gaat van antwoord naar antwoord. In de lijst: van onderwerp naar onderwerp.")
    both = translate("Actions", "Kiest wat blijft, als een collega tegelijk iets anders invulde.")
    open_ = translate("Actions", "Gaat verder met het gesprek op de regel waar u staat.")
    more = translate("Actions", "Laat zien wat u nog meer met dit gesprek kunt doen.")
    return (
        _key(Where.LIST, "Return", "", (translate("Actions", "Gesprek openen"), open_)),
        _key(Where.LIST, "Shift+F10", "", (translate("Actions", "Meer bij een gesprek"), more)),
        _key(Where.TALK, "0 – 9", "", (translate("Actions", "Antwoord geven"), tell)),
        _key(Where.TALK, "Up", "Down", (translate("Actions", "Door de antwoorden"), step)),
        _key(Where.TALK, "Ctrl+1", "Ctrl+2", (translate("Actions", "Laten staan of vervangen"), both)),
    )


def _of_ecogram() -> tuple[Action, ...]:
    new = translate("Actions", "Zet iemand om de persoon heen.")
    near = translate("Actions", "Zet degene die gekozen is verder weg of dichterbij.")
    kind = translate("Actions", "Zegt wie het is: familie, een vriend, een buur of iemand anders.")
    cost = translate("Actions", "Zegt hoeveel het contact kost. Nog een keer: meer, en dan weer niets.")
    along = translate("Actions", "Zegt of degene die gekozen is mag meedenken.")
    mend = translate("Actions", "Wijzigt degene die gekozen is.")
    away = translate("Actions", "Haalt degene die gekozen is weg.")
    alone = translate("Actions", "Voor als de anderen even weg zijn. Nog een keer: ze zijn er weer.")
    step = translate("Actions", "Gaat in de lijst naar de volgende of de vorige.")
    return (
        _key(Where.ECOGRAM, "N", "", (translate("Actions", "Iemand erbij"), new)),
        _key(Where.ECOGRAM, "Up", "Down", (translate("Actions", "Iemand kiezen"), step)),
        _key(Where.ECOGRAM, "Left", "Right", (translate("Actions", "Verder weg of dichterbij"), near)),
        _key(Where.ECOGRAM, "1 – 7", "", (translate("Actions", "Wie het is"), kind)),
        _key(Where.ECOGRAM, "S", "", (translate("Actions", "Wat het kost"), cost)),
        _key(Where.ECOGRAM, "M", "", (translate("Actions", "Mag meedenken"), along)),
        _key(Where.ECOGRAM, "Return", "F2", (translate("Actions", "Iemand wijzigen"), mend)),
        _key(Where.ECOGRAM, "Del", "", (translate("Actions", "Iemand weghalen"), away)),
        _key(Where.ECOGRAM, "A", "", (translate("Actions", "Nu even alleen"), alone)),
    )


def _of_giving() -> tuple[Action, ...]:
    take = translate("Actions", "Neemt het voorstel met dat cijfer.")
    cards = translate("Actions", "Gaat van kaart naar kaart.")
    order = translate("Actions", "Zet de stap waar u staat een plaats hoger of lager.")
    papers = translate("Actions", "Gaat in de lijst naar het volgende of het vorige papier.")
    turn = translate("Actions", "Gaat naar de vorige of de volgende bladzijde.")
    larger = translate("Actions", "Laat de bladzijde groter of kleiner zien.")
    return (
        _key(Where.CHOOSE, "1 – 9", "", (translate("Actions", "Voorstel nemen"), take)),
        _key(Where.CHOOSE, "Left", "Right", (translate("Actions", "Door de groepen"), cards)),
        _key(Where.CHOOSE, "Up", "Down", (translate("Actions", "Door de voorstellen"), cards)),
        _key(Where.AGREE, "Ctrl+Up", "Ctrl+Down", (translate("Actions", "Stap omhoog of omlaag"), order)),
        _key(Where.PAPERS, "Up", "Down", (translate("Actions", "Ander papier"), papers)),
        _key(Where.PAPERS, "Page Up", "Page Down", (translate("Actions", "Bladeren"), turn)),
        _key(Where.PAPERS, "Ctrl+Plus", "Ctrl+Minus", (translate("Actions", "Groter of kleiner"), larger)),
    )


def _of_directory() -> tuple[Action, ...]:
    read = translate("Actions", "Gaat naar de gegevens van het aanbod waar u staat.")
    off = translate("Actions", "Haalt het filter weg waar u staat.")
    right = translate("Actions", "Noteert dat alles klopt. Met Shift: bij alles van dit telefoontje.")
    changed = translate("Actions", "Opent wat er is gewijzigd.")
    gone = translate("Actions", "Noteert dat het er niet meer is.")
    missed = translate("Actions", "Noteert dat u niemand bereikte.")
    side = translate("Actions", "Neemt op deze regel wat links of wat rechts staat.")
    merge = translate("Actions", "Voegt de twee samen tot één.")
    return (
        _key(Where.DIRECTORY, "Return", "", (translate("Actions", "Aanbod lezen"), read)),
        _key(Where.DIRECTORY, "Del", "Backspace", (translate("Actions", "Filter weghalen"), off)),
        _key(Where.CALLS, "J", "Shift+J", (translate("Actions", "Klopt nog"), right)),
        _key(Where.CALLS, "W", "", (translate("Actions", "Gewijzigd"), changed)),
        _key(Where.CALLS, "G", "", (translate("Actions", "Bestaat niet meer"), gone)),
        _key(Where.CALLS, "N", "", (translate("Actions", "Niet bereikt"), missed)),
        _key(Where.TWINS, "1", "2", (translate("Actions", "Links of rechts nemen"), side)),
        _key(Where.TWINS, "Ctrl+Return", "", (translate("Actions", "Samenvoegen"), merge)),
        *_of_mending(),
    )


def _of_mending() -> tuple[Action, ...]:
    """Changing what is in the sociale kaart: the form, the table and the lists that come in."""
    keep = translate("Actions", "Bewaart wat u wijzigde.")
    copy = translate("Actions", "Kopieert wat gekozen is, of plakt wat u kopieerde.")
    fill = translate("Actions", "Vult wat bovenaan staat in de vakken eronder in.")
    cell = translate("Actions", "Wijzigt het vak van de tabel waar u staat.")
    empty = translate("Actions", "Maakt de gekozen vakken leeg.")
    undo = translate("Actions", "Neemt terug wat u het laatst in de tabel deed, of doet het weer.")
    out = translate("Actions", "Gaat uit de tabel naar wat erna of ervoor staat.")
    take = translate("Actions", "Neemt de lijst op in de sociale kaart.")
    return (
        _key(Where.MENDING, "Ctrl+S", "", (translate("Actions", "Bewaren"), keep)),
        _key(Where.MENDING, "Ctrl+C", "Ctrl+V", (translate("Actions", "Kopiëren of plakken"), copy)),
        _key(Where.MENDING, "Ctrl+D", "", (translate("Actions", "Naar onderen invullen"), fill)),
        _key(Where.MENDING, "F2", "", (translate("Actions", "Vak wijzigen"), cell)),
        _key(Where.MENDING, "Del", "", (translate("Actions", "Vakken leegmaken"), empty)),
        _key(Where.MENDING, "Ctrl+Z", "Ctrl+Y", (translate("Actions", "Terugnemen in de tabel"), undo)),
        _key(Where.MENDING, "Ctrl+Tab", "Ctrl+Shift+Tab", (translate("Actions", "Uit de tabel"), out)),
        _key(Where.MENDING, "Ctrl+O", "", (translate("Actions", "Lijst kiezen"), _pick())),
        _key(Where.MENDING, "Ctrl+Return", "", (translate("Actions", "Lijst opnemen"), take)),
    )


def _pick() -> str:
    return translate("Actions", "Kiest het bestand met de lijst die u wilt halen.")


def _of_practice() -> tuple[Action, ...]:
    search = translate("Actions", "Gaat in het logboek naar het zoekvak.")
    sheet = translate("Actions", "Drukt het herstelblad af, of bewaart het.")
    return (
        _key(Where.PRACTICE, "/", "", (translate("Actions", "Zoeken in het logboek"), search)),
        _key(Where.PRACTICE, "Ctrl+P", "Ctrl+S", (translate("Actions", "Herstelblad meegeven"), sheet)),
    )
