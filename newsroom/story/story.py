"""The story and its photographs.

All of it is frozen, so that a story may be handed from one thread to another
and compared with what it was; a change is a new story made with
``dataclasses.replace``.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import date, datetime

from newsroom.story.dateline import Dateline
from newsroom.story.workflow import Status


def new_id() -> str:
    """Return an identity for a new story, unique on every machine."""
    return os.urandom(16).hex()


@dataclass(frozen=True, slots=True)
class Photo:
    """One photograph with what the reader and the law need to know of it.

    ``file`` is the picture's own file name, or its path beside a story file.
    ``digest`` is the SHA-256 of its bytes once a store holds it, else empty.
    ``taken`` and ``place`` say when and where the picture was made.
    """

    file: str
    caption: str = ""
    credit: str = ""
    alt: str = ""
    taken: date | None = None
    place: str = ""
    lead: bool = False
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """One news story: its text (``body``, Markdown), its fields, its photographs.

    ``body`` starts after the dateline and ends before the closing code: both are
    fields of their own, because each portal writes them in its own way.
    ``embargo`` is always aware of its zone. ``revision`` counts saved changes;
    ``created`` and ``updated`` are UTC and ``None`` before the first save.
    """

    headline: str = ""
    kicker: str = ""
    subheadline: str = ""
    body: str = ""
    dateline: Dateline = field(default_factory=Dateline)
    byline: tuple[str, ...] = ()
    editor: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()
    slug: str = ""
    summary: str = ""
    status: Status = Status.DRAFT
    embargo: datetime | None = None
    closing: str = ""
    photos: tuple[Photo, ...] = ()
    id: str = field(default_factory=new_id)
    revision: int = 0
    created: datetime | None = None
    updated: datetime | None = None

    @property
    def lead_photo(self) -> Photo | None:
        """The photograph shown above the story: the one marked so, else the first."""
        return next((photo for photo in self.photos if photo.lead), next(iter(self.photos), None))

    @property
    def is_empty(self) -> bool:
        """True while nothing that a person wrote is in it."""
        written = (self.headline, self.kicker, self.subheadline, self.body, self.summary)
        return not any(text.strip() for text in written) and not self.photos
