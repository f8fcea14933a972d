"""Words of the headline that are mistyped."""

from __future__ import annotations

import pytest

from newsroom.language.prose import Prose
from newsroom.language.rules.story.headline_words import story_rules

WORDS = {"warga", "panen", "raya", "jembatan", "menang", "telak", "puncak", "klasemen", "kembali"}
(RULE,) = story_rules(WORDS.__contains__, lambda name: name == "Serang")


@pytest.mark.parametrize(
    ("headline", "body", "fixes"),
    [
        ("Serang Puncakki Klasemen", "Serang memuncaki klasemen.", ["Puncaki"]),
        ("Warga Pernaiki Jembatan Raya", "Warga memperbaiki jembatan.", ["Perbaiki"]),
        ("Warga Perbakki Jembatan Raya", "Warga kini memperbakki jembatan.", []),
        ("Warga Menyebernag Jembatan Raya", "Warga menyeberang jembatan.", ["Menyeberang"]),
        ("Warga menyebernag jembatan raya", "Warga menyeberang jembatan.", ["menyeberang"]),
        ("Warga Cimarungga Panen Raya", "Warga Cimarungga memanen padi.", []),
        ("Warga Cimarungga Panen Raya", "Warga desa memanen padi.", []),
        ("Warga Gelar Ngopi Bareng", "Warga bareng minum kopi.", []),
    ],
)
def test_an_unknown_word_near_one_of_the_story_is_marked(
    headline: str, body: str, fixes: list[str]
):
    notes = [RULE.note(Prose(headline, "headline")), RULE.note(Prose(body))]
    assert [match.suggestions[0] for _, match in RULE.find(notes)] == fixes


def test_only_the_first_paragraph_can_be_the_headline_of_a_raw_text():
    headline, body = Prose("Serang Puncakki Klasemen"), Prose("Serang memuncaki klasemen.")
    assert [at for at, _ in RULE.find([RULE.note(headline), RULE.note(body)])] == [0]
    assert list(RULE.find([RULE.note(body), RULE.note(headline)])) == []
    assert list(RULE.find([])) == []
