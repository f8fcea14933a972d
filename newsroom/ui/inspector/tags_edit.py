"""Tags as chips, added and removed by key or pointer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame

from newsroom.ui.flow_layout import FlowLayout
from newsroom.ui.inspector.tag_chip import TagChip, TagLine
from newsroom.ui.inspector.tag_offers import TagOffers
from newsroom.ui.inspector.undoing import Undoing, asks_back
from newsroom.ui.theme import Theme

_SEPARATOR = re.compile(r"[,;\n]")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ENOUGH = 2  # letters, before tags are looked for that begin so
_REMOVE = (*_ENTER, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class TagsEdit(QFrame):
    """Enter or a comma makes a tag, Backspace takes the last one back.

    The arrow keys too go from the line to the crosses of the tags and back, and down to the
    tags on offer: those that fit the story, or that go on as typed. Ctrl+Z takes back
    the last tag made or removed. What is typed and not yet made a chip counts as a tag too, so
    that nothing written is lost.
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
        self._chips: list[TagChip] = []
        self._undoing = Undoing(self._bring_back)
        self._flow = FlowLayout(spacing=4, margin=4)
        self.setLayout(self._flow)
        self.line = TagLine()
        self.line.setAccessibleName(self.tr("Tag baru"))
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._typed)
        self._flow.addWidget(self.line)
        self.setFocusProxy(self.line)
        self._style()
        theme.changed.connect(self._style)
        self._hint()

    def tags(self) -> tuple[str, ...]:
        """Return the tags, the one being typed last."""
        made, typed = self._made(), _clean(self.line.text())
        return (*made, typed) if typed and not _has(made, typed) else made

    def set_tags(self, tags: tuple[str, ...]) -> None:
        """Show other tags; tells nobody."""
        self._offered = []
        self._undoing.forget()
        self._put(tags)

    def offer(self, tags: Sequence[str], archive: Mapping[str, int]) -> None:
        """Offer tags; those typed from now on are spelt as the archive spells them."""
        self._offered, self._archive = list(tags), archive
        self._show_offers()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that make and unmake tags; leaving the field makes one too."""
        if watched is not self.line:
            return self._key_on_cross(watched, event)
        if event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        # Who goes on to an offer has not done with what is typed: it may go on so.
        if event.type() == QEvent.Type.FocusOut and not self._is_choosing():
            self._commit()
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._style()
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in _ENTER and self.line.text().strip():
            self._commit()
            return True
        if asks_back(event) and not self.line.isUndoAvailable():
            self._undoing.take_back()
            return True
        if event.key() == Qt.Key.Key_Down and self.offers.isVisible() and self.offers.buttons:
            self.offers.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        at_start = not self.line.cursorPosition() and not self.line.hasSelectedText()
        if not self._chips or not at_start:
            return False
        if event.key() == Qt.Key.Key_Backspace and not self.line.text():
            self._remove(self._chips[-1].tag)
            return True
        if event.key() == Qt.Key.Key_Left:
            self._chips[-1].cross.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def _key_on_cross(self, cross: QObject, event: QEvent) -> bool:
        if self._undoing.answers(event):
            return True
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        at = next(index for index, chip in enumerate(self._chips) if chip.cross is cross)
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            beside = [*(chip.cross for chip in self._chips), self.line]
            to = beside[max(at + (1 if event.key() == Qt.Key.Key_Right else -1), 0)]
            to.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if event.key() in _REMOVE:
            self._remove(self._chips[at].tag)
            return True
        return False

    def _made(self) -> tuple[str, ...]:
        return tuple(chip.tag for chip in self._chips)

    def _put(self, tags: tuple[str, ...]) -> None:
        gone, self._chips = self._chips, []
        for chip in gone:
            self._discard(chip)
        self.line.setText("")  # unlike clear() it leaves nothing to be undone
        for tag in tags:
            self._append(tag)

    def _bring_back(self, tags: tuple[str, ...]) -> None:
        self._put(tags)
        self.line.setFocus()
        self.edited.emit()

    def _change(self, tags: tuple[str, ...]) -> None:
        """Keep the tags that were made before a change, if it was one."""
        if self._made() != tags:
            self._undoing.keep(tags)

    def _typed(self, text: str) -> None:
        *ready, rest = _SEPARATOR.split(text)
        if ready:
            before = self._made()
            for tag in ready:
                self._append(tag)
            self._change(before)
            self.line.setText(rest.lstrip())
        self._show_offers()
        self.edited.emit()

    def _commit(self) -> None:
        before, made = self.tags(), self._made()
        text = self.line.text()
        self.line.setText("")
        self._append(text)
        self._change(made)
        if self.tags() != before:
            self.edited.emit()

    def _take(self, tag: str) -> None:
        before = self._made()
        if tag not in self._beginning(_clean(self.line.text())):
            self._append(self.line.text())
        self.line.setText("")
        self._append(tag)
        self._change(before)
        self.line.setFocus()
        self.edited.emit()

    def _show_offers(self) -> None:
        """Offer what goes on as typed, else what fits the story."""
        made = [chip.tag for chip in self._chips]
        offered = self._beginning(_clean(self.line.text())) or self._offered
        self.offers.show_tags([tag for tag in offered if not _has(made, tag)])
        before = self._chips[-1].cross if self._chips else self.line
        for button in self.offers.buttons:
            self.setTabOrder(before, button)
            before = button

    def _is_choosing(self) -> bool:
        return QApplication.focusWidget() in self.offers.buttons

    def _beginning(self, typed: str) -> list[str]:
        if not self._archive or len(typed) < _ENOUGH:
            return []
        from newsroom.language.tag_suggestions import beginning

        return beginning(typed, self._archive)

    def _spelt(self, tag: str) -> str:
        if not self._archive or not tag:
            return tag
        from newsroom.language.tag_suggestions import as_known

        return as_known(tag, self._archive)

    def _append(self, text: str) -> None:
        tag = self._spelt(_clean(text))
        if not tag or _has([chip.tag for chip in self._chips], tag):
            return
        chip = TagChip(self._theme, tag)
        chip.removed.connect(self._remove)
        chip.cross.installEventFilter(self)
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
        self._undoing.keep(self._made())
        chip = next(chip for chip in self._chips if chip.tag == tag)
        self._chips.remove(chip)
        self.line.setFocus()
        self._discard(chip)
        self.edited.emit()

    def _discard(self, chip: TagChip) -> None:
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
