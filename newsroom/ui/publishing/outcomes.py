"""How an upload went, in words, with what can be done next as buttons."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsroom.portal.push.words import status_words
from newsroom.store.deliveries.records import PushState
from newsroom.ui.aftermath.sending_again import unlinked
from newsroom.ui.dialogs.publish.outcome_page import Choice, Outcome
from newsroom.ui.publishing.words import in_window, question_words, tr, when

if TYPE_CHECKING:
    from newsroom.app.printed import Behind
    from newsroom.portal.push.machine import Delivered
    from newsroom.portal.push.runner import Result
    from newsroom.store.deliveries.records import Push
    from newsroom.ui.publishing.talk import Talk


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What the buttons do: the talk does it."""

    talk: Talk

    def close(self) -> Choice:
        """Leave it as it is."""
        return Choice(tr("Tutup"), self.talk.leave)

    def later(self) -> Choice:
        """Leave a question for later."""
        return Choice(tr("Nanti saja"), self.talk.leave)

    def call_off(self, push: Push) -> Choice:
        """Take it out of the queue."""
        return Choice(tr("Batalkan unggahan"), lambda: self.talk.call_off(push))

    def retry(self, push: Push, words: str = "") -> Choice:
        """Send it now."""
        said = words or tr("Coba lagi sekarang")
        return Choice(said, lambda: self.talk.try_again(push), is_main=True)

    def answer(self, push: Push, answer: str, words: str, *, is_main: bool = False) -> Choice:
        """Answer what is asked."""
        return Choice(words, lambda: self.talk.answer(push, answer), is_main=is_main)


def ended(choices: Outcomes, result: Result, late: Behind | None = None) -> Outcome:
    """Return what is said of a run that has come to its end, and asks nothing.

    ``late`` is another story that is to be sent again for it.
    """
    push = result.push
    if result.delivered is not None:
        return _delivered(choices, push, result.delivered, late)
    if push.state is PushState.DONE:
        return Outcome("good", tr("Naskah ini sudah sampai di situs"), choices=(choices.close(),))
    if push.state is PushState.CANCELLED:
        words = tr("Yang sudah sampai di situs tetap di sana; unggahan dapat dilanjutkan.")
        again = choices.retry(push, tr("Lanjutkan unggahan"))
        return Outcome("hint", tr("Unggahan dibatalkan"), words, choices=(choices.close(), again))
    if push.state is PushState.WAITING:
        return waiting(choices, push, in_window(push.error))
    return Outcome(
        "error",
        tr("Belum berhasil dikirim"),
        in_window(push.error),
        choices=(
            choices.call_off(push),
            Choice(tr("Ubah cara mengirim…"), lambda: choices.talk.choose_anew(push)),
            choices.close(),
            choices.retry(push),
        ),
    )


def waiting(choices: Outcomes, push: Push | None, why: str) -> Outcome:
    """Return what is said of one that is tried again by itself."""
    if push is None:
        return Outcome("warning", tr("Menunggu"), why, choices=(choices.close(),))
    words = why
    if push.next_try is not None and push.next_try > datetime.now(UTC):
        again = tr("Dicoba lagi sendiri {0}, selama program terbuka.")
        words = f"{why}\n{again.format(when(push.next_try))}"
    return Outcome(
        "warning",
        tr("Menunggu dalam antrean"),
        words,
        choices=(choices.call_off(push), choices.close(), choices.retry(push)),
    )


def asked(choices: Outcomes, push: Push) -> Outcome:
    """Return a question with its answers; a conflict is asked in a dialog of its own."""
    call_off, later, talk = choices.call_off(push), choices.later(), choices.talk
    new = choices.answer
    told = in_window(push.error)
    match push.question.get("kind"):
        case "gone":
            words = tr("Naskah bisa dibuat lagi di sana sebagai tulisan baru.")
            some = (call_off, later, new(push, "baru", tr("Buat tulisan baru"), is_main=True))
        case "trashed":
            words = tr("Pulihkan tulisan itu di situs lalu lanjutkan, atau buat tulisan baru.")
            some = (call_off, later, new(push, "baru", tr("Buat tulisan baru")),
                    choices.retry(push, tr("Sudah dipulihkan, lanjutkan")))  # fmt: skip
        case "found":
            listed = told.partition("(")[2].rpartition(")")[0]
            words = tr("Apakah itu naskah ini?\n{0}").format(listed).strip()
            some = (call_off, later, new(push, "baru", tr("Bukan, buat tulisan lain")),
                    new(push, "pakai", tr("Ya, itu naskah ini"), is_main=True))  # fmt: skip
        case "site":
            words = told
            some = (call_off, later, new(push, "baru", tr("Situs lain: buat tulisan baru")),
                    new(push, "pakai", tr("Situs yang sama"), is_main=True))  # fmt: skip
        case "confirm":
            words = told
            wish = replace(push.wish, confirmed=True)
            yes = Choice(tr("Ya, kirim"), lambda: talk.queue_again(push, wish))
            # Enter alone shows readers nothing, and takes nothing from them.
            words_anew = tr("Ubah cara mengirim…")
            anew = Choice(words_anew, lambda: talk.choose_anew(push), is_main=True)
            some = (call_off, later, yes, anew)
        case _:
            words = told
            anew = Choice(tr("Pilih lagi…"), lambda: talk.choose_anew(push), is_main=True)
            some = (call_off, later, anew)
    return Outcome("warning", question_words(push), words, choices=some)


def _delivered(
    choices: Outcomes, push: Push, done: Delivered, late: Behind | None = None
) -> Outcome:
    post, talk = done.post, choices.talk
    link = post.link
    title = tr("Naskah ada di situs sebagai {0}").format(status_words(post.status))
    if post.status == "publish":
        title = tr("Naskah sudah tayang")
    elif post.status == "future" and post.date_gmt is not None:
        title = tr("Terjadwal tayang {0}").format(when(post.date_gmt, talk.zone(push.portal)))
    words = tr("Tulisan baru dibuat.") if done.is_new else tr("Tulisan yang sudah ada diperbarui.")
    if not done.differences:
        words = f"{words} {tr('Isinya sama dengan yang dikirim.')}"
    some = [
        choices.close(),
        Choice(tr("Salin alamat"), lambda: talk.copy_address(link)),
        Choice(tr("Buka di situs"), lambda: talk.open_address(link)),
    ]
    if talk.may_mark_published(push) and post.status == "publish":
        mark = Choice(tr("Tandai tayang"), lambda: talk.mark_published(push), is_main=True)
        some.append(mark)
    elif late is None:
        some[-1] = replace(some[-1], is_main=True)
    if late is not None:
        words = f"{words}\n{unlinked(late)}"
        is_main = not any(one.is_main for one in some)
        some.append(Choice(tr("Kirim berita itu…"), lambda: talk.send_again(late), is_main))
    lines = [(one.message, one.advice) for one in done.differences]
    level = "warning" if lines or late else "good"
    return Outcome(level, title, words, link, lines, tuple(some))
