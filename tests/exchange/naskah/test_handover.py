from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.files import read_story_file
from newsroom.exchange.naskah import MEDIUM, SMALL, estimated_size, read_naskah, write_naskah
from newsroom.exchange.unpacked import keep_picture
from newsroom.story.front_matter import read_story
from newsroom.story.handover import Handover
from newsroom.story.photo_edits import Box, PhotoEdits
from newsroom.story.story import Photo, Story
from tests.exchange.naskah.samples import (
    NOON,
    STORY,
    handover,
    pack,
    said,
    state,
    unpacked,
    write_picture,
)


def nothing(photo):
    return None


@pytest.fixture
def packed(tmp_path):
    picture = write_picture(tmp_path / "pasar.png")
    return write_naskah(
        handover(), lambda photo: picture if photo.origin else None, tmp_path / "pasar.naskah"
    )


def test_what_has_become_of_a_story_goes_along(packed):
    came, sent = read_naskah(packed, keep_picture), handover()

    photos = tuple(replace(one, file=Path(one.file).name) for one in came.story.photos)
    assert replace(came, story=replace(came.story, photos=photos)) == sent
    assert Path(came.story.photos[0].file).is_file()


def test_the_text_can_be_read_without_the_program(packed):
    with zipfile.ZipFile(packed) as archive:
        names = set(archive.namelist())
        story = read_story(archive.read("story.md").decode())
        lines = {
            name: [json.loads(line) for line in archive.read(name).splitlines()]
            for name in names
            if name.endswith(".jsonl")
        }
        manifest = json.loads(archive.read("manifest.json"))
    assert (story.headline, story.body) == (STORY.headline, STORY.body)
    assert {name: len(found) for name, found in lines.items()} == {
        "states.jsonl": 4,
        "steps.jsonl": 2,
        "comments.jsonl": 5,
    }
    assert lines["steps.jsonl"][1]["state"] == "4" * 32  # told once
    told = ("format", "uid", "rev", "head", "who", "moment")
    assert [manifest[key] for key in told] == [
        *("naskah/2", STORY.id, 0, "4" * 32, "Wati Misal", NOON.isoformat())
    ]
    assert set(manifest["files"]) == names - {"manifest.json"}


def test_what_is_done_in_a_picture_is_not_to_be_done_again(tmp_path):
    picture = write_picture(tmp_path / "anak.png", 240)
    edits = PhotoEdits(turn=90, brightness=1.2, blurs=(Box(0.1, 0.1, 0.5, 0.5),))
    photo = Photo("anak.png", digest="d" * 64, edits=edits)
    story = replace(STORY, photos=(photo,))
    sent = Handover(story, "1" * 32, (state("1" * 32, (), replace(story, id="")),))

    came = read_naskah(write_naskah(sent, lambda _: picture, tmp_path / "a.naskah"), keep_picture)

    (got,) = came.story.photos
    assert (got.origin, got.digest, got.edits) == ("d" * 64, "", PhotoEdits(brightness=1.2))
    with Image.open(got.file) as seen:
        assert seen.size == (160, 240)
    assert came.states == sent.states  # as it is at every desk


def test_it_can_be_read_as_a_story_of_its_own(packed):
    story = read_story_file(packed)

    assert (story.headline, story.body) == (STORY.headline, STORY.body)
    assert story.id != STORY.id


def test_an_older_file_is_a_story_alone(tmp_path):
    head = b"---\nheadline: Panen\nphotos:\n- {file: photos/a.png, caption: Padi.}\n---\n\nIsi.\n"
    files = {"photos/a.png": write_picture(tmp_path / "a.png").read_bytes(), "story.md": head}
    listed = {name: said(data) for name, data in files.items()}
    path = tmp_path / "lama.naskah"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        told = {"format": "naskah/1", "generator": "newsroom 0.1.0", "uid": STORY.id, "rev": 3}
        archive.writestr("manifest.json", json.dumps({**told, "files": listed}))

    came = read_naskah(path, keep_picture)

    (photo,) = came.story.photos
    assert (came.story.headline, came.story.body, photo.caption) == ("Panen", "Isi.", "Padi.")
    assert Path(photo.file).read_bytes() == files["photos/a.png"]
    assert replace(came, story=Story(id="")) == Handover(Story(id=""), head="")
    assert came.story.id != STORY.id


