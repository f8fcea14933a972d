"""The story as one text file: YAML front matter, then the body in Markdown.

The keys and their order are a contract with other programs; see the README.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

import yaml

from newsroom.story import values as read
from newsroom.story.characters import without_controls
from newsroom.story.dateline import Dateline
from newsroom.story.details import (
    photo_details,
    story_details,
    with_photo_details,
    with_story_details,
)
from newsroom.story.story import Photo, Story
from newsroom.story.values import FaultyValue, filled
from newsroom.story.workflow import Status

_FENCE = "---"
_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)
_ODD_BREAK = re.compile("[\x85\u2028\u2029]")
# YAML takes seconds for so much.
_MOST_HEAD, _MOST_VALUES = 1_000_000, 50_000  # characters; values, keys, lists and tables
# All that is written, and the mark of what is none of it (None).
_TAGS = (None, *(f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map", "null")))
_YES = frozenset({"true", "yes", "on", "ya", "1"})


class FrontMatterError(ValueError):
    """The head of a story file can't be understood; the message says where and why."""


class _TextLoader(yaml.SafeLoader):
    """Leaves words words: ``NO``, ``10.05``, ``007`` and dates are read as they stand.

    Control characters, which YAML writes as escapes, are none. There is nothing in it but
    tables, lists and words, and nothing stands for what stands elsewhere: a few lines of such
    would be gigabytes.
    """

    yaml_implicit_resolvers = {  # noqa: RUF012 (as the base class declares it)
        first: [(tag, form) for tag, form in resolvers if tag == "tag:yaml.org,2002:null"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    yaml_constructors = {  # noqa: RUF012 (as the base class declares it)
        tag: made for tag, made in yaml.SafeLoader.yaml_constructors.items() if tag in _TAGS
    }

    _values = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        self._values += 1
        if self._values > _MOST_VALUES:
            raise _too_long()
        if self.check_event(yaml.AliasEvent):
            event: Any = self.peek_event()  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(None, None, "an alias", event.start_mark)
        return super().compose_node(parent, index)

    def construct_scalar(self, node: yaml.ScalarNode | yaml.MappingNode) -> str:
        return without_controls(read.whole(str(super().construct_scalar(node))), " ")


class _Dumper(yaml.SafeDumper):
    """Escapes the line breaks that YAML would fold and that no person typed as such.

    What stands in two places is written out in both.
    """

    def ignore_aliases(self, data: object) -> bool:
        return True


def _represent_text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = '"' if _ODD_BREAK.search(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


def _represent_moment(dumper: _Dumper, moment: datetime) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:timestamp", moment.isoformat())


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(datetime, _represent_moment)


def read_story(text: str) -> Story:
    """Read a story file. A text without front matter is all body.

    Control characters, which word processors leave behind, are left out.

    Raises FrontMatterError with the line or key at fault, in Indonesian.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    opening = _OPENING.match(text)
    if not opening:
        return Story(body=without_controls(text))
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        raise FrontMatterError(
            "kepala naskah dibuka dengan '---' tetapi tidak ditutup dengan '---'"
        )
    if closing.start() > _MOST_HEAD:
        raise _too_long()
    values = _values(text[opening.end() : closing.start()])
    # One empty line parts the head from the body, which may open with more; the end of
    # the last line ends the file.
    body = text[closing.end() :].removeprefix("\n").removesuffix("\n")
    body = without_controls(body)
    try:
        return _story(values, body)
    except FaultyValue as error:
        raise FrontMatterError(str(error)) from None


def write_story(story: Story) -> str:
    """Write a story as a story file; empty fields are left out."""
    head: dict[str, Any] = {
        "headline": story.headline,
        "kicker": story.kicker,
        "subheadline": story.subheadline,
        "slug": story.slug,
        "dateline": filled(
            {
                "place": story.dateline.place,
                "source": story.dateline.source,
                "date": story.dateline.date,
                "pattern": story.dateline.pattern,
            }
        ),
        "byline": list(story.byline),
        "editor": story.editor,
        "section": story.section,
        "tags": list(story.tags),
        "summary": story.summary,
        "status": str(story.status),
        "embargo": story.embargo,
        "closing": story.closing,
        **story_details(story),
        "photos": [_photo_values(photo) for photo in story.photos],
    }
    kept = {"headline": story.headline} | filled(head)
    yaml_text = yaml.dump(kept, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return f"{_FENCE}\n{yaml_text}{_FENCE}\n\n{story.body}\n"


def _values(head: str) -> dict[str, Any]:
    try:
        values = yaml.load(head, _TextLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 2
        raise FrontMatterError(
            f"baris {line} tidak terbaca; periksa titik dua, tanda kutip, dan spasi di awal baris"
        ) from None
    except yaml.reader.ReaderError as error:
        line = head.count("\n", 0, error.position) + 2
        raise FrontMatterError(f"baris {line} memuat karakter yang tidak boleh ada") from None
    except FrontMatterError:
        raise
    except (ValueError, RecursionError):
        raise FrontMatterError("kepala naskah tidak terbaca") from None
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise FrontMatterError("kepala naskah harus berisi 'kunci: nilai'")
    return values


def _too_long() -> FrontMatterError:
    return FrontMatterError("kepala naskah terlalu panjang")


def _photo_values(photo: Photo) -> dict[str, Any]:
    return filled(
        {
            "file": photo.file,
            "caption": photo.caption,
            "credit": photo.credit,
            "alt": photo.alt,
            "taken": photo.taken,
            "place": photo.place,
            "lead": photo.lead,
        }
        | photo_details(photo)
    )


def _story(values: dict[str, Any], body: str) -> Story:
    dateline = read.mapping(values, "dateline")
    photos = values.get("photos") or []
    if not isinstance(photos, list):
        raise FrontMatterError("'photos' harus berupa daftar foto")
    story = Story(
        headline=read.text(values, "headline"),
        kicker=read.text(values, "kicker"),
        subheadline=read.text(values, "subheadline"),
        body=body,
        dateline=Dateline(
            place=read.text(dateline, "place"),
            source=read.text(dateline, "source"),
            date=read.day(dateline, "date"),
            pattern=read.text(dateline, "pattern"),
        ),
        byline=read.texts(values, "byline"),
        editor=read.text(values, "editor"),
        section=read.text(values, "section"),
        tags=read.texts(values, "tags"),
        slug=read.text(values, "slug"),
        summary=read.text(values, "summary"),
        status=_status(values),
        embargo=read.moment(values, "embargo"),
        closing=read.text(values, "closing"),
        photos=tuple(_photo(photo, number) for number, photo in enumerate(photos, 1)),
    )
    return with_story_details(story, values)


def _photo(values: Any, number: int) -> Photo:
    if not isinstance(values, dict):
        raise FrontMatterError(f"foto ke-{number} harus berisi 'kunci: nilai'")
    photo = Photo(
        file=read.text(values, "file"),
        caption=read.text(values, "caption"),
        credit=read.text(values, "credit"),
        alt=read.text(values, "alt"),
        taken=read.day(values, "taken"),
        place=read.text(values, "place"),
        lead=read.text(values, "lead").casefold() in _YES,
    )
    return with_photo_details(photo, values)


def _status(values: dict[str, Any]) -> Status:
    text = read.text(values, "status")
    try:
        return Status(text or Status.DRAFT)
    except ValueError:
        known = ", ".join(Status)
        raise FrontMatterError(f"status '{text}' tidak dikenal; yang ada: {known}") from None
