"""House styles, the portals' profiles, and the checker that goes by them."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import tzinfo
from typing import TYPE_CHECKING

from newsroom.app.home import Home

if TYPE_CHECKING:
    from newsroom.language.checker import Checker
    from newsroom.language.house import House
    from newsroom.language.ignored import IgnoredMarks
    from newsroom.portal.cached_site import CachedSite
    from newsroom.portal.profile import Profile

DEFAULT_PORTAL = "infobanten"
DEFAULT_HOUSE = DEFAULT_PORTAL


class Styles(Home):
    """What a story is judged by; what is the user's own comes before what is shipped."""

    def house(self, name: str = DEFAULT_HOUSE) -> House:
        """Return a house style; the user's own, in ``house/``, win. Raises HouseError."""
        from newsroom.language.house_file import load_house

        return load_house(name, self.home / "house")

    def house_names(self) -> list[str]:
        """Return the names of all house styles."""
        from newsroom.language.house_file import house_names

        return house_names(self.home / "house")

    def profile(self, name: str = DEFAULT_PORTAL) -> Profile:
        """Return a portal's profile; the user's own, in ``portals/``, win. Raises ProfileError.

        After its own rubrics come the others that its site is known to have.
        """
        from newsroom.portal.cached_site import with_site_rubrics
        from newsroom.portal.profile import load_profile

        profile = load_profile(name, self.home / "portals")
        return with_site_rubrics(profile, self.cached_site(profile))

    def zone(self) -> tzinfo | None:
        """Return the newsroom's time zone, that of its usual portal.

        None, which is the computer's own, while that portal's profile has a fault.
        """
        from newsroom.portal.profile_table import ProfileError

        with suppress(ProfileError):
            return self.profile().zone
        return None

    def cached_site(self, profile: Profile) -> CachedSite | None:
        """Return what is kept of a profile's site for the form; None if nothing is."""
        from newsroom.portal.cached_site import read_cached_site

        return read_cached_site(self.home / "portals", profile)

    def known_tags(self, profile: Profile) -> dict[str, int]:
        """Return the tags of the stories and of the portal's site, the weightier the more used."""
        from newsroom.language.tag_suggestions import with_site_tags

        cached = self.cached_site(profile)
        return with_site_tags(self.archive_tags(), cached.tags if cached else ())

    def profile_names(self) -> list[str]:
        """Return the names of all profiles."""
        from newsroom.portal.profile import profile_names

        return profile_names(self.home / "portals")

    def profile_titles(self) -> dict[str, str]:
        """Return the titles of all profiles by their names; a name is that of one with a fault."""
        from newsroom.portal.profile import load_profile
        from newsroom.portal.profile_table import ProfileError

        titles = {}
        for name in self.profile_names():
            titles[name] = name
            with suppress(ProfileError):
                titles[name] = load_profile(name, self.home / "portals").title
        return titles

    def profiles(self) -> list[Profile]:
        """Return all profiles that can be read, the usual one first. Raises ProfileError."""
        from newsroom.portal.profile import all_profiles

        return all_profiles(DEFAULT_PORTAL, self.home / "portals")

    def own_words(self) -> list[str]:
        """Return the user's own words; none before there is a data folder. Raises StoreError."""
        return self._kept(lambda store: store.words.all())

    def ignored(self, house: str = DEFAULT_HOUSE) -> IgnoredMarks:
        """Return the marks that a house leaves out. Raises StoreError."""
        from newsroom.language.ignored import IgnoredMarks

        return IgnoredMarks(self._kept(lambda store: store.ignored.all(house)))

    def archive_tags(self) -> dict[str, int]:
        """Return the tags of the stories, each with how many of them have it."""
        from newsroom.store.archive import archive_tags

        return archive_tags(self.home)

    def archive_names(self) -> dict[str, int]:
        """Return the names in the stories of the store, with how many stories have each."""
        from newsroom.store.archive import archive_names

        return archive_names(self.home)

    def make_checker(self, words: Iterable[str] = (), house: str = DEFAULT_HOUSE) -> Checker:
        """Make a checker by a house style, to which these words are right too.

        Without hunspell it goes by the project's own lists, and its ``lack`` says so; a word
        they do not have is then not surely wrong. It knows the names in the stories of the
        store. Raises HouseError.
        """
        from newsroom.language.checker import Checker
        from newsroom.language.finding import Severity
        from newsroom.language.rules.spelling import SPELLING
        from newsroom.language.speller import HunspellSpeller, SpellerUnavailable

        style, speller, lack = self.house(house), None, ""
        try:
            speller = HunspellSpeller()
        except SpellerUnavailable as error:
            lack = str(error)
            milder = {SPELLING.id: Severity.WARNING}
            style = replace(style, severity={**milder, **style.severity})
        return Checker(speller, words, house=style, archive=self.archive_names, lack=lack)
