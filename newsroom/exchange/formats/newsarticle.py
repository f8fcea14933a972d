"""A story as schema.org's NewsArticle in JSON-LD, as search engines read it.

It may be put into a page's ``<script>`` as it is: nothing in it ends one.
"""

from __future__ import annotations

import json
from typing import Any

from newsroom.exchange.article import make_article
from newsroom.exchange.characters import one_line
from newsroom.exchange.formats.form import Material, at_portal
from newsroom.exchange.formats.text import body_of, plain_text
from newsroom.exchange.sent_pictures import SentPicture
from newsroom.portal.house_marks import portal_opening
from newsroom.portal.web_address import is_web_address
from newsroom.story.markdown_text import word_count
from newsroom.story.values import filled

LONGEST_HEADLINE = 110
"""Characters beyond which Google has cut a headline."""

_IN_A_PAGE = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})


def write(material: Material) -> bytes:
    """Write the article as JSON-LD."""
    text = json.dumps(news_article(material), ensure_ascii=False, indent=2)
    return (text.translate(_IN_A_PAGE) + "\n").encode()


def news_article(material: Material) -> dict[str, Any]:
    """Return the article's properties; what is not known is left out."""
    story, profile = material.story, material.profile
    article = make_article(
        story, profile, [one.attachment for one in material.pictures], material.moment
    )
    lead = material.lead
    pictures = sorted(material.pictures, key=lambda one: one != lead)
    publisher = {"@type": "NewsMediaOrganization", "name": profile.title, "url": profile.site}
    names = [name for name in map(one_line, story.byline) if name]
    canonical = one_line(story.canonical)
    place = one_line(story.dateline.place)
    told = {
        "headline": _short(article.title),
        "alternativeHeadline": one_line(story.subheadline),
        "description": article.excerpt,
        "image": [_image(one) for one in pictures],
        "datePublished": material.published.isoformat(),
        "dateModified": material.modified.isoformat(),
        "author": [_person(name) for name in names] or [publisher],
        "contributor": [_person(name) for name in map(one_line, story.contributors) if name],
        "editor": _person(one_line(story.editor)) if one_line(story.editor) else None,
        "publisher": publisher,
        "articleSection": [section.name for section in article.sections],
        "keywords": [tag.name for tag in article.tags],
        "dateline": one_line(portal_opening(story.dateline, profile)).strip(" –—-|:"),
        "contentLocation": {"@type": "Place", "name": place} if place else None,
        "articleBody": plain_text(body_of(material)),
        "wordCount": word_count(story.body),
        "url": material.link,
        "mainEntityOfPage": {"@type": "WebPage", "@id": material.link} if material.link else None,
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": one_line(one.text),
                "datePublished": at_portal(one.moment, profile).isoformat(),
            }
            for one in story.corrections
            if one.text.strip()
        ],
        "isBasedOn": canonical if is_web_address(canonical) else "",
        "identifier": story.id,
    }
    fixed = {"inLanguage": "id", "isAccessibleForFree": True}
    return {"@context": "https://schema.org", "@type": "NewsArticle"} | filled(told) | fixed


def _short(headline: str) -> str:
    if len(headline) <= LONGEST_HEADLINE:
        return headline
    return headline[: LONGEST_HEADLINE - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def _person(name: str) -> dict[str, str]:
    return {"@type": "Person", "name": name}


def _image(picture: SentPicture) -> dict[str, Any]:
    told, made = picture.attachment, picture.rendition
    return filled(
        {
            "@type": "ImageObject",
            "url": told.url,
            "width": made.width,
            "height": made.height,
            "caption": one_line(told.photo.caption),
            "creditText": one_line(told.photo.credit),
            "copyrightNotice": one_line(told.photo.copyright),
        }
    )
