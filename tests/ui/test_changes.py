"""What an editor changed: listed, accepted, taken back, with the reasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.app import Newsroom
from newsroom.language.finding import Finding, Severity
from newsroom.store.schema import VersionRow
from newsroom.story.changes.change import ChangeKind
from newsroom.story.comments.comment import CommentKind
from newsroom.story.person import Person, Role
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status
from newsroom.ui.changes.found import Kept
from newsroom.ui.dialogs.fix_all_dialog import FixAllDialog

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
THIRD = "Pupuk disalurkan kepada 40 petani di desa itu."
HANDED_IN = (
    "Warga Rekaan memanen padi pada Kamis.\n\n"
    "Bupati meninjau sawah itu bersama rombongan dari provinsi.\n\n"
    f"{THIRD}"
)
EDITED = (
    "Warga Rekaan memanen padi pada Jumat.\n\n"
    "Pupuk disalurkan kepada 45 petani di desa itu.\n\n"
    "Bupati meninjau sawah itu bersama rombongan dari provinsi."
)


@pytest.fixture
def reviewed(store, open_window, eventually):
    """Opens a story that Wati handed in and Budi edited, with the list of changes in sight."""

    def opener(body: str = EDITED, handed_in: str = HANDED_IN, look: bool = True, **edited):
        store.people.set_me(Person("Wati Misal", Role.REPORTER))
        story = store.stories.save(Story(headline="Panen Serentak", body=handed_in))
        story = store.stories.save(replace(story, status=Status.SUBMITTED))
        store.people.set_me(Person("Budi Contoh", Role.EDITOR))
        edited = {"headline": "Panen Raya", "status": Status.EDITING, "body": body} | edited
        story = store.stories.save(replace(story, **edited))
        store.workspace.set("open", story.id)
        window = open_window()
        eventually(lambda: window.desk.story is not None)
        if look:
            window.show_tab("review")
            window.inspector.review.show_part("changes")
            eventually(lambda: window.copy_desk.changing.is_known)
        return window

    return opener


def chip(window) -> str:
    return window.inspector.review._chips["changes"].text()


def part(window):
    return window.inspector.review.part("changes")


def listed(window) -> list[tuple[str, str, str]]:
    return [(row.change.field, row.change.old, row.change.new) for row in part(window).changes]


def row(window, new: str):
    return next(row for row in part(window).changes if new in (row.change.new, row.change.old))


def test_what_was_changed_since_the_reporters_version_is_listed_by_field(reviewed):
    window = reviewed()

    assert listed(window) == [
        ("headline", "Serentak", "Raya"),
        ("body", "Kamis", "Jumat"),
        ("body", f"\n\n{THIRD}", f"\n\n{THIRD.replace('40', '45')}"),
    ]
    assert "Wati Misal" in part(window).since.text()
    assert chip(window) == "Perubahan 3"
    names = [row.accessibleName() for row in part(window).changes]
    assert names[1] == "Tubuh berita: dihapus: Kamis; ditambahkan: Jumat; oleh Budi Contoh"


def test_since_when_is_told_by_the_newsrooms_clock(reviewed, store, eventually):
    window = reviewed(look=False)
    with store._database.write() as session:
        for step in session.query(VersionRow).where(VersionRow.status_after == "submitted"):
            step.moment = datetime(2020, 1, 5, 2, 0, tzinfo=UTC)
    window.show_tab("review")
    window.inspector.review.show_part("changes")

    eventually(lambda: part(window).since.text() == "Sejak versi Wati Misal, 5 Jan 2020 09.00")


def test_taking_one_back_is_one_step_that_ctrl_z_undoes(reviewed, eventually):
    window = reviewed()

    row(window, "Jumat").setFocus()
    QTest.keyClick(row(window, "Jumat"), Qt.Key.Key_B)

    eventually(lambda: len(listed(window)) == 2)
    assert window.page.body.text() == EDITED.replace("Jumat", "Kamis")
    assert [new for _, _, new in listed(window)] == ["Raya", f"\n\n{THIRD.replace('40', '45')}"]
    assert part(window).at_hand() == part(window).changes[1].change
    window.page.body.setFocus()
    window.actions_["undo"].trigger()
    assert window.page.body.text() == EDITED
    eventually(lambda: len(listed(window)) == 3)


def test_what_was_moved_goes_back_from_where_it_came(reviewed, eventually):
    window = reviewed()

    moved = part(window).changes[2]
    assert moved.change.kind is ChangeKind.MOVED
    moved.take_back.click()

    back = HANDED_IN.replace("Kamis", "Jumat")
    eventually(lambda: window.page.body.text() == back)
    window.page.body.insertPlainText("Para ")

    window.copy_desk.changing.undo()  # in the text that was meant, not in another

    assert window.page.body.text() == f"Para {back}"
    assert window.banner.text == "Tidak diurungkan: sesudah itu teksnya sudah diubah lagi."


def test_all_are_taken_back_and_come_again_as_one(reviewed, eventually):
    window = reviewed(tags=("padi",), section="Daerah")

    window.actions_["take_back_all_changes"].trigger()

    eventually(lambda: listed(window) == [])
    assert window.page.body.text() == HANDED_IN
    assert window.page.headline.text() == "Panen Serentak"
    assert window.desk.story.tags == ()
    assert not part(window).empty.isHidden()
    window.page.body.setFocus()
    window.actions_["undo"].trigger()
    window.page.flush()
    assert window.page.body.text() == EDITED
    assert window.page.headline.text() == "Panen Raya"
    assert (window.desk.story.tags, window.desk.story.section) == (("padi",), "Daerah")
    eventually(lambda: len(listed(window)) == 5)

    window.actions_["redo"].trigger()

    window.page.flush()
    assert (window.page.body.text(), window.page.headline.text()) == (HANDED_IN, "Panen Serentak")
    assert (window.desk.story.tags, window.desk.story.section) == ((), "")
    window.copy_desk.changing.undo()  # it is one step again
    window.page.flush()
    assert (window.page.body.text(), window.desk.story.tags) == (EDITED, ("padi",))


def test_values_alone_are_taken_back_undone_and_taken_back_again(reviewed, eventually):
    window = reviewed(body=HANDED_IN, headline="Panen Serentak", tags=("padi",))
    row(window, "padi").take_back.click()
    eventually(lambda: window.desk.story.tags == ())

    for key, tags in ((Qt.Key.Key_Z, ("padi",)), (Qt.Key.Key_Y, ())) * 2:
        QTest.keyClick(part(window), key, CTRL)
        eventually(lambda tags=tags: window.desk.story.tags == tags)

    eventually(lambda: listed(window) == [])


def test_what_is_accepted_is_reviewed_no_more_until_that_is_undone(reviewed, store, eventually):
    window = reviewed()
    id = window.desk.story.id

    row(window, "Raya").accept.click()

    assert next(new for _, _, new in listed(window)) == "Jumat"
    eventually(lambda: store.reviews.of(id).base.headline == "Panen Raya")
    assert window.page.headline.text() == "Panen Raya"
    eventually(lambda: window.status_line.done.undo.isVisible())
    assert window.status_line.done.undo.accessibleName() == "Urungkan: 1 perubahan diterima."
    assert not window.banner.isVisible()  # or the next row would not stand where one clicked
    part(window).changes[0].setFocus()
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Z, CTRL)
    eventually(lambda: store.reviews.of(id).base.headline == "Panen Serentak")
    assert not window.status_line.done.undo.isVisible()
    eventually(lambda: len(listed(window)) == 3)
    part(window).changes[0].setFocus()
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Y, CTRL)
    eventually(lambda: store.reviews.of(id).base.headline == "Panen Raya")
    eventually(lambda: len(listed(window)) == 2)


def test_all_are_accepted(reviewed, store, eventually):
    window = reviewed()
    id = window.desk.story.id

    part(window).accept_all.click()

    assert listed(window) == []
    eventually(lambda: store.reviews.of(id).base.body == EDITED)
    assert store.reviews.of(id).reporters.body == HANDED_IN
    assert chip(window) == "Perubahan"


def test_the_changes_of_a_sentence_go_together(reviewed, eventually):
    body = "Para warga memanen cabai pada Kamis. Hujan turun."
    window = reviewed(body, "Warga memanen padi pada Kamis. Hujan reda.", headline="Panen Serentak")

    first = part(window).changes[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)

    eventually(lambda: [new for _, _, new in listed(window)] == ["turun"])
    assert window.page.body.text() == "Warga memanen padi pada Kamis. Hujan turun."


def test_what_is_typed_is_in_the_list_after_a_pause(reviewed, store, eventually):
    window = reviewed(HANDED_IN, headline="Panen Serentak")
    assert listed(window) == []
    store.people.set_me(Person("Sari Umpama"))  # who has taken no step here yet

    window.page.body.setFocus()
    QTest.keyClicks(window.page.body, "Para ")

    eventually(lambda: [new for _, _, new in listed(window)] == ["Para "])
    assert part(window).changes[0].told.who == ""  # and not the editor's name


def test_a_change_is_taken_back_where_the_cursor_stands(reviewed, eventually):
    window = reviewed(look=False)
    body = window.page.body
    body.setFocus()
    body.select(body.text().index("Jumat") + 2, body.text().index("Jumat") + 2)

    QTest.keyClick(body, Qt.Key.Key_B, CTRL | ALT)

    eventually(lambda: body.text() == EDITED.replace("Jumat", "Kamis"))


def test_a_reason_is_written_beside_its_change_and_a_question_answered(reviewed, store, eventually):
    window = reviewed()
    id = window.desk.story.id
    of = row(window, "Jumat")
    of.setFocus()
    QTest.keyClick(of, Qt.Key.Key_L)
    assert of.edit.hasFocus()
    QTest.keyClicks(of.edit, "Menurut undangan.")
    QTest.keyClick(of.edit, Qt.Key.Key_Return, CTRL)

    eventually(lambda: [one.text for one in of.told.remarks] == ["Menurut undangan."])
    assert of.hasFocus()
    reason = store.comments.all(id)[0]
    assert (reason.kind, reason.who, reason.anchor.quote) == (
        CommentKind.REASON, "Budi Contoh", "Jumat"
    )  # fmt: skip
    for text in ("Bukan Kamis, @Wati Misal?", "Bukan."):
        window.copy_desk.changing.ask(of.change, text)
        eventually(lambda text=text: of.told.remarks[-1].text == text)
    threads = {one.thread for one in store.comments.all(id)}
    assert len(threads) == 2
    question = next(one for one in store.comments.all(id) if one.kind is CommentKind.QUESTION)
    assert question.mentions == ("Wati Misal",)
    tab = window.inspector.tabs.tab("review")
    eventually(lambda: "komentar terbuka" in tab.accessibleName())  # it is counted at once


def test_a_rule_that_put_something_right_is_the_reason(reviewed, store, settled, eventually):
    body = "Warga Rekaan bekerja lebih efesien pada Kamis. Hal itu beresiko."
    window = reviewed(body, body, headline="Panen Serentak")
    id = window.desk.story.id
    settled(window)
    window.page.body.setFocus()
    window.page.body.select(0, 0)
    while window.page.body.textCursor().selectedText() != "efesien":
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F7)

    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_1, ALT)

    eventually(lambda: store.comments.all(id))
    reason = store.comments.all(id)[0]
    assert (reason.kind, reason.who, reason.anchor.quote) == (
        CommentKind.REASON, "Budi Contoh", "efisien"
    )  # fmt: skip
    assert reason.subject.old == "efesien"
    assert reason.subject.rule
    window.copy_desk.changing.look()
    eventually(lambda: [len(one.told.remarks) for one in part(window).changes] == [1])
    assert part(window).changes[0].told.remarks[0].text == reason.text

    # Also where all that is certain is put right at once.
    settled(window)
    window.reviewing.fix_all()
    eventually(lambda: window.findChild(FixAllDialog))
    window.findChild(FixAllDialog).fix.click()
    eventually(lambda: len(store.comments.all(id)) == 2)
    assert store.comments.all(id)[1].subject.new.text == "berisiko"


def test_the_key_for_the_word_before_the_cursor_keeps_its_rule_but_not_of_ones_own_slips(
    reviewed, store, settled, eventually
):
    body = "Warga Rekaan bekerja lebih efesien pada Kamis."
    window = reviewed(body, body, headline="Panen Serentak")
    field = window.page.body
    field.setFocus()
    field.select(len(body), len(body))
    field.insertPlainText(" Hal itu beresiko ")
    settled(window)
    for right in ("berisiko ", "efisien pada"):
        end = field.text().find("pada") if "efisien" in right else len(field.text())
        field.select(end, end)
        QTest.keyClick(field, Qt.Key.Key_J, CTRL)
        eventually(lambda right=right: right in field.text())
        settled(window)

    eventually(lambda: store.comments.all(window.desk.story.id))
    assert [one.subject.old for one in store.comments.all(window.desk.story.id)] == ["efesien"]


def test_of_a_story_of_ones_own_no_reasons_are_kept(reviewed, store, settled, eventually):
    body = "Warga Rekaan bekerja lebih efesien pada Kamis."
    window = reviewed(body, body, headline="Panen Serentak")
    store.people.set_me(Person("wati misal", Role.EDITOR))
    finding = Finding("spelling", Severity.ERROR, "body", 27, 34, "efesien", "Salah.", ("efisien",))

    window.inspector.finding_fixed.emit(finding, "efisien")

    settled(window)
    assert "efisien" in store.stories.get(window.desk.story.id).body
    done = []
    window.desk.in_store(lambda store: store.comments.all(window.desk.story.id), done.append)
    eventually(lambda: done)
    assert done == [[]]


def test_a_photo_that_went_comes_back_with_its_words(reviewed, store, eventually):
    window = reviewed(HANDED_IN, headline="Panen Serentak", look=False)
    assert window is not None
    photo = Photo("panen.jpg", caption="Warga memanen padi.", credit="Wati Misal")
    story = store.stories.save(Story(headline="Foto", body=HANDED_IN, photos=(photo,)))
    story = store.stories.save(replace(story, status=Status.SUBMITTED))
    story = store.stories.save(replace(story, status=Status.EDITING, photos=()))
    window.desk.open(story.id)
    eventually(lambda: window.desk.story.id == story.id)
    window.show_tab("review")
    window.inspector.review.show_part("changes")
    eventually(lambda: listed(window) == [("photos[0]", "panen.jpg", "")])

    row(window, "panen.jpg").take_back.click()

    eventually(lambda: listed(window) == [])
    assert [one.caption for one in window.desk.story.photos] == [photo.caption]


def test_who_takes_a_file_in_or_hands_it_out_has_written_nothing_of_it(tmp_path):
    wati, budi = Newsroom(tmp_path / "wati"), Newsroom(tmp_path / "budi")
    here, there = wati.open_store(), budi.open_store()
    here.people.set_me(Person("Wati Misal", Role.REPORTER))
    there.people.set_me(Person("Budi Contoh", Role.EDITOR))
    story = here.stories.save(Story(headline="Panen", body=HANDED_IN))
    id = here.stories.save(replace(story, status=Status.SUBMITTED)).id
    came = budi.take_over(there, wati.hand_over(here, id, tmp_path)).story
    assert Kept.read(there, came, is_stored=True).writers == frozenset()
    there.stories.save(replace(came, body=EDITED, status=Status.RETURNED))

    back = wati.take_over(here, budi.hand_over(there, id, tmp_path)).story
    here.stories.save(replace(back, body=f"{EDITED} Hujan turun.", status=Status.SUBMITTED))
    again = budi.take_over(there, wati.hand_over(here, id, tmp_path)).story

    kept = Kept.read(there, again, is_stored=True)
    assert (kept.writers, kept.later) == (frozenset(), {"Wati Misal"})
    assert kept.review.returned.story.body == EDITED
    here.close()
    there.close()


def test_before_it_was_handed_in_the_list_says_so(writing, eventually):
    window = writing(HANDED_IN)

    window.show_tab("review")
    window.inspector.review.show_part("changes")

    eventually(lambda: window.copy_desk.changing.is_known)
    assert listed(window) == []
    assert not part(window).empty.isHidden()
    window.actions_["take_back_all_changes"].trigger()
    eventually(lambda: window.banner.isVisible())
    assert window.page.body.text() == HANDED_IN
