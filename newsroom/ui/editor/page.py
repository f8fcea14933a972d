"""The page: kicker, headline, photo and body in one column, as readers will read them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from newsroom.language.finding import Finding
from newsroom.photos.keys import picture_key
from newsroom.photos.placed import placed_photo
from newsroom.portal.house_marks import portal_opening
from newsroom.portal.profile import Profile
from newsroom.story.story import Story
from newsroom.ui.editor.body_edit import BodyEdit
from newsroom.ui.editor.dimmer import Dimmer
from newsroom.ui.editor.drag_scroll import DragScroll
from newsroom.ui.editor.headline_meter import HeadlineMeter
from newsroom.ui.editor.page_view import PageView
from newsroom.ui.editor.photo_strip import PhotoStrip
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.work.pace import LOOK_AGAIN, Turn
from newsroom.ui.zooming import zoom_steps

# Milliseconds; reading a long body at every key would be felt. One more for each so many
# characters, up to a time in which no word can be lost.
_TELL_AFTER, _LONG, _TELL_AT_MOST = 150, 2_500, 500
_PATIENCE = 0.1  # seconds; so long telling waits for a moment between two keys


class Page(QScrollArea):
    """Where a story is written. ``edited`` names the fields that changed."""

    edited = Signal(dict)
    place_changed = Signal(int, int)  # cursor (code points in the body), scroll
    photo_chosen = Signal()
    thumbnail_wanted = Signal(object)  # Photo
    ignored = Signal(object, object, str)  # Finding, Scope, the text it stands in
    word_added = Signal(str)
    zoom_wanted = Signal(int)  # steps up or down

    def __init__(self, theme: Theme, checks: LiveChecks, profile: Profile) -> None:
        super().__init__()
        self._profile = profile
        self._pictured = ""
        self._story = Story()
        self._placed: dict[str, QImage] = {}  # the pictures that stand in the text
        self.setObjectName("page")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.kicker = ProseEdit(theme, checks, self.tr("Kicker"), kind="kicker", one_line=True)
        self.kicker.setObjectName("pageKicker")
        self.kicker.setPlaceholderText(self.tr("Kicker"))
        self.headline = ProseEdit(theme, checks, self.tr("Judul"), kind="headline", one_line=True)
        self.headline.setObjectName("pageHeadline")
        self.headline.setPlaceholderText(self.tr("Judul berita"))
        self.meter = HeadlineMeter(theme, profile.limits)
        self.subheadline = ProseEdit(
            theme, checks, self.tr("Subjudul"), kind="subheadline", one_line=True
        )
        self.subheadline.setObjectName("pageSubheadline")
        self.subheadline.setPlaceholderText(self.tr("Subjudul"))
        self.photo = PhotoStrip(theme)
        self.dateline = QLabel()
        self.dateline.setObjectName("pageDateline")
        self.body = BodyEdit(theme, checks)
        self.body.setObjectName("pageBody")
        self.body.marks.picture = self._picture
        self.closing = QLabel()
        self.closing.setObjectName("pageClosing")
        self._lay_out()
        self.dimmer = Dimmer(self, theme)
        DragScroll(self)
        self._body_timer = QTimer(self, singleShot=True, interval=_TELL_AFTER)
        self._body_timer.timeout.connect(self._tell_between_keys)
        self._turn = Turn(_PATIENCE)
        self._place_timer = QTimer(self, singleShot=True, interval=2 * _TELL_AFTER)
        self._place_timer.timeout.connect(self.tell_place)
        for name in ("kicker", "headline", "subheadline"):
            self._connect(name, getattr(self, name))
        self.body.edited.connect(self._body_edited)
        self.body.cursorPositionChanged.connect(self._cursor_moved)
        self.photo.chosen.connect(self.photo_chosen)
        for field in self.fields().values():
            field.document().setDocumentMargin(0)
            field.ignored.connect(self.ignored)
            field.word_added.connect(self.word_added)

    def fields(self) -> dict[str, ProseEdit]:
        """Return the text fields of the page by the names findings call them."""
        return {
            "kicker": self.kicker,
            "headline": self.headline,
            "subheadline": self.subheadline,
            "body": self.body,
        }

    def use_profile(self, profile: Profile) -> None:
        """Show the story in another portal's way."""
        self._profile = profile
        self.meter.use_limits(profile.limits)
        self.show_story(self._story)

    def open_story(self, story: Story, place: dict[str, int] | None) -> None:
        """Show another story, its cursor where it stood."""
        self._body_timer.stop()
        self._place_timer.stop()
        self._story = story
        self._placed.clear()
        for name, field in self.fields().items():
            field.set_text(getattr(story, name))
        self.show_story(story)
        place = place or {}
        cursor = min(place.get("cursor", 0), len(story.body))
        self.body.select(cursor, cursor)
        self._place_timer.stop()
        self.view.open_at(place.get("scroll", 0))
        (self.body if story.headline else self.headline).setFocus()

    def show_story(self, story: Story) -> None:
        """Show what has changed in the story's other fields."""
        if story.photos != self._story.photos:
            self.body.viewport().update()  # some may stand in the text
        self._story = story
        for name in ("kicker", "headline", "subheadline"):
            field, text = self.fields()[name], getattr(story, name)
            if field.text() != text:
                field.set_text(text)
        self.subheadline.setVisible(bool(story.subheadline) or self.subheadline.hasFocus())
        self.meter.show_story(story)
        dateline = portal_opening(story.dateline, self._profile).rstrip()
        self.dateline.setText(dateline)
        self.dateline.setVisible(bool(dateline))
        self.closing.setText(story.closing)
        self.closing.setVisible(bool(story.closing))
        lead = story.lead_photo
        self.photo.setVisible(lead is not None)
        if lead is not None:
            self.photo.show_photo(lead, len(story.photos) - 1)
            key = picture_key(lead)
            if key != self._pictured:
                picture = lead.digest or lead.file
                if not picture or not self._pictured.startswith(picture):  # else only edited
                    self.photo.set_image(QImage())
                self._pictured = key
                self.thumbnail_wanted.emit(lead)
        else:
            self._pictured = ""

    def show_joined(self, story: Story) -> None:
        """Show what the texts have become elsewhere; the cursor stays at its words."""
        from newsroom.ui.editor.other_text import show_text

        for name, field in self.fields().items():
            show_text(field, getattr(story, name))

    def set_thumbnail(self, key: str, image: QImage) -> None:
        """Take a picture that was asked for."""
        if key == self._pictured:
            self.photo.set_image(image)
        if key in self._placed:
            self._placed[key] = image
            self.body.viewport().update()

    def flush(self) -> None:
        """Tell of what was written in the body, now."""
        if self._body_timer.isActive():
            self._body_timer.stop()
            self._tell_body()

    def tell_place(self) -> None:
        """Tell where the cursor stands, now."""
        self._place_timer.stop()
        self.place_changed.emit(self.body.cursor_offset(), self.view.place())

    def place(self) -> int:
        """Return where the cursor stands in the body, as Qt counts, which is told at once."""
        return self.body.textCursor().position()

    def show_finding(self, finding: Finding) -> bool:
        """Select a finding's text; False if its field is not on the page."""
        field = self.fields().get(finding.field)
        if field is None:
            return False
        field.show()
        field.select(finding.start, finding.end)
        field.setFocus()
        self.view.follow(field)
        return True

    def focused_field(self) -> ProseEdit | None:
        """Return the text field that has the keyboard, if one has."""
        return next((field for field in self.fields().values() if field.hasFocus()), None)

    def name_of(self, field: ProseEdit) -> str:
        """Return what findings call a field of the page."""
        return next(name for name, known in self.fields().items() if known is field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the cursor into the body when the empty page below it is clicked."""
        # A click that a text field leaves alone, the right one, comes by here as well.
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonPress
            and event.button() == Qt.MouseButton.LeftButton
            and event.position().y()
            > self.body.mapTo(self._sheet, self.body.rect().bottomLeft()).y()
        ):
            self.body.setFocus()
            cursor = self.body.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            self.body.setTextCursor(cursor)
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Show the cursor in the body, which is taller than the page, when Tab leads there."""
        moved = super().focusNextPrevChild(forward)
        if moved and self.body.hasFocus():
            self.view.follow(self.body)
        return moved

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Make the text larger or smaller while Ctrl is held."""
        steps = zoom_steps(event)
        if steps is None:
            super().wheelEvent(event)
        elif steps:
            self.zoom_wanted.emit(steps)

    # Within.

    def _picture(self, address: str) -> QImage | None:
        """Return a small picture for a line of the text; None if the story has no such photo."""
        photo = placed_photo(self._story, address)
        if photo is None:
            return None
        key = picture_key(photo)
        if key not in self._placed:
            self._placed[key] = QImage()
            self.thumbnail_wanted.emit(photo)
        return self._placed[key]

    def _lay_out(self) -> None:
        column = QWidget(objectName="pageColumn")
        rows = QVBoxLayout(column)
        rows.setSpacing(0)
        rows.addWidget(self.kicker)
        rows.addSpacing(STEP)
        rows.addWidget(self.headline)
        rows.addSpacing(STEP)
        rows.addWidget(self.subheadline)
        rows.addSpacing(STEP)
        rows.addWidget(self.meter)
        rows.addSpacing(4 * STEP)
        rows.addWidget(self.photo)
        rows.addSpacing(4 * STEP)
        rows.addWidget(self.dateline)
        rows.addSpacing(STEP)
        rows.addWidget(self.body)
        rows.addSpacing(2 * STEP)
        rows.addWidget(self.closing)
        rows.addStretch()
        sheet = QWidget(objectName="pageView")
        across = QVBoxLayout(sheet)
        across.addWidget(column)
        across.setAlignment(column, Qt.AlignmentFlag(0))
        self._sheet = sheet
        self.view = PageView(self, sheet, column)
        sheet.installEventFilter(self)
        column.installEventFilter(self)
        self.setWidget(sheet)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle whatever the width, and the cursor's line in its place."""
        with self.view.held(event.oldSize().height()):
            self.view.centre()  # first, or the lines are broken for a width that does not last
            super().resizeEvent(event)

    def _connect(self, name: str, field: ProseEdit) -> None:
        field.edited.connect(lambda: self.edited.emit({name: field.text()}))

    def _body_edited(self) -> None:
        if not self._body_timer.isActive():  # also whoever types without a pause is saved
            length = self.body.document().characterCount()
            self._body_timer.start(min(_TELL_AFTER + length // _LONG, _TELL_AT_MOST))

    def _tell_between_keys(self) -> None:
        if self._turn.has_come():
            self._tell_body()
        else:
            self._body_timer.start(LOOK_AGAIN)

    def _tell_body(self) -> None:
        self.edited.emit({"body": self.body.text()})
        self.tell_place()

    def _cursor_moved(self) -> None:
        self._place_timer.start()
        self.view.follow(self.body)
