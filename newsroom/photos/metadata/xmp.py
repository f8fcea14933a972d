"""XMP, the Dublin Core and IPTC fields that Photoshop, Lightroom and phones write as XML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from lxml import etree
from PIL import Image

from newsroom.photos.metadata.facts import PictureFacts, clean, clean_keywords, moment

_SPACES = {
    "x": "adobe:ns:meta/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "exif": "http://ns.adobe.com/exif/1.0/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
}
# What programs look for that do not read the file's own format; XMP part 1, 7.3.2.
_OPEN = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'.encode()
_CLOSE = b'<?xpacket end="r"?>'
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LONGEST = 2_000_000  # bytes; Photoshop's history makes some long, hostile files endless
_LANGUAGES = ("id", "id-ID", "x-default")  # of a text in several, the first that there is


def read_xmp(image: Image.Image) -> PictureFacts:
    """Return what the XMP of an opened picture says; nothing if it has none."""
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    if isinstance(packet, str):
        packet = packet.encode("utf-8", "replace")
    if not isinstance(packet, bytes) or not packet or len(packet) > _LONGEST:
        return PictureFacts()
    # No entities, no network, no endless trees: the file may be anybody's.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        root = etree.fromstring(packet.strip(b"\0 \r\n\t"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return PictureFacts()
    if root is None:
        return PictureFacts()
    told = _Told(root)
    return PictureFacts(
        caption=told.text("dc:description"),
        headline=told.text("photoshop:Headline"),
        creator=", ".join(filter(None, map(clean, told.all("dc:creator")))),
        credit=told.text("photoshop:Credit"),
        source=told.text("photoshop:Source"),
        copyright=told.text("dc:rights"),
        usage=told.text("xmpRights:UsageTerms") or told.text("photoshop:Instructions"),
        city=told.text("photoshop:City"),
        taken=told.moment("photoshop:DateCreated", "exif:DateTimeOriginal", "xmp:CreateDate"),
        keywords=clean_keywords(told.all("dc:subject")),
        alt=told.text("Iptc4xmpCore:AltTextAccessibility"),
    )


def xmp_packet(facts: PictureFacts) -> bytes:
    """Return the XMP that says these facts; nothing if there are none."""
    if facts == PictureFacts():
        return b""
    root = etree.Element(_name("x:xmpmeta"), nsmap=_SPACES)
    described = _child(_child(root, "rdf:RDF"), "rdf:Description")
    described.set(_name("rdf:about"), "")
    for name, text in (
        ("photoshop:Headline", facts.headline),
        ("photoshop:Credit", facts.credit),
        ("photoshop:Source", facts.source),
        ("photoshop:City", facts.city),
        ("photoshop:DateCreated", _when(facts)),
    ):
        if text:
            _child(described, name).text = text
    for name, text in (
        ("dc:description", facts.caption),
        ("dc:rights", facts.copyright),
        ("xmpRights:UsageTerms", facts.usage),
        ("Iptc4xmpCore:AltTextAccessibility", facts.alt),
    ):
        _list(described, name, "rdf:Alt", [text] if text else [])
    _list(described, "dc:creator", "rdf:Seq", [facts.creator] if facts.creator else [])
    _list(described, "dc:subject", "rdf:Bag", facts.keywords)
    return _OPEN + etree.tostring(root, encoding="utf-8") + _CLOSE


def _when(facts: PictureFacts) -> str:
    if facts.taken is None:
        return ""
    return (facts.taken if facts.knows_hour else facts.taken.date()).isoformat()


class _Told:
    """The properties of an XMP tree, written as elements or as attributes."""

    def __init__(self, root: etree._Element) -> None:
        self._all = list(root.iter(_name("rdf:Description")))

    def all(self, name: str) -> list[str]:
        """Return all values of a property, those of a list in its order."""
        return list(self._values(_name(name)))

    def text(self, name: str) -> str:
        """Return the one value of a property, in Indonesian where there are several."""
        return clean(next(iter(self._values(_name(name))), ""))

    def moment(self, *names: str) -> datetime | None:
        """Return the first of some properties that is a moment."""
        return next(filter(None, (moment(self.text(name)) for name in names)), None)

    def _values(self, name: str) -> Iterator[str]:
        for described in self._all:
            if name in described.attrib:
                yield str(described.attrib[name])
            for element in described.iterfind(name):
                items = list(element.iter(_name("rdf:li")))
                if not items:
                    yield element.text or ""
                yield from (item.text or "" for item in sorted(items, key=_rank))


def _rank(item: etree._Element) -> int:
    language = item.get(_LANG, "")
    return _LANGUAGES.index(language) if language in _LANGUAGES else len(_LANGUAGES)


def _name(short: str) -> str:
    prefix, _, name = short.partition(":")
    return f"{{{_SPACES[prefix]}}}{name}"


def _child(parent: etree._Element, name: str) -> etree._Element:
    return etree.SubElement(parent, _name(name))


def _list(parent: etree._Element, name: str, kind: str, values: Iterable[str]) -> None:
    values = list(values)
    if not values:
        return
    items = _child(_child(parent, name), kind)
    for value in values:
        item = _child(items, "rdf:li")
        item.text = value
        if kind == "rdf:Alt":
            item.set(_LANG, "x-default")
