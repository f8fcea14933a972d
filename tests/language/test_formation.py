"""Words that no list holds: rightly formed, or only looking so."""

from __future__ import annotations

import pytest

from newsroom.language.lexicon import Lexicon
from newsroom.language.speller import HunspellSpeller
from newsroom.language.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return Vocabulary(HunspellSpeller(), Lexicon.load(), ())


@pytest.mark.parametrize(
    "word",
    [
        "memproduksi",
        "mengkritik",
        "terukur",
        "terintegrasi",
        "imbuhnya",
        "lanjutnya",
        "kependidikan",
        "kepelatihan",
        "tersosialisasikan",
        "kos-kosan",
        "menoleransi",
        "menyukseskan",
        "memopulerkan",
        "dirilis",
        "dinominasikan",
        "perilisan",
        "mengomandani",
        "dikomandani",
        "penghukum",
        "haramkan",
        "berpegangan",
        "menunggu-nunggu",
        "sayur-mayur",
        "bolak-balik",
        "sebaik-baiknya",
        "munisipalitas",
        "lagunya",
        "albumnya",
        "antarkota",
        "pascabanjir",
        "antikekerasan",
        "nonsubsidi",
        "eksnarapidana",
        "penganonim",
        "kepusingan",
        "pengalihsuaraan",
        "mengiming-imingi",
        "sehabis-habisnya",
        "kebarat-baratan",
        "berjubah",  # a long root stands whole behind ber-
        "tercantel",  # ter- before a root that is seldom written
        "kebisuan",
        "ketidakmandirian",
        "ketaklaziman",
        "perdukunan",
        "sealiran",
        "mempersering",
        "perkenankan",  # told to do what memper- says
        "meredistribusikan",  # a bound form within the affixes
        "kesalahpahaman",
        "tecermin",
        "pemrotes",
        "peselancar",
        "memuji-muji",  # melted in both halves
        "mengandai-andai",
        "berdiam-diaman",
        "sugestif",  # of a family of loans: sugesti
        "metodologis",
        "doktrinal",
        "kaligrafer",
    ],
)
def test_what_is_rightly_formed_is_a_word(words: Vocabulary, word: str):
    assert words.is_right(word)


@pytest.mark.parametrize(
    "word",
    [
        "dibuku",
        "berkan",
        "menang-nang",
        "efesien",
        "kepasitas",
        "berlimpahh",
        "dengasn",
        "tesebut",
        "pertempruan",
        "menempatkkannya",
        "merukapan",
        "seorong",
        "interansional",
        "antarkotaa",
        "sebagi",
        "kebanggan",
        "mahami",  # of memahami, with too much taken off
        "ppertimbangkan",
        "bnasional",  # no loan begins so
        "ketakkutah",
        "termeja",
        "memuja-ja",
        "mengidenkifikasi",
        "organisasis",  # no family has such a member
        "demokrasis",
        "antisipasif",
        "produksif",
        "komunjikwasi",  # the ending of a loan, and letters that stand together in no word
        "kh",
        "a" * 100,
        "jakarta",
    ],
)
def test_nonsense_and_slips_are_none(words: Vocabulary, word: str):
    assert not words.is_right(word)


def test_without_hunspell_the_lists_and_the_rules_still_judge():
    words = Vocabulary(None, Lexicon.load(), ())
    assert all(
        words.is_right(word) for word in ["warga", "membaca", "bukunya", "di", "perpustakaan"]
    )
    assert not words.is_right("perpustakan")
    assert words.suggest("perpustakan", 5)[0] == "perpustakaan"


@pytest.mark.parametrize(
    "word",
    [
        "pastikan",
        "dikonfirmasi",
        "aplikasinya",
        "mengonsumsi",
        "berpendingin",
        "podcast",  # the project's own list
        "antimainstream",  # a bound form stands before any word
        "meskipun",
    ],
)
def test_what_dictionaries_hold_and_what_is_formed_of_it_is_standard(words: Vocabulary, word: str):
    assert words.is_standard(word)


@pytest.mark.parametrize(
    "word",
    [
        "dirumah",
        "dikota",  # hunspell forms mengota from kota
        "diantaranya",
        "siapapun",
        "didownload",
        "terupdate",
        "kerjasama",
        "mengkonsumsi",
        "nonton",
        "keadaanya",
    ],
)
def test_what_is_merely_in_use_is_not_standard(words: Vocabulary, word: str):
    assert not words.is_standard(word)
