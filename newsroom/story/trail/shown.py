"""What of a trail is shown to whom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsroom.story.initials import folded, initials
from newsroom.story.trail.entry import Entry, FieldChange, Trail


@dataclass(frozen=True, slots=True)
class Shown:
    """What is wanted of a trail.

    Without ``changes`` it says that something was changed, and not what. Without ``talk``
    what colleagues said to one another stays with them; reasons do not. With ``short_names``
    people are their initials, for readers outside; names in the story's own text stay.
    """

    changes: bool = True
    talk: bool = True
    short_names: bool = False


def shown(trail: Trail, wanted: Shown) -> Trail:
    """Return a trail with what is wanted of it; ``left_out`` tells its readers what is not."""
    entries, left_out = trail.entries, list(trail.left_out)
    if not wanted.talk:
        said = [one for one in entries if one.is_talk]
        entries = tuple(one for one in entries if not one.is_talk)
        if said:
            left_out.append(f"{len(said)} komentar di antara rekan tidak ditampilkan")
    if not wanted.changes:
        entries = tuple(replace(one, changes=tuple(map(_counted, one.changes))) for one in entries)
        left_out.append("isi perubahan tidak ditampilkan, hanya jumlah katanya")
    if wanted.short_names:
        short = _Names(_people(trail))
        entries = tuple(map(short.entry, entries))
        trail = replace(trail, maker=short.text(trail.maker))
        left_out.append("nama lengkap orang dalam langkah dan catatan disingkat")
    return replace(trail, entries=entries, left_out=tuple(left_out))


def _counted(change: FieldChange) -> FieldChange:
    return replace(change, stretches=(), is_short=False)


def _people(trail: Trail) -> list[str]:
    """Return the names in a trail, longer ones first: they may hold the others."""
    names = {trail.editor, trail.maker, *trail.byline}
    for one in trail.entries:
        names |= {one.who, *one.people}
    return sorted(filter(str.strip, names), key=lambda name: (-len(name), name))


class _Names:
    """Initials in the place of names: one person's are the same throughout, and nobody else's."""

    def __init__(self, names: Sequence[str]) -> None:
        short: dict[str, str] = {}
        taken: Counter[str] = Counter()
        for name in sorted(names):
            if folded(name) in short:
                continue
            code = initials(name).upper() or "?"
            taken[code] += 1
            short[folded(name)] = code if taken[code] == 1 else f"{code}{taken[code]}"
        self._codes = [short[folded(name)] for name in names]
        # A line may end within a name that stands in a note.
        each = (r"\s+".join(map(re.escape, name.split())) for name in names)
        pattern = "|".join(f"({name})" for name in each)
        self._within = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE) if names else None

    def entry(self, one: Entry) -> Entry:
        return replace(
            one,
            who=self.text(one.who),
            note=self.text(one.note),
            about=tuple(map(self.text, one.about)),
            changes=tuple(replace(each, name=self.text(each.name)) for each in one.changes),
        )

    def text(self, text: str) -> str:
        if self._within is None:
            return text
        return self._within.sub(lambda found: self._codes[(found.lastindex or 0) - 1], text)
