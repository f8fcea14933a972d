"""What came from an old archive, so that nothing of it comes twice."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "imported",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("story_number", sa.Integer, nullable=True),
        sa.ForeignKeyConstraint(
            ["story_number"],
            ["story.number"],
            name="fk_imported_story_number_story",
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("key", name="pk_imported"),
    )
    op.create_index("ix_imported_story_number", "imported", ["story_number"])
