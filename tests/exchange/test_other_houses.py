"""One story through the styles of five newsrooms: read in any, sent in any other, read again.

The houses other than the one that ships are described in ``houses/``, as users would.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsroom.app import Newsroom
from newsroom.exchange.raw_text import split_for
from newsroom.portal.house_marks import carried_over, portal_opening
from newsroom.portal.profile import load_profile
from newsroom.resources import resource
from newsroom.story.caption import begun_caption, full_caption
from newsroom.story.dateline import Dateline, split_dateline
from newsroom.story.places import dateline_places
from newsroom.story.story import Photo, Story

HOUSES = Path(__file__).with_name("houses")
PICTURE = resource("samples", "perahu-pustaka.jpg")
SAMPLE = resource("samples", "perahu-pustaka.txt").read_text(encoding="utf-8")

HEADLINE = "Perahu Pustaka Antar Buku ke Kampung Rekaan"
CAPTION = "Warga memilih buku di dermaga Labuan, Selasa (14/5/2024)."
CREDIT = "Surti Misalwati/Rekaan"
BODY = """\
Perahu Pustaka singgah di dermaga **Labuan**, Selasa (14/5/2024).

“Bukunya kami antar,” kata Tirta Rekaan – nakhoda perahu itu.

Bukunya terdiri atas:

- 250 buku cerita; dan
- 450 buku *pelajaran*.

