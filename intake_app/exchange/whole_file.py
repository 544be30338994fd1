"""A file that is written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def written_whole(path: Path) -> Iterator[IO[bytes]]:
    """Give a file to write to, for its owner only; it takes the place of `path` once the block ended well.

    Raises:
        OSError: it could not be written; nothing is left of it, and what stood there before stands there still.
    """
    handle, fresh = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        os.replace(fresh, path)  # noqa: PTH105  both are names of the operating system here
    except BaseException:
        with suppress(OSError):
            os.unlink(fresh)  # noqa: PTH108  the same
        raise
