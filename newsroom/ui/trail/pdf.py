"""A trail on paper: A4 pages, each with its number, to be printed and handed in.

Paragraphs are set and drawn one at a time, so that a story of any length takes little room;
twice, because how many pages there are is known only at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextLine,
)

from newsroom.exchange.characters import one_line
from newsroom.exchange.progress import Cancelled
from newsroom.exchange.trail import (
    Paragraph,
    Role,
    entry_paragraphs,
    head,
    how_to_read,
    readable,
    when,
)
from newsroom.exchange.whole_file import written_whole
from newsroom.resources import resource
from newsroom.story.trail.entry import Trail
from newsroom.ui.theme import INTERFACE_FONT
from newsroom.ui.trail.lines import LOOKS, layouts, print_font

Progress = Callable[[int, int], bool]

_DPI = 600
_POINT = _DPI / 72
_MARGINS = QMarginsF(20, 16, 20, 16)  # millimetres
_HEAD = 26 * _POINT  # what stands at the top of each page, with the white below it
_FOOT = 26 * _POINT
_TOGETHER = 60 * _POINT  # room for the first lines of an entry, or it begins on the next page
_SMALL = 7.5  # points
_BETWEEN = 3  # points above each further line that a writer began
_FACES = ("Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Italic.otf", "NotoSerif-Regular.ttf",
          "NotoSerif-Bold.ttf", "NotoSerif-Italic.ttf")  # fmt: skip


def write_trail(trail: Trail, path: Path, progress: Progress = lambda *_: True) -> None:
    """Write a trail as a PDF file, whole or not at all; on any thread.

    ``progress`` is told how many entries are set, of how many. Raises ExchangeError, and
    Cancelled once it says False.
    """
    with written_whole(path, "jejak naskah") as part:
        part.write_bytes(trail_pdf(trail, progress))


def trail_pdf(trail: Trail, progress: Progress = lambda *_: True) -> bytes:
    """Return a trail as a PDF. Raises Cancelled once ``progress`` says False."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            _MARGINS,
            QPageLayout.Unit.Millimeter,
        )
    )
    writer.setCreator("Newsroom")
    writer.setTitle(f"Jejak naskah: {_title(trail)}")
    if hasattr(writer, "setAuthor"):  # Qt has it from 6.9 on
        writer.setAuthor(one_line(trail.maker) or "Newsroom")
    setter = _Setter(trail, writer, progress)
    count = setter.count()
    painter = QPainter(writer)
    try:
        setter.draw(painter, count)
    finally:
        painter.end()
    return bytes(buffer.data())


def print_trail(trail: Trail, path: Path) -> None:
    """Write a trail as a PDF where no window has made Qt ready. Raises ExchangeError."""
    app = QGuiApplication.instance() or QGuiApplication(["newsroom"])
    for name in _FACES:
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))
    write_trail(trail, path)
    del app


class _Setter:
    """Goes through a trail from page to page; drawing comes to the same pages as counting."""

    def __init__(self, trail: Trail, writer: QPdfWriter, progress: Progress) -> None:
        self._trail = trail
        self._writer = writer
        self._progress = progress
        self._set = 0  # entries, in both ways together
        self._width = float(writer.width())
        self._bottom = writer.height() - _FOOT

    def count(self) -> int:
        """Return how many pages there are."""
        last = 1
        for last, _, _ in self._placed():  # noqa: B007 - the last one is what is wanted
            pass
        return last

    def draw(self, painter: QPainter, pages: int) -> None:
        """Draw all pages."""
        at = 1
        self._draw_edges(painter, at, pages)
        for page, place, line in self._placed():
            while at < page:
                at += 1
                self._writer.newPage()
                self._draw_edges(painter, at, pages)
            if line is None:
                painter.setPen(QPen(Qt.GlobalColor.black, 0.4 * _POINT))
                painter.drawLine(place, place + QPointF(self._width, 0))
            else:
                line.draw(painter, place)

    # Within.

    def _placed(self) -> Iterator[tuple[int, QPointF, QTextLine | None]]:
        """Yield each line with its page and place; none is a rule above an entry."""
        page, y = 1, _HEAD
        for paragraph in self._paragraphs():
            look = LOOKS[paragraph.role]
            if paragraph.role is Role.MOMENT:
                if y + _TOGETHER > self._bottom:
                    page, y = page + 1, _HEAD
                elif y > _HEAD:
                    yield page, QPointF(0, y + look.above * _POINT / 2), None
            indent = look.indent * _POINT
            for layout, is_first in layouts(paragraph, self._width - indent, self._writer):
                if y > _HEAD:
                    y += (look.above if is_first else _BETWEEN) * _POINT
                for number in range(layout.lineCount()):
                    line = layout.lineAt(number)
                    if y + line.height() > self._bottom:
                        page, y = page + 1, _HEAD
                    yield page, QPointF(indent, y - line.y()), line
                    y += line.height()

    def _paragraphs(self) -> Iterator[Paragraph]:
        trail = self._trail
        yield from head(trail)
        yield from how_to_read()
        for entry in trail.entries:
            if not self._progress(self._set, 2 * len(trail.entries)):
                raise Cancelled
            self._set += 1
            yield from entry_paragraphs(entry, trail.zone)

    def _draw_edges(self, painter: QPainter, page: int, pages: int) -> None:
        """Draw what says at the edges of each page whose it is, should it get lost."""
        trail, height = self._trail, self._writer.height()
        font = print_font(INTERFACE_FONT, _SMALL)
        metrics = QFontMetricsF(font, self._writer)
        painter.setFont(font)
        painter.setPen(QPen(Qt.GlobalColor.black, 0.4 * _POINT))
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        story = f"Naskah {trail.story}"
        room = self._width - metrics.horizontalAdvance(story) - 12 * _POINT
        title = metrics.elidedText(_title(trail), Qt.TextElideMode.ElideRight, room)
        top = QRectF(0, 0, self._width, metrics.height())
        painter.drawText(top, left, title)
        painter.drawText(top, right, story)
        under = metrics.height() + 3 * _POINT
        painter.drawLine(QPointF(0, under), QPointF(self._width, under))
        foot = QRectF(0, height - metrics.height(), self._width, metrics.height())
        painter.drawText(foot, left, f"Jejak dibuat {when(trail.made, trail.zone)}")
        painter.drawText(foot, right, f"Halaman {page} dari {pages}")


def _title(trail: Trail) -> str:
    return readable(one_line(trail.headline)) or "Tanpa judul"
