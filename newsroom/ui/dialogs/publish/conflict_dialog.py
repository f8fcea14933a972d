"""What was changed on the site beside what stands here, to be chosen from or written anew."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsroom.story.compare.stories import compare_stories
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.publish.field_choice import OURS, THEIRS, FieldChoice
from newsroom.ui.dialogs.publish.parts import main_button, say, words_label
from newsroom.ui.dialogs.side_pair import legend, sheet
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.versions.field_names import root

if TYPE_CHECKING:
    from newsroom.app.site_conflicts import SiteConflict


class ConflictDialog(QDialog):
    """Changes nothing itself: ``decided`` says what the story is to be, and whether it goes."""

    decided = Signal(object, bool)  # {field: value}, whether to send

    def __init__(
        self, theme: Theme, conflict: SiteConflict, *, is_live: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Diubah di situs"))
        resize_in_screen(self, 1080, 700)
        self._theme = theme
        self._conflict = conflict
        title = words_label("title")
        title.setText(self.tr("Tulisan ini diubah di situs sejak terakhir dikirim dari sini"))
        said = words_label()
        said.setText(
            self.tr(
                "Tidak ada yang ditimpa. Pilih untuk setiap bagian; hasilnya masuk ke naskah "
                "sebagai versi baru, lalu dikirim."
            )
        )
        self.legend = QLabel()
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.fields = self._fields()
        self.others = words_label("warning")
        say(self.others, "\n".join(conflict.others), "warning")
        self.live = words_label("warning")
        told = self.tr("Tulisan ini sudah tayang: pembaca langsung melihat hasilnya.")
        say(self.live, told if is_live else "", "warning")
        self.all_ours = line_button(self.tr("Semua dari naskah"), lambda: self._choose_all(OURS))
        self.all_theirs = line_button(self.tr("Semua dari situs"), lambda: self._choose_all(THEIRS))
        self.leave = line_button(self.tr("Nanti saja"), self.reject)
        self.keep = line_button(
            self.tr("Simpan ke naskah, jangan kirim"), lambda: self._decide(send=False)
        )
        self.send = main_button(self.tr("Simpan dan kirim"), lambda: self._decide(send=True))
        self._lay_out(title, said)
        self._draw_legend()
        theme.changed.connect(self._draw_legend)
        if self.fields:
            self.fields[0].ways[OURS].setFocus()
        else:
            self.send.setFocus()

    def changes(self) -> dict[str, object]:
        """Return the fields of the story that are to be otherwise, with their values."""
        values = {one.field: one.value() for one in self.fields}
        return {
            field: value
            for field, value in values.items()
            if value != getattr(self._conflict.ours, field)
        }

    # Within.

    def _fields(self) -> list[FieldChoice]:
        ours, theirs = self._conflict.ours, self._conflict.theirs
        made = []
        for field, changes in groupby(
            compare_stories(ours, theirs), key=lambda one: root(one.field)
        ):
            made.append(FieldChoice(self._theme, field, ours, theirs, [*changes]))
        return made

    def _lay_out(self, title: QLabel, said: QLabel) -> None:
        scroll = sheet(self.fields)
        above = QVBoxLayout()
        above.setContentsMargins(20, 0, 20, 0)
        above.setSpacing(STEP)
        above.addWidget(title)
        above.addWidget(said)
        between = QHBoxLayout()
        between.setSpacing(2 * STEP)
        between.addWidget(self.legend, 1)
        between.addWidget(self.all_ours)
        between.addWidget(self.all_theirs)
        above.addLayout(between)
        below = QVBoxLayout()
        below.setContentsMargins(20, 0, 20, 0)
        below.setSpacing(2 * STEP)
        below.addWidget(self.others)
        below.addWidget(self.live)
        foot = QHBoxLayout()
        foot.setSpacing(2 * STEP)
        foot.addStretch()
        for button in (self.leave, self.keep, self.send):
            foot.addWidget(button)
        below.addLayout(foot)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 16, 0, 16)
        rows.setSpacing(3 * STEP)
        rows.addLayout(above)
        rows.addWidget(scroll, 1)
        rows.addLayout(below)

    def _choose_all(self, way: str) -> None:
        for field in self.fields:
            field.choose(way)

    def _decide(self, *, send: bool) -> None:
        changes = self.changes()
        self.accept()
        self.decided.emit(changes, send)

    def _draw_legend(self) -> None:
        here, there = self.tr("hanya di naskah ini"), self.tr("hanya di situs")
        self.legend.setText(legend(self._theme.colours, here, there))
        for field in self.fields:
            for text in field.texts:
                text.draw(100)
