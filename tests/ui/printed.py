"""What stands on the pages of a PDF as Qt writes it."""

from __future__ import annotations

import re
import zlib

_OBJECT = re.compile(rb"(?m)^(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_REFERENCE = re.compile(rb"/(\w+) (\d+) 0 R")
_SHOWN = re.compile(rb"/(\w+) [\d.]+ Tf|<([0-9a-fA-F]+)> Tj")
_LETTERS = re.compile(rb"<([0-9A-F]+)> <([0-9A-F]+)> (?:<([0-9A-F]+)>|\[([^\]]*)\])", re.IGNORECASE)


def pages(pdf: bytes) -> list[str]:
    """Return the text of each page, without its blanks: what stands apart need not have any."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    fonts = {
        number: _letters(_stream(objects[_references(body)["ToUnicode"]]))
        for number, body in objects.items()
        if b"/ToUnicode" in body
    }
    return [
        _text(_stream(objects[_references(body)["Contents"]]), objects, fonts, body)
        for _, body in sorted(objects.items())
        if b"/Type /Page\n" in body
    ]


def _text(
    content: bytes, objects: dict[int, bytes], fonts: dict[int, dict[int, str]], page: bytes
) -> str:
    named = _references(objects[_references(page)["Resources"]])
    letters: dict[int, str] = {}
    told = []
    for font, shown in _SHOWN.findall(content):
        if font:
            letters = fonts[named[font.decode()]]
        else:
            codes = (int(shown[at : at + 4], 16) for at in range(0, len(shown), 4))
            told += [letters[code] for code in codes]
    return "".join("".join(told).split())


def _references(body: bytes) -> dict[str, int]:
    return {name.decode(): int(number) for name, number in _REFERENCE.findall(body)}


def _stream(body: bytes) -> bytes:
    head, _, data = body.partition(b"stream\n")
    data = data.rpartition(b"endstream")[0]
    return zlib.decompressobj().decompress(data) if b"/FlateDecode" in head else data


def _letters(table: bytes) -> dict[int, str]:
    """Return which letter each code of a font stands for."""
    found: dict[int, str] = {}
    for first, last, start, each in _LETTERS.findall(table):
        codes = range(int(first, 16), int(last, 16) + 1)
        texts = re.findall(rb"<([0-9A-Fa-f]+)>", each)
        for number, code in enumerate(codes):
            if texts:
                found[code] = bytes.fromhex(texts[number].decode()).decode("utf-16-be")
            else:
                found[code] = chr(int(start, 16) + number)
    return found
