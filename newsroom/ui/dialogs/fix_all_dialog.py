"""“Perbaiki semua yang pasti”: what would be changed, to be looked at and left out one by one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.language.finding import Finding
from newsroom.story.texts import around
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.change_rows import Change, ChangeRows
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.dialogs.still_label import still_label
from newsroom.ui.review.finding_field import field_name
from newsroom.ui.theme import STEP, Theme

_CAPTION = re.compile(r"photos\[(\d+)]\.(\w+)")
_FINDING = Qt.ItemDataRole.UserRole + 1
_REACH = 28  # code points of context on each side


class FixAllDialog(QDialog):
    """A list by kind of rule; Space leaves a change out, Ctrl+Enter makes all that are chosen."""

    fix_wanted = Signal(list)  # [Finding]

    def __init__(
        self,
        theme: Theme,
        findings: Sequence[Finding],
        texts: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Perbaiki semua yang pasti"))
        resize_in_screen(self, 640, 520)
        self._is_following = False
        self._kinds = {
            "spelling": self.tr("Salah ketik"),
            "nonstandard": self.tr("Bentuk baku"),
            "preposition": self.tr("Kata depan"),
            "particle": self.tr("Partikel"),
            "compound": self.tr("Gabungan kata"),
            "number": self.tr("Angka dan uang"),
            "punctuation": self.tr("Spasi dan tanda baca"),
        }
        self._about = QLabel(self.tr("Hanya yang pasti salah dan hanya ada satu betulnya."))
        self._about.setProperty("role", "muted")
        self.list = QListWidget()
        self.list.setProperty("kind", "boxed")
        self.list.setAccessibleName(self.tr("Yang akan diperbaiki"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setItemDelegate(ChangeRows(theme, self.list))
        self._reason = still_label("muted")
        self.fix = QPushButton()
        self.fix.setProperty("kind", "main")
        self.fix.setDefault(True)
        self.fix.setToolTip(self.tr("Ctrl+Enter"))
        self.fix.clicked.connect(self._fix)
        self._fill(findings, texts)
        self._lay_out()
        self.list.itemChanged.connect(self._follow)
        self.list.currentItemChanged.connect(self._explain)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._fix)
        self._count()
        self.list.setCurrentRow(1)
        self.list.setFocus()
        theme.changed.connect(self.list.viewport().update)

    def chosen(self) -> list[Finding]:
        """Return the findings that are to be put right."""
        checked = Qt.CheckState.Checked
        return [
            item.data(_FINDING)
            for item in self._items()
            if item.data(_FINDING) and item.checkState() == checked
        ]

    # Within.

    def _lay_out(self) -> None:
        foot, rows = QHBoxLayout(), QVBoxLayout(self)
        foot.setSpacing(2 * STEP)
        foot.addStretch()
        foot.addWidget(line_button(self.tr("Batal"), self.reject))
        foot.addWidget(self.fix)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(3 * STEP)
        rows.addWidget(self._about)
        rows.addWidget(self.list, 1)
        rows.addWidget(self._reason)
        rows.addLayout(foot)

    def _fill(self, findings: Sequence[Finding], texts: Mapping[str, str]) -> None:
        order = [*self._kinds]
        by_kind = sorted(findings, key=lambda finding: order.index(finding.family))
        for family, group in groupby(by_kind, key=lambda finding: finding.family):
            found = list(group)
            self._add(self.tr("{0} ({1})").format(self._kinds[family], len(found)))
            for finding in found:
                there = around(texts[finding.field], finding.start, finding.end, _REACH)
                change = Change(finding, *there, self._where(finding.field))
                item = self._add(change.spoken())
                item.setData(ChangeRows.CHANGE, change)
                item.setData(_FINDING, finding)

    def _add(self, text: str) -> QListWidgetItem:
        item = QListWidgetItem(text)
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
        )
        item.setCheckState(Qt.CheckState.Checked)
        self.list.addItem(item)
        return item

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _follow(self, changed: QListWidgetItem) -> None:
        """Let a heading stand for what is under it, and show what is chosen of that."""
        if self._is_following:
            return
        self._is_following = True
        groups: list[tuple[QListWidgetItem, list[QListWidgetItem]]] = []
        for item in self._items():
            if item.data(_FINDING):
                groups[-1][1].append(item)
            else:
                groups.append((item, []))
        for heading, under in groups:
            if heading is changed:
                for item in under:
                    item.setCheckState(heading.checkState())
            states = {item.checkState() for item in under}
            heading.setCheckState(
                states.pop() if len(states) == 1 else Qt.CheckState.PartiallyChecked
            )
        self._is_following = False
        self._count()

    def _count(self) -> None:
        count = len(self.chosen())
        self.fix.setText(self.tr("Perbaiki {0}").format(count))
        self.fix.setEnabled(bool(count))

    def _explain(self, item: QListWidgetItem | None) -> None:
        finding = item.data(_FINDING) if item else None
        self._reason.setText(finding.message if finding else "")

    def _fix(self) -> None:
        if chosen := self.chosen():
            self.accept()
            self.fix_wanted.emit(chosen)

    def _where(self, field: str) -> str:
        if match := _CAPTION.fullmatch(field):
            number = int(match[1]) + 1
            if match[2] == "alt":
                return self.tr("Teks alternatif foto {0}").format(number)
            return self.tr("Keterangan foto {0}").format(number)
        return field_name(field)
