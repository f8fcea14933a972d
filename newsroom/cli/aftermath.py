"""A story that readers have, from the command line: corrected, withdrawn, linked to another."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsroom.cli.options import Id
from newsroom.cli.streams import BadInput, emit, one_of, say
from newsroom.cli.tools import newsroom_of
from newsroom.story.aftermath import Correction, LinkKind, StoryLink, Withdrawal
from newsroom.story.noting import Note, link_mark, note_changes, note_mark
from newsroom.story.workflow import Status

if TYPE_CHECKING:
    from newsroom.app.printed import Behind
    from newsroom.story.story import Story

_KINDS = {"hak-jawab": LinkKind.ANSWER, "ralat": LinkKind.CORRECTION}


def correct(
    ctx: typer.Context,
    id: Id,
    text: Annotated[
        str, typer.Option("--text", metavar="ISI", help="Apa yang keliru dan yang benar.")
    ],
) -> int:
    """Tulis ralat untuk berita yang sudah tayang; statusnya menjadi ralat."""
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
    to: Annotated[
        str, typer.Option("--to", metavar="ID|ALAMAT", help="Berita yang dijawab atau diralat.")
    ],
    headline: Annotated[
        str, typer.Option("--headline", metavar="JUDUL", help="Judul berita itu.")
    ] = "",
    address: Annotated[
        str, typer.Option("--address", metavar="ALAMAT", help="Alamatnya di portal, bila --to id.")
    ] = "",
    kind: Annotated[
        str, typer.Option("--as", metavar="|".join(_KINDS), help="Hak jawab, atau berita ralat.")
    ] = "hak-jawab",
) -> int:
    """Jadikan naskah hak jawab, atau berita ralat, atas berita lain, dan tautkan keduanya."""
    from newsroom.app.answers import link_answer, unlink_answer
    from newsroom.app.printed import address_of
    from newsroom.portal.web_address import is_page_address

    one_of("--as", kind, tuple(_KINDS))
    with closing(newsroom_of(ctx).open_store()) as store:
        story = store.stories.get(id)
        if is_page_address(to):
            link = StoryLink(_words("--headline", headline), to.strip(), kind=_KINDS[kind])
        else:
            other = store.stories.get(to)
            if other.id == story.id:
                raise BadInput("--to: naskah tidak dapat ditautkan pada dirinya sendiri")
            if address and not is_page_address(address):
                raise BadInput("--address: tulis lengkap dari https://")
            known = address.strip() or address_of(store, other.id)
            named = headline.strip() or other.headline
            link = StoryLink(named, known, other.id, kind=_KINDS[kind])
        before = story.answers
        mark = link_mark(link, link.headline)
        saved = store.stories.save(replace(story, answers=link), mark=mark)
        if before is not None and before.id and before.id != link.id:
            unlink_answer(store, before, saved)
        link_answer(store, saved)
    emit(saved.id)
    return 0


AFTERMATH_COMMANDS: dict[str, Callable[..., int]] = {
    "correct": correct,
    "withdraw": withdraw,
    "answer": answer,
}


def _note(ctx: typer.Context, id: str, status: Status, note: Note) -> int:
    from newsroom.app.printed import behind, mark_printed
    from newsroom.exchange.slug import make_slug

    def also(story: Story) -> dict[str, Any]:
        # Readers have the address: it stays, whatever becomes of the headline.
        return {"slug": story.slug or make_slug(story.headline), **note_changes(story, note)}

    with closing(newsroom_of(ctx).open_store()) as store:
        story = mark_printed(store, store.stories.get(id))
        (change,) = store.stories.change_status([story.id], status, note_mark(note), also)
        late = behind(store, story.id)
    if not change.is_done:
        raise BadInput(change.why)
    emit(story.id)
    if late is not None:
        say_behind(late, "pembaca belum melihatnya")
        if status is Status.WITHDRAWN and story.photos:
            say(
                "berkas fotonya tetap di pustaka media situs; hapus di sana bila tidak boleh tampil"
            )
    return 0


def say_behind(late: Behind, why: str) -> None:
    """Say that a story is to be sent again, and how."""
    say(f"{why}; kirim lagi: newsroom publish {late.story[:8]} --portal {late.portal} --yes")


def _now(ctx: typer.Context) -> datetime:
    """Return this minute by the usual portal's clock."""
    now = datetime.now(UTC).replace(second=0, microsecond=0)
    return now.astimezone(newsroom_of(ctx).profile().zone)


def _words(option: str, text: str) -> str:
    if not text.strip():
        raise BadInput(f"{option}: belum ditulis")
    return text.strip()
