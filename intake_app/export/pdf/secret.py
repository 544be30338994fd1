"""A copy of a paper that opens with a password, for one that leaves by mail: AES-256, revision 6 (ISO 32000-2, 7.6).

Such a copy cannot be PDF/A, which forbids encryption, and it no longer says that it is. It may
still be read aloud.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

import pikepdf

from intake_app.practice.recovery_code import SIGNS

PASSWORD_LENGTH = 15
"""Signs of the 31 that nobody takes for another: 74 bits. Eigen oordeel: who has the file may try for as long as they
like, and a card of 2024 tries some 60,000 a second, so four words of a list would be found within weeks."""
_SAYS_ARCHIVE = re.compile(rb"<pdfaid:part>.*?</pdfaid:conformance>", re.DOTALL)


def make_password(below: Callable[[int], int]) -> str:
    """Return a new password, in small letters and digits.

    Args:
        below: draws a number from 0 up to, not including, the one given; from a source that nobody can foresee.
    """
    return "".join(SIGNS[below(len(SIGNS))] for _ in range(PASSWORD_LENGTH)).lower()


def sealed(paper: bytes, password: str) -> bytes:
    """Return a copy that opens with a password only; its title and metadata are hidden as well.

    Two copies of one paper differ: the key is new each time.
    """
    target = BytesIO()
    with pikepdf.open(BytesIO(paper)) as pdf:
        metadata = pdf.Root.Metadata
        metadata.write(_SAYS_ARCHIVE.sub(b"", metadata.read_bytes()))
        # One password for both: an owner without one would open the file for anybody.
        pdf.save(
            target,
            encryption=pikepdf.Encryption(owner=password, user=password, R=6),
            fix_metadata_version=False,
        )
    return target.getvalue()
