"""What the files in a ``.naskah`` are called, and how large they may be.

A story alone is still ``naskah/1``, which every Newsroom reads. One with its past and its
comments is ``naskah/2``: an older program would open it, drop them without a word, and send
back a stranger's story that can't be merged; so it asks for a newer program instead.
"""

from __future__ import annotations

from newsroom.exchange.manifest import Kind

ALONE = "naskah/1"
FORMAT = "naskah/2"
ENDING = ".naskah"
KIND = Kind(ENDING, FORMAT, (ALONE,))

STORY, PHOTOS = "story.md", "photos/"
STATES, STEPS, COMMENTS = "states.jsonl", "steps.jsonl", "comments.jsonl"

MOST_STORY = 8_000_000  # bytes; a text of 500,000 words has less than half
MOST_PICTURE = 64_000_000
MOST_PICTURES = 2_000
MOST_LINE = 4_000_000
MOST_LINES = 10_000
# Of each of the three lists, unpacked. Much less is written, so that later programs may more.
MOST_LISTED, MOST_WRITTEN = 8_000_000, 6_000_000
MOST_STATES, MOST_STEPS = 50, 300  # with their contents
