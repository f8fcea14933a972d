"""“Pengaturan redaksi”: changed by keyboard, judged while typed, saved, shared and taken over."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QWidget,
)
from shiboken6 import isValid

from newsroom.story.notes import NoteStyle
from newsroom.ui.dialogs.settings.import_dialog import ImportDialog
from newsroom.ui.dialogs.settings.settings_dialog import SettingsDialog

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
TEMPLATE = "---\ntemplate: Cuaca\n---\n\nHujan turun.\n"


@pytest.fixture
def opened(writing, eventually):
    """Opens the window with a story, and the settings over it, by their key."""

    def opener(body: str = "", **fields):
        window = writing(body, **fields)
        QTest.keyClick(window, Qt.Key.Key_Comma, CTRL)
        return window, shown(window, eventually)

    return opener


def shown(window, eventually, over: type[QWidget] | None = None) -> SettingsDialog:
    """Wait until the dialog is there, with another over it if need be."""
    eventually(lambda: window.findChild(SettingsDialog))
    dialog = window.findChild(SettingsDialog)
    eventually(lambda: dialog.rules.tree.topLevelItemCount())
    eventually(lambda: dialog.findChild(over) if over else dialog.isActiveWindow())
    return dialog


def focused() -> QWidget:
    return QApplication.focusWidget()


def write(text: str) -> None:
    """Type over what the field with the keyboard holds."""
    QTest.keyClick(focused(), Qt.Key.Key_A, CTRL)
    QTest.keyClicks(focused(), text)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifiers)


def page(dialog: SettingsDialog, name: str):
    """Turn to a page by its keys."""
    while not dialog.pages[name].isVisible():
        press(Qt.Key.Key_PageDown, CTRL)
    return dialog.pages[name]


def field(dialog: SettingsDialog, place: str):
    return next(
        field for one in dialog.pages.values() for field in one.fields if field.place == place
    )


def column(rows, at: int) -> list[str]:
    model = rows.model
    return [model.index(row, at).data() for row in range(model.rowCount())]


def save(dialog: SettingsDialog, eventually) -> None:
    press(Qt.Key.Key_S, CTRL)
    eventually(lambda: is_closed(dialog))


def is_closed(dialog: SettingsDialog) -> bool:
    return not isValid(dialog) or not dialog.isVisible()


def give(dialog: SettingsDialog, path: Path) -> None:
    """Choose a file in the open file dialog."""
    asking = dialog.findChild(QFileDialog)
    asking.fileSelected.emit(str(path))
    asking.close()


# The fields.


def test_the_first_field_has_the_keyboard_and_enter_goes_to_the_next(opened):
    _, dialog = opened()
    assert focused() is field(dialog, "portal.title").line
    press(Qt.Key.Key_Return)
    assert focused() is field(dialog, "portal.site").line
    assert dialog.isVisible()


def test_what_is_wrong_stands_below_the_field_while_it_is_typed(opened):
    _, dialog = opened()
    site = field(dialog, "portal.site")
    hint = site.note.text()
    press(Qt.Key.Key_Tab)
    write("infobanten")
    assert site.note.text() == "'infobanten' bukan alamat situs (https://…)."
    assert site.note.property("role") == "error"
    assert site.line.accessibleDescription() == site.note.text()
    assert dialog.tabs.tab("portal").accessibleName() == "Portal, 1 perlu dibetulkan"
    write("https://infobanten.example")
    assert site.note.text() == hint
    assert site.note.property("role") == "muted"


@pytest.mark.parametrize(
    ("place", "typed", "told"),
    [
        ("portal.site", "http://kabar.example", "'http://kabar.example' tidak aman; tulis dengan"),
        ("portal.site", "https://a b.c", "'https://a b.c' bukan alamat situs"),
        ("portal.site", "https://a:b@kabar.example", "'https://a:b@kabar.example' memuat nama"),
        ("portal.staging", "uploads/2024/05", "'uploads/2024/05' dipakai WordPress sendiri"),
        ("portal.photo.longest_side", "5", "Harus 320 sampai 10000."),
        ("portal.photo.longest_side", "99.999.999", "Harus 320 sampai 10000."),
    ],
)
def test_what_cannot_work_is_told_below_its_field(opened, place, typed, told):
    _, dialog = opened()
    wrong = field(dialog, place)
    wrong.setFocus()
    write(typed)
    assert wrong.note.text().startswith(told)


@pytest.mark.parametrize(
    ("name", "rows", "typed", "told"),
    [
        ("dateline", "written", "{PLACE}", "Pola '{PLACE}' harus diakhiri tanda pisah"),
        ("captions", "edit", "{siapa di", "Pola '{siapa di' memuat kurung kurawal tanpa"),
    ],
)
def test_a_pattern_that_cannot_work_is_told_in_its_row(opened, name, rows, typed, told):
    _, dialog = opened()
    edit = getattr(page(dialog, name), rows)
    edit.table.setFocus()
    press(Qt.Key.Key_Return)
    write(typed)
    assert column(edit, 1)[0].startswith(told)
    press(Qt.Key.Key_Escape)


def test_saving_says_what_is_wrong_and_goes_there(opened, newsroom):
    _, dialog = opened()
    write("")
    press(Qt.Key.Key_Backspace)
    page(dialog, "templates")
    press(Qt.Key.Key_S, CTRL)
    assert dialog.isVisible()
    assert dialog.note.text() == "Portal: tidak boleh kosong."
    assert focused() is field(dialog, "portal.title").line
    assert newsroom.profile().title == "Info Banten"
    write("Kabar Rekaan")
    assert dialog.note.text() == ""


def test_a_number_is_read_as_it_is_written_here(opened, newsroom, eventually):
    _, dialog = opened()
    size = field(dialog, "portal.photo.max_bytes")
    assert size.line.text() == "600.000"
    size.setFocus()
    write("seribu")
    assert size.note.text() == "Harus berupa bilangan bulat."
    write("450.000")
    lead = field(dialog, "portal.limits.lead_words")
    lead.setFocus()
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_Delete)
    assert lead.line.placeholderText() == "35"
    save(dialog, eventually)
    assert newsroom.profile().photo.max_bytes == 450_000
    assert newsroom.profile().limits.lead_words == 35


def test_a_choice_is_made_by_keyboard(opened, newsroom, eventually):
    _, dialog = opened()
    field(dialog, "portal.time_zone").setFocus()
    press(Qt.Key.Key_Down)
    save(dialog, eventually)
    assert newsroom.profile().time_zone == "Asia/Makassar"


# The tables.


def test_a_rubric_is_added_by_keyboard_and_its_slug_made(opened, newsroom, eventually):
    _, dialog = opened()
    rubrics = page(dialog, "sections").edit
    assert focused() is rubrics.table
    press(Qt.Key.Key_Insert)
    assert isinstance(focused(), QLineEdit)
    QTest.keyClicks(focused(), "Cuaca & Laut")
    press(Qt.Key.Key_Tab)
    assert focused().text() == "cuaca-laut"
    press(Qt.Key.Key_Tab)
    assert isinstance(focused(), QComboBox)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    eventually(lambda: focused() is rubrics.table)
    press(Qt.Key.Key_Down, ALT)
    assert column(rubrics, 0)[:3] == ["Pemerintahan", "Politik", "\u2003Cuaca & Laut"]
    save(dialog, eventually)
    section = newsroom.profile().sections[2]
    assert (section.name, section.slug, section.parent) == (
        "Cuaca & Laut",
        "cuaca-laut",
        "pemerintahan",
    )


def test_the_slug_of_a_rubric_of_the_portal_stays(opened):
    _, dialog = opened()
    rubrics = page(dialog, "sections").edit
    press(Qt.Key.Key_Return)
    write("Pemerintah")
    press(Qt.Key.Key_Return)
    assert (column(rubrics, 0)[0], column(rubrics, 1)[0]) == ("Pemerintah", "pemerintahan")


def test_a_wrong_slug_is_told_in_its_row_while_it_is_typed(opened):
    _, dialog = opened()
    rubrics = page(dialog, "sections").edit
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Tab)
    write("Slug Salah")
    assert column(rubrics, 3)[0] == "'Slug Salah' bukan slug yang sah."
    press(Qt.Key.Key_Escape)
    assert column(rubrics, 1)[0] == "pemerintahan"
    assert column(rubrics, 3)[0] == ""
    assert dialog.isVisible()


def test_children_follow_the_slug_of_their_parent(opened):
    _, dialog = opened()
    rubrics = page(dialog, "sections").edit
    at = column(rubrics, 1).index("daerah")
    rubrics.table.setCurrentIndex(rubrics.model.index(at, 1))
    press(Qt.Key.Key_Return)
    write("wilayah")
    press(Qt.Key.Key_Return)
    assert dialog.draft.faults == {}
    assert column(rubrics, 2)[at + 1] == "Daerah"


def test_a_rubric_is_taken_out_and_its_child_is_told_of(opened):
    _, dialog = opened()
    rubrics = page(dialog, "sections").edit
    at = column(rubrics, 1).index("ekonomi-bisnis")
    rubrics.table.setCurrentIndex(rubrics.model.index(at, 0))
    press(Qt.Key.Key_Delete)
    assert column(rubrics, 0)[at] == "UMKM"
    assert column(rubrics, 3)[at] == "Rubrik induk 'ekonomi-bisnis' tidak ada di atasnya."


def test_a_row_that_says_nothing_counts_for_nothing(opened):
    _, dialog = opened()
    page(dialog, "authors")
    press(Qt.Key.Key_Insert)
    press(Qt.Key.Key_Escape)
    assert dialog.draft.faults == {}
    assert not dialog.draft.is_changed


def test_a_writer_is_given_a_login(opened, newsroom, eventually):
    _, dialog = opened()
    page(dialog, "authors")
    press(Qt.Key.Key_Insert)
    QTest.keyClicks(focused(), "Rina Contoh")
    press(Qt.Key.Key_Tab)
    assert focused().text() == "rina.contoh"
    save(dialog, eventually)
    assert newsroom.profile().login("Rina Contoh") == "rina.contoh"


def test_a_dateline_is_shown_as_it_reads(opened, newsroom, eventually):
    _, dialog = opened()
    datelines = page(dialog, "dateline").written
    assert column(datelines, 1)[0] == "SERANG, infobanten.id – Warga berkumpul …"
    press(Qt.Key.Key_Return)
    write("{kota} -")
    assert column(datelines, 1)[0].startswith("Pola '{kota} -' harus memakai medan")
    write("{source}, {PLACE} ({date}) -")
    press(Qt.Key.Key_Return)
    eventually(lambda: focused() is datelines.table)
    assert column(datelines, 1)[0] == "infobanten.id, SERANG (17/3/2026) - Warga berkumpul …"
    save(dialog, eventually)
    assert newsroom.profile().datelines[0] == "{source}, {PLACE} ({date}) - "


def test_lists_show_some_rows_where_a_page_has_little_room(opened, eventually):
    _, dialog = opened()
    dialog.resize(683, 344)  # a screen of 1366 by 768 with text twice as large
    dateline = page(dialog, "dateline")
    for rows in (dateline.written, dateline.checked):
        eventually(lambda rows=rows: rows.table.viewport().height() >= 3 * rows.table.rowHeight(0))
    assert dialog.height() == 344

    def is_in_sight(widget: QWidget) -> bool:
        return widget.visibleRegion().boundingRect().height() == widget.height()

    assert not is_in_sight(dateline.same)
    for _ in range(20):
        if dateline.same.hasFocus():
            break
        press(Qt.Key.Key_Tab)
    assert dateline.same.hasFocus()
    assert is_in_sight(dateline.same)


def test_the_checker_takes_the_datelines_of_the_portal(opened, newsroom, eventually):
    _, dialog = opened()
    page(dialog, "dateline").same.click()
    save(dialog, eventually)
    assert newsroom.house().datelines == newsroom.profile().datelines


def test_the_beginning_of_a_caption_is_shown_with_the_data_of_a_photo(opened):
    _, dialog = opened()
    captions = page(dialog, "captions").edit
    press(Qt.Key.Key_Insert)
    QTest.keyClicks(focused(), "{siapa} di {tempat}. (Foto: {kredit})")
    assert column(captions, 1)[1] == "⟨siapa⟩ di Labuan. (Foto: Bayu Misalnya)"


def test_a_term_that_is_there_twice_is_told_of(opened):
    _, dialog = opened()
    terms = page(dialog, "terms").edit
    for _ in range(2):
        press(Qt.Key.Key_Insert)
        QTest.keyClicks(focused(), "warga desa")
        press(Qt.Key.Key_Tab)
        QTest.keyClicks(focused(), "warga")
        press(Qt.Key.Key_Return)
    assert column(terms, 3) == ["“warga desa” tertulis dua kali."] * 2


def test_a_note_for_readers_is_shown_as_they_get_it(opened, newsroom, eventually):
    own = newsroom.home / "house" / "infobanten.toml"
    own.parent.mkdir(parents=True)
    own.write_text('words = ["nyadran"]\n', encoding="utf-8")
    window, dialog = opened()
    assert dialog.windowTitle() == "Pengaturan redaksi: Info Banten (infobanten)"
    notes = page(dialog, "notes")
    ralat = field(dialog, "house.notes.correction")
    assert focused() is ralat.line
    usual = ralat.line.text()
    assert ralat.line.accessibleDescription() == (
        "Ralat, Selasa (17/3/2026) pukul 09.30 WIB: "
        "Semula tertulis 40 hektare; yang benar 120 hektare."
    )
    assert not notes.reset.isEnabled()
    write("Koreksi: {isi}")
    assert ralat.note.text() == "Harus memuat {tanggal}, {jam}."
    press(Qt.Key.Key_S, CTRL)
    assert dialog.note.text() == "Sesudah tayang: harus memuat {tanggal}, {jam}."
    write("Koreksi <{tanggal} {jam}> {isi}")
    assert "Koreksi &lt;17/3/2026 09.30 WIB&gt; </span>Semula" in ralat.note.text()
    write("  ")  # wiped out: the usual wording, once the field is left
    press(Qt.Key.Key_Tab)
    assert ralat.line.text() == usual
    assert not dialog.draft.is_changed
    write("Meralat: {judul}")
    save(dialog, eventually)
    assert newsroom.house().notes == replace(NoteStyle(), corrects="Meralat: {judul}")
    window.activateWindow()
    eventually(window.isActiveWindow)

    QTest.keyClick(window, Qt.Key.Key_Comma, CTRL)
    dialog = shown(window, eventually)
    page(dialog, "notes").reset.click()
    assert field(dialog, "house.notes.corrects").line.text() == NoteStyle().corrects
    save(dialog, eventually)
    assert own.read_text(encoding="utf-8").strip() == 'words = ["nyadran"]'


# The window goes by what was saved.


def test_the_window_goes_by_what_was_saved_at_once(opened, eventually):
    window, dialog = opened("Warga desa berkumpul.", section="Cuaca")
    eventually(lambda: window.checks.is_idle and window.is_settled)
    assert "house.term" not in [finding.rule for finding in window.findings.found]
    write("Kabar Rekaan")
    field(dialog, "portal.source").setFocus()
    write("rekaan.example")
    field(dialog, "portal.limits.headline").setFocus()
    write("10")
    page(dialog, "sections")
    press(Qt.Key.Key_Insert)
    QTest.keyClicks(focused(), "Cuaca")
    page(dialog, "terms")
    press(Qt.Key.Key_Insert)
    QTest.keyClicks(focused(), "warga desa")
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "warga")
    save(dialog, eventually)
    eventually(lambda: "house.term" in [finding.rule for finding in window.findings.found])
    rules = [finding.rule for finding in window.findings.found]
    assert "story.headline_length" in rules
    assert "story.section" not in rules
    assert window.inspector.data.field("section").findText("Cuaca") > 0
    assert "Gaya: rekaan.example" in [one.text() for one in window.status_line.findChildren(QLabel)]
    window.activateWindow()
    eventually(window.page.body.hasFocus)
    window.inspector.data.field("headline").setFocus()
    QTest.keyClicks(focused(), "Baru ")
    eventually(lambda: window.page.headline.text().startswith("Baru "))


def test_words_that_were_learnt_stay_right(opened, store, eventually):
    store.words.add_all(["gelipes"])
    window, dialog = opened("Warga membawa gelipes.")
    write("Kabar Rekaan")
    save(dialog, eventually)
    eventually(lambda: window.checks.is_idle and window.is_settled)
    assert "gelipes" not in [finding.text for finding in window.findings.found]


def test_a_rule_is_switched_off_and_another_weighed(opened, newsroom, eventually):
    window, dialog = opened("Kerja yang efesien itu selesai Kamis (21/6/2019).")
    eventually(
        lambda: {"efesien", "Kamis (21/6/2019)"} <= {one.text for one in window.findings.found}
    )
    rules = page(dialog, "rules")
    assert focused() is rules.search
    write("tidak ada di kamus")
    press(Qt.Key.Key_Tab)
    assert focused() is rules.tree
    press(Qt.Key.Key_Return)
    assert isinstance(focused(), QComboBox)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    eventually(lambda: focused() is rules.tree)
    rules.search.setFocus()
    write("fact.weekday")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    save(dialog, eventually)
    assert newsroom.house().severity == {"spelling": "warning"}
    assert "fact.weekday" in newsroom.house().off
    eventually(
        lambda: (
            [one.severity for one in window.findings.found if one.text == "efesien"] == ["warning"]
        )
    )
    assert "fact.weekday" not in [one.rule for one in window.findings.found]


def test_one_rule_of_a_family_that_is_off_is_switched_on(opened):
    _, dialog = opened()
    rules = page(dialog, "rules")
    head = next(
        rules.tree.topLevelItem(at)
        for at in range(rules.tree.topLevelItemCount())
        if rules.tree.topLevelItem(at).text(0) == "Kalimat efektif"
    )
    rules.tree.setCurrentItem(head)
    rules.tree.setFocus()
    if head.checkState(0) == Qt.CheckState.PartiallyChecked:
        press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Space)
    assert dialog.draft.house["off"] == ["wordiness"]
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    off = dialog.draft.house["off"]
    assert "wordiness" not in off
    assert len(off) == head.childCount() - 1
    assert head.checkState(0) == Qt.CheckState.PartiallyChecked


def test_what_blocks_an_export_stays_on_when_its_family_is_off(opened):
    _, dialog = opened()
    rules = page(dialog, "rules")
    write("judul belum diisi")
    rules.tree.setFocus()
    item = rules.tree.currentItem()
    rules.tree.setCurrentItem(item.parent())
    press(Qt.Key.Key_Space)
    assert dialog.draft.house["off"][-1] == "story"
    assert item.checkState(0) == Qt.CheckState.Checked
    rules.tree.setCurrentItem(item)
    press(Qt.Key.Key_Space)
    assert dialog.draft.house["off"][-2:] == ["story", "story.headline"]
    assert item.checkState(0) == Qt.CheckState.Unchecked


# Templates.


def test_a_template_is_written_in_place(opened, newsroom, paste, eventually):
    _, dialog = opened()
    templates = page(dialog, "templates")
    templates.new.click()
    assert focused() is templates.text
    press(Qt.Key.Key_A, CTRL)
    paste(focused(), "---\ntemplate: [\n---\n")
    assert templates.note.text().startswith("Templat tidak terbaca, baris 3")
    press(Qt.Key.Key_A, CTRL)
    paste(focused(), TEMPLATE)
    assert templates.note.text() == "Templat redaksi."
    assert templates.list.currentItem().text() == "Cuaca"
    save(dialog, eventually)
    assert (newsroom.home / "templates" / "cuaca.md").read_text("utf-8") == TEMPLATE


def test_a_shipped_template_that_was_changed_is_taken_back(opened):
    _, dialog = opened()
    templates = page(dialog, "templates")
    shipped = templates.text.toPlainText()
    assert templates.note.text() == "Templat bawaan."
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "x")
    assert templates.note.text() == "Templat redaksi, menggantikan bawaan."
    templates.back.click()
    assert templates.text.toPlainText() == shipped
    assert not dialog.draft.is_changed


# Leaving.


def test_leaving_unchanged_settings_asks_nothing(opened, eventually):
    _, dialog = opened()
    press(Qt.Key.Key_Escape)
    eventually(lambda: is_closed(dialog))


def test_leaving_asks_about_what_was_changed(opened, newsroom, eventually):
    _, dialog = opened()
    write("Kabar Rekaan")
    press(Qt.Key.Key_Escape)
    box = dialog.findChild(QMessageBox, "unsavedSettings")
    assert box.isVisible()
    buttons = {button.text(): button for button in box.buttons()}
    assert all(one.width() >= one.sizeHint().width() for one in buttons.values())  # none is cut
    buttons["Kembali"].click()
    assert dialog.isVisible()
    assert field(dialog, "portal.title").line.text() == "Kabar Rekaan"
    eventually(dialog.isActiveWindow)
    dialog.cancel.click()
    boxes = [one for one in dialog.findChildren(QMessageBox, "unsavedSettings") if one.isVisible()]
    next(one for one in boxes[0].buttons() if one.text() == "Buang perubahan").click()
    eventually(lambda: is_closed(dialog))
    assert newsroom.profile().title == "Info Banten"


def test_a_disk_that_refuses_is_told_of_and_nothing_is_lost(opened, newsroom, eventually):
    _, dialog = opened()
    (newsroom.home / "portals").write_text("bukan folder", encoding="utf-8")
    write("Kabar Rekaan")
    press(Qt.Key.Key_S, CTRL)
    eventually(lambda: dialog.note.text().startswith("Pengaturan tidak dapat ditulis"))
    assert dialog.isVisible()
    assert dialog.save.isEnabled()
    assert field(dialog, "portal.title").line.text() == "Kabar Rekaan"


def test_a_house_that_cannot_be_read_is_told_of(writing, newsroom, eventually):
    (newsroom.home / "house").mkdir(parents=True)
    (newsroom.home / "house" / "infobanten.toml").write_text("words = 5", encoding="utf-8")
    window = writing("Halo.")
    window.actions_["settings"].trigger()
    eventually(
        lambda: any(
            "words: harus berupa daftar teks" in label.text()
            for label in window.banner.findChildren(QLabel)
        )
    )
    assert window.findChild(SettingsDialog) is None


# One file for all.


def test_settings_are_shared_as_one_file(opened, newsroom, tmp_path, eventually):
    window, dialog = opened()
    write("Kabar Rekaan")
    dialog.write.click()
    out = tmp_path / "rekaan.redaksi"
    give(dialog, out)
    eventually(lambda: dialog.note.text().startswith("Tersimpan di"))
    assert dialog.note.property("role") == "good"
    assert newsroom.profile().title == "Info Banten"  # shared, not saved
    dialog.read.click()
    give(dialog, out)
    eventually(lambda: dialog.findChild(ImportDialog))
    question = dialog.findChild(ImportDialog)
    told = [label.text() for label in question.findChildren(QLabel)]
    assert "Nama portal" in told
    assert "“Info Banten” menjadi “Kabar Rekaan”" in told
    eventually(question.isActiveWindow)
    QTest.keyClick(question, Qt.Key.Key_Return)
    eventually(lambda: dialog.note.text() == "Pengaturan dari rekaan.redaksi dipakai.")
    assert newsroom.profile().title == "Kabar Rekaan"
    assert not dialog.draft.is_changed
    assert window.profile.title == "Kabar Rekaan"


def test_an_import_that_is_not_wanted_changes_nothing(opened, newsroom, tmp_path, eventually):
    _, dialog = opened()
    write("Kabar Rekaan")
    settings = newsroom.settings()
    other = settings.with_changes(
        {**settings.portal_values, "title": "Lain"}, settings.house_values, {}
    )
    newsroom.share_settings(other, tmp_path / "lain.redaksi")
    dialog.read.click()
    give(dialog, tmp_path / "lain.redaksi")
    eventually(lambda: dialog.findChild(ImportDialog))
    question = dialog.findChild(ImportDialog)
    told = [label.text() for label in question.findChildren(QLabel)]
    assert "▲ Perubahan Anda yang belum disimpan akan dibuang." in told
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert newsroom.settings() == settings
    assert field(dialog, "portal.title").line.text() == "Kabar Rekaan"


def test_a_damaged_file_is_refused_in_words(opened, tmp_path, eventually):
    _, dialog = opened()
    broken = tmp_path / "rusak.redaksi"
    broken.write_bytes(b"PK\x03\x04 bukan zip")
    dialog.read.click()
    give(dialog, broken)
    eventually(lambda: "rusak" in dialog.note.text())
    assert dialog.note.property("role") == "error"
    assert dialog.findChild(ImportDialog) is None


def test_a_file_dropped_on_the_window_is_shown_with_what_it_would_change(
    writing, newsroom, tmp_path, eventually
):
    settings = newsroom.settings()
    other = settings.with_changes(
        {**settings.portal_values, "title": "Lain"}, settings.house_values, {}
    )
    newsroom.share_settings(other, tmp_path / "lain.redaksi")
    window = writing("Halo.")
    window.commands.take_files([tmp_path / "lain.redaksi"])
    dialog = shown(window, eventually, over=ImportDialog)
    told = [label.text() for label in dialog.findChild(ImportDialog).findChildren(QLabel)]
    assert "Yang berubah dengan lain.redaksi" in told
    assert newsroom.profile().title == "Info Banten"


def test_what_was_being_looked_for_is_looked_for_on(writing, newsroom, eventually):
    window = writing("Perahu berlabuh.", summary="Perahu di Labuan.")
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(focused(), "perahu")
    QTest.keyClick(focused(), Qt.Key.Key_B, ALT)
    eventually(lambda: window.find_bar.count.text().startswith("1 dari 2"))
    QTest.keyClick(window, Qt.Key.Key_Comma, CTRL)
    dialog = shown(window, eventually)
    write("Kabar Rekaan")
    save(dialog, eventually)
    window.activateWindow()
    window.find_bar.search.setFocus()
    eventually(lambda: focused() is window.find_bar.search)
    press(Qt.Key.Key_F3)
    eventually(lambda: window.find_bar.count.text().startswith("2 dari 2"))


def test_the_checklist_becomes_the_newsrooms_own_once_an_item_changes(
    opened, newsroom, eventually
) -> None:
    _, dialog = opened()
    items = page(dialog, "checklist")
    shipped = [item.id for item in newsroom.checklist()]
    assert len(column(items.edit, 0)) == len(shipped)
    assert not items.reset.isEnabled()

    items.edit.add()
    write("Keluarga korban sudah diberi tahu")
    press(Qt.Key.Key_Tab)
    items.edit.model.type(items.edit.model.index(1, 3), "fact.hari")
    assert dialog.draft.faults == {"house.checklist[1].rules": "aturan “fact.hari” tidak ada"}
    items.edit.model.type(items.edit.model.index(1, 3), "fact.weekday, ethics")
    assert not dialog.draft.faults
    dialog.save_all()

    eventually(lambda: len(newsroom.checklist()) == len(shipped) + 1)
    added = newsroom.checklist()[1]
    assert (added.id, added.rules) == (
        "keluarga-korban-sudah-diberi-tahu",
        ("fact.weekday", "ethics"),
    )
    assert [one.required for one in newsroom.checklist() if one.id == "nama"] == [True]
