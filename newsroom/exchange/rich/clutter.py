"""Blocks that a page puts around a story or into it, and that are surely no part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsroom.exchange.clutter import after_read_also, is_ad, is_sharing
from newsroom.exchange.rich.text import Block, Kind, Line, Run

_WORD = re.compile(r"\w+")
_SHARING_WORDS = frozenset(
    {"artikel", "bagikan", "berita", "cetak", "copy", "di", "email", "facebook", "ini", "ke"}
    | {"komentar", "lewat", "line", "link", "linkedin", "messenger", "on", "print", "salin"}
    | {"share", "simpan", "surel", "tautan", "telegram", "this", "threads", "tweet", "twitter"}
    | {"url", "via", "wa", "whatsapp", "x"}
)
_AD_WORDS = frozenset({"ad", "ads", "advertisement", "iklan", "sponsor", "sponsored"})
_LABEL_WORDS = 4
_HANDLE = re.compile(r"[#@][\w.]+")
_NETWORK = re.compile(
    r"https?://(?:[\w-]+\.)*(?:facebook|instagram|linkedin|threads|tiktok|twitter|x|youtube)\."
    r"(?:com|net)/",
    re.IGNORECASE,
)


def is_box(kind: str, blocks: Sequence[Block]) -> bool:
    """Say whether an element that a page calls so holds nothing of a story.

    Its name alone does not do: pages call the whole story by such names too.
    """
    return (
        bool(blocks)
        and all(_is_of_box(kind, block) for block in blocks)
        and (kind in ("ads", "share") or any(_linked(block) for block in blocks))
    )


def leads_elsewhere(block: Block) -> bool:
    """Say whether a paragraph is “Baca juga” and a link, and nothing else."""
    return bool(_linked(block)) and after_read_also(_unlinked(block)) == ""


def without_clutter(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks without labels of advertisements and buttons to share, wherever they stand."""
    kept = []
    for block in blocks:
        if is_ad(block.text):
            continue
        sharing = [run for run in _runs(block) if is_sharing(run.address)]
        if sharing and len(sharing) == len(_linked(block)) and _all_of(_unlinked(block)):
            continue
        kept.append(replace(block, lines=tuple(map(_without_idle_links, block.lines))))
    return kept


def _is_of_box(kind: str, block: Block) -> bool:
    text = _unlinked(block)
    if not _WORD.search(text):
        return True
    if block.kind is Kind.HEADING and (block.level == 1 or kind != "related"):
        return False
    words = _WORD.findall(text.lower())
    if kind == "ads":
        return is_ad(text) or _AD_WORDS.issuperset(words)
    if kind == "share":
        return _all_of(text)
    return len(words) <= _LABEL_WORDS and not text.rstrip().endswith((".", "?", "!", "”", '"'))


def _all_of(text: str) -> bool:
    """Say whether words are those of buttons to share, and figures that count who did."""
    return all(word.isdigit() or word in _SHARING_WORDS for word in _WORD.findall(text.lower()))


def _runs(block: Block) -> list[Run]:
    return [run for line in block.lines for run in line]


def _linked(block: Block) -> list[Run]:
    return [run for run in _runs(block) if run.address]


def _unlinked(block: Block) -> str:
    return "".join(run.text for run in _runs(block) if not run.address)


def _without_idle_links(line: Line) -> Line:
    """Take away links that only pass a page on, or search a network for its own hashtags."""
    return tuple(run._replace(address="") if _is_idle(run) else run for run in line)


def _is_idle(run: Run) -> bool:
    if not run.address:
        return False
    named = _HANDLE.fullmatch(run.text.strip()) and _NETWORK.match(run.address)
    return bool(named) or is_sharing(run.address)
