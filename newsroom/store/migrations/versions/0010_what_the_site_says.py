"""What the site's people did is known too: when a post is out, what they say of a picture.

And of a push that waits: how many of its tries count, and whether its site is at fault.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    # Added as they are, not by making the tables anew: stories hang on none of them.
    op.add_column("delivery", sa.Column("date", sa.DateTime(timezone=True), nullable=True))
    op.add_column("delivery", sa.Column("looked", sa.DateTime(timezone=True), nullable=True))
    op.add_column("portal_media", sa.Column("said", sa.Text, nullable=False, server_default=""))
    op.add_column(
        "push", sa.Column("spent", sa.Integer, nullable=False, server_default=sa.text("0"))
    )
    op.add_column("push", sa.Column("held", sa.Boolean, nullable=False, server_default=sa.false()))
