from __future__ import annotations

import threading
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image, ImageStat

from newsroom.exchange.archive.report import Outcome
from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.naskah import read_naskah, write_naskah
from newsroom.exchange.unpacked import keep_picture
from newsroom.store.errors import HandoverForged, StoryChangedElsewhere
from newsroom.store.handovers import What
from newsroom.store.handovers.states import alike, made
from newsroom.story.comments.anchors import anchored
from newsroom.story.comments.comment import Comment, CommentKind
from newsroom.story.handover import State
from newsroom.story.person import Person, Role
from newsroom.story.photo_edits import Box, PhotoEdits
from newsroom.story.source import Source
from newsroom.story.story import Photo, Story
from newsroom.story.version import Mark, StepKind
from newsroom.story.workflow import Status
from tests.handing_over.histories import PEOPLE, Desk

BODY = "Warga panen padi. Hujan turun.\n\nHarga gabah naik. Petani senang."
FACE = Box(0.1, 0.1, 0.5, 0.5)


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[list[Desk]]:
    made = [Desk.at(tmp_path / f"desk-{number}", name) for number, name in enumerate(PEOPLE)]
    yield made
    for desk in made:
        desk.store.close()


@pytest.fixture
def id(desks: list[Desk], tmp_path: Path) -> str:
    """A story that the first two desks have."""
    Image.effect_noise((400, 300), 90).convert("RGB").save(tmp_path / "warga.png")
    photo = Photo(str(tmp_path / "warga.png"), "Warga.")
    first, second, _ = desks
    story = Story("Panen", body=BODY, photos=(photo,), sources=(Source("Ani", contact="0812"),))
    taken_in = first.newsroom.take_in(story, first.store)
    take(second, give(first, taken_in.id, tmp_path))
    return taken_in.id


def give(desk: Desk, id: str, folder: Path) -> Path:
    return desk.hand_over(id, folder / f"{len([*folder.glob('*.naskah')])}.naskah")


def take(desk: Desk, path: Path):
    return desk.newsroom.take_over(desk.store, path)


def write(desk: Desk, id: str, **values: object) -> Story:
    return desk.store.stories.save(replace(desk.story(id), **values))


def test_both_find_the_same_and_the_same_to_choose_from(desks, id, tmp_path):
    first, second, _ = desks
    write(first, id, body=BODY.replace("padi", "jagung"), tags=("pangan",))
    write(second, id, body=BODY.replace("padi", "kedelai").replace("senang", "lega"))
    out, back = give(first, id, tmp_path), give(second, id, tmp_path)

    here, there = take(first, back), take(second, out)

    assert (here.what, there.what) == (What.MERGED, What.MERGED)
    assert first.content(id) == second.content(id)
    assert here.story.tags == ("pangan",)
    assert "lega" in here.story.body
    (conflict,) = here.conflicts
    assert there.conflicts == here.conflicts
    assert first.comments(id) == second.comments(id) == [conflict]
    subject = conflict.subject
    assert {subject.new.text, subject.other.text} == {"jagung", "kedelai"}
    assert {subject.new.who, subject.other.who} == set(PEOPLE[:2])
    # Whoever merged, it is the same state: nothing is left to merge.
    assert take(first, give(second, id, tmp_path)).what is What.OLD


def test_an_old_file_brings_nothing_but_what_was_said(desks, id, tmp_path):
    first, second, _ = desks
    remark = Comment.new(PEOPLE[1], "Kapan?", datetime.now(UTC))
    remark = replace(remark, anchor=anchored("body", BODY, 6, 11))
    second.store.comments.add(id, remark)
    back = give(second, id, tmp_path)
    written = write(first, id, body=f"Kemarin {BODY}")

    taken = take(first, back)

    assert (taken.what, taken.comments) == (What.OLD, 1)
    assert taken.story == written
    (comment,) = first.comments(id)
    assert (comment.who, comment.anchor.start, comment.anchor.quote) == (PEOPLE[1], 14, "panen")
    assert take(first, back).comments == 0


