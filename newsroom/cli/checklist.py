"""The checklist of a story from the command line: how it stands, and answers to it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from newsroom.app import DEFAULT_HOUSE
from newsroom.cli.options import Format, House, Id
from newsroom.cli.streams import BadInput, emit, emit_json, one_of, say
from newsroom.cli.tools import newsroom_of
from newsroom.story.checklist import Answer, Item, Verdict, answered, text_sum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.story.checklist import Standing
    from newsroom.story.story import Story

_VERDICTS = {"ya": Verdict.YES, "belum": Verdict.NO, "tidak-berlaku": Verdict.NOT_ASKED}


def checklist(
    ctx: typer.Context,
    id: Id,
    answer: Annotated[
        list[str] | None,
        typer.Option(
            "--answer",
            metavar="BUTIR=JAWABAN",
            help=f"Jawab satu butir: {', '.join(_VERDICTS)}. Boleh beberapa kali.",
        ),
    ] = None,
    note: Annotated[
        str, typer.Option("--note", metavar="CATATAN", help="Catatan untuk jawaban ini.")
    ] = "",
    house: House = DEFAULT_HOUSE,
    format: Format = "text",
) -> int:
    """Tampilkan daftar periksa sebuah naskah, atau jawab butirnya.

    Keluar dengan 1 selama masih ada butir wajib yang belum terpenuhi.
    """
    one_of("--format", format, ("text", "json"))
    newsroom = newsroom_of(ctx)
    items = newsroom.checklist(house)
    given = [_given(said, items) for said in answer or ()]
    with closing(newsroom.open_store()) as store:
        story = store.stories.get(id)
        if given:
            who = store.people.me().name
            story = store.stories.save(_with_answers(story, given, who, note))
        found = newsroom.standings(story, store, house)
    if format == "json":
        emit_json([_values(one) for one in found])
    else:
        for one in found:
            emit(_line(one))
    left = sum(one.blocks for one in found)
    if left:
        say(f"{left} butir wajib belum terpenuhi; naskah belum dapat menjadi siap tayang")
    return int(bool(left))


def _given(said: str, items: Sequence[Item]) -> tuple[str, Verdict]:
    name, _, word = said.partition("=")
    if name not in (known := [item.id for item in items]):
        raise BadInput(f"--answer: butir “{name}” tidak ada; yang ada: {', '.join(known)}")
    if word not in _VERDICTS:
        raise BadInput(f"--answer: {name}: “{word}” tidak dikenal; pilih {', '.join(_VERDICTS)}")
    return name, _VERDICTS[word]


def _with_answers(story: Story, given: Sequence[tuple[str, Verdict]], who: str, note: str) -> Story:
    now = datetime.now(UTC)
    for name, verdict in given:
        answer = Answer(name, verdict, who, now, note.strip(), text_sum(story))
        story = replace(story, checklist=answered(story, answer))
    return story


def _values(one: Standing) -> dict[str, object]:
    told = asdict(one.item)
    told |= {"settled": one.is_settled, "blocks": one.blocks, "found": one.found}
    if one.answer:
        told["answer"] = {
            "verdict": str(one.answer.verdict),
            "who": one.answer.who,
            "moment": one.answer.moment.isoformat(),
            "note": one.answer.note,
            "text_changed_since": one.is_stale,
        }
    return told


def _line(one: Standing) -> str:
    mark = "x" if one.is_settled else " "
    told = [f"[{mark}] {one.item.id}: {one.item.text}"]
    if one.item.required:
        told.append("wajib")
    if one.answer:
        who = f" oleh {one.answer.who}" if one.answer.who else ""
        told.append(f"{one.answer.verdict.label.lower()}{who}")
        if one.answer.note:
            told.append(one.answer.note)
        if one.is_stale:
            told.append("teks berubah sesudahnya")
    elif one.ticks_itself:
        told.append("menurut pemeriksaan")
    elif one.found:
        told.append(f"{one.found} temuan")
    return " · ".join(told)
