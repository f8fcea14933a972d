"""The story's id in the text of its post: by it a post is found again that has no slug.

It stands where it is no text: among the attributes of the first block, or, in a text without
blocks, in a comment at its end. A comment between blocks would be a block of its own to the
editor. What WordPress searches is the text as it is stored, comments and all (measured).
"""

from __future__ import annotations

import re

_FIRST = re.compile(r"\A\s*<!-- wp:(?P<name>[a-z][a-z0-9/-]*)(?: (?P<attributes>\{.*?\}))? -->")
_MARK = re.compile(r"newsroom:([0-9a-f]{32})")


def marked(content: str, uid: str) -> str:
    """Return a text with the id of its story in it.

    >>> marked("<!-- wp:paragraph -->\\n<p>A</p>", "ab")
    '<!-- wp:paragraph {"newsroom":"newsroom:ab"} -->\\n<p>A</p>'
    >>> marked('<!-- wp:image {"id":3} --><figure/>', "ab")
    '<!-- wp:image {"id":3,"newsroom":"newsroom:ab"} --><figure/>'
    >>> marked("<p>A</p>", "ab")
    '<p>A</p>\\n<!-- newsroom:ab -->'
    """
    first = _FIRST.match(content)
    if first is None:
        return f"{content}\n<!-- newsroom:{uid} -->".lstrip()
    others = (first["attributes"] or "{}")[1:-1].strip()
    attributes = ",".join(filter(None, (others, f'"newsroom":"newsroom:{uid}"')))
    return f"<!-- wp:{first['name']} {{{attributes}}} -->{content[first.end() :]}"


def uid_in(content: str) -> str:
    """Return the id of the story that a text is of, as far as it says so."""
    found = _MARK.search(content)
    return found[1] if found else ""
