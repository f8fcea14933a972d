"""What stories are on the portals, and the journal and queue of sending them there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "delivery",
        sa.Column("story_number", sa.Integer, nullable=False),
        sa.Column("portal", sa.Text, nullable=False),
        sa.Column("site", sa.Text, nullable=False),
        sa.Column("remote_id", sa.Integer, nullable=False),
        sa.Column("link", sa.Text, nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("slug", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("modified", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("seen", sa.JSON, nullable=False),
        sa.Column("moment", sa.DateTime(timezone=True), nullable=False),
        _of_story("delivery"),
        sa.PrimaryKeyConstraint("story_number", "portal", name="pk_delivery"),
    )
    op.create_table(
        "portal_media",
        sa.Column("site", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("remote_id", sa.Integer, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("slug", sa.Text, nullable=False),
        sa.Column("moment", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("site", "digest", name="pk_portal_media"),
    )
    op.create_table(
        "push",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("story_number", sa.Integer, nullable=False),
        sa.Column("portal", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("next_try", sa.DateTime(timezone=True), nullable=True),
        sa.Column("wanted_status", sa.String(16), nullable=False),
        sa.Column("wanted_time", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirmed", sa.Boolean, nullable=False),
        sa.Column("override", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("question", sa.JSON, nullable=False),
        sa.Column("answers", sa.JSON, nullable=False),
        sa.Column("error", sa.Text, nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed", sa.DateTime(timezone=True), nullable=False),
        _of_story("push"),
        sa.PrimaryKeyConstraint("id", name="pk_push"),
    )
    op.create_index("ix_push_story_number", "push", ["story_number"])
    op.create_table(
        "push_step",
        sa.Column("push", sa.String(32), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("story_number", sa.Integer, nullable=False),
        sa.Column("step", sa.String(16), nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("asked", sa.JSON, nullable=False),
        sa.Column("began", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("came", sa.JSON, nullable=False),
        sa.Column("error", sa.Text, nullable=False),
        _of_story("push_step"),
        sa.PrimaryKeyConstraint("push", "number", name="pk_push_step"),
    )
    op.create_index("ix_push_step_story_number", "push_step", ["story_number"])


def _of_story(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_story_number_story"
    return sa.ForeignKeyConstraint(["story_number"], ["story.number"], name, ondelete="CASCADE")
