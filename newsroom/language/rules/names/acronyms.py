"""Acronyms: never explained, explained twice, explained by words that do not fit their letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsroom.language.edits import edits
from newsroom.language.prose import Prose
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, Rule, StoryRule
from newsroom.language.rules.said import said
from newsroom.language.rules.word_lists import read_list

# An acronym in brackets, with the words before it that may explain it.
_IN_BRACKETS = regex(r"\s\((?P<short>[A-Z][A-Za-z]{1,11})\)")
# An acronym with its explanation after it: LAN (Lembaga Administrasi Negara).
_EXPLAINED_AFTER = regex(r"(?<!\w)([A-Z][A-Za-z]{1,11})\s\((?=[A-Za-z]{2,30}\s[A-Za-z])")
WORD = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BEFORE = 110
_SMALL = frozenset((
    "dan", "di", "dari", "yang", "untuk", "pada", "dengan", "atas", "ke", "serta", "bagi", "oleh",
    "se", "of", "the", "and",
))  # fmt: skip
# What a body is called by; only after these may words be meant as its name.
_BODIES = frozenset((
    "badan", "lembaga", "dinas", "komisi", "dewan", "kementerian", "kantor", "komite", "majelis",
    "otoritas", "satuan", "balai", "direktorat", "pusat", "unit", "forum", "persatuan", "himpunan",
    "ikatan", "asosiasi", "serikat", "organisasi",
))  # fmt: skip
# Between a body and brackets these say that no name is given.
_NO_NAME = frozenset((
    "itu", "ini", "tersebut", "bernama", "seperti", "yakni", "yaitu", "dari", "kata", "ujar",
    "oleh", "bersama", "antara", "dengan", "di", "ketua", "kepala", "anggota", "direktur",
    "sekretaris", "juru", "fraksi", "partai", "mantan", "bidang",
))  # fmt: skip
# What follows the place that opens a dateline: SERANG – …, SERANG, contoh.id – …, SERANG (20/6).
_DATELINE = regex(
    r"(?:[A-Z]{2,20}\s){0,2}[A-Z]{2,20}(?:\s?[–—|]|\s-{1,2}\s|,\s[\w.]{3,40}\.[a-z]{2,4}\b|\s\((?:[A-Z]|\d))"
)
# Firms have codes at the stock exchange, which are no acronyms.
_FIRM = regex(r"\b(?:PT|CV|Tbk)\b")
_ROMAN = regex(r"[IVXLCDM]+")


@dataclass(frozen=True, slots=True)
class Acronyms:
    """What is known of acronyms: their expansions, empty where there is no one expansion.

    ``also`` are other names that the same letters rightly stand for.
    """

    common: Mapping[str, str]
    known: Mapping[str, str]
    also: Mapping[str, Sequence[str]]
    one_name: tuple[tuple[str, str, tuple[str, ...]], ...]

    @classmethod
    def load(cls) -> Acronyms:
        """Read the list that ships with the program."""
        values = read_list("acronyms")
        names = tuple(
            (one["name"], one["short"], tuple(one["others"])) for one in values["one_name"]
        )
        return cls(values["common"], values["known"], values["also"], names)

    def expansion(self, short: str) -> str:
        """Return what an acronym stands for; nothing if that is not known."""
        return self.known.get(short) or self.common.get(short, "")


@dataclass(frozen=True, slots=True)
class _Noted:
    """The acronyms of a paragraph with their places, and those that it explains."""

    used: tuple[tuple[str, int, int, bool], ...]  # the last: whether it is part of a name
    explained: frozenset[str]


class Unexplained:
    """An acronym that few know and the story never explains.

    ``is_name`` says whether a word with its capital is a known name: a dateline
    writes its place in capitals.
    """

    def __init__(self, about: About, acronyms: Acronyms, is_name: Callable[[str], bool]) -> None:
        self.about = about
        self._acronyms = acronyms
        self._is_name = is_name

    def note(self, prose: Prose) -> object:
        """Return the paragraph's acronyms; None if there are none or all of it is capitals."""
        if prose.field != "body" or prose.text.isupper():
            return None
        used = []
        opening = _DATELINE.match(prose.text)
        for at in prose.capitals:
            word = prose.words[at]
            if opening and word.end <= opening.end() and word.text not in self._acronyms.known:
                continue
            if self._is_acronym(word.text) and not prose.is_quoted(word.start, word.end):
                used.append((word.text, word.start, word.end, _is_name_part(prose, at)))
        if not used and "(" not in prose.text:
            return None
        explained = frozenset(match["short"] for match in _IN_BRACKETS.finditer(prose.text))
        after = frozenset(_EXPLAINED_AFTER.findall(prose.text))
        return _Noted(tuple(used), explained | after)

    def _is_acronym(self, word: str) -> bool:
        if word in self._acronyms.known:
            return True
        return (
            3 <= len(word) <= 9
            and word.isupper()
            and word.isalpha()
            and not _ROMAN.fullmatch(word)
            and not (len(word) > 3 and self._is_name(word.capitalize()))
        )

    def find(self, notes: Sequence[object]) -> Iterator[tuple[int, Match]]:
        """Yield the first place of each."""
        noted = [(index, note) for index, note in enumerate(notes) if isinstance(note, _Noted)]
        done = {short for _, note in noted for short in note.explained}
        for index, note in noted:
            for word, start, end, in_name in note.used:
                if word in done or word in self._acronyms.common:
                    continue
                done.add(word)
                expansion = self._acronyms.known.get(word, "")
                if not expansion and in_name:
                    continue
                fix = (f"{expansion} ({word})",) if expansion else ()
                yield index, Match(start, end, fix, f"{word} belum dijelaskan kepanjangannya.")


