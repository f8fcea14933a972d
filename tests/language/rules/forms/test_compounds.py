from __future__ import annotations

import pytest

from newsroom.language.prose import Prose
from newsroom.language.rules.catalogue import all_rules
from newsroom.language.speller import HunspellSpeller

RULES = [rule for rule in all_rules(HunspellSpeller().knows) if rule.about.family == "compound"]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Pemkot bekerjasama dengan polisi.", "Pemkot bekerja sama dengan polisi."),
        ("Kerjasamanya baik.", "Kerja samanya baik."),
        ("Siapa yang bertanggungjawab?", "Siapa yang bertanggung jawab?"),
        ("Ia diberitahu polisi.", "Ia diberi tahu polisi."),
        ("Tolong beritahukan kabar ini.", "Tolong beri tahukan kabar ini."),
        ("Jabatan itu diambilalih wakilnya.", "Jabatan itu diambil alih wakilnya."),
        (
            "Walikota Cilegon hadir bersama Walikota Serang.",
            "Wali Kota Cilegon hadir bersama Wali Kota Serang.",
        ),
        ("Mantan walikota itu berunjukrasa.", "Mantan wali kota itu berunjuk rasa."),
        (
            "Ibukota Kabupaten Lebak ialah Rangkasbitung.",
            "Ibu kota Kabupaten Lebak ialah Rangkasbitung.",
        ),
        ("TERIMAKASIH WARGA", "TERIMA KASIH WARGA"),
        ("Saya berterimakasih.", "Saya berterima kasih."),
        ("Acara bertatapmuka itu batal.", "Acara bertatap muka itu batal."),
        ("Salahsatu korban dibawa ke rumahsakit.", "Salah satu korban dibawa ke rumah sakit."),
        ("Bus antar provinsi mogok.", "Bus antarprovinsi mogok."),
        ("Pertandingan antar-kampung ricuh.", "Pertandingan antarkampung ricuh."),
        ("Rehabilitasi pasca gempa berjalan.", "Rehabilitasi pascagempa berjalan."),
        ("Pasca banjir, warga pulang.", "Pascabanjir, warga pulang."),
        ("Mereka di masa pra sejarah.", "Mereka di masa prasejarah."),
        ("Pegawai non aktif itu protes.", "Pegawai nonaktif itu protes."),
        ("Kepala sub bidang hadir.", "Kepala subbidang hadir."),
        ("Obat anti nyamuk dan anti-virus.", "Obat antinyamuk dan antivirus."),
        ("Laga semi final ditunda.", "Laga semifinal ditunda."),
        (
            "Lagu mancanegara dan wisatawan manca negara.",
            "Lagu mancanegara dan wisatawan mancanegara.",
        ),
        ("Ruang serba guna itu penuh.", "Ruang serbaguna itu penuh."),
        ("Maha siswa itu berolah raga.", "Mahasiswa itu berolahraga."),
        ("Sikap anti Barat dan pan Arab.", "Sikap anti-Barat dan pan-Arab."),
        ("Lembaga nir laba membantu tuna netra.", "Lembaga nirlaba membantu tunanetra."),
        ("Dosis tiap tri wulan; program multi guna.", "Dosis tiap triwulan; program multiguna."),
        ("Ia menyalah gunakan wewenang.", "Ia menyalahgunakan wewenang."),
        ("Mereka menindak lanjuti laporan.", "Mereka menindaklanjuti laporan."),
        ("Surat itu di tanda tangani camat.", "Surat itu ditandatangani camat."),
        ("Banjir melatar belakangi rapat.", "Banjir melatarbelakangi rapat."),
        ("Dana dipertanggung jawabkan.", "Dana dipertanggungjawabkan."),
        ("Pengambil alihan lahan ditolak.", "Pengambilalihan lahan ditolak."),
        ("Ke ikut sertaan warga penting.", "Keikutsertaan warga penting."),
        ("Ketidak pastian hukum.", "Ketidakpastian hukum."),
        ("Guru seIndonesia dan siswa se Banten.", "Guru se-Indonesia dan siswa se-Banten."),
        ("Anak anak bermain.", "Anak-anak bermain."),
        ("Sehari hari ia bolak balik ke kota.", "Sehari-hari ia bolak-balik ke kota."),
        ("Undang undang itu disahkan.", "Undang-undang itu disahkan."),
        ("Mereka berbincang disela sela acara.", "Mereka berbincang di sela-sela acara."),
        ("Warga cemas kalau kalau air naik.", "Warga cemas kalau-kalau air naik."),
        ("Kura kura dan lumba lumba dilepas.", "Kura-kura dan lumba-lumba dilepas."),
        (
            "Harganya Rp9.000 perkilogram, Rp1.000 perekor.",
            "Harganya Rp9.000 per kilogram, Rp1.000 per ekor.",
        ),
        (
            "Allah Maha penyayang, Tuhan Yang Mahakuasa.",
            "Allah Maha Penyayang, Tuhan Yang Maha Kuasa.",
        ),
        (
            "Ter kait hal itu, se orang saksi ber bicara.",
            "Terkait hal itu, seorang saksi berbicara.",
        ),
        ("Duapuluh warga dan limaratus bibit.", "Dua puluh warga dan lima ratus bibit."),
        ("Rapat pari purna dibuka.", "Rapat paripurna dibuka."),
    ],
)
def test_corrects(corrected, wrong: str, right: str):
    assert corrected(wrong) == right


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Warga suka olah raga.", "Gabungan kata yang sudah padu"),
        ("Ia memakai kaca-mata.", "Gabungan kata yang sudah padu"),
        ("Bus antar kota mogok.", ""),
    ],
)
def test_tells_compounds_from_bound_forms(text: str, reason: str):
    found = [match for rule in RULES for match in rule.find(Prose(text))]
    assert [match.message.partition(" ditulis")[0] for match in found] == [reason]


