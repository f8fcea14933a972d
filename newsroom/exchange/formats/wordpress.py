"""The two files for WordPress that are in its upload bundle, each by itself."""

from __future__ import annotations

from newsroom.exchange.article import Article, make_article
from newsroom.exchange.formats.form import Material
from newsroom.exchange.wxr import write_wxr


def write_import_file(material: Material) -> bytes:
    """Write the import file; its pictures are fetched from the portal's staging folder."""
    return write_wxr(_article(material), material.profile)


def write_markup(material: Material) -> bytes:
    """Write the text in the markup of the portal's editor."""
    return _article(material).content.encode()


def _article(material: Material) -> Article:
    attachments = [one.attachment for one in material.pictures]
    return make_article(material.story, material.profile, attachments, material.moment)
