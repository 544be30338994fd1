"""Where things are on this computer. Loads nothing heavy: it is asked before the window is painted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

STORE_NAME = "gesprekken.db"
LAST_CLEAN = "content-last-clean.bin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The content that ships, the store, and the last content without a fault."""

    resources: Path
    store: Path
    last_clean: Path


def places(resources: Path, store: Path | None = None) -> Places:
    """Return the places of this user; `store` overrides where the store is."""
    data = Path(platformdirs.user_data_dir("intake_app", appauthor=False))
    return Places(resources=resources, store=store or data / STORE_NAME, last_clean=data / LAST_CLEAN)
