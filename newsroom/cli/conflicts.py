"""What two desks wrote differently, listed and chosen from without a window."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from datetime import tzinfo
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsroom.cli.options import Format, Id
from newsroom.cli.streams import BadInput, emit, emit_json, one_of
from newsroom.cli.tools import newsroom_of
from newsroom.exchange.characters import one_line

if TYPE_CHECKING:
    from newsroom.story.comments.comment import Wording
    from newsroom.story.conflicts.choosing import Choice
    from newsroom.story.conflicts.conflict import Conflict
    from newsroom.story.person import Role
    from newsroom.story.story import Story

_CHOICES = ("ini", "itu", "keduanya")


def conflicts(
    ctx: typer.Context,
    id: Id,
    choose: Annotated[
        list[str] | None,
        typer.Option(
            "--choose",
            metavar=f"N={'|'.join(_CHOICES)}",
            help="Pilih untuk perbedaan nomor N: yang ada di naskah, yang lain, atau keduanya.",
        ),
    ] = None,
    format: Format = "text",
) -> int:
    """Sebut perbedaan dari dua meja yang belum dipilih, atau pilih dengan --choose."""
    one_of("--format", format, ("text", "json"))
    newsroom = newsroom_of(ctx)
    with closing(newsroom.open_store()) as store:
        story = store.stories.get(id)
        if choose:
            role = store.people.me().role
            store.conflicts.choose(story.id, lambda found: _chosen(found, choose, story, role))
            story = store.stories.get(story.id)
        left = store.conflicts.of(story)
    if format == "json":
        emit_json([_values(number, one) for number, one in enumerate(left, start=1)])
        return 0
    zone = newsroom.zone()
    for number, one in enumerate(left, start=1):
        place = one.anchor.field or "tempatnya tidak diketahui"
        if one.is_unread:
            emit(f"{number}. {place} (tulisan yang lain tidak terbaca lagi; hanya {number}=ini)")
            continue
        gone = " (kata-katanya sudah tidak ada di naskah)" if one.is_gone else ""
        emit(f"{number}. {place}{gone}")
        for way, side in (("ini", one.subject.new), ("itu", one.other)):
            emit(f"   {way}: {one_line(side.text) or '(dihapus)'}{_by(side, zone)}")
        if one.subject.old:
            emit(f"   semula: {one_line(one.subject.old)}")
    return 0


def _chosen(
    found: Sequence[Conflict], told: Sequence[str], story: Story, role: Role
) -> list[Choice]:
    """Return what was asked for. Raises BadInput for what can't be chosen."""
    from newsroom.story.conflicts.choosing import Choice, refusal
    from newsroom.story.conflicts.conflict import Way

    chosen = {}
    for one in told:
        number, _, way = one.partition("=")
        if way not in _CHOICES or not number.isdecimal() or not 0 < int(number) <= len(found):
            raise BadInput(
                f"--choose {one}: tulis N={'|'.join(_CHOICES)}, N paling besar {len(found)}"
            )
        conflict = found[int(number) - 1]
        if Way(way) not in conflict.ways:
            able = ", ".join(f"{number}={able}" for able in conflict.ways if able in _CHOICES)
            raise BadInput(f"--choose {one}: di sini hanya {able}")
        if Way(way) is Way.OTHER and (why := refusal(story, conflict, role)):
            raise BadInput(f"--choose {one}: {why}")
        chosen[int(number)] = Choice(conflict, Way(way))
    return [chosen[number] for number in sorted(chosen)]


def _by(side: Wording, zone: tzinfo | None) -> str:
    moment = f"{side.moment.astimezone(zone):%d-%m-%Y %H.%M}" if side.moment else ""
    told = ", ".join(filter(None, (side.who, moment)))
    return f"  [{told}]" if told else ""


def _values(number: int, one: Conflict) -> dict[str, Any]:
    from newsroom.story.comments.values import comment_values

    ways = [str(way) for way in one.ways if way in _CHOICES]
    return {"number": number, "gone": one.is_gone, "choices": ways, **comment_values(one.comment)}
