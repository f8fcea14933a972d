"""The program itself, sending stories to the test site."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PIL import Image

from newsroom.app import Newsroom
from newsroom.portal.wordpress.discovery import ApiRoot
from newsroom.store.store import Store
from newsroom.story.story import Story
from tests.commands import Answer, Command
from tests.portal.site import Portal

PROFILE = """
title = "Kabar Rekaan"
site = "{site}"
time_zone = "{zone}"
source = "kabar.example"
datelines = ["{{PLACE}}, {{source}} – "]
closing = "(red)"
default_author = "{login}"
staging = "wp-content/uploads/newsroom-impor"

[[sections]]
name = "Ekonomi"
slug = "ekonomi"
"""
STORY = """---
headline: {headline}
dateline: {{place: SERANG, source: kabar.example, date: 2026-11-27}}
section: Ekonomi
tags: [padi, "{tag}"]
summary: Panen padi di desa rekaan itu naik tahun ini.
photos:
  - {{file: satu.jpg, caption: "Petani memanen padi di Serang, Jumat (27/11/2026).",
     credit: Rina Contoh, alt: Petani di sawah, lead: true}}
  - {{file: dua.jpg, caption: "Padi dijemur di Serang, Jumat (27/11/2026).",
     credit: Rina Contoh, alt: Padi di halaman}}
---

Warga “panen” padi & bersyukur, Jumat (27/11/2026).

Padi itu dijemur di halaman balai desa.
"""


def draw(file: Path, like: str) -> None:
    """Draw a picture that is like no other."""
    light = hashlib.shake_256(like.encode()).digest(8 * 6 * 3)
    seen = Image.frombytes("RGB", (8, 6), light)
    seen.resize((400, 300), Image.Resampling.NEAREST).save(file)


@dataclass
class Program:
    """A data folder with a portal in it, and the commands that are run there.

    The password comes to them as people who have no keyring give it.
    """

    home: Path
    portal: Portal
    login: str
    command: Command

    def add_portal(self, zone: str = "Asia/Jakarta") -> None:
        folder = self.home / "portals"
        folder.mkdir(parents=True)
        text = PROFILE.format(site=self.portal.url, zone=zone, login=self.login)
        (folder / "kabar.toml").write_text(text, encoding="utf-8")
        root = ApiRoot(f"{self.portal.url}/wp-json/", False, self.portal.url)
        password = self.portal.passwords[self.login]
        Newsroom(self.home).add_portal(root, self.login, password, "kabar")

    def write(self, number: int) -> Story:
        """Take in a story with two pictures that no other has."""
        folder = self.home / "datang"
        folder.mkdir(exist_ok=True)
        for name in ("satu.jpg", "dua.jpg"):
            draw(folder / name, f"{number} {name}")
        text = STORY.format(headline=f"Panen Padi Rekaan ke-{number} Naik", tag=f"Tag {number}")
        file = folder / "naskah.md"
        file.write_text(text, encoding="utf-8")
        newsroom = Newsroom(self.home)
        story = newsroom.read_file(file, split=False)
        with closing(newsroom.open_store()) as store:
            return newsroom.take_in(story, store)

    def correct(self, story: Story) -> Story:
        """Correct the text of a story, and put another picture in place of its second."""
        file = self.home / "datang" / "tiga.jpg"
        draw(file, f"{story.id} tiga")
        with closing(self.store()) as store:
            digest = store.media.add(file)
        first, second = story.photos
        photos = (first, replace(second, file=file.name, digest=digest))
        return self.rewrite(story, body=f"{story.body}\n\nPadi itu dijual.", photos=photos)

    def rewrite(self, story: Story, **fields: Any) -> Story:
        with closing(self.store()) as store:
            return store.stories.save(replace(store.stories.get(story.id), **fields))

    def store(self) -> Store:
        return Newsroom(self.home).open_store()

    def begin(self, *arguments: str, zone: str = "") -> subprocess.Popen[str]:
        """Start a command as a program of its own."""
        environment = {**os.environ, "NEWSROOM_HOME": str(self.home)}
        if zone:
            environment["TZ"] = zone
        return subprocess.Popen(
            [sys.executable, "-m", "newsroom", *arguments],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def run(self, *arguments: str, code: int = 0, zone: str = "") -> str:
        """Run a command, on a machine in this zone, and return what it printed."""
        if zone:
            told = self._ended(*arguments, zone=zone)
        else:
            told = self.command(*arguments, home=self.home)
        assert told.code == code, told
        assert self.portal.passwords[self.login] not in told.out + told.err
        self.said = told.err
        return told.out

    def publish(self, *arguments: str, code: int = 0, zone: str = "") -> Any:
        """Run ``publish`` for the portal, and return what it tells as JSON."""
        told = self.run(
            "publish", *arguments, "--portal", "kabar", "--format", "json", code=code, zone=zone
        )
        return json.loads(told)

    def _ended(self, *arguments: str, zone: str) -> Answer:
        with self.begin(*arguments, zone=zone) as process:
            out, err = process.communicate(timeout=120)
        return Answer(process.returncode, out, err)
