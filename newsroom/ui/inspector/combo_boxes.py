"""Choices in the form: the portal's sections, and its closing codes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem

from newsroom.portal.profile import Section
from newsroom.story.rights import Rights
from newsroom.ui.inspector.undoing import Undoing

_INDENT = "\u2003"
_LINE = 24  # pixels, of a choice in the list
_DEPTH = Qt.ItemDataRole.UserRole + 1  # of a section under its parents
_NOTE = Qt.ItemDataRole.UserRole + 2  # what is said beside a section


class CalmComboBox(QComboBox):
    """A combo box that scrolling past it does not change; Ctrl+Z goes back to what was chosen."""

    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._undoing = Undoing(self._bring_back)
        self.setAccessibleName(name)
        # As wide as the form, whatever the longest choice.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self._shown = ""
        self._left: str | None = None  # what was shown before a change that is being made
        self.currentIndexChanged.connect(self._notice)
        self.activated.connect(self._remember)

    def settle(self) -> None:
        """Take what is shown as given: there is nothing to go back to."""
        self._left = None
        self._undoing.forget()

    def event(self, event: QEvent) -> bool:
        """Go back one choice; what is typed is taken back by the line itself."""
        is_choice = not self.isEditable()
        return (is_choice and self._undoing.answers(event)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the form, which goes on to the next field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel."""
        event.ignore()

    def _notice(self) -> None:
        self._left, self._shown = self._shown, self.currentText()

    def _bring_back(self, chosen: str) -> None:
        self.setCurrentIndex(self.findText(chosen))
        self._left = None
        self.activated.emit(self.currentIndex())

    def _remember(self) -> None:
        """Keep what a person has left for another choice."""
        if self._left is not None and self.findText(self._left) >= 0:
            self._undoing.keep(self._left)
        self._left = None


class _UnderParents(QStyledItemDelegate):
    """Sets a section in under its parent; its text stays the name, which typing looks for."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Indent what is drawn."""
        super().initStyleOption(option, index)
        option.text = _INDENT * (index.data(_DEPTH) or 0) + option.text
        if note := index.data(_NOTE):
            option.text = f"{option.text} ({note})"

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Leave as much room between the lines as other choices have."""
        return super().sizeHint(option, index).expandedTo(QSize(0, _LINE))


class SectionBox(CalmComboBox):
    """The portal's sections, each under its parent, by name."""

    def __init__(self, name: str, sections: Sequence[Section]) -> None:
        super().__init__(name)
        self.addItem(self.tr("(belum dipilih)"), "")
        for section, depth in _tree(sections):
            self.addItem(section.name, section.name)
            self.setItemData(self.count() - 1, depth, _DEPTH)
        self.setItemDelegate(_UnderParents(self))
        self._own = self.count()
        self.settle()
        self.activated.connect(lambda _: self.edited.emit())

    def mark_lacking(self, names: Collection[str]) -> None:
        """Say in the list which sections the portal's site has not."""
        note = self.tr("belum ada di situs")
        for at in range(1, self._own):
            name = self.itemData(at)
            lacks = name in names
            self.setItemData(at, note if lacks else None, _NOTE)
            spoken = f"{name}, {note}" if lacks else name
            self.setItemData(at, spoken, Qt.ItemDataRole.AccessibleTextRole)

    def section(self) -> str:
        """Return the name of the section chosen, or nothing."""
        return self.currentData() or ""

    def set_section(self, name: str) -> None:
        """Show a section; one that the portal does not have is shown as such."""
        while self.count() > self._own:
            self.removeItem(self._own)
        if self.findData(name) < 0:
            self.addItem(self.tr("{0} (tidak ada di portal)").format(name), name)
        self.setCurrentIndex(self.findData(name))
        self.settle()


class ClosingBox(CalmComboBox):
    """The portal's closing codes; another may be typed."""

    def __init__(self, name: str, closings: Sequence[str]) -> None:
        super().__init__(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)
        self.addItems(list(closings))
        self._own = self.count()
        self.setCurrentIndex(-1)
        self.lineEdit().setPlaceholderText(self.tr("tanpa kode"))
        self.lineEdit().setAccessibleName(name)
        self._written = ""
        self.lineEdit().textEdited.connect(self._tell)
        self.activated.connect(self._choose)

    def closing(self) -> str:
        """Return the closing code, or nothing."""
        return self.currentText().strip()

    def set_closing(self, code: str) -> None:
        """Show another code; tells nobody."""
        if self.currentText() != code:
            self.setEditText(code)
        self._written = code

    def offer(self, code: str) -> None:
        """Have the code of those who sign among the others; what is chosen or written stays."""
        codes = [self.itemText(at) for at in range(self.count())]
        own, before = codes[: self._own], codes[self._own :]
        offered = [code] if code and code not in own else []
        if offered == before:
            return
        chosen = self.currentText()
        while self.count() > self._own:
            self.removeItem(self._own)
        self.addItems(offered)
        if self.currentText() != chosen:
            self.setEditText(chosen)

    def _tell(self) -> None:
        self._written = self.currentText()
        self.edited.emit()

    def _choose(self) -> None:
        """Write what was chosen so that Ctrl+Z takes it back."""
        chosen, line = self.currentText(), self.lineEdit()
        line.setText(self._written)
        line.selectAll()
        line.insert(chosen)
        self._tell()


class RightsBox(CalmComboBox):
    """On what ground a photograph may be shown."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        for rights in Rights:
            self.addItem(rights.label, rights)
        self.settle()
        self.activated.connect(lambda _: self.edited.emit())

    def rights(self) -> Rights:
        """Return the ground chosen."""
        return Rights(self.currentData())

    def set_rights(self, rights: Rights) -> None:
        """Show another ground; tells nobody."""
        self.setCurrentIndex(list(Rights).index(rights))
        self.settle()


def _tree(sections: Sequence[Section], parent: str = "", depth: int = 0) -> Iterator:
    """Yield each section with its depth, children after their parent."""
    slugs = {section.slug for section in sections}
    for section in sections:
        above = section.parent if section.parent in slugs else ""
        if above == parent:
            yield section, depth
            yield from _tree(sections, section.slug, depth + 1)
