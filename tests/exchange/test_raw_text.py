import re
from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsroom.exchange.raw_text import split_raw
from newsroom.story.caption import credit_line
from newsroom.story.dateline import Dateline, known_patterns, write_dateline
from newsroom.story.story import Photo, Story

PATTERNS = known_patterns()
CLOSINGS = ("(*)", "(red)")


def split(text: str) -> Story:
    return split_raw(text, PATTERNS, CLOSINGS)


def paragraphs(story: Story) -> list[str]:
    return story.body.split("\n\n")


def photo(caption: str = "", credit: str = "") -> tuple[Photo, ...]:
    return (Photo("", caption=caption, credit=credit, lead=True),)


# How senders write


def test_headline_caption_dateline_paragraphs_and_closing_each_after_an_empty_line():
    story = split(
        "Bupati Contoh: Layanan Warga Tidak Boleh Menunggu Lama\n\n\n"
        "Bupati Contoh Sari Misalnya \n\n"
        "contoh.id | Bupati Contoh Sari Misalnya mengatakan, layanan harus cepat.\n\n"
        "“Warga jangan menunggu,” kata Sari, Kamis (20/6/2019).\n\n"
        "Loket baru dibuka di tiga desa. (*)"
    )

    assert story.headline == "Bupati Contoh: Layanan Warga Tidak Boleh Menunggu Lama"
    assert story.photos == photo("Bupati Contoh Sari Misalnya")
    assert story.dateline == Dateline(source="contoh.id", pattern="{source} | ")
    assert paragraphs(story) == [
        "Bupati Contoh Sari Misalnya mengatakan, layanan harus cepat.",
        "“Warga jangan menunggu,” kata Sari, Kamis (20/6/2019).",
        "Loket baru dibuka di tiga desa.",
    ]
    assert story.closing == "(*)"


def test_a_chat_message_in_bold_with_labels_and_single_line_breaks():
    story = split(
        "*JUDUL:* Nelayan Contoh Melaut Lagi\n"
        "*Rubrik:* Ekonomi\n"
        "*Foto:* Istimewa\n"
        "*PANDEGLANG, contoh.id* – Nelayan di Teluk Misal melaut lagi setelah dua pekan.\n"
        "Cuaca sudah membaik.\n"
        "“Ikan sedang banyak,” ujar Jaka Umpama.\n"
        "(red)\n"
        "Penulis: Rina Contoh, Budi Misal\n"
        "Editor: Tuti Umpama\n"
        "Tag: #Nelayan #Laut"
    )

    assert story.headline == "Nelayan Contoh Melaut Lagi"
    assert story.section == "Ekonomi"
    assert story.photos == photo(credit="Istimewa")
    assert story.dateline.place == "PANDEGLANG"
    assert paragraphs(story) == [
        "Nelayan di Teluk Misal melaut lagi setelah dua pekan.",
        "Cuaca sudah membaik.",
        "“Ikan sedang banyak,” ujar Jaka Umpama.",
    ]
    assert story.closing == "(red)"
    assert (story.byline, story.editor) == (("Rina Contoh", "Budi Misal"), "Tuti Umpama")
    assert story.tags == ("Nelayan", "Laut")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Pewarta: Rina Contoh\nRedaktur: Tuti Umpama", (("Rina Contoh",), "Tuti Umpama")),
        ("Wartawan : Rina Contoh\nEditor : Tuti Umpama", (("Rina Contoh",), "Tuti Umpama")),
        ("*Reporter*: Rina Contoh\n*REDAKTUR*: Tuti Umpama", (("Rina Contoh",), "Tuti Umpama")),
    ],
)
def test_people_are_named_as_other_newsrooms_name_them(lines, expected):
    story = split(f"Nelayan Melaut Lagi\n\nSERANG – Nelayan melaut. (*)\n\n{lines}")

    assert (story.byline, story.editor) == expected
    assert (story.body, story.closing) == ("Nelayan melaut.", "(*)")


