"""The bar above, with what one does."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from newsroom.story.person import Role
from newsroom.story.workflow import Status, next_statuses, usual_step
from newsroom.ui.actions import MENUS, STEPS, Actions, step_words, tr
from newsroom.ui.theme import STEP, Theme

# In the menus a thin line parts these from what stands above them.
_AFTER_A_RULE = {"width_narrow", "zoom_in", "dark", "next_region", "choose_all", "word_forms"}


class TopBar(QWidget):
    """Making, shaping, looking, handing on: from left to right."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(48)
        self._theme = theme
        self._actions = actions
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(6)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        row.addWidget(brand := QLabel("Newsroom", objectName="brand"))
        row.addSpacing(3 * STEP)
        row.addWidget(_worded(actions["new"], "line", icon=True))
        row.addWidget(paste := _worded(actions["paste_story"]))
        row.addSpacing(STEP)
        row.addWidget(rule := _rule())
        row.addSpacing(STEP)
        buttons = [
            _icon_only(actions[name])
            for name in ("bold", "italic", "heading", "quote", "list", "link", "add_photo")
        ]
        for button in buttons:
            row.addWidget(button)
        row.addStretch()
        row.addWidget(focus := _worded(actions["focus"]))
        row.addWidget(preview := _worded(actions["preview"]))
        row.addWidget(_worded(actions["export"], "line"))
        self._step = QPushButton()
        self._step.setProperty("kind", "main")
        self._step.clicked.connect(self._take_step)
        row.addWidget(self._step)
        self.more = QToolButton()
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setToolTip(self.tr("Semua perintah (F10)"))
        self.more.setAccessibleName(self.tr("Semua perintah"))
        self.more.setAccessibleDescription("F10")
        self.more.setShortcut("F10")
        self._steps = QMenu(tr(STEPS), self)
        self.more.setMenu(self._menu(actions))
        row.addWidget(self.more)
        # What leaves the bar where there is no room for all, from the first on.
        self._leaving = ([rule, *buttons], [brand], [focus], [preview], [paste])
        self._status: Status | None = None
        self._role = Role.ALL
        self._tint()
        theme.changed.connect(self._tint)
        self.show_status(None)

    def use_role(self, role: Role) -> None:
        """Offer what is the work of whoever sits here."""
        self._role = role
        self.show_status(self._status)

    def show_status(self, status: Status | None) -> None:
        """Offer the steps a story may take, the next by a button; None when none lies open."""
        self._status = status
        following = next_statuses(status, self._role) if status else ()
        usual = usual_step(status, self._role) if status else None
        for step in Status:
            action = self._actions[f"to_{step}"]
            action.setEnabled(step in following)
            if status:
                action.setText(step_words(status, step))
        self._steps.clear()
        self._steps.setEnabled(bool(following))
        self._steps.addActions([self._actions[f"to_{step}"] for step in following])
        self._step.setVisible(usual is not None)
        if usual:
            step = self._actions[f"to_{usual}"]
            self._step.setText(step.text())
            _tell_key(self._step, step)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find room for what matters most."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the window is made: what does not fit is left to keys and menus."""
        return QSize(200, self.height())

    def _fit(self) -> None:
        for parts in self._leaving:
            for part in parts:
                part.show()
        for parts in self._leaving:
            if self.layout().minimumSize().width() <= self.width():
                break
            for part in parts:
                part.hide()

    def _take_step(self) -> None:
        self._steps.actions()[0].trigger()

    def _menu(self, actions: Actions) -> QMenu:
        menu = QMenu(self)
        for name in MENUS:
            part = menu.addMenu(tr(name))
            for spec, action in actions:
                if spec.menu == name:
                    if spec.name in _AFTER_A_RULE:
                        part.addSeparator()
                    part.addAction(action)
            if name == "Tinjau":
                part.addSeparator()
                part.addMenu(self._steps)
        return menu

    def _tint(self) -> None:
        self.more.setIcon(self._theme.icon("more"))


class _ActionButton(QPushButton):
    """A push button that does an action and follows its state."""

    def __init__(self, action: QAction) -> None:
        super().__init__(action.text())
        self._action = action
        self.setCheckable(action.isCheckable())
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setChecked(self._action.isChecked())
        self.setToolTip(self._action.toolTip())
        _tell_key(self, self._action)

    def nextCheckState(self) -> None:
        """Leave the state to the action."""


def _worded(action: QAction, kind: str = "", *, icon: bool = False) -> QPushButton:
    button = _ActionButton(action)
    if kind:
        button.setProperty("kind", kind)
    if icon:
        button.setIcon(action.icon())
        action.changed.connect(lambda: button.setIcon(action.icon()))
    return button


def _icon_only(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(action.text())
    _tell_key(button, action)
    return button


def _tell_key(button: QPushButton | QToolButton, action: QAction) -> None:
    """Describe a button by its key alone; the tip, said else, would say its name again."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    button.setAccessibleDescription(keys)


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("role", "rule")
    rule.setFixedSize(1, 20)
    return rule
