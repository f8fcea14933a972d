"""What the comments call things."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from newsroom.story.comments.comment import Anchor, CommentKind, Subject
from newsroom.ui.versions.field_names import titled

_MOST = 160  # letters of a quote


def tr(text: str) -> str:
    """Translate a text of this module."""
    return QCoreApplication.translate("Comments", text)


def kind_name(kind: CommentKind) -> str:
    """Return what a kind of thread is called."""
    return {
        CommentKind.NOTE: tr("Catatan"),
        CommentKind.REASON: tr("Alasan"),
        CommentKind.QUESTION: tr("Pertanyaan"),
        CommentKind.CONFLICT: tr("Beda tulisan"),
    }[kind]


def quoted(anchor: Anchor | None) -> str:
    """Return the words that something is said about, or what else it is about."""
    if anchor is None:
        return tr("Tentang seluruh naskah")
    if not anchor.quote:
        return titled(anchor.field)
    quote = short(anchor.quote)
    if anchor.lost:
        return tr("Kata-katanya sudah tidak ada: “{0}”").format(quote)
    where = "" if anchor.field == "body" else f"{titled(anchor.field)}: "
    return f"{where}“{quote}”"


def about(subject: Subject | None) -> str:
    """Return the change that something is said about.

    >>> from newsroom.story.comments.comment import Wording
    >>> about(Subject("", Wording("Kamis")))
    'Ditambahkan: “Kamis”'
    """
    if subject is None:
        return ""
    if subject.other is None:
        return _changed(short(subject.old), short(subject.new.text))
    sides = (subject.new, subject.other)
    return "\n".join(f"{side.who or tr('Tanpa nama')}: {_wording(side.text)}" for side in sides)


def _wording(text: str) -> str:
    return f"“{text}”" if text else tr("(dihapus)")


def _changed(old: str, new: str) -> str:
    if not old:
        return tr("Ditambahkan: “{0}”").format(new)
    if not new:
        return tr("Dihapus: “{0}”").format(old)
    return tr("Dipindahkan: “{0}”").format(new) if old == new else f"“{old}” → “{new}”"


def short(text: str) -> str:
    """Return a text in one line, cut where it is long."""
    text = " ".join(text.split())
    return f"{text[:_MOST].rstrip()}…" if len(text) > _MOST else text
