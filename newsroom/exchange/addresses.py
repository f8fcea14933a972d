"""Links freed of what follows readers around: tracking parameters and redirects."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, quote, unquote, urlsplit

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_TRACKERS = re.compile(
    r"utm_\w+|pk_\w+|mtm_\w+|hsa_\w+|fb_(?:action_ids|action_types|ref|source)|at_(?:medium|campaign)"
    r"|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid?|igsh"
    r"|mc_cid|mc_eid|_hsenc|_hsmi|__hs\w+|mkt_tok|vero_id|oly_anon_id|oly_enc_id|s_cid|cmpid"
    r"|_ga|_gl|ref_src|ref_url|spm|xtor|wt_mc|echobox|__twitter_impression|guccounter"
    r"|guce_referrer\w*",
    re.IGNORECASE,
)
# Parameters that follow readers on one site, and mean something elsewhere.
_SITE_TRACKERS = {
    "youtube.com": {"si", "feature", "pp", "ab_channel"},
    "youtu.be": {"si", "feature"},
    "open.spotify.com": {"si", "context"},
    "x.com": {"s", "t"},
    "twitter.com": {"s", "t"},
    "tiktok.com": {"_r", "_t", "is_from_webapp", "sender_device", "web_id"},
    "facebook.com": {"mibextid", "rdid", "share_url", "__tn__"},
    "threads.net": {"xmt"},
    "shopee.co.id": {"smtt", "sp_atk", "xptdk"},
}
# Hosts that only lead on: the start of the path, and the parameters that hold the address.
_REDIRECTS = (
    (r"(?:www\.)?google\.[a-z.]{2,6}", "/url", ("q", "url")),
    (r"(?:l|lm)\.(?:facebook|instagram|messenger|threads)\.(?:com|net)", "/", ("u",)),
    (r"[\w.-]+\.safelinks\.protection\.outlook\.com", "/", ("url",)),
    (r"(?:www\.)?youtube\.com", "/redirect", ("q",)),
    (r"(?:www\.)?linkedin\.com", "/redir/redirect", ("url",)),
    (r"(?:www\.)?linkedin\.com", "/safety/go", ("url",)),
    (r"(?:www\.)?duckduckgo\.com", "/l/", ("uddg",)),
    (r"out\.reddit\.com", "/", ("url",)),
    (r"vk\.com", "/away.php", ("to",)),
    (r"slack-redir\.net", "/link", ("url",)),
)
_AMP = re.compile(r"https?://(?:www\.)?google\.[a-z.]{2,6}/amp/s/", re.IGNORECASE)
_PROOFPOINT = re.compile(r"https?://urldefense\.(?:com|us)/v3/__(.+?)__;", re.IGNORECASE)
_MOST_REDIRECTS = 5
_BLANKS = re.compile(r"[\x00-\x20\x7f]+")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_UNSAFE = re.compile(r"[()<>\"\\^`{|}\s]")
_FRAGMENT = re.compile(r":~:.*|\Aechobox=.*", re.IGNORECASE)
_IN_TEXT = re.compile(r"https?://[^\s<>\"“”()\[\]]*[^\s<>\"“”‘’'…*_.,;:!?()\[\]]", re.IGNORECASE)
_MUST_CLEAN = re.compile(r"https?://[^\s?#]{1,2000}?(?:[?#]|/amp/s/|/v3/__)", re.IGNORECASE)


def clean_address(address: str) -> str:
    """Return the address that a link leads to in the end, or ``""`` for what is none.

    Only http, https, mailto and tel lead anywhere from a story; an address within
    the page that it was copied from leads nowhere.

    >>> clean_address("https://contoh.id/a?id=7&utm_source=wa&fbclid=Iw")
    'https://contoh.id/a?id=7'
    >>> clean_address("https://www.google.com/url?q=https%3A%2F%2Fcontoh.id%2Fa&sa=D")
    'https://contoh.id/a'
    >>> clean_address("java\\nscript:alert(1)"), clean_address("#bagian")
    ('', '')
    """
    address = _BLANKS.sub("", address) if _SCHEME.match(address.lstrip()) else address.strip()
    if address.startswith("//"):
        address = f"https:{address}"
    elif address.lower().startswith("www."):
        address = f"https://{address}"
    scheme = _SCHEME.match(address)
    if not scheme or scheme[1].lower() not in _SCHEMES:
        return ""
    if scheme[1].lower() in ("http", "https"):
        address = _tracked_no_more(_led_on(address))
    return _UNSAFE.sub(lambda sign: quote(sign.group()), address)


def clean_addresses(text: str) -> str:
    """Return a text with the addresses in it cleaned; all else stays as it is.

    >>> clean_addresses("Baca https://contoh.id/a?utm_source=wa, lalu kabari.")
    'Baca https://contoh.id/a, lalu kabari.'
    """
    return _IN_TEXT.sub(_cleaned, text)


def _cleaned(match: re.Match[str]) -> str:
    address = match.group()
    return (clean_address(address) or address) if _MUST_CLEAN.match(address) else address


def _led_on(address: str) -> str:
    for _ in range(_MOST_REDIRECTS):
        onward = _target(address)
        if not onward:
            break
        address = onward
    return address


def _target(address: str) -> str:
    """Return where a redirect leads, or ``""`` if it is none."""
    if amp := _AMP.match(address):
        return f"https://{address[amp.end() :]}"
    if wrapped := _PROOFPOINT.match(address):
        return wrapped[1] if _is_web(wrapped[1]) else ""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return ""
    for site, path, keys in _REDIRECTS:
        if parts.path.startswith(path) and re.fullmatch(site, host):
            values = parse_qs(parts.query)
            found = (values[key][0] for key in keys if key in values)
            return next((value for value in found if _is_web(value)), "")
    return ""


def _is_web(address: str) -> bool:
    return address.lower().startswith(("http://", "https://"))


def _tracked_no_more(address: str) -> str:
    """Take the trackers out; what stays is written as it was, letter for letter."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return address
    site = re.sub(r"^(?:www|m|mobile|web|vt|id-id)\.", "", host)
    extra = _SITE_TRACKERS.get(site, set())
    kept = [
        pair
        for pair in parts.query.split("&")
        if not _TRACKERS.fullmatch(name := unquote(pair.partition("=")[0])) and name not in extra
    ]
    before, question, rest = address.partition("?")
    fragment = rest.partition("#")[1] + rest.partition("#")[2]
    if not question or "#" in before:
        before, mark, fragment = address.partition("#")
        kept, fragment = [""], mark + fragment
    query = "&".join(kept)
    fragment = _FRAGMENT.sub("", fragment.removeprefix("#"))
    return before + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")
