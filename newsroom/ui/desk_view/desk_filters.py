"""Above the table: which of the stories are shown, in which order, and views with a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from newsroom.store.desk.line import DeskLine
from newsroom.store.desk.views import DeskView, Order, Whose
from newsroom.story.workflow import Status
from newsroom.ui.desk_view.desk_model import title
from newsroom.ui.flow_layout import FlowLayout
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.written import plain_tip

TYPED_AFTER = 80  # milliseconds of quiet
_TEXT_WIDTH, _NAME_WIDTH = 190, 150  # pixels
_MINE, _NOBODY = 1, 2  # where these stand among the editors
_PLACES = {_MINE: Whose.MINE, _NOBODY: Whose.NOBODY}
_BESIDE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon


class DeskFilters(QWidget):
    """Tells of each change of the view; what it shows may be set without telling."""

    changed = Signal(object)  # DeskView
    keeping_wanted = Signal()
    renaming_wanted = Signal(object)  # DeskView
    removal_wanted = Signal(object)  # DeskView

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.view = DeskView()
        self._views: Sequence[DeskView] = ()
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("Judul, nama, rubrik…"))
        self.text.setAccessibleName(self.tr("Saring naskah di meja"))
        self.text.setClearButtonEnabled(True)
        self.text.setFixedWidth(_TEXT_WIDTH)
        self.text.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._pause = QTimer(self, singleShot=True, interval=TYPED_AFTER)
        self._pause.timeout.connect(self.tell_text)
        self.text.textChanged.connect(lambda _: self._pause.start())
        self.section = _combo(self.tr("Rubrik"), 142)
        self.section.activated.connect(lambda at: self._set(section=self.section.itemData(at)))
        self.editor = _combo(self.tr("Redaktur"), 148)
        self.editor.activated.connect(self._choose_editor)
        self.reporter = _combo(self.tr("Wartawan"), 150)
        self.reporter.activated.connect(lambda at: self._set(reporter=self.reporter.itemData(at)))
        self.with_findings = _switch(self.tr("Ada temuan"))
        self.with_findings.clicked.connect(lambda on: self._set(with_findings=on))
        self.overdue = _switch(self.tr("Lewat tenggat"))
        self.overdue.clicked.connect(lambda on: self._set(overdue=on))
        switches = _side_by_side(self.with_findings, self.overdue)
        self.order = _combo(self.tr("Urutan"), 192)
        for order in Order:
            self.order.addItem(self.tr("Urut: {0}").format(title(order).lower()), order)
        self.order.activated.connect(lambda at: self.put_in_order(Order(self.order.itemData(at))))
        self.way = QToolButton()
        self.way.clicked.connect(lambda: self._set(falling=not self.view.falling))
        self.views = QToolButton()
        self.views.setText(self.tr("Tampilan"))
        self.views.setAccessibleName(self.tr("Tampilan tersimpan"))
        self.views.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.views.setMenu(self.menu)
        row = FlowLayout(6)
        self.setLayout(row)
        for widget in (self.text, self.section, self.editor, self.reporter, switches,
                       self.order, self.way, self.views):  # fmt: skip
            row.addWidget(widget)
        self.show_view(self.view)
        self.offer(())
        self._tint()
        theme.changed.connect(self._tint)

    def show_view(self, view: DeskView) -> None:
        """Show what is listed, and how; tells nobody. What is being typed just now stays."""
        self.view = view
        if not self._pause.isActive() and self.text.text().strip() != view.text:
            with QSignalBlocker(self.text):
                self.text.setText(view.text)
        self.with_findings.setChecked(view.with_findings)
        self.overdue.setChecked(view.overdue)
        self.order.setCurrentIndex(self.order.findData(view.order))
        self._show_chosen()
        self._tint()

    def offer(self, lines: Iterable[DeskLine]) -> None:
        """Offer the sections and people that there are at the desk."""
        sections, editors, reporters = set(), set(), set()
        for line in lines:
            sections.add(line.section)
            editors.update((line.editor, line.holder))
            reporters.update(line.byline)
        _fill(self.section, self.tr("Semua rubrik"), sections | {self.view.section})
        _fill(self.reporter, self.tr("Semua wartawan"), reporters | {self.view.reporter})
        _fill(self.editor, self.tr("Semua redaktur"), editors | {self.view.editor})
        self.editor.insertItem(_MINE, self.tr("Tugas saya"))
        self.editor.insertItem(_NOBODY, self.tr("Belum ditugaskan"))
        self._show_chosen()

    def show_views(self, views: Sequence[DeskView]) -> None:
        """Offer the views with a name."""
        self._views = views
        self._name_views()

    @property
    def views_kept(self) -> Sequence[DeskView]:
        """The views with a name."""
        return self._views

    def set_statuses(self, statuses: tuple[Status, ...]) -> None:
        """List stories of other statuses."""
        self._set(statuses=statuses)

    @property
    def at_hand(self) -> DeskView | None:
        """The view with a name that is looked at, if it is one of them."""
        return next((one for one in self._views if replace(self.view, name=one.name) == one), None)

    def put_in_order(self, order: Order) -> None:
        """Order by something; once more turns the order round."""
        falling = order is self.view.order and not self.view.falling
        if order is not self.view.order:
            falling = order in (Order.WORDS, Order.FOUND, Order.COMMENTS)  # the most first
        self._set(order=order, falling=falling)

    def begin_text(self, letter: str) -> None:
        """Go on with a letter that was typed elsewhere."""
        self.text.setFocus()
        self.text.insert(letter)

    def tell_text(self) -> None:
        """Tell now what is sought."""
        self._pause.stop()
        if self.text.text().strip() != self.view.text:
            self._set(text=self.text.text().strip())

    def use(self, view: DeskView) -> None:
        """Look at the desk in another way."""
        self._pause.stop()
        self.show_view(replace(view, name=""))
        self._name_views()
        self.changed.emit(self.view)

    # Within.

    def _set(self, **changes: object) -> None:
        self.show_view(replace(self.view, name="", **changes))
        self._name_views()
        self.changed.emit(self.view)

    def _choose_editor(self, at: int) -> None:
        name = self.editor.itemData(at) or ""
        whose = _PLACES.get(at, Whose.NAMED if name else Whose.ANYONE)
        self._set(whose=whose, editor=name)

    def _show_chosen(self) -> None:
        view = self.view
        self.section.setCurrentIndex(max(self.section.findData(view.section), 0))
        self.reporter.setCurrentIndex(max(self.reporter.findData(view.reporter), 0))
        named = max(self.editor.findData(view.editor), 0) if view.whose is Whose.NAMED else 0
        place = next((at for at, whose in _PLACES.items() if whose is view.whose), named)
        self.editor.setCurrentIndex(place)

    def _name_views(self) -> None:
        kept = self.at_hand
        name = kept.name if kept else self.tr("Tampilan")
        short = self.views.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _NAME_WIDTH)
        self.views.setText(short.replace("&", "&&"))
        self.views.setToolTip(plain_tip(kept.name) if kept else "")
        self.views.setAccessibleDescription(kept.name if kept else "")

    def _fill_menu(self) -> None:
        menu, group, kept = self.menu, QActionGroup(self.menu), self.at_hand
        menu.clear()
        whole = menu.addAction(self.tr("Semua di meja"))
        whole.triggered.connect(lambda: self.use(DeskView()))
        menu.addSeparator()
        for view in self._views:
            action = menu.addAction(view.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(view == kept)
            action.triggered.connect(lambda _=False, view=view: self.use(view))
            group.addAction(action)
        if self._views:
            menu.addSeparator()
        menu.addAction(self.tr("Simpan tampilan ini…")).triggered.connect(self.keeping_wanted)
        if kept:
            name = kept.name.replace("&", "&&")
            rename = menu.addAction(self.tr("Ganti nama “{0}”…").format(name))
            rename.triggered.connect(lambda: self.renaming_wanted.emit(kept))
            remove = menu.addAction(self.tr("Hapus tampilan “{0}”").format(name))
            remove.triggered.connect(lambda: self.removal_wanted.emit(kept))

    def _tint(self) -> None:
        falling = self.view.falling
        told = self.tr("Dibalik: dari belakang") if falling else self.tr("Dari depan")
        self.way.setIcon(self._theme.icon("chevron-down", "accent" if falling else "muted"))
        self.way.setAccessibleName(self.tr("Balik urutan"))
        self.way.setToolTip(f"{self.tr('Balik urutan')} ({told.lower()})")
        self.way.setAccessibleDescription(told)
        self.views.setIcon(self._theme.icon("star", "muted"))
        self.views.setToolButtonStyle(_BESIDE)


def _combo(name: str, width: int) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setFixedWidth(width)
    combo.setMaxVisibleItems(20)
    return combo


def _switch(text: str) -> QPushButton:
    switch = QPushButton(text)
    switch.setProperty("kind", "chip")
    switch.setCheckable(True)
    return switch


def _side_by_side(*switches: QPushButton) -> QWidget:
    """Return low buttons as one widget that is as high as the fields beside it."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, STEP, 0, STEP)
    row.setSpacing(6)
    for switch in switches:
        row.addWidget(switch)
    return both


def _fill(combo: QComboBox, all_of_them: str, names: Iterable[str]) -> None:
    combo.clear()
    combo.addItem(all_of_them, "")
    for name in sorted(filter(None, names), key=str.casefold):
        combo.addItem(name, name)
