"""Which post of a site a story is: looked up before anything is made or changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from newsroom.portal.push.fields import normal_text
from newsroom.portal.push.marker import uid_in
from newsroom.portal.push.package import Package
from newsroom.portal.push.questions import Answer, Kind, Question
from newsroom.portal.push.rights import require_raw
from newsroom.portal.push.words import status_words
from newsroom.portal.wordpress.account import Account
from newsroom.portal.wordpress.client import Client
from newsroom.portal.wordpress.errors import Gone
from newsroom.portal.wordpress.posts import RemotePost, find_posts, read_post
from newsroom.store.deliveries.records import Delivery


@dataclass(frozen=True, slots=True)
class Finder:
    """Looks for the post of a story. ``ask`` returns a person's answer, or raises Question."""

    client: Client
    package: Package
    account: Account
    ask: Callable[[Question], Answer]

    def known(self, known: Delivery) -> RemotePost | None:
        """Return the post that is known by its number; None if a new one is wanted."""
        try:
            post = read_post(self.client, known.remote_id)
        except Gone:
            self.ask(
                Question(
                    Kind.GONE,
                    f"Tulisan ini sudah dihapus dari situs (nomor {known.remote_id}). Jawab "
                    "“new” untuk membuatnya lagi, atau batalkan unggahan ini.",
                    {"id": known.remote_id},
                )
            )
            return self.unknown(but=known.remote_id)
        require_raw(post)
        return self._unless_trashed(post)

    def unknown(self, but: int = 0) -> RemotePost | None:
        """Return the post that is the story by the id in its text; None if there is none.

        One that has the same address and headline, and no story's id, may be it: a person
        has to say so. ``but`` is no more looked at.
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
        return self._chosen(alike) if alike else None

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
                "lalu lanjutkan, atau jawab “new” untuk membuat tulisan baru.",
                {"id": post.id},
            )
        )
        return None

    def _chosen(self, posts: list[RemotePost]) -> RemotePost | None:
        listed = "; ".join(f"{status_words(post.status)}: {post.link}" for post in posts)
        said = self.ask(
            Question(
                Kind.FOUND,
                f"Di situs sudah ada tulisan dengan judul dan alamat yang sama ({listed}). Jawab "
                "“adopt” bila itu naskah ini, atau “new” untuk membuat tulisan lain.",
                {"ids": [post.id for post in posts]},
            )
        )
        return posts[0] if said is Answer.ADOPT else None
