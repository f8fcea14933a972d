"""“Data berita”: everything about a story but its text and its photographs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from newsroom.exchange.slug import make_slug
from newsroom.portal.profile import Profile
from newsroom.story.story import Story
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.inspector.combo_boxes import ClosingBox, SectionBox
from newsroom.ui.inspector.dateline_field import DatelineField
from newsroom.ui.inspector.embargo_field import EmbargoField
from newsroom.ui.inspector.length_note import LengthNote
from newsroom.ui.inspector.panel import Panel, boxed, labelled
from newsroom.ui.inspector.search_card import SearchCard
from newsroom.ui.inspector.slug_edit import SlugEdit
from newsroom.ui.inspector.tags_edit import TagsEdit
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class _Binding:
    """How one field of the story is read from its widget and shown in it."""

    widget: QWidget
    read: Callable[[], Any]
    write: Callable[[Any], None]


class DataForm(Panel):
    """Tells each change at once, with the changed field alone.

    A field that already shows the story's value is left untouched, so that the
    cursor of whoever is typing in it never moves.
    """

    edited = Signal(dict)
    ignored = Signal(object, object, str)  # Finding, Scope, the text it stands in
    word_added = Signal(str)

    def __init__(self, theme: Theme, checks: LiveChecks, profile: Profile) -> None:
        super().__init__(self.tr("Data berita"))
        self._theme = theme
        self._checks = checks
        self._story = Story()
        self._bound: dict[str, _Binding] = {}
        limits = profile.limits
        self._headline_length = LengthNote(theme, limits.headline)
        self._summary_length = LengthNote(theme, limits.summary)

        self._prose("headline", self.tr("Judul"), self._headline_length)
        self._prose("kicker", self.tr("Kicker"))
        self._prose("subheadline", self.tr("Subjudul"))
        dateline = DatelineField(theme, profile.datelines)
        self._bind("dateline", self.tr("Dateline"), dateline, dateline.edited,
                   dateline.dateline, dateline.set_dateline)  # fmt: skip
        byline = _named(QLineEdit(), self.tr("Penulis"))
        byline.setPlaceholderText(self.tr("Pisahkan beberapa nama dengan koma"))
        self._line("byline", byline, _names, ", ".join)
        self._line("editor", _named(QLineEdit(), self.tr("Editor")))
        section = SectionBox(self.tr("Rubrik"), profile.sections)
        self._bind("section", self.tr("Rubrik"), section, section.edited,
                   section.section, section.set_section)  # fmt: skip
        tags = TagsEdit(theme)
        self._bind("tags", self.tr("Tag"), tags, tags.edited, tags.tags, tags.set_tags)
        self._slug = _named(SlugEdit(), self.tr("Slug"))
        self._line("slug", self._slug)
        summary = self._prose("summary", self.tr("Ringkasan"), self._summary_length)
        summary.setPlaceholderText(self.tr("Satu-dua kalimat untuk mesin pencari"))
        self.search_card = SearchCard(theme, profile)
        self.rows.addLayout(labelled(self.tr("Tampilan di mesin pencari"), self.search_card))
        closing = ClosingBox(self.tr("Penutup"), profile.closings)
        self._bind("closing", self.tr("Penutup"), closing, closing.edited,
                   closing.closing, closing.set_closing)  # fmt: skip
        embargo = EmbargoField(theme, profile.zone)
        self._bind("embargo", self.tr("Embargo"), embargo, embargo.edited,
                   embargo.moment, embargo.set_moment)  # fmt: skip
        self.rows.addStretch(1)
        self.show_story(self._story)

    def show_story(self, story: Story) -> None:
        """Show a story, without touching what already shows it."""
        other = story.id != self._story.id
        self._story = story
        for name, bound in self._bound.items():
            value = getattr(story, name)
            if other or bound.read() != value:
                bound.write(value)
        self._follow()

    def field(self, name: str) -> QWidget | None:
        """Return the widget of one field of the story."""
        bound = self._bound.get(name)
        return bound.widget if bound else None

    # Within.

    def _prose(self, name: str, label: str, beside: QLabel | None = None) -> ProseEdit:
        one_line = name != "summary"
        edit = boxed(ProseEdit(self._theme, self._checks, label, kind=name, one_line=one_line))
        edit.ignored.connect(self.ignored)
        edit.word_added.connect(self.word_added)
        self._bind(name, label, edit, edit.edited, edit.text, edit.set_text, beside)
        return edit

    def _line(
        self,
        name: str,
        line: QLineEdit,
        parse: Callable[[str], Any] = str.strip,
        write: Callable[[Any], str] = str,
    ) -> None:
        def show(value: Any) -> None:
            if line.text() != write(value):
                line.setText(write(value))

        label = line.accessibleName()
        self._bind(name, label, line, line.textEdited, lambda: parse(line.text()), show)

    def _bind(
        self,
        name: str,
        label: str,
        widget: QWidget,
        edited: SignalInstance,
        read: Callable[[], Any],
        write: Callable[[Any], None],
        beside: QLabel | None = None,
    ) -> None:
        self._bound[name] = _Binding(widget, read, write)
        edited.connect(lambda *_: self._tell(name))
        self.rows.addLayout(labelled(label, widget, beside))

    def _tell(self, name: str) -> None:
        value = self._bound[name].read()
        if value != getattr(self._story, name):
            self._story = replace(self._story, **{name: value})
            self._follow()
            self.edited.emit({name: value})

    def _follow(self) -> None:
        """Show what follows from the fields: lengths, and the slug that would be made."""
        headline = self._story.headline
        self._headline_length.show_length(headline)
        self._summary_length.show_length(self._story.summary)
        self.search_card.show_story(self._story)
        self._slug.setPlaceholderText(make_slug(headline) if headline.strip() else "")


def _named(line: QLineEdit, name: str) -> QLineEdit:
    line.setAccessibleName(name)
    return line


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for part in text.split(",") if (name := " ".join(part.split())))
