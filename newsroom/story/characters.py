"""Text freed of control characters, which no person typed and few files can hold."""

from __future__ import annotations

import re

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_NO_BREAK = "\x1e"  # Word's hyphen at which no line ends
_ENDS = re.compile("[\x0b\x0c]")  # Word's own ends of a line and of a page


def without_controls(text: str, line_end: str = "\n") -> str:
    """Return a text without control characters; where Word ended a line is ``line_end``.

    >>> without_controls("Warga\\x0bpanen\\x00 padi"), without_controls("A\\x0bB\\x07", " ")
    ('Warga\\npanen padi', 'A B')
    """
    return _CONTROLS.sub("", _ENDS.sub(line_end, text.replace(_NO_BREAK, "-")))


def on_one_line(text: str) -> str:
    """Return what a field of one line can hold; its other blanks stay as they are.

    >>> on_one_line("Warga\\x0bpanen\\r\\n raya\\x07")
    'Warga panen raya'
    """
    return re.sub(r"\s*[\r\n]+\s*", " ", without_controls(text))
