"""A newsroom's settings, written to one file and taken over, without a window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.app import Newsroom
from newsroom.exchange.settings.share import read_share
from newsroom.resources import resource
from tests.commands import Answer, Command, is_one_line

SHIPPED = resource("portals", "infobanten.toml").read_text(encoding="utf-8")
TEMPLATE = "---\ntemplate: Cuaca\n---\n\nHujan turun di ⟨tempat⟩.\n"


Settings = Callable[..., Answer]


@pytest.fixture
def settings(command: Command) -> Settings:
    """Call a command of the settings in a newsroom's data folder."""
    return lambda home, *arguments: command("settings", *arguments, home=home)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """The data folder of somebody who takes over what others set."""
    return tmp_path / "saya"


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """The data folder of a newsroom that has set something for itself."""
    home = tmp_path / "mereka"
    for folder in ("portals", "templates"):
        (home / folder).mkdir(parents=True)
    portal = SHIPPED.replace('"Info Banten"', '"Info Rekaan"').replace(
        "headline = 70", "headline = 60"
    )
    (home / "portals" / "infobanten.toml").write_text(portal, encoding="utf-8")
    (home / "templates" / "cuaca.md").write_text(TEMPLATE, encoding="utf-8")
    return home


@pytest.fixture
def shared(settings: Settings, theirs: Path, tmp_path: Path) -> Path:
    path = tmp_path / "kiriman.redaksi"
    assert settings(theirs, "export", path).code == 0
    return path


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_settings_go_from_one_newsroom_to_another(
    settings: Settings, mine: Path, theirs: Path, shared: Path
) -> None:
    answer = settings(mine, "import", shared)

    assert answer.code == 0
    assert answer.out.splitlines() == [
        "Nama portal: “Info Banten” menjadi “Info Rekaan”",
        "Batas judul: 70 menjadi 60",
        "Templat cuaca.md: baru",
    ]
    assert is_one_line(answer.err)
    assert Newsroom(mine).settings() == Newsroom(theirs).settings()
    assert Newsroom(mine).profile().limits.headline == 60


def test_export_says_where_the_file_lies(settings: Settings, theirs: Path, tmp_path: Path) -> None:
    path = tmp_path / "baru" / "redaksi.redaksi"
    answer = settings(theirs, "export", path)

    assert (answer.code, answer.out, answer.err) == (0, f"{path}\n", "")
    assert read_share(path, "infobanten") == Newsroom(theirs).settings()


def test_export_into_a_folder_takes_the_newsrooms_name(
    settings: Settings, theirs: Path, tmp_path: Path
) -> None:
    answer = settings(theirs, "export", tmp_path, "--format", "json")

    path = tmp_path / "infobanten.redaksi"
    assert answer.json == {"file": str(path), "portal": "infobanten", "templates": ["cuaca.md"]}
    assert path.is_file()


def test_import_tells_in_json_what_it_changed(settings: Settings, mine: Path, shared: Path) -> None:
    answer = settings(mine, "import", shared, "--format", "json")

    assert (answer.code, answer.err) == (0, "")
    assert answer.json == {
        "file": str(shared),
        "portal": "infobanten",
        "applied": True,
        "changes": [
            {"what": "Nama portal", "how": "“Info Banten” menjadi “Info Rekaan”"},
            {"what": "Batas judul", "how": "70 menjadi 60"},
            {"what": "Templat cuaca.md", "how": "baru"},
        ],
    }
    again = settings(mine, "import", shared, "--format", "json")
    assert (again.code, again.json["changes"]) == (0, [])


def test_a_dry_run_only_tells(settings: Settings, mine: Path, shared: Path) -> None:
    told = settings(mine, "import", shared, "--dry-run", "--format", "json").json
    assert (told["applied"], len(told["changes"])) == (False, 3)
    assert not mine.exists()


def test_templates_of_ones_own_and_what_was_before_stay(
    settings: Settings, mine: Path, shared: Path
) -> None:
    own = SHIPPED.replace('"Info Banten"', '"Info Lama"')
    (mine / "portals").mkdir(parents=True)
    (mine / "templates").mkdir()
    (mine / "portals" / "infobanten.toml").write_text(own, encoding="utf-8")
    (mine / "templates" / "angin.md").write_text(TEMPLATE, encoding="utf-8")

    assert settings(mine, "import", shared).code == 0
    assert set(Newsroom(mine).settings().templates) == {"angin.md", "cuaca.md"}
    kept = mine / "portals" / "infobanten.toml.cadangan"
    assert kept.read_text(encoding="utf-8") == own


