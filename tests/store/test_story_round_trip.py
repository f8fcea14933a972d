"""Whatever a story holds comes out of the store as it went in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.store.recovery.report import RecoveryReport
from newsroom.store.store import Store
from newsroom.story.aftermath import Correction, LinkKind, StoryLink, Withdrawal
from newsroom.story.checklist import Answer, Verdict
from newsroom.story.dateline import Dateline
from newsroom.story.photo_edits import Box, PhotoEdits
from newsroom.story.rights import Rights
from newsroom.story.source import Source
from newsroom.story.story import Photo, Story, new_id
from newsroom.story.workflow import Status

WIT = timezone(timedelta(hours=9))

EVERYTHING = Story(
    headline="Warga Kampung Contoh Panen Raya",
    kicker="Pertanian",
    subheadline="Hasilnya naik dua kali lipat",
    body="Sebanyak **40** petani memanen padi.\n\n“Alhamdulillah,” kata Budi Contoh. 🌾\n",
    dateline=Dateline("SERANG", "contoh.id", date(2026, 3, 5), "{PLACE}, {source} – "),
    byline=("Rina Contoh", "Adi Misal", "Rina Contoh"),
    editor="Sari Umpama",
    section="Ekonomi",
    tags=("panen", "Banten", "café"),
    slug="warga-kampung-contoh-panen-raya",
    summary="Panen raya di Kampung Contoh.",
    status=Status.HELD,
    embargo=datetime(2026, 3, 6, 7, 30, tzinfo=WIT),
    closing="(*)",
    photos=(
        Photo(
            file="panen.jpg",
            caption="Petani memanen padi di Kampung Contoh, Kamis (5/3/2026).",
            credit="Rina Contoh",
            alt="Tiga petani di sawah",
            taken=date(2026, 3, 5),
            place="Kampung Contoh",
            lead=True,
            digest="a" * 64,
            creator="Rina Contoh",
            copyright="© 2026 Warta Contoh",
            keywords=("panen", "padi"),
            rights=Rights.COURTESY,
            source="Kelompok Tani Misal",
            permission="Boleh dimuat, lewat pesan 5 Maret",
            embargo=datetime(2026, 3, 6, 6, 0, tzinfo=WIT),
            unread=(("taken", "31/2/2026"),),
            edits=PhotoEdits(
                turn=90,
                crop=Box(0.1, 0.0, 0.9, 0.75),
                focal=(0.25, 0.5),
                brightness=1.25,
                blurs=(Box(0.2, 0.2, 0.4, 0.5),),
            ),
            origin="c" * 64,
            baked=PhotoEdits(turn=180, blurs=(Box(0.5, 0.5, 0.7, 0.8),)),
        ),
        Photo(file="lumbung.png"),
    ),
    contributors=("Tono Perumpamaan",),
    sources=(Source("Budi Contoh", "Ketua kelompok tani", "08xx", "telepon sore"), Source("Ani")),
    other_sections=("Lebak", "Serang"),
    topic="Panen 2026",
    search_title="Panen raya di Kampung Contoh",
    search_description="Hasil panen naik dua kali lipat.",
    social="Panen raya! 🌾",
    canonical="https://contoh.id/panen",
    event=datetime(2026, 3, 5, 8, 0, tzinfo=WIT),
    deadline=datetime(2026, 3, 5, 17, 0, tzinfo=WIT),
    checklist=(
        Answer("nama", Verdict.YES, "Sari Umpama", datetime(2026, 3, 5, 9, 0, tzinfo=WIT)),
        Answer("5w1h", Verdict.NO, "", datetime(2026, 3, 5, 9, 1, tzinfo=WIT), "Kapan?", "ab12"),
    ),
    publish=datetime(2026, 3, 6, 8, 0, tzinfo=WIT),
    corrections=(
        Correction(datetime(2026, 3, 7, 9, 0, tzinfo=WIT), "Semula 40 petani, seharusnya 45."),
        Correction(datetime(2026, 3, 8, 9, 0, tzinfo=WIT), "Nama ketua kelompok tani."),
    ),
    answers=StoryLink("Sawah Kampung Contoh Kering", "https://contoh.id/sawah", "b" * 32),
    answered_by=(
        StoryLink("Jawaban Dinas Misal", moment=datetime(2026, 3, 9, 9, 0, tzinfo=WIT)),
        StoryLink("Jawaban Kedua", "https://contoh.id/jawab"),
        StoryLink("Ralat Panen", "https://contoh.id/ralat", kind=LinkKind.CORRECTION),
    ),
    withdrawal=Withdrawal(datetime(2026, 3, 10, 9, 0, tzinfo=WIT), "Demi masa depan anak."),
    unread=(("deadline", "besok sore"),),
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    home: Path = tmp_path_factory.mktemp("data")
    store = Store.open(home, _told)
    yield store
    store.close()


def _told(report: RecoveryReport) -> None:
    """Be told of damage: there is none, so what was saved was taken for it."""
    raise AssertionError(report.short)


def test_every_field_comes_back(store: Store) -> None:
    for thing, plain in [(EVERYTHING, Story()), (EVERYTHING.photos[0], Photo(""))]:
        for field in fields(thing):
            if field.name not in ("revision", "created", "updated"):
                assert getattr(thing, field.name) != getattr(plain, field.name), field.name

    saved = store.stories.save(EVERYTHING)
    read = store.stories.get(saved.id)

    assert read == saved
    assert read == replace(EVERYTHING, revision=1, created=saved.created, updated=saved.updated)


def test_embargo_keeps_its_zone(store: Store) -> None:
    for moment in [
        datetime(2026, 3, 6, 7, 30, tzinfo=ZoneInfo("Asia/Makassar")),
        datetime(2026, 3, 6, 0, 10, tzinfo=WIT),
        datetime(2026, 3, 5, 23, 30, tzinfo=UTC),
        datetime(2026, 3, 5, 23, 30, tzinfo=timezone(-timedelta(hours=3, minutes=30))),
    ]:
        saved = store.stories.save(Story(headline="Ditahan", embargo=moment))
        read = store.stories.get(saved.id).embargo

        assert read is not None
        assert read.isoformat() == moment.isoformat()
        assert store.stories.list()[0].embargo == moment
        assert store.stories.list()[0].embargo.utcoffset() == moment.utcoffset()


_offsets = st.integers(-86_399, 86_399).map(lambda seconds: timezone(timedelta(seconds=seconds)))
_moments = st.datetimes(datetime(1900, 1, 2), datetime(2200, 1, 1), timezones=_offsets)
_days = st.none() | st.dates()
_texts = st.text()
_names = st.lists(_texts.filter(bool), max_size=3).map(tuple)
_shares = st.integers(0, 10_000).map(lambda share: share / 10_000)
_boxes = st.builds(Box, _shares, _shares, _shares, _shares)
_edits = st.builds(
    PhotoEdits,
    turn=st.sampled_from([0, 90, 180, 270]),
    crop=st.none() | _boxes,
    focal=st.none() | st.tuples(_shares, _shares),
    brightness=st.integers(40, 250).map(lambda percent: percent / 100),
    blurs=st.lists(_boxes, max_size=2).map(tuple),
)
_photos = st.builds(
    Photo,
    file=_texts,
    caption=_texts,
    credit=_texts,
    alt=_texts,
    taken=_days,
    place=_texts,
    lead=st.booleans(),
    digest=st.just("") | st.just("b"),
    creator=_texts,
    copyright=_texts,
    keywords=_names,
    rights=st.sampled_from(Rights),
    source=_texts,
    permission=_texts,
    embargo=st.none() | _moments,
    edits=_edits,
)
_sources = st.lists(st.builds(Source, _texts, _texts, _texts, _texts), max_size=2).map(tuple)
_links = st.builds(StoryLink, _texts.filter(bool), _texts, _texts, st.none() | _moments)
_stories = st.builds(
    Story,
    headline=_texts,
    kicker=_texts,
    subheadline=_texts,
    body=_texts,
    dateline=st.builds(Dateline, _texts, _texts, _days, _texts),
    byline=st.lists(_texts, max_size=4).map(tuple),
    editor=_texts,
    section=_texts,
    tags=st.lists(_texts, max_size=4).map(tuple),
    slug=_texts,
    summary=_texts,
    status=st.sampled_from(Status),
    embargo=st.none() | _moments,
    closing=_texts,
    photos=st.lists(_photos, max_size=3).map(tuple),
    contributors=_names,
    sources=_sources,
    other_sections=_names,
    topic=_texts,
    search_title=_texts,
    search_description=_texts,
    social=_texts,
    canonical=_texts,
    event=st.none() | _moments,
    deadline=st.none() | _moments,
    publish=st.none() | _moments,
    corrections=st.lists(st.builds(Correction, _moments, _texts), max_size=2).map(tuple),
    answers=st.none() | _links,
    answered_by=st.lists(_links, max_size=2).map(tuple),
    withdrawal=st.none() | st.builds(Withdrawal, _moments, _texts),
    id=st.builds(new_id),
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(first=_stories, second=_stories)
def test_any_story_and_any_change_of_it_come_back(
    shared: Store, first: Story, second: Story
) -> None:
    saved = shared.stories.save(first)
    assert shared.stories.get(first.id) == saved

    changed = replace(second, id=saved.id, revision=saved.revision, created=saved.created)
    again = shared.stories.save(changed)
    read = shared.stories.get(first.id)

    assert read == again == replace(changed, revision=2, updated=again.updated)
    if changed.embargo and read.embargo:
        assert read.embargo.utcoffset() == changed.embargo.utcoffset()
