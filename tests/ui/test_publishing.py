"""A story sent to a site from the window: the real window, and a real WordPress."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from select import select

import pytest
from PIL import Image
from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from newsroom.app.site_conflicts import SiteConflict
from newsroom.portal.accounts import keep_account
from newsroom.portal.wordpress.api_root import ApiRoot
from newsroom.store.deliveries.records import Delivery, PushState, Wish
from newsroom.story.aftermath import StoryLink
from newsroom.story.dateline import Dateline
from newsroom.story.person import Person, Role
from newsroom.story.story import Photo, Story, new_id
from newsroom.ui.dialogs.publish.conflict_dialog import ConflictDialog
from newsroom.ui.dialogs.publish.field_choice import BOTH, OURS, THEIRS
from newsroom.ui.dialogs.publish.outcome_page import Choice, Outcome
from newsroom.ui.dialogs.publish.publish_dialog import PublishDialog
from newsroom.ui.dialogs.publish.queue_dialog import QueueDialog
from tests.portal.conftest import (  # noqa: F401
    no_keyring,
    portal,
    quiet_portal,
    running_site,
)
from tests.portal.push.program import PROFILE
from tests.portal.site import Portal

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ENTER = Qt.Key.Key_Return


class Desk:
    """A window on a story that is ready, whose portal is the test site."""

    def __init__(self, window, site: Portal, login: str, eventually: Callable) -> None:
        self.window = window
        self.site = site
        self.login = login
        self.eventually = eventually

    @property
    def dialog(self) -> PublishDialog | None:
        return self._shown(PublishDialog)

    @property
    def conflict(self) -> ConflictDialog | None:
        return self._shown(ConflictDialog)

    @property
    def queue(self) -> QueueDialog | None:
        return self._shown(QueueDialog)

    def open(self) -> PublishDialog:
        """Open the dialog by its key, and wait until the portal is looked at."""
        self.activate()
        QTest.keyClick(self.window.page.body, Qt.Key.Key_U, CONTROL)
        self.eventually(lambda: self.dialog and self.dialog.ask.findings.errors is not None)
        return self.dialog

    def open_queue(self) -> QueueDialog:
        self.activate()
        QTest.mouseClick(self.window.status_line.uploads, Qt.MouseButton.LeftButton)
        self.eventually(lambda: self.queue and self.queue.isActiveWindow())
        return self.queue

    def give_password(self) -> None:
        QTest.keyClicks(self.dialog.ask.form.password, self.site.passwords[self.login])

    def send(self) -> None:
        """Send by the keyboard, and wait for what comes of it."""
        QTest.keyClick(self.dialog, ENTER, CONTROL)
        self.wait_for_outcome()

    def wait_for_outcome(self) -> None:
        self.eventually(lambda: self.said)

    @property
    def said(self) -> str:
        """What is said of how it went; empty before that."""
        dialog = self.dialog
        if dialog is None or dialog.pages.currentWidget() is not dialog.outcome:
            return ""
        return dialog.outcome.title.text()

    @property
    def buttons(self) -> list[str]:
        return [button.text() for button in self.dialog.outcome.buttons]

    def press(self, words: str) -> None:
        button = self.dialog.outcome.button(words)
        button.setFocus()
        QTest.keyClick(button, ENTER)

    def look_at_all(self) -> None:
        """Have the window look at the sites, and wait until it is through with that."""
        done, uploads = [], self.window.uploads

        def known(_) -> None:
            uploads.sender.with_password("kabar", lambda *_: True, done.append, done.append)

        uploads.watching.look()
        self.window.desk.in_store(lambda _: None, known, done.append)
        self.eventually(lambda: done)

    def write(self, text: str) -> None:
        """Write at the end of the story, and wait until it is safe."""
        body = self.window.page.body
        body.moveCursor(body.textCursor().MoveOperation.End)
        QTest.keyClicks(body, text)
        self.window.page.flush()
        self.eventually(lambda: self.window.desk.is_safe)

    def activate(self) -> None:
        self.window.activateWindow()  # no window manager does it here when a dialog closes
        self.eventually(self.window.isActiveWindow)

    def posts(self) -> list[dict]:
        return self.site.posts(search=self.window.desk.story.id)

    def _shown(self, kind):
        return next((one for one in self.window.findChildren(kind) if one.isVisible()), None)


@pytest.fixture
def desk(writing, store, newsroom, portal, tmp_path, eventually):  # noqa: F811
    """Opens the window on a story that lacks nothing; its portal is logged in to, or is not."""

    def opener(login: str = "penulis", *, logged_in: bool = True, **fields) -> Desk:
        folder = newsroom.home / "portals"
        folder.mkdir(parents=True, exist_ok=True)
        portal.category("Ekonomi", "ekonomi")
        text = PROFILE.format(site=portal.url, zone="Asia/Jakarta", login=login)
        (folder / "kabar.toml").write_text(text, encoding="utf-8")
        if logged_in:
            root = ApiRoot(f"{portal.url}/wp-json/", False, portal.url)
            newsroom.add_portal(root, login, portal.passwords[login], "kabar")
        portal.forget()
        store.workspace.set("upload-portal", "kabar")
        picture = tmp_path / "panen.jpg"
        Image.effect_noise((600, 400), 80).convert("RGB").save(picture)
        photo = Photo("panen.jpg", "Petani memanen.", "Rina Contoh", "Petani", lead=True,
                      digest=store.media.add(picture))  # fmt: skip
        made = {
            "section": "Ekonomi",
            "tags": ("padi",),
            "photos": (photo,),
            "dateline": Dateline(place="SERANG", source="kabar.example"),
            "headline": f"Panen Padi Rekaan {next(NUMBERS)} Naik",
            **fields,
        }
        window = writing("Warga panen padi.\n\nPadi itu dijemur.", **made)
        return Desk(window, portal, login, eventually)

    return opener


NUMBERS = iter(range(1, 10_000))


class Browser(QObject):
    """Stands where the browser would be started."""

    opened: QUrl | None = None

    @Slot(QUrl)
    def open(self, url):
        self.opened = url


@pytest.fixture
def browser():
    made = Browser()
    QDesktopServices.setUrlHandler("http", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("http")


def test_a_draft_is_sent_by_the_keyboard_and_its_address_is_given(desk, browser):
    here = desk()
    dialog = here.open()
    assert "Penulis" in dialog.ask.form.login.text()
    assert "menerbitkan" in dialog.ask.form.login.text()
    assert dialog.ask.form.there.text() == "Belum ada di situs ini."
    assert not dialog.ask.send.isEnabled()
    assert "sandi aplikasi" in dialog.ask.message.text()
    here.give_password()
    here.send()
    assert here.said == "Naskah ada di situs sebagai draf"
    (post,) = here.posts()
    assert post["status"] == "draft"
    assert here.site.passwords[here.login] not in dialog.ask.form.password.text()
    password = here.site.passwords[here.login].encode()
    kept = [path for path in here.window.desk.newsroom.home.rglob("*") if path.is_file()]
    assert not [path for path in kept if password in path.read_bytes()]
    here.press("Salin alamat")
    assert QGuiApplication.clipboard().text() == post["link"]
    here.press("Buka di situs")
    assert browser.opened == QUrl(post["link"])
    here.press("Tutup")
    here.eventually(lambda: not here.dialog)
    here.write(" Warga senang.")
    dialog = here.open()
    assert dialog.ask.form.password.isHidden()  # it is known until the program ends
    assert dialog.ask.form.there.text().startswith("Sudah ada di situs sebagai draf sejak ")
    here.send()
    assert here.said == "Naskah ada di situs sebagai draf"
    (post,) = here.posts()
    assert "Warga senang." in post["content"]["raw"]


def test_what_the_site_s_people_did_with_it_is_seen_before_it_is_sent_again(desk):
    here = desk()
    here.open()
    here.give_password()
    here.send()
    (post,) = here.posts()
    here.press("Tutup")
    here.eventually(lambda: not here.dialog)
    here.site.edit(post["id"], status="publish", title="Judul dari Redaktur Situs")
    form, how = here.open().ask.form, here.dialog.ask.how
    assert form.there.text().startswith("Sudah ada di situs sebagai draf sejak ")

    form.look_there.setFocus()
    QTest.keyClick(form.look_there, ENTER)

    here.eventually(lambda: form.there.text().startswith("Tayang di situs sejak "))
    assert "Diubah orang di situs: judul." in form.there.text()
    assert here.dialog.ask.consent.text().endswith("langsung melihat pembaruan ini")
    here.site.trash(post["id"])
    QTest.keyClick(form.look_there, ENTER)
    here.eventually(lambda: "di tempat sampah" in form.there.text())
    assert how.ways["keep"].isHidden()


def test_it_is_told_when_the_site_s_people_have_published_it(desk, browser):
    here = desk()
    here.open()
    here.give_password()
    here.send()
    (post,) = here.posts()
    here.press("Tutup")
    here.eventually(lambda: not here.dialog)
    here.site.edit(post["id"], status="publish")

    here.window.uploads.watching.look()

    banner, headline = here.window.banner, here.window.desk.story.headline
    here.eventually(lambda: banner.text == f"“{headline}” sudah tayang di situs.")
    QTest.mouseClick(banner._button, Qt.MouseButton.LeftButton)
    assert browser.opened == QUrl(here.site.post(post["id"])["link"])


def test_a_login_that_is_refused_is_not_tried_again_by_itself(desk):
    here = desk()
    here.open()
    here.give_password()
    here.send()
    here.press("Tutup")
    here.site.forget()
    here.site.faults({"mode": "401", "times": 9})
    here.look_at_all()
    here.look_at_all()
    assert len(here.site.requests()) == 1
    here.window.uploads.remember("kabar", here.site.passwords[here.login])
    here.look_at_all()
    assert len(here.site.requests()) == 2


def test_a_story_goes_out_only_once_that_is_agreed_to(desk):
    here = desk("redaktur")
    dialog = here.open()
    here.give_password()
    dialog.ask.how.ways["now"].setFocus()
    QTest.keyClick(dialog.ask.how.ways["now"], Qt.Key.Key_Space)
    assert dialog.ask.consent.text() == "Ya, pembaca kabar.example langsung melihat naskah ini"
    assert not dialog.ask.send.isEnabled()
    QTest.keyClick(dialog.ask.consent, Qt.Key.Key_Space)
    assert dialog.ask.send.text() == "Terbitkan"
    here.send()
    assert here.said == "Naskah sudah tayang"
    (post,) = here.posts()
    assert post["status"] == "publish"
    here.press("Tandai tayang")
    here.eventually(lambda: here.window.desk.story.status.is_public)


def test_an_answer_that_goes_out_has_the_story_it_answers_sent_again(desk, store, newsroom):
    here = desk("redaktur")
    dialog = here.open()
    here.give_password()
    dialog.ask.how.ways["now"].click()
    dialog.ask.consent.click()
    here.send()
    here.press("Tandai tayang")
    here.eventually(lambda: not here.dialog and here.window.desk.is_safe)
    answered = here.window.desk.story
    (post,) = here.posts()
    link = StoryLink(answered.headline, post["link"], answered.id)
    answer = replace(answered, id=new_id(), revision=0, headline="Jawaban Dinas", answers=link)
    answer = store.stories.save(replace(answer, slug="", photos=()))
    newsroom.queue_story(store, answer.id, "kabar", Wish("publish", None, confirmed=True))
    here.site.faults({"path": "/wp/v2/posts", "method": "POST", "mode": "hold"})
    here.window.uploads.refresh()
    here.eventually(lambda: here.window.uploads.sender.current)
    assert here.site.wait_for_held()
    body = here.window.page.body
    body.moveCursor(body.textCursor().MoveOperation.End)
    QTest.keyClicks(body, " Warga senang.")

    here.site.release()
    here.eventually(lambda: "belum memuat tautannya" in here.window.banner.text)

    here.window.page.flush()
    here.eventually(lambda: here.window.desk.is_safe)
    saved = store.stories.get(answered.id)
    assert saved.body.endswith(" Warga senang.")
    assert len(store.stories.list()) == 2  # nothing had to be parted
    button = here.window.banner.findChild(QPushButton)
    assert button.text() == "Kirim berita itu…"
    button.click()
    here.eventually(lambda: here.dialog and here.dialog.ask.findings.errors is not None)
    here.dialog.ask.consent.click()
    here.send()
    (told,) = saved.answered_by
    assert f'href="{told.address}"' in here.site.post(post["id"])["content"]["raw"]
    assert "Warga senang." in here.site.post(post["id"])["content"]["raw"]


def test_who_may_not_publish_is_told_so_and_offered_the_rest(desk):
    here = desk("kontributor")
    how = here.open().ask.how
    assert not how.ways["now"].isEnabled()
    assert not how.ways["later"].isEnabled()
    assert how.ways["pending"].isEnabled()
    assert "tidak berhak menerbitkan" in how.note.text()


def test_who_does_not_publish_at_this_desk_is_told_so_before_anything_is_sent(desk, store):
    store.people.set_me(Person("Rina Contoh", Role.REPORTER))
    here = desk("redaktur")
    ask = here.open().ask
    assert not ask.how.ways["now"].isEnabled()
    assert not ask.how.ways["later"].isEnabled()
    assert "bukan wartawan" in ask.how.note.text()
    here.give_password()
    assert ask.send.isEnabled()  # a draft, which no reader sees


def test_a_time_that_has_gone_by_is_refused_and_one_to_come_is_kept_by_the_site(desk):
    here = desk("redaktur")
    dialog = here.open()
    here.give_password()
    how = dialog.ask.how
    QTest.keyClick(how.ways["later"], Qt.Key.Key_Space)
    assert "WIB" in how.ways["later"].text()
    QTest.keyClicks(how.time.day, "3/11/2020")
    QTest.keyClicks(how.time.time, "07.30")
    assert "sudah lewat" in dialog.ask.message.text()
    assert not dialog.ask.send.isEnabled()
    how.time.day.clear()
    QTest.keyClicks(how.time.day, "3/11/2099")
    QTest.keyClick(dialog.ask.consent, Qt.Key.Key_Space)
    here.send()
    assert here.said == "Terjadwal tayang Selasa (3/11/2099) pukul 07.30 WIB"
    (post,) = here.posts()
    assert (post["status"], post["date_gmt"]) == ("future", "2099-11-03T00:30:00")


@pytest.fixture
def far_east():
    """The computer's clock is two hours ahead of the portal's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Asia/Jayapura")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("far_east")
