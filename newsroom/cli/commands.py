"""The commands as one program. Each is a function that returns the exit code of the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from newsroom.cli.aftermath import AFTERMATH_COMMANDS
from newsroom.cli.backup import BACKUP_COMMANDS
from newsroom.cli.checking import CHECKING_COMMANDS
from newsroom.cli.checklist import checklist
from newsroom.cli.comments import comments
from newsroom.cli.conflicts import conflicts
from newsroom.cli.daily_log import daily_log
from newsroom.cli.exports import EXPORT_COMMANDS
from newsroom.cli.portal import build_portal
from newsroom.cli.publish import publish
from newsroom.cli.settings import build_settings
from newsroom.cli.steps import STEP_COMMANDS
from newsroom.cli.stories import STORY_COMMANDS
from newsroom.cli.tools import Tools
from newsroom.cli.trail import trail
from newsroom.cli.usage import Command, Group
from newsroom.cli.versions import build_versions


def build() -> typer.Typer:
    """Return the commands as one program."""
    program = typer.Typer(
        name="newsroom",
        cls=Group,
        help=(
            "Naskah berita: tulis, periksa, kirim. Tanpa perintah, jendela dibuka. "
            "Folder data lain disebut paling depan: newsroom --data FOLDER …"
        ),
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    for name, function in COMMANDS.items():
        program.command(name, cls=Command)(function)
    program.add_typer(build_portal(), name="portal")
    program.add_typer(build_settings(), name="settings")
    program.add_typer(build_versions(), name="versions")
    return program


def demo(
    ctx: typer.Context,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FOLDER", help="Tempat hasilnya.")
    ] = None,
) -> int:
    """Bawa naskah contoh dari awal sampai siap unggah, tanpa layar."""
    from newsroom.cli.demo import run_demo

    tools: Tools = ctx.obj
    run_demo(out, tools.draw)
    return 0


COMMANDS: dict[str, Callable[..., int]] = {
    "demo": demo,
    **CHECKING_COMMANDS,
    "checklist": checklist,
    "comments": comments,
    "conflicts": conflicts,
    **STORY_COMMANDS,
    **STEP_COMMANDS,
    "log": daily_log,
    **EXPORT_COMMANDS,
    "publish": publish,
    **AFTERMATH_COMMANDS,
    "trail": trail,
    **BACKUP_COMMANDS,
}
