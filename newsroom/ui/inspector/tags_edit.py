"""Tags as chips, added and removed by key or pointer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton

from newsroom.ui.flow_layout import FlowLayout
from newsroom.ui.inspector.tag_offers import TagOffers
from newsroom.ui.theme import Theme

_SEPARATOR = re.compile(r"[,;\n]")


class _Chip(QFrame):
    """One tag with its cross."""

    removed = Signal(str)

    def __init__(self, theme: Theme, tag: str) -> None:
        super().__init__(objectName="tagChip")
        self.tag = tag
        self._theme = theme
        words = QLabel(tag)
        words.setTextFormat(Qt.TextFormat.PlainText)
        self.cross = QToolButton(objectName="tagCross")
        self.cross.setAccessibleName(self.tr("Hapus tag {0}").format(tag))
        self.cross.setToolTip(self.tr("Hapus tag"))
        self.cross.clicked.connect(lambda: self.removed.emit(tag))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 2, 0)
        row.setSpacing(2)
        row.addWidget(words)
        row.addWidget(self.cross)
        self._tint()
        theme.changed.connect(self._tint)

    def _tint(self) -> None:
        self.cross.setIcon(self._theme.icon("close", "muted"))


class TagsEdit(QFrame):
    """Enter or a comma makes a tag, Backspace takes the last one back.

    What is typed and not yet made a chip counts as a tag too, so that nothing
    written is lost.
    """

    edited = Signal()
    entered = Signal()  # somebody has come to it

    def __init__(self, theme: Theme) -> None:
        super().__init__(objectName="tagsEdit")
        self._theme = theme
        self._archive: Mapping[str, int] = {}
        self._offered: list[str] = []
        self.offers = TagOffers()  # stands below it
        self.offers.chosen.connect(self._take)
        self._chips: list[_Chip] = []
        self._flow = FlowLayout(spacing=4, margin=4)
        self.setLayout(self._flow)
        self.line = QLineEdit(objectName="tagLine")
        self.line.setAccessibleName(self.tr("Tag baru"))
        self.line.setMinimumWidth(90)
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._typed)
        self._flow.addWidget(self.line)
        self.setFocusProxy(self.line)
        self._style()
        theme.changed.connect(self._style)
        self._hint()

    def tags(self) -> tuple[str, ...]:
        """Return the tags, the one being typed last."""
        made = tuple(chip.tag for chip in self._chips)
        typed = _clean(self.line.text())
        return (*made, typed) if typed and not _has(made, typed) else made

    def set_tags(self, tags: tuple[str, ...]) -> None:
        """Show other tags; tells nobody."""
        gone, self._chips, self._offered = self._chips, [], []
        for chip in gone:
            self._discard(chip)
        self.line.clear()
        for tag in tags:
            self._append(tag)

    def offer(self, tags: Sequence[str], archive: Mapping[str, int]) -> None:
        """Offer tags; those typed from now on are spelt as the archive spells them."""
        self._offered, self._archive = list(tags), archive
        self._show_offers()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that make and unmake tags; leaving the field makes one too."""
        if event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if event.type() == QEvent.Type.FocusOut:
            self._commit()
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._style()
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._commit()
            return True
        if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._chips:
            self._remove(self._chips[-1].tag)
            return True
        return False

    def _typed(self, text: str) -> None:
        *ready, rest = _SEPARATOR.split(text)
        if ready:
            for tag in ready:
                self._append(tag)
            self.line.setText(rest.lstrip())
        self.edited.emit()

    def _commit(self) -> None:
        before = self.tags()
        text = self.line.text()
        self.line.clear()
        self._append(text)
        if self.tags() != before:
            self.edited.emit()

    def _take(self, tag: str) -> None:
        self._append(tag)
        self.line.setFocus()
        self.edited.emit()

    def _show_offers(self) -> None:
        made = [chip.tag for chip in self._chips]
        self.offers.show_tags([tag for tag in self._offered if not _has(made, tag)])
        before = self._chips[-1].cross if self._chips else self.line
        for button in self.offers.buttons:
            self.setTabOrder(before, button)
            before = button

    def _spelt(self, tag: str) -> str:
        if not self._archive or not tag:
            return tag
        from newsroom.language.tag_suggestions import as_known

        return as_known(tag, self._archive)

    def _append(self, text: str) -> None:
        tag = self._spelt(_clean(text))
        if not tag or _has([chip.tag for chip in self._chips], tag):
            return
        chip = _Chip(self._theme, tag)
        chip.removed.connect(self._remove)
        self._chips.append(chip)
        # The line stays last in the layout.
        self._flow.removeWidget(self.line)
        self._flow.addWidget(chip)
        self._flow.addWidget(self.line)
        chip.show()
        # The line keeps its place among the fields; the crosses follow it.
        self.setTabOrder(self._chips[-2].cross if len(self._chips) > 1 else self.line, chip.cross)
        self._hint()
        self._show_offers()

    def _remove(self, tag: str) -> None:
        chip = next(chip for chip in self._chips if chip.tag == tag)
        self._chips.remove(chip)
        self.line.setFocus()
        self._discard(chip)
        self.edited.emit()

    def _discard(self, chip: _Chip) -> None:
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self._hint()
        self._show_offers()

    def _hint(self) -> None:
        self.line.setPlaceholderText("" if self._chips else self.tr("Ketik, lalu Enter"))

    def _style(self) -> None:
        """Look like one field around chips and line."""
        colours = self._theme.colours
        edge = (
            f"2px solid {colours.accent}" if self.line.hasFocus() else f"1px solid {colours.line}"
        )
        self.setStyleSheet(f"""
            #tagsEdit {{ background: {colours.surface}; border: {edge}; border-radius: 6px; }}
            #tagsEdit:disabled {{ background: {colours.background}; }}
            #tagLine {{ border: none; background: transparent; min-height: 22px; padding: 0 4px; }}
            #tagChip {{ background: {colours.tint}; border-radius: 6px; }}
            #tagChip QLabel {{ font-size: 12px; }}
            #tagCross {{ min-height: 20px; min-width: 20px; border-radius: 4px; }}
        """)


def _clean(text: str) -> str:
    return " ".join(text.split())


def _has(tags: tuple[str, ...] | list[str], tag: str) -> bool:
    return tag.casefold() in (known.casefold() for known in tags)
