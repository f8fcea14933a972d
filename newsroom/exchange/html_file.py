"""Reading a web page that was saved as a file."""

from __future__ import annotations

import re
from pathlib import Path

from newsroom.exchange.encodings import decode
from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.incoming import Incoming, SetOut, story_of, with_photos
from newsroom.exchange.loose_pictures import data_of, photos_of, unread_note
from newsroom.exchange.rich.read import read_html
from newsroom.exchange.unpacked import Keep

_CHARSET = re.compile(rb"""<meta\s[^<>]{0,200}?charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
_HEAD = 4_096  # bytes in which a page says how it is written
_MOST_BYTES = 64_000_000


def read_html_file(path: Path, keep: Keep, set_out: SetOut | None = None) -> Incoming:
    """Read a web page; ``keep`` takes the pictures whose data are in it.

    Pictures that lie elsewhere are not fetched. Raises OSError and ExchangeError.
    """
    if path.stat().st_size > _MOST_BYTES:
        raise ExchangeError(f"Laman ini terlalu besar; salin teksnya saja: {path}")
    data = path.read_bytes()
    named = _CHARSET.search(data[:_HEAD])
    html = decode(data, named[1].decode("ascii", "ignore") if named else "")
    if html is None:
        raise ExchangeError(f"Isi berkas ini bukan teks: {path}")
    text = read_html(html)
    photos, unread = photos_of(text.pictures, data_of, path.stem, keep)
    notes = (f"{path.name}: {unread_note(unread)}",) if unread else ()
    return Incoming(with_photos(story_of(text, set_out, text.title), photos), notes)
