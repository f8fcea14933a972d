"""What press law asks of a whole story."""

from __future__ import annotations

import pytest

from newsroom.language.rules.ethics.ethics import story_rules

RULES = {rule.about.id.removeprefix("ethics."): rule for rule in story_rules()}


def test_a_child_in_a_criminal_case_is_not_named(marked):
    crime = "Polisi menangani kasus penganiayaan itu."
    assert marked(RULES["child"], crime, "Korban Rudi Sasmita (14) dirawat.") == ["Rudi Sasmita"]
    assert marked(RULES["child"], crime, "Korban RS (14) dirawat.") == []
    assert marked(RULES["child"], crime, "Korban Rudi Sasmita (41) dirawat.") == []
    assert marked(RULES["child"], "Rudi Sasmita (14) menjuarai lomba.") == []


def test_a_victim_of_sexual_crime_is_not_named_nor_the_address_given(marked):
    crime = "Polisi menyidik dugaan pelecehan seksual."
    assert marked(RULES["sexual_victim"], crime, "Korban bernama Sinta Maharani.") == [
        "Sinta Maharani"
    ]
    assert marked(RULES["sexual_victim"], crime, "Rumahnya di Jalan Melati Nomor 5.") == [
        "Jalan Melati Nomor 5"
    ]
    assert marked(RULES["sexual_victim"], "Korban bernama Sinta Maharani.") == []


def test_a_story_of_suicide_names_help_and_no_method(marked):
    story = ("Seorang pria diduga bunuh diri.", "Ia ditemukan dengan seutas tali.")
    assert marked(RULES["suicide_help"], *story) == ["bunuh diri"]
    assert marked(RULES["suicide_method"], *story) == ["dengan seutas tali"]
    assert marked(RULES["suicide_help"], *story, "Hubungi layanan konseling di nomor 119.") == []


@pytest.mark.parametrize(
    "text",
    ["Bom bunuh diri meledak.", "Gol bunuh diri itu memalukan.", "Itu bunuh diri politik."],
)
def test_suicide_in_another_sense_is_left_alone(marked, text: str):
    assert marked(RULES["suicide_help"], text) == []
    assert marked(RULES["suicide_method"], text) == []


def test_guilt_before_a_verdict(marked):
    assert marked(RULES["guilt"], "Polisi meringkus pelaku.") == ["pelaku"]
    assert marked(RULES["guilt"], "Polisi meringkus pelaku.", "Hakim memvonis dua tahun.") == []
    assert marked(RULES["guilt"], "Polisi meringkus terduga pelaku.") == []
    assert marked(RULES["guilt"], "Pelaku usaha ditangkap pembeli.") == []


def test_an_accusation_without_an_answer(marked):
    charge = "Warga menuding lurah memotong bantuan."
    assert marked(RULES["reply"], charge) == ["menuding"]
    assert marked(RULES["reply"], charge, "Lurah membantah tudingan itu.") == []
    assert marked(RULES["reply"], charge, "Lurah belum bersedia menjawab.") == []


def test_a_correction_has_its_date(marked):
    assert marked(RULES["correction"], "Ralat: ketuanya Karta.") == ["Ralat:"]
    assert marked(RULES["correction"], "Ralat (20/6/2019): ketuanya Karta.") == []


def test_selling_words_are_hinted_at_once_there_are_two(marked):
    assert marked(RULES["advertorial"], "Jangan lewatkan!") == []
    assert marked(RULES["advertorial"], "Jangan lewatkan!", "Segera pesan.") == ["Jangan lewatkan"]
    assert marked(RULES["advertorial"], "Jangan lewatkan! Segera pesan.", "(Advertorial)") == []


def test_all_are_hints_with_the_article():
    for rule in RULES.values():
        assert str(rule.about.severity) == "hint"
        assert any(code in rule.about.source for code in ("Pedoman", "Kode Etik", "UU"))


@pytest.mark.parametrize(
    "unit",
    [
        "pelaku ",
        "Andi (14) ",
        "korban, A",
        "Jalan A",
        "dengan tali a ",
        "Sari (14) diperkosa ",
        "korban kasus ",
        "siswi kelas di ",
        "Sari Sari ",
    ],
)
def test_reads_a_huge_paragraph_in_one_go(marked, unit: str):
    for rule in RULES.values():
        marked(rule, unit * (100_000 // len(unit)))


@pytest.mark.parametrize(
    "text",
    [
        "Sari Kumala (23) melapor ke polisi setelah diperkosa tetangganya.",
        "Korban pemerkosaan itu, Sari Kumala (23), dirawat di rumah sakit.",
        "Korban pelecehan seksual bernama Sari Kumala trauma.",
        "Korban dugaan pencabulan, Melati Nuraini (12), didampingi psikolog.",
        "Polisi menangani kasus pencabulan. Ibu korban, Siti Umpamasih, menangis.",
        "Melati Nuraini, 12 tahun, menjadi korban pencabulan ayah tirinya.",
        "Kasus pencabulan itu menimpa siswi kelas VII SMP Negeri 3 Rekamulya.",
        "Polisi menyidik kasus rudapaksa. Korban Sari Kumala (23) melapor kemarin.",
        "Korban kekerasan seksual atas nama Sari Kumala melapor.",
        "Korbannya, Sari Kumala (17), dicabuli dua kali.",
        "Penyintas kekerasan seksual itu, Sari Kumala, bersaksi.",
        "Dewi Contohati (19) mengaku dilecehkan atasannya. Kasus pelecehan seksual itu disidik.",
    ],
)
def test_tells_who_the_victim_of_a_sexual_crime_is(marked, text: str):
    assert len(marked(RULES["sexual_victim"], text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "SK (23) melapor ke polisi setelah diperkosa tetangganya.",
        "Korban pemerkosaan itu, SK (23), dirawat di rumah sakit.",
        "Tersangka Karta Wijaya (45) ditangkap setelah korban diperkosa.",
        "Karta Wijaya (45) ditangkap setelah diduga memerkosa tetangganya. Korban diperkosa.",
        "Korban pencabulan itu mengenal pelaku, Karta Wijaya, sejak lama.",
        "Untuk melindungi korban, Dewi Lestari, pengacaranya, menutup kasus pencabulan itu.",
        "Kuasa hukum korban, Dewi Lestari, menyerahkan bukti pencabulan.",
        "Selain korban, Karta Wijaya juga diperiksa dalam kasus pencabulan.",
        "Kasus pencabulan itu dilaporkan korban, Kapolsek Budi Umpama menegaskan.",
        "Menurut Sari Kumala (40), pendamping korban pencabulan, anak itu diperkosa.",
        "Korban pencabulan didampingi Unit Perlindungan Perempuan dan Anak.",
        "Kanit PPA Iptu Rina Contohati (35) mengatakan korban diperkosa.",
        "Korban kebakaran, Sari Kumala (23), dirawat.",
        "Karta Wijaya (45) membantah bahwa korban diperkosa.",
        "Guru SMPN 3 Rekamulya dituduh melakukan pelecehan seksual.",
        "Menurut korban, Karta Wijaya memerkosanya. Polisi menyelidiki pemerkosaan itu.",
    ],
)
def test_suspects_officers_and_lawyers_are_no_victims(marked, text: str):
    assert marked(RULES["sexual_victim"], text) == []
