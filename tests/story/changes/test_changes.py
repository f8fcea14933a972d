"""What an editor changed, one by one: as it is listed, taken back, and accepted."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.story.changes.between import Changes
from newsroom.story.changes.change import ChangeKind, StoryChange
from newsroom.story.changes.fields import STORY_FIELDS
from newsroom.story.changes.reasons import about, reasons_of
from newsroom.story.comments.comment import Comment, CommentKind
from newsroom.story.dateline import Dateline
from newsroom.story.photo_edits import PhotoEdits
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status
from tests.story.changes.drafts import WORDS, edited, text

ONE = "Warga Rekaan memanen padi di tepi sungai."
TWO = "Bupati meninjau sawah itu bersama rombongan dari provinsi."
THREE = "Pupuk disalurkan kepada 40 petani di desa itu."

seeds = st.integers(0, 10**9)


def told(old: str, new: str) -> list[tuple[str, str, str]]:
    found = Changes(Story(body=old), Story(body=new))
    return [(one.kind.value, one.old, one.new) for one in found.all]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (ONE, ONE, []),
        ("", "Warga panen.", [("added", "", "Warga panen.")]),
        ("Warga panen.", "Warga tanam.", [("replaced", "panen", "tanam")]),
        ("Warga panen raya.", "Warga panen.", [("removed", " raya", "")]),
        # Moved: two places, one change, also with a word that is another now.
        (f"{ONE}\n\n{TWO}\n\n{THREE}", f"{TWO}\n\n{THREE}\n\n{ONE}",
         [("moved", f"{ONE}\n\n", f"\n\n{ONE}")]),
        (f"{ONE} {TWO} {THREE}", f"{ONE} {THREE} {TWO}", [("moved", f" {THREE}", f" {THREE}")]),
        (f"{ONE} {TWO} {THREE}", f"{TWO.replace('sawah', 'ladang')} {ONE} {THREE}",
         [("moved", f" {TWO}", f"{TWO.replace('sawah', 'ladang')} ")]),
        # Also a part of a sentence, at another place in it.
        ("Menurut catatan dinas pertanian kabupaten itu, hasil panen padi tahun ini turun tajam.",
         "Hasil panen padi tahun ini turun tajam, menurut catatan dinas pertanian kabupaten itu.",
         "moved"),
        ("musim ke dua itu", "musim kedua itu", [("replaced", "ke dua", "kedua")]),
        # What came at a sentence's end is one thing, and sentences behind it are another.
        (f"{ONE}\n\n{TWO}", f"{ONE[:-1]} lama.\n\nHujan turun.\n\n{TWO}",
         [("added", "", " lama"), ("added", "", "\n\nHujan turun.")]),
        (f"{ONE[:-1]} lama. Hujan turun.", f"{ONE[:-1]} dangkal.",
         [("replaced", "lama", "dangkal"), ("removed", " Hujan turun.", "")]),
        # Rewritten, though a word here and there is the same; what is most of it stays.
        ("Menurutnya, birokrasi sudah tidak bisa lagi menerima pegawai yang malas saja. Titik.",
         "Birokrasi, kata dia, tidak lagi memberi tempat bagi yang bekerja seadanya. Titik.",
         [("replaced",
           "Menurutnya, birokrasi sudah tidak bisa lagi menerima pegawai yang malas saja",
           "Birokrasi, kata dia, tidak lagi memberi tempat bagi yang bekerja seadanya")]),
        ("Warga desa itu menjual beras ke pasar.", "Petani desa itu menjual gabah ke pasar.",
         [("replaced", "Warga", "Petani"), ("replaced", "beras", "gabah")]),
        ('Kami senang", kata Budi.', "Kami senang,” kata Budi.", [("replaced", '",', ",”")]),
        # The words are the same.
        ("harga cabai naik", "harga **cabai** naik", [("format", "cabai", "**cabai**")]),
        ("Isi bagian", "## Isi bagian", [("format", "", "## ")]),
        ("Warga panen.", "> Warga panen.", [("format", "", "> ")]),
        ("Baca [ini](https://a.id) dulu", "Baca [ini](https://b.id) dulu",
         [("format", "[ini](https://a.id)", "[ini](https://b.id)")]),
        ("Satu ada. Dua ada.", "Satu ada.\n\nDua ada.", [("format", " ", "\n\n")]),
        # Marks stay in pairs.
        ("di **Lebak Utara** itu", "di **Lebak Selatan** itu", [("replaced", "Utara", "Selatan")]),
        ("di Lebak Utara itu", "di **Lebak Selatan** itu",
         [("replaced", "Lebak Utara", "**Lebak Selatan**")]),
    ],
)  # fmt: skip
def test_a_change_is_told_as_an_editor_would_tell_it(old, new, expected):
    if isinstance(expected, str):
        assert expected in [kind for kind, _, _ in told(old, new)]
    else:
        assert told(old, new) == expected


@given(seeds, st.integers(1, 10))
@settings(max_examples=120, deadline=None)
def test_whatever_is_taken_back_or_accepted_the_others_stay_and_the_text_is_whole(seed, times):
    chance = random.Random(seed)
    old = text(chance)
    base, now = Story(body=old), Story(body=edited(chance, old, times))
    changes = Changes(base, now)

    for one in changes.all:
        assert base.body[one.old_start : one.old_end] == one.old
        assert now.body[one.new_start : one.new_end] == one.new
    assert changes.taken_back(changes.all).body == base.body
    assert changes.accepted(changes.all).body == now.body
    some = {one for one in changes.all if chance.random() < 0.5}
    mixed = changes.taken_back(some)
    assert mixed.body == changes.accepted(set(changes.all) - some).body
    assert_whole(mixed.body)

    while changes.all:  # one after another, in any order, either way
        one = chance.choice(changes.all)
        rest = [saying(other) for other in changes.all if other is not one]
        changes = changes.after([one], back=chance.random() < 0.5)
        assert [saying(other) for other in changes.all] == rest
    assert changes.base.body == changes.now.body


@given(st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_two_texts_can_be_had_again(old, new):
    changes = Changes(Story(body=old), Story(body=new))

    assert changes.taken_back(changes.all).body == old
    assert changes.accepted(changes.all).body == new


@given(seeds)
@settings(max_examples=100, deadline=None)
def test_fields_and_photos_are_taken_back_one_by_one_too(seed):
    chance = random.Random(seed)
    base, now = story(chance), story(chance)
    changes = Changes(base, now)

    back = changes.taken_back(changes.all)
    assert reviewed(back) == reviewed(base)
    assert (back.id, back.status) == (now.id, now.status)
    assert reviewed(changes.accepted(changes.all)) == reviewed(now)
    while changes.all:
        one = chance.choice(changes.all)
        count = len(changes.all)
        changes = changes.after([one], back=chance.random() < 0.5)
        assert len(changes.all) < count
    assert reviewed(changes.base) == reviewed(changes.now)


def test_photos_that_came_went_or_changed_places_are_told_apart():
    one, two = Photo("satu.jpg", digest="1", caption="Panen."), Photo("dua.jpg", digest="2")
    base = Story(photos=(one, two))
    now = Story(photos=(two, replace(one, caption="Panen raya."), Photo("tiga.jpg", digest="3")))

    assert [(one.field, one.old, one.new) for one in Changes(base, now).all] == [
        ("photos", "satu.jpg, dua.jpg", "dua.jpg, satu.jpg"),
        ("photos[1].caption", "", " raya"),
        ("photos[2]", "", "tiga.jpg"),
    ]


def test_the_same_picture_in_a_smaller_file_is_no_change():
    photo = Photo("satu.jpg", digest="1")
    smaller = Photo("satu.jpg", digest="2", origin="1", baked=PhotoEdits(turn=90))

    assert Changes(Story(photos=(photo,)), Story(photos=(smaller,))).all == ()


def test_neither_the_status_nor_the_sources_are_reviewed():
    assert Changes(Story(), Story(status=Status.EDITING)).all == ()


def test_the_changes_in_one_sentence_belong_together():
    base = Story(body=f"{ONE} {TWO}\n\n{THREE}")
    edited = ONE.replace("memanen", "menanam").replace("sungai", "danau")
    now = Story(body=f"{edited} {TWO} Hujan turun.\n\n{THREE.replace('40', '45')}")
    changes = Changes(base, now)

    together = changes.of_sentence(changes.all[0])

    assert [one.new for one in together] == ["menanam", "danau"]
    assert [one.new for one in changes.of_sentence(changes.all[2])] == [" Hujan turun."]


def test_a_reason_is_found_with_its_change_after_other_edits():
    base, now = Story(body=f"{ONE} {TWO}"), Story(body=f"{ONE} {TWO.replace('sawah', 'ladang')}")
    change = Changes(base, now).all[0]
    reason = remark(change, now)
    further = replace(now, body=now.body.replace("Warga", "Para warga"))
    moved = reason.anchor and replace(
        reason.anchor, start=reason.anchor.start + 5, end=reason.anchor.end + 5
    )

    found = reasons_of(Changes(base, further).all, [replace(reason, anchor=moved)])

    assert [(change.new, [one.text for one in some]) for change, some in found.items()] == [
        ("ladang", ["Menurut dinas."])
    ]


@pytest.mark.parametrize(
    ("base", "now"),
    [
        (Story(body="Warga panen raya."), Story(body="Warga panen.")),
        (Story(tags=("padi",)), Story(tags=("padi", "Banten"))),
        (Story(photos=(Photo("a.jpg", credit="Wati"),)),
         Story(photos=(Photo("a.jpg", credit="Budi"),))),
    ],
)  # fmt: skip
def test_what_went_and_what_is_no_prose_has_reasons_too(base, now):
    change = Changes(base, now).all[0]

    assert reasons_of([change], [remark(change, now)]) == {change: [remark_of(change, now)]}


def test_a_comment_on_the_same_words_is_no_reason():
    base, now = Story(body="Warga panen."), Story(body="Warga tanam.")
    change = Changes(base, now).all[0]

    assert reasons_of([change], [replace(remark(change, now), kind=CommentKind.NOTE)]) == {}


def remark(change: StoryChange, now: Story) -> Comment:
    anchor, subject = about(change, now.body if change.field == "body" else "")
    moment = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
    made = Comment("Budi Contoh", "Menurut dinas.", moment, moment, CommentKind.REASON, anchor)
    return replace(made, subject=subject, thread="a", id="a")


remark_of = remark


def saying(change: StoryChange) -> tuple[str, ChangeKind, str, str]:
    return change.field, change.kind, change.old.strip(), change.new.strip()


def assert_whole(body: str) -> None:
    """No two words stick together, no blank is doubled, no paragraph is broken, marks are pairs."""
    plain = re.sub(r"\(https[^)]*\)", "", body)
    assert re.search(r"[a-z0-9.][A-Z]|[a-z]\d|\.\w|  |\n\n\n|[^\n]\n[^\n]|^\s|\s\Z", plain) is None
    for line in body.split("\n"):
        assert line.count("**") % 2 == 0
        assert line.count("[") == line.count("](") == line.count(")")


def story(chance: random.Random) -> Story:
    photos = [
        Photo(f"{name}.jpg", chance.choice(WORDS), chance.choice(WORDS), digest=name)
        for name in chance.sample("abcde", chance.randint(0, 4))
    ]
    return Story(
        headline=" ".join(chance.choices(WORDS, k=3)),
        summary=chance.choice(WORDS),
        section=chance.choice(WORDS),
        tags=tuple(chance.sample(WORDS, chance.randint(0, 2))),
        dateline=Dateline(chance.choice(WORDS), "", chance.choice([None, date(2026, 3, 2)])),
        photos=tuple(photos),
        status=chance.choice([*Status]),
    )


def reviewed(story: Story) -> list[object]:
    return [getattr(story, name) for name in STORY_FIELDS]
