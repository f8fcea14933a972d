"""Blanks, commas, brackets and quotations as reporters mistype them, and as they are right."""

from __future__ import annotations

import pytest

from newsroom.language.rules.punctuation import commas, degrees, marks, quotes, sentence_ends
from newsroom.language.rules.rule import Rule
from newsroom.language.rules.tables import read_rules
from newsroom.language.speller import HunspellSpeller
from newsroom.resources import resource

RULES: list[Rule] = [
    *read_rules(resource("rules", "punctuation.toml")),
    *marks.rules(HunspellSpeller().knows),
    *degrees.rules(),
    *sentence_ends.rules(),
    *commas.rules(),
    *quotes.rules(),
]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Warga ,yang mengungsi.", "punctuation.space_before"),
        ("Warga mengungsi,polisi datang.", "punctuation.space_after"),
        ("Ia pulang.Warga datang.", "punctuation.space_after_stop"),
        ("Mau ke mana ?", "punctuation.space_before"),
        ("Warga  mengungsi.", "punctuation.space_double"),
        ("Warga pulang..", "punctuation.double"),
        ("Warga (termasuk anak mengungsi.", "punctuation.bracket"),
        ("“Kami siap” kata Badu.", "punctuation.quote_comma"),
        ("“Kami siap”, katanya.", "punctuation.quote_comma"),
        ("“Kami sudah lama menunggu.” ujar Badu.", "punctuation.quote_comma"),
        ("“Kami sudah lama menunggu” jelas Badu.", "punctuation.quote_comma"),
        ('"Kami sudah siap", kata Badu.', "punctuation.quote_comma"),
        ("Badu mengatakan “Kami sudah lama menunggu bantuan.”", "punctuation.quote_lead"),
        ("“Kami siap, kata Badu.", "punctuation.quote_unpaired"),
        ("Ia mengatakan, bahwa air naik.", "punctuation.comma_clause"),
        ("Ia miskin tetapi ia tidak pernah mengeluh.", "punctuation.contrast"),
        ("Ia diam sedangkan warga lain marah.", "punctuation.contrast"),
        ("Namun warga menolak.", "punctuation.connective"),
        ("Oleh karena itu warga pindah.", "punctuation.connective"),
        ("Meskipun demikian harga tetap naik.", "punctuation.connective"),
        (
            "Jika hujan turun lagi warga yang tinggal di bantaran sungai mengungsi.",
            "punctuation.comma_fronted",
        ),
        ("Beras, gula, dll dijual.", "punctuation.abbreviation"),
        ("Badu Karta, SH, M.Si hadir.", "punctuation.degree"),
        ("Badu Karta, S.H hadir.", "punctuation.degree"),
        ("Dr Badu hadir.", "punctuation.title_stop"),
        ("Anak - anak bermain.", "punctuation.hyphen_blank"),
        ("Rapat Kamis(20/6/2019) batal.", "punctuation.space_bracket"),
        ("Ia menunggu.Tidak ada bus.", "punctuation.space_after_stop"),
        ("Warga mengungsi ,karena banjir.", "punctuation.space_before"),
        ("Buka s/d Jumat.", "punctuation.abbreviation_slash"),
        ("Apa sebabnya ?Warga diam.", "punctuation.space_before"),
        ("Ia datang,duduk,lalu pulang.", "punctuation.space_after"),
        ("“Siap!”, kata Badu.", "punctuation.quote_comma"),
        ("Tersangka berinisial A(25) kabur.", "punctuation.space_bracket"),
        ("Acara 10.00 WIB-selesai , terbuka.", "punctuation.space_before"),
        ("HUT ke-2 , Badu menang.", "punctuation.space_before"),
        ("Ia bukan camat melainkan lurah.", "punctuation.contrast"),
        ("Kebakaran itu bukan karena puntung rokok melainkan korsleting.", "punctuation.contrast"),
        ("Warga sudah melapor tapi belum ada tanggapan.", "punctuation.contrast"),
        (
            "Hujan deras. “Kami berharap bantuan segera datang ke sini”. Warga menunggu.",
            "punctuation.quote_stop",
        ),
        ("”Kami siap,” kata Badu.", "punctuation.quote_turned"),
        ("Ada 12 ekor sapi, 30 ekor kambing dan 5 ekor kerbau.", "punctuation.comma_list"),
        ("Hadir Karta Wijaya, SH, MH.", "punctuation.degree"),
        ("Warga pulang ke desa, Mereka membawa beras.", "punctuation.comma_stop"),
        ("Jalan itu rusak berat, Akan tetapi, warga diam.", "punctuation.comma_stop"),
        ("Warga desa itu masih menunggu bantuan beras dari pemerintah", "punctuation.end_mark"),
        ("Bupati Badu Karta M.Si. hadir.", "punctuation.degree"),
        ("Hadir pula Badu Karta S.H.", "punctuation.degree"),
        ("Menurut Prof.Wati, air cukup.", "punctuation.title_space"),
        ("Menurut DR Wati, air cukup.", "punctuation.title_capitals"),
        ("Ia tiba Senin, (3/6/2024).", "punctuation.date_bracket"),
        ("Timnya kalah 1 - 2.", "punctuation.score"),
        ("“Jaga sungai kita”, pesan Badu.", "punctuation.quote_comma"),
        ("“Kami lupa membawa kunci.” kelakarnya.", "punctuation.quote_comma"),
        ("Air surut. “Kami belum pulang”. Warga lelah.", "punctuation.quote_stop"),
        ("“Mau apa,?” tanya Badu.", "punctuation.double"),
        ("“Kapan mulai?” Tanya Badu Karta.", "capital.speaker"),
        ("“Kami siap,” kata Badu, “Karena lawan lemah.”", "capital.quote"),
        ("Beras(10 kg) dibagikan.", "punctuation.space_bracket"),
        ('"Kami sudah siap,"kata Badu.', "punctuation.quote_blank"),
        ('Badu berkata,"Kami sudah siap."', "punctuation.quote_blank"),
        ("“Kami pulang bulan depan”. ujar Wati!", "punctuation.quote_comma"),
        ("Dua hal -- air dan listrik -- penting.", "punctuation.dash_double"),
        ("Dua motor---satu baru---hilang.", "punctuation.dash_double"),
        ("Jaraknya 12 km.Warga berjalan.", "punctuation.space_after_stop"),
    ],
)
def test_finds_the_slip(marks, text: str, rule: str):
    assert rule in marks(text)


