"""All findings of the open story: the checker's and the preflight's, in one list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from newsroom.language.finding import Finding
from newsroom.portal.profile import Profile
from newsroom.story.story import Story
from newsroom.story.texts import is_note, story_texts
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.review.progress import Progress
from newsroom.ui.work.pace import is_typing
from newsroom.ui.work.slices import Slices

if TYPE_CHECKING:
    from newsroom.language.house import House

_AFTER = 200  # milliseconds of quiet
_MEANWHILE = 1_000  # between two looks at a long story whose lines are still being checked


class StoryFindings(QObject):
    """Keeps the list in step with the marks: both come from the same answers.

    ``load_house`` is asked once for the house that weighs what is missing; it raises
    HouseError, which the checks tell of.
    """

    changed = Signal(object)  # list[Finding], in reading order

    def __init__(
        self,
        checks: LiveChecks,
        profile: Profile,
        load_house: Callable[[], House],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._checks = checks
        self._profile = profile
        self._load_house = load_house
        self._house: House | None = None
        self._story: Story | None = None
        self._complete = False  # every line of the story had its answer
        self.progress = Progress(self)
        self.found: list[Finding] = []
        self.missing: list[Finding] = []
        self._timer = QTimer(self, singleShot=True, interval=_AFTER)
        self._timer.timeout.connect(self._gather)
        self._slices = Slices(self)
        checks.updated.connect(self._look_again)
        checks.unavailable.connect(self._look_again)
        checks.looked_across.connect(self._finish)

    @property
    def is_fresh(self) -> bool:
        """True while nothing is waiting to be gathered."""
        return not self._timer.isActive() and not self._slices.is_busy

    @property
    def has_checker(self) -> bool:
        """False while only the preflight finds anything."""
        return self._checks.works

    def use_profile(self, profile: Profile) -> None:
        """Go by another profile, and by the house as its file now is."""
        self._profile, self._house = profile, None
        self._timer.start(_AFTER)

    def show_story(self, story: Story | None) -> None:
        """Gather the findings of this story from now on."""
        other = not (self._story and story and self._story.id == story.id)
        self._story = story
        self._slices.stop()
        if other:
            self._complete = False
            self.missing = []
            self.progress.begin(has_text=story is not None and not story.is_empty)
            self._tell([])
        self._timer.start(_AFTER)

    def _look_again(self) -> None:
        """Gather anew; answers that come in all the time do not put it off for ever."""
        if not self._timer.isActive():
            self._timer.start(_AFTER if self._checks.is_idle else _MEANWHILE)

    def _finish(self) -> None:
        """Look whether a story that was not all checked now is."""
        if self.progress.share is not None:
            self._look_again()

    def _gather(self) -> None:
        story = self._story
        if story is None:
            self.missing = []
            self._slices.stop()
            self._tell([])
        else:
            self._slices.start(self._gathering(story), at_once=not is_typing())

    def _gathering(self, story: Story) -> Iterator[None]:
        # Not needed, and so not loaded, before the window is there.
        from newsroom.portal.preflight import preflight

        texts = list(story_texts(story))
        found: list[Finding] = []
        lines: list[tuple[str, str]] = []
        whole = 0  # letters
        waiting: list[int] = []  # letters of each line that has no answer yet
        for field, text in texts:
            for line, some in self._checks.field(field, text):
                whole += len(line)
                if some is None:
                    waiting.append(len(line))
                else:
                    found += some
                if line and not line.isspace() and not is_note(field):
                    lines.append((field, line))
                yield
        self._checks.look_across(lines, story.dateline)
        yield
        if not (self._complete and waiting):  # the list as it was is better than one with holes
            self._complete = not waiting
            # Whether a stored photo's file is really there is looked at again on export.
            missing = preflight(
                story,
                self._profile,
                lambda photo: bool(photo.digest),
                house=self._weighing(),
            )
            read = dict(texts)
            yield
            found += self._not_ignored(self._checks.dateline(story.dateline), read)
            self.missing = self._not_ignored(missing, read)
            self._tell(found if story.is_empty else found + self.missing)
        looking, first = self._checks.is_looking_across, not self._complete
        if self._checks.works:
            self.progress.judge(waiting, whole, first=first, looking=looking)
        else:
            self.progress.give_up()

    def _weighing(self) -> House:
        """Return the house; one that can't be used weighs nothing."""
        from newsroom.language.house import House, HouseError

        if self._house is None:
            try:
                self._house = self._load_house()
            except HouseError:
                self._house = House()
        return self._house

    def _not_ignored(self, found: Iterable[Finding], texts: Mapping[str, str]) -> list[Finding]:
        return [f for f in found if not self._checks.is_ignored(f, texts.get(f.field, f.text))]

    def _tell(self, found: list[Finding]) -> None:
        self.found = found
        self.changed.emit(found)
