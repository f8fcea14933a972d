"""Earlier states of stories."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "version",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("story_number", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("moment", sa.BigInteger, nullable=False),
        sa.Column("saved", sa.BigInteger, nullable=True),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("status_before", sa.String(16), nullable=True),
        sa.Column("status_after", sa.String(16), nullable=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("thinned", sa.Boolean, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("base", sa.Integer, nullable=True),
        sa.Column("packed", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(
            ["story_number"],
            ["story.number"],
            name="fk_version_story_number_story",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("number", name="pk_version"),
    )
    op.create_index("ix_version_story_number", "version", ["story_number"])
    # Added as they are, not by making the table anew: the search index hangs on it.
    op.add_column("story", sa.Column("kept", sa.Integer, nullable=False, server_default="0"))
    op.add_column("story", sa.Column("spell", sa.DateTime(timezone=True), nullable=True))
