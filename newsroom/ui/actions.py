"""Everything a person can do in the window, declared once.

Bars, menus and the list of keys are made from this table; commands.py says what
each entry does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from newsroom.story.workflow import Status
from newsroom.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing a person can do: its name in code, its words, its key, its place.

    ``shortcut`` may hold several keys, parted by “; ”.
    """

    name: str
    menu: str
    text: str
    shortcut: str = ""
    icon: str = ""
    checkable: bool = False


def tr(text: str) -> str:
    """Mark a text of the table for translation, and translate it when shown."""
    return QCoreApplication.translate("Actions", text)


STEPS = "Ubah status"  # a menu within another: the steps that a story takes
MENUS = ("Berkas", "Sunting", "Format", "Tinjau", "Tampilan", "Arsip", "Alat", "Bantuan")

ACTIONS = (
    ActionSpec("new", "Berkas", "Naskah baru", "Ctrl+N", "plus"),
    ActionSpec("template", "Berkas", "Naskah baru dari templat…", "Ctrl+Alt+N", "file"),
    ActionSpec("paste_story", "Berkas", "Tempel naskah", "Ctrl+Shift+N", "paste"),
    ActionSpec("import", "Berkas", "Buka berkas…", "Ctrl+O", "folder"),
    ActionSpec("sample", "Berkas", "Buka contoh", "", "sample"),
    ActionSpec("save", "Berkas", "Simpan", "Ctrl+S", "saved"),
    ActionSpec("save_copy", "Berkas", "Simpan salinan ke…", "Ctrl+Shift+S"),
    ActionSpec("duplicate", "Berkas", "Duplikatkan naskah", "", "copy"),
    ActionSpec("discard", "Berkas", "Buang naskah ke keranjang", "", "trash"),
    ActionSpec("export", "Berkas", "Ekspor", "Ctrl+E", "export"),
    ActionSpec("publish", "Berkas", "Unggah ke portal…", "Ctrl+U", "submit"),
    ActionSpec("uploads", "Berkas", "Antrean unggah…"),
    ActionSpec("hand_over", "Berkas", "Serahkan naskah…", "Ctrl+Shift+U", "export"),
    ActionSpec("copy_html", "Berkas", "Salin sebagai HTML", "", "copy"),
    ActionSpec("copy_rich", "Berkas", "Salin sebagai teks kaya", "", "copy"),
    ActionSpec("copy_whatsapp", "Berkas", "Salin sebagai teks WhatsApp", "", "copy"),
    ActionSpec("copy_short", "Berkas", "Salin ringkasan untuk WhatsApp", "", "copy"),
    ActionSpec("archive", "Berkas", "Impor arsip…"),
    ActionSpec("backups", "Berkas", "Cadangan…"),
    ActionSpec("settings", "Berkas", "Pengaturan redaksi…", "Ctrl+,", "settings"),
    ActionSpec("quit", "Berkas", "Keluar", "Ctrl+Q", "close"),
    ActionSpec("undo", "Sunting", "Urungkan", "Ctrl+Z", "undo"),
    ActionSpec("redo", "Sunting", "Ulangi", "Ctrl+Y", "redo"),
    ActionSpec("paste_plain", "Sunting", "Tempel tanpa format", "Ctrl+Shift+V", "paste"),
    ActionSpec("find", "Sunting", "Cari dan ganti", "Ctrl+F; Ctrl+H", "search"),
    ActionSpec("find_story", "Sunting", "Cari naskah", "Ctrl+Shift+F", "search"),
    ActionSpec("snippets", "Sunting", "Potongan teks…", "Ctrl+Shift+J", "file"),
    ActionSpec("smart_typing", "Sunting", "Ketik pintar", checkable=True),
    ActionSpec("complete_names", "Sunting", "Lanjutkan nama", checkable=True),
    ActionSpec("bold", "Format", "Tebal", "Ctrl+B", "bold"),
    ActionSpec("italic", "Format", "Miring", "Ctrl+I", "italic"),
    ActionSpec("heading", "Format", "Judul bagian", "Ctrl+Alt+2", "heading"),
    ActionSpec("quote", "Format", "Kutipan", "Ctrl+Shift+9", "quote"),
    ActionSpec("list", "Format", "Daftar", "Ctrl+Shift+8", "list-bullet"),
    ActionSpec("numbered_list", "Format", "Daftar bernomor", "Ctrl+Shift+7", "list-number"),
    ActionSpec("link", "Format", "Tautan", "Ctrl+K", "link"),
    ActionSpec("add_photo", "Format", "Tambah foto", "Ctrl+Shift+I", "image"),
    ActionSpec("add_folder", "Format", "Tambah foto dari folder…"),
    ActionSpec("card_photos", "Format", "Tambah foto dari kartu kamera…"),
    ActionSpec("paste_photo", "Format", "Tempel gambar sebagai foto"),
    ActionSpec("edit_photo", "Format", "Sunting foto…", "", "crop"),
    ActionSpec("suggest", "Tinjau", "Usul perbaikan kata", "Ctrl+.", "check"),
    ActionSpec("put_right", "Tinjau", "Betulkan kata tadi", "Ctrl+J", "check"),
    ActionSpec("next_finding", "Tinjau", "Temuan berikutnya", "F7", "arrow-right"),
    ActionSpec("previous_finding", "Tinjau", "Temuan sebelumnya", "Shift+F7"),
    ActionSpec("take_first", "Tinjau", "Pakai usul pertama", "Alt+1"),
    ActionSpec("ignore_here", "Tinjau", "Abaikan temuan di sini", "Alt+0", "eye-off"),
    ActionSpec("ignore_story", "Tinjau", "Abaikan temuan di naskah ini", "Alt+I", "eye-off"),
    ActionSpec("learn_word", "Tinjau", "Tambah kata ke kamus", "Alt+D", "word-add"),
    ActionSpec("fix_all", "Tinjau", "Perbaiki semua yang pasti…", "Ctrl+Shift+F7", "check"),
    ActionSpec("cycle_marks", "Tinjau", "Tanda: langsung, bila diminta, mati", "Ctrl+F7"),
    ActionSpec("words", "Tinjau", "Kata dan pengabaian…", "", "book"),
    ActionSpec("target", "Tinjau", "Target panjang…"),
    ActionSpec("preview", "Tinjau", "Pratinjau", "Ctrl+Alt+P", "preview", checkable=True),
    ActionSpec("preview_beside", "Tinjau", "Pratinjau di samping", "Ctrl+\\", checkable=True),
    ActionSpec("versions", "Tinjau", "Riwayat versi", "Ctrl+Alt+H", "history", checkable=True),
    ActionSpec("trail", "Tinjau", "Jejak naskah…", "", "book"),
    ActionSpec("changes", "Tinjau", "Tinjau perubahan", "Ctrl+F8", "replace", checkable=True),
    ActionSpec("next_change", "Tinjau", "Perubahan berikutnya", "F8"),
    ActionSpec("previous_change", "Tinjau", "Perubahan sebelumnya", "Shift+F8"),
    ActionSpec("accept_change", "Tinjau", "Terima perubahan", "Ctrl+Alt+A", "check"),
    ActionSpec("take_back_change", "Tinjau", "Batalkan perubahan", "Ctrl+Alt+B", "undo"),
    ActionSpec("accept_all_changes", "Tinjau", "Terima semua perubahan", "Ctrl+Alt+Shift+A"),
    ActionSpec("take_back_all_changes", "Tinjau", "Batalkan semua perubahan", "Ctrl+Alt+Shift+B"),
    ActionSpec("give_reason", "Tinjau", "Beri alasan perubahan…", "Ctrl+Alt+L"),
    ActionSpec("comment", "Tinjau", "Komentari…", "Ctrl+Alt+M", "quote"),
    ActionSpec("show_comment", "Tinjau", "Ke komentar di kursor", "Ctrl+Alt+K"),
    ActionSpec("next_comment", "Tinjau", "Komentar berikutnya", "F4"),
    ActionSpec("previous_comment", "Tinjau", "Komentar sebelumnya", "Shift+F4"),
    ActionSpec("choose_conflicts", "Tinjau", "Pilih perbedaan…", "Ctrl+Alt+D"),
    ActionSpec("answer", "Tinjau", "Jadikan hak jawab atas…", "", "link"),
    ActionSpec("amend", "Tinjau", "Jadikan ralat atas…", "", "link"),
    ActionSpec("take_over", "Tinjau", "Ambil alih naskah", "F9"),
    ActionSpec("to_draft", STEPS, "Kembalikan ke draf", "Shift+F9"),
    ActionSpec("to_submitted", STEPS, "Ajukan ke redaktur", "Ctrl+Shift+1"),
    ActionSpec("to_editing", STEPS, "Mulai menyunting", "Ctrl+Shift+2"),
    ActionSpec("to_returned", STEPS, "Kembalikan ke penulis…", "Ctrl+Shift+3"),
    ActionSpec("to_held", STEPS, "Tahan…", "Ctrl+Shift+4"),
    ActionSpec("to_ready", STEPS, "Siap tayang", "Ctrl+Shift+5"),
    ActionSpec("to_published", STEPS, "Tandai tayang", "Ctrl+Shift+6"),
    ActionSpec("to_corrected", STEPS, "Tulis ralat…", "Ctrl+F9"),
    ActionSpec("to_withdrawn", STEPS, "Cabut berita…", "Ctrl+Shift+F9"),
    ActionSpec("queue", "Tampilan", "Daftar naskah", "Ctrl+1", "sidebar-left", checkable=True),
    ActionSpec("inspector", "Tampilan", "Panel samping", "Ctrl+2", "sidebar-right", checkable=True),
    ActionSpec("desk_view", "Tampilan", "Meja redaksi", "Ctrl+3", "list-bullet", checkable=True),
    ActionSpec("focus", "Tampilan", "Fokus", "F11", "focus", checkable=True),
    ActionSpec("full_screen", "Tampilan", "Layar penuh", "Shift+F11; Alt+Return", checkable=True),
    ActionSpec("typewriter", "Tampilan", "Baris tulis tetap di tengah", checkable=True),
    ActionSpec("width_narrow", "Tampilan", "Kolom sempit", checkable=True),
    ActionSpec("width_normal", "Tampilan", "Kolom sedang", checkable=True),
    ActionSpec("width_wide", "Tampilan", "Kolom lebar", checkable=True),
    ActionSpec("zoom_in", "Tampilan", "Perbesar teks", "Ctrl++; Ctrl+="),
    ActionSpec("zoom_out", "Tampilan", "Perkecil teks", "Ctrl+-"),
    ActionSpec("zoom_none", "Tampilan", "Ukuran teks biasa", "Ctrl+0"),
    ActionSpec("dark", "Tampilan", "Tema gelap", "Ctrl+Shift+D", "moon", checkable=True),
    ActionSpec("next_region", "Tampilan", "Bagian jendela berikutnya", "F6"),
    ActionSpec("previous_region", "Tampilan", "Bagian jendela sebelumnya", "Shift+F6"),
    ActionSpec("next_story", "Arsip", "Naskah berikutnya di meja", "F12", "arrow-right"),
    ActionSpec("previous_story", "Arsip", "Naskah sebelumnya di meja", "Shift+F12"),
    ActionSpec("daily_log", "Arsip", "Log harian…", "", "history"),
    ActionSpec("bin", "Arsip", "Keranjang…", "", "trash"),
    ActionSpec("choose_all", "Arsip", "Pilih semua naskah di daftar", "", "check"),
    ActionSpec("many_status", "Arsip", "Ubah status naskah terpilih…"),
    ActionSpec("many_export", "Arsip", "Ekspor naskah terpilih…", "", "export"),
    ActionSpec("many_discard", "Arsip", "Buang naskah terpilih ke keranjang", "", "trash"),
    ActionSpec("word_forms", "Arsip", "Cari juga bentuk kata lain", checkable=True),
    ActionSpec("keep_filter", "Arsip", "Simpan saringan ini…", "", "star"),
    ActionSpec("filters", "Arsip", "Saringan tersimpan…", "", "filter"),
    ActionSpec("person", "Alat", "Siapa saya…"),
    ActionSpec("sites", "Alat", "Situs portal…"),
    ActionSpec("site_login", "Alat", "Masuk ke situs portal…"),
    ActionSpec("palette", "Bantuan", "Cari perintah", "Ctrl+Shift+P", "search"),
    ActionSpec("keys", "Bantuan", "Semua tombol", "F1; Ctrl+/", "keyboard"),
)

