"""What is sent of a story for its post, and whether that may be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from newsroom.portal.push.differences import Difference
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
from newsroom.story.days import written_day

_LIVE = ("publish", "private")
_OUT = (*_LIVE, "future")
_GOES = ("publish", "future")


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
    if status == "publish" and (run.date or run.now()) > run.now():
        status = "future"
    message = _what_readers_see(status, remote, _wanted_date(run, remote, status))
    if message and not (wish.confirmed and run.push.revision == package.revision):
        again = " Naskahnya berubah sejak disetujui." if wish.confirmed else ""
        raise Question(Kind.CONFIRM, f"{message}.{again} Kirim lagi dengan persetujuan (--yes).")
    return status


def _what_readers_see(status: str, remote: RemotePost | None, date: datetime | None) -> str:
    """Return what becomes of what readers see, in words; empty if nothing does.

    ``date`` is the one that is sent.
    """
    if remote is not None and date is not None and (moves := _what_moves(status, remote, date)):
        return moves
    if status in ("publish", "future"):
        return "Tulisan ini akan dilihat pembaca"
    if remote is not None and remote.status in _LIVE and not status:
        return "Tulisan ini sudah tayang; pembaruannya langsung dilihat pembaca"
    if remote is not None and remote.status in _OUT and status:
        return (
            f"Di situs tulisan ini berstatus {status_words(remote.status)}; mengirimnya sebagai "
            f"{status_words(status)} menariknya dari sana"
        )
    return ""


def _what_moves(status: str, remote: RemotePost, date: datetime) -> str:
    """Return in words what another date does to a post that has one; empty if nothing."""
    until = _written(date, remote)
    # WordPress takes down what has a time to come, asked for or not (measured).
    taken_down = ("publish",) if not status else _LIVE if status == "future" else ()
    if remote.status in taken_down:
        return (
            f"Tulisan ini sudah tayang; dengan waktu tayang {until} ia ditarik sekarang juga dan "
            "tidak dapat dibaca sampai saat itu"
        )
    if remote.status != "future" or remote.date_gmt is None or status not in ("", *_GOES):
        return ""
    was = f"Di situs tulisan ini terjadwal {_written(remote.date_gmt, remote)}"
    if status == "publish":
        return f"{was}; kini ia langsung dilihat pembaca"
    return f"{was}; waktu tayangnya dipindahkan ke {until}"


def _written(moment: datetime, remote: RemotePost) -> str:
    """Return a moment by the site's clock."""
    local = moment.astimezone(remote.zone)
    return f"{written_day(local)} pukul {local:%H.%M} {local.tzname()}"


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
    if date := _wanted_date(run, remote, status):
        fields["date_gmt"] = date
    if remote and remote.status == "future" and not status and "date_gmt" not in fields:
        _tell_earlier(run, remote)
    return fields


def _wanted_date(run: Run, remote: RemotePost | None, status: str) -> datetime | None:
    """Return the date to be sent; None if the post keeps its own, or gets the site's now."""
    date, now = run.date, run.now()
    if date and (run.push.wish.time or (date > now and _takes_date(status, remote, date))):
        return None if remote and remote.date_gmt == date else date
    return now if status == "publish" and remote and _has_other_date(remote, now) else None


def _takes_date(status: str, remote: RemotePost | None, date: datetime) -> bool:
    """Say whether the story's own time is for a post: what is scheduled goes no earlier by it."""
    if remote is None or status == "future" or remote.status not in _OUT:
        return True
    return remote.status == "future" and not status and date > (remote.date_gmt or date)


def _has_other_date(remote: RemotePost, now: datetime) -> bool:
    """Say whether a post that is published now would come out under another day."""
    if remote.status in _LIVE or remote.date_gmt is None:
        return remote.date_gmt is not None and remote.date_gmt > now
    # A draft that nobody has dated tells that of its last change, and gets the site's own now.
    # One that was made with a time to come is said to be changed then (measured).
    is_dated = abs(remote.date_gmt - remote.modified_gmt) > timedelta(
        seconds=2
    ) or remote.date_gmt > now + timedelta(minutes=1)
    return remote.status == "future" or is_dated


def _tell_earlier(run: Run, remote: RemotePost) -> None:
    """Tell of a post that is scheduled later than its story is to be out."""
    date = run.package.date
    if run.push.wish.time or date is None or remote.date_gmt is None:
        return
    if run.now() < date < remote.date_gmt:
        here, there = _written(date, remote), _written(remote.date_gmt, remote)
        run.differences.append(
            Difference(
                "date",
                here,
                there,
                f"Di situs tulisan ini terjadwal {there}, di naskah {here}: lebih awal.",
                "Bila jadwalnya harus maju, kirim lagi dengan waktu itu.",
            )
        )
