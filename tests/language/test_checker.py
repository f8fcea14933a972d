from __future__ import annotations

import random
import unicodedata

import pytest

from newsroom.language.checker import Checker, Spelling
from newsroom.language.finding import Finding, Severity, without_rivals
from newsroom.language.speller import HunspellSpeller
from newsroom.story.story import Photo, Story
from newsroom.story.texts import story_texts


def marked(checker: Checker, text: str) -> list[str]:
    return [f.text for f in checker.text(text) if f.severity is Severity.ERROR]


def test_an_unknown_word_is_an_error_with_its_correction(checker: Checker) -> None:
    (finding,) = checker.text("Birokrasi yang efektif dan efesien.")
    assert finding.rule == "spelling"
    assert finding.severity is Severity.ERROR
    assert (finding.field, finding.start, finding.end) == ("body", 27, 34)
    assert finding.suggestions[0] == "efisien"
    assert "efesien" in finding.message
    assert finding.as_json()["severity"] == "error"


def test_offsets_count_code_points_of_the_whole_field(checker: Checker) -> None:
    text = "Satu 🙂 kata.\n\n> **Dua** kalimat, “efesien” 🙂🙂\nefesien"
    findings = checker.text(text)
    assert [text[f.start : f.end] for f in findings] == ["efesien", "efesien"]
    decomposed = unicodedata.normalize("NFD", "Kafé itu efesien.")
    (kafe, slip) = checker.text("ke kafé itu efesien".replace("kafé", decomposed[:5].lower()))
    assert kafe.text == "kafe\u0301"
    assert (slip.start, slip.end) == (13, 20)


@pytest.mark.parametrize(
    "text",
    [
        "Kata Andika Hazrumy di Pandeglang.",
        "Menurut BPSDM dan KTP-nya, se-Indonesia.",
        "warga non-ASN dan e-KTP",
        "Rapat di RSUD, kata Dr. Melati.",
        "Sebanyak 1.200 buku, tahun 1990-an, ke-2.",
        "SERANG, infobanten.id – Buku datang (20/6/2019).",
        "[buku baru](https://contoh.id/efesien) dan `efesien`",
        "WARGA SERANG",
    ],
)
def test_names_acronyms_figures_and_addresses_are_no_errors(checker: Checker, text: str) -> None:
    assert marked(checker, text) == []


def test_the_first_word_of_a_sentence_is_judged_in_lower_case(checker: Checker) -> None:
    assert marked(checker, "Efesien sekali. Menurutnya baik.") == ["Efesien"]


def test_what_no_small_slip_explains_is_a_warning(checker: Checker) -> None:
    (finding,) = checker.text("Warga membeli xyruvanto kemarin.")
    assert (finding.rule, finding.severity) == ("spelling", Severity.WARNING)
    assert "miringkan" in finding.message


@pytest.mark.parametrize(
    ("text", "field", "wrong"),
    [
        ("Bupati Tinjau Jembtan Rusak Akibat Banjir", "headline", ["Jembtan"]),
        ("Pelaku UMKM Belajar Memasarkn Produk", "headline", ["Memasarkn"]),
        ("Surti Umpamawati Buka Kedai Karsa", "headline", []),
        ("Surti Umpamawati menjual kelapa muda.", "body", []),
        ("Surat itu hilang. Kebakran melanda pasar.", "body", ["Kebakran"]),
        ("Warga pulang. (red)", "body", []),
        ("Warga pulang (*/dnr).", "body", []),
        ("Warga (milk desa) pulang.", "body", ["milk"]),
        ("Istilah “paylater” dan “fan base” dipakai.", "body", []),
        ("Ia menyebut “kasus itu efesien” kemarin.", "body", ["efesien"]),
        ("Harga gula jawa dan jeruk bali naik.", "body", []),
        ("Ia menyetujui selambat-lambatnya besok.", "body", []),
        ("Ia mengatasi jet lag dan top up saldo.", "body", []),
        ("Mobil itu lag di jalan dan up di bengkel.", "body", ["lag", "up"]),
        ("Bayi itu di-support lewat skin-to-skin dan must-visit.", "body", []),
        ("Marketnya luas dan schedule-nya padat.", "body", []),
        ("Para orang-prang dan sekolah-sekolsh itu.", "body", ["orang-prang", "sekolah-sekolsh"]),
    ],
)
def test_where_a_word_stands_tells_what_it_is(
    checker: Checker, text: str, field: str, wrong: list[str]
) -> None:
    assert [f.text for f in checker.text(text, field) if f.rule == "spelling"] == wrong


