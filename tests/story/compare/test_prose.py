"""Changes as an editor would mark them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.story.compare.pieces import Kind, Piece
from newsroom.story.compare.prose import compare_prose

AROUND = {Kind.SAME: "{}", Kind.REMOVED: "[-{}-]", Kind.ADDED: "{{+{}+}}"}


def marked(old: str, new: str) -> str:
    return "".join(AROUND[piece.kind].format(piece.text) for piece in compare_prose(old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", ""),
        ("", "Warga panen.", "{+Warga panen.+}"),
        ("Warga panen.", "", "[-Warga panen.-]"),
        ("Warga panen.", "Warga panen.", "Warga panen."),
        # Words, whole ones.
        ("Warga memanen padi.", "Warga menanam padi.", "Warga [-memanen-]{+menanam+} padi."),
        ("Ia pergi ke pasar.", "Ia ke pasar.", "Ia[- pergi-] ke pasar."),
        ("Panen pada Senin.", "Panen raya pada Senin.", "Panen{+ raya+} pada Senin."),
        ("kata Rina A., Senin", "ujar Rina A., Senin", "[-kata-]{+ujar+} Rina A., Senin"),
        ("Warga panen", "Warga panen.", "Warga panen{+.+}"),
        # Figures, dates, doubled words and names are one word each.
        ("Rp1.000.000 per ton", "Rp1.250.000 per ton", "[-Rp1.000.000-]{+Rp1.250.000+} per ton"),
        ("Kamis (20/6/2019)", "Kamis (27/6/2019)", "Kamis ([-20/6/2019-]{+27/6/2019+})"),
        ("sawah-sawah warga", "sawah warga", "[-sawah-sawah-]{+sawah+} warga"),
        ("pukul 10.05 WIB", "pukul 10.15 WIB", "pukul [-10.05-]{+10.15+} WIB"),
        # Whole sentences and paragraphs.
        ("Panen. Hujan turun. Banjir.", "Panen. Banjir.", "Panen.[- Hujan turun.-] Banjir."),
        ("A B.\n\nC D.", "A B.\n\nBaru ada.\n\nC D.", "A B.{+\n\nBaru ada.+}\n\nC D."),
        ("Satu ada.\n\nDua ada.", "Dua ada.", "[-Satu ada.\n\n-]Dua ada."),
        ("Satu ada. Dua ada.", "Satu ada.\n\nDua ada.", "Satu ada.[- -]{+\n\n+}Dua ada."),
        ("Ada. “Tidak.”", "Ada. “Belum.” “Tidak.”", "Ada.{+ “Belum.”+} “Tidak.”"),
        # Markdown's marks.
        ("harga cabai naik", "harga *cabai* naik", "harga {+*+}cabai{+*+} naik"),
    ],
)  # fmt: skip
def test_what_changed_is_marked(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


def test_a_sentence_written_anew_is_not_torn_into_scraps() -> None:
    old = "Pemerintah akan membangun jembatan yang menghubungkan dua desa di Lebak."
    new = "Sebanyak 40 petani memanen padi yang ditanam di sawah mereka pada musim hujan."

    assert marked(old, new) == f"[-{old[:-1]}-]{{+{new[:-1]}+}}."


def test_sentences_on_both_sides_of_one_written_anew_stay() -> None:
    around = "Panen berlangsung dua hari.", "Kepala desa hadir di sana."
    old = " ".join((around[0], "Hujan turun sejak pagi di hulu.", around[1]))
    new = " ".join((around[0], "Petani dari tiga desa ikut serta.", around[1]))

    same = [piece.text for piece in compare_prose(old, new) if piece.kind is Kind.SAME]
    assert same[0].startswith(around[0])
    assert same[-1].endswith(around[1])


_words = st.sampled_from(
    ["padi", "Warga", "di", "yang", "20/6/2019", ".", ",", "“", "”", "**", "é"]
)
_blanks = st.sampled_from([" ", "\n\n", "\n", "", "  ", "\u00a0"])
_texts = st.lists(st.tuples(_words, _blanks), max_size=30).map(
    lambda parts: "".join(word + blank for word, blank in parts)
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(old=_texts | st.text(max_size=20), new=_texts | st.text(max_size=20))
def test_the_pieces_are_both_texts(old: str, new: str) -> None:
    pieces = compare_prose(old, new)

    assert "".join(piece.text for piece in pieces if piece.kind is not Kind.ADDED) == old
    assert "".join(piece.text for piece in pieces if piece.kind is not Kind.REMOVED) == new
    assert all(piece.text for piece in pieces)
    kinds = [piece.kind for piece in pieces]
    assert all(one != after for one, after in pairwise(kinds))
    assert (Kind.ADDED, Kind.REMOVED) not in pairwise(kinds)
    if old == new:
        assert pieces == ((Piece(Kind.SAME, new),) if new else ())


def test_a_huge_text_without_paragraphs_is_compared_too() -> None:
    old = "padi " * 30_000
    new = "jagung " * 30_000

    assert [piece.kind for piece in compare_prose(old, new)][:2] == [Kind.REMOVED, Kind.ADDED]
