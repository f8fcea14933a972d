"""A profile made of what a site tells of itself."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

import tomlkit

from newsroom.portal.cached_site import rubrics
from newsroom.portal.profile import Profile, read_profile
from newsroom.portal.wordpress.api_root import ApiRoot
from newsroom.portal.wordpress.facts import SiteFacts

_LOGIN = re.compile(r"[A-Za-z0-9 _.@-]{1,60}")
_STAGING = "wp-content/uploads/newsroom-impor"


def profile_name(root: ApiRoot, title: str) -> str:
    """Return a name for the profile of a site: its host's first word, else its title's.

    >>> profile_name(ApiRoot("", False, "https://www.kabar-rekaan.co.id"), "Kabar")
    'kabar-rekaan'
    >>> profile_name(ApiRoot("", False, "http://127.0.0.1:8080/berita"), "Portal Uji!")
    'portal-uji-berita'
    """
    parts = urlsplit(root.site)
    host = (parts.hostname or "").removeprefix("www.")
    label = host.partition(".")[0]
    named = label if re.search("[a-z]", label) and label != "localhost" else title
    return _slug(f"{named} {parts.path}") or "portal"


def profile_text(name: str, root: ApiRoot, facts: SiteFacts) -> str:
    """Return the file of a new profile. Raises ProfileError if the site can't have one."""
    host = (urlsplit(root.site).hostname or "").removeprefix("www.")
    login = facts.account.login
    writers = {one.name: one.login for one in facts.users if _LOGIN.fullmatch(one.login)}
    values: dict[str, Any] = {
        "title": facts.title.strip() or host,
        "site": root.site,
        "time_zone": facts.time_zone,
        "source": host,
        "datelines": ["{PLACE}, {source} – ", "{source} | "],
        "closing": "(*)",
        "closings": ["(*)", "(red)"],
        "default_author": login if _LOGIN.fullmatch(login) else "redaksi",
        "default_status": "draft",
        "staging": _STAGING,
        "authors": {name: login for name, login in writers.items() if name.strip()},
    }
    if found := rubrics(facts.categories):
        values["sections"] = [
            {"name": one.name, "slug": one.slug} | ({"parent": parent} if parent else {})
            for one, parent in found
        ]
    text = f"# Dibuat dari situsnya; ubah seperlunya.\n{tomlkit.dumps(values)}"
    read_profile(name, text)
    return text


def moved_profile(name: str, text: str, site: str) -> str:
    """Return a profile's file with another address of the same site. Raises ProfileError."""
    document = tomlkit.parse(text)
    document["site"] = site
    moved = tomlkit.dumps(document)
    read_profile(name, moved)
    return moved


def lacking_rubrics(profile: Profile, facts: SiteFacts) -> list[str]:
    """Return the rubrics of a profile that its site has not."""
    there = {one.slug for one in facts.categories}
    return [one.name for one in profile.sections if one.slug not in there]


def _slug(text: str) -> str:
    return re.sub("[^a-z0-9]+", "-", text.casefold()).strip("-")[:40].rstrip("-")
