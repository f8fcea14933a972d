"""A paragraph as rules read it, and where that stands in the Markdown."""

from __future__ import annotations

from newsroom.language.prose import Prose


def test_offsets_lead_back_through_markdown():
    prose = Prose("**Warga** [Lebak](https://contoh.id) *aktif*")

    assert prose.text == "Warga Lebak aktif"
    shown = [prose.markdown[slice(*prose.place(w.start, w.end))] for w in prose.words]
    assert shown == ["Warga", "Lebak", "aktif"]


def test_sentences_end_where_they_end():
    text = "Dr. Melati datang. “Benar.” katanya! Pukul 10.05 WIB\nSelesai."
    prose = Prose(text)

    assert text[slice(*prose.sentences[0])] == "Dr. Melati datang."
    assert text[slice(*prose.sentences[-1])] == "Selesai."


def test_quotes_are_known_by_their_marks():
    prose = Prose('“Satu,” kata Badu. "Dua" dan “tiga')

    assert [prose.text[a:b] for a, b in prose.quotes] == ["“Satu,”", '"Dua"', "“tiga"]
    assert prose.is_quoted(1, 3)
    assert not prose.is_quoted(8, 12)


def test_a_hundred_thousand_of_anything_is_read():
    for odd in ("\n", " ", "a", "“", '"', ".", "*", "[", "(", "a.\n"):
        prose = Prose(odd * 100_000)
        assert len(prose.sentences) <= 100_000
        assert len(prose.words) <= 100_000
        assert len(prose.quotes) <= 100_000
