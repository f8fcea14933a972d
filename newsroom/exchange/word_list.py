"""A list of words that newsrooms share: a UTF-8 text, one word a line.

Empty lines and lines that begin with ``#`` are passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from newsroom.exchange.errors import ExchangeError, disk_fault
from newsroom.language.tokens import is_word

MAX_BYTES = 2_000_000
MAX_LETTERS = 60  # longer than any word; what is longer is no list of words
_SHOWN = 40


def read_words(path: Path) -> list[str]:
    """Read a list of words, each once, in the order of the file.

    Raises ExchangeError, with the line, at the first thing that is no word.
    """
    words = list(dict.fromkeys(_words(_text(path), path.name)))
    if not words:
        raise ExchangeError(f"{path.name}: tidak ada satu kata pun di berkas ini")
    return words


def write_words(path: Path, words: Iterable[str]) -> None:
    """Write a list of words. Raises ExchangeError; what was there then stays as it was."""
    part = path.with_name(f".{path.name}.part")
    text = "".join(f"{word}\n" for word in words)
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise ExchangeError(f"{path.name}: {disk_fault(error)}") from None


def as_word(text: str) -> str:
    """Return a word that a person has written, blanks around it left out.

    Raises ExchangeError if it is not one word.
    """
    word = text.strip()
    if len(word) > MAX_LETTERS:
        raise ExchangeError(
            f"“{word[:_SHOWN]}…” terlalu panjang: satu kata paling banyak {MAX_LETTERS} huruf"
        )
    if not is_word(word):
        raise ExchangeError(f"“{word}” bukan satu kata; tulis satu kata tanpa spasi dan tanda baca")
    return word


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ExchangeError(
                f"{path.name}: terlalu besar untuk daftar kata "
                f"(paling besar {MAX_BYTES // 1_000_000} MB)"
            )
        data = path.read_bytes()
    except OSError as error:
        raise ExchangeError(f"{path.name}: {disk_fault(error)}") from None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ExchangeError(f"{path.name}: teks UTF-16; simpan ulang sebagai UTF-8")
    if b"\0" in data:
        raise ExchangeError(f"{path.name}: berkas biner, bukan daftar kata")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ExchangeError(
            f"{path.name}, baris {line}: bukan teks UTF-8; simpan ulang sebagai UTF-8"
        ) from None


def _words(text: str, name: str) -> Iterator[str]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            yield as_word(line)
        except ExchangeError as error:
            raise ExchangeError(f"{name}, baris {number}: {error}") from None
