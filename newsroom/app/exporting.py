"""Stories going out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.app.own_file import own_file
from newsroom.app.styles import DEFAULT_HOUSE, DEFAULT_PORTAL, Styles
from newsroom.app.writing import write_whole
from newsroom.exchange.formats import FORMS, Material, Pictures, form_named
from newsroom.story.story import Photo, Story

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.app.delivered import Sent
    from newsroom.exchange.exported import ExportedStory
    from newsroom.exchange.formats.clipboard import Copied
    from newsroom.exchange.sent_pictures import SentPicture
    from newsroom.language.finding import Finding
    from newsroom.portal.preflight import Clearance
    from newsroom.portal.profile import Profile
    from newsroom.store.media import Media
    from newsroom.store.store import Store

EXPORTS = ("bundle", *(form.name for form in FORMS))
ENDINGS = {form.name: form.ending for form in FORMS}


def is_own(form: str) -> bool:
    """Say whether a form is the newsroom's own file, of which no portal asks anything."""
    return any(one.name == form and one.is_own for one in FORMS)


class Exporting(Styles):
    """Stories looked over for a portal, and written to files."""

    def picture(self, media: Media | None) -> Callable[[Photo], Path | None]:
        """Return a function that says where a photo's file lies: in ``media``, or on its own."""

        def find(photo: Photo) -> Path | None:
            kept = media.path(photo.digest) if media and photo.digest else None
            return kept or own_file(photo)

        return find

    def carried(self, story: Story, profile: Profile, house: str = DEFAULT_HOUSE) -> Story:
        """Return a story as it goes to a portal, also where another of the portals had it.

        Its quotation marks are the house's. Of a withdrawn one only the announcement is left.
        Raises HouseError.
        """
        from newsroom.exchange.house_quotes import in_house_quotes
        from newsroom.portal.house_marks import carried_over
        from newsroom.story.notes import announced

        style = self.house(house)
        went = carried_over(story, profile, self.profiles())
        return announced(in_house_quotes(went, style.typing_style), style.notes)

    def dressed(self, profile: Profile, house: str = DEFAULT_HOUSE) -> Profile:
        """Return a profile by which a house's notes are worded and placed. Raises HouseError."""
        return replace(profile, notes=self.house(house).notes)

    def shown_profile(self, name: str = DEFAULT_PORTAL, house: str = DEFAULT_HOUSE) -> Profile:
        """Return a portal's profile as the window shows stories by it.

        A house that can't be used, of which others tell, words nothing. Raises ProfileError.
        """
        from newsroom.language.house import HouseError

        profile = self.profile(name)
        try:
            return self.dressed(profile, house)
        except HouseError:
            return profile

    def preflight(
        self,
        story: Story,
        profile: Profile,
        media: Media | None,
        house: str = DEFAULT_HOUSE,
        *,
        at: datetime | None = None,
    ) -> list[Finding]:
        """Return what a portal will miss in a story, as a house weighs it.

        Errors stand in the way of an export; what two desks wrote differently in a story of
        the store, until somebody has chosen, is one. ``at`` is the time that it is asked to
        go out at, instead of its own. Raises HouseError.
        """
        from newsroom.photos.pictures import is_picture
        from newsroom.portal.preflight import preflight

        story = self.carried(replace(story, publish=at or story.publish), profile, house)
        find = self.picture(media)

        def is_at_hand(photo: Photo) -> bool:
            path = find(photo)
            return path is not None and is_picture(path)

        style = self.house(house)
        found = preflight(story, profile, is_at_hand, house=style)
        return [*found, *self._at_odds(story)]

    def _at_odds(self, story: Story) -> list[Finding]:
        if story.created is None:  # no store ever had it
            return []
        from newsroom.language.requirements import requirements
        from newsroom.portal.preflight.override import UNCHOSEN
        from newsroom.store.unchosen import unchosen_at

        rule = requirements()[UNCHOSEN]
        return [
            rule.unmet(one.field, one.start, one.quote)
            if one.quote and not one.lost
            else rule.unmet(re.split(r"[.\[]", one.field)[0])
            for one in unchosen_at(self.home, story.id)
        ]

    def clearance(
        self,
        story: Story,
        profile: Profile,
        media: Media | None,
        house: str = DEFAULT_HOUSE,
        override: str = "",
        *,
        at: datetime | None = None,
    ) -> Clearance:
        """Say whether a story may go to a portal; ``override`` is why it should all the same.

        Nothing goes out while anything is ``in_the_way``; ``note`` is for the note of the
        step that the history keeps. ``at`` is as in ``preflight``. Raises HouseError.
        """
        from newsroom.portal.preflight import cleared

        return cleared(self.preflight(story, profile, media, house, at=at), override)

    def sent_before(
        self, story: Story, profile: Profile, store: Store, house: str = DEFAULT_HOUSE
    ) -> Sent | None:
        """Return how and when a story went to a portal last; None where it never did.

        Its ``warning`` says what importing a second bundle would do; whoever makes one asks
        first. Raises HouseError and StoreError.
        """
        from newsroom.app.delivered import sent_before

        return sent_before(story, profile, store, lambda one: self.carried(one, profile, house))

    def export(
        self,
        story: Story,
        form: str,
        out: Path,
        profile: Profile,
        media: Media | None,
        progress: Callable[[int, int], bool] | None = None,
        house: str = DEFAULT_HOUSE,
    ) -> Path:
        """Write a story in one of ``EXPORTS`` to ``out`` and return the file's path.

        ``wxr`` and ``html`` are the import file and the block markup that are in the
        bundle. ``out`` may be a folder: the file then takes the story's slug for its name.
        ``progress`` is told how many of how many steps are done and answers False to stop.

        Raises ExchangeError, OSError, HouseError, and the bundle's Cancelled.
        """
        if form == "bundle":
            from newsroom.exchange.bundle import write_bundle

            story, profile = self.carried(story, profile, house), self.dressed(profile, house)
            return write_bundle(story, profile, self.picture(media), out, progress)

        from newsroom.exchange.article import story_slug

        if out.is_dir():
            out /= f"{story_slug(story)}.{ENDINGS[form]}"
        made = form_named(form)
        if made.is_own:
            return write_whole(out, made.write(Material(story, profile)))
        material = self.material(story, profile, media, made.pictures, progress, house)
        return write_whole(out, made.write(material if made.is_staged else self._there(material)))

    def material(
        self,
        story: Story,
        profile: Profile,
        media: Media | None = None,
        pictures: Pictures = Pictures.NONE,
        progress: Callable[[int, int], bool] | None = None,
        house: str = DEFAULT_HOUSE,
    ) -> Material:
        """Return what a story's forms are made of, with pictures of the kind that is wanted.

        Raises ExchangeError, OSError, HouseError, and the bundle's Cancelled.
        """
        from newsroom.exchange.article import story_slug

        story, profile = self.carried(story, profile, house), self.dressed(profile, house)
        sent: tuple[SentPicture, ...] = ()
        if pictures is not Pictures.NONE:
            from newsroom.exchange.progress import Progress
            from newsroom.exchange.sent_pictures import PRINT, sent_pictures

            limits = PRINT if pictures is Pictures.PRINT else profile.photo
            report = Progress(progress, len(story.photos))
            found = self.picture(media)
            sent = (*sent_pictures(story, limits, found, profile.media_url, report.step),)
        link = ""
        if story.status.is_public and story.slug:
            # WordPress leads from the bare slug to the page, whatever stands before it there.
            link = f"{profile.site}/{story_slug(story)}/"
        return Material(story, profile, sent, link=link)

    def to_copy(
        self, story: Story, kind: str, profile: Profile, house: str = DEFAULT_HOUSE
    ) -> Copied:
        """Return a story for the clipboard, as one of its ``COPIES``. Raises HouseError."""
        from newsroom.exchange.formats.clipboard import COPIES

        return COPIES[kind](self._there(self.material(story, profile, house=house)))

    def _there(self, material: Material) -> Material:
        """Return the same with what is known of it on the portal; that is not worth a failure."""
        from newsroom.app.addressed import addressed
        from newsroom.store.errors import StoreError

        if material.story.created is not None:  # else no store ever had it
            with suppress(StoreError):
                return next(iter(self._kept(lambda store: [addressed(material, store)])), material)
        return material

    def export_many(
        self,
        ids: Sequence[str],
        form: str,
        folder: Path,
        profile: Profile,
        store: Store,
        progress: Callable[[int, int], bool] | None = None,
        house: str = DEFAULT_HOUSE,
        override: str = "",
        *,
        again: bool = True,
    ) -> Iterator[ExportedStory]:
        """Write stories into a folder, and yield what became of each, as it is done.

        What goes wrong with one is told in its answer; the others are written. So is what
        stands in the way of one, unless ``override`` says why it goes all the same, and that
        an import file of it was made before, unless it is to be made ``again``. ``progress``
        is told how many stories of how many are done, and answers False to stop. Raises
        ExchangeError if there can be no such folder, HouseError, and StoreError.
        """
        from newsroom.app.many_exports import ManyExports
        from newsroom.exchange.errors import ExchangeError, disk_fault

        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ExchangeError(f"{folder}: {disk_fault(error)}") from None
        many = ManyExports(self, form, folder, profile, store, house, override, again)
        for done, id in enumerate(ids):
            if progress and not progress(done, len(ids)):
                return
            yield many.one(id)
        if progress:
            progress(len(ids), len(ids))

    def export_together(
        self,
        ids: Sequence[str],
        out: Path,
        profile: Profile,
        store: Store,
        progress: Callable[[int, int], bool] | None = None,
        house: str = DEFAULT_HOUSE,
        override: str = "",
        *,
        again: bool = True,
    ) -> list[ExportedStory]:
        """Write stories into one bundle, and say what became of each.

        Nothing is written while anything stands in the way of one of them; that is told as
        in ``export_many``. Raises ExchangeError, OSError, HouseError, StoreError, and the
        bundle's Cancelled.
        """
        from newsroom.app.many_exports import ManyExports

        together = ManyExports(self, "bundle", out, profile, store, house, override, again)
        return together.in_one(ids, progress)
