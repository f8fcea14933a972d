"""“Data berita”: everything about a story but its text and its photographs."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from newsroom.exchange.slug import make_slug
from newsroom.portal.profile import Profile
from newsroom.story.initials import closing_code
from newsroom.story.story import Story
from newsroom.story.texts import is_note, story_texts
from newsroom.ui.inspector.cards import Cards
from newsroom.ui.inspector.combo_boxes import ClosingBox, SectionBox
from newsroom.ui.inspector.data_groups import folded_groups
from newsroom.ui.inspector.dateline_field import DatelineField
from newsroom.ui.inspector.field_notes import Judged
from newsroom.ui.inspector.form_rows import FormRows
from newsroom.ui.inspector.offer import Offer
from newsroom.ui.inspector.panel import Panel, labelled
from newsroom.ui.inspector.search_card import SearchCard
from newsroom.ui.inspector.slug_edit import SlugEdit
from newsroom.ui.inspector.tab_order import tab_as_read
from newsroom.ui.inspector.tags_edit import TagsEdit
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.search.unmade import Field, Unmade
from newsroom.ui.sites.site_note import SiteNote
from newsroom.ui.theme import Theme

if TYPE_CHECKING:
    from newsroom.language.known_names import KnownNames
    from newsroom.language.people import People
    from newsroom.story.signatures import Signatures

_ONE_LINE = ("summary", "topic", "search_title", "search_description")
_FURTHER_PROSE = (*_ONE_LINE, "social")


class DataForm(Panel):
    """Tells each change at once, with the changed field alone."""

    edited = Signal(dict)
    names_wanted = Signal()  # once, when somebody begins to name people
    ignored = Signal(object, object, str)  # Finding, Scope, the text it stands in
    word_added = Signal(str)
    fields_changed = Signal()  # there are more prose fields than before
    wanted = Signal(str)  # the action that is to change a field

    def __init__(self, theme: Theme, checks: LiveChecks, profile: Profile) -> None:
        super().__init__(self.tr("Data berita"))
        self._profile = profile
        self._story = Story()
        self._people: People | None = None  # made when a name is first typed
        self._codes: Mapping[str, str] = {}  # that people sign with, by folded name
        self._rows = FormRows(self, theme, checks, profile, lambda: self.people)
        self._rows.into = self.rows.addLayout
        self._rows.ignored.connect(self.ignored)
        self._rows.word_added.connect(self.word_added)
        self._rows.wanted.connect(self.wanted)
        self._rows.fields.written.connect(self._tell)
        self._rows.made.connect(self._show_new)
        self._rows.grown.connect(lambda: tab_as_read(self.widget()))
        self.search_card = SearchCard(theme, profile)
        self._slug = SlugEdit()
        self._slug.editingFinished.connect(self._lock_slug)
        self._locked = _side_note()
        self._closing = ClosingBox(self.tr("Penutup"), profile.closings)
        self._put_in(theme)
        self._groups = folded_groups(self._rows)
        for group in self._groups:
            self.rows.addWidget(group)
        self.rows.addStretch(1)
        tab_as_read(self.widget())
        self.show_story(self._story)

    def show_story(self, story: Story) -> None:
        """Show a story, without touching what already shows it."""
        other = story.id != self._story.id
        self._story = story
        if other:
            self._slug.leave()
        self._rows.fields.show(story, anew=other)
        self._follow()

    def show_judged(self, found: Judged) -> None:
        """Say beside the fields what is wrong in them."""
        self._rows.notes.show(found, self._is_blank)
        for group, names in self._groups.items():
            group.show_faults(self._rows.notes.faults(names))

    @property
    def people(self) -> People:
        """Those whose names are offered; the portal's writers, until others are known."""
        if self._people is None:
            from newsroom.language.people import People

            self._people = People(tuple(self._profile.authors))
            self.names_wanted.emit()
        return self._people

    def use_names(self, known: KnownNames, signatures: Signatures) -> None:
        """Offer the spelling of these names too, those of earlier stories; and their codes."""
        self._people = replace(self.people, known=known, signatures=signatures)
        for offer in self.findChildren(Offer):
            offer.look_again()

    def use_codes(self, codes: Mapping[str, str]) -> None:
        """Offer as closings the codes that people chose, by folded name."""
        self._codes = codes
        self._offer_code()

    @property
    def profile(self) -> Profile:
        """The portal that the form goes by."""
        return self._profile

    def use_lacking(self, rubrics: Collection[str]) -> None:
        """Mark the rubrics that the portal's site has not."""
        self._section.mark_lacking(rubrics)
        self._section_note.use_lacking(rubrics)

    def field(self, name: str) -> QWidget | None:
        """Return the widget of one field of the story; what it is folded under opens."""
        above = re.split(r"[.\[]", name, maxsplit=1)[0]
        for group, names in self._groups.items():
            if above in names:
                group.open()
        return self._field(name)

    def name_at(self, widget: QWidget) -> str:
        """Return the name of the field that a widget belongs to; empty if to none."""
        return self._rows.fields.name_at(widget)

    def further_prose(self) -> dict[str, Field]:
        """Return the prose fields that the page lacks, in their order.

        Those folded away that nobody has unfolded yet are made when somebody goes there.
        """
        return self._prose(_FURTHER_PROSE.__contains__)

    def notes(self) -> dict[str, Field]:
        """Return those that tell readers what became of the story.

        What is replaced throughout a story stays in them: a *ralat* cites what was wrong.
        """
        return self._prose(is_note)

    # Within.

    def _prose(self, wanted: Callable[[str], bool]) -> dict[str, Field]:
        return {
            name: self._field(name) or Unmade(text, partial(self.field, name), name in _ONE_LINE)
            for name, text in story_texts(self._story)
            if wanted(name)
        }

    def _field(self, name: str) -> QWidget | None:
        """Return the widget of a field that is there; of a note, that of its words."""
        if not is_note(name):
            return self._rows.fields.widget(name)
        above, _, number = name.partition(".")[0].rstrip("]").partition("[")
        cards = self._rows.fields.widget(above)
        return cards.cards[int(number or 0)].first if isinstance(cards, Cards) else None

    def _put_in(self, theme: Theme) -> None:
        """Put in the fields that every story has."""
        rows, profile = self._rows, self._profile
        rows.prose("headline", self.tr("Judul"), profile.limits.headline)
        rows.prose("kicker", self.tr("Kicker"))
        rows.prose("subheadline", self.tr("Subjudul"))
        dateline = DatelineField(theme, profile.datelines, profile.source, profile.zone)
        rows.put("dateline", self.tr("Dateline"), dateline, dateline.edited,
                 dateline.dateline, dateline.set_dateline)  # fmt: skip
        rows.fields.bind_timed("dateline", dateline.date)
        rows.persons("byline", self.tr("Penulis"))
        rows.person("editor", self.tr("Editor"))
        section = self._section = SectionBox(self.tr("Rubrik"), profile.sections)
        rows.put("section", self.tr("Rubrik"), section, section.edited,
                 section.section, section.set_section)  # fmt: skip
        note = self._section_note = SiteNote(section)
        self.rows.addWidget(note)
        rows.followers.append(
            lambda story: note.show_chosen(
                [name for name in (story.section, *story.other_sections) if name]
            )
        )
        tags = TagsEdit(theme)
        rows.put("tags", self.tr("Tag"), tags, tags.edited, tags.tags, tags.set_tags)
        self.rows.addWidget(tags.offers)
        rows.line("slug", self.tr("Slug"), self._slug, self._locked)
        summary = rows.prose("summary", self.tr("Ringkasan"), profile.limits.summary)
        summary.setPlaceholderText(self.tr("Satu-dua kalimat untuk mesin pencari"))
        self.rows.addLayout(labelled(self.tr("Tampilan di mesin pencari"), self.search_card))
        closing = self._closing
        rows.put("closing", self.tr("Penutup"), closing, closing.edited,
                 closing.closing, closing.set_closing)  # fmt: skip
        held = self.tr("Ditahan sampai {0} pukul {1} {2}.")
        rows.moment("embargo", self.tr("Embargo"), self.tr("embargo"), held)

    def _show_new(self) -> None:
        """Show the story in fields that have just come, and lead the keyboard through them."""
        self._rows.fields.show(self._story)
        self._rows.follow(self._story)
        self._rows.notes.show_again(self._is_blank)
        tab_as_read(self.widget())
        self.fields_changed.emit()

    def _is_blank(self, name: str) -> bool:
        return not getattr(self._story, name)

    def _tell(self, name: str, value: object) -> None:
        if value != getattr(self._story, name):
            self._story = replace(self._story, **{name: value})
            self._follow()
            self.edited.emit({name: value})

    def _follow(self) -> None:
        """Show what follows from the fields: lengths, and the slug that would be made."""
        for group, names in self._groups.items():
            group.show_count(sum(not self._is_blank(name) for name in names))
        headline = self._story.headline
        self._rows.follow(self._story)
        self.search_card.show_story(self._story)
        self._slug.setPlaceholderText(make_slug(headline) if headline.strip() else "")
        is_public = self._story.status.is_public  # its address is with the readers
        self._slug.follow(is_public)
        is_kept = self._slug.isReadOnly()
        as_is, missing = self.tr("tetap sesudah tayang"), self.tr("salin dari yang sudah tayang")
        self._locked.setText(as_is if is_kept else missing)
        self._locked.setVisible(is_public)
        self._offer_code()

    def _lock_slug(self) -> None:
        self._slug.leave()
        self._follow()

    def _offer_code(self) -> None:
        """Have the code of those who write and edit among the closings."""
        self._closing.offer(closing_code(self._story.byline, self._story.editor, self._codes))


def _side_note() -> QLabel:
    note = QLabel()
    note.setProperty("role", "muted")
    note.hide()
    return note
