"""Acronyms and what they stand for."""

from __future__ import annotations

import pytest

from newsroom.language.prose import Prose
from newsroom.language.rules.names import acronym_pairs, acronym_slips, acronyms, one_name
from newsroom.language.rules.names.acronyms import Acronyms, fitting

(LETTERS,) = acronyms.rules()
(PAIRS,) = acronym_pairs.rules()
UNEXPLAINED, TWICE = acronyms.story_rules(lambda word: word == "Serang")
(ONE_NAME,) = one_name.story_rules()


@pytest.mark.parametrize(
    "text",
    [
        "Badan Kependudukan dan Keluarga Berencana Nasional (BKKBN)",
        "Badan Pengawas Obat dan Makanan (BPOM)",
        "Badan Meteorologi, Klimatologi, dan Geofisika (BMKG)",
        "Kementerian Pekerjaan Umum dan Perumahan Rakyat (PUPR)",
        "Badan Pengawas Pemilihan Umum (Bawaslu)",
        "usaha mikro, kecil, dan menengah (UMKM)",
        "Organisasi Kesehatan Dunia (WHO)",
        "Badan Energi Atom Internasional (IAEA)",
        "Dana Moneter Internasional (IMF)",
        "Komisi Pemilihan Umum Daerah (KPUD)",
        "Tentara Nasional Indonesia Angkatan Darat (TNI AD)",
        "Badan Pengembangan SDM (BPSDM)",
        "anggota dewan itu, Karta Wijaya (PKS)",
        "PT Bank Contoh Sejahtera Tbk (BCTS)",
        "Lembaga itu (KPK)",
        "Ketua Umum Komisi Warga Karta (PDIP)",
        "Louis (XIV)",
        "penerimaan peserta didik baru (PPDB)",
        "Kawasan Ekonomi Khusus (KEK)",
        "Perserikatan Bangsa-Bangsa (PBB)",
        "Bank Dunia (WB)",
        "Uni Eropa (EU)",
        "Dewan Keamanan Nasional Amerika (NSC)",
    ],
)
def test_what_fits_or_is_no_expansion_is_left_alone(text: str):
    assert not list(LETTERS.find(Prose(f"Menurut {text}, hujan turun.")))


@pytest.mark.parametrize(
    "text",
    [
        "lembaga kependidikan dan kepelatihan PNS (BPSDM)",
        "Badan Penanggulangan Bencana Daerah (BPDB)",
        "Forum Kerukunan Umat Beragama (FKBU)",
        "Komisi Penyelidik Umum Warga (KPK)",
    ],
)
def test_letters_that_do_not_fit_are_found(text: str):
    assert list(LETTERS.find(Prose(f"Menurut {text}, hujan turun.")))


def test_an_expansion_has_the_letters_in_their_order():
    assert fitting("RSUD", "kata Direktur Rumah Sakit Umum Daerah") == "Rumah Sakit Umum Daerah"
    assert fitting("RSDU", "kata Direktur Rumah Sakit Umum Daerah") == ""


def test_only_the_first_place_of_an_unexplained_acronym_is_marked(marked):
    assert marked(UNEXPLAINED, "Rapat FWPS ramai.", "Kata FWPS, aman.") == ["FWPS"]


@pytest.mark.parametrize(
    "text",
    [
        "Rapat FWPS (Forum Warga Peduli Sungai) ramai.",
        "Rapat Forum Warga Peduli Sungai (FWPS) ramai. Kata FWPS, aman.",
        "Rapat KPK dan DPRD ramai.",
        "Perusahaan PT KXT itu.",
        "Nomor B-17/FWPS/2019 itu.",
        "Abad XIX dan XVIII.",
        "*“Rapat FWPS ramai,”* katanya.",
    ],
)
def test_what_is_known_explained_or_part_of_a_name_is_left_alone(marked, text: str):
    assert marked(UNEXPLAINED, text) == []


def test_an_acronym_explained_again_is_marked_in_its_brackets(marked):
    first = "Forum Warga Peduli Sungai (FWPS) hadir."
    assert marked(TWICE, first, "Kata Forum Warga Peduli Sungai (FWPS), aman.") == ["(FWPS)"]
    assert marked(TWICE, first, "Kata ketua FWPS, aman.") == []


def test_one_body_under_two_names(marked):
    assert marked(ONE_NAME, "Gedung Badan Pendidikan SDM.", "Kepala BPSDM hadir.") == [
        "Badan Pendidikan SDM"
    ]
    assert marked(ONE_NAME, "Gedung Badan Pendidikan SDM.", "Kepala KPK hadir.") == []


def test_the_list_is_long_and_sound():
    known = Acronyms.load()
    assert len(known.common) + len(known.known) > 200
    assert not set(known.common) & set(known.known)
    for short, expansion in {**known.common, **known.known}.items():
        if expansion and short.isupper() and short not in ("PPPK",):
            assert fitting(short, expansion.replace("-", " ")), short


def test_a_place_in_capitals_is_no_acronym():
    notes = [UNEXPLAINED.note(Prose("SERANG – Warga antre di kantor LPPX."))]
    assert [match.start for _, match in UNEXPLAINED.find(notes)] == [31]


