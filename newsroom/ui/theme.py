"""Colours, type and spacing of the window, in light and in dark.

One accent; red, amber and blue-green mean error, warning and hint and nothing
else. Every text colour keeps 4.5:1 on all three grounds. Spacing goes in steps
of 4 px.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from math import ceil

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from newsroom.resources import resource
from newsroom.ui.style_sheet import SHEET

READING_FONT = "Noto Serif"
INTERFACE_FONT = "Inter"
STEP = 4
ICON_SIZE = 18
COLUMN_WIDTH = 620
# Icons by their names in the sheet.
_IN_SHEET = {"arrow": "combo-arrow", "submenu": "menu-arrow", "tick": "tick", "dash": "dash"}
QUEUE_WIDTH = 280
INSPECTOR_WIDTH = 330
_DIM = 0.45  # how much is seen of an icon that can't be pressed


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one scheme, by what they are for."""

    background: str
    surface: str
    rail: str
    ink: str
    muted: str
    line: str
    accent: str
    on_accent: str
    tint: str
    selection: str
    error: str
    warning: str
    hint: str
    good: str


LIGHT = Colours(
    background="#F4F2EE",
    surface="#FFFFFF",
    rail="#EAE7E0",
    ink="#1B2230",
    muted="#5B6473",
    line="#D9D5CC",
    accent="#0B5E8A",
    on_accent="#FFFFFF",
    tint="#E3EEF4",
    selection="#C9DFEC",
    error="#B3261E",
    warning="#8A5A00",
    hint="#2F6B7A",
    good="#2B6E45",
)
DARK = Colours(
    background="#15181D",
    surface="#1C2027",
    rail="#111419",
    ink="#E6E8EC",
    muted="#A1A9B6",
    line="#2D333D",
    accent="#66B8E0",
    on_accent="#0B1B25",
    tint="#1E303B",
    selection="#2C4A5C",
    error="#FF8A7D",
    warning="#E9B759",
    hint="#7DC0CE",
    good="#7CC79A",
)


class Theme(QObject):
    """The look of the running program; ``changed`` asks widgets to draw anew."""

    changed = Signal()

    def __init__(self, app: QApplication, *, dress: bool = True) -> None:
        """Set colours and fonts; with ``dress`` False the sheet waits for ``dress()``.

        Qt polishes each widget anew as it is put into another, so a window is
        there sooner when its sheet comes last.
        """
        super().__init__(app)
        self._app = app
        self._dressed = dress
        # The sizes that the screens at hand need, and no others: drawing takes time.
        self._scales = sorted({1, *(ceil(screen.devicePixelRatio()) for screen in app.screens())})
        self.colours = LIGHT
        self._icons: dict[tuple[str, str], QIcon] = {}
        for file in ("Inter-Regular.otf", "Inter-SemiBold.otf", "NotoSerif-Regular.ttf",
                     "NotoSerif-Bold.ttf"):  # fmt: skip
            self._load_font(file)
        app.setFont(self.font())
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(lambda scheme: self.use(_dark(scheme)))
        self.use(_dark(hints.colorScheme()))

    @property
    def is_dark(self) -> bool:
        """True while the dark scheme is shown."""
        return self.colours is DARK

    def use(self, dark: bool) -> None:
        """Show the light or the dark scheme."""
        self.colours = DARK if dark else LIGHT
        self._app.setPalette(_palette(self.colours))
        if self._dressed:
            self.dress()
        self.changed.emit()

    def dress(self) -> None:
        """Put the style sheet on everything there is and will be."""
        self._dressed = True
        names = {field.name: getattr(self.colours, field.name) for field in fields(Colours)}
        drawn = {name: self._drawing(file) for name, file in _IN_SHEET.items()}
        self._app.setStyleSheet(SHEET.substitute(names, **drawn))

    def colour(self, name: str) -> QColor:
        """Return one colour of the scheme in force."""
        return QColor(getattr(self.colours, name))

    def font(self, size: int = 13, bold: bool = False) -> QFont:
        """Return the interface's font; ``size`` in pixels."""
        font = QFont(INTERFACE_FONT)
        font.setPixelSize(size)
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def reading_font(self, size: int = 17, bold: bool = False) -> QFont:
        """Return the font that stories are read in; ``size`` in pixels."""
        font = QFont(READING_FONT)
        font.setPixelSize(size)
        font.setBold(bold)
        return font

    def load_reading_italics(self) -> None:
        """Load the faces that the first painted page seldom needs."""
        for file in ("NotoSerif-Italic.ttf", "NotoSerif-BoldItalic.ttf", "Inter-Italic.otf"):
            self._load_font(file)

    def icon(self, name: str, colour: str = "ink") -> QIcon:
        """Return an icon of the set, tinted with a colour of the scheme."""
        value = getattr(self.colours, colour)
        if (name, value) not in self._icons:
            icon = QIcon()
            for scale in self._scales:
                drawn = _drawn(name, value, ICON_SIZE, scale)
                for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # Qt would tint it
                    icon.addPixmap(drawn, mode)
                if self.is_dark:  # of light ones Qt would make some that are hardly less so
                    icon.addPixmap(_dimmed(drawn), QIcon.Mode.Disabled)
            self._icons[name, value] = icon
        return self._icons[name, value]

    def main_icon(self, name: str) -> QIcon:
        """Return an icon for a filled button, which is dim while that can't be pressed."""
        icon = QIcon(self.icon(name, "on_accent"))
        icon.addPixmap(self.pixmap(name, "muted", ICON_SIZE), QIcon.Mode.Disabled)
        return icon

    def pixmap(self, name: str, colour: str, size: int) -> QPixmap:
        """Return an icon as a picture of its own; ``size`` in pixels of the interface."""
        return _drawn(name, getattr(self.colours, colour), size, self._scales[-1])

    def _load_font(self, name: str) -> None:
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))

    def _drawing(self, name: str) -> str:
        scheme = "dark" if self.is_dark else "light"
        return resource("icons", f"{name}-{scheme}.svg").as_posix()


def _dark(scheme: Qt.ColorScheme) -> bool:
    return scheme == Qt.ColorScheme.Dark


def _dimmed(drawn: QPixmap) -> QPixmap:
    pixmap = QPixmap(drawn.size())
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(_DIM)
    painter.drawPixmap(pixmap.rect(), drawn)
    painter.end()
    pixmap.setDevicePixelRatio(drawn.devicePixelRatio())
    return pixmap


def _drawn(name: str, colour: str, size: int, scale: int) -> QPixmap:
    svg = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))
    pixmap = QPixmap(QSize(size, size) * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, value in (
        (role.Window, colours.background),
        (role.WindowText, colours.ink),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.background),
        (role.Text, colours.ink),
        (role.Button, colours.surface),
        (role.ButtonText, colours.ink),
        (role.ToolTipBase, colours.surface),
        (role.ToolTipText, colours.ink),
        (role.PlaceholderText, colours.muted),
        (role.Highlight, colours.selection),
        (role.HighlightedText, colours.ink),
        (role.Mid, colours.line),
        (role.Link, colours.accent),
        (role.Accent, colours.accent),
    ):
        palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.muted))
    return palette
