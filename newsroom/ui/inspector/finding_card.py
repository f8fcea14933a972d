"""One finding: what is doubtful, why, and what may be done about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout

from newsroom.language.finding import Finding, Severity
from newsroom.language.ignored import Scope, may_be_ignored
from newsroom.language.tokens import is_word
from newsroom.ui.editor.suggestion_menu import cited
from newsroom.ui.flow_layout import FlowLayout
from newsroom.ui.review.shown_change import shown_change
from newsroom.ui.theme import STEP, Theme

_TITLE_LENGTH = 90
_LONG_WORD = re.compile(r"\S{25,}")
_PART = 12  # letters of a long word that stay together
_BREAK = "\u200b"  # where a line may break, though nothing is seen


class FindingCard(QFrame):
    """Asks by signal; the finding itself is handed out as it stands now.

    A click on the card, or Enter, leads to the place in the text.
    """

    chosen = Signal(object)  # Finding
    fixed = Signal(object, str)  # Finding, what to write instead
    ignored = Signal(object, object)  # Finding, Scope
    word_added = Signal(str)

    def __init__(
        self,
        theme: Theme,
        finding: Finding,
        where: str,
        source_of: Callable[[str], str] = lambda _: "",
    ) -> None:
        super().__init__()
        self.finding = finding
        self._where = where
        self._source_of = source_of
        self.others: QPushButton | None = None
        self.farther: QPushButton | None = None
        self._arrows: list[QPushButton] = []
        self._theme = theme
        self.setProperty("card", str(finding.severity))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._icon = QLabel()
        self._icon.setToolTip(self._word())
        title = _label(self._title(), "strong")
        place = _label(where, "muted", wraps=False)
        if not where:
            place.hide()
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(title, 1)
        top.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(11, 9, 11, 10)
        rows.setSpacing(STEP)
        rows.addLayout(top)
        if self._title() != finding.message:
            rows.addWidget(_label(finding.message, "muted"))
        rows.addSpacing(2)
        self._buttons = FlowLayout(spacing=6)
        rows.addLayout(self._buttons)
        self._add_buttons()
        self.setAccessibleName(f"{self._word()}: {self._title()}")
        self._describe()
        self._tint()
        theme.changed.connect(self._tint)

    def set_first(self, first: bool) -> None:
        """Make its first button the panel's one main button, or a quiet one."""
        kind = "main" if first else "line"
        if self.act.property("kind") != kind:
            self.act.setProperty("kind", kind)
            self.act.style().unpolish(self.act)
            self.act.style().polish(self.act)

    def set_current(self, current: bool) -> None:
        """Set the card off as the one that is selected in the text."""
        if bool(self.property("current")) != current:
            self.setProperty("current", current)
            self.style().unpolish(self)
            self.style().polish(self)

    def event(self, event: QEvent) -> bool:
        """Tell where the rule is written down; that is known a moment after the findings."""
        if event.type() in (QEvent.Type.ToolTip, QEvent.Type.FocusIn):
            self._describe()
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lead to the place."""
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self.finding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead to the place by key too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.finding)
            return
        super().keyPressEvent(event)

    # Within.

    def _describe(self) -> None:
        source = self._source_of(self.finding.rule)
        said = [self.finding.message, self._where, cited(source) if source else ""]
        self.setAccessibleDescription(" ".join(part for part in said if part))
        self.setToolTip(said[-1])

    def _add_buttons(self) -> None:
        suggestions = self.finding.suggestions
        if suggestions:
            self.act = self._button(self.tr("Ganti"))
            self.act.setToolTip(self.tr("Ganti dengan “{0}” (Alt+1)").format(suggestions[0]))
            self.act.clicked.connect(lambda: self.fixed.emit(self.finding, suggestions[0]))
        else:
            self.act = self._button(self.tr("Lihat"))
            self.act.clicked.connect(lambda: self.chosen.emit(self.finding))
        if len(suggestions) > 1:
            self._add_others(suggestions[1:])
        if may_be_ignored(self.finding):
            self._add_ignoring()
        if self.finding.family == "spelling" and is_word(self.finding.text):
            add = self._button(self.tr("Ke kamus"))
            add.setToolTip(self.tr("Tambah ke kamus (Alt+D)"))
            add.clicked.connect(lambda: self.word_added.emit(self.finding.text))

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", "line")
        button.setProperty("small", True)
        button.setAccessibleName(f"{text}: {self._title()}")
        self._buttons.addWidget(button)
        return button

    def _add_others(self, suggestions: Sequence[str]) -> None:
        """Offer the other suggestions behind an arrow beside the first."""
        menu = QMenu(self)
        for other in suggestions:
            menu.addAction(other, lambda other=other: self.fixed.emit(self.finding, other))
        self.others = self._arrow(
            menu, self.tr("Usul lain"), self.tr("Usul lain (Alt+2, Alt+3, …)")
        )

    def _add_ignoring(self) -> None:
        """Offer to leave the mark out here, and farther behind an arrow."""
        ignore = self._button(self.tr("Abaikan"))
        ignore.setToolTip(self.tr("Abaikan di tempat ini saja (Alt+0)"))
        ignore.clicked.connect(lambda: self.ignored.emit(self.finding, Scope.ONCE))
        menu = QMenu(self)
        for text, scope in (
            (self.tr("Abaikan di naskah ini"), Scope.STORY),
            (self.tr("Abaikan di redaksi ini"), Scope.HOUSE),
        ):
            menu.addAction(text, lambda scope=scope: self.ignored.emit(self.finding, scope))
        self.farther = self._arrow(menu, self.tr("Abaikan di tempat lain juga"))

    def _arrow(self, menu: QMenu, name: str, tip: str = "") -> QPushButton:
        """Add an arrow, to the button before it, that opens a menu."""
        arrow = self._button("")
        arrow.setAccessibleName(f"{name}: {self._title()}")
        arrow.setToolTip(tip or name)
        arrow.setProperty("arrow", True)
        arrow.clicked.connect(lambda: menu.popup(arrow.mapToGlobal(QPoint(0, arrow.height() + 2))))
        self._arrows.append(arrow)
        return arrow

    def _title(self) -> str:
        finding = self.finding
        if not finding.text:
            return finding.message
        text = " ".join(finding.text.split())
        if len(text) > _TITLE_LENGTH:
            return f"{text[:_TITLE_LENGTH].rstrip()}…"
        if not finding.suggestions:
            return text
        return " → ".join(shown_change(finding.text, finding.suggestions[0]))

    def _word(self) -> str:
        return {
            Severity.ERROR: self.tr("Salah"),
            Severity.WARNING: self.tr("Perlu diperiksa"),
            Severity.HINT: self.tr("Saran"),
        }[self.finding.severity]

    def _tint(self) -> None:
        name = str(self.finding.severity)
        self._icon.setPixmap(self._theme.icon(name, name).pixmap(16, 16))
        for arrow in self._arrows:
            arrow.setIcon(self._theme.icon("chevron-down", "muted"))


def _label(text: str, role: str, *, wraps: bool = True) -> QLabel:
    label = QLabel(_LONG_WORD.sub(_breakable, text) if wraps else text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    label.setProperty("role", role)
    return label


def _breakable(word: re.Match[str]) -> str:
    """Return a word that is longer than a card is wide as one that breaks, or is cut."""
    text = word[0]
    if len(text) > _TITLE_LENGTH:
        text = f"{text[:_TITLE_LENGTH]}…"
    return _BREAK.join(text[at : at + _PART] for at in range(0, len(text), _PART))
