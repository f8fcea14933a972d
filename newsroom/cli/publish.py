"""Stories sent to a portal's site from the command line, and the queue of them."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsroom.app import DEFAULT_HOUSE, DEFAULT_PORTAL, Newsroom
from newsroom.app.publishing import NotReady, Sending
from newsroom.cli import site_looks
from newsroom.cli.options import Format
from newsroom.cli.override import Override, reason_given
from newsroom.cli.portal import portal_password
from newsroom.cli.report import finding_lines
from newsroom.cli.streams import BadInput, emit, emit_json, one_of, say
from newsroom.cli.tools import newsroom_of
from newsroom.exchange.characters import one_line
from newsroom.portal.moments import zone_of
from newsroom.portal.preflight import may_be_overridden
from newsroom.portal.profile import Profile

if TYPE_CHECKING:
    from newsroom.portal.push.questions import Conflict
    from newsroom.portal.push.run import Progress
    from newsroom.portal.push.runner import Result
    from newsroom.store.deliveries.records import Push, Wish
    from newsroom.store.store import Store

_STATUSES = ("draft", "pending", "publish")
_UNSEEN = ("draft", "pending")  # statuses that no time changes
_ANSWERS = ("timpa", "baru", "pakai")
_REFUSED = 1
_A_TIME = "2031-05-17T07:30"
_CALLED_OFF = timedelta(days=7)  # for which the list tells of what can still be resumed


def publish(
    ctx: typer.Context,
    id: Annotated[
        str | None, typer.Argument(metavar="ID", help="Id naskah, boleh awalnya saja.")
    ] = None,
    portal: Annotated[
        str | None,
        typer.Option(
            "--portal",
            metavar="NAMA",
            help=f"Profil portal tujuan, bawaan {DEFAULT_PORTAL}; untuk antrean, portal itu saja.",
        ),
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(
            "--status",
            metavar="|".join(_STATUSES),
            help="Status tulisan di situs: draf, menunggu tinjauan, atau tayang (perlu --yes). "
            "Bila tidak disebut, menurut profil, atau tetap seperti yang sudah ada.",
        ),
    ] = None,
    at: Annotated[
        str | None,
        typer.Option(
            "--at",
            metavar="WAKTU",
            help=f"Waktu tayang, misalnya {_A_TIME}; tanpa zona berarti zona portal. "
            "Untuk menjadwalkan, sebut juga --status publish; tanpa itu tulisan yang belum "
            "tayang tetap draf, hanya bertanggal.",
        ),
    ] = None,
    yes: Annotated[
        bool,
        typer.Option(
            "--yes",
            help="Setujui yang dilihat pembaca: diterbitkan, dijadwalkan, diperbarui, ditarik.",
        ),
    ] = False,
    override: Override = None,
    answer: Annotated[
        str | None,
        typer.Option(
            "--answer",
            metavar="|".join(_ANSWERS),
            help="Jawab yang ditanyakan unggahan, lalu lanjutkan: timpa yang diubah orang di "
            "situs, buat tulisan baru, atau pakai tulisan (atau situs) yang disebut.",
        ),
    ] = None,
    listing: Annotated[
        bool,
        typer.Option(
            "--list",
            help=f"Sebut antrean unggah, dan yang dibatalkan dalam {_CALLED_OFF.days} hari ini.",
        ),
    ] = False,
    resume: Annotated[
        bool,
        typer.Option(
            "--resume",
            help="Lanjutkan unggahan naskah ini, juga yang dibatalkan; tanpa ID, seluruh antrean.",
        ),
    ] = False,
    cancel: Annotated[
        bool,
        typer.Option(
            "--cancel", help="Batalkan unggahan naskah ini; --resume masih dapat melanjutkannya."
        ),
    ] = False,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help="Lihat di situs keadaan naskah ini, tanpa mengubah apa pun; tanpa ID, semua "
            "yang belum tayang.",
        ),
    ] = False,
    house: Annotated[
        str, typer.Option("--house", metavar="NAMA", help="Gaya selingkung.")
    ] = DEFAULT_HOUSE,
    format: Format = "text",
) -> int:
    """Kirim naskah ke situs portal, sebagai draf kecuali diminta lain; urus antreannya.

    Naskah yang sama tidak menjadi dua tulisan: dikirim lagi, tulisannya diperbarui; yang terputus
    dilanjutkan dengan --resume.

    Menerbitkan: newsroom publish ID --status publish --yes

    Menjadwalkan: newsroom publish ID --status publish --at WAKTU --yes
    """
    newsroom = newsroom_of(ctx)
    one_of("--format", format, ("text", "json"))
    if status is not None:
        one_of("--status", status, _STATUSES)
    if answer is not None:
        one_of("--answer", answer, _ANSWERS)
    if sum((listing, check, resume, cancel, answer is not None)) > 1:
        raise BadInput("pilih satu saja: --list, --check, --resume, --cancel, atau --answer")
    desk = _Desk(newsroom, Sending(house, _Shown().tell), is_json=format == "json")
    with closing(newsroom.open_store()) as store:
        if listing:
            return desk.list(store, portal)
        if check:
            story_id = store.stories.get(id).id if id is not None else None
            return site_looks.check(newsroom, store, story_id, portal, is_json=format == "json")
        if id is None:
            if not resume:
                raise BadInput("ID naskah belum ditulis")
            return desk.resume_all(store, portal)
        story = store.stories.get(id).id
        if resume or cancel or answer:
            push = _open_push(store, story, portal, with_ended=resume)
            if cancel:
                return desk.told(store.pushes.cancel(push.id))
            ready = store.pushes.answer(push.id, answer) if answer else store.pushes.resume(push.id)
            return desk.run(store, ready)
        name = portal or DEFAULT_PORTAL
        wish = _wish(newsroom.profile(name), status, at, reason_given(override), yes=yes)
        return desk.send(store, story, name, wish)


class _Desk:
    """What the command does with stories and their pushes, and tells of it."""

    def __init__(self, newsroom: Newsroom, sending: Sending, *, is_json: bool) -> None:
        self._newsroom = newsroom
        self._sending = sending
        self._is_json = is_json

    def send(self, store: Store, story: str, portal: str, wish: Wish) -> int:
        """Queue a story and send it."""
        try:
            push = self._newsroom.queue_story(store, story, portal, wish, self._sending.house)
        except NotReady as error:
            for line in finding_lines(store.stories.get(story), error.findings):
                say(line)
            say(_how_to_complete(error))
            return _REFUSED
        return self.run(store, push)

    def run(self, store: Store, push: Push) -> int:
        """Send one push."""
        from newsroom.store.errors import StoreBusy

        password = portal_password(self._newsroom, push.portal)
        try:
            result = self._newsroom.send(store, push.id, password, self._sending)
        except StoreBusy as error:
            say(f"{error} Naskah menunggu dalam antrean.")
            return _REFUSED
        if self._is_json:
            emit_json(_result_json(result))
        return self._say(store, result)

    def resume_all(self, store: Store, portal: str | None) -> int:
        """Send all that waits, portal by portal: what stops one does not stop the others."""
        from newsroom.portal.profile_table import ProfileError
        from newsroom.store.deliveries.records import PushState
        from newsroom.store.errors import StoreBusy

        queue = store.pushes.list(open_only=True)
        waiting = [one for one in queue if one.state is not PushState.PERSON]
        names = dict.fromkeys(one.portal for one in waiting if portal in (None, one.portal))
        told, code = [], 0
        for name in names:
            try:
                self._newsroom.profile(name)
                password = portal_password(self._newsroom, name, is_named=portal is not None)
                for result in self._newsroom.send_due(
                    store, name, password, self._sending, at_once=True
                ):
                    told.append(_result_json(result))
                    code = max(code, self._say(store, result))
            except (StoreBusy, BadInput, ProfileError) as error:
                say(f"{name}: {error}")
                code = _REFUSED
        if self._is_json:
            emit_json(told)
        elif not names:
            say("tidak ada yang menunggu dalam antrean")
        return code

    def list(self, store: Store, portal: str | None) -> int:
        """Say what is in the queue."""
        listed = [one for one in store.pushes.list() if portal in (None, one.portal)]
        found = [one for one in listed if one.state.is_open]
        if self._is_json:
            emit_json([_push_json(one) for one in found])
        else:
            for one in found:
                emit(_line(one))
        for one in _called_off(listed):
            how = f"newsroom publish {one.story[:8]} --portal {one.portal} --resume"
            say(f"dibatalkan: {one.headline}; lanjutkan dengan: {how}")
        return 0

    def told(self, push: Push) -> int:
        """Say how a push stands."""
        if self._is_json:
            emit_json(_push_json(push))
        else:
            emit(_line(push))
        return 0

    def _say(self, store: Store, result: Result) -> int:
        from newsroom.app.answers import behind_answer
        from newsroom.cli.aftermath import say_behind
        from newsroom.store.deliveries.records import PushState

        push, done = result.push, result.delivered
        if done is None:
            say(f"{push.state.label.lower()}: {push.error or push.headline}")
            if result.conflict and not self._is_json:
                for line in _conflict_lines(result.conflict):
                    emit(line)
            if push.state in (PushState.WAITING, PushState.FAILED):
                say(f"lanjutkan dengan: newsroom publish {push.story[:8]} --resume")
            return _REFUSED
        for one in done.differences:
            say(f"perlu diperiksa: {one.message} {one.advice}")
        if push.wish.time and done.post.status in _UNSEEN:
            say(
                "waktu tayangnya tercatat, tetapi tulisan itu belum dijadwalkan; untuk itu kirim "
                "lagi dengan --status publish --at WAKTU --yes"
            )
        if late := behind_answer(store, push.story):
            say_behind(late, f"“{late.headline}” belum memuat tautannya")
        if not self._is_json:
            emit(done.post.link)
        return 0


def _wish(
    profile: Profile, status: str | None, at: str | None, override: str, *, yes: bool
) -> Wish:
    """Return what is asked for. Raises BadInput for a time that has gone by, or without a yes."""
    from newsroom.store.deliveries.records import Wish

    time = _moment(at, profile) if at is not None else None
    if status == "publish" and not yes:
        raise BadInput("--status publish tampil bagi pembaca; setujui dengan --yes")
    return Wish(status or "", time, yes, override)


def _how_to_complete(error: NotReady) -> str:
    """Say what helps a story that is not to be sent as it is."""
    if not error.findings:
        return str(error)
    if all(map(may_be_overridden, error.findings)):
        return "belum dikirim; lengkapi dulu naskahnya, atau --override ALASAN"
    return "belum dikirim; yang di atas harus diperbaiki dulu"


def _moment(written: str, profile: Profile) -> datetime:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        raise BadInput(f"--at {written} bukan waktu; contohnya {_A_TIME}") from None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=profile.zone)
    if moment <= datetime.now(UTC):
        raise BadInput(f"--at {written} sudah lewat menurut jam komputer ini")
    return moment


def _open_push(store: Store, story: str, portal: str | None, *, with_ended: bool) -> Push:
    """Return the push of a story that is meant. Raises BadInput."""
    from newsroom.store.deliveries.records import PushState

    found = [
        one
        for one in store.pushes.list(story=story)
        if portal in (None, one.portal)
        and (one.state.is_open or (with_ended and one.state is PushState.CANCELLED))
    ]
    found = [one for one in found if one.state.is_open] or found[-1:]
    if not found:
        raise BadInput("naskah ini tidak ada dalam antrean")
    if len(found) > 1:
        names = ", ".join(one.portal for one in found)
        raise BadInput(f"naskah ini menunggu untuk beberapa portal; sebut --portal: {names}")
    return found[0]


def _called_off(pushes: Iterable[Push]) -> list[Push]:
    """Return those that were called off lately, of which nothing was queued since."""
    from newsroom.store.deliveries.records import PushState

    last = {(one.story, one.portal): one for one in sorted(pushes, key=lambda one: one.changed)}
    since = datetime.now(UTC) - _CALLED_OFF
    return [
        one for one in last.values() if one.state is PushState.CANCELLED and one.changed > since
    ]


class _Shown:
    """Shows on a screen, in one line, how far a push is."""

    def __init__(self) -> None:
        self._is_screen = sys.stderr is not None and sys.stderr.isatty()

    def tell(self, progress: Progress) -> None:
        """Show it."""
        if not self._is_screen:
            return
        step = _STEPS.get(progress.step, progress.step)
        share = f" {100 * progress.done // progress.total}%" if progress.total else ""
        sys.stderr.write(f"\r\x1b[K{step}{share}")
        if progress.step == "verify":
            sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


_STEPS = {
    "connect": "menghubungi situs",
    "look": "memeriksa yang sudah ada",
    "terms": "menyiapkan rubrik dan tag",
    "media": "mengunggah foto",
    "sizes": "menyiapkan ukuran foto",
    "caption": "memperbarui keterangan foto",
    "post": "mengirim naskah",
    "verify": "membandingkan hasilnya",
}


def _result_json(result: Result) -> dict[str, Any]:
    told, done = _push_json(result.push), result.delivered
    if done:
        post = done.post
        told |= {
            "id": post.id,
            "link": post.link,
            "status": post.status,
            "slug": post.slug,
            "date": post.date_gmt.isoformat() if post.date_gmt else None,
            "new": done.is_new,
            "differences": [one.as_json() for one in done.differences],
        }
    if result.conflict:
        told["conflict"] = [
            {"field": field, "ours": ours, "theirs": theirs}
            for field, ours, theirs in result.conflict.texts()
        ]
    return told


def _push_json(push: Push) -> dict[str, Any]:
    from newsroom.store.deliveries.records import PushState

    return {
        "story": push.story,
        "headline": push.headline,
        "portal": push.portal,
        "state": str(push.state),
        "tries": push.tries,
        "next_try": push.next_try.isoformat() if push.next_try else None,
        "wanted_status": push.wish.status,
        "wanted_time": push.wish.time.isoformat() if push.wish.time else None,
        "question": dict(push.question) if push.state is PushState.PERSON else {},
        "error": push.error,
    }


def _line(push: Push) -> str:
    state = push.state.label.lower()
    if push.next_try:
        local = push.next_try.astimezone()
        state = f"{state}, dicoba lagi {local:%d/%m/%Y %H.%M} {zone_of(local)}"
    why = f": {push.error}" if push.error and push.state.is_open else ""
    return one_line(f"{push.story[:8]}  {push.portal}  {state}  {push.headline}{why}")


def _conflict_lines(conflict: Conflict) -> list[str]:
    from newsroom.portal.push.words import field_words

    lines = []
    for field, ours, theirs in conflict.texts():
        lines += [
            f"{field_words(field)} di naskah: {ours}",
            f"{field_words(field)} di situs: {theirs}",
        ]
    return lines
