"""What readers are told of a story that changed after it was printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from newsroom.story.aftermath import Correction, LinkKind, StoryLink, Withdrawal
from newsroom.story.copying import copy_of
from newsroom.story.notes import NOTE_FORMS, NoteStyle, announced, form_fault, notes_of
from newsroom.story.story import Photo, Story
from newsroom.story.version import restored
from newsroom.story.workflow import Status

WIB, WIT = ZoneInfo("Asia/Jakarta"), ZoneInfo("Asia/Jayapura")
AT = datetime(2026, 3, 5, 18, 30, tzinfo=UTC)  # the day after, in Jakarta
STYLE = NoteStyle()
FIRST = Correction(AT, "Semula tertulis 40 petani, seharusnya 45 petani.")
SECOND = Correction(AT + timedelta(days=1), "Nama ketuanya\n\nTono Misal.")
STORY = Story(
    headline="Panen Raya",
    body="Warga panen.",
    status=Status.CORRECTED,
    corrections=(FIRST, SECOND),
)


def told(story: Story, style: NoteStyle = STYLE, zone: ZoneInfo = WIB) -> list[str]:
    return [note.plain for note in notes_of(story, style, zone)]


def test_corrections_are_dated_by_the_portals_clock_the_newest_first() -> None:
    assert told(STORY) == [
        "Ralat, Sabtu (7/3/2026) pukul 01.30 WIB: Nama ketuanya Tono Misal.",
        "Ralat, Jumat (6/3/2026) pukul 01.30 WIB: Semula tertulis 40 petani, seharusnya 45 petani.",
    ]
    assert told(replace(STORY, corrections=(FIRST,)), zone=WIT)[0].startswith(
        "Ralat, Jumat (6/3/2026) pukul 03.30 WIT:"
    )


def test_a_correction_without_words_is_not_printed() -> None:
    assert told(replace(STORY, corrections=(Correction(AT, " "),))) == []


def test_both_sides_of_an_answer_name_the_other() -> None:
    answer = Story(answers=StoryLink("Panen Gagal", "https://contoh.id/panen"))
    (note,) = notes_of(answer, STYLE, WIB)
    assert (note.mark.strip(), note.text, note.address) == (
        "Hak jawab atas berita:",
        "Panen Gagal",
        "https://contoh.id/panen",
    )
    answered = Story(answered_by=(StoryLink("Jawaban Dinas", moment=AT), StoryLink("Lagi")))
    assert told(answered) == [
        "Hak jawab atas berita ini: Jawaban Dinas (6/3/2026, 01.30 WIB)",
        "Hak jawab atas berita ini: Lagi",
    ]


def test_a_correction_of_its_own_is_called_one_on_both_sides() -> None:
    kind = LinkKind.CORRECTION
    right = Story(answers=StoryLink("Panen Gagal", "https://contoh.id/panen", kind=kind))
    assert told(right) == ["Ralat atas berita: Panen Gagal"]
    wrong = Story(answered_by=(StoryLink("Ralat Panen", moment=AT, kind=kind), StoryLink("Lagi")))
    assert told(wrong) == [
        "Ralat atas berita ini: Ralat Panen (6/3/2026, 01.30 WIB)",
        "Hak jawab atas berita ini: Lagi",
    ]
    assert told(wrong, NoteStyle(corrected="Diralat: {judul}"))[0] == "Diralat: Ralat Panen"


def test_a_house_words_them_itself() -> None:
    style = NoteStyle(correction="(Diralat {tanggal} {jam}) {isi} Redaksi mohon maaf.")
    assert told(replace(STORY, corrections=(FIRST,)), style) == [
        "(Diralat 6/3/2026 01.30 WIB) Semula tertulis 40 petani, seharusnya 45 petani. "
        "Redaksi mohon maaf."
    ]


def test_words_in_braces_are_no_slots_of_the_house() -> None:
    odd = replace(STORY, corrections=(Correction(AT, "Kata {tanggal} dan {isi}."),))
    assert told(odd)[0].endswith("Kata {tanggal} dan {isi}.")


def test_a_withdrawn_story_leaves_its_announcement_alone() -> None:
    story = replace(
        STORY,
        status=Status.WITHDRAWN,
        withdrawal=Withdrawal(AT, "Demi masa depan anak"),
        slug="panen-raya",
        section="Ekonomi",
        byline=("Rina Contoh",),
        photos=(Photo("panen.jpg"),),
        tags=("anak",),
        summary="Ringkasan",
        social="Panen!",
        search_title="Panen",
    )
    (note,) = told(story)
    assert note == (
        "Berita ini dicabut redaksi pada Jumat (6/3/2026) pukul 01.30 WIB: "
        "Demi masa depan anak. Media yang mengutipnya wajib mengikuti pencabutan ini."
    )
    left = announced(story, STYLE)
    assert (left.slug, left.section, left.byline) == ("panen-raya", "Ekonomi", ("Rina Contoh",))
    gone = ("body", "photos", "tags", "summary", "social", "search_title", "corrections")
    assert [name for name in gone if getattr(left, name)] == []
    assert told(left) == [note]


def test_without_a_reason_it_is_said_all_the_same_that_it_is_withdrawn() -> None:
    assert told(replace(STORY, status=Status.WITHDRAWN)) == ["Berita ini dicabut redaksi."]


@pytest.mark.parametrize(
    ("form", "headline"),
    [
        ("{judul}", "Panen Raya"),
        ("Dicabut: {judul}", "Dicabut: Panen Raya"),
        ("Berita Dicabut", "Berita Dicabut"),
    ],
)
def test_the_headline_is_kept_or_marked_once(form: str, headline: str) -> None:
    style = NoteStyle(withdrawn_headline=form)
    left = announced(replace(STORY, status=Status.WITHDRAWN), style)
    assert left.headline == announced(left, style).headline == headline


def test_a_reason_that_waits_is_not_told_before_the_story_is_withdrawn() -> None:
    waiting = replace(STORY, withdrawal=Withdrawal(AT, "Demi anak."))
    assert announced(waiting, STYLE) is waiting
    assert not any("dicabut" in one for one in told(waiting))


@pytest.mark.parametrize("name", NOTE_FORMS)
def test_the_usual_wordings_are_sound(name: str) -> None:
    assert form_fault(name, getattr(STYLE, name)) == ""


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("correction", "Ralat: {isi}"),
        ("correction", "Ralat, {tanggal} pukul {jam}"),
        ("withdrawal", "Dicabut: {isi}"),
        ("answers", "Hak jawab"),
        ("answers", "Hak jawab {isi}"),
        ("answered", "{judul} {waktu}"),
        ("withdrawn_headline", " "),
        ("withdrawn_headline", "Dicabut {judul"),
    ],
)
def test_a_wording_that_leaves_out_what_must_be_told_is_refused(name: str, form: str) -> None:
    assert form_fault(name, form)


def test_a_copy_has_no_history() -> None:
    copy = copy_of(replace(STORY, answers=StoryLink("a"), answered_by=(StoryLink("b"),)))
    told = (copy.corrections, copy.answers, copy.answered_by, copy.withdrawal)
    assert told == ((), None, (), None)


def test_an_earlier_state_takes_no_note_from_the_readers() -> None:
    withdrawn = replace(STORY, withdrawal=Withdrawal(AT, "Demi anak."))
    before = replace(STORY, body="Lama.", corrections=())
    back = restored(withdrawn, before)
    assert (back.body, back.corrections) == ("Lama.", STORY.corrections)
    assert back.withdrawal == withdrawn.withdrawal
    assert restored(withdrawn, before, ["corrections"]).corrections == ()
