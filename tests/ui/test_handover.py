"""Stories handed over and taken over, as people meet it: two data folders, real windows."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from newsroom.app import Newsroom
from newsroom.store.handovers import What
from newsroom.store.place import DATABASE
from newsroom.store.store import Store
from newsroom.story.comments.comment import CommentKind
from newsroom.story.conflicts.conflict import Way
from newsroom.story.dateline import Dateline
from newsroom.story.person import Person, Role
from newsroom.story.photo_edits import PhotoEdits
from newsroom.story.story import Photo, Story
from newsroom.story.version import StepKind
from newsroom.story.workflow import Status
from newsroom.ui.dialogs.conflicts.choice_dialog import ChoiceDialog
from newsroom.ui.dialogs.details_dialog import DetailsDialog
from newsroom.ui.dialogs.handover_dialog import HandoverDialog
from newsroom.ui.dialogs.opening_dialog import OpeningDialog
from newsroom.ui.handover import under_way
from newsroom.ui.main_window import MainWindow

BODY = "Warga panen padi kemarin. Hujan turun lagi.\n\nHarga gabah naik. Petani senang sekali.\n"
WORD = "padi menguning 7"


class There:
    """Another desk, at which nobody looks at a window."""

    def __init__(self, folder: Path) -> None:
        self.newsroom = Newsroom(folder)
        self.store = self.newsroom.open_store()
        self.store.people.set_me(Person("Budi Contoh"))

    def take(self, file: Path, word: str = ""):
        return self.newsroom.take_over(self.store, file, passphrase=word)

    def write(self, id: str, **values: object) -> None:
        self.store.stories.save(replace(self.store.stories.get(id), **values))

    def hand_over(self, id: str, file: Path, word: str = "") -> Path:
        return self.newsroom.hand_over(self.store, id, file, passphrase=word)


@pytest.fixture
def there(tmp_path: Path) -> Iterator[There]:
    desk = There(tmp_path / "there")
    yield desk
    desk.store.close()


@pytest.fixture
def shown(eventually) -> Callable[[MainWindow, type], object]:
    """Waits for a dialog of the window, and returns it."""

    def find(window: MainWindow, kind: type):
        def there() -> list:
            return [one for one in window.findChildren(kind) if one.isVisible()]

        eventually(there)
        return there()[0]

    return find


@pytest.fixture
def told(eventually) -> Callable[[MainWindow, str], None]:
    """Waits until the banner says something."""

    def wait(window: MainWindow, words: str) -> None:
        eventually(lambda: words in window.banner.text)

    return wait


@pytest.fixture
def shared(writing, store, there, eventually, tmp_path) -> tuple[MainWindow, str]:
    """The window of a reporter with a story open that the other desk has too."""
    store.people.set_me(Person("Wati Misal"))
    window = writing(BODY, headline="Panen Raya")
    id = window.desk.story.id
    with closing(window.desk.newsroom.open_store()) as mine:
        there.take(window.desk.newsroom.hand_over(mine, id, tmp_path / "pergi.naskah"))
    return window, id


@contextmanager
def held(newsroom: Newsroom, name: str, until: Event) -> Iterator[None]:
    """Has one of the newsroom's works begin only once an event is set."""
    work = getattr(newsroom, name)

    def later(*args: object, **values: object) -> object:
        assert until.wait(90)
        return work(*args, **values)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(newsroom, name, later)
        yield


def press(window: MainWindow, words: str) -> None:
    """Press a button of the banner."""
    found = [one for one in window.banner.findChildren(QPushButton) if one.text() == words]
    assert found[0].isVisible()
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def file_name(window: MainWindow) -> Path:
    [url] = QGuiApplication.clipboard().mimeData().urls()
    return Path(url.toLocalFile())


# Handing over.


