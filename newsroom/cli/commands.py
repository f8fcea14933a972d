"""The commands, one function each. Each returns the exit code of the program."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsroom.app import DEFAULT_HOUSE, DEFAULT_PORTAL, EXPORTS, Newsroom, is_own
from newsroom.cli.aftermath import AFTERMATH_COMMANDS
from newsroom.cli.backup import BACKUP_COMMANDS
from newsroom.cli.override import Override, reason_given, say_errors
from newsroom.cli.portal import build_portal
from newsroom.cli.publish import publish
from newsroom.cli.report import finding_lines, findings_json, has_errors, summary_line
from newsroom.cli.search import search, story_line
from newsroom.cli.settings import build_settings
from newsroom.cli.streams import BadInput, emit, emit_json, flush, one_of, say, stdin_lines
from newsroom.cli.usage import Command, Group
from newsroom.cli.versions import build_versions
from newsroom.exchange.kinds import KINDS_IN_WORDS
from newsroom.story.front_matter import FrontMatterError, read_story, write_story
from newsroom.story.markdown_text import word_count
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind
from newsroom.story.workflow import Status

if TYPE_CHECKING:
    from newsroom.language.checker import Checker
    from newsroom.language.ignored import IgnoredMarks
    from newsroom.portal.profile import Profile
    from newsroom.store.media import Media

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Tools:
    """What the commands work with. ``draw`` draws the window with a story into a PNG file."""

    newsroom: Newsroom
    draw: Callable[[Newsroom, Story, Path], None]


Source = Annotated[str, typer.Argument(metavar="BERKAS", help="Berkas naskah, atau - untuk stdin.")]
Target = Annotated[str, typer.Argument(metavar="NASKAH", help="Id naskah, atau berkas naskah.")]
Portal = Annotated[str, typer.Option("--portal", metavar="NAMA", help="Profil portal.")]
Format = Annotated[str, typer.Option("--format", metavar="text|json", help="Bentuk keluaran.")]
Limit = Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="Paling banyak.")]
House = Annotated[str, typer.Option("--house", metavar="NAMA", help="Gaya selingkung.")]
Split = Annotated[bool, typer.Option("--split", help="Uraikan naskah mentah menjadi bagiannya.")]


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


def check(
    ctx: typer.Context,
    file: Source,
    format: Format = "text",
    house: House = DEFAULT_HOUSE,
    split: Split = False,
) -> int:
    """Periksa bahasa sebuah naskah."""
    newsroom = _newsroom(ctx)
    one_of("--format", format, ("text", "json"))
    house = newsroom.house(house).name
    story = _read(newsroom, file, split=split)
    ignored = _ignored(newsroom, house)
    found = _checker(newsroom, house).story(story)
    findings = [finding for finding in found if not ignored.cover(finding)]
    if format == "json":
        emit_json(
            {
                "file": file,
                "house": house,
                "words": word_count(story.body),
                "findings": findings_json(findings),
            }
        )
    else:
        for line in finding_lines(story, findings):
            emit(line)
        say(f"{file}: {summary_line(findings)}")
    return int(has_errors(findings))


def spell(
    ctx: typer.Context,
    suggest: Annotated[
        int, typer.Option("--suggest", metavar="N", min=0, help="Paling banyak usul per kata.")
    ] = 5,
) -> int:
    """Nilai kata-kata dari stdin, satu kata sebaris."""
    checker = _checker(_newsroom(ctx))
    for line in stdin_lines():
        said = checker.spell(line.strip(), suggest)
        emit_json(
            {"word": said.word, "ok": said.ok, "suggestions": list(said.suggestions)}, indent=None
        )
        flush()
    return 0


def words(
    ctx: typer.Context,
    lists: Annotated[
        list[Path] | None,
        typer.Option("--import", metavar="BERKAS", help="Masukkan daftar kata, satu kata sebaris."),
    ] = None,
    add: Annotated[
        list[str] | None, typer.Option("--add", metavar="KATA", help="Tambah satu kata.")
    ] = None,
    remove: Annotated[
        list[str] | None, typer.Option("--remove", metavar="KATA", help="Hapus satu kata.")
    ] = None,
    export: Annotated[
        Path | None, typer.Option("--export", metavar="BERKAS", help="Tulis daftarnya ke berkas.")
    ] = None,
) -> int:
    """Sebut kata di kamus sendiri, atau tambah, hapus, dan bagikan."""
    from newsroom.cli.own_words import change_words

    done = change_words(_newsroom(ctx), lists or [], add or [], remove or [], export)
    return 0 if done else 2


def rules(
    format: Annotated[
        str, typer.Option("--format", metavar="md|json", help="Bentuk keluaran.")
    ] = "md",
) -> int:
    """Sebut semua aturan, dengan alasan, sumber, dan contohnya."""
    from newsroom.cli.reference import reference_json, reference_lines
    from newsroom.language.reference import abouts

    one_of("--format", format, ("md", "json"))
    if format == "json":
        emit_json(reference_json(abouts()))
    else:
        for line in reference_lines(abouts()):
            emit(line)
    return 0


def import_(
    ctx: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="BERKAS…",
            help=f"Berkas naskah ({KINDS_IN_WORDS}), folder arsip, atau ekspor WordPress (.xml).",
        ),
    ],
    split: Split = False,
    report: Annotated[
        Path | None,
        typer.Option("--report", metavar="BERKAS", help="Tulis laporan impor arsip (.csv)."),
    ] = None,
    changed: Annotated[
        bool,
        typer.Option("--changed", help="Arsip: masukkan juga yang berubah, sebagai naskah baru."),
    ] = False,
) -> int:
    """Simpan berkas naskah ke dalam daftar, dan sebut idnya.

    Folder dan ekspor WordPress masuk sebagai arsip: yang sudah ada tidak masuk lagi.
    """
    from newsroom.exchange.archive.walk import is_archive

    newsroom = _newsroom(ctx)
    code = 0
    archives = [file for file in files if is_archive(file)]
    with closing(newsroom.open_store()) as store:
        for file in files:
            if file in archives:
                continue
            try:
                story = newsroom.read_file(file, split=split, note=say)
                emit(newsroom.take_in(story, store, file.name, say).id)
            except ValueError as error:  # the file is at fault; the others may still be good
                say(str(error))
                code = 2
        if archives:
            from newsroom.cli.archive import Ways, import_archives

            ways = Ways(split=split, changed_too=changed, report=report)
            code = max(code, import_archives(newsroom, store, archives, ways))
    return code


def list_(
    ctx: typer.Context,
    status: Annotated[
        str | None, typer.Option("--status", metavar="STATUS", help="Hanya yang berstatus ini.")
    ] = None,
    format: Format = "text",
    limit: Limit = None,
) -> int:
    """Sebut naskah yang tersimpan, yang terbaru lebih dulu."""
    if status is not None:
        one_of("--status", status, tuple(Status))
    return _list(ctx, Status(status) if status else None, format, limit)


def show(
    ctx: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="Id naskah, boleh awalnya saja.")],
    format: Annotated[
        str, typer.Option("--format", metavar="md|json", help="Bentuk keluaran.")
    ] = "md",
) -> int:
    """Tampilkan satu naskah."""
    one_of("--format", format, ("md", "json"))
    with closing(_newsroom(ctx).open_store()) as store:
        story = store.stories.get(id)
    if format == "json":
        told = asdict(story)
        del told["sources"]  # they leave by no file, and this may be put into one
        emit(json.dumps(told, ensure_ascii=False, indent=2, default=_iso))
    else:
        emit(write_story(story).removesuffix("\n"))
    return 0


def export(
    ctx: typer.Context,
    targets: Annotated[
        list[str],
        typer.Argument(metavar="NASKAH…", help="Id naskah, atau berkas naskah. Id boleh beberapa."),
    ],
    to: Annotated[
        str,
        typer.Option("--to", metavar="|".join(EXPORTS), help="Bentuk berkas.", show_default=False),
    ],
    out: Annotated[Path, typer.Option("--out", metavar="TEMPAT", help="Berkas atau folder.")],
    portal: Portal = DEFAULT_PORTAL,
    house: House = DEFAULT_HOUSE,
    override: Override = None,
    again: Annotated[
        bool, typer.Option("--again", help="Paket: buat lagi walaupun sudah pernah dibuat.")
    ] = False,
) -> int:
    """Tulis naskah sebagai berkas, misalnya paket unggah. Beberapa naskah masuk ke satu folder.

    Beberapa naskah dengan --to bundle dan --out yang berakhiran .zip menjadi satu paket. Yang
    belum lengkap untuk portal tidak ditulis, kecuali dengan --override dan alasannya; yang
    paketnya sudah pernah dibuat hanya dengan --again.
    """
    newsroom = _newsroom(ctx)
    one_of("--to", to, EXPORTS)
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
    newsroom = _newsroom(ctx)
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


COMMANDS: dict[str, Callable[..., int]] = {
    "demo": demo,
    "check": check,
    "spell": spell,
    "words": words,
    "rules": rules,
    "import": import_,
    "list": list_,
    "search": search,
    "show": show,
    "export": export,
    "preflight": preflight,
    "publish": publish,
    **AFTERMATH_COMMANDS,
    **BACKUP_COMMANDS,
}


def _newsroom(ctx: typer.Context) -> Newsroom:
    tools: Tools = ctx.obj
    return tools.newsroom


def _read(newsroom: Newsroom, file: str, *, split: bool) -> Story:
    if file != STDIN:
        return newsroom.read_file(Path(file), split=split)
    text = "\n".join(stdin_lines())
    try:
        return newsroom.split(text) if split else read_story(text)
    except FrontMatterError as error:
        raise BadInput(f"masukan standar: {error}") from None


def _checker(newsroom: Newsroom, house: str = DEFAULT_HOUSE) -> Checker:
    """Make a checker with the user's own words, or without them if the store fails."""
    from newsroom.store.errors import StoreError

    try:
        words = newsroom.own_words()
    except StoreError as error:
        say(f"kamus sendiri tidak terbaca: {error}")
        words = []
    checker = newsroom.make_checker(words, house)
    if checker.lack:
        say(checker.lack)
    return checker


def _ignored(newsroom: Newsroom, house: str) -> IgnoredMarks:
    """Return what the house leaves out; nothing if the store fails, which is said of its words."""
    from newsroom.language.ignored import IgnoredMarks
    from newsroom.store.errors import StoreError

    try:
        return newsroom.ignored(house)
    except StoreError:
        return IgnoredMarks()


def _story(newsroom: Newsroom, target: str) -> tuple[Story, Media | None]:
    """Return a story by id or by file. A raw text is set out; a file needs no store."""
    path = Path(target)
    if path.suffix or path.is_file():
        return newsroom.read_file(path, split=True, note=say), None
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


def _list(ctx: typer.Context, status: Status | None, format: str, limit: int | None) -> int:
    one_of("--format", format, ("text", "json"))
    with closing(_newsroom(ctx).open_store()) as store:
        found = store.stories.list(status, limit=limit)
    if format == "json":
        emit(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2, default=_iso))
    else:
        for one in found:
            emit(story_line(one))
    return 0


def _iso(value: Any) -> str:
    """Write a date or a time in JSON."""
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    raise TypeError(f"{value!r} has no place in JSON")
