"""What an archive holds, and how it is to be taken in."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from newsroom.exchange.archive.look import Look
from newsroom.ui.dialogs.archive.words import others_words
from newsroom.ui.theme import STEP
from newsroom.ui.written import number

_NAMED = 6  # kinds of what is passed over, and files that can't be read


class LookView(QWidget):
    """Numbers by kind; below them what may be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self._rows: list[tuple[str, str]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(3 * STEP)
        self._grid.setVerticalSpacing(STEP)
        self._grid.setColumnStretch(1, 1)
        self.split = QCheckBox(self.tr("Uraikan naskah mentah: judul, dateline, keterangan foto"))
        self.split.setChecked(True)
        self.changed = QCheckBox(
            self.tr("Naskah yang berubah sejak diimpor masuk lagi, sebagai naskah baru")
        )
        self._note = QLabel(
            self.tr(
                "Naskah yang sudah ada di sini tidak masuk lagi. Impor yang terhenti diteruskan "
                "dengan memilih arsip yang sama."
            )
        )
        self._note.setProperty("role", "muted")
        self._note.setWordWrap(True)
        body, scroll = QWidget(objectName="panelBody"), QScrollArea()
        inside, rows = QVBoxLayout(body), QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 2 * STEP, 0)
        inside.setSpacing(2 * STEP)
        inside.addWidget(self.title)
        inside.addLayout(self._grid)
        inside.addSpacing(4 * STEP)
        for widget in (self.split, self.changed, self._note):
            inside.addWidget(widget)
        inside.addStretch()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(scroll)

    @property
    def lines(self) -> list[tuple[str, str]]:
        """The numbers as they stand there, each with its words."""
        return self._rows

    def show_look(self, look: Look) -> None:
        """Show what there is."""
        if look.stories:
            self.title.setText(self.tr("{0} naskah ditemukan").format(number(look.stories)))
        else:
            self.title.setText(self.tr("Tidak ada naskah di sini"))
        self._rows = list(_lines(look, self))
        while (item := self._grid.takeAt(0)) is not None:
            item.widget().deleteLater()
        for row, (count, words) in enumerate(self._rows):
            many, what = QLabel(count), QLabel(words)
            many.setProperty("role", "strong")
            many.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            what.setTextFormat(Qt.TextFormat.PlainText)
            what.setWordWrap(True)
            self._grid.addWidget(many, row, 0)
            self._grid.addWidget(what, row, 1)
        for widget in (self.split, self.changed, self._note):
            widget.setVisible(look.stories > 0)


def _lines(look: Look, view: QWidget) -> Iterable[tuple[str, str]]:
    for ending, count in look.files.most_common():
        yield number(count), view.tr("berkas {0}").format(ending)
    if look.exports:
        words = view.tr("tulisan di {0} berkas ekspor WordPress").format(number(look.exports))
        yield number(look.posts), words
    if look.faults:
        named = [f"{path.name}: {why}" for path, why in look.faults[:_NAMED]]
        if (more := len(look.faults) - _NAMED) > 0:
            named.append(view.tr("dan {0} lagi").format(number(more)))
        words = view.tr("tidak dapat dibaca ({0})").format("; ".join(named))
        yield number(len(look.faults)), words
    if look.others:
        kinds = others_words(look.others, _NAMED)
        words = view.tr("bukan naskah, dilewati: {0}").format(kinds)
        yield number(look.others.total()), words
