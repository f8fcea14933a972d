"""What a newsroom sets for itself, as the texts of its files in the data folder."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from newsroom.exchange.errors import ExchangeError, disk_fault
from newsroom.exchange.settings.files import change_files
from newsroom.exchange.settings.toml_text import with_values
from newsroom.exchange.templates import FOLDER as TEMPLATES
from newsroom.exchange.templates import is_template
from newsroom.language.house import HouseError
from newsroom.language.house_file import read_house_text
from newsroom.language.reference import abouts
from newsroom.portal.profile import read_profile
from newsroom.portal.profile_table import ProfileError
from newsroom.resources import resource
from newsroom.story.file_names import safe_name
from newsroom.story.front_matter import FrontMatterError, read_story

PORTALS, HOUSES = "portals", "house"

_RESERVED = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    *(f"{port}{n}" for port in ("COM", "LPT") for n in "123456789"),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """The text of a portal's file and of the house's, and its own templates by file name."""

    portal: str
    house: str = ""
    templates: Mapping[str, str] = field(default_factory=dict)

    @property
    def portal_values(self) -> dict[str, Any]:
        """What the portal's file holds."""
        return tomllib.loads(self.portal)

    @property
    def house_values(self) -> dict[str, Any]:
        """What the house's file holds."""
        return tomllib.loads(self.house)

    def with_changes(
        self, portal: Mapping[str, Any], house: Mapping[str, Any], templates: Mapping[str, str]
    ) -> Settings:
        """Return the settings with other values; comments and order stay."""
        return replace(
            self,
            portal=with_values(self.portal, portal),
            house=with_values(self.house, house),
            templates=dict(templates),
        )

    def require_sound(self, name: str) -> None:
        """Raise ExchangeError, with the first fault, if the program could not use them."""
        try:
            read_profile(name, self.portal)
            read_house_text(name, self.house).require(about.id for about in abouts())
        except (ProfileError, HouseError) as error:
            raise ExchangeError(str(error)) from None
        except (ValueError, RecursionError):  # numbers and nesting without end
            raise ExchangeError(f"{name}.toml: bukan TOML yang sah") from None
        for file, text in self.templates.items():
            if fault := template_fault(file, text):
                raise ExchangeError(f"{file}: {fault}")


def template_fault(file: str, text: str) -> str:
    """Return what is wrong with a template of this file name, or nothing."""
    stem = file.rpartition(".")[0]
    plain = safe_name(file) == file and stem.upper() not in _RESERVED
    if not plain or not is_template(file):
        return "nama berkas templat tidak sah"
    try:
        story = read_story(text)
    except FrontMatterError as error:
        return f"templat tidak terbaca, {error}"
    return "" if story.headline or story.body.strip() else "templat kosong"


def read_settings(home: Path, name: str) -> Settings:
    """Read the settings in force: the user's own files, else those that ship.

    Raises ExchangeError where a file is no text or no TOML.
    """
    settings = Settings(
        _text(home / PORTALS / f"{name}.toml", resource(PORTALS, f"{name}.toml")),
        _text(home / HOUSES / f"{name}.toml", resource(HOUSES, f"{name}.toml")),
        {
            path.name: _text(path)
            for path in sorted((home / TEMPLATES).glob("*.md"))
            if is_template(path.name)
        },
    )
    for folder, text in ((PORTALS, settings.portal), (HOUSES, settings.house)):
        try:
            tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise ExchangeError(f"{folder}/{name}.toml: bukan TOML yang sah: {error}") from None
    return settings


def write_settings(home: Path, name: str, before: Settings, after: Settings) -> None:
    """Write what differs into the user's own files, all of it or nothing.

    The files as they were stay beside them. Raises ExchangeError.
    """
    after.require_sound(name)
    contents: dict[Path, bytes | None] = {}
    if after.portal != before.portal:
        contents[home / PORTALS / f"{name}.toml"] = _bytes(after.portal)
    if after.house != before.house:
        contents[home / HOUSES / f"{name}.toml"] = _bytes(after.house)
    for file in sorted({*before.templates, *after.templates}):
        text = after.templates.get(file)
        if text != before.templates.get(file):
            contents[home / TEMPLATES / file] = None if text is None else _bytes(text)
    change_files(contents)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")  # half a character, as some programs paste


def _text(path: Path, shipped: Path | None = None) -> str:
    if not path.is_file():
        if shipped is None or not shipped.is_file():
            return ""
        path = shipped
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ExchangeError(f"{path}: berkas harus berupa teks UTF-8") from None
    except OSError as error:
        raise ExchangeError(f"{path}: {disk_fault(error)}") from None
