"""The entries of a story's versions: its steps, with what each changed and what was checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from hashlib import blake2b

from newsroom.story.checklist import Answer, Item
from newsroom.story.story import Story
from newsroom.story.trail.changes import changes_between
from newsroom.story.trail.entry import Entry, FieldChange, Part, as_fact
from newsroom.story.version import Step, StepKind
from newsroom.story.workflow import Status

_UNREADABLE = "Isi versi ini rusak dan tidak dapat dibaca; langkahnya sendiri tercatat."
_FIRST = "Keadaan pertama yang tersimpan; semua isinya tampil sebagai tambahan."
_BACKWARDS = (
    "Waktunya lebih awal daripada langkah sebelumnya: langkah itu dari komputer lain, "
    "atau jam salah satunya keliru."
)
_ELSEWHERE = "Tercatat di komputer lain."
_SAME_AS = "Isinya sama dengan versi {}."
_JOINED = "Yang ditulis di dua komputer disatukan di sini."
_PRESENT = "Belum menjadi versi: naskah seperti sekarang, dibandingkan dengan versi terakhir."
_CHANGING = (StepKind.WRITING, StepKind.RESTORE, StepKind.IMPORT)


@dataclass(frozen=True, slots=True)
class Kept:
    """A step with the state that was kept then, None where that can't be read.

    ``text_sum`` is the SHA-256 of the state, but for its sources.
    """

    step: Step
    state: Story | None
    text_sum: str = ""


class StepEntries:
    """Makes the entries of the steps, one after another: three states are held at a time.

    A step that was taken at another desk, which has no revision here, was not taken in what
    was written at this one meanwhile: the first of them is set beside the state that left.
    ``checked`` are the entries of the answers to the checklist that came to light meanwhile.
    """

    def __init__(self, items: Iterable[Item], zone: tzinfo, *, whole: bool = False) -> None:
        self._items = {item.id: item for item in items}
        self._zone = zone
        self._whole = whole
        self._before: Story | None = None
        self._version = 0
        self._left: tuple[Story, int] | None = None  # what was handed over last
        self._versions: dict[bytes, int] = {}  # by what was in them
        self._step: Step | None = None
        self._answers: Mapping[str, Answer] = {}
        self._told: set[Answer] = set()
        self.checked: list[Entry] = []

    def of(self, kept: Iterable[Kept]) -> Iterator[Entry]:
        """Yield the entries of steps that are given in their order."""
        for one in kept:
            yield self._entry(one)

    def present(self, story: Story, who: str, text_sum: str) -> Entry | None:
        """Return what was written since the last step; None if nothing was."""
        changes = self._changes(story)
        self._check(story, story.updated or datetime.now(UTC), who)
        if not changes:
            return None
        moment = story.updated or datetime.now(UTC)
        return Entry(
            moment,
            Part.CHANGE,
            StepKind.WRITING.label,
            who,
            about=(_PRESENT,),
            changes=changes,
            against=self._version,
            facts=("present", as_fact(moment), str(story.revision), text_sum),
        )

    # Within.

    def _entry(self, kept: Kept) -> Entry:
        step, state = kept.step, kept.state
        if state is not None and self._comes_in(step):
            self._go_back(state)
        changes = self._changes(state) if state else ()
        about = tuple(self._about(kept, is_changed=bool(changes)))
        entry = Entry(
            step.moment,
            Part.CHANGE if step.kind in _CHANGING and step.after is None else Part.STEP,
            _title(step),
            step.who,
            step.note,
            about=about,
            changes=changes,
            version=step.number,
            against=self._version if changes else 0,
            facts=(
                "step",
                str(step.kind),
                as_fact(step.moment),
                step.who,
                step.note,
                str(step.before or ""),
                str(step.after or ""),
                str(step.revision),
                kept.text_sum,
            ),
        )
        self._step = step
        if state is not None:
            self._check(state, step.moment, step.who)
            self._before, self._version = state, step.number
            self._versions.setdefault(_content(state), step.number)
            if step.kind is StepKind.HANDOVER:
                self._left = state, step.number
        return entry

    def _comes_in(self, step: Step) -> bool:
        """Say whether a step is the first of some that were taken at another desk."""
        return step.revision == 0 and self._step is not None and self._step.revision > 0

    def _go_back(self, state: Story) -> None:
        """Go on from what another desk had, whatever was written here since."""
        if version := self._versions.get(_content(state)):
            self._before, self._version = state, version
        elif self._left is not None:
            self._before, self._version = self._left
        if self._before is not None:
            self._answers = {answer.item: answer for answer in self._before.checklist}

    def _about(self, kept: Kept, *, is_changed: bool) -> Iterator[str]:
        step, last = kept.step, self._step
        if kept.state is None:
            yield _UNREADABLE
        elif self._before is None:
            yield _FIRST
        elif last is not None and self._comes_in(step):
            same = self._before is kept.state
            yield (_SAME_AS if same else "Dibandingkan dengan versi {}.").format(self._version)
        elif last is not None and last.number != self._version:
            yield f"Dibandingkan dengan versi {self._version}: yang di antaranya tidak terbaca."
        if last is None:
            return
        if step.revision == 0:
            yield _ELSEWHERE
            return
        if is_changed and step.kind is StepKind.HANDOVER and last.revision == 0:
            yield _JOINED
        if last.revision and step.revision - last.revision > 1:
            saves = step.revision - last.revision
            yield f"Gabungan {saves} simpanan (revisi {last.revision + 1}–{step.revision})."
        if step.moment < last.moment:
            yield _BACKWARDS

    def _changes(self, state: Story) -> tuple[FieldChange, ...]:
        return changes_between(self._before or Story(), state, self._zone, whole=self._whole)

    def _check(self, state: Story, moment: datetime, who: str) -> None:
        """Note the answers that are new in a state, and those that were taken back in it."""
        now = {answer.item: answer for answer in state.checklist}
        for answer in now.values():
            if answer not in self._told:
                self._told.add(answer)
                self.checked.append(self._answered(answer))
        for item in self._answers.keys() - now.keys():
            self.checked.append(self._taken_back(item, moment, who))
        self._answers = now

    def _answered(self, answer: Answer) -> Entry:
        asked, source = self._asked(answer.item)
        return Entry(
            answer.moment,
            Part.STEP,
            f"Daftar periksa: {answer.verdict.label}",
            answer.who,
            answer.note,
            about=(asked,),
            source=source,
            facts=(
                "answer",
                answer.item,
                str(answer.verdict),
                as_fact(answer.moment),
                answer.who,
                answer.note,
            ),
        )

    def _taken_back(self, item: str, moment: datetime, who: str) -> Entry:
        asked, source = self._asked(item)
        return Entry(
            moment,
            Part.STEP,
            "Daftar periksa: jawaban ditarik",
            who,
            about=(asked,),
            source=source,
            facts=("unanswered", item, as_fact(moment), who),
        )

    def _asked(self, item: str) -> tuple[str, str]:
        known = self._items.get(item)
        if known is None:
            return f"Butir “{item}”, yang tidak ada lagi di daftar periksa redaksi.", ""
        return known.text, known.source


def _content(state: Story) -> bytes:
    """Return a sum of what a state says, by which it is known again at another desk."""
    photos = tuple((one.caption, one.credit, one.alt, one.place) for one in state.photos)
    told = replace(
        state,
        photos=(),
        status=Status.DRAFT,
        sources=(),
        checklist=(),
        id="",
        revision=0,
        created=None,
        updated=None,
    )
    return blake2b(repr((told, photos)).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _title(step: Step) -> str:
    if step.before and step.after:
        moved = f"{step.before.label} → {step.after.label}"
        return moved if step.kind is StepKind.STATUS else f"{step.kind.label}: {moved}"
    return step.kind.label
