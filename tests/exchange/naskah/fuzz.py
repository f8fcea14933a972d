"""Mutates good ``.naskah`` files, always in the same way from the same seed, and reads them.

Three ways: the bytes of the file; what is in it, with checksums made anew so that the inside
is reached; and either of them sealed. ``python -m tests.exchange.naskah.fuzz 100000`` tells
what became of so many, ``… fuzz 500 600`` of those of some seeds.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from newsroom.exchange import unpacked as unpacked_pictures
from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.naskah import read_naskah, write_naskah
from newsroom.exchange.unpacked import forget_picture, keep_picture
from newsroom.story.handover import Handover
from newsroom.story.story import Photo
from tests.exchange.naskah.samples import (
    STORY,
    handover,
    packed,
    sealed_lightly,
    unpacked,
    write_picture,
)

PASSPHRASE = "kopi pahit"

_NUMBERS = (0, 1, -1, 255, 65_535, 1 << 31, (1 << 32) - 1, 1 << 64, 10**40, 1e308, 0.5)
_TEXTS = (
    "",
    "../../x",
    "C:\\x",
    "/etc/passwd",
    "photos/pasar.png",
    "\0",
    "\ud800",
    "\u202egnp.exe",
    "<script>alert(1)</script>",
    "CON",
    "a" * 5_000,
    "9999-12-31T23:59:59+00:00",
    "0001-01-01T00:00:00+14:00",
    "2024-02-30",
    "1" * 32,
    "4" * 32,
    "naskah/1",
    "naskah/2",
    "naskah/3",
    "conflict",
    "status",
)
_NASTY_LINES = (
    "photos: 5",
    "photos:\n- {file: ../../x.png}\n- {file: photos/pasar.png}\n- {file: photos/pasar.png}",
    "a: &a [x, x]\nb: [*a, *a]",
    "byline: {a: b}",
    "dateline: !!python/object/apply:os.system [x]",
    "embargo: 9999-99-99",
    "unread: {null: x, 5: y}",
    "tags: " + "[" * 300,
    'headline: "\\ud800\\0"',
    "!!binary x: !!set {a, b}",
    "---",
    "\x85\u2028",
    "edits: {turn: 1e400, blur: [[1, 2, 3, 4], [nan, 1, 1, 1]]}",
)
_INTERESTING = (
    b"\0" * 4,
    b"\xff" * 4,
    b"\xff\xff",
    b"\0\0",
    b"\x7f\xff\xff\xff",
    b"PK\5\6",
    b"PK\6\7",
)
_HEADS = (b"PK\1\2", b"PK\3\4", b"PK\5\6", b"-> scrypt")


@cache
def good() -> tuple[bytes, ...]:
    """Return the files that are mutated: a story alone, and one with all that can go along."""
    with tempfile.TemporaryDirectory() as folder:
        picture = write_picture(Path(folder) / "p.png", 24)
        path = Path(folder) / "x.naskah"
        return tuple(
            write_naskah(one, lambda photo: picture if photo.origin else None, path).read_bytes()
            for one in (STORY, handover())
        )


def mutated(seed: int) -> bytes:
    """Return a file like a good one, but for some of it."""
    random = Random(seed)
    data = random.choice(good())
    way = random.random()
    if way < 0.7:
        data = _inside(data, random)
    if way > 0.65:
        data = _outside(data, random)
    if random.random() < 0.15:
        data = sealed_lightly(data, PASSPHRASE, random)
        if random.random() < 0.3:
            data = _outside(data, random)
    return data


def _outside(data: bytes, random: Random) -> bytes:
    """Mutate the bytes of a file."""
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 1, 2, 4, 16))):
        if changed:
            random.choice(_BYTES)(changed, random)
    return bytes(changed)


def _flip(data: bytearray, random: Random) -> None:
    data[random.randrange(len(data))] ^= 1 << random.randrange(8)


def _cut(data: bytearray, random: Random) -> None:
    del data[random.randrange(len(data)) :]


def _take_out(data: bytearray, random: Random) -> None:
    at = random.randrange(len(data))
    del data[at : at + random.randrange(1, 64)]


def _splice(data: bytearray, random: Random) -> None:
    other = random.choice(good())
    start = random.randrange(len(other))
    at = random.randrange(len(data))
    data[at : at + random.randrange(64)] = other[start : start + random.randrange(1, 256)]


def _repeat(data: bytearray, random: Random) -> None:
    at = random.randrange(len(data))
    data[at:at] = data[at : at + random.randrange(1, 200)] * random.randrange(1, 20)


def _overwrite(data: bytearray, random: Random) -> None:
    """Write what readers stumble over, as a rule into one of the heads that a zip has."""
    at = random.randrange(len(data))
    places = [found.start() for sign in _HEADS for found in re.finditer(re.escape(sign), data)]
    if places and random.random() < 0.7:
        at = random.choice(places) + random.randrange(48)
    new = random.choice(_INTERESTING)
    data[at : at + len(new)] = new


_BYTES: tuple[Callable[[bytearray, Random], None], ...] = (
    *(_flip, _flip, _cut, _take_out, _splice, _repeat, _overwrite, _overwrite),
)


def _inside(data: bytes, random: Random) -> bytes:
    """Mutate what is in a file, and make its checksums anew."""
    contents, manifest = unpacked(data)
    for _ in range(random.choice((1, 1, 2, 3))):
        name = random.choice(("manifest", *contents)) if contents else "manifest"
        if name == "manifest":
            manifest = _table(manifest, random)
        elif random.random() < 0.05:
            contents[random.choice(_TEXTS) if random.random() < 0.3 else f"photos/{name}"] = (
                contents.pop(name)
            )
        elif name.endswith(".jsonl"):
            contents[name] = _lines(contents[name], random)
        elif name.endswith(".md"):
            contents[name] = _front_matter(contents[name], random)
        else:
            contents[name] = _outside(contents[name], random)
    try:
        return packed(contents, manifest)
    except (UnicodeEncodeError, ValueError):  # a name that no zip can have
        return _inside(data, random)


def _lines(data: bytes, random: Random) -> bytes:
    lines = data.splitlines()
    if not lines or random.random() < 0.15:
        return _outside(data, random)
    at = random.randrange(len(lines))
    match random.randrange(8):
        case 0:
            del lines[at]
        case 1:
            lines.insert(random.randrange(len(lines)), lines[at])
        case 2:
            depth = random.choice((10, 1_000, 200_000))
            lines[at] = b'{"uid":' + b"[" * depth + b"]" * depth + b"}"
        case 3:
            lines[at] = lines[at].replace(b'"' + b"1" * 32, b'"' + b"4" * 32)
        case _:
            with _as_it_was():
                lines[at] = json.dumps(_table(json.loads(lines[at]), random)).encode()
    return b"\n".join(lines) + b"\n"


def _front_matter(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    at = random.randrange(len(lines))
    match random.randrange(5):
        case 0:
            lines.insert(at, random.choice(_NASTY_LINES).encode("utf-8", "replace"))
        case 1:
            lines[at] = lines[at].partition(b":")[0] + b": " + _written(random)
        case 2:
            del lines[at]
        case 3:
            lines.insert(random.randrange(len(lines)), lines[at])
        case _:
            return _outside(data, random)
    return b"\n".join(lines)


def _written(random: Random) -> bytes:
    return json.dumps(random.choice((*_NUMBERS, *_TEXTS, None, True, [], {}, [[]]))).encode()


def _table(values: dict[str, Any], random: Random) -> dict[str, Any]:
    """Return a table with one value in it, however deep, made something else or taken out."""
    changed = json.loads(json.dumps(values))
    places = list(_places(changed))
    if not places:
        return {"x": random.choice(_TEXTS)}
    holder, key = random.choice(places)
    match random.randrange(8):
        case 0:
            del holder[key]
        case 1:
            other, name = random.choice(places)
            with _as_it_was():
                holder[key] = json.loads(json.dumps(other[name]))
        case 2:
            holder[key] = [holder[key]] * random.choice((1, 2, 500))
        case 3:
            holder[key] = {str(holder[key]): holder[key]}
        case _:
            holder[key] = random.choice((*_NUMBERS, *_TEXTS, None, True, [], {}, "Infinity"))
    return changed


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    keys = value.keys() if isinstance(value, dict) else range(len(value))
    for key in keys:
        yield value, key
        if isinstance(value[key], dict | list):
            yield from _places(value[key])


@contextmanager
def _as_it_was() -> Iterator[None]:
    """Leave what an earlier mutation has made unreadable."""
    with suppress(ValueError, KeyError, IndexError, RecursionError):
        yield


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


@dataclass
class Figures:
    """What became of mutated files: how many ended how, the longest time, the most memory."""

    outcomes: Counter[str] = field(default_factory=Counter)
    worst: tuple[float, int] = (0.0, 0)  # seconds, and of which seed
    before: int = field(default_factory=_memory)
    memory: int = 0  # kilobytes that the process has had at most, as ``before``

    @property
    def grown(self) -> int:
        """How many kilobytes more the process has had since it began."""
        return self.memory - self.before

    def __str__(self) -> str:
        lines = [f"{count:>8}  {what}" for what, count in self.outcomes.most_common()]
        worst = f"longest: {self.worst[0]:.2f} s (seed {self.worst[1]})"
        most, grown = self.memory // 1024, self.grown // 1024
        memory = f"most memory: {most} MB, {grown} MB more than at the start"
        return "\n".join([*lines, worst, memory])


class Reader:
    """Reads files in a folder of its own, in which nothing else may be written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.figures = Figures()

    def read(self, seed: int) -> None:
        """Read one mutated file. Raises AssertionError where it was not read as it should be."""
        path = self._folder / "fuzz.naskah"
        path.write_bytes(mutated(seed))
        start = time.perf_counter()
        try:
            outcome = self._outcome(path, seed)
        except Exception as error:
            error.add_note(f"seed {seed}")
            raise
        took = time.perf_counter() - start
        self.figures.outcomes[outcome] += 1
        self.figures.worst = max(self.figures.worst, (took, seed))
        self.figures.memory = _memory()
        left = [found for found in self._folder.rglob("*") if found.is_file()]
        assert left == [path], f"seed {seed}: {left}"

    def _outcome(self, path: Path, seed: int) -> str:
        try:
            came = read_naskah(path, keep_picture, passphrase=PASSPHRASE)
        except ExchangeError as error:
            message = str(error)
            assert message.endswith(f": {path}"), f"seed {seed}: {message}"
            assert len(message.splitlines()) == 1, f"seed {seed}: {message!r}"
            assert len(message) < 600, f"seed {seed}: {message}"
            cause = error.__context__
            why = f" ({type(cause).__name__})" if cause else ""
            return f"{type(error).__name__}: {re.split('[:;,(]', message)[0]}{why}"
        again = self._handed_on(came, path)
        for photo in (*came.story.photos, *again.story.photos):
            forget_picture(Path(photo.file))
        assert (again.states, again.steps) == (came.states, came.steps), f"seed {seed}"
        assert again.comments == came.comments, f"seed {seed}"
        return "read, with its past" if came.head else "read, alone"

    def _handed_on(self, came: Handover, path: Path) -> Handover:
        """Write what came into a file again, as whoever got it may do, and read that."""

        def picture(photo: Photo) -> Path | None:
            return Path(photo.file) if Path(photo.file).is_absolute() else None

        again = path.with_name("lagi.naskah")
        write_naskah(came if came.head else came.story, picture, again)
        back = read_naskah(again, keep_picture)
        again.unlink()
        return back


def fuzz(seeds: range, folder: Path) -> Figures:
    """Read the mutated files of these seeds; all that is written goes to the folder."""
    before, tempfile.tempdir = tempfile.tempdir, str(folder)
    unpacked_pictures._folder.cache_clear()
    try:
        reader = Reader(folder)
        for seed in seeds:
            reader.read(seed)
    finally:
        tempfile.tempdir = before
        unpacked_pictures._folder.cache_clear()
    return reader.figures


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as own:
        print(fuzz(range(*map(int, sys.argv[1:])), Path(own)))  # noqa: T201
