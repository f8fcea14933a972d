"""What is said about a story, listed without a window."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import typer

from newsroom.cli.options import Format, Id
from newsroom.cli.streams import emit, emit_json, one_of
from newsroom.cli.tools import newsroom_of
from newsroom.exchange.characters import one_line
from newsroom.story.comments.comment import CommentKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.story.comments.comment import Anchor, Subject
    from newsroom.story.comments.threads import Thread

_FORMATS = ("text", "json")
_KINDS = {
    CommentKind.REASON: "alasan, ",
    CommentKind.QUESTION: "pertanyaan, ",
    CommentKind.CONFLICT: "perbedaan, ",
}
_NOBODY = "tanpa nama"


def comments(ctx: typer.Context, id: Id, format: Format = "text") -> int:
    """Sebut komentar pada sebuah naskah, menurut urutan naskahnya."""
    from newsroom.story.comments.places import settled
    from newsroom.story.comments.threads import threads

    one_of("--format", format, _FORMATS)
    newsroom = newsroom_of(ctx)
    with closing(newsroom.open_store()) as store:
        story = store.stories.get(id)
        found = threads(store.comments.all(story.id))
    places = [settled(one.anchor, story) if one.anchor else None for one in found]
    if format == "json":
        emit_json([_thread(one, place) for one, place in zip(found, places, strict=True)])
        return 0
    zone = newsroom.zone()
    for one, place in zip(found, places, strict=True):
        state = ", ".join(filter(None, ("selesai", one.first.resolved_by)))
        kind = _KINDS.get(one.kind, "")
        emit(f"[{state if one.resolved else 'terbuka'}] {one_line(f'{kind}{_about(place)}')}")
        for line in _change(one.first.subject):
            emit(f"  {one_line(line)}")
        for remark in one.remarks:
            said = "(dihapus)" if remark.removed else remark.text
            moment = f"{remark.moment.astimezone(zone):%d-%m-%Y %H.%M}"
            if said:  # two wordings are none that anybody said
                emit(f"  {moment} {one_line(f'{remark.who or _NOBODY}: {said}')}")
    return 0


def _change(subject: Subject | None) -> Iterator[str]:
    """Yield what a reason or a question is about, or who wrote which of two wordings."""
    if subject is None:
        return
    if subject.other is None:
        yield f"“{subject.old}” → “{subject.new.text}”"
        return
    for side in (subject.new, subject.other):
        yield f"{side.who or _NOBODY}: {f'“{side.text}”' if side.text else '(dihapus)'}"


def _about(anchor: Anchor | None) -> str:
    if anchor is None:
        return "seluruh naskah"
    if not anchor.quote:
        return anchor.field
    gone = "kata-katanya sudah tidak ada: " if anchor.lost else ""
    return f"{anchor.field}: {gone}“{anchor.quote}”"


def _thread(thread: Thread, anchor: Anchor | None) -> dict[str, Any]:
    from newsroom.story.comments.values import anchor_values, comment_values

    remarks = [comment_values(remark) for remark in thread.remarks]
    return {
        "thread": thread.id,
        "kind": str(thread.kind),
        "open": thread.resolved is None,
        "anchor": anchor_values(anchor) or None,
        "remarks": remarks,
    }
