"""Files that nobody's program writes: each is refused with a reason, and nothing is left of it."""

from __future__ import annotations

import io
import json
import stat
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.files import read_story_file
from newsroom.exchange.naskah import read_naskah, write_naskah
from newsroom.exchange.page import page_html
from newsroom.exchange.unpacked import keep_picture
from newsroom.portal.profile import load_profile
from tests.exchange.naskah.samples import (
    handover,
    packed,
    said,
    sealed_lightly,
    unpacked,
    write_picture,
)

ALONE = {"format": "naskah/1"}
DAMAGED, TOO_LARGE, UNSAFE = "rusak", "terlalu besar", "tidak aman"


@pytest.fixture
def whole(tmp_path: Path) -> bytes:
    picture = write_picture(tmp_path / "p.png", 24)
    path = tmp_path / "utuh.naskah"
    write_naskah(handover(), lambda photo: picture if photo.origin else None, path)
    data = path.read_bytes()
    path.unlink()
    picture.unlink()
    return data


class Kept:
    """Keeps pictures as the program does, and knows which."""

    def __init__(self) -> None:
        self.paths: list[Path] = []

    def __call__(self, name: str, content: bytes) -> Path:
        self.paths.append(keep_picture(name, content))
        return self.paths[-1]


def refused(path: Path, data: bytes, reason: str) -> None:
    """Read a file, which must be refused so, with no picture of it left."""
    path.write_bytes(data)
    kept = Kept()
    with pytest.raises(ExchangeError, match=reason) as error:
        read_naskah(path, kept, passphrase="x")
    assert str(error.value).endswith(f": {path}")
    assert "\n" not in str(error.value)
    assert len(str(error.value)) < 600
    assert not [one for one in kept.paths if one.exists()]


# the zip


def zipped(*infos: tuple[zipfile.ZipInfo, bytes]) -> bytes:
    out = io.BytesIO()
    files = {info.filename: said(data) for info, data in infos}
    with zipfile.ZipFile(out, "w") as archive:
        for info, data in infos:
            archive.writestr(info, data, zipfile.ZIP_DEFLATED)
        archive.writestr("manifest.json", json.dumps({**ALONE, "files": files}))
    return out.getvalue()


def link() -> bytes:
    pointer = zipfile.ZipInfo("photos/a.jpg")
    pointer.create_system = 3
    pointer.external_attr = (stat.S_IFLNK | 0o777) << 16
    return zipped((zipfile.ZipInfo("story.md"), b"Isi."), (pointer, b"/etc/passwd"))


def listed(data: bytes, change: Callable[[bytearray, int], None]) -> bytes:
    """Change the entry of ``story.md`` in the list of a zip's files."""
    changed = bytearray(data)
    change(changed, changed.rindex(b"PK\1\2", 0, changed.rindex(b"story.md")))
    return bytes(changed)


def small() -> bytes:
    return packed({"story.md": b"Isi."}, ALONE)


def put(form: str, place: int, value: int) -> Callable[[bytearray, int], None]:
    return lambda data, at: struct.pack_into(form, data, at + place, value)


def twice() -> bytes:
    """Return a file with two of one name."""
    story = zipfile.ZipInfo("story.md"), b"Isi."
    return zipped(story, (zipfile.ZipInfo("STORY.md"), b"Lain."))


def lying_in_one_another() -> bytes:
    """Return a file in whose list a file stands a thousand times."""
    data = small()
    begin, end = data.index(b"PK\1\2"), data.rindex(b"PK\5\6")
    entry = data[begin : data.index(b"PK\1\2", begin + 4)]
    entries = [entry.replace(b"story.md", b"st%06d" % number) for number in range(1_000)]
    listing = data[begin:end] + b"".join(entries)
    tail = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1_002, 1_002, len(listing), begin, 0)
    return data[:begin] + listing + tail


