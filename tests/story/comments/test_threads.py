"""Threads of comments, and the people named in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from newsroom.story.comments.comment import Anchor, Comment, CommentKind
from newsroom.story.comments.joining import later
from newsroom.story.comments.mentions import mentions, naming, people_of
from newsroom.story.comments.threads import Shown, threads
from newsroom.story.story import Story

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)
PEOPLE = ("Budi", "Budi Contoh", "Wati Misal")


def said(text: str, minute: int = 0, **told: object) -> Comment:
    told.setdefault("mentions", mentions(text, PEOPLE))
    who = str(told.pop("who", "Wati Misal"))
    return Comment.new(who, text, NOW + timedelta(minutes=minute), **told)


def test_threads_come_in_the_order_of_the_text_with_their_answers() -> None:
    late = said("di akhir", anchor=Anchor("body", 90, 95, "akhir"))
    early = said("di awal", 5, anchor=Anchor("body", 3, 7, "awal"))
    head = said("judul", 6, anchor=Anchor("headline", 9, 12, "kata"))
    photo = said("foto", 7, anchor=Anchor("photos[0].alt", 0, 4, "foto"))
    next_photo = said("foto lain", 10, anchor=Anchor("photos[1].caption", 0, 4, "foto"))
    whole = said("semuanya", 9)
    second, first = (said(text, n, thread=late.id) for text, n in (("dua", 8), ("satu", 2)))

    made = threads([late, second, early, next_photo, photo, whole, first, head])

    texts = [one.first.text for one in made]
    assert texts == ["semuanya", "judul", "foto", "foto lain", "di awal", "di akhir"]
    assert [one.text for one in made[-1].answers] == ["satu", "dua"]


def test_a_thread_whose_remarks_are_all_removed_is_none() -> None:
    first = replace(said("hapus"), removed=True)
    answer = said("masih ada", thread=first.id)

    assert threads([first]) == []
    assert [one.first.removed for one in threads([first, answer])] == [True]


def test_threads_are_filtered_by_state_person_mention_and_kind() -> None:
    open_ = said("@Budi Contoh cek", who="Sari Umpama")
    done = replace(said("beres"), resolved=NOW)
    question = said("kenapa?", kind=CommentKind.QUESTION)
    answer = said("ya", thread=done.id, who="Budi Contoh")
    made = threads([open_, done, question, answer])

    def left(shown: Shown) -> set[str]:
        return {one.first.text for one in made if shown.takes(one)}

    assert left(Shown(resolved=True)) == {"beres"}
    assert left(Shown(mentioning="budi  contoh")) == {"@Budi Contoh cek"}
    assert left(Shown(of="Budi Contoh")) == {"beres"}
    assert left(Shown(kinds=(CommentKind.QUESTION,))) == {"kenapa?"}
    assert left(Shown()) == {"@Budi Contoh cek", "beres", "kenapa?"}


def test_a_name_with_a_blank_in_it_is_a_mention_of_that_person_alone() -> None:
    assert mentions("Tolong @Budi Contoh, dan @wati misal.", PEOPLE) == (
        "Budi Contoh",
        "Wati Misal",
    )
    assert mentions("@Budi saja; surel wati@Wati Misal bukan", PEOPLE) == ("Budi",)
    assert mentions("@Budiman bukan Budi", PEOPLE) == ()


def test_a_name_is_offered_from_any_of_its_words_until_it_is_written() -> None:
    text = "Tolong @mis"
    assert naming(text, len(text), PEOPLE).names == ("Wati Misal",)  # type: ignore[union-attr]
    assert naming("🙂 @", 3, PEOPLE).names == PEOPLE  # type: ignore[union-attr]
    assert naming("@Wati Misal", 11, PEOPLE) is None
    assert naming("surel@wati", 10, PEOPLE) is None


def test_the_people_of_a_story_are_those_who_wrote_edited_and_spoke() -> None:
    story = Story(byline=("Ani Rekaan",), editor="budi contoh", contributors=("Candra Fiktif",))
    comments = [said("@Budi Contoh", who="Wati Misal")]

    assert people_of(story, comments, "Dewi Umpama", "") == (
        "Ani Rekaan", "budi contoh", "Candra Fiktif", "Dewi Umpama", "Wati Misal",
    )  # fmt: skip


def test_of_two_states_the_later_counts_whichever_comes_first() -> None:
    first = said("dulu")
    changed = replace(first, text="kini", changed=NOW + timedelta(hours=1))
    removed = replace(first, text="", removed=True)

    assert later(first, changed) == later(changed, first) == changed
    assert later(first, removed) == later(removed, first) == removed
