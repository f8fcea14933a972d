"""The mark that opens a story: where it was written, for which portal, and when.

Portals write it in many ways (``SERANG, infobanten.id – …``,
``Jakarta (ANTARA) - …``). A way of writing it is a pattern with the fields
``{place}`` ``{PLACE}`` ``{source}`` ``{SOURCE}`` ``{date}``; capitals ask for
capitals. Patterns are data: they stand in the portal profiles.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place, source and date of a dateline; each may be missing.

    ``pattern`` is the way this dateline was found written; when it is empty the
    portal's own way is used.
    """

    place: str = ""
    source: str = ""
    date: date | None = None
    pattern: str = ""
