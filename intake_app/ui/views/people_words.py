"""Roles, how it stands with a user, and what can be done about one, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from intake_app.practice.users import Role
from intake_app.ui.presenters.people import Deed, Stand, UserRow


def role_name(role: Role) -> str:
    """Return the name of a role."""
    return {
        Role.ASSISTANT: QCoreApplication.translate("PeopleWords", "Assistent"),
        Role.INTAKER: QCoreApplication.translate("PeopleWords", "Praktijkondersteuner of intaker"),
        Role.CLINICIAN: QCoreApplication.translate("PeopleWords", "Regiebehandelaar of huisarts"),
        Role.ADMINISTRATOR: QCoreApplication.translate("PeopleWords", "Beheerder"),
        Role.PRIVACY_OFFICER: QCoreApplication.translate("PeopleWords", "Functionaris gegevensbescherming"),
    }[role]


def role_about(role: Role) -> str:
    """Return in one line what a role may do."""
    return {
        Role.ASSISTANT: QCoreApplication.translate("PeopleWords", "Houdt gesprekken en leest de eigen gesprekken."),
        Role.INTAKER: QCoreApplication.translate(
            "PeopleWords", "Houdt gesprekken, laat collega's toe en geeft mensen hun gegevens."
        ),
        Role.CLINICIAN: QCoreApplication.translate(
            "PeopleWords", "Leest alle gesprekken, laat collega's toe en beslist over wissen."
        ),
        Role.ADMINISTRATOR: QCoreApplication.translate(
            "PeopleWords", "Regelt mensen, kopieën en instellingen. Leest geen gesprekken."
        ),
        Role.PRIVACY_OFFICER: QCoreApplication.translate(
            "PeopleWords", "Leest alleen het logboek: wie wat heeft gezien. Leest geen gesprekken."
        ),
    }[role]


def roles_of(row: UserRow) -> str:
    """Return the roles of a user, in the order of the list."""
    return ", ".join(role_name(role) for role in Role if role in row.user.roles)


def name_of(row: UserRow) -> str:
    """Return the name of a user; one's own says so."""
    if row.is_me:
        return QCoreApplication.translate("PeopleWords", "{name} (u zelf)").format(name=row.user.name)
    return row.user.name


def stands_of(row: UserRow) -> str:
    """Return how it stands with a user."""
    words = {
        Stand.ACTIVE: QCoreApplication.translate("PeopleWords", "actief"),
        Stand.AWAITS: QCoreApplication.translate("PeopleWords", "wacht op toelating"),
        Stand.MUST_CHANGE: QCoreApplication.translate("PeopleWords", "kiest nog een eigen wachtzin"),
        Stand.BLOCKED: QCoreApplication.translate("PeopleWords", "geblokkeerd"),
    }
    return ", ".join(words[stand] for stand in row.stands)


def deed(each: Deed) -> str:
    """Return what stands on the button."""
    return {
        Deed.ADMIT: QCoreApplication.translate("PeopleWords", "Toelaten"),
        Deed.CHANGE: QCoreApplication.translate("PeopleWords", "Naam of rollen wijzigen"),
        Deed.RENEW: QCoreApplication.translate("PeopleWords", "Nieuwe wachtzin geven"),
        Deed.BLOCK: QCoreApplication.translate("PeopleWords", "Blokkeren"),
        Deed.UNBLOCK: QCoreApplication.translate("PeopleWords", "Deblokkeren"),
    }[each]
