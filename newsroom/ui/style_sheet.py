"""How every kind of widget looks: one sheet, whose colours are the theme's.

What a widget is for is said by a property (``kind``, ``role``, ``card``, ``small``)
or, for the regions of the window, by its object name.
"""

from __future__ import annotations

from string import Template

SHEET = Template("""
* { font-family: Inter; font-size: 13px; color: $ink; }
QToolTip { background: $surface; color: $ink; border: 1px solid $line; padding: 4px 8px; }
#findingNote {
  background: $surface; border: 1px solid $line; border-radius: 6px; padding: 6px 10px;
}
#topBar, #statusLine, #queue { background: $rail; }
#topBar { border-bottom: 1px solid $line; }
#selectionBar { background: $rail; border-top: 1px solid $line; }
QPushButton[kind="link"] { color: $accent; }
#statusLine { border-top: 1px solid $line; }
#statusLine QLabel { color: $muted; font-size: 12px; }
#statusLine QLabel[state="good"] { color: $good; }
#statusLine QLabel[state="error"] { color: $error; }
#statusLine QLabel[state="warning"] { color: $warning; }
#statusLine QLabel[state="told"] { color: $ink; font-weight: 600; }
QPushButton[kind="status"] {
  color: $muted; font-size: 12px; min-height: 22px; padding: 0 4px; margin: 0 -4px;
}
QPushButton[kind="status"][state="told"] { color: $accent; font-weight: 600; }
#brand { font-size: 15px; font-weight: 600; }
#inspector, #timeline { background: $background; }
#comparison { background: $surface; }
#comparisonHead { background: $surface; border-bottom: 1px solid $line; }
#changesView, #changesSheet { background: $surface; border: none; }
#changeRemarks { background: transparent; border: none; }
QScrollArea#changeRemarks { border: 2px solid transparent; border-radius: 4px; }
QScrollArea#changeRemarks:focus { border: 2px solid $accent; }
#changesHead { background: $surface; border-bottom: 1px solid $line; }
#differenceText { background: transparent; border: none; }
#sameFields { text-align: left; border: 2px solid transparent; padding: 0 4px 0 0; }
#sameFields:checked { background: transparent; }
#sameFields:focus { border: 2px solid $accent; }
#inspectorTabs { background: $rail; border-bottom: 1px solid $line; }
#page, #pageColumn, #pageView { background: $surface; border: none; }
#pageKicker, #pageHeadline, #pageSubheadline { background: transparent; border: none; }
#pageBody { background: $surface; border: none; }
#pageKicker { color: $accent; font-size: 12px; font-weight: 600; }
#pageHeadline { font-family: "Noto Serif"; font-size: 29px; font-weight: 700; }
#pageSubheadline { font-family: "Noto Serif"; font-size: 17px; color: $muted; }
#pageBody, #pageDateline, #pageClosing { font-family: "Noto Serif"; font-size: 17px; }
#pageDateline { font-weight: 700; }
QScrollArea { border: none; background: transparent; }
#panel, #panelBody { background: $background; }

QLabel[role="muted"] { color: $muted; font-size: 12px; }
QLabel[role="field"] { color: $muted; font-size: 12px; }
QLabel[role="strong"] { font-weight: 600; }
#searchTitle { color: $accent; font-size: 16px; }
QLabel[role="title"] { font-size: 15px; font-weight: 600; }
QLabel[role="kicker"] { color: $accent; font-size: 12px; font-weight: 600; }
QLabel[role="error"] { color: $error; font-size: 12px; }
QLabel[role="warning"] { color: $warning; font-size: 12px; }
QLabel[role="good"] { color: $good; font-size: 12px; }

QPushButton, QToolButton {
  min-height: 28px; padding: 0 10px; border-radius: 6px;
  border: 1px solid transparent; background: transparent; outline: none;
}
QToolButton { min-width: 28px; padding: 0; }
QToolButton[wide="true"] { padding: 0 10px; }
#formGroup { border-top: 1px solid $line; }
#formHeading {
    border: 2px solid transparent; padding: 0 4px 0 0; font-weight: 600;
}
#formHeading:focus { border: 2px solid $accent; }
QPushButton[chooser="true"] { text-align: left; padding-left: 9px; padding-right: 24px; }
#formHeading:checked { background: transparent; }
QToolButton::menu-indicator { image: none; }
QPushButton[kind="line"] { border-color: $line; background: $surface; }
QPushButton[kind="main"] {
  background: $accent; color: $on_accent; font-weight: 600; border-color: $accent;
}
QPushButton[small="true"] { min-height: 24px; font-size: 12px; padding: 0 8px; }
QPushButton[arrow="true"] { padding: 0 2px; }
QPushButton[offer="true"] {
  text-align: left; padding: 3px 8px; background: $tint; border-color: $tint;
}
QPushButton:hover, QToolButton:hover { background: $tint; }
QPushButton[kind="main"]:hover { background: $accent; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: $tint; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; }
QPushButton[kind="main"]:focus { border: 4px double $on_accent; padding: 0 7px; min-height: 22px; }
QPushButton:disabled, QToolButton:disabled { color: $muted; }
QPushButton[kind="main"]:disabled { background: $rail; border-color: $line; color: $muted; }

QPushButton[kind="chip"] {
  min-height: 22px; padding: 0 9px; border-radius: 12px; border: 1px solid $line;
  color: $muted; font-size: 12px;
}
QPushButton[kind="chip"]:checked { background: $accent; border-color: $accent; color: $on_accent; }
QPushButton[kind="chip"]:focus { border: 2px solid $ink; }
QPushButton[kind="chip"]:checked:focus {
  border: 4px double $on_accent; padding: 0 6px; min-height: 16px;
}
#topBar QPushButton:checked { background: $tint; color: $accent; }
#photoTools QPushButton:checked { border-color: $accent; color: $accent; }
#photoTools QPushButton:checked:focus { border: 2px solid $accent; }
QSlider { min-height: 24px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $line; }
QSlider::sub-page:horizontal { border-radius: 2px; background: $accent; }
QSlider::handle:horizontal {
  width: 12px; height: 12px; margin: -6px 0; border-radius: 8px;
  background: $surface; border: 2px solid $accent;
}
QSlider::handle:horizontal:focus { background: $accent; border-color: $ink; }
QSlider::sub-page:horizontal:disabled { background: $line; }
QSlider::handle:horizontal:disabled { border-color: $muted; }
QPushButton[kind="tab"] {
  text-align: left;
  border: none; border-radius: 0; min-height: 34px; padding: 2px 8px 0; color: $muted;
  border-bottom: 2px solid transparent;
}
QPushButton[kind="tab"]:checked { color: $ink; font-weight: 600; border-bottom-color: $accent; }
QPushButton[kind="tab"]:focus {
  background: $tint; border: 2px solid $accent; border-radius: 4px; padding: 0 6px;
}
QFrame[role="rule"] { background: $line; }
QLabel[role="key"] {
  color: $muted; border: 1px solid $line; border-radius: 4px; padding: 2px 6px; font-size: 12px;
}
QLabel[role="badge"] {
  background: $error; color: $surface; border-radius: 8px; padding: 0 6px;
  font-size: 12px; font-weight: 600;
}

QLineEdit, QComboBox, QDateEdit, QPlainTextEdit, QTextEdit[role="field"] {
  background: $surface; border: 1px solid $line; border-radius: 6px; padding: 0 9px;
  selection-background-color: $selection; selection-color: $ink;
}
QLineEdit, QComboBox, QDateEdit { min-height: 30px; }
QLineEdit { padding: 0 7px; }
QPlainTextEdit, QTextEdit[role="field"] { padding: 4px 5px; }
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QPlainTextEdit:focus,
QTextEdit[role="field"]:focus { border: 2px solid $accent; }
QLineEdit:focus { padding: 0 6px; }
QComboBox:focus { padding: 0 8px; }
QPlainTextEdit:focus, QTextEdit[role="field"]:focus { padding: 3px 4px; }
QLineEdit, QTextEdit { placeholder-text-color: $muted; }
QLineEdit QToolButton { min-width: 0; min-height: 0; border: none; padding: 0; }
QLineEdit:disabled, QComboBox:disabled, QDateEdit:disabled, QPlainTextEdit:disabled,
QTextEdit[role="field"]:disabled { background: $background; color: $muted; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 24px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$arrow"); width: 14px; height: 14px; }
QComboBox QAbstractItemView, #completions {
  background: $surface; border: 1px solid $line; padding: 4px; outline: none;
  selection-background-color: $tint; selection-color: $ink;
}
#completions { padding: 0; }
#completions::item { padding: 4px 6px; border-radius: 4px; }
#completions::item:selected { background: $tint; color: $ink; }

QFrame[card="true"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[card="error"], QFrame[card="warning"], QFrame[card="hint"] {
  background: $surface; border: 1px solid $line; border-radius: 8px;
}
QFrame[card]:focus {
  background: $tint;
  border-top-color: $accent; border-right-color: $accent; border-bottom-color: $accent;
}
QFrame[card="quiet"]:focus { border: 1px solid $accent; }
QFrame[card][current="true"] { background: $tint; }
QFrame[card="error"] { border-left: 3px solid $error; }
QFrame[card="warning"] { border-left: 3px solid $warning; }
QFrame[card="hint"] { border-left: 3px solid $hint; }
QFrame[card="quiet"] { background: $background; border: 1px solid $line; border-radius: 8px; }
#preview { background: $background; }
#beside { background: $line; }
#besideBar { background: $rail; border-bottom: 1px solid $line; }
#previewPage { background: $surface; border: 1px solid $line; border-bottom: none; }
#previewPage:focus { border-color: $accent; }
#banner { background: $surface; border-bottom: 1px solid $line; }
#banner[level="error"] { border-left: 4px solid $error; }
#banner[level="warning"] { border-left: 4px solid $warning; }
#banner[level="good"] { border-left: 4px solid $good; }
#standing { background: $rail; border-bottom: 1px solid $line; border-left: 4px solid $hint; }
#findBar { background: $rail; border-top: 1px solid $line; }
#findBar QToolButton:checked { border: 1px solid $accent; color: $accent; font-weight: 600; }
#findBar QToolButton:focus { border: 2px solid $accent; }
#palette { background: $surface; border: 1px solid $line; border-radius: 10px; }
#paletteSearch, #paletteSearch:focus {
  font-size: 15px; min-height: 38px; padding: 0 12px;
  border: none; border-bottom: 1px solid $line; border-radius: 0;
}

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QDialogButtonBox QPushButton { border-color: $line; background: $surface; min-width: 64px; }
QFileDialog #sidebar { min-width: 128px; }

QMenu { background: $surface; border: 1px solid $line; padding: 6px; }
QMenu::item { padding: 6px 28px 6px 10px; border-radius: 6px; }
QMenu::item:selected { background: $tint; }
QMenu::item:disabled { color: $muted; }
QMenu::right-arrow { image: url("$submenu"); width: 14px; height: 14px; right: 6px; }
QMenu::separator { height: 1px; background: $line; margin: 5px 4px; }
QMenu::icon { padding-left: 8px; }

QTableView[kind="rows"], QTreeView[kind="rows"] {
  background: $surface; border: 1px solid $line; border-radius: 6px; outline: none;
  padding: 1px; selection-background-color: $tint; selection-color: $ink;
}
QTableView[kind="rows"]:focus, QTreeView[kind="rows"]:focus {
  border: 2px solid $accent; padding: 0;
}
QTableView[kind="rows"]::item { padding: 0 8px; border-bottom: 1px solid $line; }
QTableView[kind="rows"]::item:selected, QTreeView[kind="rows"]::item:selected {
  background: $tint; color: $ink;
}
QTableView[kind="rows"] QLineEdit, QTableView[kind="rows"] QComboBox,
QTreeView[kind="rows"] QComboBox {
  min-height: 0; padding: 0; border: 2px solid $accent; border-radius: 0;
}
QTableView[kind="rows"] QComboBox, QTreeView[kind="rows"] QComboBox { padding: 0 4px; }
QTreeView[kind="rows"]::item { padding: 0 8px; }
QTreeView[kind="rows"]::branch:closed:has-children { image: url("$submenu"); }
QTreeView[kind="rows"]::branch:open:has-children { image: url("$arrow"); }
QTreeView[kind="rows"]::indicator, QListView[kind="boxed"]::indicator, QCheckBox::indicator {
  width: 14px; height: 14px; border: 1px solid $muted; border-radius: 4px; background: $surface;
}
QTreeView[kind="rows"]::indicator:checked, QListView[kind="boxed"]::indicator:checked,
QCheckBox::indicator:checked {
  background: $accent; border-color: $accent; image: url("$tick");
}
QTreeView[kind="rows"]::indicator:indeterminate {
  background: $accent; border-color: $accent; image: url("$dash");
}
QCheckBox::indicator:focus { width: 12px; height: 12px; border: 2px solid $accent; }
QRadioButton::indicator {
  width: 14px; height: 14px; border: 1px solid $muted; border-radius: 8px; background: $surface;
}
QRadioButton::indicator:checked {
  width: 6px; height: 6px; border: 5px solid $accent; background: $on_accent;
}
QRadioButton::indicator:focus { width: 12px; height: 12px; border: 2px solid $accent; }
QRadioButton::indicator:checked:focus { width: 6px; height: 6px; border: 5px solid $ink; }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
  background: $background; color: $muted; font-size: 12px; border: none;
  border-bottom: 1px solid $line; padding: 5px 11px;
}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border-color: $error; }
#templateText { font-family: "Noto Serif"; font-size: 14px; padding: 8px; }

QListView, QTableView {
  background: transparent; border: none; outline: none; selection-background-color: transparent;
}
QListView[kind="boxed"] {
  background: $surface; border: 1px solid $line; border-radius: 6px; padding: 4px;
}
QListView[kind="boxed"]:focus { border: 2px solid $accent; padding: 3px; }
QListView[kind="boxed"]::item { padding: 5px 6px; border-radius: 4px; }
QListView[kind="boxed"]::item:selected { background: $tint; color: $ink; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: none; border: none; height: 0; width: 0;
}
QScrollBar:horizontal { background: transparent; height: 10px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QSplitter::handle { background: $line; }
QDialog { background: $background; }
QProgressBar { border: none; border-radius: 3px; background: $line; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QCheckBox, QRadioButton { spacing: 8px; }
QTextBrowser { background: $surface; border: none; }
#siteSummary { border: 1px solid $line; border-radius: 6px; padding: 8px; }
#siteSummary:focus { border: 2px solid $accent; padding: 7px; }
#templatePreview {
  border: 1px solid $line; border-radius: 6px; font-family: "Noto Serif"; font-size: 15px;
}
#templatePreview:focus { border: 2px solid $accent; }
""")
