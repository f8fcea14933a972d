"""Stories, their photographs, the user's words, and the workspace."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "story",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.Column("discarded", sa.DateTime(timezone=True), nullable=True),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("headline", sa.Text, nullable=False),
        sa.Column("kicker", sa.Text, nullable=False),
        sa.Column("subheadline", sa.Text, nullable=False),
        sa.Column("dateline_place", sa.Text, nullable=False),
        sa.Column("dateline_source", sa.Text, nullable=False),
        sa.Column("dateline_date", sa.Date, nullable=True),
        sa.Column("dateline_pattern", sa.Text, nullable=False),
        sa.Column("byline", sa.JSON, nullable=False),
        sa.Column("editor", sa.Text, nullable=False),
        sa.Column("section", sa.Text, nullable=False),
        sa.Column("tags", sa.JSON, nullable=False),
        sa.Column("slug", sa.Text, nullable=False),
        sa.Column("summary", sa.Text, nullable=False),
        sa.Column("embargo", sa.DateTime(timezone=True), nullable=True),
        sa.Column("embargo_offset", sa.Integer, nullable=True),
        sa.Column("closing", sa.Text, nullable=False),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("search_text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_story"),
        sa.UniqueConstraint("id", name="uq_story_id"),
    )
    op.create_index("ix_story_updated", "story", ["updated"])
    op.create_table(
        "photo",
        sa.Column("story_number", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("caption", sa.Text, nullable=False),
        sa.Column("credit", sa.Text, nullable=False),
        sa.Column("alt", sa.Text, nullable=False),
        sa.Column("taken", sa.Date, nullable=True),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("lead", sa.Boolean, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(
            ["story_number"],
            ["story.number"],
            name="fk_photo_story_number_story",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("story_number", "position", name="pk_photo"),
    )
    op.create_table(
        "word",
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("word", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("folded", name="pk_word"),
    )
    op.create_table(
        "workspace",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("value", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_workspace"),
    )