@pytest.mark.parametrize(
    "rights",
    [
        "Copyright © ANTARA 2026",
        "Hak cipta dilindungi undang-undang.",
        "Dilarang keras mengambil konten tanpa izin tertulis.\n\nCOPYRIGHT © REKAAN 2026",
    ],
)
def test_names_above_an_agencys_rights_are_read_and_the_rights_stay_to_be_seen(rights):
    story = split(
        "Nelayan Melaut Lagi\n\nSerang (ANTARA) - Nelayan melaut. (*)\n\n"
        f"Pewarta: Rina Contoh\nEditor: Tuti Umpama\n{rights}"
    )

    assert (story.byline, story.editor, story.closing) == (("Rina Contoh",), "Tuti Umpama", "(*)")
    assert paragraphs(story)[0] == "Nelayan melaut."
    assert "\n".join(paragraphs(story)[1:]).split() == rights.split()


def test_a_sentence_of_what_is_forbidden_ends_a_story_as_any_other_does():
    story = split("Nelayan Melaut\n\nSERANG – Nelayan melaut.\n\nDilarang mengambil telur. (rin)")

    assert (paragraphs(story)[-1], story.closing) == ("Dilarang mengambil telur.", "(rin)")


def test_a_code_of_stars_on_its_own_line_as_word_has_it():
    story = split("Nelayan Melaut Lagi\n\nSERANG – Nelayan melaut.\n\n(\\*\\*)")

    assert (story.body, story.closing) == ("Nelayan melaut.", "(**)")


def test_rubric_and_tags_are_called_otherwise_too():
    story = split("Nelayan Melaut Lagi\n\nSERANG – Nelayan melaut.\n\nKategori: Laut\nTags: a, b")

    assert (story.section, story.tags, story.body) == ("Laut", ("a", "b"), "Nelayan melaut.")


def test_a_word_file_with_tabs_hard_spaces_and_a_credited_caption():
    story = split(
        "\ufeffPasar Desa Misal Dibuka\r\n\r\n"
        "\tPedagang menata sayur di Pasar Misal, Senin. (Foto: Rina Contoh/Antara)\r\n\r\n"
        "\tSERANG,\u00a0contoh.id\u00a0—\u00a0Pasar Misal dibuka.\r\n\r\n"
        "\tBupati berjanji menambah kios.\r\n\r\n"
        "\t(rin/ab)\r\n"
    )

    assert story.headline == "Pasar Desa Misal Dibuka"
    assert story.photos == photo(
        "Pedagang menata sayur di Pasar Misal, Senin.", "Rina Contoh/Antara"
    )
    assert story.dateline == Dateline("SERANG", "contoh.id", None, "{PLACE}, {source} – ")
    assert paragraphs(story) == ["Pasar Misal dibuka.", "Bupati berjanji menambah kios."]
    assert story.closing == "(rin/ab)"


def test_an_agency_text_with_a_labelled_caption_after_it():
    story = split(
        "Hujan Turun di Kota Umpama\n\n"
        "Jakarta (ANTARA) - Hujan turun sejak pagi.\n\n"
        "Warga senang (WS) memanen air. (ant/abc)\n\n"
        "Keterangan foto: Anak bermain hujan di Kota Umpama, Senin. (Dok. Warga)\n"
    )

    assert story.headline == "Hujan Turun di Kota Umpama"
    assert (story.dateline.place, story.dateline.source) == ("Jakarta", "ANTARA")
    assert paragraphs(story) == ["Hujan turun sejak pagi.", "Warga senang (WS) memanen air."]
    assert story.closing == "(ant/abc)"
    assert story.photos == photo("Anak bermain hujan di Kota Umpama, Senin.", "Dok. Warga")


def test_a_mail_whose_lines_are_wrapped_and_that_has_no_dateline():
    story = split(
        "Jalan Desa Misal Selesai Diaspal\n\n"
        "Jalan sepanjang dua kilometer di Desa Misal selesai diaspal dan\n"
        "dibuka untuk umum kemarin. Warga menyambutnya dengan kenduri\n"
        "sederhana.\n\n"
        "Ongkosnya dari dana desa."
    )

    assert story.headline == "Jalan Desa Misal Selesai Diaspal"
    assert story.dateline == Dateline()
    assert story.photos == ()
    first, second = paragraphs(story)
    assert first.splitlines()[1] == "dibuka untuk umum kemarin. Warga menyambutnya dengan kenduri"
    assert second == "Ongkosnya dari dana desa."