@pytest.mark.parametrize(
    "text",
    [
        "Skor akhir 3-1 (1-0) untuk Persilebak.",
        "Pasal 27 ayat (3) UU Nomor 19 Tahun 2016 tentang ITE.",
        "“Apakah kita siap?” tanya Badu. “Siap!” jawab warga.",
        "“Kami,” kata Badu, “akan datang.”",
        "Ia menyebutnya “bencana kecil”, lalu tertawa.",
        "Film “Ada Apa dengan Cinta?” tayang lagi.",
        "Baca juga: [Warga Lebak Panen](https://contoh.id/a-b.html)",
        "Warga antre (lihat foto), lalu pulang.",
        "Anak sungai Ciberang meluap? Tidak.",
        "Menurut dia, Andi-lah yang benar; yang lain, tidak.",
        "Mereka (warga) menolak; polisi, tidak.",
        "Ia tewas di tempat kejadian perkara (TKP).",
        "Angka 7,5 itu kecil; 10,25 besar.",
        "“Saya sudah bilang: jangan!” katanya.",
        "Ia menjawab singkat, “ya”.",
        "Tema acara itu “Bersama Kita Bisa”.",
        "Polda Banten menangkap A (25), B (30), dan C (17).",
        "Pegawai negeri sipil (PNS) dan ASN libur.",
        "Andi (bukan nama sebenarnya) takut.",
        "Jadi, siapa yang salah?",
        "(*)",
        "(red)",
        "Ia dijerat Pasal 340 KUHP jo. Pasal 55 ayat (1) ke-1 KUHP.",
        "Lagu “Bohemian Rhapsody” karya Queen (1975) diputar.",
        "Persentase: 45,5% pria; 54,5% wanita.",
        "“Ini bukan soal uang, tetapi soal harga diri,” katanya.",
        "“Saya tidak tahu,” kata Badu. “Tanyakan saja kepada polisi.”",
        "“Kami akan … ya, menunggu,” ujarnya.",
        "Badu (kanan) menyerahkan piala kepada Wati (kiri), Sabtu (4/5/2024). (Foto: Istimewa)",
        "Telepon (0254) 200-123 ext. 12.",
        "Ada 2 (dua) berkas dan 3 (tiga) saksi.",
        "Semua itu, menurut saya, tidak perlu!",
        "Wah, luar biasa!",
        "Benarkah?",
        "“Benarkah?” Ia terdiam.",
        "Kata dia, “Tidak.”",
        "Ia menyebut “toleransi” sebagai kunci.",
        "Menurut “orang dalam”, kata Badu, uang itu raib.",
        "Istilah “daring” (dalam jaringan) lazim.",
        "Hal itu disebut “kejahatan luar biasa”.",
        "Harga: Rp5.000,00 (lima ribu rupiah).",
        "Jam 24 jam itu rusak? Entah.",
        "Minggu depan rapat digelar; dua minggu berlalu.",
        "Kotak “Saran”, “Kritik”, dan “Pujian”.",
        "Jalan Sudirman ditutup; jalan itu rusak.",
        "Ia bilang, “Nanti, ya.” Lalu pergi.",
        "Mengapa? Karena ia takut.",
        "Film “Tuhan, Beri Aku Cinta” tayang.",
        "Email: redaksi@contoh.co.id; situs: https://contoh.co.id/a?b=c,d.",
        "Nasi uduk, lontong, ketupat; semuanya enak.",
        "Tidak ada yang selamat melainkan dua orang.",
        "Tiada daya melainkan dengan pertolongan-Nya.",
        "Tempat itu kecil tapi nyaman.",
        "Ia memilih cara yang sulit tapi jujur dalam berdagang.",
        "Hujan deras. “Kami berharap bantuan segera datang ke sini.” Warga menunggu.",
        "Buku itu berjudul “Malam Panjang di Kampung Nelayan”.",
        "Ada 12 ekor sapi, 30 ekor kambing, dan 5 ekor kerbau.",
        "Sejak saat itu, produksi dan penjualan naik.",
        "Hasil panen tahun ini, jika dihitung semua, cukup baik.",
        "Itu sebabnya, jika hujan turun, warga mengungsi.",
        "Badu menambahkan, dia dan timnya siap.",
        "Dua pendukung Wati, Badu dan Karta, hadir.",
        "Warga bersikap tenang, suka atau tidak.",
        "Warga menerima hal itu, tak serta merta marah.",
        "Misalnya saja, petani dan nelayan. Setelah itu pun mereka pulang.",
        "Pada 12 Mei, 30 warga dan 5 polisi hadir.",
        "Hadir Karta Wijaya, S.H., M.H.",
        "“Kami siap,” kata Badu, “karena lawan lemah.”",
        "“Kalau hujan,” ujar Wati Lestari (40), warga Lebak, “kami mengungsi.”",
        "Tema hari itu, “Bergerak Bersama”, dipilih warga.",
        "Warga membaca Laut Biru, Kami, dan Mereka.",
        "Menurut dia, Di Ujung Senja itu judul film.",
        "Tuhan mendengar, Ia tidak tidur.",
        "Nama lengkapnya Siti Khadijah M.A. dan ia tinggal di Jalan M.T. Haryono.",
        "Ia meraih gelar S.Pd. dan M.Pd. di Serang.",
        "Baca juga: Warga Lebak menunggu bantuan beras sejak pekan lalu",
        "**Warga desa itu masih menunggu bantuan beras dari pemerintah**",
        "“Benarkah?” Kata Badu, tidak.",
        "Tentara DR Kongo tiba Senin (3/6/2024).",
        "Jalankan `pasang --baru` atau pasang --lama.",
        "Rute 5--6 dan skor 2--1 itu.",
        "“Kami siap.” Ujar-ujar itu lama.",
    ],
)
def test_says_nothing_of_good_text(marks, text: str):
    assert marks(text, quiet=False) == []


