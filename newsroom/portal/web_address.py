"""What is an address on the web."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_SIGNS = re.compile(r"[^\s<>\"\\^`{|}\x00-\x20]+")


def is_web_address(text: str) -> bool:
    """Say whether a text is a whole address that a browser can go to.

    >>> is_web_address("https://kabar.example/2024/banjir?lang=id")
    True
    >>> [is_web_address(text) for text in ("kabar.example/banjir", "javascript:x", "https://")]
    [False, False, False]
    """
    text = text.strip()
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:  # half a bracket, a port that is no number
        return False
    is_web = parts.scheme in ("http", "https") and _is_host(host)
    return is_web and bool(_SIGNS.fullmatch(text))


def _is_host(host: str) -> bool:
    labels = host.split(".")
    return (
        len(labels) > 1
        and all(label.replace("-", "").isalnum() for label in labels)
        and not any(label.startswith("-") or label.endswith("-") for label in labels)
        and not labels[-1].isdigit()
    )
