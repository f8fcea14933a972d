"""The upload bundle: one zip with the story, its pictures, and how to import them."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from newsroom import __version__
from newsroom.exchange.article import Article, Attachment, make_article
from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.import_notes import import_notes
from newsroom.exchange.whole_file import written_whole
from newsroom.exchange.wxr import write_wxr
from newsroom.photos.metadata.of_photo import facts_of
from newsroom.photos.pictures import NotAPicture
from newsroom.photos.renditions import Rendition, make_rendition
from newsroom.photos.side_by_side import in_order
from newsroom.portal.profile import PhotoLimits, Profile
from newsroom.story.photo_edits import WHOLE, PhotoEdits
from newsroom.story.story import Photo, Story

FORMAT = "newsroom-bundle/1"

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can hold


class Cancelled(Exception):
    """The person stopped the work; nothing of it is left behind."""


@dataclass(frozen=True, slots=True)
class _Media:
    attachment: Attachment
    rendition: Rendition


def write_bundle(
    story: Story,
    profile: Profile,
    picture: Callable[[Photo], Path | None],
    out: Path,
    progress: Callable[[int, int], bool] | None = None,
    moment: datetime | None = None,
) -> Path:
    """Write the bundle of a story for a portal and return where it lies.

    ``picture`` says where a photograph's file is; photographs without one are
    left out. ``out`` is a ``.zip`` file, or a folder, where the bundle is then
    called ``<slug>-r<revision>.zip``. ``progress`` is told how many of how many
    steps are done, and stops the work by returning False. ``moment`` is the time
    of the story where no embargo sets it, as in ``make_article``. The same story,
    pictures and time give the same bytes, and a bundle that stood there before
    stays until the new one is whole.

    Raises ExchangeError, in Indonesian, and Cancelled.
    """
    report = _Progress(progress, len(story.photos) + 1)
    media = _media(story, profile, picture, report)
    article = make_article(story, profile, [one.attachment for one in media], moment)
    path = out if out.suffix.lower() == ".zip" else out / f"{article.slug}-r{article.revision}.zip"
    files = _files(article, profile, media)
    with written_whole(path, "paket") as part:
        _write_zip(part, files)
        report.step()
    return path


class _Progress:
    def __init__(self, tell: Callable[[int, int], bool] | None, total: int) -> None:
        self._tell = tell
        self._total = total
        self._done = -1
        self.step()

    def step(self) -> None:
        self._done += 1
        if self._tell and not self._tell(self._done, self._total):
            raise Cancelled


def _media(
    story: Story,
    profile: Profile,
    picture: Callable[[Photo], Path | None],
    report: _Progress,
) -> list[_Media]:
    def ready(photo: Photo) -> Callable[[], Rendition | None]:
        path = picture(photo)
        return lambda: _rendition(photo, path, profile.photo) if path else None

    media = []
    with closing(in_order(map(ready, story.photos))) as made:
        for photo, rendition in zip(story.photos, made, strict=True):
            if rendition is not None:
                name = f"nr-{rendition.digest[:24]}{rendition.extension}"
                media.append(_Media(Attachment(photo, name, profile.media_url(name)), rendition))
            report.step()
    return media


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


def _files(article: Article, profile: Profile, media: list[_Media]) -> dict[str, bytes]:
    renditions = {f"media/{one.attachment.file_name}": one.rendition for one in media}
    files = {name: rendition.data for name, rendition in renditions.items()}
    files["artikel.wxr.xml"] = write_wxr(article, profile)
    files["artikel.html"] = article.content.encode()
    files["BACA-SAYA-IMPOR.txt"] = import_notes(article, profile).encode()
    manifest = _manifest(article, profile, files, renditions)
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    return files | {"manifest.json": text.encode()}


def _manifest(
    article: Article,
    profile: Profile,
    files: Mapping[str, bytes],
    renditions: Mapping[str, Rendition],
) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "uid": article.uid,
        "rev": article.revision,
        "generator": f"newsroom {__version__}",
        "profile": profile.name,
        "site": profile.site,
        "article": {
            "title": article.title,
            "slug": article.slug,
            "status": article.status,
            "author": {"login": article.login, "name": article.author},
            "date": article.published.isoformat(),
            "section": article.sections[0].slug if article.sections else "",
            "other_sections": [one.slug for one in article.sections[1:]],
            "tags": [tag.name for tag in article.tags],
            "excerpt": article.excerpt,
            "fields": dict(article.fields),
            "photos": [
                {
                    "file": f"media/{one.file_name}",
                    "url": one.url,
                    "caption": one.caption,
                    "alt": one.alt,
                    "lead": article.has_lead and one == article.attachments[0],
                    "focal": _focal(one.photo.edits),
                }
                for one in article.attachments
            ],
        },
        "files": [_entry(path, files[path], renditions.get(path)) for path in sorted(files)],
    }


def _focal(edits: PhotoEdits) -> list[float] | None:
    """Return what must stay in sight as shares of the picture as it is sent.

    Nothing in WordPress reads it; whoever cuts the picture to another shape can.
    """
    cut = (edits.crop and edits.crop.within()) or WHOLE
    if edits.focal is None:
        return None
    across = (edits.focal[0] - cut.left) / cut.width
    down = (edits.focal[1] - cut.top) / cut.height
    is_within = 0 <= across <= 1 and 0 <= down <= 1
    return [round(across, 4), round(down, 4)] if is_within else None


def _entry(path: str, data: bytes, rendition: Rendition | None) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "path": path,
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "mime": rendition.mime if rendition else _MIME[Path(path).suffix],
    }
    if rendition:
        entry |= {"width": rendition.width, "height": rendition.height}
    return entry


_MIME = {".xml": "application/xml", ".html": "text/html", ".txt": "text/plain"}


def _write_zip(path: Path, files: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w") as bundle:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 3  # the same bytes from Windows too
            entry.external_attr = 0o644 << 16
            packed = name.startswith("media/")
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            bundle.writestr(entry, files[name])
