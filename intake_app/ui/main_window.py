"""The one window: shows a screen at a time, listens to the keys that work everywhere, and knows the open talk."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.conversation.desk import Desk
from intake_app.conversation.session import Session
from intake_app.core.ids import ConversationId, FlagId
from intake_app.core.problems import ProblemsError
from intake_app.ui.actions import Action, all_actions
from intake_app.ui.jobs import Done, Failed, Jobs
