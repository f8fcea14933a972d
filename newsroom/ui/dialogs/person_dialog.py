"""“Siapa saya”: the name that every step carries, and whose work is offered here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.story.person import Person, Role
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.review.announcing import announce
from newsroom.ui.theme import STEP


class PersonDialog(QDialog):
    """Asks for the name and the role; a role but that of all needs a name."""

    told = Signal(object)  # Person

    def __init__(self, person: Person, why: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Siapa saya"))
        self._must_be_named = bool(why)
        about = QLabel(
            why
            or self.tr(
                "Nama ini tercatat di setiap langkah, versi, dan komentar yang dibuat di "
                "komputer ini."
            )
        )
        about.setProperty("role", "muted")
        about.setWordWrap(True)
        self.name = QLineEdit(person.name)
        self.name.setAccessibleName(self.tr("Nama Anda"))
        self.name.setPlaceholderText(self.tr("Seperti di byline"))
        self.name.setMaxLength(120)
        self.name.textChanged.connect(lambda: self.error.clear())
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        self.roles = {role: QRadioButton(role.label) for role in Role}
        self.roles[person.role].setChecked(True)
        self.error = QLabel()
        self.error.setProperty("role", "error")
        self.error.setMinimumHeight(self.error.fontMetrics().lineSpacing())
        self.act = QPushButton(self.tr("Simpan"))
        self.act.setProperty("kind", "main")
        self.act.setDefault(True)
        self.act.clicked.connect(self._tell)
        self._lay_out(about)
        resize_in_screen(self, 440, self.sizeHint().height())
        self.name.setFocus()
        self.name.selectAll()

    def offer(self, names: Sequence[str]) -> None:
        """Offer the names of people who have signed stories."""
        self._names.setStringList(list(names))

    # Within.

    def _tell(self) -> None:
        name = " ".join(self.name.text().split())
        role = next(role for role, button in self.roles.items() if button.isChecked())
        if not name and (self._must_be_named or role is not Role.ALL):
            why = self.tr("Isi dulu nama Anda, supaya rekan tahu siapa yang mengerjakan.")
            self.error.setText(why)
            announce(self, why, urgent=True)
            self.name.setFocus()
            return
        self.accept()
        self.told.emit(Person(name, role))

    def _lay_out(self, about: QLabel) -> None:
        label, kind = QLabel(self.tr("Nama")), QLabel(self.tr("Peran"))
        label.setBuddy(self.name)
        foot, rows = QHBoxLayout(), QVBoxLayout(self)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(STEP)
        rows.addWidget(about)
        for named in (label, kind):
            named.setProperty("role", "field")
            rows.addSpacing(2 * STEP)
            rows.addWidget(named)
            if named is label:
                rows.addWidget(self.name)
        does = self._does()
        for role, button in self.roles.items():
            told = QLabel(does[role])
            told.setProperty("role", "muted")
            told.setWordWrap(True)
            told.setContentsMargins(24, 0, 0, STEP)
            button.setAccessibleDescription(does[role])
            rows.addWidget(button)
            rows.addWidget(told)
        foot.setSpacing(2 * STEP)
        foot.addStretch()
        foot.addWidget(line_button(self.tr("Batal"), self.reject))
        foot.addWidget(self.act)
        rows.addWidget(self.error)
        rows.addLayout(foot)

    def _does(self) -> dict[Role, str]:
        return {
            Role.ALL: self.tr("Satu orang mengerjakan semuanya; semua langkah ditawarkan."),
            Role.REPORTER: self.tr("Menulis, mengajukan, menarik kembali, memperbaiki."),
            Role.EDITOR: self.tr("Menyunting, mengembalikan, menahan, meloloskan."),
            Role.MANAGING_EDITOR: self.tr("Semua langkah, juga ralat dan pencabutan."),
            Role.UPLOADER: self.tr("Menayangkan yang sudah siap, atau mengembalikannya."),
        }
