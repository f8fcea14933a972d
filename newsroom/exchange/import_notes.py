"""The sheet that goes with a bundle: how a person gets it into WordPress."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from newsroom.exchange.article import Article
from newsroom.exchange.custom_fields import PLUGIN_KEYS
from newsroom.portal.moments import written_moment
from newsroom.portal.profile import Profile


def import_notes(articles: Sequence[Article], profile: Profile) -> str:
    """Return the steps of an import, in Indonesian, for the person who uploads."""
    steps = [
        *_staging(articles, profile),
        f"Masuk ke {profile.site}/wp-admin/ sebagai administrator, lalu buka\n"
        f"   Alat > Impor > WordPress > Jalankan Pengimpor (Tools > Import > WordPress):\n"
        f"   {profile.site}/wp-admin/import.php\n"
        f'   Bila pengimpornya belum terpasang, klik "Pasang Sekarang" di sana.',
        'Pilih berkas artikel.wxr.xml dari paket ini, lalu klik "Unggah berkas dan impor".',
        _authors(articles),
    ]
    if any(one.attachments for one in articles):
        steps.append(
            'Centang "Unduh dan impor lampiran berkas" (Download and import file attachments).\n'
            "   Tanpa centang itu foto tidak masuk ke pustaka media."
        )
    steps += [_sending(articles, profile), *_afterwards(articles, profile)]
    if any(one.attachments for one in articles):
        steps.append(
            f"Sesudah impor berhasil, hapus isi {profile.staging}/.\n"
            "   WordPress sudah menyimpan salinannya sendiri."
        )
    numbered = "\n\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1))
    where = "editor kode WordPress" if profile.editor == "blocks" else "tab Teks Classic Editor"
    is_one = len(articles) == 1
    return _SHEET.format(
        head=_head(articles),
        portal=profile.title,
        steps=numbered,
        bodies=f"{'artikel.html' if is_one else 'artikel/*.html':18}",
        what="tubuh naskah saja" if is_one else "tubuh naskah satu per satu",
        where=where,
    )


def _head(articles: Sequence[Article]) -> str:
    if len(articles) == 1:
        return f"Judul  : {articles[0].title}\nRevisi : {articles[0].revision}"
    lines = [f"{len(articles)} naskah:"]
    lines += [
        f"{number:4}. {one.title} (revisi {one.revision})" for number, one in enumerate(articles, 1)
    ]
    return "\n".join(lines)


def _staging(articles: Iterable[Article], profile: Profile) -> list[str]:
    urls = {one.file_name: one.url for article in articles for one in article.attachments}
    if not urls:
        return []
    return [
        f"Buka pengelola berkas hosting (atau FTP). Buat folder\n"
        f"   {profile.staging}/\n"
        f"   di folder situs, lalu salin {len(urls)} berkas dari folder media/ paket ini\n"
        f"   langsung ke dalamnya, tanpa subfolder dan tanpa mengganti namanya.\n"
        f"   Periksa: {next(iter(urls.values()))}\n"
        f"   harus terbuka di peramban."
    ]


def _authors(articles: Iterable[Article]) -> str:
    names: dict[str, str] = {}
    for article in articles:
        names.setdefault(article.login, article.author)
    told = ", ".join(f'"{name}" ({login})' for login, name in names.items())
    return (
        f'Pada "Tetapkan penulis", petakan {told} ke\n'
        f"   pengguna yang sesuai di situs. Jangan membuat pengguna baru bila orangnya sudah ada."
    )


def _sending(articles: Sequence[Article], profile: Profile) -> str:
    status = _STATUS[articles[0].status]
    if len(articles) == 1:
        what, them = f"Naskah masuk sebagai {status}", "foto utama, rubrik, tag, dan penulisnya"
    else:
        what, them = (
            f"{len(articles)} naskah masuk sebagai {status}",
            "foto utama, rubrik, tag, dan penulis masing-masing",
        )
    return (
        f'Klik "Kirim". {what}; buka di\n'
        f"   Pos > Semua Pos, {profile.site}/wp-admin/edit.php,\n"
        f"   periksa {them}, lalu terbitkan."
    )


def _afterwards(articles: Sequence[Article], profile: Profile) -> list[str]:
    """Return what the importer can't do and a person has to."""
    is_one = len(articles) == 1
    steps = []
    if timed := [one for one in articles if one.is_timed]:
        times = _each(is_one, timed, lambda one: written_moment(one.published, profile))
        steps.append(
            (f"Waktu tayangnya {times}." if is_one else f"Waktu tayang:{times}")
            + "\n   Sebelum saat itu tombol Terbitkan berbunyi Jadwalkan; pakai tombol itu tanpa"
            "\n   mengubah tanggalnya."
        )
    if spread := [one for one in articles if len(one.sections) > 1]:
        rubrics = _each(is_one, spread, _sections)
        steps.append(
            (
                f"Sebelum diterbitkan: rubrik naskah ini {rubrics}."
                if is_one
                else f"Sebelum diterbitkan, rubriknya:{rubrics}"
            )
            + "\n   Bila situs memakai Yoast SEO atau Rank Math, tetapkan yang utama di kotak"
            "\n   Kategori editor; nomor kategori situs tidak dapat ikut dalam berkas."
        )
    if any(key in PLUGIN_KEYS for one in articles for key, _ in one.fields):
        steps.append(
            "Judul dan deskripsi mesin pencari, teks media sosial, dan alamat naskah asal, bila\n"
            "   diisi, masuk ke isian Yoast SEO atau Rank Math. Tanpa salah satunya situs\n"
            "   mengabaikannya."
        )
    return steps


def _each(is_one: bool, articles: Sequence[Article], say: Callable[[Article], str]) -> str:
    if is_one:
        return say(articles[0])
    return "".join(f"\n   - {one.title}: {say(one)}" for one in articles)


def _sections(article: Article) -> str:
    first, *others = (section.name for section in article.sections)
    return f"{first} (utama), {', '.join(others)}"


_STATUS = {"draft": "draf", "pending": "tulisan yang menunggu tinjauan"}

_SHEET = """CARA MENGIMPOR KE WORDPRESS

Portal : {portal}
{head}

{steps}

PENTING: impor paket ini satu kali saja. Mengimpor ulang tidak memperbarui naskah yang
sudah masuk: yang judul dan tanggalnya masih sama dilewati, tetapi bidang khususnya tercatat
dua kali; yang judul atau tanggalnya sudah lain masuk sebagai tulisan kedua. Perubahan
sesudahnya dikerjakan di WordPress.

Isi paket
  artikel.wxr.xml   naskah dan datanya, untuk pengimpor WordPress
  {bodies}{what}, untuk ditempel di {where}
  media/            foto yang sudah disesuaikan ukurannya
  manifest.json     daftar isi dengan sidik SHA-256 setiap berkas
"""
