from __future__ import annotations

import pytest

from newsroom.language.rules.catalogue import all_rules
from newsroom.language.speller import HunspellSpeller

RULES = [rule for rule in all_rules(HunspellSpeller().knows) if rule.about.family == "particle"]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Mahasiswapun turun ke jalan.", "Mahasiswa pun turun ke jalan."),
        (
            "Siapapun pemenangnya, itupun belum cukup.",
            "Siapa pun pemenangnya, itu pun belum cukup.",
        ),
        ("Kapanpun dan berapapun biayanya.", "Kapan pun dan berapa pun biayanya."),
        (
            "Tak seorangpun menolong anak-anakpun takut.",
            "Tak seorang pun menolong anak-anak pun takut.",
        ),
        ("Dia-pun pergi.", "Dia pun pergi."),
        ("Akupun tahu, begitupun mereka.", "Aku pun tahu, begitu pun mereka."),
        ("APAPUN ALASANNYA", "APA PUN ALASANNYA"),
        ("Walau pun kalah, mereka senang.", "Walaupun kalah, mereka senang."),
        ("Baik guru mau pun siswa hadir.", "Baik guru maupun siswa hadir."),
        ("Apa kah benar begitu?", "Apakah benar begitu?"),
        ("Mungkin kah hujan turun?", "Mungkinkah hujan turun?"),
        ("Dia lah yang bertanya, siapa kah itu?", "Dialah yang bertanya, siapakah itu?"),
        ("Pergi lah sekarang.", "Pergilah sekarang."),
        ("Sebenar nya tidak begitu.", "Sebenarnya tidak begitu."),
        ("Anak-anak nya sehat.", "Anak-anaknya sehat."),
        ("Ibu ku sakit, adik mu pergi.", "Ibuku sakit, adikmu pergi."),
        ("Bupati-nya belum datang.", "Bupatinya belum datang."),
        ("Lagu itu ku dengar di radio.", "Lagu itu kudengar di radio."),
        ("Siswa membawa HPnya masing-masing.", "Siswa membawa HP-nya masing-masing."),
        ("APBDnya naik, KTPmu hilang.", "APBD-nya naik, KTP-mu hilang."),
        ("PNSkah dia?", "PNS-kah dia?"),
        ("Kita memohon kepadaMu dan rahmatNya.", "Kita memohon kepada-Mu dan rahmat-Nya."),
        ("DPRpun setuju.", "DPR pun setuju."),
        ("Banyak buruh memPHK diri.", "Banyak buruh mem-PHK diri."),
    ],
)
def test_corrects(corrected, wrong: str, right: str):
    assert corrected(wrong) == right


@pytest.mark.parametrize(
    "text",
    [
        "Meskipun, walaupun, ataupun, maupun, kalaupun, kendatipun, sekalipun, adapun.",
        "Ampun, rumpun, himpun, menghimpun, terhimpun, serumpun, mengampuni.",
        "Jangankan dua kali, sekali pun ia belum pernah datang.",
        "Aku pun, dia pun, apa pun, siapa pun, mana pun, satu pun tidak.",
        "“Lah, kok begitu?” tanya dia.",
        "Sekolah, masalah, setelah, ialah, adalah, langkah, istilah, entah, rekah.",
        "Perdana Menteri Ku Lee dan U Nya Thein tiba.",
        "KATANYA RUMAHNYA DI SEBERANG KALI.",
        "KTP-nya, SIM-mu, dan PBB-lah yang menentukan.",
        "Massa jenis dilambangkan dengan huruf mu dan rho.",
        "Ia pergi ke Lampung, ke Jepun, lalu ke Kepung.",
        "Ia menelepon lewat HP lalu membeli TV.",
        "Cut Nya Dien dan Teuku Umar; Bung Karno; Mu’adz.",
        "IBUNYA dan AYAHNYA, KAULAH, AKULAH.",
    ],
)
def test_leaves_alone(corrected, text: str):
    assert corrected(text) == text


@pytest.mark.parametrize("text", ["nya " * 25_000, "pun" * 30_000, "A" * 100_000, "ku " * 30_000])
def test_reads_the_longest_odd_text_to_its_end(marked_behind, text: str):
    assert marked_behind(text, "Mahasiswapun turun ke jalan.") == ["Mahasiswapun"]
