"""What ninjs 2.1 asks of a news item, as far as the program writes it, in our own words.

The names are those of the IPTC's standard; anything else in an item is a fault, as it is
there (``unevaluatedProperties``).
"""

from __future__ import annotations

from typing import Any

ADDRESS = {"type": "string", "pattern": r"^https?://\S+$"}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$"}
TEXT = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 0}


def table(required: tuple[str, ...] = (), **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": properties,
    }


def rows(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "minItems": 1, "items": of}


TOLD = table(("value",), role=TEXT, contenttype=TEXT, value=TEXT)
BODY = table(("value",), role=TEXT, contenttype=TEXT, charcount=COUNT, wordcount=COUNT, value=TEXT)
ITEM: dict[str, Any] = {
    "uri": ADDRESS,
    "standard": table(name={"const": "ninjs"}, version={"const": "2.1"}, schema=ADDRESS),
    "type": {"enum": ["text", "audio", "video", "picture", "graphic", "composite", "component"]},
    "representationtype": {"enum": ["full", "partial"]},
    "version": TEXT,
    "firstcreated": MOMENT,
    "versioncreated": MOMENT,
    "contentcreated": MOMENT,
    "embargoed": MOMENT,
    "pubstatus": {"enum": ["usable", "withheld", "canceled"]},
    "language": {"const": "id"},
    "title": TEXT,
    "slugline": TEXT,
    "by": TEXT,
    "located": TEXT,
    "ednote": TEXT,
    "copyrightholder": TEXT,
    "copyrightnotice": TEXT,
    "usageterms": TEXT,
    "headlines": rows(TOLD),
    "descriptions": rows(TOLD),
    "bodies": rows(BODY),
    "subjects": rows(table(name=TEXT, literal=TEXT, rel=TEXT)),
    "infosources": rows(table(name=TEXT, role=TEXT)),
    "altids": rows(table(role=TEXT, value=TEXT)),
    "renditions": rows(
        table(
            ("name",),
            name=TEXT,
            href=ADDRESS,
            contenttype={"enum": ["image/jpeg", "image/png"]},
            width=COUNT,
            height=COUNT,
            sizeinbytes=COUNT,
        )
    ),
}
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **table(("uri",), **ITEM, associations=rows(table(("name", "uri"), name=TEXT, **ITEM))),
}
