"""The pictures of a story: each is looked for on the site, and uploaded if it is not there."""

from __future__ import annotations

import hashlib

from newsroom.portal.push.differences import Difference
from newsroom.portal.push.fields import normal
from newsroom.portal.push.package import Picture, slug_of
from newsroom.portal.push.rights import without_upload
from newsroom.portal.push.run import Run
from newsroom.portal.wordpress.account import Account
from newsroom.portal.wordpress.errors import Gone, NotAllowed
from newsroom.portal.wordpress.media import (
    RemoteMedia,
    find_media,
    read_media,
    update_media,
    upload_media,
)
from newsroom.store.deliveries.records import KeptMedium


def pictures(run: Run, account: Account) -> dict[str, RemoteMedia]:
    """Return the pictures as they are on the site, by file name; what can't be is told of."""
    may = account.can("upload_files")
    media: dict[str, RemoteMedia] = {}
    for picture in run.package.pictures:
        medium = _there(run, picture)
        if medium is None and may:
            medium = _upload(run, picture)
        if medium is not None:
            media[picture.file_name] = _captioned(run, picture, medium, may=may)
        run.sent += picture.size
    if refused := len(run.package.pictures) - len(media):
        run.differences.append(without_upload(refused))
    return media


def _there(run: Run, picture: Picture) -> RemoteMedia | None:
    """Return the picture if it is on the site, under what it was sent as, ever."""
    kept = run.records.deliveries.medium(run.site, picture.digest)
    medium = None
    with run.step("look", picture.slug) as came:
        if kept:
            try:
                medium = read_media(run.client, kept.remote_id)
            except Gone:
                run.records.deliveries.forget_medium(run.site, picture.digest)
        medium = medium or find_media(run.client, picture.slug)
        came.update(id=medium.id if medium else 0)
    if medium and (kept is None or kept.remote_id != medium.id):
        _keep(run, picture, medium)
    return medium


def _upload(run: Run, picture: Picture) -> RemoteMedia | None:
    data = picture.data()
    # In an import bundle a picture has its name from all of its bytes.
    bundled = slug_of(hashlib.sha256(data).hexdigest())
    with run.step("look", bundled) as came:
        medium = find_media(run.client, bundled)
        came.update(id=medium.id if medium else 0)
    if medium is None:
        try:
            with run.step("media", picture.slug, bytes=len(data)) as came:
                medium = upload_media(
                    run.client,
                    data,
                    picture.file_name,
                    picture.mime,
                    slug=picture.slug,
                    caption=picture.caption,
                    alt=picture.alt,
                    progress=lambda done, _: run.told("media", picture.file_name, done),
                )
                came.update(id=medium.id)
        except NotAllowed:
            return None
    _keep(run, picture, medium)
    return medium


def _keep(run: Run, picture: Picture, medium: RemoteMedia) -> None:
    kept = KeptMedium(run.site, picture.digest, medium.id, medium.url, medium.slug, run.now())
    run.records.deliveries.keep_medium(kept)


def _captioned(run: Run, picture: Picture, medium: RemoteMedia, *, may: bool) -> RemoteMedia:
    """Have the site's library say of a picture what the story says of it now."""
    pairs = ((picture.caption, medium.caption), (picture.alt, medium.alt))
    if all(normal("caption", ours) == normal("caption", theirs) for ours, theirs in pairs):
        return medium
    if may:
        try:
            with run.step("caption", picture.slug, id=medium.id):
                return update_media(run.client, medium.id, caption=picture.caption, alt=picture.alt)
        except NotAllowed:
            pass
    run.differences.append(
        Difference(
            "caption",
            picture.caption,
            medium.caption,
            "Keterangan sebuah foto di pustaka media situs lain dari naskah, dan akun ini "
            "tidak berhak mengubahnya.",
            "Minta redaktur situs memperbaiki keterangannya di pustaka media.",
        )
    )
    return medium
