"""“Situs portal” in the window, against a real WordPress, a dead port, and a keyring in memory."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget

from newsroom.app import Newsroom
from newsroom.portal.passwords import keep_password
from newsroom.ui.dialogs.sites.dialog import SitesDialog
from newsroom.ui.dialogs.sites.login_dialog import LoginDialog, Step
from newsroom.ui.dialogs.sites.password_dialog import PasswordDialog
from newsroom.ui.sites.sites import Sites
from tests.portal.client.servers import closed_port
from tests.portal.conftest import (  # noqa: F401 - used by themselves
    memory_keyring,
    no_keyring,
    portal,
    quiet_portal,
    running_site,
)
from tests.portal.keyrings import Memory
from tests.portal.site import Portal

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key

OWN = """
title = "Portal Uji Kita"
site = "SITE"
time_zone = "Asia/Makassar"
source = "uji.example"
datelines = ["{source} | "]
default_author = "redaksi"
staging = "wp-content/uploads/newsroom-impor"
[[sections]]
name = "Pojok Rekaan"
slug = "pojok-rekaan"
"""


@pytest.fixture
def opened(window, eventually) -> SitesDialog:
    return show(window, eventually)


def show(window, eventually) -> SitesDialog:
    window.actions_["sites"].trigger()
    dialog = window.findChild(SitesDialog)
    eventually(lambda: dialog.rows.rowCount())
    return dialog


def own_profile(newsroom: Newsroom, name: str, site: str) -> None:
    path = newsroom.home / "portals" / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(OWN.replace("SITE", site), encoding="utf-8")


def press(button: QWidget) -> None:
    assert button.isEnabled()
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)


def row(dialog: SitesDialog, title: str) -> list[str]:
    """Choose a portal, and return what its row says; nothing if it is not there."""
    for at in range(dialog.rows.rowCount()):
        cells = [dialog.rows.index(at, column).data() for column in range(5)]
        if cells[0] == title:
            dialog.table.selectRow(at)
            return cells
    return []


def adding(dialog: SitesDialog, eventually) -> LoginDialog:
    press(dialog.add)
    eventually(lambda: dialog.findChild(LoginDialog) is not None)
    return dialog.findChild(LoginDialog)


def log_in(dialog: LoginDialog, login: str, password: str, eventually) -> None:
    """Write login and password as a person does, and wait for what is said."""
    eventually(lambda: dialog.step is Step.LOG_IN and dialog.login.isEnabled())
    dialog.login.setText("")
    QTest.keyClicks(dialog.login, login)
    QTest.keyClicks(dialog.password, password)
    QTest.keyClick(dialog.password, KEY.Key_Return)
    eventually(lambda: not dialog.foot.is_working)


def test_a_portal_is_added_by_its_address_alone(
    opened: SitesDialog,
    newsroom: Newsroom,
    portal: Portal,  # noqa: F811
    memory_keyring: Memory,  # noqa: F811
    eventually,
    caplog,
) -> None:
    caplog.set_level(logging.DEBUG)
    word = portal.passwords["penulis"]
    dialog = adding(opened, eventually)
    QTest.keyClicks(dialog.address, portal.url.removeprefix("http://"))
    QTest.keyClick(dialog.address, KEY.Key_Return)
    eventually(lambda: dialog.step is Step.LOG_IN)
    assert f"ditemukan di {portal.url}" in dialog.found.text()
    log_in(dialog, "penulis", word, eventually)
    assert dialog.foot.message.text() == (
        "Portal Uji sudah ditambahkan. Sandi tersimpan di penyimpan sandi sistem."
    )
    summary = dialog.summary.toPlainText()
    assert "peran Penulis" in summary
    assert "Boleh membuat tulisan, mengunggah foto, menerbitkan." in summary
    assert "tidak akan tersimpan lewat unggahan: bidang Yoast SEO atau Rank Math" in summary
    assert dialog.password.text() == ""
    press(dialog.go)
    eventually(lambda: "penulis" in row(opened, "Portal Uji"))
    assert row(opened, "Portal Uji")[4] == "Tersimpan di sistem"
    assert newsroom.site_password("portal-uji") == word
    assert word not in caplog.text
    kept = [one.read_text("utf-8") for one in (newsroom.home / "portals").iterdir()]
    assert not any(word in text for text in kept)


def test_a_wrong_password_is_asked_for_again_and_nothing_is_kept(
    opened: SitesDialog,
    newsroom: Newsroom,
    portal: Portal,  # noqa: F811
    eventually,
) -> None:
    dialog = adding(opened, eventually)
    QTest.keyClicks(dialog.address, portal.url)
    QTest.keyClick(dialog.address, KEY.Key_Return)
    log_in(dialog, "penulis", "bukan sandinya", eventually)
    assert "Login ditolak situs." in dialog.foot.message.text()
    assert dialog.password.text() == ""
    assert dialog.password.hasFocus()
    assert "hanya diingat sampai program ditutup" in dialog.keeping.text()
    assert not (newsroom.home / "portals").exists()


def test_what_is_not_found_is_said_in_words(opened: SitesDialog, eventually) -> None:
    dialog = adding(opened, eventually)
    QTest.keyClicks(dialog.address, f"http://127.0.0.1:{closed_port()}")
    QTest.keyClick(dialog.address, KEY.Key_Return)
    eventually(lambda: not dialog.foot.is_working)
    assert "127.0.0.1" in dialog.foot.message.text()
    assert dialog.foot.message.property("role") == "error"
    assert dialog.step is Step.FIND
    assert dialog.address.hasFocus()


def test_what_takes_long_is_stopped_while_the_window_works(
    opened: SitesDialog,
    newsroom: Newsroom,
    portal: Portal,  # noqa: F811
    eventually,
) -> None:
    dialog = adding(opened, eventually)
    QTest.keyClicks(dialog.address, portal.url)
    QTest.keyClick(dialog.address, KEY.Key_Return)
    eventually(lambda: dialog.step is Step.LOG_IN)
    portal.faults({"path": "/wp/v2/users/me", "mode": "hold"})
    QTest.keyClicks(dialog.login, "penulis")
    QTest.keyClicks(dialog.password, portal.passwords["penulis"])
    QTest.keyClick(dialog.password, KEY.Key_Return)
    assert dialog.foot.is_working
    portal.wait_for_held()
    QTest.keyClick(dialog, KEY.Key_Escape)
    assert "Dibatalkan" in dialog.foot.message.text()
    assert dialog.password.hasFocus()
    portal.release()
    QTest.keyClick(dialog, KEY.Key_Escape)
    eventually(lambda: not opened.findChildren(LoginDialog))
    assert not (newsroom.home / "portals").exists()


def test_logging_in_to_a_profile_that_is_there(
    window,
    newsroom: Newsroom,
    portal: Portal,  # noqa: F811
    memory_keyring: Memory,  # noqa: F811
    eventually,
    qtbot,
) -> None:
    own_profile(newsroom, "kita", portal.url)
    with qtbot.waitSignal(window.commands.of_sites.logged_in, timeout=20_000) as told:
        window.commands.of_sites.log_in("kita")
        eventually(lambda: window.findChild(LoginDialog) is not None)
        dialog = window.findChild(LoginDialog)
        assert dialog.windowTitle() == "Masuk ke Portal Uji Kita"
        log_in(dialog, "kontributor", portal.passwords["kontributor"], eventually)
    assert told.args == ["kita"]
    summary = dialog.summary.toPlainText()
    assert "Tidak boleh mengunggah foto" in summary
    assert "Pojok Rekaan" in summary
    assert "Zona waktu situs (Asia/Jakarta, UTC+7) tidak sama" in summary


def test_a_test_says_what_is_in_the_way_and_keys_do_it_all(
    window,
    newsroom: Newsroom,
    portal: Portal,  # noqa: F811
    memory_keyring: Memory,  # noqa: F811
    eventually,
) -> None:
    own_profile(newsroom, "kita", portal.url)
    word = portal.passwords["kontributor"]
    newsroom.add_portal(newsroom.find_site(portal.url), "kontributor", word)
    dialog = show(window, eventually)
    row(dialog, "Portal Uji Kita")
    QTest.keyClick(dialog.table, KEY.Key_Return)
    eventually(lambda: not dialog.foot.is_working)
    summary = dialog.summary.toPlainText()
    assert "Login baik" in summary
    assert "tidak boleh mengunggah foto ke situs" in summary
    assert dialog.table.hasFocus()
    window.uploads.remember("kita", word)
    press(dialog.forget)
    sure = dialog.findChild(QMessageBox).buttons()
    press(next(button for button in sure if button.text() == "Keluar"))
    eventually(lambda: row(dialog, "Portal Uji Kita")[4] == "Ditanyakan setiap kali")
    assert memory_keyring.kept == {}
    assert window.uploads.sender.portals == set()
    assert not dialog.forget.isEnabled()
    press(dialog.fetch)
    eventually(lambda: dialog.findChild(PasswordDialog) is not None)
    asking = dialog.findChild(PasswordDialog)
    QTest.keyClicks(asking.field, word)
    QTest.keyClick(asking.field, KEY.Key_Return)
    eventually(lambda: "yang terbaru" in dialog.foot.message.text())
    assert memory_keyring.kept == {}


def test_a_password_that_nothing_keeps_is_remembered_until_it_is_forgotten(
    window,
    newsroom: Newsroom,
    portal: Portal,  # noqa: F811
    no_keyring: None,  # noqa: F811
    eventually,
) -> None:
    own_profile(newsroom, "kita", portal.url)
    word = portal.passwords["penulis"]
    dialog = show(window, eventually)
    row(dialog, "Portal Uji Kita")
    assert not dialog.forget.isEnabled()
    press(dialog.log_in)
    eventually(lambda: dialog.findChild(LoginDialog) is not None)
    asking = dialog.findChild(LoginDialog)
    log_in(asking, "penulis", word, eventually)
    assert "Sandi diingat sampai program ditutup." in asking.foot.message.text()
    press(asking.go)
    eventually(lambda: row(dialog, "Portal Uji Kita")[4] == "Sampai program ditutup")
    known = []
    window.uploads.sender.with_password("kita", lambda _, word: word, known.append, known.append)
    eventually(lambda: known == [word])  # the next upload does not ask for it

    press(dialog.forget)
    sure = dialog.findChild(QMessageBox)
    assert sure.informativeText().startswith("Sandi aplikasinya tidak diingat lagi.")
    press(next(button for button in sure.buttons() if button.text() == "Keluar"))
    eventually(lambda: row(dialog, "Portal Uji Kita")[4] == "Ditanyakan setiap kali")
    assert not dialog.forget.isEnabled()


def test_offline_is_said_and_what_is_known_stays(
    window,
    newsroom: Newsroom,
    portal: Portal,  # noqa: F811
    memory_keyring: Memory,  # noqa: F811
    eventually,
) -> None:
    own_profile(newsroom, "kita", portal.url)
    newsroom.add_portal(newsroom.find_site(portal.url), "penulis", portal.passwords["penulis"])
    kept = newsroom.home / "portals" / "kita.situs.json"
    dead = f"http://127.0.0.1:{closed_port()}"
    keep_password(dead, "penulis", "sandi rekaan")
    for file in (kept, kept.with_name("kita.toml")):
        file.write_text(file.read_text("utf-8").replace(portal.url, dead), encoding="utf-8")
    dialog = show(window, eventually)
    row(dialog, "Portal Uji Kita")
    assert "peran Penulis" in dialog.summary.toPlainText()
    QTest.mouseClick(dialog.test, LEFT)
    eventually(lambda: not dialog.foot.is_working)
    assert dialog.foot.message.property("role") == "error"
    dialog.reject()
    eventually(lambda: window.findChild(Sites) is None)