ZIPS = {
    "a link": (link, UNSAFE),
    "two of one name": (twice, DAMAGED),
    "entries in one another": (lying_in_one_another, DAMAGED),
    "locked": (lambda: listed(small(), put("<H", 8, 1)), "dikunci oleh program lain"),
    "another way of packing": (lambda: listed(small(), put("<H", 10, 14)), DAMAGED),
    "four gigabytes": (lambda: listed(small(), put("<L", 24, 0xFFFFFFFE)), TOO_LARGE),
    "a lie on its size": (lambda: listed(small(), put("<L", 24, 2)), DAMAGED),
    "a lie on its place": (lambda: listed(small(), put("<L", 42, 0x7FFFFFFF)), DAMAGED),
    "a newer zip": (lambda: listed(small(), put("<H", 6, 99)), DAMAGED),
    "nothing": (lambda: b"", DAMAGED),
    "no files": (lambda: b"PK\5\6" + bytes(18), "bukan berkas .naskah"),
}


@pytest.mark.parametrize("name", ZIPS)
def test_a_zip_that_is_not_what_it_seems(tmp_path: Path, name: str) -> None:
    make, reason = ZIPS[name]
    refused(tmp_path / "jahat.naskah", make(), reason)


def test_a_file_that_was_cut_short_anywhere(tmp_path: Path, whole: bytes) -> None:
    path = tmp_path / "potong.naskah"
    for length in range(0, len(whole), 5):
        refused(path, whole[:length], DAMAGED)
    sealed = sealed_lightly(whole, "x", Random(4))
    for length in range(0, len(sealed), 50):
        refused(path, sealed[:length], f"{DAMAGED}|bukan dengan kata sandi")


# the manifest, and what it says of the files


@pytest.mark.parametrize(
    "name",
    [
        *("../x.jpg", "photos/../../x.jpg", "/etc/x.jpg", "C:/x.jpg", "photos\\..\\x.jpg"),
        *("a//b", "photos/\0.jpg", "photos/./x.jpg", "//host/x.jpg", "photos/x.jpg:stream"),
    ],
)
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    files = {"story.md": said(b"Isi."), name: said(b"")}
    data = packed({"story.md": b"Isi."}, {**ALONE, "files": files})
    refused(tmp_path / "jahat.naskah", data, UNSAFE)


@pytest.mark.parametrize("name", ["CON.png", "a" * 250 + ".png", "x.png. ", "\u202egnp.exe", "aux"])
def test_a_picture_is_kept_under_a_name_that_every_system_takes(tmp_path: Path, name: str) -> None:
    picture = write_picture(tmp_path / "p.png", 24).read_bytes()
    head = json.dumps({"photos": [{"file": f"photos/{name}"}]}, ensure_ascii=True)
    contents = {"story.md": f"---\n{head}\n---\n\nIsi.".encode(), f"photos/{name}": picture}
    path = tmp_path / "nama.naskah"
    path.write_bytes(packed(contents, ALONE))

    (photo,) = read_naskah(path, keep_picture).story.photos

    kept = Path(photo.file).name
    assert Path(photo.file).read_bytes() == picture
    assert len(kept.encode()) <= 120
    assert kept.isprintable()
    assert not kept.endswith((".", " "))
    assert kept.partition(".")[0].upper() not in ("CON", "AUX")


def test_pictures_that_are_none_leave_nothing_behind(tmp_path: Path) -> None:
    good = write_picture(tmp_path / "p.png", 24).read_bytes()
    width = struct.pack(">2L", 50_000, 50_000)
    bomb = good[:16] + width + good[24:]
    for bad in (b"MZ\x90", b"", good[:30], bomb, packed({"story.md": b"Isi."}, ALONE)):
        head = b"---\nphotos:\n- file: photos/a.png\n- file: photos/b.png\n---\n\nIsi."
        contents = {"story.md": head, "photos/a.png": good, "photos/b.png": bad}
        refused(tmp_path / "jahat.naskah", packed(contents, ALONE), "tidak dapat dipakai, b.png")


