"""The one registry of what can be done by key: it feeds the keys, the palette, and the sheet under F1."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication


class Where(StrEnum):
    """Where a key works. Those that work everywhere may not be used for anything else."""

    EVERYWHERE = "everywhere"
    LIST = "list"
    TALK = "talk"
    CHOOSE = "choose"
    PAPERS = "papers"
    DIRECTORY = "directory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing that can be done, in the language of the screen; without a shortcut only by the palette.

    `by_screen`: the screen itself listens to the key; the main window does so for all others.
    """

    id: str
    text: str
    shortcut: str = ""
    needs_talk: bool = False
    where: Where = Where.EVERYWHERE
    by_screen: bool = False
    in_palette: bool = True


def _everywhere() -> tuple[Action, ...]:
    return (
        Action(id="quick", text=QCoreApplication.translate("Actions", "Kort gesprek beginnen"), shortcut="Ctrl+N"),
        Action(
            id="exploratory",
            text=QCoreApplication.translate("Actions", "Verkennend gesprek beginnen"),
            shortcut="Ctrl+Shift+N",
        ),
        Action(
            id="gut_feeling",
            text=QCoreApplication.translate("Actions", "Niet-pluis"),
            shortcut="F9",
            needs_talk=True,
        ),
        Action(
            id="undo",
            text=QCoreApplication.translate("Actions", "Ongedaan maken"),
            shortcut="Ctrl+Z",
            needs_talk=True,
        ),
        Action(
            id="redo",
            text=QCoreApplication.translate("Actions", "Toch wel doen"),
            shortcut="Ctrl+Y",
            needs_talk=True,
        ),
        Action(
            id="palette",
            text=QCoreApplication.translate("Actions", "Alles zoeken"),
            shortcut="Ctrl+K",
            in_palette=False,
        ),
        Action(id="lock", text=QCoreApplication.translate("Actions", "Vergrendelen"), shortcut="Ctrl+L"),
        Action(id="keys", text=QCoreApplication.translate("Actions", "Toetsen laten zien"), shortcut="F1"),
        Action(id="list", text=QCoreApplication.translate("Actions", "Naar de gesprekken")),
        Action(
            id="conversation",
            text=QCoreApplication.translate("Actions", "Terug naar het gesprek"),
            needs_talk=True,
        ),
        Action(id="agree", text=QCoreApplication.translate("Actions", "Afspraken maken"), needs_talk=True),
        Action(id="papers", text=QCoreApplication.translate("Actions", "Papieren bekijken"), needs_talk=True),
        Action(id="directory", text=QCoreApplication.translate("Actions", "Sociale kaart"), shortcut="F3"),
        Action(id="directory_calls", text=QCoreApplication.translate("Actions", "Bellijst van de sociale kaart")),
        Action(id="directory_many", text=QCoreApplication.translate("Actions", "Sociale kaart als tabel")),
        Action(id="directory_twins", text=QCoreApplication.translate("Actions", "Dubbele in de sociale kaart")),
        Action(id="directory_files", text=QCoreApplication.translate("Actions", "Lijsten halen en meegeven")),
        Action(id="settings", text=QCoreApplication.translate("Actions", "Instellingen")),
        Action(id="people", text=QCoreApplication.translate("Actions", "Wie werken ermee")),
        Action(id="copies", text=QCoreApplication.translate("Actions", "Reservekopieën")),
        Action(id="log", text=QCoreApplication.translate("Actions", "Logboek")),
        Action(id="erasures", text=QCoreApplication.translate("Actions", "Verzoeken en opruimen")),
    )


def _key(id_: str, text: str, shortcut: str, where: Where, *, in_palette: bool = False) -> Action:
    return Action(
        id=id_,
        text=text,
        shortcut=shortcut,
        needs_talk=where not in {Where.LIST, Where.DIRECTORY},
        where=where,
        by_screen=True,
        in_palette=in_palette,
    )


