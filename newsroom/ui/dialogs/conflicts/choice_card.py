"""One place in which two desks wrote differently: both wordings, and which is to stay."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.story.comments.comment import Wording
from newsroom.story.compare.prose import compare_prose
from newsroom.story.compare.stories import Change
from newsroom.story.conflicts.choosing import Choice, in_place, joined, refusal
from newsroom.story.conflicts.conflict import Conflict, Way
from newsroom.story.person import Role
from newsroom.story.story import Story
from newsroom.ui.comments.when_said import when_said
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.side_pair import SidePair
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.versions.field_names import titled

_LINES = 4  # of what a person writes of their own


class ChoiceCard(QWidget):
    """Nothing is chosen until a person does; what is not chosen waits on."""

    chosen = Signal()

    def __init__(
        self,
        theme: Theme,
        story: Story,
        conflict: Conflict,
        place: str,
        role: Role,
        zone: tzinfo,
    ) -> None:
        super().__init__()
        self.conflict = conflict
        self._theme = theme
        self._story = story
        self._title = titled(conflict.anchor.field) or self.tr("Tempatnya tidak diketahui")
        title = QLabel(f"{place} · {self._title}")
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setProperty("role", "strong")
        self.ways: dict[Way, QRadioButton] = {}
        self._group = QButtonGroup(self)
        head = QHBoxLayout()
        head.setSpacing(4 * STEP)
        head.addWidget(title)
        head.addStretch()
        for way, text in self._words().items():
            if way in conflict.ways:
                head.addWidget(self._button(way, text, f"{place}, {self._title}"))
        self.pair = self._pair(f"{place}, {self._title}", zone)
        self.refused = _muted(refusal(story, conflict, role))
        self.refused.setHidden(not self.refused.text())
        if self.refused.text():
            self.ways[Way.OTHER].setEnabled(False)
            self.ways[Way.OTHER].setToolTip(self.refused.text())
        self.pair.setHidden(conflict.is_unread)
        told = self.tr("Sekarang: “{0}”") if conflict.is_unread else self.tr("Semula: “{0}”")
        words = conflict.now if conflict.is_unread else conflict.subject.old
        self.before = _muted(told.format(words))
        self.before.setHidden(not words)
        self.result = _muted("")
        self.result.setTextFormat(Qt.TextFormat.RichText)
        self.edit = QPlainTextEdit(joined(conflict))
        self.edit.setAccessibleName(self.tr("{0}: tulisan sendiri").format(self._title))
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(_LINES * self.edit.fontMetrics().lineSpacing() + 20)
        self.edit.textChanged.connect(self._follow)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(STEP)
        rows.addLayout(head)
        if conflict.is_gone:
            rows.addWidget(self._gone())
        rows.addWidget(self.pair)
        rows.addWidget(self.refused)
        rows.addWidget(self.before)
        rows.addWidget(self.edit)
        rows.addWidget(self.result)
        theme.changed.connect(self._follow)
        self._follow()

    @property
    def way(self) -> Way | None:
        """Which is chosen; None while none is."""
        return next((way for way, button in self.ways.items() if button.isChecked()), None)

    @property
    def choice(self) -> Choice | None:
        """What is to become of it."""
        if self.way is None:
            return None
        return Choice(self.conflict, self.way, self.edit.toPlainText())

    def take(self, who: str) -> None:
        """Choose what somebody wrote, where that can be put in."""
        sides = ((Way.THIS, self.conflict.subject.new), (Way.OTHER, self.conflict.other))
        for way, side in sides:
            if side.who == who and way in self.ways and self.ways[way].isEnabled():
                self.ways[way].setChecked(True)
                return

    def draw(self) -> None:
        """Show both wordings in the colours of the theme."""
        for text in self.pair.texts:
            text.draw(100)

    # Within.

    def _words(self) -> dict[Way, str]:
        if self.conflict.is_gone:
            return {Way.THIS: self.tr("Biarkan naskah seperti sekarang")}
        new, other = self.conflict.subject.new, self.conflict.other
        return {
            Way.THIS: new.who or self.tr("Yang ada di naskah"),
            Way.OTHER: (other.who if other.who != new.who else "") or self.tr("Yang lain"),
            Way.BOTH: self.tr("Keduanya"),
            Way.OWN: self.tr("Tulis sendiri"),
        }

    def _button(self, way: Way, text: str, place: str) -> QRadioButton:
        button = QRadioButton(text)
        button.setAccessibleName(f"{place}: {text}")
        button.toggled.connect(lambda on: on and self._follow())
        self.ways[way] = button
        self._group.addButton(button)
        return button

    def _pair(self, title: str, zone: tzinfo) -> SidePair:
        conflict = self.conflict
        now = conflict.subject.new.text if conflict.is_gone else conflict.now
        none = self.tr("(dihapus)")
        change = Change("", tuple(compare_prose(now or none, conflict.other.text or none)))
        here = "" if conflict.is_gone else self.tr("ada di naskah")
        heads = (_head(conflict.subject.new, here, zone), _head(conflict.other, "", zone))
        pair = SidePair(self._theme, title, change, heads)
        if conflict.is_gone:
            for column, text in zip(pair.columns, (now, conflict.other.text), strict=True):
                button = line_button(self.tr("Salin"), _copying(text))
                button.setProperty("small", True)
                button.setEnabled(bool(text))
                button.setAccessibleName(self.tr("Salin: {0}").format(text[:60]))
                column.insertWidget(2, button, 0, Qt.AlignmentFlag.AlignLeft)
        return pair

    def _gone(self) -> QLabel:
        if self.conflict.is_unread:
            why = self.tr(
                "Tulisan yang lain rusak di cakram dan tidak terbaca lagi. Mungkin masih ada di "
                "meja asalnya: minta naskahnya diserahkan lagi, atau biarkan seperti sekarang."
            )
        elif not self.conflict.anchor.field:
            why = self.tr(
                "Catatan tempatnya rusak di cakram, jadi tidak diganti sendiri. Salin yang "
                "diperlukan ke tempatnya, lalu tandai selesai."
            )
        else:
            why = self.tr(
                "Bagian ini sudah berubah di naskah, jadi tidak diganti sendiri. Salin yang "
                "diperlukan ke tempatnya, lalu tandai selesai."
            )
        told = QLabel(why)
        told.setProperty("role", "warning")
        told.setWordWrap(True)
        return told

    def _follow(self) -> None:
        self.edit.setVisible(self.way is Way.OWN)
        shown = not self.conflict.is_gone and not self.conflict.is_value
        self.result.setVisible(shown)
        if shown:
            choice = self.choice or Choice(self.conflict, Way.THIS)
            before, words, after = (escape(part) for part in in_place(self._story, choice))
            colours = self._theme.colours
            told = f'<span style="font-weight: 600; color: {colours.ink}">{words}</span>'
            label = self.tr("Jadinya") if self.choice else self.tr("Sekarang")
            self.result.setText(f"{label}: {before}{told}{after}")
        self.chosen.emit()


def _head(side: Wording, where: str, zone: tzinfo) -> str:
    now = datetime.now(zone)
    moment = when_said(side.moment.astimezone(zone), now) if side.moment else ""
    return " · ".join(filter(None, (side.who, moment, where))) or "–"


def _muted(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "muted")
    label.setWordWrap(True)
    return label


def _copying(text: str) -> Callable[[], None]:
    return lambda: QGuiApplication.clipboard().setText(text)
