"""Blocks written as the Markdown that the editor shows and ``dialect`` reads.

Signs in a text that would be taken for markup are escaped, and only those: a
reporter should see no backslash that is not needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from newsroom.exchange.addresses import clean_addresses
from newsroom.exchange.rich.text import Block, Kind, Line, Run, joined

LINE_BREAK = "  \n"

_MARKUP = re.compile(
    r"""(?P<url>https?://[^\s<>"“”]+)
    | (?P<star>\*)
    | (?P<tag><(?=[A-Za-z/!?])|(?<=\]\()<)
    | (?P<entity>&(?=\#?\w{1,31};))
    | (?P<backslash>\\(?=[^\w\s]|_|\Z))
    | (?P<link>\](?=\())
    | (?P<line>(?<![^\W_])_|_(?![^\W_]))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ESCAPES = {"tag": "&lt;", "entity": "&amp;", "backslash": "\\\\", "link": "\\]", "line": "\\_"}
# A dash or a small number opens a list in any text; whoever wrote it meant one.
_OPENING = re.compile(r"#{1,6}(?=\s)|>|\+(?=\s)|\d{4,9}(?=[.)]\s)")
_BRACKETS = str.maketrans({"[": "&#91;", "]": "&#93;"})
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def write_markdown(blocks: Iterable[Block]) -> str:
    """Return the blocks as Markdown."""
    parts: list[str] = []
    before: Block | None = None
    for block in blocks:
        deepest = before.level + 1 if before and before.kind is Kind.ITEM else 0
        if block.kind is Kind.ITEM and block.level > deepest:
            block = replace(block, level=deepest)
        if before:
            parts.append("\n" if _are_together(before, block) else "\n\n")
        parts.append(_block(block))
        if block.kind is Kind.ROW and not (before and _are_together(before, block)):
            parts.append("\n" + "|".join(["", *["---"] * len(block.lines), ""]))
        before = block
    return "".join(parts)


def plain_line(block: Block) -> str:
    """Return a block's words as a one-line field has them: no marks at all."""
    return " ".join(block.text.split())


def _are_together(before: Block, block: Block) -> bool:
    """Say whether two blocks are items of one list or rows of one table."""
    if before.kind is Kind.ROW and block.kind is Kind.ROW:
        return before.number == block.number
    if before.kind is not Kind.ITEM or block.kind is not Kind.ITEM:
        return False
    same_kind = bool(before.number) == bool(block.number) or before.level != block.level
    return same_kind and before.quoted == block.quoted


def _block(block: Block) -> str:
    if block.kind is Kind.RULE:
        return "---"
    if block.kind is Kind.ROW:
        cells = (_line(cell, star_follows=True).replace("|", "\\|") for cell in block.lines)
        return f"| {' | '.join(cells)} |"
    prefix = "> " if block.quoted else ""
    if block.kind is Kind.HEADING:
        parts = (run._replace(bold=False) for line in _parted(block.lines) for run in line)
        text = re.sub(r"#\Z", r"\#", _line(joined(parts), star_follows=False))
        return f"{prefix}{'#' * max(block.level, 2)} {text}"
    lines: list[str] = []
    star_follows = False
    for line in reversed(block.lines):
        text = _line(line, star_follows=star_follows)
        star_follows = star_follows or "*" in text
        lines.insert(0, _OPENING.sub(_kept_in_line, text, count=1) if _opens(text) else text)
    if block.kind is Kind.ITEM:
        indent = "    " * block.level
        mark = f"{block.number}. " if block.number else "- "
        return prefix + indent + mark + f"{LINE_BREAK}{prefix}{indent}    ".join(lines)
    return prefix + f"{LINE_BREAK}{prefix}".join(lines)


def _opens(text: str) -> bool:
    """Say whether a line's first sign would be taken for the mark of a block."""
    return bool(_OPENING.match(text))


def _kept_in_line(opening: re.Match[str]) -> str:
    mark = opening.group()
    return f"{mark}\\" if mark.isdecimal() else f"\\{mark}"


def _parted(lines: Iterable[Line]) -> Iterable[Line]:
    """Yield lines with a blank between each two."""
    for number, line in enumerate(lines):
        if number:
            yield (Run(" "),)
        yield line


def _line(line: Line, *, star_follows: bool) -> str:
    """Write one line; ``star_follows`` says that a later line of the block has a star in it."""
    runs = [*_with_blanks_outside(_set_apart(_bare_addresses(line)))]
    written: list[str] = []
    for run in reversed(runs):
        text = _run(run, star_follows)
        star_follows = star_follows or "*" in text
        written.append(text)
    written.reverse()
    address = ""
    for number, run in enumerate(runs):
        if run.address != address:
            ending = f"]({address})" if address else ""
            written[number] = ending + ("[" if run.address else "") + written[number]
            address = run.address
    return "".join(written) + (f"]({address})" if address else "")


def _bare_addresses(line: Line) -> Line:
    """Clean the addresses in a text; a link that shows its own address needs no brackets."""
    runs = []
    for run in line:
        if not run.address:
            run = run._replace(text=clean_addresses(run.text))
        elif _URL.fullmatch(run.text.strip()) and run.address.startswith("http"):
            run = run._replace(text=run.address, address="")
        elif run.address.removeprefix("mailto:") == run.text.strip():
            run = run._replace(address="")
        runs.append(run)
    return joined(runs)


def _set_apart(line: Line) -> Line:
    """Make the marks of neighbours fit: bold right beside italic is not to be told apart.

    Of two that touch within a word, or at a sign, the shorter one is written plain.
    """
    runs = [*line]
    for at in range(1, len(runs)):
        before, run = runs[at - 1], runs[at]
        touching = not (before.text[-1:].isspace() or run.text[:1].isspace())
        if touching and _stars(before) and _stars(run) and _stars(before) != _stars(run):
            weaker = at - 1 if len(before.text) < len(run.text) else at
            runs[weaker] = runs[weaker]._replace(bold=False, italic=False)
    return joined(runs)


def _with_blanks_outside(line: Line) -> Iterable[Run]:
    """Yield the runs with the blanks at their ends outside their marks and links."""
    for number, run in enumerate(line):
        text = run.text.strip()
        if text == run.text or not (_stars(run) or run.struck or run.address):
            yield run
            continue
        before, after = line[max(number - 1, 0)], line[min(number + 1, len(line) - 1)]
        lead = run.text[: len(run.text) - len(run.text.lstrip())]
        tail = run.text[len(run.text.rstrip()) :] if text else ""
        inside = before is not run and before.address == run.address
        yield Run(lead, address=run.address if inside else "")
        yield run._replace(text=text)
        inside = after is not run and after.address == run.address
        yield Run(tail, address=run.address if inside else "")


def _stars(run: Run) -> int:
    return 2 * run.bold + run.italic


def _run(run: Run, star_follows: bool) -> str:
    if not run.text:
        return ""
    text = _escaped(run.text, star_follows or bool(_stars(run)))
    if run.address and not _has_even_brackets(text):
        text = text.translate(_BRACKETS)
    if run.struck:
        text = f"<s>{text}</s>"
    mark = "*" * _stars(run)
    return f"{mark}{text}{mark}"


def _escaped(text: str, star_follows: bool) -> str:
    # A lone star at the end of all, such as that of "(*)", has no other to pair with,
    # unless the marks of the words before end right there.
    last = -1 if star_follows else (text.rfind("*") or -1)

    def escape(found: re.Match[str]) -> str:
        if found["url"] or found.start() == last:
            return found.group()
        return "\\*" if found["star"] else _ESCAPES[found.lastgroup or ""]

    return _MARKUP.sub(escape, text)


def _has_even_brackets(text: str) -> bool:
    """Say whether brackets within a link's text are pairs, none within another."""
    depth = 0
    for sign in text:
        depth += (sign == "[") - (sign == "]")
        if depth not in (0, 1):
            return False
    return depth == 0
