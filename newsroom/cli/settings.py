"""A newsroom's settings as one file for colleagues, written and taken over without a window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from newsroom.app import DEFAULT_PORTAL
from newsroom.cli.options import Format
from newsroom.cli.streams import emit, emit_json, one_of, say
from newsroom.cli.tools import newsroom_of
from newsroom.cli.usage import Command, Group
from newsroom.exchange.characters import one_line
from newsroom.exchange.kinds import SETTINGS

_FORMATS = ("text", "json")

File = Annotated[Path, typer.Argument(metavar="BERKAS", help=f"Berkas {SETTINGS}.")]
Out = Annotated[Path, typer.Argument(metavar="BERKAS", help=f"Berkas {SETTINGS}, atau foldernya.")]
Portal = Annotated[str, typer.Option("--portal", metavar="NAMA", help="Profil dan gaya redaksi.")]


def build_settings() -> typer.Typer:
    """Return the commands that are called after ``settings``."""
    group = typer.Typer(
        name="settings",
        cls=Group,
        help="Ekspor atau impor pengaturan redaksi sebagai satu berkas.",
        rich_markup_mode=None,
    )
    for name, function in SETTINGS_COMMANDS.items():
        group.command(name, cls=Command)(function)
    return group


def export(
    ctx: typer.Context, file: Out, portal: Portal = DEFAULT_PORTAL, format: Format = "text"
) -> int:
    """Tulis pengaturan redaksi ke satu berkas untuk rekan."""
    newsroom = newsroom_of(ctx)
    one_of("--format", format, _FORMATS)
    newsroom.profile(portal)  # says which there are, if this is none
    settings = newsroom.settings(portal)
    out = file / f"{portal}{SETTINGS}" if file.is_dir() else file
    newsroom.share_settings(settings, out, portal)
    if format == "json":
        emit_json({"file": str(out), "portal": portal, "templates": sorted(settings.templates)})
    else:
        emit(str(out))
    return 0


def import_(
    ctx: typer.Context,
    file: File,
    portal: Portal = DEFAULT_PORTAL,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Sebut saja yang akan berubah.")
    ] = False,
    format: Format = "text",
) -> int:
    """Pakai pengaturan dari rekan, dan sebut yang berubah."""
    from newsroom.exchange.settings.differences import differences
    from newsroom.portal.profile import require_name

    newsroom = newsroom_of(ctx)
    one_of("--format", format, _FORMATS)
    require_name(portal)
    before = newsroom.settings(portal)
    after = newsroom.shared_settings(file, before, portal)
    changes = differences(before, after)
    if not dry_run:
        newsroom.save_settings(before, after, portal)
    if format == "json":
        told = [{"what": what, "how": how} for what, how in changes]
        emit_json({"file": str(file), "portal": portal, "applied": not dry_run, "changes": told})
    else:
        for what, how in changes:
            emit(one_line(f"{what}: {how}"))
        done = "akan berubah" if dry_run else "berubah"
        say(f"{file}: {len(changes)} pengaturan portal {portal} {done}")
    return 0


SETTINGS_COMMANDS: dict[str, Callable[..., int]] = {"export": export, "import": import_}
