"""Which of several stories are exported, and what is said of that; known without any widget."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from newsroom.portal.preflight import may_be_overridden
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.exchange.exported import ExportedStory


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be exported, and how.

    ``place`` is a folder, or the file of one bundle that holds them ``together``. ``reason``
    is why those go all the same that are not complete.
    """

    ids: tuple[str, ...] = ()
    portal: str = ""
    form: str = ""
    place: Path = Path()
    together: bool = False
    reason: str = ""

    @property
    def folder(self) -> Path:
        """Where the files lie, or are to lie."""
        is_file = self.together and self.place.suffix.lower() == ".zip"
        return self.place.parent if is_file else self.place


@dataclass(slots=True)
class Choice:
    """So many stories as they were looked over, by their ids, and what a person decides.

    In one bundle for all go all or none of them. A ``reason`` lets those go too that are not
    complete, but for what no reason helps against.
    """

    total: int
    looked: dict[str, ExportedStory] = field(default_factory=dict)
    together: bool = False
    reason: str = ""

    @property
    def ready(self) -> list[str]:
        """Those that can be exported, the reason considered."""
        return [one.id for one in self.looked.values() if self._may_go(one)]

    @property
    def sent(self) -> list[str]:
        """Those of the ready that the portal was given before."""
        return [id for id in self.ready if self.looked[id].was_sent]

    @property
    def takes_reason(self) -> bool:
        """True if there is one that could go for a reason."""
        return any(map(_may_be_passed_over, self.looked.values()))

    def blocked(self) -> str:
        """Return what stands in the way of any export; nothing if one may begin."""
        left = self.total - len(self.ready)
        if left == self.total:
            return _tr("Belum ada yang bisa diekspor. Enter di daftar membuka tempatnya.")
        if self.together and left:
            told = _tr(
                "Satu paket memuat semuanya atau tidak dibuat: {0} naskah belum lengkap."
                " Lengkapi dulu, atau hapus centang “Satu paket untuk semua naskah”."
            )
            return told.format(number(left))
        return ""

    def words(self) -> str:
        """Say how many are exported, and how many of them in spite of what is missing."""
        ready = self.ready
        left = self.total - len(ready)
        passed = sum(bool(self.looked[id].missing) for id in ready)
        if passed and left:
            told = _tr("{0} siap diekspor, {1} di antaranya dengan alasan itu. {2} dilewati.")
        elif passed:
            told = _tr("{0} siap diekspor, {1} di antaranya dengan alasan itu.")
        elif left:
            told = _tr("{0} siap diekspor, {2} belum lengkap dan dilewati.")
        else:
            told = _tr("Semua siap diekspor.")
        return told.format(number(len(ready)), number(passed), number(left))

    # Within.

    def _may_go(self, one: ExportedStory) -> bool:
        if one.missing:
            return bool(self.reason) and _may_be_passed_over(one)
        return one.was_sent or not one.why


def _may_be_passed_over(one: ExportedStory) -> bool:
    """Say whether a story lacks something, and nothing that no reason helps against."""
    return bool(one.missing) and all(map(may_be_overridden, one.missing))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ManyExportChoice", text)
