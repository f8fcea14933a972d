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


@dataclass
class Program:
    """A data folder with a portal in it, and the commands that are run there."""

    home: Path
    portal: Portal
    login: str

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
            light = hashlib.shake_256(f"{number} {name}".encode()).digest(8 * 6 * 3)
            seen = Image.frombytes("RGB", (8, 6), light)
            seen.resize((400, 300), Image.Resampling.NEAREST).save(folder / name)
        text = STORY.format(headline=f"Panen Padi Rekaan ke-{number} Naik", tag=f"Tag {number}")
        file = folder / "naskah.md"
        file.write_text(text, encoding="utf-8")
        newsroom = Newsroom(self.home)
        story = newsroom.read_file(file, split=False)
        with closing(newsroom.open_store()) as store:
            return newsroom.take_in(story, store)

    def rewrite(self, story: Story, **fields: Any) -> Story:
        with closing(self.store()) as store:
            return store.stories.save(replace(store.stories.get(story.id), **fields))

    def store(self) -> Store:
        return Newsroom(self.home).open_store()

    def begin(self, *arguments: str, zone: str = "") -> subprocess.Popen[str]:
        """Start a command; the password comes to it as people who have no keyring give it."""
        environment = {
            **os.environ,
            "NEWSROOM_HOME": str(self.home),
            "NEWSROOM_PORTAL_PASSWORD": self.portal.passwords[self.login],
        }
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
        """Run a command, and return what it printed."""
        with self.begin(*arguments, zone=zone) as process:
            out, err = process.communicate(timeout=120)
        assert process.returncode == code, (process.returncode, out, err)
        assert self.portal.passwords[self.login] not in out + err
        self.said = err
        return out

    def publish(self, *arguments: str, code: int = 0, zone: str = "") -> Any:
        """Run ``publish`` for the portal, and return what it tells as JSON."""
        told = self.run(
            "publish", *arguments, "--portal", "kabar", "--format", "json", code=code, zone=zone
        )
        return json.loads(told)
