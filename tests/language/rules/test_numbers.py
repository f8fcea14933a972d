"""Figures, money and clock times as reporters mistype them, and the figures that are right."""

from __future__ import annotations

import time

import pytest

from newsroom.language.finding import Severity
from newsroom.language.prose import Prose
from newsroom.language.rules import clock_times, numbers
from newsroom.language.rules.rule import Rule
from newsroom.language.rules.tables import read_rules
from newsroom.resources import resource

RULES: list[Rule] = [
    *read_rules(resource("rules", "number.toml")),
    *numbers.rules(),
    *clock_times.rules(),
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
        ("Bantuan Rp 500.000 per keluarga.", "number.currency"),
        ("Dana sebesar Rp.2 miliar.", "number.currency"),
        ("Bupati menyerahkan Rp 1500000 tunai.", "number.currency"),
        ("Nilai proyek Rp1500000000.", "number.thousands"),
        ("Sebanyak 3,500 warga terdampak.", "number.grouping"),
        ("Total 1,250,000 vaksin.", "number.grouping"),
        ("Inflasi 3.2 persen.", "number.decimal"),
        ("Luas lahan 2.75 hektare.", "number.decimal"),
        ("Rapat pukul 13:30.", "number.clock"),
        ("Acara 08:00 s.d. 10:00 WIB.", "number.clock"),
        ("Ia pulang jam 5 sore.", "number.hour"),
        ("Rapat sekitar jam 10.", "number.hour"),
        ("Kecelakaan pada jam 02.30 dini hari.", "number.hour"),
        ("Juara ke 3.", "number.ordinal_space"),
        ("HUT RI ke 78.", "number.ordinal_space"),
        ("Abad ke-XIX.", "number.roman_ordinal"),
        ("Lagu 80an.", "number.decade"),
        ("Tahun 1960 an.", "number.decade"),
        ("Naik 7 %.", "number.percent"),
        ("Jarak 5km saja.", "number.unit"),
        ("Ada 25orang.", "number.joined_word"),
        ("Sebanyak 5000 orang hadir.", "number.thousands"),
        ("12 orang tewas dalam kejadian itu.", "number.opens"),
        ("Anak usia 7-12 tahun.", "number.range"),
        ("Dana Rp2.000.000,- per orang.", "number.currency_tail"),
        ("Rapat dimulai Pkl. 09:15 WIB.", "number.clock"),
        ("Ia tiba jam 07.15 WIB.", "number.hour"),
        ("Pendapatan naik 2.5%.", "number.decimal"),
        ("Sebanyak Rp 2.5 juta.", "number.decimal"),
        ("Edisi ke-tiga terbit.", "number.ordinal_word"),
        ("Pekan Budaya Misal ke 5 digelar di alun-alun.", "number.ordinal_space"),
        ("Pameran Buku Andai ke 12, Sabtu, ramai.", "number.ordinal_space"),
        ("Ia anak ke 4 dari lima bersaudara.", "number.ordinal_space"),
        ("Jalan rusak sepanjang 3 Km itu diperbaiki.", "number.unit"),
        ("Petani menanam di lahan 2 Ha.", "number.unit"),
        ("Ia membawa 20Kg beras.", "number.unit"),
        ("Buka pukul 08.00-16.00 WIB.", "number.range"),
        ("Harganya Rp20.000 - Rp25.000 per ekor.", "number.range"),
        ("Bantuan Rp. 600.000 disalurkan.", "number.currency"),
        ("Bantuan Rp 600 ribu disalurkan.", "number.currency"),
        ("Musik era 1980an diputar.", "number.decade"),
        ("Acara dimulai jam 9 pagi.", "number.hour"),
        ("Acara dimulai pukul 9:30 WIB.", "number.clock"),
        ("Lomba dimulai pukul 08.00WIB.", "number.clock"),
        ("Toko buka 8:00-21:00WIT.", "number.clock"),
        ("Pesawat tiba pukul 26.10.", "number.no_time"),
        ("Gempa terasa 10.75 WIB.", "number.no_time"),
        ("Ia membawa uang Rp20rb.", "number.short"),
        ("Anggarannya Rp 40 jt.", "number.short"),
        ("Utangnya Rp7,5 T.", "number.short_money"),
        ("Kain sepanjang 2,500 meter.", "number.grouping_likely"),
        ("Sebanyak 1,275 bibit ditanam.", "number.grouping"),
        ("Harganya Rp12.500,000.", "number.grouping"),
        ("Gempa M 4.7 terasa di Lebak.", "number.decimal"),
        ("Gempa berkekuatan 6.2 SR terjadi.", "number.decimal"),
        ("Bab ke IV buku itu hilang.", "number.roman_ordinal"),
        ("Uang 50ribuan beredar.", "number.thousands_tail"),
        ("Ia tiba 3 Juni, 2024.", "number.date_comma"),
        ("Ia tiba 3-Juni-2024.", "number.date_hyphen"),
        ("Sekitar 10 - 15 orang ikut.", "number.range"),
        ("Gaji ke 14 dibayarkan.", "number.ordinal_space"),
    ],
)
def test_finds_the_slip(text: str, rule: str):
    assert rule in marks(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rapat digelar pada pukul 09.00–11.00 WIB di Aula Lantai 2.",
        "Polisi menyita 1,25 kilogram sabu dan uang Rp2,5 juta.",
        "Skor akhir 3-1 (1-0) untuk Persilebak.",
        "Nomor telepon 0254-200123 dan WA 081212345678 aktif 24 jam.",
        "Kendaraan bernomor polisi A 1234 BC melaju 80 km/jam.",
        "Pasal 27 ayat (3) UU Nomor 19 Tahun 2016 tentang ITE.",
        "Harga cabai Rp80.000–Rp100.000 per kilogram.",
        "Ia pergi ke 3 desa dalam 2 hari.",
        "Pertumbuhan ekonomi triwulan II-2023 mencapai 5,17 persen.",
        "Jemaah haji kloter 12 tiba Minggu pagi.",
        "Pada 2021–2023 anggaran turun dari Rp1,2 triliun ke Rp900 miliar.",
        "Kantor di Jl. Raya Serang Km. 5 No. 12, RT 03/RW 05.",
        "Versi 2.5.1 aplikasi itu dirilis pukul 10.05.",
        "Alamat IP 192.168.1.1 diblokir.",
        "Gaji ke-13 cair pada Juni 2023.",
        "Perang Dunia II berakhir pada 1945.",
        "Ia lahir di Lebak, 3 Mei 1990, anak ke-2 dari tiga bersaudara.",
        "Tol Serang-Panimbang Seksi 1 beroperasi.",
        "Kapal berbobot 30.000 GT itu kandas.",
        "Kurs Rp15.250,50 per dolar AS.",
        "Pukul 24.00 WIB portal ditutup.",
        "Waktu tempuhnya 1 jam 5 menit.",
        "Selama 2 jam 30 orang menunggu.",
        "Usianya 17 tahun, tinggi 1,65 meter.",
        "Nilainya $5 miliar, €20, dan US$3.",
        "Angka 7,5 itu kecil; 10,25 besar.",
        "Surah Al-Baqarah ayat 2:183 dibaca.",
        "Perbandingannya 3:1.",
        "Tahun 80-an dan 1990-an berbeda.",
        "Kelas 10, 11, dan 12 libur.",
        "Ia membeli 5 kg beras, 2 liter minyak, dkk.",
        "Umurnya 30-an tahun.",
        "Gol dicetak pada menit ke-90+2.",
        "Kereta tiba di Jalur 3.",
        "Suhu -2 derajat, naik ke 5 derajat.",
        "Rute Jakarta–Surabaya dilayani 4 kali.",
        "Polda Banten menangkap A (25), B (30), dan C (17).",
        "Kode OTP 482913 jangan dibagikan.",
        "Proyek senilai Rp12.345.678.900 selesai.",
        "Lihat Tabel 2.3 dan Gambar 4.1 di halaman 1.234.",
        "Kamar 1205 di lantai 12.",
        "Harga BBM jenis Pertalite Rp10.000/liter.",
        "Harga emas 24 karat Rp1,1 juta.",
        "No. Rek. 1234567890 a.n. Badu.",
        "Ayat 5,6, dan 7 dihapus.",
        "Toko buka 24/7.",
        "Harganya 2 x 3 meter.",
        "Ukuran A4 80 gram, 500 lembar.",
        "Data per 1 Januari 2024 pukul 00.00.",
        "Menurut BMKG, gempa M 5,2 mengguncang.",
        "Ia dijerat Pasal 340 KUHP jo. Pasal 55 ayat (1) ke-1 KUHP.",
        "Warga RT 02/RW 01, Desa Sukamaju, Kec. Cibadak, Kab. Lebak, menolak.",
        "Persentase: 45,5% pria; 54,5% wanita.",
        "Badu (kanan) menyerahkan piala kepada Wati (kiri), Sabtu (4/5/2024). (Foto: Istimewa)",
        "Menurut laporan Antara, ada 3 korban: A, B, dan C.",
        "Ia menjadi presiden Indonesia pertama yang lahir setelah 1945.",
        "Hakim memvonis terdakwa 5 tahun 6 bulan penjara.",
        "Kerugian ditaksir Rp1,5–2 miliar.",
        "Mobil Avanza 1.3 G M/T A 1234 BC.",
        "Motor 150 cc itu ringsek.",
        "Telepon (0254) 200-123 ext. 12.",
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
        "Lahir 17-8-1945.",
        "Ada 2 (dua) berkas dan 3 (tiga) saksi.",
        "Toyota Kijang Innova warna hitam B 1234 XY.",
        "Surat Nomor 005/123/Pem/2024 tanggal 3 Mei 2024.",
        "Perda Nomor 5 Tahun 2019 berlaku.",
        "Peraturan Menteri Dalam Negeri Nomor 20 Tahun 2018 dicabut.",
        "Undang-undang itu terbit pada tahun 1999.",
        "Tgl. 5 dan No. 7.",
        "Harga: Rp5.000,00 (lima ribu rupiah).",
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
        "Satu jam 30 menit kemudian.",
        "Jam 24 jam itu rusak? Entah.",
        "Buku The Art of War, terbit 2001, laku.",
        "Kecelakaan itu menewaskan 2 orang, melukai 5 lainnya.",
        "Rombongan Bupati ke 3 desa kemarin.",
        "Truk itu mengangkut beras dari Serang ke 2 kota.",
        "Persireka naik dari peringkat 5 ke 2.",
        "Lolos ke 8 besar, Timnas Indonesia ke 4 besar.",
        "Kecelakaan terjadi di Km 12 tol itu.",
        "JALAN 3 KM RUSAK",
        "Jalan rusak sepanjang 3 km itu diperbaiki.",
        "Buka pukul 08.00–16.00 WIB.",
        "Ia menunggu selama 9 jam pagi itu.",
        "Skor 9:30 itu aneh.",
        "Tiket kereta Rp1.250.000 per orang.",
        "Pada 17 Agustus, 2.000 orang berkumpul.",
        "Pukul 05.30, 25.000 orang berkumpul.",
        "Daerah 3T dan jaringan 4G.",
        "Kain sepanjang 2,125 meter; beratnya 0,500 gram.",
        "Film itu masuk Jilid II dan Abad XX.",
    ],
)
def test_says_nothing_of_good_text(text: str):
    assert marks(text, quiet=False) == []


@pytest.mark.parametrize(
    "unit",
    [
        "9",
        "1,",
        "1.",
        "Rp",
        "Rp 1",
        "ke ",
        "jam 9 ",
        "10:",
        " ",
        "0 an ",
        "1,500 ",
        "pukul 9.",
        "Rp9 M",
    ],
)
def test_takes_time_in_line_with_the_length(unit: str):
    text = unit * (100_000 // len(unit))
    prose = Prose(text)
    began = time.process_time()
    for rule in RULES:
        list(rule.find(prose))
    assert time.process_time() - began < 5
