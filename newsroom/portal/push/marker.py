"""The story's id in the text of its post: by it a post is found again that has no slug.

It stands where it is no text. Among blocks it is a class of the first that may have one, in its
attributes and in its HTML: the block editor keeps that, whatever is changed there (measured; an
attribute of another name it drops). In a text without blocks it is a comment at its end. A
comment between blocks would be a block of its own to the editor. What WordPress searches is the
text as it is stored, comments and all (measured).
"""

from __future__ import annotations

import re

_FIRST = re.compile(r"\A\s*<!-- wp:(?P<name>[a-z][a-z0-9/-]*)(?: (?P<attributes>\{.*?\}))? -->")
_CLASSED = re.compile(
    # Those of which the editor writes the class to the outermost element.
    r"<!-- wp:(?P<name>paragraph|heading|image|list|quote|pullquote|table|embed|gallery|separator)"
    r"(?: (?P<attributes>\{.*?\}))? -->(?P<space>\s*)<(?P<tag>[a-z][a-z0-9]*)(?P<rest>[^<>]*)>"
)
_CLASS_NAME = re.compile(r'"className":"((?:[^"\\]|\\.)*)"')
_CLASS = re.compile(r'\sclass="([^"]*)"')
# As attribute or comment with a colon, as it was written before, or as a class.
_MARK = re.compile(r"newsroom[:-]([0-9a-f]{32})(?![0-9a-f])")


def marked(content: str, uid: str) -> str:
    """Return a text with the id of its story in it.

    >>> marked("<!-- wp:paragraph -->\\n<p>A</p>", "ab")
    '<!-- wp:paragraph {"className":"newsroom-ab"} -->\\n<p class="newsroom-ab">A</p>'
    >>> marked('<!-- wp:quote {"className":"b"} --><blockquote class="a b">', "ab")
    '<!-- wp:quote {"className":"b newsroom-ab"} --><blockquote class="a b newsroom-ab">'
    >>> marked("<!-- wp:html -->\\n<p>A</p>", "ab")
    '<!-- wp:html {"newsroom":"newsroom:ab"} -->\\n<p>A</p>'
    >>> marked("<p>A</p>", "ab")
    '<p>A</p>\\n<!-- newsroom:ab -->'
    """
    first = _FIRST.match(content)
    if first is None:
        return f"{content}\n<!-- newsroom:{uid} -->".lstrip()
    block = _CLASSED.search(content)
    if block is None:
        attributes = _with(first["attributes"], f'"newsroom":"newsroom:{uid}"')
        return f"<!-- wp:{first['name']} {attributes} -->{content[first.end() :]}"
    mark = f"newsroom-{uid}"
    given = block["attributes"] or ""
    if _CLASS_NAME.search(given):
        attributes = _CLASS_NAME.sub(rf'"className":"\1 {mark}"', given, count=1)
    else:
        attributes = _with(given, f'"className":"{mark}"')
    written = (
        f"<!-- wp:{block['name']} {attributes} -->{block['space']}"
        f"<{block['tag']}{_classed(block['rest'], mark)}>"
    )
    return content[: block.start()] + written + content[block.end() :]


def _with(attributes: str | None, another: str) -> str:
    others = (attributes or "{}")[1:-1].strip()
    return f"{{{','.join(filter(None, (others, another)))}}}"


def _classed(rest: str, mark: str) -> str:
    """Return what stands in a tag after its name, with a class more."""
    if _CLASS.search(rest):
        return _CLASS.sub(rf' class="\1 {mark}"', rest, count=1)
    bare = rest.rstrip().removesuffix("/").rstrip()
    return f'{bare} class="{mark}"{rest[len(bare) :]}'


def uid_in(content: str) -> str:
    """Return the id of the story that a text is of, as far as it says so."""
    found = _MARK.search(content)
    return found[1] if found else ""