class ExplainedTwice:
    """An acronym that is explained again."""

    def __init__(self, about: About) -> None:
        self.about = about

    def note(self, prose: Prose) -> object:
        """Return the acronyms in brackets with the words before them; None if there are none."""
        return explained(prose.text) if prose.field == "body" and "(" in prose.text else None

    def find(self, notes: Sequence[object]) -> Iterator[tuple[int, Match]]:
        """Yield each place but the first that explains an acronym."""
        seen: dict[str, str] = {}
        for index, note in enumerate(notes):
            if not isinstance(note, tuple):
                continue
            for short, words, start, end in note:
                if not (full := fitting(short, words)):
                    continue
                if short in seen and seen[short] == full.lower():
                    yield index, Match(start - 1, end + 1)
                seen.setdefault(short, full.lower())


class Letters:
    """Words before an acronym in brackets that do not have its letters."""

    needs = ("(",)

    def __init__(self, about: About, acronyms: Acronyms) -> None:
        self.about = about
        self._acronyms = acronyms

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each explanation that does not fit, with the known one."""
        for match in _IN_BRACKETS.finditer(prose.text):
            short, words = match["short"], _spoken(prose.text, match.start())
            if not short.isupper() or len(short) < 3 or _ROMAN.fullmatch(short):
                continue
            if not words or fitting(short, words) or _FIRM.search(words):
                continue
            expansion = self._acronyms.expansion(short)
            if expansion and expansion.lower() in _expanded(words, self._acronyms).lower():
                continue
            if meant := self._meant(short, words, expansion):
                start = match.start() - len(meant)
                known = f"{short} singkatan dari {expansion}." if expansion else "periksa keduanya."
                message = f"Huruf {short} tidak cocok dengan “{meant}”; {known}"
                fix = (f"{_named_like(meant, expansion)} ({short})",) if expansion else ()
                yield Match(start, match.end(), fix, message)

    def _meant(self, short: str, words: str, expansion: str) -> str:
        """Return the words that were meant as the explanation; nothing if none may be."""
        found = list(WORD.finditer(words))
        if expansion:
            head = expansion.split()[0].lower()
            for at in range(len(found) - 1, -1, -1):
                lowered = found[at].group().lower()
                if lowered in _NO_NAME:
                    return ""
                is_body = lowered in _BODIES and head in _BODIES
                if (lowered == head or is_body) and len(found) - at >= 3:
                    return words[found[at].start() :]
        if len(short) < 4:
            return ""
        # A body, or capitals, whose first letters are the acronym's but for one slip: BPDB
        # for BPBD.
        for count in range(len(short) - 1, len(short) + 4):
            if count > len(found):
                break
            part = found[len(found) - count :]
            large = [w.group() for w in part if w.group().lower() not in _SMALL]
            initials = "".join(word[0] for word in large)
            first = part[0].group()
            is_body = first.lower() in _BODIES
            if first.lower() in _SMALL or not (first[0].isupper() or is_body):
                continue
            initials = initials.upper() if is_body else initials
            other_body = is_body and initials[1:] == short[1:]  # "lembaga …" for a Dinas
            if initials.isupper() and (other_body or is_one_slip(initials, short)):
                return words[part[0].start() :]
        return ""


def fitting(short: str, words: str) -> str:
    """Return the end of some words that an acronym may be made of; nothing if there is none.

    The first letter opens a word, and the others follow in their order, each anywhere.

    >>> fitting("BPBD", "kata Kepala Badan Penanggulangan Bencana Daerah")
    'Badan Penanggulangan Bencana Daerah'
    >>> fitting("BPSDM", "lembaga kependidikan dan kepelatihan PNS")
    ''
    """
    found = list(WORD.finditer(words))
    letters = short.lower()
    for count in range(2, min(len(found), len(short) + 6) + 1):
        part = found[len(found) - count :]
        if part[0].group()[0].lower() != letters[0] or part[0].group().lower() in _SMALL:
            continue
        if _made_of(letters, [word.group().lower() for word in part]):
            return words[part[0].start() :]
    return ""


def is_one_slip(one: str, other: str) -> bool:
    """Say whether two words of capitals differ by one letter more, less, other or swapped.

    >>> is_one_slip("BPBD", "BPDB"), is_one_slip("BMKG", "BMG"), is_one_slip("BPBD", "BPBD")
    (True, True, False)
    """
    return one != other and one[:1] == other[:1] and other.lower() in edits(one.lower())


def rules() -> list[Rule]:
    """Return the rules of single paragraphs."""
    return [Letters(said("fact")["fact.acronym_letters"], Acronyms.load())]


def story_rules(is_name: Callable[[str], bool]) -> list[StoryRule]:
    """Return the rules of whole stories; ``is_name`` knows words with their capital."""
    about, acronyms = said("fact"), Acronyms.load()
    return [
        Unexplained(about["fact.acronym"], acronyms, is_name),
        ExplainedTwice(about["fact.acronym_twice"]),
    ]


def explained(text: str) -> tuple[tuple[str, str, int, int], ...]:
    """Return the acronyms in brackets, the words before each, and its start and end."""
    return tuple(
        (match["short"], _spoken(text, match.start()), *match.span("short"))
        for match in _IN_BRACKETS.finditer(text)
    )


def _spoken(text: str, end: int) -> str:
    """Return the words before brackets, back to the mark that parts them from others."""
    before = text[max(0, end - _BEFORE) : end]
    cut = max((before.rfind(mark) for mark in '.;:()“”"—–'), default=-1)
    return before[cut + 1 :].lstrip()


def _made_of(letters: str, words: list[str]) -> bool:
    """Say whether letters, in their order, run through words and end in the last one."""
    joined, at = "".join(words), 0
    for letter in letters:
        at = joined.find(letter, at) + 1
        if not at:
            return False
    return letters[-1] in words[-1]


def _expanded(words: str, acronyms: Acronyms) -> str:
    return WORD.sub(lambda match: acronyms.expansion(match.group()) or match.group(), words)


def _named_like(words: str, expansion: str) -> str:
    """Return an expansion with the capitals of a name where the words it replaces have them."""
    if not words[0].isupper() or expansion[0].isupper():
        return expansion
    return WORD.sub(lambda m: m[0] if m[0] in _SMALL else m[0][0].upper() + m[0][1:], expansion)


def _is_name_part(prose: Prose, at: int) -> bool:
    """Say whether capitals, figures or hyphens beside an acronym make it part of a name."""
    words, text = prose.words, prose.text
    word = words[at]
    for other in words[max(0, at - 1) : at + 2]:
        gap = text[other.end : word.start] or text[word.end : other.start]
        is_capital = other.text[0].isupper() and (other.start > word.start or not other.opens)
        if other is not word and is_capital and gap == " ":
            return True
    before = text[max(0, word.start - 2) : word.start].strip()[-1:]
    after = text[word.end : word.end + 2].strip()[:1]
    return any(mark in "-/&(" or mark.isdigit() for mark in (before, after) if mark)
