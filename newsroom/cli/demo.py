"""The story that comes with the program, taken the whole way: from a raw text to an upload."""

from __future__ import annotations

import json
import shutil
import tempfile
import tomllib
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from newsroom.app import SAMPLE, SAMPLES, Newsroom
from newsroom.cli.report import finding_lines, findings_json, summary_line
from newsroom.cli.streams import BadInput, emit, say
from newsroom.resources import resource
from newsroom.story.story import Story


def run_demo(out: Path | None, draw: Callable[[Newsroom, Story, Path], None]) -> None:
    """Take the sample the whole way and say where each result lies.

    All of it goes to ``out``, without it to a fresh temporary folder, also the data
    folder that the stories are kept in: the user's own stories are left alone.
    """
    folder = _folder(out)
    newsroom = Newsroom(folder / "data")
    profile = newsroom.profile()

    raw = folder / "1-naskah-mentah.txt"
    shutil.copyfile(resource(SAMPLES, f"{SAMPLE}.txt"), raw)
    shutil.copyfile(resource(SAMPLES, f"{SAMPLE}.jpg"), folder / f"{SAMPLE}.jpg")
    _step("Naskah mentah dari lapangan", raw)

    story = newsroom.sample()
    apart = newsroom.export(story, "md", folder / "2-naskah-terurai.md", profile, None)
    _step("Diuraikan menjadi judul, keterangan foto, dateline, tubuh, dan penutup", apart)
    _check(newsroom, story, folder / "3-temuan.json")

    story = complete(story, _completion())
    whole = newsroom.export(story, "md", folder / "4-naskah-lengkap.md", profile, None)
    _step("Dilengkapi dan dibetulkan oleh redaksi", whole)

    with closing(newsroom.open_store()) as store:
        story = newsroom.take_in(story, store)
        findings = newsroom.preflight(story, profile, store.media)
        _step(f"Diperiksa untuk {profile.title}: {summary_line(findings)}")
        bundle = newsroom.export(story, "bundle", folder, profile, store.media)
    _step("Paket impor untuk WordPress", bundle)

    picture = folder / "5-jendela.png"
    draw(newsroom, story, picture)
    _step("Gambar jendela dengan naskah itu", picture)


def complete(story: Story, desk: Mapping[str, Any]) -> Story:
    """Return the story as a desk completes it: fields filled in, words put right.

    Raises BadInput when a correction has nothing to correct.
    """
    body = story.body
    for wrong, right in desk["corrections"].items():
        if wrong not in body:
            raise BadInput(f"naskah contoh tidak memuat: {wrong}")
        body = body.replace(wrong, right)
    fields = {key: value for key, value in desk.items() if key not in ("photo", "corrections")}
    photos = tuple(replace(photo, **desk["photo"]) for photo in story.photos)
    lists = {key: tuple(value) for key, value in fields.items() if isinstance(value, list)}
    return replace(story, body=body, photos=photos, **fields | lists)


def _folder(out: Path | None) -> Path:
    if out is None:
        return Path(tempfile.mkdtemp(prefix="newsroom-demo-"))
    out.mkdir(parents=True, exist_ok=True)
    return out.absolute()


def _completion() -> dict[str, Any]:
    """Return what the desk adds to the sample, as ``lengkap.toml`` has it."""
    return tomllib.loads(resource(SAMPLES, "lengkap.toml").read_text(encoding="utf-8"))


def _check(newsroom: Newsroom, story: Story, out: Path) -> None:
    """Check the language and print the findings."""
    checker = newsroom.make_checker()
    if checker.lack:
        say(checker.lack)
    findings = checker.story(story)
    found = json.dumps(findings_json(findings), ensure_ascii=False, indent=2)
    out.write_text(found + "\n", encoding="utf-8")
    _step(f"Bahasa diperiksa: {summary_line(findings)}", out)
    for line in finding_lines(story, findings):
        emit(f"    {line}")


def _step(what: str, where: Path | None = None) -> None:
    emit(f"{what}: {where}" if where else what)
