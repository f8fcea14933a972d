"""Stories as a reporter hands them in, and as an editor leaves them."""

from __future__ import annotations

import random
from itertools import count

_WORDS = """
    warga petani panen padi sawah hujan banjir jalan desa bupati pasar harga cabai rumah sekolah
    guru murid sungai jembatan bantuan beras polisi pagi sore Lebak Serang Pandeglang kemarin
    ratusan beberapa membangun memperbaiki mengatakan meninjau menerima baru lama besar cepat
"""
WORDS = _WORDS.split()


def text(chance: random.Random, paragraphs: int = 4) -> str:
    """Return a text in which no two sentences are alike."""
    numbers = count(chance.randrange(100, 900))
    return _written([
        [_sentence(chance, next(numbers)) for _ in range(chance.randint(1, 3))]
        for _ in range(paragraphs)
    ])  # fmt: skip


def edited(chance: random.Random, text: str, times: int) -> str:
    """Return the text after some of what an editor does."""
    for number in range(times):
        paragraphs = [part.removesuffix(".").split(". ") for part in text.split("\n\n")]
        part = chance.choice(paragraphs)
        at = chance.randrange(len(part))
        match chance.randrange(6):
            case 0 if len(paragraphs) > 1:
                paragraphs.remove(part)
                paragraphs.insert(chance.randrange(len(paragraphs) + 1), part)
            case 1 if len(part) > 1:
                moved = part.pop(at)
                part.insert(chance.randrange(len(part) + 1), moved)
            case 2:
                part.insert(at, _sentence(chance, 9_000 + number))
            case 3 if len(part) > 1:
                paragraphs[paragraphs.index(part) :][:1] = [part[:at], part[at:]]
            case _:
                part[at] = _reworded(chance, part[at])
        text = _written(paragraphs)
    return text


def _reworded(chance: random.Random, sentence: str) -> str:
    words = sentence.split(" ")
    places = [number for number, word in enumerate(words) if word.isalnum()]
    if len(places) < 3:
        return sentence
    at = chance.choice(places)
    match chance.randrange(6):
        case 0:
            words[at] = chance.choice(WORDS)
        case 1:
            words.insert(at, chance.choice(WORDS))
        case 2:
            del words[at]
        case 3:
            words[at] = f"**{words[at]}**"
        case 4:
            words[at] = f"[{words[at]}](https://contoh.id)"
        case _ if words[0] != "##":
            words.insert(0, "##")
    return " ".join(words)


def _sentence(chance: random.Random, number: int) -> str:
    """Return a sentence without its end; some words are bold, some are a link."""
    words = [chance.choice(WORDS) for _ in range(chance.randint(5, 14))]
    words[chance.randrange(len(words))] = str(number)
    at = chance.randrange(1, len(words) - 1)
    match chance.randrange(6):
        case 0:
            words[at : at + 2] = [f"**{words[at]} {words[at + 1]}**"]
        case 1:
            words[at] = f"[{words[at]}](https://contoh.id/{number})"
    return " ".join(words).capitalize()


def _written(paragraphs: list[list[str]]) -> str:
    return "\n\n".join(". ".join(part) + "." for part in paragraphs if part)
