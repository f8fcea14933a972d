"""The stories of the list from the command line: taken in, listed, found, shown."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsroom.app import DEFAULT_HOUSE
from newsroom.app.house_key import house_key
from newsroom.cli.options import Format, Id, Limit, Split, TextFormat
from newsroom.cli.search import search, story_line
from newsroom.cli.story_files import story_in
from newsroom.cli.streams import emit, one_of, say
from newsroom.cli.tools import newsroom_of
from newsroom.exchange.kinds import KINDS_IN_WORDS, PACKED
from newsroom.story.front_matter import write_story
from newsroom.story.workflow import Status

if TYPE_CHECKING:
    from newsroom.store.store import Store
    from newsroom.store.summary import StorySummary


def import_(
    ctx: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="BERKAS…",
            help=f"Berkas naskah ({KINDS_IN_WORDS}), folder arsip, atau ekspor WordPress (.xml).",
        ),
    ],
    split: Split = False,
    report: Annotated[
        Path | None,
        typer.Option("--report", metavar="BERKAS", help="Tulis laporan impor arsip (.csv)."),
    ] = None,
    changed: Annotated[
        bool,
        typer.Option("--changed", help="Arsip: masukkan juga yang berubah, sebagai naskah baru."),
    ] = False,
) -> int:
    """Simpan berkas naskah ke dalam daftar, dan sebut idnya.

    Folder dan ekspor WordPress masuk sebagai arsip: yang sudah ada tidak masuk lagi.
    """
    from newsroom.exchange.archive.walk import is_archive

    newsroom = newsroom_of(ctx)
    code = 0
    archives = [file for file in files if is_archive(file)]
    with closing(newsroom.open_store()) as store:
        for file in files:
            if file in archives:
                continue
            try:
                if file.suffix.casefold() in PACKED:
                    from newsroom.cli.handover import take_over

                    take_over(newsroom, store, file)
                    continue
                story = story_in(newsroom, file, split=split, note=say)
                emit(newsroom.take_in(story, store, file.name, say).id)
            except ValueError as error:  # the file is at fault; the others may still be good
                say(str(error))
                code = 2
        if archives:
            from newsroom.cli.archive import Ways, import_archives

            ways = Ways(split=split, changed_too=changed, report=report)
            code = max(code, import_archives(newsroom, store, archives, ways))
    return code


def list_(
    ctx: typer.Context,
    status: Annotated[
        str | None, typer.Option("--status", metavar="STATUS", help="Hanya yang berstatus ini.")
    ] = None,
    format: Format = "text",
    limit: Limit = None,
) -> int:
    """Sebut naskah yang tersimpan, yang terbaru lebih dulu."""
    if status is not None:
        one_of("--status", status, tuple(Status))
    one_of("--format", format, ("text", "json"))
    with closing(newsroom_of(ctx).open_store()) as store:
        found = store.stories.list(Status(status) if status else None, limit=limit)
        at_desk = _at_desk(newsroom_of(ctx).home, store, found) if format == "json" else {}
    if format == "json":
        told = [asdict(one) | at_desk.get(one.id, {}) for one in found]
        emit(json.dumps(told, ensure_ascii=False, indent=2, default=_iso))
    else:
        for one in found:
            emit(story_line(one))
    return 0


def show(ctx: typer.Context, id: Id, format: TextFormat = "md") -> int:
    """Tampilkan satu naskah."""
    one_of("--format", format, ("md", "json"))
    with closing(newsroom_of(ctx).open_store()) as store:
        story = store.stories.get(id)
    if format == "json":
        told = asdict(story)
        del told["sources"]  # they leave by no file, and this may be put into one
        emit(json.dumps(told, ensure_ascii=False, indent=2, default=_iso))
    else:
        emit(write_story(story).removesuffix("\n"))
    return 0


_KINDS = ("errors", "warnings", "hints")

STORY_COMMANDS: dict[str, Callable[..., int]] = {
    "import": import_,
    "list": list_,
    "search": search,
    "show": show,
}


def _at_desk(
    home: Path, store: Store, stories: Sequence[StorySummary]
) -> dict[str, dict[str, Any]]:
    """Return what the desk knows of stories beside what is listed, by their ids."""
    statuses = {story.status for story in stories}
    lines = store.desk_list.list(statuses, house_key(home, DEFAULT_HOUSE))
    return {
        line.id: {
            "since": line.since,
            "holder": line.holder,
            "editor": line.editor,
            "deadline": line.deadline,
            "findings": line.found and dict(zip(_KINDS, line.found, strict=True)),
            "comments": line.comments,
        }
        for line in lines
    }


def _iso(value: Any) -> str:
    """Write a date or a time in JSON."""
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    raise TypeError(f"{value!r} has no place in JSON")
