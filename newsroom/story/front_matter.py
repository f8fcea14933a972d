"""The story as one text file: YAML front matter, then the body in Markdown.

The keys and their order are a contract with other programs; see the README.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import yaml

from newsroom.story.dateline import Dateline
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status

_FENCE = "---"


class FrontMatterError(ValueError):
    """The head of a story file can't be understood; the message says where and why."""


def read_story(text: str) -> Story:
    """Read a story file. A text without front matter is all body.

    Raises FrontMatterError with the line or key at fault, in Indonesian.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.startswith(_FENCE + "\n"):
        return Story(body=text)
    head, fence, body = text[len(_FENCE) + 1 :].partition(f"\n{_FENCE}\n")
    if not fence:
        if not head.endswith("\n" + _FENCE):
            raise FrontMatterError("kepala naskah dibuka dengan '---' tetapi tidak ditutup")
        head, body = head.removesuffix("\n" + _FENCE), ""
    try:
        values = yaml.safe_load(head) or {}
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 2
        raise FrontMatterError(f"baris {line}: {error.problem}") from None
    except (yaml.YAMLError, ValueError) as error:
        raise FrontMatterError(f"kepala naskah tidak terbaca: {error}") from None
    if not isinstance(values, dict):
        raise FrontMatterError("kepala naskah harus berisi 'kunci: nilai'")
    return _story(values, body.lstrip("\n"))


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
        "embargo": story.embargo.isoformat() if story.embargo else None,
        "closing": story.closing,
        "photos": [_photo_values(photo) for photo in story.photos],
    }
    kept = {"headline": story.headline} | _drop_empty(head)
    yaml_text = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=10_000)
    return f"{_FENCE}\n{yaml_text}{_FENCE}\n\n{story.body}"


def _drop_empty(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in ("", None, [], {}, False)}


def _photo_values(photo: Photo) -> dict[str, Any]:
    return {"file": photo.file} | _drop_empty(
        {
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
    if not isinstance(values, dict) or not values.get("file"):
        raise FrontMatterError(f"foto ke-{number} tidak menyebut 'file'")
    return Photo(
        file=_text(values, "file"),
        caption=_text(values, "caption"),
        credit=_text(values, "credit"),
        alt=_text(values, "alt"),
        taken=_date(values, "taken"),
        place=_text(values, "place"),
        lead=bool(values.get("lead")),
    )


def _text(values: dict[str, Any], key: str) -> str:
    value = values.get(key)
    if value is None:
        return ""
    if isinstance(value, dict | list):
        raise FrontMatterError(f"'{key}' harus berupa teks")
    return str(value)


def _texts(values: dict[str, Any], key: str) -> tuple[str, ...]:
    value = values.get(key) or []
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list) or any(isinstance(item, dict | list) for item in value):
        raise FrontMatterError(f"'{key}' harus berupa daftar teks")
    return tuple(str(item) for item in value if item is not None)


def _mapping(values: dict[str, Any], key: str) -> dict[str, Any]:
    value = values.get(key) or {}
    if not isinstance(value, dict):
        raise FrontMatterError(f"'{key}' harus berisi 'kunci: nilai'")
    return value


def _date(values: dict[str, Any], key: str) -> date | None:
    value = values.get(key)
    if value in (None, ""):
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise FrontMatterError(f"'{key}: {value}' bukan tanggal (TTTT-BB-HH)") from None


def _moment(values: dict[str, Any], key: str) -> datetime | None:
    value = values.get(key)
    if value in (None, ""):
        return None
    try:
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    except ValueError:
        raise FrontMatterError(f"'{key}: {value}' bukan waktu ISO 8601") from None
    if moment.tzinfo is None:
        raise FrontMatterError(f"'{key}: {value}' harus menyebut zona, misalnya +07:00")
    return moment


def _status(values: dict[str, Any]) -> Status:
    value = values.get("status") or Status.DRAFT
    try:
        return Status(value)
    except ValueError:
        known = ", ".join(Status)
        raise FrontMatterError(f"status '{value}' tidak dikenal; yang ada: {known}") from None
