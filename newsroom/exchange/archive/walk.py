"""What of an archive may be a story, in an order that is the same each time."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from newsroom.exchange.errors import ExchangeError, disk_fault
from newsroom.exchange.kinds import STORY_KINDS, is_story_file
from newsroom.exchange.wxr_reading.opening import WxrFile, wxr_files

_UNREADABLE_KINDS = (".doc", ".rtf", ".odt", ".pdf", ".wpd", ".pages")
"""Files that are likely stories, and that must be told of."""

_PAGES = (".html", ".htm")
_SYSTEM = frozenset({"__macosx", "thumbs.db", "desktop.ini"})


@dataclass(slots=True)
class Plan:
    """What there is to read: story files, exports, and what can't be, with the reason.

    ``others`` counts by the endings of names what is no story: pictures and the like.
    """

    files: list[Path] = field(default_factory=list)
    exports: list[WxrFile] = field(default_factory=list)
    faults: list[tuple[Path, str]] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)


def is_archive(path: Path) -> bool:
    """Say whether something is a whole archive: a folder, or an export."""
    try:
        return path.is_dir() or bool(wxr_files(path))
    except ExchangeError:
        return True  # it can be nothing else by its name; reading it tells what is wrong


def plan_of(paths: Iterable[Path], tell: Callable[[], None] | None = None) -> Plan:
    """Look through the paths, in their order; folders with all that is in them.

    ``tell`` is called again and again meanwhile, and may raise.
    """
    plan, seen = Plan(), set[Path]()
    for path in paths:
        for file in _files(path, plan, tell) if path.is_dir() else [path]:
            if (own := Path(os.path.abspath(file))) not in seen:  # noqa: PTH100 - links stay
                seen.add(own)
                _place(own, plan)
    return plan


def _files(folder: Path, plan: Plan, tell: Callable[[], None] | None) -> Iterator[Path]:
    def failed(error: OSError) -> None:
        plan.faults.append((Path(error.filename or folder), disk_fault(error)))

    for place, folders, names in os.walk(folder, onerror=failed):  # does not follow links
        pages = {Path(name).stem for name in names if name.casefold().endswith(_PAGES)}
        folders[:] = [name for name in sorted(folders) if not _is_left_out(name, pages)]
        for name in sorted(names):
            if tell:
                tell()
            path = Path(place) / name
            if _is_hidden(name) or not path.is_file():  # a pipe, a device, a broken link
                continue
            if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
                # Somebody else's archive could have any file of this machine made a story.
                plan.faults.append((path, f"{path} hanya tautan ke luar folder itu."))
                continue
            yield path


def _is_left_out(folder: str, pages: set[str]) -> bool:
    """Say whether a folder is hidden, or a browser's, with the parts of a page beside it."""
    page = folder.removesuffix("_files").removesuffix("_berkas")
    return _is_hidden(folder) or (page != folder and page in pages)


def _is_hidden(name: str) -> bool:
    """Say whether a file is a system's own, or Word's lock on another."""
    return name.startswith((".", "~$")) or name.casefold() in _SYSTEM


def _place(path: Path, plan: Plan) -> None:
    if is_story_file(path.name):
        plan.files.append(path)
        return
    try:
        exports = wxr_files(path)
    except ExchangeError as error:
        plan.faults.append((path, str(error)))
        return
    plan.exports += exports
    kind = path.suffix.casefold()
    if kind in _UNREADABLE_KINDS:
        known = ", ".join(STORY_KINDS)
        plan.faults.append((path, f"{kind} belum dapat dibaca; simpan sebagai salah satu: {known}"))
    elif not exports:
        plan.others[kind or path.name] += 1
