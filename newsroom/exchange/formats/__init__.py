"""The forms that a story leaves in, each a module with a ``write``.

What a form needs is loaded when it is first written: the names are asked for at every start.
The upload bundle, which is many files in one, stands by itself in ``exchange.bundle``.
"""

from __future__ import annotations

from newsroom.exchange.formats.form import Form, Material, Pictures

__all__ = ["FORMS", "Form", "Material", "Pictures", "form_named"]


def _wxr(material: Material) -> bytes:
    from newsroom.exchange.formats.wordpress import write_import_file

    return write_import_file(material)


def _blocks(material: Material) -> bytes:
    from newsroom.exchange.formats.wordpress import write_markup

    return write_markup(material)


def _page(material: Material) -> bytes:
    from newsroom.exchange.formats.page import write

    return write(material)


def _fragment(material: Material) -> bytes:
    from newsroom.exchange.formats.page import write_fragment

    return write_fragment(material)


def _markdown(material: Material) -> bytes:
    from newsroom.exchange.formats.markdown import write

    return write(material)


def _docx(material: Material) -> bytes:
    from newsroom.exchange.formats.word.document import write

    return write(material)


def _whatsapp(material: Material) -> bytes:
    from newsroom.exchange.formats.whatsapp import write

    return write(material)


def _whatsapp_short(material: Material) -> bytes:
    from newsroom.exchange.formats.whatsapp import write_short

    return write_short(material)


def _newsarticle(material: Material) -> bytes:
    from newsroom.exchange.formats.newsarticle import write

    return write(material)


def _blogger(material: Material) -> bytes:
    from newsroom.exchange.formats.blogger import write

    return write(material)


def _ninjs(material: Material) -> bytes:
    from newsroom.exchange.formats.ninjs import write

    return write(material)


FORMS = (
    Form("wxr", "wxr.xml", "Impor WordPress (.xml)", _wxr, is_staged=True),
    Form("html", "html", "Markup blok (.html)", _blocks, is_staged=True),
    Form("page", "halaman.html", "Halaman web utuh (.html)", _page),
    Form("fragment", "isi.html", "HTML bersih, isi saja (.html)", _fragment),
    Form("md", "md", "Naskah Markdown (.md)", _markdown, Pictures.NONE, is_own=True),
    Form("docx", "docx", "Dokumen Word siap cetak (.docx)", _docx, Pictures.PRINT),
    Form("whatsapp", "wa.txt", "Teks WhatsApp (.txt)", _whatsapp, Pictures.NONE),
    Form(
        "whatsapp-ringkas",
        "wa-ringkas.txt",
        "Ringkasan dan tautan WhatsApp (.txt)",
        _whatsapp_short,
        Pictures.NONE,
    ),
    Form("jsonld", "jsonld", "Data NewsArticle (.jsonld)", _newsarticle),
    Form("blogger", "blogger.xml", "Impor Blogger (.xml)", _blogger),
    Form("ninjs", "ninjs.json", "ninjs untuk kantor berita (.json)", _ninjs),
)


def form_named(name: str) -> Form:
    """Return the form that the command line calls so.

    >>> form_named("docx").ending
    'docx'
    """
    return next(form for form in FORMS if form.name == name)
