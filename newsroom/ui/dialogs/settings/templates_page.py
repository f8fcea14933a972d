"""“Templat”: the kinds of story to begin with, to be written in place."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
)

from newsroom.exchange.slug import make_slug
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.settings.draft import TEMPLATES, Draft
from newsroom.ui.dialogs.settings.page import SettingsPage
from newsroom.ui.theme import STEP, Theme

_LIST_WIDTH = 250
_FILE = Qt.ItemDataRole.UserRole
_HEAD = "template: "


class TemplatesPage(SettingsPage):
    """What is changed of a template that ships becomes the newsroom's own."""

    places = (f"{TEMPLATES}.",)

    def __init__(self, theme: Theme, draft: Draft) -> None:
        super().__init__(theme, draft)
        self._shipped: Mapping[str, str] = {}
        self._faults: Mapping[str, str] = {}
        self.list = QListWidget()
        self.list.setProperty("kind", "boxed")
        self.list.setAccessibleName(self.tr("Templat"))
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.currentItemChanged.connect(lambda *_: self._show())
        self.text = QPlainTextEdit(objectName="templateText")
        self.text.setAccessibleName(self.tr("Isi templat"))
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._tell)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setMinimumHeight(self.note.fontMetrics().lineSpacing())
        self.new = line_button(self.tr("Templat baru"), self._add)
        self.back = line_button(self.tr("Kembalikan bawaan"), self._take_back)
        for button in (self.new, self.back):
            button.setProperty("small", True)
        self.setFocusProxy(self.list)
        self._lay_out()

    def show_shipped(self, shipped: Mapping[str, str]) -> None:
        """List the templates that come with the program too, once they are read."""
        self._shipped = shipped
        self.show_draft()

    def show_draft(self) -> None:
        """List the templates, as the draft has them."""
        current = self._name()
        self.list.blockSignals(True)
        self.list.clear()
        for name in sorted({*self._shipped, *self._draft.templates}):
            item = QListWidgetItem(self._title(name))
            item.setData(_FILE, name)
            self.list.addItem(item)
            if name == current:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._show()

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say what is wrong with the template in sight."""
        self._faults = faults
        self._show_note()

    def go_to(self, place: str) -> None:
        """Go to a template's text."""
        name = place.removeprefix(f"{TEMPLATES}.")
        for row in range(self.list.count()):
            if self.list.item(row).data(_FILE) == name:
                self.list.setCurrentRow(row)
        self.text.setFocus()

    # Within.

    def _lay_out(self) -> None:
        self._say(
            self.tr(
                "⟨Isian⟩ dilompati dengan Tab ketika naskah ditulis; ⟨hari⟩, ⟨tanggal⟩, dan ⟨jam⟩"
                " terisi sendiri. Templat bawaan yang diubah menjadi templat redaksi."
            )
        )
        side, beside, foot = QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        foot.setSpacing(2 * STEP)
        foot.addWidget(self.new)
        foot.addWidget(self.back)
        foot.addStretch()
        side.setSpacing(STEP)
        side.addWidget(self.text, 1)
        side.addWidget(self.note)
        beside.setSpacing(4 * STEP)
        beside.addWidget(self.list)
        beside.addLayout(side, 1)
        self.rows.addLayout(beside, 1)
        self.rows.addLayout(foot)

    def _name(self) -> str:
        item = self.list.currentItem()
        return item.data(_FILE) if item is not None else ""

    def _text_of(self, name: str) -> str:
        return self._draft.templates.get(name, self._shipped.get(name, ""))

    def _title(self, name: str) -> str:
        lines = self._text_of(name).splitlines()
        said = next((line for line in lines if line.startswith(_HEAD)), "")
        return said.removeprefix(_HEAD).strip().strip("\"'") or name.removesuffix(".md")

    def _show(self) -> None:
        text = self._text_of(self._name())
        if text != self.text.toPlainText():
            self.text.blockSignals(True)
            self.text.setPlainText(text)
            self.text.blockSignals(False)
        self.text.setEnabled(bool(self._name()))
        self._show_note()

    def _show_note(self) -> None:
        name = self._name()
        own, ships = name in self._draft.templates, name in self._shipped
        fault = self._faults.get(f"{TEMPLATES}.{name}", "")
        if fault:
            told = f"{fault[:1].upper()}{fault[1:]}."
        elif own:
            told = self.tr("Templat redaksi, menggantikan bawaan.") if ships else (
                self.tr("Templat redaksi."))  # fmt: skip
        else:
            told = self.tr("Templat bawaan.") if ships else ""
        self.note.setText(told)
        self.note.setProperty("role", "error" if fault else "muted")
        self.note.style().polish(self.note)
        self.text.setAccessibleDescription(told)
        self.back.setEnabled(own)
        self.back.setText(self.tr("Kembalikan bawaan") if ships else self.tr("Hapus"))

    def _tell(self) -> None:
        name, text = self._name(), self.text.toPlainText()
        if text == self._shipped.get(name):
            self._draft.templates.pop(name, None)
        else:
            self._draft.templates[name] = text
        title = self._title(name)
        if name not in self._draft.saved.templates and name not in self._shipped:
            # The file of a new one is called as it is.
            self._draft.templates.pop(name)
            name = self._free(title)
            self._draft.templates[name] = text
            self.list.currentItem().setData(_FILE, name)
        self.list.currentItem().setText(title)
        self._draft.touch()
        self._show_note()

    def _free(self, title: str) -> str:
        """Return a file name for a template that none has yet."""
        slug, number = make_slug(title), 1
        taken = {*self._shipped, *self._draft.templates, *self._draft.saved.templates}
        while (name := f"{slug}-{number}.md" if number > 1 else f"{slug}.md") in taken:
            number += 1
        return name

    def _add(self) -> None:
        title = self.tr("Templat baru")
        name = self._free(title)
        head = f"---\n{_HEAD}{title}\nabout: \nheadline: ⟨Judul⟩\n---\n\n"
        self._draft.templates[name] = head + self.tr("⟨Teras⟩\n")
        self._draft.touch()
        self.show_draft()
        self.go_to(f"{TEMPLATES}.{name}")

    def _take_back(self) -> None:
        self._draft.templates.pop(self._name(), None)
        self._draft.touch()
        self.show_draft()