def test_what_a_later_program_adds_is_passed_over(packed, tmp_path):
    contents, manifest = unpacked(packed.read_bytes())
    for name, kind in (("steps.jsonl", "handover"), ("comments.jsonl", "note")):
        line = json.loads(contents[name].splitlines()[0])
        told = [{**line, "uid": "e" * 32, "id": "e" * 32, "kind": "besok"}, {**line, "besok": [1]}]
        told[1] |= {"uid": "f" * 32, "id": "f" * 32, "kind": kind}
        contents[name] += b"".join(json.dumps(one).encode() + b"\n" for one in told)
    contents["besok.bin"] = b"?"
    later = pack(tmp_path / "besok.naskah", contents, **manifest, besok={"a": 1})

    came = read_naskah(later, keep_picture)

    assert [one.uid for one in came.steps] == ["6" * 32, "7" * 32, "f" * 32]
    assert [one.id[0] for one in came.comments] == [*"89bcdf"]


def test_what_a_later_program_must_read_is_left_to_it(tmp_path):
    path = pack(tmp_path / "besok.naskah", {"story.md": b"Isi."}, format="naskah/3")
    with pytest.raises(ExchangeError, match=r"lebih baru \(naskah/3\); perbarui Newsroom"):
        read_naskah(path, keep_picture)


def test_of_a_long_past_the_newest_goes_along(tmp_path):
    long = [f"Alinea {number}: " + "kata " * 70 for number in range(10)]

    def body(number: int) -> str:
        return "\n\n".join([*long[:5], f"Ubahan {number}.", *long[5:]])

    # The clock ran backwards all the while.
    states = [
        state(
            f"{number:032}",
            (f"{number - 1:032}",) if number else (),
            replace(STORY, id="", body=body(number)),
            -number,
        )
        for number in range(400)
    ]
    step = handover().steps[0]
    steps = [
        replace(
            step,
            uid=f"{number:032}",
            moment=NOON + timedelta(hours=number),
            story=states[number].story or STORY,  # of most of them no state goes along
        )
        for number in range(400)
    ]
    sent = Handover(STORY, states[-1].uid, tuple(states), tuple(steps))

    path = write_naskah(sent, nothing, tmp_path / "panjang.naskah")

    came = read_naskah(path, keep_picture)
    assert path.stat().st_size < 100_000
    assert came.states == (*(replace(one, story=None) for one in states[:-50]), *states[-50:])
    assert came.steps == tuple(steps[-300:])


def test_no_state_is_made_from_itself(tmp_path, packed):
    contents, manifest = unpacked(packed.read_bytes())
    lines = [json.loads(line) for line in contents["states.jsonl"].splitlines()]
    lines[0]["parents"] = [lines[-1]["uid"]]
    contents["states.jsonl"] = b"".join(json.dumps(line).encode() + b"\n" for line in lines)

    with pytest.raises(ExchangeError, match="rusak"):
        read_naskah(pack(tmp_path / "lingkar.naskah", contents, **manifest), keep_picture)


def test_pictures_go_as_large_as_is_wanted(tmp_path):
    picture = tmp_path / "pasar.jpg"
    Image.effect_noise((3_000, 2_000), 40).resize((4_500, 3_000)).convert("RGB").save(picture)
    story = replace(STORY, photos=(Photo("pasar.jpg"),))
    sizes = []
    for side, longest in ((None, 4_500), (MEDIUM, 2_048), (SMALL, 1_280)):
        path = write_naskah(story, lambda _: picture, tmp_path / f"{side}.naskah", side=side)
        with Image.open(read_naskah(path, keep_picture).story.photos[0].file) as seen:
            assert max(seen.size) == longest
        size = path.stat().st_size
        assert size / 3 < estimated_size(story, lambda _: picture, side) < size * 3
        sizes.append(size)
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[2] < sizes[0] / 4
