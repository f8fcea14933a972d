"""Stories on their way out from the command line: looked over for a portal, written as files."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsroom.app import DEFAULT_HOUSE, DEFAULT_PORTAL, EXPORTS, Newsroom, is_own
from newsroom.cli.handover import NASKAH, Way, hand_over
from newsroom.cli.options import Format, House
from newsroom.cli.override import Override, reason_given, say_errors
from newsroom.cli.report import finding_lines, findings_json, has_errors, summary_line
from newsroom.cli.story_files import story_in
from newsroom.cli.streams import BadInput, emit, emit_json, one_of, say
from newsroom.cli.tools import newsroom_of
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind

if TYPE_CHECKING:
    from newsroom.portal.profile import Profile
    from newsroom.store.media import Media

FORMS = (*EXPORTS, NASKAH)
Target = Annotated[str, typer.Argument(metavar="NASKAH", help="Id naskah, atau berkas naskah.")]
Portal = Annotated[str, typer.Option("--portal", metavar="NAMA", help="Profil portal.")]


def export(
    ctx: typer.Context,
    targets: Annotated[
        list[str],
        typer.Argument(metavar="NASKAH…", help="Id naskah, atau berkas naskah. Id boleh beberapa."),
    ],
    to: Annotated[
        str,
        typer.Option("--to", metavar="|".join(FORMS), help="Bentuk berkas.", show_default=False),
    ],
    out: Annotated[Path, typer.Option("--out", metavar="TEMPAT", help="Berkas atau folder.")],
    portal: Portal = DEFAULT_PORTAL,
    house: House = DEFAULT_HOUSE,
    override: Override = None,
    again: Annotated[
        bool, typer.Option("--again", help="Paket: buat lagi walaupun sudah pernah dibuat.")
    ] = False,
    side: Annotated[
        int | None,
        typer.Option("--side", metavar="PIKSEL", min=160, help="Naskah: sisi foto terpanjang."),
    ] = None,
    seal: Annotated[bool, typer.Option("--seal", help="Naskah: kunci dengan kata sandi.")] = False,
) -> int:
    """Tulis naskah sebagai berkas, misalnya paket impor. Beberapa naskah masuk ke satu folder.

    Beberapa naskah dengan --to bundle dan --out yang berakhiran .zip menjadi satu paket. Yang
    belum lengkap untuk portal tidak ditulis, kecuali dengan --override dan alasannya; yang
    paketnya sudah pernah dibuat hanya dengan --again.
    """
    newsroom = newsroom_of(ctx)
    one_of("--to", to, FORMS)
    if to == NASKAH:
        return hand_over(newsroom, targets, out, Way(side, seal))
    if seal or side is not None:
        raise BadInput(f"--side dan --seal: hanya untuk --to {NASKAH}")
    profile, reason = newsroom.profile(portal), reason_given(override)
    if len(targets) > 1:
        from newsroom.cli.archive import export_many, export_together

        if to == "bundle" and out.suffix.lower() == ".zip":
            return export_together(newsroom, targets, out, profile, house, reason, again=again)
        return export_many(newsroom, targets, to, out, profile, house, reason, again=again)
    story, media = _story(newsroom, targets[0])
    note = f"{to}, {profile.name}"
    if not is_own(to):
        cleared = newsroom.clearance(story, profile, media, house, reason)
        say_errors(story, cleared, is_kept=media is not None)
        if cleared.in_the_way:
            return 1
        note = "; ".join(filter(None, (cleared.note, note)))
    if media is not None and not again and _was_sent(newsroom, story, to, profile, house):
        return 1
    emit(str(newsroom.export(story, to, out, profile, media, house=house)))
    if media is not None:
        _mark_export(newsroom, story, note)
    return 0


def preflight(
    ctx: typer.Context,
    target: Target,
    portal: Portal = DEFAULT_PORTAL,
    format: Format = "text",
    house: House = DEFAULT_HOUSE,
) -> int:
    """Periksa apakah naskah siap dikirim ke portal."""
    newsroom = newsroom_of(ctx)
    one_of("--format", format, ("text", "json"))
    profile = newsroom.profile(portal)
    story, media = _story(newsroom, target)
    findings = newsroom.preflight(story, profile, media, house)
    if format == "json":
        found = findings_json(findings)
        emit_json({"file": target, "portal": profile.name, "findings": found})
    else:
        for line in finding_lines(story, findings):
            emit(line)
        say(f"{target}: {summary_line(findings)}")
    return int(has_errors(findings))


EXPORT_COMMANDS: dict[str, Callable[..., int]] = {
    "export": export,
    "preflight": preflight,
}


def _story(newsroom: Newsroom, target: str) -> tuple[Story, Media | None]:
    """Return a story by id or by file. A raw text is set out; a file needs no store."""
    path = Path(target)
    if path.suffix or path.is_file():
        return story_in(newsroom, path, split=True, note=say), None
    with closing(newsroom.open_store()) as store:
        return store.stories.get(target), store.media


def _was_sent(newsroom: Newsroom, story: Story, to: str, profile: Profile, house: str) -> bool:
    """Say that a portal was given a story before, and what a second import would do."""
    from newsroom.app.delivered import IMPORTED
    from newsroom.cli.archive import SENT_BEFORE

    if to not in IMPORTED:
        return False
    with closing(newsroom.open_store()) as store:
        sent = newsroom.sent_before(story, profile, store, house)
    if sent:
        say(sent.warning(profile))
        say(SENT_BEFORE)
    return sent is not None


def _mark_export(newsroom: Newsroom, story: Story, note: str) -> None:
    """Keep what was exported as a version; the export itself is done, whatever comes of it."""
    from newsroom.store.errors import StoreError

    try:
        with closing(newsroom.open_store()) as store:
            store.versions.mark(story, Mark(StepKind.EXPORT, note=note))
    except StoreError as error:
        say(f"versi yang diekspor tidak tercatat: {error}")
