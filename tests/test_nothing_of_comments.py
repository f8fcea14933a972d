"""What colleagues say about a story goes to colleagues alone: by no other way out is it told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from newsroom.app import EXPORTS, Newsroom
from newsroom.exchange.formats.clipboard import COPIES
from newsroom.resources import resource
from newsroom.store.store import Store
from newsroom.story.comments.anchors import anchored
from newsroom.story.comments.comment import Comment, CommentKind, Subject, Wording
from newsroom.story.story import Photo, Story
from tests.commands import Command

WORD = "Kulikatarahasia"
BODY = "Perahu pustaka tiba di dermaga."
STORY = Story(
    headline="Perahu Pustaka Singgah",
    body=BODY,
    byline=("Ratna Andaian",),
    section="Pendidikan",
    summary="Perahu pustaka singgah.",
    photos=(
        Photo(
            str(resource("samples", "perahu-pustaka.jpg")),
            caption="Perahu pustaka singgah.",
            credit="Ratna",
            alt="Perahu",
            lead=True,
        ),
    ),
)


@pytest.fixture
def newsroom(home: Path) -> Newsroom:
    return Newsroom(home)


@pytest.fixture
def store(newsroom: Newsroom) -> Iterator[Store]:
    with closing(newsroom.open_store()) as opened:
        yield opened


@pytest.fixture
def story(store: Store) -> Story:
    """A story of which something was said in every way, by somebody with a name of their own."""
    saved = store.stories.save(STORY)
    now = datetime.now(UTC)
    subject = Subject("tiba", Wording(WORD), Wording(WORD, WORD), WORD)
    for kind, anchor in zip(
        CommentKind,
        (
            anchored("body", BODY, 0, 6),
            anchored("headline", STORY.headline, 0, 6),
            anchored("photos[0].caption", STORY.photos[0].caption, 0, 6),
            None,
        ),
        strict=True,
    ):
        said = Comment.new(WORD, WORD, now, kind=kind, anchor=anchor, subject=subject)
        first = store.comments.add(saved.id, replace(said, mentions=(WORD,)))
        store.comments.answer(first.id, WORD, WORD, [WORD])
        if kind is CommentKind.CONFLICT:  # which would let nothing out until it is settled
            store.comments.resolve(first.id, WORD, WORD)
    return saved


def contents(path: Path) -> bytes:
    """Return all that is in a file or folder, what is packed in it unpacked."""
    if path.is_dir():
        return b"".join(contents(one) for one in sorted(path.iterdir()))
    if not is_zipfile(path):
        return path.name.encode() + path.read_bytes()
    with ZipFile(path) as archive:
        return b"".join(archive.read(name) + name.encode() for name in archive.namelist())


@pytest.mark.parametrize("form", EXPORTS)
def test_no_export_holds_a_comment(
    form: str, newsroom: Newsroom, store: Store, story: Story, tmp_path: Path
) -> None:
    out = tmp_path / "keluar"
    (done,) = newsroom.export_many(
        [story.id], form, out, newsroom.profile(), store, override="uji coba"
    )
    assert done.why == ""
    written = contents(out)
    assert b"Perahu" in written
    assert WORD.encode() not in written


@pytest.mark.parametrize("kind", COPIES)
def test_nothing_that_is_copied_holds_a_comment(
    kind: str, newsroom: Newsroom, store: Store, story: Story
) -> None:
    copied = newsroom.to_copy(store.stories.get(story.id), kind, newsroom.profile())

    assert "Perahu" in copied.plain
    assert WORD not in f"{copied.plain}{copied.html}"


def test_no_search_and_no_command_but_its_own_tells_a_comment(
    command: Command, store: Store, story: Story
) -> None:
    assert store.stories.search("Perahu")
    assert store.stories.search(WORD) == []
    for told in (("show", story.id), ("show", story.id, "--format", "json"), ("list",)):
        said = command(*told)
        assert "Perahu" in said.out
        assert WORD not in said.out
    assert WORD in command("comments", story.id).out


def test_a_colleague_gets_the_comments_with_the_story(
    newsroom: Newsroom, store: Store, story: Story, tmp_path: Path
) -> None:
    written = contents(newsroom.hand_over(store, story.id, tmp_path / "perahu.naskah"))

    assert written.count(WORD.encode()) > len(CommentKind)


def test_the_command_lists_threads_with_their_words_and_state(
    command: Command, store: Store
) -> None:
    saved = store.stories.save(STORY)
    anchor = anchored("body", BODY, 0, 14)
    new = Comment.new("Wati Misal", "Dari mana?", datetime.now(UTC), anchor=anchor)
    first = store.comments.add(saved.id, new)
    store.comments.answer(first.id, "Budi Contoh", "Dari\ndinas.")

    lines = command("comments", saved.id[:8]).out.splitlines()
    assert lines[0] == "[terbuka] body: “Perahu pustaka”"
    assert lines[1].endswith("Wati Misal: Dari mana?")
    assert lines[2].endswith("Budi Contoh: Dari dinas.")

    store.comments.resolve(first.id, "Budi Contoh")
    store.stories.save(replace(saved, body="Kapal tiba."))
    assert "[selesai, Budi Contoh] body: kata-katanya sudah tidak ada: “Perahu pustaka”" in (
        command("comments", saved.id).out
    )
    (told,) = json.loads(command("comments", saved.id, "--format", "json").out)
    assert (told["open"], told["anchor"]["lost"]) == (False, True)
    assert [one["text"] for one in told["remarks"]] == ["Dari mana?", "Dari\ndinas."]
    wrong = command("comments", "tidakada")
    assert (wrong.code, wrong.err.count("\n")) == (2, 1)


def test_the_command_tells_what_a_question_and_two_wordings_are_about(
    command: Command, store: Store
) -> None:
    saved, moment = store.stories.save(STORY), datetime.now(UTC)
    anchor = anchored("body", BODY, 0, 14)
    change = Subject("Kapal", Wording("Perahu pustaka"))
    both = Subject("", Wording("Perahu pustaka", "Wati Misal"), Wording("", "Budi Contoh"))
    for kind, text, subject in (
        (CommentKind.QUESTION, "Mengapa?", change),
        (CommentKind.CONFLICT, "", both),
    ):
        told = {"kind": kind, "anchor": anchor, "subject": subject}
        moment += timedelta(seconds=1)
        store.comments.add(saved.id, Comment.new("", text, moment, **told))

    asked, change_told, said, odds, one, other = command("comments", saved.id).out.splitlines()
    assert asked == "[terbuka] pertanyaan, body: “Perahu pustaka”"
    assert change_told == "  “Kapal” → “Perahu pustaka”"
    assert said.endswith(" tanpa nama: Mengapa?")
    assert odds == "[terbuka] perbedaan, body: “Perahu pustaka”"
    assert (one, other) == ("  Wati Misal: “Perahu pustaka”", "  Budi Contoh: (dihapus)")
