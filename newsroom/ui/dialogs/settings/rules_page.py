"""“Aturan”: all rules to be looked through, switched off, and weighed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QTreeWidgetItem, QVBoxLayout

from newsroom.language.listed_rules import ListedRule
from newsroom.ui.dialogs.settings.draft import Draft
from newsroom.ui.dialogs.settings.field import NumberField
from newsroom.ui.dialogs.settings.page import SettingsPage
from newsroom.ui.dialogs.settings.rules_model import HouseRules
from newsroom.ui.dialogs.settings.rules_tree import LEVEL, NAME, OF, RulesTree
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.written import number

_ROW = QSize(0, 28)
_DETAIL_HEIGHT = 96


class RulesPage(SettingsPage):
    """Families with their rules; Space switches, Enter opens the level of the current one."""

    places = ("house.off", "house.severity", "house.headline")

    def __init__(self, theme: Theme, draft: Draft) -> None:
        super().__init__(theme, draft)
        self._house = HouseRules(draft, ())
        self._levels = {
            "error": self.tr("salah"),
            "warning": self.tr("perlu diperiksa"),
            "hint": self.tr("saran"),
        }
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Cari aturan"))
        self.search.setPlaceholderText(self.tr("Cari aturan, kata contoh, atau sumbernya"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.tree = RulesTree(self._choices)
        self.tree.setAccessibleName(self.tr("Aturan"))
        self.tree.setHeaderLabels([self.tr("Aturan"), self.tr("Tingkat temuan")])
        self.tree.itemChanged.connect(self._changed)
        self.tree.currentItemChanged.connect(self._tell_of)
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        self._detail = QLabel()
        self._detail.setWordWrap(True)
        self._detail.setTextFormat(Qt.TextFormat.PlainText)
        self._detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._detail.setAccessibleName(self.tr("Tentang aturan ini"))
        self._source = QLabel()
        self._source.setProperty("role", "muted")
        self._source.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out(draft)
        self.setFocusProxy(self.search)

    def show_rules(self, rules: Sequence[ListedRule]) -> None:
        """List these rules, once they are loaded."""
        self._house = HouseRules(self._draft, rules)
        names = _families(self)
        self.tree.blockSignals(True)
        self.tree.clear()
        for family in self._house.families:
            head = QTreeWidgetItem([names.get(family, family)])
            head.setFont(NAME, self._theme.font(bold=True))
            head.setData(NAME, OF, family)
            for rule in self._house.of(family):
                item = QTreeWidgetItem([rule.says])
                item.setData(NAME, OF, rule)
                item.setToolTip(NAME, rule.says)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
                item.setSizeHint(NAME, _ROW)
                head.addChild(item)
            head.setSizeHint(NAME, _ROW)
            self.tree.addTopLevelItem(head)
        self.tree.blockSignals(False)
        self._show_state()
        self._narrow(self.search.text())
        self.tree.setCurrentItem(self.tree.topLevelItem(0))

    def show_draft(self) -> None:
        """Show which rules the draft goes by."""
        super().show_draft()
        self._show_state()

    def go_to(self, place: str) -> None:
        """Give the keyboard to a field, or to the list."""
        if place.startswith("house.headline"):
            super().go_to(place)
        else:
            self.tree.setFocus()

    # Within.

    def _lay_out(self, draft: Draft) -> None:
        top, detail = QHBoxLayout(), QFrame()
        detail.setProperty("card", "quiet")
        detail.setFixedHeight(_DETAIL_HEIGHT)
        inside = QVBoxLayout(detail)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(STEP)
        inside.addWidget(self._detail, 1)
        inside.addWidget(self._source)
        top.setSpacing(3 * STEP)
        top.addWidget(self.search, 1)
        top.addWidget(self._count)
        self.rows.addLayout(top)
        self.rows.addWidget(self.tree, 1)
        self.rows.addWidget(detail)
        self._side_by_side(
            (
                NumberField(
                    draft,
                    "house.headline.longest",
                    self.tr("Huruf paling banyak dalam judul"),
                    self.tr("Kosong: cukup batas di Portal"),
                ),
                NumberField(
                    draft,
                    "house.headline.words",
                    self.tr("Kata paling banyak dalam judul"),
                    self.tr("Kosong: tidak dibatasi"),
                ),
            )
        )

    def _items(self) -> list[QTreeWidgetItem]:
        heads = [self.tree.topLevelItem(at) for at in range(self.tree.topLevelItemCount())]
        return [head.child(at) for head in heads for at in range(head.childCount())]

    def _show_state(self) -> None:
        self.tree.blockSignals(True)
        for item in self._items():
            rule = item.data(NAME, OF)
            item.setCheckState(NAME, _check(self._house.is_on(rule)))
            item.setText(LEVEL, self._level(rule))
        for at in range(self.tree.topLevelItemCount()):
            head = self.tree.topLevelItem(at)
            states = {head.child(n).checkState(NAME) for n in range(head.childCount())}
            some = states.pop() if len(states) == 1 else Qt.CheckState.PartiallyChecked
            head.setCheckState(NAME, some)
        self.tree.blockSignals(False)
        items = self._items()
        on = sum(item.checkState(NAME) == Qt.CheckState.Checked for item in items)
        self._count.setText(self.tr("{0} dari {1} dipakai").format(number(on), number(len(items))))

    def _level(self, rule: ListedRule) -> str:
        said = self._house.severity(rule)
        if said:
            return self._levels.get(said, said)
        return self.tr("bawaan: {0}").format(self._levels[rule.severity])

    def _choices(self, item: QTreeWidgetItem) -> list[tuple[str, str]]:
        usual = self._levels[item.data(NAME, OF).severity]
        return [("", self.tr("bawaan: {0}").format(usual)), *self._levels.items()]

    def _changed(self, item: QTreeWidgetItem, column: int) -> None:
        """Take what was switched or chosen into the draft."""
        of, on = item.data(NAME, OF), item.checkState(NAME) != Qt.CheckState.Unchecked
        if isinstance(of, str):
            self._house.switch_family(of, on)
        elif column == LEVEL:
            self._house.weigh(of, item.data(LEVEL, OF) or "")
        else:
            self._house.switch(of, on)
        self._show_state()

    def _narrow(self, text: str) -> None:
        """Leave those rules in sight that say all of the words."""
        words = text.casefold().split()
        for at in range(self.tree.topLevelItemCount()):
            head = self.tree.topLevelItem(at)
            for n in range(head.childCount()):
                rule = head.child(n).data(NAME, OF)
                said = " ".join((head.text(NAME), rule.id, rule.says, rule.source,
                                 *rule.examples)).casefold()  # fmt: skip
                head.child(n).setHidden(not all(word in said for word in words))
            seen = [n for n in range(head.childCount()) if not head.child(n).isHidden()]
            head.setHidden(not seen)
            head.setExpanded(bool(words))
        if words:
            found = [item for item in self._items() if not item.isHidden()]
            self.tree.setCurrentItem(found[0] if found else None)

    def _tell_of(self, item: QTreeWidgetItem | None) -> None:
        of = item.data(NAME, OF) if item is not None else None
        said = source = ""
        if isinstance(of, ListedRule):
            examples = self.tr("Misalnya: {0}").format("  ·  ".join(of.examples))
            said = "\n".join([of.says, examples] if of.examples else [of.says])
            source = f"{of.id} · {of.source}"
        elif item is not None:
            keys = self.tr("Panah kanan membukanya, Spasi menyalakan atau mematikan semuanya.")
            said = self.tr("{0} aturan. {1}").format(number(item.childCount()), keys)
        self._detail.setText(said)
        self._source.setText(source)


def _check(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked


def _families(page: RulesPage) -> Mapping[str, str]:
    return {
        "spelling": page.tr("Ejaan"),
        "nonstandard": page.tr("Bentuk tidak baku"),
        "preposition": page.tr("Kata depan dan awalan"),
        "particle": page.tr("Partikel dan klitik"),
        "compound": page.tr("Kata gabung dan bentuk terikat"),
        "number": page.tr("Angka, uang, dan waktu"),
        "punctuation": page.tr("Tanda baca"),
        "capital": page.tr("Huruf kapital"),
        "wordiness": page.tr("Kalimat efektif"),
        "fact": page.tr("Fakta"),
        "ethics": page.tr("Hukum dan etika"),
        "story": page.tr("Bentuk dan kelengkapan naskah"),
        "house": page.tr("Gaya selingkung"),
    }
