"""What is pasted, from wherever it was copied, as clean Markdown."""

from __future__ import annotations

import re

from newsroom.exchange.characters import one_line
from newsroom.exchange.plain.read import read_plain
from newsroom.exchange.rich.read import read_html
from newsroom.exchange.rich.write import write_markdown
from newsroom.exchange.unseen import legible, without_unseen

# A field of this program, which held Markdown; and a page of a PDF shown in a browser,
# whose HTML is nothing but lines. Of both the text says more.
_LINES_ONLY = re.compile(r"""<br role=["']presentation["']""")
_OWN = re.compile(r"""name=["']qrichtext["']""")
_LOOKED_AT = 4_000  # characters of the HTML
_WORD = re.compile(r"\w+")
_FEWEST = 0.5  # of the text's words; with fewer the HTML was not understood


def pasted_markdown(html: str | None, text: str) -> str:
    """Return what lies on the clipboard as Markdown for a story's body.

    ``html`` is what the program it was copied from says of its looks, if that says
    anything; ``text`` the words alone. Fonts, colours, scripts, navigation, pictures
    from elsewhere and trackers in links are left out, words are not.

    >>> pasted_markdown("<p>Warga <b>senang</b></p><p>Ramai</p>", "Warga senang Ramai")
    'Warga **senang**\\n\\nRamai'
    """
    head = html[:_LOOKED_AT] if html else ""
    if html and _OWN.search(head):
        return text.replace("\r\n", "\n").replace("\u2029", "\n").replace("\u2028", "\n")
    if html and not _LINES_ONLY.search(head):
        markdown = write_markdown(read_html(html).blocks)
        if markdown and _words(markdown) >= _FEWEST * _words(text):
            return _with_edges(markdown, text)
    return read_plain(text)


def pasted_line(text: str) -> str:
    """Return a pasted text for a field of one line: no breaks, nothing unseen.

    >>> pasted_line("Pasar\\u200b Baru\\n Dibuka ")
    'Pasar Baru Dibuka'
    """
    lines = legible(without_unseen(text)).replace("\xa0", "\ue000").split()
    return one_line(" ".join(lines)).replace("\ue000", "\xa0")


def _words(text: str) -> int:
    return len(_WORD.findall(text))


def _with_edges(markdown: str, text: str) -> str:
    """Keep the blank that was copied before or after a few words in a line."""
    if "\n" in markdown:
        return markdown
    before = " " if text[:1] == " " else ""
    return before + markdown + (" " if text[1:].endswith(" ") else "")
