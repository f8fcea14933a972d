"""What differs between two versions, set out as it is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from newsroom.story.compare.pieces import Kind, Piece
from newsroom.story.compare.stories import Change, compare_stories
from newsroom.story.compare.wording import said
from newsroom.story.story import Story
from newsroom.story.version import RESTORED, TOGETHER
from newsroom.ui.versions.field_names import name, part_name, root, tr

_READ = ("kicker", "headline", "subheadline", "body", "closing", "byline", "editor", "section",
         "tags", "slug", "summary", "contributors", "other_sections", "topic", "search_title",
         "search_description", "social", "canonical", "corrections", "answers",
         "answered_by", "withdrawal")  # fmt: skip
_LONG = 24_000  # characters; of a longer text, what is the same is folded
_AROUND = 400  # of them stay around what differs


@dataclass(frozen=True, slots=True)
class Section:
    """A field of the story with what differs in it, or nothing that does."""

    field: str
    title: str
    lines: tuple[tuple[str, Change], ...]  # each with the name of the part


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions: what differs, what is the same, what of the chosen one can come back."""

    chosen: Story
    differing: tuple[Section, ...]
    same: tuple[Section, ...]
    restorable: frozenset[str]

    @property
    def together(self) -> frozenset[str]:
        """What comes back with the whole: notes that readers were given come only by name."""
        return self.restorable.intersection(TOGETHER)


def compared(old: Story, new: Story, chosen: Story, present: Story) -> Comparison:
    """Compare two versions; ``chosen`` is the one of which parts may be brought back."""
    changes = compare_stories(old, new)
    differing = tuple(
        Section(field, name(field), tuple((part_name(one.field), _folded(one)) for one in some))
        for field, some in groupby(changes, key=lambda change: root(change.field))
    )
    fields = {section.field for section in differing}
    return Comparison(
        chosen,
        differing,
        tuple(_whole(field, getattr(new, field)) for field in _READ
              if field not in fields and getattr(new, field)),
        restorable(chosen, present),
    )  # fmt: skip


def restorable(chosen: Story, present: Story) -> frozenset[str]:
    """Return the fields that are not now as they were in the chosen version."""
    return frozenset(
        field for field in RESTORED if getattr(chosen, field) != getattr(present, field)
    )


def spoken(removed: str, added: str) -> str:
    """Say one change as it is read aloud.

    >>> spoken("panen", "tanam"), spoken("", "cukup")
    ('“panen” diganti “tanam”', 'ditambah: “cukup”')
    """
    if removed and added:
        return tr("“{0}” diganti “{1}”").format(_short(removed), _short(added))
    if removed:
        return tr("dihapus: “{0}”").format(_short(removed))
    return tr("ditambah: “{0}”").format(_short(added))


def _whole(field: str, value: object) -> Section:
    items = value if isinstance(value, tuple) else (value,)
    pieces = tuple(Piece(Kind.SAME, said(item)) for item in items)
    change = Change(field, pieces, listed=isinstance(value, tuple))
    return Section(field, name(field), (("", _folded(change)),))


def _folded(change: Change) -> Change:
    """Fold what is the same in a long text, away from what differs."""
    if sum(len(piece.text) for piece in change.pieces) <= _LONG:
        return change
    last = len(change.pieces) - 1
    return Change(change.field, tuple(
        Piece(piece.kind, _ends(piece.text, first=at == 0, last=at == last))
        if piece.kind is Kind.SAME else piece
        for at, piece in enumerate(change.pieces)
    ), change.listed)  # fmt: skip


def _ends(text: str, *, first: bool, last: bool) -> str:
    """Return the ends of a text that touch what differs, cut where paragraphs end."""
    if len(text) <= 4 * _AROUND:
        return text
    head = "" if first and not last else text[: text.find("\n", _AROUND) + 1 or _AROUND]
    tail = "" if last else text[text.rfind("\n", 0, -_AROUND) + 1 or -_AROUND :]
    paragraphs = sum(map(bool, _paragraphs(text[len(head) : len(text) - len(tail)])))
    fold = tr("⋯ {0} paragraf yang sama tidak ditampilkan ⋯").format(paragraphs)
    return "\n\n".join(filter(None, (head.rstrip("\n"), fold, tail.lstrip("\n"))))


def _paragraphs(text: str) -> Iterable[str]:
    return (part.strip() for part in text.split("\n\n"))


def _short(text: str, most: int = 90) -> str:
    text = " ".join(text.split()) or "¶"
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
