"""The upload bundle: one zip with stories, their pictures, and how to import them."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from newsroom import __version__
from newsroom.exchange.article import Article, make_article, told_apart
from newsroom.exchange.import_notes import import_notes
from newsroom.exchange.progress import Progress
from newsroom.exchange.sent_pictures import SentPicture, sent_pictures
from newsroom.exchange.whole_file import written_whole
from newsroom.exchange.wxr import write_joint_wxr
from newsroom.photos.renditions import Rendition
from newsroom.portal.profile import Profile
from newsroom.story.photo_edits import WHOLE, PhotoEdits
from newsroom.story.story import Photo, Story

FORMAT = "newsroom-bundle/1"

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can hold


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
    return write_joint_bundle((story,), profile, picture, out, progress, moment)


def write_joint_bundle(
    stories: Sequence[Story],
    profile: Profile,
    picture: Callable[[Photo], Path | None],
    out: Path,
    progress: Callable[[int, int], bool] | None = None,
    moment: datetime | None = None,
) -> Path:
    """Write one bundle of several stories, as ``write_bundle`` does of one.

    Each picture is in it once, also where several stories have it. In a folder it is called
    by the first story and how many there are, and takes no other's place there.
    """
    report = Progress(progress, sum(len(one.photos) for one in stories) + 1)
    media: dict[str, SentPicture] = {}
    articles = []
    for story in stories:
        sent = sent_pictures(story, profile.photo, picture, profile.media_url, report.step)
        attachments = [one.attachment for one in sent]
        articles.append(make_article(story, profile, attachments, moment))
        for one in sent:
            media.setdefault(one.attachment.file_name, one)
    articles = told_apart(articles)
    path = out if out.suffix.lower() == ".zip" else _place(out, articles)
    files = _files(articles, profile, list(media.values()))
    with written_whole(path, "paket") as part:
        _write_zip(part, files)
        report.step()
    return path


def _place(folder: Path, articles: Sequence[Article]) -> Path:
    first = articles[0]
    if len(articles) == 1:
        return folder / f"{first.slug}-r{first.revision}.zip"
    stem = f"{first.slug}-dan-{len(articles) - 1}-lain"
    path, number = folder / f"{stem}.zip", 1
    while path.exists():  # the name does not say which the others are
        number += 1
        path = folder / f"{stem}-{number}.zip"
    return path


def _files(
    articles: Sequence[Article], profile: Profile, media: Sequence[SentPicture]
) -> dict[str, bytes]:
    used = {one.file_name for article in articles for one in article.attachments}
    renditions = {
        f"media/{one.attachment.file_name}": one.rendition
        for one in media
        if one.attachment.file_name in used
    }
    bodies = _body_names(articles)
    files = {name: rendition.data for name, rendition in renditions.items()}
    files["artikel.wxr.xml"] = write_joint_wxr(articles, profile)
    files |= {name: one.content.encode() for name, one in zip(bodies, articles, strict=True)}
    files["BACA-SAYA-IMPOR.txt"] = import_notes(articles, profile).encode()
    manifest = {
        "format": FORMAT,
        "generator": f"newsroom {__version__}",
        "profile": profile.name,
        "site": profile.site,
        **_told(articles, bodies),
        "files": [_entry(path, files[path], renditions.get(path)) for path in sorted(files)],
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    return files | {"manifest.json": text.encode()}


def _body_names(articles: Sequence[Article]) -> list[str]:
    if len(articles) == 1:
        return ["artikel.html"]
    return [f"artikel/{one.slug or one.uid}.html" for one in articles]


def _told(articles: Sequence[Article], bodies: Sequence[str]) -> dict[str, Any]:
    """Return what the manifest says of one story, or of each of several."""
    if len(articles) == 1:
        (article,) = articles
        return {"uid": article.uid, "rev": article.revision, "article": _article(article)}
    return {
        "articles": [
            {"uid": one.uid, "rev": one.revision, "body": body, **_article(one)}
            for one, body in zip(articles, bodies, strict=True)
        ]
    }


def _article(article: Article) -> dict[str, Any]:
    return {
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
