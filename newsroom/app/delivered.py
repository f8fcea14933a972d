"""Whether a story went to a portal before, and what bringing it there once more would do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from newsroom.exchange.article import make_article
from newsroom.portal.moments import written_moment
from newsroom.store.deliveries.records import DELETED, PAGE
from newsroom.store.errors import VersionNotFound, VersionUnreadable
from newsroom.story.version import StepKind

if TYPE_CHECKING:
    from newsroom.portal.profile import Profile
    from newsroom.store.store import Store
    from newsroom.story.story import Story

IMPORTED = ("bundle", "wxr")
"""The forms that a portal takes in by WordPress' importer."""


@dataclass(frozen=True, slots=True)
class Sent:
    """How and when a story went to a portal; ``moment`` is aware.

    ``link`` is its post's address, where the program brought it there itself. Of a bundle
    ``is_same`` says that the importer would take the story as it is now for the one that it
    has: it compares headline and time alone.
    """

    moment: datetime
    revision: int
    link: str = ""
    is_pushed: bool = False
    is_same: bool = False

    def warning(self, profile: Profile) -> str:
        """Return in whole sentences what was done, and what a second import would do."""
        when = written_moment(self.moment, profile)
        if self.is_pushed:
            at = f" ({self.link})" if self.link else ""
            return (
                f"Naskah ini sudah dikirim ke {profile.title}{at}, {when}, revisi {self.revision}. "
                "Paket tidak memperbaruinya: bila diimpor, WordPress membuat tulisan kedua, atau "
                "melewatinya bila judul dan waktunya persis sama."
            )
        said = (
            f"Paket naskah ini untuk {profile.title} sudah dibuat {when}, revisi {self.revision}. "
        )
        if self.is_same:
            return said + (
                "Bila itu sudah diimpor, paket kedua tidak memperbaruinya: judul dan waktunya "
                "sama, jadi WordPress melewati naskahnya, dan bidang khususnya tercatat dua kali."
            )
        return said + (
            "Bila itu sudah diimpor, paket kedua menjadi tulisan kedua: judul atau waktunya sudah "
            "lain, jadi WordPress tidak mengenalinya, dan tulisan yang pertama tetap ada."
        )


def sent_before(
    story: Story, profile: Profile, store: Store, carried: Callable[[Story], Story]
) -> Sent | None:
    """Return how a story went to a portal last; None where it never did.

    A post that the program brought there counts before any bundle. ``carried`` makes of a
    story what the portal gets. Raises StoreError.
    """
    post = store.deliveries.get(story.id, profile.name)
    if post is not None and post.status not in (DELETED, PAGE):
        return Sent(post.moment, post.revision, post.link, is_pushed=True)
    for step in store.versions.list(story.id):
        if step.kind is StepKind.EXPORT and _is_for(profile.name, step.note):
            try:
                then = store.versions.story(step.number)
            except (VersionNotFound, VersionUnreadable):
                return Sent(step.moment, step.revision)
            is_same = _identity(carried(then), profile) == _identity(carried(story), profile)
            return Sent(step.moment, step.revision, is_same=is_same)
    return None


def _is_for(portal: str, note: str) -> bool:
    """Say whether the note of an export tells of an import file for a portal.

    The command writes the form and the portal, the window the portal and the file; either
    may say too why the story went in spite of what is missing.

    >>> _is_for("infobanten", "bundle, infobanten; tetap diekspor: mendesak")
    True
    >>> _is_for("infobanten", "tetap diekspor: mendesak; infobanten, panen-r3.zip")
    True
    >>> _is_for("infobanten", "docx, infobanten"), _is_for("lain", "bundle, infobanten")
    (False, False)
    """
    for part in note.split("; "):
        first, _, second = part.partition(", ")
        if first in IMPORTED and second == portal:
            return True
        if first == portal and second.lower().endswith(".zip"):
            return True
    return False


def _identity(story: Story, profile: Profile) -> tuple[str, datetime]:
    """Return what the importer knows a story by; headlines are alike in any case there."""
    article = make_article(story, profile)
    return article.title.casefold(), article.published
