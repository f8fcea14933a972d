"""A raw text, as reporters send it by chat or paste it from Word, set out as a story.

It is read from both ends. Before the prose stand headline, caption and labelled
lines (``Penulis: …``), after it the closing code and more labelled lines; the
dateline is the best sign of where the prose begins. What is unsure stays in the
body, where a person sees it: no word is ever dropped but the labels themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsroom.exchange.raw_lines import (
    Line,
    bare,
    label_of,
    read_lines,
    split_closing,
    split_credit,
)
from newsroom.portal.profile import Profile
from newsroom.story.dateline import Dateline, known_patterns, split_dateline
from newsroom.story.story import Photo, Story

_HEAD_LINES = 10
_CAPTION_WORDS = 30
_CREDITED_WORDS = 80
# Text that a mail program wrapped stays below; a longer line is a paragraph.
_WRAPPED_LENGTH = 100

# “Kompas.com - 12/05/2026, 10:23 WIB”: when a page was put out, not where it was written.
_PUBLISHED = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\W+\d{1,2}[.:]\d{2}(?:\s+WI(?:B|TA?))?\W*")
# Python-Markdown takes a hashtag that opens a line for a heading.
_HASHTAG = re.compile(r"\A#(?=[^\s#])")
_BULLET = re.compile(r"\A•\s*")


def split_raw(
    text: str, patterns: Sequence[str], closings: Sequence[str], sources: Sequence[str] = ()
) -> Story:
    """Set a raw text out as a story: headline, caption, dateline, body, closing code.

    ``patterns`` are the datelines to look for, the most specific first;
    ``closings`` the closing codes of the house, besides the usual ones; ``sources`` what
    it calls itself in a dateline. A caption makes a photograph without a file.

    >>> story = split_raw("Pasar Baru Dibuka\\n\\nLEBAK – Pasar dibuka. (*)", ["{PLACE} – "], [])
    >>> story.headline, story.dateline.place, story.body, story.closing
    ('Pasar Baru Dibuka', 'LEBAK', 'Pasar dibuka.', '(*)')
    """
    head, prose, dateline = _part(read_lines(text), patterns, sources)
    fields: dict[str, str] = {}
    left = _take_head(head, prose, fields, has_dateline=dateline is not None)
    prose = _take_end(prose, closings, fields)
    if prose and dateline:
        prose[0] = replace(prose[0], gap=True)
    return Story(
        headline=fields.get("headline", ""),
        kicker=fields.get("kicker", ""),
        subheadline=fields.get("subheadline", ""),
        body=_markdown(left + prose),
        dateline=dateline or Dateline(),
        byline=_items(fields.get("byline", "")),
        editor=fields.get("editor", ""),
        section=fields.get("section", ""),
        tags=_items(fields.get("tags", "").replace("#", ",")),
        closing=fields.get("closing", ""),
        photos=_photos(fields.get("caption", ""), fields.get("credit", "")),
    )


def split_for(text: str, profiles: Sequence[Profile]) -> Story:
    """Set a raw text out by the ways of the newsroom's portals, the first one's before others."""
    datelines = [way for profile in profiles for way in profile.datelines]
    own = datelines[: len(profiles[0].datelines)] if profiles else []
    return split_raw(
        text,
        tuple(dict.fromkeys((*own, *known_patterns(), *datelines))),
        [code for profile in profiles for code in (profile.closing, *profile.closings)],
        [profile.source for profile in profiles],
    )


def _part(
    lines: list[Line], patterns: Sequence[str], sources: Sequence[str]
) -> tuple[list[Line], list[Line], Dateline | None]:
    """Part what stands before the prose from the prose, at the dateline if there is one."""
    for number, line in enumerate(lines[:_HEAD_LINES]):
        # A dateline may stand on a line of its own, above its prose.
        following = lines[number + 1].text if number + 1 < len(lines) else ""
        found = split_dateline(f"{line.text}\n{following}", patterns, sources)
        if found and _PUBLISHED.fullmatch(line.text, found[1]):
            continue
        if found and not (number == 0 and line.is_title and not found[0].source):
            dateline, start = found
            opening = [replace(line, text=line.text[start:])] if start < len(line.text) else []
            return lines[:number], opening + lines[number + 1 :], dateline
        if line.words > _CREDITED_WORDS:
            break
    end = 0
    while end < min(_HEAD_LINES, len(lines)) and _is_head(lines, end):
        end += 1
    return lines[:end], lines[end:], None


def _is_head(lines: list[Line], number: int) -> bool:
    line = lines[number]
    if line.is_title or line.is_greeting or label_of(line) or _has_credit(line):
        return True
    return number > 0 and _awaits_value(lines[number - 1])


def _has_credit(line: Line) -> bool:
    return line.words <= _CREDITED_WORDS and split_credit(line.text)[1] != ""


def _awaits_value(line: Line) -> bool:
    """True for "Judul:" or "Caption:" alone, with the value on the next line."""
    return label_of(line) in (("headline", ""), ("caption", ""))


def _take_head(
    head: list[Line], prose: list[Line], fields: dict[str, str], *, has_dateline: bool
) -> list[Line]:
    """Fill fields from what stands before the prose; return the lines that fit none."""
    lines = _take_labelled(head, fields)
    start = next((n for n, line in enumerate(lines) if not line.is_greeting), len(lines))
    if "headline" not in fields:
        if "kicker" not in fields and _opens_with_kicker(lines[start:] + prose[:1]):
            fields["kicker"] = bare(lines.pop(start).text)
        is_followed = bool(lines[start + 1 :] or prose or fields)
        if start < len(lines) and is_followed and _is_headline(lines[start]):
            fields["headline"] = bare(lines.pop(start).text)
    number = _caption_at(lines[start:], prose, has_dateline=has_dateline)
    if "caption" not in fields and number is not None:
        fields["caption"] = bare(lines.pop(start + number).text)
    return lines


def _take_labelled(lines: list[Line], fields: dict[str, str]) -> list[Line]:
    """Fill fields from labelled lines; return the other lines.

    The first of two lines with one label wins; a label without a value stays.
    """
    left: list[Line] = []
    for line in lines:
        key, value = label_of(line) or ("", "")
        awaited = label_of(left[-1]) if left and _awaits_value(left[-1]) and not key else None
        if awaited and awaited[0] not in fields:
            left.pop()
            key, value = awaited[0], bare(line.text)
        if key and value and key not in fields:
            fields[key] = value
        else:
            left.append(line)
    return left


def _is_headline(line: Line) -> bool:
    return line.is_title and line.words > 1 and not label_of(line)


def _opens_with_kicker(lines: list[Line]) -> bool:
    """True for a few words in capitals right above a headline that is not in capitals."""
    if len(lines) < 3:
        return False
    kicker, headline, following = lines[:3]
    return (
        kicker.is_title
        and kicker.words <= 3
        and kicker.text.isupper()
        and _is_headline(headline)
        and headline.words > 3
        and not headline.text.isupper()
        and not headline.gap
        and following.gap
    )


def _caption_at(lines: list[Line], prose: list[Line], *, has_dateline: bool) -> int | None:
    """Find the caption: a line with a credit, else the short line above the dateline."""
    credited = [number for number, line in enumerate(lines) if _has_credit(line)]
    if credited:
        return credited[-1]
    if not has_dateline or not lines:
        return None
    last = lines[-1]
    # Alone right below the headline it may as well be the headline's second line.
    is_doubtful = len(lines) == 1 and not last.gap and prose[:1] and prose[0].gap
    if last.words > _CAPTION_WORDS or is_doubtful or label_of(last):
        return None
    return len(lines) - 1


def _take_end(prose: list[Line], closings: Sequence[str], fields: dict[str, str]) -> list[Line]:
    """Fill fields from what stands after the prose; return the prose."""
    end = len(prose)
    while end and _is_after(prose[end - 1], closings):
        end -= 1
    lines = prose[:end]
    for line in _take_labelled(prose[end:], fields):
        if "closing" in fields or label_of(line) or line.is_of_rights:
            lines.append(replace(line, gap=True) if line.is_of_rights else line)
        else:
            fields["closing"] = split_closing(line.text, closings)[1]
    last = next((at for at, line in enumerate(lines[::-1]) if not line.is_of_rights), None)
    if last is not None and "closing" not in fields:
        line = lines[-1 - last]
        text, closing = split_closing(line.text, closings)
        if closing:
            fields["closing"] = closing
            lines[-1 - last] = replace(line, text=text)
    return lines


def _is_after(line: Line, closings: Sequence[str]) -> bool:
    """Say whether a line may stand after the prose."""
    is_code = not split_closing(line.text, closings)[0]
    return bool(label_of(line)) or is_code or line.is_of_rights


def _items(text: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in re.split("[,;]", text) if item.strip())


def _photos(caption: str, credit: str) -> tuple[Photo, ...]:
    if caption and not credit:
        caption, credit = split_credit(caption)
    return (Photo("", caption=caption, credit=credit, lead=True),) if caption or credit else ()


def _markdown(lines: list[Line]) -> str:
    """Write lines as paragraphs; what may only be a wrapped line stays one."""
    blocks: list[list[Line]] = []
    for line in lines:
        if line.gap or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    return "\n\n".join(_block(block) for block in blocks)


def _block(lines: list[Line]) -> str:
    are_sentences = all(line.ends_sentence for line in lines)
    text = ""
    for before, line in zip([None, *lines], lines, strict=False):
        if before:
            is_list = (before.is_item and line.is_item) or (before.is_row and line.is_row)
            is_parted = (
                are_sentences
                or before.is_item != line.is_item
                or before.is_row != line.is_row
                or len(before.text) > _WRAPPED_LENGTH
            )
            text += "\n\n" if is_parted and not is_list else "\n"
        text += _BULLET.sub("- ", _HASHTAG.sub(r"\\#", line.text))
    return text