def test_a_time_is_the_portals_on_a_computer_in_another_zone(desk):
    here = desk("redaktur")
    dialog = here.open()
    here.give_password()
    how = dialog.ask.how
    QTest.keyClick(how.ways["later"], Qt.Key.Key_Space)
    assert how.ways["later"].text() == "Jadwalkan, waktu WIB"
    QTest.keyClicks(how.time.day, "3/11/2099")
    QTest.keyClicks(how.time.time, "23.30")
    # In Jayapura that is half past one, the next morning.
    told = "Tayang Selasa, 3 November 2099 pukul 23.30 WIB."
    assert how.time.day.accessibleDescription() == told
    QTest.keyClick(dialog.ask.consent, Qt.Key.Key_Space)
    here.send()
    assert here.said == "Terjadwal tayang Selasa (3/11/2099) pukul 23.30 WIB"
    (post,) = here.posts()
    assert (post["status"], post["date_gmt"]) == ("future", "2099-11-03T16:30:00")
    assert post["date"] == "2099-11-03T23:30:00"  # by the site's own clock


def test_what_stands_in_the_way_is_named_and_led_to(desk):
    here = desk(section="")
    dialog = here.open()
    assert not dialog.ask.send.isEnabled()
    assert "rubrik" in dialog.ask.message.text()
    dialog.ask.findings.setFocus()
    QTest.keyClick(dialog.ask.findings, ENTER)
    here.eventually(lambda: not here.dialog)


