"""What happens to a story once readers have it: *ralat*, *hak jawab*, *cabut berita*.

What is asked stands in the Pedoman Pemberitaan Media Siber (Peraturan Dewan Pers Nomor
1/Peraturan-DP/III/2012), points 4 and 5; each class names its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Correction:
    """One *ralat*: what was wrong and how it is right, and when it was printed.

    It stands in the story that it corrects (point 4b: linked to it) with the time of its
    printing (4c), so that media which quoted the story can follow (4d). The moment is
    aware of its zone.
    """

    moment: datetime
    text: str


class LinkKind(StrEnum):
    """What a story is that was printed because of another; the values are the front matter's."""

    ANSWER = "answer"
    CORRECTION = "correction"

    @property
    def label(self) -> str:
        """What Indonesian newsrooms call it."""
        return _LABELS[self]


_LABELS = {LinkKind.ANSWER: "Hak jawab", LinkKind.CORRECTION: "Ralat"}


@dataclass(frozen=True, slots=True)
class StoryLink:
    """Another story, on the other side of a *hak jawab* or a *ralat*: 4b has both linked.

    ``id`` is that of the store, if it is a story of the store; ``address`` is where readers
    find it; ``moment``, aware of its zone, is when it was printed (4c). ``kind`` is what the
    later of the two stories is to the earlier.
    """

    headline: str = ""
    address: str = ""
    id: str = ""
    moment: datetime | None = None
    kind: LinkKind = LinkKind.ANSWER


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A *cabut berita*: since when, and the reason, which the public is told (point 5c).

    What is printed may not be withdrawn because somebody from outside wants it gone, but for
    *SARA*, decency, a child's future, what victims went through, or where the Dewan Pers says
    so (5a). Media which quoted the story have to follow (5b). The moment is aware of its zone.
    """

    moment: datetime
    reason: str


GROUNDS = (
    "Menyangkut suku, agama, ras, atau antargolongan (SARA)",
    "Menyangkut kesusilaan",
    "Demi masa depan anak",
    "Demi korban yang mengalami trauma",
    "Atas pertimbangan Dewan Pers",
)
"""On what ground a story may be withdrawn (point 5a), as a reason may begin."""
