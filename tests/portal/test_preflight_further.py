"""What is asked of rights, times, rubrics and search; and how a house weighs what is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from newsroom.language.finding import Finding, Severity
from newsroom.language.house import House, HouseError
from newsroom.language.requirements import requirements
from newsroom.portal.preflight import preflight
from newsroom.portal.preflight.override import UNCHOSEN
from newsroom.portal.profile import load_profile
from newsroom.story.aftermath import Correction, LinkKind, StoryLink, Withdrawal
from newsroom.story.dateline import Dateline
from newsroom.story.rights import Rights
from newsroom.story.story import Photo, Story
from newsroom.story.texts import SEARCH_DESCRIPTION, SEARCH_TITLE
from newsroom.story.workflow import Status

PROFILE = load_profile("infobanten")
NOW = datetime(2024, 5, 17, 3, tzinfo=UTC)
HOUR = timedelta(hours=1)
PHOTO = Photo("rak.jpg", caption="Rak buku di geladak.", credit="Ratna Andaian", alt="Rak buku")
GOOD = Story(
    headline="Perahu Pustaka Singgah di Pulau",
    body="Perahu pustaka tiba.",
    section="Pendidikan",
    tags=("Buku",),
    summary="Perahu tiba.",
    photos=(PHOTO,),
    byline=("Rina Contoh",),
    dateline=Dateline("Serang", "infobanten.id"),
)


def found(story: Story, house: House | None = None, **given: Any) -> list[Finding]:
    at_hand = given.get("at_hand", True)
    return preflight(story, PROFILE, lambda photo: at_hand and bool(photo.file), NOW, house)


def rules(story: Story) -> list[tuple[str, str, str]]:
    return [(one.rule, str(one.severity), one.field) for one in found(story)]


def with_photo(**change: Any) -> Story:
    return replace(GOOD, photos=(replace(PHOTO, **change),))


WRONG: list[tuple[Story, tuple[str, str, str]]] = [
    (
        replace(GOOD, dateline=Dateline(date=NOW.date())),
        ("story.dateline", "warning", "dateline"),
    ),
    (
        with_photo(rights=Rights.COURTESY),
        ("story.photo_source", "warning", "photos[0].source"),
    ),
    *(
        (with_photo(credit=credit), ("story.photo_source", "warning", "photos[0].source"))
        for credit in ("Istimewa", "(Foto: istimewa)", "Ist.")
    ),
    *(
        (
            with_photo(rights=rights),
            ("story.photo_permission", "warning", "photos[0].permission"),
        )
        for rights in (Rights.AGENCY, Rights.HANDOUT)
    ),
    *(
        (
            with_photo(credit=credit, rights=Rights.OWN),
            ("story.photo_rights", "warning", "photos[0].rights"),
        )
        for credit in ("Istimewa", "Ratna Andaian/Istimewa", "foto: IST")
    ),
    (with_photo(embargo=NOW + HOUR), ("story.photo_embargo", "error", "photos[0].embargo")),
    (
        replace(with_photo(embargo=NOW + 2 * HOUR), publish=NOW + HOUR),
        ("story.photo_embargo", "error", "photos[0].embargo"),
    ),
    (
        replace(GOOD, other_sections=("Politik", "Astrologi")),
        ("story.other_section_unknown", "warning", "other_sections"),
    ),
    (
        replace(GOOD, search_title="k" * (SEARCH_TITLE + 1)),
        ("story.search_title_length", "hint", "search_title"),
    ),
    (
        replace(GOOD, search_description="k" * (SEARCH_DESCRIPTION + 1)),
        ("story.search_description_length", "hint", "search_description"),
    ),
    *(
        (replace(GOOD, canonical=address), ("story.canonical", "error", "canonical"))
        for address in (
            "kabar.example/banjir",
            "https://kabar example/banjir",
            "https://",
            "https://localhost/banjir",
            "ftp://kabar.example/banjir",
            "javascript:alert(1)",
            "https://[kabar/banjir",
            "https://kabar.example:seratus/",
            'https://kabar.example/"banjir"',
        )
    ),
    (
        replace(GOOD, publish=NOW + HOUR, embargo=NOW + 2 * HOUR),
        ("story.publish_embargoed", "error", "publish"),
    ),
    (replace(GOOD, publish=NOW - HOUR), ("story.publish_past", "warning", "publish")),
    (replace(GOOD, status=Status.HELD), ("story.held_until", "error", "embargo")),
    (
        replace(GOOD, publish=NOW + HOUR, event=NOW + 2 * HOUR),
        ("story.event_later", "hint", "event"),
    ),
    (replace(GOOD, deadline=NOW - HOUR), ("story.deadline", "hint", "deadline")),
    *(
        (
            replace(GOOD, corrections=(Correction(NOW, text),), status=Status.CORRECTED),
            ("story.correction_text", "error", "corrections"),
        )
        for text in ("", "  ", "\n")
    ),
    (
        replace(GOOD, status=Status.CORRECTED),
        ("story.correction_missing", "error", "corrections"),
    ),
    *(
        (
            replace(GOOD, answers=StoryLink("Sawah Kering", address)),
            ("story.answers_unlinked", "error", "answers"),
        )
        for address in ("", "kabar.example/sawah", "javascript:alert(1)")
    ),
    *(
        (
            replace(GOOD, answered_by=(StoryLink("Jawaban", address),)),
            ("story.answer_unlinked", "warning", "answered_by"),
        )
        for address in ("", "jawab", "https://")
    ),
    *(
        (replace(story, status=Status.WITHDRAWN), ("story.withdrawn_reason", "error", "withdrawal"))
        for story in (
            GOOD,
            replace(GOOD, withdrawal=Withdrawal(NOW, "")),
            replace(GOOD, withdrawal=Withdrawal(NOW, "  ")),
        )
    ),
]

RIGHT = [
    replace(GOOD, corrections=(Correction(NOW, "Semula 40."),), status=Status.CORRECTED),
    replace(GOOD, answers=StoryLink("Sawah Kering", "https://kabar.example/sawah")),
    replace(GOOD, answered_by=(StoryLink("Jawaban", "https://kabar.example/jawab"),)),
    replace(
        GOOD,
        answered_by=(StoryLink("Ralat", "https://kabar.example/r", kind=LinkKind.CORRECTION),),
        status=Status.CORRECTED,
    ),
    replace(GOOD, withdrawal=Withdrawal(NOW, "Demi anak."), status=Status.WITHDRAWN),
    replace(
        GOOD,
        body="",
        photos=(Photo(""),),
        withdrawal=Withdrawal(NOW, "Demi anak."),
        status=Status.WITHDRAWN,
    ),
    with_photo(rights=Rights.OWN),
    with_photo(rights=Rights.COURTESY, source="Warga Kampung Rekaan"),
    with_photo(credit="Istimewa", source="Warga Kampung Rekaan"),
    with_photo(credit="Istimewa", rights=Rights.COURTESY, source="Warga Kampung Rekaan"),
    with_photo(credit="Istimewa/Ratna Andaian"),
    with_photo(credit="Humas Daerah Istimewa Rekaan", rights=Rights.OWN),
    with_photo(credit="Isti Andaian", rights=Rights.OWN),
    with_photo(rights=Rights.AGENCY, permission="langganan"),
    with_photo(embargo=NOW - HOUR),
    replace(with_photo(embargo=NOW + HOUR), publish=NOW + HOUR),
    replace(with_photo(embargo=NOW + HOUR), embargo=NOW + 2 * HOUR),
    replace(GOOD, other_sections=("politik", "UMKM", " ")),
    replace(GOOD, search_title="k" * SEARCH_TITLE, search_description="k" * SEARCH_DESCRIPTION),
    replace(GOOD, canonical="https://kabar.example/2024/banjir?lang=id#atas"),
    replace(GOOD, canonical=" http://kabar.example "),
    replace(GOOD, publish=NOW + HOUR, embargo=NOW + HOUR),
    *(
        replace(GOOD, publish=NOW - early, embargo=NOW - HOUR, status=Status.PUBLISHED)
        for early in (HOUR, 2 * HOUR)
    ),
    *(replace(GOOD, **{field: NOW + HOUR}, status=Status.HELD) for field in ("publish", "embargo")),
    replace(GOOD, publish=NOW + HOUR, event=NOW),
    replace(GOOD, event=NOW + HOUR),
    replace(GOOD, deadline=NOW + HOUR),
    replace(GOOD, deadline=NOW - HOUR, status=Status.READY),
]


@pytest.mark.parametrize(("story", "expected"), WRONG)
def test_what_is_wrong_is_found(story: Story, expected: tuple[str, str, str]) -> None:
    assert rules(story) == [expected]


@pytest.mark.parametrize("story", RIGHT)
def test_what_is_right_is_let_be(story: Story) -> None:
    assert found(story) == []


def test_what_is_beyond_is_pointed_at() -> None:
    sections, title, address = (
        replace(GOOD, other_sections=("Politik", "Astrologi")),
        replace(GOOD, search_title="Perahu " * 10),
        replace(GOOD, canonical="kabar.example"),
    )

    for story, text in (
        (sections, "Politik, Astrologi"),
        (title, title.search_title),
        (address, address.canonical),
    ):
        (finding,) = found(story)
        assert text[finding.start : finding.end] == finding.text != ""


def test_moments_are_told_by_the_clock_of_the_portal() -> None:
    east = datetime(2024, 5, 18, 9, tzinfo=timezone(timedelta(hours=9)))

    (photo,) = found(with_photo(embargo=east))
    (story,) = found(replace(GOOD, publish=NOW + HOUR, embargo=east))

    assert photo.message == (
        "Foto ini baru boleh tayang Sabtu (18/5/2024) pukul 07.00 WIB; "
        "naskahnya belum ditahan sampai saat itu."
    )
    assert story.message == "Waktu tayang mendahului embargo, Sabtu (18/5/2024) pukul 07.00 WIB."


def test_the_messages_name_what_they_speak_of() -> None:
    texts = [
        found(story)[0].message
        for story in (
            with_photo(credit="Istimewa", rights=Rights.OWN),
            with_photo(rights=Rights.AGENCY),
            replace(GOOD, other_sections=("Astrologi {rubrik}",)),
        )
    ]

    assert texts == [
        "Kreditnya Istimewa, tetapi haknya tertulis Foto sendiri.",
        "Izin pemakaian foto belum dicatat (Kantor berita).",
        "Rubrik lain “Astrologi {rubrik}” tidak ada di Info Banten, jadi tidak ikut terkirim.",
    ]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"contributors": ("⟨nama⟩",)}, "contributors"),
        *(
            ({name: "⟨nama⟩"}, name)
            for name in ("topic", "search_title", "search_description", "social")
        ),
    ],
)
def test_a_further_field_that_nobody_filled_in_blocks(change: dict[str, Any], field: str) -> None:
    assert rules(replace(GOOD, **change)) == [("story.field", "error", field)]


@pytest.mark.parametrize("name", ["creator", "source", "permission", "copyright"])
def test_a_right_that_nobody_filled_in_blocks(name: str) -> None:
    assert rules(with_photo(**{name: "⟨nama⟩"})) == [("story.field", "error", f"photos[0].{name}")]


def test_search_engines_are_thought_to_show_as_much_as_the_card_does() -> None:
    assert SEARCH_DESCRIPTION == SEARCH_DESCRIPTION


# What is declared, and what a house makes of it.


def test_all_that_is_declared_is_looked_for_and_weighs_as_declared() -> None:
    more = [
        Story(),
        replace(GOOD, headline=f"{'Kata ' * 15}tiba."),
        replace(GOOD, body="kata " * 36 + "\n\n![](lain.jpg) ⟨nama⟩"),
        replace(GOOD, photos=(Photo(""), Photo("hilang.jpg"))),
        replace(GOOD, unread=(("embargo", "besok sore"),)),
        replace(GOOD, section="Astrologi", summary="kata " * 40, embargo=NOW - HOUR),
    ]
    stories = [story for story, _ in WRONG] + more
    all_found = [one for story in stories for one in found(story, at_hand=False)]

    # What two desks are at odds in stands beside the story, and is tried where they are.
    assert {one.rule for one in all_found} | {UNCHOSEN} == set(requirements())
    for one in all_found:
        assert one.severity is requirements()[one.rule].severity
        assert "{" not in one.message


def test_what_is_declared_can_be_read() -> None:
    for name, rule in requirements().items():
        assert rule.id == name
        assert rule.family == "story"
        assert rule.message.endswith((".", "?"))
        assert rule.source


def test_a_house_leaves_rules_out() -> None:
    story = replace(with_photo(alt="", caption=""), tags=())

    off = House("kabar", off=frozenset({"story.alt", "story.tags"}))

    assert [one.rule for one in found(story, off)] == ["story.caption"]
    assert found(story, House("kabar", off=frozenset({"story.caption", "story"}))) == []


def test_what_blocks_does_not_go_with_its_family() -> None:
    story = replace(with_photo(alt="", embargo=NOW + HOUR), headline="", tags=())

    left = found(story, House("kabar", off=frozenset({"story"})))

    assert [one.rule for one in left] == ["story.headline", "story.photo_embargo"]


def test_a_house_weighs_rules_otherwise() -> None:
    severity = {"story.alt": Severity.ERROR, "story.caption": Severity.HINT}
    story = with_photo(alt="", caption="")

    weighed = {one.rule: one.severity for one in found(story, House("kabar", severity=severity))}

    assert weighed == severity


def test_a_house_may_name_all_that_is_asked() -> None:
    severity = dict.fromkeys(requirements(), Severity.HINT)
    House("kabar", off=frozenset(requirements()), severity=severity).require(["spelling"])
    with pytest.raises(HouseError, match=r"“story\.alts” tidak ada; mungkin maksudnya “story\.alt"):
        House("kabar", off=frozenset({"story.alts"})).require(["spelling"])


def test_a_time_that_can_not_be_read_stands_in_the_way() -> None:
    photo = Photo("a.jpg", unread=(("embargo", "besok sore"),))
    story = Story(photos=(photo,), unread=(("publish", "31/2/2030"),))
    told = [one for one in found(story) if one.rule == "story.unread_time"]

    assert [one.field for one in told] == ["photos[0].embargo", "publish"]
    assert {one.severity for one in told} == {Severity.ERROR}
    assert "besok sore" in told[0].message