def test_what_stands_in_the_way_may_be_passed_over_with_a_reason_that_is_kept(desk, store):
    here = desk(section="")
    dialog = here.open()
    here.give_password()
    QTest.keyClicks(dialog.ask.reason, "rubrik menyusul")
    assert "walaupun belum lengkap" in dialog.ask.message.text()
    here.send()
    assert here.said == "Naskah ada di situs sebagai draf"
    notes = [step.note for step in store.versions.list(here.window.desk.story.id)]
    assert any("rubrik menyusul" in note for note in notes)


def test_who_has_not_logged_in_is_led_to_that(desk):
    here = desk(logged_in=False)
    dialog = here.open()
    assert dialog.ask.form.login.text() == "Belum masuk ke situs ini."
    assert not dialog.ask.send.isEnabled()
    asked = []
    here.window.commands.of_sites.log_in = asked.append
    dialog.ask.form.log_in.setFocus()
    QTest.keyClick(dialog.ask.form.log_in, ENTER)
    assert asked == ["kabar"]


def test_a_wrong_password_is_asked_for_again_and_not_kept(desk):
    here = desk()
    dialog = here.open()
    QTest.keyClicks(dialog.ask.form.password, "bukan sandi")
    QTest.keyClick(dialog, ENTER, CONTROL)
    here.eventually(lambda: dialog.ask.message.property("role") == "error")
    assert not dialog.ask.form.password.isHidden()
    assert dialog.ask.form.password.text() == ""
    here.give_password()
    here.send()
    assert here.said == "Naskah ada di situs sebagai draf"
    assert len(here.posts()) == 1


