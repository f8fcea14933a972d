"""The cards of all photos, each made only when somebody asks for it."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.ui.inspector.photos.card import PhotoCard
from newsroom.ui.inspector.photos.place import PhotoPlace


class PhotoCards(Sequence[PhotoCard]):
    """Going through all of them makes them all: for tests, and for one card at a time."""

    def __init__(self, places: Sequence[PhotoPlace]) -> None:
        self._places = places

    def __getitem__(self, index: int) -> PhotoCard:
        return self._places[index].build()

    def __len__(self) -> int:
        return len(self._places)
