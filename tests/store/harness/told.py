"""What a driver told, held against what the store has after the kill."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tests.store.harness.problem import Problem

Texts = Mapping[str, str]


@dataclass
class Loss:
    """The most that was written and is not in the store."""

    milliseconds: float = 0
    keys: int = 0

    def most(self, other: Loss) -> None:
        """Take the greater of both."""
        self.milliseconds = max(self.milliseconds, other.milliseconds)
        self.keys = max(self.keys, other.keys)


@dataclass
class _Text:
    """All that one text of a story has been, and since which of these it is known as saved."""

    states: list[tuple[float, str]]
    safe: int = 0

    def become(self, at: float, text: str) -> None:
        if text != self.states[-1][1]:
            self.states.append((at, text))

    def acknowledge(self, text: str) -> None:
        after = range(self.safe, len(self.states))
        found = next((n for n in after if self.states[n][1] == text), None)
        if found is None:
            raise Problem(f"told as saved, but never written since: {text[-80:]!r}")
        self.safe = found

    def lost(self, stored: str, killed: float) -> Loss:
        newest = range(len(self.states) - 1, self.safe - 1, -1)
        found = next((n for n in newest if self.states[n][1] == stored), None)
        if found is None:
            acknowledged = self.states[self.safe][1]
            raise Problem(f"told as saved: {acknowledged[-80:]!r}, stored: {stored[-80:]!r}")
        keys = len(self.states) - 1 - found
        return Loss(killed - self.states[found + 1][0], keys) if keys else Loss()


@dataclass
class Told:
    """The stories of one run of the program, from those the store had at its start."""

    before: Mapping[str, Texts]
    keys: int = 0
    saves: int = 0
    _stories: dict[str, dict[str, _Text]] = field(default_factory=dict)
    _acknowledged: set[str] = field(default_factory=set)

    def take(self, reports: Iterable[Mapping]) -> None:
        """Follow what was told."""
        for report in reports:
            at, story = report["at"], report.get("id")
            match report["what"]:
                case "shown":
                    self._shown(at, story, report)
                case "key":
                    self.keys += 1
                    self._text(story, at, report["field"]).become(at, report["text"])
                case "edited":
                    for name, text in report["texts"].items():
                        self._text(story, at, name).become(at, text)
                case "saved":
                    self.saves += 1
                    self._acknowledged.add(story)
                    for name, text in report["texts"].items():
                        self._text(story, at, name).acknowledge(text)

    def compare(self, stored: Mapping[str, Texts], killed: float) -> Loss:
        """Return what is missing. Raises Problem if it is more than the last typing."""
        loss = Loss()
        for story, texts in self.before.items():
            if story not in self._stories and stored.get(story) != texts:
                raise Problem(f"story {story} was not touched, and is {stored.get(story)}")
        for story, texts in self._stories.items():
            if story not in stored:
                if story in self.before or story in self._acknowledged:
                    raise Problem(f"story {story} was told as saved, and is not there")
                stored_texts = {name: text.states[0][1] for name, text in texts.items()}
            else:
                stored_texts = dict(stored[story])
            for name, text in texts.items():
                loss.most(text.lost(stored_texts.get(name, ""), killed))
        return loss

    def _shown(self, at: float, story: str, report: Mapping) -> None:
        """A story that is opened shows its last words, or those the store had."""
        shown = report["texts"]
        if story in self._stories:
            known = {name: text.states[-1][1] for name, text in self._stories[story].items()}
        else:
            known = dict(self.before.get(story, shown))
            self._stories[story] = {name: _Text([(at, text)]) for name, text in shown.items()}
        if shown != {name: text for name, text in known.items() if text or name in shown}:
            raise Problem(f"story {story} is opened as {shown}, and was {known}")

    def _text(self, story: str, at: float, name: str) -> _Text:
        """Return one text; what is new, as a photo, was nothing before."""
        return self._stories[story].setdefault(name, _Text([(at, "")]))
