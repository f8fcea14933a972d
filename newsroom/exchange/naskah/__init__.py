"""A story with its pictures in one file, ``.naskah``, handed from one newsroom to another.

It is a zip: ``manifest.json``, ``story.md`` (front matter and body), ``photos/…``, and what
has become of the story so far, a line of JSON each: ``states.jsonl``, ``steps.jsonl``,
``comments.jsonl``. With a passphrase the zip is sealed in the ``age`` format.

The pictures leave the house, so they are not the camera's files: they say what the story
says of them, neither where they were taken nor with which camera, and what was blurred is
blurred for good. What else was done to them stays numbers, so that a colleague can go on.
Whom the reporter has spoken to is in none of it.
"""

from newsroom.exchange.naskah.pictures import MEDIUM, SMALL, estimated_size
from newsroom.exchange.naskah.reading import read_naskah
from newsroom.exchange.naskah.sealing import is_sealed
from newsroom.exchange.naskah.shape import ALONE, FORMAT
from newsroom.exchange.naskah.writing import write_naskah

__all__ = [
    "ALONE",
    "FORMAT",
    "MEDIUM",
    "SMALL",
    "estimated_size",
    "is_sealed",
    "read_naskah",
    "write_naskah",
]
