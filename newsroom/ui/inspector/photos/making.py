"""What a photo's place is furnished with: its prose fields, and its card."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from newsroom.portal.profile import Profile
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.inspector.panel import boxed
from newsroom.ui.inspector.photos.card import PhotoCard
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.theme import Theme

PROSE = ("caption", "alt")


class PhotoMaking:
    """Knows what the fields need: the look, the checker, the house's templates."""

    def __init__(self, theme: Theme, checks: LiveChecks, profile: Profile) -> None:
        self.theme = theme
        self._checks = checks
        self._profile = profile

    def prose(self, name: str, parent: QWidget) -> ProseEdit:
        """Return a field for the caption or the alternative text; it is not shown yet."""
        said, hint = {
            "caption": (_tr("Keterangan foto"), _tr("Siapa, sedang apa, di mana, kapan")),
            "alt": (_tr("Teks alternatif"), _tr("Apa yang terlihat di gambar")),
        }[name]
        made = ProseEdit(self.theme, self._checks, said, kind=name, one_line=True, parent=parent)
        made.hide()
        made.setPlaceholderText(hint)
        made.setAcceptDrops(False)  # a file let go here is a photo, not the text of its path
        return boxed(made)

    def card(self, caption: ProseEdit, alt: ProseEdit, parent: QWidget) -> PhotoCard:
        """Return an empty card with these prose fields in it."""
        return PhotoCard(self.theme, self._profile, caption, alt, parent)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PhotoMaking", text)
