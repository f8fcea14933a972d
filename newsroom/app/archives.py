"""Whole archives, taken in and written out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.app.handover import ENDING, HandingOver, said_of

if TYPE_CHECKING:
    from newsroom.exchange.all_files import Exported
    from newsroom.exchange.archive.report import Line
    from newsroom.exchange.archive.report import Report as ArchiveReport
    from newsroom.store.store import Store


class Archives(HandingOver):
    """Many stories at once, with progress; stopped, it goes on from there when done again."""

    def import_archive(
        self,
        paths: Iterable[Path],
        store: Store,
        *,
        split: bool = False,
        changed_too: bool = False,
        progress: Callable[[int, int], bool] | None = None,
        added: Callable[[str], None] | None = None,
    ) -> ArchiveReport:
        """Take in folders of story files, and exports of WordPress, each story once.

        ``progress`` is told how many items of how many are done (0 of 0 until they are
        counted), and answers False to stop; done again it goes on. ``changed_too`` takes in
        what came before and says something else now, as stories of their own. ``added`` is
        told the ids of those in the store. A story that another desk handed over is made one
        with what is here. Raises StoreError; what was added until then stays.
        """
        from newsroom.exchange.archive.taking_in import take_in_archive

        return take_in_archive(
            paths,
            store,
            set_out=self.split if split else None,
            changed_too=changed_too,
            progress=progress,
            added=added,
            take_over=lambda path: self._taken_over(path, store),
        )

    def _taken_over(self, path: Path, store: Store) -> Line | None:
        from newsroom.exchange.archive.report import Line, Outcome
        from newsroom.store.handovers import What

        if path.suffix.casefold() != f".{ENDING}":
            return None
        notes: list[str] = []
        unpacked = self.unpack(store, path, tell=notes.append)
        if not unpacked.handover.head:
            return None  # a story alone, as in any other file
        taken = self.put_in(store, unpacked)
        outcome = {What.NEW: Outcome.ADDED, What.OLD: Outcome.THERE}.get(
            taken.what, Outcome.RENEWED
        )
        if taken.what is not What.NEW:
            notes.insert(0, said_of(taken))
        return Line(outcome, str(path), taken.story.headline, taken.story.id, "; ".join(notes))

    def export_all(
        self, folder: Path, progress: Callable[[int, int], bool] | None = None
    ) -> Exported:
        """Write all stories as plain files; stopped, or done again, it goes on from there.

        ``progress`` is told how many of how many stories are done, and answers False to
        stop: the result then says that it is not whole. Raises ExchangeError, StoreError.
        """
        from newsroom.exchange.all_files import Export, Exported

        with closing(self.open_store()) as store:
            everything = store.everything()
            revisions = everything.revisions()
            export, result = Export(folder, self.picture(store.media)), Exported(folder)
            export.begin()
            for number, (id, revision) in enumerate(revisions):
                if progress and not progress(number, len(revisions)):
                    return result
                if export.is_done(id, revision):
                    result.unchanged += 1
                    continue
                for story, discarded in everything.stories([id]):
                    export.write(story, result, discarded=discarded)
            export.write_words(store.words.all())
            result.is_whole = True
            if progress:
                progress(len(revisions), len(revisions))
            return result
