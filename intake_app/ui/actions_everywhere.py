"""What can be done from every screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from intake_app.practice.rights import Action as Right
from intake_app.ui.action import Action, Menu

translate = QCoreApplication.translate
"""Under this name the tool that gathers the texts (lupdate) knows it."""


def _beginning() -> tuple[Action, ...]:
    """What begins a talk, or goes to one."""
    return (
        Action(
            id="quick",
            text=translate("Actions", "Kort gesprek beginnen"),
            help=translate("Actions", "Begint een gesprek van ongeveer tien minuten."),
            menu=Menu.TALK,
            shortcut="Ctrl+N",
            right=Right.START,
            shows="start_quick",
        ),
        Action(
            id="exploratory",
            text=translate("Actions", "Verkennend gesprek beginnen"),
            help=translate("Actions", "Begint een gesprek waarvoor u ruim de tijd neemt, ook met anderen erbij."),
            menu=Menu.TALK,
            shortcut="Ctrl+Shift+N",
            right=Right.START,
            shows="start_exploratory",
        ),
        Action(
            id="list",
            text=translate("Actions", "Naar de gesprekken"),
            help=translate("Actions", "Laat alle gesprekken zien. Wat u deed, is bewaard."),
            menu=Menu.TALK,
            right=Right.READ,
            shows="list",
        ),
        Action(
            id="conversation",
            text=translate("Actions", "Terug naar het gesprek"),
            help=translate("Actions", "Gaat naar de vraag waar u was gebleven."),
            menu=Menu.TALK,
            right=Right.CHANGE,
            shows="conversation",
            needs_talk=True,
        ),
        Action(
            id="ecogram",
            text=translate("Actions", "Mensen om u heen tekenen"),
            help=translate("Actions", "Tekent samen wie er om de persoon heen staan."),
            menu=Menu.TALK,
            shortcut="Ctrl+E",
            right=Right.CHANGE,
            shows="ecogram",
            needs_talk=True,
        ),
        Action(
            id="priorities",
            text=translate("Actions", "Wat eerst"),
            help=translate("Actions", "Zet samen op volgorde waar het over moet gaan."),
            menu=Menu.TALK,
            shortcut="Ctrl+B",
            right=Right.CHANGE,
            shows="priorities",
            needs_talk=True,
        ),
        Action(
            id="safety_plan",
            text=translate("Actions", "Veiligheidskaart maken"),
            help=translate("Actions", "Vult samen in wat helpt op een moeilijk moment, met een POH-GGZ erbij."),
            menu=Menu.TALK,
            shortcut="Ctrl+G",
            right=Right.CHANGE,
            shows="safety_plan",
            needs_talk=True,
        ),
    )


def _in_a_talk() -> tuple[Action, ...]:
    """What can be done on every screen of a talk."""
    return (
        Action(
            id="gut_feeling",
            text=translate("Actions", "Niet-pluis"),
            help=translate("Actions", "Legt vast dat het niet goed voelt. Een reden hoeft niet."),
            menu=Menu.TALK,
            shortcut="F9",
            right=Right.CHANGE,
            needs_talk=True,
        ),
        Action(
            id="reopen",
            text=translate("Actions", "Gesprek heropenen"),
            help=translate("Actions", "Opent een afgesloten gesprek weer, zodat u het kunt veranderen."),
            menu=Menu.TALK,
            shortcut="Ctrl+H",
            right=Right.CHANGE,
            needs_talk=True,
        ),
        Action(
            id="undo",
            text=translate("Actions", "Ongedaan maken"),
            help=translate("Actions", "Neemt terug wat u het laatst in dit gesprek deed."),
            menu=Menu.TALK,
            shortcut="Ctrl+Z",
            right=Right.CHANGE,
            needs_talk=True,
        ),
        Action(
            id="redo",
            text=translate("Actions", "Toch wel doen"),
            help=translate("Actions", "Doet opnieuw wat u net terugnam."),
            menu=Menu.TALK,
            shortcut="Ctrl+Y",
            right=Right.CHANGE,
            needs_talk=True,
        ),
        Action(
            id="person_window",
            text=translate("Actions", "Scherm van de persoon"),
            help=translate("Actions", "Opent of sluit een tweede venster met alleen de vraag, voor de persoon zelf."),
            menu=Menu.VIEW,
            shortcut="F7",
            right=Right.CHANGE,
            needs_talk=True,
        ),
        Action(
            id="person_wheel",
            text=translate("Actions", "Laat het wiel zien"),
            help=translate("Actions", "Laat op het scherm van de persoon zien hoe het gaat, ook in woorden."),
            menu=Menu.VIEW,
            shortcut="Shift+F7",
            right=Right.CHANGE,
            needs_talk=True,
        ),
    )


def _of_the_program() -> tuple[Action, ...]:
    """Finding, helping, and shutting off."""
    return (
        Action(
            id="palette",
            text=translate("Actions", "Alles zoeken"),
            help=translate("Actions", "Zoekt in alles wat u kunt doen, en in een gesprek ook in de vragen."),
            menu=Menu.HELP,
            shortcut="Ctrl+K",
            shows="palette",
            in_palette=False,
        ),
        Action(
            id="menu",
            text=translate("Actions", "Menu"),
            help=translate("Actions", "Opent het menu met alles wat u kunt doen."),
            shortcut="F10",
            shows="menu",
            in_palette=False,
        ),
        Action(
            id="keys",
            text=translate("Actions", "Toetsen laten zien"),
            help=translate("Actions", "Laat alle toetsen zien, en wat ze doen."),
            menu=Menu.HELP,
            shortcut="F1",
        ),
        Action(
            id="tour",
            text=translate("Actions", "Rondleiding"),
            help=translate("Actions", "Wijst in vijf stappen aan wat waar zit, met verzonnen voorbeelden."),
            menu=Menu.HELP,
            shows="tour",
        ),
        Action(
            id="lock",
            text=translate("Actions", "Vergrendelen"),
            help=translate("Actions", "Haalt alles uit beeld en vraagt weer om uw wachtzin."),
            menu=Menu.PRACTICE,
            shortcut="Ctrl+L",
            shows="unlock",
        ),
    )


def _to_screens() -> tuple[Action, ...]:
    """The sociale kaart, and what is kept about the practice."""
    return (
        Action(
            id="directory",
            text=translate("Actions", "Sociale kaart"),
            help=translate("Actions", "Zoekt hulp in de buurt."),
            menu=Menu.DIRECTORY,
            shortcut="F3",
            shows="directory",
        ),
        Action(
            id="directory_calls",
            text=translate("Actions", "Bellijst van de sociale kaart"),
            help=translate("Actions", "Laat zien wie u deze week belt om na te kijken of alles nog klopt."),
            menu=Menu.DIRECTORY,
            right=Right.DIRECTORY,
            shows="directory_calls",
        ),
        Action(
            id="directory_many",
            text=translate("Actions", "Sociale kaart als tabel"),
            help=translate("Actions", "Wijzigt veel aanbod achter elkaar."),
            menu=Menu.DIRECTORY,
            right=Right.DIRECTORY,
            shows="directory_many",
        ),
        Action(
            id="directory_twins",
            text=translate("Actions", "Dubbele in de sociale kaart"),
            help=translate("Actions", "Voegt samen wat er twee keer in staat."),
            menu=Menu.DIRECTORY,
            right=Right.DIRECTORY,
            shows="directory_twins",
        ),
        Action(
            id="directory_files",
            text=translate("Actions", "Lijsten halen en meegeven"),
            help=translate("Actions", "Haalt een lijst met aanbod binnen, of geeft er een mee."),
            menu=Menu.DIRECTORY,
            shows="directory_files",
        ),
        Action(
            id="settings",
            text=translate("Actions", "Instellingen"),
            help=translate("Actions", "Stelt in hoe het eruitziet, en wat de praktijk is."),
            menu=Menu.PRACTICE,
            shows="settings",
        ),
        Action(
            id="people",
            text=translate("Actions", "Wie werken ermee"),
            help=translate("Actions", "Laat zien wie het programma gebruiken. Hier wijzigt u ook uw wachtzin."),
            menu=Menu.PRACTICE,
            shows="people",
        ),
        Action(
            id="copies",
            text=translate("Actions", "Reservekopieën"),
            help=translate("Actions", "Maakt een kopie, probeert die, of zet hem terug."),
            menu=Menu.PRACTICE,
            right=Right.COPY,
            shows="copies",
        ),
        Action(
            id="log",
            text=translate("Actions", "Logboek"),
            help=translate("Actions", "Laat zien wie wat heeft gedaan."),
            menu=Menu.PRACTICE,
            right=Right.READ_LOG,
            shows="log",
        ),
        Action(
            id="erasures",
            text=translate("Actions", "Verzoeken en opruimen"),
            help=translate("Actions", "Laat zien wat gewist moet worden, en wat binnenkort wordt opgeruimd."),
            menu=Menu.PRACTICE,
            right=Right.PURGE,
            shows="erasures",
        ),
    )


def everywhere() -> tuple[Action, ...]:
    """Return what can be done from every screen, in the order of the menus."""
    return (*_beginning(), *_in_a_talk(), *_of_the_program(), *_to_screens())
