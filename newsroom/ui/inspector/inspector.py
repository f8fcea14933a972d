"""The column on the right: the story's data and photos, what was found, and its review."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from newsroom.language.finding import Finding
from newsroom.portal.profile import Profile
from newsroom.story.story import Story
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.inspector.data_form import DataForm
from newsroom.ui.inspector.field_notes import Judged, judged
from newsroom.ui.inspector.findings_panel import FindingsPanel
from newsroom.ui.inspector.photos.panel import PhotoPanel
from newsroom.ui.inspector.review_panel import ReviewPanel
from newsroom.ui.inspector.tabs import Tabs
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.review.tally import tally
from newsroom.ui.theme import INSPECTOR_WIDTH, Theme

_PHOTO_FIELD = re.compile(r"photos\[(\d+)](?:\.(\w+))?")


class Inspector(QFrame):
    """Shows one story and tells of changes; it changes nothing itself.

    ``edited`` maps names of story fields to their new values, of the story's
    own types. What the program shows by itself is never told as an edit.
    """

    edited = Signal(dict)
    photo_way_wanted = Signal(str)  # the action that adds photos another way
    action_wanted = Signal(str)  # the action that is to change a field
    photos_wanted = Signal(list)  # [Path]: files to be added as photos
    picture_wanted = Signal(int, Path)  # the photo at this index is to get this picture
    editing_wanted = Signal(int)  # the photo at this index is to be edited
    thumbnail_wanted = Signal(object)  # Photo
    finding_chosen = Signal(object)  # Finding
    finding_fixed = Signal(object, str)  # Finding, what to write instead
    finding_ignored = Signal(object, object)  # Finding, Scope
    word_added = Signal(str)
    ignored = Signal(object, object, str)  # Finding, Scope, the text it stands in

    def __init__(
        self, theme: Theme, checks: LiveChecks, profile: Profile, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Panel samping"))
        self.setMinimumWidth(300)
        self.setMaximumWidth(420)
        self.tabs = Tabs(
            theme,
            {
                "data": self.tr("Data"),
                "photos": self.tr("Foto"),
                "findings": self.tr("Temuan"),
                "review": self.tr("Tinjau"),
            },
        )
        self._stack = QStackedWidget()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(1, 0, 0, 0)  # the line on the left
        rows.setSpacing(0)
        rows.addWidget(self.tabs)
        rows.addWidget(self._stack, 1)
        self.data = DataForm(theme, checks, profile)
        self.photos = PhotoPanel(theme, checks, profile)
        self.findings = FindingsPanel(theme, lambda rule: checks.sources.get(rule, ""))
        self.review = ReviewPanel()
        self._panels = {
            "data": self.data,
            "photos": self.photos,
            "findings": self.findings,
            "review": self.review,
        }
        for panel in self._panels.values():  # where they will stand, so that each is styled once
            self._stack.addWidget(panel)
        self._story = Story()
        self._connect()
        self.show_tab("data")

    # Showing.

    def show_story(self, story: Story) -> None:
        """Show a story's data and photos, without disturbing who is typing."""
        self.data.show_story(story)
        is_adding = story.id == self._story.id and self.photos.add.hasFocus()
        before, self._story = len(self._story.photos), story
        self.photos.show_story(story)
        if is_adding and len(story.photos) > before:
            self.photos.card(before).caption.setFocus()  # its words come next

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what was found in the story, the faults of a field beside it too."""
        of_data, of_photos = self._by_field(findings)
        self.data.show_judged(of_data)
        self.photos.show_judged(of_photos)
        self.findings.show_findings(findings)
        self.tabs.show_tally("findings", tally(findings))

    def set_readiness(self, done: int, total: int, missing: Sequence[str]) -> None:
        """Show how many of the needed parts are there, and name those that are not."""
        self.findings.readiness.show_state(done, total, missing)

    def set_thumbnail(self, key: str, image: QImage) -> None:
        """Show a picture under what its photo is known by; a null one says it is missing."""
        self.photos.set_thumbnail(key, image)

    def show_tab(self, name: str) -> None:
        """Show “data”, “photos”, “findings” or “review”."""
        self.tabs.choose(name)

    def show_finding(self, finding: Finding) -> bool:
        """Lead to a finding's field; False if it is not in the inspector."""
        field = self.lead_to(finding.field)
        if isinstance(field, ProseEdit):
            field.select(finding.start, finding.end)
        return field is not None

    def lead_to(self, name: str) -> QWidget | None:
        """Bring a field into sight, and give it the keyboard; None if it is not here."""
        field = self.field(name)
        if field is not None:
            tab = "photos" if name.startswith("photos") else "data"
            self.show_tab(tab)
            field.setFocus()
            self._panels[tab].ensureWidgetVisible(field, 0, 60)
        return field

    def fix(self, finding: Finding, new: str) -> bool:
        """Write a suggestion into the finding's field; False if that has moved on."""
        field = self.field(finding.field)
        return isinstance(field, ProseEdit) and field.replace_range(
            finding.start, finding.end, finding.text, new
        )

    def focused_field(self) -> ProseEdit | None:
        """Return the prose field that has the keyboard, if one has."""
        return next((edit for edit in self.findChildren(ProseEdit) if edit.hasFocus()), None)

    def field(self, name: str) -> QWidget | None:
        """Return the widget of a field, by the name that findings call it."""
        match = _PHOTO_FIELD.match(name)
        if match is None:
            return self.photos.add if name == "photos" else self.data.field(name)
        card = self.photos.card(int(match[1]))
        return card.field(match[2] or "") if card else None

    # Within.

    def _by_field(self, findings: Sequence[Finding]) -> tuple[Judged, dict[int, Judged]]:
        """Return what was found in the data by field, and in each photo by its fields."""
        of_data: dict[str, list[Finding]] = {}
        of_photos: dict[int, dict[str, list[Finding]]] = {}
        for name, some in judged(findings).items():
            if match := _PHOTO_FIELD.match(name):
                of_photos.setdefault(int(match[1]), {})[match[2] or "file"] = some
            else:
                of_data[name] = some
        return of_data, of_photos

    def _connect(self) -> None:
        self.tabs.chosen.connect(lambda name: self._stack.setCurrentWidget(self._panels[name]))
        for panel in (self.data, self.photos):
            panel.edited.connect(self.edited)
            panel.word_added.connect(self.word_added)
            panel.ignored.connect(self.ignored)
        self.data.wanted.connect(self.action_wanted)
        self.photos.photos_wanted.connect(self.photos_wanted)
        self.photos.way_wanted.connect(self.photo_way_wanted)
        self.photos.picture_wanted.connect(self.picture_wanted)
        self.photos.editing_wanted.connect(self.editing_wanted)
        self.photos.thumbnail_wanted.connect(self.thumbnail_wanted)
        self.findings.finding_chosen.connect(self.finding_chosen)
        self.findings.finding_fixed.connect(self.finding_fixed)
        self.findings.finding_ignored.connect(self.finding_ignored)
        self.findings.word_added.connect(self.word_added)

    def sizeHint(self) -> QSize:
        """As wide as in the drawing."""
        return QSize(INSPECTOR_WIDTH, 600)