def test_a_greeting_lists_and_hashtags():
    story = split(
        "Selamat siang, Bang. Izin kirim berita\n\n"
        "Desa Misal Punya Tiga Program\n\n"
        "LEBAK - Desa Misal punya program baru:\n"
        "1. air bersih\n"
        "2. jalan\n"
        "Semuanya mulai tahun ini.\n\n"
        "• gratis\n- cepat\n\n"
        "#DesaMisal"
    )

    assert story.headline == "Desa Misal Punya Tiga Program"
    assert story.dateline.place == "LEBAK"
    assert paragraphs(story) == [
        "Selamat siang, Bang. Izin kirim berita",
        "Desa Misal punya program baru:",
        "1. air bersih\n2. jalan",
        "Semuanya mulai tahun ini.",
        "- gratis\n- cepat",
        "\\#DesaMisal",
    ]


def test_a_kicker_right_above_the_headline_and_a_dateline_on_its_own_line():
    story = split(
        "PILKADES 2030\n"
        "Warga Desa Misal Memilih Kepala Desa\n\n"
        "Warga antre di Balai Desa Misal\n\n"
        "SERANG, contoh.id –\n"
        "Warga memilih kepala desa. (*)"
    )

    assert story.kicker == "PILKADES 2030"
    assert story.headline == "Warga Desa Misal Memilih Kepala Desa"
    assert story.photos == photo("Warga antre di Balai Desa Misal")
    assert story.dateline.place == "SERANG"
    assert story.body == "Warga memilih kepala desa."


def test_labels_with_their_value_on_the_next_line():
    story = split(
        "Judul:\nWarga Menanam Pohon\nSubjudul: Seribu bibit dibagikan\n"
        "Caption:\nWarga menanam pohon di Desa Misal.\nFoto: Rina Contoh\n\n"
        "SERANG – Warga menanam pohon."
    )

    assert story.headline == "Warga Menanam Pohon"
    assert story.subheadline == "Seribu bibit dibagikan"
    assert story.photos == photo("Warga menanam pohon di Desa Misal.", "Rina Contoh")
    assert story.body == "Warga menanam pohon."


# What is unsure stays


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Satu baris saja",
        "Warga datang pagi-pagi. Mereka menunggu lama.",
        "Acara itu dibuka oleh badan pelatihan (BP)",
        "http://contoh.id/berita\n\nIsi berita.",
        "1. satu\n2. dua",
    ],
)
def test_a_text_without_signs_is_all_body(text):
    story = split(text)

    assert story.body == "\n\n".join(text.split("\n\n"))
    assert (story.headline, story.closing, story.photos) == ("", "", ())


def test_a_second_line_right_below_the_headline_may_belong_to_it():
    story = split("Warga Menanam\nPohon di Desa Misal\n\nSERANG – Warga menanam pohon.")

    assert story.headline == "Warga Menanam"
    assert paragraphs(story) == ["Pohon di Desa Misal", "Warga menanam pohon."]


def test_the_second_of_two_headlines_and_a_label_in_the_prose_stay():
    story = split(
        "Judul: Satu Judul Berita\nJudul: Dua Judul Berita\n\n"
        "Penyair itu membaca puisinya.\n\nJudul: Laut.\n\nIa lalu pulang."
    )

    assert story.headline == "Satu Judul Berita"
    assert "Judul: Dua Judul Berita" in story.body
    assert "Judul: Laut." in story.body


def test_a_headline_with_a_place_and_a_dash_is_a_headline():
    story = split("SERANG – Warga Menanam Pohon\n\nWarga menanam pohon.")

    assert story.headline == "SERANG – Warga Menanam Pohon"
    assert story.dateline == Dateline()


