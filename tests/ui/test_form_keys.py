"""The forms without a mouse: Tab, Enter, undo in each field, what is wrong in words beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from newsroom.app import Newsroom
from newsroom.story.dateline import Dateline
from newsroom.story.rights import Rights
from newsroom.story.source import Source
from newsroom.story.story import Photo, Story
from newsroom.ui.dialogs.export_dialog import ExportDialog
from newsroom.ui.field_keys import FIELD_KEYS, PHOTO_KEYS
from newsroom.ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key
BODY = "Warga rekaan membaca di tepi sungai."
FOLDED = ("contributors", "other_sections", "search_title", "event")


@pytest.fixture
def form(writing, eventually):
    """Opens the data form of a story, with all that is folded in it open."""

    def opener(**fields):
        window = writing(BODY, **fields)
        window.show_tab("data")
        for name in FOLDED:
            window.inspector.data.field(name)
        window.inspector.data.field("headline").setFocus()
        panel = window.inspector.data
        times = [panel.field(name) for name in ("event", "publish")]
        eventually(lambda: times[1].isVisible() and is_read_before(panel, *times))
        return window

    return opener


@pytest.fixture
def photos(writing, eventually):
    """Opens the form of a story's photos, all their fields open."""

    def opener(*photos: Photo, **fields):
        window = writing(BODY, photos=photos or (Photo("satu.jpg"), Photo("dua.jpg")), **fields)
        window.show_tab("photos")
        for card in window.inspector.photos.cards:
            card.field("creator")
        cards = window.inspector.photos.cards
        cards[0].caption.setFocus()
        times = cards[0].field("creator"), cards[0].field("keywords")
        eventually(lambda: is_read_before(window.inspector.photos, *times))
        return window

    return opener


