"""Choosing the story that a *hak jawab* answers, or a *ralat* corrects: one of the newsroom's,
or an address.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.portal.web_address import is_page_address
from newsroom.story.aftermath import LinkKind, StoryLink
from newsroom.story.days import figures
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.link_dialog import web_address
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.review.announcing import announce
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.written import plain_tip

if TYPE_CHECKING:
    from newsroom.store.summary import StorySummary

_AFTER = 150  # milliseconds of quiet
_ID = Qt.ItemDataRole.UserRole
_HEADLINE = Qt.ItemDataRole.UserRole + 1


class AnswerDialog(QDialog):
    """Looks through the stories as one types; an address that is pasted needs none of them."""

    sought = Signal(str)  # what is typed; ``show_found`` is the answer
    chosen = Signal(str)  # the id of a story, whose address is wanted
    linked = Signal(object)  # StoryLink

    def __init__(
        self,
        theme: Theme,
        headline: str,
        known: StoryLink | None,
        kind: LinkKind,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        resize_in_screen(self, 560, 540)
        known = known or StoryLink()
        self.kinds = {one: QRadioButton(one.label) for one in LinkKind}
        self.kinds[kind].setChecked(True)
        self._about = QLabel()
        self._other = QLabel()
        self._id = known.id
        self._told = ""  # the address that was filled in for the person
        self._moment = known.moment
        self.query = QLineEdit()
        self.query.setPlaceholderText(self.tr("Kata dari judul atau isinya"))
        self.found = QListWidget()
        self.found.setProperty("kind", "boxed")
        self.found.setAccessibleName(self.tr("Berita yang ditemukan"))
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.currentItemChanged.connect(self._choose)
        self.found.itemActivated.connect(lambda _: self.address.setFocus())
        self.headline = QLineEdit(known.headline)
        self.headline.textEdited.connect(self._refresh)
        self.address = QLineEdit(known.address)
        self.address.setPlaceholderText("https://")
        self.address.textChanged.connect(self._refresh)
        self.error = QLabel()
        self.error.setProperty("role", "error")
        self.error.setWordWrap(True)
        self.error.setMinimumHeight(2 * self.error.fontMetrics().lineSpacing())
        self.error.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.act = QPushButton(self.tr("Tautkan"))
        self.act.setProperty("kind", "main")
        self.act.setIcon(theme.main_icon("link"))
        self.act.setDefault(True)
        self.act.clicked.connect(self._link)
        self._timer = QTimer(self, singleShot=True, interval=_AFTER)
        self._timer.timeout.connect(lambda: self.sought.emit(self.query.text()))
        self.query.textChanged.connect(lambda _: self._timer.start())
        self._lay_out(headline)
        for button in self.kinds.values():
            button.toggled.connect(self._name)
        self._name()
        self.query.setFocus()

    def show_found(self, query: str, stories: Sequence[StorySummary]) -> None:
        """Show what was found for a query, unless another has been typed since."""
        if query != self.query.text():
            return
        self.found.blockSignals(True)
        self.found.clear()
        for story in stories:
            local = story.updated.astimezone()
            headline = story.headline.strip() or self.tr("Tanpa judul")
            words = f"{headline}  ·  {story.status.label}  ·  {figures(local.date())}"
            item = QListWidgetItem(words)
            item.setData(_ID, story.id)
            item.setData(_HEADLINE, story.headline.strip())
            item.setToolTip(plain_tip(words))
            self.found.addItem(item)
            if story.id == self._id:
                self.found.setCurrentItem(item)
        if not stories:
            nothing = QListWidgetItem(self.tr("Tidak ada yang cocok; tempel alamatnya di bawah."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.found.addItem(nothing)
        self.found.blockSignals(False)

    def show_address(self, story_id: str, address: str) -> None:
        """Fill in where readers find the chosen story, if that is known."""
        if story_id == self._id and self.address.text() in ("", self._told):
            self._told = address
            self.address.setText(address)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go with the down key from what is sought into what was found."""
        if event.key() == Qt.Key.Key_Down and self.query.hasFocus() and self.found.count():
            self.found.setFocus()
            if self.found.currentRow() < 0:
                self.found.setCurrentRow(0)
        else:
            super().keyPressEvent(event)

    # Within.

    @property
    def _kind(self) -> LinkKind:
        return next(kind for kind, button in self.kinds.items() if button.isChecked())

    def _name(self) -> None:
        """Put all in the words of the kind that is chosen."""
        is_answer = self._kind is LinkKind.ANSWER
        title, about = (
            self.tr("Jadikan hak jawab"),
            self.tr("Hak jawab ditautkan ke berita yang dijawab, dan berita itu ke hak jawab ini."),
        )
        other = self.tr("Berita yang dijawab")
        if not is_answer:
            title, about = (
                self.tr("Jadikan ralat"),
                self.tr("Ralat ditautkan ke berita yang diralat, dan berita itu ke ralat ini."),
            )
            other = self.tr("Berita yang diralat")
        self.setWindowTitle(title)
        self._about.setText(about)
        self._other.setText(other)
        self.query.setAccessibleName(self.tr("Cari: {0}").format(other))
        self.headline.setAccessibleName(self.tr("Judul: {0}").format(other))
        self.address.setAccessibleName(self.tr("Alamat: {0}").format(other))

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is None or not item.data(_ID):
            return
        if item.data(_ID) != self._id:
            self._id, self._moment = item.data(_ID), None
            self.headline.setText(item.data(_HEADLINE))
            self.address.clear()
        self._refresh()
        self.chosen.emit(self._id)

    def _refresh(self) -> None:
        self.error.clear()
        self.address.setAccessibleDescription("")

    def _link(self) -> None:
        headline, typed = self.headline.text().strip(), self.address.text().strip()
        address = typed if is_page_address(typed) or not typed else web_address(typed)
        if address is None or address.startswith("mailto:"):
            self._refuse(self.tr("Ini bukan alamat laman. Contoh: https://contoh.id/berita."))
        elif not (address or self._id):
            self._refuse(self.tr("Pilih beritanya di daftar, atau tempel alamatnya."))
        elif not headline:
            self._refuse(self.tr("Tulis judul berita itu."), self.headline)
        else:
            self.accept()
            self.linked.emit(StoryLink(headline, address, self._id, self._moment, self._kind))

    def _refuse(self, why: str, field: QWidget | None = None) -> None:
        self.error.setText(why)
        field = field or self.address
        field.setAccessibleDescription(why)
        announce(self, why, urgent=True)
        field.setFocus()

    def _lay_out(self, headline: str) -> None:
        title = QLabel(headline)
        title.setProperty("role", "title")
        self._about.setProperty("role", "muted")
        for label in (title, self._about):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        foot, rows = QHBoxLayout(), QVBoxLayout(self)
        foot.setSpacing(2 * STEP)
        foot.addStretch()
        foot.addWidget(line_button(self.tr("Batal"), self.reject))
        foot.addWidget(self.act)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(STEP)
        rows.addWidget(title)
        rows.addWidget(self._about)
        rows.addSpacing(2 * STEP)
        kinds = QHBoxLayout()
        kinds.setSpacing(4 * STEP)
        for button in self.kinds.values():
            kinds.addWidget(button)
        kinds.addStretch()
        rows.addLayout(kinds)
        rows.addSpacing(2 * STEP)
        self._put(rows, self._other, self.query)
        rows.addWidget(self.found, 1)
        rows.addSpacing(2 * STEP)
        self._put(rows, QLabel(self.tr("Judulnya")), self.headline)
        rows.addSpacing(STEP)
        self._put(rows, QLabel(self.tr("Alamatnya di portal")), self.address)
        rows.addWidget(self.error)
        rows.addLayout(foot)

    def _put(self, rows: QVBoxLayout, label: QLabel, field: QWidget) -> None:
        label.setProperty("role", "field")
        label.setBuddy(field)
        rows.addWidget(label)
        rows.addWidget(field)
