"""What a house makes sure of before a story is printed, and how a story stands to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsroom.app.exporting import Exporting
from newsroom.app.styles import DEFAULT_HOUSE, DEFAULT_PORTAL

if TYPE_CHECKING:
    from newsroom.language.checker import Checker
    from newsroom.store.store import Store
    from newsroom.story.checklist import Item, Standing
    from newsroom.story.story import Story


class Checklists(Exporting):
    """Checklists by house and section, ticked by the checks as far as those can."""

    def checklist(self, house: str = DEFAULT_HOUSE) -> tuple[Item, ...]:
        """Return a house's items, or those that come with the program. Raises HouseError."""
        from newsroom.language.checklist_file import shipped_items

        own = self.house(house).checklist
        return shipped_items() if own is None else own

    def standings(
        self,
        story: Story,
        store: Store,
        house: str = DEFAULT_HOUSE,
        checker: Checker | None = None,
        portal: str = DEFAULT_PORTAL,
    ) -> list[Standing]:
        """Return how each item stands in a story, which is checked for that.

        What the house or this story leaves out does not count as found. ``checker`` saves
        making one. Raises HouseError, ProfileError and StoreError.
        """
        from newsroom.story.checklist import standings

        items = self.checklist(house)
        if not any(item.rules for item in items):
            return standings(items, story, ())
        return standings(items, story, self._found(story, store, house, checker, portal))

    def _found(
        self, story: Story, store: Store, house: str, checker: Checker | None, portal: str
    ) -> Sequence[str]:
        from newsroom.language.ignored import IgnoredMarks

        checker = checker or self.make_checker(store.words.all(), house)
        ignored = IgnoredMarks(store.ignored.all(house))
        found = [one.rule for one in checker.story(story) if not ignored.cover(one)]
        asked = self.preflight(story, self.profile(portal), store.media, house)
        return [*found, *(one.rule for one in asked)]
