"""The lines of the desk, and the views by which it is looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import text

from newsroom.store.desk.line import DeskLine
from newsroom.store.desk.views import AT_DESK, DeskView, Order, Whose
from newsroom.store.store import Store
from newsroom.story.comments.comment import Comment, CommentKind
from newsroom.story.person import Person, Role
from newsroom.story.story import Story
from newsroom.story.workflow import Status

WIB = timezone(timedelta(hours=7))
BUDI = Person("Budi Misal", Role.EDITOR)


def line_of(store: Store, story: Story, house: str = "rekaan") -> DeskLine:
    [line] = [one for one in store.desk_list.list(tuple(Status), house) if one.id == story.id]
    return line


def test_a_line_says_all_that_the_desk_shows_of_a_story(store: Store) -> None:
    deadline = datetime(2026, 11, 3, 16, 0, tzinfo=WIB)
    story = store.stories.save(
        Story(
            headline="Panen raya",
            kicker="Laporan khusus",
            section="Daerah",
            byline=("Wati Misal", "Rini Misal"),
            editor="Tuti Misal",
            body="Warga panen padi.",
            deadline=deadline,
            status=Status.SUBMITTED,
        )
    )
    store.people.set_me(BUDI)
    store.stories.change_status([story.id], Status.EDITING)
    story = store.stories.get(story.id)
    store.desk.note_findings(story.id, story.revision, "rekaan", 1, 2, 3)
    now = datetime.now(UTC)
    for kind in (CommentKind.NOTE, CommentKind.QUESTION, CommentKind.REASON):
        store.comments.add(story.id, Comment.new("Budi Misal", "Cek lagi.", now, kind=kind))
    line = line_of(store, story)
    assert (line.headline, line.kicker, line.section) == ("Panen raya", "Laporan khusus", "Daerah")
    assert (line.byline, line.editor) == (("Wati Misal", "Rini Misal"), "Tuti Misal")
    assert (line.status, line.holder, line.words) == (Status.EDITING, "Budi Misal", 3)
    assert (line.deadline, line.found, line.comments) == (deadline, (1, 2, 3), 2)
    assert line.since == line.taken == store.desk.of([story.id])[story.id].since


def test_what_was_counted_of_another_revision_or_by_another_house_is_not_shown(
    store: Store,
) -> None:
    story = store.stories.save(Story(headline="Panen", status=Status.SUBMITTED))
    assert line_of(store, story).found is None
    store.desk.note_findings(story.id, story.revision, "rekaan", 0, 0, 0)
    assert line_of(store, story).found == (0, 0, 0)
    assert line_of(store, story, house="lain").found is None
    story = store.stories.save(replace(story, headline="Panen raya"))
    assert line_of(store, story).found is None


def test_only_stories_of_the_statuses_asked_for_are_listed_and_none_of_the_bin(
    store: Store,
) -> None:
    saved = {
        status: store.stories.save(Story(headline=status.label, status=status)) for status in Status
    }
    store.stories.discard(saved[Status.READY].id)
    listed = [line.status for line in store.desk_list.list(AT_DESK)]
    assert listed == [Status.SUBMITTED, Status.EDITING, Status.RETURNED, Status.HELD]


def test_a_deadline_that_is_none_any_more_does_not_hide_the_desk(store: Store) -> None:
    story = store.stories.save(
        Story(headline="Panen", deadline=datetime(2026, 1, 1, tzinfo=WIB), status=Status.SUBMITTED)
    )
    with store._database.write() as session:
        session.execute(text("""UPDATE story SET details = '{"deadline": "besok"}'"""))
    assert line_of(store, story).deadline is None


def test_a_story_from_before_the_desk_took_notes_has_come_with_its_last_step(
    store: Store,
) -> None:
    story = store.stories.save(Story(headline="Panen"))
    store.stories.change_status([story.id], Status.SUBMITTED)
    [step] = [one for one in store.versions.list(story.id) if one.after is Status.SUBMITTED]
    with store._database.write() as session:
        session.execute(text("DELETE FROM desk"))
    assert line_of(store, story).since == step.moment


VIEW = DeskView(
    name="Meja saya",
    statuses=(Status.SUBMITTED,),
    section="Daerah",
    whose=Whose.NAMED,
    editor="Budi Misal",
    reporter="Wati Misal",
    text="panen",
    with_findings=True,
    overdue=True,
    order=Order.WORDS,
    falling=True,
)


def test_views_are_kept_named_anew_and_removed(store: Store) -> None:
    views = store.desk_views
    assert (views.list(), views.last()) == ([], DeskView())
    views.save(VIEW)
    views.save(DeskView(name="Siap", statuses=(Status.READY,)))
    views.remember(replace(VIEW, name=""))
    assert (views.list()[0], views.last()) == (VIEW, replace(VIEW, name=""))
    views.save(replace(VIEW, name="MEJA  saya", text="banjir"))
    assert [(one.name, one.text) for one in views.list()] == [("MEJA saya", "banjir"), ("Siap", "")]
    with pytest.raises(ValueError, match="sudah dipakai"):
        views.rename("Siap", "meja saya")
    views.rename("siap", "Siap unggah")
    views.remove("meja saya")
    assert [one.name for one in views.list()] == ["Siap unggah"]


def test_a_view_of_another_program_is_read_as_far_as_it_is_understood(store: Store) -> None:
    told = {"name": "Baru", "whose": "team", "order": 7, "text": "padi", "shade": "blue",
            "statuses": ["ready", "burnt", {}], "overdue": "yes"}  # fmt: skip
    store.workspace.set("desk_views", [told, "x", {"text": "tanpa nama"}])
    store.workspace.set("desk_view", ["x"])
    [view] = store.desk_views.list()
    assert view == DeskView(name="Baru", text="padi", statuses=(Status.READY,))
    assert store.desk_views.last() == DeskView()
