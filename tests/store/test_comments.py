"""Comments in the store: kept with their story, and moved with each save of its text."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsroom.app import Newsroom
from newsroom.store.backup.merge_rows import merge_rest
from newsroom.store.comments import put
from newsroom.store.errors import CommentNotFound, StoryNotFound
from newsroom.store.place import DATABASE
from newsroom.store.recovery.report import RecoveryReport
from newsroom.store.store import Store
from newsroom.store.unchosen import unchosen_at
from newsroom.story.comments.anchors import anchored
from newsroom.story.comments.comment import Anchor, Comment, CommentKind, Subject, Wording
from newsroom.story.comments.values import anchor_of, anchor_values
from newsroom.story.story import Photo, Story
from newsroom.story.values import FaultyValue
from newsroom.story.version import Mark, StepKind

BODY = "Warga Desa Misal panen padi. Kepala desa hadir."
NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)


@pytest.fixture
def story(store: Store) -> Story:
    return store.stories.save(Story(headline="Panen Raya", body=BODY))


def on(words: str, story: Story, text: str = "Dari mana?") -> Comment:
    start = story.body.index(words)
    anchor = anchored("body", story.body, start, start + len(words))
    return Comment.new("Wati Misal", text, NOW, anchor=anchor)


def anchor_in(store: Store, story: Story) -> Anchor:
    (comment,) = (one for one in store.comments.all(story.id) if one.anchor)
    assert comment.anchor is not None
    return comment.anchor


def test_a_comment_is_there_again_with_all_that_was_told(
    store: Store, story: Story, open_store: Callable[[], Store]
) -> None:
    told = replace(
        on("panen", story),
        kind=CommentKind.CONFLICT,
        subject=Subject("tanam", Wording("panen", "Wati Misal", NOW), Wording("tuai"), "gaya"),
        mentions=("Budi Contoh",),
    )

    kept = store.comments.add(story.id, told)

    assert kept == told
    assert open_store().comments.all(story.id) == [told]
    with pytest.raises(StoryNotFound):
        store.comments.add("f" * 32, told)


def test_anchors_move_in_the_save_that_moves_their_words(store: Store, story: Story) -> None:
    store.comments.add(story.id, on("panen", story))

    typed = store.stories.save(replace(story, body=f"Para petani. {BODY}"))
    assert anchor_in(store, story).start == typed.body.index("panen")
    rid = store.stories.save(replace(typed, body="Habis."))
    assert anchor_in(store, story).lost
    store.stories.save(replace(rid, body=BODY))
    assert anchor_in(store, story) == on("panen", story).anchor


def test_anchors_follow_a_version_that_is_brought_back_and_photos(
    store: Store, story: Story
) -> None:
    photos = (Photo("a.jpg", caption="Sawah luas."), Photo("b.jpg"))
    story = store.stories.save(replace(story, photos=photos))
    store.comments.add(story.id, on("hadir", story))
    step = store.versions.mark(story, Mark(StepKind.EXPORT))
    caption = anchored("photos[0].caption", "Sawah luas.", 0, 5)
    store.comments.add(story.id, Comment.new("Wati Misal", "Di mana?", NOW, anchor=caption))
    moved = replace(story, body=f"Awal. {BODY}", photos=photos[::-1])

    store.stories.save(moved)
    told = {one.text: one.anchor for one in store.comments.all(story.id)}
    assert told["Dari mana?"].start == moved.body.index("hadir")  # type: ignore[union-attr]
    assert told["Di mana?"].field == "photos[1].caption"  # type: ignore[union-attr]

    store.versions.restore(step.number)
    told = {one.text: one.anchor for one in store.comments.all(story.id)}
    assert told["Dari mana?"].start == BODY.index("hadir")  # type: ignore[union-attr]
    assert told["Di mana?"] == caption


def test_a_comment_on_words_that_moved_meanwhile_is_put_on_them(store: Store, story: Story) -> None:
    seen = on("padi", story)
    store.stories.save(replace(story, body=f"Sejak pagi buta. {BODY}"))

    kept = store.comments.add(story.id, seen)

    assert kept.anchor is not None
    assert kept.anchor.start == len("Sejak pagi buta. ") + BODY.index("padi")


def test_a_thread_is_answered_settled_and_taken_up_again(store: Store, story: Story) -> None:
    first = store.comments.add(story.id, on("panen", story))

    answer = store.comments.answer(first.id, "Budi Contoh", "Dari dinas.", ["Wati Misal"])
    settled = store.comments.resolve(first.id, "Budi Contoh", "tetap")
    assert (answer.thread, answer.mentions) == (first.id, ("Wati Misal",))
    assert settled.resolved is not None
    assert (settled.resolved_by, settled.chosen) == ("Budi Contoh", "tetap")
    assert settled.changed > first.changed

    again = store.comments.reopen(first.id)
    assert (again.resolved, again.resolved_by) == (None, "")
    assert again.changed > settled.changed


def test_two_wordings_wait_for_a_choice_until_their_remark_is_removed(
    store: Store, story: Story, home: Path
) -> None:
    subject = Subject("tanam", Wording("panen"), Wording("tuai"))
    odds = replace(on("panen", story), kind=CommentKind.CONFLICT, subject=subject)
    store.comments.add(story.id, odds)
    assert unchosen_at(home, story.id) == [odds.anchor]

    store.comments.remove(odds.id, odds.who)

    assert unchosen_at(home, story.id) == []


def test_only_its_writer_changes_or_removes_a_remark(store: Store, story: Story) -> None:
    first = store.comments.add(story.id, on("panen", story))

    with pytest.raises(CommentNotFound, match="Wati Misal"):
        store.comments.edit(first.id, "Budi Contoh", "lain")
    with pytest.raises(CommentNotFound, match="Wati Misal"):
        store.comments.remove(first.id, "Budi Contoh")

    assert store.comments.edit(first.id, "wati misal", "Kapan?").text == "Kapan?"
    removed = store.comments.remove(first.id, "Wati Misal")
    assert (removed.removed, removed.text) == (True, "")
    with pytest.raises(CommentNotFound, match="sudah dihapus"):
        store.comments.edit(first.id, "Wati Misal", "lagi")


def test_of_a_comment_from_elsewhere_the_later_state_counts(store: Store, story: Story) -> None:
    first = store.comments.add(story.id, on("panen", story))
    newer = replace(first, text="lebih baru", changed=NOW + timedelta(hours=2))
    older = replace(first, text="lebih lama", changed=NOW - timedelta(hours=2))
    moved = store.stories.save(replace(story, body=f"Kini {BODY}"))

    for came in ([older], [newer], [first]):
        with store._database.write() as session:
            put(session, 1, [*came, on("hadir", story, "baru")])

    told = {one.text: one.anchor for one in store.comments.all(story.id)}
    assert set(told) == {"lebih baru", "baru"}
    assert told["lebih baru"].start == moved.body.index("panen")  # type: ignore[union-attr]
    assert told["baru"].start == moved.body.index("hadir")  # type: ignore[union-attr]


def test_a_backup_that_is_merged_brings_the_later_state_of_comments(
    store: Store, story: Story, tmp_path: Path
) -> None:
    first = store.comments.add(story.id, on("panen", story))
    kept = store.comments.add(story.id, on("hadir", story, "Siapa?"))
    with closing(Store.open(tmp_path / "lain")) as other:
        other.stories.save(Story(headline="Lain"))  # so that its numbers are others
        other.stories.save(replace(story, revision=0, body=f"Kini {BODY}"))
        other.comments.add(story.id, first)
        other.comments.edit(first.id, "Wati Misal", "Diubah di sana")
        other.comments.answer(first.id, "Budi Contoh", "Dijawab di sana")
        store.comments.edit(kept.id, "Wati Misal", "Diubah di sini")
        other.comments.add(story.id, kept)

        merge_rest(other._database, store._database)

    told = {one.text: one.anchor for one in store.comments.all(story.id)}
    assert set(told) == {"Diubah di sana", "Dijawab di sana", "Diubah di sini"}
    assert told["Diubah di sana"].start == BODY.index("panen")  # type: ignore[union-attr]


def test_a_story_that_is_deleted_for_good_takes_its_comments_along(
    store: Store, story: Story
) -> None:
    store.comments.add(story.id, on("panen", story))
    store.stories.discard(story.id)

    assert len(store.comments.all(story.id)) == 1
    store.stories.delete(story.id)
    with store._database.read() as session:
        assert session.connection().exec_driver_sql("SELECT * FROM comment").all() == []


def test_a_damaged_anchor_does_not_keep_the_text_from_being_saved(
    store: Store, story: Story
) -> None:
    spoilt_one = store.comments.add(story.id, on("panen", story))
    store.comments.add(story.id, on("hadir", story, "Siapa?"))
    for spoilt in ("'{\"field\": 7}'", "'bukan json'"):
        with store._database.write() as session:
            session.connection().exec_driver_sql(
                f"UPDATE comment SET anchor = {spoilt} WHERE id = '{spoilt_one.id}'"
            )
        story = store.stories.save(replace(story, body=f"{story.body} Lagi."))

    assert store.stories.get(story.id).body.endswith("Lagi. Lagi.")
    assert [one.text for one in store.comments.all(story.id)] == ["Siapa?"]


def test_a_field_that_no_story_has_is_none(store: Store, story: Story) -> None:
    """No computer counts to such a number, and nothing is to fail over it."""
    endless = Anchor(f"photos[{'9' * 5000}].caption", 0, 5, "Warga")
    store.comments.add(story.id, Comment.new("Wati Misal", "Siapa?", NOW, anchor=endless))
    store.stories.save(replace(story, photos=(Photo("warga.jpg"),)))

    (kept,) = store.comments.all(story.id)
    assert (kept.text, kept.anchor) == ("Siapa?", None)
    with pytest.raises(FaultyValue):
        anchor_of(anchor_values(endless))


def test_comments_are_there_again_after_a_recovery(home: Path) -> None:
    with closing(Store.open(home)) as store:
        story = store.stories.save(Story(headline="Panen", body=BODY))
        told = store.comments.add(story.id, on("panen", story))
    with (home / DATABASE).open("r+b") as file:
        file.seek(100)
        file.write(bytes(2000))

    reports: list[RecoveryReport] = []
    with closing(Newsroom(home, reports.append).open_store()) as store:
        assert store.comments.all(story.id) == [told]
    assert reports


def test_a_comment_of_another_story_is_not_overwritten_from_outside(
    store: Store, story: Story
) -> None:
    first = store.comments.add(story.id, on("panen", story))
    other = store.stories.save(Story(headline="Lain"))
    with store._database.write() as session:
        put(session, 2, [replace(first, text="palsu", changed=NOW + timedelta(days=9))])

    assert store.comments.all(story.id) == [first]
    assert store.comments.all(other.id) == []
