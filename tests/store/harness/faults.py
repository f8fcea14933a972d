"""Faults of the disk, the clock and the folder while somebody writes, and what the window does.

In each the text stays in the window, the window says so in words and offers to save a copy,
it does not close without asking, and once the fault is over the text is in the store.
"""

from __future__ import annotations

import hashlib
import os
import re
import resource
import shutil
import signal
import subprocess
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from newsroom.store.place import DATABASE, MEDIA
from newsroom.store.store import Store
from newsroom.story.front_matter import read_story
from tests.store.harness.child import Child, Report
from tests.store.harness.homes import Stored, make_home, make_picture, stored
from tests.store.harness.kills import check_file
from tests.store.harness.problem import Problem

COPY = "Simpan salinan ke…"
_ROOM = 10_000  # bytes: enough for a copy of a story, and too few for the database
SAVED, UNSAVED = "● Tersimpan", "▲ Belum tersimpan"
_NOT_FOR_PEOPLE = re.compile(r"Error|Errno|sqlite|Traceback|Exception")


class Impossible(Exception):
    """This machine can't have such a fault; says why."""


@dataclass
class Home:
    """A data folder with stories in it, and a place beside it for all else."""

    folder: Path
    out: Path
    picture: Path = field(init=False)

    def __post_init__(self) -> None:
        self.out.mkdir(parents=True, exist_ok=True)
        self.picture = self.out / "foto.jpg"
        if not self.picture.exists():
            make_picture(self.picture, 40)
        make_home(self.folder, self.picture, stories=2, photos=1)


Fault = Callable[[Child, Home], AbstractContextManager[None]]


# The faults.


def system_calls(calls: str, error: str) -> Fault:
    """Have the kernel refuse calls on the database's files."""

    @contextmanager
    def fault(child: Child, home: Home) -> Iterator[None]:
        files = [home.folder / f"{DATABASE}{end}" for end in ("", "-wal", "-shm", "-journal")]
        with _refused(child, calls, error, files):
            yield

    return fault


@contextmanager
def _refused(child: Child, calls: str, error: str, files: Sequence[Path] = ()) -> Iterator[None]:
    """Have calls of a process fail, on some files or on all, until this is over."""
    if shutil.which("strace") is None:
        raise Impossible("strace is not installed")
    log = Path(child.errors.name).with_name("strace.txt")
    inject = f"inject={calls}:error={error}"
    paths = [part for file in files for part in ("-P", str(file))]
    asked = ["-f", "-o", str(log), "-p", str(child.process.pid), *paths]
    tracer = subprocess.Popen(
        ["strace", *asked, "-e", f"trace={calls}", "-e", inject],
        stderr=subprocess.PIPE,
        text=True,
    )
    assert tracer.stderr is not None
    said = tracer.stderr.readline()
    if "attached" not in said:
        tracer.wait()
        tracer.stderr.close()
        raise Impossible(f"strace may not trace here: {said.strip()}")
    try:
        yield
    finally:
        tracer.send_signal(signal.SIGINT)
        try:
            tracer.wait(5)
        except subprocess.TimeoutExpired:  # what it traced has been killed meanwhile
            tracer.kill()
            tracer.wait()
        tracer.stderr.close()


@contextmanager
def full_disk(_child: Child, home: Home) -> Iterator[None]:
    """Fill the file system that the data folder is on; it must be a small one of its own."""
    filler = home.folder.parent / "penuh"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        for block in (65_536, 512):
            with suppress(OSError):
                while True:
                    file.write(bytes(block))
    yield
    filler.unlink()


@contextmanager
def size_limit(child: Child, home: Home) -> Iterator[None]:
    """Let no file grow, as on a full disk, also where nobody may mount one."""
    process, kind = child.process.pid, resource.RLIMIT_FSIZE
    soft, hard = resource.prlimit(process, kind)
    resource.prlimit(process, kind, (_ROOM, hard))
    yield
    resource.prlimit(process, kind, (soft, hard))


