"""What the first window says about what it asks, and about what keeps the program closed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from intake_app.ui.presenters.unlock import Fault, UnlockMode, UnlockState, Way

_WITH_DETAILS = frozenset({Fault.CANNOT_START, Fault.DAMAGED, Fault.NO_KEYS})


def about(state: UnlockState) -> str:
    """Return the line below the greeting."""
    if state.mode is UnlockMode.CREATE:
        return QCoreApplication.translate(
            "UnlockWords", "Welkom. Bedenk een wachtzin. Daarmee gaat het programma open."
        )
    if state.mode is UnlockMode.OWN:
        return QCoreApplication.translate(
            "UnlockWords", "Deze wachtzin kreeg u van een collega. Bedenk er nu een die alleen u kent."
        )
    if state.is_demo:
        return QCoreApplication.translate("UnlockWords", "Voorbeeldgegevens: fictieve mensen")
    return state.practice


def phrase_label(mode: UnlockMode) -> str:
    """Return the name of the field."""
    if mode is UnlockMode.OWN:
        return QCoreApplication.translate("UnlockWords", "Kies een eigen wachtzin")
    return QCoreApplication.translate("UnlockWords", "Uw wachtzin")


def hint(mode: UnlockMode) -> str:
    """Return the line below the field."""
    if mode is UnlockMode.CREATE:
        return QCoreApplication.translate(
            "UnlockWords",
            "Neem minstens 12 tekens, of vier woorden. Bewaar de wachtzin goed. Wie hem kwijtraakt en geen herstelblad "
            "heeft, is alles kwijt: niemand kan hem terughalen.",
        )
    if mode is UnlockMode.OWN:
        return QCoreApplication.translate("UnlockWords", "Neem minstens 12 tekens, of vier woorden.")
    return QCoreApplication.translate("UnlockWords", "Plakken mag. Hoofdletters tellen mee.")


def waiting(seconds: int) -> str:
    """Return how long one still has to wait."""
    if seconds == 1:
        return QCoreApplication.translate("UnlockWords", "Nog 1 seconde wachten.")
    return QCoreApplication.translate("UnlockWords", "Nog {n} seconden wachten.").format(n=seconds)


def fault(state: UnlockState) -> str:
    """Return what is wrong and what to do, with the words of the problem where they say more."""
    if state.seconds:
        return waiting(state.seconds)
    if state.fault is Fault.WRONG and len(state.people) > 1:
        asks = QCoreApplication.translate(
            "UnlockWords", "Deze wachtzin past niet bij {name}. Bent u dat, en staat Caps Lock uit?"
        )
        return asks.format(name=state.name)
    words = _words(state.fault)
    if state.fault in {Fault.IN_USE, Fault.OTHER}:
        return state.details or words
    lines = (words, state.details) if state.fault is Fault.CANNOT_START else (state.details, words)
    return "\n".join(line for line in lines if line) if state.fault in _WITH_DETAILS else words


def _words(wrong: Fault) -> str:
    return {
        Fault.NAMELESS: QCoreApplication.translate("UnlockWords", "Vul uw naam in. Uw collega's zien die."),
        Fault.EMPTY: QCoreApplication.translate("UnlockWords", "Typ eerst uw wachtzin."),
        Fault.SHORT: QCoreApplication.translate(
            "UnlockWords", "Dit is te kort. Neem minstens 12 tekens, of vier woorden."
        ),
        Fault.COMMON: QCoreApplication.translate(
            "UnlockWords", "Deze wachtzin is te bekend. Neem vier gewone woorden."
        ),
        Fault.DIFFERENT: QCoreApplication.translate("UnlockWords", "De twee zijn niet gelijk. Typ de tweede nog eens."),
        Fault.SAME: QCoreApplication.translate("UnlockWords", "Neem een andere wachtzin dan die u kreeg."),
        Fault.WRONG: QCoreApplication.translate("UnlockWords", "Deze wachtzin past niet. Kijk of Caps Lock aan staat."),
        Fault.WAIT: QCoreApplication.translate("UnlockWords", "U kunt het weer proberen."),
        Fault.IN_USE: QCoreApplication.translate("UnlockWords", "Meelezen kan intussen wel."),
        Fault.DAMAGED: QCoreApplication.translate(
            "UnlockWords", "Openen om te lezen verandert niets. Zet u een kopie terug, dan blijft ook dit bewaard."
        ),
        Fault.NO_KEYS: QCoreApplication.translate(
            "UnlockWords", "Zet u een kopie terug, dan blijft bewaard wat er nu staat."
        ),
        Fault.OTHER: QCoreApplication.translate("UnlockWords", "Openen lukte niet. Probeer het nog eens."),
        Fault.CANNOT_START: QCoreApplication.translate("UnlockWords", "Het programma kan niet starten."),
    }.get(wrong, "")


def way(each: Way, wrong: Fault) -> str:
    """Return what stands on the button of a way on."""
    if each is Way.READ and wrong is Fault.DAMAGED:
        return QCoreApplication.translate("UnlockWords", "Openen om te lezen")
    return {
        Way.READ: QCoreApplication.translate("UnlockWords", "Alleen lezen"),
        Way.RETRY: QCoreApplication.translate("UnlockWords", "Opnieuw proberen"),
        Way.RESTORE: QCoreApplication.translate("UnlockWords", "Een reservekopie terugzetten"),
    }[each]
