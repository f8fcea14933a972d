"""The page's place while changes are reviewed: the whole story with them, and one at hand."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from newsroom.ui.changes.deeds import KEYS
from newsroom.ui.changes_view.card_place import CardPlace
from newsroom.ui.changes_view.change_card import ChangeCard
from newsroom.ui.changes_view.head import COLUMNS_KEY, Head
from newsroom.ui.changes_view.review import Review
from newsroom.ui.changes_view.sheet import ChangesSheet
from newsroom.ui.empty_note import EmptyNote
from newsroom.ui.inspector.undoing import asks_again
from newsroom.ui.review.announcing import announce
from newsroom.ui.theme import Theme
from newsroom.ui.written import number

_FOR_COLUMNS = 680  # pixels; with less, two columns would be too narrow to be read
_KEYS = {key: deed for deed, key in KEYS.items()}
_SLOW = 300  # milliseconds; what comes sooner needs no words


class ChangesView(QWidget):
    """Shows changes and says what a person wants; it changes nothing itself."""

    closed = Signal()
    wanted = Signal(str, int)  # a Deed, and the number of the change that is at hand, or -1
    said = Signal(str, int, str)  # one that is done in words, and those
    undo_wanted = Signal()
    redo_wanted = Signal()
    base_chosen = Signal(str)
    columns_chosen = Signal(bool)
    went_to = Signal()  # another change
    spoken = Signal(str)  # what a screen reader is told

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("changesView")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Tinjau perubahan"))
        self._review: Review | None = None
        self.wants_columns = False
        self.head = Head(theme)
        self.head.closed.connect(self.closed)
        self.head.step_wanted.connect(self.go)
        self.head.base_chosen.connect(self.base_chosen)
        self.head.columns_wanted.connect(self.choose_columns)
        self.head.wanted.connect(lambda deed: self.wanted.emit(deed, self.sheet.current))
        self.sheet = ChangesSheet(theme)
        self.sheet.clicked.connect(self.go_to)
        self.note = EmptyNote(theme, "check", "", "")
        self._lay_out()
        self.card = ChangeCard()
        self.card.setParent(self)
        self.card.wanted.connect(lambda deed: self.wanted.emit(deed, self.sheet.current))
        self.card.said.connect(lambda deed, text: self.said.emit(deed, self.sheet.current, text))
        self.card.left.connect(lambda: self.sheet.setFocus())
        self._place = CardPlace(self, self._column, self.sheet, self.card)
        self.card.resized.connect(self._place.put)
        self.sheet.moved.connect(self._place.put)
        self.spoken.connect(lambda text: announce(self, text))
        self._slow = QTimer(self, singleShot=True, interval=_SLOW)
        self._slow.timeout.connect(self._say_slow)
        self.setFocusProxy(self.sheet)
        self._forget()

    # What is shown.

    def show_review(self, review: Review, current: int) -> None:
        """Show a story with its changes, one of them at hand."""
        self._review, self._is_loading = review, False
        self.head.show_bases(review.bases, review.base)
        self._show_sheet()
        self.head.let(go=bool(review.count), decide=review.pending)
        current = current if review.count else -1
        self._name(current)
        self._redraw(current)

    def show_look(self, two_columns: bool) -> None:
        """Show the story in one column, or both texts side by side where there is room."""
        self.wants_columns = two_columns
        self._redraw(self.sheet.current)

    def choose_columns(self, on: bool) -> None:
        """Show the story in one column or in two from now on."""
        self.show_look(on)
        self.columns_chosen.emit(on)

    def show_loading(self) -> None:
        """Show a blank sheet; if it takes long, say that the changes are being looked for."""
        self._forget()
        self._show_sheet()
        self.head.let_nothing()
        self._is_loading = True
        self._slow.start()

    def show_no_base(self) -> None:
        """Say that there is no reporter's version, and when there will be one."""
        words = self.tr(
            "Versi wartawan tercatat saat naskah diajukan ke redaktur. Sesudah itu, setiap "
            "perubahan redaktur tampil di sini, dan wartawan melihatnya bila naskah kembali."
        )
        self._say("history", self.tr("Belum ada versi wartawan"), words)

    def show_error(self, message: str) -> None:
        """Say why there are no changes to be seen."""
        self._say("warning", self.tr("Perubahan tidak dapat dibaca"), message, "warning")
        self.spoken.emit(message)

    # Going from change to change.

    @property
    def is_settled(self) -> bool:
        """True once what there is has been found, or that there is nothing."""
        return not self._is_loading

    @property
    def is_in_columns(self) -> bool:
        """Whether both texts are to be side by side, and there is room for it."""
        return self.wants_columns and self._has_room

    def go(self, step: int) -> None:
        """Go to the next change, or to the one before; after the last comes the first."""
        if self._review is None or not self._review.count:
            self.spoken.emit(self.tr("Tidak ada perubahan"))
            return
        count, at = self._review.count, self.sheet.current
        first = 0 if step > 0 else count - 1
        self.go_to(first if at < 0 else (at + step) % count)

    def go_to(self, change: int) -> None:
        """Set one change off, and say it."""
        self._set_off(change)
        self.went_to.emit()
        self.tell()

    def tell(self) -> None:
        """Say the change at hand to who does not see the screen."""
        if self._review is not None and self.sheet.current >= 0:
            place = self.tr("Perubahan {0} dari {1}").format(
                self.sheet.current + 1, self._review.count
            )
            self.spoken.emit(f"{place}. {self._review.told(self.sheet.current)}")

    # What Qt calls.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a letter stands for; there is nothing here to write in."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
            return
        if asks_again(event):
            self.redo_wanted.emit()
            return
        shift = Qt.KeyboardModifier.ShiftModifier
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._review is None or held not in (shift, Qt.KeyboardModifier.NoModifier):
            super().keyPressEvent(event)
            return
        letter = event.text().upper()
        key = f"Shift+{letter}" if held == shift else letter
        if key == COLUMNS_KEY and self._has_room:
            self.choose_columns(not self.wants_columns)
        elif key in _KEYS and self.sheet.current >= 0:
            self.card.do(_KEYS[key])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the card beside the text or below it, as there is room."""
        super().resizeEvent(event)
        self.head.fit(self.width())
        was = self._drawn_in_columns
        self._choose_look()
        if was != self.is_in_columns:
            self._redraw(self.sheet.current)
        self._place.put()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the window is made."""
        return QSize(300, 200)

    # Within.

    @property
    def _has_room(self) -> bool:
        return self.width() >= _FOR_COLUMNS

    def _set_off(self, change: int) -> None:
        self._name(change)
        self._place.put()
        self.sheet.set_off(change)
        self._place.put()

    def _name(self, change: int) -> None:
        """Say which change is at hand, and what is known of it."""
        if change >= 0:
            at, count = number(change + 1), number(self._review.count)
            self.head.total.setText(self.tr("Perubahan {0} dari {1}").format(at, count))
            self.card.show_words(self._review.card(change))
        else:
            self.head.total.setText(self.tr("Tidak ada perubahan"))
        has_keyboard = self.card.isAncestorOf(QApplication.focusWidget())
        self.card.setVisible(change >= 0)
        if has_keyboard and change < 0:
            self.sheet.setFocus()

    def _choose_look(self) -> None:
        self._drawn_in_columns = self.is_in_columns
        told = self._review.note if self._review is not None else ""
        if not told and not self._has_room:
            told = self.tr("Jendela terlalu sempit untuk bersisian.")
        self.head.show_look(self.is_in_columns, self._has_room, told)

    def _redraw(self, change: int) -> None:
        """Show the story in the look that is chosen, a change of it set off."""
        self._choose_look()
        if self._review is not None:
            self.sheet.two_columns = self.is_in_columns
            self._place.put()  # which takes room from the text
            self.sheet.show_reading(self._review.reading)
            self.sheet.set_off(change)
            self._place.put()

    def _say(self, icon: str, title: str, words: str, colour: str = "muted") -> None:
        self._forget()
        self.note.say(icon, title, words, colour)
        self.note.setAccessibleName(f"{title}. {words}")
        self.head.show_parts(False)
        self._stack.setCurrentWidget(self._notes)

    def _forget(self) -> None:
        self._review, self._is_loading = None, False
        self._slow.stop()
        self.sheet.set_off(-1)
        self.sheet.show_reading(None)
        self.head.total.setText("")
        self.card.hide()
        self._place.put()

    def _show_sheet(self) -> None:
        self._slow.stop()
        self.head.show_parts(True)
        here = self.isAncestorOf(QApplication.focusWidget())
        if self._stack.currentWidget() is not self.sheet:
            self._stack.setCurrentWidget(self.sheet)
            if here:
                self.sheet.setFocus()

    def _say_slow(self) -> None:
        self._say("history", self.tr("Mencari perubahan…"), "")
        self._is_loading = True

    def _lay_out(self) -> None:
        self._notes = QWidget()
        within = QVBoxLayout(self._notes)
        within.addWidget(self.note)
        within.addStretch()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.sheet)
        self._stack.addWidget(self._notes)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._column.addWidget(self._stack, 1)
        self._drawn_in_columns = False
        self.head.fit(self.width())
