"""How the people of a form may be better written: by their codes, their degrees, the archive."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsroom.language.known_names import KnownNames
from newsroom.language.titles import official_title, written_name
from newsroom.story.initials import completed
from newsroom.story.signatures import Signatures


@dataclass(frozen=True, slots=True)
class People:
    """Those who write for the portal, and the names and codes that earlier stories have."""

    writers: tuple[str, ...] = ()
    known: KnownNames = field(default_factory=KnownNames)
    signatures: Signatures = field(default_factory=Signatures)

    def name(self, text: str) -> str:
        """Return a name with its degrees, spelt as in earlier stories."""
        return written_name(respelt(text, self.known))

    def names(self, text: str) -> str:
        """Return a list of names, codes among them, with the whole names."""
        everybody = (*self.writers, *self.signatures.people)
        return respelt(completed(text, everybody, self.signatures.codes), self.known)

    def title(self, text: str) -> str:
        """Return an office without short forms."""
        return official_title(text)


def respelt(text: str, known: KnownNames) -> str:
    """Return names with what may be slips in them put right, where one name only is near.

    >>> respelt("Andika Hazrumi", KnownNames(lambda: {"Andika Hazrumy": 9, "Hazrumy": 9}))
    'Andika Hazrumy'
    """
    words = text.split(" ")
    for at, word in enumerate(words):
        name = word.strip(",")
        if not name[:1].isupper() or not name[1:].islower() or known.holds(name):
            continue
        left = words[at - 1] if at and not words[at - 1].endswith(",") else ""
        right = words[at + 1].strip(",") if at + 1 < len(words) and name == word else ""
        near = known.beside(name, left, right) or known.alone(name, left, right)
        if len(set(near)) == 1:
            words[at] = word.replace(name, near[0])
    return " ".join(words)
