"""Random histories of a story at several desks: what is written, and what is handed to whom."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PIL import Image

from newsroom.app import Newsroom
from newsroom.store.handovers import What
from newsroom.store.handovers.states import alike
from newsroom.store.store import Store
from newsroom.store.versions.content import content_of
from newsroom.story.aftermath import Correction
from newsroom.story.comments.anchors import anchored
from newsroom.story.comments.comment import Comment, CommentKind
from newsroom.story.front_matter import write_story
from newsroom.story.merge.normal import turned_to
from newsroom.story.person import Person
from newsroom.story.photo_edits import Box
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status

PEOPLE = ("Wati Misal", "Budi Contoh", "Sari Umpama")
BODY = """Warga Desa Rekaan memanen padi di lahan baru. Hasilnya naik dari tahun lalu.

Kepala desa menyebut cuaca sebagai sebabnya. “Hujan datang tepat waktu,” katanya. Pupuk juga cukup.

Harga gabah di pasar belum berubah. Petani berharap harga naik. Pedagang menunggu.
"""
_WORD = re.compile(r"\b\w+\b")
_SENTENCE = re.compile(r"[^.\n]+\.")
_INSERTED = re.compile(r"\bkata\d+x\b")


@dataclass
class Desk:
    """An installation, and the person who works there."""

    newsroom: Newsroom
    store: Store
    name: str

    @classmethod
    def at(cls, folder: Path, name: str) -> Desk:
        newsroom = Newsroom(folder)
        store = newsroom.open_store()
        store.people.set_me(Person(name))
        return cls(newsroom, store, name)

    def hand_over(self, id: str, path: Path) -> Path:
        return self.newsroom.hand_over(self.store, id, path)

    def story(self, id: str) -> Story:
        return self.store.stories.get(id)

    def content(self, id: str) -> bytes:
        return content_of(alike(self.story(id)))

    def comments(self, id: str) -> list[Comment]:
        return self.store.comments.all(id)


@dataclass
class History:
    """One story at some desks; ``files`` are all that were handed over, in order."""

    chance: random.Random
    desks: list[Desk]
    folder: Path
    id: str = ""
    files: list[Path] = field(default_factory=list)
    expected: set[str] = field(default_factory=set)
    blurs: set[tuple[str, Box]] = field(default_factory=set)
    merges: int = 0
    told: list[str] = field(default_factory=list)
    words: int = 0

    def begin(self) -> None:
        """Write the story at the first desk, and hand it to the others."""
        picture = self._picture()
        story = Story("Panen Raya di Rekaan", body=BODY, tags=("padi",), photos=(picture,))
        self.id = self.desks[0].newsroom.take_in(story, self.desks[0].store).id
        first = self._handed_over(self.desks[0])
        for desk in self.desks[1:]:
            if self.chance.random() < 0.8:
                self._opened(desk, first)

    def go_on(self, exchanges: int) -> None:
        """Write here and there, and open files, new and old ones, once or again."""
        for _ in range(exchanges):
            for desk in self.desks:
                for _ in range(self.chance.randrange(3)):
                    self._write(desk)
            sender = self.chance.choice(list(filter(self._has, self.desks)))
            self._handed_over(sender)
            for _ in range(self.chance.randrange(1, 3)):
                newest = self.chance.random() < 0.6
                file = self.files[-1] if newest else self.chance.choice(self.files)
                self._opened(self.chance.choice(self.desks), file)

    def end(self) -> None:
        """Hand the story round until the last word of each is everywhere."""
        first, *others = self.desks
        for desk in filter(self._has, others):
            self._opened(first, self._handed_over(desk))
        last = self._handed_over(first)
        for desk in others:
            self._opened(desk, last)

    def lost(self) -> set[str]:
        """Return the words that somebody wrote, nobody deleted, and no desk has any more."""
        kept = self._kept(self.desks[0])
        return {word for word in self.expected if word not in kept}

    def lost_blurs(self) -> set[tuple[str, Box]]:
        photos = alike(self.desks[0].story(self.id)).photos
        upright = [(photo.origin, turned_to(photo.edits, 0)) for photo in photos]
        there = {(origin, box) for origin, edits in upright for box in edits.blurs}
        shown = {photo.origin for photo in photos}
        return {one for one in self.blurs if one[0] in shown} - there

    def _kept(self, desk: Desk) -> set[str]:
        told = [write_story(desk.story(self.id))]
        for comment in desk.comments(self.id):
            told.append(comment.text)
            if comment.subject and comment.kind is CommentKind.CONFLICT:
                told += [comment.subject.old, comment.subject.new.text]
                told += [comment.subject.other.text] if comment.subject.other else []
        return set(_INSERTED.findall("\n".join(told)))

    def _handed_over(self, desk: Desk) -> Path:
        path = self.folder / f"{self.id}-{len(self.files)}.naskah"
        self.files.append(desk.hand_over(self.id, path))
        self.told.append(f"{desk.name} hands over {len(self.files) - 1}")
        return path

    def _opened(self, desk: Desk, file: Path) -> None:
        taken = desk.newsroom.take_over(desk.store, file)
        self.merges += taken.what is What.MERGED
        self.told.append(f"{desk.name} opens {self.files.index(file)}: {taken.what}")

    # What is written.

    def _write(self, desk: Desk) -> None:
        if not self._has(desk):
            return
        before = desk.story(self.id)
        edit = self.chance.choice(self._edits())
        after = edit(before, desk)
        if after != before:
            old, new = (_INSERTED.findall(write_story(one)) for one in (before, after))
            self.expected -= set(old) - set(new)
            self.expected |= set(new) - set(old)
            desk.store.stories.save(after)
            self.told.append(f"{desk.name}: {edit.__name__} {sorted(set(new) - set(old))}")

    def _has(self, desk: Desk) -> bool:
        return bool(desk.store.desk.of([self.id]))

    def _edits(self) -> list[Callable[[Story, Desk], Story]]:
        return [
            self._insert_word,
            self._replace_word,
            self._add_sentence,
            self._add_paragraph,
            self._delete_sentence,
            self._delete_sentence,
            self._move_sentence,
            self._join_paragraphs,
            self._headline,
            self._caption,
            self._tags,
            self._status,
            self._value,
            self._blur,
            self._turn,
            self._add_photo,
            self._remove_photo,
            self._order_photos,
            self._correction,
            self._comment,
            self._settle_comment,
        ]

    def _word(self) -> str:
        self.words += 1
        return f"kata{self.words}x"

    def _insert_word(self, story: Story, desk: Desk) -> Story:
        found = list(_WORD.finditer(story.body))
        at = self.chance.choice(found).end() if found else 0
        return replace(story, body=f"{story.body[:at]} {self._word()}{story.body[at:]}")

    def _replace_word(self, story: Story, desk: Desk) -> Story:
        found = list(_WORD.finditer(story.body))
        if not found:
            return story
        one = self.chance.choice(found)
        body = f"{story.body[: one.start()]}{self._word()}{story.body[one.end() :]}"
        return replace(story, body=body)

    def _add_sentence(self, story: Story, desk: Desk) -> Story:
        ends = [one.end() for one in _SENTENCE.finditer(story.body)]
        at = self.chance.choice([0, *ends])
        blank = ("", " ") if at == 0 else (" ", "")
        added = f"{blank[0]}Kata {self._word()} ditulis.{blank[1]}"
        return replace(story, body=story.body[:at] + added + story.body[at:])

    def _add_paragraph(self, story: Story, desk: Desk) -> Story:
        paragraphs = story.body.split("\n\n")
        place = self.chance.randrange(len(paragraphs) + 1)
        paragraphs.insert(place, f"Alinea {self._word()} ditambah. Isinya pendek.")
        return replace(story, body="\n\n".join(paragraphs))

    def _delete_sentence(self, story: Story, desk: Desk) -> Story:
        found = list(_SENTENCE.finditer(story.body))
        if len(found) < 3:
            return story
        one = self.chance.choice(found)
        return replace(story, body=story.body[: one.start()] + story.body[one.end() :])

    def _move_sentence(self, story: Story, desk: Desk) -> Story:
        found = list(_SENTENCE.finditer(story.body))
        if len(found) < 3:
            return story
        one = self.chance.choice(found)
        rest = story.body[: one.start()] + story.body[one.end() :]
        at = self.chance.choice([m.end() for m in _SENTENCE.finditer(rest)])
        return replace(story, body=f"{rest[:at]} {one.group().strip()}{rest[at:]}")

    def _join_paragraphs(self, story: Story, desk: Desk) -> Story:
        return replace(story, body=story.body.replace("\n\n", " ", 1))

    def _headline(self, story: Story, desk: Desk) -> Story:
        words = story.headline.split()
        words.insert(self.chance.randrange(len(words) + 1), self._word())
        if len(words) > 8 or self.chance.random() < 0.3:
            del words[self.chance.randrange(len(words))]
        return replace(story, headline=" ".join(words))

    def _caption(self, story: Story, desk: Desk) -> Story:
        name = self.chance.choice(["caption", "credit", "alt"])
        return self._with_photo(
            story,
            lambda one: replace(one, **{name: f"{getattr(one, name)} {self._word()}.".strip()}),
        )

    def _with_photo(self, story: Story, change: Callable[[Photo], Photo]) -> Story:
        if not story.photos:
            return story
        place = self.chance.randrange(len(story.photos))
        photos = list(story.photos)
        photos[place] = change(photos[place])
        return replace(story, photos=tuple(photos))

    def _tags(self, story: Story, desk: Desk) -> Story:
        tags = [*story.tags, self._word()]
        if self.chance.random() < 0.4:
            del tags[self.chance.randrange(len(tags))]
        return replace(story, tags=tuple(tags))

    def _status(self, story: Story, desk: Desk) -> Story:
        return replace(story, status=self.chance.choice(list(Status)))

    def _value(self, story: Story, desk: Desk) -> Story:
        match self.chance.randrange(5):
            case 0:
                day = datetime(2026, 3, 1, tzinfo=UTC) + timedelta(days=self.chance.randrange(9))
                return replace(story, embargo=self.chance.choice([None, day]))
            case 1:
                return replace(story, section=self._word())
            case 2:
                return replace(story, dateline=replace(story.dateline, place=self._word()))
            case 3:
                return replace(story, summary=f"{story.summary} Ringkas {self._word()}.".strip())
            case _:
                return replace(story, slug=self._word())

    def _blur(self, story: Story, desk: Desk) -> Story:
        left, top = (round(self.chance.uniform(0, 0.6), 2) for _ in range(2))
        box = Box(left, top, left + 0.2, top + 0.3)

        def blurred(photo: Photo) -> Photo:
            if photo.edits.turn or photo.baked.turn:
                return photo  # boxes are told as they lie in the upright picture
            self.blurs.add((photo.origin or photo.digest, Box(*(round(e, 4) for e in _edges(box)))))
            return replace(photo, edits=replace(photo.edits, blurs=(*photo.edits.blurs, box)))

        return self._with_photo(story, blurred)

    def _turn(self, story: Story, desk: Desk) -> Story:
        return self._with_photo(story, lambda photo: replace(photo, edits=photo.edits.turned()))

    def _add_photo(self, story: Story, desk: Desk) -> Story:
        made = self._picture()
        digest = desk.store.media.add(Path(made.file))
        photo = Photo(Path(made.file).name, f"Foto {self._word()}.", digest=digest)
        return replace(story, photos=(*story.photos, photo)) if len(story.photos) < 4 else story

    def _remove_photo(self, story: Story, desk: Desk) -> Story:
        if len(story.photos) < 2:
            return story
        photos = list(story.photos)
        del photos[self.chance.randrange(len(photos))]
        return replace(story, photos=tuple(photos))

    def _order_photos(self, story: Story, desk: Desk) -> Story:
        photos = list(story.photos)
        self.chance.shuffle(photos)
        return replace(story, photos=tuple(photos))

    def _correction(self, story: Story, desk: Desk) -> Story:
        note = Correction(datetime(2026, 3, 5, tzinfo=UTC), f"Ralat {self._word()}.")
        return replace(story, corrections=(*story.corrections, note))

    def _comment(self, story: Story, desk: Desk) -> Story:
        found = list(_WORD.finditer(story.body))
        at = self.chance.choice(found) if found else None
        word = self._word()
        comment = Comment.new(desk.name, f"Komentar {word}", datetime.now(UTC))
        if at:
            comment = replace(comment, anchor=anchored("body", story.body, at.start(), at.end()))
        desk.store.comments.add(story.id, comment)
        self.expected.add(word)
        return story

    def _settle_comment(self, story: Story, desk: Desk) -> Story:
        open_ones = [one for one in desk.comments(story.id) if one.id == one.thread]
        if open_ones:
            one = self.chance.choice(open_ones)
            if one.resolved:
                desk.store.comments.reopen(one.id)
            else:
                desk.store.comments.resolve(one.id, desk.name)
        return story

    def _picture(self) -> Photo:
        self.words += 1
        path = self.folder / f"foto-{self.words}.png"
        colour = tuple(self.chance.randrange(256) for _ in range(3))
        Image.new("RGB", (40, 30), colour).save(path)
        return Photo(str(path), "Warga memanen padi.", lead=True)


def _edges(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.top, box.right, box.bottom
