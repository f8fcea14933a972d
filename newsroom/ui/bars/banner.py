"""A bar over the page that says what is wrong and what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton

from newsroom.ui.review.announcing import announce
from newsroom.ui.styled import set_styled
from newsroom.ui.theme import Theme

_GOES_AFTER = 8_000  # milliseconds, for what needs no answer
# Which of two is shown: what a person just did is answered, but never over a failure.
_LEVELS = ("warning", "good", "error")


@dataclass(frozen=True, slots=True, eq=False)
class _Message:
    text: str
    level: str
    button: str
    act: Callable[[], None] | None
    lasting: bool
    also: tuple[str, Callable[[], None]] | None = None


class Banner(QFrame):
    """Shows one message at a time; a failure is not hidden by what matters less.

    What is not shown waits below: a warning comes back once a short answer has gone.
    Messages speak of the story that lies open and go with it, unless they are ``lasting``.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._messages: list[_Message] = []  # the last is shown
        self._leaving: list[_Message] = []
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)  # headlines and names are in it
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton()
        self._button.setProperty("kind", "line")
        self._button.clicked.connect(self._act)
        self._other = QPushButton()
        self._other.setProperty("kind", "line")
        self._other.clicked.connect(self._act_other)
        self._close = QToolButton()
        self._close.setToolTip(self.tr("Tutup pesan"))
        self._close.setAccessibleName(self.tr("Tutup pesan"))
        self._close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.insertWidget(1, self._other)
        row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=_GOES_AFTER)
        self._timer.timeout.connect(self.clear)
        self._theme = theme
        theme.changed.connect(self._tint)
        self._tint()
        self.hide()

    @property
    def text(self) -> str:
        """The message shown, or nothing."""
        return self._messages[-1].text if self._messages else ""

    def say(
        self,
        message: str,
        level: str = "error",
        button: str = "",
        act: Callable[[], None] | None = None,
        *,
        lasting: bool = False,
        also: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        """Show a message of level error, warning or good, with something to do about it.

        ``also`` is a second thing that may be done, and its words.
        """
        self._put(_Message(message, level, button, act, lasting, also))

    def answer(self, message: str) -> None:
        """Say for a moment, over a failure too, that what a person did about it is done."""
        self._put(_Message(message, "good", "", None, False), on_top=True)

    def refuse(
        self,
        why: str,
        button: str = "",
        act: Callable[[], None] | None = None,
        *,
        lasting: bool = False,
        also: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        """Say, in place of what was answered before, why what a person asked for is not done.

        Or not all of it, or what is still to be done about it.
        """
        self._messages = [message for message in self._messages if message.level != "good"]
        self.say(why, "warning", button, act, lasting=lasting, also=also)

    def clear(self) -> None:
        """Take the message that is shown away."""
        self._drop(self._messages[-1:])

    def withdraw(self, text: str) -> None:
        """Take a message away that is no longer so."""
        self._drop([message for message in self._messages if message.text == text])

    def change(self, text: str, to: str) -> None:
        """Say how far something has come, where that is still told of."""
        for at, message in enumerate(self._messages):
            if message.text == text:
                self._messages[at] = replace(message, text=to)
                self._show()

    def clear_errors(self) -> None:
        """Take away what tells of failures: all works again."""
        self._drop([message for message in self._messages if message.level == "error"])

    # Going from one story to another.

    def leave_story(self) -> None:
        """Note what speaks of the story that is about to be left; what comes now is new."""
        self._leaving = [message for message in self._messages if not message.lasting]

    def story_left(self) -> None:
        """Take away what was noted."""
        self._drop(self._leaving)
        self._leaving = []

    # Within.

    def _put(self, message: _Message, *, on_top: bool = False) -> None:
        """Take a message up, in the place of one of its kind."""
        kind = (message.level, message.lasting)
        self._messages = [
            old for old in self._messages
            if (old.level, old.lasting) != kind and (old.level, message.level) != ("good", "good")
        ]  # fmt: skip
        rank = _LEVELS.index(message.level)
        above = [] if on_top else [m for m in self._messages if _LEVELS.index(m.level) > rank]
        if message.level != "good" or not above:  # a short answer is worth nothing later
            below = [m for m in self._messages if m not in above]
            self._messages = [*below, message, *above]
            announce(self, message.text, urgent=message.level == "error")
        self._show()

    def _drop(self, gone: list[_Message]) -> None:
        self._messages = [message for message in self._messages if message not in gone]
        self._show()

    def _show(self) -> None:
        self._timer.stop()
        if not self._messages:
            self.hide()
            return
        message = self._messages[-1]
        self._text.setText(message.text)
        self._button.setText(message.button)
        self._button.setVisible(message.act is not None)
        self._other.setText(message.also[0] if message.also else "")
        self._other.setVisible(message.also is not None)
        set_styled(self, "level", message.level)
        self.setAccessibleName(message.text)
        if message.level == "good":
            self._timer.start()
        self.show()

    def _act(self) -> None:
        if self._messages and self._messages[-1].act is not None:
            self._messages[-1].act()

    def _act_other(self) -> None:
        if self._messages and self._messages[-1].also is not None:
            self._messages[-1].also[1]()

    def _tint(self) -> None:
        self._close.setIcon(self._theme.icon("close"))
