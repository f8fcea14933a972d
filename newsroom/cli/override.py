"""``--override``: a story sent out although something stands in its way, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from newsroom.cli.report import finding_lines
from newsroom.cli.streams import BadInput, say
from newsroom.portal.preflight import Clearance, may_be_overridden
from newsroom.story.story import Story

Override = Annotated[
    str | None,
    typer.Option(
        "--override",
        metavar="ALASAN",
        help="Tetap lanjutkan walaupun belum lengkap; alasannya tercatat di riwayat versi.",
    ),
]


def reason_given(override: str | None) -> str:
    """Return the reason, empty where none is asked for. Raises BadInput for one without words."""
    if override is not None and not override.strip():
        raise BadInput("--override: alasannya belum ditulis")
    return override or ""


def say_errors(story: Story, cleared: Clearance, *, is_kept: bool) -> None:
    """Say what stands in a story's way, and what helps.

    ``is_kept`` says that the story has a history to keep a reason in. Raises BadInput where
    a reason is given and there is none.
    """
    for line in finding_lines(story, cleared.errors):
        say(line)
    stopping = cleared.in_the_way
    if not is_kept and cleared.is_overridden:
        raise BadInput(
            "--override hanya untuk naskah di daftar, karena alasannya dicatat di riwayatnya; "
            "masukkan dulu dengan newsroom import"
        )
    if stopping and all(map(may_be_overridden, stopping)):
        say("belum lengkap, jadi tidak ditulis; lengkapi dulu, atau --override ALASAN")
    elif stopping:
        say("tidak ditulis; yang di atas harus diperbaiki dulu")
