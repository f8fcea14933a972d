"""What becomes of each story of a damaged file: which of its states wins, and whence it is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from newsroom.store.backup.log_rows import vouches
from newsroom.store.backup.merge import Incoming, Merged, Verdict, same_content
from newsroom.store.recovery.report import Origin, Saved
from newsroom.store.recovery.salvage import Salvaged
from newsroom.story.story import Story


@dataclass(slots=True)
class Fates:
    """What is known of the stories while the views of the damaged file come in one by one.

    ``last`` is the id and the revision of what was saved last, if that is known.
    ``in_backup`` are the revision and the headline of those the backup has; the
    ``doubtful`` of them had changed there already. ``traces`` are the ids of all that were
    met in the file, also of those that can't be read.
    """

    last: tuple[str, int] | None = None
    in_backup: dict[str, tuple[int, str]] = field(default_factory=dict)
    doubtful: set[str] = field(default_factory=set)
    traces: set[str] = field(default_factory=set)
    _met: dict[str, int] = field(default_factory=dict)
    _proved: set[tuple[str, int]] = field(default_factory=set)
    _saved: dict[str, Saved] = field(default_factory=dict)

    def judge(self, found: Salvaged, one: Incoming, ours: Story | None) -> Verdict:
        """The later state wins, unless it is garbled: then it comes beside the other."""
        theirs = one.story
        key = theirs.id, theirs.revision
        is_sound = theirs.id in found.sound
        if is_sound or vouches(one.log, theirs):
            self._proved.add(key)
        if ours is None:
            return Verdict.NEW
        if same_content(ours, theirs):
            if theirs.id in self.in_backup and theirs.id not in self._saved:
                self._proved.add(key)
            return Verdict.NEWER if theirs.revision > ours.revision else Verdict.SAME
        if theirs.revision < ours.revision:
            return Verdict.OLDER
        if is_sound and theirs.id in self.doubtful:
            return Verdict.NEWER
        garbled = theirs.id in found.garbled
        if theirs.revision == ours.revision:
            was_garbled = theirs.id in self._saved and (
                self._saved[theirs.id].origin is Origin.GARBLED
            )
            return Verdict.NEWER if was_garbled and not garbled else Verdict.OLDER
        return Verdict.APART if garbled else Verdict.NEWER

    def note(self, merged: Merged, revisions: dict[str, int], found: Salvaged) -> None:
        """Write down what became of each story; an earlier, better view has the word.

        ``revisions`` are those of the stories that came in.
        """
        for one in merged.arrived:
            revision = revisions.get(one.id, 0)
            self._met[one.id] = max(self._met.get(one.id, 0), revision)
            garbled = one.id in found.garbled
            now = Saved(
                one.now,
                one.headline,
                self._origin(one.id, revision, garbled=garbled),
                revision,
                one.id if one.now != one.id else "",
            )
            before = self._saved.get(now.id)
            came = one.verdict in (Verdict.NEW, Verdict.NEWER, Verdict.APART)
            if came or (one.verdict is Verdict.SAME and before is None and not garbled):
                self._saved[now.id] = now

    def _origin(self, id: str, revision: int, *, garbled: bool) -> Origin:
        if (id, revision) in self._proved:
            return Origin.FILE
        return Origin.GARBLED if garbled else Origin.UNPROVED

    def told(self) -> tuple[Saved, ...]:
        """Return what became of all stories, also of those of which there is but a trace."""
        apart = {one.beside for one in self._saved.values() if one.beside}
        stories = list(self._saved.values())
        for id, (revision, headline) in self.in_backup.items():
            if id not in self._saved:
                # What was met of it in the file was no newer: the backup has its last state.
                older = id in apart or not 0 < self._met.get(id, 0) <= revision
                origin = Origin.OLDER if older else Origin.BACKUP
                stories.append(Saved(id, headline, origin, revision))
        known = {one.id for one in stories}
        traces = self.traces | ({self.last[0]} if self.last else set())
        stories += [Saved(id, "", Origin.LOST, 0) for id in sorted(traces - known)]
        return tuple(self._as_last_saved(one) for one in stories)

    def _as_last_saved(self, one: Saved) -> Saved:
        """Return what became of a story, given what is known to have been saved last."""
        is_less = self.last and one.id == self.last[0] and one.revision < self.last[1]
        is_well = one.origin in (Origin.FILE, Origin.UNPROVED, Origin.BACKUP)
        return replace(one, origin=Origin.OLDER) if is_less and is_well else one
