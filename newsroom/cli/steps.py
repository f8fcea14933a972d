"""Who sits here, and the steps that stories take, from the command line."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsroom.cli.options import Format
from newsroom.cli.streams import BadInput, emit, emit_json, one_of, say
from newsroom.cli.tools import newsroom_of
from newsroom.story.noting import WITH_A_NOTE
from newsroom.story.person import Person, Role
from newsroom.story.workflow import Status, may

if TYPE_CHECKING:
    from newsroom.app import Newsroom
    from newsroom.store.store import Store
    from newsroom.story.story import Story

_A_TIME = "2031-05-17T07:30"
_REFUSED = 2


def me(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAMA", help="Nama Anda, seperti di byline.")
    ] = None,
    role: Annotated[
        str | None, typer.Option("--role", metavar="|".join(Role), help="Peran Anda.")
    ] = None,
    format: Format = "text",
) -> int:
    """Sebut, atau atur, siapa yang bekerja di komputer ini; setiap langkah memakai namanya."""
    one_of("--format", format, ("text", "json"))
    if role is not None:
        one_of("--role", role, tuple(Role))
    if name is not None and not name.strip():
        raise BadInput("--name: belum ditulis")
    with closing(newsroom_of(ctx).open_store()) as store:
        known = store.people.me()
        wanted = Person(known.name if name is None else name, Role(role or known.role))
        if wanted != known:
            if not wanted.name and wanted.role is not Role.ALL:
                raise BadInput("--role: sebut juga namanya dengan --name")
            store.people.set_me(wanted)
        person = store.people.me()
    if format == "json":
        emit_json({"name": person.name, "role": str(person.role)})
    else:
        emit(f"{person.name or '(belum ada nama)'}\t{person.role.label}")
    return 0


def move(
    ctx: typer.Context,
    ids: Annotated[list[str], typer.Argument(metavar="ID…", help="Id naskah, boleh awalnya saja.")],
    to: Annotated[str, typer.Option("--to", metavar="STATUS", help="Status berikutnya.")],
    note: Annotated[
        str,
        typer.Option("--note", metavar="ISI", help="Catatan langkah; wajib untuk returned."),
    ] = "",
    until: Annotated[
        str | None,
        typer.Option(
            "--until",
            metavar="WAKTU",
            help=f"Untuk held: ditahan sampai, misalnya {_A_TIME}; tanpa zona, zona portal.",
        ),
    ] = None,
    take_over: Annotated[
        bool, typer.Option("--take-over", help="Ambil alih naskah yang sedang disunting orang.")
    ] = False,
) -> int:
    """Pindahkan naskah ke status berikutnya, dan sebut id yang berpindah."""
    from newsroom.story.version import Mark, StepKind

    one_of("--to", to, tuple(Status))
    status = Status(to)
    if status in WITH_A_NOTE:
        raise BadInput("--to: ralat ditulis dengan correct, pencabutan dengan withdraw")
    if until is not None and status is not Status.HELD:
        raise BadInput("--until: hanya untuk --to held")
    embargo = _moment(ctx, until) if until is not None else None
    mark = Mark(StepKind.STATUS, note=" ".join(note.split()))

    def also(story: Story) -> dict[str, Any]:
        from newsroom.exchange.slug import make_slug

        changes: dict[str, Any] = {}
        is_past = story.embargo is not None and story.embargo <= datetime.now(UTC)
        if status is Status.HELD and (embargo or is_past):
            changes["embargo"] = embargo  # what was to be over already holds nothing
        if status.is_public and not story.slug:
            changes["slug"] = make_slug(story.headline)
        return changes

    newsroom = newsroom_of(ctx)
    with closing(newsroom.open_store()) as store:
        whole = [store.stories.get(id).id for id in ids]
        refused = _not_clear(newsroom, store, whole) if status is Status.READY else {}
        able = [id for id in whole if id not in refused]
        for change in store.stories.change_status(able, status, mark, also, take_over=take_over):
            if change.is_done:
                _tell_printed(store, change.id, status)
                emit(change.id)
            else:
                refused[change.id] = change.why
    for id, why in refused.items():
        say(f"{id[:8]}: {why}" if len(whole) > 1 else why)
    return _REFUSED if refused else 0


STEP_COMMANDS: dict[str, Callable[..., int]] = {"me": me, "move": move}


def _not_clear(newsroom: Newsroom, store: Store, ids: list[str]) -> dict[str, str]:
    """Return why stories can't be ready that could be but for what the house makes sure of."""
    from newsroom.story.checklist import in_the_way

    role, why = store.people.me().role, {}
    for id in ids:
        story = store.stories.get(id)
        if may(role, story.status, Status.READY):
            left = sum(one.blocks for one in newsroom.standings(story, store))
            if left:
                why[id] = f"{in_the_way(left)} Jawab dengan newsroom checklist {id[:8]}."
    return why


def _tell_printed(store: Store, story_id: str, status: Status) -> None:
    """Tell the story that one answers that the answer is printed."""
    if status is Status.PUBLISHED:
        from newsroom.app.answers import tell_printed

        tell_printed(store, story_id)


def _moment(ctx: typer.Context, written: str) -> datetime:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        raise BadInput(f"--until {written} bukan waktu; contohnya {_A_TIME}") from None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=newsroom_of(ctx).profile().zone)
    if moment <= datetime.now(UTC):
        raise BadInput(f"--until {written} sudah lewat menurut jam komputer ini")
    return moment
