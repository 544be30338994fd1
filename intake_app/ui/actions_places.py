"""What can be done on one screen: the list, choosing, agreeing, the papers, the sociale kaart."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from intake_app.practice.rights import Action as Right
from intake_app.ui.action import Action, Menu, Where

translate = QCoreApplication.translate
"""Under this name the tool that gathers the texts (lupdate) knows it."""


def _of_the_list() -> tuple[Action, ...]:
    """At the list of conversations."""
    return (
        Action(
            id="search_list",
            text=translate("Actions", "Zoeken in gesprekken"),
            help=translate("Actions", "Gaat naar het zoekvak boven de gesprekken."),
            menu=Menu.TALK,
            shortcut="/",
            right=Right.READ,
            where=Where.LIST,
            by_screen=True,
        ),
        Action(
            id="remove",
            text=translate("Actions", "Gesprek verwijderen"),
            help=translate(
                "Actions", "Verwijdert het gesprek op de regel waar u staat. Eerst wordt gevraagd of u het zeker weet."
            ),
            menu=Menu.TALK,
            shortcut="Del",
            right=Right.REMOVE,
            where=Where.LIST,
            by_screen=True,
        ),
        Action(
            id="take_in",
            text=translate("Actions", "Gesprek inlezen"),
            help=translate("Actions", "Maakt een gesprek van een FHIR-bestand dat dit programma eerder heeft bewaard."),
            menu=Menu.TALK,
            shortcut="Ctrl+O",
            right=Right.START,
            where=Where.LIST,
            by_screen=True,
        ),
        Action(
            id="paper_form",
            text=translate("Actions", "Formulier op papier"),
            help=translate("Actions", "Maakt een formulier van de vragen, om met de hand in te vullen."),
            menu=Menu.TALK,
            where=Where.LIST,
            by_screen=True,
        ),
    )


def _of_priorities() -> tuple[Action, ...]:
    """What the person wants first."""
    return (
        Action(
            id="add_topic",
            text=translate("Actions", "Onderwerp erbij"),
            help=translate("Actions", "Gaat naar wat ook ter sprake kwam, om er een bij te zetten."),
            menu=Menu.GIVING,
            shortcut="N",
            right=Right.CHANGE,
            where=Where.PRIORITIES,
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="first_step",
            text=translate("Actions", "Maak dit een eerste stap"),
            help=translate("Actions", "Zet wat zou helpen bij de afspraken, of haalt het er weer af."),
            menu=Menu.GIVING,
            shortcut="S",
            right=Right.CHANGE,
            where=Where.PRIORITIES,
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="wish_up",
            text=translate("Actions", "Wens omhoog"),
            help=translate("Actions", "Zet de wens waar u staat een plaats hoger."),
            menu=Menu.GIVING,
            shortcut="Alt+Up",
            right=Right.CHANGE,
            where=Where.PRIORITIES,
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="wish_down",
            text=translate("Actions", "Wens omlaag"),
            help=translate("Actions", "Zet de wens waar u staat een plaats lager."),
            menu=Menu.GIVING,
            shortcut="Alt+Down",
            right=Right.CHANGE,
            where=Where.PRIORITIES,
            needs_talk=True,
            by_screen=True,
        ),
    )


def _of_giving() -> tuple[Action, ...]:
    """Choosing together, the agreements and the papers."""
    return (
        Action(
            id="choose",
            text=translate("Actions", "Samen kiezen"),
            help=translate("Actions", "Laat zien wat kan helpen, en u kiest samen."),
            menu=Menu.GIVING,
            shortcut="F5",
            right=Right.CHANGE,
            where=Where.TALK,
            shows="choose",
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="own_step",
            text=translate("Actions", "Zelf iets bedenken"),
            help=translate("Actions", "Schrijft op wat de persoon zelf bedenkt."),
            menu=Menu.GIVING,
            shortcut="N",
            right=Right.CHANGE,
            where=Where.CHOOSE,
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="compare",
            text=translate("Actions", "Vergelijken"),
            help=translate("Actions", "Zet twee of drie keuzes naast elkaar."),
            menu=Menu.GIVING,
            shortcut="V",
            right=Right.CHANGE,
            where=Where.CHOOSE,
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="service_details",
            text=translate("Actions", "Alle gegevens van het aanbod"),
            help=translate("Actions", "Laat alles zien over het aanbod op de kaart waar u staat."),
            menu=Menu.GIVING,
            shortcut="O",
            right=Right.CHANGE,
            where=Where.CHOOSE,
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="service_notes",
            text=translate("Actions", "Zo ging het eerder"),
            help=translate("Actions", "Laat zien hoe het ging met dit aanbod. Alleen voor u."),
            menu=Menu.GIVING,
            shortcut="Z",
            right=Right.CHANGE,
            where=Where.CHOOSE,
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="agree",
            text=translate("Actions", "Afspraken maken"),
            help=translate("Actions", "Schrijft op wie wat doet, en wanneer."),
            menu=Menu.GIVING,
            right=Right.CHANGE,
            shows="agree",
            needs_talk=True,
        ),
        Action(
            id="add_step",
            text=translate("Actions", "Eigen stap erbij"),
            help=translate("Actions", "Zet een lege stap bij de afspraken."),
            menu=Menu.GIVING,
            shortcut="N",
            right=Right.CHANGE,
            where=Where.AGREE,
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="papers",
            text=translate("Actions", "Papieren bekijken"),
            help=translate("Actions", "Laat zien wat u kunt meegeven of versturen."),
            menu=Menu.GIVING,
            right=Right.PAPER,
            shows="papers",
            needs_talk=True,
        ),
        Action(
            id="save_pdf",
            text=translate("Actions", "Bewaren als pdf"),
            help=translate("Actions", "Bewaart het papier dat u ziet, waar u dat wilt."),
            menu=Menu.GIVING,
            shortcut="Ctrl+S",
            right=Right.PAPER,
            where=Where.PAPERS,
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="print",
            text=translate("Actions", "Afdrukken"),
            help=translate("Actions", "Drukt het papier af dat u ziet."),
            menu=Menu.GIVING,
            shortcut="Ctrl+P",
            right=Right.PAPER,
            where=Where.PAPERS,
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="journal",
            text=translate("Actions", "Tekst voor het journaal kopiëren"),
            help=translate("Actions", "Zet de tekst dertig seconden op het klembord."),
            menu=Menu.GIVING,
            shortcut="Ctrl+J",
            right=Right.PAPER,
            where=Where.PAPERS,
            needs_talk=True,
            by_screen=True,
        ),
    )


def _of_finding() -> tuple[Action, ...]:
    """Finding in the sociale kaart."""
    return (
        Action(
            id="search_directory",
            text=translate("Actions", "Zoeken in de sociale kaart"),
            help=translate("Actions", "Gaat naar het zoekvak."),
            menu=Menu.DIRECTORY,
            shortcut="/",
            where=Where.DIRECTORY,
            by_screen=True,
        ),
        Action(
            id="filters",
            text=translate("Actions", "Meer filters"),
            help=translate("Actions", "Opent of sluit de filters."),
            menu=Menu.DIRECTORY,
            shortcut="Ctrl+F",
            where=Where.DIRECTORY,
            by_screen=True,
        ),
        Action(
            id="clear_filters",
            text=translate("Actions", "Alles wissen"),
            help=translate("Actions", "Haalt alle filters weg."),
            menu=Menu.DIRECTORY,
            shortcut="Ctrl+0",
            where=Where.DIRECTORY,
            by_screen=True,
        ),
        Action(
            id="pick_service",
            text=translate("Actions", "Kiezen voor een blad"),
            help=translate("Actions", "Zet dit aanbod op het blad om mee te geven, of haalt het er weer af."),
            menu=Menu.DIRECTORY,
            shortcut="Space",
            where=Where.DIRECTORY,
            by_screen=True,
        ),
        Action(
            id="leaflet",
            text=translate("Actions", "Blad om mee te geven"),
            help=translate("Actions", "Maakt een blad met dit aanbod voor de persoon."),
            menu=Menu.DIRECTORY,
            shortcut="Ctrl+P",
            where=Where.DIRECTORY,
            by_screen=True,
        ),
        Action(
            id="card",
            text=translate("Actions", "Bewaren als visitekaartje"),
            help=translate("Actions", "Bewaart dit aanbod voor een adresboek."),
            menu=Menu.DIRECTORY,
            shortcut="Ctrl+S",
            where=Where.DIRECTORY,
            by_screen=True,
        ),
    )


def _of_keeping_up() -> tuple[Action, ...]:
    """Keeping the sociale kaart right."""
    return (
        Action(
            id="new_service",
            text=translate("Actions", "Nieuw aanbod"),
            help=translate("Actions", "Zet nieuw aanbod in de sociale kaart."),
            menu=Menu.DIRECTORY,
            shortcut="F4",
            right=Right.DIRECTORY,
            where=Where.DIRECTORY,
            by_screen=True,
        ),
        Action(
            id="edit_service",
            text=translate("Actions", "Aanbod bewerken"),
            help=translate("Actions", "Wijzigt het aanbod waar u staat."),
            menu=Menu.DIRECTORY,
            shortcut="F2",
            right=Right.DIRECTORY,
            where=Where.DIRECTORY,
            by_screen=True,
        ),
        Action(
            id="still_right",
            text=translate("Actions", "Klopt nog"),
            help=translate("Actions", "Noteert dat u dit vandaag hebt nagekeken."),
            menu=Menu.DIRECTORY,
            shortcut="Ctrl+J",
            right=Right.DIRECTORY,
            where=Where.DIRECTORY,
            by_screen=True,
        ),
    )


def of_places() -> tuple[Action, ...]:
    """Return what single screens do, in the order of the menus."""
    return (*_of_the_list(), *_of_priorities(), *_of_giving(), *_of_finding(), *_of_keeping_up())