def test_a_story_is_handed_over_with_photos_small_enough_and_pasted_elsewhere(
    writing, store, there, shown, told, tmp_path, settled
):
    Image.effect_noise((2400, 1800), 60).convert("RGB").save(tmp_path / "warga.jpg")
    window = writing(BODY, headline="Panen Raya")
    window.desk.add_photos([tmp_path / "warga.jpg"])
    settled(window)
    window.actions_["hand_over"].trigger()
    dialog = shown(window, HandoverDialog)
    dialog.place.setText(str(tmp_path / "kiriman" / "panen-raya"))
    QTest.mouseClick(dialog.sizes["small"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    told(window, "siap diserahkan: panen-raya.naskah")

    press(window, "Salin berkas")

    file = file_name(window)
    assert file == tmp_path / "kiriman" / "panen-raya.naskah"
    taken = there.take(file)
    assert taken.story.headline == "Panen Raya"
    with Image.open(there.store.media.path(taken.story.photos[0].digest)) as picture:
        assert max(picture.size) == 1280
    assert StepKind.HANDOVER in [one.kind for one in store.versions.list(taken.story.id)]


def test_the_dialog_says_how_large_it_gets_what_goes_along_and_where_one_was_last(
    writing, shown, told, eventually, tmp_path, settled
):
    Image.effect_noise((2400, 1800), 60).convert("RGB").save(tmp_path / "warga.jpg")
    window = writing(BODY, headline="Panen Raya")
    window.desk.add_photos([tmp_path / "warga.jpg"])
    settled(window)
    window.shape.hand_over = {"folder": str(tmp_path), "size": "full"}
    window.actions_["hand_over"].trigger()
    dialog = shown(window, HandoverDialog)
    assert dialog.place.text() == str(tmp_path / "panen-raya.naskah")
    assert dialog.sizes["full"].isChecked()
    eventually(lambda: "cukup untuk WhatsApp" in dialog.sizes["small"].text())
    eventually(lambda: "1 foto" in dialog.along.text())
    assert "sejak serah terakhir" not in dialog.along.text()
    assert "Narasumber tidak ikut" in dialog.along.text()
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    told(window, "siap diserahkan")

    window.actions_["hand_over"].trigger()

    again = shown(window, HandoverDialog)
    assert again.place.text() == str(tmp_path / "panen-raya-2.naskah")
    again.reject()


def test_a_sealed_story_needs_its_passphrase_twice_and_opens_with_it(
    writing, there, shown, told, tmp_path
):
    window = writing(BODY, headline="Panen Raya")
    window.actions_["hand_over"].trigger()
    dialog = shown(window, HandoverDialog)
    file = tmp_path / "panen.naskah"
    dialog.place.setText(str(file))
    dialog.seal.setChecked(True)
    QTest.keyClicks(dialog.passphrase.first, WORD)
    QTest.keyClicks(dialog.passphrase.second, "lain")
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert "tidak sama" in dialog.foot.message.text()
    assert not file.exists()
    dialog.passphrase.seen.click()
    dialog.passphrase.second.setText(WORD)
    assert dialog.passphrase.second.displayText() == WORD

    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)

    told(window, "terkunci")
    assert there.take(file, WORD).story.headline == "Panen Raya"


def test_a_reporter_is_offered_the_file_once_the_story_is_submitted(writing, shown, told):
    window = writing(BODY, headline="Panen Raya")
    window.actions_["to_submitted"].trigger()
    told(window, "Diajukan")
    press(window, "Serahkan berkasnya…")
    assert shown(window, HandoverDialog).windowTitle() == "Serahkan naskah"


def test_a_copy_as_a_naskah_comes_back_as_the_same_story(
    writing, there, told, monkeypatch, tmp_path
):
    from newsroom.ui.dialogs import files

    window, file = writing(BODY, headline="Panen Raya"), tmp_path / "salinan.naskah"
    monkeypatch.setattr(files, "ask_copy", lambda *_, **__: file)
    window.actions_["save_copy"].trigger()
    told(window, "siap diserahkan: salinan.naskah")
    assert there.take(file).story.id == window.desk.story.id


def test_a_copy_says_how_far_it_is_and_may_be_stopped(writing, told, monkeypatch, tmp_path):
    from newsroom.ui.dialogs import files

    window, file, busy = writing(BODY), tmp_path / "salinan.naskah", Event()
    monkeypatch.setattr(files, "ask_copy", lambda *_, **__: file)
    monkeypatch.setattr(under_way, "TOLD_AFTER", 0)
    with held(window.desk.newsroom, "hand_over", busy):
        window.actions_["save_copy"].trigger()
        told(window, "Menulis salinan.naskah")
        press(window, "Batalkan")
        busy.set()
        told(window, "Dibatalkan; tidak ada berkas yang ditulis.")
    assert not file.exists()


def test_a_hand_over_that_is_stopped_leaves_no_file(writing, shown, eventually, tmp_path, settled):
    for name in ("a", "b"):
        Image.effect_noise((1600, 1200), 60).convert("RGB").save(tmp_path / f"{name}.jpg")
    window = writing(BODY, headline="Panen Raya")
    window.desk.add_photos([tmp_path / "a.jpg", tmp_path / "b.jpg"])
    settled(window)
    window.actions_["hand_over"].trigger()
    dialog = shown(window, HandoverDialog)
    dialog.place.setText(str(tmp_path / "panen.naskah"))
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.foot.stop, Qt.MouseButton.LeftButton)
    eventually(lambda: not dialog.foot.is_working)
    assert "Dibatalkan" in dialog.foot.message.text()
    assert [*tmp_path.glob("*naskah*")] == []
    dialog.reject()


