"""“Data berita”: everything about a story but its text and its photographs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QLabel, QLayout, QLineEdit, QVBoxLayout, QWidget

from newsroom.exchange.slug import make_slug
from newsroom.portal.profile import Profile
from newsroom.story.initials import closing_code
from newsroom.story.story import Story
from newsroom.story.texts import SEARCH_DESCRIPTION, SEARCH_TITLE
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.inspector.combo_boxes import ClosingBox, SectionBox
from newsroom.ui.inspector.dateline_field import DatelineField
from newsroom.ui.inspector.field_notes import FieldNotes, Judged
from newsroom.ui.inspector.form_group import FormGroup
from newsroom.ui.inspector.length_note import LengthNote
from newsroom.ui.inspector.moment_field import MomentField
from newsroom.ui.inspector.offer import Offer
from newsroom.ui.inspector.panel import STOP, Panel, boxed, labelled
from newsroom.ui.inspector.search_card import SearchCard
from newsroom.ui.inspector.sections_menu import SectionsMenu
from newsroom.ui.inspector.slug_edit import SlugEdit
from newsroom.ui.inspector.sources_edit import SourcesEdit
from newsroom.ui.inspector.tab_order import tab_as_read
from newsroom.ui.inspector.tags_edit import TagsEdit
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.theme import Theme

if TYPE_CHECKING:
    from newsroom.language.known_names import KnownNames
    from newsroom.language.people import People
    from newsroom.story.signatures import Signatures

_SOCIAL = 280  # characters; X cuts there, and others fold not far behind


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
    names_wanted = Signal()  # once, when somebody begins to name people
    ignored = Signal(object, object, str)  # Finding, Scope, the text it stands in
    word_added = Signal(str)

    def __init__(self, theme: Theme, checks: LiveChecks, profile: Profile) -> None:
        super().__init__(self.tr("Data berita"))
        self._theme = theme
        self._checks = checks
        self._profile = profile
        self._story = Story()
        self._people: People | None = None  # made when a name is first typed
        self._into: Callable[[QLayout], None] = self.rows.addLayout  # where rows are put
        self._groups: dict[FormGroup, tuple[str, ...]] = {}
        self._bound: dict[str, _Binding] = {}
        self._notes = FieldNotes()
        limits = profile.limits
        self._headline_length = LengthNote(theme, limits.headline)
        self._summary_length = LengthNote(theme, limits.summary)

        self._prose("headline", self.tr("Judul"), self._headline_length)
        self._prose("kicker", self.tr("Kicker"))
        self._prose("subheadline", self.tr("Subjudul"))
        dateline = DatelineField(theme, profile.datelines, profile.source)
        self._bind("dateline", self.tr("Dateline"), dateline, dateline.edited,
                   dateline.dateline, dateline.set_dateline)  # fmt: skip
        byline = _named(QLineEdit(), self.tr("Penulis"))
        byline.setPlaceholderText(self.tr("Pisahkan beberapa nama dengan koma"))
        self._line("byline", byline, _names, ", ".join)
        self._offer(byline)
        editor = _named(QLineEdit(), self.tr("Editor"))
        self._line("editor", editor)
        self._offer(editor)
        section = SectionBox(self.tr("Rubrik"), profile.sections)
        self._bind("section", self.tr("Rubrik"), section, section.edited,
                   section.section, section.set_section)  # fmt: skip
        tags = TagsEdit(theme)
        self._bind("tags", self.tr("Tag"), tags, tags.edited, tags.tags, tags.set_tags)
        self.rows.addWidget(tags.offers)
        self._slug = _named(SlugEdit(), self.tr("Slug"))
        self._locked = _side_note(self.tr("tetap sesudah tayang"))
        self._line("slug", self._slug, beside=self._locked)
        summary = self._prose("summary", self.tr("Ringkasan"), self._summary_length)
        summary.setPlaceholderText(self.tr("Satu-dua kalimat untuk mesin pencari"))
        self.search_card = SearchCard(theme, profile)
        self.rows.addLayout(labelled(self.tr("Tampilan di mesin pencari"), self.search_card))
        self._closing = closing = ClosingBox(self.tr("Penutup"), profile.closings)
        self._bind("closing", self.tr("Penutup"), closing, closing.edited,
                   closing.closing, closing.set_closing)  # fmt: skip
        held = self.tr("Ditahan sampai {0} pukul {1} {2}.")
        self._moment("embargo", self.tr("Embargo"), self.tr("embargo"), held)
        self._make_groups()
        self.rows.addStretch(1)
        tab_as_read(self.widget())
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

    def show_judged(self, found: Judged) -> None:
        """Say beside the fields what is wrong in them."""
        self._notes.show(found, self._is_blank)
        for group, names in self._groups.items():
            group.show_faults(self._notes.faults(names))

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

    def field(self, name: str) -> QWidget | None:
        """Return the widget of one field of the story; what it is folded under opens."""
        for group, names in self._groups.items():
            if name in names:
                group.open()
        bound = self._bound.get(name)
        return bound.widget if bound else None

    def further_prose(self) -> dict[str, ProseEdit]:
        """Return the prose fields that the page lacks, those that are there, in their order."""
        names = ("summary", "search_title", "search_description", "social")
        return {name: self._bound[name].widget for name in names if name in self._bound}

    # Within.

    def _make_groups(self) -> None:
        """Put what few stories need under headings, made when one is opened first."""
        people = ("contributors", "sources")
        placing = ("other_sections", "topic")
        sharing = ("search_title", "search_description", "social", "canonical")
        times = ("event", "deadline", "publish")
        for title, names, make in (
            (self.tr("Kontributor dan narasumber"), people, self._make_people),
            (self.tr("Rubrik lain dan topik"), placing, self._make_placing),
            (self.tr("Pencarian dan berbagi"), sharing, self._make_sharing),
            (self.tr("Waktu"), times, self._make_times),
        ):
            group = FormGroup(self._theme, title, self._filling(make))
            self._groups[group] = names
            self.rows.addWidget(group)

    def _filling(self, make: Callable[[], None]) -> Callable[[QVBoxLayout], None]:
        """Return what puts the rows of a group into it, and the story into these."""

        def fill(rows: QVBoxLayout) -> None:
            before = set(self._bound)
            self._into = rows.addLayout
            make()
            for name in set(self._bound) - before:
                self._bound[name].write(getattr(self._story, name))
            self._notes.show_again(self._is_blank)
            tab_as_read(self.widget())

        return fill

    def _is_blank(self, name: str) -> bool:
        return not getattr(self._story, name)

    def _make_people(self) -> None:
        others = _named(QLineEdit(), self.tr("Kontributor"))
        others.setPlaceholderText(self.tr("Pisahkan beberapa nama dengan koma"))
        self._line("contributors", others, _names, ", ".join)
        self._offer(others)
        sources = SourcesEdit(self._theme, lambda: self.people)
        sources.grown.connect(lambda: tab_as_read(self.widget()))
        self._bind("sources", self.tr("Narasumber"), sources, sources.edited,
                   sources.sources, sources.set_sources)  # fmt: skip

    def _make_placing(self) -> None:
        name = self.tr("Rubrik lain")
        menu = SectionsMenu(name, self._profile.sections)
        menu.setProperty(STOP, True)
        self._bind("other_sections", name, menu, menu.edited,
                   menu.sections, menu.set_sections)  # fmt: skip
        self._line("topic", _named(QLineEdit(), self.tr("Topik khusus")))

    def _make_sharing(self) -> None:
        for name, label, limit in (
            ("search_title", self.tr("Judul di mesin pencari"), SEARCH_TITLE),
            ("search_description", self.tr("Deskripsi di mesin pencari"), SEARCH_DESCRIPTION),
            ("social", self.tr("Teks media sosial"), _SOCIAL),
        ):
            length = LengthNote(self._theme, limit)
            edit = self._prose(name, label, length)
            edit.edited.connect(lambda *_, e=edit, n=length: n.show_length(e.text()))
            length.show_length(getattr(self._story, name))
        address = _named(QLineEdit(), self.tr("Alamat naskah asal (kanonis)"))
        address.setPlaceholderText(self.tr("https://… bila lebih dulu tayang di portal lain"))
        self._line("canonical", address)

    def _make_times(self) -> None:
        for name, label, spoken, reads in (
            ("event", self.tr("Peristiwa"), self.tr("peristiwa"),
             self.tr("Terjadi {0} pukul {1} {2}.")),
            ("deadline", self.tr("Tenggat"), self.tr("tenggat"),
             self.tr("Harus selesai {0} pukul {1} {2}.")),
            ("publish", self.tr("Tayang"), self.tr("tayang"),
             self.tr("Tayang {0} pukul {1} {2}.")),
        ):  # fmt: skip
            self._moment(name, label, spoken, reads)

    def _moment(self, name: str, label: str, spoken: str, reads: str) -> None:
        field = MomentField(self._theme, self._profile.zone, spoken, reads)
        self._bind(name, label, field, field.edited, field.moment, field.set_moment)

    def _prose(self, name: str, label: str, beside: QLabel | None = None) -> ProseEdit:
        one_line = name != "social"  # the others are one paragraph wherever they are shown
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
        beside: QLabel | None = None,
    ) -> None:
        def show(value: Any) -> None:
            if line.text() != write(value):
                line.setText(write(value))

        label = line.accessibleName()
        self._bind(name, label, line, line.textEdited, lambda: parse(line.text()), show, beside)

    def _offer(self, line: QLineEdit) -> None:
        """Offer whole names for codes, and names as earlier stories have them."""
        row = QVBoxLayout()
        row.addWidget(Offer(line, lambda text: self.people.names(text)))
        self._into(row)

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
        self._into(self._notes.labelled(name, label, widget, beside))

    def _tell(self, name: str) -> None:
        value = self._bound[name].read()
        if value != getattr(self._story, name):
            self._story = replace(self._story, **{name: value})
            self._follow()
            self.edited.emit({name: value})

    def _follow(self) -> None:
        """Show what follows from the fields: lengths, and the slug that would be made."""
        for group, names in self._groups.items():
            group.show_count(sum(bool(getattr(self._story, name)) for name in names))
        headline = self._story.headline
        self._headline_length.show_length(headline)
        self._summary_length.show_length(self._story.summary)
        self.search_card.show_story(self._story)
        self._slug.setPlaceholderText(make_slug(headline) if headline.strip() else "")
        is_public = self._story.status.is_public  # its address is with the readers
        self._slug.setReadOnly(is_public)
        self._locked.setVisible(is_public)
        self._offer_code(closing_code(self._story.byline, self._story.editor))

    def _offer_code(self, code: str) -> None:
        """Have the code of those who write and edit among the closings; what is chosen stays."""
        box, at = self._closing, len(self._profile.closings)
        if code == box.itemText(at) or (code and 0 <= box.findText(code) < at):
            return
        chosen = box.currentText()
        if box.count() > at:
            box.removeItem(at)
        if code:
            box.addItem(code)
        box.setEditText(chosen)


def _named(line: QLineEdit, name: str) -> QLineEdit:
    line.setAccessibleName(name)
    return line


def _side_note(text: str) -> QLabel:
    note = QLabel(text)
    note.setProperty("role", "muted")
    note.hide()
    return note


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for part in text.split(",") if (name := " ".join(part.split())))
