"""What is sent of a story for its post, and whether that may be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsroom.portal.push.marker import marked
from newsroom.portal.push.questions import Kind, Question
from newsroom.portal.push.rights import author_difference, wanted_author
from newsroom.portal.push.run import Run
from newsroom.portal.push.words import status_words
from newsroom.portal.wordpress.account import Account
from newsroom.portal.wordpress.errors import NotAllowed
from newsroom.portal.wordpress.media import RemoteMedia
from newsroom.portal.wordpress.posts import RemotePost
from newsroom.store.deliveries.records import Delivery

_LIVE = ("publish", "private")
_OUT = (*_LIVE, "future")


def require_future(run: Run, remote: RemotePost | None) -> None:
    """Raise Question if the time that was wanted has gone by; a post that has it may keep it."""
    time = run.push.wish.time
    if time is None or time > run.now() or (remote is not None and remote.date_gmt == time):
        return
    raise Question(
        Kind.PAST,
        "Waktu tayang yang diminta sudah lewat, jadi tidak ada yang dikirim. Kirim lagi dengan "
        "waktu yang baru, atau tanpa waktu.",
    )


def wanted_status(run: Run, remote: RemotePost | None, account: Account) -> str:
    """Return the status to be sent; empty if the post keeps its own.

    Raises Question if readers would see something that nobody has agreed to, NotAllowed.
    """
    wish, package = run.push.wish, run.package
    status = wish.status or ("" if remote else package.status)
    if remote is not None and remote.status in _LIVE and not account.can("edit_published_posts"):
        raise NotAllowed(
            "Tulisan ini sudah tayang, dan akun ini tidak berhak mengubah tulisan yang sudah "
            "tayang. Minta redaktur situs memperbaruinya."
        )
    message = _what_readers_see(status, remote)
    if message and not (wish.confirmed and run.push.revision == package.revision):
        again = " Naskahnya berubah sejak disetujui." if wish.confirmed else ""
        raise Question(Kind.CONFIRM, f"{message}.{again} Kirim lagi dengan persetujuan (--yes).")
    if status == "publish" and (run.date or run.now()) > run.now():
        return "future"
    return status


def _what_readers_see(status: str, remote: RemotePost | None) -> str:
    """Return what becomes of what readers see, in words; empty if nothing does."""
    is_live = remote is not None and remote.status in _LIVE
    if status == "publish":
        return "Tulisan ini akan dilihat pembaca"
    if is_live and not status:
        return "Tulisan ini sudah tayang; pembaruannya langsung dilihat pembaca"
    if remote is not None and remote.status in _OUT and status:
        return (
            f"Di situs tulisan ini berstatus {status_words(remote.status)}; mengirimnya sebagai "
            f"{status_words(status)} menariknya dari sana"
        )
    return ""


def body_of(
    run: Run,
    account: Account,
    remote: RemotePost | None,
    known: Delivery | None,
    media: Mapping[str, RemoteMedia],
) -> dict[str, Any]:
    """Return the fields to be sent but status, date and terms.

    What is to stay as it is on the site is not among them.
    """
    package = run.package
    body: dict[str, Any] = {
        "title": package.title,
        "content": marked(package.content(media), package.uid),
        "excerpt": package.excerpt,
        "meta": _meta(run, remote),
    }
    lead = media.get(package.lead)
    if lead or not package.lead:
        body["featured_media"] = lead.id if lead else 0
    told: Mapping[str, str] = known.seen if known else {}
    # An address that readers may have stays, unless it was changed here since.
    if remote is None or (told and told.get("sent.slug") != package.slug):
        body["slug"] = package.slug
    author = wanted_author(run.client, account, package, run.users)
    if author and (remote is None or told.get("sent.author") != str(author)):
        body["author"] = author
    elif author is None:
        run.differences.append(author_difference(account, package))
    return body


def _meta(run: Run, remote: RemotePost | None) -> dict[str, str]:
    """Return the custom fields; one that is empty now does not keep what it said on the site."""
    there = remote.meta if remote else {}
    return {key: "" for key in run.package.emptied if there.get(key)} | dict(run.package.meta)


def standing(run: Run, remote: RemotePost | None, status: str) -> dict[str, Any]:
    """Return status and date as far as they are to be sent."""
    fields: dict[str, Any] = {}
    if status and not (remote and remote.status == status):
        fields["status"] = status
    date, wished, now = run.date, run.push.wish.time, run.now()
    is_waiting = remote is None or remote.status not in _OUT or status == "future"
    if date and (wished or (date > now and is_waiting)):
        if remote is None or remote.date_gmt != date:
            fields["date_gmt"] = date
    elif status == "publish" and remote and (remote.date_gmt or now) > now:
        fields["date_gmt"] = now
    return fields
