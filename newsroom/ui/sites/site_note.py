"""A hint below a field of rubrics: what the site has not."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QLabel, QWidget


class SiteNote(QLabel):
    """Names the chosen rubrics that the site lacks, and says what becomes of them."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self._field = field
        self._lacking: frozenset[str] = frozenset()
        self._chosen: tuple[str, ...] = ()
        self.setProperty("role", "muted")
        self.setWordWrap(True)
        self.hide()

    def use_lacking(self, names: Collection[str]) -> None:
        """Take note of the rubrics that the site has not."""
        self._lacking = frozenset(name.casefold() for name in names)
        self.show_chosen(self._chosen)

    def show_chosen(self, names: Sequence[str]) -> None:
        """Say of these rubrics which the site has not."""
        self._chosen = tuple(names)
        missing = [name for name in names if name.casefold() in self._lacking]
        told = self.tr(
            "Belum ada di situs: {0}. Unggahan tidak dapat memasangnya; paket impor membuatnya."
        )
        before, text = self.text(), told.format(", ".join(missing)) if missing else ""
        if text != before:
            self.setText(text)
            self.setVisible(bool(text))
            own = self._field.accessibleDescription().removesuffix(before).strip()
            self._field.setAccessibleDescription(f"{own} {text}".strip())