# Taking over.


def test_a_story_that_is_new_here_is_opened(window, there, told, eventually, tmp_path):
    id = there.store.stories.save(Story("Panen Raya", body=BODY)).id
    window.commands.take_files([there.hand_over(id, tmp_path / "a.naskah")])
    eventually(lambda: window.desk.story is not None and window.desk.story.id == id)
    assert window.page.body.text() == BODY
    told(window, "“Panen Raya” ditambahkan")


def test_the_open_story_goes_on_where_one_was_writing(shared, there, told, tmp_path):
    window, id = shared
    there.write(id, headline="Panen Besar", body="Pagi itu cerah. " + BODY)
    file = there.hand_over(id, tmp_path / "kembali.naskah")
    body = window.page.body
    body.select(BODY.index("Petani"), BODY.index("Petani"))
    QTest.keyClicks(body, "Para ")

    window.commands.take_files([file])

    told(window, "digabung dengan yang ditulis di sini")
    assert "Lihat bedanya" in [one.text() for one in window.banner.findChildren(QPushButton)]
    assert body.text() == "Pagi itu cerah. " + BODY.replace("Petani", "Para Petani")
    assert window.page.headline.text() == window.desk.story.headline == "Panen Besar"
    QTest.keyClicks(body, "tani ")
    assert "Para tani Petani" in body.text()
    for _ in range(3):
        body.undo()
    assert body.text() == BODY


def test_what_is_typed_while_a_story_comes_is_in_it(shared, there, store, eventually, tmp_path):
    window, id = shared
    there.write(id, body=BODY.replace("Hujan turun lagi", "Hujan reda"))
    file, typed, taken = there.hand_over(id, tmp_path / "kembali.naskah"), Event(), []

    def job(mine: Store) -> object:
        answer = window.desk.newsroom.take_over(mine, file)
        assert typed.wait(30)
        return answer

    window.desk.rewrite(job, taken.append, taken.append)
    body = window.page.body
    body.select(0, 0)
    QTest.keyClicks(body, "Kabar baik: ")
    window.page.flush()
    window.desk.hasten()
    assert not window.desk.is_safe
    typed.set()
    expected = "Kabar baik: " + BODY.replace("Hujan turun lagi", "Hujan reda")
    eventually(lambda: window.desk.is_safe and store.stories.get(id).body == expected)
    assert taken[0].what is What.FORWARD
    assert body.text() == expected
    assert window.desk.story.id == id


def test_nothing_new_is_said_so_and_ours_is_opened(
    shared, there, told, eventually, store, tmp_path
):
    window, id = shared
    other = store.stories.save(Story("Lain", body="Isi."))
    window.desk.open(other.id)
    eventually(lambda: window.desk.story.id == other.id)
    window.commands.take_files([there.hand_over(id, tmp_path / "lama.naskah")])
    told(window, "Tidak ada tulisan baru")
    eventually(lambda: window.desk.story.id == id)


