"""The choice of the portal that stories are exported for, or sent to."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox


class PortalsBox(QComboBox):
    """Portals by their titles; ``portal`` is the name of the chosen one's profile."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Portal"))
        self.offer(titles)

    def offer(self, titles: Mapping[str, str]) -> None:
        """Have these to choose from; the same again change nothing."""
        if [self.itemData(row) for row in range(self.count())] == [*titles]:
            return
        self.clear()
        for name, title in titles.items():
            self.addItem(portal_words(name, title), name)

    def choose(self, name: str) -> None:
        """Choose a portal by the name of its profile, if it is there."""
        row = self.findData(name)
        if row >= 0:
            self.setCurrentIndex(row)

    @property
    def portal(self) -> str:
        """The name of the profile chosen."""
        return str(self.currentData())


def portal_words(name: str, title: str) -> str:
    """Return what a portal is called in lists: two may have one title, none the same name.

    >>> portal_words("infobanten", "Info Banten"), portal_words("contoh", "Contoh")
    ('Info Banten (infobanten)', 'Contoh')
    """
    return title if title.casefold() == name.casefold() else f"{title} ({name})"
