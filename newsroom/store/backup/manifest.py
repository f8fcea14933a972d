"""What a backup says of itself, in ``manifest.json``: a person can read it too."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from newsroom import __version__
from newsroom.store.backup.errors import BackupDamaged

MANIFEST = "manifest.json"
KEY = "kunci.age"
SEALED = ".age"
SETTINGS = "settings"
FORMAT = "newsroom-backup/1"

_PICTURE = re.compile(r"([0-9a-f]{2})/(\1[0-9a-f]{62})(?:\.[a-z0-9]{1,5})?")
_SETTING = re.compile(r"(?:[\w .()-]+/)?[\w .()-]+\.\w{1,5}")
_MOST = 64_000_000  # bytes of a manifest: half a million pictures


class Kind(StrEnum):
    """Why a backup was made."""

    AUTOMATIC = "automatic"
    MIGRATION = "before-migration"
    RESTORE = "before-restore"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the backup, as it is when it is open."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds.

    ``sequence`` counts the backups of a place, whatever the clock says; ``state`` is the
    same for two that hold the same stories and words. ``media`` is None where pictures
    were left out, because nothing was to be done to them.
    """

    id: str
    made: datetime
    kind: Kind
    schema: str
    stories: int
    state: str
    database: Part
    media: tuple[str, ...] | None = None
    settings: Mapping[str, Part] = field(default_factory=dict)
    key: str = ""  # which pair of keys it is closed with; empty for one that is open
    sequence: int = 0
    program: str = f"newsroom {__version__}"

    @property
    def sealed(self) -> bool:
        """Say whether it opens only with its passphrase."""
        return bool(self.key)

    def as_json(self) -> str:
        """Return the manifest as it is written."""
        told = {
            "format": FORMAT,
            "program": self.program,
            "id": self.id,
            "made": self.made.isoformat(timespec="seconds"),
            "kind": str(self.kind),
            "sequence": self.sequence,
            "sealed": self.sealed,
            "key": self.key,
            "schema": self.schema,
            "stories": self.stories,
            "state": self.state,
            "database": _part(self.database),
            "settings": {name: _part(part) for name, part in self.settings.items()},
            "media": None if self.media is None else list(self.media),
        }
        return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def picture_digest(name: str) -> str:
    """Return the digest that a picture is kept under; empty if it is no name of one."""
    found = _PICTURE.fullmatch(name)
    return found[2] if found else ""


def is_setting(name: str) -> bool:
    """Say whether a name is one of a newsroom's own settings, and stays where it belongs."""
    return bool(_SETTING.fullmatch(name)) and ".." not in name


def read_manifest(path: Path) -> Manifest:
    """Read the manifest of a backup. Raises BackupDamaged, and OSError."""
    if path.stat().st_size > _MOST:
        raise damaged(path)
    return parsed(path.read_bytes(), path)


def parsed(content: bytes, path: Path) -> Manifest:
    """Return what a manifest says. Raises BackupDamaged, which names ``path``."""
    try:
        told = json.loads(content.decode("utf-8"))
        version = told["format"]
        if version != FORMAT and str(version).startswith("newsroom-backup/"):
            raise BackupDamaged(
                f"Cadangan {path} dibuat Newsroom yang lebih baru; perbarui Newsroom."
            )
        if version != FORMAT:
            raise ValueError(version)
        manifest = Manifest(
            id=str(told["id"]),
            made=datetime.fromisoformat(told["made"]),
            kind=Kind(told["kind"]),
            schema=str(told["schema"]),
            stories=int(told["stories"]),
            state=str(told["state"]),
            database=_read_part(told["database"]),
            media=None if told["media"] is None else tuple(map(str, told["media"])),
            settings={name: _read_part(part) for name, part in told["settings"].items()},
            key=str(told["key"]),
            sequence=int(told["sequence"]),
            program=str(told["program"]),
        )
        if manifest.made.tzinfo is None:
            raise ValueError(told["made"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise damaged(path) from None
    names = (*(manifest.media or ()),)
    if not all(map(picture_digest, names)) or not all(map(is_setting, manifest.settings)):
        raise damaged(path)
    return manifest


def damaged(path: Path) -> BackupDamaged:
    """Return the error for a backup that is not what it was."""
    return BackupDamaged(f"Cadangan {path} rusak, atau bukan cadangan Newsroom.")


def _part(part: Part) -> dict[str, Any]:
    return {"size": part.size, "sha256": part.sha256}


def _read_part(told: Any) -> Part:
    return Part(int(told["size"]), str(told["sha256"]))
