"""Whether the window stays live while large photographs go to a site: a real WordPress.

Ratios hold within one run; times are those of the machine and of what else it does.
"""

from __future__ import annotations

import time

import pytest
from PIL import Image

from newsroom.app import Newsroom
from newsroom.portal.push.runner import Result
from newsroom.portal.wordpress.api_root import ApiRoot
from newsroom.store.deliveries.records import PushState, Wish
from newsroom.story.dateline import Dateline
from newsroom.story.story import Photo, Story
from newsroom.ui.main_window import MainWindow
from newsroom.ui.start import keep_free
from newsroom.ui.theme import Theme
from tests.benchmarks.test_photos import photograph  # noqa: F401
from tests.benchmarks.test_stalls import Heartbeat, settle, work
from tests.portal.conftest import no_keyring, portal, quiet_portal, running_site  # noqa: F401
from tests.portal.push.program import PROFILE
from tests.portal.site import Counts

TURNS = (Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.FLIP_TOP_BOTTOM, None)


@pytest.mark.benchmark
def test_the_window_stays_free_while_photos_are_sent(
    qapp,
    tmp_path,
    photograph,  # noqa: F811
    portal,  # noqa: F811
    report,
):
    newsroom = Newsroom(tmp_path / "data")
    store = newsroom.open_store()
    photos = []
    for number, turn in enumerate(TURNS):
        path = tmp_path / f"{number}.jpg"
        with Image.open(photograph) as image:
            (image.transpose(turn) if turn is not None else image).save(path, quality=90)
        caption = f"Petani memanen padi di petak {number}."
        photos.append(Photo(path.name, caption, "Rina Contoh", "Petani", lead=not number,
                            digest=store.media.add(path)))  # fmt: skip
    story = store.stories.save(
        Story(
            headline="Panen Padi Rekaan di Tiga Petak",
            body="Warga panen padi.\n\nPadi itu dijemur.",
            section="Ekonomi",
            tags=("padi",),
            photos=tuple(photos),
            dateline=Dateline(place="SERANG", source="kabar.example"),
        )
    )
    folder = newsroom.home / "portals"
    folder.mkdir(exist_ok=True)
    text = PROFILE.format(site=portal.url, zone="Asia/Jakarta", login="penulis")
    (folder / "kabar.toml").write_text(text, encoding="utf-8")
    portal.category("Ekonomi", "ekonomi")
    root, password = (
        ApiRoot(f"{portal.url}/wp-json/", False, portal.url),
        portal.passwords["penulis"],
    )
    newsroom.add_portal(root, "penulis", password, "kabar")
    push, before = newsroom.queue_story(store, story.id, "kabar", Wish()), portal.counts()
    window = MainWindow(newsroom, Theme(qapp))
    window.show()
    work(qapp, lambda: bool(window.desk.is_started and window.inspector and window.queue))
    settle(qapp, window)
    beat, uploads = Heartbeat(), window.uploads
    keep_free()

    ended, now, turned = [], [""], set()
    for signal in (uploads.sender.ended, uploads.sender.failed):
        signal.connect(lambda _, result: ended.append(result))
    uploads.sender.progressed.connect(lambda _, told: now.append(f"{told.step} {told.what}"))

    def is_sent() -> bool:
        turned.add(now[-1])  # the window is free here: what is on its way meanwhile?
        return bool(ended)

    uploads.talk()  # whoever sends has seen the dialog: its parts are there
    uploads.remember("kabar", password)
    beat.start()
    started = time.perf_counter()
    uploads.send(push)
    work(qapp, is_sent)
    took = time.perf_counter() - started
    sending, told = max(beat.pauses), beat.told()
    settle(qapp, window)
    beat.start()
    work(qapp, lambda: time.perf_counter() - started > 2 * took)
    idle = max(beat.pauses)
    report(
        f"3 photos of 24 megapixels sent in {took:.1f} s: {told}, the longest "
        f"{sending / max(idle, 1):.1f} of that of an idle window ({idle} ms)"
    )

    (result,) = ended
    assert isinstance(result, Result), result
    assert result.push.state is PushState.DONE, result.push.error
    assert portal.counts() - before == Counts(posts=1, media=3)
    sent = {one.removesuffix(".jpg") for one in turned if one.startswith("media ")}
    assert len(sent) == 3, "the window was free while each of them was on its way"
    store.close()
    work(qapp, lambda: window.desk.is_safe)
    window.close()