@pytest.mark.parametrize(
    "text",
    [
        "Komisi Penyiaran Umum (KPU) membuka pendaftaran.",
        "Badan Meteorologi, Klimatologi, dan Geofisika (BMG) memperkirakan hujan.",
        "Badan Meteorologi, Klimatologi, dan Geofisika (BNKG) memperkirakan hujan.",
        "Perusahaan Listrik Negara (PNL) memadamkan listrik.",
        "Badan Perencanaan Statistik (BPS) merilis data.",
        "Komisi Pemberantasan Korupsi (KPPK) memeriksa bupati.",
        "Badan Penanggulangan Bencana Daerah (BNPB) mengirim perahu.",
        "Dewan Perwakilan Rakyat Daerah (DRPD) menunda rapat.",
        "KPU (Komisi Pemilihan Usaha) membuka pendaftaran.",
        "BPBD (Badan Nasional Penanggulangan Bencana) hadir.",
        "Kitab Undang-Undang Hukum Acara Pidana (KUHP) mengaturnya.",
        "Ia dijerat pasal tindak pidana perdagangan orang (TPPU) kemarin.",
        "BPDB (Badan Penanggulangan Bencana Daerah) hadir.",
        "Kredit usaha rakyat (KRU) disalurkan.",
        "Rumah Sakit Umum Daerah (RSU) penuh.",
    ],
)
def test_a_known_name_or_acronym_beside_another(text: str):
    (match,) = PAIRS.find(Prose(text))
    assert all(text[match.start : match.end] != fix for fix in match.suggestions)


@pytest.mark.parametrize(
    "text",
    [
        "Komisi Pemilihan Umum (KPU) membuka pendaftaran.",
        "KPU (Komisi Pemilihan Umum) membuka pendaftaran.",
        "Badan Meteorologi Klimatologi dan Geofisika (BMKG) memperkirakan hujan.",
        "Presiden Republik Indonesia (PRI) hadir.",
        "Polisi Republik Indonesia (POLRI) hadir.",
        "Badan Perwakilan Desa (BPD) hadir. Badan Keuangan Daerah (BKD) juga.",
        "Anggota Dewan Perwakilan Rakyat (PDIP) itu hadir.",
        "Ketua Komisi II DPR (PKS) hadir.",
        "Front Persaudaraan Islam (FPI) hadir.",
        "Ikatan Dosen Indonesia (IDI) hadir.",
        "Koalisi Perempuan Indonesia (KPI) hadir.",
        "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Daerah (BKPSDMD) hadir.",
        "Kementerian Dalam Negeri (Kemendagri) hadir.",
        "Ia bekerja di BUMN (PT Contoh Karya Utama).",
        "Aparatur sipil negara (PNS dan PPPK) hadir.",
        "KPK (yang dibentuk pada 2002) hadir.",
        "Dewan Perwakilan Rakyat Kabupaten (DPRK) Aceh hadir.",
        "Lembaga Administrasi Negara (LAN) hadir.",
        "unit pelaksana teknis dinas (UPTD) hadir.",
        "Dinas Pekerjaan Umum dan Perumahan Rakyat (DPUPR) hadir.",
        "Air susu ibu (ASI) penting.",
        "Pemilihan kepala daerah (pilkada) dan pemilihan umum (pemilu).",
        "Badan Narkotika Nasional Provinsi (BNNP) hadir.",
        "Perlindungan Anak Indonesia (PAI) dan Komisi Nasional Perlindungan Anak (Komnas PA).",
        "Waktu Indonesia Barat (WIB).",
        "sekolah menengah atas negeri (SMAN) unggulan.",
        "penerimaan peserta didik baru (PPDB) dan sistem penerimaan murid baru (SPMB).",
        "Persatuan Wanita Indonesia (PWI).",
        "Badan Intelijen Keamanan (BIK) dan Badan Intelijen Negara (BIN).",
    ],
)
def test_names_that_share_their_letters_are_left_alone(text: str):
    assert not list(PAIRS.find(Prose(text)))


@pytest.mark.parametrize(
    "unit", ["Komisi Umum (KPU) ", "KPU (", "(KPU) ", "KPU (Komisi Umum ", "a ("]
)
def test_reads_a_huge_paragraph_of_acronyms_in_one_go(unit: str):
    prose = Prose(unit * (100_000 // len(unit)))
    for rule in (LETTERS, PAIRS):
        list(rule.find(prose))


@pytest.mark.parametrize(
    ("paragraphs", "found"),
    [
        (
            ["Dinas Pendidikan dan Kebudayaan (Disdikbut) diam.", "Kepala Disdikbud pergi."],
            ["Disdikbut"],
        ),
        (["Warga dibantu BPDB.", "Petugas BPBD tiba."], ["BPDB"]),
        (["Kepala Kejaksaan Negeri (Kajari) diam.", "Kata Kajati, aman."], []),
        (["Badan Permusyawaratan Desa (BPD) diam.", "Kepala BPKD pergi."], []),
        (["Forum Sungai (FORSUNG) diam.", "Kata FORSUNG, aman."], []),
        (["PETUGAS BPDB TIBA", "Petugas BPBD tiba."], []),
    ],
)
def test_an_acronym_mistyped_is_told_from_another(marked, paragraphs: list[str], found: list[str]):
    (rule,) = acronym_slips.story_rules(lambda word: word == "Serang")
    assert marked(rule, *paragraphs) == found


@pytest.mark.parametrize(
    "opening",
    ["ANDAIRAYA – ", "ANDAIRAYA, contoh.id – ", "ANDAIRAYA (ANTARA) - ", "ANDAI RAYA | "],
)
def test_the_place_of_a_dateline_is_no_acronym(marked, opening: str):
    assert marked(UNEXPLAINED, f"{opening}Hujan turun di sana.") == []
    assert marked(UNEXPLAINED, "Kata ANDAIRAYA, hujan turun.") == ["ANDAIRAYA"]
