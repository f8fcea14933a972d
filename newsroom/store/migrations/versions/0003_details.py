"""Further fields of stories and photographs, and the sources of a story."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    # SQLite adds a column that may not be empty only with a default, and keeps that default.
    with op.batch_alter_table("story") as story:
        story.add_column(sa.Column("details", sa.JSON, nullable=False, server_default="{}"))
        story.add_column(sa.Column("sources", sa.JSON, nullable=False, server_default="[]"))
    with op.batch_alter_table("photo") as photo:
        photo.add_column(sa.Column("details", sa.JSON, nullable=False, server_default="{}"))