def test_what_one_desk_alone_wrote_goes_on_at_the_other(desks, id, tmp_path):
    first, second, _ = desks
    second.store.stories.save(
        replace(second.story(id), status=Status.EDITING), mark=Mark(StepKind.STATUS, note="mulai")
    )
    file = give(second, id, tmp_path)

    taken = take(first, file)

    assert taken.what is What.FORWARD
    assert (taken.story.status, taken.story.sources[0].name) == (Status.EDITING, "Ani")
    take(first, file)
    steps = first.store.versions.list(id)
    (edited,) = (one for one in steps if one.note == "mulai")
    assert (edited.who, edited.before, edited.after) == (PEOPLE[1], Status.DRAFT, Status.EDITING)
    assert first.store.versions.story(edited.number).status is Status.EDITING
    assert {first.store.versions.story(one.number).sources[0].name for one in steps} == {"Ani"}
    assert [(one.kind, one.who) for one in steps[:1]] == [(StepKind.HANDOVER, PEOPLE[0])]
    assert steps[0].note.startswith(f"dari {PEOPLE[1]}, dibuat ")
    out = next(one for one in steps if one.note == "ke berkas 0.naskah")
    assert (out.kind, out.who) == (StepKind.HANDOVER, PEOPLE[0])


def test_what_was_kept_while_writing_goes_along_once(desks, id):
    first, *_ = desks
    written = replace(first.story(id), slug="panen")
    first.store.stories.save(written, mark=Mark(StepKind.WRITING))
    once, again = (
        [one.kind for one in first.store.handovers.hand_over(id).steps] for _ in range(2)
    )

    assert once.count(StepKind.WRITING) == 1
    assert again == [kind for kind in once if kind is not StepKind.WRITING]
    assert StepKind.HANDOVER in again


def test_a_face_blurred_at_one_desk_is_blurred_in_the_better_file_of_the_other(desks, id, tmp_path):
    first, second, third = desks
    before = first.story(id).photos[0]
    write(first, id, photos=(replace(before, caption="Warga panen."),))
    (copy,) = second.story(id).photos
    edits = PhotoEdits(turn=90, blurs=(FACE,))
    write(second, id, photos=(replace(copy, edits=edits),))

    file = give(second, id, tmp_path)
    (ours,) = take(first, file).story.photos
    assert (ours.digest, ours.edits, ours.caption) == (before.digest, edits, "Warga panen.")

    # And who had no picture yet gets it blurred, and does not blur or turn it again.
    (photo,) = take(third, file).story.photos
    assert (photo.edits, photo.baked) == (PhotoEdits(), edits)
    with Image.open(third.store.media.path(photo.digest)) as seen:
        assert seen.size == (300, 400)
        face = seen.convert("L").crop((40, 50, 140, 190))
        beside = seen.convert("L").crop((170, 220, 280, 380))
    assert ImageStat.Stat(face).stddev[0] < 25 < 50 < ImageStat.Stat(beside).stddev[0]
    (again,) = take(second, give(third, id, tmp_path)).story.photos
    assert (again.digest, again.edits) == (copy.digest, edits)


def test_a_photo_that_comes_back_is_blurred_as_it_was_when_it_went(desks, id, tmp_path):
    first, second, _ = desks
    (photo,) = first.story(id).photos
    write(first, id, photos=(replace(photo, edits=PhotoEdits(blurs=(FACE,))),))
    write(first, id, photos=())
    (copy,) = second.story(id).photos
    write(second, id, photos=(replace(copy, credit="Rina"),))

    taken = take(first, give(second, id, tmp_path))

    (back,) = taken.story.photos
    assert (back.digest, back.credit) == (photo.digest, "Rina")
    assert back.edits.blurs == (FACE,)
    assert len(taken.conflicts) == 1


