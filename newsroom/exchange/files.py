"""Reading a story from a file, by its kind: Markdown, plain text, Word, HTML, ``.naskah``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from newsroom.exchange import kinds
from newsroom.exchange.encodings import decode
from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.incoming import Incoming, SetOut
from newsroom.exchange.unpacked import keep_picture
from newsroom.story.front_matter import FrontMatterError, read_story
from newsroom.story.story import Photo, Story, new_id


def read_story_file(
    path: Path,
    split: SetOut | None = None,
    note: Callable[[str], None] | None = None,
    *,
    passphrase: str = "",
) -> Story:
    """Read a story file; ``passphrase`` opens one that is sealed.

    A ``.txt`` file is all body, unless ``split`` sets it out; Word documents and web
    pages are set out too, below the headline that they have by themselves. Photographs
    named by a file are sought beside it, those inside it are unpacked: where there is a
    picture, ``Photo.file`` becomes its absolute path, else it stays as written. Lines
    end in ``\\n`` whatever the file has. ``note`` is told, in Indonesian, what was left
    behind.

    Raises ExchangeError where the file is missing, unreadable, empty, of another
    kind, no text, or has a head that can't be understood; NaskahSealed and
    WrongPassphrase among them.
    """
    try:
        if path.is_dir():
            raise ExchangeError(f"Ini folder, bukan berkas: {path}")
        with path.open("rb"):
            read = _reader(path)
        came = read(path, split, passphrase)
        if not (came.story.headline or came.story.body.strip() or came.story.photos):
            raise ExchangeError(f"Berkas ini kosong: {path}")
    except FileNotFoundError:
        raise ExchangeError(f"Berkas tidak ditemukan: {path}") from None
    except OSError:
        raise ExchangeError(f"Berkas tidak bisa dibaca: {path}") from None
    if note:
        for line in came.notes:
            note(line)
    return came.story


_Reader = Callable[[Path, SetOut | None, str], Incoming]


def _reader(path: Path) -> _Reader:
    kind = path.suffix.casefold()
    for endings, reader in _READERS.items():
        if kind in endings:
            return reader
    if kind == ".doc":
        raise ExchangeError(
            f"Dokumen Word lama (.doc) belum dapat dibaca; simpan sebagai .docx: {path}"
        )
    raise ExchangeError(f"Jenis berkas ini belum dikenal, pakai {kinds.KINDS_IN_WORDS}: {path}")


def _markdown(path: Path, _: SetOut | None, __: str) -> Incoming:
    try:
        story = read_story(_text(path))
    except FrontMatterError as error:
        raise ExchangeError(f"Naskah tidak terbaca, {error}: {path}") from None
    folder = path.absolute().parent
    photos = tuple(_beside(folder, photo) for photo in story.photos)
    return Incoming(replace(story, photos=photos))


def _plain(path: Path, split: SetOut | None, _: str) -> Incoming:
    text = _text(path)
    return Incoming(split(text) if split else Story(body=text))


# What these need is loaded only when there is such a file to read.


def _word(path: Path, split: SetOut | None, _: str) -> Incoming:
    from newsroom.exchange.docx import read_docx

    return read_docx(path, keep_picture, split)


def _html(path: Path, split: SetOut | None, _: str) -> Incoming:
    from newsroom.exchange.html_file import read_html_file

    return read_html_file(path, keep_picture, split)


def _packed(path: Path, _: SetOut | None, passphrase: str) -> Incoming:
    from newsroom.exchange.naskah import read_naskah

    # A story of its own, whatever it came with: it is not made one with any that is here.
    story = read_naskah(path, keep_picture, passphrase=passphrase).story
    photos = tuple(replace(photo, origin="") for photo in story.photos)
    return Incoming(replace(story, id=new_id(), photos=photos))


_READERS: dict[tuple[str, ...], _Reader] = {
    kinds.MARKDOWN: _markdown,
    kinds.PLAIN: _plain,
    kinds.WORD: _word,
    kinds.HTML: _html,
    kinds.PACKED: _packed,
}


def _text(path: Path) -> str:
    text = decode(path.read_bytes())
    if text is None:
        raise ExchangeError(f"Isi berkas ini bukan teks: {path}")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise ExchangeError(f"Berkas ini kosong: {path}")
    return text


def _beside(folder: Path, photo: Photo) -> Photo:
    path = folder / photo.file
    try:
        return replace(photo, file=str(path)) if path.is_file() else photo
    except OSError:  # a name that the file system does not take
        return photo
