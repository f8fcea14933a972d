"""Where a password may go: scheme, host and port of an address."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urljoin, urlsplit

import httpx

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Origin:
    """Scheme, host and port, as browsers compare them."""

    scheme: str
    host: str
    port: int

    @classmethod
    def of(cls, url: str) -> Origin:
        """Return the origin of an address; one that is broken has one that is nobody's.

        >>> Origin.of("https://Kabar.example/wp-json/") == Origin.of("https://kabar.example:443")
        True
        >>> Origin.of("http://kabar.example") == Origin.of("https://kabar.example")
        False
        >>> Origin.of("https://[x") == Origin.of("https://a.example:99999") == Origin("", "", 0)
        True
        >>> Origin.of("https://kafé.example") == Origin.of("https://xn--kaf-dma.example")
        True
        """
        try:
            parts = urlsplit(url)
            scheme, port, host = parts.scheme.lower(), parts.port, parts.hostname or ""
            if not host.isascii():
                host = httpx.URL(url).raw_host.decode()  # as it is asked for
        except (ValueError, httpx.InvalidURL):
            return cls("", "", 0)
        return cls(scheme, host.lower(), port or _PORTS.get(scheme, 0))

    @property
    def is_loopback(self) -> bool:
        """Whether it is this very machine."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def is_safe(self) -> bool:
        """Whether a password may be sent there: nobody can listen on the way.

        >>> [Origin.of(url).is_safe for url in ("https://a.example", "http://127.0.0.1:80")]
        [True, True]
        >>> [Origin.of(url).is_safe for url in ("http://a.example", "http://192.168.1.2")]
        [False, False]
        """
        return self.scheme == "https" or (self.scheme == "http" and self.is_loopback)

    def is_twin(self, other: Origin) -> bool:
        """Whether two differ by no more than ``www.`` and by http that became https.

        >>> Origin.of("http://kabar.example").is_twin(Origin.of("https://www.kabar.example"))
        True
        >>> Origin.of("https://kabar.example").is_twin(Origin.of("http://kabar.example"))
        False
        """
        named = self.host.removeprefix("www.") == other.host.removeprefix("www.")
        if self.scheme == other.scheme:
            return named and self.port == other.port
        return named and (self.port, other.port) == (80, 443)


def led(here: str, there: str) -> str:
    """Return where an address leads to that stands on a page; empty if it is broken.

    >>> led("https://a.example/b/", "../c"), led("https://a.example/", "https://[x")
    ('https://a.example/c', '')
    >>> led("https://a.example/", "https://Kafé.example/?rest_route=/")
    'https://xn--kaf-dma.example/?rest_route=/'
    """
    try:
        target = str(httpx.URL(urljoin(here, there)))
    except (ValueError, httpx.InvalidURL):
        return ""
    return target if Origin.of(target).host else ""
