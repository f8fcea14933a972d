"""The story and its photographs.

All of it is frozen, so that a story may be handed from one thread to another
and compared with what it was; a change is a new story made with
``dataclasses.replace``.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import date, datetime

from newsroom.story.aftermath import Correction, StoryLink, Withdrawal
from newsroom.story.checklist import Answer
from newsroom.story.dateline import Dateline
from newsroom.story.photo_edits import PhotoEdits
from newsroom.story.rights import Rights
from newsroom.story.source import Source
from newsroom.story.workflow import Status

Unread = tuple[tuple[str, str], ...]
"""What was written as a day or a time and is none, by field: ``("embargo", "besok sore")``.

It is kept, and stands in the way of an export: the field itself still has what it had before.
"""


def new_id() -> str:
    """Return an identity for a new story, unique on every machine."""
    return os.urandom(16).hex()


@dataclass(frozen=True, slots=True)
class Photo:
    """One photograph with what the reader and the law need to know of it.

    ``file`` is the picture's own file name, or its path beside a story file.
    ``digest`` is the SHA-256 of its bytes once a store holds it, else empty.
    ``taken`` and ``place`` say when and where the picture was made, ``creator`` who made
    it; ``credit`` is what the reader is told. ``rights`` say on what ground it may be
    shown, ``source`` from whom it came, ``permission`` what that one allowed, and
    ``embargo``, aware of its zone, until when it may not. ``edits`` are done to copies.
    Of a picture that came from another desk ``origin`` is the digest that it was first
    known by, and ``baked`` what of its edits is done in the file already.
    """

    file: str
    caption: str = ""
    credit: str = ""
    alt: str = ""
    taken: date | None = None
    place: str = ""
    lead: bool = False
    digest: str = ""
    creator: str = ""
    copyright: str = ""
    keywords: tuple[str, ...] = ()
    rights: Rights = Rights.UNSAID
    source: str = ""
    permission: str = ""
    embargo: datetime | None = None
    edits: PhotoEdits = field(default_factory=PhotoEdits)
    unread: Unread = ()
    origin: str = ""
    baked: PhotoEdits = field(default_factory=PhotoEdits)

    @property
    def identity(self) -> str:
        """What the picture is known by at every desk; its name, while there is no picture."""
        return self.origin or self.digest or self.file


@dataclass(frozen=True, slots=True)
class Story:
    """One news story: its text (``body``, Markdown), its fields, its photographs.

    ``body`` starts after the dateline and ends before the closing code: both are
    fields of their own, because each portal writes them in its own way.
    ``embargo``, ``event`` (when it happens), ``deadline`` and ``publish`` are always aware
    of their zone. ``section`` is the primary one. ``search_title`` and
    ``search_description`` stand in search results for headline and ``summary``, ``social``
    is said where the story is shared, ``canonical`` is the address of a text that another
    portal had first. ``sources`` never leave the store. ``corrections`` were printed since,
    ``answers`` is the story that this one is the *hak jawab* to, or the *ralat* of,
    ``answered_by`` are those to this one, and ``withdrawal`` says why it is no longer printed.
    ``checklist`` is what was answered before it was printed; it is in no export.
    ``revision`` counts saved changes; ``created`` and ``updated`` are UTC and ``None`` before
    the first save.
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
    contributors: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    other_sections: tuple[str, ...] = ()
    topic: str = ""
    search_title: str = ""
    search_description: str = ""
    social: str = ""
    canonical: str = ""
    event: datetime | None = None
    deadline: datetime | None = None
    publish: datetime | None = None
    corrections: tuple[Correction, ...] = ()
    answers: StoryLink | None = None
    answered_by: tuple[StoryLink, ...] = ()
    withdrawal: Withdrawal | None = None
    checklist: tuple[Answer, ...] = ()
    unread: Unread = ()
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
