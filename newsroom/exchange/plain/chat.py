"""Text as WhatsApp copies or exports it: who wrote when before each message, and its notices."""

from __future__ import annotations

import re

_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_DAY = r"\d{1,2}[./-]\d{1,2}"  # as messages chosen on a phone are copied
_TIME = r"\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:[ \u202f\xa0]?[AaPp]\.?[Mm]\.?)?"
# "[14/05/24 10.42.33] Nama: …", "[10.42, 14/5/2024] Nama: …", "[14/5 10.42] Nama: …",
# "14/05/24 10.42 - Nama: …"
_IN_BRACKETS = rf"\[(?:{_DATE},?[ ]{_TIME}|{_TIME},?[ ]{_DATE}|{_DAY},?[ ]{_TIME})\]"
_STAMP = rf"(?:{_IN_BRACKETS}|{_DATE},?[ ]{_TIME}[ ]-)"
_HEAD = re.compile(rf"{_STAMP}[ ](?P<who>[^:\n]{{1,80}}):(?:[ ]|$)")
_NOTICE = re.compile(rf"{_STAMP}[ ][^:\n]+")  # nobody's: who joined, what was renamed
# What stands for a picture or a message that is not there.
_NO_WORDS = re.compile(
    r"""<?(?:
      (?:media|gambar|video|audio|stiker|GIF|dokumen|kartu[ ]kontak)[ ]tidak[ ]disertakan
    | (?:media|image|video|audio|sticker|GIF|document|contact[ ]card)[ ]omitted
    | (?:terlampir|attached):[ ][^<>\n]{1,200}
    | [^<>\n]{1,200}\.\w{2,5}[ ]\((?:file[ ]terlampir|file[ ]attached)\)
    | pesan[ ]ini[ ](?:telah[ ])?dihapus | anda[ ](?:telah[ ])?menghapus[ ]pesan[ ]ini
    | this[ ]message[ ]was[ ]deleted | you[ ]deleted[ ]this[ ]message
    | pesan[ ]dan[ ]panggilan[ ](?:ter|di)enkripsi[ ]secara[ ]end-to-end\b[^\n]*
    | messages[ ]and[ ]calls[ ]are[ ]end-to-end[ ]encrypted\b[^\n]*
    )>?[.]?""",
    re.IGNORECASE | re.VERBOSE,
)
_EDITED = re.compile(r"\s*<(?:pesan ini diedit|this message was edited)>\Z", re.IGNORECASE)


def messages(lines: list[str]) -> list[list[str]] | None:
    """Return the lines of each message without its head; None if the text is no chat.

    Notices of the program, and what stands for a picture that did not come along, are no
    messages.

    >>> messages(["[14/05/24 10.42] Rina: Pasar dibuka.", "[14/05/24 10.43] Rina: Ramai."])
    [['Pasar dibuka.'], ['Ramai.']]
    >>> messages(["14/05/24 10.42 - Rina membuat grup", "14/05/24 10.43 - Rina: Halo"])
    [['Halo']]
    """
    if not _is_chat(lines):
        return None
    found: list[list[str]] = []
    for line in lines:
        text = line.strip()
        if head := _HEAD.match(text):
            words = text[head.end() :].strip()
            found.append([] if _NO_WORDS.fullmatch(words) else [_EDITED.sub("", words)])
        elif _NOTICE.fullmatch(text):
            found.append([])
        elif found:
            found[-1].append(_EDITED.sub("", line))
    return [message for message in found if any(line.strip() for line in message)]


def _is_chat(lines: list[str]) -> bool:
    """Say whether a text begins with the head of a message, after notices at most."""
    for line in lines:
        text = line.strip()
        if text and not _NOTICE.fullmatch(text):
            return bool(_HEAD.match(text))
    return False
