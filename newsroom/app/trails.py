"""The trail of a story, put together from all that the store knows of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsroom.app.checklists import Checklists
from newsroom.app.styles import DEFAULT_HOUSE, DEFAULT_PORTAL

if TYPE_CHECKING:
    from newsroom.store.deliveries.records import JournalStep
    from newsroom.store.store import Store
    from newsroom.story.comments.comment import Comment
    from newsroom.story.story import Story
    from newsroom.story.trail.entry import Entry, Trail
    from newsroom.story.trail.steps import Kept

_OUTCOMES = {"done": "sampai di situs", "not-done": "gagal"}
_UNSURE = "tidak pasti sampai"


class Trails(Checklists):
    """Trails of stories, in the zone of a portal."""

    def trail(
        self,
        story_id: str,
        store: Store,
        house: str = DEFAULT_HOUSE,
        portal: str = DEFAULT_PORTAL,
        progress: Callable[[int, int], bool] = lambda *_: True,
        *,
        whole: bool = False,
    ) -> Trail:
        """Return all that happened to a story; ``whole`` with long changes as they are.

        However many versions there are, three are held at a time. ``progress`` is told how many
        of them are read, of how many. Raises StoryNotFound, StoreError, HouseError,
        ProfileError, and Cancelled once ``progress`` says False.
        """
        from newsroom.story.trail.entry import Place, Trail, entries_sum, in_order
        from newsroom.story.trail.steps import StepEntries
        from newsroom.story.trail.talk import talk_entries

        story = store.stories.get(story_id)
        zone = self.profile(portal).zone
        making = StepEntries(self.checklist(house), zone, whole=whole)
        steps = list(making.of(_kept(store, story.id, progress)))
        made = datetime.now(UTC)
        writer = store.people.name_at(story.updated or made)
        now = making.present(story, writer, _text_sum(story))
        comments = store.comments.all(story.id)
        others = [
            *making.checked,
            *talk_entries(comments, _sources(comments)),
            *_pushed(store, story.id),
        ]
        entries = in_order([*steps, now] if now else steps, others)
        places = [
            Place(one.portal, one.link, one.status, one.moment, one.date)
            for one in store.deliveries.of_story(story.id)
        ]
        return Trail(
            story.id,
            story.headline,
            story.status,
            story.byline,
            story.editor,
            made,
            store.people.me().name,
            zone,
            shown_sum(story),
            entries_sum(entries),
            tuple(entries),
            tuple(places),
        )


def shown_sum(story: Story) -> str:
    """Return the SHA-256 of what ``newsroom show`` prints of a story.

    So whoever has the store can count it without this program:
    ``newsroom show ID | sha256sum``.
    """
    from hashlib import sha256

    from newsroom.story.front_matter import write_story

    printed = write_story(story).removesuffix("\n") + "\n"
    return sha256(printed.encode("utf-8", "backslashreplace")).hexdigest()


def _kept(store: Store, story_id: str, progress: Callable[[int, int], bool]) -> Iterator[Kept]:
    from newsroom.exchange.progress import Cancelled
    from newsroom.store.errors import VersionUnreadable
    from newsroom.story.trail.steps import Kept

    total = len(store.versions.list(story_id))
    for number, (step, state) in enumerate(store.versions.states(story_id)):
        if not progress(number, total):
            raise Cancelled
        if isinstance(state, VersionUnreadable):
            yield Kept(step, None)
        else:
            yield Kept(step, state, _text_sum(state))


def _text_sum(story: Story) -> str:
    from hashlib import sha256

    from newsroom.store.versions.content import content_of

    return sha256(content_of(replace(story, sources=()))).hexdigest()


def _sources(comments: list[Comment]) -> Callable[[str], str]:
    """Return what tells where a rule is written down; the rules are read only if one is named."""
    if not any(one.subject and one.subject.rule for one in comments):
        return lambda _: ""
    from newsroom.language.reference import abouts

    known = {about.id: about.source for about in abouts()}
    return lambda rule: known.get(rule, "")


def _pushed(store: Store, story_id: str) -> Iterator[Entry]:
    """Yield each request that a portal was to take the story by, and what came of it."""
    portals = [one.portal for one in store.deliveries.of_story(story_id)]
    portals += [one.portal for one in store.pushes.list(story=story_id)]
    for portal in dict.fromkeys(portals):
        for step in store.journal.of_story(story_id, portal, "post"):
            yield _push(portal, step)


def _push(portal: str, step: JournalStep) -> Entry:
    from newsroom.story.trail.entry import Entry, Part

    outcome = _OUTCOMES.get(str(step.outcome), _UNSURE)
    post = step.came.get("id") or (step.what if step.what.isdecimal() else "")
    what = "diperbarui" if step.what.isdecimal() else "dibuat"
    told = [f"Tulisan {post} di situs {what}." if post else "", step.error]
    began = step.began.astimezone(UTC).isoformat()
    return Entry(
        step.ended or step.began,
        Part.STEP,
        f"Unggah ke {portal}: {outcome}",
        about=tuple(filter(None, told)),
        facts=("push", portal, step.what, began, str(step.outcome)),
    )