@contextmanager
def vanished(_child: Child, home: Home) -> Iterator[None]:
    """Take the data folder away, as a stick that is pulled out, and put a file in its place."""
    away = home.folder.with_name("dicabut")
    home.folder.rename(away)
    home.folder.write_text("bukan folder")
    yield
    home.folder.unlink()
    away.rename(home.folder)


@contextmanager
def gone(child: Child, home: Home) -> Iterator[None]:
    """Take the data folder away, and leave nothing in its place."""
    away = home.folder.with_name("dicabut")
    home.folder.rename(away)
    child.ask("photo", "added", path=str(home.picture))
    yield
    if home.folder.exists():
        raise Problem(f"another store was begun in {list(home.folder.iterdir())}")
    away.rename(home.folder)


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    """Give a small file system of its own."""
    if os.geteuid() != 0:
        raise Impossible("only root may mount")
    place.mkdir(parents=True)
    _mount("-t", "tmpfs", "-o", "size=8m", "tmpfs", place)
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


WRITES, SYNCS, RENAMES = "write,pwrite64", "fsync,fdatasync", "rename,renameat,renameat2"

FAULTS: dict[str, Fault] = {
    "EIO on write": system_calls(WRITES, "EIO"),
    "ENOSPC on write": system_calls(WRITES, "ENOSPC"),
    "EIO on fsync": system_calls(SYNCS, "EIO"),
    "ENOSPC on fsync": system_calls(SYNCS, "ENOSPC"),
    "EROFS on write": system_calls(WRITES, "EROFS"),
    "no file may grow": size_limit,
    "a file in the folder's place": vanished,
    "the folder moved away": gone,
}
OF_A_DISK: dict[str, Fault] = {"full disk": full_disk}


def _mount(*arguments: object) -> None:
    done = subprocess.run(["mount", *map(str, arguments)], capture_output=True, text=True)
    if done.returncode:
        raise Impossible(f"mounting is not allowed here: {done.stderr.strip()}")


# What is looked at.


def ride_out(home: Home, fault: Fault) -> None:
    """Write before, during and after a fault, and look at what is said and what is kept."""
    with Child("serve", home.folder, home.out) as child:
        child.wait_for("open")
        opened = child.until(lambda seen: seen["id"])["id"]
        child.ask("type", "typed", text="Sebelum. ")
        _until_saved(child, "Sebelum. ")
        before = stored(home.folder)[opened]
        with fault(child, home):
            child.ask("type", "typed", text="Selama gangguan. ")
            child.ask("type", "typed", text="Baru ", field="headline")
            seen = child.until(lambda seen: seen["state"] == UNSAVED and seen["banner"])
            _check_told(seen)
            _copy(child, home, seen)
            _refuses_to_close(child)
            child.ask("type", "typed", text="Masih. ")
            seen = child.look()
            for words in ("Selama gangguan. ", "Masih. "):
                if words not in seen["body"]:
                    raise Problem(f"the text has left the window: {seen}")
        mended = _until_saved(child, "Masih. ")
        if mended["level"] == "error" and mended["banner"]:
            raise Problem(f"it is over, and the window still says: {mended}")
        _compare(home, opened, mended, before)
        child.ask("close", "closing")
        if child.ended():
            raise Problem(f"it ended badly: {child.said()}")
    check_file(home.folder)
    _compare(home, opened, mended, before)


def killed_in(home: Home, fault: Fault) -> None:
    """Kill the program while a fault lasts: what it had told as saved is there."""
    with Child("serve", home.folder, home.out) as child:
        child.wait_for("open")
        opened = child.until(lambda seen: seen["id"])["id"]
        child.ask("type", "typed", text="Sebelum. ")
        saved = _until_saved(child, "Sebelum. ")
        before = stored(home.folder)[opened]
        with fault(child, home):
            child.ask("type", "typed", text="Selama gangguan. ")
            child.until(lambda seen: seen["state"] == UNSAVED)
            child.process.kill()
    check_file(home.folder)
    kept = stored(home.folder)[opened]
    # What is told as unsaved may be there after all, and be whole.
    if kept["body"] not in (
        saved["body"],
        saved["body"].replace("Sebelum. ", "Sebelum. Selama gangguan. "),
    ):
        raise Problem(f"{before} became {kept}")


