"""The message, read back as WhatsApp shows it."""

from __future__ import annotations

import re

import pytest

from newsroom.exchange.formats import form_named
from newsroom.story.story import Photo, Story
from tests.exchange.formats.stories import STORY, made

MESSAGE, SHORT = form_named("whatsapp"), form_named("whatsapp-ringkas")

# As WhatsApp tells of its marks: around words, not touching others, in one line.
MARKS = {"*": "b", "_": "i", "~": "s"}
EDGE = r"[\s.,:;!?()“”\"'…–-]"


def shown(text: str) -> str:
    """Return a line as WhatsApp shows it: what is bold in <b>, italic in <i>, struck in <s>."""
    for sign, tag in MARKS.items():
        mark = re.escape(sign)
        inner = rf"(?=[^\s{mark}])([^{mark}]*[^\s{mark}])"
        text = re.sub(
            rf"(^|{EDGE}|[*_~>]){mark}{inner}{mark}(?=$|{EDGE}|[*_~<])",
            rf"\1<{tag}>\2</{tag}>",
            text,
        )
    return text


def message(body: str, **fields: object) -> str:
    story = Story("Panen", body=body, closing="(red)", **fields)  # type: ignore[arg-type]
    return made(MESSAGE, story).decode().removeprefix("*Panen*\n\n").removesuffix(" (red)\n")


def test_the_whole_story_is_told() -> None:
    lines = made(MESSAGE, link="https://infobanten.id/perahu/").decode().split("\n\n")

    assert [shown(line) for line in lines[:3]] == [
        "<b>Perahu Pustaka Singgah di Labuan</b>",
        "<i>Warga pesisir menyambutnya</i>",
        "<b>PANDEGLANG, infobanten.id</b> – Perahu <b>tiba</b> di dermaga <i>Labuan</i>, "
        "Selasa (14/5/2024), kata “Karta”.",
    ]
    assert lines[3:-3] == [
        "Baca juga: Buku Baru https://infobanten.id/2024/buku-baru",
        "*Isi Perahu*",
        "- Buku cerita\n- Buku resep\n1. Ikan\n2. Sayur\n- Atlas",
        "> “Kami siap,” kata Karta.",
        "*Buku* · *Jumlah*\nCerita · 800\nResep · 400",
        "Luas rak 5 m², lihat daftarnya https://buku.example/daftar?a=1&b=2. (*)",
    ]
    assert lines[-3:] == [
        "Keterangan foto 1: Perahu di dermaga. (Foto: Ratna Andaian)",
        "Keterangan foto 2: Rak buku. (Foto: Bayu Contoh/Antara)",
        "https://infobanten.id/perahu/\n",
    ]


@pytest.mark.parametrize(
    "text",
    [
        r"Harga \*naik\* lagi",
        "Suhu ~30 derajat dan ~32 derajat~ siang",
        r"Akun \_resmi\_ dan \_palsu\_",
        r"\* bukan butir",
        r"\> bukan kutipan",
        "Jum`at dan Ma`ruf dan `kode`",
        r"**Tebal** lalu \*bintang\*",
        r"_Miring_ lalu \_garis\_ (\*)",
    ],
)
def test_no_sign_of_the_text_is_taken_for_a_mark(text: str) -> None:
    told = message(text)

    meant = len(re.findall(r"\*\*\w|(?<![\\\w])_\w", text))
    assert len(re.findall(r"<[bis]>", shown(told))) == meant
    assert "`" not in told
    assert not re.match(r"[>*-] ", told)


@pytest.mark.parametrize(
    "text",
    ["Akun nama_akun_resmi", "Ukuran 5x3*2", "Kira-kira ~30 orang", "Catatan (*) lagi", "5 > 3"],
)
def test_what_can_be_no_mark_is_left_alone(text: str) -> None:
    assert message(text.replace("*", r"\*").replace("_", r"\_")) == text


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("**tebal dan _miring_ juga**", "<b>tebal dan <i>miring</i> juga</b>"),
        ("**Tebal **, lalu biasa", "**Tebal **, lalu biasa"),
        ("a **ber**lari", "a berlari"),
        ("*miring* dan **tebal**", "<i>miring</i> dan <b>tebal</b>"),
        ("kata <s>lama</s> baru", "kata <s>lama</s> baru"),
    ],
)
def test_marks_stand_right_at_the_words(text: str, looks: str) -> None:
    if looks != text:
        assert shown(message(text)) == looks


def test_an_address_can_be_touched_whole() -> None:
    told = message("Lihat [laman](https://x.example/_a_/~b~) dan https://y.example/c_d.")

    assert told == "Lihat laman https://x.example/%5Fa%5F/%7Eb%7E dan https://y.example/c_d."
    assert shown(told) == told


def test_no_markdown_is_left() -> None:
    told = made(MESSAGE).decode()

    assert not re.search(r"\*\*|__|\]\(|^#|\|", told, re.MULTILINE)


def test_in_short_it_is_headline_summary_and_address() -> None:
    assert made(SHORT, link="https://infobanten.id/perahu/").decode() == (
        "*Perahu Pustaka Singgah di Labuan*\n\n"
        "Perahu itu membawa 1.200 buku.\n\n"
        "https://infobanten.id/perahu/\n"
    )


def test_what_was_written_for_sharing_is_what_is_shared() -> None:
    story = Story("Panen", summary="Ringkasan.", social="Ayo panen!")
    assert made(SHORT, story).decode() == "*Panen*\n\nAyo panen!\n"


def test_one_caption_has_no_number() -> None:
    told = made(MESSAGE, Story("Panen", photos=(Photo("a.jpg", "Padi *padi*."),))).decode()
    assert told == "*Panen*\n\nKeterangan foto: Padi ∗padi∗.\n"


def test_a_story_of_nothing_is_no_error() -> None:
    assert made(MESSAGE, Story()) == b"\n"
    assert STORY.headline in made(SHORT).decode()
