"""The lead photograph with its caption, above the text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from newsroom.story.caption import credit_line
from newsroom.story.story import Photo
from newsroom.ui.theme import STEP, Theme

THUMBNAIL = QSize(120, 76)


class Thumbnail(QWidget):
    """A picture cut to a fixed size, with round corners; an icon while there is none."""

    def __init__(self, theme: Theme, size: QSize = THUMBNAIL) -> None:
        super().__init__()
        self._theme = theme
        self._image = QImage()
        self.setFixedSize(size)
        theme.changed.connect(self.update)

    def set_image(self, image: QImage) -> None:
        """Show a picture, or the empty frame."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the frame with the middle of the picture."""
        paint_thumbnail(self, self._image, self._theme)


def paint_thumbnail(widget: QWidget, image: QImage, theme: Theme) -> None:
    """Fill a widget with the middle of a picture, or with an icon while there is none."""
    painter = QPainter(widget)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    frame = QRectF(widget.rect())
    path = QPainterPath()
    path.addRoundedRect(frame, 5, 5)
    painter.setClipPath(path)
    painter.fillRect(frame, theme.colour("line"))
    if image.isNull():
        icon = theme.icon("image", "muted")
        icon.paint(painter, widget.rect(), Qt.AlignmentFlag.AlignCenter)
    else:
        whole = image.size()
        part = QSize(widget.size()).scaled(whole, Qt.AspectRatioMode.KeepAspectRatio)
        left = (whole.width() - part.width()) / 2
        top = (whole.height() - part.height()) / 2
        painter.drawImage(frame, image, QRectF(left, top, part.width(), part.height()))
    painter.end()


class PhotoStrip(QFrame):
    """Shows the lead photograph; a click or Enter leads to its form."""

    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("card", "quiet")
        # It takes no part of the room that a short story leaves on the page.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Foto utama"))
        self._theme = theme
        self._shown: tuple[Photo, int] | None = None
        self._picture = Thumbnail(theme)
        title = QLabel(self.tr("Foto utama"))
        title.setProperty("role", "strong")
        self._caption = QLabel()
        self._caption.setWordWrap(True)
        self._caption.setTextFormat(Qt.TextFormat.RichText)
        words = QVBoxLayout()
        words.setSpacing(STEP)
        words.addWidget(title)
        words.addWidget(self._caption, 1, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 10, 10, 10)
        row.setSpacing(12)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        theme.changed.connect(self._tint)

    def show_photo(self, photo: Photo, others: int) -> None:
        """Show a photograph's caption, and how many more the story has."""
        self._shown = (photo, others)
        muted = self._theme.colours.muted
        parts = [_escaped(photo.caption.strip()) or _muted(self.tr("Belum ada keterangan."), muted)]
        if credit := credit_line(photo.credit):
            parts.append(_muted(_escaped(credit), muted))
        if others:
            parts.append(_muted(self.tr("+{0} foto lain").format(others), muted))
        self._caption.setText(" ".join(parts))
        said = [photo.caption.strip(), credit_line(photo.credit)]
        self.setAccessibleDescription(" ".join(filter(None, said)))

    def _tint(self) -> None:
        if self._shown is not None:
            self.show_photo(*self._shown)

    def set_image(self, image: QImage) -> None:
        """Show the picture itself."""
        self._picture.set_image(image)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lead to the form."""
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead to the form by key too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit()
            return
        super().keyPressEvent(event)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _muted(html: str, colour: str) -> str:
    return f'<span style="color:{colour}">{html}</span>'