def photo_refused(home: Home, calls: str, error: str) -> None:
    """Add a photo while its file can't be kept: it is told, and can be added afterwards."""
    with Child("serve", home.folder, home.out) as child:
        child.wait_for("open")
        child.until(lambda seen: seen["id"])
        child.ask("type", "typed", text="Sebelum. ")
        _until_saved(child, "Sebelum. ")
        other = home.out / "lain.jpg"
        make_picture(other, 300)
        with _refused(child, calls, error):
            child.ask("photo", "added", path=str(other))
            seen = child.until(lambda seen: seen["banner"])
            if seen["photos"] != 1 or _NOT_FOR_PEOPLE.search(seen["banner"]):
                raise Problem(f"a photo that was not kept: {seen}")
        child.ask("photo", "added", path=str(other))
        child.until(lambda seen: seen["photos"] == 2)
        child.ask("type", "typed", text="Sesudah. ")
        seen = _until_saved(child, "Sesudah. ")
        child.ask("close", "closing")
        child.ended()
    check_file(home.folder)
    told = stored(home.folder)[seen["id"]]
    with closing(Store.open(home.folder)) as store:
        for name in ("photo 0", "photo 1"):
            path = store.media.path(told[name])
            if path is None or hashlib.sha256(path.read_bytes()).hexdigest() != told[name]:
                raise Problem(f"{name} is not whole: {path}")
    if left := list((home.folder / MEDIA).glob("*.part")):
        raise Problem(f"left behind: {left}")


def begins_read_only(folder: Path) -> None:
    """Start the program on a disk that can only be read, and write; then it can be written."""
    with small_disk(folder / "disk") as disk:
        home = Home(disk / "home", folder / "out")
        before = stored(home.folder)
        _mount("-o", "remount,ro", disk)
        with Child("serve", home.folder, home.out) as child:
            child.wait_for("open")
            _check_told(child.until(lambda seen: seen["banner"]), "")
            if not child.look()["id"]:
                child.ask("step", "stepped", action="new")
                child.until(lambda seen: seen["id"])
            child.ask("type", "typed", text="Selama gangguan. ")
            seen = child.until(lambda seen: seen["state"] == UNSAVED and seen["button"])
            _check_told(seen)
            _refuses_to_close(child)
            _mount("-o", "remount,rw", disk)
            seen = _until_saved(child, "Selama gangguan. ")
            child.ask("close", "closing")
            child.ended()
        check_file(home.folder)
        after = stored(home.folder)
        if after[seen["id"]]["body"] != seen["body"]:
            raise Problem(f"shown: {seen}\nstored: {after[seen['id']]}")
        for story, texts in before.items():
            if story != seen["id"] and after.get(story) != texts:
                raise Problem(f"story {story} was not touched, and is {after.get(story)}")


def clock_jumps(home: Home, by: str) -> None:
    """Put the clock elsewhere while somebody writes, kill the program, and start it again."""
    library = next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), None)
    if library is None:
        raise Impossible("libfaketime is not installed")
    clock = home.out / "clock"
    clock.write_text("+0")
    told = {
        "LD_PRELOAD": str(library),
        "FAKETIME_TIMESTAMP_FILE": str(clock),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }
    with Child("serve", home.folder, home.out, environment=told) as child:
        child.wait_for("open")
        opened = child.until(lambda seen: seen["id"])["id"]
        child.ask("type", "typed", text="Sebelum. ")
        _until_saved(child, "Sebelum. ")
        clock.write_text(by)
        child.ask("type", "typed", text="Sesudah. ")
        child.ask("step", "stepped", action="to_submitted")
        child.ask("type", "typed", text="Lagi. ")
        seen = _until_saved(child, "Lagi. ")
        child.kill()
    check_file(home.folder)
    kept = stored(home.folder)[opened]
    if (kept["body"], kept["status"]) != (seen["body"], "submitted"):
        raise Problem(f"shown: {seen}\nstored: {kept}")
    with Child("serve", home.folder, home.out) as child:
        child.wait_for("open")
        again = child.until(lambda seen: seen["id"])
        if (again["id"], again["body"]) != (opened, seen["body"]):
            raise Problem(f"another text lies open: {again}")
        child.ask("type", "typed", text="Kini. ")
        _until_saved(child, "Kini. ")


