"""A portal's profile: its site, rubrics, house style and limits, as one TOML file.

What each key means stands in ``resources/portals/README.md``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newsroom.portal.profile_table import ProfileError, ProfileTable
from newsroom.portal.web_address import site_fault
from newsroom.resources import resource
from newsroom.story.caption import template_fault
from newsroom.story.dateline_pattern import pattern_fault
from newsroom.story.notes import NoteStyle

EDITORS = ("blocks", "classic")  # of the site: the block editor, or the one before it
STATUSES = ("draft", "pending")  # what an upload may ask for; publishing is a person's step

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LOGIN = re.compile(r"[A-Za-z0-9 _.@-]{1,60}")
_STAGING = re.compile(r"[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*")
# WordPress puts uploads there itself: two pictures of one name would meet.
_OWN_UPLOADS = re.compile(r"(?:^|/)uploads/\d{4}/\d{1,2}$")
_SIDE = range(320, 10_001)  # pixels: less is no picture of a story, more no picture of the web


@dataclass(frozen=True, slots=True)
class Section:
    """A rubric; ``parent`` is the slug of the one above it, or empty."""

    name: str
    slug: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """Lengths that a story should keep to: characters, but the lead in words."""

    headline: int = 70
    lead_words: int = 35
    summary: int = 160


@dataclass(frozen=True, slots=True)
class PhotoLimits:
    """What a photograph may be: pixels, JPEG quality (1–95), bytes."""

    longest_side: int = 1600
    quality: int = 85
    max_bytes: int = 600_000


@dataclass(frozen=True, slots=True)
class Profile:
    """One portal. ``authors`` maps a byline to a WordPress login.

    ``staging`` is the folder on the site, from its root, where the pictures of
    a bundle wait for the import. ``closing`` is used where a story has none;
    ``closings`` are all that the portal knows. ``captions`` are how its captions are
    begun, with slots such as ``{tempat}``. ``editor`` is one of ``EDITORS``. ``notes`` is
    no part of its file: it is how the house that goes there tells readers of corrections.
    """

    name: str
    title: str
    site: str
    time_zone: str
    datelines: tuple[str, ...]
    source: str
    closing: str
    closings: tuple[str, ...]
    sections: tuple[Section, ...]
    authors: Mapping[str, str]
    default_author: str
    staging: str
    default_status: str = "draft"
    limits: Limits = field(default_factory=Limits)
    photo: PhotoLimits = field(default_factory=PhotoLimits)
    captions: tuple[str, ...] = ()
    editor: str = EDITORS[0]
    notes: NoteStyle = field(default_factory=NoteStyle, compare=False)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of the site."""
        return ZoneInfo(self.time_zone)

    def section(self, name: str) -> Section | None:
        """Return the rubric with this name or slug, in any case."""
        wanted = name.strip().casefold()
        return next(
            (one for one in self.sections if wanted in (one.name.casefold(), one.slug)), None
        )

    def lineage(self, section: Section) -> tuple[Section, ...]:
        """Return the rubric with those above it, the topmost first."""
        above = self.section(section.parent) if section.parent else None
        return (*self.lineage(above), section) if above else (section,)

    def login(self, byline: str) -> str:
        """Return the WordPress login of a writer, or ``""`` if the profile has none."""
        wanted = byline.strip().casefold()
        return next(
            (login for name, login in self.authors.items() if name.casefold() == wanted), ""
        )

    def media_url(self, file_name: str) -> str:
        """Return the address that a staged picture has on the site."""
        return f"{self.site}/{self.staging}/{file_name}"


def load_profile(name: str, folder: Path | None = None) -> Profile:
    """Load a profile by name; one in ``folder``, the user's own, wins over a shipped one.

    Raises ProfileError, in Indonesian, with the file and the key at fault.
    """
    require_name(name)
    for place in _folders(folder):
        path = place / f"{name}.toml"
        if path.is_file():
            return make_profile(name, _read(path))
    known = ", ".join(profile_names(folder))
    raise ProfileError(f"profil portal '{name}' tidak ada; yang ada: {known}")


def require_name(name: str) -> None:
    """Raise ProfileError if no profile can have this name: it is a file's, without its ending."""
    if not _NAME.fullmatch(name):
        raise ProfileError(f"nama profil portal tidak sah: '{name}'")


def read_profile(name: str, text: str) -> Profile:
    """Read a profile from the text of its file. Raises ProfileError."""
    return make_profile(name, _parse(text, f"{name}.toml"))


def make_profile(name: str, values: Mapping[str, Any]) -> Profile:
    """Make a profile of what its file holds. Raises ProfileError."""
    return _profile(name, ProfileTable(values, f"{name}.toml"))