def sent(here: Desk) -> dict:
    """Send the story as a draft, and return its post."""
    here.open()
    here.give_password()
    here.send()
    here.press("Tutup")
    here.eventually(lambda: not here.dialog)
    (post,) = here.posts()
    return post


def test_what_was_changed_on_the_site_is_chosen_from_and_goes_into_the_story(desk, store):
    here = desk("redaktur")
    post = sent(here)
    changed = post["content"]["raw"].replace("Padi itu dijemur", "Padi kering itu dijemur")
    tag = here.site.ask("POST", "tags", {"name": f"Sawah {here.window.desk.story.id[:8]}"})
    here.site.edit(
        post["id"],
        title="Judul dari Situs",
        content=changed,
        excerpt="Dari situs.",
        tags=[*post["tags"], tag["id"]],
    )
    here.write(" Warga senang.")
    here.open()
    QTest.keyClick(here.dialog, ENTER, CONTROL)
    here.eventually(lambda: here.conflict)
    fields = {one.field: one for one in here.conflict.fields}
    assert set(fields) == {"headline", "body", "summary", "tags"}
    assert "Judul dari Situs" in fields["headline"].texts[1].toPlainText()
    assert {one.way for one in fields.values()} == {OURS}
    QTest.keyClick(fields["headline"].ways[THEIRS], Qt.Key.Key_Space)
    QTest.keyClick(fields["tags"].ways[THEIRS], Qt.Key.Key_Space)
    QTest.keyClick(fields["body"].ways[BOTH], Qt.Key.Key_Space)
    fields["body"].edit.selectAll()
    QTest.keyClicks(fields["body"].edit, "Warga panen. Padi kering itu dijemur.")
    QTest.mouseClick(here.conflict.send, Qt.MouseButton.LeftButton)
    here.wait_for_outcome()
    assert here.said == "Naskah ada di situs sebagai draf"
    story = here.window.desk.story
    assert (story.headline, story.summary) == ("Judul dari Situs", "")
    assert story.tags == ("padi", tag["name"])
    assert story.body == "Warga panen. Padi kering itu dijemur."
    assert here.window.page.body.text() == story.body
    (post,) = here.posts()
    assert post["title"]["raw"] == "Judul dari Situs"
    assert "Warga panen. Padi kering itu dijemur." in post["content"]["raw"]
    assert post["excerpt"]["raw"] == ""
    steps = [step for step in store.versions.list(story.id) if "dari situs kabar" in step.note]
    assert [step.note for step in steps] == ["dari situs kabar: judul, tubuh berita, tag"]


