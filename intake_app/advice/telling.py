"""Which services tell of violence by their mere name: what lies on a kitchen table may be read by who does it.

A leaflet or a card about such a service is given along only on purpose. The words of an entry decide, and those of the
kinds of help that it offers: a list that a practice takes in marks nothing of the kind. Whom it is *not* for is left
out; many say there where somebody goes when home is not safe.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from intake_app.advice.kinds import OptionKind
    from intake_app.core.text import Text
    from intake_app.directory.model import Service

_SIGNS = re.compile(
    r"geweld(?!ig|loos)|mishandel|kindermisbruik|seksueel misbruik|verkracht|aanrand|incest|ongewenste seks"
    r"|uitbuiting|mensenhandel|loverboy|eerwraak|stalk|vrouwenopvang|blijf.van.mijn.lijf"
    r"|veilig.?thuis|thuis (?:is )?niet veilig|onveilig thuis|slachtoffer|misdrijf"
    r"|violen(?:ce|t)|sexual abuse|child abuse|domestic abuse|\brape|sexual assault|unwanted sex|trafficking"
    r"|victim|home is not safe|unsafe at home|women.s refuge",
    re.IGNORECASE,
)
"""Source: eigen oordeel. Asking once too often costs one key; not asking can cost much more."""


def tells_of_violence(service: Service, kinds: Iterable[OptionKind]) -> bool:
    """Tell whether the name or the description of a service says that it is about violence; `kinds` are all of them."""
    own = [kind for kind in kinds if kind.id in service.kinds]
    texts = (service.description, service.eligibility, *(text for kind in own for text in (kind.name, kind.for_whom)))
    names = (service.name, service.alternate_name, service.organization.name)
    return any(map(_SIGNS.search, (*names, service.url, service.email, *service.kinds, *map(_both, texts))))


def _both(text: Text) -> str:
    return f"{text.nl}\n{text.en}"