def test_a_picture_that_was_missing_here_is_seen_again(
    there, newsroom, store, open_window, told, eventually, tmp_path
):
    Image.effect_noise((400, 300), 60).convert("RGB").save(tmp_path / "warga.jpg")
    photo = Photo(str(tmp_path / "warga.jpg"), lead=True)
    id = there.newsroom.take_in(Story("Panen Raya", photos=(photo,)), there.store).id
    file = there.hand_over(id, tmp_path / "a.naskah")
    [kept] = newsroom.take_over(store, file).story.photos
    store.media.path(kept.digest).unlink()
    store.workspace.set("open", id)
    window = open_window()
    eventually(lambda: window.desk.story is not None)

    window.commands.take_files([file])

    told(window, "1 foto yang hilang di sini ada lagi")
    eventually(lambda: not window.page.photo._picture._image.isNull())


def test_a_sealed_file_asks_again_and_leaves_nothing_where_nobody_opens_it(
    window, there, shown, eventually, store, told, tmp_path
):
    id = there.store.stories.save(Story("Panen Raya", body=BODY)).id
    file = there.hand_over(id, tmp_path / "a.naskah", WORD)
    window.commands.take_files([file])
    asked = shown(window, OpeningDialog)
    QTest.keyClicks(asked.field, "salah")
    QTest.mouseClick(asked.go, Qt.MouseButton.LeftButton)
    eventually(lambda: not asked.isVisible())
    again = shown(window, OpeningDialog)
    assert "salah" in again.fault.text()
    again.reject()
    eventually(lambda: window.desk.is_safe)
    assert store.stories.list() == []

    window.commands.take_files([file])

    asked = shown(window, OpeningDialog)
    QTest.keyClicks(asked.field, WORD)
    QTest.mouseClick(asked.go, Qt.MouseButton.LeftButton)
    told(window, "ditambahkan")


def test_a_file_is_unpacked_beside_the_saving(window, there, shown, told, tmp_path):
    id, busy = there.store.stories.save(Story("Panen Raya", body=BODY)).id, Event()
    file = there.hand_over(id, tmp_path / "a.naskah", WORD)
    window.desk.in_store(lambda _: busy.wait(90))
    try:
        window.commands.take_files([file])
        asked = shown(window, OpeningDialog)
    finally:
        busy.set()
    QTest.keyClicks(asked.field, WORD)
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    told(window, "ditambahkan")


def test_a_taking_over_that_is_stopped_leaves_nothing(
    window, there, told, store, monkeypatch, tmp_path
):
    Image.effect_noise((400, 300), 60).convert("RGB").save(tmp_path / "warga.jpg")
    story = Story("Panen Raya", body=BODY, photos=(Photo(str(tmp_path / "warga.jpg")),))
    id = there.newsroom.take_in(story, there.store).id
    file, told_early = there.hand_over(id, tmp_path / "a.naskah"), Event()
    monkeypatch.setattr(under_way, "TOLD_AFTER", 0)
    with held(window.desk.newsroom, "unpack", told_early):
        window.commands.take_files([file])
        told(window, "Mengambil a.naskah")

        press(window, "Batalkan")
        told_early.set()

        told(window, "Dibatalkan")
    assert store.stories.list() == []


def test_a_window_that_is_closed_meanwhile_takes_the_story_in_first(
    window, there, told, store, eventually, tmp_path
):
    id, busy = there.store.stories.save(Story("Panen Raya", body=BODY)).id, Event()
    file = there.hand_over(id, tmp_path / "a.naskah")
    with held(window.desk.newsroom, "unpack", busy):
        window.commands.take_files([file])
        window.close()
        assert window.isVisible()
        told(window, "Mengambil a.naskah… Jendela ditutup sesudahnya.")
        busy.set()
        eventually(lambda: not window.isVisible())
    assert [one.id for one in store.stories.list()] == [id]


def test_a_window_stays_where_what_came_is_to_be_told_and_may_close_without_it(
    window, there, told, store, eventually, tmp_path
):
    id, busy = there.store.stories.save(Story("Panen Raya", body=BODY)).id, Event()
    file, bad = there.hand_over(id, tmp_path / "a.naskah"), tmp_path / "rusak.naskah"
    bad.write_bytes(file.read_bytes()[:200])
    with held(window.desk.newsroom, "unpack", busy):
        window.commands.take_files([bad])
        window.close()
        busy.set()
        told(window, "rusak")
        assert window.isVisible()
        busy.clear()
        window.commands.take_files([file, bad])
        window.close()
        press(window, "Tutup tanpa mengambil")
        busy.set()
        eventually(lambda: not window.isVisible())
    assert store.stories.list() == []


