"""The number of a story, which the tables of deliveries hang on."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from newsroom.store.errors import StoryNotFound
from newsroom.store.schema import StoryRow


def number_of(session: Session, story: str) -> int:
    """Return the number of the story with this id. Raises StoryNotFound."""
    number = session.scalar(select(StoryRow.number).where(StoryRow.id == story))
    if number is None:
        raise StoryNotFound(f"Naskah {story} tidak ditemukan.")
    return number