VALUES: list[Any] = [
    *(None, True, 0, -1, 10**30, 1e308, "", "x", "\ud800", [], [[]], {}, {"": {}}, ["x"] * 3),
    *("9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "2024-02-30T00:00:00+00:00"),
]


def test_no_value_of_any_key_does_harm(tmp_path: Path, whole: bytes) -> None:
    """Every key of every table, one at a time, is given others: the file is read or refused."""
    path, random = tmp_path / "aneh.naskah", Random(16)
    contents, manifest = unpacked(whole)
    tables: list[tuple[str, int]] = [("", 0)]
    tables += [(name, at) for name in contents if name.endswith("l") for at in range(5)]
    outcomes = set()
    for name, at in tables:
        lines = contents[name].splitlines() if name else [json.dumps(manifest).encode()]
        if at >= len(lines):
            continue
        for holder, key in places(json.loads(lines[at])):
            for value in random.sample(VALUES, 3):
                table = json.loads(lines[at])
                owner = reached(table, holder)
                owner[key] = value
                written = json.dumps(table).encode()
                if name:
                    changed = b"\n".join([*lines[:at], written, *lines[at + 1 :]])
                    path.write_bytes(packed({**contents, name: changed}, manifest))
                else:
                    path.write_bytes(packed(contents, table))
                try:
                    read_story_file(path)
                    outcomes.add("read")
                except ExchangeError as error:
                    outcomes.add(str(error).partition(";")[0].partition(" (")[0])
    assert {"read", "Berkas .naskah ini rusak"} <= outcomes


def places(table: Any, way: tuple[Any, ...] = ()) -> list[tuple[tuple[Any, ...], Any]]:
    """Return the way to each key of a table, and the key."""
    found = []
    for key in table if isinstance(table, dict) else range(len(table)):
        found.append((way, key))
        if isinstance(table[key], dict | list):
            found += places(table[key], (*way, key))
    return found


def reached(table: Any, way: tuple[Any, ...]) -> Any:
    for key in way:
        table = table[key]
    return table


def test_scripts_stay_words(tmp_path: Path) -> None:
    script = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    head = json.dumps({"headline": script, "kicker": script, "byline": [script]})
    text = f"---\n{head}\n---\n\nIsi {script}\n\n[sini](javascript:alert(1))\n"
    path = tmp_path / "skrip.naskah"
    path.write_bytes(packed({"story.md": text.encode()}, ALONE))

    story = read_story_file(path)

    assert story.headline == script
    page = page_html(story, load_profile("infobanten"), lambda photo: "")
    assert "<script" not in page
    assert "onerror=" not in page.replace("&lt;img src=x onerror=alert(1)&gt;", "")
    assert 'href="javascript' not in page


# bombs


def long(whole: bytes, name: str, megabytes: int) -> bytes:
    """Return a file with a part that unpacks to so much."""
    contents, manifest = unpacked(whole)
    out = io.BytesIO()
    files = {one: said(data) for one, data in contents.items()} | {name: said(b"")}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("manifest.json", json.dumps({**manifest, "files": files}))
        for one, data in contents.items():
            if one != name:
                archive.writestr(one, data)
        with archive.open(name, "w") as part:
            for _ in range(megabytes):
                part.write(bytes(1_000_000))
    return out.getvalue()


def a_lie(bomb: bytes) -> bytes:
    """Return a file whose text unpacks to more than its size is said to be."""
    return listed(bomb, put("<L", 24, 4_000_000))


def a_million_entries(count: int) -> bytes:
    """Return a file whose list has a million entries; its end says that there are so many."""
    data = small()
    begin, end = data.index(b"PK\1\2"), data.rindex(b"PK\5\6")
    listing = data[begin:end] * 500_000
    tail = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(listing), begin, 0)
    return data[:begin] + listing + tail


