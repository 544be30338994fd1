"""An office whose parts a test puts in: each part is a fake of its own, in its own file."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.ui.fake_access import FakeAccess, NoPeople
from tests.ui.fake_copies import FakeCopies
from tests.ui.fake_log import FakeLog
from tests.ui.fake_persons import FakePersons
from tests.ui.fake_upkeep import FakeUpkeep


@dataclass
class FakeOffice:
    """The parts are set by the test that needs them; without, there is one user, a log, and no copy."""

    people: object = field(default_factory=NoPeople)
    log: object = field(default_factory=FakeLog)
    copies: object = field(default_factory=FakeCopies)
    access: object = field(default_factory=FakeAccess)
    persons: object = field(default_factory=FakePersons)
    directory: object = field(default_factory=FakeUpkeep)
