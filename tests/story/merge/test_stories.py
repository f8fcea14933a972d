from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from newsroom.story.aftermath import Correction, StoryLink, Withdrawal
from newsroom.story.checklist import Answer, Verdict
from newsroom.story.comments.comment import CommentKind
from newsroom.story.dateline import Dateline
from newsroom.story.handover import State
from newsroom.story.merge.ancestry import common_base
from newsroom.story.merge.normal import Picture, local, normal
from newsroom.story.merge.stories import Merged, merge
from newsroom.story.photo_edits import Box, PhotoEdits
from newsroom.story.photo_keys import photo_keys
from newsroom.story.source import Source
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
FACE = Box(0.1, 0.1, 0.3, 0.4)
BASE = Story(
    headline="Panen Raya",
    body="Warga panen padi.",
    tags=("padi", "desa"),
    photos=(Photo("a.jpg", "Warga.", digest="a" * 64), Photo("b.jpg", "Sawah.", digest="b" * 64)),
    id="n",
)


def state(uid: str, story: Story, hours: int = 0, *parents: str) -> State:
    return State(uid, parents, f"orang {uid}", NOON + timedelta(hours=hours), story)


def merged(one: Story, other: Story, base: Story = BASE) -> Merged:
    """Merge two stories, of which the other is the later, and see that their order is no matter."""
    sides = state("1", one), state("2", other, 1)
    made = merge(base, *sides)
    assert merge(base, *reversed(sides)) == made
    return made


def both(one: dict[str, Any], other: dict[str, Any]) -> Merged:
    return merged(replace(BASE, **one), replace(BASE, **other))


OTHERS: dict[str, Any] = {
    "dateline": Dateline(place="SERANG"),
    "status": Status.EDITING,
    "embargo": NOON,
    "event": NOON,
    "deadline": NOON,
    "publish": NOON,
    "byline": ("Wati Misal",),
    "tags": ("padi", "desa", "Banten"),
    "contributors": ("Budi Contoh",),
    "other_sections": ("Lebak",),
    "corrections": (Correction(NOON, "Semula tertulis lain."),),
    "answers": StoryLink("Berita lain"),
    "answered_by": (StoryLink("Jawaban"),),
    "withdrawal": Withdrawal(NOON, "Demi masa depan anak"),
    "unread": (("embargo", "besok sore"),),
    "checklist": (Answer("nama", Verdict.YES, "Wati Misal", NOON),),
    "photos": (replace(BASE.photos[0], caption="Warga memanen."), BASE.photos[1]),
}
LOCAL = {"id", "revision", "created", "updated", "sources"}


@pytest.mark.parametrize("name", [one.name for one in fields(Story) if one.name not in LOCAL])
def test_each_field_goes_its_own_way(name: str) -> None:
    changed = replace(BASE, **{name: OTHERS.get(name, "lain")})
    other = replace(BASE, **({"slug": "s"} if name != "slug" else {"topic": "t"}))

    made = merged(changed, other)

    assert getattr(made.story, name) == getattr(normal(changed), name)
    assert (made.story.slug, made.story.topic) == (
        changed.slug or other.slug,
        changed.topic or other.topic,
    )
    assert not made.conflicts


def test_a_value_that_both_changed_is_told() -> None:
    made = both({"section": "Hukum"}, {"section": "Ekonomi"})

    assert made.story.section == "Ekonomi"
    (conflict,) = made.conflicts
    assert (conflict.kind, conflict.thread) == (CommentKind.CONFLICT, conflict.id)
    assert conflict.anchor
    assert conflict.anchor.field == "section"
    subject = conflict.subject
    assert subject
    assert subject.other
    assert (subject.new.text, subject.new.who) == ("Ekonomi", "orang 2")
    assert (subject.other.text, subject.other.who) == ("Hukum", "orang 1")


def test_a_conflict_hangs_on_its_words() -> None:
    made = both({"body": "Warga panen jagung."}, {"body": "Warga panen kedelai."})

    (conflict,) = made.conflicts
    assert conflict.anchor
    assert conflict.anchor.quote == "kedelai"
    assert made.story.body[conflict.anchor.start : conflict.anchor.end] == "kedelai"


def test_lists_have_what_both_added_without_what_either_took_out() -> None:
    made = both({"tags": ("padi", "desa", "Banten")}, {"tags": ("pupuk", "padi")})

    assert made.story.tags == ("pupuk", "padi", "Banten")
    assert not made.conflicts


def test_a_list_is_in_the_order_of_the_side_that_changed_it() -> None:
    turned, longer = ("desa", "padi"), ("padi", "desa", "Banten")
    for early, late in ((turned, longer), (longer, turned)):
        assert both({"tags": early}, {"tags": late}).story.tags == ("desa", "Banten", "padi")


def test_answers_to_one_item_are_one() -> None:
    yes, no = (Answer("nama", verdict, "Wati", NOON) for verdict in (Verdict.YES, Verdict.NO))
    other = Answer("angka", Verdict.YES, "Budi", NOON)

    made = both({"checklist": (yes,)}, {"checklist": (no, other)})

    assert made.story.checklist == (no, other)
    assert [one.anchor and one.anchor.field for one in made.conflicts] == ["checklist.nama"]


