"""The copy desk: who has a story, what is said about it, its review, and where it was handed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.add_column("version", sa.Column("uid", sa.String(32), nullable=True))
    moved = sa.text("status_after IS NOT NULL")
    op.create_index(
        "ix_version_moved", "version", ["moment"], sqlite_where=moved, postgresql_where=moved
    )
    op.create_table(
        "desk",
        sa.Column("story_number", sa.Integer, nullable=False),
        sa.Column("holder", sa.Text, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        _moment("taken", nullable=True),
        _moment("since", nullable=True),
        sa.Column("checked", sa.Integer, nullable=True),
        sa.Column("house", sa.Text, nullable=False),
        sa.Column("errors", sa.Integer, nullable=False),
        sa.Column("warnings", sa.Integer, nullable=False),
        sa.Column("hints", sa.Integer, nullable=False),
        _of_story("desk"),
        sa.PrimaryKeyConstraint("story_number", name="pk_desk"),
    )
    op.create_table(
        "comment",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("story_number", sa.Integer, nullable=False),
        sa.Column("thread", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        _moment("moment"),
        _moment("changed"),
        sa.Column("anchor", sa.JSON, nullable=False),
        sa.Column("subject", sa.JSON, nullable=False),
        sa.Column("mentions", sa.JSON, nullable=False),
        _moment("resolved", nullable=True),
        sa.Column("resolved_by", sa.Text, nullable=False),
        sa.Column("chosen", sa.Text, nullable=False),
        sa.Column("removed", sa.Boolean, nullable=False),
        _of_story("comment"),
        sa.PrimaryKeyConstraint("id", name="pk_comment"),
    )
    op.create_index("ix_comment_story_number", "comment", ["story_number"])
    op.create_table(
        "review",
        sa.Column("story_number", sa.Integer, nullable=False),
        sa.Column("version", sa.String(32), nullable=True),
        _moment("moment"),
        sa.Column("packed", sa.LargeBinary, nullable=False),
        _of_story("review"),
        sa.PrimaryKeyConstraint("story_number", name="pk_review"),
    )
    op.create_table(
        "handover",
        sa.Column("story_number", sa.Integer, nullable=False),
        sa.Column("uid", sa.String(32), nullable=False),
        sa.Column("parents", sa.JSON, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        _moment("moment"),
        sa.Column("head", sa.Boolean, nullable=False),
        sa.Column("packed", sa.LargeBinary, nullable=False),
        _of_story("handover"),
        sa.PrimaryKeyConstraint("story_number", "uid", name="pk_handover"),
    )


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _of_story(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["story_number"],
        ["story.number"],
        name=f"fk_{table}_story_number_story",
        ondelete="CASCADE",
    )
