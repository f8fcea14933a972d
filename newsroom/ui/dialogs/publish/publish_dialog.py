"""One story on its way to a portal: asked, sent, told how it went, asked again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from newsroom.ui.dialogs.publish.ask_page import AskPage
from newsroom.ui.dialogs.publish.outcome_page import Outcome, OutcomePage
from newsroom.ui.dialogs.publish.parts import words_label
from newsroom.ui.dialogs.publish.sending_page import SendingPage
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.theme import STEP, Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PublishDialog(QDialog):
    """Has one page for each of these; others do the work.

    Closed while a story is being sent, it leaves that to go on.
    """

    def __init__(self, theme: Theme, headline: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Unggah ke portal"))
        resize_in_screen(self, 660, 640)
        self.headline = words_label("title")
        self.ask = AskPage(theme)
        self.sending = SendingPage(theme)
        self.outcome = OutcomePage(theme)
        self.pages = QStackedWidget()
        for page in (self.ask, self.sending, self.outcome):
            self.pages.addWidget(page)
        self.ask.close_wanted.connect(self.reject)
        self.sending.background_wanted.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._send)
        inside = QVBoxLayout()
        inside.setContentsMargins(20, 0, 20, 0)
        inside.addWidget(self.headline)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 16)
        column.setSpacing(3 * STEP)
        column.addLayout(inside)
        column.addWidget(self.pages, 1)
        self.name(headline)

    def name(self, headline: str) -> None:
        """Say which story it is about."""
        self.headline.setText(headline.strip() or self.tr("Tanpa judul"))

    @property
    def is_sending(self) -> bool:
        """Say whether it shows a story being sent."""
        return self.pages.currentWidget() is self.sending

    def show_asking(self) -> None:
        """Let a person choose."""
        self.pages.setCurrentWidget(self.ask)

    def show_sending(self) -> None:
        """Show how far it is from now on."""
        self.pages.setCurrentWidget(self.sending)
        self.sending.begin()

    def show_outcome(self, outcome: Outcome) -> None:
        """Show how it went."""
        self.pages.setCurrentWidget(self.outcome)
        self.outcome.show_outcome(outcome)

    def reject(self) -> None:
        """Close; what is being sent goes on."""
        self.ask.form.password.clear()
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter the button that has the keyboard, or send."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            now = self.focusWidget()
            if isinstance(now, QPushButton):
                now.click()
            else:
                self._send()

    def _send(self) -> None:
        if self.pages.currentWidget() is self.ask:
            self.ask.try_to_send()