@pytest.mark.parametrize(
    ("one", "other", "status", "told"),
    [
        (Status.SUBMITTED, Status.EDITING, Status.EDITING, 0),
        (Status.READY, Status.RETURNED, Status.READY, 1),
        (Status.WITHDRAWN, Status.CORRECTED, Status.WITHDRAWN, 1),
    ],
)
def test_of_two_statuses_the_further_one_stays(
    one: Status, other: Status, status: Status, told: int
) -> None:
    made = both({"status": one}, {"status": other})

    assert (made.story.status, len(made.conflicts)) == (status, told)


def test_photos_are_known_by_their_pictures_and_merged_field_by_field() -> None:
    first, second = BASE.photos
    came = Photo("c.jpg", "Baru.", digest="c" * 64)
    # At the other desk the same picture is another file.
    copied = replace(first, digest="d" * 64, origin=first.digest, credit="Rina")

    made = both(
        {"photos": (second, replace(first, caption="Warga panen."), came)},
        {"photos": (copied, second)},
    )

    assert [(one.file, one.caption, one.credit) for one in made.story.photos] == [
        ("b.jpg", "Sawah.", ""),
        ("a.jpg", "Warga panen.", "Rina"),
        ("c.jpg", "Baru.", ""),
    ]
    assert not made.conflicts


def test_a_photo_that_was_taken_out_stays_where_it_was_changed() -> None:
    first, second = BASE.photos
    made = both({"photos": (first,)}, {"photos": (first, replace(second, alt="Sawah luas"))})

    assert [one.file for one in made.story.photos] == ["a.jpg", "b.jpg"]
    assert len(made.conflicts) == 1


def test_one_photo_at_most_leads() -> None:
    first, second = BASE.photos
    made = both(
        {"photos": (replace(first, lead=True), second)},
        {"photos": (first, replace(second, lead=True))},
    )

    assert [one.lead for one in made.story.photos] == [False, True]
    assert len(made.conflicts) == 1


def test_what_was_blurred_here_and_turned_there_is_both() -> None:
    first, second = BASE.photos
    blurred = replace(first, edits=PhotoEdits(blurs=(FACE,)))
    # There the picture came blurred already, and was turned.
    turned = replace(first, digest="d" * 64, origin=first.digest, edits=PhotoEdits(turn=90))

    made = both({"photos": (blurred, second)}, {"photos": (turned, second)})

    edits = made.story.photos[0].edits
    assert (edits.turn, edits.blurs) == (90, (Box(0.6, 0.1, 0.9, 0.3),))
    came = {photo_keys(made.story)[0]: Picture("e" * 64)}
    ours = local(made.story, replace(BASE, photos=(blurred, second)), came)
    assert ours.photos[0].digest == first.digest
    assert ours.photos[0].edits == edits


def test_what_is_done_in_a_file_is_not_done_again() -> None:
    copy = Photo("a.jpg", digest="d" * 64, origin="a" * 64, baked=PhotoEdits(blurs=(FACE,)))
    story = Story(photos=(replace(copy, edits=PhotoEdits(turn=90)),), id="n")
    alike = normal(story)

    assert alike.photos[0].edits == PhotoEdits(turn=90, blurs=(Box(0.6, 0.1, 0.9, 0.3),))
    back = local(alike, story, {})
    assert normal(back) == alike
    assert back.photos == story.photos


def test_a_file_that_is_blurred_where_it_should_not_be_gives_way() -> None:
    ours = Photo("a.jpg", digest="d" * 64, origin="a" * 64, baked=PhotoEdits(blurs=(FACE,)))
    story = Story(photos=(ours,), id="n")
    clear = normal(replace(story, photos=(Photo("a.jpg", digest="a" * 64),)))
    came = {photo_keys(clear)[0]: Picture("e" * 64)}

    (photo,) = local(clear, story, came).photos
    assert (photo.digest, photo.baked) == ("e" * 64, PhotoEdits())
    # Without another file the blur stays.
    (photo,) = local(clear, story, {}).photos
    assert (photo.digest, normal(Story(photos=(photo,))).photos[0].edits.blurs) == (
        "d" * 64,
        (FACE,),
    )


def test_sources_are_in_nothing_that_is_merged_and_stay_here() -> None:
    ours = replace(BASE, sources=(Source("Ani"),), revision=7)
    made = merged(ours, replace(BASE, slug="s"))

    assert made.story.sources == ()
    here = local(made.story, ours, {})
    assert (here.sources, here.revision, here.slug) == (ours.sources, 7, "s")


def test_several_latest_ancestors_are_merged_before_their_descendants() -> None:
    root = state("0", BASE)
    one = state("1", replace(BASE, slug="a"), 1, "0")
    other = state("2", replace(BASE, topic="b"), 2, "0")
    # Both desks merged both, one of them with a word more.
    crossed = state("3", replace(BASE, slug="a", topic="b"), 3, "1", "2")
    changed = state("4", replace(BASE, slug="a", topic="c"), 4, "1", "2")
    states = {one.uid: one for one in (root, one, other, crossed, changed)}

    base = common_base(states, ["3"], "4")

    assert base
    assert (base.slug, base.topic) == ("a", "b")
    assert merge(base, crossed, changed).conflicts == ()
    assert common_base({"3": crossed, "9": state("9", BASE)}, ["3"], "9") is None
