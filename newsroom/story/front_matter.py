"""The story as one text file: YAML front matter, then the body in Markdown.

The keys and their order are a contract with other programs; see the README.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date, datetime
from typing import Any

import yaml

from newsroom.story.dateline import Dateline
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status

_FENCE = "---"
_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)
_ODD_BREAK = re.compile("[\x85\u2028\u2029]")
_YES = frozenset({"true", "yes", "on", "ya", "1"})


class FrontMatterError(ValueError):
    """The head of a story file can't be understood; the message says where and why."""


class _TextLoader(yaml.SafeLoader):
    """Leaves words words: ``NO``, ``10.05``, ``007`` and dates are read as they stand."""

    yaml_implicit_resolvers = {  # noqa: RUF012 (as the base class declares it)
        first: [(tag, form) for tag, form in resolvers if tag == "tag:yaml.org,2002:null"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


class _Dumper(yaml.SafeDumper):
    """Escapes the line breaks that YAML would fold and that no person typed as such."""


def _represent_text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = '"' if _ODD_BREAK.search(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


def _represent_moment(dumper: _Dumper, moment: datetime) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:timestamp", moment.isoformat())


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(datetime, _represent_moment)


def read_story(text: str) -> Story:
    """Read a story file. A text without front matter is all body.

    Raises FrontMatterError with the line or key at fault, in Indonesian.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    opening = _OPENING.match(text)
    if not opening:
        return Story(body=text)
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        raise FrontMatterError(
            "kepala naskah dibuka dengan '---' tetapi tidak ditutup dengan '---'"
        )
    values = _values(text[opening.end() : closing.start()])
    # One empty line parts the head from the body, which may open with more; the end of
    # the last line ends the file.
    body = text[closing.end() :].removeprefix("\n").removesuffix("\n")
    return _story(values, body)


def write_story(story: Story) -> str:
    """Write a story as a story file; empty fields are left out."""
    head: dict[str, Any] = {
        "headline": story.headline,
        "kicker": story.kicker,
        "subheadline": story.subheadline,
        "slug": story.slug,
        "dateline": _drop_empty(
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
        "photos": [_photo_values(photo) for photo in story.photos],
    }
    kept = {"headline": story.headline} | _drop_empty(head)
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
    except (ValueError, RecursionError):
        raise FrontMatterError("kepala naskah tidak terbaca") from None
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise FrontMatterError("kepala naskah harus berisi 'kunci: nilai'")
    return values


def _drop_empty(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in ("", None, [], {}, False)}


def _photo_values(photo: Photo) -> dict[str, Any]:
    return _drop_empty(
        {
            "file": photo.file,
            "caption": photo.caption,
            "credit": photo.credit,
            "alt": photo.alt,
            "taken": photo.taken,
            "place": photo.place,
            "lead": photo.lead,
        }
    )


def _story(values: dict[str, Any], body: str) -> Story:
    dateline = _mapping(values, "dateline")
    photos = values.get("photos") or []
    if not isinstance(photos, list):
        raise FrontMatterError("'photos' harus berupa daftar foto")
    return Story(
        headline=_text(values, "headline"),
        kicker=_text(values, "kicker"),
        subheadline=_text(values, "subheadline"),
        body=body,
        dateline=Dateline(
            place=_text(dateline, "place"),
            source=_text(dateline, "source"),
            date=_date(dateline, "date"),
            pattern=_text(dateline, "pattern"),
        ),
        byline=_texts(values, "byline"),
        editor=_text(values, "editor"),
        section=_text(values, "section"),
        tags=_texts(values, "tags"),
        slug=_text(values, "slug"),
        summary=_text(values, "summary"),
        status=_status(values),
        embargo=_moment(values, "embargo"),
        closing=_text(values, "closing"),
        photos=tuple(_photo(photo, number) for number, photo in enumerate(photos, 1)),
    )


def _photo(values: Any, number: int) -> Photo:
    if not isinstance(values, dict):
        raise FrontMatterError(f"foto ke-{number} harus berisi 'kunci: nilai'")
    return Photo(
        file=_text(values, "file"),
        caption=_text(values, "caption"),
        credit=_text(values, "credit"),
        alt=_text(values, "alt"),
        taken=_date(values, "taken"),
        place=_text(values, "place"),
        lead=_text(values, "lead").casefold() in _YES,
    )


def _text(values: dict[str, Any], key: str) -> str:
    value = values.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise FrontMatterError(f"'{key}' harus berupa teks")
    return _whole(value)


def _texts(values: dict[str, Any], key: str) -> tuple[str, ...]:
    value = values.get(key) or []
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list) or not all(isinstance(item, str | None) for item in value):
        raise FrontMatterError(f"'{key}' harus berupa daftar teks")
    return tuple(_whole(item) for item in value if item)


def _whole(text: str) -> str:
    """Join the halves of a character that JSON's way of escaping leaves apart."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _mapping(values: dict[str, Any], key: str) -> dict[str, Any]:
    value = values.get(key) or {}
    if not isinstance(value, dict):
        raise FrontMatterError(f"'{key}' harus berisi 'kunci: nilai'")
    return value


def _date(values: dict[str, Any], key: str) -> date | None:
    text = _text(values, key)
    if not text:
        return None
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        raise FrontMatterError(f"'{key}: {text}' bukan tanggal (TTTT-BB-HH)") from None


def _moment(values: dict[str, Any], key: str) -> datetime | None:
    text = _text(values, key)
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise FrontMatterError(f"'{key}: {text}' bukan waktu (TTTT-BB-HHTJJ:MM+07:00)") from None
    if moment.tzinfo is None:
        raise FrontMatterError(f"'{key}: {text}' harus menyebut zona, misalnya +07:00")
    if moment.year in (MINYEAR, MAXYEAR):  # in another zone it may be out of the calendar
        raise FrontMatterError(f"'{key}: {text}' bukan tahun yang masuk akal")
    return moment


def _status(values: dict[str, Any]) -> Status:
    text = _text(values, "status")
    try:
        return Status(text or Status.DRAFT)
    except ValueError:
        known = ", ".join(Status)
        raise FrontMatterError(f"status '{text}' tidak dikenal; yang ada: {known}") from None
