"""What people ask for, and what they are given."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.store.search.finder import RANKED
from newsroom.store.store import Store
from newsroom.story.dateline import Dateline
from newsroom.story.source import Source
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status

BRIDGE = Story(
    headline="Jembatan Kampung Umpama Diperbaiki",
    body="Warga menunggu **perbaikan** jembatan sejak banjir. Rumah sakit rekaan kini dekat.",
    byline=("Rina Contoh",),
    tags=("Banjir", "Infrastruktur"),
    section="Pemerintahan",
    status=Status.READY,
    dateline=Dateline("Tirtamaya", "", date(2026, 6, 3)),
    sources=(Source("Karta Rahasia"),),
)
MARKET = Story(
    headline="Pasar Rekaan Ramai",
    body="Sakit hati pedagang terobati; rumah mereka tidak kebanjiran. Rina membeli ikan.",
    byline=("Adi Misal",),
    tags=("Ekonomi",),
    section="Ekonomi",
    status=Status.PUBLISHED,
    dateline=Dateline("Tirtamaya", "", date(2025, 1, 20)),
    photos=(Photo("pasar.jpg", caption="Ikan di lapak.", creator="Surti Misalwati"),),
)
DRAFT = Story(headline="Catatan hari ini", body="Belum ada banjir di Kampung Umpama.")
NAMES = {BRIDGE.headline: "jembatan", MARKET.headline: "pasar", DRAFT.headline: "draf"}


@pytest.fixture
def filled(store: Store) -> Store:
    for story in (BRIDGE, MARKET, DRAFT):
        store.stories.save(story)
    return store


def found(store: Store, query: str, **asked: object) -> set[str]:
    hits = store.stories.search(query, **asked)  # type: ignore[arg-type]
    assert store.stories.count(query, **asked) == len(hits)  # type: ignore[arg-type]
    return {NAMES[hit.story.headline] for hit in hits}


ASKED = {
    "banjir": {"jembatan", "draf"},
    "banjir umpama": {"jembatan", "draf"},
    "BANJIR ikan": set(),
    # The last word is still being typed.
    "jemb": {"jembatan"},
    "jemb ": set(),
    "kampung u": {"jembatan", "draf"},
    "embatan": set(),
    # Phrases, beginnings.
    '"rumah sakit"': {"jembatan"},
    "rumah sakit ": {"jembatan", "pasar"},
    '"rumah sak': {"jembatan"},
    "“rumah sakit”": {"jembatan"},
    "jemb* kini ": {"jembatan"},
    '"rumah sak"* ': {"jembatan"},
    # Fields.
    "penulis:rina ": {"jembatan"},
    "rina ": {"jembatan", "pasar"},
    'penulis: "rina contoh"': {"jembatan"},
    "Penulis:Adi": {"pasar"},
    "tag:banjir": {"jembatan"},
    "tag:": {"jembatan", "pasar", "draf"},
    "rubrik:ekonomi": {"pasar"},
    "judul:umpama": {"jembatan"},
    "surti": {"pasar"},
    # Statuses.
    "status:siap": {"jembatan"},
    "status:siap tayang banjir": {"jembatan"},
    'status:"siap tayang"': {"jembatan"},
    "status:Siap-Tayang": {"jembatan"},
    "status:published": {"pasar"},
    "status:draf,tayang": {"pasar", "draf"},
    "status:draf status:tayang": {"pasar", "draf"},
    "-status:draf": {"jembatan", "pasar"},
    "status:d": {"draf"},
    "status:embargo": set(),
    "status:entah": set(),
    # Days.
    "sejak:2026-06-01 sampai:30/6/2026": {"jembatan"},
    "sejak: 3 juni 2026 sampai:3-6-2026": {"jembatan"},
    "sampai:2025": {"pasar"},
    "sampai:mei 2026 rina": {"pasar"},
    "sejak:hari ini umpama": {"draf"},
    "sejak:2026-06-04 sampai:2026-06-01": set(),
    "sejak:entah": set(),
    # Left out.
    "umpama -rumah": {"draf"},
    "-umpama": {"pasar"},
    'umpama -"rumah sakit"': {"draf"},
    "umpama -tag:infrastruktur": {"draf"},
    # Sources.
    "karta": set(),
    "rahasia": set(),
    # No words at all.
    "": {"jembatan", "pasar", "draf"},
    "  ": {"jembatan", "pasar", "draf"},
    "%": set(),
    '"': set(),
    "-": set(),
    "🙂": set(),
    "*": set(),
}


@pytest.mark.parametrize("query", ASKED)
def test_a_query_finds_what_a_person_means(filled: Store, query: str) -> None:
    assert found(filled, query) == ASKED[query]


def test_the_last_word_of_a_whole_query_is_whole(filled: Store) -> None:
    assert found(filled, "jemb", growing=False) == set()
    assert found(filled, "jemb*", growing=False) == found(filled, "jembatan", growing=False)


def test_a_status_narrows_what_is_found(filled: Store) -> None:
    assert found(filled, "banjir", status=Status.DRAFT) == {"draf"}
    assert found(filled, "status:siap banjir", status=Status.DRAFT) == set()
    assert found(filled, "", status=Status.READY) == {"jembatan"}


def test_what_lies_in_the_bin_is_not_found(filled: Store) -> None:
    filled.stories.discard(DRAFT.id)
    assert found(filled, "banjir") == {"jembatan"}

    filled.stories.restore(DRAFT.id)
    assert found(filled, "banjir") == {"jembatan", "draf"}


def test_a_change_of_status_is_found_at_once(filled: Store) -> None:
    filled.stories.save(replace(filled.stories.get(DRAFT.id), status=Status.HELD))

    assert found(filled, "status:ditahan") == found(filled, "status:embargo") == {"draf"}
    assert found(filled, "status:draf") == set()


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("~mengumumkan", {"pengumuman", "diumumkan", "umumkan", "umum"}),
        ("~pengumuman ", {"pengumuman", "diumumkan", "umumkan", "umum"}),
        ("mengumumkan ", set()),
        ("judul:~umumkan", {"pengumuman", "diumumkan", "umumkan", "umum"}),
        ("~xyzzy", set()),
        ('~"mengumumkan"', set()),
    ],
)
def test_a_word_is_found_in_all_its_forms_when_asked(
    store: Store, query: str, told: set[str]
) -> None:
    headlines = ("pengumuman", "diumumkan", "umumkan", "umum", "umur", "umumi", "pemukulan")
    for headline in headlines:
        store.stories.save(Story(headline=headline))

    hits = store.stories.search(query)

    assert {hit.story.headline for hit in hits} - {"umumi"} == told


def test_all_words_are_found_in_all_their_forms_when_asked(store: Store) -> None:
    store.stories.save(Story(headline="Pembangunan jalan", body="Warga membantu."))
    store.stories.save(Story(headline="Membangun jembatan"))

    hits = store.stories.search("dibangun bantuan ", forms=True)

    assert [hit.story.headline for hit in hits] == ["Pembangunan jalan"]
    assert hits[0].headline.marks == ((0, 11),)
    assert hits[0].snippet.marks == ((6, 14),)
    assert store.stories.search("dibangun bantuan ") == []


def test_the_headline_weighs_more_than_the_text(store: Store) -> None:
    store.stories.save(Story(headline="Dermaga dibuka", body="Nelayan datang."))
    for number in range(5):
        store.stories.save(Story(headline=f"Kabar {number}", body="Dermaga itu, dermaga lama."))

    assert store.stories.search("dermaga")[0].story.headline == "Dermaga dibuka"


def test_of_equals_the_last_begun_comes_first(store: Store) -> None:
    for name in "abc":
        store.stories.save(Story(headline=f"Panen {name}"))

    assert [hit.story.headline[-1] for hit in store.stories.search("panen ")] == ["c", "b", "a"]


def test_hits_are_read_page_by_page(store: Store) -> None:
    for number in range(12):
        store.stories.save(Story(headline=f"Panen {number}", body="panen " * (number % 4)))
    whole = store.stories.search("panen", limit=None)

    pages = [store.stories.search("panen", limit=5, offset=start) for start in (0, 5, 10, 15)]

    assert [hit for page in pages for hit in page] == whole
    assert len(whole) == 12


def test_of_very_many_hits_those_in_headlines_are_found_however_old(store: Store) -> None:
    rows = [{"id": f"{n:032x}", "headline": "", "body": "Ikan."} for n in range(RANKED + 20)]
    rows[3]["headline"] = "Ikan dan nelayan"
    fill(store, rows)

    hits = store.stories.search("ikan ", limit=3)

    assert [hit.story.headline for hit in hits] == ["Ikan dan nelayan", "", ""]
    whole = store.stories.search("ikan ", limit=None)
    assert len({hit.story.id for hit in whole}) == len(whole) == RANKED + 20
    for start in (0, 2, RANKED - 3, RANKED + 15, RANKED + 40):
        page = store.stories.search("ikan ", limit=10, offset=start)
        assert page == whole[start : start + 10]
    assert store.stories.count("ikan ") == RANKED + 20


def fill(store: Store, rows: list[dict[str, str]]) -> None:
    """Put many stories into a store at once."""
    model = store.stories.save(Story(headline="model"))
    with store._database.write() as session:
        connection = session.connection()
        names = [row[1] for row in connection.exec_driver_sql("PRAGMA table_info(story)")]
        columns = [name for name in names if name not in ("number", "id", "headline", "body")]
        connection.exec_driver_sql(
            f"INSERT INTO story (id, headline, body, {', '.join(columns)}) "
            f"SELECT ?, ?, ?, {', '.join(columns)} FROM story WHERE id = '{model.id}'",
            [(row["id"], row["headline"], row["body"]) for row in rows],
        )


def test_a_snippet_shows_where_the_words_stand(store: Store) -> None:
    before = "Kalimat lain berdiri di depan. " * 40
    store.stories.save(
        Story(
            headline="Kabar",
            body=f"{before}\n\n{before[:300]}Warga **menari** di [laman](https://a.example).",
        )
    )

    [hit] = store.stories.search("menari laman")

    snippet = hit.snippet
    assert [snippet.text[start:end] for start, end in snippet.marks] == ["menari", "laman"]
    assert snippet.text.startswith("…")
    assert "*" not in snippet.text
    assert "example" not in snippet.text
    assert "\n" not in snippet.text
    assert len(snippet.text) < 200


def test_a_snippet_marks_accents_and_beginnings(store: Store) -> None:
    store.stories.save(Story(headline="ÉLISE datang", body="Kafe E\u0301lise dibuka kembali."))

    [hit] = store.stories.search("elise kemb")

    assert hit.headline.marks == ((0, 5),)
    assert hit.snippet.text == "Kafe Élise dibuka kembali."
    assert hit.snippet.marks == ((5, 10), (18, 25))


@pytest.mark.parametrize("said", ["Kata lain. ", "“Kata lain,” katanya. ", "**Kata** lain. "])
def test_a_snippet_is_cut_from_far_down_a_text(store: Store, said: str) -> None:
    store.stories.save(Story(headline="Kabar", body=f"{said * 90}Kafe Élise buka.\n\n{said * 90}"))

    for query in ("elise", "élise", "kafe elise"):
        [hit] = store.stories.search(query)
        text, marks = hit.snippet.text, hit.snippet.marks
        assert [text[start:end] for start, end in marks][-1] == "Élise"
        assert text.startswith("…")
        assert text.endswith("…")
        assert "*" not in text
        assert 120 < len(text) < 170


def test_a_snippet_has_no_marks_of_lists_and_ends_with_its_text(store: Store) -> None:
    store.stories.save(Story(headline="Kabar", body="Warga menari.\n\n- padi\n- jagung"))

    [hit] = store.stories.search("menari")

    assert hit.snippet.text == "Warga menari. padi jagung"


def test_a_word_in_no_text_is_shown_from_its_field(filled: Store) -> None:
    [hit] = filled.stories.search("surti")
    assert hit.snippet.text == "Surti Misalwati"
    assert hit.snippet.marks == ((0, 5),)

    [hit] = filled.stories.search("judul:jembatan")
    assert hit.headline.marks == ((0, 8),)
    assert hit.snippet.text.startswith("Warga menunggu perbaikan")
    assert hit.snippet.marks == ()


HOSTILE = [
    "kata " * 2_000,
    "k" * 10_000,
    '"' * 10_000,
    "(" * 10_000,
    "-" * 10_000,
    "tag:" * 2_500,
    "*" * 10_000,
    " ".join(f"kata{number}*" for number in range(1_200)),
    "a\x00b",
    "\x00",
    "AND",
    "NOT banjir",
    "banjir OR",
    "NEAR(banjir umpama, 5)",
    "^banjir",
    "{headline body} : banjir",
    "marks : draft",
    "\ue000draft",
    "\ue000",
    "banjir + umpama",
    "'; DROP TABLE story; --",
    'tag:"',
    "status:",
    "sejak:99999999-99-99",
    "sejak:0000",
    "sampai:9999-12-31",
    "sejak:0001-01-01",
    "sejak:31/2/2026",
    "~",
    "-~",
    "~-",
    "-~-banjir",
    "🙂🙂 banjir",
    "\ud83d banjir",
    "a" * 999 + " b",
    "\N{RIGHT-TO-LEFT OVERRIDE}banjir",
]


@pytest.mark.parametrize("query", HOSTILE)
@pytest.mark.parametrize("forms", [False, True])
def test_nothing_that_is_typed_is_an_error(filled: Store, query: str, forms: bool) -> None:
    hits = filled.stories.search(query, forms=forms)

    assert filled.stories.count(query, forms=forms) == len(hits)
    assert len(filled.stories.list(query=query)) in range(4)


def test_operators_are_words(filled: Store) -> None:
    filled.stories.save(Story(headline="NOT banjir AND NEAR"))

    hits = filled.stories.search("NOT banjir AND NEAR")

    assert [hit.story.headline for hit in hits] == ["NOT banjir AND NEAR"]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store.open(tmp_path_factory.mktemp("bersama"))
    for story in (BRIDGE, MARKET, DRAFT):
        store.stories.save(story)
    return store


pieces = st.sampled_from(
    ['"', "-", "~", "*", ":", " ", "tag:", "status:", "sejak:", "AND", "(", "^", "banjir", "1/2"]
)


@settings(max_examples=300, deadline=None)
@given(query=st.lists(pieces | st.text(max_size=3), max_size=12).map("".join))
def test_no_mixture_is_an_error(shared: Store, query: str) -> None:
    for forms in (False, True):
        hits = shared.stories.search(query, forms=forms)
        assert shared.stories.count(query, forms=forms) == len(hits)
        for hit in hits:
            for part in (hit.headline, hit.snippet):
                assert all(0 <= a < b <= len(part.text) for a, b in part.marks)


def test_random_days_are_found_as_they_stand(store: Store) -> None:
    rng = random.Random(7)
    days = [date(2023, 11, 20) + timedelta(rng.randrange(800)) for _ in range(60)]
    for day in days:
        store.stories.save(Story(headline=day.isoformat(), dateline=Dateline("", "", day)))

    for _ in range(40):
        first, last = sorted(rng.choices(days, k=2))
        hits = store.stories.search(f"sejak:{first} sampai:{last}", limit=None)
        told = sorted(hit.story.headline for hit in hits)
        assert told == sorted(str(day) for day in days if first <= day <= last)
