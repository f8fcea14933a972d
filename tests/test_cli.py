"""The commands as a person or a script meets them: streams, JSON and exit codes."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image

from newsroom.app import EXPORTS, Newsroom
from newsroom.exchange.naskah import write_naskah
from newsroom.language.ignored import Ignored
from newsroom.language.requirements import requirements
from newsroom.resources import resource
from newsroom.story.source import Source
from newsroom.story.story import Photo, Story
from tests.commands import Command, is_one_line
from tests.exchange.documents import drawing, make_docx, paragraph, picture

RAW = resource("samples", "perahu-pustaka.txt")
PHOTO = resource("samples", "perahu-pustaka.jpg")
COMPLETE = """\
---
headline: Warga Kampung Rekaan Panen Buku
byline: [Melati Umpama]
dateline: {place: SERANG, source: infobanten.id}
section: Pendidikan
tags: [buku, kampung]
summary: Panen buku di Kampung Rekaan.
photos:
  - file: panen.jpg
    caption: Warga memilih buku di Kampung Rekaan, Juni 2019.
    credit: Dok. Rekaan
    alt: Warga memilih buku.
---

Warga Kampung Rekaan memilih buku.
"""


@pytest.fixture
def complete(tmp_path: Path) -> Path:
    (tmp_path / "panen.jpg").write_bytes(PHOTO.read_bytes())
    path = tmp_path / "panen.md"
    path.write_text(COMPLETE, encoding="utf-8")
    return path


# check


def test_check_prints_the_json_of_the_contract_alone(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "naskah.txt"
    file.write_text("Judul 🙂 naskah\n\nBirokrasi yang efesien.\n", encoding="utf-8")
    answer = command("check", file, "--format", "json")
    assert answer.code == 1
    assert answer.err == ""
    assert list(answer.json) == ["file", "house", "words", "findings"]
    assert answer.json["file"] == str(file)
    assert answer.json["house"] == "infobanten"
    assert answer.json["words"] == 5
    (finding,) = answer.json["findings"]
    assert finding == {
        "rule": "spelling",
        "severity": "error",
        "field": "body",
        "start": 31,
        "end": 38,
        "text": "efesien",
        "message": finding["message"],
        "suggestions": finding["suggestions"],
    }
    assert finding["suggestions"][0] == "efisien"


def test_check_of_a_clean_text_is_0(command: Command) -> None:
    answer = command("check", "-", "--format", "json", stdin="Warga memilih buku.")
    assert (answer.code, answer.json["file"], answer.json["findings"]) == (0, "-", [])


def test_check_splits_a_raw_text_when_told_to(command: Command) -> None:
    raw = "Warga Baca Buku di dermaga dengn Tenang\n\ninfobanten.id | Warga membaca bku di sini."
    whole = command("check", "-", "--format", "json", stdin=raw).json["findings"]
    parts = command("check", "-", "--split", "--format", "json", stdin=raw).json["findings"]
    spelling = {finding["text"] for finding in whole if finding["rule"] == "spelling"}
    assert spelling == {"dengn", "bku"}
    assert {finding["field"] for finding in whole} == {"body"}
    assert ("headline", "dengn") in {(finding["field"], finding["text"]) for finding in parts}
    assert ("body", "bku") in {(finding["field"], finding["text"]) for finding in parts}


def test_check_of_a_story_file_names_the_fields(command: Command, complete: Path) -> None:
    text = COMPLETE.replace("Panen buku di", "Panen efesien di")
    complete.write_text(text, encoding="utf-8")
    (finding,) = command("check", complete, "--format", "json").json["findings"]
    assert (finding["field"], finding["start"]) == ("summary", 6)


def test_check_orders_findings_by_field_and_place(command: Command, complete: Path) -> None:
    complete.write_text(COMPLETE.replace("buku", "bukuu"), encoding="utf-8")
    found = command("check", complete, "--format", "json").json["findings"]
    places = [(finding["field"], finding["start"]) for finding in found]
    assert places == sorted(places)
    assert {"body", "photos[0].alt", "photos[0].caption"} <= {field for field, _ in places}
    found = command("preflight", RAW, "--format", "json").json["findings"]
    assert [finding["field"] for finding in found] == sorted(one["field"] for one in found)


def test_check_for_people_says_where_in_lines(command: Command) -> None:
    answer = command("check", "-", stdin="Warga membaca.\n\nBuku yang efesien.\n")
    assert answer.out.startswith("body 3:11: salah: “efesien” tidak ada di kamus. → efisien")
    assert answer.err == "newsroom: -: 1 salah\n"


def test_words_of_the_user_are_right(command: Command, home: Path) -> None:
    with closing(Newsroom(home).open_store()) as store:
        store.words.add("gelipes")
    assert command("check", "-", stdin="Warga menyebutnya gelipes.").code == 0
    assert json.loads(command("spell", stdin="gelipes\n").out)["ok"]


def test_what_the_house_leaves_out_is_not_found(command: Command, home: Path) -> None:
    text = "Warga yang efesien bekerja agar supaya maju."
    (home / "house").mkdir(parents=True)
    (home / "house" / "kabar.toml").write_text("", encoding="utf-8")
    with closing(Newsroom(home).open_store()) as store:
        store.ignored.add("kabar", Ignored("spelling", "Efesien"))
    answer = command("check", "-", "--house", "kabar", "--format", "json", stdin=text)
    assert [finding["text"] for finding in answer.json["findings"]] == ["agar supaya"]
    assert answer.code == 0
    assert command("check", "-", stdin=text).code == 1


def test_words_are_added_removed_listed_and_shared(command: Command, tmp_path: Path) -> None:
    shared, copy = tmp_path / "redaksi.txt", tmp_path / "salinan.txt"
    shared.write_text("# Kamus\nRamadhan\ngelipes\n", encoding="utf-8")
    answer = command("words", "--import", shared, "--add", "nyadran", "--add", "GELIPES")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "newsroom: 3 kata ditambahkan, 1 sudah ada\n"
    assert command("words", "--remove", "ramadhan", "--export", copy).code == 0
    assert copy.read_text(encoding="utf-8") == "gelipes\nnyadran\n"
    assert command("words").out == "gelipes\nnyadran\n"
    assert command("check", "-", stdin="Warga menyebutnya gelipes.").code == 0


def test_a_word_or_a_list_that_cannot_be_taken_changes_nothing(
    command: Command, tmp_path: Path
) -> None:
    bad = tmp_path / "buruk.txt"
    bad.write_text("satu\ndua kata\n", encoding="utf-8")
    for arguments in (
        ("--add", "gelipes", "--import", bad),
        ("--add", "gelipes", "--add", "dua kata"),
        ("--add", "gelipes", "--import", tmp_path / "tidakada.txt"),
        ("--remove", "gelipes"),
    ):
        answer = command("words", *arguments)
        assert answer.code == 2
        assert answer.out == ""
        assert is_one_line(answer.err)
    assert command("words").out == ""


def test_check_goes_on_without_a_store(command: Command, home: Path) -> None:
    home.mkdir()
    (home / "newsroom.db").write_bytes(b"this is no database at all" * 50)
    answer = command("check", "-", stdin="Warga membaca.")
    assert answer.code == 0
    assert "kamus sendiri tidak terbaca" in answer.err


def test_check_by_a_house_of_ones_own(command: Command, home: Path) -> None:
    (home / "house").mkdir(parents=True)
    (home / "house" / "kabar.toml").write_text(
        'off = ["nonstandard"]\nwords = ["gelipes"]\n[phrases]\n"oknum" = {reason = "Sebut."}',
        encoding="utf-8",
    )
    text = "Oknum itu menghimbau warga membawa gelipes."
    usual = command("check", "-", "--format", "json", stdin=text).json
    assert usual["house"] == "infobanten"
    assert [one["text"] for one in usual["findings"]] == ["menghimbau", "gelipes"]
    own = command("check", "-", "--format", "json", "--house", "kabar", stdin=text).json
    assert own["house"] == "kabar"
    assert [(one["rule"], one["message"]) for one in own["findings"]] == [("house.term", "Sebut.")]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("words = [", "kabar.toml, di akhir berkas: bukan TOML yang sah"),
        ('\noff = ["wordines"]', "kabar.toml, baris 2: off: aturan “wordines” tidak ada"),
    ],
)
def test_a_faulty_house_file_is_named_with_its_line(
    command: Command, home: Path, text: str, says: str
) -> None:
    (home / "house").mkdir(parents=True)
    (home / "house" / "kabar.toml").write_text(text, encoding="utf-8")
    answer = command("check", "-", "--house", "kabar", stdin="Warga membaca.")
    assert (answer.code, answer.out) == (2, "")
    assert is_one_line(answer.err)
    assert says in answer.err


# spell


def test_spell_answers_every_line_in_order(command: Command) -> None:
    answer = command("spell", "--suggest", 2, stdin="efesien\nJakarta\r\njakarta\n\nmenulis")
    said = [json.loads(line) for line in answer.out.splitlines()]
    assert [(one["word"], one["ok"]) for one in said] == [
        ("efesien", False),
        ("Jakarta", True),
        ("jakarta", False),
        ("", True),
        ("menulis", True),
    ]
    assert said[0]["suggestions"][0] == "efisien"
    assert len(said[0]["suggestions"]) <= 2
    assert said[1]["suggestions"] == []
    assert said[2]["suggestions"][0] == "Jakarta"
    assert list(said[0]) == ["word", "ok", "suggestions"]


def test_spell_answers_while_the_other_side_waits(home: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "newsroom", "spell"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"NEWSROOM_HOME": str(home)},
        encoding="utf-8",
    ) as process:
        assert process.stdin
        assert process.stdout
        for word, ok in (("buku", True), ("bukku", False)):
            process.stdin.write(word + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["ok"] is ok
        process.stdin.close()
        assert process.wait(30) == 0


def test_a_reader_that_goes_away_is_no_error(home: Path, tmp_path: Path) -> None:
    words = tmp_path / "kata.txt"
    words.write_text("buku\n" * 20_000, encoding="utf-8")
    with words.open("rb") as stdin:
        process = subprocess.Popen(
            [sys.executable, "-m", "newsroom", "spell"],
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=os.environ | {"NEWSROOM_HOME": str(home)},
        )
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 0
        process.stderr.close()


def test_output_is_utf8_whatever_the_console_says(home: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-m", "newsroom", "spell"],
        input="café\n".encode(),
        capture_output=True,
        env=os.environ | {"NEWSROOM_HOME": str(home), "PYTHONIOENCODING": "ascii"},
    )
    assert json.loads(done.stdout.decode("utf-8"))["word"] == "café"


# rules


def test_rules_are_a_page_with_a_chapter_for_each_family(command: Command) -> None:
    answer = command("rules")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == command("rules").out
    lines = answer.out.splitlines()
    assert lines[0] == "# Aturan pemeriksaan bahasa"
    chapters = [line for line in lines if line.startswith("## ")]
    assert len(chapters) == len(set(chapters)) == 13
    assert "## Angka, uang, dan waktu (`number`)" in chapters
    assert "### `house.term`" in lines
    assert "*Salah.* Isian … belum diisi." in lines
    assert "- `Kerja yang efesien.` → `Kerja yang efisien.`" in lines
    assert "{text}" not in answer.out
    assert max(map(len, lines)) < 1_000


def test_rules_as_json_say_all_that_the_page_says(command: Command) -> None:
    rules = command("rules", "--format", "json").json
    page = command("rules").out
    assert [f"### `{rule['id']}`" for rule in rules] == [
        line for line in page.splitlines() if line.startswith("### ")
    ]
    for rule in rules:
        assert rule["family"] == rule["id"].split(".")[0]
        assert rule["severity"] in {"error", "warning", "hint"}
        assert rule["message"]
        assert rule["source"] in page
        if rule["id"] not in requirements():  # what is asked before an export has no examples
            assert len(rule["wrong"]) >= 3
            assert len(rule["right"]) >= 3
    assert {rule["id"] for rule in rules} >= set(requirements())
    assert rules[0]["wrong"][0] == {"wrong": "Kerja yang efesien.", "right": "Kerja yang efisien."}


# import, list, search, show


def test_import_gives_ids_that_the_other_commands_take(command: Command, complete: Path) -> None:
    answer = command("import", "--split", RAW, complete)
    raw, panen = answer.out.split()
    assert answer.code == 0
    assert command("show", raw[:8]).out.startswith("---\nheadline: 'Kadis Perpustakaan:")
    shown = command("show", panen, "--format", "json").json
    assert shown["id"] == panen
    assert shown["headline"] == "Warga Kampung Rekaan Panen Buku"
    assert shown["photos"][0]["file"] == "panen.jpg"
    assert len(shown["photos"][0]["digest"]) == 64


def test_import_splits_only_when_told_to(command: Command) -> None:
    id = command("import", RAW).out.strip()
    shown = command("show", id, "--format", "json").json
    assert shown["headline"] == ""
    assert shown["body"] == RAW.read_text(encoding="utf-8")


def test_import_takes_what_can_be_read_and_names_the_rest(
    command: Command, complete: Path, tmp_path: Path
) -> None:
    (tmp_path / "bukan.jpg").write_text("bukan foto", encoding="utf-8")
    bad = tmp_path / "buruk.md"
    bad.write_text("---\nheadline: X\nphotos: [{file: bukan.jpg}]\n---\n\nIsi.", encoding="utf-8")
    answer = command("import", tmp_path / "tidak-ada.md", bad, complete)
    assert answer.code == 2
    assert len(answer.out.split()) == 2  # the words come without the picture
    missing, not_a_picture = answer.err.splitlines()
    assert "tidak-ada.md" in missing
    assert "bukan.jpg" in not_a_picture
    assert len(command("list", "--format", "json").json) == 2


def test_list_and_search(command: Command, complete: Path) -> None:
    command("import", complete)
    command("import", "--split", RAW)
    stories = command("list", "--format", "json").json
    assert [one["headline"][:5] for one in stories] == ["Kadis", "Warga"]
    assert list(stories[0]) == [
        "id",
        "headline",
        "status",
        "byline",
        "updated",
        "words",
        "embargo",
        *("since", "holder", "editor", "deadline", "findings", "comments"),
    ]
    assert stories[0]["updated"].endswith("+00:00")
    assert len(command("list", "--limit", 1, "--format", "json").json) == 1
    assert command("list", "--status", "published", "--format", "json").json == []
    (found,) = command("search", "NELAYAN dermaga", "--format", "json").json
    assert found["headline"].startswith("Kadis")
    assert list(found) == [*list(stories[0])[:7], "snippet"]
    listed = command("list").out
    assert listed.count("\n") == 2
    assert "Draf" in listed


def test_search_shows_where_the_words_stand(command: Command, complete: Path) -> None:
    command("import", complete)

    (found,) = command("search", "penulis:melati memilih", "--format", "json").json
    assert found["snippet"] == {"text": "Warga Kampung Rekaan memilih buku.", "marks": [[21, 28]]}
    line, shown = command("search", "memilih").out.splitlines()
    assert line.startswith(found["id"][:8])
    assert shown.strip() == "Warga Kampung Rekaan memilih buku."


def test_search_takes_words_as_they_stand_or_by_their_forms(
    command: Command, complete: Path
) -> None:
    command("import", complete)

    assert command("search", "memil").out == command("search", "pemilihan").out == ""
    assert "Panen Buku" in command("search", "memil*").out
    assert "Panen Buku" in command("search", "pemilihan", "--forms").out


@pytest.mark.parametrize("query", ['"', "🙂", "AND (", "status:", "x" * 10_000])
def test_search_takes_any_text_for_a_query(command: Command, query: str) -> None:
    answer = command("search", query, "--format", "json")

    assert (answer.code, answer.json) == (0, [])


def test_a_list_has_a_line_for_each_story_whatever_its_headline_holds(
    command: Command, tmp_path: Path
) -> None:
    file = tmp_path / "naskah.md"
    file.write_text('---\nheadline: "Panen\\nRaya \\e[31mmerah"\n---\n\nIsi.', encoding="utf-8")
    command("import", file)
    (line,) = command("list").out.splitlines()
    assert line.endswith("  Panen Raya [31mmerah")


@pytest.mark.parametrize("way", ["show", "export"])
def test_a_story_that_went_out_as_a_file_comes_in_as_it_was(
    command: Command, complete: Path, tmp_path: Path, way: str
) -> None:
    file = tmp_path / "lagi.md"
    for source in (complete, RAW):
        id = command("import", "--split", source).out.strip()
        if way == "show":
            file.write_text(command("show", id).out, encoding="utf-8")
        else:
            command("export", id, "--to", "md", "--out", file)
        again = command("import", file).out.strip()
        before, after = (command("show", one, "--format", "json").json for one in (id, again))
        assert before.keys() == after.keys()
        changed = {key for key in before if before[key] != after[key]}
        assert changed == {"id", "created", "updated"}


def test_show_tells_no_sources(command: Command, home: Path) -> None:
    sources = (Source("Karta Rahasia", contact="0812000000"),)
    with closing(Newsroom(home).open_store()) as store:
        id = store.stories.save(Story("Panen", sources=sources)).id
    for form in ("md", "json"):
        shown = command("show", id, "--format", form).out
        assert "Panen" in shown
        assert "Karta" not in shown
        assert "0812000000" not in shown


# preflight, export


def test_preflight_of_a_complete_story_is_0(command: Command, complete: Path) -> None:
    answer = command("preflight", complete, "--format", "json")
    assert answer.code == 0
    assert answer.json["portal"] == "infobanten"
    id = command("import", complete).out.strip()
    assert command("preflight", id).code == 0


def test_preflight_of_a_raw_text_says_what_is_missing(command: Command) -> None:
    answer = command("preflight", RAW, "--format", "json")
    assert answer.code == 1
    errors = {one["field"] for one in answer.json["findings"] if one["severity"] == "error"}
    assert errors == {"section", "photos[0].file", "photos[0].credit"}


def test_preflight_weighs_by_the_house_that_is_named(
    command: Command, home: Path, complete: Path
) -> None:
    (home / "house").mkdir(parents=True)
    own = '[severity]\n"story.alt" = "error"\n'
    (home / "house" / "kabar.toml").write_text(own, encoding="utf-8")
    text = complete.read_text(encoding="utf-8")
    complete.write_text(re.sub(r"alt: .+", "alt: ''", text), encoding="utf-8")
    usual = command("preflight", complete, "--format", "json")
    strict = command("preflight", complete, "--format", "json", "--house", "kabar")
    assert [(usual.code, f["severity"]) for f in usual.json["findings"]] == [(0, "warning")]
    assert [(strict.code, f["severity"]) for f in strict.json["findings"]] == [(1, "error")]
    exported = command(
        "export", complete, "--to", "html", "--out", complete.parent / "a.html", "--house", "kabar"
    )
    assert "Teks alternatif belum diisi" in exported.err
    refused = command("preflight", complete, "--house", "lain")
    assert (refused.code, refused.out) == (2, "")


def test_preflight_tells_a_file_that_is_no_picture(command: Command, complete: Path) -> None:
    (complete.parent / "panen.jpg").write_text("bukan foto", encoding="utf-8")
    answer = command("preflight", complete, "--format", "json")
    assert answer.code == 1
    errors = [one for one in answer.json["findings"] if one["severity"] == "error"]
    assert [one["field"] for one in errors] == ["photos[0].file"]


@pytest.mark.parametrize("form", EXPORTS)
def test_export_of_a_file_and_of_a_stored_story(
    command: Command, complete: Path, tmp_path: Path, form: str
) -> None:
    id = command("import", complete).out.strip()
    for number, target in enumerate((complete, id)):
        out = tmp_path / f"hasil{number}"
        out.mkdir()
        answer = command("export", target, "--to", form, "--out", out)
        assert (answer.code, answer.err) == (0, "")
        (written,) = out.iterdir()
        assert answer.out.strip() == str(written)
        assert written.name.startswith("warga-kampung-rekaan-panen-buku")
        if form == "bundle":
            with zipfile.ZipFile(written) as bundle:
                assert any(name.startswith("media/nr-") for name in bundle.namelist())
        elif form == "docx":
            with zipfile.ZipFile(written) as document:
                assert "memilih buku" in document.read("word/document.xml").decode()
        else:
            told = "memilih buku" if form != "whatsapp-ringkas" else "Panen buku"
            assert told in written.read_text(encoding="utf-8")


def test_what_lacks_something_the_portal_needs_is_not_exported(
    command: Command, tmp_path: Path
) -> None:
    answer = command("export", RAW, "--to", "html", "--out", tmp_path / "a.html")
    assert answer.code == 1
    assert "Rubrik belum dipilih" in answer.err
    assert not (tmp_path / "a.html").exists()


@pytest.mark.parametrize(("form", "code"), [("bundle", 1), ("wxr", 1), ("html", 1), ("md", 0)])
def test_what_a_template_left_to_be_filled_in_is_not_exported_for_a_portal(
    command: Command, complete: Path, tmp_path: Path, form: str, code: int
) -> None:
    text = complete.read_text(encoding="utf-8")
    complete.write_text(f"{text}\n\nKata ⟨nama⟩, petani.\n", encoding="utf-8")
    out = tmp_path / "hasil"
    answer = command("export", complete, "--to", form, "--out", out)
    assert (answer.code, out.exists()) == (code, code == 0)
    assert ("Isian ⟨nama⟩ belum diisi." in answer.err) == (code == 1)


def test_an_exported_story_file_is_read_back(
    command: Command, complete: Path, tmp_path: Path
) -> None:
    out = tmp_path / "lagi.md"
    command("export", complete, "--to", "md", "--out", out)
    assert "file: panen.jpg" in out.read_text(encoding="utf-8")
    assert command("preflight", out).code == 0


# what can go wrong


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["terbitkan"], "perintah terbitkan tidak ada; yang ada: demo, check"),
        (["publish", "0123abcd"], "0123abcd tidak ditemukan"),
        (["--cepat"], "pilihan --cepat tidak dikenal"),
        (["check"], "BERKAS belum ditulis"),
        (["check", "a.txt", "b.txt"], "isian berlebih (b.txt)"),
        (["check", "a.txt", "--format"], "pilihan --format ditulis tanpa nilai"),
        (["check", "a.txt", "--format", "xml"], "--format xml tidak dikenal; yang ada: text, json"),
        (["check", "tidak-ada.txt"], "tidak-ada.txt"),
        (["check", "."], "folder"),
        (["check", "tidak-ada.md", "--house", "lain"], "gaya selingkung “lain” tidak ada"),
        (["rules", "--format", "xml"], "--format xml tidak dikenal; yang ada: md, json"),
        (["spell", "--suggest", "dua"], "nilai untuk --suggest tidak sah"),
        (["list", "--limit", "0"], "nilai untuk --limit tidak sah"),
        (["list", "--status", "tayang"], "--status tayang tidak dikenal; yang ada: draft"),
        (["show", "0123abcd"], "0123abcd tidak ditemukan"),
        (["export", "0123abcd", "--to", "pdf", "--out", "x"], "--to pdf tidak dikenal"),
        (["export", "0123abcd", "--to", "md"], "--out belum ditulis"),
        (["preflight", "tidak-ada.md"], "tidak-ada.md"),
    ],
)
def test_bad_use_is_2_and_one_line(command: Command, arguments: list[str], says: str) -> None:
    answer = command(*arguments)
    assert answer.code == 2
    assert answer.out == ""
    assert is_one_line(answer.err)
    assert says in answer.err


@pytest.mark.parametrize("arguments", [["spell"], ["check", "-"], ["check", "-", "--split"]])
def test_what_is_no_text_is_refused_with_its_line(command: Command, arguments: list[str]) -> None:
    answer = command(*arguments, stdin=b"baik\n\xff\xfe\n")
    assert answer.code == 2
    assert is_one_line(answer.err)
    assert "baris 2" in answer.err


def test_a_head_that_is_not_closed_is_refused(command: Command) -> None:
    answer = command("check", "-", stdin="---\nheadline: X\n")
    assert answer.code == 2
    assert answer.err.startswith("newsroom: masukan standar: ")


def test_a_folder_that_is_not_there_is_named(command: Command, complete: Path) -> None:
    out = complete.parent / "tidak-ada" / "a.md"
    answer = command("export", complete, "--to", "md", "--out", out)
    assert answer.code == 2
    assert answer.err == f"newsroom: berkas atau folder tidak ditemukan: {out}\n"


@pytest.mark.parametrize("form", EXPORTS)
def test_a_place_that_can_not_be_written_is_named_in_indonesian(
    command: Command, complete: Path, form: str
) -> None:
    out = complete / "hasil.zip"
    answer = command("export", complete, "--to", form, "--out", out)
    assert (answer.code, answer.out) == (2, "")
    assert is_one_line(answer.err)
    assert str(out) in answer.err
    assert "berkas dan folder tertukar" in answer.err


@pytest.mark.parametrize(
    ("stream", "arguments", "code"),
    [
        ("stdin", ["spell"], 2),
        ("stdin", ["check", "-"], 2),
        ("stdout", ["list"], 0),
        ("stdout", ["--help"], 0),
        ("stderr", ["terbitkan"], 2),
    ],
)
def test_a_closed_stream_is_no_surprise(
    home: Path, stream: str, arguments: list[str], code: int
) -> None:
    program = (
        f"import sys; sys.{stream} = None\nsys.argv[1:] = {arguments}\n"
        "from newsroom.__main__ import main\nsys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        stdin=subprocess.DEVNULL,
        env=os.environ | {"NEWSROOM_HOME": str(home)},
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr == ("newsroom: masukan standar tertutup\n" if stream == "stdin" else "")


def test_a_data_folder_that_can_not_be_is_explained(command: Command, home: Path) -> None:
    home.write_text("", encoding="utf-8")
    answer = command("list")
    assert answer.code == 2
    assert is_one_line(answer.err)


@pytest.mark.parametrize("named", [["--data", "{}"], ["--data={}"]])
def test_a_data_folder_is_named_before_all_else(
    command: Command, home: Path, tmp_path: Path, named: list[str]
) -> None:
    id = command("import", RAW, home=home).out.strip()

    done = whole_program(*(part.format(home) for part in named), "show", id, home=tmp_path / "lain")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout
    assert not (tmp_path / "lain").exists()


@pytest.mark.parametrize("arguments", [["--data"], ["--data", "tidak-ada"], ["--data=", "list"]])
def test_a_data_folder_that_is_named_must_be_there(home: Path, arguments: list[str]) -> None:
    done = whole_program(*arguments, home=home)

    assert (done.returncode, done.stdout) == (2, "")
    assert is_one_line(done.stderr)
    assert "newsroom --data FOLDER" in done.stderr
    assert not home.exists()


def test_a_data_folder_named_too_late_is_explained(command: Command, tmp_path: Path) -> None:
    answer = command("list", "--data", tmp_path)

    assert answer.code == 2
    assert is_one_line(answer.err)
    assert "paling depan: newsroom --data FOLDER" in answer.err


def whole_program(*arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Run the whole program with a data folder of its own."""
    return subprocess.run(
        [sys.executable, "-m", "newsroom", *arguments],
        env=os.environ | {"NEWSROOM_HOME": str(home)},
        capture_output=True,
        encoding="utf-8",
    )


