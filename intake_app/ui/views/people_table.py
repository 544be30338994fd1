"""The table of who works with the program; Enter goes to what can be done about one."""

from __future__ import annotations

from intake_app.ui.presenters.people import UserRow
from intake_app.ui.views.people_words import name_of, roles_of, stands_of
from intake_app.ui.views.plain_table import PlainTable

ROLES = 1


class PeopleTable(PlainTable):
    """Name, roles, and how it stands. It is as high as its rows: the page scrolls, not the table."""

    most_lines = None

    def __init__(self) -> None:
        super().__init__(self.tr("Wie werken ermee"), (self.tr("Naam"), self.tr("Rol"), self.tr("Stand")), ROLES)
        self._rows: dict[str, UserRow] = {}

    @property
    def chosen_row(self) -> UserRow | None:
        """The user that is chosen."""
        return self._rows.get(self.chosen_id)

    def show_people(self, rows: tuple[UserRow, ...], at_user: str = "") -> None:
        """Show these users, and choose one of them: the one asked for, else the one that was chosen."""
        self._rows = {row.user.id: row for row in rows}
        self.show_rows([(row.user.id, (name_of(row), roles_of(row), stands_of(row))) for row in rows], at_user)