def a_zip64_with_a_million_entries() -> bytes:
    data = small()
    begin, end = data.index(b"PK\1\2"), data.rindex(b"PK\5\6")
    listing = data[begin:end] * 500_000
    at = begin + len(listing)
    ends = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 2, 2, len(listing), begin)
    ends += struct.pack("<4sLQL", b"PK\6\7", 0, at, 1)
    return data[:begin] + listing + ends + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 2, 2, 9, 9, 0)


def headed(head: str) -> bytes:
    return packed({"story.md": f"---\n{head}\n---\n\nIsi.".encode()}, ALONE)


def lined(whole: bytes, name: str, data: bytes) -> bytes:
    contents, manifest = unpacked(whole)
    return packed({**contents, name: data}, manifest)


def bombs(whole: bytes) -> dict[str, bytes]:
    laughs = "a0: &a0 [" + "x," * 5_000 + "]\n"
    laughs += "".join(f"a{i}: &a{i} [{f'*a{i - 1},' * 50}]\n" for i in range(1, 9))
    bomb = long(whole, "story.md", 250)
    shared = "photos:\n- &a {keywords: [" + "x," * 100_000 + "]}\n" + "- *a\n" * 50_000
    return {
        "one deflate": bomb,
        "a lie": a_lie(bomb),
        "a million entries": a_million_entries(0xFFFF),
        "a million entries, two told": a_million_entries(2),
        "zip64": a_zip64_with_a_million_entries(),
        "many files": packed({f"photos/{i}": b"" for i in range(6_000)} | {"story.md": b""}, ALONE),
        "laughs": headed(laughs),
        "shared": headed(shared),
        "deep head": headed("a: " + "[" * 400_000),
        "wide head": headed("a: [" + "[],[a]," * 130_000 + "]"),
        "a large number": headed("a: !!int " + ":".join(["1"] * 400_000)),
        "deep": lined(whole, "states.jsonl", b"[" * 3_900_000),
        "wide": lined(whole, "steps.jsonl", b'{"a":[' + b"[]," * 1_200_000 + b"[]]}"),
        "wide lines": lined(whole, "steps.jsonl", (b'{"a":[' + b"[]," * 900_000 + b"[]]}\n") * 3),
        "digits": lined(whole, "comments.jsonl", b'{"a":' + b"9" * 3_900_000 + b"}"),
        "one line": lined(whole, "comments.jsonl", b" " * 7_900_000),
        "many lines": lined(whole, "comments.jsonl", b"{}\n" * 2_000_000),
        "too much": long(whole, "comments.jsonl", 250),
        "wide manifest": packed({"story.md": b""}, {**ALONE, "a": [[]] * 450_000}),
        "faults": headed("status: " + "x" * 500_000),
    }


READ_ALL = """
import sys
from pathlib import Path
import newsroom.exchange.naskah
from newsroom.exchange.files import read_story_file

def memory():
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024

before = memory()
for path in sorted(Path(sys.argv[1]).iterdir()):
    outcome = "read"
    try:
        read_story_file(path)
    except Exception as error:
        outcome = f"{type(error).__name__}|{error}"
    print(path.name, memory() - before, outcome, sep="|")
"""
READ = {"wide.naskah"}  # what is not known is passed over


def test_no_file_fills_the_memory(tmp_path: Path, whole: bytes) -> None:
    folder = tmp_path / "bom"
    folder.mkdir()
    made = bombs(whole)
    for name, data in made.items():
        (folder / f"{name}.naskah").write_bytes(data)

    done = subprocess.run(
        [sys.executable, "-c", READ_ALL, str(folder)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    told = [line.split("|") for line in done.stdout.splitlines()]
    assert {name for name, _, outcome, *_ in told if outcome == "read"} == READ, done.stdout
    refusals = [outcome for _, _, outcome, *_ in told if outcome != "read"]
    assert refusals == ["ExchangeError"] * (len(made) - len(READ)), done.stdout
    assert max(int(grown) for _, grown, *_ in told) < 300, done.stdout  # megabytes
