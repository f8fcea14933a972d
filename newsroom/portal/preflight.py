"""What a portal asks of a story before it is sent there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from newsroom.language.fields import fields
from newsroom.language.finding import Finding, Severity
from newsroom.photos.placed import placed_photo
from newsroom.portal.profile import Profile
from newsroom.story.markdown_text import has_words, lead, pictures, word_count
from newsroom.story.story import Photo, Story

LEFT_TO_FILL_IN = "story.field"
"""The rule of what a template or a snippet left to be filled in."""

_TEXTS = ("kicker", "headline", "subheadline", "body", "closing", "editor", "slug", "summary")


def preflight(
    story: Story,
    profile: Profile,
    has_picture: Callable[[Photo], bool],
    now: datetime | None = None,
) -> list[Finding]:
    """Return what is missing or doubtful, in the order of the page; errors block the export.

    ``has_picture`` says whether a photograph's file is at hand and a picture. ``now``
    is aware of its zone; without it the clock is asked.
    """
    return [
        *_headline(story, profile),
        *_body(story, profile),
        *_left_to_fill_in(story),
        *(
            finding
            for number, photo in enumerate(story.photos)
            for finding in _photo(photo, f"photos[{number}]", has_picture)
        ),
        *_section(story, profile),
        *_tags(story),
        *_summary(story, profile),
        *_embargo(story, now or datetime.now(UTC)),
    ]


def _headline(story: Story, profile: Profile) -> Iterator[Finding]:
    headline = story.headline.rstrip()
    if not headline.strip():
        yield _missing("headline", Severity.ERROR, "headline", "Judul belum diisi.")
        return
    limit = profile.limits.headline
    if len(headline) > limit:
        yield Finding(
            "story.headline_length",
            Severity.HINT,
            "headline",
            limit,
            len(headline),
            headline[limit:],
            f"Judul {len(headline)} huruf; mesin pencari memotongnya setelah {limit}.",
        )
    if headline.endswith(".") and not headline.endswith(".."):
        start = headline.rfind(" ") + 1
        yield Finding(
            "story.headline_stop",
            Severity.WARNING,
            "headline",
            start,
            len(headline),
            headline[start:],
            "Judul tidak diakhiri titik.",
            (headline[start:-1],),
        )


def _body(story: Story, profile: Profile) -> Iterator[Finding]:
    if not has_words(story.body):
        yield _missing("body", Severity.ERROR, "body", "Tubuh berita masih kosong.")
        return
    first = lead(story.body)
    words, limit = word_count(first.text), profile.limits.lead_words
    if words > limit:
        yield Finding(
            "story.lead_length",
            Severity.HINT,
            "body",
            first.start,
            first.end,
            first.text,
            f"Teras {words} kata; usahakan paling banyak {limit}.",
        )
    for picture, address in pictures(story.body):
        if not placed_photo(story, address):
            yield Finding(
                "story.picture",
                Severity.WARNING,
                "body",
                picture.start,
                picture.end,
                picture.text,
                "Gambar ini tidak ada di daftar foto naskah, jadi tidak ikut terkirim.",
            )


def _left_to_fill_in(story: Story) -> Iterator[Finding]:
    """Find the ⟨fields⟩ of templates and snippets that nobody has filled in yet."""
    for field, text in _written(story):
        for start, end in fields(text):
            left = text[start:end]
            message = f"Isian {left} belum diganti."
            yield Finding(LEFT_TO_FILL_IN, Severity.ERROR, field, start, end, left, message)


def _written(story: Story) -> Iterator[tuple[str, str]]:
    """Yield each field that a person writes in, with its text as the window shows it."""
    for name in _TEXTS:
        yield name, getattr(story, name)
    yield "byline", ", ".join(story.byline)
    yield "tags", ", ".join(story.tags)
    yield "dateline", ", ".join(filter(None, (story.dateline.place, story.dateline.source)))
    for number, photo in enumerate(story.photos):
        for name in ("caption", "credit", "alt"):
            yield f"photos[{number}].{name}", getattr(photo, name)


def _photo(photo: Photo, field: str, has_picture: Callable[[Photo], bool]) -> Iterator[Finding]:
    if not has_picture(photo):
        message = (
            f"Berkas foto “{photo.file}” tidak ditemukan atau bukan foto."
            if photo.file
            else "Keterangan ini belum mempunyai foto."
        )
        yield _missing("picture", Severity.ERROR, f"{field}.file", message)
    if not photo.caption.strip():
        yield _missing(
            "caption", Severity.ERROR, f"{field}.caption", "Keterangan foto belum diisi."
        )
    if not photo.credit.strip():
        yield _missing("credit", Severity.ERROR, f"{field}.credit", "Kredit foto belum diisi.")
    if not photo.alt.strip():
        yield _missing(
            "alt",
            Severity.WARNING,
            f"{field}.alt",
            "Teks alternatif belum diisi; pembaca tunanetra memerlukannya.",
        )


def _section(story: Story, profile: Profile) -> Iterator[Finding]:
    if not story.section.strip():
        yield _missing("section", Severity.ERROR, "section", "Rubrik belum dipilih.")
    elif not profile.section(story.section):
        yield Finding(
            "story.section",
            Severity.ERROR,
            "section",
            0,
            len(story.section),
            story.section,
            f"Rubrik “{story.section}” tidak ada di {profile.title}.",
        )


def _tags(story: Story) -> Iterator[Finding]:
    if not any(tag.strip() for tag in story.tags):
        yield _missing("tags", Severity.HINT, "tags", "Belum ada tag.")


def _summary(story: Story, profile: Profile) -> Iterator[Finding]:
    summary, limit = story.summary.rstrip(), profile.limits.summary
    if not summary.strip():
        yield _missing("summary", Severity.HINT, "summary", "Ringkasan belum diisi.")
    elif len(summary) > limit:
        yield Finding(
            "story.summary_length",
            Severity.HINT,
            "summary",
            limit,
            len(summary),
            summary[limit:],
            f"Ringkasan {len(summary)} huruf; mesin pencari memotongnya setelah {limit}.",
        )


def _embargo(story: Story, now: datetime) -> Iterator[Finding]:
    if story.embargo and story.embargo <= now:
        yield _missing("embargo", Severity.WARNING, "embargo", "Waktu embargo sudah lewat.")


def _missing(rule: str, severity: Severity, field: str, message: str) -> Finding:
    """A finding on a field as a whole: it has no text to point at."""
    return Finding(f"story.{rule}", severity, field, 0, 0, "", message)
