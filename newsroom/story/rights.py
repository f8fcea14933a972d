"""On what ground a newsroom may publish a photograph."""

from __future__ import annotations

from enum import StrEnum


class Rights(StrEnum):
    """The values are those of the front matter; empty as long as nobody has said."""

    UNSAID = ""
    OWN = "own"
    AGENCY = "agency"
    HANDOUT = "handout"
    COURTESY = "courtesy"

    @property
    def label(self) -> str:
        """What Indonesian newsrooms call it."""
        return _LABELS[self]


_LABELS = {
    Rights.UNSAID: "Belum diisi",
    Rights.OWN: "Foto sendiri",
    Rights.AGENCY: "Kantor berita",
    Rights.HANDOUT: "Dokumentasi/rilis",
    Rights.COURTESY: "Istimewa",
}
