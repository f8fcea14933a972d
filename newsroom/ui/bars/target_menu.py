"""Choosing how long a story is to become."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

_MOST = 50_000  # words


class TargetMenu(QMenu):
    """The lengths of the usual kinds of story, any other number, or none."""

    def __init__(
        self,
        target: int,
        section: str,
        choose: Callable[[int], None],
        choose_for_section: Callable[[int], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._target = target
        self._choose = choose
        kinds = {
            0: self.tr("Tanpa target"),
            200: self.tr("Berita pendek: 200 kata"),
            400: self.tr("Berita: 400 kata"),
            800: self.tr("Opini: 800 kata"),
            1000: self.tr("Feature: 1.000 kata"),
        }
        group = QActionGroup(self)
        for words, text in kinds.items():
            self._add(group, text, words == target).triggered.connect(
                lambda _=False, words=words: choose(words)
            )
        other = self.tr("Jumlah lain…")
        if target not in kinds:
            other = self.tr("Jumlah lain: {0} kata…").format(target)
        self._add(group, other, target not in kinds).triggered.connect(self._ask)
        if section and target:
            self.addSeparator()
            text = self.tr("Pakai untuk rubrik {0}").format(section)
            self.addAction(text).triggered.connect(lambda: choose_for_section(target))
        self.setActiveAction(group.checkedAction())  # from where arrow keys go on

    def _add(self, group: QActionGroup, text: str, checked: bool) -> QAction:
        action = self.addAction(text)
        action.setCheckable(True)
        action.setChecked(checked)
        group.addAction(action)
        return action

    def _ask(self) -> None:
        dialog = QInputDialog(self.parentWidget())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Target panjang"))
        dialog.setLabelText(self.tr("Jumlah kata"))
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setIntRange(1, _MOST)
        dialog.setIntStep(50)
        dialog.setIntValue(self._target or 400)
        dialog.setOkButtonText(self.tr("Pasang target"))
        dialog.setCancelButtonText(self.tr("Batal"))
        dialog.intValueSelected.connect(self._choose)
        dialog.open()
