"""“Sesudah tayang”: what happened to a story since readers have it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from newsroom.story.aftermath import Correction, StoryLink, Withdrawal
from newsroom.story.story import Story
from newsroom.story.workflow import Status, next_statuses
from newsroom.ui.inspector.aftermath_cards import CorrectionCard, LinkCard, WithdrawalCard
from newsroom.ui.inspector.cards import Cards
from newsroom.ui.inspector.form_rows import FormRows


def aftermath(rows: FormRows) -> None:
    """Put in the fields."""
    _corrections(rows)
    _answers(rows)
    _withdrawal(rows)


def _corrections(rows: FormRows) -> None:
    cards: Cards[Correction] = Cards(lambda: CorrectionCard(rows), _tr("Tulis ralat…"))
    cards.more.clicked.connect(lambda: rows.wanted.emit(f"to_{Status.CORRECTED}"))
    cards.grown.connect(rows.grown)
    rows.put(
        "corrections", _tr("Ralat"), cards, cards.edited, cards.items, cards.set_items
    )  # fmt: skip

    def follow(story: Story) -> None:
        cards.more.setEnabled(Status.CORRECTED in next_statuses(story.status))
        cards.more.setToolTip(
            "" if cards.more.isEnabled() else _tr("Ralat ditulis setelah berita tayang")
        )

    rows.followers.append(follow)


def _answers(rows: FormRows) -> None:
    def card() -> LinkCard:
        return LinkCard(rows.theme, _tr("Judul berita sebelumnya"), _tr("Alamat berita sebelumnya"))

    cards: Cards[StoryLink] = Cards(card, _tr("Jadikan hak jawab atau ralat atas…"))
    cards.more.clicked.connect(lambda: rows.wanted.emit("answer"))
    cards.grown.connect(rows.grown)

    def write(link: StoryLink | None) -> None:
        cards.set_items((link,) if link else ())

    rows.put("answers", _tr("Hak jawab atau ralat atas"), cards, cards.edited,
             lambda: next(iter(cards.items()), None), write)  # fmt: skip

    def back() -> LinkCard:
        return LinkCard(
            rows.theme, _tr("Judul hak jawab atau ralat"), _tr("Alamat hak jawab atau ralat")
        )

    others: Cards[StoryLink] = Cards(back, _tr("Tambah tautan hak jawab atau ralat"))
    others.more.clicked.connect(lambda: others.add(StoryLink()))
    others.grown.connect(rows.grown)
    rows.put("answered_by", _tr("Hak jawab atau ralat dari"), others, others.edited,
             others.items, others.set_items)  # fmt: skip


def _withdrawal(rows: FormRows) -> None:
    cards: Cards[Withdrawal] = Cards(lambda: WithdrawalCard(rows), _tr("Tulis alasan pencabutan"))
    cards.more.clicked.connect(lambda: cards.add(Withdrawal(datetime.now(rows.profile.zone), "")))
    cards.grown.connect(rows.grown)

    def write(withdrawal: Withdrawal | None) -> None:
        cards.set_items((withdrawal,) if withdrawal else ())

    rows.put("withdrawal", _tr("Pencabutan"), cards, cards.edited,
             lambda: next(iter(cards.items()), None), write)  # fmt: skip

    def follow(story: Story) -> None:
        cards.more.setVisible(story.withdrawal is None)
        cards.more.setEnabled(story.status is Status.WITHDRAWN)
        cards.more.setToolTip(
            "" if cards.more.isEnabled() else _tr("Berita dicabut lewat Cabut berita…")
        )

    rows.followers.append(follow)


def _tr(text: str) -> str:
    return QCoreApplication.translate("DataForm", text)