def profile_names(folder: Path | None = None) -> list[str]:
    """Return the names of all profiles, the user's own included, in alphabetic order."""
    return sorted({path.stem for place in _folders(folder) for path in place.glob("*.toml")})


def all_profiles(first: str, folder: Path | None = None) -> list[Profile]:
    """Return all profiles that can be read, ``first`` at their head. Raises ProfileError for it.

    Another with a fault in it is left out: whoever asks for it by name is told.
    """
    profiles = [load_profile(first, folder)]
    for name in profile_names(folder):
        if name != first:
            with suppress(ProfileError):
                profiles.append(load_profile(name, folder))
    return profiles


def _folders(own: Path | None) -> list[Path]:
    return [place for place in (own, resource("portals")) if place is not None]


def _read(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ProfileError(f"{path.name}: berkas harus berupa teks UTF-8") from None
    except OSError:
        raise ProfileError(f"{path.name}: tidak dapat dibaca") from None
    return _parse(text, path.name)


def _parse(text: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(f"{file}: bukan TOML yang sah: {error}") from None


def _profile(name: str, table: ProfileTable) -> Profile:
    limits = table.table("limits")
    photo = table.table("photo")
    profile = Profile(
        name=name,
        title=table.text("title"),
        site=_site(table),
        time_zone=_zone(table),
        datelines=_patterns(table),
        source=table.text("source"),
        closing=table.text("closing", ""),
        closings=table.texts("closings", ()),
        sections=_sections(table.tables("sections")),
        authors=_authors(table.table("authors")),
        default_author=_fitting(table, "default_author", _LOGIN, "login WordPress"),
        staging=_staging(table),
        default_status=_one_of(table, "default_status", STATUSES),
        limits=Limits(
            headline=limits.number("headline", Limits().headline),
            lead_words=limits.number("lead_words", Limits().lead_words),
            summary=limits.number("summary", Limits().summary),
        ),
        photo=PhotoLimits(
            longest_side=photo.number(
                "longest_side", PhotoLimits().longest_side, least=_SIDE[0], most=_SIDE[-1]
            ),
            quality=photo.number("quality", PhotoLimits().quality, most=95),
            max_bytes=photo.number("max_bytes", PhotoLimits().max_bytes),
        ),
        captions=_captions(table),
        editor=_one_of(table, "editor", EDITORS),
    )
    for part in (limits, photo, table):
        part.close()
    return profile


def _site(table: ProfileTable) -> str:
    site = table.text("site").rstrip("/")
    if fault := site_fault(site):
        raise table.error("site", f"'{site}' {fault}")
    return site


def _zone(table: ProfileTable) -> str:
    zone = table.text("time_zone")
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise table.error("time_zone", f"zona waktu '{zone}' tidak dikenal") from None
    return zone


def _patterns(table: ProfileTable) -> tuple[str, ...]:
    patterns = table.texts("datelines")
    for pattern in patterns:
        if fault := pattern_fault(pattern):
            raise table.error("datelines", f"pola '{pattern}' {fault}")
    return patterns


def _captions(table: ProfileTable) -> tuple[str, ...]:
    templates = table.texts("captions", ())
    for template in templates:
        if fault := template_fault(template):
            raise table.error("captions", f"pola '{template}' {fault}")
    return templates


def _staging(table: ProfileTable) -> str:
    folder = _fitting(table, "staging", _STAGING, "folder di situs")
    if _OWN_UPLOADS.search(folder):
        raise table.error("staging", f"'{folder}' dipakai WordPress sendiri; pilih folder lain")
    return folder


def _sections(tables: list[ProfileTable]) -> tuple[Section, ...]:
    sections: dict[str, Section] = {}
    for table in tables:
        slug = _fitting(table, "slug", _SLUG, "slug")
        section = Section(table.text("name"), slug, table.text("parent", ""))
        if section.slug in sections:
            raise table.error("slug", f"rubrik '{section.slug}' tertulis dua kali")
        if section.parent and section.parent not in sections:
            raise table.error("parent", f"rubrik induk '{section.parent}' tidak ada di atasnya")
        sections[section.slug] = section
        table.close()
    return tuple(sections.values())


def _authors(table: ProfileTable) -> dict[str, str]:
    return {name: _fitting(table, name, _LOGIN, "login WordPress") for name in table.names()}


def _one_of(table: ProfileTable, key: str, choices: tuple[str, ...]) -> str:
    text = table.text(key, choices[0])
    if text not in choices:
        raise table.error(key, f"'{text}' bukan {' atau '.join(choices)}")
    return text


def _fitting(table: ProfileTable, key: str, shape: re.Pattern[str], what: str) -> str:
    text = table.text(key)
    if not shape.fullmatch(text):
        raise table.error(key, f"'{text}' bukan {what} yang sah")
    return text
