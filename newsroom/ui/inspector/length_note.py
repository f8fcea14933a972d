"""How long a text is, against what the portal wants."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from newsroom.ui.theme import Theme


class LengthNote(QLabel):
    """“60/70”; said in words too when it is too long."""

    def __init__(self, theme: Theme, limit: int) -> None:
        super().__init__()
        self._theme = theme
        self._limit = limit
        self._length = 0
        self.setProperty("role", "muted")
        theme.changed.connect(self._show)

    def show_length(self, text: str) -> None:
        """Measure a text."""
        self._length = len(text.strip())
        self._show()

    def _show(self) -> None:
        spoken = self.tr("{0} dari {1} karakter").format(self._length, self._limit)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        count = f"{self._length}/{self._limit}"
        if self._length > self._limit:
            words = self.tr("terlalu panjang")
            colour = self._theme.colours.warning
            count = f'<span style="color:{colour}">{words} · {count}</span>'
        self.setText(count)
