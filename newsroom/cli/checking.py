"""Checking texts and words from the command line, and what is checked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsroom.app import DEFAULT_HOUSE, Newsroom
from newsroom.cli.options import Format, House, Split, TextFormat
from newsroom.cli.report import finding_lines, findings_json, has_errors, summary_line
from newsroom.cli.story_files import story_in
from newsroom.cli.streams import BadInput, emit, emit_json, flush, one_of, say, stdin_lines
from newsroom.cli.tools import newsroom_of
from newsroom.story.front_matter import FrontMatterError, read_story
from newsroom.story.markdown_text import word_count
from newsroom.story.story import Story

if TYPE_CHECKING:
    from newsroom.language.checker import Checker
    from newsroom.language.ignored import IgnoredMarks

STDIN = "-"

Source = Annotated[str, typer.Argument(metavar="BERKAS", help="Berkas naskah, atau - untuk stdin.")]


def check(
    ctx: typer.Context,
    file: Source,
    format: Format = "text",
    house: House = DEFAULT_HOUSE,
    split: Split = False,
) -> int:
    """Periksa bahasa sebuah naskah.

    Kata sandi .naskah yang dikunci ditanyakan, atau dibaca dari NEWSROOM_NASKAH_PASSPHRASE.
    """
    newsroom = newsroom_of(ctx)
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
    checker = _checker(newsroom_of(ctx))
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

    done = change_words(newsroom_of(ctx), lists or [], add or [], remove or [], export)
    return 0 if done else 2


def rules(format: TextFormat = "md") -> int:
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


CHECKING_COMMANDS: dict[str, Callable[..., int]] = {
    "check": check,
    "spell": spell,
    "words": words,
    "rules": rules,
}


def _read(newsroom: Newsroom, file: str, *, split: bool) -> Story:
    if file != STDIN:
        return story_in(newsroom, Path(file), split=split)
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
