"""The tables of the store, alike on SQLite and PostgreSQL.

A story has a number of its own beside its id: the tables that hang on it, and
a full-text index (FTS5 needs rowids that never change), refer to the number.
Photographs are rows, because each is a thing that pictures, metadata and
remarks refer to. Byline, tags and further details are JSON: they are read and
written only as a whole with the story, keep their order, and are found through
the texts of ``searched``.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    Date,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    String,
    Text,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from newsroom.store.column_types import AnyDateTime, Microseconds, UtcDateTime
from newsroom.store.sums import SUM_SIZE


class Base(DeclarativeBase):
    """What all tables share: names for constraints, which later migrations need."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
        }
    )
    type_annotation_map: ClassVar = {
        str: Text,
        datetime: UtcDateTime,
        date: Date,
        list[str]: JSON,
        list[dict[str, Any]]: JSON,
        dict[str, Any]: JSON,
        Any: JSON,
    }


class StoryRow(Base):
    """A story as it stands now.

    The two long texts, and what was added since, come last: SQLite reads a row from its
    start, and the list of stories needs none of them.
    """

    __tablename__ = "story"
    __table_args__ = (
        # The list, and the list of one status: read in order, however far down.
        Index("ix_story_discarded_updated", "discarded", "updated"),
        Index("ix_story_discarded_status_updated", "discarded", "status", "updated"),
    )

    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(String(32), unique=True)
    revision: Mapped[int]
    created: Mapped[datetime]
    updated: Mapped[datetime]
    discarded: Mapped[datetime | None]  # when it was moved to the bin
    status: Mapped[str] = mapped_column(String(16))
    headline: Mapped[str]
    kicker: Mapped[str]
    subheadline: Mapped[str]
    dateline_place: Mapped[str]
    dateline_source: Mapped[str]
    dateline_date: Mapped[date | None]
    dateline_pattern: Mapped[str]
    byline: Mapped[list[str]]
    editor: Mapped[str]
    section: Mapped[str]
    tags: Mapped[list[str]]
    slug: Mapped[str]
    summary: Mapped[str]
    embargo: Mapped[datetime | None]
    embargo_offset: Mapped[int | None]  # seconds east of UTC, as the embargo was written
    closing: Mapped[str]
    words: Mapped[int]
    body: Mapped[str]
    details: Mapped[dict[str, Any]]  # the further fields, as story/details.py writes them
    sources: Mapped[list[dict[str, Any]]]  # in no export
    # What the story is found by beside headline and body, as searched.py makes it.
    caption_text: Mapped[str]
    writer_text: Mapped[str]
    name_text: Mapped[str]
    tag_text: Mapped[str]
    section_text: Mapped[str]
    other_text: Mapped[str]

    # What the version log knows of the story, as versions/log.py keeps it.
    kept: Mapped[int] = mapped_column(default=0)
    spell: Mapped[datetime | None]

    # Of what a person wrote, as sums.py counts it; none where nobody has counted it.
    checksum: Mapped[bytes | None] = mapped_column(LargeBinary(SUM_SIZE))

    photos: Mapped[list[PhotoRow]] = relationship(
        cascade="all, delete-orphan", order_by="PhotoRow.position"
    )


