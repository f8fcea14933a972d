"""Finding stories by what is in them, from the command line."""

from __future__ import annotations

from contextlib import closing
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsroom.cli.options import Format, Limit
from newsroom.cli.streams import emit, emit_json, one_of
from newsroom.cli.tools import newsroom_of
from newsroom.exchange.characters import one_line

if TYPE_CHECKING:
    from newsroom.store.search.hit import Hit
    from newsroom.store.summary import StorySummary

_ASKED = (
    'Kata yang dicari; juga "frasa", awal*, ~bentuk, -kecuali, penulis:, tag:, rubrik:, judul:, '
    "status:, sejak:, sampai:."
)


def search(
    ctx: typer.Context,
    query: Annotated[str, typer.Argument(metavar="KATA", help=_ASKED)],
    format: Format = "text",
    limit: Limit = None,
    forms: Annotated[
        bool, typer.Option("--forms", help="Cari juga bentuk lain dari tiap kata.")
    ] = False,
) -> int:
    """Cari naskah yang memuat semua kata ini, yang paling cocok lebih dulu."""
    one_of("--format", format, ("text", "json"))
    with closing(newsroom_of(ctx).open_store()) as store:
        hits = store.stories.search(query, forms=forms, growing=False, limit=limit)
    if format == "json":
        emit_json([_told(hit) for hit in hits])
    else:
        for hit in hits:
            emit(story_line(hit.story))
            if hit.snippet.text:
                emit(f"          {one_line(hit.snippet.text)}")
    return 0


def story_line(story: StorySummary) -> str:
    """Return a story as one line of a list."""
    when = story.updated.astimezone().strftime("%d/%m/%Y %H.%M")
    headline = one_line(story.headline) or "(tanpa judul)"
    return f"{story.id[:8]}  {story.status.label:<12}  {when}  {headline}"


def _told(hit: Hit) -> dict[str, Any]:
    story = asdict(hit.story)
    for name in ("updated", "embargo"):
        story[name] = story[name] and story[name].isoformat()
    return {**story, "snippet": asdict(hit.snippet)}
