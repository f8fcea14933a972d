"""A running test site as tests see it: who may log in, what goes wrong, what is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx

ALL_STATUSES = "publish,future,draft,pending,private,trash"


@dataclass(frozen=True)
class Counts:
    """How many posts, in whatever state, and how many files there are."""

    posts: int
    media: int

    def __sub__(self, before: Counts) -> Counts:
        return Counts(self.posts - before.posts, self.media - before.media)


class Portal:
    """The test site. What front.py beside it offers is said there.

    What is asked of it through this class, as by the people of the site, is neither logged
    nor disturbed by faults.
    """

    def __init__(self, url: str, behind: str, passwords: Mapping[str, str]) -> None:
        self.url = url
        self.passwords = passwords
        """Application passwords by login: admin, redaktur, penulis, kontributor, pembaca."""
        self._rig = httpx.Client(base_url=f"{url}/__rig__/", trust_env=False, timeout=60)
        self._site = httpx.Client(
            base_url=f"{behind}/index.php",
            auth=("admin", passwords["admin"]),
            trust_env=False,
            timeout=60,
        )

    def close(self) -> None:
        self._rig.close()
        self._site.close()

    def site(self, name: str) -> str:
        """Return the address of one of the sites that front.py offers."""
        return f"{self.url}/{name}"

    def faults(self, *rules: Mapping[str, object]) -> None:
        """Have requests from now on go wrong: ``{"path": "/wp/v2/media", "mode": "lost"}``."""
        self._rig.put("faults", json=rules)

    def requests(self, method: str = "", path: str = "") -> list[dict[str, Any]]:
        """Return what was asked since the test began, by method and by a part of the address."""
        return [
            one
            for one in self._rig.get("requests").json()
            if one["method"].startswith(method) and path in one["path"]
        ]

    def forget(self) -> None:
        """Forget faults and requests."""
        self.faults()
        self._rig.delete("requests")

    def wait_for_held(self) -> bool:
        """Wait until a request is held by a fault ``hold`` or ``holddone``."""
        return bool(self._rig.get("held").json()["held"])

    def release(self) -> None:
        """Let what is held go on."""
        self._rig.post("release")

    def ask(self, method: str, path: str, body: object = None, **query: object) -> Any:
        """Ask the site something as its administrator, past the rig; ``path``: ``posts/7``."""
        return self._answer(method, path, body, query).json()

    def counts(self) -> Counts:
        return Counts(self._count("posts", status=ALL_STATUSES), self._count("media"))

    def posts(self, **query: object) -> list[dict[str, Any]]:
        """Return the posts as an editor of the site sees them, the newest first."""
        given = {"status": ALL_STATUSES, "context": "edit", "per_page": 100, **query}
        return list(self.ask("GET", "posts", **given))

    def media(self, **query: object) -> list[dict[str, Any]]:
        return list(self.ask("GET", "media", context="edit", per_page=100, **query))

    def post(self, id: int) -> dict[str, Any]:
        return dict(self.ask("GET", f"posts/{id}", context="edit"))

    def edit(self, id: int, **fields: object) -> dict[str, Any]:
        """Change a post as somebody else does on the site."""
        return dict(self.ask("POST", f"posts/{id}", fields))

    def trash(self, id: int) -> None:
        self.ask("DELETE", f"posts/{id}")

    def delete(self, id: int) -> None:
        self.ask("DELETE", f"posts/{id}", force="true")

    def delete_media(self, id: int) -> None:
        self.ask("DELETE", f"media/{id}", force="true")

    def category(self, name: str, slug: str, parent: int = 0) -> int:
        """Return the number of a category, made if it is not there yet."""
        for there in self.ask("GET", "categories", slug=slug):
            return int(there["id"])
        return int(
            self.ask("POST", "categories", {"name": name, "slug": slug, "parent": parent})["id"]
        )

    def _count(self, path: str, **query: object) -> int:
        answer = self._answer("GET", path, None, {"per_page": 1, **query})
        return int(answer.headers["X-WP-Total"])

    def _answer(
        self, method: str, path: str, body: object, query: Mapping[str, object]
    ) -> httpx.Response:
        route = {"rest_route": f"/wp/v2/{path}"}
        answer = self._site.request(method, "", json=body, params=route | dict(query))
        assert answer.is_success, answer.text
        return answer
