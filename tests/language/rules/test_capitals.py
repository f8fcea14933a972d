"""Capitals that are missing or too many, and those that are right."""

from __future__ import annotations

import time

import pytest

from newsroom.language.finding import Severity
from newsroom.language.prose import Prose
from newsroom.language.rules import capitals, quotes
from newsroom.language.rules.rule import Rule
from newsroom.language.rules.tables import read_rules
from newsroom.language.speller import HunspellSpeller
from newsroom.resources import resource

PLACES = ("Banten", "Lebak", "Serang", "Jawa Barat")
RULES: list[Rule] = [
    *read_rules(resource("rules", "capital.toml")),
    *capitals.rules(HunspellSpeller().knows, PLACES),
    *quotes.rules(),
]


def marks(text: str, *, quiet: bool = True) -> list[str]:
    prose = Prose(text)
    return [
        rule.about.id
        for rule in RULES
        if rule.about.fields != ("headline",)
        and (quiet or rule.about.severity is not Severity.HINT)
        for _ in rule.find(prose)
    ]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Kata Badu, “kami sudah lama menunggu.”", "capital.quote"),
        ("“Kami siap,” Ujar Badu.", "capital.speaker"),
        ("Hujan turun. warga mengungsi.", "capital.sentence"),
        ("Rapat hari kamis.", "capital.day"),
        ("Bulan desember nanti.", "capital.month"),
        ("Malam minggu ramai.", "capital.sunday"),
        ("Puji tuhan yang maha esa.", "capital.faith"),
        ("Umat islam berpuasa.", "capital.faith"),
        ("Ia belajar bahasa inggris.", "capital.people"),
        ("Suku jawa dan sunda.", "capital.people"),
        ("Warga kabupaten Serang panen.", "capital.place"),
        ("Air sungai Ciliwung naik.", "capital.place"),
        ("Rapat dipimpin gubernur Banten Badu Karta.", "capital.title"),
        ("Ia bertemu presiden Badu Karta.", "capital.title"),
        ("Sesuai undang-undang nomor 40 tahun 1999.", "capital.regulation"),
        ("Pukul 10.00 Wib.", "capital.zone"),
        ("Para pns libur.", "capital.acronym"),
        ("Ketua rt 05 hadir.", "capital.neighbourhood"),
        ("Kalau anda mau, datanglah.", "capital.you"),
        ("Menurut Gubernur itu, benar.", "capital.title_alone"),
        ("Sekilo jeruk Bali.", "capital.common_name"),
        ("Menjelang lebaran harga naik.", "capital.holiday"),
        ("Karyawan Pt Maju mogok.", "capital.company"),
        ("Ia tinggal di desa Cikuya.", "capital.place_small"),
        ("Jalan rusak itu. warga meminta perbaikan.", "capital.sentence"),
        ("Tinggi air 1,5 m. petugas memasang tali.", "capital.sentence"),
        ("Rapat dimulai pukul 09.00. warga sudah menunggu.", "capital.sentence"),
        ("Ia pulang Senin (3/3/2025). warga menyambut di jalan.", "capital.sentence"),
        ("“mereka belum makan sejak pagi.” Badu mengeluh.", "capital.sentence"),
        ("Ia datang dari amerika serikat.", "capital.region"),
        ("Kapal Belanda dan inggris berlabuh.", "capital.region"),
        ("Warga kabupaten lebak panen.", "capital.place_name"),
        ("Ia menyeberangi Selat sunda.", "capital.place_name"),
        ("Toko itu di jalan Sudirman.", "capital.place"),
        ("Ia kuliah di universitas Terbuka.", "capital.institution"),
        ("Ia melapor ke komisi pemilihan umum.", "capital.body"),
        ("Ia melapor ke Komisi pemilihan umum.", "capital.body"),
        ("Surat dari menteri keuangan tiba.", "capital.minister"),
        ("Potret presiden Soekarno dipasang.", "capital.title"),
        ("Lomba dibuka gubernur Banten.", "capital.title_place"),
        ("Puji syukur kepada tuhan Yang Maha Esa.", "capital.faith"),
        ("Ia fasih berbicara Bahasa Jawa.", "capital.language"),
        ("Ia seorang Bupati.", "capital.title_alone"),
        ("Pukul 10.00 wita ia tiba.", "capital.zone_east"),
        ("Kantor Cv. Maju tutup.", "capital.company"),
    ],
)
def test_finds_the_slip(text: str, rule: str):
    assert rule in marks(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dr. H. Badu Karta, S.H., M.Si., dan Hj. Wati, S.Pd., hadir.",
        "**Serang** – Warga, kata Badu, mengungsi.",
        "Ibu kota negara pindah ke Kalimantan Timur.",
        "Provinsi itu dan kabupaten ini bekerja sama.",
        "Ia naik gunung setiap Minggu.",
        "Setiap minggu ada dua kali rapat.",
        "Menteri Dalam Negeri, menurut Presiden, setuju.",
        "Para bupati dan wali kota se-Banten hadir.",
        "Ia pernah menjadi gubernur Banten selama dua periode.",
        "Mantan bupati Lebak itu datang.",
        "Kontak: humas@contoh.id, www.contoh.id/berita.",
        "Ia makan nasi, tempe, dan sambal.",
        "PT ABC Tbk. dan CV Maju Jaya didenda.",
        "H.M. Badu dan K.H. Karta berdoa.",
        "Kepala Dinas PUPR M. Karta, S.T., M.T., menjawab.",
        "Namun, air belum surut. Selain itu, jalan putus.",
        "Tetapi warga tetap menunggu.",
        "Kecil tetapi indah.",
        "Ia bukan guru, melainkan dokter.",
        "Tak ada lagi dll. di situ.",
        "Bupati Lebak Wati Lestari hadir bersama Wakil Gubernur Banten Badu.",
        "Ia mengatakan bahwa hujan turun karena musim.",
        "Warga Kelurahan Cipare, Kecamatan Serang, mengungsi.",
        "Masyarakat adat Baduy merayakan Seba.",
        "Ia fasih berbahasa Jawa, Sunda, dan Inggris.",
        "Bahasa Indonesia dipakai orang Tionghoa.",
        "Kamar 1205 di lantai 12.",
        "Ia menunggu... dan menunggu.",
        "Harga BBM jenis Pertalite Rp10.000/liter.",
        "Kota-kota besar macet.",
        "Harga emas 24 karat Rp1,1 juta.",
        "No. Rek. 1234567890 a.n. Badu.",
        "Yth. Bapak Camat.",
        "Nama desa ini, menurut warga, Cikuya.",
        "tirto.id - Warga mengungsi ke balai desa pada Senin.",
        "SERANG, infobanten.id – Warga mengungsi ke balai desa.",
        "Ayat 5,6, dan 7 dihapus.",
        "Ini kali kedua ia kalah.",
        "Toko buka 24/7.",
        "Harganya 2 x 3 meter.",
        "Ukuran A4 80 gram, 500 lembar.",
        "Data per 1 Januari 2024 pukul 00.00.",
        "Menurut BMKG, gempa M 5,2 mengguncang.",
        "Kami menjual jeruk bali dan gula jawa.",
        "Nabi Muhammad saw. lahir di Makkah.",
        "Saudara-saudara, mari kita mulai.",
        "Warga RT 02/RW 01, Desa Sukamaju, Kec. Cibadak, Kab. Lebak, menolak.",
        "Ia mengunggah video di @badu_karta dan #LebakBangkit.",
        "Kementerian PUPR, BPBD, TNI/Polri, dan warga bergotong royong.",
        "Menurut laporan Antara, ada 3 korban: A, B, dan C.",
        "Ia berkata dalam hati: sudahlah.",
        "Kecamatan ini berbatasan dengan sungai besar.",
        "Pulau Sangiang terletak di Selat Sunda.",
        "Orang-orang Jawa di Suriname.",
        "Di sungai tersebut, warga mandi.",
        "Ia menjadi presiden Indonesia pertama yang lahir setelah 1945.",
        "Ratusan haji Indonesia pulang.",
        "Kapten tim, Andi Wijaya, absen.",
        "Presiden Direktur PT Maju, Badu, mundur.",
        "Wali Kota Serang Badu Karta hadir.",
        "Raja Badu III bertemu Perdana Menteri Inggris Wati Lestari.",
        "Sekretaris Jenderal PBB Badu Karta berbicara.",
        "Ia dilantik menjadi kapolres Lebak yang baru.",
        "Pj. Gubernur Banten Badu Karta hadir.",
        "Hakim memvonis terdakwa 5 tahun 6 bulan penjara.",
        "Kerugian ditaksir Rp1,5–2 miliar.",
        "Mobil Avanza 1.3 G M/T A 1234 BC.",
        "Motor 150 cc itu ringsek.",
        "Gempa berkekuatan M5,6 terjadi pada 05.21 WIB.",
        "Kolom 5.1.2 dan 2.5 dilihat.",
        "Tiket seharga 150 ribu rupiah per orang.",
        "Nilai tukar 1 dolar AS = Rp15.500.",
        "Skor 21-19, 19-21, 21-15.",
        "Ia finis ke-5 dengan waktu 1:45,32.",
        "Rekor 9,58 detik bertahan.",
        "Putaran ke-2 Liga 1 2023/2024 dimulai.",
        "Pemilu 2024 diikuti 18 partai.",
        "Tol km 72+200 macet.",
        "Kelas I, II, dan III RSUD penuh.",
        "Lahir 17-8-1945.",
        "Ia membaca Koran Tempo edisi Sabtu-Minggu.",
        "Puasa Senin-Kamis dijalani Badu.",
        "Toyota Kijang Innova warna hitam B 1234 XY.",
        "Surat Nomor 005/123/Pem/2024 tanggal 3 Mei 2024.",
        "Perda Nomor 5 Tahun 2019 berlaku.",
        "Peraturan Menteri Dalam Negeri Nomor 20 Tahun 2018 dicabut.",
        "Undang-undang itu terbit pada tahun 1999.",
        "UU Pers dan UU ITE berbeda.",
        "dr. Wati, Sp.A., praktik di RSUD.",
        "H. Badu bin Karta wafat.",
        "K.H. Abdullah, M.A., berceramah.",
        "A.n. Bupati, Sekda menandatangani.",
        "Tgl. 5 dan No. 7.",
        "Buka pukul 08.00 s.d. 16.00 WIB.",
        "Ia lulusan S-1 dan S-2 UI.",
        "Program 3M dan 5R berjalan.",
        "Konser K-pop 2NE1 batal.",
        "Covid-19 varian B.1.1.7 masuk.",
        "Windows 11 dan iOS 17.4.1 dirilis.",
        "Jarak Bumi-Bulan 384.400 kilometer.",
        "Suhu 36,5 °C.",
        "Luas 200 m2 dan 3 hektare.",
        "Indeks naik 0,85 poin ke 7.125,31.",
        "IHSG ditutup di 6.987,45.",
        "Ia mengutip Yohanes 3:16 dan QS 2:255.",
        "Pukul 7 malam ia pulang.",
        "Pada jam kerja, jam buka, dan jam malam.",
        "Satu jam 30 menit kemudian.",
        "Setiap hari Minggu pagi ada senam.",
        "Mei Ling dan April hadir.",
        "Sungai, danau, dan laut tercemar.",
        "Warga kota dan desa bersatu.",
        "Ia tinggal di kawasan Kota Tua.",
        "Dia tidak jalan Senin lalu.",
        "Ada-ada saja... begitulah.",
        "Siapa pun boleh ikut, termasuk Anda.",
        "Tuhan, tolonglah kami.",
        "Dewa-dewa dan tuhan-tuhan kuno.",
        "Buku The Art of War, terbit 2001, laku.",
        "Perusahaan e-commerce dan start-up lokal.",
        "Ia wartawan infobanten.id, bukan detik.com.",
        "Warga mengaku takut, namun tetap bertahan.",
        "Ini bukan hanya soal kecepatan, melainkan juga ketepatan.",
        "Ia kaya, tetapi kikir.",
        "Kecelakaan itu menewaskan 2 orang, melukai 5 lainnya.",
        "Pukul 10.00 WITA atau pukul 10.00 Wita ia tiba.",
        "Karyawan PT Maju Tbk. mogok di RT 02/RW 03.",
        "Rumah di Kec. cadangan, tabel 2.1. memuat 5 kg. dan 7 km. saja.",
        "Petani menanam terung belanda, jambu bangkok, dan kunyit india.",
        "Gajah afrika dan harimau sumatra dilindungi; mi aceh laku.",
        "Bunga kamboja gugur di padang; nasib malang di kota tua.",
        "Di kota batu, di kabupaten baru, dan di kecamatan lain hujan turun.",
        "Air sungai keruh, laut dalam, gunung api, dan pulau karang.",
        "Ia pernah menjadi menteri keuangan dan calon menteri pertanian.",
        "Para menteri luar negeri ASEAN bertemu.",
        "Sebuah universitas Islam dan beberapa pengadilan negeri lain tutup.",
        "Ia di jalan Tuhan, bukan di jalan Jakarta.",
        "Presiden Chelsea dan seorang presiden Barcelona bertemu.",
        "Guru mata pelajaran Bahasa Indonesia itu lulusan Sastra Inggris.",
        "Calon bupati Lebak, mantan gubernur Banten, dan camat baru hadir.",
        "“Hijrah” dan “efek domino,” istilah baru, ramai dibahas.",
        "“Kami siap,” kata Badu, “sebab kami sudah lama berlatih.”",
    ],
)
def test_says_nothing_of_good_text(text: str):
    assert marks(text, quiet=False) == []


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "A ",
        "aA ",
        ". a",
        "gubernur A ",
        "peraturan A ",
        "kabupaten ",
        "nomor 1 tahun ",
        "A,",
        "5 kg. a ",
        "“aaaaa ",
        ". “ab ",
        "kota lima puluh ",
        "(ab). a ",
        "menteri luar ",
    ],
)
def test_takes_time_in_line_with_the_length(unit: str):
    text = unit * (100_000 // len(unit))
    prose = Prose(text)
    began = time.process_time()
    for rule in RULES:
        list(rule.find(prose))
    assert time.process_time() - began < 5