# What a step is called where it leads back.
_BACK = {
    (Status.EDITING, Status.SUBMITTED): "Kembalikan ke antrean",
    (Status.HELD, Status.EDITING): "Kembalikan ke penyuntingan",
    (Status.READY, Status.EDITING): "Kembalikan ke penyuntingan",
}
_STEP_WORDS = {spec.name.removeprefix("to_"): spec.text for spec in ACTIONS if spec.menu == STEPS}


def step_words(before: Status, after: Status) -> str:
    """Return what a step is called."""
    return tr(_BACK.get((before, after), _STEP_WORDS[after]))


# Other words that people look for an action by.
ALSO = {
    "new": "buat berita tulis mulai",
    "template": "feature advertorial hak jawab siaran pers cerita foto template kerangka",
    "paste_story": "paste WhatsApp surel uraikan mentah masuk",
    "import": "impor masuk open txt markdown",
    "sample": "contoh percobaan latihan",
    "save": "save simpan otomatis",
    "save_copy": "save as simpan sebagai unduh",
    "duplicate": "salin gandakan copy salinan naskah lama jadikan baru",
    "bin": "pulihkan kembalikan hapus selamanya kosongkan sampah trash restore",
    "choose_all": "select all banyak sekaligus tandai",
    "many_status": "banyak sekaligus massal pindah ajukan siap tayang bulk",
    "many_export": "banyak sekaligus massal paket impor unggah WordPress bulk",
    "many_discard": "hapus banyak sekaligus massal delete trash bulk",
    "word_forms": "bentukan imbuhan kata dasar mengumumkan pengumuman pencarian",
    "keep_filter": "filter pencarian tersimpan simpan cari",
    "filters": "filter pencarian tersimpan pilih ganti nama hapus",
    "discard": "hapus delete trash sampah",
    "export": "unggah paket WordPress portal kirim wxr html",
    "publish": "upload kirim WordPress situs terbitkan jadwalkan draf REST post unggah naskah",
    "uploads": "upload antrian kirim ulang coba lagi gagal menunggu luring queue WordPress situs",
    "hand_over": "WhatsApp kirim berkas paket serah redaktur wartawan kunci kata sandi luring",
    "copy_html": "papan klip clipboard kode sumber CMS tempel salin naskah",
    "copy_rich": "papan klip clipboard Word surel email format salin naskah rich text",
    "copy_whatsapp": "papan klip clipboard WA bagikan pesan grup kirim salin naskah",
    "copy_short": "papan klip clipboard WA bagikan tautan judul link salin",
    "archive": "WordPress WXR xml folder lama banyak sekaligus migrasi pindah situs",
    "backups": "backup pulihkan restore periksa verify kata sandi ekspor semua berkas biasa"
    " tempat kedua gabungkan",
    "settings": "preferensi setelan opsi rubrik portal dateline istilah aturan templat profil gaya"
    " selingkung impor ekspor redaksi options settings",
    "quit": "tutup exit",
    "undo": "batal undo kembali",
    "redo": "redo",
    "find": "replace find sama ubah semua",
    "find_story": "arsip daftar search",
    "snippets": "snippet singkatan sisipkan kutipan baku template autotext",
    "smart_typing": "kutip kurung otomatis ganti tanda petik rupiah ribuan autocorrect",
    "complete_names": "autocomplete lengkapi nama tempat lembaga usul Tab",
    "bold": "bold cetak",
    "italic": "italic cetak kursif",
    "heading": "subjudul heading h2 kepala",
    "quote": "quote blok petikan",
    "list": "bullet butir poin list",
    "numbered_list": "nomor urut angka list",
    "link": "link hyperlink url baca juga",
    "add_photo": "gambar foto image sisipkan",
    "add_folder": "gambar foto banyak sekaligus direktori liputan",
    "card_photos": "kamera kartu memori SD DCIM impor foto",
    "paste_photo": "tangkapan layar screenshot clipboard papan klip gambar foto",
    "edit_photo": "gambar potong crop putar terang gelap kabur samarkan blur wajah fokus rasio",
    "suggest": "ejaan saran koreksi ganti salah ketik",
    "put_right": "ejaan koreksi otomatis usul pertama ganti kata terakhir",
    "next_finding": "ejaan periksa salah kesalahan",
    "previous_finding": "ejaan periksa salah kesalahan mundur",
    "take_first": "ejaan ganti betulkan perbaiki saran",
    "ignore_here": "lewati biarkan ejaan",
    "ignore_story": "lewati biarkan ejaan",
    "learn_word": "ejaan kata benar kenali",
    "fix_all": "koreksi otomatis betulkan semua ganti ejaan",
    "cycle_marks": "garis bawah ejaan sembunyikan tampilkan matikan gelombang",
    "words": "kamus abaikan daftar kata",
    "preview": "preview lihat portal hasil",
    "preview_beside": "preview dampingan ponsel desktop portal sejajar split",
    "versions": "version history revisi bandingkan pulihkan kembalikan sebelumnya timeline jejak",
    "trail": "siapa kapan mengapa riwayat Dewan Pers pengaduan cetak PDF audit trail",
    "changes": "review redaktur suntingan track changes bandingkan terima tolak batalkan alasan",
    "next_change": "versi bandingkan beda revisi",
    "previous_change": "versi bandingkan beda revisi mundur",
    "accept_change": "setuju terima suntingan accept redaktur tinjauan",
    "take_back_change": "tolak suntingan reject kembali semula versi wartawan",
    "accept_all_changes": "setuju suntingan accept redaktur tinjauan",
    "take_back_all_changes": "tolak suntingan reject kembali semula versi wartawan",
    "give_reason": "mengapa sebab keterangan suntingan redaktur",
    "comment": "catatan tanya redaktur wartawan sebut mention comment note",
    "show_comment": "utas jawab balas thread",
    "next_comment": "catatan utas thread",
    "previous_comment": "catatan utas thread mundur",
    "target": "jumlah kata panjang naskah batas",
    "take_over": "sunting rebut ganti redaktur pegang",
    "person": "nama peran wartawan redaktur pelaksana pengunggah akun identitas profil",
    "to_draft": "tarik batal ajukan draft",
    "to_submitted": "kirim serahkan setor submit redaktur",
    "to_editing": "sunting edit periksa redaktur",
    "to_returned": "tolak revisi perbaiki wartawan return",
    "to_held": "embargo tunda hold",
    "to_ready": "setujui lolos siap ready",
    "to_published": "terbit publikasi publish",
    "amend": "berita ralat koreksi pembetulan tautkan berita diralat correction",
    "choose_conflicts": "konflik beda tulisan gabung merge conflict dua meja bentrok",
    "answer": "hak jawab koreksi sanggahan tautkan berita dijawab right of reply",
    "to_corrected": "koreksi pembetulan hak koreksi correction",
    "to_withdrawn": "tarik turunkan hapus takedown pencabutan",
    "queue": "kolom kiri sembunyikan tampilkan",
    "inspector": "data foto temuan kolom kanan sembunyikan tampilkan",
    "desk_view": "antrean redaktur diajukan menunggu copy desk tenggat deadline temuan tugas",
    "next_story": "antrean redaktur lanjut next",
    "previous_story": "antrean redaktur mundur previous",
    "daily_log": "laporan rekap lulus dikembalikan tayang csv Excel WhatsApp report",
    "focus": "fokus menulis layar tenang sembunyikan",
    "full_screen": "fullscreen layar penuh",
    "typewriter": "mesin tik gulir typewriter scroll",
    "width_narrow": "lebar baca kolom",
    "width_normal": "lebar baca kolom",
    "width_wide": "lebar baca kolom",
    "zoom_in": "zoom besar huruf",
    "zoom_out": "zoom kecil huruf",
    "zoom_none": "zoom 100 huruf",
    "next_region": "pindah panel daftar halaman",
    "previous_region": "pindah panel daftar halaman",
    "dark": "mode gelap terang malam dark light",
    "sites": "WordPress tambah portal login sandi aplikasi uji hubungan rubrik tag penulis hak akun"
    " ambil data keluar lupakan",
    "site_login": "WordPress login akun sandi aplikasi application password sign in",
    "palette": "palet menu command",
    "keys": "pintasan kibor bantuan help shortcut",
}

