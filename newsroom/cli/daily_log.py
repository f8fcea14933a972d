"""What passed the desk on a day or in a span of days, as a report."""

from __future__ import annotations

from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsroom.cli.streams import BadInput, emit, emit_json, one_of
from newsroom.cli.tools import newsroom_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.story.daily_log import LoggedStep

_FORMATS = ("text", "json", "csv")


def daily_log(
    ctx: typer.Context,
    day: Annotated[
        str | None,
        typer.Option(
            "--date", metavar="TANGGAL", help="Hari itu (2026-11-03); bawaannya hari ini."
        ),
    ] = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="TANGGAL", help="Dari hari ini.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="TANGGAL", help="Sampai hari ini.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="BERKAS", help="Tulis tabel CSV ke berkas ini.")
    ] = None,
    format: Annotated[
        str, typer.Option("--format", metavar="|".join(_FORMATS), help="Bentuk keluaran.")
    ] = "text",
) -> int:
    """Sebut apa yang lolos, dikembalikan, tayang, diralat, dicabut pada suatu hari, oleh siapa."""
    from newsroom.exchange.daily_log import as_text, as_values, csv_text, span_of, write_csv

    newsroom = newsroom_of(ctx)
    one_of("--format", format, _FORMATS)
    zone = newsroom.profile().zone
    days = _days(day, first, last, datetime.now(zone).date())
    with closing(newsroom.open_store()) as store:
        steps: Sequence[LoggedStep] = store.daily_log.steps(*span_of(*days, zone))
    if out is not None:
        write_csv(steps, zone, out)
        emit(str(out))
    elif format == "json":
        emit_json(as_values(steps, *days, zone))
    elif format == "csv":
        emit(csv_text(steps, zone).removesuffix("\r\n"))
    else:
        emit(as_text(steps, *days, zone))
    return 0


def _days(day: str | None, first: str | None, last: str | None, today: date) -> tuple[date, date]:
    """Return the first and the last day asked for. Raises BadInput."""
    if day is not None and (first is not None or last is not None):
        raise BadInput("--date tidak dapat dipakai bersama --from atau --to")
    if day is not None:
        one = _day("--date", day)
        return one, one
    until = _day("--to", last) if last is not None else today
    since = _day("--from", first) if first is not None else until
    if since > until:
        raise BadInput(f"--from {since} sesudah --to {until}")
    return since, until


def _day(option: str, value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise BadInput(f"{option} {value} bukan tanggal; tulis seperti 2026-11-03") from None