def test_a_window_that_is_closed_meanwhile_writes_the_copy_first(
    writing, there, told, eventually, monkeypatch, tmp_path
):
    from newsroom.ui.dialogs import files

    window, file, busy = writing(BODY), tmp_path / "salinan.naskah", Event()
    monkeypatch.setattr(files, "ask_copy", lambda *_, **__: file)
    with held(window.desk.newsroom, "hand_over", busy):
        window.actions_["save_copy"].trigger()
        window.close()
        assert window.isVisible()
        told(window, "Menulis salinan.naskah… Jendela ditutup sesudahnya.")
        busy.set()
        eventually(lambda: not window.isVisible())
    assert there.take(file).story.body == BODY


def test_several_files_are_each_taken_and_told_of_together(window, there, told, store, tmp_path):
    ids = [there.store.stories.save(Story(name, body=BODY)).id for name in ("Panen", "Banjir")]
    files = [there.hand_over(id, tmp_path / f"{id}.naskah") for id in ids]
    (tmp_path / "rusak.naskah").write_bytes(files[0].read_bytes()[:200])
    window.banner.say("Status: Draf", "good")
    window.commands.take_files([*files, tmp_path / "rusak.naskah"])
    told(window, "2 dari 3 berkas diambil")
    assert {one.id for one in store.stories.list()} == set(ids)
    press(window, "Lihat rincian…")
    [details] = window.findChildren(DetailsDialog)
    assert "rusak.naskah: " in details.lines.toPlainText()


# Choosing.


@pytest.fixture
def at_odds(shared, there, told, tmp_path) -> tuple[MainWindow, str]:
    """The same words were changed at both desks, and the file is here."""
    window, id = shared
    there.write(id, headline="Panen Besar", body=BODY.replace("padi", "jagung"))
    file = there.hand_over(id, tmp_path / "kembali.naskah")
    body = window.page.body
    body.select(BODY.index("padi"), BODY.index("padi") + 4)
    QTest.keyClicks(body, "kedelai")
    window.page.headline.select(0, 10)
    QTest.keyClicks(window.page.headline, "Panen Melimpah")
    window.commands.take_files([file])
    told(window, "2 perbedaan perlu dipilih")
    return window, id


def settle(window: MainWindow, shown, way: Way) -> ChoiceDialog:
    dialog = shown(window, ChoiceDialog)
    for card in dialog.cards:
        card.ways[way].click()
    QTest.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    return dialog


def test_a_person_chooses_and_may_take_it_back(at_odds, store, shown, told, eventually):
    window, id = at_odds
    assert "kedelai" in window.page.body.text()
    press(window, "Pilih…")
    settle(window, shown, Way.OTHER)
    told(window, "2 perbedaan dipilih")
    assert window.page.body.text() == BODY.replace("padi", "jagung")
    assert window.page.headline.text() == "Panen Besar"
    first = [one for one in store.comments.all(id) if one.kind is CommentKind.CONFLICT]
    assert {(one.resolved_by, one.chosen) for one in first} == {
        ("Wati Misal", "jagung"), ("Wati Misal", "Besar"),
    }  # fmt: skip

    press(window, "Urungkan")

    eventually(lambda: not any(one.resolved for one in store.comments.all(id)))
    assert window.page.body.text() == BODY.replace("padi", "kedelai")
    assert window.page.headline.text() == "Panen Melimpah"

    window.page.body.setFocus()
    window.actions_["redo"].trigger()

    eventually(lambda: {one.chosen for one in store.comments.all(id)} == {"jagung", "Besar"})
    assert window.page.body.text() == BODY.replace("padi", "jagung")
    assert window.page.headline.text() == "Panen Besar"


