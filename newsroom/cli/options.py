"""Arguments and options that several commands have, told once."""

from __future__ import annotations

from typing import Annotated

import typer

Id = Annotated[str, typer.Argument(metavar="ID", help="Id naskah, boleh awalnya saja.")]
Format = Annotated[str, typer.Option("--format", metavar="text|json", help="Bentuk keluaran.")]
TextFormat = Annotated[str, typer.Option("--format", metavar="md|json", help="Bentuk keluaran.")]
Limit = Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="Paling banyak.")]
House = Annotated[str, typer.Option("--house", metavar="NAMA", help="Gaya selingkung.")]
Split = Annotated[bool, typer.Option("--split", help="Uraikan naskah mentah menjadi bagiannya.")]
