"""What is an address on the web."""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

_NEAR = re.compile(r"[\w-]+|[\w.-]+\.(?:localhost|local|test|internal)")  # names of trial sites
_SIGNS = re.compile(r"[^\s<>\"\\^`{|}\x00-\x20]+")


def is_web_address(text: str) -> bool:
    """Say whether a text is a whole address that a browser can go to.

    >>> is_web_address("https://kabar.example/2024/banjir?lang=id")
    True
    >>> [is_web_address(text) for text in ("kabar.example/banjir", "javascript:x", "https://")]
    [False, False, False]
    """
    return _is_host(_host_of(text.strip()))


def is_page_address(text: str) -> bool:
    """Say whether a text is a whole web address, be it that of a page of a trial site.

    Such a site is on one's own machine or network.

    >>> is_page_address("http://127.0.0.1:8080/banjir"), is_page_address("javascript:x")
    (True, False)
    """
    host = _host_of(text.strip())
    return _is_host(host) or _is_near(host)


def _host_of(address: str) -> str:
    """Return the host of an address that begins as one of the web and has no odd signs."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:  # half a bracket, a port that is no number
        return ""
    return host if parts.scheme in ("http", "https") and _SIGNS.fullmatch(address) else ""


def site_fault(site: str) -> str:
    """Return in words why a portal can't have this address; empty if it can.

    A site on one's own machine or network, for trials, needs no ``https``.

    >>> site_fault("https://kabar.example/berita"), site_fault("http://127.0.0.1:8080")
    ('', '')
    >>> site_fault("http://kabar.example")
    'tidak aman; tulis dengan https://'
    """
    no_site = "bukan alamat situs (https://…)"
    try:
        parts = urlsplit(site)
        host, _ = parts.hostname or "", parts.port
    except ValueError:  # half a bracket, a port that is no number
        return no_site
    if "@" in parts.netloc:
        return "memuat nama pengguna atau sandi; tulis alamatnya saja"
    is_near = _is_near(host)
    if parts.scheme not in ("http", "https") or not (is_near or _is_host(host)):
        return no_site
    if parts.query or parts.fragment or not _SIGNS.fullmatch(site):
        return no_site
    return "" if is_near or parts.scheme == "https" else "tidak aman; tulis dengan https://"


def _is_near(host: str) -> bool:
    try:
        return ip_address(host).is_private
    except ValueError:
        return _NEAR.fullmatch(host) is not None


def _is_host(host: str) -> bool:
    labels = host.split(".")
    return (
        len(labels) > 1
        and all(label.replace("-", "").isalnum() for label in labels)
        and not any(label.startswith("-") or label.endswith("-") for label in labels)
        and not labels[-1].isdigit()
    )