def test_a_story_comes_back_out_of_the_bin(desks, id, tmp_path):
    first, second, _ = desks
    first.store.stories.discard(id)

    taken = take(first, give(second, id, tmp_path))

    assert taken.binned
    assert [one.id for one in first.store.stories.list()] == [id]
    assert not first.store.stories.bin()


def test_a_desk_that_has_nothing_in_common_keeps_both_texts(desks, id, tmp_path):
    first, _, third = desks
    third.store.stories.save(Story("Panen", body="Teks lain sama sekali.", id=id))

    taken = take(third, give(first, id, tmp_path))

    assert (taken.what, taken.apart) == (What.MERGED, True)
    (conflict,) = taken.conflicts
    texts = {taken.story.body, conflict.subject.other.text}
    assert texts == {BODY, "Teks lain sama sekali."}
    assert take(first, give(third, id, tmp_path)).what is What.FORWARD
    assert first.content(id) == third.content(id)


def test_a_third_desk_may_stand_between_two(desks, id, tmp_path):
    first, second, third = desks
    write(first, id, slug="panen")
    take(third, give(first, id, tmp_path))
    write(third, id, topic="pangan")
    write(second, id, section="Ekonomi")

    taken = take(second, give(third, id, tmp_path))

    assert (taken.what, taken.apart, taken.conflicts) == (What.MERGED, False, ())
    story = taken.story
    assert (story.slug, story.topic, story.section) == ("panen", "pangan", "Ekonomi")


def test_an_open_window_can_not_write_over_what_came(desks, id, tmp_path):
    first, second, _ = desks
    open_here = first.story(id)
    write(second, id, slug="panen")
    taken = take(first, give(second, id, tmp_path))

    with pytest.raises(StoryChangedElsewhere):
        first.store.stories.save(replace(open_here, body="Ditimpa."))
    assert first.story(id) == taken.story


def test_who_writes_while_a_file_is_opened_loses_nothing(desks, id, tmp_path):
    first, second, _ = desks
    write(second, id, body=BODY.replace("senang", "lega"))
    file = give(second, id, tmp_path)
    writer = first.newsroom.open_store()
    written: list[str] = []

    def go_on_writing() -> None:
        for number in range(20):
            story = writer.stories.get(id)
            try:
                writer.stories.save(replace(story, tags=(*story.tags, f"tag {number}")))
                written.append(f"tag {number}")
            except StoryChangedElsewhere:
                pass

    # SQLite's connections stay in their threads.
    writer.close()
    writer = Desk.at(tmp_path / "desk-0", PEOPLE[0]).store
    thread = threading.Thread(target=go_on_writing)
    thread.start()
    take(first, file)
    thread.join()
    writer.close()

    story = first.story(id)
    assert story.tags == tuple(written)
    assert "lega" in story.body


