"""“Sunting foto”: real pictures edited by mouse and keys, in the story and in what is exported."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from newsroom.photos.editing import edited
from newsroom.photos.renditions import make_rendition
from newsroom.story.photo_edits import Box, PhotoEdits
from newsroom.story.story import Photo
from newsroom.ui.dialogs.photo_editor.canvas import Canvas
from newsroom.ui.dialogs.photo_editor.dialog import PhotoEditor
from newsroom.ui.dialogs.photo_editor.proof import Proof, as_image

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NEAR = 0.006  # of the picture; a pixel of the screen is about as much
WIDE, HIGH = 1600, 1000


@pytest.fixture(scope="module")
def photograph() -> bytes:
    """A photograph with much to see in it, red in its left quarter; drawing it takes a while."""
    image = Image.effect_noise((WIDE, HIGH), 120).convert("RGB")
    image.paste((220, 30, 30), (0, 0, WIDE // 4, HIGH))
    image.save(data := io.BytesIO(), "PNG")
    return data.getvalue()


@pytest.fixture
def picture(tmp_path: Path, photograph: bytes) -> Path:
    path = tmp_path / "balai.png"
    path.write_bytes(photograph)
    return path


@pytest.fixture
def story(writing, store, picture: Path):
    """The window with a story of one photo, its card in sight."""

    def opener(edits: PhotoEdits | None = None, path: Path = picture):
        photo = Photo(
            path.name, "Warga.", digest=store.media.add(path), edits=edits or PhotoEdits()
        )
        window = writing("Isi.", photos=(photo,))
        window.show_tab("photos")
        return window

    return opener


@pytest.fixture
def editor(story, eventually) -> Callable[..., PhotoEditor]:
    """Opens the dialog on that photo and waits for its picture."""

    def opener(*edits: PhotoEdits) -> PhotoEditor:
        window = story(*edits)
        window.commands.edit_photo(0)
        dialog = shown()
        eventually(lambda: dialog.canvas.isVisible())
        eventually(dialog.canvas.hasFocus)
        return dialog

    return opener


def shown() -> PhotoEditor:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PhotoEditor)
    return dialog


def at(canvas: Canvas, across: float, down: float) -> QPoint:
    place = canvas.place()
    return (place.topLeft() + QPointF(across * place.width(), down * place.height())).toPoint()


def drag(canvas: Canvas, start: tuple[float, float], end: tuple[float, float]) -> None:
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    QTest.mousePress(canvas, LEFT, pos=at(canvas, *start))
    for point in (middle, end):
        QTest.mouseMove(canvas, at(canvas, *point))
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, *end))


def key(
    widget: QWidget, which: Qt.Key, held=Qt.KeyboardModifier.NoModifier, times: int = 1
) -> None:
    for _ in range(times):
        QTest.keyClick(widget, which, held)


def near(box: Box | None, *edges: float) -> bool:
    assert box is not None
    return (box.left, box.top, box.right, box.bottom) == pytest.approx(edges, abs=NEAR)


def choose(dialog: PhotoEditor, text: str) -> None:
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == text)
    QTest.mouseClick(button, LEFT)


def photo_of(dialog: PhotoEditor) -> Photo:
    return dialog.parent().desk.story.photos[0]


def applied(dialog: PhotoEditor) -> PhotoEdits:
    """Apply, and return the edits that the story has then."""
    window = dialog.parent()
    choose(dialog, "Terapkan")
    return window.desk.story.photos[0].edits


# The frame.


def test_a_frame_dragged_over_the_picture_cuts_it(editor, store, eventually):
    dialog = editor()
    window = dialog.parent()
    drag(dialog.canvas, (0.25, 0.2), (0.75, 0.8))
    edits = applied(dialog)
    assert near(edits.crop, 0.25, 0.2, 0.75, 0.8)
    eventually(lambda: store.stories.get(window.desk.story.id).photos[0].edits.crop)
    assert near(store.stories.get(window.desk.story.id).photos[0].edits.crop, 0.25, 0.2, 0.75, 0.8)


@pytest.mark.parametrize(
    ("grip", "to", "edges"),
    [
        ((0.2, 0.2), (0.1, 0.3), (0.1, 0.3, 0.8, 0.8)),
        ((0.5, 0.2), (0.9, 0.1), (0.2, 0.1, 0.8, 0.8)),
        ((0.8, 0.2), (0.9, 0.1), (0.2, 0.1, 0.9, 0.8)),
        ((0.2, 0.5), (0.4, 0.9), (0.4, 0.2, 0.8, 0.8)),
        ((0.8, 0.5), (0.6, 0.1), (0.2, 0.2, 0.6, 0.8)),
        ((0.2, 0.8), (0.3, 0.7), (0.3, 0.2, 0.8, 0.7)),
        ((0.5, 0.8), (0.5, 1.4), (0.2, 0.2, 0.8, 1.0)),
        ((0.8, 0.8), (0.1, 0.1), (0.2, 0.2, 0.23, 0.23)),
        ((0.5, 0.5), (0.9, 0.4), (0.4, 0.1, 1.0, 0.7)),
    ],
)
def test_each_grip_pulls_its_edges_and_the_middle_moves_all(editor, grip, to, edges):
    dialog = editor(PhotoEdits(crop=Box(0.2, 0.2, 0.8, 0.8)))
    drag(dialog.canvas, grip, to)
    assert near(dialog.history.now.crop, *edges)


def test_a_click_does_not_cut(editor):
    dialog = editor()
    QTest.mouseClick(dialog.canvas, LEFT, pos=at(dialog.canvas, 0.4, 0.4))
    assert dialog.history.now == PhotoEdits()


def test_escape_lets_go_of_what_is_dragged_and_the_dialog_stays(editor):
    dialog = editor(PhotoEdits(crop=Box(0.2, 0.2, 0.8, 0.8)))
    canvas = dialog.canvas
    QTest.mousePress(canvas, LEFT, pos=at(canvas, 0.5, 0.5))
    QTest.mouseMove(canvas, at(canvas, 0.6, 0.6))
    key(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 0.6, 0.6))
    assert dialog.isVisible()
    assert dialog.history.now.crop == Box(0.2, 0.2, 0.8, 0.8)


@pytest.mark.parametrize(
    ("text", "ratio"),
    [("16:9", 16 / 9), ("4:3", 4 / 3), ("3:2", 3 / 2), ("1:1", 1), ("4:5", 0.8), ("9:16", 9 / 16),
     ("1,91:1", 1.91)],
)  # fmt: skip
def test_a_ratio_cuts_as_little_as_it_can_and_is_kept(editor, text, ratio):
    dialog = editor()
    choose(dialog, text)
    crop = dialog.history.now.crop
    assert crop.width * WIDE / (crop.height * HIGH) == pytest.approx(ratio)
    assert 1.0 in (crop.width, crop.height)
    drag(dialog.canvas, (crop.right, crop.bottom), (crop.right - 0.2, crop.bottom - 0.2))
    smaller = dialog.history.now.crop
    assert smaller.width < crop.width
    assert smaller.width * WIDE / (smaller.height * HIGH) == pytest.approx(ratio)


def test_a_ratio_keeps_the_focal_point_in_the_middle_and_free_frees_it(editor):
    dialog = editor(PhotoEdits(focal=(0.3, 0.5)))
    choose(dialog, "1:1")
    assert near(dialog.history.now.crop, 0, 0, 10 / 16, 1)  # as far as the edge lets it
    choose(dialog, "Bebas")
    drag(dialog.canvas, (10 / 16, 0.5), (0.5, 0.5))
    assert near(dialog.history.now.crop, 0, 0, 0.5, 1)


def test_arrows_move_the_frame_and_with_shift_they_size_it(editor):
    dialog = editor(PhotoEdits(crop=Box(0.2, 0.2, 0.6, 0.6)))
    canvas = dialog.canvas
    key(canvas, Qt.Key.Key_Right, times=5)
    key(canvas, Qt.Key.Key_Up, CTRL, times=5)
    assert near(dialog.history.now.crop, 0.25, 0.19, 0.65, 0.59)
    key(canvas, Qt.Key.Key_Right, SHIFT, times=10)
    key(canvas, Qt.Key.Key_Up, SHIFT, times=9)
    assert near(dialog.history.now.crop, 0.25, 0.19, 0.75, 0.5)
    key(canvas, Qt.Key.Key_Delete)
    assert dialog.history.now.crop is None


# Turning, brightness, focal point.


def test_turning_takes_everything_along(editor):
    edits = PhotoEdits(crop=Box(0.1, 0, 0.9, 1), focal=(0.2, 0.3), blurs=(Box(0, 0, 0.25, 0.5),))
    dialog = editor(edits)
    key(dialog.canvas, Qt.Key.Key_BracketRight, CTRL)
    assert dialog.history.now == edits.turned()
    assert dialog.history.now.blurs == (Box(0.5, 0, 1, 0.25),)
    place = dialog.canvas.place()
    assert place.height() > place.width()
    red = dialog.canvas.grab().toImage().pixelColor(at(dialog.canvas, 0.25, 0.12))
    assert red.red() > 2 * red.green()
    key(dialog.canvas, Qt.Key.Key_BracketLeft, CTRL)
    assert dialog.history.now.turn == 0


def test_brightness_is_set_by_the_slider_and_told(editor):
    dialog = editor()
    slider = dialog.tools.brightness
    assert (slider.minimum(), slider.maximum(), slider.value()) == (40, 250, 100)
    slider.setFocus()
    key(slider, Qt.Key.Key_Right, times=6)
    assert applied(dialog).brightness == pytest.approx(1.3)


def test_the_focal_point_goes_where_it_is_clicked_and_by_arrows(editor):
    dialog = editor()
    key(dialog.canvas, Qt.Key.Key_F)
    QTest.mouseClick(dialog.canvas, LEFT, pos=at(dialog.canvas, 0.7, 0.25))
    assert dialog.history.now.focal == pytest.approx((0.7, 0.25), abs=NEAR)
    key(dialog.canvas, Qt.Key.Key_Left, times=10)
    key(dialog.canvas, Qt.Key.Key_Down, times=5)
    assert dialog.history.now.focal == pytest.approx((0.6, 0.3), abs=NEAR)
    choose(dialog, "Hapus titik")
    assert dialog.history.now.focal is None
    key(dialog.canvas, Qt.Key.Key_Up)
    assert dialog.history.now.focal == (0.5, 0.5)


# Blur.


def test_a_blurred_face_is_blurred_in_what_is_exported(editor, store):
    dialog = editor()
    choose(dialog, "Samarkan")
    assert dialog.options.warning.isVisible()
    assert "Pedoman Pemberitaan Ramah Anak" in dialog.options.warning.text()
    drag(dialog.canvas, (0.5, 0.2), (0.8, 0.7))
    digest, edits = photo_of(dialog).digest, applied(dialog)
    assert near(edits.blurs[0], 0.5, 0.2, 0.8, 0.7)

    def part(these: PhotoEdits, *edges: float) -> Image.Image:
        made = make_rendition(store.media.path(digest), 1600, 90, 10**7, these)
        left, top, right, bottom = edges
        image = Image.open(io.BytesIO(made.data))
        return image.crop(
            (int(left * WIDE), int(top * HIGH), int(right * WIDE), int(bottom * HIGH))
        )

    assert ImageStat.Stat(part(PhotoEdits(), 0.52, 0.22, 0.78, 0.68)).stddev[0] > 60
    assert ImageStat.Stat(part(edits, 0.52, 0.22, 0.78, 0.68)).stddev[0] < 12
    beside = 0.82, 0.1, 1, 1
    assert (
        ImageChops.difference(part(edits, *beside), part(PhotoEdits(), *beside)).getbbox() is None
    )


def test_boxes_are_chosen_moved_sized_and_removed_by_mouse(editor):
    dialog = editor(PhotoEdits(blurs=(Box(0.1, 0.1, 0.3, 0.3), Box(0.6, 0.6, 0.9, 0.9))))
    canvas = dialog.canvas
    choose(dialog, "Samarkan")
    QTest.mouseClick(canvas, LEFT, pos=at(canvas, 0.2, 0.2))
    drag(canvas, (0.2, 0.2), (0.4, 0.3))
    drag(canvas, (0.5, 0.4), (0.55, 0.5))
    first, second = dialog.history.now.blurs
    assert near(first, 0.3, 0.2, 0.55, 0.5)
    assert second == Box(0.6, 0.6, 0.9, 0.9)
    QTest.mouseClick(canvas, LEFT, pos=at(canvas, 0.75, 0.75))
    choose(dialog, "Hapus kotak")
    assert dialog.history.now.blurs == (first,)


def test_boxes_are_put_chosen_moved_sized_and_removed_by_keys(editor):
    dialog = editor()
    canvas = dialog.canvas
    key(canvas, Qt.Key.Key_K)
    box = dialog.history.now.blurs[0]
    assert near(box, 0.4375, 0.4, 0.5625, 0.6)
    key(canvas, Qt.Key.Key_Insert)
    key(canvas, Qt.Key.Key_Left, times=10)
    key(canvas, Qt.Key.Key_Right, SHIFT, times=5)
    first, second = dialog.history.now.blurs
    assert first == box
    assert near(second, 0.3375, 0.4, 0.5125, 0.6)
    key(canvas, Qt.Key.Key_PageUp)
    key(canvas, Qt.Key.Key_Delete)
    assert dialog.history.now.blurs == (second,)
    key(canvas, Qt.Key.Key_Delete)
    assert dialog.history.now.blurs == ()


# Back.


def test_steps_are_taken_back_and_again(editor):
    dialog = editor()
    canvas = dialog.canvas
    assert not dialog.tools.undo.isEnabled()
    drag(canvas, (0.2, 0.2), (0.8, 0.8))
    key(canvas, Qt.Key.Key_Right, times=3)  # one step
    key(canvas, Qt.Key.Key_BracketRight, CTRL)
    turned = dialog.history.now
    key(canvas, Qt.Key.Key_Z, CTRL, times=2)
    assert near(dialog.history.now.crop, 0.2, 0.2, 0.8, 0.8)
    key(canvas, Qt.Key.Key_Z, CTRL)
    assert dialog.history.now == PhotoEdits()
    key(canvas, Qt.Key.Key_Z, CTRL | SHIFT, times=3)
    assert dialog.history.now == turned
    choose(dialog, "Kembalikan ke asli")
    assert dialog.history.now == PhotoEdits()
    key(canvas, Qt.Key.Key_Z, CTRL)
    assert dialog.history.now == turned


@pytest.mark.parametrize("by_key", [True, False])
def test_leaving_changes_nothing(editor, by_key):
    before = PhotoEdits(brightness=1.2)
    dialog = editor(before)
    window = dialog.parent()
    revision = window.desk.story.revision
    drag(dialog.canvas, (0.2, 0.2), (0.8, 0.8))
    key(dialog.canvas, Qt.Key.Key_Escape) if by_key else choose(dialog, "Batal")
    assert QApplication.activeModalWidget() is None
    assert window.desk.story.photos[0].edits == before
    assert window.desk.story.revision == revision
    assert window.desk.is_safe


def test_enter_applies(editor):
    dialog = editor()
    window = dialog.parent()
    drag(dialog.canvas, (0.2, 0.2), (0.8, 0.8))
    key(dialog.canvas, Qt.Key.Key_Return)
    assert near(window.desk.story.photos[0].edits.crop, 0.2, 0.2, 0.8, 0.8)


# What is seen and told.


def test_what_is_shown_is_what_is_exported(picture: Path):
    with Image.open(picture) as file:
        image = file.convert("RGB")
    size = QSize(WIDE, HIGH)
    for edits in (
        PhotoEdits(brightness=0.6),
        PhotoEdits(brightness=1.7, blurs=(Box(0.1, 0.1, 0.4, 0.5), Box(0.5, 0.5, 0.9, 0.9))),
    ):
        drawn = Proof(image).draw(edits, size)
        wanted = as_image(edited(image, edits))
        for across in range(40, WIDE, 97):
            for down in range(40, HIGH, 97):
                one, other = drawn.pixelColor(across, down), wanted.pixelColor(across, down)
                assert abs(one.red() - other.red()) <= 24, (edits, across, down)
                assert abs(one.green() - other.green()) <= 24, (edits, across, down)


def test_the_thumbnails_are_made_anew(editor, eventually):
    dialog = editor()
    window = dialog.parent()
    drag(dialog.canvas, (0.4, 0.2), (0.8, 1.0))
    applied(dialog)
    card = window.inspector.photos.cards[0]
    wanted = pytest.approx((0.4 * WIDE) / (0.8 * HIGH), abs=0.03)

    def shape(image) -> float:
        return image.width() / max(image.height(), 1)

    eventually(lambda: shape(card.thumbnail._image) == wanted)
    eventually(lambda: shape(window.page.photo._picture._image) == wanted)
    window.actions_["preview"].trigger()
    eventually(lambda: len(window.previewing._pictures) == 1)
    assert shape(*window.previewing._pictures.values()) == wanted


def test_what_is_chosen_is_told_with_its_place(editor):
    dialog = editor()
    canvas = dialog.canvas
    assert canvas.accessibleName() == "Foto yang disunting"
    assert canvas.accessibleDescription() == "Foto utuh, belum dipotong."
    choose(dialog, "1:1")
    told = "Bingkai potong 19% dari kiri, 0% dari atas, lebar 62%, tinggi 100%."
    assert canvas.accessibleDescription() == told
    assert dialog.state.text() == f"{told} Hasil 1.000 × 1.000 piksel."
    key(canvas, Qt.Key.Key_F)
    assert canvas.accessibleDescription() == "Belum ada titik fokus."
    key(canvas, Qt.Key.Key_Up)
    assert canvas.accessibleDescription() == "Titik fokus 50% dari kiri, 50% dari atas."
    key(canvas, Qt.Key.Key_K)
    told = "Kotak samar 1 dari 1, 44% dari kiri, 40% dari atas, lebar 12%, tinggi 20%."
    assert canvas.accessibleDescription() == told


def test_everything_is_named_and_reached_by_tab(editor):
    editor()
    reached = []
    for _ in range(40):
        now = QApplication.focusWidget()
        if now in reached:
            break
        reached.append(now)
        key(now, Qt.Key.Key_Tab)
    names = [widget.accessibleName() or getattr(widget, "text", str)() for widget in reached]
    assert all(names)
    assert {"Potong", "Putar ke kiri", "Kecerahan, persen", "Rasio Bebas", "Terapkan"} <= set(names)


def test_arrows_go_through_the_tools(editor):
    dialog = editor()
    crop = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Potong")
    crop.setFocus()
    key(crop, Qt.Key.Key_Right)
    key(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert dialog.options.unpoint.isVisible()


def test_it_fits_a_small_screen_in_both_themes(editor, theme):
    dialog = editor()
    dialog.parent().resize(1366, 768)
    try:
        for dark in (True, False):
            theme.use(dark)
            for name in ("P", "F", "S"):
                QTest.keyClick(dialog.canvas, name)
                assert dialog.minimumSizeHint().width() <= 1100
                assert dialog.minimumSizeHint().height() <= 640
                ground = dialog.canvas.grab().toImage().pixelColor(6, 60)
                assert ground == theme.colour("rail")
    finally:
        theme.use(False)


# Opening.


@pytest.mark.parametrize("way", ["menu", "enter", "double click", "command"])
def test_ways_to_open(story, eventually, way):
    window = story()
    card = window.inspector.photos.cards[0]
    eventually(lambda: not card.thumbnail._image.isNull())
    if way == "menu":
        next(a for a in card.more.menu().actions() if a.text() == "Sunting foto…").trigger()
    elif way == "enter":
        card.thumbnail.setFocus()
        key(card.thumbnail, Qt.Key.Key_Return)
    elif way == "double click":
        QTest.mouseDClick(card.thumbnail, LEFT)
    else:
        window.actions_["edit_photo"].trigger()
    eventually(lambda: shown().canvas.isVisible())
    shown().reject()


def test_the_command_takes_the_photo_whose_card_has_the_keyboard(
    writing, store, picture, eventually
):
    digest = store.media.add(picture)
    photos = (Photo("", "Tanpa gambar.", lead=True), Photo("balai.png", digest=digest))
    window = writing("Isi.", photos=photos)
    window.show_tab("photos")
    window.inspector.photos.cards[1].credit.setFocus()
    window.actions_["edit_photo"].trigger()
    eventually(lambda: shown().canvas.isVisible())
    key(shown().canvas, Qt.Key.Key_BracketRight, CTRL)
    choose(shown(), "Terapkan")
    assert [photo.edits.turn for photo in window.desk.story.photos] == [0, 90]


def test_a_photo_without_a_picture_is_not_edited(writing):
    window = writing("Isi.", photos=(Photo("", "Warga."),))
    window.show_tab("photos")
    card = window.inspector.photos.cards[0]
    action = next(a for a in card.more.menu().actions() if a.text() == "Sunting foto…")
    assert not action.isEnabled()
    assert card.thumbnail.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_story_without_photos_is_explained(writing):
    window = writing("Isi.")
    window.actions_["edit_photo"].trigger()
    assert window.banner.text == "Naskah ini belum punya foto."


def test_the_window_goes_on_while_the_picture_is_read(story, eventually):
    window = story()
    go_on = threading.Event()
    window.desk.in_files(lambda _: go_on.wait(20), lambda _: None, lambda _: None)
    try:
        window.commands.edit_photo(0)
        dialog = shown()
        assert dialog.note.isVisible()
        assert not dialog.apply.isEnabled()
        assert not dialog.tools.isEnabled()
        key(dialog, Qt.Key.Key_K)
        assert dialog.history.now == PhotoEdits()
    finally:
        go_on.set()
    eventually(lambda: dialog.canvas.isVisible())


def test_a_dialog_closed_before_its_picture_came_is_forgotten(story, eventually):
    window = story()
    go_on = threading.Event()
    window.desk.in_files(lambda _: go_on.wait(20), lambda _: None, lambda _: None)
    window.commands.edit_photo(0)
    shown().reject()
    done: list[object] = []
    window.desk.in_files(lambda _: None, done.append, done.append)
    go_on.set()
    eventually(lambda: done)
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda data: data[: len(data) // 2], "balai.png: berkas foto rusak"),
        (lambda data: b"bukan foto", "balai.png: bukan foto yang dapat dibaca"),
        (lambda data: b"", "balai.png: berkasnya kosong"),
    ],
)
def test_a_damaged_picture_is_told_of(story, picture, eventually, spoil, message):
    picture.write_bytes(spoil(picture.read_bytes()))
    window = story()
    window.commands.edit_photo(0)
    dialog = shown()
    eventually(lambda: message in dialog.note._words.text())
    assert not dialog.apply.isEnabled()
    key(dialog, Qt.Key.Key_Escape)
    assert window.desk.story.photos[0].edits == PhotoEdits()


def test_a_picture_that_is_gone_is_told_of(story, store, eventually):
    window = story()
    store.media.path(window.desk.story.photos[0].digest).unlink()
    window.commands.edit_photo(0)
    eventually(lambda: "Berkas gambarnya tidak ada" in shown().note._words.text())
    shown().reject()


def test_edits_go_to_their_photo_wherever_it_stands_by_now(editor):
    dialog = editor()
    window = dialog.parent()
    photo = window.desk.story.photos[0]
    window.desk.edit({"photos": (Photo("lain.jpg"), photo)})
    key(dialog.canvas, Qt.Key.Key_BracketRight, CTRL)
    choose(dialog, "Terapkan")
    assert [one.edits.turn for one in window.desk.story.photos] == [0, 90]
