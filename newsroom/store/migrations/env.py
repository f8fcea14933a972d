"""Runs the migrations on the connection, and in the transaction, that the store gives."""

from __future__ import annotations

from alembic import context

from newsroom.store.schema import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite changes a table by making it anew
)
with context.begin_transaction():
    context.run_migrations()
