"""Between a photograph's form and what its file says: read in once, written out with copies."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, time

from newsroom.photos.metadata.facts import PictureFacts
from newsroom.story.rights import Rights
from newsroom.story.story import Photo

# A credit names who made it, unless it says from where it is: Dok. Humas, Istimewa.
_NO_PERSON = re.compile(r"dok\b|istimewa|humas|screenshot|tangkapan", re.IGNORECASE)


def filled_in(photo: Photo, facts: PictureFacts) -> Photo:
    """Return a photograph whose empty fields say what the file does; no other is touched.

    >>> facts = PictureFacts(caption="Warga panen.", creator="Rina", credit="Contoh News")
    >>> photo = filled_in(Photo("a.jpg", caption="Panen raya."), facts)
    >>> photo.caption, photo.credit, photo.creator
    ('Panen raya.', 'Rina/Contoh News', 'Rina')
    """
    return replace(
        photo,
        caption=photo.caption or " ".join(facts.caption.split()),
        creator=photo.creator or facts.creator,
        credit=photo.credit or _credit(facts),
        copyright=photo.copyright or facts.copyright,
        source=photo.source or facts.source,
        permission=photo.permission or facts.usage,
        place=photo.place or facts.city,
        taken=photo.taken or facts.day,
        keywords=photo.keywords or facts.keywords,
        alt=photo.alt or facts.alt,
    )


def facts_of(photo: Photo) -> PictureFacts:
    """Return what a copy of the picture that leaves is to say of itself.

    Neither where it was taken to the metre nor with which camera: a reporter's home and a
    source's door have been found by that. The day is all that is said of the time. Who gave
    a picture to the newsroom, and what was agreed with whom, stays in the house as well.
    """
    name, _, agency = photo.credit.partition("/")
    maker = "" if _NO_PERSON.search(name) else name.strip()
    return PictureFacts(
        caption=photo.caption,
        creator=photo.creator or maker,
        credit=agency.strip() or photo.credit,
        source=photo.source if photo.rights == Rights.AGENCY else "",
        copyright=photo.copyright,
        city=photo.place,
        taken=datetime.combine(photo.taken, time()) if photo.taken else None,
        keywords=photo.keywords,
        alt=photo.alt,
    )


def _credit(facts: PictureFacts) -> str:
    """Return the line that readers see: *Rina Contoh/Antara*."""
    names = [facts.creator, facts.credit or facts.source]
    told = dict.fromkeys(name for name in names if name)
    return "/".join(told)
