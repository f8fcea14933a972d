"""Nonstandard forms, prefixes that did not melt, and short forms, as reporters write them."""

from __future__ import annotations

import pytest

from newsroom.language.prose import Prose
from newsroom.language.rules.forms import nonstandard, short_forms
from newsroom.language.rules.rule import Rule
from newsroom.language.rules.tables import read_rules
from newsroom.language.speller import HunspellSpeller
from newsroom.resources import resource

_KNOWS = HunspellSpeller().knows
RULES: list[Rule] = [
    *nonstandard.rules(_KNOWS),
    *short_forms.rules(_KNOWS),
    *read_rules(resource("rules", "nonstandard_phrases.toml")),
    *read_rules(resource("rules", "ambiguous.toml")),
]

DERIVED = """
beraktifitas beraktivitas, dirubah diubah, merubah mengubah, merobah mengubah, himbauan imbauan,
dihimbau diimbau, menterlantarkan menelantarkan, ditelpon ditelepon, menelpon menelepon,
mengkoordinir mengoordinasi, dikoordinir dikoordinasi, dipersilahkan dipersilakan,
mempersilahkan mempersilakan, menganalisa menganalisis, didiagnosa didiagnosis,
perijinan perizinan, seijin seizin, mengijinkan mengizinkan, antrian antrean,
mengantri mengantre, nampaknya tampaknya, digrebek digerebek, penggrebekan penggerebekan,
penasehat penasihat, mencengkram mencengkeram, ketentraman ketenteraman, milyaran miliaran,
trilyunan triliunan, distandarisasi distandardisasi, dilegalisir dilegalisasi,
mempraktekkan mempraktikkan, prakteknya praktiknya, ditolerir ditoleransi,
mentolerir menoleransi, beresiko berisiko, mensurvey menyurvei, berfikir berpikir,
dibrantas diberantas, kwitansinya kuitansinya, dihembuskan diembuskan, menghisap mengisap,
bernafas bernapas, lobang-lobang lubang-lubang, berlobang berlubang,
diorganisir diorganisasi, mengorganisir mengorganisasi, pengorganisiran pengorganisasian,
dijadualkan dijadwalkan, terorganisir terorganisasi, mengakomodir mengakomodasi,
menghianati mengkhianati, menghayal mengkhayal, terahir terakhir, dirubah-rubah diubah-ubah,
menghembus-hembuskan mengembus-embuskan, kehandalan keandalan, menghutangi mengutangi,
merapihkan merapikan, bertahta bertakhta, diridhoi diridai, berqurban berkurban,
mensholatkan menyalatkan, puterinya putrinya, kebathinan kebatinan, bermerk bermerek
"""

UNMELTED = """
mempengaruhi memengaruhi, dipengaruhi dipengaruhi, mentaati menaati, mempercayai memercayai,
mensukseskan menyukseskan, mensosialisasikan menyosialisasikan, mentargetkan menargetkan,
mengkonsumsi mengonsumsi, mensejahterakan menyejahterakan, menterjemahkan menerjemahkan,
penterjemah penerjemah, pengrajin perajin, pengrusakan perusakan, mencek mengecek,
mensahkan mengesahkan, mempidanakan memidanakan, mempolisikan memolisikan,
mengkampanyekan mengampanyekan, mengkaitkan mengaitkan, pengkaderan pengaderan,
pensuplai penyuplai, membom mengebom, mempedulikan memedulikan, memposisikan memosisikan,
menyoblos mencoblos, menyicil mencicil, mengkesampingkan mengesampingkan,
menfasilitasi memfasilitasi, mentertawakan menertawakan, mempelopori memelopori
"""

FINAL_K = """
memasukan memasukkan, dimasukannya dimasukkannya, menunjukan menunjukkan, ditunjukan ditunjukkan,
menaikan menaikkan, menggerakan menggerakkan, diperuntukan diperuntukkan, pendidikkan pendidikan,
kenaikkan kenaikan, penunjukkan penunjukan, pergerakkan pergerakan, mempraktekan mempraktikkan
"""

RIGHT = [
    "Ia menjajakan kue, memperagakan batik, mengatakan yang dilakukan dan dicarikan.",
    "Rapat yang disaksikan, pendidikan, pertunjukan, dan masukan warga itu mengerikan.",
    "Mengolah, mengaji, mengikat, mengecek, mengulang, dan pengaruh itu biasa.",
    "Dr. Medan dan dr Serang Umpama memeriksa warga Desa Bener, dekat Syah Reza.",
    "Final Liga2 di Lapangan Kota2 dijaga Garuda2.",
    "Mentari pagi menyinari menteri yang mementaskan pentas seni.",
    "Ia mempelajari, memperoleh, mempertanyakan, dan memperhatikan hal itu.",
    "Perusahaan mempekerjakan orang dan memperkenalkan pensil.",
    "Seekor rubah lewat; cuaca berubah dan perubahan itu wajar.",
    "Bupati menampakkan diri, menapakkan kaki, dan menampik tuduhan.",
    "Mereka menangis, menantang, menargetkan, dan menoleransi.",
    "Ia menyontek, menyolder, menyogok, menyanyi, dan menyusul.",
    "Menstabilkan, mensyukuri, mentransfer, memprotes, mengkhususkan.",
    "Kasir, sopir, parkir, banjir, tafsir, dan blokir.",
    "Mengglobal, menggolongkan, mencapai, membongkar, memborong, melepas.",
    "Karnaval dan seluruh pengaruh gemuruh itu keruh.",
    "Ramadhan Sananta dan Gilang Ramadhan hadir bersama Rizki Ridho.",
    "Warga Alam Sutera bertemu di Komplek Kopassus.",
    "Desa Goa Lama terletak di Kecamatan Praktek Baru.",
    "Ia menonton Vidio dan memegang SOP.",
    "Film “Survey” dan lagu *trend* itu dari Standard Chartered.",
    "Prof. Budi, M.Pd. dan Ani, S. Pd, hadir bersama dr Sari dan dr. Edi.",
    "Lahan 3 m2, 5 kl air, kadar CO2, Vitamin B2, Liga 2, B2B.",
    "Kunjungi https://yg.example.com/dgn atau tulis ke tdk@contoh.id.",
    "Ia sangsi; insentif guru cair pada masa jabatan itu; syarat makan.",
]


