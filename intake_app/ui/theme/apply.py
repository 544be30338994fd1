"""Puts a look on the application; again, with another, to switch while it runs."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from intake_app.ui.singletons import keep_singletons
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.sheet import style_sheet
from intake_app.ui.theme.source import ThemeSource, find_source
from intake_app.ui.theme.theme import Theme

_PALETTE = {
    QPalette.ColorRole.Window: Role.GROUND,
    QPalette.ColorRole.WindowText: Role.TEXT,
    QPalette.ColorRole.Base: Role.SURFACE,
    QPalette.ColorRole.AlternateBase: Role.SUNKEN,
    QPalette.ColorRole.Text: Role.TEXT,
    QPalette.ColorRole.Button: Role.SURFACE,
    QPalette.ColorRole.ButtonText: Role.TEXT,
    QPalette.ColorRole.BrightText: Role.ALARM,
    QPalette.ColorRole.Highlight: Role.ACCENT,
    QPalette.ColorRole.HighlightedText: Role.ON_ACCENT,
    QPalette.ColorRole.Accent: Role.ACCENT,
    QPalette.ColorRole.Link: Role.ACCENT,
    QPalette.ColorRole.LinkVisited: Role.ACCENT,
    QPalette.ColorRole.PlaceholderText: Role.TEXT_SOFT,
    QPalette.ColorRole.ToolTipBase: Role.SURFACE,
    QPalette.ColorRole.ToolTipText: Role.TEXT,
    QPalette.ColorRole.Light: Role.SURFACE,
    QPalette.ColorRole.Midlight: Role.HAIRLINE,
    QPalette.ColorRole.Mid: Role.HAIRLINE,
    QPalette.ColorRole.Dark: Role.CONTROL_BORDER,
    QPalette.ColorRole.Shadow: Role.CONTROL_BORDER,
}
_READS_DISABLED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def palette(theme: Theme) -> QPalette:
    """Return Qt's palette in the colours of a look."""
    made = QPalette()
    for part, role in _PALETTE.items():
        made.setColor(part, theme.colour(role))
    for part in _READS_DISABLED:
        made.setColor(QPalette.ColorGroup.Disabled, part, theme.colour(Role.TEXT_SOFT))
    return made


def apply_theme(application: QApplication, theme: Theme) -> ThemeSource:
    """Give the application a look; return the source that widgets follow.

    Call `register_fonts` once before. Calling it again switches everything that is on the screen; the look that is on
    already costs nothing.
    """
    keep_singletons()
    source = find_source()
    if source is not None and source.theme == theme:
        return source
    if source is None:
        source = ThemeSource(theme, application)
        application.setStyle("Fusion")
    source.use(theme)
    application.setPalette(palette(theme))
    application.setFont(theme.font(Type.TEXT))
    application.setStyleSheet(style_sheet(theme))
    return source
