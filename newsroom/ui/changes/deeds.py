"""What a person can do about changes, and the keys for it."""

from __future__ import annotations

from enum import StrEnum


class Deed(StrEnum):
    """What a person can do about changes."""

    ACCEPT = "accept"
    TAKE_BACK = "take_back"
    ACCEPT_SENTENCE = "accept_sentence"
    TAKE_BACK_SENTENCE = "take_back_sentence"
    REASON = "reason"
    ASK = "ask"
    ACCEPT_ALL = "accept_all"
    TAKE_BACK_ALL = "take_back_all"


KEYS = {
    Deed.ACCEPT: "A",
    Deed.TAKE_BACK: "B",
    Deed.ACCEPT_SENTENCE: "Shift+A",
    Deed.TAKE_BACK_SENTENCE: "Shift+B",
    Deed.REASON: "L",
    Deed.ASK: "T",
}