def test_a_sentence_in_brackets_at_the_end_is_no_closing():
    story = split("Warga Menanam Pohon\n\nWarga menanam. (Mereka datang pagi.)")

    assert story.closing == ""


# No word is ever dropped

_LABEL_WORDS = re.compile(
    "judul|subjudul|sub|kicker|foto|caption|keterangan|ket|kredit|penulis|reporter|pewarta|wartawan|"
    "editor|redaktur|rubrik|kategori|tags?",
    re.IGNORECASE,
)


def words(text: str) -> Counter[str]:
    found = re.findall(r"[^\W_]+", text)
    return Counter(
        word.lstrip("0") if word.isascii() and word.isdigit() else word for word in found
    )


def dropped(text: str) -> Counter[str]:
    """The words of a raw text that its story lacks, but for the labels."""
    story = split(text)
    kept = words(
        "\n".join(
            (
                story.headline,
                story.kicker,
                story.subheadline,
                story.body,
                story.dateline.place,
                story.dateline.source,
                write_dateline(Dateline("", "", story.dateline.date, ""), ["{date}"]),
                *story.byline,
                story.editor,
                story.section,
                *story.tags,
                story.closing,
                *(f"{one.caption} {credit_line(one.credit)}" for one in story.photos),
            )
        )
    )
    labels = Counter(
        word
        for line in re.split(r"[\r\n\v\f\u2028\u2029]", text)
        for label in re.findall(r"(?i)\b([a-z. ]+?)[*_]*\s*:", line)
        for word in re.findall(r"[^\W_]+", label)
        if _LABEL_WORDS.fullmatch(word)
    )
    return words(text) - kept - labels


title = st.sampled_from(
    ["Warga Menanam Pohon", "PILKADES 2030", "*Pasar Dibuka*", "Sari: Jangan Menunggu", "Banjir"]
)
caption = st.sampled_from(
    [
        "Bupati Contoh Sari Misalnya",
        "Warga antre. (Foto: Rina/Antara)",
        "Warga antre (Dok. Humas)",
        "Warga antre. Foto: Rina Contoh",
        "(Istimewa)",
    ]
)
label = st.sampled_from(["Judul", "Foto", "Caption", "Keterangan foto", "Penulis", "Editor", "TAG"])
labelled = st.builds("{}{} {}".format, label, st.sampled_from([":", " :"]), title | caption)
dateline = st.sampled_from(
    [
        "SERANG, contoh.id – ",
        "**SERANG, contoh.id** –",
        "contoh.id|",
        "Jakarta (ANTARA) -\u00a0",
        "Serang, contoh.id (05/03/2020) – ",
        "SERANG - ",
        "Serang – kota tua – ",
        "",
    ]
)
sentence = st.sampled_from(
    ["Warga datang pagi.", "1. air bersih", "- jalan", "“Baik,” kata Sari.", "#Desa", "lalu pulang"]
)
closing = st.sampled_from(
    ["(*)", "(red)", "(ant/abc)", "(rin)", "(BPSDM)", "Editor:", "Judul:", ""]
)
prose = st.builds("{}{} {}".format, dateline, sentence, closing)
line = title | caption | label.map("{}:".format) | labelled | prose | sentence | closing
breaks = st.sampled_from(["\n", "\n\n", "\r\n", "\n \n\n", "\u2028"])
raw_texts = st.lists(st.tuples(line, breaks), max_size=14).map(
    lambda parts: "".join(line + end for line, end in parts)
)


@settings(max_examples=500)
@given(raw_texts)
@example("Judul: A B\nJudul:\nC D")
@example("(Foto: dok. Rina)\n\nSERANG – Warga datang.")
def test_no_word_of_a_raw_text_is_dropped(text):
    assert not dropped(text)


@given(st.text(max_size=300))
def test_no_word_of_any_text_is_dropped(text):
    assert not dropped(text)


@given(st.text(alphabet=st.sampled_from("Aa b.:-–|*_#()\n1,”"), max_size=120))
def test_no_word_of_any_signs_is_dropped(text):
    assert not dropped(text)
