"""Says on every screen where the last change is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from intake_app.conversation.desk import Desk, SaveState, SaveStatus
