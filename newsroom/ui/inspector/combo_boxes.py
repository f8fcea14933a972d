"""Choices in the form: the portal's sections, and its closing codes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyleOptionComboBox

from newsroom.portal.profile import Section
from newsroom.story.rights import Rights

_INDENT = "\u2003"


class CalmComboBox(QComboBox):
    """A combo box that scrolling past it does not change."""

    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        # As wide as the form, whatever the longest choice.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel."""
        event.ignore()


class SectionBox(CalmComboBox):
    """The portal's sections, each under its parent, by name."""

    def __init__(self, name: str, sections: Sequence[Section]) -> None:
        super().__init__(name)
        self.addItem(self.tr("(belum dipilih)"), "")
        for section, depth in _tree(sections):
            self.addItem(_INDENT * depth + section.name, section.name)
        self._own = self.count()
        self.activated.connect(lambda _: self.edited.emit())

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

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Show the chosen one without its indent."""
        super().initStyleOption(option)
        option.currentText = option.currentText.strip()


class ClosingBox(CalmComboBox):
    """The portal's closing codes; another may be typed."""

    def __init__(self, name: str, closings: Sequence[str]) -> None:
        super().__init__(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)
        self.addItems(list(closings))
        self.setCurrentIndex(-1)
        self.lineEdit().setPlaceholderText(self.tr("tanpa kode"))
        self.lineEdit().setAccessibleName(name)
        self.lineEdit().textEdited.connect(lambda _: self.edited.emit())
        self.activated.connect(lambda _: self.edited.emit())

    def closing(self) -> str:
        """Return the closing code, or nothing."""
        return self.currentText().strip()

    def set_closing(self, code: str) -> None:
        """Show another code; tells nobody."""
        if self.currentText() != code:
            self.setEditText(code)


class RightsBox(CalmComboBox):
    """On what ground a photograph may be shown."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        for rights in Rights:
            self.addItem(rights.label, rights)
        self.activated.connect(lambda _: self.edited.emit())

    def rights(self) -> Rights:
        """Return the ground chosen."""
        return Rights(self.currentData())

    def set_rights(self, rights: Rights) -> None:
        """Show another ground; tells nobody."""
        self.setCurrentIndex(list(Rights).index(rights))


def _tree(sections: Sequence[Section], parent: str = "", depth: int = 0) -> Iterator:
    """Yield each section with its depth, children after their parent."""
    slugs = {section.slug for section in sections}
    for section in sections:
        above = section.parent if section.parent in slugs else ""
        if above == parent:
            yield section, depth
            yield from _tree(sections, section.slug, depth + 1)
