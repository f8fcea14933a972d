"""A story as a message: WhatsApp's own marks, no others, and addresses that can be touched.

WhatsApp knows no escape. A sign of a text that it might take for a mark is written by its
twin; one inside a word, or one that has no other of its kind in its line, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, groupby

from newsroom.exchange.characters import one_line
from newsroom.exchange.formats.form import Material
from newsroom.exchange.formats.text import (
    Figure,
    addresses_after,
    blocks_of,
    body_of,
    mark_of,
    stand_together,
)
from newsroom.exchange.rich.text import Block, Kind, Line, Run
from newsroom.story.caption import full_caption

_TWINS = {"*": "∗", "_": "ˍ", "~": "∼"}
_EDGE = re.compile(r"(?<![^\W_])[*_~]|[*_~](?![^\W_])")  # all but those inside a word
_OPENING = re.compile(r"(?:>|[-*](?=\s))")  # what would make a quote or a list of a line
_OPENINGS = {">": "›", "-": "–", "*": "∗"}
_IN_WORD = re.compile(r"[^\W_]")

_Part = tuple[str, str]  # words, and the marks around them


def write(material: Material) -> bytes:
    """Write the whole story: headline, text, captions, and where it is to be read."""
    story = material.story
    parts = [
        _marked(story.headline, "*"),
        _marked(story.subheadline, "_"),
        _text(material),
        *_captions(material),
        material.link,
    ]
    return _message(parts)


def write_short(material: Material) -> bytes:
    """Write what makes others read the story: its headline, a summary, its address."""
    story = material.story
    told = one_line(story.social) or one_line(story.summary)
    return _message([_marked(story.headline, "*"), _line((Run(told),)), material.link])


def _message(parts: list[str]) -> bytes:
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _marked(text: str, mark: str) -> str:
    text = one_line(text)
    return _line((Run(text, bold=mark == "*", italic=mark == "_"),)) if text else ""


def _captions(material: Material) -> Iterator[str]:
    captions = [one_line(full_caption(photo)) for photo in material.story.photos]
    told = [caption for caption in captions if caption]
    for number, caption in enumerate(told, 1):
        which = f" {number}" if len(told) > 1 else ""
        yield _line((Run(f"Keterangan foto{which}: {caption}"),))


def _text(material: Material) -> str:
    parts: list[str] = []
    before: Block | None = None
    for block in blocks_of(body_of(material)):
        if isinstance(block, Figure) or block.kind is Kind.RULE:
            continue
        if before:
            parts.append("\n" if stand_together(before, block) else "\n\n")
        parts.append(_block(block))
        before = block
    return "".join(parts)


def _block(block: Block) -> str:
    lines = block.lines
    if block.kind is Kind.HEADING:
        lines = tuple(tuple(run._replace(bold=True) for run in line) for line in lines)
    if block.kind is Kind.ROW:
        return " · ".join(_line(line) for line in lines)
    mark = "> " if block.quoted else mark_of(block).strip() + " " * (block.kind is Kind.ITEM)
    parting = "\n> " if block.quoted else " " if block.kind is Kind.ITEM else "\n"
    return mark + parting.join(_line(line) for line in lines)


def _line(line: Line) -> str:
    """Write one line with its marks."""
    runs = [*addresses_after(line, " {}")]
    texts = [_bare(run.text) if _is_address(run) else run.text for run in runs]
    marked = [_marks(run, text) for run, text in zip(runs, texts, strict=True)]
    whole = "".join(texts)
    ends = {sign: at for marks, at in zip(marked, _ends(texts), strict=True) for sign in marks}
    taken = {sign for sign in _TWINS if _is_taken(sign, whole, ends.get(sign, 0))}
    parts: list[_Part] = []
    at = 0
    for run, text, marks in zip(runs, texts, marked, strict=True):
        kept = text if _is_address(run) else _with_twins(text, at, whole, taken)
        parts.append((kept.replace("`", "'"), marks))  # a grave accent begins code
        at += len(text)
    told = _nested(parts, tuple(_TWINS), "", "")
    opening = None if marked and marked[0] else _OPENING.match(told)
    return _OPENINGS[opening[0]] + told[1:] if opening else told


def _marks(run: Run, text: str) -> str:
    if _is_address(run) or not _IN_WORD.search(text):
        return ""
    return "*" * run.bold + "_" * run.italic + "~" * run.struck


def _ends(texts: Sequence[str]) -> Iterator[int]:
    """Yield where each of some texts ends, set one after the other."""
    return accumulate(len(text) for text in texts)


def _is_taken(sign: str, text: str, end: int) -> bool:
    """Say whether a sign in a text would be taken for a mark, were it left there.

    ``end`` is where the last words end that have marks of this kind around them. One alone
    behind them, such as that of "(*)", is no mark.
    """
    edges = [found.start() for found in _EDGE.finditer(text) if found[0] == sign]
    if len(edges) < 2:
        return bool(edges) and edges[0] < end
    mark = re.escape(sign)
    opens = re.search(rf"(?<![^\W_]){mark}(?=\S)", text)
    closes = [found.start() for found in re.finditer(rf"(?<=\S){mark}(?![^\W_])", text)]
    return end > 0 or bool(opens and closes and closes[-1] > opens.start())


def _with_twins(text: str, at: int, whole: str, taken: set[str]) -> str:
    """Return a part of a line, which begins ``at`` so many signs of it, with no mark in it."""
    return "".join(
        _TWINS[sign] if sign in taken and _EDGE.match(whole, at + n) else sign
        for n, sign in enumerate(text)
    )


def _nested(parts: Sequence[_Part], signs: tuple[str, ...], before: str, after: str) -> str:
    """Put marks around neighbours that share them, within those that have more of them.

    What touches a word on the outside has none: they would be shown.
    """
    if not signs:
        return "".join(text for text, _ in parts)
    sign, *others = signs
    groups = [[*same] for _, same in groupby(parts, lambda part: sign in part[1])]
    written: list[str] = []
    last = before
    for number, group in enumerate(groups):
        coming = chain.from_iterable(groups[at] for at in range(number + 1, len(groups)))
        follows = next((text for text, _ in coming if text), after)
        text = _nested(group, tuple(others), last, follows)
        touches = _IN_WORD.match(last[-1:]) and text[:1].strip()
        touches = touches or (_IN_WORD.match(follows) and text[-1:].strip())
        written.append(_between(text, sign) if sign in group[0][1] and not touches else text)
        last = written[-1] or last
    return "".join(written)


def _between(text: str, mark: str) -> str:
    """Put a mark on either side of a text, right at its words."""
    words = text.strip()
    start = text.index(words)
    return f"{text[:start]}{mark}{words}{mark}{text[start + len(words) :]}"


def _is_address(run: Run) -> bool:
    return bool(run.address) and run.text.strip() in (
        run.address,
        run.address.removeprefix("mailto:").removeprefix("tel:"),
    )


def _bare(address: str) -> str:
    """Return an address in which nothing is taken for a mark."""
    return _EDGE.sub(lambda sign: f"%{ord(sign[0]):02X}", address)
