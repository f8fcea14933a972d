"""Offices and names with degrees, written out."""

from __future__ import annotations

import pytest

from newsroom.language.titles import official_title, written_name


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Plt. Kadis PUPR", "Pelaksana Tugas Kepala Dinas PUPR"),
        ("kadis lh", "Kepala Dinas LH"),
        ("pj wali kota Serang", "Penjabat Wali Kota Serang"),
        ("Wagub Banten", "Wakil Gubernur Banten"),
        ("Kapolres Cilegon", "Kepala Kepolisian Resor Cilegon"),
        ("Kasat Reskrim Polres Lebak", "Kepala Satuan Reserse Kriminal Polres Lebak"),
        ("Sekda, Kab. Lebak", "Sekretaris Daerah, Kabupaten Lebak"),
        ("WALIKOTA Serang", "Wali Kota Serang"),
        ("wagub banten", "Wakil Gubernur Banten"),
        ("kadis pendidikan kota serang", "Kepala Dinas Pendidikan Kota Serang"),
        ("Menkes", "Menteri Kesehatan"),
        ("wamen ESDM", "Wakil Menteri ESDM"),
        ("kapolsek rekaan", "Kepala Kepolisian Sektor rekaan"),
    ],
)
def test_short_forms_of_offices_are_written_out(typed: str, written: str):
    assert official_title(typed) == written
    assert official_title(written) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("bupati lebak", "Bupati Lebak"),
        ("Bupati lebak", "Bupati Lebak"),
        ("wali kota tangerang selatan", "Wali Kota Tangerang Selatan"),
        ("wakil gubernur jawa barat", "Wakil Gubernur Jawa Barat"),
        ("ketua dprd banten", "Ketua DPRD Banten"),
        ("kepala dinas pendidikan dan kebudayaan", "Kepala Dinas Pendidikan dan Kebudayaan"),
        ("sekretaris daerah kabupaten lebak", "Sekretaris Daerah Kabupaten Lebak"),
        ("camat labuan", "Camat Labuan"),
        ("lurah Rekaan", "Lurah Rekaan"),
    ],
)
def test_an_office_of_a_place_or_body_has_its_capitals(typed: str, written: str):
    assert official_title(typed) == written
    assert official_title(written) == written


@pytest.mark.parametrize(
    "title",
    ["", "Warga", "Kepala Dinas Pendidikan", "Ketua RT 03", "Pedagang kaki lima", "Lurah Rekaan",
     "PP Muhammadiyah", "Kab. Rekaan", "bupati", "kepala desa", "kepala dinas", "warga lebak",
     "pedagang pasar rau serang", "kepala batu", "ketua panitia", "wakil wali kota",
     "guru di lebak", "kepala keluarga", "ketua rombongan dari lebak", "lima"],
)  # fmt: skip
def test_an_office_that_has_none_stays(title: str):
    assert official_title(title) == title


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("drs. Badu Karta", "Drs. Badu Karta"),
        ("Badu Karta SH", "Badu Karta, S.H."),
        ("Badu Karta, SH MSi", "Badu Karta, S.H., M.Si."),
        ("H. Badu Karta S.Pd, M.Pd", "H. Badu Karta, S.Pd., M.Pd."),
        ("Prof Dr Ir H Badu Karta, MSc", "Prof. Dr. Ir. H. Badu Karta, M.Sc."),
        ("dr Sari Misal SpA", "dr. Sari Misal, Sp.A."),
        ("KH Badu Karta", "K.H. Badu Karta"),
    ],
)
def test_degrees_have_their_stops_and_commas(typed: str, written: str):
    assert written_name(typed) == written
    assert written_name(written) == written


@pytest.mark.parametrize(
    "name",
    ["", "Badu", "SH", "Badu Karta", "Siti Khadijah M.A.", "BADU KARTA SE", "Irma Contoh",
     "Badu Karta,", "H. Badu", "Hj. Sari Misal", "M. Badu Karta"],
)  # fmt: skip
def test_a_name_that_is_well_written_stays(name: str):
    assert written_name(name) == name