def press(*keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys where the keyboard is, in what has popped up if something has."""
    for key in keys:
        target = QApplication.activePopupWidget() or QApplication.focusWidget()
        QTest.keyClick(target, key, held)


def write(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def undo() -> None:
    press(KEY.Key_Z, held=CTRL)


def place(panel, widget: QWidget) -> tuple[QPoint, QPoint]:
    corner = widget.mapTo(panel.widget(), QPoint())
    return corner, corner + QPoint(widget.width(), widget.height())


def is_read_before(panel, one: QWidget, other: QWidget) -> bool:
    """Say whether one stands above another, or to the left of it in the same row."""
    (_, end), (start, other_end) = place(panel, one), place(panel, other)
    first = place(panel, one)[0]
    if end.y() <= start.y():
        return True
    return first.y() < other_end.y() and end.x() <= start.x()


def are_read_so(panel, fields: list[QWidget]) -> bool:
    return all(is_read_before(panel, *pair) for pair in pairwise(fields))


def gone_through(panel, key: Qt.Key) -> list[QWidget]:
    """Press a key again and again, until the keyboard leaves the panel or stays."""
    visited: list[QWidget] = []
    while (now := QApplication.focusWidget()) not in visited and panel.isAncestorOf(now):
        visited.append(now)
        press(key)
    return visited


# Tab and Enter.


def test_tab_goes_through_the_data_as_it_is_read(form, eventually):
    window = form(tags=("ASN", "Lebak"))
    panel = window.inspector.data
    tags = panel.field("tags")
    visited = gone_through(panel, KEY.Key_Tab)
    assert visited[0] is panel.field("headline")
    # The crosses of the tags follow the line that stands behind them.
    crosses = [one for one in visited if one.accessibleName().startswith("Hapus tag")]
    at = visited.index(tags.line) + 1
    assert visited[at : at + 3] == [*crosses, panel.field("slug")]
    fields = [one for one in visited if one not in crosses]
    eventually(lambda: are_read_so(panel, fields))
    assert fields[-2] is panel.field("publish").zone
    assert fields[-1].text() == "Sesudah tayang"


def test_tab_comes_to_what_was_just_unfolded(writing):
    window = writing(BODY)
    window.show_tab("data")
    panel = window.inspector.data
    panel.field("contributors")  # another group, made before
    heading = next(group.heading for group, names in panel._groups.items() if "topic" in names)
    heading.setFocus()
    press(KEY.Key_Space, KEY.Key_Tab)
    assert QApplication.focusWidget() is panel.field("other_sections")
    press(KEY.Key_Tab)
    assert QApplication.focusWidget() is panel.field("topic")


def test_a_source_is_gone_through_in_its_place(form):
    panel = form().inspector.data
    sources = panel.field("sources")
    sources.more.setFocus()
    press(KEY.Key_Return)
    (card,) = sources.cards
    assert gone_through(sources, KEY.Key_Tab) == [
        card.name, card.title, card.contact, card.remove, sources.more,
    ]  # fmt: skip
    assert QApplication.focusWidget().accessibleName().startswith("Rubrik lain dan topik")


def test_enter_goes_through_the_sources_and_on(form, eventually):
    """It makes a card, and another only once that one is filled."""
    panel = form().inspector.data
    sources = panel.field("sources")

    def is_laid_out() -> bool:
        lines = [line for one in sources.cards for line in (one.name, one.title, one.contact)]
        return are_read_so(panel, [*lines, sources.more])

    panel.field("contributors").setFocus()
    press(KEY.Key_Return, KEY.Key_Return)
    eventually(is_laid_out)
    write("Budi Contoh")
    press(*[KEY.Key_Return] * 4)
    assert QApplication.focusWidget() is sources.cards[1].name
    eventually(is_laid_out)
    press(*[KEY.Key_Return] * 3)
    assert QApplication.focusWidget().accessibleName().startswith("Rubrik lain dan topik")
    assert sources.items() == (Source("Budi Contoh"),)
    assert len(sources.cards) == 2


def test_enter_goes_from_field_to_field(form):
    panel = form(tags=("ASN",)).inspector.data
    dateline, embargo = panel.field("dateline"), panel.field("embargo")
    expected = [
        panel.field("headline"), panel.field("kicker"), panel.field("subheadline"),
        dateline.place, dateline.source, dateline.date.line,
        panel.field("byline"), panel.field("editor"), panel.field("section"),
        panel.field("tags").line, panel.field("slug"), panel.field("summary"),
        panel.field("closing"), embargo.day, embargo.time, embargo.zone,
    ]  # fmt: skip
    visited = []
    for _ in expected:
        visited.append(QApplication.focusWidget())
        press(KEY.Key_Return)
    assert visited == expected


def test_enter_goes_through_what_was_folded_and_stays_at_the_end(form):
    panel = form().inspector.data
    panel.field("search_title").setFocus()
    press(KEY.Key_Return, KEY.Key_Return)
    assert QApplication.focusWidget() is panel.field("social")
    press(KEY.Key_Return)  # here it is a new line
    assert panel.field("social").text() == "\n"
    press(KEY.Key_Tab)
    moments = [panel.field(name) for name in ("event", "deadline", "publish")]
    expected = [part for one in moments for part in (one.day, one.time, one.zone)]
    visited = gone_through(panel, KEY.Key_Return)
    assert [one for one in visited if one in expected] == expected
    assert visited[-2:] == [expected[-1], QApplication.focusWidget()]
    assert QApplication.focusWidget().text() == "Sesudah tayang"


def test_enter_on_a_heading_unfolds_it_and_goes_in(writing, eventually):
    panel = writing(BODY).inspector.data
    heading = next(group.heading for group, names in panel._groups.items() if "event" in names)
    heading.setFocus()
    press(KEY.Key_Return)
    day = panel.field("event").day
    assert QApplication.focusWidget() is day
    eventually(lambda: day.visibleRegion().boundingRect().height() == day.height())


def test_tab_goes_through_the_photos_as_they_are_read(photos, eventually):
    panel = photos().inspector.photos
    panel.cards[0].more.setFocus()
    visited = gone_through(panel, KEY.Key_Tab)
    eventually(lambda: are_read_so(panel, visited))
    assert visited[-2:] == [panel.add, panel.ways]
    for card in panel.cards:
        assert {card.caption, card.credit, card.field("copyright")} <= set(visited)


def test_enter_goes_through_the_fields_of_a_photo_and_on_to_the_next(photos):
    first, second = photos().inspector.photos.cards
    held = first.field("embargo")
    expected = [
        first.caption, first.credit, first.alt, first.place, first.taken.line,
        first.rights.heading, first.field("creator"), first.field("rights"),
        first.field("source"), first.field("permission"), held.day, held.time, held.zone,
        first.field("copyright"), first.field("keywords"), second.caption,
    ]  # fmt: skip
    visited = []
    for _ in expected:
        visited.append(QApplication.focusWidget())
        press(KEY.Key_Return)
    assert visited == expected


def test_enter_leads_from_the_last_photo_to_adding_one(photos):
    panel = photos(Photo("satu.jpg")).inspector.photos
    panel.cards[0].field("keywords").setFocus()
    press(KEY.Key_Return)
    assert QApplication.focusWidget() is panel.add


def test_the_keyboard_is_in_the_caption_of_a_photo_that_was_added(photos, tmp_path, eventually):
    window = photos(Photo("satu.jpg"))
    Image.new("RGB", (640, 400), "teal").save(tmp_path / "dua.jpg")
    window.inspector.photos.add.setFocus()
    window.inspector.photos.photos_wanted.emit([tmp_path / "dua.jpg"])
    eventually(lambda: len(window.desk.story.photos) == 2)
    write("Warga")
    assert window.desk.story.photos[1].caption == "Warga"


# What is typed: kept, and undone.


@dataclass(frozen=True)
class Typed:
    """What is done in a field, and what the story says then."""

    field: str
    do: Callable[[], None]
    value: Any
    part: str = ""  # of the field, where it has several

    def __str__(self) -> str:
        return f"{self.field}-{self.part}" if self.part else self.field


def typed(field: str, text: str, value: Any = None, part: str = "") -> Typed:
    return Typed(field, lambda: write(text), text if value is None else value, part)


def choose_second() -> None:
    press(KEY.Key_Down)


def tick_first() -> None:
    window = QApplication.focusWidget().window()
    press(KEY.Key_Return, KEY.Key_Space, KEY.Key_Escape)
    window.activateWindow()  # without a screen nobody else does


def write_moment() -> None:
    write("3/11/2026")


def write_tag() -> None:
    write("literasi")
    press(KEY.Key_Return)


def add_source() -> None:
    press(KEY.Key_Return)
    write("Budi Contoh")


TYPED = (
    typed("headline", "Warga Membaca"),
    typed("kicker", "Literasi"),
    typed("subheadline", "Di tepi sungai"),
    typed("dateline", "Andaian", Dateline("Andaian"), "place"),
    typed("dateline", "contoh.id", Dateline(source="contoh.id"), "source"),
    typed("dateline", "3/11/2026", Dateline(date=date(2026, 11, 3)), "date"),
    typed("byline", "Rina Contoh", ("Rina Contoh",)),
    typed("editor", "Sari Umpama"),
    Typed("section", choose_second, "Pemerintahan"),
    Typed("tags", write_tag, ("literasi",)),
    typed("slug", "warga-membaca"),
    typed("summary", "Warga membaca."),
    typed("closing", "(rc/su)"),
    Typed("closing", choose_second, "(*)", "chosen"),
    Typed("embargo", write_moment, datetime(2026, 11, 2, 17, tzinfo=UTC)),
    typed("contributors", "Ani Contoh", ("Ani Contoh",)),
    Typed("sources", add_source, (Source("Budi Contoh"),)),
    Typed("other_sections", tick_first, ("Pemerintahan",)),
    typed("topic", "Perahu pustaka"),
    typed("search_title", "Warga membaca"),
    typed("search_description", "Warga membaca di sungai."),
    typed("social", "Ayo membaca."),
    typed("canonical", "https://contoh.example/berita"),
    Typed("event", write_moment, datetime(2026, 11, 2, 17, tzinfo=UTC)),
    Typed("deadline", write_moment, datetime(2026, 11, 2, 17, tzinfo=UTC)),
    Typed("publish", write_moment, datetime(2026, 11, 2, 17, tzinfo=UTC)),
)


@pytest.mark.parametrize("one", TYPED, ids=str)
def test_what_is_typed_is_kept_and_undone_in_its_field(form, store, eventually, one: Typed):
    window = form(headline="")
    field = window.inspector.data.field(one.field)
    getattr(field, one.part, field).setFocus()
    story_id = window.desk.story.id
    before = getattr(Story(), one.field)

    def kept() -> Any:
        return getattr(store.stories.get(story_id), one.field)

    one.do()
    eventually(lambda: kept() == one.value)
    for _ in range(40):
        if getattr(window.desk.story, one.field) == before:
            break
        undo()
    eventually(lambda: kept() == before)
    assert window.page.body.text() == BODY


PHOTO_TYPED = (
    typed("caption", "Warga membaca buku."),
    typed("credit", "Rina Contoh"),
    typed("alt", "Orang di perahu"),
    typed("place", "Andaian"),
    typed("taken", "3/11/2026", date(2026, 11, 3), "line"),
    typed("creator", "Rina Contoh"),
    Typed("rights", choose_second, list(Rights)[1]),
    typed("source", "Dinas Rekaan"),
    typed("permission", "lewat pesan"),
    Typed("embargo", write_moment, datetime(2026, 11, 2, 17, tzinfo=UTC)),
    typed("copyright", "2026 Contoh"),
    typed("keywords", "buku, sungai", ("buku", "sungai")),
)


@pytest.mark.parametrize("one", PHOTO_TYPED, ids=str)
def test_what_is_typed_on_a_photo_is_kept_and_undone(photos, store, eventually, one: Typed):
    window = photos(Photo("satu.jpg"))
    field = window.inspector.photos.cards[0].field(one.field)
    getattr(field, one.part, field).setFocus()
    story_id = window.desk.story.id
    before = getattr(Photo(""), one.field)

    def kept() -> Any:
        return getattr(store.stories.get(story_id).photos[0], one.field)

    one.do()
    eventually(lambda: kept() == one.value)
    for _ in range(40):
        if getattr(window.desk.story.photos[0], one.field) == before:
            break
        undo()
    eventually(lambda: kept() == before)
    assert window.page.body.text() == BODY


def test_a_chosen_zone_is_undone(form, eventually):
    window = form(deadline=datetime(2026, 11, 3, 10, tzinfo=UTC))
    zone = window.inspector.data.field("deadline").zone
    zone.setFocus()
    press(KEY.Key_Down)
    assert zone.currentText() == "WITA"
    undo()
    assert zone.currentText() == "WIB"
    assert window.desk.story.deadline == datetime(2026, 11, 3, 10, tzinfo=UTC)


def test_undo_on_a_button_of_the_form_leaves_the_text_alone(form):
    window = form()
    window.page.body.setFocus()
    write("Lagi. ")
    text = window.page.body.text()
    next(iter(window.inspector.data._groups)).heading.setFocus()
    undo()
    assert window.page.body.text() == text


def test_undo_takes_back_tags_one_by_one_and_brings_removed_ones_again(form):
    window = form(tags=("ASN", "Lebak"))
    tags = window.inspector.data.field("tags")
    tags.setFocus()
    press(KEY.Key_Backspace)
    write("literasi,buku,")
    assert tags.tags() == ("ASN", "literasi", "buku")
    for expected in (("ASN", "literasi"), ("ASN",), ("ASN", "Lebak"), ("ASN", "Lebak")):
        undo()
        assert window.desk.story.tags == expected


def test_a_source_taken_away_comes_back(form):
    kept = (Source("Ani Contoh", "Kepala desa"), Source("Budi Misal"))
    window = form(sources=kept)
    sources = window.inspector.data.field("sources")
    sources.cards[0].remove.setFocus()
    press(KEY.Key_Return)
    assert window.desk.story.sources == kept[1:]
    undo()
    assert window.desk.story.sources == kept


def test_a_photo_taken_away_comes_back(photos):
    window = photos(Photo("satu.jpg", "Warga membaca."), Photo("dua.jpg"))
    kept = window.desk.story.photos
    window.inspector.photos.cards[0].more.menu().actions()[-1].trigger()
    assert len(window.desk.story.photos) == 1
    undo()
    assert [photo.file for photo in window.desk.story.photos] == [photo.file for photo in kept]
    assert window.page.body.text() == BODY


def press_lead(window, index: int) -> None:
    window.inspector.photos.cards[index].lead.setFocus()
    press(KEY.Key_Space)


def leaders(window) -> list[bool]:
    return [photo.lead for photo in window.desk.story.photos]


def test_the_choice_of_the_photo_that_leads_is_taken_back(photos):
    window = photos(Photo("satu.jpg"), Photo("dua.jpg"), Photo("tiga.jpg"))
    press_lead(window, 1)
    press_lead(window, 2)
    assert leaders(window) == [False, False, True]
    undo()
    assert leaders(window) == [False, True, False]
    assert window.inspector.photos.cards[1].lead.text() == "Foto utama"
    undo()
    assert leaders(window) == [False, False, False]
    assert window.inspector.photos.cards[0].lead.text() == "Foto utama"  # as no other does
    undo()
    assert leaders(window) == [False, False, False]
    assert window.page.body.text() == BODY


def test_the_choice_of_a_photo_that_has_moved_since_is_taken_back_after_the_move(photos):
    window = photos(Photo("satu.jpg", lead=True), Photo("dua.jpg"), Photo("tiga.jpg"))
    before = window.desk.story.photos
    press_lead(window, 2)
    menu = window.inspector.photos.cards[0].more.menu()
    next(one for one in menu.actions() if one.text() == "Pindah ke bawah").trigger()
    assert [photo.file for photo in window.desk.story.photos] == ["dua.jpg", "satu.jpg", "tiga.jpg"]
    undo()
    assert [photo.file for photo in window.desk.story.photos] == ["satu.jpg", "dua.jpg", "tiga.jpg"]
    assert leaders(window) == [False, False, True]
    undo()
    assert window.desk.story.photos == before


def test_undo_after_a_photo_was_taken_away_brings_that_back_and_no_other_choice(photos):
    window = photos()
    press_lead(window, 1)
    window.inspector.photos.cards[0].more.menu().actions()[-1].trigger()
    undo()
    undo()
    assert [photo.file for photo in window.desk.story.photos] == ["satu.jpg", "dua.jpg"]
    assert leaders(window) == [False, True]


def test_the_keys_of_the_window_work_in_a_line_too(form, eventually):
    window = form()
    window.inspector.data.field("editor").setFocus()
    press(KEY.Key_E, held=CTRL)
    eventually(lambda: isinstance(QApplication.activeModalWidget(), ExportDialog))
    QApplication.activeModalWidget().close()


# Within single fields.


def test_arrow_keys_go_to_the_tags_and_to_what_is_on_offer(form):
    window = form(tags=("ASN", "Lebak"))
    tags = window.inspector.data.field("tags")
    tags.offer(["UMKM", "panen raya"], {})
    tags.setFocus()
    press(KEY.Key_Left, KEY.Key_Left)
    assert QApplication.focusWidget().accessibleName() == "Hapus tag ASN"
    press(KEY.Key_Delete)
    assert window.desk.story.tags == ("Lebak",)
    assert QApplication.focusWidget() is tags.line
    press(KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Right, KEY.Key_Return)
    assert window.desk.story.tags == ("Lebak", "panen raya")
    assert QApplication.focusWidget() is tags.line


def test_enter_takes_the_only_place_on_offer_and_goes_on(form):
    window = form()
    dateline = window.inspector.data.field("dateline")
    dateline.setFocus()
    write("rangk")
    assert QApplication.activePopupWidget() is not None
    press(KEY.Key_Return)
    assert dateline.dateline().place == "Rangkasbitung"
    assert QApplication.focusWidget() is dateline.source
    assert QApplication.activePopupWidget() is None
    dateline.place.setFocus()
    undo()
    assert dateline.dateline().place == "rangk"


def test_enter_and_tab_leave_a_place_as_typed_that_has_several_going_on(form):
    window = form()
    dateline = window.inspector.data.field("dateline")
    for key in (KEY.Key_Return, KEY.Key_Tab):
        dateline.setFocus()
        dateline.place.selectAll()
        write("Tang")
        assert dateline.place.completer().completionCount() > 1
        press(key)
        assert dateline.dateline().place == "Tang"
        assert QApplication.focusWidget() is dateline.source
        assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize(
    ("written", "kept"), [("serang", "Serang"), ("SERANG", "SERANG"), ("rekaan", "rekaan")]
)
def test_a_place_typed_without_capitals_is_written_as_listed(form, written, kept):
    dateline = form().inspector.data.field("dateline")
    dateline.setFocus()
    write(written)
    press(KEY.Key_Escape, KEY.Key_Tab)
    assert dateline.dateline().place == kept


def test_the_list_of_places_can_be_read(form, theme):
    dateline = form().inspector.data.field("dateline")
    for dark in (False, True):
        theme.use(dark)
        dateline.setFocus()
        dateline.place.selectAll()
        write("Tang")
        popup = QApplication.activePopupWidget()
        image = popup.grab().toImage()
        ground = image.pixelColor(3, image.height() // 2)
        assert ground == theme.colour("surface")
        press(KEY.Key_Escape)
    theme.use(False)


def test_several_further_sections_are_ticked_in_one_go(form):
    window = form()
    chooser = window.inspector.data.field("other_sections")
    chooser.setFocus()
    press(KEY.Key_Return, KEY.Key_Space, KEY.Key_Down, KEY.Key_Down, KEY.Key_Space)
    assert QApplication.activePopupWidget() is chooser.menu()
    press(KEY.Key_Escape)
    assert window.desk.story.other_sections == ("Pemerintahan", "Hukum & Kriminal")
    assert chooser.text().replace("&&", "&") == "Pemerintahan, Hukum & Kriminal"
    undo()
    assert window.desk.story.other_sections == ("Pemerintahan",)


# What is wrong, in words beside the field.


def said_below(panel, field: QWidget) -> str:
    """Return what stands right below a field."""
    start, end = place(panel, field)
    return " ".join(
        label.text()
        for label in panel.findChildren(QLabel)
        if label.isVisible()
        and label.property("role") != "field"
        and label.text()
        and 0 <= place(panel, label)[0].y() - start.y() < field.height() + 60
        and place(panel, label)[0].y() >= end.y() - field.height() // 2
    )


NOW = datetime.now(UTC).replace(microsecond=0)
SOON, LATER = NOW + timedelta(days=2), NOW + timedelta(days=9)


@pytest.mark.parametrize(
    ("field", "fields", "words"),
    [
        ("section", {}, "Rubrik belum dipilih"),
        ("section", {"section": "Rekaan"}, "tidak ada di"),
        ("other_sections", {"other_sections": ("Rekaan",)}, "tidak ikut terkirim"),
        ("canonical", {"canonical": "contoh"}, "tulis lengkap dari https://"),
        ("embargo", {"embargo": NOW - timedelta(days=2)}, "sudah lewat"),
        ("publish", {"publish": SOON, "embargo": LATER}, "mendahului embargo"),
        ("publish", {"publish": NOW - timedelta(days=2)}, "sudah lewat"),
        ("event", {"publish": SOON, "event": LATER}, "sesudah waktu tayang"),
        ("deadline", {"deadline": NOW - timedelta(days=2)}, "sudah lewat"),
        ("dateline", {"dateline": Dateline(date=date(2026, 1, 2))}, "Belum lengkap"),
        ("headline", {"headline": "Warga membaca."}, "tidak diakhiri titik"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(form, eventually, field, fields, words):
    window = form(**fields)
    panel = window.inspector.data
    panel.field(field).setFocus()
    eventually(lambda: words in said_below(panel, panel.field(field)))
    spoken = panel.field(field).focusProxy() or panel.field(field)
    if field != "dateline":
        assert words in spoken.accessibleDescription()


@pytest.mark.parametrize(
    ("field", "photo", "words"),
    [
        ("caption", Photo("satu.jpg"), "Keterangan foto belum diisi"),
        ("caption", Photo("satu.jpg", "Gubernur Rekaan Budi Contoh"), "sedang apa"),
        ("credit", Photo("satu.jpg"), "Kredit foto belum diisi"),
        ("alt", Photo("satu.jpg"), "Teks alternatif belum diisi"),
        ("rights", Photo("satu.jpg", credit="Istimewa", rights=Rights.OWN), "haknya tertulis"),
        ("source", Photo("satu.jpg", credit="Istimewa"), "dari siapa diperoleh"),
        ("source", Photo("satu.jpg", rights=Rights.COURTESY), "dari siapa"),
        ("permission", Photo("satu.jpg", rights=Rights.AGENCY), "belum dicatat"),
        ("embargo", Photo("satu.jpg", embargo=LATER), "belum ditahan sampai saat itu"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_of_a_photo(photos, eventually, field, photo, words):
    panel = photos(photo).inspector.photos
    widget = panel.cards[0].field(field)
    eventually(lambda: words in said_below(panel, widget))
    assert said_below(panel, widget).count(words) == 1


def test_a_photo_whose_rights_are_folded_tells_of_them_on_the_heading(writing, eventually):
    window = writing(BODY, photos=(Photo("satu.jpg", rights=Rights.AGENCY),))
    window.show_tab("photos")
    heading = window.inspector.photos.cards[0].rights.heading
    eventually(lambda: "▲ 1" in heading.text())


def test_what_is_put_right_is_said_no_more(form, eventually):
    window = form(canonical="contoh")
    panel = window.inspector.data
    field = panel.field("canonical")
    field.setFocus()
    eventually(lambda: "https://" in said_below(panel, field))
    field.selectAll()
    write("https://contoh.example/berita")
    eventually(lambda: said_below(panel, field) == "")
    assert field.accessibleDescription() == ""


def test_what_is_wrong_under_a_folded_heading_is_told_there(writing, eventually):
    window = writing(BODY, canonical="contoh")
    panel = window.inspector.data
    group = next(group for group, names in panel._groups.items() if "canonical" in names)
    eventually(lambda: "▲ 1" in group.heading.text())
    assert "1 perlu dilihat" in group.heading.accessibleName()
    group.heading.setFocus()
    press(KEY.Key_Space)
    eventually(lambda: "https://" in said_below(panel, panel.field("canonical")))


def test_half_a_time_is_called_wrong_once_it_is_left(form, eventually):
    panel = form().inspector.data
    deadline = panel.field("deadline")
    deadline.day.setFocus()
    write("31/2")

    def note() -> QLabel:
        return next(label for label in deadline.findChildren(QLabel) if label.isVisible())

    assert note().property("role") == "muted"
    press(KEY.Key_Return, KEY.Key_Return)
    eventually(lambda: note().property("role") == "error")
    assert "3/11/2026" in note().text()


# From anywhere in the window.


def press_keys(keys: str) -> None:
    *held, letter = keys.split("+")
    modifiers = Qt.KeyboardModifier.AltModifier
    if "Shift" in held:
        modifiers |= Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(QApplication.focusWidget(), getattr(Qt.Key, f"Key_{letter}"), modifiers)


@pytest.fixture(scope="module")
def anywhere(tmp_path_factory, launch, dismiss) -> Iterator[MainWindow]:
    """A window that stays open: what only moves the keyboard leaves the next its own way."""
    newsroom = Newsroom(tmp_path_factory.mktemp("keys"))
    with closing(newsroom.open_store()) as store:
        photos = (Photo("satu.jpg"), Photo("dua.jpg"))
        story = Story(headline="Warga Rekaan Membaca", body="Warga membaca.", photos=photos)
        store.workspace.set("open", store.stories.save(story).id)
    window = launch(newsroom)
    yield window
    dismiss(window)


@pytest.fixture
def in_body(anywhere: MainWindow, eventually) -> MainWindow:
    """That window, the cursor in the body and all in the forms folded."""
    eventually(lambda: anywhere.desk.story is not None)
    for heading in anywhere.inspector.findChildren(QToolButton, "formHeading"):
        heading.setChecked(False)
    anywhere.show_tab("data")
    anywhere.activateWindow()
    anywhere.page.body.setFocus()
    return anywhere


@pytest.mark.parametrize("name", FIELD_KEYS)
def test_alt_and_a_letter_lead_to_a_field_of_the_data(in_body, eventually, name):
    window = in_body
    press_keys(FIELD_KEYS[name][0])
    field, now = window.inspector.data.field(name), QApplication.focusWidget()
    assert field is now or field.isAncestorOf(now) or field.focusProxy() is now
    eventually(lambda: now.isVisible() and not now.visibleRegion().isEmpty())
    assert window.page.body.text() == "Warga membaca."


@pytest.mark.parametrize("name", PHOTO_KEYS)
def test_alt_and_a_letter_lead_to_a_field_of_the_photo_at_hand(in_body, eventually, name):
    window = in_body
    cards = window.inspector.photos.cards
    for card in cards:
        press_keys(PHOTO_KEYS[name][0])
        field, now = card.field(name), QApplication.focusWidget()
        assert field is now or field.isAncestorOf(now)
        eventually(lambda now=now: now.isVisible() and not now.visibleRegion().isEmpty())
        cards[1].caption.setFocus()
    assert window.page.body.text() == "Warga membaca."


def test_without_a_photo_the_letters_lead_to_adding_one(writing):
    window = writing("Warga membaca.")
    press_keys(PHOTO_KEYS["caption"][0])
    assert QApplication.focusWidget() is window.inspector.photos.add


def test_no_two_fields_have_the_same_keys():
    keys = [keys for keys, _ in (*FIELD_KEYS.values(), *PHOTO_KEYS.values())]
    assert len(set(keys)) == len(keys)
