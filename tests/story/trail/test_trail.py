"""What a trail tells of steps, changes and remarks, and to whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import example, given
from hypothesis import strategies as st

from newsroom.story.checklist import Answer, Item, Verdict
from newsroom.story.comments.comment import Anchor, Comment, CommentKind, Subject, Wording
from newsroom.story.source import Source
from newsroom.story.story import Story
from newsroom.story.trail.changes import LONGEST, changes_between
from newsroom.story.trail.entry import Entry, Mark, Part, Trail, entries_sum, in_order
from newsroom.story.trail.shown import Shown, shown
from newsroom.story.trail.steps import Kept, StepEntries
from newsroom.story.trail.stretches import text_stretches
from newsroom.story.trail.talk import talk_entries
from newsroom.story.version import Step, StepKind
from newsroom.story.workflow import Status

WITA = ZoneInfo("Asia/Makassar")
NOON = datetime(2026, 11, 5, 4, 0, tzinfo=UTC)
STORY = Story(headline="Panen", body="Warga panen padi.\n\nHujan turun.\n\nPasar ramai sekali.")
OLD = (Mark.SAME, Mark.REMOVED, Mark.MOVED_FROM)
NEW = (Mark.SAME, Mark.ADDED, Mark.MOVED_TO)


def step(number: int, kind: StepKind = StepKind.WRITING, **told: object) -> Step:
    values = {"who": "Wati Misal", "note": "", "before": None, "after": None, **told}
    moment = values.pop("moment", NOON + timedelta(minutes=number))
    revision = values.pop("revision", number)
    return Step(number, kind, moment, revision=revision, words=3, **values)  # type: ignore[arg-type]


def entries_of(*kept: Kept, items: tuple[Item, ...] = ()) -> tuple[list[Entry], StepEntries]:
    making = StepEntries(items, WITA)
    return list(making.of(kept)), making


def trail_of(*entries: Entry, **told: object) -> Trail:
    values = {"byline": ("Wati Misal",), "editor": "", "maker": "Redi Andaian", **told}
    return Trail("a" * 32, "Panen", Status.DRAFT, made=NOON, zone=WITA, text_sum="t",
                 entries_sum=entries_sum(entries), entries=entries, **values)  # type: ignore[arg-type]  # fmt: skip


def test_each_step_has_what_it_changed_and_the_status_is_in_its_title() -> None:
    then = replace(STORY, body=STORY.body.replace("padi", "jagung"), status=Status.SUBMITTED)
    moved = step(2, StepKind.STATUS, before=Status.DRAFT, after=Status.SUBMITTED, note="Segera.")
    (first, second), _ = entries_of(Kept(step(1), STORY), Kept(moved, then))
    assert [change.field for change in first.changes] == ["headline", "body"]
    assert (second.title, second.note, second.part) == ("Draf → Diajukan", "Segera.", Part.STEP)
    (change,) = second.changes
    assert [(one.mark, one.text) for one in change.stretches if one.mark is not Mark.SAME] == [
        (Mark.REMOVED, "padi"),
        (Mark.ADDED, "jagung"),
    ]
    assert (second.against, second.version) == (1, 2)


def test_a_state_that_is_damaged_is_told_and_the_next_is_compared_with_the_last_sound() -> None:
    then = replace(STORY, headline="Panen Raya")
    (_, damaged, after), _ = entries_of(
        Kept(step(1), STORY), Kept(step(2), None), Kept(step(3), then)
    )
    assert "rusak" in damaged.about[0]
    assert not damaged.changes
    assert after.against == 1
    assert "versi 1" in after.about[0]


def test_saves_that_became_one_step_and_a_clock_that_went_back_are_told() -> None:
    early = step(2, revision=14, moment=NOON - timedelta(days=1))
    (_, entry), _ = entries_of(Kept(step(1), STORY), Kept(early, STORY))
    assert entry.about[0] == "Gabungan 13 simpanan (revisi 2–14)."
    assert "lebih awal" in entry.about[1]


def test_nobody_at_another_desk_is_said_to_have_undone_what_was_written_here() -> None:
    ours = replace(STORY, headline="Panen Raya")
    theirs = replace(STORY, body="Warga tanam padi.", status=Status.RETURNED)
    there = {"who": "Redi Andaian", "revision": 0}
    entries, _ = entries_of(
        Kept(step(1), STORY),
        Kept(step(2, StepKind.HANDOVER, revision=1), STORY),
        Kept(step(3), ours),
        Kept(step(4, StepKind.HANDOVER, **there), STORY),
        Kept(step(5, **there), theirs),
        Kept(step(6, StepKind.HANDOVER), replace(ours, body=theirs.body)),
    )
    assert [(one.who, [each.field for each in one.changes]) for one in entries[2:]] == [
        ("Wati Misal", ["headline"]),
        ("Redi Andaian", []),
        ("Redi Andaian", ["body"]),
        ("Wati Misal", ["headline"]),
    ]
    assert entries[3].about == ("Isinya sama dengan versi 1.", "Tercatat di komputer lain.")
    assert "dua komputer" in entries[5].about[0]


def test_what_was_written_since_the_last_step_is_told_and_nothing_if_nothing_was() -> None:
    _, making = entries_of(Kept(step(1), STORY))
    assert making.present(STORY, "Wati Misal", "") is None
    now = making.present(replace(STORY, headline="Lain", updated=NOON), "Wati Misal", "")
    assert now is not None
    assert (now.who, now.changes[0].field) == ("Wati Misal", "headline")


def test_answers_to_the_checklist_are_told_once_with_their_article_and_so_is_taking_back() -> None:
    item = Item("sisi", "Kedua pihak sudah ditanya", source="KEJ Pasal 3")
    answer = Answer("sisi", Verdict.YES, "Redi Andaian", NOON, "Lewat telepon.")
    checked = replace(STORY, checklist=(answer,))
    _, making = entries_of(
        Kept(step(1), checked), Kept(step(2), checked), Kept(step(3), STORY), items=(item,)
    )
    told = [(one.title, one.about[0], one.source, one.note) for one in making.checked]
    assert told == [
        ("Daftar periksa: Ya", item.text, item.source, "Lewat telepon."),
        ("Daftar periksa: jawaban ditarik", item.text, item.source, ""),
    ]


def test_sources_are_never_among_the_changes() -> None:
    told = replace(STORY, sources=(Source("Karta Rahasia"),))
    assert changes_between(STORY, told, WITA) == ()


def test_moments_in_changes_are_by_the_newsrooms_clock() -> None:
    (change,) = changes_between(STORY, replace(STORY, embargo=NOON), WITA)
    assert change.stretches[0].text == "Kamis (5/11/2026) pukul 12.00 WITA"


def test_a_long_change_is_shortened_and_whole_where_that_is_wanted() -> None:
    long = "kata " * 5_000
    (short,) = changes_between(STORY, replace(STORY, summary=long), WITA)
    (whole,) = changes_between(STORY, replace(STORY, summary=long), WITA, whole=True)
    assert short.is_short
    assert sum(len(one.text) for one in short.stretches) < LONGEST + 100
    assert short.added == whole.added == 5_000
    assert "".join(one.text for one in whole.stretches) == long
    (left_out,) = [one.text for one in short.stretches if one.mark is Mark.LEFT_OUT]
    shown_words = sum(
        len(one.text.split()) for one in short.stretches if one.mark is not Mark.LEFT_OUT
    )
    assert int(left_out.split()[0]) + shown_words == 5_000


def test_a_paragraph_that_moved_is_neither_removed_nor_added() -> None:
    moved = "Hujan turun sejak pagi di seluruh desa itu."
    stretches = text_stretches(f"{moved}\n\nSatu.\n\nDua.", f"Satu.\n\nDua.\n\n{moved}")
    marks = {one.mark for one in stretches if moved[:10] in one.text}
    assert marks == {Mark.MOVED_FROM, Mark.MOVED_TO}


WORDS = st.lists(
    st.sampled_from(["Warga panen padi.", "Hujan.", "*tebal*", "satu", "\n\n", "\n", " ", "dua"]),
    max_size=14,
).map(" ".join)


@given(WORDS, WORDS)
@example("> kutip \n \n\n", "\n")
def test_both_texts_can_be_read_out_of_their_stretches(old: str, new: str) -> None:
    stretches = text_stretches(old, new)
    assert "".join(one.text for one in stretches if one.mark in OLD) == old
    assert "".join(one.text for one in stretches if one.mark in NEW) == new


def comment(id: str, kind: CommentKind = CommentKind.NOTE, **told: object) -> Comment:
    values = {"who": "Redi Andaian", "text": "Berapa?", "thread": id, **told}
    return Comment(moment=NOON, changed=NOON, kind=kind, id=id, **values)  # type: ignore[arg-type]


def test_a_thread_is_told_from_its_first_remark_to_its_end() -> None:
    anchor = Anchor("body", 6, 11, "panen", lost=True)
    first = comment(
        "a", anchor=anchor, mentions=("Wati Misal",),
        resolved=NOON + timedelta(hours=1), resolved_by="Wati Misal",
    )  # fmt: skip
    said, settled, answer = talk_entries([first, comment("b", thread="a", who="Wati Misal")])
    assert (said.title, said.quote, said.note) == ("Komentar", "panen", "Berapa?")
    assert said.about == (
        "Di tubuh berita. Kata-katanya sudah tidak ada di naskah.",
        "Menyebut Wati Misal.",
    )
    assert (settled.title, settled.who) == ("Komentar diselesaikan", "Wati Misal")
    assert settled.moment == NOON + timedelta(hours=1)
    assert (answer.title, answer.about[0]) == ("Jawaban", "Menjawab komentar oleh Redi Andaian.")


def test_a_reason_carries_what_it_is_about_and_where_its_rule_is_written_down() -> None:
    subject = Subject("efesien", Wording("efisien"), rule="spelling")
    reason = comment("a", CommentKind.REASON, subject=subject, anchor=Anchor("body", 0, 7, "x"))
    (entry,) = talk_entries([reason], {"spelling": "KBBI"}.get)  # type: ignore[arg-type]
    assert (entry.source, entry.part) == ("KBBI", Part.CHANGE)
    assert [one.text for one in entry.changes[0].stretches] == ["efesien", "efisien"]


def test_a_remark_that_was_removed_is_told_without_its_words() -> None:
    removed = comment("a", removed=True, text="")
    assert [one.title for one in talk_entries([removed])] == ["Komentar", "Komentar dihapus"]


def test_steps_keep_their_order_and_the_others_stand_between_them_by_time() -> None:
    def entry(title: str, minutes: int) -> Entry:
        return Entry(NOON + timedelta(minutes=minutes), Part.STEP, title)

    steps = [entry("satu", 0), entry("mundur", -60), entry("tiga", 20)]
    others = [entry("nanti", 30), entry("di antara", 10)]
    titles = [one.title for one in in_order(steps, others)]
    assert titles == ["satu", "mundur", "di antara", "tiga", "nanti"]


def test_without_talk_reasons_stay_and_readers_are_told_what_is_not_shown() -> None:
    reason = comment("a", CommentKind.REASON, text="Ejaan.")
    said = tuple(talk_entries([reason, comment("b"), comment("c", thread="a")]))
    trail = trail_of(*said)
    without = shown(trail, Shown(talk=False))
    assert [one.note for one in without.entries] == ["Ejaan."]
    assert without.left_out == ("2 komentar di antara rekan tidak ditampilkan",)
    assert without.entries_sum == trail.entries_sum


def test_without_changes_their_words_are_counted_and_not_told() -> None:
    (_, entry), _ = entries_of(
        Kept(step(1), STORY), Kept(step(2), replace(STORY, body="Rahasia kini."))
    )
    (told,) = shown(trail_of(entry), Shown(changes=False)).entries
    assert (told.changes[0].stretches, told.changes[0].added) == ((), 2)


def test_short_names_are_the_same_throughout_and_two_people_never_one() -> None:
    entries = (
        Entry(NOON, Part.STEP, "Ganti status", "Wati Misal", note="Kata Wanda Mirip: beres."),
        Entry(NOON, Part.STEP, "Menulis", "Wanda Mirip", about=("Menyebut Wati Misal.",)),
    )
    first, second = shown(trail_of(*entries), Shown(short_names=True)).entries
    assert {first.who, second.who} == {"WM", "WM2"}
    assert first.note == f"Kata {second.who}: beres."
    assert second.about == (f"Menyebut {first.who}.",)


def test_names_are_short_however_they_are_spaced_and_written() -> None:
    said = "Kata WATI\n  misal, Watı Misal, dan Watimisal."
    entry = Entry(NOON, Part.COMMENT, "Komentar", "Wati  Misal", note=said)
    (told,) = shown(trail_of(entry), Shown(short_names=True)).entries
    assert (told.who, told.note) == ("WM", "Kata WM, WM, dan Watimisal.")


def test_the_sum_of_the_entries_changes_with_any_fact_of_them() -> None:
    (entry,), _ = entries_of(Kept(step(1), STORY, "sum"))
    others = [
        Kept(step(1, who="Lain"), STORY, "sum"),
        Kept(step(1, note="Lain."), STORY, "sum"),
        Kept(step(1, moment=NOON), STORY, "sum"),
        Kept(step(1), STORY, "other"),
    ]
    sums = {entries_sum([entry])} | {entries_sum(entries_of(one)[0]) for one in others}
    assert len(sums) == 5