def _until_saved(child: Child, words: str) -> Report:
    """Wait until the window was told that words are saved, and says so."""

    def is_told(seen: Report) -> bool:
        told = (report["texts"]["body"] for report in child.reports if report["what"] == "saved")
        return seen["state"].startswith(SAVED) and any(words in body for body in told)

    return child.until(is_told)


def _check_told(seen: Report, button: str = COPY) -> None:
    if seen["level"] != "error" or (button and seen["button"] != button):
        raise Problem(f"no red bar that offers a copy: {seen}")
    if _NOT_FOR_PEOPLE.search(seen["banner"]):
        raise Problem(f"not said in words for people: {seen['banner']}")


def _copy(child: Child, home: Home, seen: Report) -> None:
    """Save a copy by the banner's button."""
    copy = home.out / "salinan.naskah"
    child.ask("copy", "copied", path=str(copy))
    child.until(lambda _: copy.exists())
    with zipfile.ZipFile(copy) as parts:
        story = read_story(parts.read("story.md").decode())
    copy.unlink()
    if "Selama gangguan." not in story.body or "Baru" not in story.headline:
        raise Problem(f"the copy is not the story: {story}")


def _refuses_to_close(child: Child) -> None:
    child.ask("close", "closing")
    child.until(lambda seen: seen["question"])
    child.ask("answer", "answered", button="Batal")
    if not child.look()["is_open"]:
        raise Problem("the window has closed over words that are not saved")


def _compare(home: Home, opened: str, seen: Report, before: dict[str, str]) -> None:
    kept: Stored = stored(home.folder)
    story = kept[opened]
    if (story["body"], story["headline"]) != (seen["body"], seen["headline"]):
        raise Problem(f"shown: {seen}\nstored: {story}")
    if len(kept) != 2:
        raise Problem(f"two stories became {len(kept)}")
    if story["photo 0"] != before["photo 0"]:
        raise Problem("the photo is another one")


Trial = Callable[[Path], None]
"""One fault from its beginning to its end, in a folder of its own."""


def _with(look: Callable[[Home, Fault], None], fault: Fault) -> Trial:
    return lambda folder: look(Home(folder / "home", folder / "out"), fault)


def _on_a_disk(look: Callable[[Home, Fault], None], fault: Fault) -> Trial:
    def trial(folder: Path) -> None:
        with small_disk(folder / "disk") as disk:
            look(Home(disk / "home", folder / "out"), fault)

    return trial


def _photo(calls: str, error: str) -> Trial:
    return lambda folder: photo_refused(Home(folder / "home", folder / "out"), calls, error)


def _clock(by: str) -> Trial:
    return lambda folder: clock_jumps(Home(folder / "home", folder / "out"), by)


TRIALS: dict[str, Trial] = {
    **{name: _with(ride_out, fault) for name, fault in FAULTS.items()},
    **{name: _on_a_disk(ride_out, fault) for name, fault in OF_A_DISK.items()},
    **{f"{name}, killed": _with(killed_in, fault) for name, fault in FAULTS.items()},
    **{f"{name}, killed": _on_a_disk(killed_in, fault) for name, fault in OF_A_DISK.items()},
    "photo, EIO on rename": _photo(RENAMES, "EIO"),
    "photo, ENOSPC on fsync": _photo(SYNCS, "ENOSPC"),
    "disk for reading only": begins_read_only,
    "clock a year back": _clock("-365d"),
    "clock a year on": _clock("+365d"),
}
