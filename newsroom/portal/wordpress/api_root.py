"""Where a site's REST interface is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ApiRoot:
    """A site and its REST interface, as discovery found them.

    ``url`` ends with a slash, or, where pretty links are off (``uses_query``), with
    ``?rest_route=/``. ``site`` is the address that readers know, without a slash at its end.
    ``version`` is the site's WordPress, if it tells.
    """

    url: str
    uses_query: bool
    site: str
    version: str = ""

    def address(self, path: str) -> tuple[str, dict[str, str]]:
        """Return where a path such as ``wp/v2/posts`` is, and what goes into the query for it.

        >>> ApiRoot("https://a.example/wp-json/", False, "https://a.example").address("wp/v2/tags")
        ('https://a.example/wp-json/wp/v2/tags', {})
        >>> ApiRoot("https://a.example/?rest_route=/", True, "https://a.example").address("wp/v2")
        ('https://a.example/', {'rest_route': '/wp/v2'})
        """
        path = path.strip("/")
        if self.uses_query:
            return self.url.partition("?")[0], {"rest_route": f"/{path}"}
        return self.url + path, {}
