"""The marks that a house leaves out."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "ignored",
        sa.Column("house", sa.Text, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("house", "rule", "folded", name="pk_ignored"),
    )
