"""Every key there is: those of the actions' table, and here those that are no actions.

What a key does is done where it is pressed; this is the list of them, for the
people who look for one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from newsroom.ui.actions import ACTIONS, MENUS, STEPS
from newsroom.ui.actions import tr as tr_action
from newsroom.ui.field_keys import FIELD_KEYS, PHOTO_KEYS
from newsroom.ui.field_keys import tr as tr_field


@dataclass(frozen=True, slots=True)
class KeySpec:
    """One or more keys, parted by “; ”, and what they do in one part of the window."""

    part: str
    keys: str
    text: str


def tr(text: str) -> str:
    """Mark a text of the table for translation, and translate it when shown."""
    return QCoreApplication.translate("Keys", text)


OTHER_KEYS = (
    KeySpec("Di mana saja", "Tab; Shift+Tab", "Bidang berikutnya, sebelumnya"),
    KeySpec("Di mana saja", "F10", "Semua perintah"),
    KeySpec("Di mana saja", "Esc", "Tutup yang terbuka di atas"),
    KeySpec("Di halaman", "Ctrl+roda tetikus", "Perbesar, perkecil teks"),
    KeySpec("Di tubuh berita", "Enter", "Paragraf baru, butir daftar berikutnya"),
    KeySpec("Di tubuh berita", "Shift+Enter", "Baris baru"),
    KeySpec("Di teks", "Ctrl+X; Ctrl+C; Ctrl+V", "Potong, salin, tempel"),
    KeySpec("Di teks", "Ctrl+A", "Pilih semua"),
    KeySpec("Di teks", "Tab", "Terima lanjutan nama, buka potongan teks, isian berikutnya"),
    KeySpec("Di cari dan ganti", "F3; Shift+F3", "Hasil berikutnya, sebelumnya"),
    KeySpec("Di cari dan ganti", "Enter; Shift+Enter", "Hasil berikutnya, sebelumnya"),
    KeySpec("Di cari dan ganti", "Alt+C", "Bedakan huruf besar dan kecil"),
    KeySpec("Di cari dan ganti", "Alt+W", "Hanya kata utuh"),
    KeySpec("Di cari dan ganti", "Alt+R", "Ekspresi reguler"),
    KeySpec("Di cari dan ganti", "Alt+B", "Cari di semua bidang"),
    KeySpec("Di cari dan ganti", "Ctrl+Enter", "Ganti semua"),
    KeySpec("Di usul perbaikan", "Alt+1 … Alt+5", "Pakai usul pertama sampai kelima"),
    KeySpec("Di usul perbaikan", "Alt+0", "Abaikan"),
    KeySpec("Di usul perbaikan", "Alt+I", "Abaikan di naskah ini"),
    KeySpec("Di usul perbaikan", "Alt+R", "Abaikan di redaksi ini"),
    KeySpec("Di usul perbaikan", "Alt+D", "Tambah ke kamus"),
    KeySpec("Di daftar naskah", "Enter", "Buka naskah"),
    KeySpec("Di daftar naskah", "Del", "Buang naskah ke keranjang"),
    KeySpec("Di daftar naskah", "Shift+↑; Shift+↓; Shift+klik", "Pilih beberapa naskah berurutan"),
    KeySpec("Di daftar naskah", "Ctrl+Spasi; Ctrl+klik", "Tambah ke pilihan, lepas darinya"),
    KeySpec("Di daftar naskah", "Ctrl+↑; Ctrl+↓", "Pindah, pilihan tetap"),
    KeySpec("Di daftar naskah", "Ctrl+A; Esc", "Pilih semua, lepas pilihan"),
    KeySpec("Di meja redaksi", "Enter; Shift+Enter", "Buka dan sunting, buka saja"),
    KeySpec("Di meja redaksi", "F2", "Tugaskan redaktur"),
    KeySpec("Di meja redaksi", "Spasi", "Lihat isi naskah"),
    KeySpec("Di meja redaksi", "Huruf", "Saring"),
    KeySpec("Di meja redaksi", "Shift+↑; Shift+↓; Ctrl+A", "Pilih beberapa, pilih semua"),
    KeySpec("Di log harian", "Enter", "Buka naskah"),
    KeySpec("Di keranjang", "Enter; Del", "Pulihkan, hapus selamanya"),
    KeySpec("Di saringan tersimpan", "Enter; F2; Del", "Pakai, ganti nama, hapus"),
    KeySpec("Di antrean unggah", "Enter; Del", "Lanjutkan atau jawab, batalkan unggahan"),
    KeySpec("Di antrean unggah", "Alt+↑; Alt+↓", "Naikkan, turunkan dalam antrean"),
    KeySpec("Di temuan", "Up; Down", "Temuan sebelumnya, berikutnya"),
    KeySpec("Di temuan", "Enter", "Tunjukkan di naskah"),
    KeySpec("Di temuan", "Alt+2 … Alt+5", "Pakai usul kedua sampai kelima"),
    KeySpec("Di tinjau perubahan", "A", "Terima perubahan ini"),
    KeySpec("Di tinjau perubahan", "Shift+A", "Terima sekalimat"),
    KeySpec("Di tinjau perubahan", "B", "Batalkan perubahan ini"),
    KeySpec("Di tinjau perubahan", "Shift+B", "Batalkan sekalimat"),
    KeySpec("Di tinjau perubahan", "L", "Beri alasan"),
    KeySpec("Di tinjau perubahan", "T", "Tanyakan atau jawab"),
    KeySpec("Di tinjau perubahan", "S", "Sebaris atau bersisian"),
    KeySpec("Di tinjau perubahan", "Ctrl+Enter", "Simpan alasan, pertanyaan, jawaban"),
    KeySpec("Di komentar", "Up; Down", "Utas sebelumnya, berikutnya"),
    KeySpec("Di komentar", "Enter", "Tunjukkan di naskah"),
    KeySpec("Di komentar", "Ctrl+Enter", "Kirim komentar, jawaban, perubahan"),
    KeySpec("Di komentar", "Esc", "Kembali ke naskah"),
    KeySpec("Di data dan foto", "Enter", "Bidang berikutnya"),
    KeySpec("Di foto", "Enter", "Sunting foto"),
    KeySpec("Di sunting foto", "P; F; S", "Potong, titik fokus, samarkan"),
    KeySpec("Di sunting foto", "Panah; Ctrl+panah", "Geser, geser sedikit"),
    KeySpec("Di sunting foto", "Shift+panah", "Ubah ukuran"),
    KeySpec("Di sunting foto", "K; Ins", "Tambah kotak samar"),
    KeySpec("Di sunting foto", "PgDn; PgUp", "Kotak samar berikutnya, sebelumnya"),
    KeySpec("Di sunting foto", "Del", "Hapus kotak, titik, potongan"),
    KeySpec("Di sunting foto", "Ctrl+[; Ctrl+]", "Putar ke kiri, ke kanan"),
    KeySpec("Di sunting foto", "Ctrl+Z; Ctrl+Shift+Z", "Urungkan, ulangi"),
    KeySpec("Di pengaturan redaksi", "Ctrl+PgDn; Ctrl+PgUp", "Halaman berikutnya, sebelumnya"),
    KeySpec("Di pengaturan redaksi", "Enter; Tab", "Isi sel, sel berikutnya"),
    KeySpec("Di pengaturan redaksi", "Ins; Del", "Tambah, hapus baris"),
    KeySpec("Di pengaturan redaksi", "Alt+↑; Alt+↓", "Naikkan, turunkan baris"),
    KeySpec("Di pengaturan redaksi", "Spasi", "Nyalakan atau matikan aturan"),
    KeySpec("Di pengaturan redaksi", "Ctrl+S", "Simpan"),
    KeySpec("Di tempel naskah", "Ctrl+Enter", "Buat naskah"),
    KeySpec("Di ekspor", "Enter; Ctrl+Enter", "Ekspor; di daftar temuan, Enter membuka tempatnya"),
    KeySpec(
        "Di unggah ke portal",
        "Enter; Ctrl+Enter",
        "Unggah; di daftar temuan, Enter membuka tempatnya",
    ),
    KeySpec("Di unggah ke portal", "Esc", "Tutup; unggahan diteruskan di latar"),
    KeySpec("Di tulis ralat dan cabut berita", "Ctrl+Enter", "Simpan ralat, cabut berita"),
    KeySpec("Di catatan langkah", "Ctrl+Enter", "Kembalikan, tahan"),
)

_AFTER = MENUS.index("Tinjau") + 1  # as the steps stand in that menu
WITH_KEYS = (*MENUS[:_AFTER], STEPS, *MENUS[_AFTER:])
"""The menus, in the order in which their keys are told."""

_ARROWS = {"Up": "↑", "Down": "↓"}


def all_keys() -> Iterator[tuple[str, str, str]]:
    """Yield where, which keys and what they do: the actions by menu, then the others."""
    for menu in WITH_KEYS:
        for spec in ACTIONS:
            if spec.menu == menu and spec.shortcut:
                yield tr_action(menu), shown(spec.shortcut), tr_action(spec.text)
    for other in OTHER_KEYS:
        yield tr(other.part), shown(other.keys), tr(other.text)
    for keys, field in FIELD_KEYS.values():
        yield tr("Ke data berita"), shown(keys), tr_field(field)
    for keys, field in PHOTO_KEYS.values():
        yield tr("Ke data foto"), shown(keys), tr_field(field)


def shown(keys: str) -> str:
    """Return keys as people read them.

    >>> shown("F1; Ctrl+/"), shown("Up; Down"), shown("Alt+Return")
    ('F1, Ctrl+/', '↑, ↓', 'Alt+Enter')
    """
    named = (key.replace("Return", "Enter") for key in keys.split("; "))
    return ", ".join(_ARROWS.get(key, key) for key in named)
