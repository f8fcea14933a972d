"""Photographs: how soon a small picture is there, and a story of two hundred of them.

Ratios hold within one run; times are those of the machine and of what else it does.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtTest import QTest

from newsroom.app import Newsroom
from newsroom.photos.editing import edited_thumbnail
from newsroom.photos.renditions import make_rendition
from newsroom.photos.side_by_side import in_order
from newsroom.story.photo_edits import PhotoEdits
from newsroom.story.story import Story
from newsroom.ui.main_window import MainWindow
from newsroom.ui.start import keep_free
from newsroom.ui.theme import Theme
from tests.benchmarks.test_stalls import Heartbeat, settle, work

PHOTOS = 200


@pytest.fixture(scope="module")
def photograph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """24 megapixels of a soft scene with grain, as large a file as a camera's."""
    size, path = (6000, 4000), tmp_path_factory.mktemp("foto") / "foto.jpg"
    across = Image.linear_gradient("L").rotate(90).resize(size)
    down = Image.linear_gradient("L").resize(size)
    grain = Image.effect_noise((1500, 1000), 60).resize(size)
    Image.merge("RGB", (across, down, grain)).save(path, quality=90)
    return path


def resident() -> int:
    """Megabytes that this process holds now."""
    status = Path("/proc/self/status")
    if not status.exists():
        pytest.skip("only Linux says so in a file")
    line = next(one for one in status.read_text().splitlines() if one.startswith("VmRSS"))
    return int(line.split()[1]) // 1024


def fastest(job: Callable[[], object], times: int = 7) -> float:
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        job()
        taken.append(time.perf_counter() - started)
    return min(taken)


@pytest.mark.benchmark
def test_a_thumbnail_of_24_megapixels(photograph, report):
    def in_full() -> None:
        with Image.open(photograph) as image:
            image.load()

    full = fastest(in_full)
    small = fastest(lambda: edited_thumbnail(photograph, 640, PhotoEdits()))
    report(
        f"thumbnail of 24 megapixels: {small * 1000:.0f} ms (aim 150), "
        f"{small / full:.2f} of decoding it in full ({full * 1000:.0f} ms)"
    )


@pytest.mark.benchmark
def test_renditions_side_by_side(photograph, report):
    jobs = [partial(make_rendition, photograph, 1600, 85, 600_000)] * 8

    def run(at_once: int) -> tuple[float, float]:
        wall, cpu = time.perf_counter(), time.process_time()
        assert len({one.digest for one in in_order(jobs, at_once)}) == 1
        return time.perf_counter() - wall, time.process_time() - cpu

    (one, _), (two, busy) = run(1), run(2)
    report(
        f"renditions of 24 megapixels: {one / 8 * 1000:.0f} ms each, two at a time "
        f"{two / 8 * 1000:.0f} ms ({one / two:.2f} times as fast, {busy / two:.2f} cores busy)"
    )


@pytest.mark.benchmark
def test_a_story_of_two_hundred_photos(qapp, tmp_path, photograph, report):
    with Image.open(photograph) as image:
        image.draft("RGB", (1500, 1000))
        image.save(tmp_path / "satu.jpg", quality=90)
    whole = (tmp_path / "satu.jpg").read_bytes()
    folder = tmp_path / "liputan"
    folder.mkdir()
    for number in range(PHOTOS):  # what follows a picture's end makes it another file
        (folder / f"IMG_{number:04}.jpg").write_bytes(whole + number.to_bytes(2))
    newsroom = Newsroom(tmp_path / "data")
    store = newsroom.open_store()
    short = store.stories.save(Story(headline="Perahu", body="Warga membaca."))
    filled = store.stories.save(Story(headline="Panen", body="Warga panen."))
    store.workspace.set("open", filled.id)
    store.close()
    window = MainWindow(newsroom, Theme(qapp))
    window.show()
    work(qapp, lambda: bool(window.desk.is_started and window.inspector and window.queue))
    settle(qapp, window)
    beat, desk = Heartbeat(), window.desk
    keep_free()
    before = resident()
    window.show_tab("photos")
    panel = window.inspector.photos

    def told(what: str, started: float) -> None:
        memory = resident() - before
        took = time.perf_counter() - started
        report(f"{PHOTOS} photos, {what}: {took:.1f} s, {beat.told()}, {memory:+} MB")

    beat.start()
    started = time.perf_counter()
    desk.add_photos([folder])
    work(qapp, lambda: len(desk.story.photos) == PHOTOS == len(panel.places))
    settle(qapp, window)
    told("added from a folder", started)

    desk.open(short.id)
    work(qapp, lambda: desk.story.id == short.id)
    settle(qapp, window)
    beat.start()
    started = time.perf_counter()
    desk.open(filled.id)
    work(qapp, lambda: desk.story.id == filled.id and panel.places[0].card)
    seen = time.perf_counter() - started
    settle(qapp, window)
    told(f"opened, first card after {seen:.2f} s", started)

    bar = panel.verticalScrollBar()
    beat.start()
    started = time.perf_counter()
    for step in range(200):
        bar.setValue(bar.maximum() * step // 199)
        qapp.processEvents()
    settle(qapp, window)
    told("scrolled from end to end", started)

    caption = panel.card(100).caption
    panel.ensureWidgetVisible(caption)
    caption.setFocus()
    beat.start()
    started = time.perf_counter()
    for letter in "warga menjemur padi di halaman balai desa ":
        QTest.keyClick(caption, letter)
        qapp.processEvents()
    settle(qapp, window)
    told("a caption written", started)

    answered: list[object] = []
    story, profile = desk.story, newsroom.profile()
    beat.start()
    started = time.perf_counter()
    desk.in_files(
        lambda media: newsroom.export(story, "bundle", tmp_path / "paket.zip", profile, media),
        answered.append,
        answered.append,
    )
    work(qapp, lambda: bool(answered))
    told("exported", started)
    assert answered == [tmp_path / "paket.zip"]

    work(qapp, lambda: desk.is_safe)
    window.close()
