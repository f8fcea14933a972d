"""The entries of what was said about a story: comments, reasons, questions, conflicts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from newsroom.story.comments.comment import Comment, CommentKind, Subject
from newsroom.story.compare.prose import compare_prose
from newsroom.story.trail.changes import shortened
from newsroom.story.trail.entry import Entry, FieldChange, Mark, Part, Stretch, as_fact
from newsroom.story.trail.names import field_name
from newsroom.story.trail.stretches import MARKS

_TITLES = {
    CommentKind.NOTE: "Komentar",
    CommentKind.REASON: "Alasan perubahan",
    CommentKind.QUESTION: "Pertanyaan",
    CommentKind.CONFLICT: "Dua orang mengubah bagian yang sama",
}
# Why something was changed, and what was chosen, belongs to the story whoever reads the trail.
_OF_CHANGES = (CommentKind.REASON, CommentKind.CONFLICT)


def talk_entries(
    comments: Iterable[Comment], source_of: Callable[[str], str] = lambda _: ""
) -> Iterator[Entry]:
    """Yield the entries of comments: when each was made, and when it was settled or removed.

    ``source_of`` returns where a rule is written down, by the rule's name.
    """
    known = {one.id: one for one in comments}
    for one in known.values():
        first = known.get(one.thread, one)
        yield _said(one, first, source_of)
        if one.resolved is not None:
            yield _settled(one, one.resolved)
        if one.removed:
            yield _removed(one, first)


def _said(one: Comment, first: Comment, source_of: Callable[[str], str]) -> Entry:
    is_answer = one is not first
    rule = one.subject.rule if one.subject else ""
    about = list(_about(one))
    if is_answer:
        about.insert(
            0, f"Menjawab {_TITLES[first.kind].lower()} oleh {first.who or 'yang tidak tercatat'}."
        )
    if rule:
        about.append(f"Menurut aturan {rule}.")
    return Entry(
        one.moment,
        _part(one, first),
        "Jawaban" if is_answer and one.kind is CommentKind.NOTE else _TITLES[one.kind],
        one.who,
        one.text,
        quote=one.anchor.quote if one.anchor and not one.subject else "",
        about=tuple(about),
        source=source_of(rule) if rule else "",
        changes=tuple(_changes(one)),
        people=tuple(_people(one, first)),
        is_talk=_is_talk(one, first),
        facts=("comment", one.id, str(one.kind), as_fact(one.moment), one.who, one.text, rule),
    )


def _settled(one: Comment, moment: datetime) -> Entry:
    is_conflict = one.kind is CommentKind.CONFLICT
    return Entry(
        moment,
        _part(one, one),
        "Pilihan dibuat" if is_conflict else f"{_TITLES[one.kind]} diselesaikan",
        one.resolved_by,
        one.chosen,
        quote=one.anchor.quote if one.anchor else "",
        about=(f"{_TITLES[one.kind]} oleh {one.who or 'yang tidak tercatat'}.",),
        people=(one.who,),
        is_talk=_is_talk(one, one),
        facts=("settled", one.id, as_fact(moment), one.resolved_by, one.chosen),
    )


def _removed(one: Comment, first: Comment) -> Entry:
    return Entry(
        one.changed,
        _part(one, first),
        f"{_TITLES[one.kind]} dihapus",
        one.who,
        about=("Isinya tidak disimpan lagi.",),
        is_talk=_is_talk(one, first),
        facts=("removed", one.id, as_fact(one.changed)),
    )


def _about(one: Comment) -> Iterator[str]:
    if one.anchor is not None:
        where = f"Di {field_name(one.anchor.field).lower()}."
        yield f"{where} Kata-katanya sudah tidak ada di naskah." if one.anchor.lost else where
    if one.mentions:
        yield f"Menyebut {', '.join(one.mentions)}."
    if one.changed != one.moment and one.resolved is None and not one.removed:
        yield "Isinya disunting sesudah ditulis."


def _changes(one: Comment) -> Iterator[FieldChange]:
    """Yield what a reason or a question is about, or the two wordings of a conflict."""
    if one.subject is None:
        return
    field = one.anchor.field if one.anchor else ""
    for name, new in _wordings(one.subject, field_name(field) if field else "Naskah"):
        pieces = compare_prose(one.subject.old, new)
        stretches = [Stretch(MARKS[piece.kind], piece.text) for piece in pieces]
        short = list(shortened(stretches))
        yield FieldChange(
            field,
            name,
            tuple(short),
            removed=_words(stretches, Mark.REMOVED),
            added=_words(stretches, Mark.ADDED),
            is_short=short != stretches,
        )


def _wordings(subject: Subject, name: str) -> Iterator[tuple[str, str]]:
    if subject.other is None:
        yield name, subject.new.text
        return
    for wording in (subject.new, subject.other):
        yield f"{name} menurut {wording.who or 'yang tidak tercatat'}", wording.text


def _words(stretches: Iterable[Stretch], mark: Mark) -> int:
    return sum(len(one.text.split()) for one in stretches if one.mark is mark)


def _people(one: Comment, first: Comment) -> Iterator[str]:
    yield first.who
    yield from one.mentions
    if one.subject is not None:
        yield one.subject.new.who
        yield one.subject.other.who if one.subject.other else ""


def _part(one: Comment, first: Comment) -> Part:
    return Part.COMMENT if _is_talk(one, first) else Part.CHANGE


def _is_talk(one: Comment, first: Comment) -> bool:
    return not (one is first and one.kind in _OF_CHANGES)
