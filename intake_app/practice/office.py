"""What the program offers beside the talks: users, the log, copies, the rights of the person, the sociale kaart.

Bootstrap builds what is used; a front end knows only this. Every method checks the right of the present user and is
logged; it raises `ProblemsError` with `not_allowed` where the right is missing. What is marked slow runs off the
drawing thread.
"""

from __future__ import annotations

from typing import Protocol

from intake_app.practice.access import Access
from intake_app.practice.copies import Copies
from intake_app.practice.log_book import LogBook
from intake_app.practice.people import People
from intake_app.practice.persons import Persons
from intake_app.practice.upkeep import Upkeep


class Office(Protocol):
    """Everything beside the talks."""

    @property
    def people(self) -> People:
        """Users and pass phrases."""

    @property
    def log(self) -> LogBook:
        """The log."""

    @property
    def copies(self) -> Copies:
        """Copies of the store."""

    @property
    def access(self) -> Access:
        """Whose talk it is."""

    @property
    def persons(self) -> Persons:
        """The rights of the person."""

    @property
    def directory(self) -> Upkeep:
        """The sociale kaart."""
