import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.story.markdown_text import (
    blank_markup,
    paragraphs,
    pictures,
    reading_seconds,
    word_count,
)


def test_markup_goes_and_every_letter_stays_where_it_was():
    text = "## Jadwal\n\n- *Warga* [datang](https://contoh.id/a_b) \\#pagi"
    blank = blank_markup(text)

    assert blank.split() == ["Jadwal", "Warga", "datang", "#pagi"]
    assert all(blank[text.index(word)] == word[0] for word in ("Jadwal", "Warga", "datang"))


def test_marks_of_pull_quotes_and_of_the_front_page_are_no_words():
    text = ">> Kami menunggu.\n>\n> > Karta\n\n<!--more-->\n\nLalu."

    assert blank_markup(text).split() == ["Kami", "menunggu.", "Karta", "Lalu."]
    assert [line.strip() for line in blank_markup(text).split("\n")] == [
        *("Kami menunggu.", "", "Karta", "", "", "", "Lalu.")
    ]
    assert word_count(text) == 4


def test_paragraphs_know_where_they_stand():
    text = "\nSatu\ndua.\n \n\nTiga."

    assert [text[p.start : p.end] for p in paragraphs(text)] == ["Satu\ndua.", "Tiga."]


def test_words_are_counted_as_readers_count():
    assert word_count("Pukul 10.05, **12,5 persen** warga berlari-lari.") == 4
    assert word_count("") == 0
    assert reading_seconds(440) == 120


def test_pictures_are_found_with_their_addresses_and_places():
    text = 'Teks ![a](b.jpg), ![](<panen raya.jpg> "Judul") dan ![](IMG (1).jpg).'

    found = [*pictures(text)]

    assert [address for _, address in found] == ["b.jpg", "panen raya.jpg", "IMG (1).jpg"]
    assert all(text[span.start : span.end] == span.text for span, _ in found)


@pytest.mark.parametrize(
    ("piece", "words"),
    [("![", 0), ("[a](", 1), ("![a](", 1), ("[a](<", 1), ("<https://", 1), ("`", 0), ("[", 0)],
)
def test_marks_that_never_end_hide_no_word(piece, words):
    assert word_count(f"{piece * 20_000}\n\nSatu dua.") == words * 20_000 + 2


@given(st.text(alphabet=st.sampled_from("ab *_[]()`\\#>-1.\n!"), max_size=80))
def test_blanked_text_is_as_long_as_before(text):
    assert len(blank_markup(text)) == len(text)
    assert all(p.text == text[p.start : p.end] for p in paragraphs(text))
