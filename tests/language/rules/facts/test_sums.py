"""Totals against their parts: what must be found, and what only looks like a sum."""

from __future__ import annotations

import pytest

from newsroom.language.prose import Prose
from newsroom.language.rules.facts import changes, counts, percent, shares, sums

RULES = [rule for module in (sums, shares, changes, percent, counts) for rule in module.rules()]


def marked(text: str) -> list[str]:
    prose = Prose(text)
    return [prose.text[m.start : m.end] for rule in RULES for m in rule.find(prose)]


@pytest.mark.parametrize(
    "text",
    [
        "Dari 3.150 bibit yang dikirim, sebanyak 2.100 bibit ditanam dan sisanya 950 bibit mati.",
        "Dana Rp700 juta terdiri atas Rp400 juta pada 2021 dan Rp280 juta pada tahun 2022.",
        "Dari 90 perawat itu, 55 orang bertugas di kota dan 45 orang di desa.",
        "Dari 60 pelamar, 35 orang laki-laki dan 30 orang perempuan.",
        "Ada 80 truk di sana. Dari jumlah itu, 50 truk menunggu dan 40 truk lainnya mogok.",
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
        "Sedikitnya 320 keluarga mengungsi. Rinciannya, 120 keluarga ditampung di balai desa, "
        "150 keluarga di masjid, dan 60 keluarga di sekolah. Jumlah itu masih bisa bertambah.",
        "Tercatat 72 rumah rusak: 15 rumah rusak berat, 42 rumah rusak sedang dan 20 rumah rusak "
        "ringan.",
        "Korban berjumlah 10 orang: 3 tewas, 5 luka-luka, dan 4 hilang.",
        "Ada 560 rumah rusak, yakni 68 rusak berat, 80 rusak sedang, dan 414 rusak ringan.",
        "Kasus DBD tercatat 48 kasus dengan rincian Rekamulya 20 kasus, Cimisal 15 kasus, dan "
        "Sukaumpama 10 kasus.",
        "Pengungsi 3.118 jiwa, dengan rincian: Andai (450 jiwa), Misal (180 jiwa), dan Umpama "
        "(2.388 jiwa).",
        "Dari 200 peserta, 120 lulus dan sisanya 90 gagal.",
        "Dari 250 pelamar, 100 pelamar diterima. Sisanya 120 pelamar menunggu.",
        "Sebanyak 120 siswa ikut lomba. Mereka terdiri atas 70 siswa putra dan 60 siswa putri.",
        "Bantuan Rp500 juta, dengan rincian Desa Andai Rp200 juta, Desa Misal Rp150 juta, dan "
        "Desa Umpama Rp100 juta.",
        "Kebakaran menghanguskan 6 rumah: 3 rumah milik Karta dan 2 rumah milik Dedi.",
        "Persireka menang 4 kali: 2 kali di kandang dan 1 kali tandang.",
        "Total 14.998 rumah rusak. Rinciannya, 2.580 rumah rusak berat, 5.228 rusak sedang, dan "
        "7.180 rusak ringan.",
        "Berdasarkan hasil sementara, Ujang meraih 48 persen suara, disusul Engkos Umpama 37 "
        "persen, dan Tati Contohati 25 persen.",
        "Ujang unggul dengan perolehan suara 58,5 persen, sedangkan Engkos 47,2 persen.",
        "Elektabilitas Ujang 52 persen, diikuti Engkos 35 persen dan Tati 23 persen.",
        "Anggaran dibagi dengan rincian 40 persen untuk jalan, 30 persen untuk sekolah, dan 20 "
        "persen untuk kesehatan.",
        "Sebanyak 40 dari 200 orang atau 40 persen tidak hadir.",
        "Dari 300 rumah yang diperiksa, 90 rumah atau 40 persen di antaranya memiliki jentik.",
        "Sebanyak 2.310 dari 2.875 pemilih (70 persen) datang.",
        "Tiga dari empat warga atau 85 persen setuju.",
        "Dana Rp1,5 miliar atau 65 persen dari Rp2 miliar sudah terserap.",
        "Dari total 1.200 pelanggan, baru 300 pelanggan atau 35 persen yang membayar.",
        "Suara masuk 80,9 persen atau 25.110 dari 27.479 TPS.",
        "Sebanyak 85 warga mengungsi. Rinciannya, 40 warga di masjid, 30 warga di sekolah, dan "
        "20 warga di balai desa.",
        "Kecelakaan itu menimbulkan 14 korban: 4 tewas, 7 luka berat, dan 2 luka ringan.",
        "Dinas menyalurkan 900 paket, yakni 300 paket di Andai, 250 paket di Misal, dan 400 "
        "paket di Umpama.",
        "Jumlah pemilih 2.400 orang dengan rincian laki-laki 1.150 orang dan perempuan 1.350 "
        "orang.",
        "Rapat diikuti 60 orang, terdiri atas 25 guru, 20 kepala sekolah, dan 25 pengawas.",
        "Dari 48 peserta, 30 peserta lulus dan sisanya 20 peserta mengulang.",
        "Dana desa Rp900 juta terdiri atas Rp400 juta untuk jalan, Rp300 juta untuk irigasi, dan "
        "Rp250 juta untuk posyandu.",
        "Pada 2024 tercatat 30 kasus: 12 kasus di Andai dan 28 kasus di Misal.",
        "Karta memperoleh 45 persen suara, diikuti Dedi 40 persen dan Sari 25 persen.",
        "Dari hasil survei, 55 persen warga setuju, 30 persen menolak, dan sisanya 25 persen ragu.",
        "Pekerjaan warga terdiri atas 50 persen petani, 35 persen nelayan, dan 25 persen buruh.",
        "Sebanyak 15 dari 60 desa atau 35 persen belum berlistrik.",
        "Dari 1.250 siswa, sebanyak 500 siswa (50 persen) menerima bantuan.",
        "Anggaran yang terserap Rp3 miliar atau 70 persen dari Rp4 miliar.",
        "Sebanyak 40 pengurus dilantik, terdiri atas 10 ketua, 10 wakil, dan 25 anggota.",
        "DPRD memiliki 50 kursi, dengan rincian Partai Andai 20 kursi, Partai Misal 18 kursi, "
        "dan Partai Umpama 10 kursi.",
        "Sebanyak 50 persen responden setuju, 30 persen menolak, dan 25 persen abstain.",
        "Uang itu dialokasikan 70 persen untuk gaji, 20 persen untuk buku, dan 20 persen untuk "
        "listrik.",
        "Ujang meraih 45 persen suara, Engkos 35 persen, dan Tati 30 persen.",
        "Rombongan itu 20 orang, yakni delapan dokter dan sepuluh perawat.",
        "Banjir merendam lima desa, yakni Andai, Misal, Umpama, dan Contoh.",
        "Bantuan dikirim ke dua kecamatan, yaitu Kecamatan Andai, Kecamatan Misal, serta "
        "Kecamatan Umpama.",
        "Harga beras naik dari Rp10.000 menjadi Rp12.000 per kilogram atau naik 10 persen.",
        "Kunjungan turun 50 persen, dari 1.200 orang menjadi 900 orang.",
    ],
)
def test_finds_what_does_not_add_up(text: str):
    assert marked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dari 3.150 bibit yang dikirim, sebanyak 2.100 bibit ditanam dan sisanya 1.050 bibit mati.",
        "Dana Rp680 juta terdiri atas Rp400 juta pada 2021 dan Rp280 juta pada tahun 2022.",
        "Dari 120 perawat itu, 55 orang bertugas di kota dan 45 orang di desa.",
        "Dari 90 warga, 55 orang berbelanja di pasar dan 45 orang di kios.",
        "Dari 90 siswa, 55 siswa pandai berenang dan 45 siswa pandai menari.",
        "Dari 90 anggota, 85 orang hadir dan 60 orang setuju.",
        "Dari 12 rumah sakit, 10 pasien dirawat di Serang dan 8 pasien di Lebak.",
        "Ada 80 truk di sana. Dari jumlah itu, 50 truk menunggu dan 20 truk lainnya mogok.",
        "Sektor itu berkontribusi 41 persen, jasa 30 persen, dan sisanya 9 persen.",
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
        "Sedikitnya 330 keluarga mengungsi. Rinciannya, 120 keluarga ditampung di balai desa, "
        "150 keluarga di masjid, dan 60 keluarga di sekolah.",
        "Tercatat 77 rumah rusak: 15 rumah rusak berat, 42 rumah rusak sedang dan 20 rumah rusak "
        "ringan.",
        "Korban berjumlah 12 orang: 3 tewas, 5 luka-luka, dan 4 hilang.",
        "Ada 562 rumah rusak, yakni 68 rusak berat, 80 rusak sedang, dan 414 rusak ringan.",
        "Kasus DBD tercatat 45 kasus dengan rincian Rekamulya 20 kasus, Cimisal 15 kasus, dan "
        "Sukaumpama 10 kasus.",
        "Pengungsi 3.018 jiwa, dengan rincian: Andai (450 jiwa), Misal (180 jiwa), dan Umpama "
        "(2.388 jiwa).",
        "Dua orang, yakni Karta (45) dan Dedi (30), ditahan.",
        "Polisi menahan 2 orang, yakni Karta (45 tahun) dan Dedi (30 tahun).",
        "Dari 200 peserta, 120 lulus dan sisanya 80 gagal.",
        "Dari 200 orang, 120 orang dites, 20 orang positif, dan sisanya 80 orang belum dites.",
        "Dari 250 pelamar, 100 pelamar diterima. Sisanya 150 pelamar menunggu.",
        "Dari 250 pelamar, 100 pelamar diterima dan 30 pelamar gugur.",
        "Sebanyak 130 siswa ikut lomba. Mereka terdiri atas 70 siswa putra dan 60 siswa putri.",
        "Tiga laga pekan ini: Persireka 2, Andai 1, dan Misal 3.",
        "Ada 2 syarat: 1 lembar KTP dan 2 lembar foto.",
        "Pertandingan berakhir 3-1: 2 gol dari Rudi dan 1 gol dari Yoga.",
        "Bantuan Rp450 juta, dengan rincian Desa Andai Rp200 juta, Desa Misal Rp150 juta, dan "
        "Desa Umpama Rp100 juta.",
        "Kebakaran menghanguskan 5 rumah: 3 rumah milik Karta dan 2 rumah milik Dedi.",
        "Satu keluarga beranggotakan 5 orang, yakni Karta, istrinya, dan 3 anak.",
        "Ia menempuh 3 tahap: 2 jam berjalan dan 5 jam berkendara.",
        "Pada 2019 ada 10 korban: 3 tewas dan 7 luka.",
        "Sekitar 10 korban: 3 tewas dan 8 luka.",
        "Persireka menang 3 kali: 2 kali di kandang dan 1 kali tandang.",
        "Total 14.988 rumah rusak. Rinciannya, 2.580 rumah rusak berat, 5.228 rusak sedang, dan "
        "7.180 rusak ringan.",
        "Total 40.282 jiwa mengungsi. Rinciannya, warga di Andai mencapai 24.417 jiwa. Sisanya "
        "15.865 jiwa di luar Andai.",
        "Pengungsi 500 jiwa. Rinciannya, Andai 200 jiwa, Misal 100 jiwa, dan Umpama 100 jiwa. "
        "Selain itu, 100 jiwa di rumah kerabat.",
        "Hewan kurban 50 ekor: 20 sapi dan 30 kambing.",
        "Lomba terbagi atas 3 kategori: 10 kilometer, 5 kilometer, dan 3 kilometer.",
        "Rapat digelar di 3 tempat: Andai 10 Mei, Misal 11 Mei, dan Umpama 12 Mei.",
        "Berdasarkan hasil sementara, Ujang meraih 48 persen suara, disusul Engkos Umpama 37 "
        "persen, dan Tati Contohati 15 persen.",
        "Ujang unggul dengan perolehan suara 52,8 persen, sedangkan Engkos 47,2 persen.",
        "Dengan suara masuk 90 persen, Ujang meraih 55 persen suara, disusul Engkos 45 persen.",
        "Ujang meraih 55 persen suara di Serang, 60 persen di Lebak, sementara di Cilegon 48 "
        "persen.",
        "Ujang meraih 55,4 persen suara, mengungguli Engkos yang meraih 44,7 persen suara.",
        "Partisipasi mencapai 80 persen, sedangkan Ujang meraih 60 persen suara.",
        "Elektabilitas Ujang naik dari 40 persen menjadi 65 persen, disusul Engkos 30 persen.",
        "Popularitas Ujang 82 persen, diikuti Engkos 75 persen dan Tati 63 persen.",
        "Anggaran dibagi dengan rincian 50 persen untuk jalan, 30 persen untuk sekolah, dan 20 "
        "persen untuk kesehatan.",
        "Penduduknya terdiri atas 50 persen Jawa, 20 persen Sunda, dan 10 persen Batak.",
        "Sebanyak 2.310 dari 2.875 pemilih (80,3 persen) datang.",
        "Sebanyak 2.310 dari 2.875 pemilih (80 persen) datang.",
        "Hanya 12 dari 40 siswa atau 30% lulus.",
        "Tiga dari empat warga atau 75 persen setuju.",
        "Dana Rp1,5 miliar atau 75 persen dari Rp2 miliar sudah terserap.",
        "Realisasi Rp1,23 triliun atau 61,5 persen dari total Rp2 triliun.",
        "Harga naik 500 rupiah atau 5 persen dari 10.000 rupiah.",
        "Sebanyak 40 dari 200 orang, atau hampir 22 persen, tidak hadir.",
        "Data KPU yang masuk mencapai 90,90 persen, yang berasal dari 68.137 TPS dari total "
        "74.956 TPS.",
        "Suara sah mencapai 96 persen atau 19.949.672 suara, sedangkan suara tidak sah 673.723.",
        "Khofifah memperoleh 53,73 persen suara atau 9.883.978 suara, sedangkan Ipul memperoleh "
        "46,27 persen atau 8.510.790 suara.",
        "Tercatat 98,77 persen atau 63.187 dari 63.973 TPS.",
        "Dari 10 anak, 3 anak atau 30 persen stunting.",
        "Pada 2020, 40 dari 2019 orang atau 2 persen pindah.",
        "Dari 20 desa, 5 desa, 40 rumah atau 10 persen rusak.",
        "Ia kehilangan 5 dari 20 kambingnya atau 25 persen.",
        "Suara masuk 91,4 persen atau 25.110 dari 27.479 TPS.",
        "Sekitar 90 persen (25.110 dari 27.479 TPS) masuk.",
        "Sebanyak 90 warga mengungsi. Rinciannya, 40 warga di masjid, 30 warga di sekolah, dan "
        "20 warga di balai desa.",
        "Sebanyak 85 warga dari 12 RT mengungsi. Rinciannya, 40 warga di masjid, 30 warga di "
        "sekolah, dan 20 warga di balai desa.",
        "Kecelakaan itu menimbulkan 13 korban: 4 tewas, 7 luka berat, dan 2 luka ringan.",
        "Tim SAR menemukan 14 korban; 4 tewas dan 7 luka berat dibawa ke rumah sakit.",
        "Dinas menyalurkan 900 paket, antara lain 300 paket di Andai, 250 paket di Misal, dan "
        "400 paket di Umpama.",
        "Jumlah pemilih 2.500 orang dengan rincian laki-laki 1.150 orang dan perempuan 1.350 "
        "orang.",
        "Rapat diikuti 60 orang, terdiri atas 25 guru, 20 kepala sekolah, dan beberapa pengawas.",
        "Dari 48 peserta, 30 peserta lulus dan sisanya 18 peserta mengulang.",
        "Dari 48 peserta, 30 peserta lulus dan 20 peserta mengulang teori.",
        "Dana desa Rp950 juta terdiri atas Rp400 juta untuk jalan, Rp300 juta untuk irigasi, dan "
        "Rp250 juta untuk posyandu.",
        "Kecamatan itu terdiri atas 9 desa, 40 dusun, dan 120 RT.",
        "Paket seharga Rp150.000 terdiri atas 5 kg beras dan 2 liter minyak.",
        "Pada 2024 tercatat 30 kasus: 12 kasus di Andai dan 18 kasus di Misal.",
        "Persireka menang 3-1: 2 gol dicetak Rudi dan 1 gol dicetak Yoga.",
        "Jadwal hari ini: 3 laga di Serang dan 2 laga di Cilegon.",
        "Umurnya 45 tahun: 20 tahun di Serang dan 10 tahun di Lebak.",
        "Karta memperoleh 45 persen suara, diikuti Dedi 30 persen dan Sari 25 persen.",
        "Karta memperoleh 45 persen suara pada putaran pertama, sedangkan pada putaran kedua 58 "
        "persen.",
        "Karta meraih 80 persen suara di Andai, sedangkan Dedi 70 persen di Misal.",
        "Dari hasil survei, 55 persen warga setuju, 30 persen menolak, dan sisanya 15 persen ragu.",
        "Tingkat hunian hotel 80 persen, sedangkan losmen 60 persen dan vila 45 persen.",
        "Kualitas udara membaik 30 persen, disusul air 40 persen dan tanah 50 persen.",
        "Sebanyak 15 dari 60 desa atau 25 persen belum berlistrik.",
        "Sebanyak 15 dari 60 desa atau seperempatnya belum berlistrik.",
        "Dari 1.250 siswa, sebanyak 500 siswa (40 persen) menerima bantuan.",
        "Dari 1.250 siswa, 500 siswa atau 40 persen lebih menerima bantuan.",
        "Anggaran yang terserap Rp3,1 miliar atau 77,5 persen dari Rp4 miliar.",
        "Dua dari tiga warga atau 66 persen setuju.",
        "Dua dari tiga warga atau 67 persen setuju.",
        "Lomba diikuti lima kecamatan, yaitu Andai, Misal, Umpama, Misalraya, dan Contoh.",
        "Acara itu dimeriahkan tari saman, tari piring, dan tari merak.",
        "Korban dirujuk ke RSUD Andai, Serang, RSUD Misal, Lebak, dan RSUD Umpama, Serang.",
        "Ada dua pilihan, yakni 0 dan 1.",
        "Tiga angka itu, yakni 7, 8, dan 9, keluar.",
        "Rumah nomor 12: 3 kamar tidur dan 2 kamar mandi.",
        "Ia menang di 3 nomor: 100 meter, 200 meter, dan 400 meter.",
        "Tersedia 4 ukuran: 10 cm, 15 cm, 20 cm, dan 25 cm.",
        "Jumlah itu naik dari 40 persen menjadi 70 persen suara, sedangkan lawannya 30 persen.",
        "Sebanyak 3 dari 5 rumah (milik Karta) rusak 60 persen.",
        "Polisi menyita 5 paket sabu dari 3 orang, yakni Karta, Dedi, dan Sari.",
        "Harga 3 komoditas naik: cabai 20 persen, bawang 15 persen, dan telur 5 persen.",
        "Pengurus terdiri atas 1 ketua, 2 wakil, dan 5 anggota.",
        "Sebanyak 200 kursi diperebutkan 12 partai: Partai Andai 60 kursi, Partai Misal 50 "
        "kursi, dan Partai Umpama 40 kursi.",
        "Sebanyak 12 kursi: Andai 5 kursi, Misal 4 kursi, dan Umpama 3 kursi.",
        "Realisasi di Andai 85 persen, di Misal 70 persen, dan di Umpama 60 persen.",
        "Warga yang puas 70 persen, yang percaya 65 persen, dan yang optimistis 60 persen.",
        "Sebanyak 50 persen setuju, 30 persen menolak, dan 20 persen abstain.",
        "Banjir merendam lima desa, antara lain Andai, Misal, dan Umpama.",
        "Banjir merendam sedikitnya lima desa, yakni Andai, Misal, dan Umpama.",
        "Dua kota, yakni Depok, Jawa Barat, dan Serang.",
        "Dua desa, yaitu Andai (Kecamatan Misal) dan Contoh.",
        "Tiga sekolah, yakni SD Andai, SD Misal, dan SMP Umpama.",
        "Dua desa terparah dari lima desa, yakni Andai, Misal, dan Contoh.",
        "Harga beras naik dari Rp10.000 menjadi Rp12.000 per kilogram atau naik 20 persen.",
        "Harga naik dari Rp10.000 menjadi Rp12.000 dan ekspor naik 50 persen.",
        "Suku bunga naik 25 basis poin dari 5 persen menjadi 5,25 persen.",
        "Harga turun dari Rp30.000 menjadi Rp20.000 atau turun sekitar 30 persen.",
    ],
)
def test_leaves_alone_what_adds_up_or_is_no_sum(text: str):
    assert marked(text) == []


def test_says_what_the_parts_come_to():
    prose = Prose("Sebanyak 120 siswa, terdiri atas 70 siswa putra dan 60 siswa putri, ikut.")
    (match,) = [match for rule in RULES for match in rule.find(prose)]
    assert "130, bukan 120" in match.message


@pytest.mark.parametrize(
    "unit",
    [
        "12 buku, ", "terdiri atas ", "60 persen sisanya ", "(", "1.000 ", "1 a: 2 ",
        "dari 9 orang, ", "Andai 9 orang, ", "9 persen suara disusul ", "dari ",
        "9 dari 90 orang atau 9 persen ",
        "dari 9 menjadi 8 atau naik 7 persen ", "9 persen setuju, ", "9 desa, yakni Andai, ",
        "9 a. Rinciannya, 8 a dan 7 a. ", "dari 9 a, 8 a dan 7 a lainnya. ", "pada 2022 dan ",
    ],
)  # fmt: skip
def test_reads_the_longest_odd_text_to_its_end(marked_behind, unit: str):
    odd = unit * (100_000 // len(unit))
    assert marked_behind(odd, "Ada 120 siswa, terdiri atas 70 putra dan 60 putri.") == [
        "120 siswa, terdiri atas 70 putra dan 60"
    ]
