"""A story as ninjs 2.1, the IPTC's *News in JSON*, as agencies hand it to their customers.

Rights are told in words (holder, notice, terms): ``rightsinfo`` wants an expression in a
language of rights, and the newsroom has agreed to none.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from newsroom.exchange.article import make_article
from newsroom.exchange.characters import one_line
from newsroom.exchange.formats.form import Material, at_portal
from newsroom.exchange.formats.text import body_markup, body_of, plain_text
from newsroom.exchange.sent_pictures import SentPicture
from newsroom.photos.metadata.of_photo import facts_of
from newsroom.story.rights import Rights
from newsroom.story.values import filled
from newsroom.story.workflow import Status

_STANDARD = {
    "name": "ninjs",
    "version": "2.1",
    "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_2.1.json",
}
_OTHERS = (Rights.AGENCY, Rights.HANDOUT, Rights.COURTESY)


def write(material: Material) -> bytes:
    """Write the news item with its pictures as associated items."""
    return (json.dumps(news_item(material), ensure_ascii=False, indent=2) + "\n").encode()


def news_item(material: Material) -> dict[str, Any]:
    """Return the item's properties; what is not known is left out."""
    story, profile = material.story, material.profile
    article = make_article(story, profile, moment=material.moment)
    names = [name for name in map(one_line, story.byline) if name]
    told = {
        "uri": f"{profile.site}/?newsroom={story.id}",
        "standard": _STANDARD,
        "type": "text",
        "representationtype": "full",
        "version": str(story.revision),
        "firstcreated": _moment(material, story.created),
        "versioncreated": material.modified.isoformat(),
        "embargoed": _moment(material, story.embargo),
        "pubstatus": _pubstatus(story.status),
        "language": "id",
        "title": article.title,
        "slugline": article.slug,
        "headlines": _told(
            ("main", article.title),
            ("kicker", one_line(story.kicker)),
            ("sub", one_line(story.subheadline)),
        ),
        "by": ", ".join(names),
        "located": one_line(story.dateline.place),
        "descriptions": _told(("summary", article.excerpt)),
        "bodies": _bodies(material),
        "subjects": [
            *(
                {"name": one.name, "literal": one.slug, "rel": "section"}
                for one in article.sections
            ),
            *({"name": tag.name, "literal": tag.slug, "rel": "about"} for tag in article.tags),
        ],
        "ednote": " ".join(f"Ralat: {one_line(one.text)}" for one in story.corrections),
        **_rights(material),
        "altids": [{"role": "newsroom", "value": story.id}],
        "associations": [_picture(material, one, n) for n, one in enumerate(material.pictures, 1)],
    }
    return filled(told)


def _pubstatus(status: Status) -> str:
    if status is Status.WITHDRAWN:
        return "canceled"
    return "withheld" if status is Status.HELD else "usable"


def _moment(material: Material, moment: datetime | None) -> str:
    return at_portal(moment, material.profile).isoformat() if moment else ""


def _told(*texts: tuple[str, str]) -> list[dict[str, str]]:
    return [{"role": role, "value": text} for role, text in texts if text]


def _subject(name: str, literal: str, rel: str) -> dict[str, str]:
    return {"name": name, "literal": literal, "rel": rel}


def _bodies(material: Material) -> list[dict[str, Any]]:
    text = plain_text(body_of(material), with_addresses=True)
    if not text:
        return []
    counts = {"charcount": len(text), "wordcount": len(text.split())}
    return [
        {"role": "html", "contenttype": "text/html", **counts, "value": body_markup(material)},
        {"role": "plain", "contenttype": "text/plain", **counts, "value": text},
    ]


def _rights(material: Material) -> dict[str, Any]:
    """Return whose the text is: the portal's, or that of the medium that its dateline names."""
    profile, source = material.profile, one_line(material.story.dateline.source)
    if source and source.casefold() not in (profile.source.casefold(), profile.title.casefold()):
        return {"copyrightholder": source, "infosources": [{"name": source}]}
    year = material.published.year
    return {"copyrightholder": profile.title, "copyrightnotice": f"© {year} {profile.title}"}


def _picture(material: Material, picture: SentPicture, number: int) -> dict[str, Any]:
    told, made = picture.attachment, picture.rendition
    photo = told.photo
    rendition = {
        "name": "web",
        "href": told.url,
        "contenttype": made.mime,
        "width": made.width,
        "height": made.height,
        "sizeinbytes": len(made.data),
    }
    is_others = photo.rights in _OTHERS
    terms = f"{photo.rights.label}: pemakaian ulang seizin pemilik foto." if is_others else ""
    return filled(
        {
            "name": "lead" if picture == material.lead else f"photo-{number}",
            "uri": told.url,
            "type": "picture",
            "representationtype": "full",
            "language": "id",
            "by": one_line(facts_of(photo).creator) or one_line(photo.credit),
            "located": one_line(photo.place),
            "descriptions": _told(
                ("caption", one_line(photo.caption)),
                ("credit", one_line(photo.credit)),
                ("alt", told.alt),
            ),
            "subjects": [{"name": word} for word in map(one_line, photo.keywords) if word],
            "copyrightnotice": one_line(photo.copyright),
            "usageterms": terms,
            "embargoed": _moment(material, photo.embargo),
            "renditions": [rendition],
        }
    )