def test_help_is_in_indonesian(command: Command) -> None:
    for arguments in (["--help"], ["check", "--help"]):
        answer = command(*arguments)
        assert answer.code == 0
        assert "Pemakaian: newsroom" in answer.out
        assert not {"Usage", "Options", "Show"} & set(answer.out.replace(":", " ").split())
        assert not set("{}<>") & set(answer.out)


# the whole program


def test_demo_takes_the_sample_the_whole_way(tmp_path: Path) -> None:
    out = tmp_path / "peragaan"
    home = tmp_path / "home"
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    done = subprocess.run(
        [sys.executable, "-m", "newsroom", "demo", "--out", str(out)],
        env=environment | {"NEWSROOM_HOME": str(home)},
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (0, "")
    names = {path.name for path in out.iterdir()}
    (bundle,) = out.glob("*.zip")
    assert {"1-naskah-mentah.txt", "2-naskah-terurai.md", "3-temuan.json"} <= names
    for path in [*out.glob("[1-5]*"), bundle]:
        assert str(path) in done.stdout
    found = json.loads((out / "3-temuan.json").read_text(encoding="utf-8"))
    assert {"mensukseskan", "komprehensip"} <= {one["text"] for one in found}
    finished = (out / "4-naskah-lengkap.md").read_text(encoding="utf-8")
    assert "menyukseskan" in finished
    assert "mensukseskan" not in finished
    with zipfile.ZipFile(bundle) as parts:
        assert "manifest.json" in parts.namelist()
    assert (out / "5-jendela.png").read_bytes().startswith(b"\x89PNG")
    assert not home.exists()


def test_without_a_screen_the_program_says_so() -> None:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; sys.platform = 'linux'\nimport runpy\n"
            "sys.argv = ['newsroom']\nrunpy.run_module('newsroom', run_name='__main__')",
        ],
        env={k: v for k, v in os.environ.items() if k not in screens},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 2
    assert is_one_line(done.stderr)
    assert "newsroom demo" in done.stderr


