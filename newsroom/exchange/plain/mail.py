"""Text as mail programs quote it: a sign before each line."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_QUOTED = re.compile(r"\s{0,3}((?:>[ \t]?)+)")
_WROTE = re.compile(r"(?:pada|on)\b.{5,200}(?:menulis|wrote):", re.IGNORECASE)


def unquoted(lines: Sequence[str], tidy: Callable[[list[str]], list[str]]) -> list[str]:
    """Return the lines tidied, each stretch of quoted ones by itself.

    Where all is quoted (a press release that was forwarded) it is no quotation; else
    what was quoted stays so, one sign for each paragraph.

    >>> unquoted(["> Pasar dibuka", "> pagi ini."], lambda lines: [" ".join(lines)])
    ['Pasar dibuka pagi ini.']
    """
    lines = _with_whole_heads(lines)
    filled = [line for line in lines if line.strip()]
    quoted = [line for line in filled if _QUOTED.match(line)]
    if not quoted:
        return tidy([*lines])
    others = [line for line in filled if not _QUOTED.match(line)]
    if all(_WROTE.fullmatch(line.strip()) for line in others):
        bare = [_bare(line) for line in lines]
        return tidy(bare)
    tidied: list[str] = []
    for is_quote, stretch in _stretches(lines):
        if is_quote:
            inner = tidy([_bare(line) for line in stretch])
            stretch = [f"> {line}" if line.strip() else "" for line in inner]
        else:
            stretch = tidy(stretch)
        if tidied and tidied[-1].strip():
            tidied.append("")
        tidied += stretch
    return tidied


def _with_whole_heads(lines: Sequence[str]) -> list[str]:
    """Join the two lines that who wrote when may take above a quotation."""
    kept: list[str] = []
    for line in lines:
        both = f"{kept[-1].strip()} {line.strip()}" if kept and kept[-1].strip() else ""
        if line.strip() and both and _WROTE.fullmatch(both):
            kept[-1] = both
        else:
            kept.append(line)
    return kept


def _stretches(lines: Sequence[str]) -> list[tuple[bool, list[str]]]:
    found: list[tuple[bool, list[str]]] = []
    for line in lines:
        is_quote = bool(_QUOTED.match(line))
        if found and (not line.strip() or found[-1][0] == is_quote):
            found[-1][1].append(line)
        else:
            found.append((is_quote, [line]))
    return found


def _bare(line: str) -> str:
    sign = _QUOTED.match(line)
    return line[sign.end() :] if sign else line
