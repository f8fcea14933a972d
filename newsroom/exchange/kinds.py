"""The kinds of files that come in, by the endings of their names."""

from __future__ import annotations

MARKDOWN = (".md", ".markdown")
PLAIN = (".txt",)
HTML = (".html", ".htm")
WORD = (".docx",)
PACKED = (".naskah",)

STORY_KINDS = (*MARKDOWN, *PLAIN, *WORD, *HTML, *PACKED)
"""The endings of names, in lower case."""

SETTINGS = ".redaksi"
"""What the name of a file with a newsroom's settings ends in."""

KINDS_IN_WORDS = ".md, .txt, .docx, .html, atau .naskah"


def is_story_file(name: str) -> bool:
    """Say whether a file of this name may hold a story.

    >>> is_story_file("Berita.DOCX"), is_story_file("foto.jpg")
    (True, False)
    """
    return name.casefold().endswith(STORY_KINDS)