def test_a_story_that_is_gone_from_the_site_is_asked_about_and_made_again(desk):
    here = desk()
    post = sent(here)
    here.site.delete(post["id"])
    here.open()
    here.send()
    assert here.said == "Tulisan ini sudah dihapus dari situs."
    assert here.buttons == ["Batalkan unggahan", "Nanti saja", "Buat tulisan baru"]
    here.press("Nanti saja")
    here.eventually(lambda: "1 unggahan perlu ditangani" in here.window.status_line.uploads.text())
    queue = here.open_queue()
    assert queue.go_on.text() == "Jawab…"
    QTest.keyClick(queue.table, ENTER)
    here.wait_for_outcome()
    here.press("Buat tulisan baru")
    here.eventually(lambda: here.said == "Naskah ada di situs sebagai draf")
    assert len(here.posts()) == 1


def test_sending_is_stopped_at_once_and_can_go_on(desk):
    here = desk()
    here.site.faults({"path": "/wp/v2/media", "method": "POST", "mode": "hold"})
    dialog = here.open()
    here.give_password()
    QTest.keyClick(dialog, ENTER, CONTROL)
    here.eventually(lambda: dialog.is_sending and dialog.sending.said == "Mengunggah foto")
    here.site.wait_for_held()
    QTest.mouseClick(dialog.sending.stop, Qt.MouseButton.LeftButton)
    here.wait_for_outcome()
    here.site.release()
    assert here.said == "Unggahan dibatalkan"
    assert here.posts() == []
    here.press("Lanjutkan unggahan")
    here.eventually(lambda: here.said == "Naskah ada di situs sebagai draf")
    assert len(here.posts()) == 1


