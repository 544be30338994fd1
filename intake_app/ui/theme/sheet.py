"""The style sheet of the whole program, made from a look."""

from __future__ import annotations

from string import Template

from intake_app.ui.theme.roles import SIZES, Role, Type
from intake_app.ui.theme.style import BOX
from intake_app.ui.theme.theme import Theme

_PARTS = Template("""
* { outline: 0; }
QToolTip { background: $surface; color: $text; border: 1px solid $control_border; padding: 6px 8px; }
QLabel { background: transparent; }
QLineEdit, QDateEdit, QTimeEdit, QSpinBox, QComboBox {
  background: $surface; color: $text; border: 1px solid $control_border; border-radius: 8px;
  padding: 0 12px; min-height: $field; selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit, QTextEdit {
  background: $surface; color: $text; border: 1px solid $control_border; border-radius: 8px;
  padding: 6px 10px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QDateEdit:disabled {
  background: $sunken; color: $text_soft; border-color: $hairline; }
QLineEdit:read-only { background: $ground; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: $arrow; subcontrol-position: center right; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: none; width: 0; height: 0; }
QComboBox QAbstractItemView { background: $surface; color: $text; padding: 4px;
  border: 1px solid $control_border; selection-background-color: $selected; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: $row; padding: 0 8px; }
QCheckBox, QRadioButton { spacing: 10px; min-height: $row; background: transparent; color: $text; }
QCheckBox::indicator, QRadioButton::indicator { width: $box; height: $box; }
QPushButton { background: $surface; color: $text; border: 1px solid $control_border; border-radius: 8px;
  padding: 0 14px; font-weight: 500; }
.QPushButton, _Chip { min-height: $button; }
QPushButton:hover { background: $sunken; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="plain"] { background: transparent; color: $accent; border-color: transparent; }
QPushButton[kind="danger"] { background: $alarm; color: $on_alarm; border-color: $alarm; }
QPushButton:disabled { background: $sunken; color: $text_soft; border-color: $hairline; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: $text_soft; }
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget, QScrollArea > QWidget > QWidget { background: transparent; }
QScrollArea > QScrollBar { background: transparent; }
QScrollArea[look="sunken"], QScrollArea[look="sunken"] > QWidget { background: $sunken; }
QScrollBar:vertical { background: transparent; width: 14px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 14px; margin: 0; }
QScrollBar::handle { background: $control_border; border-radius: 4px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 44px; }
QScrollBar::handle:horizontal { min-width: 44px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QListView, QTableView { background: transparent; color: $text; border: 0; gridline-color: $hairline;
  selection-background-color: $selected; selection-color: $text; }
QListView::item, QTableView::item {
  min-height: $table_row; padding: 0 14px; border-bottom: 1px solid $hairline; }
QListView::item:selected, QTableView::item:selected { background: $selected; color: $text; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section { background: transparent; color: $text_soft;
  border: 0; border-bottom: 1px solid $hairline; padding: 8px 14px; font-size: $label; font-weight: 600; }
QCalendarWidget QWidget { background: $surface; color: $text; alternate-background-color: $sunken; }
QCalendarWidget QToolButton { color: $text; border: 0; border-radius: 8px; padding: 6px 10px; }
QCalendarWidget QToolButton:hover { background: $selected; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent; selection-color: $on_accent; }
QMenu { background: $surface; color: $text; border: 1px solid $control_border; padding: 4px; }
QMenu::item { padding: 8px $arrow 8px 16px; border-radius: 6px; }
QMenu { menu-scrollable: 1; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { background: transparent; color: $text_soft; font-style: italic; }
QFrame[look="card"] { background: $surface; border: 1px solid $hairline; border-radius: 12px; }
QFrame[look="card_chosen"] { background: $selected; border: 2px solid $accent; border-radius: 12px; }
QFrame[look="card_resume"] { background: $surface; border: 2px solid $accent; border-radius: 12px; }
QFrame[look="card_open"] { background: transparent; border: 0; }
QFrame[look="card_alarm"] { background: $alarm_tint; border: 1px solid $alarm; border-radius: 8px; }
QFrame[look="card_today"] { background: $weighs_tint; border: 1px solid $weighs; border-radius: 12px; }
QFrame[look="sheet"] { background: $surface; border: 1px solid $control_border; border-radius: 12px; }
QFrame[look="sheet_alarm"] { background: $alarm_tint; border: 0; border-bottom: 1px solid $alarm;
  border-top-left-radius: 12px; border-top-right-radius: 12px; }
QFrame[look="side"] { background: $surface; border: 0; border-left: 1px solid $control_border; }
QFrame[look="pane_left"] { background: $surface; border: 0; border-right: 1px solid $hairline; }
QFrame[look="pane_right"] { background: $surface; border: 0; border-left: 1px solid $hairline; }
QFrame[look="header"] { background: $surface; border: 0; border-bottom: 1px solid $hairline; }
QFrame[look="footer"] { background: $surface; border: 0; border-top: 1px solid $hairline; }
QFrame[look="ground"] { background: $ground; border: 0; }
QFrame[look="sunken"] { background: $sunken; border: 0; }
QFrame[look="surface"] { background: $surface; border: 0; }
QFrame[look="line"] { background: $hairline; border: 0; max-height: 1px; min-height: 1px; }
""")
_BORDERS = 2


def _type_rules(theme: Theme) -> str:
    rule = 'QLabel[look="{}"] {{ font-size: {}px; font-weight: {}; }}'
    rules = [rule.format(use.value, theme.px(SIZES[use][0]), SIZES[use][1]) for use in Type]
    rule = 'QLabel[tone="{}"] {{ color: {}; }}'
    rules += [rule.format(role.value, theme.hex(role)) for role in Role]
    return "\n".join(rules)


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of a look at its text size."""
    lengths = {
        "field": theme.height(40) - _BORDERS,
        "button": theme.height(36) - _BORDERS,
        "row": theme.height(34),
        "table_row": theme.height(44),
        "arrow": theme.px(36),
        "box": theme.px(BOX),
        "label": theme.px(SIZES[Type.LABEL][0]),
    }
    values = {role.value: theme.hex(role) for role in Role}
    measures = {name: f"{length}px" for name, length in lengths.items()}
    return _PARTS.substitute(values, **measures) + _type_rules(theme)
