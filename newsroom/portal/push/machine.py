"""The push of one story: connect, terms, pictures, post, and a look at what came of it.

Every step begins by looking what is there already, so the whole of it may be done again
from the start at any time: after a crash, a lost answer, a week without a network.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from newsroom.portal.push.body import body_of, require_future, standing, wanted_status
from newsroom.portal.push.differences import Difference, Names, differences
from newsroom.portal.push.fields import COMPARED, fields_of, fingerprint, normal, unlike
from newsroom.portal.push.finding import Finder
from newsroom.portal.push.pictures import pictures
from newsroom.portal.push.questions import Answer, Conflict, Kind, Question
from newsroom.portal.push.rights import require_raw, require_right, wanted_author
from newsroom.portal.push.run import Run
from newsroom.portal.push.settled import let_settle, unsettled
from newsroom.portal.push.terms import categories, tags
from newsroom.portal.push.words import field_words
from newsroom.portal.wordpress.account import Account, who_am_i
from newsroom.portal.wordpress.errors import PortalError
from newsroom.portal.wordpress.posts import RemotePost, create_post, read_post, update_post
from newsroom.store.deliveries.records import Delivery

_NEW = "new"


class _JustChanged(PortalError):
    """What was found of a post does not hold any more: all has to be looked at again."""

    is_passing = True


@dataclass(frozen=True, slots=True)
class Delivered:
    """A story as it is on the site now, and what of it is not as it was sent."""

    post: RemotePost
    differences: tuple[Difference, ...]
    is_new: bool


def push_story(run: Run) -> Delivered:
    """Push the story. Raises Question, PortalError, Cancelled, PushStopped, StoreError."""
    account = _connect(run)
    known = _known(run)
    remote = _find(run, known, account)
    require_future(run, remote)
    status = wanted_status(run, remote, account)
    rubrics, labels = categories(run), tags(run)
    media = pictures(run, account)
    body = body_of(run, account, remote, known, media)
    body |= {"tags": list(labels)} | ({"categories": list(rubrics)} if rubrics else {})
    require_future(run, remote)  # pictures take their time
    body |= standing(run, remote, status)
    if remote is None and run.uploaded and _find(run, None, account):
        raise _JustChanged("Tulisan ini baru saja muncul di situs. Dicoba lagi.")
    post = _post(run, body, remote, known)
    shown = [one for one in media.values() if one.url in str(body["content"])]
    names = Names(rubrics, labels, run.package.author)

    with run.step("verify", str(post.id)) as came:
        found = read_post(run.client, post.id)
        if not found.is_raw:  # what was written is known from the answer to that
            found = replace(
                found,
                title=post.title,
                content=post.content,
                excerpt=post.excerpt,
                meta=post.meta,
            )
        made = _wanted_of_new(run)
        told = (*run.differences, *differences({**made, **body}, found, names, shown))
        came.update(status=found.status, differences=[one.as_json() for one in told])
        _keep_delivery(run, found, body, seen=post)
    return Delivered(found, told, is_new=bool(made))


def _connect(run: Run) -> Account:
    with run.step("connect", run.site) as came:
        account = who_am_i(run.client)
        came.update(id=account.id, roles=list(account.roles))
    require_right(account, "edit_posts")
    if run.push.wish.status == "publish":
        require_right(account, "publish_posts")
    return account


def _known(run: Run) -> Delivery | None:
    known = run.records.deliveries.get(run.package.uid, run.push.portal)
    if known is None or known.site == run.site:
        return known
    said = run.ask(
        Question(
            Kind.SITE,
            f"Naskah ini dikirim ke {known.site}, sedangkan profil portal kini menunjuk "
            f"{run.site}. Jawab “pakai” bila itu situs yang sama dengan alamat baru, "
            "atau “baru” untuk membuat tulisan baru di sana.",
            {"from": known.site, "to": run.site},
        )
    )
    if said is Answer.ADOPT:
        known = replace(known, site=run.site)
        run.records.deliveries.keep(known)
        return known
    run.records.deliveries.forget(run.package.uid, run.push.portal)
    return None


def _find(run: Run, known: Delivery | None, account: Account) -> RemotePost | None:
    """Return the post that the story is on the site, None if it is not there."""
    lost = None if known else _lost(run)
    with run.step("look", str(known.remote_id) if known else run.package.slug) as came:
        authors = _authors(run, account) if lost else ()
        finder = Finder(run.client, run.package, account, run.ask, lost, authors)
        remote = finder.known(known) if known else finder.unknown()
        came.update(id=remote.id if remote else 0)
    if known and remote is None:
        run.records.deliveries.forget(run.package.uid, run.push.portal)
    return remote


def _post(
    run: Run, body: dict[str, Any], remote: RemotePost | None, known: Delivery | None
) -> RemotePost:
    if remote is not None:
        remote = _as_it_is_now(run, remote)
        changed = _changed(run, body, remote, known)
        if changed:
            run.ask(_changed_there(changed, body, remote))
        elif _is_there(body, remote):
            return remote
    what = str(remote.id) if remote else _NEW
    with run.step("post", what, fields=fingerprint(body)) as came:
        if remote is None:
            post = create_post(run.client, body)
        else:
            post = update_post(run.client, remote.id, body)
        came.update(id=post.id, modified=normal("date_gmt", post.modified_gmt))
        _keep_delivery(run, post, body, seen=post)
    return post


def _as_it_is_now(run: Run, remote: RemotePost) -> RemotePost:
    """Read a post again: since it was found, pictures may have taken their time."""
    with run.step("look", str(remote.id)) as came:
        now = read_post(run.client, remote.id)
        require_raw(now)
        came.update(id=now.id)
    if now.status != remote.status:
        raise _JustChanged("Status tulisan ini di situs baru saja berubah. Dicoba lagi.")
    return now


def _changed(
    run: Run, body: Mapping[str, Any], remote: RemotePost, known: Delivery | None
) -> list[str]:
    """Return the fields that somebody changed on the site since it was last as sent.

    A request that may have been done without an answer made it so too.
    """
    seen = known.seen if known else {}
    names = [name for name in COMPARED if name in body or (name == "slug" and known)]
    names += [f"meta.{key}" for key in body["meta"] if key in remote.meta]
    if known and not known.slug:
        names.remove("slug")  # the site gave it one, as it does when it is published
    steps = run.records.journal.of_story(run.package.uid, run.push.portal, "post")
    asked = [step.asked.get("fields", {}) for step in unsettled(steps)]
    states = [{**seen, **fields} for fields in ({}, *asked, fingerprint(body))]
    told = [unlike(state, remote, names) for state in states if state]
    return min(told, key=len) if all(told) else []


def _lost(run: Run) -> datetime | None:
    """Return when a post was asked for first of which nobody knows whether it was made.

    Waits first while it may still be made.
    """
    steps = run.records.journal.of_story(run.package.uid, run.push.portal, "post")
    let_settle(run, steps)
    return min((step.began for step in unsettled(steps) if step.what == _NEW), default=None)


def _authors(run: Run, account: Account) -> list[int]:
    """Return under whose names the post may be on the site."""
    wanted = wanted_author(run.client, account, run.package, run.users)
    return [account.id, *([wanted] if wanted else [])]


def _wanted_of_new(run: Run) -> dict[str, Any]:
    """Return what this push asked of a post that it made, be it in an earlier run."""
    steps = run.records.journal.steps(run.push.id)
    if not any(step.step == "post" and step.what == _NEW for step in steps):
        return {}
    wanted = {"slug": run.package.slug}
    status = run.push.wish.status or run.package.status
    # What was published or scheduled may have gone on by itself since.
    return wanted if status == "publish" else {**wanted, "status": status}


def _keep_delivery(run: Run, post: RemotePost, body: Mapping[str, Any], seen: RemotePost) -> None:
    package = run.package
    known = run.records.deliveries.get(package.uid, run.push.portal)
    told = dict(known.seen) if known else {}
    sent = {"sent.author": str(body["author"])} if "author" in body else {}
    if "slug" in body or "sent.slug" not in told:
        sent["sent.slug"] = package.slug
    kept = {key: value for key, value in told.items() if key.startswith("sent.")}
    run.records.deliveries.keep(
        Delivery(
            story=package.uid,
            portal=run.push.portal,
            site=run.site,
            remote_id=post.id,
            link=post.link,
            status=post.status,
            slug=post.slug,
            revision=package.revision,
            modified=normal("date_gmt", post.modified_gmt),
            digest=_digest(body),
            moment=run.now(),
            date=post.out,
            seen={**kept, **fingerprint(fields_of(seen)), **sent},
        )
    )


def _is_there(body: Mapping[str, Any], remote: RemotePost) -> bool:
    """Say whether a post is just as it is to be, so that nothing need be sent."""
    there = fields_of(remote)
    for name, value in body.items():
        if name == "meta":
            if any(key in remote.meta for key in value) and any(
                normal("meta", value[key]) != normal("meta", remote.meta[key])
                for key in value
                if key in remote.meta
            ):
                return False
        elif normal(name, value) != normal(name, there[name]):
            return False
    return True


def _changed_there(changed: Sequence[str], body: Mapping[str, Any], remote: RemotePost) -> Question:
    words = ", ".join(field_words(name) for name in changed)
    modified = normal("date_gmt", remote.modified_gmt)
    return Question(
        Kind.CONFLICT,
        f"Tulisan ini diubah di situs sejak terakhir dikirim dari sini ({words}). Tidak ada yang "
        "ditimpa. Bandingkan kedua teks, gabungkan di naskah, lalu jawab “timpa” untuk "
        "mengirim naskah ini sebagai gantinya.",
        {"id": remote.id, "modified": modified, "fields": list(changed)},
        Conflict(changed, body, remote),
    )


def _digest(body: Mapping[str, Any]) -> str:
    told = repr(sorted((key, str(value)) for key, value in body.items()))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
