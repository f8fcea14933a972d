"""The pictures of a story as they leave: small enough, named by what is in them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from newsroom.exchange.article import Attachment
from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.on_site import OnSite
from newsroom.photos.metadata.of_photo import facts_of
from newsroom.photos.pictures import NotAPicture
from newsroom.photos.renditions import Rendition, make_rendition
from newsroom.photos.side_by_side import in_order
from newsroom.portal.profile import PhotoLimits
from newsroom.story.story import Photo, Story

PRINT = PhotoLimits(longest_side=2000, quality=90, max_bytes=2_000_000)
"""What a picture on paper may be: 300 dots an inch across a page."""


@dataclass(frozen=True, slots=True)
class SentPicture:
    """A picture that goes with a story: what is said of it, and its bytes."""

    attachment: Attachment
    rendition: Rendition


def sent_pictures(
    story: Story,
    limits: PhotoLimits,
    picture: Callable[[Photo], Path | None],
    address: Callable[[str], str],
    step: Callable[[], None] = lambda: None,
) -> list[SentPicture]:
    """Return the pictures of a story within these limits, in its order.

    ``picture`` says where a photograph's file is; photographs without one are left out.
    ``address`` gives the one that a file of this name has on the portal. ``step`` is told of
    each photograph that is done, and may raise. Raises ExchangeError, in Indonesian, OSError.
    """

    def ready(photo: Photo) -> Callable[[], Rendition | None]:
        path = picture(photo)
        return lambda: _rendition(photo, path, limits) if path else None

    sent: list[SentPicture] = []
    with closing(in_order(map(ready, story.photos))) as made:
        for photo, rendition in zip(story.photos, made, strict=True):
            if rendition is not None:
                name = f"nr-{rendition.digest[:24]}{rendition.extension}"
                size = OnSite(width=rendition.width, height=rendition.height)
                told = Attachment(photo, name, address(name), size)
                sent.append(SentPicture(told, rendition))
            step()
    return sent


def _rendition(photo: Photo, path: Path, limits: PhotoLimits) -> Rendition:
    try:
        return make_rendition(
            path,
            limits.longest_side,
            limits.quality,
            limits.max_bytes,
            photo.edits,
            facts_of(photo),
        )
    except NotAPicture as error:  # it knows the file by the store's name, people by their own
        raise ExchangeError(str(error).replace(path.name, Path(photo.file).name)) from error
    except OSError:
        raise
    except Exception as error:  # what a library stumbles over, it says in its own language
        name = Path(photo.file).name
        why = "foto ini tidak dapat disiapkan; buka lalu simpan lagi sebagai JPEG"
        raise ExchangeError(f"{name}: {why}") from error
