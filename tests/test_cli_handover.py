from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from newsroom.app import Newsroom
from newsroom.exchange.naskah import read_naskah
from newsroom.exchange.unpacked import keep_picture
from newsroom.resources import resource
from newsroom.story.comments.comment import Comment
from newsroom.story.days import figures
from tests.commands import Command, is_one_line

STORY = "---\nheadline: Panen\n---\n\nWarga panen padi.\n"


@pytest.fixture
def there(tmp_path: Path) -> Path:
    return tmp_path / "there"


def id_of(command: Command, tmp_path: Path) -> str:
    """Return the id of a story that is taken in here."""
    (tmp_path / "panen.md").write_text(STORY, encoding="utf-8")
    return command("import", tmp_path / "panen.md").out.strip()


def write(home: Path, id: str, old: str, new: str) -> None:
    with closing(Newsroom(home).open_store()) as store:
        story = store.stories.get(id)
        store.stories.save(replace(story, body=story.body.replace(old, new)))


def test_a_story_goes_there_and_comes_back(command, there, tmp_path):
    id, file = id_of(command, tmp_path), tmp_path / "panen.naskah"
    assert command("export", id[:8], "--to", "naskah", "--out", file).lines == [str(file)]

    new = command("import", file, home=there)
    assert (new.code, new.lines) == (0, [id])
    assert new.err == f"newsroom: {file}: naskah baru\n"
    again = command("import", file, home=there)
    assert again.lines == [id]
    assert "tidak ada tulisan baru" in again.err

    write(command.home, id, "padi", "jagung")
    write(there, id, "padi", "kedelai")
    back = command("export", id, "--to", "naskah", "--out", tmp_path, home=there).out.strip()
    merged = command("import", back)

    assert merged.lines == [id]
    assert is_one_line(merged.err)
    assert "digabung" in merged.err
    assert "1 perbedaan perlu dipilih" in merged.err
    assert len(command("list").lines) == 1


def test_moments_are_told_by_the_clock_of_the_newsroom(command, there, tmp_path):
    shipped = resource("portals", "infobanten.toml").read_text(encoding="utf-8")
    profile = command.home / "portals" / "infobanten.toml"
    profile.parent.mkdir(parents=True)
    own = shipped.replace("Asia/Jakarta", "Pacific/Kiritimati")
    profile.write_text(own, encoding="utf-8")
    zone = ZoneInfo("Pacific/Kiritimati")
    id, file = id_of(command, tmp_path), tmp_path / "panen.naskah"
    command("export", id, "--to", "naskah", "--out", file)
    command("import", file, home=there)
    write(command.home, id, "padi", "jagung")
    write(there, id, "padi", "kedelai")
    command("export", id, "--to", "naskah", "--out", file, home=there)
    command("import", file)
    with closing(Newsroom(command.home).open_store()) as store:
        remark = store.comments.add(id, Comment.new("Wati Misal", "Apa?", datetime.now(UTC)))
        [found] = store.conflicts.of(store.stories.get(id))

    left = read_naskah(file, keep_picture).moment.astimezone(zone)
    newest = command("versions", "list", id, "--format", "json").json[0]
    assert newest["note"] == f"dari meja lain, dibuat {figures(left)} {left:%H.%M}"
    said = remark.moment.astimezone(zone)
    assert f"  {said:%d-%m-%Y %H.%M} Wati Misal: Apa?" in command("comments", id).lines
    told = found.other.moment.astimezone(zone)
    assert f"[{told:%d-%m-%Y %H.%M}]" in command("conflicts", id).out

    profile.write_text("time_zone =", encoding="utf-8")  # a fault in it is in nobody's way
    assert "Wati Misal: Apa?" in command("comments", id).out
    assert command("import", file).lines == [id]


def test_a_sealed_story_is_opened_with_its_passphrase(command, there, tmp_path, monkeypatch):
    id, file = id_of(command, tmp_path), tmp_path / "panen.naskah"
    refused = command("export", id, "--to", "naskah", "--out", file, "--seal")
    assert (refused.code, file.exists()) == (2, False)
    assert is_one_line(refused.err)

    monkeypatch.setenv("NEWSROOM_NASKAH_PASSPHRASE", "rahasia")
    assert command("export", id, "--to", "naskah", "--out", file, "--seal").code == 0
    assert command("import", file, home=there).lines == [id]


def test_a_plain_file_goes_alone_and_is_a_new_story_each_time(command, there, tmp_path):
    id_of(command, tmp_path)
    file = tmp_path / "panen.naskah"
    made = command("export", tmp_path / "panen.md", "--to", "naskah", "--out", file)
    assert made.lines == [str(file)]

    one, other = (command("import", file, home=there) for _ in range(2))
    assert one.lines != other.lines
    assert command("show", one.out.strip(), home=there).out.endswith("Warga panen padi.\n")


def test_what_is_no_handover_is_not_sealed_and_says_so(command, tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSROOM_NASKAH_PASSPHRASE", "rahasia panjang")
    id, out = id_of(command, tmp_path), tmp_path / "panen.md"
    out.unlink()

    refused = command("export", id, "--to", "md", "--out", out, "--seal")

    assert (refused.code, out.exists()) == (2, False)
    assert "hanya untuk --to naskah" in refused.err
    assert is_one_line(refused.err)