def test_all_that_was_chosen_of_a_photo_and_the_status_is_taken_back(
    writing, store, there, shown, told, eventually, tmp_path
):
    store.people.set_me(Person("Wati Misal"))
    photo, place = Photo("warga.jpg", "Warga panen padi.", credit="Ani"), Dateline("SERANG")
    window = writing(BODY, photos=(photo,), dateline=place)
    id = window.desk.story.id
    with closing(window.desk.newsroom.open_store()) as mine:
        there.take(window.desk.newsroom.hand_over(mine, id, tmp_path / "pergi.naskah"))

    def written(crop: str, who: str, town: str, status: Status, focal: tuple[float, float]) -> dict:
        edits = PhotoEdits(focal=focal)
        told = replace(photo, caption=f"Warga panen {crop}.", credit=who, edits=edits)
        return {"photos": (told,), "dateline": Dateline(town), "status": status}

    there.write(id, **written("jagung", "Budi", "LEBAK", Status.RETURNED, (0.2, 0.3)))
    file = there.hand_over(id, tmp_path / "kembali.naskah")
    window.desk.edit(written("kedelai", "Wati", "PANDEGLANG", Status.EDITING, (0.7, 0.5)))
    window.commands.take_files([file])
    told(window, "5 perbedaan perlu dipilih")

    def all_of_it() -> tuple[object, ...]:
        story = window.desk.story
        return story.photos, story.dateline, story.status

    before = all_of_it()
    press(window, "Pilih…")
    settle(window, shown, Way.OTHER)
    told(window, "5 perbedaan dipilih")
    assert not any(one in before for one in all_of_it())

    press(window, "Urungkan")

    eventually(lambda: not any(one.resolved for one in store.comments.all(id)))
    assert all_of_it() == before


def test_a_wording_that_the_disk_has_damaged_is_let_go_of_by_name(
    at_odds, store, shown, told, eventually
):
    window, id = at_odds
    with closing(sqlite3.connect(window.desk.newsroom.home / DATABASE)) as database:
        database.execute("UPDATE comment SET subject = 'rusak', who = x'ff'")
        database.commit()
    window.actions_["choose_conflicts"].trigger()
    dialog = shown(window, ChoiceDialog)
    for card in dialog.cards:
        assert list(card.ways) == [Way.THIS]
        assert any("tidak terbaca lagi" in one.text() for one in card.findChildren(QLabel))
        assert not card.pair.isVisible()
    dialog.reject()
    window.actions_["choose_conflicts"].trigger()
    settle(window, shown, Way.THIS)
    told(window, "2 perbedaan dipilih")
    assert {one.resolved_by for one in store.comments.all(id)} == {"Wati Misal"}

    press(window, "Urungkan")

    eventually(lambda: len(store.comments.unchosen(id)) == 2)


def test_only_what_is_chosen_is_settled_and_own_words_go_in(at_odds, store, shown, told):
    window, id = at_odds
    window.actions_["choose_conflicts"].trigger()
    dialog = shown(window, ChoiceDialog)
    assert not dialog.use.isEnabled()
    card = next(one for one in dialog.cards if one.conflict.anchor.field == "body")
    card.ways[Way.OWN].click()
    card.edit.setPlainText("palawija")
    assert "Warga panen <span" in card.result.text()
    QTest.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    told(window, "1 perbedaan dipilih. 1 masih menunggu.")
    window.banner.clear()
    assert window.banner.text == ""
    assert "Warga panen palawija kemarin." in window.page.body.text()
    assert len(store.conflicts.of(store.stories.get(id))) == 1


def test_all_of_one_desk_are_chosen_at_once(at_odds, shown, told):
    window, _ = at_odds
    window.actions_["choose_conflicts"].trigger()
    dialog = shown(window, ChoiceDialog)
    button = next(one for one in dialog.all_of if "Budi Contoh" in one.text())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    told(window, "2 perbedaan dipilih")
    assert window.page.body.text() == BODY.replace("padi", "jagung")


def test_another_status_is_not_chosen_by_whose_step_it_is_not(
    shared, there, shown, told, store, tmp_path
):
    window, id = shared
    window.desk.set_person(Person("Wati Misal", Role.REPORTER))
    there.write(id, status=Status.RETURNED)
    file = there.hand_over(id, tmp_path / "kembali.naskah")
    window.desk.edit({"status": Status.EDITING})
    window.commands.take_files([file])
    told(window, "1 perbedaan perlu dipilih")
    press(window, "Pilih…")
    dialog = shown(window, ChoiceDialog)
    [card] = dialog.cards
    assert not card.ways[Way.OTHER].isEnabled()
    assert "bukan wartawan" in card.refused.text()
    card.take("Budi Contoh")
    assert not dialog.use.isEnabled()
    card.ways[Way.THIS].click()
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    told(window, "1 perbedaan dipilih.")
    assert store.conflicts.of(store.stories.get(id)) == []


