"""A desk that pushes stories to the test site: what the tests of it have in common."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from PIL import Image

from newsroom.portal.push.machine import Delivered
from newsroom.portal.push.package import Package, Picture, Rubric, seen_digest
from newsroom.portal.push.run import Progress, Records
from newsroom.portal.push.runner import Patience, Result, Runner
from newsroom.portal.wordpress.client import Client, Timeouts
from newsroom.portal.wordpress.discovery import ApiRoot
from newsroom.portal.wordpress.login import Login
from newsroom.portal.wordpress.media import RemoteMedia
from newsroom.store.deliveries.records import PushState, Wish
from newsroom.store.store import Store
from newsroom.story.story import Story
from tests.portal.site import Counts, Portal

_numbers = itertools.count(1)
PORTAL = "kabar"


def picture(caption: str = "Petani memanen padi.", size: tuple[int, int] = (64, 48)) -> Picture:
    """Return a small picture like no other."""
    number = next(_numbers)
    light = hashlib.shake_256(str(number).encode()).digest(8 * 6 * 3)
    file = BytesIO()
    seen = Image.frombytes("RGB", (8, 6), light).resize(size, Image.Resampling.NEAREST)
    seen.save(file, "JPEG", comment=str(number))
    data = file.getvalue()
    digest = seen_digest(data)
    return Picture(
        digest,
        f"nr-{digest[:24]}.jpg",
        "image/jpeg",
        len(data),
        lambda: data,
        caption,
        "Petani di sawah",
    )


def content_of(
    text: str, pictures: Sequence[Picture]
) -> Callable[[Mapping[str, RemoteMedia]], str]:
    """Return what makes the text for pictures as they are on the site."""

    def content(media: Mapping[str, RemoteMedia]) -> str:
        blocks = [f"<!-- wp:paragraph -->\n<p>{text}</p>\n<!-- /wp:paragraph -->"]
        for one in pictures[1:]:
            if there := media.get(one.file_name):
                blocks.append(
                    f'<!-- wp:image {{"id":{there.id},"sizeSlug":"full"}} -->\n'
                    f'<figure class="wp-block-image size-full"><img src="{there.url}" alt="" '
                    f'class="wp-image-{there.id}"/></figure>\n<!-- /wp:image -->'
                )
        return "\n\n".join(blocks)

    return content


@dataclass
class Desk:
    """One data folder that sends to the test site with one login."""

    store: Store
    portal: Portal
    login: str = "penulis"
    site: str = ""
    patience: Patience = field(default_factory=lambda: Patience(at_once=1, settles=0))
    answer_after: float = 20.0
    waited: list[float] = field(default_factory=list)
    told: list[Progress] = field(default_factory=list)
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    address: str = ""
    listener: Callable[[Progress], None] | None = None

    def __post_init__(self) -> None:
        self.before = self.portal.counts()

    def package(self, pictures: int = 2, **changes: Any) -> Package:
        """Return a story that was just written, as it is sent."""
        number = next(_numbers)
        headline = f"Panen Raya Rekaan {number}"
        story = self.store.stories.save(Story(headline=headline, body="Warga panen."))
        return self.changed(
            Package(
                uid=story.id,
                revision=story.revision,
                title=headline,
                slug=f"panen-raya-rekaan-{number}",
                excerpt="Panen tahun ini naik.",
                status="draft",
                date=None,
                rubrics=(Rubric("ekonomi", "Ekonomi"),),
                tags=("Banten Rekaan",),
                login="",
                author="",
                meta={"newsroom_uid": story.id, "kicker": "Pertanian"},
                pictures=tuple(picture() for _ in range(pictures)),
                lead="",
                content=lambda _: "",
            ),
            text="Warga “panen” & bersyukur.",
            **changes,
        )

    def changed(self, package: Package, text: str = "", **changes: Any) -> Package:
        """Return a package that says something else; its pictures go into its text."""
        package = replace(package, **changes)
        lead = package.pictures[0].file_name if package.pictures else ""
        content = content_of(text or "Warga panen.", package.pictures)
        return replace(package, lead=lead, content=content)

    def revised(self, package: Package, text: str, **changes: Any) -> Package:
        """Return a package of a later revision of its story."""
        story = self.store.stories.get(package.uid)
        saved = self.store.stories.save(replace(story, body=text))
        return self.changed(package, text, revision=saved.revision, **changes)

    def push(self, package: Package, wish: Wish | None = None) -> Result:
        """Put a story into the queue and run it."""
        push = self.store.pushes.add(package.uid, PORTAL, package.revision, wish or Wish())
        return self.run(push.id, package)

    def resume(self, package: Package) -> Result:
        """Go on with the push of a story, as after another start of the program."""
        (push,) = [one for one in self.store.pushes.list(story=package.uid) if not _is_done(one)]
        self.store.pushes.resume(push.id)
        return self.run(push.id, package)

    def answer(self, package: Package, answer: str) -> Result:
        """Answer the question of a push, and go on with it."""
        (push,) = self.store.pushes.list(story=package.uid, open_only=True)
        self.store.pushes.answer(push.id, answer)
        return self.run(push.id, package)

    def run(self, push: str, package: Package) -> Result:
        return self.runner(package).run(push)

    def runner(self, package: Package) -> Runner:
        records = Records(self.store.deliveries, self.store.journal, self.store.pushes)
        return Runner(
            records,
            self.client,
            lambda _: package,
            tell=self._tell,
            patience=self.patience,
            now=self.now,
            wait=self._wait,
        )

    def client(self) -> Client:
        site = self.portal.site(self.site) if self.site else self.address or self.portal.url
        url, uses_query = (f"{site}/wp-json/", False)
        if self.site == "polos":
            url, uses_query = (f"{site}/?rest_route=/", True)
        login = Login(self.login, self.portal.passwords[self.login])
        timeouts = Timeouts(answer=self.answer_after)
        return Client(ApiRoot(url, uses_query, site), login, timeouts=timeouts)

    @property
    def made(self) -> Counts:
        """What has been made on the site since the desk was there."""
        return self.portal.counts() - self.before

    def _tell(self, progress: Progress) -> None:
        self.told.append(progress)
        if self.listener:
            self.listener(progress)

    def _wait(self, seconds: float) -> bool:
        self.waited.append(seconds)
        return False


def _is_done(push: Any) -> bool:
    return bool(push.state is PushState.DONE)


def done(result: Result) -> Delivered:
    """Return what was delivered; the test fails if it was not."""
    assert result.push.state is PushState.DONE, (result.push.state, result.push.error)
    assert result.delivered
    return result.delivered


def fields(result: Result) -> list[str]:
    """Return the fields that are not on the site as they were sent."""
    return [one.field for one in done(result).differences]
