"""A newsroom's settings in one file, ``.redaksi``, so that all colleagues have the same.

It is a zip: ``manifest.json``, ``portal.toml``, ``house.toml`` and ``templates/…``.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.kinds import SETTINGS
from newsroom.exchange.manifest import (
    Kind,
    Part,
    add_manifest,
    add_part,
    content_of,
    parts_of,
    read_manifest,
)
from newsroom.exchange.settings.settings import Settings
from newsroom.exchange.whole_file import written_whole
from newsroom.exchange.zips import TooLarge, opened_zip

ENDING = SETTINGS
KIND = Kind(ENDING, "redaksi/1")

_PORTAL, _HOUSE, _TEMPLATES = "portal.toml", "house.toml", "templates/"
_MOST_TEXT = 4_000_000  # bytes, all together


def write_share(settings: Settings, name: str, path: Path) -> None:
    """Write the settings of a newsroom, called ``name``, as one file.

    The same settings give the same bytes. Raises ExchangeError, also where the program
    could not use them.
    """
    settings.require_sound(name)
    with written_whole(path, "pengaturan") as part, zipfile.ZipFile(part, "w") as archive:
        parts: dict[str, Part] = {}
        for file, text in (
            (_PORTAL, settings.portal),
            (_HOUSE, settings.house),
            *((_TEMPLATES + file, text) for file, text in sorted(settings.templates.items())),
        ):
            parts[file] = add_part(archive, file, text.encode())
        add_manifest(archive, KIND, parts, name=name)


def read_share(path: Path, name: str) -> Settings:
    """Read settings that somebody shares, for the newsroom that is called ``name`` here.

    Nothing is unpacked. Raises ExchangeError where anything in the file is not as its
    manifest says, or the program could not use it.
    """
    damaged = f"Berkas {ENDING} ini rusak; minta dikirim ulang: {path}"
    too_large = f"Isi berkas {ENDING} ini terlalu besar: {path}"
    with opened_zip(path, damaged, too_large) as archive:
        parts = parts_of(read_manifest(archive, KIND, path), KIND, path)
        wanted = {
            file: part
            for file, part in parts.items()
            if file in (_PORTAL, _HOUSE) or file.startswith(_TEMPLATES)
        }
        if sum(part.size for part in wanted.values()) > _MOST_TEXT:
            raise TooLarge
        texts = {
            file: content_of(archive, file, part, _MOST_TEXT).decode("utf-8")
            for file, part in wanted.items()
        }
        templates = {
            file.removeprefix(_TEMPLATES): text
            for file, text in texts.items()
            if file.startswith(_TEMPLATES)
        }
        if len({file.casefold() for file in templates}) < len(templates):
            raise ValueError("templates")
        settings = Settings(texts[_PORTAL], texts.get(_HOUSE, ""), templates)
    try:
        settings.require_sound(name)
    except ExchangeError as error:
        raise ExchangeError(f"Isi berkas {ENDING} ini tidak dapat dipakai: {error}") from None
    return settings


def received(before: Settings, shared: Settings) -> Settings:
    """Return the settings with those that somebody shares; templates of one's own stay."""
    return Settings(shared.portal, shared.house, {**before.templates, **shared.templates})
