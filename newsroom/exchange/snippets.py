"""Snippets: short texts with fields, by the letters they are called with."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsroom.resources import resource

FILE = "snippets.toml"

_KEY = re.compile(r"[^\W\d_][^\W_]{0,11}")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A text to insert: the letters it is called with, its name in the list, itself."""

    key: str
    name: str
    text: str


class SnippetError(ValueError):
    """A file of snippets can't be understood; the message says what is wrong, in Indonesian."""


def read_snippets(home: Path) -> tuple[dict[str, Snippet], list[str]]:
    """Return the snippets by their letters, the user's own winning, and what can't be read."""
    found: dict[str, Snippet] = {}
    faults: list[str] = []
    for path in (resource(FILE), home / FILE):
        if not path.is_file():
            continue
        try:
            found |= _read(path)
        except SnippetError as error:
            faults.append(f"{path}: {error}")
    return found, faults


def _read(path: Path) -> dict[str, Snippet]:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise SnippetError("berkas harus berupa teks UTF-8") from None
    except OSError:
        raise SnippetError("berkas tidak dapat dibaca") from None
    except tomllib.TOMLDecodeError:
        raise SnippetError(
            "bukan TOML yang sah; periksa tanda kutip, kurung siku, dan “=”"
        ) from None
    return {key: _snippet(key, value) for key, value in values.items()}


def _snippet(key: str, value: Any) -> Snippet:
    if not _KEY.fullmatch(key):
        raise SnippetError(f"[{key}]: singkatan hanya boleh huruf dan angka, paling banyak 12")
    if not isinstance(value, dict) or not isinstance(value.get("text"), str) or not value["text"]:
        raise SnippetError(f"[{key}]: kunci text belum ada")
    name = value.get("name", "")
    return Snippet(key, name if isinstance(name, str) and name else key, value["text"])