class PhotoRow(Base):
    """A photograph of a story, at its place in it, counted from 0."""

    __tablename__ = "photo"

    story_number: Mapped[int] = mapped_column(
        ForeignKey("story.number", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    file: Mapped[str]
    caption: Mapped[str]
    credit: Mapped[str]
    alt: Mapped[str]
    taken: Mapped[date | None]
    place: Mapped[str]
    lead: Mapped[bool]
    digest: Mapped[str] = mapped_column(String(64))
    details: Mapped[dict[str, Any]]


class VersionRow(Base):
    """An earlier state of a story, as versions/log.py keeps it.

    ``saved`` is when the state was saved, where that is not the step's ``moment``. ``base``
    is the step by which this one is packed, and ``place`` where it stands among those
    packed so. One that is ``thinned`` is kept only because others are packed by it. By
    ``uid`` a step is known at every desk that the story is handed to; it comes with that.
    """

    __tablename__ = "version"
    __table_args__ = (
        Index(None, "story_number"),
        # What passed the desk in some days: a few rows among all states of all stories.
        Index(
            "ix_version_moved",
            "moment",
            sqlite_where=text("status_after IS NOT NULL"),
            postgresql_where=text("status_after IS NOT NULL"),
        ),
    )

    number: Mapped[int] = mapped_column(primary_key=True)
    story_number: Mapped[int] = mapped_column(ForeignKey("story.number", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(16))
    moment: Mapped[datetime] = mapped_column(Microseconds)
    saved: Mapped[datetime | None] = mapped_column(Microseconds)
    who: Mapped[str]
    note: Mapped[str]
    status_before: Mapped[str | None] = mapped_column(String(16))
    status_after: Mapped[str | None] = mapped_column(String(16))
    revision: Mapped[int]
    words: Mapped[int]
    thinned: Mapped[bool]
    place: Mapped[int]
    base: Mapped[int | None]
    packed: Mapped[bytes]
    uid: Mapped[str | None] = mapped_column(String(32))


class DeskRow(Base):
    """What the desk knows of a story beside the story: who has it, and how far it is.

    ``holder`` took it at ``taken``; ``since`` is when it came to its status. The findings
    are those of ``checked``, a revision, in ``house``; none where nobody has counted them.
    """

    __tablename__ = "desk"

    story_number: Mapped[int] = mapped_column(
        ForeignKey("story.number", ondelete="CASCADE"), primary_key=True
    )
    holder: Mapped[str]
    role: Mapped[str] = mapped_column(String(16))
    taken: Mapped[datetime | None] = mapped_column(AnyDateTime)
    since: Mapped[datetime | None] = mapped_column(AnyDateTime)
    checked: Mapped[int | None]
    house: Mapped[str]
    errors: Mapped[int]
    warnings: Mapped[int]
    hints: Mapped[int]


class CommentRow(Base):
    """What is said about a story, as story/comments/comment.py has it.

    ``anchor`` and ``subject`` are read and written only as a whole, and so is ``mentions``.
    """

    __tablename__ = "comment"
    __table_args__ = (Index(None, "story_number"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    story_number: Mapped[int] = mapped_column(ForeignKey("story.number", ondelete="CASCADE"))
    thread: Mapped[str] = mapped_column(String(32))
    kind: Mapped[str] = mapped_column(String(16))
    who: Mapped[str]
    text: Mapped[str]
    moment: Mapped[datetime]
    changed: Mapped[datetime]
    anchor: Mapped[dict[str, Any]]
    subject: Mapped[dict[str, Any]]
    mentions: Mapped[list[str]]
    resolved: Mapped[datetime | None]
    resolved_by: Mapped[str]
    chosen: Mapped[str]
    removed: Mapped[bool]


class ReviewRow(Base):
    """The text that a story is reviewed against: the reporter's, with what was accepted in it.

    ``packed`` is a content as versions/packing.py packs it whole; ``version`` is the
    ``uid`` of the step that it began as.
    """

    __tablename__ = "review"

    story_number: Mapped[int] = mapped_column(
        ForeignKey("story.number", ondelete="CASCADE"), primary_key=True
    )
    version: Mapped[str | None] = mapped_column(String(32))
    moment: Mapped[datetime]
    packed: Mapped[bytes]


class HandoverRow(Base):
    """A state of a story that left this desk or came to it, and those that it was made from.

    ``packed`` is its content, packed whole. ``head`` is the one that the story at this desk
    has come from last. Where two were made into one, that one has two ``parents``.
    """

    __tablename__ = "handover"

    story_number: Mapped[int] = mapped_column(
        ForeignKey("story.number", ondelete="CASCADE"), primary_key=True
    )
    uid: Mapped[str] = mapped_column(String(32), primary_key=True)
    parents: Mapped[list[str]]
    who: Mapped[str]
    moment: Mapped[datetime]
    head: Mapped[bool]
    packed: Mapped[bytes]


class ImportedRow(Base):
    """By what an item of an old archive is known again, and the story that it became.

    An item may have several keys. ``digest`` is what it said then; the story is none any
    more once it was deleted for good.
    """

    __tablename__ = "imported"
    __table_args__ = (Index(None, "story_number"),)

    key: Mapped[str] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(String(64))
    story_number: Mapped[int | None] = mapped_column(
        ForeignKey("story.number", ondelete="SET NULL")
    )


class DeliveryRow(Base):
    """What a story is on a portal. ``modified`` is the site's own time of its last change, as
    the site wrote it; ``digest`` is of all that was sent, ``seen`` of each field as it was
    read back. ``date`` is since when, or from when on, readers have it; ``looked`` when the
    site was looked at last.
    """

    __tablename__ = "delivery"

    story_number: Mapped[int] = mapped_column(
        ForeignKey("story.number", ondelete="CASCADE"), primary_key=True
    )
    portal: Mapped[str] = mapped_column(primary_key=True)
    site: Mapped[str]
    remote_id: Mapped[int]
    link: Mapped[str]
    status: Mapped[str] = mapped_column(String(16))
    slug: Mapped[str]
    revision: Mapped[int]
    modified: Mapped[str]
    digest: Mapped[str] = mapped_column(String(64))
    seen: Mapped[dict[str, Any]]
    moment: Mapped[datetime]
    date: Mapped[datetime | None]
    looked: Mapped[datetime | None]


class PortalMediaRow(Base):
    """A picture that is on a site, by the digest of what was sent.

    ``said`` is a digest of what the site said of it when that was last as it was sent.
    """

    __tablename__ = "portal_media"

    site: Mapped[str] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    remote_id: Mapped[int]
    url: Mapped[str]
    slug: Mapped[str]
    moment: Mapped[datetime]
    said: Mapped[str]


class PushRow(Base):
    """A story that is to go, or went, to a portal; ``position`` is its place in the queue.

    ``question`` is what a person has to answer before it can go on, ``answers`` what was.
    ``spent`` counts its tries in which the site was at work; ``held`` says that it waits for
    the site to be put right.
    """

    __tablename__ = "push"
    __table_args__ = (Index(None, "story_number"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    story_number: Mapped[int] = mapped_column(ForeignKey("story.number", ondelete="CASCADE"))
    portal: Mapped[str]
    position: Mapped[int]
    state: Mapped[str] = mapped_column(String(16))
    tries: Mapped[int]
    next_try: Mapped[datetime | None]
    wanted_status: Mapped[str] = mapped_column(String(16))
    wanted_time: Mapped[datetime | None]
    confirmed: Mapped[bool]
    override: Mapped[str]
    revision: Mapped[int]
    question: Mapped[dict[str, Any]]
    answers: Mapped[dict[str, Any]]
    error: Mapped[str]
    created: Mapped[datetime]
    changed: Mapped[datetime]
    spent: Mapped[int]
    held: Mapped[bool]


class PushStepRow(Base):
    """A step of a push: written down before its request, and again after it.

    It refers to its push by the id alone: so it can be merged where the push is not.
    """

    __tablename__ = "push_step"
    __table_args__ = (Index(None, "story_number"),)

    push: Mapped[str] = mapped_column(String(32), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    story_number: Mapped[int] = mapped_column(ForeignKey("story.number", ondelete="CASCADE"))
    step: Mapped[str] = mapped_column(String(16))
    what: Mapped[str]
    asked: Mapped[dict[str, Any]]
    began: Mapped[datetime]
    ended: Mapped[datetime | None]
    outcome: Mapped[str] = mapped_column(String(16))
    came: Mapped[dict[str, Any]]
    error: Mapped[str]


class WordRow(Base):
    """A word of the user's own; ``folded`` is what makes it one word in any case."""

    __tablename__ = "word"

    folded: Mapped[str] = mapped_column(primary_key=True)
    word: Mapped[str]


class IgnoredRow(Base):
    """A text that a rule no longer marks in a house, in whatever case it is written."""

    __tablename__ = "ignored"

    house: Mapped[str] = mapped_column(primary_key=True)
    rule: Mapped[str] = mapped_column(primary_key=True)
    folded: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]


class WorkspaceRow(Base):
    """Something the window remembers, as JSON."""

    __tablename__ = "workspace"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any]
