"""House styles: what a newsroom can set in its own file, and what it is told of a mistake."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.language.checker import Checker
from newsroom.language.finding import Severity
from newsroom.language.house import House, HouseError
from newsroom.language.house_file import house_names, load_house, read_house
from newsroom.language.rules.house.quotes import QUOTES
from newsroom.language.rules.house.shape import DATELINE, HEADLINE
from newsroom.language.rules.house.terms import HONORIFIC, TERM
from newsroom.language.rules.spelling import SPELLING
from newsroom.language.speller import HunspellSpeller
from newsroom.story.dateline import Dateline
from newsroom.story.notes import NoteStyle
from newsroom.story.story import Story

EXAMPLES = """\
honorifics = ["Bapak", "Ibu"]

[phrases]
"warga masyarakat" = "warga"
"HP" = "ponsel"
"pemkot tangsel" = "Pemkot Tangerang Selatan"
"serang" = "Kota Serang"
"oknum" = { reason = "Sebut jabatannya." }
"kpk" = "KPK"

[headline]
longest = 40
words = 6

[dateline]
patterns = ["{PLACE}, {source} – "]
"""


def house(folder: Path, text: str) -> House:
    path = folder / "kabar.toml"
    path.write_text(text, encoding="utf-8")
    return read_house(path)


def found(speller: HunspellSpeller, house: House, text: str) -> list[tuple[str, str]]:
    return [(f.rule, f.text) for f in Checker(speller, house=house).text(text)]


def test_the_shipped_houses_are_right(speller: HunspellSpeller) -> None:
    for name in house_names():
        Checker(speller, house=load_house(name))


def test_info_banten_lets_a_comma_report(speller: HunspellSpeller) -> None:
    text = "Bupati menjelaskan, harga beras naik."
    assert found(speller, House(), text) == [("wordiness.reporting_comma", "menjelaskan, ")]
    assert found(speller, load_house("infobanten"), text) == []


@pytest.mark.parametrize(
    ("about", "own"),
    [
        *((about, EXAMPLES) for about in (TERM, HONORIFIC, HEADLINE, DATELINE, SPELLING)),
        (QUOTES, 'quotes = "straight"'),
    ],
    ids=lambda one: getattr(one, "id", ""),
)
def test_the_examples_of_the_reference_page(
    about, own: str, speller: HunspellSpeller, tmp_path: Path
) -> None:
    checker = Checker(speller, rules=[], house=house(tmp_path, own))
    field = about.fields[0] if about.fields else "body"
    assert len(about.wrong) >= 3
    assert len(about.right) >= 3
    for example in about.wrong:
        text = example.wrong
        findings = checker.text(text, field)
        assert [finding.rule for finding in findings if finding.rule != about.id] == []
        assert findings
        if example.right is None:
            assert not any(finding.suggestions for finding in findings)
            continue
        for finding in reversed(findings):
            text = text[: finding.start] + finding.suggestions[0] + text[finding.end :]
        assert text == example.right
        assert checker.text(text, field) == []
    for text in about.right:
        assert not [one for one in checker.text(text, field) if one.rule == about.id]


@pytest.mark.parametrize(
    ("limits", "beyond", "says"),
    [
        ("longest = 20", "adi Bersama", "paling banyak 20 huruf; ini 31 huruf"),
        ("words = 4", "Bersama", "paling banyak 4 kata; ini 5 kata"),
        ("longest = 31\nwords = 3", "Padi Bersama", "paling banyak 3 kata; ini 5 kata"),
        ("longest = 28\nwords = 2", "ama", "paling banyak 28 huruf; ini 31 huruf"),
        ("longest = 31\nwords = 5", "", ""),
    ],
)
def test_what_is_beyond_the_measure_of_a_headline_is_marked(
    speller: HunspellSpeller, tmp_path: Path, limits: str, beyond: str, says: str
) -> None:
    own = house(tmp_path, f"[headline]\n{limits}")
    checker = Checker(speller, rules=[], house=own)
    headline = "Warga Desa Memanen Padi Bersama"
    found = checker.story(Story(headline=headline + "  ", body=headline * 3))
    assert [finding.text for finding in found] == ([beyond] if beyond else [])
    assert all(says in finding.message and finding.field == "headline" for finding in found)


def test_a_dateline_of_the_house_may_be_typed_with_other_spaces(
    speller: HunspellSpeller, tmp_path: Path
) -> None:
    own = house(tmp_path, '[dateline]\npatterns = ["{PLACE}, {source} – ", "{source} | "]')
    checker = Checker(speller, rules=[], house=own)
    for text in ("SERANG,  contoh.id\u00a0– Warga pulang.", "contoh.id | Warga pulang.", "Warga."):
        assert checker.text(text) == []
    typed = "Judul naskah mentah\n\nJakarta (ANTARA) - Warga pulang.\n\nSERANG – Lain."
    (finding,) = checker.text(typed)
    assert (finding.text, finding.suggestions) == (
        "Jakarta (ANTARA) - ",
        ("JAKARTA, ANTARA – ",),
    )


def test_a_dateline_in_the_data_is_judged_if_it_has_a_pattern_of_its_own(
    speller: HunspellSpeller, tmp_path: Path
) -> None:
    text = '[dateline]\npatterns = ["{PLACE}, {source} – "]\n[severity]\n"house.dateline" = "error"'
    checker = Checker(speller, house=house(tmp_path, text))
    dateline = Dateline("Serang", "contoh.id", pattern="{SOURCE}, {PLACE} -- ")
    (finding,) = checker.story(Story(headline="Warga Pulang", dateline=dateline))
    assert (finding.rule, finding.severity) == ("house.dateline", Severity.ERROR)
    assert (finding.field, finding.start, finding.end) == ("dateline", 0, len(finding.text))
    assert finding.text == "CONTOH.ID, SERANG -- "
    assert "“SERANG, contoh.id –”" in finding.message
    for fine in (Dateline("Serang"), replace(dateline, pattern="{PLACE}, {source} – ")):
        assert checker.dateline(fine) == []
    assert Checker(speller, rules=[]).dateline(dateline) == []
    off = house(tmp_path, 'off = ["house"]\n' + text)
    assert off.dateline(dateline) == []


@pytest.mark.parametrize(
    ("text", "suggestions"),
    [
        ("Warga masyarakat hadir.", [("Warga",)]),
        ("WARGA MASYARAKAT PANEN", [("WARGA",)]),
        ("HP itu rusak, *HP* baru dibeli.", [("Ponsel",), ("ponsel",)]),
        ("Ia ke Serang, lalu ke Kota Serang.", [("Kota Serang",)]),
        ("Oknum itu pergi.", [()]),
        ("KPK dan Kpk.", [("KPK",)]),
        ("“HP warga masyarakat,” katanya.", []),
    ],
)
def test_terms_take_over_capitals_and_leave_alone_what_is_right(
    speller: HunspellSpeller, tmp_path: Path, text: str, suggestions: list[tuple[str, ...]]
) -> None:
    checker = Checker(speller, rules=[], house=house(tmp_path, EXAMPLES))
    assert [finding.suggestions for finding in checker.text(text)] == suggestions


def test_a_term_says_the_reason_of_the_house(speller: HunspellSpeller, tmp_path: Path) -> None:
    checker = Checker(speller, rules=[], house=house(tmp_path, EXAMPLES))
    oknum, hp = checker.text("Seorang oknum membawa HP.")
    assert oknum.message == "Sebut jabatannya."
    assert hp.message == "Gaya selingkung redaksi: tulis “ponsel”, bukan “HP”."


def test_rules_and_families_are_switched_off(speller: HunspellSpeller, tmp_path: Path) -> None:
    text = "Ia menghimbau agar supaya efesien di tahun 1990an."
    all_marks = found(speller, House(), text)
    assert {rule.partition(".")[0] for rule, _ in all_marks} == {
        "nonstandard",
        "wordiness",
        "spelling",
        "number",
    }
    for off in ("nonstandard", "wordiness", "spelling", "number"):
        left = found(speller, house(tmp_path, f'off = ["{off}"]'), text)
        assert left == [mark for mark in all_marks if mark[0].partition(".")[0] != off]
    off = 'off = ["wordiness.doubled_meaning"]'
    assert "wordiness.doubled_meaning" not in dict(found(speller, house(tmp_path, off), text))


def test_a_rule_across_paragraphs_is_switched_off(speller: HunspellSpeller, tmp_path: Path) -> None:
    text = "Lomba dimenangi Karta Wijaya (45).\n\nMenurut Karta Wijaya (54), ia berlatih lama."
    assert "fact.age" in dict(found(speller, House(), text))
    assert "fact.age" not in dict(found(speller, house(tmp_path, 'off = ["fact.age"]'), text))
    quiet = Checker(speller, house=house(tmp_path, '[severity]\n"fact.age" = "hint"'))
    assert [f.severity for f in quiet.text(text) if f.rule == "fact.age"] == [Severity.HINT]


# Each text has faults around its quotation marks, and marks of the two kinds mixed.
QUOTED = (
    '"Kami siap" kata Karta. "Ayo!"',
    "“Kami siap” kata Karta.",
    "”Kami siap,“ kata Karta.",
    "Kata Karta “Kami siap memanen padi”.",
    '“ Kami siap,” kata Karta,"Ayo!"',
    "Ia berkata,“Kami siap memanen padi bersama.”",
    '"Kami siap menanam padi", kata Karta.',
    "Menurut Ma’ruf, Jum’at itu libur.",
    "“Kami siap.” ujar Karta. ‘Ayo!’",
    'Film "Malam” tayang.',
)


@pytest.mark.parametrize(("own", "other"), [("curly", '"'), ("straight", "“”‘’")])
def test_what_is_put_right_has_the_marks_of_the_house(
    speller: HunspellSpeller, tmp_path: Path, own: str, other: str
) -> None:
    checker = Checker(speller, house=house(tmp_path, f'quotes = "{own}"'))
    for text in QUOTED:
        for _ in range(20):  # one after another, until nothing can be put right
            findings = [finding for finding in checker.text(text) if finding.suggestions]
            if not findings:
                break
            first = findings[0]
            text = text[: first.start] + first.suggestions[0] + text[first.end :]
        assert not [finding for finding in checker.text(text) if finding.suggestions]
        assert not set(other) & set(text)


def test_a_house_without_a_word_on_quotes_wants_curly_ones(
    speller: HunspellSpeller, tmp_path: Path
) -> None:
    text = '"Kami siap," kata Karta.'
    for own in (House(), house(tmp_path, ""), house(tmp_path, 'quotes = "curly"')):
        assert found(speller, own, text) == [("punctuation.quote_straight", '"')]
        assert own.typing_style.curly_quotes
    straight = house(tmp_path, 'quotes = "straight"\noff = ["punctuation.quote_straight"]')
    assert found(speller, straight, text) == []
    assert not straight.typing_style.curly_quotes


def test_curly_quotes_are_marked_once_a_paragraph_and_may_be_switched_off(
    speller: HunspellSpeller, tmp_path: Path
) -> None:
    text = "“Kami siap,” kata Karta.\n\nMa’ruf pulang. “Ayo,” katanya."
    own = house(tmp_path, 'quotes = "straight"')
    assert found(speller, own, text) == [("house.quotes", "“"), ("house.quotes", "’")]
    off = house(tmp_path, 'quotes = "straight"\noff = ["house.quotes"]')
    assert found(speller, off, text) == []


def test_severities_are_those_of_the_house(speller: HunspellSpeller, tmp_path: Path) -> None:
    text = '[severity]\nspelling = "hint"\n"wordiness.doubled_meaning" = "error"'
    checker = Checker(speller, house=house(tmp_path, text))
    findings = checker.text("Warga efesien agar supaya maju.")
    assert [finding.severity for finding in findings] == [Severity.HINT, Severity.ERROR]


def test_words_of_the_house_are_right_in_every_way(
    speller: HunspellSpeller, tmp_path: Path
) -> None:
    own = house(tmp_path, 'words = ["gelipes", "Ramadhan"]')
    text = "Membawa gelipes di bulan Ramadhan. Bulan RAMADHAN tiba."
    assert {"spelling", "nonstandard"} <= {rule for rule, _ in found(speller, House(), text)}
    marks = found(speller, own, text)
    assert not [rule for rule, _ in marks if rule in ("spelling", "nonstandard")]
    assert Checker(speller, house=own).spell("Ramadhan").ok


def test_a_house_of_ones_own_wins(tmp_path: Path) -> None:
    (tmp_path / "infobanten.toml").write_text('words = ["nyadran"]', encoding="utf-8")
    (tmp_path / "kabar.toml").write_text("", encoding="utf-8")
    assert house_names(tmp_path) == ["infobanten", "kabar"]
    assert load_house("infobanten", tmp_path).words == ("nyadran",)
    assert load_house("infobanten").words == ()
    assert load_house("kabar", tmp_path) == House("kabar")


def test_a_house_that_is_not_there_is_answered_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(HouseError, match="“lain” tidak ada; yang ada: infobanten"):
        load_house("lain", tmp_path)
    for name in ("../kabar", "", "a/b", ".kabar"):
        with pytest.raises(HouseError, match="tidak sah"):
            load_house(name, tmp_path)


def test_notes_are_worded_and_placed(tmp_path: Path) -> None:
    path = tmp_path / "kabar.toml"
    path.write_text('[notes]\nplace = "top"\nanswers = "Menjawab {judul}"\n', encoding="utf-8")

    notes = read_house(path).notes

    assert notes == NoteStyle(on_top=True, answers="Menjawab {judul}")
    assert House().notes == NoteStyle()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("\noff = [\n", "di akhir berkas: bukan TOML"),
        ("\noff wordiness\n", "baris 2: bukan TOML"),
        ("# of\nof = []", "baris 2: of: kunci tidak dikenal; yang ada: off, words"),
        ('\noff = "wordiness"', "baris 2: off: harus berupa daftar teks"),
        ("words = [1]", "baris 1: words: harus berupa daftar teks"),
        ('words = [\n"a",\n"dua kata"]', "baris 3: words: “dua kata” bukan satu kata"),
        ('honorifics = [""]', "baris 1: honorifics: “” bukan satu kata"),
        ('off = []\nquotes = "lurus"', "baris 2: quotes: “lurus” tidak dikenal; yang ada: curly, "),
        ("quotes = true", "baris 1: quotes: “True” tidak dikenal; yang ada: curly, straight"),
        ("quotes = ['straight']", "baris 1: quotes: “['straight']” tidak dikenal"),
        ('[notes]\nplace = "kiri"', "baris 2: notes: place: “kiri” tidak dikenal; yang ada:"),
        ('[notes]\nralat = "a"', "baris 2: notes: kunci “ralat” tidak dikenal"),
        ("[notes]\ncorrection = 1", "baris 2: notes: correction: harus berupa teks"),
        (
            '[notes]\ncorrection = "Ralat: {isi}"',
            "baris 2: notes: correction: harus memuat {tanggal}, {jam}",
        ),
        ('[notes]\nanswers = "{berita}"', "baris 2: notes: answers: memuat {berita}, yang tidak"),
        ("severity = 1", "baris 1: severity: harus berupa tabel [severity]"),
        ('[severity]\nspelling = "fatal"', "baris 2: severity: spelling: “fatal” tidak"),
        ("[phrases]\noknum = 1", "baris 2: phrases: oknum: gantinya harus"),
        ("[phrases]\noknum = {}", "baris 2: phrases: oknum: gantinya harus"),
        ('[phrases]\noknum = {ganti = "x"}', "baris 2: phrases: oknum: kunci “ganti” tidak"),
        ('[phrases]\n"24 jam" = "sehari"', "baris 2: phrases: 24 jam: hanya kata"),
        ('[phrases]\nHP = "ponsel"\nhp = "ponsel"', "baris 3: phrases: “hp” tertulis dua kali"),
        ("headline = 70", "baris 1: headline: harus berupa tabel [headline]"),
        ("[headline]\nlong = 1", "baris 2: headline: kunci “long” tidak dikenal; yang ada"),
        ('words = []\n[headline]\nwords = "x"', "baris 3: headline: words: harus bilangan bulat"),
        ("headline = {longest = 0}", "baris 1: headline: longest: harus bilangan bulat lebih"),
        ("[headline]\nlongest = true", "baris 2: headline: longest: harus bilangan bulat"),
        ("[dateline]\npola = []", "baris 2: dateline: kunci “pola” tidak dikenal"),
        ('[dateline]\npatterns = "x"', "baris 2: dateline: patterns: harus berupa daftar teks"),
        ('[dateline]\npatterns = [\n"{kota} – ",\n]', "baris 3: dateline: pola “{kota} – ” harus"),
        ('[dateline]\npatterns = ["{PLACE}"]', "baris 2: dateline: pola “{PLACE}” harus diakhiri"),
        ('[dateline]\npatterns = ["SERANG"]', "baris 2: dateline: pola “SERANG” harus memakai"),
    ],
)  # fmt: skip
def test_faults_are_named_with_file_and_line(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(HouseError) as caught:
        house(tmp_path, text)
    assert str(caught.value).startswith(f"kabar.toml, {says}")


def test_a_rule_that_is_not_there_is_named_with_its_line_and_the_nearest(
    speller: HunspellSpeller, tmp_path: Path
) -> None:
    for text, says in (
        ('off = [\n  "wordiness.adverbs",\n]', "baris 2: off: aturan “wordiness.adverbs”"),
        ('\n[severity]\nwordiness = "hint"', "baris 3: severity: aturan “wordiness”"),
    ):
        with pytest.raises(HouseError) as caught:
            Checker(speller, house=house(tmp_path, text))
        assert str(caught.value).startswith(f"kabar.toml, {says} tidak ada")
        assert "mungkin maksudnya “wordiness." in str(caught.value)


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "kabar.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(HouseError, match=r"kabar\.toml: berkas harus berupa teks UTF-8"):
        load_house("kabar", tmp_path)
