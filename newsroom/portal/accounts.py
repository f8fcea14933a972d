"""How a newsroom logs in to the site of a profile, and what is known of that site.

Kept beside the user's own profiles as ``portals/NAME.situs.json``; the password never is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from newsroom.portal.web_address import site_fault
from newsroom.portal.wordpress.api_root import ApiRoot
from newsroom.portal.wordpress.facts import SiteFacts
from newsroom.store.durable import write_whole
from newsroom.store.private import private_folder


@dataclass(frozen=True, slots=True)
class SiteAccount:
    """The login at a site, where its REST interface is, and its facts as of ``fetched``."""

    login: str
    root: ApiRoot
    facts: SiteFacts
    fetched: datetime


def read_account(folder: Path, name: str) -> SiteAccount | None:
    """Return what is kept for a profile; None if nothing is, or it can't be read."""
    try:
        return _account(json.loads(_path(folder, name).read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return None


def keep_account(folder: Path, name: str, account: SiteAccount) -> None:
    """Keep it, readable by its owner alone. Raises OSError."""
    values = {
        "login": account.login,
        "root": asdict(account.root),
        "facts": account.facts.to_json(),
        "fetched": account.fetched.isoformat(),
    }
    private_folder(folder)
    text = json.dumps(values, ensure_ascii=False, indent=1)
    write_whole(_path(folder, name), text.encode())


def _path(folder: Path, name: str) -> Path:
    return folder / f"{name}.situs.json"


def _account(values: Mapping[str, Any]) -> SiteAccount:
    """Return an account as it was kept. Raises ValueError if it can't be read."""
    try:
        root = ApiRoot(**values["root"])
        account = SiteAccount(
            login=str(values["login"]),
            root=root,
            facts=SiteFacts.from_json(values["facts"]),
            fetched=datetime.fromisoformat(values["fetched"]),
        )
        faults = site_fault(root.site), site_fault(root.url.removesuffix("?rest_route=/"))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no account of a site: {error}") from None
    if any(faults):
        raise ValueError("no address of a site")
    return account