def test_the_window_stays_live_while_it_goes_on_in_the_background(desk):
    here = desk()
    here.site.faults({"path": "/wp/v2/media", "method": "POST", "mode": "hold"})
    dialog = here.open()
    here.give_password()
    QTest.keyClick(dialog, ENTER, CONTROL)
    here.eventually(lambda: dialog.is_sending and dialog.sending.said == "Mengunggah foto")
    here.site.wait_for_held()
    QTest.mouseClick(dialog.sending.background, Qt.MouseButton.LeftButton)
    here.eventually(lambda: not here.dialog)
    here.write(" Warga senang.")
    assert here.window.desk.is_safe
    here.eventually(lambda: "1 unggahan" in here.window.status_line.uploads.text())
    here.site.release()
    here.eventually(lambda: "ada di situs Kabar Rekaan; statusnya draf" in here.window.banner.text)
    here.eventually(lambda: not here.window.status_line.uploads.isVisible())
    assert len(here.posts()) == 1


def test_what_waits_is_sent_when_the_program_starts_and_the_password_is_known(
    desk, store, newsroom, open_window, monkeypatch
):
    here = desk()
    monkeypatch.setenv("NEWSROOM_PORTAL_PASSWORD", here.site.passwords[here.login])
    story = here.window.desk.story
    here.window.close()
    newsroom.queue_story(store, story.id, "kabar", Wish())
    again = open_window()
    here.eventually(lambda: "ada di situs Kabar Rekaan; statusnya draf" in again.banner.text)
    assert len(here.posts()) == 1


def _queue_two(here, store, newsroom) -> None:
    """Put two stories into the queue, while the window is closed."""
    first = here.window.desk.story
    here.window.close()
    second = replace(first, id=f"{next(NUMBERS):032x}", revision=0, headline="Panen Rekaan Lain")
    for story in (first, store.stories.save(second)):
        newsroom.queue_story(store, story.id, "kabar", Wish())


def test_a_password_that_is_refused_is_tried_once_and_a_login_lets_all_go_on(
    desk, store, newsroom, open_window, monkeypatch
):
    here = desk()
    _queue_two(here, store, newsroom)
    monkeypatch.setenv("NEWSROOM_PORTAL_PASSWORD", "bukan sandinya")
    again = open_window()
    here.eventually(lambda: "Unggahan ke Kabar Rekaan menunggu. " in again.banner.text)
    here.eventually(
        lambda: again.status_line.uploads.text() == "↑ 1 unggahan menunggu, 1 perlu ditangani"
    )
    assert len([one for one in here.site.requests() if "users/me" in one["path"]]) == 1
    sent, asked = store.pushes.list()[0].story, len(here.site.requests())
    store.deliveries.keep(on_site(sent, "kabar", here.site.url))
    Desk(again, here.site, here.login, here.eventually).look_at_all()
    assert len(here.site.requests()) == asked, "a look would log in with it once more"
    store.deliveries.forget(sent, "kabar")
    monkeypatch.setenv("NEWSROOM_PORTAL_PASSWORD", here.site.passwords[here.login])
    again.commands.of_sites.logged_in.emit("kabar")
    here.eventually(lambda: store.pushes.list(open_only=True) == [])
    assert {one.state for one in store.pushes.list()} == {PushState.DONE}


