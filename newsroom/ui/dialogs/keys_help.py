"""“Semua tombol”: every key by where it works, to look one up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.keys import all_keys
from newsroom.ui.search.matching import fit
from newsroom.ui.theme import STEP

_ROW_GAP = 6
_READ_OUT = 5  # of the keys found; who wants others types more


class KeysHelp(QDialog):
    """Lists the keys under headings; what is typed above narrows the list down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Semua tombol"))
        resize_in_screen(self, 620, 600)
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Cari tombol"))
        self.search.setPlaceholderText(self.tr("Cari tombol atau gunanya"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self._groups: list[tuple[QLabel, list[tuple[str, str, QLabel, QLabel]]]] = []
        self.view = QScrollArea()
        self.view.setWidgetResizable(True)
        self.view.setAccessibleName(self.tr("Daftar tombol"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # scrolls by keys from the search
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setWidget(self._sheet())
        self._none = QLabel(self.tr("Tidak ada tombol seperti itu. Coba kata lain."))
        self._none.setProperty("role", "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.hide()
        foot, rows = QHBoxLayout(), QVBoxLayout(self)
        foot.addStretch()
        foot.addWidget(line_button(self.tr("Tutup"), self.accept))
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(3 * STEP)
        rows.addWidget(self.search)
        rows.addWidget(self.view, 1)
        rows.addWidget(self._none, 1)
        rows.addLayout(foot)
        self.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the list by the keys that mean nothing in the search."""
        bar = self.view.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }
        if event.key() in steps:
            bar.setValue(bar.value() + steps[event.key()])
        else:
            super().keyPressEvent(event)

    # Within.

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 3 * STEP, 0)
        grid.setHorizontalSpacing(6 * STEP)
        grid.setVerticalSpacing(_ROW_GAP)
        grid.setColumnStretch(0, 1)
        heading = None
        for part, keys, text in all_keys():
            if heading is None or heading.text() != part:
                heading = QLabel(part)
                heading.setProperty("role", "title")
                heading.setContentsMargins(0, 2 * STEP if self._groups else 0, 0, STEP)
                self._groups.append((heading, []))
                grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            what, caps = QLabel(text), _caps(keys)
            what.setWordWrap(True)  # the keys are never to be cut off
            row = grid.rowCount()
            grid.addWidget(what, row, 0)
            grid.addWidget(caps, row, 1, Qt.AlignmentFlag.AlignRight)
            self._groups[-1][1].append((keys, text, what, caps))
        grid.setRowStretch(grid.rowCount(), 1)
        return sheet

    def _narrow(self, query: str) -> None:
        """Show only what fits: a heading that fits shows all of its keys."""
        any_shown, said = False, []
        for heading, rows in self._groups:
            whole = bool(fit(query, heading.text()))
            fitting = [whole or _fits(query, keys, text) for keys, text, *_ in rows]
            for (_, _, what, caps), good in zip(rows, fitting, strict=True):
                what.setVisible(good)
                caps.setVisible(good)
                if good:
                    said.append(f"{what.text()}, {caps.accessibleName()}")
            heading.setVisible(any(fitting))
            any_shown = any_shown or any(fitting)
        self.view.setVisible(any_shown)
        self._none.setVisible(not any_shown)
        self.view.verticalScrollBar().setValue(0)
        self._tell(said if query.strip() else [])

    def _tell(self, found: list[str]) -> None:
        """Have what was found read out to whoever types and does not see the list."""
        if not self.search.text().strip():
            told = ""
        elif found:
            count = self.tr("{0} tombol").format(len(found))
            told = ". ".join([count, *found[:_READ_OUT]])
        else:
            told = self._none.text()
        self.search.setAccessibleDescription(told)


def _fits(query: str, keys: str, text: str) -> bool:
    typed = query.replace(" ", "").casefold()
    return bool(fit(query, text)) or typed in keys.replace(" ", "").casefold()


def _caps(keys: str) -> QWidget:
    """Return the keys side by side, each on its cap."""
    holder = QWidget()
    holder.setAccessibleName(keys)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(STEP)
    for key in keys.split(", "):
        cap = QLabel(key)
        cap.setProperty("role", "key")
        row.addWidget(cap)
    return holder