def test_a_paragraph_of_straight_marks_has_one_hint(marks):
    text = '"Kami siap," kata Badu. "Ayo," ujar Wati, "berangkat!"'
    assert marks(text) == ["punctuation.quote_straight"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("SERANG, Contoh -- Warga pulang!", "SERANG, Contoh – Warga pulang!"),
        ("Satu hal -- Banten -- disebut!", "Satu hal—Banten—disebut!"),
        ("“Kami pulang bulan depan”. ujar Wati!", "“Kami pulang bulan depan,” ujar Wati!"),
    ],
)
def test_corrects(corrected, text: str, right: str):
    assert corrected(text) == right


@pytest.mark.parametrize(
    "unit",
    [
        " ",
        ".",
        ",",
        "(",
        ")",
        "“",
        "”",
        '"',
        "“a” ",
        "”kata ",
        "dan ,",
        "a, b ",
        "bukan a melainkan ",
        "1 a b, ",
        " -",
        "A. B",
        "desa, Mereka ",
        "Warga, Ia ada ",
        "“a,” kata B, “",
        "Badu S.H. ",
        "aaaa",
        'a,"kata ',
        'a," ',
        "a -- b",
        "a---",
    ],
)
def test_reads_the_longest_odd_text_to_its_end(marked_behind, unit: str):
    odd = unit * (100_000 // len(unit))
    assert marked_behind(odd, "Warga datang .") == [" ."]
