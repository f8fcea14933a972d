"""What is said about a story, listed without a window."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import typer

from newsroom.cli.options import Format, Id
from newsroom.cli.streams import emit, emit_json, one_of
from newsroom.cli.tools import newsroom_of
from newsroom.exchange.characters import one_line

if TYPE_CHECKING:
    from newsroom.story.comments.comment import Anchor
    from newsroom.story.comments.threads import Thread

_FORMATS = ("text", "json")


def comments(ctx: typer.Context, id: Id, format: Format = "text") -> int:
    """Sebut komentar pada sebuah naskah, menurut urutan naskahnya."""
    from newsroom.story.comments.places import settled
    from newsroom.story.comments.threads import threads

    one_of("--format", format, _FORMATS)
    with closing(newsroom_of(ctx).open_store()) as store:
        story = store.stories.get(id)
        found = threads(store.comments.all(story.id))
    places = [settled(one.anchor, story) if one.anchor else None for one in found]
    if format == "json":
        emit_json([_thread(one, place) for one, place in zip(found, places, strict=True)])
        return 0
    for one, place in zip(found, places, strict=True):
        state = f"selesai, {one.first.resolved_by}" if one.resolved else "terbuka"
        emit(f"[{state}] {one_line(_about(place))}")
        for remark in one.remarks:
            said = "(dihapus)" if remark.removed else remark.text
            moment = f"{remark.moment.astimezone():%d-%m-%Y %H.%M}"
            emit(f"  {moment} {one_line(f'{remark.who}: {said}')}")
    return 0


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
