"""Which words a remark is about, when somebody begins one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from newsroom.story.comments.anchors import anchored
from newsroom.story.comments.comment import Anchor
from newsroom.story.texts import trimmed
from newsroom.ui.review.story_fields import Place

if TYPE_CHECKING:
    from newsroom.ui.main_window import MainWindow

_WORD = re.compile(r"[^\W_]+(?:[-'’.,:/][^\W_]+)*")


def anchor_at_hand(window: MainWindow) -> Anchor | None:
    """Return what a new remark is about; None for the story as a whole."""
    fields, focus = window.reviewing.fields, QApplication.focusWidget()
    place = fields.place()
    data = window.inspector.data if window.inspector else None
    if place is None and focus and data and (field := data.name_at(focus)):
        return Anchor(field, 0, 0, "")
    if place is None and focus and data and window.inspector.photos.isAncestorOf(focus):
        photo = window.inspector.photos.at_hand()
        return Anchor("photos" if photo is None else f"photos[{photo}]", 0, 0, "")
    if place is None:
        cursor, body = window.page.body.textCursor(), window.page.body
        ends = (body.offset(cursor.selectionStart()), body.offset(cursor.selectionEnd()))
        place = Place("body", *ends)
    return chosen(place.field, fields.by_name().text(place.field), place.start, place.end)


def chosen(field: str, text: str, start: int, end: int) -> Anchor | None:
    """Return an anchor on what is selected, the word at the cursor, or the paragraph around it.

    On an empty field it is on the field; None where that is the body: about all of the story.

    >>> chosen("body", "Warga panen padi.", 8, 8).quote
    'panen'
    >>> chosen("body", "Warga, panen", 0, 7).quote
    'Warga,'
    """
    if not text[start:end].strip():
        start, end = _word(text, start) or _paragraph(text, start)
    start, end = trimmed(text, start, end)
    if start < end:
        return anchored(field, text, start, end)
    return None if field == "body" else Anchor(field, 0, 0, "")


def _word(text: str, place: int) -> tuple[int, int] | None:
    line = text.rfind("\n", 0, place) + 1
    for word in _WORD.finditer(text, line):
        if word.start() > place:
            return None
        if place <= word.end():
            return word.span()
    return None


def _paragraph(text: str, place: int) -> tuple[int, int]:
    end = text.find("\n", place)
    return text.rfind("\n", 0, place) + 1, len(text) if end < 0 else end
