from __future__ import annotations

import pytest

from newsroom.language.rules.catalogue import all_rules
from newsroom.language.speller import HunspellSpeller

RULES = [rule for rule in all_rules(HunspellSpeller().knows) if rule.about.family == "preposition"]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Warga mengungsi kekantor desa.", "Warga mengungsi ke kantor desa."),
        ("Truk itu berhenti didepan pasar.", "Truk itu berhenti di depan pasar."),
        ("Anak-anak usia 12 tahun keatas ikut.", "Anak-anak usia 12 tahun ke atas ikut."),
        ("Diluar dugaan, harga turun.", "Di luar dugaan, harga turun."),
        ("Mereka pulang kerumahnya masing-masing.", "Mereka pulang ke rumahnya masing-masing."),
        ("Disinilah rapat itu digelar.", "Di sinilah rapat itu digelar."),
        ("Dimanapun ia bertugas, ia jujur.", "Di mana pun ia bertugas, ia jujur."),
        ("Darimana uang itu?", "Dari mana uang itu?"),
        ("Ia lahir ditahun 1990, dibulan Mei.", "Ia lahir di tahun 1990, di bulan Mei."),
        ("Ia bekerja diJakarta.", "Ia bekerja di Jakarta."),
        ("Ia bekerja dijakarta.", "Ia bekerja di Jakarta."),
        ("Korban dilarikan ke-Bandung.", "Korban dilarikan ke Bandung."),
        ("DIDEPAN BALAI KOTA", "DI DEPAN BALAI KOTA"),
        ("Kabar itu beredar dimasyarakat.", "Kabar itu beredar di masyarakat."),
        ("Sampah menumpuk disepanjang jalan.", "Sampah menumpuk di sepanjang jalan."),
        ("Kasus itu sampai kepengadilan.", "Kasus itu sampai ke pengadilan."),
        ("Ia tampil dihadapan wartawan.", "Ia tampil di hadapan wartawan."),
        ("Dana itu ada direkening camat.", "Dana itu ada di rekening camat."),
        ("Rumah-rumah didesa itu rusak.", "Rumah-rumah di desa itu rusak."),
        ("Itu kejadian dikemudian hari.", "Itu kejadian di kemudian hari."),
        ("Masalah dikehidupan sehari-hari.", "Masalah di kehidupan sehari-hari."),
        ("Ia dimakamkan dipemakaman umum.", "Ia dimakamkan di pemakaman umum."),
        ("Posko itu diatas bukit.", "Posko itu di atas bukit."),
        ("Mobil ditabrak dari arah kedalam.", "Mobil ditabrak dari arah ke dalam."),
        ("Dia menoleh kekanan dan kekiri.", "Dia menoleh ke kanan dan ke kiri."),
        ("Surat itu di-tulis tangan.", "Surat itu ditulis tangan."),
        ("Perda itu akan di revisi.", "Perda itu akan direvisi."),
        ("Ia di nilai oleh juri.", "Ia dinilai oleh juri."),
        ("Buku itu di terbitkan tahun lalu.", "Buku itu diterbitkan tahun lalu."),
        ("Tempat itu di datangi warga.", "Tempat itu didatangi warga."),
        ("Uang di temukannya di jalan.", "Uang ditemukannya di jalan."),
        ("Mereka di perlakukan adil.", "Mereka diperlakukan adil."),
        ("Ke banyakan warga tidak tahu.", "Kebanyakan warga tidak tahu."),
        ("Ke bijakan itu dikritik.", "Kebijakan itu dikritik."),
        ("DI TANGKAP POLISI", "DITANGKAP POLISI"),
    ],
)
def test_corrects(corrected, wrong: str, right: str):
    assert corrected(wrong) == right


@pytest.mark.parametrize(
    "text",
    [
        "Ia dibawa, didapat, dibuka, dikantongi, dirumahkan, dipasarkan, dan didesak.",
        "Keluar, kemari, kepada, kedua, ketiga, kekasih, kehendak, ketua, kepala, kelas, kebun.",
        "Warga keluar rumah, keluar kota itu, dan keluar dari desa.",
        "Kemeja, kelereng, kelapa, kebaya, keranjang, keramik, kecap, dan kerikil.",
        "Kejari, Kejati, Kemal, Keraton, Kesuma, dan Kepahiang.",
        "Kerak bumi, kepikiran, kepemerintahan; Kecamatan Ketahun dan Ketol.",
        "Kedalaman laut, kelautan, kehutanan, kepulauan, kedaerahan, kemasyarakatan.",
        "Perahu dibalik, mobil disalip, pipa diatur, api dipadamkan.",
        "Dia pergi ke atas, ke dalam, ke luar negeri, dan ke mana-mana.",
        "Difabel, diare, dinas, dinding, diskusi, dialog, dimensi, diversi, dikotomi.",
        "Dicaprio dan Digimon, Dirut, Dirjen, Dimyati, Dian, Dito.",
        "DiCaprio, DiMaggio, dan KeAndre itu nama.",
        "Ia dipenjara, dipidana, disidang, dan dipukul.",
        "Kapal itu ada di lepas pantai; di gelar wicara itu ia hadir.",
        "Ia tinggal di bangunan tua, di rakitan bambu, di tumpukan sampah, di petikan itu.",
        "Di tabrakan itu, di tembakan pertama, di gerakan itu, di tarikan napas.",
        "Ia dikubur di kubur ayahnya; hasil di survei itu; pasal di revisi undang-undang.",
        "Di hari ini, di negeri ini, di puisi itu, di lokasi, di organisasi, di kursi.",
        "Ia lari ke tahanan, ke putusan hakim, ke satuan itu, ke perbatasan, ke lapangan.",
        "Mereka pergi ke dua desa, lalu ke tiga kota.",
        "Ilmu dikotomis dan keluarga bahagia; kedai kopi; kesatuan; keesaan.",
        "Ia memakai jasa di-Google-kan dan di-PHK.",
        "Ia makan di kantin, tidur di kamar, dan bekerja di kantor sejak di bangku sekolah.",
        "Dari padang ke padang, dari pagi sampai malam.",
        "Di antara kita, di samping itu, di sisi lain, di balik layar, di tengah jalan.",
        "Lihat www.dirumah.id, akun @dirumah, dan a@dimana.id.",
    ],
)
def test_leaves_alone(corrected, text: str):
    assert corrected(text) == text


@pytest.mark.parametrize(
    "text", [" " * 100_000, "di " * 50_000, "di" * 50_000, ", di mana " * 9_000]
)
def test_reads_the_longest_odd_text_to_its_end(marked_behind, text: str):
    assert marked_behind(text, "Warga mengungsi kekantor desa.") == ["kekantor"]
