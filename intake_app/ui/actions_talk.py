"""What can be done on the screen of the talk."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from intake_app.practice.rights import Action as Right
from intake_app.ui.action import Action, Menu, Where

translate = QCoreApplication.translate
"""Under this name the tool that gathers the texts (lupdate) knows it."""


def _answering() -> tuple[Action, ...]:
    """What one key says of the question."""
    return (
        Action(
            id="next",
            text=translate("Actions", "Volgende vraag"),
            help=translate("Actions", "Gaat naar de volgende vraag."),
            menu=Menu.QUESTION,
            shortcut="Return",
            second="Alt+Right",
            right=Right.CHANGE,
            where=Where.TALK,
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="back",
            text=translate("Actions", "Vorige"),
            help=translate("Actions", "Gaat terug naar de vraag hiervoor."),
            menu=Menu.QUESTION,
            shortcut="Alt+Left",
            right=Right.CHANGE,
            where=Where.TALK,
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="topic_down",
            text=translate("Actions", "Volgend onderwerp"),
            help=translate("Actions", "Gaat naar het onderwerp hieronder."),
            menu=Menu.QUESTION,
            shortcut="Alt+Down",
            right=Right.CHANGE,
            where=Where.TALK,
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="topic_up",
            text=translate("Actions", "Vorig onderwerp"),
            help=translate("Actions", "Gaat naar het onderwerp hierboven."),
            menu=Menu.QUESTION,
            shortcut="Alt+Up",
            right=Right.CHANGE,
            where=Where.TALK,
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="search_topics",
            text=translate("Actions", "Zoeken in onderwerpen"),
            help=translate("Actions", "Zoekt een onderwerp of een vraag met een woord ervan."),
            menu=Menu.QUESTION,
            shortcut="/",
            right=Right.CHANGE,
            where=Where.TALK,
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="decline",
            text=translate("Actions", "Wil niet zeggen"),
            help=translate("Actions", "Noteert dat de persoon dit liever niet zegt, en gaat verder."),
            menu=Menu.QUESTION,
            shortcut="-",
            right=Right.CHANGE,
            where=Where.TALK,
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="not_known",
            text=translate("Actions", "Weet niet"),
            help=translate("Actions", "Noteert dat de persoon het niet weet, en gaat verder."),
            menu=Menu.QUESTION,
            shortcut="?",
            right=Right.CHANGE,
            where=Where.TALK,
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="clear",
            text=translate("Actions", "Antwoord leegmaken"),
            help=translate("Actions", "Haalt het antwoord op deze vraag weg."),
            menu=Menu.QUESTION,
            shortcut="Backspace",
            right=Right.CHANGE,
            where=Where.TALK,
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="wish",
            text=translate("Actions", "Hier wil ik over praten"),
            help=translate("Actions", "Noteert dat de persoon het hierover wil hebben. Nog een keer: toch niet."),
            menu=Menu.QUESTION,
            shortcut="P",
            right=Right.CHANGE,
            where=Where.TALK,
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="note",
            text=translate("Actions", "In eigen woorden"),
            help=translate("Actions", "Gaat naar het vak waarin u meeschrijft."),
            menu=Menu.QUESTION,
            shortcut="N",
            right=Right.CHANGE,
            where=Where.TALK,
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="how_to_ask",
            text=translate("Actions", "Hulp bij deze vraag"),
            help=translate("Actions", "Laat zien waarom we dit vragen, en hoe u het kunt vragen. Nog een keer: weg."),
            menu=Menu.QUESTION,
            shortcut="H",
            right=Right.CHANGE,
            where=Where.TALK,
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="leave_note",
            text=translate("Actions", "Klaar met typen"),
            help=translate("Actions", "Gaat uit het vak, zodat de toetsen weer antwoord geven."),
            menu=Menu.QUESTION,
            shortcut="Ctrl+Return",
            right=Right.CHANGE,
            where=Where.TALK,
            needs_talk=True,
            by_screen=True,
            in_palette=False,
        ),
        Action(
            id="alone",
            text=translate("Actions", "Nu even alleen"),
            help=translate("Actions", "Voor als de anderen even weg zijn. Nog een keer: ze zijn er weer."),
            menu=Menu.QUESTION,
            shortcut="A",
            right=Right.CHANGE,
            where=Where.TALK,
            needs_talk=True,
            by_screen=True,
        ),
    )


def _looking() -> tuple[Action, ...]:
    """What is seen beside the question."""
    return (
        Action(
            id="picture",
            text=translate("Actions", "Beeld verbergen of tonen"),
            help=translate(
                "Actions", "Haalt het beeld rechts en wat u opschreef uit het zicht, of laat het weer zien."
            ),
            menu=Menu.VIEW,
            shortcut="F8",
            right=Right.CHANGE,
            where=Where.TALK,
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="pane",
            text=translate("Actions", "Volgend paneel"),
            help=translate("Actions", "Gaat naar de lijst, de vraag of het beeld."),
            menu=Menu.VIEW,
            shortcut="F6",
            right=Right.CHANGE,
            where=Where.TALK,
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="reasons",
            text=translate("Actions", "Waarom?"),
            help=translate("Actions", "Laat zien waar het beeld op rust."),
            menu=Menu.VIEW,
            shortcut="W",
            right=Right.CHANGE,
            where=Where.TALK,
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="details",
            text=translate("Actions", "Kijk hier nog naar"),
            help=translate("Actions", "Laat zien waar u nog naar moet kijken."),
            menu=Menu.VIEW,
            shortcut="Ctrl+D",
            right=Right.CHANGE,
            where=Where.TALK,
            needs_talk=True,
            by_screen=True,
        ),
        Action(
            id="talk_time",
            text=translate("Actions", "Hoe lang bezig"),
            help=translate("Actions", "Zegt hoe lang u bezig bent, en hoeveel vragen er nog zijn."),
            menu=Menu.VIEW,
            shortcut="T",
            right=Right.CHANGE,
            where=Where.TALK,
            needs_talk=True,
            by_screen=True,
        ),
    )


def of_talk() -> tuple[Action, ...]:
    """Return what the screen of the talk does, in the order of the menus."""
    return (*_answering(), *_looking())
