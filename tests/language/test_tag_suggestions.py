"""Which tags a text asks for."""

from __future__ import annotations

from newsroom.language.tag_suggestions import as_known, suggest_tags

STORY = """Gubernur Karta Wijaya membuka panen raya di Kabupaten Contoh.

Petani menyambut Karta Wijaya. UMKM setempat ikut berjualan.

“Panen raya ini berkah,” kata petani. Turut hadir Surti Misalwati."""


def test_tags_of_the_archive_come_first_the_most_used_before_the_others() -> None:
    archive = {"Panen-Raya": 3, "UMKM": 40, "banjir": 90, "raya di": 1}
    assert suggest_tags(STORY, archive)[:3] == ["UMKM", "Panen-Raya", "raya di"]
    assert "banjir" not in suggest_tags(STORY, archive)


def test_of_two_spellings_the_archives_usual_one_is_offered() -> None:
    archive = {"Umkm": 1, "UMKM": 3, "PANEN RAYA": 1, "Panen-Raya": 2}
    assert suggest_tags(STORY, archive)[:2] == ["UMKM", "Panen-Raya"]
    assert as_known("umkm", archive) == "UMKM"


def test_of_two_as_usual_ones_that_of_the_text_is_offered() -> None:
    assert suggest_tags(STORY, {"Umkm": 2, "UMKM": 2, "umkm": 2})[0] == "UMKM"
    assert as_known("Umkm", {"UMKM": 2, "Umkm": 2}) == "Umkm"


def test_all_spellings_of_a_tag_say_how_much_it_is_used() -> None:
    assert suggest_tags(STORY, {"petani": 3, "UMKM": 2, "Umkm": 2})[:2] == ["UMKM", "petani"]


def test_who_the_story_is_about_is_offered_and_who_is_named_once_is_not() -> None:
    assert suggest_tags(STORY, {}) == ["Karta Wijaya"]


def test_what_is_chosen_is_not_offered_again_in_whatever_case() -> None:
    assert suggest_tags(STORY, {"UMKM": 2}, chosen=["umkm", "karta wijaya"]) == []


def test_no_more_are_offered_than_asked_for() -> None:
    archive = {"panen": 1, "raya": 2, "petani": 3}
    assert suggest_tags(STORY, archive, limit=2) == ["petani", "raya"]


def test_a_tag_takes_the_spelling_of_the_archive() -> None:
    assert as_known("panen raya", {"Panen-Raya": 3, "panen raya": 1}) == "Panen-Raya"


def test_an_empty_story_asks_for_none() -> None:
    assert suggest_tags("", {"UMKM": 2}) == []
