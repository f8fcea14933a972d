"""Codes that people chose for themselves, learnt from how stories were signed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.story.initials import closing_code, completed
from newsroom.story.signatures import Signed, learnt

RINA, IRWAN, BADU = "Rina Andini", "Irwan Rekaan", "Badu Misal"


@pytest.mark.parametrize(
    ("people", "closing", "codes"),
    [
        ((RINA,), "(abc)", {"rina andini": "abc"}),
        ((RINA, ""), "(ABC)", {"rina andini": "abc"}),
        ((RINA, RINA), "(ra)", {"rina andini": "ra"}),
        (("Rina  Andini",), "(abc)", {"rina andini": "abc"}),
        ((IRWAN, RINA), "(wan/ra)", {"irwan rekaan": "wan", "rina andini": "ra"}),
        ((IRWAN, RINA), "(ra/wan)", {"irwan rekaan": "wan", "rina andini": "ra"}),
        ((IRWAN, RINA), "(wan-ra)", {"irwan rekaan": "wan", "rina andini": "ra"}),
        ((IRWAN, RINA), "(wan)", {"irwan rekaan": "wan"}),
        ((RINA,), "(ant/rin)", {"rina andini": "rin"}),
    ],
)
def test_a_code_is_its_persons(people: tuple[str, ...], closing: str, codes: dict[str, str]):
    assert learnt([Signed(people, closing)]).codes == codes


@pytest.mark.parametrize(
    ("people", "closing"),
    [
        ((RINA,), ""),
        ((RINA,), "(*)"),
        ((RINA,), "(red)"),
        ((RINA,), "(adv)"),
        ((RINA,), "(ant)"),
        ((RINA,), "(lihat peta)"),
        ((RINA,), "rin"),
        ((RINA, IRWAN), "(xyz)"),
        ((RINA, IRWAN), "(xyz/uvw)"),
        (("Rina Andini", "Rudi Amsal"), "(ra)"),
        ((), "(abc)"),
    ],
)
def test_what_is_nobodys_or_doubtful_is_not_learnt(people: tuple[str, ...], closing: str):
    assert learnt([Signed(people, closing)]).codes == {}


def test_the_houses_own_codes_are_nobodys():
    assert learnt([Signed((RINA,), "(kbr)")], ["(kbr)", "(*)", ""]).codes == {}


def test_the_newest_code_counts():
    stories = [Signed((RINA,), "(rin)"), Signed((RINA,), "(ra)")]
    assert learnt(stories).codes == {"rina andini": "rin"}


def test_who_signed_alone_is_known_where_two_sign():
    stories = [Signed((RINA, IRWAN), "(xyz/wan)"), Signed((RINA,), "(xyz)")]
    assert learnt(stories).codes == {"rina andini": "xyz", "irwan rekaan": "wan"}


def test_people_come_the_most_frequent_first():
    stories = [Signed((BADU,)), Signed((RINA, IRWAN)), Signed(("rina andini",)), Signed(("", " "))]
    assert learnt(stories).people[0] == RINA
    assert set(learnt(stories).people) == {RINA, IRWAN, BADU}


def test_a_slip_does_not_make_a_familiar_name_doubtful():
    often = [Signed((RINA,))] * 3
    assert learnt([*often, Signed(("Rina Andiny",))]).people == (RINA,)
    assert "Rudi Amsal" in learnt([*often, Signed(("Rudi Amsal",), "(rudi)")]).people
    assert "Rudi Amsal" in learnt([*often, *[Signed(("Rudi Amsal",))] * 2]).people


def test_a_code_in_a_names_place_is_no_name():
    stories = [Signed(("ra",)), Signed(("wan", RINA)), Signed(("kang",)), Signed((BADU,), "(kang)")]
    assert learnt(stories).people == (RINA, BADU)


def test_what_was_learnt_is_what_is_offered():
    known = learnt([Signed((RINA,), "(abc)"), Signed((IRWAN, BADU), "(wan/bm)")])

    assert closing_code([RINA], BADU, known.codes) == "(abc/bm)"
    assert closing_code(["Rina andini"], "", known.codes) == "(abc)"
    assert closing_code(["Tono Lain"], "", known.codes) == "(tl)"
    assert completed("abc, wan", known.people, known.codes) == f"{RINA}, {IRWAN}"


def test_a_code_is_its_owners_before_it_is_anothers_initials():
    known = learnt([Signed(("Rudi Amsal",), "(ra)"), Signed((RINA,), "(rin)")])
    assert completed("ra", known.people, known.codes) == "Rudi Amsal"


names = st.sampled_from([RINA, IRWAN, BADU, "Rudi Amsal", "Badu", "", " ", "Drs. Karta, M.Si."])
parts = st.sampled_from(["ra", "wan", "abc", "bm", "ant", "red", "*", "x1"])
codes = st.lists(parts, max_size=4).map(lambda some: f"({'/'.join(some)})") | st.text(max_size=12)
stories = st.lists(st.builds(Signed, st.lists(names, max_size=3).map(tuple), codes), max_size=6)


@given(stories)
def test_a_code_that_was_learnt_was_once_written_beside_its_person(stories: list[Signed]):
    known = learnt(stories)
    for person, code in known.codes.items():
        beside = [one for one in stories if code in one.closing.casefold()]
        assert any(person in (" ".join(n.split()).casefold() for n in one.people) for one in beside)


@given(stories, st.lists(names, max_size=3), names)
def test_a_closing_code_that_was_offered_teaches_the_same(
    stories: list[Signed], byline: list[str], editor: str
):
    known = learnt(stories)
    offered = closing_code(byline, editor, known.codes)
    again = learnt([Signed((*byline, editor), offered), *stories])
    assert closing_code(byline, editor, again.codes) == offered