def pairs(table: str) -> list[list[str]]:
    return [pair.split() for pair in table.split(",")]


@pytest.mark.parametrize(("wrong", "right"), pairs(f"{DERIVED},{UNMELTED},{FINAL_K}"))
def test_derived_forms_are_corrected_whole(corrected, wrong: str, right: str):
    assert corrected(f"Hal itu {wrong} lagi.") == f"Hal itu {right} lagi."


@pytest.mark.parametrize("text", RIGHT)
def test_lookalikes_names_and_measures_are_left_alone(corrected, text: str):
    assert corrected(text) == Prose(text).text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_own_examples(rule: Rule):
    for example in rule.about.wrong:
        assert list(rule.find(Prose(example.wrong))), example.wrong
    for text in rule.about.right:
        assert list(rule.find(Prose(text))) == [], text


def test_capitals_follow_the_word_found(corrected):
    assert corrected("Aktifitas warga padat.") == "Aktivitas warga padat."
    assert corrected("AKTIFITAS WARGA PADAT") == "AKTIVITAS WARGA PADAT"
    assert corrected("Warga Keluhkan Aktifitas Tambang", "headline") == (
        "Warga Keluhkan Aktivitas Tambang"
    )
    assert corrected("Rapat hari jum’at itu batal.") == "Rapat hari Jumat itu batal."


def test_names_are_left_as_their_owners_spell_them_but_not_offices_and_months(corrected):
    assert corrected("Ia dirawat di Apotik Sehat.") == "Ia dirawat di Apotik Sehat."
    assert corrected("Surat Kementrian Agama tiba Nopember.") == (
        "Surat Kementerian Agama tiba November."
    )
    assert corrected("Menjelang Ramadhan harga naik.") == "Menjelang Ramadan harga naik."


def test_english_words_need_indonesian_company(corrected):
    assert corrected("Menurut hasil survey itu, warga puas.") == (
        "Menurut hasil survei itu, warga puas."
    )
    assert corrected("Sesi photo booth dan market survey.") == "Sesi photo booth dan market survey."


def test_short_forms_and_doubling(corrected):
    assert corrected("Yg datang dr jauh hrs antre krn blm ada kursi.") == (
        "Yang datang dari jauh harus antre karena belum ada kursi."
    )
    assert corrected("Anak2nya berlari2, org2 memukul2 kursi sebaik2nya.") == (
        "Anak-anaknya berlari-lari, orang-orang memukul-mukul kursi sebaik-baiknya."
    )
    assert corrected("Masing2 membaca Kitab Undang2 di jln. desa tgl. 4.") == (
        "Masing-masing membaca Kitab Undang-Undang di jalan desa tanggal 4."
    )
    assert corrected("Harga naik dr Rp5.000; tim dr Jepang kalah, kata dr Jepang Umpama.") == (
        "Harga naik dari Rp5.000; tim dari Jepang kalah, kata dr Jepang Umpama."
    )
    assert corrected("Kisah Anak2 Muda di Kota", "headline") == "Kisah Anak-Anak Muda di Kota"


@pytest.mark.parametrize(
    ("wrong", "right"),
    pairs("nganggur menganggur,nyari mencari,minjem meminjam,nganter mengantar,nolong menolong"),
)
def test_spoken_verbs_get_their_prefix_back(corrected, wrong: str, right: str):
    assert corrected(f"Ia {wrong} kemarin.") == f"Ia {right} kemarin."


def test_words_that_only_look_like_spoken_verbs_are_left(marks):
    assert marks("Nyatanya munisipalitas, mamalia, narator, dan nyawa mantis itu nyaman.") == []


def test_a_noun_behind_di_is_parted_when_it_is_put_right(corrected):
    assert corrected("Salat dimesjid dipropinsi itu diorganisir.") == (
        "Salat di masjid di provinsi itu diorganisasi."
    )


def test_the_list_is_long_and_does_not_contradict_itself():
    nonstandard = RULES[0]
    table = nonstandard._pairs.words  # type: ignore[attr-defined]
    assert len(table) >= 700
    assert [word for word, standard in table.items() if nonstandard.standard(standard)] == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("part", ["a", "a-", "mem", "Aktifitas ", "yg ", "kajian2 ", " ", '"'])
def test_reads_the_longest_odd_text_to_its_end(marked_behind, part: str):
    odd = part * (100_000 // len(part))
    assert marked_behind(odd, "Ia memuji aktifitas itu.") == ["aktifitas"]
