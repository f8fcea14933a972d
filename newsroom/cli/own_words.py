"""The user's own words, changed and shared from the command line."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from newsroom.app import Newsroom
from newsroom.cli.streams import emit, say
from newsroom.exchange.word_list import as_word, read_words, write_words


def change_words(
    newsroom: Newsroom,
    lists: Sequence[Path],
    added: Sequence[str],
    removed: Sequence[str],
    out: Path | None,
) -> bool:
    """Take lists and words in, others out, then write the list, or print it if nothing is asked.

    Nothing is changed unless all of it can be understood. False if a word that was
    to be removed is not there. Raises ExchangeError and StoreError.
    """
    new = [word for path in lists for word in read_words(path)]
    new += map(as_word, added)
    is_done = True
    with closing(newsroom.open_store()) as store:
        if new:
            count = store.words.add_all(new)
            say(f"{count} kata ditambahkan, {len(new) - count} sudah ada")
        for word in removed:
            if not store.words.remove(word):
                say(f"kata “{word}” tidak ada di kamus sendiri")
                is_done = False
        kept = store.words.all()
    if out:
        write_words(out, kept)
        say(f"{len(kept)} kata ditulis ke {out}")
    elif not new and not removed:
        for word in kept:
            emit(word)
    return is_done
