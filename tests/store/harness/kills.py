"""Kills of the real program at moments of chance, each followed by a look at what is left."""

from __future__ import annotations

import random
import shutil
import sqlite3
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from newsroom.store.backup.automatic import first_place
from newsroom.store.backup.restore import restore_to
from newsroom.store.place import DATABASE
from newsroom.store.store import Store
from tests.store.harness.child import Child, Report
from tests.store.harness.homes import (
    Stored,
    make_home,
    make_old_home,
    make_picture,
    old_revisions,
    stored,
)
from tests.store.harness.problem import Problem
from tests.store.harness.told import Loss, Told

_STARTS_IN = 2.0  # seconds


@dataclass
class Figures:
    """What came of all the kills."""

    kills: Counter[str] = field(default_factory=Counter)
    did: Counter[str] = field(default_factory=Counter)
    keys: int = 0
    saves: int = 0
    loss: Loss = field(default_factory=Loss)
    losses: list[float] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


class Kills:
    """Kills one after the other.

    The same seed has the same things done, and the kills come after the same times.
    ``works_for`` is the longest time, in seconds, from when one can write until the kill.
    """

    def __init__(
        self, folder: Path, seed: int = 1, works_for: float = 3, old_stories: int = 300
    ) -> None:
        self.figures = Figures()
        self._works_for = works_for
        self._old_stories = old_stories
        self._chance = random.Random(seed)
        self._folder = folder
        self._out = folder / "out"
        self._out.mkdir(parents=True)
        self._home = self._looked_at = folder / "home"
        self._old: dict[str, tuple[Path, Stored, float]] = {}
        make_picture(self._out / "foto.jpg")
        self._ready_home = folder / "ready"  # whose stories lack nothing for an export
        for home in (self._home, self._ready_home):
            make_home(home, self._out / "foto.jpg")
        self.ways: dict[str, Callable[[], None]] = {
            "writing": self.writing,
            "starting": self.starting,
            "migrating": self.migrating,
            "exporting": self.exporting,
            "backing up": self.backing_up,
        }

    def go(self, way: str) -> None:
        """Kill once, and note what came of it."""
        try:
            self.ways[way]()
        except Problem as problem:
            number = self.figures.kills.total() + 1
            kept = self._folder / f"problem-{number}"
            shutil.copytree(self._looked_at, kept, dirs_exist_ok=True)
            self.figures.problems.append(f"{way} {number}: {problem} (kept in {kept})")
        self.figures.kills[way] += 1

    # The ways.

    def writing(self) -> None:
        """Somebody writes, goes from story to story, takes steps, exports."""
        self._kill("type", self._home, lambda child: child.wait_for("ready"), self._works_for)

    def starting(self) -> None:
        """The program has just been started."""
        self._kill("type", self._home, lambda _: None, _STARTS_IN)

    def exporting(self) -> None:
        """A bundle is being written: it is there whole, or not at all."""
        self._kill("export", self._ready_home, lambda child: child.wait_for("writing"), 0.6)
        for bundle in self._out.glob("*.zip"):
            with zipfile.ZipFile(bundle) as parts:
                if parts.testzip() is not None or "manifest.json" not in parts.namelist():
                    raise Problem(f"{bundle} is not whole")
            bundle.unlink()

    def migrating(self) -> None:
        """A store of an older version is being brought up to date."""
        revision = self._chance.choice(old_revisions())
        if revision not in self._old:
            self._old[revision] = self._measured(revision)
        old, expected, seconds = self._old[revision]
        home = self._folder / "migrated"
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(old, home)
        self._looked_at = home
        with Child("serve", home, self._out) as child:  # nobody writes once it is up to date
            child.wait_for("upgrading")
            time.sleep(self._chance.uniform(0, 1.1 * seconds))
            child.kill()
        check_file(home)
        if stored(home) != expected:
            raise Problem(f"a store of revision {revision} has other stories after the kill")
        check_file(home)

    def backing_up(self) -> None:
        """A backup is being made; those that were told of are whole."""
        which = self._chance.randint(1, 3)

        def begun(child: Child) -> None:
            child.wait_for("ready")
            for _ in range(which):
                child.wait_for("backing")

        self._check_backups(self._kill("back", self._home, begun, 0.5).reports)

    # Within.

    def _check_backups(self, reports: list[Report]) -> None:
        """Restore the newest backup: it has all that was saved before it was begun."""
        if trouble := [report["trouble"] for report in reports if report.get("trouble")]:
            raise Problem(f"no backup: {trouble}")
        backups = first_place(self._home).backups()
        turns = [report for report in reports if report["what"] in ("backing", "backed")]
        began = [a["at"] for a, b in pairwise(turns) if b.get("path")]
        if not backups:
            if began:
                raise Problem("a backup was told of, and there is none")
            return
        to = self._folder / "restored"
        shutil.rmtree(to, ignore_errors=True)
        if missing := restore_to(backups[0].path, to).missing:
            raise Problem(f"pictures missing in {backups[0].path}: {missing}")
        check_file(to)
        saved = {
            report["id"]: report["revision"]
            for report in reports
            if report["what"] == "saved" and began and report["at"] < began[-1]
        }
        with closing(Store.open(to)) as store:
            for id, revision in saved.items():
                if store.stories.get(id).revision < revision:
                    raise Problem(f"{backups[0].path} has story {id} older than {revision}")
        self.figures.did["backups restored"] += 1

    def _kill(
        self, task: str, home: Path, begun: Callable[[Child], object], longest: float
    ) -> Child:
        self._looked_at = home
        before = stored(home)
        with Child(task, home, self._out, self._chance.randrange(1 << 30)) as child:
            begun(child)
            time.sleep(self._chance.uniform(0, longest))
            if child.process.poll() is not None:
                raise Problem(f"the program ended by itself: {child.said()}")
            killed = child.kill()
        self._count(child)
        told = Told(before)
        told.take(child.reports)
        check_file(home)
        loss = told.compare(stored(home), killed)
        check_file(home)
        self.figures.keys += told.keys
        self.figures.saves += told.saves
        self.figures.losses.append(loss.milliseconds)
        self.figures.loss.most(loss)
        return child

    def _count(self, child: Child) -> None:
        for report in child.reports:
            if report["what"] == "does":
                self.figures.did[report["way"]] += 1
            elif report["what"] == "waited":
                self.figures.did["waited in vain"] += 1

    def _measured(self, revision: str) -> tuple[Path, Stored, float]:
        """Return a store of a revision, what is in it, and how long bringing it up takes."""
        old, trial = self._folder / revision, self._folder / "trial"
        for place in (old, trial):
            shutil.rmtree(place, ignore_errors=True)
        expected = make_old_home(old, revision, self._old_stories)
        shutil.copytree(old, trial)
        with Child("serve", trial, self._out) as child:
            began, ended = child.wait_for("upgrading"), child.wait_for("upgraded")
        if stored(trial) != expected:
            raise Problem(f"a store of revision {revision} has other stories after migrating")
        shutil.rmtree(trial)
        return old, expected, (ended["at"] - began["at"]) / 1_000


def check_file(home: Path) -> None:
    """Have SQLite look through the whole file."""
    with closing(sqlite3.connect(home / DATABASE)) as database:
        if (found := database.execute("PRAGMA integrity_check").fetchall()) != [("ok",)]:
            raise Problem(f"integrity_check: {found}")
        if found := database.execute("PRAGMA foreign_key_check").fetchall():
            raise Problem(f"foreign_key_check: {found}")
