"""What press law and the press council's guides ask, where a story as a whole must be read.

All are hints: they ask the editor to look, and keep quiet when in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from newsroom.language.prose import Prose
from newsroom.language.rules.dates import written_dates
from newsroom.language.rules.ethics import victims
from newsroom.language.rules.ethics.victims import NAME, is_person
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import StoryRule
from newsroom.language.rules.said import said
from newsroom.language.rules.unless import Unless

_SEX_CRIME = regex(
    r"\b(?:pencabulan|cabul|dicabuli|mencabuli|pemerkosaan|perkosaan|diperkosa|memerkosa|persetubuhan"
    r"|disetubuhi|menyetubuhi|rudapaksa|dirudapaksa|(?:kekerasan|pelecehan)\sseksual|dilecehkan\sseksual"
    r"|asusila|sodomi|disodomi|eksploitasi\sseksual|prostitusi\sanak)\b",
    re.IGNORECASE,
)
_CRIME = regex(
    r"\b(?:polisi|polres\w*|polsek|polda|tersangka|terdakwa|pelaku|korban|saksi|pencurian|mencuri|penganiayaan"
    r"|dianiaya|menganiaya|pembunuhan|dibunuh|tawuran|penculikan|diculik|narkoba|begal|pengeroyokan"
    r"|dikeroyok|perundungan|dirundung|kekerasan|pencabulan|perdagangan\sorang|ditangkap|diamankan)\b",
    re.IGNORECASE,
)
_NO_CRIME = regex(
    r"\b(?:tenggelam|hanyut|terseret\sarus|kecelakaan|tabrakan|longsor|banjir|gempa|kebakaran|lomba|juara"
    r"|olimpiade|prestasi|beasiswa|turnamen|kejuaraan|atlet|wisuda|imunisasi|stunting|kanker)\b",
    re.IGNORECASE,
)
_ROLE = (
    r"(?:(?:[Kk]orban|[Ss]aksi|[Tt]ersangka|[Tt]erdakwa|[Pp]elaku|[Ss]isw[ai]|[Pp]elajar"
    r"|[Aa]nak)\s)?"
)
_YOUNG = regex(
    rf"{_ROLE}(?P<name>{NAME})(?:,?\s\((?P<bare>\d{{1,2}})(?:\s(?:tahun|th))?\)|,\s(?P<told>\d{{1,2}})\stahun\b)"
)
_HOLDS_AGE = regex(r"\(\d|\d\stahun")  # quick to look for: most paragraphs tell none
_SUICIDE = regex(
    r"\b(?<!bom\s)(?<!serangan\s)(?<!gol\s)(?:bunuh\sdiri(?!\s(?:politik|massal\spolitik|karier|ekonomi))"
    r"|gantung\sdiri|mengakhiri\shidup(?:nya)?)\b",
    re.IGNORECASE,
)
# Suicide in another sense: attacks, own goals, politics.
_ATTACK = regex(
    r"\b(?:teroris|terorisme|bom|ledakan|gol|skor|laga|babak\s(?:pertama|kedua)|striker)\b",
    re.IGNORECASE,
)
_METHOD = regex(
    r"\b(?:gantung\sdiri\s(?:dengan|memakai|menggunakan|di)\s[\w ]{2,40}"
    r"|(?:seutas|menggunakan|dengan|memakai)\s(?:seutas\s)?"
    r"(?:tali|kain|seprai|selendang|kabel|sarung)\b[\w ]{0,30}"
    r"|(?:menenggak|meminum|minum)\s(?:racun|cairan|obat|baygon|pestisida|insektisida)[\w ]{0,30}"
    r"|(?:melompat|meloncat|terjun)\sdari\s(?:lantai|jembatan|gedung|atap|apartemen)[\w ]{0,30}"
    r"|menyayat\s[\w ]{2,30}|mengiris\s(?:nadi|urat)[\w ]{0,20}|menabrakkan\sdiri[\w ]{0,30})",
    re.IGNORECASE,
)
_HELP = regex(
    r"\b(?:119|hotline|nomor\sdarurat|layanan\s(?:konseling|kesehatan\sjiwa|psikolog\w*)|psikolog|psikiater"
    r"|konselor|into\sthe\slight|sejiwa|klinik\sjiwa|tenaga\sprofesional|bantuan\sprofesional)\b",
    re.IGNORECASE,
)
_CULPRIT = regex(
    rf"""
    (?<![\w-]) (?P<who>[Pp]elaku(?:nya)?) (?: ,?\s(?:berinisial|bernama|atas\snama|yakni|yaitu)\s
      | \s(?:berhasil\s|akhirnya\s|telah\s|sudah\s|langsung\s|kini\s){{0,2}}
        (?:ditangkap|diamankan|dibekuk|diringkus|dicokok|diciduk|ditahan|digelandang)\b
      | ,\s{NAME}\s\(\d{{1,2}}\) )
    | \b(?:menangkap|mengamankan|meringkus|membekuk|mencokok|menciduk|menahan)\s
      (?:[a-z]{{2,12}}\s){{0,2}}? (?P<caught>pelaku(?:nya)?) \b
      (?!\s(?:usaha|ekonomi|UMKM|pasar|wisata|bisnis|industri|seni))
    """,
    re.VERBOSE,
)
_BEFORE_CULPRIT = regex(
    r"(?:terduga|diduga|dugaan|disangka|tertuduh)\s(?:sebagai\s|para\s)?$", re.IGNORECASE
)
_VERDICT = regex(
    r"\b(?:divonis|memvonis|vonis|terpidana|narapidana|terbukti\sbersalah|dihukum|dijatuhi\shukuman|majelis\shakim"
    r"|putusan\s(?:pengadilan|hakim)|berkekuatan\shukum|residivis\situ\sdihukum)\b",
    re.IGNORECASE,
)
_DEED = regex(
    rf"\b(?:[Tt]ersangka|[Tt]erduga\spelaku)\s(?:{NAME}\s|[A-Z]{{1,3}}\s|itu\s|tersebut\s)?(?:\(\d{{1,2}}\)\s)?(?P<deed>(?:telah|sudah)\s"
    r"(?:mencuri|membunuh|memerkosa|mencabuli|menganiaya|merampok|menipu|menggelapkan|mengorupsi|membakar|menikam"
    r"|menusuk|menculik|memeras|mengedarkan|menjual\snarkoba|membacok))\b"
)
_ACCUSES = regex(
    r"\b(?:menuding|menuduh|dituding|dituduh|tuding|tudingan|tuduhan|dugaan\s(?:korupsi|pungli|pungutan\sliar|penggelapan"
    r"|penyelewengan|suap|penipuan|penyerobotan)|diduga\s(?:korupsi|mengorupsi|menyelewengkan|menggelapkan|menyuap|menipu))\b",
    re.IGNORECASE,
)
_ANSWERS = regex(
    r"\b(?:(?:mem)?bantah\w*|dibantah|menyangkal|sangkalan|menampik|menepis|klarifikasi|mengklarifikasi|hak\sjawab"
    r"|konfirmasi|dikonfirmasi|mengonfirmasi|menanggapi|tanggapan|ditanggapi|merespons|respons|menjawab|jawaban|dihubungi"
    r"|enggan\s(?:berkomentar|menjawab)|belum\s(?:memberi|memberikan|bersedia|menjawab|dapat\sdimintai|bisa\sdimintai)"
    r"|kuasa\shukum|pengacara|penasihat\shukum|membenarkan|mengakui|divonis|vonis|praduga"
    r"|diperiksa|tersangka|terdakwa|penyidik|jaksa)\b",
    re.IGNORECASE,
)
_CORRECTED = regex(
    r"^\s*(?:ralat|koreksi)\s?[:.–—-]|\b(?:berita|artikel|naskah|tulisan)\s(?:ini|tersebut)\s(?:telah|sudah)\s"
    r"(?:diralat|dikoreksi|diperbaiki|diperbarui|diubah|disunting\sulang)\b"
    r"|\bjudul\sberita\sini\s(?:telah|sudah)?\s?diubah\b",
    re.IGNORECASE,
)
_SELLS = regex(
    r"\b(?:(?:dapatkan|pesan|beli|daftar|kunjungi|unduh)\s(?:segera|sekarang\sjuga)|jangan\s(?:sampai\s)?(?:lewatkan|ketinggalan)"
    r"|(?:segera|buruan)\s(?:pesan|daftar(?:kan)?|beli|kunjungi)|promo\s(?:terbatas|menarik|spesial|khusus)|harga\s(?:spesial|promo)"
    r"|diskon\s(?:hingga|sampai|besar)|penawaran\s(?:menarik|terbatas|spesial)|hubungi\s(?:WA|WhatsApp|nomor|kontak)\b"
    r"|kualitas\sterbaik\sdengan\sharga|solusi\sterbaik\s(?:bagi|untuk)\sAnda|khusus\suntuk\sAnda|cicilan\sringan|garansi\suang\skembali)",
    re.IGNORECASE,
)
_MARKED = regex(r"\b(?:advertorial|adv|pariwara|iklan|konten\sbersponsor|sponsor)\b", re.IGNORECASE)
_SALES_WORDS = (
    "segera",
    "buruan",
    "lewatkan",
    "ketinggalan",
    "sekarang juga",
    "promo",
    "diskon",
    "penawaran",
    "hubungi",
    "cicilan",
    "garansi",
    "solusi",
    "untuk anda",
    "kualitas",
)
_ENOUGH_SELLING = 2
_MANY = 9  # places marked in one story


def story_rules() -> list[StoryRule]:
    """Return the rules of this module."""
    about = said("ethics")
    return [
        Unless(
            about["ethics.child"],
            _children,
            needs=("(", " tahun"),
            settles=_NO_CRIME,
            raises=_CRIME,
            most=_MANY,
        ),
        Unless(
            about["ethics.sexual_victim"],
            victims.victims,
            needs=victims.NEEDS,
            raises=_SEX_CRIME,
            most=_MANY,
        ),
        Unless(
            about["ethics.suicide_method"],
            _methods,
            needs=(
                "gantung",
                "tali",
                "kain",
                "seprai",
                "selendang",
                "kabel",
                "sarung",
                "racun",
                "minum",
                "enenggak",
                "loncat",
                "lompat",
                "terjun",
                "menyayat",
                "mengiris",
                "menabrakkan",
            ),
            settles=_ATTACK,
            raises=_SUICIDE,
            most=_MANY,
        ),
        Unless(
            about["ethics.suicide_help"],
            _each(_SUICIDE),
            needs=("bunuh diri", "gantung diri", "mengakhiri hidup"),
            settles=_either(_HELP, _ATTACK),
        ),
        Unless(
            about["ethics.guilt"],
            _guilt,
            needs=("pelaku", "tersangka", "terduga"),
            settles=_VERDICT,
            most=_MANY,
        ),
        Unless(
            about["ethics.reply"],
            _each(_ACCUSES),
            needs=("tuding", "nuding", "tuduh", "nuduh", "duga"),
            settles=_ANSWERS,
        ),
        Unless(
            about["ethics.correction"],
            _undated,
            needs=("ralat", "koreksi", "diperbaiki", "diperbarui", "diubah", "disunting"),
        ),
        Unless(
            about["ethics.advertorial"],
            _sales,
            needs=_SALES_WORDS,
            settles=_MARKED,
            least=_ENOUGH_SELLING,
        ),
    ]


def _each(expression: re.Pattern[str]) -> Callable[[Prose], Iterator[tuple[int, int]]]:
    def marks(prose: Prose) -> Iterator[tuple[int, int]]:
        return (match.span() for match in expression.finditer(prose.text))

    return marks


def _either(one: re.Pattern[str], other: re.Pattern[str]) -> re.Pattern[str]:
    return regex(f"{one.pattern}|{other.pattern}", re.IGNORECASE)


def _children(prose: Prose) -> Iterator[tuple[int, int]]:
    if not _HOLDS_AGE.search(prose.text):
        return
    for match in _YOUNG.finditer(prose.text):
        if int(match["bare"] or match["told"]) < 18 and is_person(match["name"]):
            yield match.span("name")


def _methods(prose: Prose) -> Iterator[tuple[int, int]]:
    for match in _METHOD.finditer(prose.text):
        found = match.group().rstrip()
        yield match.start(), match.start() + len(found)


def _guilt(prose: Prose) -> Iterator[tuple[int, int]]:
    text = prose.text
    if "elaku" in text:
        for match in _CULPRIT.finditer(text):
            start, end = match.span("who" if match["who"] else "caught")
            if not _BEFORE_CULPRIT.search(text[max(0, start - 24) : start]):
                yield start, end
    if "ersangka" in text or "erduga" in text:
        for match in _DEED.finditer(text):
            yield match.span("deed")


def _undated(prose: Prose) -> Iterator[tuple[int, int]]:
    found = _CORRECTED.search(prose.text)
    if found and prose.field == "body" and not written_dates(prose.text):
        yield found.span()


def _sales(prose: Prose) -> Iterator[tuple[int, int]]:
    for match in _SELLS.finditer(prose.text):
        if not prose.is_quoted(*match.span()):
            yield match.span()
