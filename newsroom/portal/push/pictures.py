"""The pictures of a story: each is looked for on the site, and uploaded if it is not there."""

from __future__ import annotations

import hashlib
import html
import re

from newsroom.portal.push.differences import Difference
from newsroom.portal.push.fields import hashed, normal
from newsroom.portal.push.package import Picture, slug_of
from newsroom.portal.push.rights import without_upload
from newsroom.portal.push.run import Run
from newsroom.portal.push.settled import let_settle
from newsroom.portal.wordpress.account import Account
from newsroom.portal.wordpress.errors import Blocked, Gone, NotAllowed, Uncertain
from newsroom.portal.wordpress.media import (
    RemoteMedia,
    find_media,
    finish_media,
    read_media,
    update_media,
    upload_media,
)
from newsroom.store.deliveries.records import KeptMedium

_DIED = 500  # and above: so says a server whose PHP ran out of memory or of time


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
    if kept is None:
        uploads = run.records.journal.of_story(run.package.uid, run.push.portal, "media")
        let_settle(run, [step for step in uploads if step.what == picture.slug])
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
        return _whole(run, picture, medium)
    return medium


def _whole(run: Run, picture: Picture, medium: RemoteMedia) -> RemoteMedia:
    """Have the sizes made that a picture lacks: its upload may have been cut off before."""
    try:
        with run.step("sizes", picture.slug, id=medium.id):
            medium = finish_media(run.client, medium.id)
    except (NotAllowed, Blocked):  # another's picture, or a WordPress before 5.3
        pass
    except Uncertain as error:
        if error.status < _DIED:
            raise
        run.differences.append(
            Difference(
                "media",
                picture.file_name,
                "",
                "Situs tidak sanggup membuat ukuran-ukuran kecil sebuah foto; yang terpasang "
                "ukuran aslinya.",
                "Kirim lagi nanti; bila berulang, minta pengelola situs menaikkan batas memori "
                "PHP, atau kecilkan fotonya (max_bytes di profil portal).",
            )
        )
        return medium  # not kept: the next push has it tried again
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
                    caption=_as_html(picture.caption),
                    alt=_as_html(picture.alt),
                    progress=lambda done, _: run.told("media", picture.file_name, done),
                )
                came.update(id=medium.id)
                run.uploaded += 1
        except NotAllowed:
            return None
    _keep(run, picture, medium)
    return medium


def _keep(run: Run, picture: Picture, medium: RemoteMedia, said: str = "") -> None:
    kept = KeptMedium(run.site, picture.digest, medium.id, medium.url, medium.slug, run.now(), said)
    run.records.deliveries.keep_medium(kept)


def _captioned(run: Run, picture: Picture, medium: RemoteMedia, *, may: bool) -> RemoteMedia:
    """Have the site's library say of a picture what the story says of it now.

    What somebody else has written there stays.
    """
    kept = run.records.deliveries.medium(run.site, picture.digest)
    known, ours, theirs = kept.said if kept else "", _said(picture), _said(medium)
    if not medium.is_raw and _letters(picture) == _letters(medium):
        return medium  # another's, and shown with quotes and dashes that WordPress has made
    if ours == theirs:
        if kept and known != ours:
            _keep(run, picture, medium, ours)
        return medium
    if theirs not in (known, _SILENT):
        by_others = "bukan dari sini" if known else "mungkin ditulis orang di situs"
        why = f"dan {by_others}: tidak ditimpa"
        advice = "Samakan di pustaka media situs, atau ambil keterangan itu ke naskah."
    else:
        try:
            if may:
                with run.step("caption", picture.slug, id=medium.id):
                    medium = update_media(
                        run.client,
                        medium.id,
                        caption=_as_html(picture.caption),
                        alt=_as_html(picture.alt),
                    )
                _keep(run, picture, medium, _said(medium))
                return medium
        except NotAllowed:
            pass
        why = "dan akun ini tidak berhak mengubahnya"
        advice = "Minta redaktur situs memperbaiki keterangannya di pustaka media."
    run.differences.append(
        Difference(
            "caption",
            picture.caption,
            medium.caption,
            f"Keterangan sebuah foto di pustaka media situs tidak sama dengan di naskah, {why}.",
            advice,
        )
    )
    return medium


def _as_html(words: str) -> str:
    """Return what is said of a picture as WordPress takes it: “<” would begin an element."""
    return html.escape(words, quote=False)


def _said(picture: Picture | RemoteMedia) -> str:
    """Return a digest of what is said of a picture."""
    return hashed("\0".join(normal("caption", one) for one in (picture.caption, picture.alt)))


def _letters(picture: Picture | RemoteMedia) -> list[str]:
    return [_NO_LETTERS.sub("", one) for one in (picture.caption, picture.alt)]


_NO_LETTERS = re.compile(r"[\W_]+")
_SILENT = hashed("\0")
