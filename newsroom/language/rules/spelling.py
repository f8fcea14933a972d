"""What the reference page says of words that are none; the vocabulary is the rule itself."""

from __future__ import annotations

from dataclasses import replace

from newsroom.language.finding import Severity
from newsroom.language.rules.rule import About, Example

SPELLING = About(
    id="spelling",
    severity=Severity.ERROR,
    message="“{text}” tidak ada di kamus.",
    source="KBBI; kamus hunspell id_ID, daftar kata program, dan kaidah pembentukan kata",
    wrong=(
        Example("Kerja yang efesien.", "Kerja yang efisien."),
        Example("Polisi menyeldiki kasus itu.", "Polisi menyelidiki kasus itu."),
        Example("Acara itu dihadri warga.", "Acara itu dihadiri warga."),
    ),
    right=(
        "Hasilnya terukur dan terintegrasi, imbuhnya.",
        "Menurut Endrawati, warga Cimarungga hadir.",
        "Konsep *whole of government* itu baru.",
        "Kirim ke redaksi@contoh.id atau @redaksi.",
    ),
)

UNKNOWN = replace(
    SPELLING,
    severity=Severity.WARNING,
    message="“{text}” tidak ada di kamus; periksa ejaannya, atau miringkan kalau kata asing.",
)
"""What is said of a word from which no small slip leads to one that there is: it may be right."""