def test_another_portal_may_be_made_of_what_is_shared(
    settings: Settings, mine: Path, shared: Path
) -> None:
    assert settings(mine, "import", shared, "--portal", "kabar-baru").code == 0
    newsroom = Newsroom(mine)
    assert newsroom.profile("kabar-baru").title == "Info Rekaan"
    assert newsroom.house("kabar-baru").name == "kabar-baru"
    assert newsroom.profile().title == "Info Banten"

    out = mine / "kabar.redaksi"
    assert settings(mine, "export", out, "--portal", "kabar-baru").code == 0
    assert read_share(out, "kabar-baru") == newsroom.settings("kabar-baru")


@pytest.mark.parametrize("size", [0, 1, 100, -1])
def test_a_damaged_file_changes_nothing(
    settings: Settings, mine: Path, shared: Path, size: int
) -> None:
    mine.mkdir()
    shared.write_bytes(shared.read_bytes()[:size])
    answer = settings(mine, "import", shared)

    assert (answer.code, answer.out) == (2, "")
    assert is_one_line(answer.err)
    assert str(shared) in answer.err
    assert files(mine) == {}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["import", "tidak-ada.redaksi"], "tidak ditemukan"),
        (["export", "x.redaksi", "--portal", "tidak-ada"], "tidak ada; yang ada: infobanten"),
        (["export", "x.redaksi", "--portal", "../x"], "tidak sah"),
        (["import", "{shared}", "--portal", "../x"], "tidak sah"),
        (["import", "{shared}", "--format", "yaml"], "yang ada: text, json"),
        (["export", "x.redaksi", "--format", "yaml"], "yang ada: text, json"),
        (["import"], "BERKAS belum ditulis"),
        ([], "yang ada: export, import"),
        (["kirim"], "yang ada: export, import"),
        (["export", "x.redaksi", "y.redaksi"], "isian berlebih"),
    ],
)
def test_what_is_asked_wrongly_is_told_in_one_line(
    settings: Settings,
    mine: Path,
    shared: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    said: str,
) -> None:
    empty = tmp_path / "kosong"
    empty.mkdir()
    monkeypatch.chdir(empty)
    answer = settings(mine, *(one.replace("{shared}", str(shared)) for one in arguments))

    assert (answer.code, answer.out) == (2, "")
    assert is_one_line(answer.err)
    assert said in answer.err
    assert files(empty) == {}
    assert not mine.exists()


def test_settings_that_cannot_be_used_are_not_shared(
    settings: Settings, theirs: Path, tmp_path: Path
) -> None:
    portal = theirs / "portals" / "infobanten.toml"
    portal.write_text(SHIPPED.replace("headline = 70", "headline = 0"), encoding="utf-8")
    path = tmp_path / "salah.redaksi"
    answer = settings(theirs, "export", path)

    assert (answer.code, answer.out) == (2, "")
    assert is_one_line(answer.err)
    assert "headline" in answer.err
    assert not path.exists()


def test_a_place_that_cannot_be_written_to_is_told(
    settings: Settings, theirs: Path, tmp_path: Path
) -> None:
    (tmp_path / "berkas").write_text("Ini bukan folder.", encoding="utf-8")
    answer = settings(theirs, "export", tmp_path / "berkas" / "x.redaksi")

    assert (answer.code, answer.out) == (2, "")
    assert is_one_line(answer.err)
    assert "tidak dapat ditulis" in answer.err


def test_where_one_file_cannot_be_written_none_is(
    settings: Settings, mine: Path, shared: Path
) -> None:
    (mine / "templates" / "cuaca.md").mkdir(parents=True)  # a folder in a file's place
    before = files(mine)
    answer = settings(mine, "import", shared)

    assert (answer.code, answer.out) == (2, "")
    assert is_one_line(answer.err)
    assert files(mine) == before
    assert Newsroom(mine).profile().title == "Info Banten"


def test_help_is_in_indonesian(settings: Settings, mine: Path) -> None:
    for arguments in (["--help"], ["export", "--help"], ["import", "--help"]):
        answer = settings(mine, *arguments)
        assert answer.code == 0
        assert "Pemakaian:" in answer.out
        assert not {"Usage", "Options", "Commands", "Arguments"} & set(answer.out.split(":"))
        assert "..." not in answer.out
