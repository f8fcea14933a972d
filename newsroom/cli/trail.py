"""The trail of a story from the command line: to read, for programs, and on paper."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from newsroom.cli.options import Id
from newsroom.cli.streams import BadInput, emit, emit_json, one_of
from newsroom.cli.tools import Tools


def trail(
    ctx: typer.Context,
    id: Id,
    format: Annotated[
        str, typer.Option("--format", metavar="text|json|pdf", help="Bentuk keluaran.")
    ] = "text",
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="BERKAS", help="Untuk pdf: berkas yang ditulis."),
    ] = None,
    no_comments: Annotated[
        bool, typer.Option("--no-comments", help="Tanpa komentar di antara rekan.")
    ] = False,
    no_changes: Annotated[
        bool, typer.Option("--no-changes", help="Tanpa isi perubahan, hanya jumlah katanya.")
    ] = False,
    initials: Annotated[
        bool, typer.Option("--initials", help="Nama orang disingkat, untuk pembaca luar.")
    ] = False,
    whole: Annotated[
        bool, typer.Option("--whole", help="Perubahan yang panjang ditampilkan utuh.")
    ] = False,
) -> int:
    """Tampilkan jejak sebuah naskah: siapa, kapan, apa yang berubah, mengapa.

    Sebagai PDF untuk dicetak, misalnya bagi Dewan Pers.
    """
    from newsroom.exchange.trail import as_values, text_lines
    from newsroom.story.trail.shown import Shown, shown

    one_of("--format", format, ("text", "json", "pdf"))
    path = _path(format, out)
    tools: Tools = ctx.obj
    with closing(tools.newsroom.open_store()) as store:
        found = tools.newsroom.trail(id, store, whole=whole)
    found = shown(found, Shown(not no_changes, not no_comments, initials))
    if path is not None:
        tools.print_trail(found, path)
        emit(str(path))
    elif format == "json":
        emit_json(as_values(found))
    else:
        for line in text_lines(found):
            emit(line)
    return 0


def _path(format: str, out: Path | None) -> Path | None:
    """Return where a PDF goes: to a file that is not there yet. Raises BadInput."""
    if format != "pdf":
        if out is not None:
            raise BadInput("--out: hanya untuk --format pdf")
        return None
    if out is None:
        raise BadInput("--format pdf: sebut berkasnya dengan --out BERKAS")
    if out.exists():
        raise BadInput(f"--out: {out} sudah ada; pakai nama lain, atau hapus dulu berkas itu")
    return out
