"""A story that readers have: corrected, answered, withdrawn, and all of it told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel

from newsroom.app.answers import link_answer, tell_printed
from newsroom.portal.push.machine import Delivered
from newsroom.portal.push.runner import Result
from newsroom.portal.wordpress.posts import RemotePost
from newsroom.store.deliveries.records import Delivery, Wish
from newsroom.story.aftermath import Correction, LinkKind, StoryLink, Withdrawal
from newsroom.story.person import Person
from newsroom.story.story import Story
from newsroom.story.version import StepKind
from newsroom.story.workflow import Status
from newsroom.ui.aftermath.answer_dialog import AnswerDialog
from newsroom.ui.aftermath.note_dialog import NoteDialog
from newsroom.ui.dialogs.publish.publish_dialog import PublishDialog
from newsroom.ui.queue.status_menu import StatusMenu
from newsroom.ui.versions.compared import compared

CTRL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key
AT = datetime(2026, 3, 5, 1, tzinfo=UTC)
WORDS = "Semula tertulis 40 petani, seharusnya 45 petani."


def delivery(story: Story) -> Delivery:
    """Return what the store knows of a story that readers have as it is now."""
    link = f"https://kabar.example/{story.id}"
    return Delivery(
        story.id, "infobanten", "s", 7, link, "publish", "a", story.revision, "", "", AT
    )


@pytest.fixture
def asked(eventually):
    """Does an action and waits for the dialog that it opens."""

    def opener(window, action: str, kind: type[QDialog] = NoteDialog):
        window.actions_[action].trigger()

        def shown() -> list[QDialog]:
            return [one for one in window.findChildren(kind) if one.isVisible()]

        eventually(shown)
        return shown()[0]

    return opener


def test_the_step_into_a_correction_asks_for_its_words(writing, asked, store, eventually):
    window = writing("Warga panen.", status=Status.PUBLISHED)
    dialog = asked(window, "to_corrected")
    assert "Warga Rekaan Membaca" in [label.text() for label in dialog.findChildren(QLabel)]
    QTest.keyClick(dialog.text, KEY.Key_Return, CTRL)
    assert dialog.isVisible()
    assert dialog.error.text() == "Tulis dulu apa yang keliru dan yang benar."
    assert window.desk.story.status is Status.PUBLISHED
    QTest.keyClicks(dialog.text, WORDS)
    assert dialog.error.text() == ""
    assert dialog.reads.text().startswith("Ralat, ")
    assert dialog.reads.text().endswith(WORDS)
    QTest.keyClick(dialog.text, KEY.Key_Return, CTRL)
    eventually(lambda: window.desk.is_safe and window.desk.story.status is Status.CORRECTED)
    saved = store.stories.get(window.desk.story.id)
    (one,) = saved.corrections
    assert one.text == WORDS
    step = store.versions.list(saved.id)[0]
    assert (step.kind, step.note) == (StepKind.CORRECTION, WORDS)
    assert (step.before, step.after) == (Status.PUBLISHED, Status.CORRECTED)
    # and once more, which no change of status tells of
    dialog = asked(window, "to_corrected")
    dialog.text.setPlainText("Namanya Tono Misal.")
    dialog.act.click()
    eventually(lambda: len(store.stories.get(saved.id).corrections) == 2)
    assert store.versions.list(saved.id)[0].note == "Namanya Tono Misal."


def test_who_thinks_better_of_it_leaves_all_as_it_is(writing, asked, store, eventually):
    window = writing("Warga panen.", status=Status.PUBLISHED)
    dialog = asked(window, "to_corrected")
    QTest.keyClicks(dialog.text, WORDS)
    QTest.keyClick(dialog, KEY.Key_Escape)
    assert (window.desk.story.status, window.desk.story.corrections) == (Status.PUBLISHED, ())


def test_a_time_that_can_not_be_read_is_refused(writing, asked):
    window = writing("Warga panen.", status=Status.PUBLISHED)
    dialog = asked(window, "to_corrected")
    QTest.keyClicks(dialog.text, WORDS)
    dialog.moment.time.setFocus()
    dialog.moment.time.selectAll()
    QTest.keyClicks(dialog.moment.time, "siang")
    dialog.act.click()
    assert dialog.isVisible()
    assert dialog.error.text() == "Waktunya belum diisi atau belum terbaca."


def test_a_ground_begins_the_reason_but_writes_nothing_over(writing, asked, store, eventually):
    window = writing("Warga panen.", status=Status.CORRECTED)
    dialog = asked(window, "to_withdrawn")
    dialog.grounds.setCurrentIndex(2)
    dialog.grounds.setCurrentIndex(3)
    assert dialog.text.text() == "Demi masa depan anak."
    QTest.keyClicks(dialog.text, " Kami mohon maaf.")
    dialog.grounds.setCurrentIndex(1)
    assert dialog.text.text() == "Demi masa depan anak. Kami mohon maaf."
    assert "Media yang mengutipnya wajib mengikuti" in dialog.reads.text()
    dialog.act.click()
    eventually(lambda: window.desk.is_safe and window.desk.story.status is Status.WITHDRAWN)
    saved = store.stories.get(window.desk.story.id)
    assert saved.withdrawal.reason == "Demi masa depan anak. Kami mohon maaf."
    step = store.versions.list(saved.id)[0]
    assert (step.note, step.after) == (saved.withdrawal.reason, Status.WITHDRAWN)


def test_the_house_words_what_is_shown(newsroom, writing, asked):
    folder = newsroom.home / "house"
    folder.mkdir(parents=True)
    own = '[notes]\ncorrection = "KOREKSI {tanggal} {jam} {isi}"\n'
    (folder / "infobanten.toml").write_text(own, encoding="utf-8")
    window = writing("Warga panen.", status=Status.PUBLISHED)
    assert asked(window, "to_corrected").reads.text().startswith("KOREKSI ")


def test_several_are_withdrawn_for_one_reason(open_window, store, eventually):
    store.people.set_me(Person("Wati Misal"))
    window = open_window()
    ids = [
        store.stories.save(Story(headline=name, body="Isi.", status=Status.PUBLISHED)).id
        for name in ("Satu", "Dua")
    ]
    window.desk.refresh_list()
    eventually(lambda: window.queue.list.model().rowCount() == 2)
    view = window.queue.list
    view.selectAll()
    menu = StatusMenu(view.chosen, lambda status: view.status_requested.emit(ids, status))
    menu.show_steps()
    steps = {action.text(): action for action in menu.actions()}
    assert list(steps) == ["Tulis ralat…", "Cabut berita…"]
    steps["Cabut berita…"].trigger()
    eventually(lambda: [d for d in window.findChildren(NoteDialog) if d.isVisible()])
    (dialog,) = (d for d in window.findChildren(NoteDialog) if d.isVisible())
    dialog.text.setPlainText("Atas pertimbangan Dewan Pers.")
    dialog.act.click()
    eventually(lambda: all(store.stories.get(id).withdrawal for id in ids))
    for id in ids:
        story = store.stories.get(id)
        assert (story.status, story.withdrawal.reason) == (
            Status.WITHDRAWN,
            "Atas pertimbangan Dewan Pers.",
        )
        assert store.versions.list(id)[0].note == "Atas pertimbangan Dewan Pers."


def test_an_answer_and_the_story_it_answers_are_linked_both_ways(writing, asked, store, eventually):
    answered = store.stories.save(
        Story(headline="Sawah Kering", body="Isi.", status=Status.PUBLISHED)
    )
    store.stories.save(Story(headline="Pasar Ramai", body="Isi."))
    window = writing("Kami menjawab.", headline="Hak Jawab Dinas", status=Status.READY)
    dialog = asked(window, "answer", AnswerDialog)
    QTest.keyClicks(dialog.query, "sawah")
    eventually(
        lambda: dialog.found.count() == 1 and dialog.found.item(0).text().startswith("Sawah Kering")
    )
    QTest.keyClick(dialog.query, KEY.Key_Down)
    assert dialog.found.hasFocus()
    assert dialog.headline.text() == "Sawah Kering"
    dialog.address.setFocus()
    QTest.keyClicks(dialog.address, "kabar.example/sawah")
    QTest.keyClick(dialog.address, KEY.Key_Return)
    eventually(lambda: store.stories.get(answered.id).answered_by)
    own = window.desk.story
    assert own.answers == StoryLink("Sawah Kering", "https://kabar.example/sawah", answered.id)
    assert store.stories.get(answered.id).answered_by == (StoryLink("Hak Jawab Dinas", "", own.id),)
    assert store.versions.list(answered.id)[0].kind is StepKind.ANSWER
    # Once it is printed, the other is told when.
    eventually(lambda: window.desk.is_safe)
    window.actions_["to_published"].trigger()
    eventually(lambda: store.stories.get(answered.id).answered_by[0].moment)


def test_an_address_alone_will_do_but_it_has_to_be_one(writing, asked, eventually):
    window = writing("Kami menjawab.")
    dialog = asked(window, "answer", AnswerDialog)
    dialog.headline.setText("Sawah Kering")
    dialog.act.click()
    assert dialog.error.text() == "Pilih beritanya di daftar, atau tempel alamatnya."
    dialog.address.setText("kata biasa")
    dialog.act.click()
    assert dialog.error.text().startswith("Ini bukan alamat laman.")
    dialog.address.setText("https://lain.example/sawah")
    dialog.act.click()
    eventually(lambda: window.desk.story.answers is not None)
    assert window.desk.story.answers == StoryLink("Sawah Kering", "https://lain.example/sawah")


def test_what_happened_is_in_the_form_and_may_be_put_better(writing, store, eventually):
    window = writing(
        "Warga panen.",
        status=Status.CORRECTED,
        corrections=(Correction(AT, "Semula 40."),),
        answered_by=(StoryLink("Jawaban Dinas"),),
    )
    window.show_tab("data")
    data = window.inspector.data
    (card,) = data.field("corrections").cards
    assert card.when.text() == "Kamis (5/3/2026) pukul 08.00 WIB"
    card.text.setFocus()
    card.text.moveCursor(card.text.textCursor().MoveOperation.End)
    QTest.keyClicks(card.text, " Jadi 45.")
    assert window.desk.story.corrections == (Correction(AT, "Semula 40. Jadi 45."),)
    (link,) = data.field("answered_by").cards
    QTest.keyClicks(link.address, "https://kabar.example/jawab")
    assert window.desk.story.answered_by[0].address == "https://kabar.example/jawab"
    link.remove.click()
    assert window.desk.story.answered_by == ()
    QTest.keyClick(data.field("answered_by").more, KEY.Key_Z, CTRL)
    assert window.desk.story.answered_by[0].headline == "Jawaban Dinas"
    assert not data.field("withdrawal").more.isEnabled()


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"status": Status.CORRECTED}, "corrections"),
        ({"corrections": (Correction(AT, " "),)}, "corrections"),
        ({"answers": StoryLink("Sawah")}, "answers"),
        ({"answered_by": (StoryLink("Jawaban"),)}, "answered_by"),
        ({"status": Status.WITHDRAWN}, "withdrawal"),
        ({"status": Status.WITHDRAWN, "withdrawal": Withdrawal(AT, "")}, "withdrawal"),
    ],
)
def test_what_is_asked_leads_to_its_field(writing, eventually, fields, name):
    window = writing("Warga panen.", **fields)
    eventually(lambda: [one for one in window.findings.missing if one.field == name])
    finding = next(one for one in window.findings.missing if one.field == name)
    window.go_to(finding)
    field = window.inspector.data.field(name)
    eventually(lambda: field.isVisible() and (field.hasFocus() or field.focusProxy().hasFocus()))


def test_versions_name_the_fields(writing, store, eventually):
    window = writing("Warga panen.", status=Status.PUBLISHED)
    old = window.desk.story
    new = replace(
        old,
        status=Status.WITHDRAWN,
        corrections=(Correction(AT, WORDS),),
        answers=StoryLink("Sawah"),
        answered_by=(StoryLink("Jawaban"),),
        withdrawal=Withdrawal(AT, "Demi anak."),
    )
    made = compared(old, new, old, new)
    titles = [section.title for section in made.differing]
    links = ["Hak jawab atau ralat atas", "Hak jawab atau ralat dari"]
    assert titles == ["Status", "Ralat", *links, "Pencabutan"]
    assert made.restorable == {"corrections", "answers", "answered_by"}
    assert made.together == frozenset()


def test_a_correction_of_its_own_is_linked_by_the_keyboard_and_named_in_the_form(
    writing, asked, store, eventually
):
    wrong = store.stories.save(Story(headline="Sawah Kering", status=Status.PUBLISHED))
    window = writing("Yang benar begini.", headline="Ralat Sawah")
    dialog = asked(window, "amend", AnswerDialog)
    assert dialog.windowTitle() == "Jadikan ralat"
    assert dialog.kinds[LinkKind.CORRECTION].isChecked()
    eventually(lambda: dialog.found.count() and dialog.found.item(0).text().startswith("Sawah"))
    QTest.keyClick(dialog.query, KEY.Key_Down)
    QTest.keyClick(dialog.query, KEY.Key_Return)
    dialog.act.click()
    eventually(lambda: store.stories.get(wrong.id).answered_by)
    own = window.desk.story
    assert own.answers == StoryLink("Sawah Kering", "", wrong.id, kind=LinkKind.CORRECTION)
    assert store.stories.get(wrong.id).answered_by[0].kind is LinkKind.CORRECTION
    assert store.versions.list(own.id)[0].kind is StepKind.CORRECTION
    window.show_tab("data")
    (card,) = window.inspector.data.field("answers").cards
    assert card.kind.currentText() == "Ralat"
    card.kind.setFocus()
    QTest.keyClick(card.kind, KEY.Key_Up)
    assert window.desk.story.answers.kind is LinkKind.ANSWER


def test_a_note_that_readers_do_not_see_yet_leads_to_the_upload(writing, asked, store, eventually):
    window = writing("Warga panen.", status=Status.PUBLISHED)
    story = window.desk.story
    store.deliveries.keep(delivery(story))
    dialog = asked(window, "to_corrected")
    dialog.text.set_text("Semula 40, seharusnya 45.")
    dialog.act.click()
    told = "Pembaca di infobanten belum melihatnya."
    eventually(lambda: window.banner.text == told)
    window.banner._button.click()
    eventually(lambda: [one for one in window.findChildren(PublishDialog) if one.isVisible()])


def test_how_an_answer_went_out_says_which_story_is_to_be_sent_again(writing, store, eventually):
    answered = store.stories.save(Story(headline="Sawah Kering", status=Status.PUBLISHED))
    link = StoryLink("Sawah Kering", "https://kabar.example/sawah", answered.id)
    window = writing("Kami menjawab.", status=Status.PUBLISHED, answers=link)
    answer = window.desk.story
    for one in (answered, answer):
        store.deliveries.keep(delivery(one))
    tell_printed(store, answer.id)
    push = store.pushes.add(answer.id, "infobanten", answer.revision, Wish())
    post = RemotePost(7, "https://kabar.example/a", "publish", "a", AT, AT,
                      "Judul", "", "", (), (), 0, {}, 1)  # fmt: skip

    talk = window.uploads.talk()
    talk.show(Result(push, Delivered(post, (), is_new=True)))

    eventually(lambda: talk.dialog)
    page = talk.dialog.outcome
    assert "“Sawah Kering” di infobanten belum memuat tautannya" in page.words.text()
    button = page.button("Kirim berita itu…")
    assert button.hasFocus()
    QTest.keyClick(button, KEY.Key_Return)
    eventually(lambda: talk.dialog and talk.dialog.headline.text() == "Sawah Kering")


def test_what_is_misspelt_in_a_note_is_marked_and_led_to(writing, asked, underlined, eventually):
    text = "Semula tertulis efesien, seharusnya efektip."
    window = writing("Warga panen.", status=Status.CORRECTED, corrections=(Correction(AT, text),))
    eventually(lambda: [one for one in window.findings.found if one.text == "efektip"])
    (finding,) = (one for one in window.findings.found if one.field == "corrections[0].text")
    window.go_to(finding)
    (card,) = window.inspector.data.field("corrections").cards
    eventually(card.text.hasFocus)
    assert card.text.textCursor().selectedText() == "efektip"
    assert [word for _, word in underlined(card.text)] == ["efektip"]
    dialog = asked(window, "to_corrected")
    QTest.keyClicks(dialog.text, "Yang efesien.")
    eventually(lambda: [word for _, word in underlined(dialog.text)] == ["efesien"])


def test_an_answer_printed_meanwhile_parts_nothing_from_the_story_that_is_being_written(
    writing, store, eventually
):
    window = writing("Warga panen.", headline="Sawah Kering", status=Status.PUBLISHED)
    id, link = window.desk.story.id, StoryLink("Sawah Kering", "https://kabar.example/a")
    answer = Story(headline="Jawaban Dinas", answers=replace(link, id=id))
    answer = store.stories.save(answer)
    window.page.body.moveCursor(window.page.body.textCursor().MoveOperation.End)
    QTest.keyClicks(window.page.body, " Hasilnya")

    link_answer(store, answer, "https://kabar.example/jawab", AT)

    QTest.keyClicks(window.page.body, " naik.")
    window.page.flush()
    eventually(lambda: window.desk.is_safe)
    saved = store.stories.get(id)
    assert saved.body == "Warga panen. Hasilnya naik."
    assert [one.address for one in saved.answered_by] == ["https://kabar.example/jawab"]
    assert window.desk.story == saved
    assert len(store.stories.list()) == 2
    window.show_tab("data")
    (card,) = window.inspector.data.field("answered_by").cards
    assert card.address.text() == "https://kabar.example/jawab"
