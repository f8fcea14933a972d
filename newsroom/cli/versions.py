"""The earlier states of a story: listed, shown, compared and brought back without a window."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import tzinfo
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsroom.cli.options import Format, Id
from newsroom.cli.streams import emit, emit_json, one_of
from newsroom.cli.tools import newsroom_of
from newsroom.cli.usage import Command, Group
from newsroom.exchange.characters import one_line
from newsroom.story.compare.pieces import Kind
from newsroom.story.front_matter import write_story
from newsroom.story.story import Story
from newsroom.story.version import RESTORED, Step

if TYPE_CHECKING:
    from newsroom.store.store import Store
    from newsroom.story.compare.stories import Change

_FORMATS = ("text", "json")
_AROUND = {Kind.SAME: "{}", Kind.REMOVED: "[-{}-]", Kind.ADDED: "{{+{}+}}"}

Number = Annotated[int, typer.Argument(metavar="N", help="Nomor versi.")]


def build_versions() -> typer.Typer:
    """Return the commands that are called after ``versions``."""
    group = typer.Typer(
        name="versions",
        cls=Group,
        help="Riwayat versi naskah: sebut, tampilkan, bandingkan, pulihkan.",
        rich_markup_mode=None,
    )
    for name, function in VERSIONS_COMMANDS.items():
        group.command(name, cls=Command)(function)
    return group


def list_(ctx: typer.Context, id: Id, format: Format = "text") -> int:
    """Sebut versi sebuah naskah, yang terbaru lebih dulu."""
    one_of("--format", format, _FORMATS)
    newsroom = newsroom_of(ctx)
    with closing(newsroom.open_store()) as store:
        steps = store.versions.list(store.stories.get(id).id)
    if format == "json":
        emit_json([_told(step) for step in steps])
    else:
        zone = newsroom.zone()
        for step in steps:
            emit(_line(step, zone))
    return 0


def show(ctx: typer.Context, number: Number, format: Format = "text") -> int:
    """Tampilkan naskah seperti pada sebuah versi."""
    one_of("--format", format, _FORMATS)
    with closing(_store(ctx)) as store:
        step, story = store.versions.step(number), store.versions.story(number)
    if format == "json":
        emit_json({**_told(step), "story": story.id, "text": write_story(story)})
    else:
        emit(write_story(story).removesuffix("\n"))
    return 0


def compare(
    ctx: typer.Context,
    number: Number,
    other: Annotated[
        int | None, typer.Argument(metavar="M", help="Versi lain; bawaannya naskah yang sekarang.")
    ] = None,
    format: Format = "text",
) -> int:
    """Bandingkan sebuah versi dengan versi lain, atau dengan naskah yang sekarang."""
    from newsroom.story.compare.stories import compare_stories

    one_of("--format", format, _FORMATS)
    with closing(_store(ctx)) as store:
        old = store.versions.story(number)
        new = store.stories.get(old.id) if other is None else store.versions.story(other)
    changes = compare_stories(_without_sources(old), _without_sources(new))
    if format == "json":
        emit_json([_change(change) for change in changes])
    else:
        for change in changes:
            emit(f"{change.field}: {_marked(change)}")
    return 0


def restore(
    ctx: typer.Context,
    number: Number,
    fields: Annotated[
        list[str] | None,
        typer.Option("--field", metavar="BAGIAN", help="Hanya bagian ini; boleh diulang."),
    ] = None,
) -> int:
    """Pulihkan sebuah versi, seluruhnya atau sebagian; yang sekarang tersimpan sebagai versi."""
    for name in fields or ():
        one_of("--field", name, RESTORED)
    newsroom = newsroom_of(ctx)
    with closing(newsroom.open_store()) as store:
        story = store.versions.restore(number, fields or None, zone=newsroom.zone())
    emit(story.id)
    return 0


VERSIONS_COMMANDS: dict[str, Callable[..., int]] = {
    "list": list_,
    "show": show,
    "compare": compare,
    "restore": restore,
}


def _store(ctx: typer.Context) -> Store:
    return newsroom_of(ctx).open_store()


def _told(step: Step) -> dict[str, Any]:
    return {
        "number": step.number,
        "kind": str(step.kind),
        "moment": step.moment.isoformat(),
        "who": step.who,
        "note": step.note,
        "revision": step.revision,
        "words": step.words,
        "from": step.before,
        "to": step.after,
    }


def _line(step: Step, zone: tzinfo | None) -> str:
    when = step.moment.astimezone(zone).strftime("%d/%m/%Y %H.%M")
    moved = f"{step.before.label} → {step.after.label}" if step.before and step.after else ""
    said = one_line(", ".join(filter(None, (moved, step.who, step.note))))
    return f"{step.number:>6}  {when}  {step.kind.label:<12}  {step.words:>5} kata  {said}".rstrip()


def _without_sources(story: Story) -> Story:
    """They leave by no file, and what is printed may be put into one."""
    return replace(story, sources=())


def _change(change: Change) -> dict[str, Any]:
    pieces = [{"kind": str(piece.kind), "text": piece.text} for piece in change.pieces]
    return {"field": change.field, "listed": change.listed, "pieces": pieces}


def _marked(change: Change) -> str:
    between = ", " if change.listed else ""
    return between.join(_AROUND[piece.kind].format(piece.text) for piece in change.pieces)