def test_a_card_shows_both_wordings_leads_to_the_choice_and_may_keep_what_stands(
    at_odds, store, shown, eventually
):
    window, id = at_odds
    window.show_tab("review")
    window.inspector.review.show_part("comments")
    panel = window.copy_desk.commenting._panel
    eventually(lambda: len(panel.cards) == 2)
    card = next(one for one in panel.cards if one.thread.anchor.field == "body")
    assert "kedelai" in card.accessibleName()
    assert "jagung" in card.accessibleName()
    QTest.mouseClick(card.choose, Qt.MouseButton.LeftButton)
    dialog = shown(window, ChoiceDialog)
    assert dialog.focusWidget() in [
        button for one in dialog.cards if one.conflict.id == card.thread.id
        for button in one.ways.values()
    ]  # fmt: skip
    dialog.reject()
    QTest.mouseClick(card.settle, Qt.MouseButton.LeftButton)
    eventually(lambda: any(one.chosen == "kedelai" for one in store.comments.all(id)))
    assert "kedelai" in window.page.body.text()


def test_words_that_moved_on_are_shown_to_be_copied(at_odds, shown, told, store, eventually):
    window, id = at_odds
    window.page.body.set_text("Musim tanam tiba.")
    window.desk.edit({"body": "Musim tanam tiba."})
    window.actions_["choose_conflicts"].trigger()
    dialog = shown(window, ChoiceDialog)
    card = next(one for one in dialog.cards if one.conflict.anchor.field == "body")
    assert list(card.ways) == [Way.THIS]
    copies = [one for one in card.findChildren(QPushButton) if one.text() == "Salin"]
    QTest.mouseClick(copies[1], Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "jagung"
    dialog.reject()
    assert len(store.conflicts.of(store.stories.get(id))) == 2


def test_a_story_at_odds_is_not_made_ready(at_odds, shown, told, eventually):
    window, _ = at_odds
    for status in (Status.SUBMITTED, Status.EDITING):
        window.actions_[f"to_{status}"].trigger()
        eventually(lambda status=status: window.desk.story.status is status)
    eventually(lambda: window.desk.is_safe)
    window.actions_["to_ready"].trigger()
    told(window, "2 perbedaan dari dua meja belum dipilih")
    assert window.desk.story.status is Status.EDITING
    press(window, "Pilih…")
    settle(window, shown, Way.THIS)
    told(window, "2 perbedaan dipilih")
    eventually(lambda: window.copy_desk.commenting.conflicts == 0)
    assert window.standing.refusal(Status.READY) == ""


def test_two_windows_hand_a_story_to_and_fro(
    window, launch, dismiss, shown, told, eventually, tmp_path
):
    other = launch(Newsroom(tmp_path / "there"))

    def give(giver: MainWindow, taker: MainWindow, file: Path, word: str) -> None:
        giver.actions_["hand_over"].trigger()
        dialog = shown(giver, HandoverDialog)
        dialog.place.setText(str(file))
        QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
        told(giver, "siap diserahkan")
        taker.commands.take_files([file])
        told(taker, word)
        eventually(lambda: taker.desk.story and taker.desk.story.id == giver.desk.story.id)

    try:
        QTest.keyClicks(start_new(window, eventually), "Panen Raya")
        window.page.body.insertPlainText("Warga panen.")
        give(window, other, tmp_path / "1.naskah", "ditambahkan")
        other.page.body.insertPlainText("Kemarin. ")
        give(other, window, tmp_path / "2.naskah", "diperbarui")
        assert window.page.body.text() == other.page.body.text() == "Kemarin. Warga panen."
    finally:
        dismiss(other)


def start_new(window: MainWindow, eventually):
    window.actions_["new"].trigger()
    eventually(lambda: window.desk.story is not None)
    return window.page.headline
