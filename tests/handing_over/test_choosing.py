"""What two desks wrote differently, and a person's choice between it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PIL import Image

from newsroom.app import Newsroom
from newsroom.story.comments.comment import Anchor, Comment, CommentKind, Subject, Wording
from newsroom.story.conflicts.choosing import Choice, in_place
from newsroom.story.conflicts.conflict import Conflict, Way, conflicts
from newsroom.story.dateline import Dateline
from newsroom.story.handover import State
from newsroom.story.merge.stories import conflict_id
from newsroom.story.person import Person, Role
from newsroom.story.photo_edits import Box, PhotoEdits
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status
from tests.commands import Command, is_one_line
from tests.handing_over.histories import PEOPLE, Desk

BODY = "Warga panen padi kemarin. Hujan turun lagi.\n\nHarga gabah naik. Petani senang sekali.\n"
FACE = Box(0.1, 0.1, 0.5, 0.5)


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[tuple[Desk, Desk]]:
    first, second = (Desk.at(tmp_path / f"desk-{n}", name) for n, name in enumerate(PEOPLE[:2]))
    yield first, second
    for desk in (first, second):
        desk.store.close()


@pytest.fixture
def id(desks: tuple[Desk, Desk], tmp_path: Path) -> str:
    """A story that both desks have."""
    Image.effect_noise((400, 300), 90).convert("RGB").save(tmp_path / "warga.png")
    photo = Photo(str(tmp_path / "warga.png"), "Warga memanen.")
    story = Story("Panen", body=BODY, photos=(photo,), section="Ekonomi")
    taken = desks[0].newsroom.take_in(story, desks[0].store)
    hand(desks[0], desks[1], taken.id, tmp_path)
    return taken.id


def hand(giver: Desk, taker: Desk, id: str, folder: Path) -> None:
    file = giver.hand_over(id, folder / "naskah.naskah")
    taker.newsroom.take_over(taker.store, file)


def write(desk: Desk, id: str, **values: object) -> None:
    desk.store.stories.save(replace(desk.story(id), **values))


def at_odds(
    desks: tuple[Desk, Desk], id: str, folder: Path, one: dict, other: dict
) -> list[Conflict]:
    """Have both desks write something, and return what the first one is to choose from."""
    first, second = desks
    write(first, id, **one)
    write(second, id, **other)
    hand(second, first, id, folder)
    return first.store.conflicts.of(first.story(id))


def choose(desk: Desk, id: str, way: Way, text: str = "") -> Story:
    desk.store.conflicts.choose(id, lambda found: [Choice(one, way, text) for one in found])
    return desk.story(id)


@pytest.mark.parametrize(
    ("way", "became"),
    [
        (Way.THIS, "Warga panen kedelai kemarin."),
        (Way.OTHER, "Warga panen jagung kemarin."),
        (Way.BOTH, "Warga panen kedelai jagung kemarin."),
        (Way.OWN, "Warga panen palawija kemarin."),
    ],
)
def test_the_chosen_words_stand_where_the_others_stood(desks, id, tmp_path, way, became):
    [found] = at_odds(
        desks, id, tmp_path,
        {"body": BODY.replace("padi", "jagung")}, {"body": BODY.replace("padi", "kedelai")},
    )  # fmt: skip
    assert (found.now, found.other.text, found.subject.old) == ("kedelai", "jagung", "padi")
    assert in_place(desks[0].story(id), Choice(found, way, "palawija"))[0] == "Warga panen "

    story = choose(desks[0], id, way, "palawija")

    assert story.body == BODY.replace("Warga panen padi kemarin.", became)
    thread = desks[0].store.comments.all(id)[-1]
    assert thread.resolved_by == PEOPLE[0]
    assert thread.chosen in became
    assert desks[0].store.conflicts.of(story) == []
    hand(*desks, id, tmp_path)
    assert desks[1].story(id).body == story.body
    assert desks[1].store.conflicts.of(desks[1].story(id)) == []


def test_words_that_one_desk_took_out_go_with_the_blank_beside_them(desks, id, tmp_path):
    [found] = at_odds(
        desks, id, tmp_path,
        {"body": BODY.replace(" Petani senang sekali.", "")},
        {"body": BODY.replace("senang sekali", "lega sekali")},
    )  # fmt: skip
    assert found.other.text == ""
    assert Way.BOTH not in found.ways
    assert choose(desks[0], id, Way.OTHER).body.rstrip() == BODY.replace(
        " Petani senang sekali.\n", ""
    )


def test_fields_that_are_no_text_take_the_value_of_the_other_desk(desks, id, tmp_path):
    photo = desks[1].story(id).photos[0]
    found = at_odds(
        desks, id, tmp_path,
        {
            "section": "Pertanian",
            "dateline": Dateline(place="SERANG", date=date(2031, 5, 17)),
            "photos": (replace(desks[0].story(id).photos[0], credit="Ani",
                               edits=PhotoEdits(brightness=1.2, blurs=(FACE,))),),
        },
        {
            "section": "Daerah",
            "dateline": Dateline(place="LEBAK", date=date(2031, 5, 18)),
            "photos": (replace(photo, credit="Budi", edits=PhotoEdits(brightness=0.8)),),
        },
    )  # fmt: skip
    fields = [one.anchor.field for one in found]
    assert sorted(fields) == [
        "dateline.date", "dateline.place", "photos[0].credit", "photos[0].edits", "section",
    ]  # fmt: skip
    before = desks[0].story(id)

    story = choose(desks[0], id, Way.OTHER)

    def others(one: Story) -> tuple[object, ...]:
        return one.section, one.dateline, one.photos[0].credit, one.photos[0].edits.brightness

    assert others(before) == ("Daerah", Dateline("LEBAK", "", date(2031, 5, 18)), "Budi", 0.8)
    assert others(story) == ("Pertanian", Dateline("SERANG", "", date(2031, 5, 17)), "Ani", 1.2)
    assert story.photos[0].digest == before.photos[0].digest
    assert FACE in story.photos[0].edits.blurs


def test_a_photo_that_one_desk_took_out_goes_if_that_is_chosen(desks, id, tmp_path):
    photo = replace(desks[1].story(id).photos[0], caption="Warga memanen padi.")
    [found] = at_odds(desks, id, tmp_path, {"photos": ()}, {"photos": (photo,)})
    assert found.anchor.field == "photos[0]"
    assert choose(desks[0], id, Way.OTHER).photos == ()


def test_words_that_have_moved_on_are_not_put_in_by_themselves(desks, id, tmp_path):
    at_odds(
        desks, id, tmp_path,
        {"body": BODY.replace("padi", "jagung")}, {"body": BODY.replace("padi", "kedelai")},
    )  # fmt: skip
    rewritten = BODY.replace("Warga panen padi kemarin.", "Musim tanam sudah tiba.")
    write(desks[0], id, body=rewritten)

    [found] = desks[0].store.conflicts.of(desks[0].story(id))
    assert (found.is_gone, found.other.text, found.ways) == (True, "jagung", (Way.THIS,))
    assert choose(desks[0], id, Way.THIS).body == rewritten
    assert desks[0].store.conflicts.of(desks[0].story(id)) == []


def told_of(field: str, id: str) -> Comment:
    """Return a conflict as a file may tell of it, whoever wrote that."""
    subject = Subject("", Wording("ini"), Wording("itu"))
    moment = datetime(2026, 3, 5, tzinfo=UTC)
    return Comment(
        "", "", moment, moment, CommentKind.CONFLICT, Anchor(field, 0, 0, ""), subject,
        thread=id, id=id,
    )  # fmt: skip


@pytest.mark.parametrize(
    "field", ["headline.x", "embargo.x", "photos[0].caption.x", "status", "id", "photos[0].digest"]
)
def test_what_no_merge_tells_of_can_only_be_left_as_it_is(field):
    story = Story("Panen", id="a", photos=(Photo("warga.jpg", "Warga."),))

    [found] = conflicts(story, [told_of(field, "1")], {})

    assert (found.is_gone, found.ways) == (True, (Way.THIS,))


def test_a_merge_of_which_one_side_is_unknown_leaves_nothing_to_choose():
    moment = datetime(2026, 3, 5, tzinfo=UTC)
    states = {
        "one": State("one", (), "", moment, Story("Panen", id="a")),
        "both": State("both", ("one", "other"), "", moment, Story("Panen Raya", id="a")),
    }
    told = told_of("headline", conflict_id(("one", "other"), "headline"))

    [found] = conflicts(Story("Panen Raya", id="a"), [told], states)

    assert found.is_gone


def test_nothing_goes_to_readers_while_two_wordings_wait(desks, id, tmp_path):
    first = desks[0]
    at_odds(
        desks, id, tmp_path,
        {"body": BODY.replace("padi", "jagung")}, {"body": BODY.replace("padi", "kedelai")},
    )  # fmt: skip
    for status in (Status.SUBMITTED, Status.EDITING):
        assert first.store.stories.change_status([id], status)[0].is_done
    refused = first.store.stories.change_status([id], Status.READY)[0]
    assert "1 perbedaan dari dua meja belum dipilih" in refused.why
    rules = [one.rule for one in clearance(first, id).in_the_way]
    assert "story.conflict" in rules

    choose(first, id, Way.OTHER)

    assert first.store.stories.change_status([id], Status.READY)[0].is_done
    assert "story.conflict" not in [one.rule for one in clearance(first, id).findings]


def clearance(desk: Desk, id: str):
    newsroom = desk.newsroom
    return newsroom.clearance(
        desk.story(id), newsroom.profile(), desk.store.media, override="tetap tayang"
    )


def test_conflicts_are_listed_and_chosen_by_command(desks, id, tmp_path, command: Command):
    home = tmp_path / "desk-0"
    at_odds(
        desks, id, tmp_path,
        {"headline": "Panen Raya", "body": BODY.replace("padi", "jagung")},
        {"headline": "Panen Besar", "body": BODY.replace("padi", "kedelai")},
    )  # fmt: skip
    listed = command("conflicts", id[:8], home=home).lines
    assert [line for line in listed if "itu: " in line][1].startswith("   itu: jagung  [Wati Misal")
    wrong = command("conflicts", id, "--choose", "3=itu", home=home)
    assert (wrong.code, is_one_line(wrong.err)) == (2, True)
    refused = command("export", id, "--to", "bundle", "--out", tmp_path / "b.zip", home=home)
    assert refused.code == 1
    assert "Perbedaan dari dua meja" in refused.err

    left = command("conflicts", id, "--choose", "2=keduanya", "--format", "json", home=home).json

    assert [one["anchor"]["field"] for one in left] == ["headline"]
    with closing(Newsroom(home).open_store()) as store:
        assert "kedelai jagung" in store.stories.get(id).body
        settled = [one for one in store.comments.all(id) if one.kind is CommentKind.CONFLICT]
    assert [one.chosen for one in settled if one.resolved] == ["kedelai jagung"]


def test_another_status_is_chosen_only_by_whose_step_it_is(desks, id, tmp_path, command: Command):
    first, home = desks[0], tmp_path / "desk-0"
    one, other = {"status": Status.EDITING}, {"status": Status.RETURNED}
    [conflict] = at_odds(desks, id, tmp_path, one, other)
    assert (conflict.now, conflict.value) == ("Disunting", Status.RETURNED)
    first.store.people.set_me(Person(first.name, Role.REPORTER))
    refused = command("conflicts", id, "--choose", "1=itu", home=home)
    assert (refused.code, "bukan wartawan" in refused.err) == (2, True)
    assert first.story(id).status is Status.EDITING

    first.store.people.set_me(Person(first.name, Role.EDITOR))
    assert command("conflicts", id, "--choose", "1=itu", home=home).code == 0
    assert first.story(id).status is Status.RETURNED