def _by_screens() -> tuple[Action, ...]:
    talk, choose, papers = Where.TALK, Where.CHOOSE, Where.PAPERS
    return (
        _key("search_list", QCoreApplication.translate("Actions", "Zoeken in gesprekken"), "/", Where.LIST),
        _key("remove", QCoreApplication.translate("Actions", "Gesprek verwijderen"), "Del", Where.LIST),
        _key("choose", QCoreApplication.translate("Actions", "Samen kiezen"), "F5", talk, in_palette=True),
        _key("decline", QCoreApplication.translate("Actions", "Wil niet zeggen"), "-", talk),
        _key("not_known", QCoreApplication.translate("Actions", "Weet niet"), "?", talk),
        _key("clear", QCoreApplication.translate("Actions", "Antwoord leegmaken"), "Backspace", talk),
        _key("wish", QCoreApplication.translate("Actions", "Hier wil ik over praten"), "P", talk),
        _key("note", QCoreApplication.translate("Actions", "In eigen woorden"), "N", talk),
        _key("leave_note", QCoreApplication.translate("Actions", "Klaar met typen"), "Ctrl+Return", talk),
        _key("next", QCoreApplication.translate("Actions", "Volgende vraag"), "Return", talk),
        _key("forward", QCoreApplication.translate("Actions", "Volgende"), "Alt+Right", talk),
        _key("back", QCoreApplication.translate("Actions", "Vorige"), "Alt+Left", talk),
        _key("topic_up", QCoreApplication.translate("Actions", "Vorig onderwerp"), "Alt+Up", talk),
        _key("topic_down", QCoreApplication.translate("Actions", "Volgend onderwerp"), "Alt+Down", talk),
        _key("search_topics", QCoreApplication.translate("Actions", "Zoeken in onderwerpen"), "/", talk),
        _key("reasons", QCoreApplication.translate("Actions", "Waarom?"), "W", talk),
        _key("alone", QCoreApplication.translate("Actions", "Nu even alleen"), "A", talk),
        _key("pane", QCoreApplication.translate("Actions", "Volgend paneel"), "F6", talk),
        _key("picture", QCoreApplication.translate("Actions", "Beeld verbergen of tonen"), "F8", talk),
        _key("details", QCoreApplication.translate("Actions", "Kijk hier nog naar"), "Ctrl+D", talk),
        _key("own_step", QCoreApplication.translate("Actions", "Zelf iets bedenken"), "N", choose),
        _key("service_details", QCoreApplication.translate("Actions", "Alle gegevens van het aanbod"), "O", choose),
        _key("service_notes", QCoreApplication.translate("Actions", "Zo ging het eerder"), "Z", choose),
        _key("compare", QCoreApplication.translate("Actions", "Vergelijken"), "V", choose),
        _key("save_pdf", QCoreApplication.translate("Actions", "Bewaren als pdf"), "Ctrl+S", papers),
        _key("print", QCoreApplication.translate("Actions", "Afdrukken"), "Ctrl+P", papers),
        _key(
            "journal",
            QCoreApplication.translate("Actions", "Tekst voor het journaal kopiëren"),
            "Ctrl+J",
            papers,
        ),
    )


def _of_directory() -> tuple[Action, ...]:
    where = Where.DIRECTORY
    return (
        _key("search_directory", QCoreApplication.translate("Actions", "Zoeken in de sociale kaart"), "/", where),
        _key("filters", QCoreApplication.translate("Actions", "Meer filters"), "Ctrl+F", where),
        _key("clear_filters", QCoreApplication.translate("Actions", "Alles wissen"), "Ctrl+0", where),
        _key("edit_service", QCoreApplication.translate("Actions", "Aanbod bewerken"), "F2", where),
        _key("new_service", QCoreApplication.translate("Actions", "Nieuw aanbod"), "F4", where),
        _key("still_right", QCoreApplication.translate("Actions", "Klopt nog"), "Ctrl+J", where),
        _key("pick_service", QCoreApplication.translate("Actions", "Kiezen voor een blad"), "Space", where),
        _key("leaflet", QCoreApplication.translate("Actions", "Blad om mee te geven"), "Ctrl+P", where),
        _key("card", QCoreApplication.translate("Actions", "Bewaren als visitekaartje"), "Ctrl+S", where),
    )


def all_actions() -> tuple[Action, ...]:
    """Return everything that can be done by key, in the order of the palette and of the sheet."""
    return (*_everywhere(), *_by_screens(), *_of_directory())


def available(*, has_talk: bool) -> tuple[Action, ...]:
    """Return what the palette offers now."""
    return tuple(each for each in all_actions() if each.in_palette and (has_talk or not each.needs_talk))