def test_a_portal_that_asks_to_be_left_alone_is_left_alone(
    desk, store, newsroom, open_window, monkeypatch
):
    here = desk()
    _queue_two(here, store, newsroom)
    monkeypatch.setenv("NEWSROOM_PORTAL_PASSWORD", here.site.passwords[here.login])
    here.site.faults({"mode": "429", "retry_after": 900})
    again = open_window()
    timer = again.uploads.findChild(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    here.eventually(timer.isActive)
    assert timer.interval() > 200_000
    assert len(store.pushes.list(open_only=True)) == 2


def test_offline_it_waits_quietly_and_says_until_when(desk, newsroom):
    here = desk()
    _move_to_nowhere(newsroom)
    dialog = here.open()
    QTest.keyClicks(dialog.ask.form.password, "sandi")
    QTest.keyClick(dialog, ENTER, CONTROL)
    here.eventually(lambda: here.said, timeout=60_000)  # it tries four times by itself
    assert here.said == "Menunggu dalam antrean"
    assert "Dicoba lagi sendiri" in dialog.outcome.words.text()
    here.press("Tutup")
    here.eventually(lambda: "1 unggahan menunggu" in here.window.status_line.uploads.text())
    assert not here.window.banner.isVisible()


def test_the_queue_is_put_in_order_called_off_and_taken_back(desk, store, newsroom):
    here = desk()
    first = here.window.desk.story
    others = [
        store.stories.save(replace(first, id=f"{n:032x}", revision=0, headline=f"Naskah {n}"))
        for n in (1, 2)
    ]
    for story in (first, *others):
        newsroom.queue_story(store, story.id, "kabar", Wish())
    here.window.uploads.refresh()
    here.eventually(lambda: "3 unggahan" in here.window.status_line.uploads.text())
    queue = here.open_queue()

    def rows():
        return [queue.table.item(row, 0).text() for row in range(queue.table.rowCount())]

    names = [first.headline, "Naskah 1", "Naskah 2"]
    assert rows() == names
    queue.table.setCurrentCell(2, 0)
    QTest.keyClick(queue.table, Qt.Key.Key_Up, ALT)
    here.eventually(lambda: rows() == [names[0], names[2], names[1]])
    assert queue.chosen.headline == "Naskah 2"
    QTest.keyClick(queue.table, Qt.Key.Key_Delete)
    here.eventually(lambda: rows() == [names[0], names[1]])
    QTest.mouseClick(queue.undo, Qt.MouseButton.LeftButton)
    here.eventually(lambda: len(rows()) == 3)
    queue.table.setCurrentCell(rows().index("Naskah 1"), 0)
    QTest.mouseClick(queue.open_story, Qt.MouseButton.LeftButton)
    here.eventually(lambda: here.window.desk.story.headline == "Naskah 1")


@pytest.mark.parametrize("page", ["ask", "sending", "outcome", "queue", "conflict"])
def test_everything_that_takes_the_keyboard_has_a_name(theme, qtbot, page):
    dialog = shown(theme, qtbot, page)
    for widget in dialog.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName() or widget.property("text"), widget


def shown(theme, qtbot, page: str) -> QDialog:
    if page == "queue":
        dialog: QDialog = QueueDialog(theme, {})
    elif page == "conflict":
        ours = Story(headline="Panen", body="Warga panen.", tags=("padi",))
        theirs = replace(ours, headline="Panen Raya", body="Warga pulang.", tags=("sawah",))
        found = SiteConflict(ours, theirs, ("headline", "body", "tags"), (), 7, "")
        dialog = ConflictDialog(theme, found, is_live=True)
    else:
        dialog = PublishDialog(theme, "Panen")
        dialog.pages.setCurrentWidget(getattr(dialog, page))
    if page == "outcome":
        lines, choice = (("Tag hilang.", "Pasang di situs."),), Choice("Tutup", dialog.reject)
        dialog.show_outcome(Outcome("warning", "Selesai", lines=lines, choices=(choice,)))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def _move_to_nowhere(newsroom) -> None:
    """Let the portal be at an address of this computer where nobody answers."""
    folder = newsroom.home / "portals"
    kept = json.loads((folder / "kabar.situs.json").read_text())
    site, nowhere = kept["root"]["site"], f"http://127.0.0.1:{_free_port()}"
    for name in ("kabar.situs.json", "kabar.toml"):
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace(site, nowhere), encoding="utf-8")


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def test_what_is_under_way_when_the_window_closes_goes_on_at_the_next_start(desk, store):
    here = desk()
    here.site.faults({"path": "/wp/v2/media", "method": "POST", "mode": "hold"})
    dialog = here.open()
    here.give_password()
    QTest.keyClick(dialog, ENTER, CONTROL)
    here.eventually(lambda: dialog.is_sending and dialog.sending.said == "Mengunggah foto")
    here.site.wait_for_held()
    dialog.reject()
    here.window.close()
    here.eventually(lambda: not here.window.isVisible())
    here.site.release()
    (push,) = store.pushes.list()
    assert push.state.is_open


