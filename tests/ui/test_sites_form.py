"""What is known of a site, in the form, with no line to it; and the form of an export."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from newsroom.app import Newsroom
from newsroom.portal.preflight import preflight
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind
from newsroom.ui.dialogs.export_dialog import ExportDialog
from newsroom.ui.dialogs.many_export_dialog import ManyExportDialog
from newsroom.ui.dialogs.settings.settings_dialog import SettingsDialog

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def known(newsroom: Newsroom) -> None:
    """What an earlier login has left: a site with two rubrics of the profile and one more."""
    profile = newsroom.profile()
    first, second = profile.sections[:2]
    rows = [
        {"id": 4, "name": first.name, "slug": first.slug, "parent": 0},
        {"id": 5, "name": second.name, "slug": second.slug, "parent": 0},
        {"id": 6, "name": "Pojok Rekaan", "slug": "pojok-rekaan", "parent": 4},
        {"id": 1, "name": "Uncategorized", "slug": "uncategorized", "parent": 0},
    ]
    tags = [{"id": n, "name": name, "slug": name} for n, name in enumerate(("banjir", "Bantuan"))]
    users = [
        {"id": 2, "name": "Rina Contoh", "slug": "rina", "login": "rina.contoh"},
        {"id": 3, "name": "Tak Terlihat", "slug": "tak-terlihat", "login": ""},
    ]
    values = {
        "login": "rina",
        "root": {"url": f"{profile.site}/wp-json/", "uses_query": False, "site": profile.site},
        "facts": {"categories": rows, "tags": tags, "users": users},
        "fetched": "2026-11-03T10:42:00+07:00",
    }
    folder = newsroom.home / "portals"
    folder.mkdir(parents=True)
    (folder / f"{profile.name}.situs.json").write_text(json.dumps(values), encoding="utf-8")


def test_the_rubrics_of_the_site_are_offered_beside_those_of_the_profile(
    known: None, newsroom: Newsroom, writing, eventually
) -> None:
    window = writing("Warga memanen padi.", section=newsroom.profile().sections[0].name)
    box = window.inspector.data.field("section")
    assert box.findData("Pojok Rekaan") > 0
    assert box.findData("Uncategorized") < 0
    box.setFocus()
    QTest.keyClicks(box, "Pojok")
    eventually(lambda: window.desk.story.section == "Pojok Rekaan")
    asked = preflight(window.desk.story, newsroom.profile(), lambda _: True)
    assert not [one for one in asked if one.rule == "story.section_unknown"]


def test_a_rubric_that_the_site_lacks_says_so(
    known: None, newsroom: Newsroom, writing, eventually
) -> None:
    lacking = newsroom.profile().sections[2].name
    window = writing("Warga memanen padi.", section=lacking)
    note = window.inspector.data._section_note
    eventually(lambda: note.isVisibleTo(window))
    assert note.text().startswith(f"Belum ada di situs: {lacking}. ")
    box = window.inspector.data.field("section")
    assert note.text() in box.accessibleDescription()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert box.itemData(box.findData(lacking), spoken) == f"{lacking}, belum ada di situs"
    box.setFocus()
    QTest.keyClick(box, KEY.Key_Home)
    QTest.keyClick(box, KEY.Key_Down)
    eventually(lambda: not note.isVisibleTo(window))


def test_tags_of_the_site_go_on_what_is_typed_the_most_used_first(
    known: None, writing, eventually
) -> None:
    window = writing("Warga membersihkan lumpur.")
    tags = window.inspector.data.field("tags")
    tags.line.setFocus()
    eventually(lambda: tags._archive)
    QTest.keyClicks(tags.line, "ban")
    assert [one.text() for one in tags.offers.buttons] == ["+ banjir", "+ Bantuan"]
    QTest.keyClick(tags.line, KEY.Key_Down)
    assert tags.offers.buttons[0].hasFocus()
    QTest.keyClick(tags.offers.buttons[0], KEY.Key_Right)
    QTest.keyClick(tags.offers.buttons[1], KEY.Key_Space)
    eventually(lambda: window.desk.story.tags == ("Bantuan",))
    assert tags.line.text() == ""


def test_writers_of_the_site_are_taken_into_the_settings(known: None, window, eventually) -> None:
    window.actions_["settings"].trigger()
    eventually(lambda: window.findChild(SettingsDialog) is not None)
    dialog = window.findChild(SettingsDialog)
    dialog.tabs.choose("authors")
    eventually(lambda: dialog.authors.take.isVisible())
    assert dialog.authors.take.text() == "Tambah 1 penulis dari situs"
    before = list(dialog.draft.authors)
    dialog.authors.take.setFocus()
    QTest.keyClick(dialog.authors.take, KEY.Key_Space)
    assert dialog.draft.authors == [*before, ("Rina Contoh", "rina.contoh")]
    assert dialog.draft.is_changed
    assert not dialog.authors.take.isVisible()
    QTest.keyClick(dialog, KEY.Key_S, CTRL)
    eventually(lambda: window.profile.login("Rina Contoh") == "rina.contoh")


def shown(window, kind: type):
    return next((one for one in window.findChildren(kind) if one.isVisible()), None)


def exporting(window, out: Path, eventually) -> ExportDialog:
    window.activateWindow()
    eventually(window.isActiveWindow)
    QTest.keyClick(window.page.body, KEY.Key_E, CTRL)
    eventually(lambda: shown(window, ExportDialog))
    dialog = shown(window, ExportDialog)
    dialog.destination.setText(str(out))
    eventually(lambda: dialog.findings.errors is not None)
    return dialog


def choose(dialog, form: str, eventually) -> None:
    at = dialog.forms.findData(form)
    dialog.forms.setFocus()
    while dialog.forms.currentIndex() < at:
        QTest.keyClick(dialog.forms, KEY.Key_Down)
    assert dialog.form == form


def test_the_form_is_chosen_in_the_window_and_remembered(
    newsroom: Newsroom, writing, eventually, tmp_path, open_window
) -> None:
    out = tmp_path / "keluar"
    out.mkdir()
    window = writing("Warga memanen padi.", section=newsroom.profile().sections[0].name)
    dialog = exporting(window, out, eventually)
    assert dialog.form == "bundle"
    choose(dialog, "docx", eventually)
    eventually(dialog.export.isEnabled)
    QTest.keyClick(dialog, KEY.Key_Return, CTRL)
    eventually(dialog.open_folder.isVisible)
    (file,) = out.iterdir()
    assert file.suffix == ".docx"
    assert dialog.message.text() == f"Dokumen tersimpan:\n{file}"
    QTest.keyClick(dialog, KEY.Key_Escape)
    window.close()
    eventually(lambda: not window.isVisible())
    again = open_window()
    eventually(lambda: again.desk.story is not None)
    assert exporting(again, out, eventually).form == "docx"


def test_a_file_of_ones_own_asks_nothing_of_the_story(writing, eventually, tmp_path) -> None:
    window = writing("Warga memanen padi.")  # it has no rubric
    dialog = exporting(window, tmp_path / "naskah.md", eventually)
    assert not dialog.export.isEnabled()
    choose(dialog, "md", eventually)
    eventually(dialog.export.isEnabled)
    dialog.export.click()
    eventually(dialog.open_folder.isVisible)
    assert "Warga memanen padi." in (tmp_path / "naskah.md").read_text("utf-8")


def test_a_second_bundle_says_what_the_importer_would_do(
    newsroom: Newsroom, store, writing, eventually, tmp_path
) -> None:
    window = writing("Warga memanen padi.", section=newsroom.profile().sections[0].name)
    store.versions.mark(window.desk.story, Mark(StepKind.EXPORT, note="bundle, infobanten"))
    out = tmp_path / "keluar"
    dialog = exporting(window, out, eventually)
    dialog.export.click()
    sure = dialog.findChild(QMessageBox)
    assert "WordPress melewati naskahnya" in sure.informativeText()
    QTest.keyClick(sure, KEY.Key_Escape)
    eventually(lambda: not dialog.findChildren(QMessageBox))
    assert not out.exists()
    assert dialog.export.isEnabled()


def test_of_many_those_that_were_sent_are_asked_about(
    newsroom: Newsroom, store, writing, eventually, tmp_path
) -> None:
    section = newsroom.profile().sections[0].name
    sent = store.stories.save(Story("Sudah Dikirim", body="Warga memanen padi.", section=section))
    store.versions.mark(sent, Mark(StepKind.EXPORT, note="bundle, infobanten"))
    window = writing("Warga menanam padi.", headline="Belum Dikirim", section=section)
    eventually(lambda: window.queue.list.model().rowCount() == 2)
    out = tmp_path / "keluar"
    window.queue.list.setFocus()
    QTest.keyClick(window.queue.list, KEY.Key_A, CTRL)
    QTest.keyClick(window.queue.list, KEY.Key_E, CTRL)
    eventually(lambda: shown(window, ManyExportDialog))
    dialog = shown(window, ManyExportDialog)
    dialog.destination.setText(str(out))
    eventually(lambda: not dialog.progress.isVisible())
    dialog.export.click()
    sure = dialog.findChild(QMessageBox)
    assert sure.text() == "1 naskah sudah pernah dikirim atau dibuatkan paket untuk portal ini."
    next(one for one in sure.buttons() if one.text() == "Lewati yang sudah").click()
    eventually(dialog.open_folder.isVisible)
    assert [one.name.startswith("belum-dikirim") for one in out.iterdir()] == [True]
    assert "1 tidak dibuatkan paket kedua." in dialog.message.text()
