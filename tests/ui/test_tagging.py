"""Tags of the archive, offered where the open story names them."""

from __future__ import annotations

from collections.abc import Callable

from newsroom.store.store import Store
from newsroom.story.story import Story


def test_coming_to_the_tags_offers_those_of_the_archive_that_the_story_names(
    store: Store, writing: Callable, eventually: Callable
) -> None:
    for number in range(3):
        store.stories.save(Story(f"Lama {number}", tags=("Panen Raya", "Banjir")))
    window = writing("Warga Andai menggelar panen raya.")
    tags = window.inspector.data.field("tags")
    assert not tags.offers.isVisibleTo(window)
    tags.line.setFocus()
    eventually(lambda: [one.text() for one in tags.offers.buttons] == ["+ Panen Raya"])
    tags.offers.buttons[0].click()
    eventually(lambda: store.stories.get(window.desk.story.id).tags == ("Panen Raya",))
