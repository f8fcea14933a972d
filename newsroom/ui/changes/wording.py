"""Changes in words: what happened, where to, and how it is read aloud."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from newsroom.story.changes.change import ChangeKind, StoryChange

_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
_SHORT = 90  # characters of a text that is read aloud
_MARKS = re.compile(r"\*{1,3}|_{1,3}|^\s{0,3}(?:#{1,6}|>|[-*+]|\d{1,9}[.)])\s+", re.MULTILINE)


def tr(text: str) -> str:
    """Translate a text of this module."""
    return QCoreApplication.translate("ChangesView", text)


def done_to(change: StoryChange) -> str:
    """Say in a word or two what was done.

    >>> done_to(StoryChange("body", ChangeKind.FORMAT, 5, 6, 5, 7, " ", "\\n\\n"))
    'Paragraf dipecah'
    >>> done_to(StoryChange("slug", ChangeKind.FIELD, 0, 0, 0, 0, "", "panen-raya"))
    'Ditambahkan'
    """
    if told := _of_blanks(change):
        return f"{told[:1].upper()}{told[1:]}"
    kind = change.kind
    if kind is ChangeKind.FIELD and not (change.old and change.new):
        kind = ChangeKind.REMOVED if change.old else ChangeKind.ADDED
    words = {
        ChangeKind.ADDED: tr("Ditambahkan"),
        ChangeKind.REMOVED: tr("Dihapus"),
        ChangeKind.REPLACED: tr("Diganti"),
        ChangeKind.MOVED: tr("Dipindahkan"),
        ChangeKind.FORMAT: tr("Bentuk diubah"),
        ChangeKind.FIELD: tr("Data diubah"),
    }
    return words[kind]


def told(change: StoryChange, reason: str = "") -> str:
    """Say a change as it is read aloud.

    >>> told(StoryChange("body", ChangeKind.REPLACED, 0, 5, 0, 5, "panen", "tanam"), "Salah kutip.")
    'dihapus: panen; ditambahkan: tanam; alasan: Salah kutip.'
    """
    said: list[str] = []
    if change.kind is ChangeKind.MOVED:
        said.append(tr("dipindahkan: {0}").format(_short(change.new)))
    elif is_marked_up(change):
        said.append(tr("{0}: {1}").format(formed(change), _short(_MARKS.sub("", change.new))))
    else:
        if change.old:
            said.append(tr("dihapus: {0}").format(_short(change.old)))
        if change.new:
            said.append(tr("ditambahkan: {0}").format(_short(change.new)))
    if reason:
        said.append(tr("alasan: {0}").format(_short(reason)))
    return "; ".join(said)


def formed(change: StoryChange) -> str:
    """Say how words look now that looked otherwise before.

    >>> formed(StoryChange("body", ChangeKind.FORMAT, 0, 5, 0, 9, "panen", "**panen**"))
    'ditebalkan'
    """
    if told := _of_blanks(change):
        return told
    came = _marked(change.new) - _marked(change.old)
    went = _marked(change.old) - _marked(change.new)
    names = {
        "bold": (tr("ditebalkan"), tr("tidak lagi tebal")),
        "italic": (tr("dimiringkan"), tr("tidak lagi miring")),
        "heading": (tr("dijadikan judul bagian"), tr("tidak lagi judul bagian")),
        "quote": (tr("dijadikan kutipan"), tr("tidak lagi kutipan")),
        "list": (tr("dijadikan butir daftar"), tr("tidak lagi butir daftar")),
        "link": (tr("diberi tautan"), tr("tidak lagi tautan")),
    }
    said = [now for mark, (now, _) in names.items() if mark in came]
    said += [no_more for mark, (_, no_more) in names.items() if mark in went]
    return ", ".join(said) or tr("bentuk diubah")


def moved_to(change: StoryChange, before: str, now: str) -> tuple[str, str]:
    """Say where what was moved stands now, and where it stood: for the one place and the other."""
    stood = _paragraph(before, change.old_end - len(change.old.lstrip()))
    stands = _paragraph(now, change.new_end - len(change.new.lstrip()))
    if stood == stands:
        is_on = change.new_start > change.old_start
        return (
            (tr("dipindahkan ke belakang, di paragraf yang sama"),
             tr("dipindahkan dari depan, di paragraf yang sama"))
            if is_on
            else (tr("dipindahkan ke depan, di paragraf yang sama"),
                  tr("dipindahkan dari belakang, di paragraf yang sama"))
        )  # fmt: skip
    return (
        tr("dipindahkan ke paragraf {0}").format(stands),
        tr("dipindahkan dari paragraf {0}").format(stood),
    )


def is_marked_up(change: StoryChange) -> bool:
    """Say whether a change is one of Markdown's marks alone, and not one of blanks too.

    >>> is_marked_up(StoryChange("body", ChangeKind.FORMAT, 0, 6, 0, 5, "ke dua", "kedua"))
    False
    """
    plain = (_MARKS.sub("", text).strip() for text in (change.old, change.new))
    return change.kind is ChangeKind.FORMAT and len({*plain}) == 1


def _of_blanks(change: StoryChange) -> str:
    """Say what became of paragraphs or blanks, if no more than these are others."""
    if change.kind is not ChangeKind.FORMAT or change.old.strip() or change.new.strip():
        return ""
    breaks = bool(_BREAK.search(change.old)), bool(_BREAK.search(change.new))
    if breaks[0] == breaks[1]:
        return tr("spasi diubah")
    return tr("paragraf dipecah") if breaks[1] else tr("paragraf digabung")


def _paragraph(text: str, place: int) -> int:
    """Return the number of the paragraph that a place is in, from 1."""
    return len(_BREAK.findall(text[:place].lstrip())) + 1


def _marked(text: str) -> set[str]:
    found = set()
    if re.search(r"\*\*|__", text):
        found.add("bold")
    if re.search(r"(?<![*_])[*_](?![*_\s])", text):
        found.add("italic")
    opening = re.match(r"\s{0,3}(?:(#)|(>)|(?:[-*+]|\d{1,9}[.)])\s)", text)
    if opening:
        found.add("heading" if opening[1] else "quote" if opening[2] else "list")
    if "](" in text:
        found.add("link")
    return found


def _short(text: str) -> str:
    text = " ".join(text.split()) or "¶"
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1].rstrip()}…"
