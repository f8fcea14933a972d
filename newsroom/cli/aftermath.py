"""A story that readers have, from the command line: corrected, withdrawn, linked to its answer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsroom.cli.streams import BadInput, emit
from newsroom.story.aftermath import Correction, StoryLink, Withdrawal
from newsroom.story.noting import Note, note_changes, note_mark
from newsroom.story.version import Mark, StepKind
from newsroom.story.workflow import Status

if TYPE_CHECKING:
    from newsroom.app import Newsroom
    from newsroom.story.story import Story

Id = Annotated[str, typer.Argument(metavar="ID", help="Id naskah, boleh awalnya saja.")]


def correct(
    ctx: typer.Context,
    id: Id,
    text: Annotated[
        str, typer.Option("--text", metavar="ISI", help="Apa yang keliru dan yang benar.")
    ],
) -> int:
    """Tulis ralat untuk berita yang sudah tayang; statusnya menjadi Ralat."""
    return _note(ctx, id, Status.CORRECTED, Correction(_now(ctx), _words("--text", text)))


def withdraw(
    ctx: typer.Context,
    id: Id,
    reason: Annotated[
        str, typer.Option("--reason", metavar="ALASAN", help="Alasan yang dibaca pembaca.")
    ],
) -> int:
    """Cabut berita yang sudah tayang, dengan alasannya."""
    return _note(ctx, id, Status.WITHDRAWN, Withdrawal(_now(ctx), _words("--reason", reason)))


def answer(
    ctx: typer.Context,
    id: Id,
    to: Annotated[str, typer.Option("--to", metavar="ID|ALAMAT", help="Berita yang dijawab.")],
    headline: Annotated[
        str, typer.Option("--headline", metavar="JUDUL", help="Judul berita yang dijawab.")
    ] = "",
    address: Annotated[
        str, typer.Option("--address", metavar="ALAMAT", help="Alamatnya di portal, bila --to id.")
    ] = "",
) -> int:
    """Jadikan naskah hak jawab atas berita lain, dan tautkan keduanya."""
    from newsroom.app.answers import address_of, link_answer, unlink_answer
    from newsroom.portal.web_address import is_web_address

    with closing(_newsroom(ctx).open_store()) as store:
        story = store.stories.get(id)
        if is_web_address(to):
            link = StoryLink(_words("--headline", headline), to.strip())
        else:
            other = store.stories.get(to)
            if other.id == story.id:
                raise BadInput("--to: naskah tidak dapat menjawab dirinya sendiri")
            if address and not is_web_address(address):
                raise BadInput("--address: tulis lengkap dari https://")
            known = address.strip() or address_of(store, other.id)
            link = StoryLink(headline.strip() or other.headline, known, other.id)
        before = story.answers
        mark = Mark(StepKind.ANSWER, note=link.headline)
        saved = store.stories.save(replace(story, answers=link), mark=mark)
        if before is not None and before.id and before.id != link.id:
            unlink_answer(store, before.id, saved)
        link_answer(store, saved)
    emit(saved.id)
    return 0


AFTERMATH_COMMANDS: dict[str, Callable[..., int]] = {
    "correct": correct,
    "withdraw": withdraw,
    "answer": answer,
}


def _note(ctx: typer.Context, id: str, status: Status, note: Note) -> int:
    def also(story: Story) -> dict[str, Any]:
        return note_changes(story, note)

    with closing(_newsroom(ctx).open_store()) as store:
        whole = store.stories.get(id).id
        (change,) = store.stories.change_status([whole], status, note_mark(note), also)
    if not change.is_done:
        raise BadInput(change.why)
    emit(whole)
    return 0


def _newsroom(ctx: typer.Context) -> Newsroom:
    newsroom: Newsroom = ctx.obj.newsroom
    return newsroom


def _now(ctx: typer.Context) -> datetime:
    """Return this minute by the usual portal's clock."""
    now = datetime.now(UTC).replace(second=0, microsecond=0)
    return now.astimezone(_newsroom(ctx).profile().zone)


def _words(option: str, text: str) -> str:
    if not text.strip():
        raise BadInput(f"{option}: belum ditulis")
    return text.strip()
