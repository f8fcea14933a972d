"""What every form has in common: what it is made of, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto
from typing import TYPE_CHECKING

from newsroom.portal.publication import publication

if TYPE_CHECKING:
    from newsroom.exchange.sent_pictures import SentPicture
    from newsroom.portal.profile import Profile
    from newsroom.story.story import Story


@dataclass(frozen=True, slots=True)
class Material:
    """What a form is made of: a story as it goes to a portal, with its pictures.

    ``moment`` (aware) is the time of the story where nobody has set one, ``link`` the
    address that readers find it at, empty while that is not known.
    """

    story: Story
    profile: Profile
    pictures: tuple[SentPicture, ...] = ()
    moment: datetime | None = None
    link: str = ""

    @property
    def lead(self) -> SentPicture | None:
        """The picture above the story."""
        return self.picture_of(self.story.lead_photo)

    def picture_of(self, photo: object) -> SentPicture | None:
        """Return the picture of a photograph, if there is one."""
        return next((one for one in self.pictures if one.attachment.photo == photo), None)

    @property
    def published(self) -> datetime:
        """When readers have it, by the portal's clock."""
        story = self.story
        when = publication(story) or self.moment or story.updated or datetime.now(UTC)
        return at_portal(when, self.profile)

    @property
    def modified(self) -> datetime:
        """When it was last changed, by the portal's clock; never before its publication."""
        return max(at_portal(self.story.updated or self.published, self.profile), self.published)


def at_portal(moment: datetime, profile: Profile) -> datetime:
    """Return a moment by the portal's clock, to the second."""
    return moment.astimezone(profile.zone).replace(microsecond=0)


class Pictures(Enum):
    """Which pictures a form wants: none, small ones for the web, or large ones for paper."""

    NONE = auto()
    WEB = auto()
    PRINT = auto()


@dataclass(frozen=True, slots=True)
class Form:
    """A form that a story leaves in.

    ``name`` is what the command line calls it, ``label`` what people do; ``ending`` comes
    after the dot of its file's name. ``is_own`` marks the newsroom's own file, which holds
    the story as it is and of which no portal asks anything, ``is_staged`` one whose
    pictures wait on the portal for an import. The same material gives the same bytes.
    """

    name: str
    ending: str
    label: str
    write: Callable[[Material], bytes]
    pictures: Pictures = Pictures.WEB
    is_own: bool = False
    is_staged: bool = False
