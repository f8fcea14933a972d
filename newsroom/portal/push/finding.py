"""Which post of a site a story is: looked up before anything is made or changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from newsroom.portal.push.fields import normal_text
from newsroom.portal.push.marker import uid_in
from newsroom.portal.push.package import Package
from newsroom.portal.push.questions import Answer, Kind, Question
from newsroom.portal.push.rights import require_raw
from newsroom.portal.push.words import status_words
from newsroom.portal.wordpress.account import Account
from newsroom.portal.wordpress.client import Client
from newsroom.portal.wordpress.errors import Gone
from newsroom.portal.wordpress.posts import (
    RemotePost,
    find_posts,
    find_touched,
    is_page,
    read_post,
    site_time,
)
from newsroom.store.deliveries.records import Delivery


@dataclass(frozen=True, slots=True)
class Finder:
    """Looks for the post of a story. ``ask`` returns a person's answer, or raises Question.

    ``lost`` is when a post was asked for of which no answer says whether it was made, ``authors``
    those under whose names it may be then.
    """

    client: Client
    package: Package
    account: Account
    ask: Callable[[Question], Answer]
    lost: datetime | None = None
    authors: Sequence[int] = ()

    def known(self, known: Delivery) -> RemotePost | None:
        """Return the post that is known by its number; None if a new one is wanted."""
        try:
            post = read_post(self.client, known.remote_id)
        except Gone:
            page = is_page(self.client, known.remote_id)
            what = "kini berupa halaman di" if page else "sudah dihapus dari"
            self.ask(
                Question(
                    Kind.GONE,
                    f"Tulisan ini {what} situs (nomor {known.remote_id}). Jawab "
                    "“baru” untuk membuatnya lagi, atau batalkan unggahan ini.",
                    {"id": known.remote_id, **({"page": True} if page else {})},
                )
            )
            return self.unknown(but=known.remote_id)
        require_raw(post)
        return self._unless_trashed(post)

    def unknown(self, but: int = 0) -> RemotePost | None:
        """Return the post that is the story by the id in its text; None if there is none.

        One that has the same address and headline, and no story's id, may be it: a person
        has to say so. So may any that was made or changed since the answer got lost to the
        request for it: people change all that it is known by. ``but`` is no more looked at.
        """
        package = self.package
        scope = None if self.account.can("edit_others_posts") else self.account.id
        found = find_posts(self.client, slug=package.slug, uid=package.uid, author=scope)
        found = [post for post in found if post.id != but]
        ours = [post for post in found if self._is_marked(post)]
        alive = [post for post in ours if post.status != "trash"]
        if len(alive) > 1:
            return self._chosen(alive)
        if ours:
            return self._unless_trashed((alive or ours)[0])
        alike = [
            post
            for post in found
            if not uid_in(post.content)
            and post.slug == package.slug
            and normal_text(post.title) == normal_text(package.title)
        ]
        if self.lost is None:
            return self._chosen(alike) if alike else None
        perhaps = [post for post in self._touched(found, self.lost) if post.id != but]
        ours = [post for post in perhaps if self._is_marked(post)]  # by its custom field
        if not perhaps:
            return None
        chosen = ours[0] if ours else self._chosen(perhaps, is_lost=True)
        return self._unless_trashed(chosen) if chosen else None

    def _touched(self, found: Sequence[RemotePost], lost: datetime) -> list[RemotePost]:
        """Return the posts that may be what was made without an answer, the likeliest first."""
        there = site_time(self.client)
        # By the site's clock, which may go otherwise; it is told and kept in whole seconds.
        ahead = there - datetime.now(UTC) if there else timedelta()
        since = (lost + ahead).replace(microsecond=0) - timedelta(seconds=1)
        title, uid = self.package.title, self.package.uid
        # What was made with a time to come, and left so, is said to be changed then (measured).
        latest = since + (datetime.now(UTC) - lost) + timedelta(minutes=1)

        def is_called_so(post: RemotePost) -> bool:
            return normal_text(post.title) == normal_text(title)

        posts = {
            post.id: post
            for post in (*found, *find_touched(self.client, since, self.authors, title))
            if uid_in(post.content) in ("", uid)
            and post.meta.get("newsroom_uid") in (None, "", uid)
            and (post.modified_gmt <= latest or is_called_so(post))
        }

        def likeness(post: RemotePost) -> tuple[int, int]:
            return -((post.slug == self.package.slug) + is_called_so(post)), -post.id

        return sorted(posts.values(), key=likeness)

    def _is_marked(self, post: RemotePost) -> bool:
        uid = self.package.uid
        return uid_in(post.content) == uid or post.meta.get("newsroom_uid") == uid

    def _unless_trashed(self, post: RemotePost) -> RemotePost | None:
        if post.status != "trash":
            return post
        self.ask(
            Question(
                Kind.TRASHED,
                f"Tulisan ini ada di tempat sampah situs (nomor {post.id}). Pulihkan di situs "
                "lalu lanjutkan, atau jawab “baru” untuk membuat tulisan baru.",
                {"id": post.id},
            )
        )
        return None

    def _chosen(self, posts: list[RemotePost], *, is_lost: bool = False) -> RemotePost | None:
        listed = "; ".join(f"{status_words(post.status)}: {post.link}" for post in posts)
        what = f"Di situs sudah ada tulisan dengan judul dan alamat yang sama ({listed})."
        if is_lost:
            listed = "; ".join(f"“{post.title}”, {post.link}" for post in posts)
            what = (
                "Jawaban situs atas unggahan sebelumnya hilang, dan mungkin inilah hasilnya, yang "
                f"lalu diubah orang di situs: {listed}."
            )
        it = "yang pertama" if len(posts) > 1 else "itu"
        said = self.ask(
            Question(
                Kind.FOUND,
                f"{what} Jawab “pakai” bila {it} naskah ini, atau “baru” untuk membuat tulisan "
                "lain.",
                {"ids": [post.id for post in posts]},
            )
        )
        return posts[0] if said is Answer.ADOPT else None
