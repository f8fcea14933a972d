"""Totals against their parts: what must be found, and what only looks like a sum."""

from __future__ import annotations

import pytest

from newsroom.language.prose import Prose
from newsroom.language.rules import facts_percent, facts_sums

RULES = [*facts_sums.rules(), *facts_percent.rules()]


def marked(text: str) -> list[str]:
    prose = Prose(text)
    return [prose.text[m.start : m.end] for rule in RULES for m in rule.find(prose)]


@pytest.mark.parametrize(
    "text",
    [
        "Sebanyak 120 siswa, terdiri atas 70 siswa putra dan 60 siswa putri, mengikuti lomba.",
        "Dari 250 pelamar dengan rincian 100 pelamar guru, 80 pelamar perawat, dan 60 "
        "pelamar bidan.",
        "Panitia menyiapkan 500 kursi dengan rincian: 200 kursi VIP, 150 kursi tamu, serta "
        "100 kursi warga.",
        "Total anggaran Rp1,5 triliun yang terdiri atas Rp900 miliar belanja pegawai dan "
        "Rp700 miliar belanja modal.",
        "Tim itu beranggotakan 12 orang, yakni 7 laki-laki dan 6 perempuan.",
        "Lomba diikuti 45 peserta (25 putra dan 30 putri).",
        "Lomba diikuti empat puluh lima orang, terdiri atas dua puluh pria dan tiga puluh wanita.",
        "Ada 300 bibit dibagikan dengan rincian masing-masing 100 bibit untuk Serang, Lebak, "
        "Cilegon, dan Anyer.",
        "Bantuan 1.000 paket dengan rincian 400 paket di Serang, 300 paket di Lebak, dan "
        "sisanya 200 paket di Cilegon.",
        "Bantuan 1.000 paket, terdiri atas 400 paket beras dan 300 paket gula. Sisanya 200 "
        "paket mi.",
        "Kebakaran menghanguskan 15 bangunan, terdiri atas 9 rumah, 3 kios, dan 2 musala.",
        "Polisi menahan 9 orang, terdiri dari 4 pengedar, 3 kurir, dan 4 pemakai.",
        "Peserta berjumlah 200 orang, rinciannya 90 orang dari Serang, 60 orang dari Lebak, "
        "dan 40 orang dari Cilegon.",
        "Tercatat 80 kasus dengan rincian sebanyak 30 kasus di Serang, 25 kasus di Lebak, "
        "dan 20 kasus di Pandeglang.",
        "Pelatihan dilakukan terhadap 210 calon pegawai dengan rincian masing-masing 40 "
        "orang peserta dari Serang, Pandeglang, dan Lebak. Sisanya 80 orang peserta dari "
        "provinsi.",
        "Sebanyak 60 persen setuju, 25 persen menolak, dan sisanya 20 persen tidak menjawab.",
        "Pendapatan itu terdiri atas 45 persen pajak, 40 persen retribusi, dan 25 persen hibah.",
        "Sebanyak 70% memilih bus dan 20% memilih kereta. Sisanya 20% berjalan kaki.",
    ],
)
def test_finds_what_does_not_add_up(text: str):
    assert marked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sebanyak 130 siswa, terdiri atas 70 siswa putra dan 60 siswa putri, mengikuti lomba.",
        "Polisi menyita 12 paket sabu, terdiri atas 5 gram dan 3 gram.",
        "Gedung 8 lantai itu terdiri atas 5 kelas dan 2 laboratorium.",
        "Ia menulis 12 buku, terdiri atas 4 bab dan 3 bagian.",
        "Provinsi itu memiliki 8 kabupaten dan kota yang terdiri atas 155 kecamatan dan "
        "1.552 desa.",
        "Dua tim, masing-masing terdiri atas 5 pemain dan 2 cadangan, sudah siap.",
        "Ada 46 pesantren, terdiri dari 28 pesantren di Pabuaran dan 18 pesantren di Padarincang.",
        "Lebih dari 100 orang, terdiri atas 60 warga dan 50 relawan, datang.",
        "Ada 100 warga, di antaranya 60 ibu dan 30 anak.",
        "Ada 100 warga, termasuk 60 ibu dan 30 anak.",
        "Ada 100 warga, terdiri atas 60 ibu, 30 anak, dan beberapa tokoh desa.",
        "Ada 100 warga, terdiri atas 60 ibu dan 30 anak. Selain itu, hadir 10 tokoh desa.",
        "Pada 2019 ada 100 warga, terdiri atas 60 ibu dan 40 anak.",
        "Tim beranggotakan 10 orang, yakni Karta, Dedi, dan 8 relawan.",
        "Acara digelar 2 hari, yakni 20 Juni dan 21 Juni.",
        "Ada 2 pilihan, yakni 50 persen tunai dan 50 persen kredit.",
        "Pukul 10.00 ada 30 orang, terdiri atas 20 pria dan 10 wanita.",
        "Ia berusia 40 tahun (20 tahun di Serang dan 15 tahun di Lebak).",
        "Kecamatan itu terdiri atas 12 desa dan 3 kelurahan.",
        "Paket 25 kilogram terdiri atas 10 kilogram beras dan 5 liter minyak.",
        "Sebanyak 30 bus mengangkut 1.200 pemudik, terdiri atas 700 orang dewasa dan 500 anak.",
        "Dari 10 desa, terkumpul 300 paket, terdiri atas 200 paket beras dan 90 paket gula.",
        "Soal itu terdiri atas 40 pilihan ganda dan 5 uraian.",
        "Skuad 23 pemain terdiri atas 3 kiper, 8 bek, 7 gelandang, dan 5 penyerang.",
        "Rp100 juta, terdiri atas Rp33,3 juta, Rp33,3 juta, dan Rp33,3 juta.",
        "Produksi naik 60 persen dan ekspor naik 50 persen, sisanya 20 persen.",
        "Dari 80 persen yang lulus, 70 persen diterima dan sisanya 30 persen menunggu.",
        "Suara calon itu 55,4 persen dan lawannya 44,5 persen.",
        "Terdiri atas 60 persen air, 30 persen tanah, dan lebih dari 20 persen batu.",
        "Selama 5 hari (3 siang dan 4 malam) mereka berkemah.",
        "Sebanyak 5 dari 12 kapal rusak, terdiri atas 3 kapal kecil dan 2 kapal besar.",
        "Nilai 9 (sembilan) dan 8 (delapan) diberikan.",
        "Undang-undang itu 19 bab, terdiri atas 82 pasal dan 3 lampiran.",
    ],
)
def test_leaves_alone_what_adds_up_or_is_no_sum(text: str):
    assert marked(text) == []


def test_says_what_the_parts_come_to():
    prose = Prose("Sebanyak 120 siswa, terdiri atas 70 siswa putra dan 60 siswa putri, ikut.")
    (match,) = [match for rule in RULES for match in rule.find(prose)]
    assert "130, bukan 120" in match.message


def test_reads_a_huge_paragraph_in_one_go():
    for unit in ("12 buku, ", "terdiri atas ", "60 persen sisanya ", "(", "1.000 "):
        marked(unit * (100_000 // len(unit)))