@pytest.mark.parametrize(
    ("kind", "answers"),
    [
        ("gone", ["Buat tulisan baru"]),
        ("trashed", ["Buat tulisan baru", "Sudah dipulihkan, lanjutkan"]),
        ("found", ["Bukan, buat tulisan lain", "Ya, itu naskah ini"]),
        ("site", ["Situs lain: buat tulisan baru", "Situs yang sama"]),
        ("confirm", ["Ya, kirim", "Ubah cara mengirim…"]),
        ("past", ["Pilih lagi…"]),
    ],
)
def test_each_question_is_asked_in_words_with_its_answers(window, store, kind, answers):
    story = store.stories.save(Story(headline="Panen"))
    push = store.pushes.start(store.pushes.add(story.id, "kabar", story.revision, Wish()).id)
    told = "Begini adanya (Draf: https://a.example/). Jawab “baru” atau kirim lagi (--yes)."
    push = store.pushes.settle(push.id, PushState.PERSON, told, question={"kind": kind})
    window.uploads.talk().follow(push)
    dialog = next(iter(window.findChildren(PublishDialog)))
    said = f"{dialog.outcome.title.text()} {dialog.outcome.words.text()}"
    assert "--yes" not in said
    assert "“baru”" not in said
    buttons = [button.text() for button in dialog.outcome.buttons]
    assert buttons == ["Batalkan unggahan", "Nanti saja", *answers]


def test_all_of_the_site_s_text_may_be_taken_without_sending(theme, qtbot):
    dialog = shown(theme, qtbot, "conflict")
    dialog.all_theirs.setFocus()
    QTest.keyClick(dialog.all_theirs, Qt.Key.Key_Space)
    with qtbot.waitSignal(dialog.decided) as decided:
        QTest.keyClick(dialog.keep, Qt.Key.Key_Space)
    changes, is_sent = decided.args
    assert changes == {"headline": "Panen Raya", "body": "Warga pulang.", "tags": ("sawah",)}
    assert not is_sent


def test_a_look_at_a_site_that_does_not_answer_holds_no_upload_up(desk, store, newsroom):
    here = desk()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        site = f"http://127.0.0.1:{silent.getsockname()[1]}"
        text = PROFILE.format(site=site, zone="Asia/Jakarta", login="penulis")
        (newsroom.home / "portals" / "bisu.toml").write_text(text, encoding="utf-8")
        root = ApiRoot(f"{site}/wp-json/", False, site)
        account = replace(newsroom.site_account("kabar"), root=root)
        keep_account(newsroom.home / "portals", "bisu", account)
        other = store.stories.save(Story(headline="Di situs yang bisu"))
        store.deliveries.keep(on_site(other.id, "bisu", site))
        here.window.uploads.remember("bisu", "sandi")

        here.window.uploads.watching.look()
        here.eventually(lambda: select([silent], [], [], 0)[0])
        here.open()
        here.give_password()
        here.send()

        assert here.said == "Naskah ada di situs sebagai draf"


def test_what_came_out_is_told_though_a_later_look_fails(desk, store):
    here = desk()
    story = here.window.desk.story
    post = here.site.ask("POST", "posts", {"title": "Panen", "status": "publish"})
    other = store.stories.save(replace(story, id="b" * 32, revision=0, slug="lain"))
    store.deliveries.keep(on_site(other.id, "kabar", "https://alamat-lama.example"))
    earlier = datetime(2026, 11, 1, tzinfo=UTC)
    known = on_site(story.id, "kabar", here.site.url)
    store.deliveries.keep(replace(known, remote_id=post["id"], moment=earlier))
    here.window.uploads.remember("kabar", here.site.passwords[here.login])

    here.window.uploads.watching.look()

    here.eventually(lambda: "sudah tayang di situs" in here.window.banner.text)


def on_site(story: str, name: str, site: str) -> Delivery:
    """Return a story that was sent as a draft."""
    now = datetime.now(UTC)
    return Delivery(story, name, site, 7, f"{site}/?p=7", "draft", "", 1, "", "", now)
