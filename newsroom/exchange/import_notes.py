"""The sheet that goes with a bundle: how a person gets it into WordPress."""

from __future__ import annotations

from newsroom.exchange.article import Article
from newsroom.exchange.custom_fields import PLUGIN_KEYS
from newsroom.portal.moments import written_moment
from newsroom.portal.profile import Profile


def import_notes(article: Article, profile: Profile) -> str:
    """Return the steps of an import, in Indonesian, for the person who uploads."""
    pictures = len(article.attachments)
    steps = []
    if pictures:
        steps.append(
            f"Buka pengelola berkas hosting (atau FTP). Buat folder\n"
            f"   {profile.staging}/\n"
            f"   di folder situs, lalu salin {pictures} berkas dari folder media/ paket ini\n"
            f"   langsung ke dalamnya, tanpa subfolder dan tanpa mengganti namanya.\n"
            f"   Periksa: {article.attachments[0].url}\n"
            f"   harus terbuka di peramban."
        )
    steps += [
        f"Masuk ke {profile.site}/wp-admin/ sebagai administrator, lalu buka\n"
        f"   Alat > Impor > WordPress > Jalankan Pengimpor (Tools > Import > WordPress).",
        'Pilih berkas artikel.wxr.xml dari paket ini, lalu klik "Unggah berkas dan impor".',
        f'Pada "Tetapkan penulis", petakan "{article.author}" ({article.login}) ke\n'
        f"   pengguna yang sesuai di situs. Jangan membuat pengguna baru bila orangnya sudah ada.",
    ]
    if pictures:
        steps.append(
            'Centang "Unduh dan impor lampiran berkas" (Download and import file attachments).\n'
            "   Tanpa centang itu foto tidak masuk ke pustaka media."
        )
    steps.append(
        f'Klik "Kirim". Naskah masuk sebagai {_STATUS[article.status]}; buka di\n'
        f"   Pos > Semua Pos, periksa foto utama, rubrik, tag, dan penulisnya, lalu terbitkan."
    )
    steps += _afterwards(article, profile)
    if pictures:
        steps.append(
            f"Sesudah impor berhasil, hapus isi {profile.staging}/.\n"
            "   WordPress sudah menyimpan salinannya sendiri."
        )
    numbered = "\n\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1))
    return _SHEET.format(
        title=article.title, portal=profile.title, revision=article.revision, steps=numbered
    )


def _afterwards(article: Article, profile: Profile) -> list[str]:
    """Return what the importer can't do and a person has to."""
    steps = []
    if article.is_timed:
        steps.append(
            f"Waktu tayangnya {written_moment(article.published, profile)}. Sebelum saat itu\n"
            "   tombol Terbitkan berbunyi Jadwalkan; pakai tombol itu tanpa mengubah tanggalnya."
        )
    if len(article.sections) > 1:
        first, *others = (section.name for section in article.sections)
        steps.append(
            f"Sebelum terbit: rubrik naskah ini {first} (utama), {', '.join(others)}.\n"
            "   Bila situs memakai Yoast SEO atau Rank Math, tetapkan yang utama di kotak\n"
            "   Kategori editor; nomor kategori situs tidak dapat ikut dalam berkas."
        )
    if any(key in PLUGIN_KEYS for key, _ in article.fields):
        steps.append(
            "Judul dan deskripsi mesin pencari, teks media sosial, dan alamat naskah asal, bila\n"
            "   diisi, masuk ke isian Yoast SEO atau Rank Math. Tanpa salah satunya situs\n"
            "   mengabaikannya."
        )
    return steps


_STATUS = {"draft": "draf", "pending": "pos yang menunggu tinjauan"}

_SHEET = """CARA MENGIMPOR KE WORDPRESS

Judul  : {title}
Portal : {portal}
Revisi : {revision}

{steps}

PENTING: impor paket ini satu kali saja. Mengimpor ulang tidak memperbarui naskah yang
sudah masuk, dan dapat menggandakannya. Perubahan sesudahnya dikerjakan di WordPress.

Isi paket
  artikel.wxr.xml   naskah dan datanya, untuk pengimpor WordPress
  artikel.html      tubuh naskah saja, untuk ditempel di editor kode WordPress
  media/            foto yang sudah disesuaikan ukurannya
  manifest.json     daftar isi dengan sidik SHA-256 setiap berkas
"""