def test_corrects_headlines_with_capitals(corrected):
    assert corrected("Warga Mengungsi Pasca Gempa", "headline") == "Warga Mengungsi Pascagempa"
    assert (
        corrected("Jalin Kerjasama dengan Jepang", "headline") == "Jalin Kerja Sama dengan Jepang"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Pertanggungjawaban, ketidakadilan, menandatangani, ditindaklanjuti, disebarluaskan.",
        "Penyalahgunaan, kesalahpahaman, keputusasaan, pengambilalihan, kewarganegaraan.",
        "Matahari, olahraga, kacamata, sukacita, bumiputra, daripada, manakala, beasiswa.",
        "Di depan mata hari ini, orang antar jemput anak, jasa antar barang, dan pesan antar.",
        "Polisi antar siswa ke sekolah, lalu antar warga pulang.",
        "Musim semi tiba; ikan tuna segar; poli gigi; usaha mikro dan kecil; teh super enak.",
        "Mereka anti terhadap rokok; pro dan kontra; pra dan pascabencana.",
        "Komisi Anti Korupsi, Forum Antar Umat Beragama, dan Universitas Pasca Widya.",
        "Kementerian Kerjasama, Balai Ujicoba Serpong, dan PT Luarbiasa Jaya.",
        "Inter Milan, Trans Studio, Ultra Jaya, Semi Final Band, dan Adi Daya Putra.",
        "Sub judice, persona non grata, inter alia, dan per se.",
        "Kiper Umpama ter Stegen dan Joe ter Contoh berlatih.",
        "Bertele-tele, para guru, para pihak, para korban, dan para legislator.",
        "Bekerja sama, bertanggung jawab, berunjuk rasa, beri tahukan, tanda tangani.",
        "Penghasilan mereka berbeda; pendapatan itu bertukar pikiran.",
        "Menurut pelatih, Inter selama ini kuat. Ia membeli Neo milik Badu pada musim semi 2020.",
        "Saya antar Pak Badu, lalu kami antar anak itu pulang.",
        "Tuhan Yang Maha Esa, Yang Maha Kuasa, Maha Pengasih, dan mahasiswa.",
        "Tahun baru baru saja lewat; tidak sama sama sekali.",
        "Suami-istri, jual-beli, laba-rugi, pro-kontra, dan sebab-akibat.",
        "Sepak bola, bulu tangkis, tenis meja, dan bola voli.",
        "Lihat gambar1 dan gambar2; gas CO2; luas 20 m2.",
        "Warga satu per satu datang, satu demi satu pulang.",
        "Kepada Tuhan Yang Maha Kuasa kita berserah.",
        "Mahasiswa dan mahaguru itu bertemu di Mahakam.",
        "Inter menang 2-0; Inter selalu kuat di kandang.",
        "Kami antar Bu Wati ke pasar.",
        "Mereka antar jemput anak.",
        "Perhatian, perkara, perbukitan, dan pertunjukan itu selesai.",
        "Usaha perseorangan dan perkapalan.",
        "Kalau-kalau hujan turun, ia membawa payung.",
        "Kalau, kalau kata orang, itu mustahil.",
        "Mereka kan sudah pulang.",
        "Sekali kali pun ia tidak mengeluh.",
        "Kabupaten Limapuluh Kota dan uang dua puluhan.",
        "Rapat paripurna ditunda.",
    ],
)
def test_leaves_alone(corrected, text: str):
    assert corrected(text) == text


@pytest.mark.parametrize(
    "text",
    ["antar kota " * 9_000, "se " * 30_000, "a-" * 50_000, "kerjasama" * 11_000, " " * 90_000],
)
def test_reads_the_longest_odd_text_to_its_end(marked_behind, text: str):
    assert marked_behind(text, "Pemkot bekerjasama dengan polisi.") == ["bekerjasama"]