# Those that are in sight when the window opens.
AT_ONCE = ("new", "paste_story", "import", "sample", "bold", "italic", "heading", "quote", "list",
           "link", "add_photo")  # fmt: skip


class Actions(QObject):
    """The table's entries as Qt actions of one window, reached by name."""

    def __init__(self, window: QWidget, theme: Theme, slots: Mapping[str, Callable]) -> None:
        super().__init__(window)
        self._theme = theme
        self._made: dict[str, QAction] = {}
        self.recent: list[str] = []  # names of those last chosen by their words, newest first
        for spec in ACTIONS:
            action = QAction(tr(spec.text), window)
            action.setCheckable(spec.checkable)
            if spec.shortcut:
                action.setShortcuts(QKeySequence.listFromString(spec.shortcut))
                key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                action.setToolTip(f"{tr(spec.text)} ({key})")
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(slots[spec.name])
            window.addAction(action)
            self._made[spec.name] = action
        self._tint(AT_ONCE)
        theme.changed.connect(self.dress)

    def dress(self) -> None:
        """Draw all icons; at the start only those that are seen are drawn."""
        self._tint(self._made)

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def __iter__(self) -> Iterator[tuple[ActionSpec, QAction]]:
        """Yield each entry of the table with its action."""
        return ((spec, self._made[spec.name]) for spec in ACTIONS)

    def in_menu(self, menu: str) -> list[QAction]:
        """Return a menu's actions in the order of the table."""
        return [self._made[spec.name] for spec in ACTIONS if spec.menu == menu]

    def _tint(self, names: Iterable[str]) -> None:
        wanted = frozenset(names)
        for spec in ACTIONS:
            if spec.icon and spec.name in wanted:
                self._made[spec.name].setIcon(self._theme.icon(spec.icon))