def test_opening_the_window_loads_neither_the_command_line_nor_the_database() -> None:
    code = (
        "import sys, newsroom.__main__, newsroom.app\n"
        "heavy = {'typer', 'sqlalchemy', 'PIL', 'lxml', 'yaml', 'enchant'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8")
    assert done.stdout == "[]\n"


def test_import_takes_word_pages_and_packed_stories_with_their_photos(
    command: Command, home: Path, tmp_path: Path
) -> None:
    pictures = {"satu.png": picture("teal"), "dua.emf": b"EMF"}
    body = paragraph("Pasar Rekaan", "Judul") + paragraph("Isi.") + drawing("satu")
    word = make_docx(tmp_path / "berita.docx", body + drawing("dua"), pictures)
    page = tmp_path / "laman.html"
    page.write_text("<h1>Laman Rekaan</h1><p>Isi <b>laman</b>.</p>", encoding="utf-8")
    (tmp_path / "panen.png").write_bytes(picture("gold"))
    story = Story("Panen Rekaan", body="Isi.", photos=(Photo("panen.png"),))
    packed = write_naskah(story, lambda one: tmp_path / one.file, tmp_path / "panen.naskah")

    answer = command("import", word, page, packed)

    assert answer.code == 0
    assert "berita.docx: 1 gambar" in answer.err
    stories = [command("show", one, "--format", "json").json for one in answer.out.split()]
    assert [(one["headline"], one["body"]) for one in stories] == [
        ("Pasar Rekaan", "Isi."),
        ("Laman Rekaan", "Isi **laman**."),
        ("Panen Rekaan", "Isi."),
    ]
    kept = [one["photos"][0] for one in (stories[0], stories[2])]
    assert [one["file"] for one in kept] == ["berita-1.png", "panen.png"]
    for one, color in zip(kept, ("teal", "gold"), strict=True):
        found = Newsroom(home).open_media().path(one["digest"])
        assert found is not None
        with Image.open(found) as kept_picture, Image.open(io.BytesIO(picture(color))) as own:
            assert kept_picture.convert("RGB").tobytes() == own.tobytes()


def test_a_word_document_is_checked_and_exported_as_it_lies(
    command: Command, tmp_path: Path
) -> None:
    body = paragraph("Pasar Rekaan Dibuka", "Judul") + paragraph("Warga beli efesien.")
    word = make_docx(tmp_path / "berita.docx", body + drawing("satu"), {"satu.png": picture()})
    assert "efisien" in command("check", word).out
    id = command("import", word).out.strip()
    out = ("--to", "bundle", "--out", tmp_path / "p.zip")
    assert command("export", id, *out, "--override", "Dikirim sebelum dilengkapi").code == 0
    with zipfile.ZipFile(tmp_path / "p.zip") as bundle:
        assert any(name.startswith("media/nr-") for name in bundle.namelist())