def test_no_suggestion_is_one_that_a_rule_would_mark(checker: Checker) -> None:
    for word in ("trimakasih", "menghimbo", "dinon-aktifkan"):
        for suggestion in checker.spell(word).suggestions:
            assert checker.spell(suggestion).ok or " " in suggestion, suggestion


def test_words_of_the_user_are_right(speller: HunspellSpeller) -> None:
    checker = Checker(speller, ["gelipes", "Cibeber"])
    assert marked(checker, "Gelipes dan gelipes di CIBEBER, Cibeber.") == []
    assert marked(checker, "di cibeber") == ["cibeber"]
    checker.learn("kafé")
    assert marked(checker, "ke kafe\u0301 itu") == []


def test_a_single_word_is_judged_as_it_stands(checker: Checker) -> None:
    assert checker.spell("efisien") == Spelling("efisien", True)
    jakarta = checker.spell("jakarta")
    assert not jakarta.ok
    assert jakarta.suggestions[0] == "Jakarta"
    assert checker.spell("Jakarta").ok
    assert len(checker.spell("efesien", 1).suggestions) == 1
    assert checker.spell("efesien", 0).suggestions == ()


def test_a_story_is_checked_field_by_field_in_reading_order(checker: Checker) -> None:
    story = Story(
        headline="Buku yang efesien",
        body="Satu efesien.\n\nDua efesien.",
        summary="Ringkas efesien",
        photos=(Photo("a.jpg", caption="Foto efesien", alt="Gambar efesien"), Photo("b.jpg")),
    )
    findings = checker.story(story)
    assert [(f.field, f.start) for f in findings] == [
        ("headline", 10),
        ("photos[0].caption", 5),
        ("photos[0].alt", 7),
        ("body", 5),
        ("body", 19),
        ("summary", 8),
    ]
    texts = dict(story_texts(story))
    assert all(texts[f.field][f.start : f.end] == f.text for f in findings)


def test_what_a_caption_lacks_is_told_beside_a_misspelling(checker: Checker) -> None:
    caption = "Bupati Contoh efesien menyapa warga desa, Kamis (20/6/2019)."
    found = checker.text(caption, "photos[0].caption")
    assert [(one.rule, one.text) for one in found] == [
        ("spelling", "efesien"),
        ("story.caption_where_when", "menyapa"),
    ]
    assert found[1].message == "Keterangan foto ini belum menyebut di mana."


def test_a_finding_moves_with_its_line(checker: Checker) -> None:
    (finding,) = checker.paragraph("Yang efesien")
    assert (finding.moved(10).start, finding.moved(10).end) == (15, 22)


def test_rivals_are_settled_as_pair_by_pair_and_in_no_time_for_many() -> None:
    def made(start: int, end: int, severity: Severity = Severity.ERROR) -> Finding:
        return Finding("number.unit", severity, "body", start, end, "x" * (end - start), "")

    rng = random.Random(5)
    for _ in range(300):
        found = []
        for _ in range(12):
            start = rng.randrange(30)
            found.append(made(start, start + rng.randrange(8), rng.choice(list(Severity))))
        kept = without_rivals(found)
        pairs = [(a, b) for n, a in enumerate(kept) for b in kept[n + 1 :]]
        assert not any(a.start < b.end and b.start < a.end for a, b in pairs)
        for other in found:
            assert other in kept or any(other.start < b.end and b.start < other.end for b in kept)

    many = [made(at, at + 1) for at in range(100_000)]
    assert without_rivals(reversed(many)) == many