def test_a_taking_over_that_fails_changes_nothing(desks, id, tmp_path, monkeypatch):
    first, second, _ = desks
    write(first, id, slug="panen")
    second.store.comments.add(id, Comment.new(PEOPLE[1], "Kapan?", datetime.now(UTC)))
    write(second, id, topic="pangan")
    file = give(second, id, tmp_path)

    def everything() -> tuple[object, ...]:
        states = first.store.handovers.states(id)
        return first.story(id), first.store.versions.list(id), first.comments(id), states

    before = everything()
    monkeypatch.setattr("newsroom.store.handovers.taking.agree_on_places", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        take(first, file)
    assert everything() == before
    monkeypatch.undo()
    assert take(first, file).what is What.MERGED


def test_sources_are_in_no_file(desks, id, tmp_path):
    first, *_ = desks
    file = give(first, id, tmp_path)

    with zipfile.ZipFile(file) as archive:
        told = b"".join(map(archive.read, archive.namelist()))
    assert b"Ani" not in told
    assert b"0812" not in told


def test_a_file_with_a_story_alone_is_always_a_new_one(desks, tmp_path):
    first, *_ = desks
    file = write_naskah(Story("Panen", body=BODY), lambda _: None, tmp_path / "a.naskah")

    one, other = take(first, file), take(first, file)

    assert (one.what, other.what) == (What.NEW, What.NEW)
    assert one.story.id != other.story.id


def test_files_that_are_none_are_told(desks, tmp_path):
    first, *_ = desks
    with pytest.raises(ExchangeError, match="tidak ditemukan"):
        take(first, tmp_path / "tidak-ada.naskah")
    empty = write_naskah(Story(), lambda _: None, tmp_path / "a.naskah")
    with pytest.raises(ExchangeError, match="kosong"):
        take(first, empty)


def test_names_that_not_all_systems_take_and_odd_letters_are_the_same_everywhere(desks, tmp_path):
    first, second, _ = desks
    Image.new("RGB", (40, 30)).save(tmp_path / "foto: 10:30 a..png")
    photo = Photo(str(tmp_path / "foto: 10:30 a..png"), "Warga.")
    body = "Warga.\x0bPanen.\n\n![Foto](foto: 10:30 a..png)"
    story = Story("Panen", body=body, photos=(photo,), topic="Pa\x07ngan")
    story = first.newsroom.take_in(story, first.store)
    taken = take(second, give(first, story.id, tmp_path))

    assert second.content(story.id) == first.content(story.id)
    assert f"({taken.story.photos[0].file})" in taken.story.body
    write(second, story.id, slug="panen")
    write(first, story.id, topic="pangan")
    out, back = give(first, story.id, tmp_path), give(second, story.id, tmp_path)
    merged = take(first, back).story
    take(second, out)
    assert second.content(story.id) == first.content(story.id)
    assert not first.comments(story.id)
    assert f"({merged.photos[0].file})" in merged.body


def test_a_story_that_comes_back_says_who_sent_it_back_and_why(desks, id, tmp_path):
    here, there, _ = desks
    there.store.people.set_me(Person("Sari Umpama", Role.EDITOR))
    here.store.stories.change_status([id], Status.SUBMITTED)
    take(there, give(here, id, tmp_path))
    there.store.stories.change_status([id], Status.EDITING)
    note = Mark(StepKind.STATUS, note="Cek jumlah penerima.")
    there.store.stories.change_status([id], Status.RETURNED, note)
    take(here, give(there, id, tmp_path))

    move = here.store.versions.last_move(id)
    assert (move.who, move.note, move.after) == (
        "Sari Umpama",
        "Cek jumlah penerima.",
        Status.RETURNED,
    )


def test_another_text_under_the_sign_of_a_state_is_refused(desks, id, tmp_path):
    first, second, _ = desks
    write(second, id, body=f"{BODY} Tulisan yang asli.")
    file = give(second, id, tmp_path)
    read = read_naskah(file, keep_picture)
    forged = tuple(
        replace(one, story=replace(one.story, body="Palsu.")) if one.uid == read.head else one
        for one in read.states
    )
    write_naskah(replace(read, states=forged), lambda _: None, tmp_path / "palsu.naskah")

    with pytest.raises(HandoverForged, match="diubah di luar Newsroom"):
        take(first, tmp_path / "palsu.naskah")
    assert first.story(id).body == BODY
    take(first, file)
    assert first.story(id).body == f"{BODY} Tulisan yang asli."


def test_whose_a_remark_is_and_what_it_is_about_stays_whatever_comes(desks, id, tmp_path):
    first, second, _ = desks
    anchor = anchored("body", BODY, 0, 5)
    said = Comment.new(first.name, "Sudah dicek.", datetime.now(UTC), anchor=anchor)
    first.store.comments.add(id, said)
    take(second, give(first, id, tmp_path))
    read = read_naskah(give(second, id, tmp_path), keep_picture)
    later = said.changed + timedelta(minutes=1)
    forged = replace(
        *read.comments, who="Orang Lain", kind=CommentKind.CONFLICT, text="Belum.", changed=later
    )
    write_naskah(replace(read, comments=(forged,)), lambda _: None, tmp_path / "palsu.naskah")
    take(first, tmp_path / "palsu.naskah")

    (kept,) = first.comments(id)
    assert (kept.who, kept.kind, kept.text) == (first.name, CommentKind.NOTE, "Belum.")


def test_a_status_that_came_is_told_and_can_be_taken_back_by_any_role(desks, id, tmp_path):
    first, second, _ = desks
    first.store.people.set_me(Person(first.name, Role.REPORTER))
    write(second, id, status=Status.WITHDRAWN)
    taken = take(first, give(second, id, tmp_path))
    assert (taken.before, taken.story.status) == (Status.DRAFT, Status.WITHDRAWN)

    (other,) = first.store.stories.change_status([id], Status.READY)
    assert not other.is_done
    (back,) = first.store.stories.change_status([id], Status.DRAFT)
    assert back.is_done, back.why
    assert first.story(id).status is Status.DRAFT


def test_a_state_that_both_came_to_by_themselves_is_known_ever_after(desks, id, tmp_path):
    first, second, _ = desks
    for desk in (first, second):
        write(desk, id, headline="Panen Raya")
    there = give(first, id, tmp_path)
    give(second, id, tmp_path)  # a state of its own now
    assert take(second, there).what is What.OLD
    write(second, id, headline="Panen Raya di Rekaan")

    again = take(second, there)
    assert (again.what, again.conflicts) == (What.OLD, ())


def test_a_text_that_its_sign_does_not_vouch_for_is_refused(desks, id, tmp_path):
    first, second, _ = desks
    write(second, id, body=f"{BODY} Tulisan yang asli.")
    file = give(second, id, tmp_path)
    read = read_naskah(file, keep_picture)
    bare = tuple(replace(one, story=None) for one in read.states)
    forged = replace(read, story=replace(read.story, body="Palsu."), states=bare, steps=())
    write_naskah(forged, lambda _: None, tmp_path / "palsu.naskah")

    with pytest.raises(ExchangeError, match="rusak"):
        take(first, tmp_path / "palsu.naskah")
    assert take(first, file).what is What.FORWARD
    assert first.story(id).body == f"{BODY} Tulisan yang asli."


def test_states_that_are_said_to_be_made_of_each_other_stop_nobody(desks, id, tmp_path):
    first, second, _ = desks
    read = read_naskah(give(second, id, tmp_path), keep_picture)
    now, story = datetime.now(UTC), alike(first.story(id))
    told = "f" * 32
    real = made(replace(story, body=f"{BODY} Asli."), (told, read.head), first.name, now)
    lie = State(told, (real.uid,), first.name, now, None)
    with_it = made(replace(story, body=f"{BODY} Lain."), (told, read.head), first.name, now)
    for number, (head, states) in enumerate(((with_it, (lie, with_it)), (real, (real,)))):
        forged = replace(read, head=head.uid, states=(*read.states, *states))
        write_naskah(forged, lambda _: None, tmp_path / f"putar-{number}.naskah")
        take(first, tmp_path / f"putar-{number}.naskah")

    take(second, give(first, id, tmp_path))
    assert first.content(id) == second.content(id)
    assert "Asli." in first.story(id).body + str(first.comments(id))


def test_what_a_file_says_of_another_story_is_passed_over(desks, id, tmp_path):
    first, second, _ = desks
    other = first.newsroom.take_in(Story("Lain", body="Lain."), first.store).id
    said = first.store.comments.add(other, Comment.new(first.name, "Rahasia.", datetime.now(UTC)))
    read = read_naskah(give(second, id, tmp_path), keep_picture)
    later = datetime.now(UTC) + timedelta(minutes=1)
    comments = (
        replace(said, text="Palsu.", changed=later),
        Comment.new(second.name, "Jawaban.", later, thread=said.id),
    )
    write_naskah(replace(read, comments=comments), lambda _: None, tmp_path / "palsu.naskah")

    assert take(first, tmp_path / "palsu.naskah").comments == 0
    assert (first.comments(id), first.comments(other)) == ([], [said])


def test_what_a_story_was_at_another_desk_opens_no_way_back_here(desks, id, tmp_path):
    first, second, third = desks
    write(second, id, status=Status.WITHDRAWN)
    take(first, give(second, id, tmp_path))  # a draft until then, at that desk
    third.store.people.set_me(Person(third.name, Role.REPORTER))
    take(third, give(first, id, tmp_path))

    (moved,) = third.store.stories.change_status([id], Status.DRAFT)
    assert not moved.is_done


def test_in_a_folder_of_files_what_was_handed_over_is_known_again(desks, id, tmp_path):
    first, second, third = desks
    folder = tmp_path / "kiriman"
    folder.mkdir()
    write(first, id, headline="Panen Raya")
    write(second, id, body=f"{BODY} Semua lega.")
    give(second, id, folder)
    (folder / "rusak.naskah").write_bytes(b"PK\x03\x04 bukan")
    (folder / "lain.txt").write_text("Berita lain.")
    added: list[str] = []

    report = first.newsroom.import_archive([folder], first.store, added=added.append)

    story = first.story(id)
    assert (story.headline, story.body) == ("Panen Raya", f"{BODY} Semua lega.")
    assert len(first.store.stories.list()) == 2
    outcomes = {Path(line.where).name: line.outcome for line in report.lines}
    assert outcomes == {
        "0.naskah": Outcome.RENEWED,
        "rusak.naskah": Outcome.UNREADABLE,
        "lain.txt": Outcome.ADDED,
    }
    assert id in added
    again = first.newsroom.import_archive([folder], first.store)
    assert again.count(Outcome.THERE) == 2
    new = third.newsroom.import_archive([folder], third.store)
    assert new.count(Outcome.ADDED) == 2
    assert third.story(id).body == f"{BODY} Semua lega."


def test_a_picture_that_is_missing_here_comes_with_whatever_file_has_it(desks, id, tmp_path):
    first, second, _ = desks

    def there(desk: Desk) -> Path | None:
        return desk.store.media.path(desk.story(id).photos[0].digest)

    for number, side in enumerate((None, None, 200)):  # another picture, the same, another
        there(first).unlink()
        file = tmp_path / f"ada-{number}.naskah"
        second.newsroom.hand_over(second.store, id, file, side=side)
        known = take(first, file)
        assert (known.what, known.found, there(first) is not None) == (What.OLD, 1, True)
        assert first.content(id) == second.content(id)
        assert take(first, file).found == 0

    there(first).unlink()
    write(first, id, topic="pangan")
    write(second, id, slug="panen")
    merged = take(first, give(second, id, tmp_path))
    assert (merged.what, merged.found, there(first) is not None) == (What.MERGED, 1, True)
    assert merged.story.photos[0].identity == second.story(id).photos[0].identity


def test_a_picture_that_never_came_comes_with_the_same_story_later(desks, id, tmp_path):
    first, _, third = desks
    picture = first.store.media.path(first.story(id).photos[0].digest)
    away, told = picture.rename(tmp_path / "di-tempat-lain"), []
    file = first.newsroom.hand_over(first.store, id, tmp_path / "a.naskah", tell=told.append)
    assert ["1 gambar tidak ikut" in one and "warga.png" in one for one in told] == [True]
    assert take(third, file).story.photos[0].digest == ""
    away.rename(picture)

    taken = take(third, give(first, id, tmp_path))

    assert (taken.what, taken.found) == (What.OLD, 1)
    assert third.store.media.path(third.story(id).photos[0].digest)
    assert third.content(id) == first.content(id)