Baca juga: [Panen Buku di Rekaan](https://contoh.example/panen)

## Singgah Lagi

Perahu itu singgah lagi dua pekan kemudian."""


@dataclass(frozen=True)
class House:
    """How a newsroom opens and closes this story; ``tells`` is what its dateline says."""

    name: str
    opens: str
    closes: str
    tells: tuple[str, ...] = ("place",)


ALL = [
    House("infobanten", "LABUAN, infobanten.id – ", "(*)"),
    House("tapal-timur", "TAPALTIMUR.EXAMPLE, LABUAN -- ", "(tim)"),
    House("kantor-rekaan", "Labuan (KABAR REKAAN) - ", ""),
    House("pena-karang", "Labuan, penakarang.example (14/5/2024) – ", "***", ("place", "date")),
    House("loka-singkat", "lokasingkat.example - ", "(red)", ()),
]
PAIRS = [pytest.param(*pair, id=f"{pair[0].name}:{pair[1].name}") for pair in permutations(ALL, 2)]
PROFILES = {
    house.name: load_profile(house.name, HOUSES / "portals" if house is not ALL[0] else None)
    for house in ALL
}


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    home = tmp_path_factory.mktemp("redaksi")
    for folder in ("portals", "house"):
        shutil.copytree(HOUSES / folder, home / folder)
    return Newsroom(home)


def raw(house: House, closes: str | None = None) -> str:
    """The story as a reporter of that house sends it."""
    closes = house.closes if closes is None else closes
    return f"""\
{HEADLINE}

{CAPTION} (Foto: {CREDIT})

{house.opens}{BODY} {closes}

Penulis: Bayu Misalnya
Editor: Ratna Andaian
Tag: literasi, Perahu Pustaka
"""


def with_picture(story: Story) -> Story:
    (photo,) = story.photos
    return replace(story, photos=(replace(photo, file=str(PICTURE), alt="Perahu"),))


def sent(newsroom: Newsroom, story: Story, house: House, folder: Path) -> Path:
    """The upload for that house, as the page that its readers get."""
    profile = newsroom.profile(house.name)
    out = newsroom.export(story, "wxr", folder / f"{house.name}.xml", profile, None)
    tree = etree.parse(out).getroot()
    spaces = {prefix: address for prefix, address in tree.nsmap.items() if prefix}
    post = tree.xpath("//item[wp:post_type='post']", namespaces=spaces)[0]
    captions = tree.xpath("//item[wp:post_type='attachment']/excerpt:encoded", namespaces=spaces)
    tags = [one.text for one in post.xpath("category[@domain='post_tag']")]
    content = post.findtext("content:encoded", namespaces=spaces)
    editor = post.xpath("wp:postmeta[wp:meta_key='editor']/wp:meta_value", namespaces=spaces)
    page = folder / f"{house.name}.html"
    page.write_text(
        f"<html><head><meta charset='utf-8'></head><body><h1>{post.findtext('title')}</h1>"
        f"<p>{captions[0].text}</p>{content}"
        f"<p>Penulis: {tree.findtext('.//wp:author_display_name', namespaces=spaces)}</p>"
        f"<p>Editor: {editor[0].text}</p>"
        f"<p>Tag: {', '.join(tags)}</p></body></html>",
        encoding="utf-8",
    )
    return page


def facts(story: Story) -> dict[str, object]:
    """What must be the same in every house: all but the marks that each writes in its way."""
    photo = story.photos[0]
    return {
        "headline": story.headline,
        "kicker": story.kicker,
        "body": story.body,
        "byline": story.byline,
        "editor": story.editor,
        "tags": story.tags,
        "caption": photo.caption,
        "credit": photo.credit,
    }


def test_the_raw_text_of_each_house_is_the_same_story(newsroom: Newsroom) -> None:
    stories = [newsroom.split(raw(house)) for house in ALL]

    for house, story in zip(ALL, stories, strict=True):
        assert facts(story) == {
            "headline": HEADLINE,
            "kicker": "",
            "body": BODY,
            "byline": ("Bayu Misalnya",),
            "editor": "Ratna Andaian",
            "tags": ("literasi", "Perahu Pustaka"),
            "caption": CAPTION,
            "credit": CREDIT,
        }
        assert story.closing == house.closes
        dateline = story.dateline
        assert dateline.place.casefold() == ("labuan" if "place" in house.tells else "")
        assert dateline.date == (date(2024, 5, 14) if "date" in house.tells else None)
        assert dateline.source.casefold() == PROFILES[house.name].source.casefold()


@pytest.mark.parametrize(("ours", "theirs"), PAIRS)
def test_a_story_goes_from_house_to_house_and_comes_back(
    newsroom: Newsroom, tmp_path: Path, ours: House, theirs: House
) -> None:
    story = with_picture(newsroom.split(raw(ours)))
    back = newsroom.read_file(sent(newsroom, story, theirs, tmp_path), split=True)

    assert facts(back) == facts(story)
    assert back.closing == theirs.closes
    fields = [one for one in ("place", "date") if one in ours.tells and one in theirs.tells]
    for field in fields:
        told, told_again = (str(getattr(one.dateline, field)) for one in (story, back))
        assert told_again.casefold() == told.casefold()
    whole = with_picture(replace(back, dateline=replace(
        back.dateline,
        place=back.dateline.place or story.dateline.place,
        date=back.dateline.date or story.dateline.date,
    )))  # fmt: skip
    again = newsroom.read_file(sent(newsroom, whole, ours, tmp_path), split=True)
    assert facts(again) == facts(story)
    assert again.closing == story.closing
    assert again.dateline == (story.dateline if back.dateline.source else Dateline())


@pytest.mark.parametrize(("ours", "theirs"), PAIRS)
def test_each_house_opens_and_closes_it_in_its_own_way(
    newsroom: Newsroom, ours: House, theirs: House
) -> None:
    story = newsroom.split(raw(ours))
    whole = replace(story, dateline=replace(story.dateline, place="Labuan", date=date(2024, 5, 14)))
    profile = PROFILES[theirs.name]
    carries = newsroom.carried(whole, profile)

    assert portal_opening(carries.dateline, profile) == theirs.opens
    assert (carries.closing or profile.closing) == theirs.closes


@pytest.mark.parametrize("code", ["(rin/ab)", "(ant/abc)", "(bay)"])
@pytest.mark.parametrize(("ours", "theirs"), PAIRS)
def test_the_code_of_people_stays_theirs_in_every_house(
    newsroom: Newsroom, tmp_path: Path, ours: House, theirs: House, code: str
) -> None:
    story = with_picture(newsroom.split(raw(ours, code)))
    assert story.closing == code
    back = newsroom.read_file(sent(newsroom, story, theirs, tmp_path), split=True)
    assert (back.closing, back.body) == (code, BODY)


@pytest.mark.parametrize("house", ALL, ids=lambda house: house.name)
def test_a_caption_begun_by_a_houses_template_names_its_credit_once(
    newsroom: Newsroom, house: House
) -> None:
    taken = Photo("a.jpg", credit="Surti Misalwati", place="Labuan", taken=date(2024, 5, 14))
    for template in (*PROFILES[house.name].captions, "{siapa} di {tempat}."):
        photo = replace(taken, caption=begun_caption(template, taken))
        told = full_caption(photo)
        assert told.count("Surti Misalwati") == 1
        assert "Labuan" in told
        text = f"{HEADLINE}\n\n{told}\n\n{house.opens}Perahu itu singgah."
        (read,) = newsroom.split(text).photos
        assert full_caption(read) == told


@pytest.mark.parametrize(
    ("caption", "credit", "told"),
    [
        ("Warga antre. (Foto: Rina)", "Rina", "Warga antre. (Foto: Rina)"),
        ("Warga antre (Foto: Rina/Antara).", "Rina/Antara", "Warga antre (Foto: Rina/Antara)."),
        ("Warga antre. (Dok. Humas)", "Dok. Humas", "Warga antre. (Dok. Humas)"),
        ("Warga antre. Rina", "Rina", "Warga antre. Rina"),
        ("Warga menyapa Rina", "Rina", "Warga menyapa Rina (Foto: Rina)"),
        ("Warga (kiri) menyapa Rina.", "Rina", "Warga (kiri) menyapa Rina. (Foto: Rina)"),
        ("Rina", "Rina", "Rina (Foto: Rina)"),
        ("Warga antre. (Foto: Sari)", "Rina", "Warga antre. (Foto: Sari) (Foto: Rina)"),
        ("Warga antre. (Foto: Rina)", "", "Warga antre. (Foto: Rina)"),
        ("Warga antre.", "()", "Warga antre."),
    ],
)
def test_a_credit_is_added_where_the_caption_does_not_tell_it(
    caption: str, credit: str, told: str
) -> None:
    assert full_caption(Photo("a.jpg", caption=caption, credit=credit)) == told


def test_each_house_has_its_own_limits(newsroom: Newsroom) -> None:
    headline = "Perahu Pustaka Mengantar Buku ke Dermaga dan Kampung Nelayan di Pandeglang"
    story = newsroom.split(raw(ALL[0]).replace(HEADLINE, headline))
    too_long = []
    for house in ALL:
        found = newsroom.preflight(story, PROFILES[house.name], None, house.name)
        if any(one.rule == "story.headline_length" for one in found):
            too_long.append(house.name)
    assert len(story.headline) == 74
    assert too_long == ["infobanten", "tapal-timur", "kantor-rekaan", "loka-singkat"]
    checked = [
        house.name
        for house in ALL
        if any(
            one.rule == "house.headline"
            for one in newsroom.make_checker((), house.name).story(Story(headline=story.headline))
        )
    ]
    assert checked == ["tapal-timur"]


@pytest.mark.parametrize("house", ALL, ids=lambda house: house.name)
def test_each_house_has_its_own_quotation_marks(newsroom: Newsroom, house: House) -> None:
    story = replace(newsroom.split(raw(ALL[0])), headline="Warga: “Bukunya Bagus”")
    went = newsroom.carried(story, PROFILES[house.name], house.name)
    is_straight = house.name in ("kantor-rekaan", "loka-singkat")

    assert ("“" in went.body, '"' in went.body) == (not is_straight, is_straight)
    assert went.headline == ('Warga: "Bukunya Bagus"' if is_straight else story.headline)
    assert went.body.replace("“", '"').replace("”", '"') == BODY.replace("“", '"').replace("”", '"')
    faults = [one.rule for one in newsroom.make_checker((), house.name).story(went)]
    assert not {"house.quotes", "punctuation.quote_straight"} & set(faults)


def test_the_sample_goes_through_every_house_without_losing_a_word(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    story = newsroom.sample()
    assert SAMPLE.strip().endswith(story.closing)
    story = replace(
        story,
        dateline=replace(story.dateline, place="Labuan"),
        byline=("Bayu Misalnya",),
        editor="Ratna Andaian",
        tags=("literasi",),
    )
    went = story
    for house in (*ALL, *reversed(ALL[:-1])):
        went = replace(with_picture(went), dateline=replace(went.dateline, place="Labuan"))
        went = newsroom.read_file(sent(newsroom, went, house, tmp_path), split=True)
        assert facts(went) == facts(story)
    assert (went.closing, went.dateline.source) == ("(*)", "infobanten.id")


@pytest.mark.parametrize("opens", ["Jakarta (ANTARA) - ", "KABARLAIN.ID, Jakarta - "])
@pytest.mark.parametrize("house", ALL, ids=lambda house: house.name)
def test_the_mark_of_another_medium_stays_as_it_was_written(
    newsroom: Newsroom, house: House, opens: str
) -> None:
    story = newsroom.split(f"{HEADLINE}\n\n{opens}Perahu itu singgah.")
    profile = PROFILES[house.name]

    assert portal_opening(newsroom.carried(story, profile).dateline, profile) == opens


@pytest.mark.parametrize("opens", ["SERANG – ", "infobanten.id, Serang - ", "infobanten.id | "])
def test_at_home_a_story_stays_as_it_was_written(newsroom: Newsroom, opens: str) -> None:
    story = newsroom.split(f"{HEADLINE}\n\n{opens}Perahu itu singgah. (**)")
    carries = newsroom.carried(story, PROFILES["infobanten"])

    assert (portal_opening(carries.dateline, PROFILES["infobanten"]), carries.closing) == (
        opens,
        "(**)",
    )


@pytest.mark.parametrize(
    ("house", "opens"),
    [(ALL[1], "TAPALTIMUR.EXAMPLE, SERANG -- "), (ALL[2], "Serang (KABAR REKAAN) - ")],
    ids=lambda one: one.name if isinstance(one, House) else "",
)
def test_a_place_alone_goes_under_the_portals_name(
    newsroom: Newsroom, house: House, opens: str
) -> None:
    story = newsroom.split(f"{HEADLINE}\n\nSERANG – Perahu itu singgah. (*)")
    profile = PROFILES[house.name]
    carries = newsroom.carried(story, profile)

    assert portal_opening(carries.dateline, profile) == opens
    assert carries.closing == ""


def test_a_dateline_with_too_little_for_a_portal_is_told_and_not_written(
    newsroom: Newsroom,
) -> None:
    story = newsroom.split(raw(ALL[4]))
    for house in ALL:
        profile = PROFILES[house.name]
        went = newsroom.carried(story, profile)
        told = [one for one in newsroom.preflight(went, profile, None) if one.field == "dateline"]
        lacks = "place" in house.tells and house.name != "infobanten"
        assert bool(told) is lacks
        assert bool(portal_opening(went.dateline, profile)) is not lacks


def test_what_another_of_the_portals_had_first_keeps_its_name(newsroom: Newsroom) -> None:
    story = newsroom.split(raw(ALL[1]))
    first = replace(story, canonical="https://tapal-timur.example/perahu")
    profile = PROFILES["infobanten"]

    assert portal_opening(newsroom.carried(first, profile).dateline, profile) == ALL[1].opens


def test_a_house_with_a_fault_in_its_file_is_no_hindrance_to_the_others(tmp_path: Path) -> None:
    shutil.copytree(HOUSES / "portals", tmp_path / "portals")
    (tmp_path / "portals" / "rusak.toml").write_text("title = ", encoding="utf-8")

    assert Newsroom(tmp_path).split(raw(ALL[3])).closing == "***"


@pytest.mark.parametrize(
    ("typed", "closing"),
    [
        ("(\\*)", "(*)"),
        ("(\\*\\*)", "(**)"),
        ("\\*\\*\\*", "***"),
        ("**(red)**", "(red)"),
        ("*(rin/ab)*", "(rin/ab)"),
        ("_(tim)_", "(tim)"),
        ("**(*)**", "(*)"),
    ],
)
def test_a_code_that_stands_out_or_comes_from_word_is_a_code(
    newsroom: Newsroom, typed: str, closing: str
) -> None:
    story = newsroom.split(f"{HEADLINE}\n\nSERANG – Perahu itu singgah. {typed}")
    assert (story.closing, story.body) == (closing, "Perahu itu singgah.")


@pytest.mark.parametrize("end", ["*perahu (pustaka)*", "2 \\* 3", "tulisannya **(lihat peta)**"])
def test_what_only_stands_out_at_the_end_is_no_code(newsroom: Newsroom, end: str) -> None:
    story = newsroom.split(f"{HEADLINE}\n\nSERANG – Perahu itu singgah, {end}")
    assert (story.closing, story.body) == ("", f"Perahu itu singgah, {end}")


houses = st.sampled_from(ALL)


@given(st.sampled_from(dateline_places()), st.dates(date(1945, 1, 1)), houses, houses)
def test_the_facts_of_a_dateline_outlive_the_way_from_house_to_house(
    place: str, day: date, ours: House, theirs: House
) -> None:
    here, there = PROFILES[ours.name], PROFILES[theirs.name]
    portals = list(PROFILES.values())
    sources = [profile.source for profile in portals]
    story = Story(dateline=Dateline(place, here.source, day))
    for profile in (here, there, here):
        story = carried_over(story, profile, portals)
        opening = portal_opening(story.dateline, profile)
        found = split_dateline(f"{opening}Warga datang.", profile.datelines, sources)
        assert found
        read, start = found
        assert start == len(opening)
        assert portal_opening(read, profile) == opening
        # A portal that writes less than is known: the desk fills it in.
        story = Story(dateline=replace(read, place=read.place or place, date=read.date or day))


places = st.sampled_from(["", "Labuan", "SERANG", "Kab. Lebak"])
media = st.sampled_from(
    ["", "ANTARA", "kabarlain.id", *(profile.source for profile in PROFILES.values())]
)
ways = st.sampled_from(["", *(way for one in PROFILES.values() for way in one.datelines)])
datelines = st.builds(Dateline, places, media, st.none() | st.just(date(2024, 5, 14)), ways)
codes = st.sampled_from(["", "(*)", "(**)", "(red)", "(tim)", "***", "(rin/ab)", "(adv)", "(krb)"])


@given(datelines, codes, st.sampled_from(["", "https://kabar.example/perahu"]), houses)
def test_a_story_that_has_gone_to_a_house_goes_there_again_as_it_is(
    dateline: Dateline, code: str, canonical: str, house: House
) -> None:
    portals, profile = list(PROFILES.values()), PROFILES[house.name]
    story = Story(dateline=dateline, closing=code, canonical=canonical)
    went = carried_over(story, profile, portals)
    written = portal_opening(went.dateline, profile), went.closing or profile.closing

    again = carried_over(replace(went, closing=written[1]), profile, portals)
    assert (portal_opening(again.dateline, profile), again.closing or profile.closing) == written
    if code in ("(rin/ab)", "(adv)"):
        assert went.closing == code
    if dateline.source in ("ANTARA", "kabarlain.id"):
        assert went.dateline == dateline


names = st.sampled_from(["Rina Contoh", "Surti Misalwati", "Doktor Karta", "Istri Misal", "Antara"])
credits = st.one_of(
    names,
    st.builds("{}/{}".format, names, st.sampled_from(["Antara", "Rekaan", "Dok. Pribadi"])),
    st.builds("{} {}".format, st.sampled_from(["Dok.", "Dok", "Dokumentasi", "dok."]), names),
    st.sampled_from(["Istimewa", "istimewa", "Dok. Humas Pemkab Rekaan", "Antara/Rina Contoh"]),
)
captions = st.sampled_from(
    ["Warga memilih buku.", "Warga memilih buku", "Warga (kiri) memilih buku (14/5/2024).", CAPTION]
)


@given(captions, credits, houses, houses)
def test_caption_and_credit_are_told_apart_in_every_house(
    caption: str, credit: str, ours: House, theirs: House
) -> None:
    photo = Photo("", caption=caption, credit=credit)
    text = f"{HEADLINE}\n\n{full_caption(photo)}\n\n{ours.opens}Perahu itu singgah. {theirs.closes}"
    (read,) = split_for(text, list(PROFILES.values())).photos

    assert (read.caption, read.credit) == (caption, credit)
