"""The queue of uploads as the window keeps it: counted, watched, and sent when it is time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from newsroom.ui.publishing.telling import tell_of
from newsroom.ui.publishing.watching import Watching
from newsroom.ui.publishing.words import counted, in_window, tr
from newsroom.ui.work.lanes import Lane

if TYPE_CHECKING:
    from newsroom.portal.push.runner import Result
    from newsroom.store.deliveries.records import Push
    from newsroom.store.store import Store
    from newsroom.ui.main_window import MainWindow
    from newsroom.ui.publishing.sender import Sender
    from newsroom.ui.publishing.talk import Talk

_REST = timedelta(minutes=1)  # of a portal that could not be sent to
_LONGEST = 300  # seconds; a laptop that slept looks again after so long at most


class Uploads(QObject):
    """Knows the open pushes, and sends those for which it is time where nothing need be asked."""

    changed = Signal(object)  # [Push], the open ones in the order of the queue

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.pushes: Sequence[Push] = ()
        self.titles: dict[str, str] = {}  # of the portals, by the names of their profiles
        self._sender: Sender | None = None
        self._looks: Lane[Store] | None = None
        self._turn = 0  # grows with each reading of the queue; only the last is used
        self._resting: dict[str, datetime] = {}
        self._locked: set[str] = set()  # portals whose password is not known
        self._told: set[str] = set()  # portals whose sites stopped all, as people were told
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.refresh)
        self.watching = Watching(window)

    def connect(self) -> None:
        """Join this to the window, once all of that is there."""
        window = self._window
        window.status_line.uploads.clicked.connect(lambda: self.open_queue())
        window.desk.listed.connect(self._first_listed)
        window.commands.of_sites.logged_in.connect(self._logged_in)
        # A laptop that wakes up shows its windows before any timer knows of the hour.
        QGuiApplication.instance().applicationStateChanged.connect(self._shown)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what each of the actions about uploads does."""
        return {"publish": lambda: self.open_story(), "uploads": lambda: self.open_queue()}

    # What a person asks for.

    def open_story(self) -> None:
        """Let a person send the open story, once all of it is safe."""
        window, desk = self._window, self._window.desk
        window.page.flush()
        if desk.story is not None:
            desk.when_safe(lambda: desk.story and self.talk().ask(desk.story))

    def open_queue(self) -> None:
        """Show the queue."""
        from newsroom.ui.publishing.queueing import Queueing

        (self._window.findChild(Queueing) or Queueing(self._window)).open()

    def talk(self) -> Talk:
        """Return the talk about one upload; there is one at a time."""
        from newsroom.ui.publishing.talk import Talk

        return self._window.findChild(Talk) or Talk(self._window)

    def remember(self, portal: str, password: str) -> None:
        """Keep a password for this run of the program, in the lane that sends alone."""
        self.sender.remember(portal, password)
        self.watching.trust(portal)
        self._locked.discard(portal)
        self._resting.pop(portal, None)

    def forget(self, portal: str) -> bool:
        """Forget a password that was told; False if there was none."""
        was_told = self._sender is not None and portal in self._sender.portals
        if self._sender is not None:
            self._sender.forget(portal)
        return was_told

    @property
    def sender(self) -> Sender:
        """What sends, made when it is first needed."""
        if self._sender is None:
            from newsroom.ui.publishing.sender import Sender

            self._sender = Sender(self._window.desk.newsroom, self)
            self._sender.begun.connect(lambda _: self.refresh())
            self._sender.ended.connect(self._ended)
            self._sender.failed.connect(self._failed)
        return self._sender

    def send(self, push: Push) -> None:
        """Send a push as soon as those before it are done; a person wants it."""
        self._resting.pop(push.portal, None)
        self._locked.discard(push.portal)
        self.sender.send(push.id, push.portal)

    def title(self, portal: str) -> str:
        """Return what people call a portal, as far as that is known."""
        return self.titles.get(portal, portal)

    def waits(self, push: str) -> bool:
        """Say whether a push is being sent, or is about to be."""
        return self._sender is not None and self._sender.waits(push)

    def cancel(self, push: str, done: Callable[[Push], None] | None = None) -> None:
        """Call a push off; what is done on the site stays done.

        Of one that is being sent its end tells; of another ``done`` does.
        """
        if self._sender is not None:
            is_current = push == self._sender.current
            self._sender.stop(push)
            if is_current:
                return
        self.change(lambda store: store.pushes.cancel(push), done)

    def change(
        self,
        job: Callable[[Store], Any],
        done: Callable[[Any], None] | None = None,
    ) -> None:
        """Change something in the queue, and show it as it is then."""

        def then(answer: Any) -> None:
            if done is not None:
                done(answer)
            self.refresh()

        self._window.desk.in_store(job, then, self._refuse)

    def in_look(
        self,
        job: Callable[[Store], object],
        done: Callable[..., None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Look something up that may take its time: a keyring, pictures, a site."""
        if self._looks is None:
            self._looks = Lane("looks", self._window.desk.newsroom.open_store, self)
        self._looks.run(job, done, failed)

    def refresh(self) -> None:
        """Read the queue anew, and send what is due."""
        self._turn += 1
        turn, newsroom = self._turn, self._window.desk.newsroom

        def job(store: Store) -> tuple[Sequence[Push], Mapping[str, str]]:
            pushes = store.pushes.list(open_only=True)
            return pushes, newsroom.profile_titles() if pushes else {}

        def known(told: tuple[Sequence[Push], Mapping[str, str]]) -> None:
            pushes, titles = told
            self.titles.update(titles)
            if turn == self._turn:  # an older list may have as waiting what is done since
                self._known(pushes)

        self._window.desk.in_store(job, known, lambda _: None)

    def close(self) -> None:
        """End the lanes; what is under way goes on at the next start."""
        self._timer.stop()
        self.watching.stop()
        if self._sender is not None:
            self._sender.close()
        if self._looks is not None:
            self._looks.close(2)

    # Within.

    def _first_listed(self, _: object) -> None:
        self._window.desk.listed.disconnect(self._first_listed)
        self.refresh()
        self.watching.begin()

    def _shown(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self.pushes:
            self._plan()

    def _logged_in(self, portal: str) -> None:
        """Forget a password that may be another account's; the keyring may know the new one."""
        if self._sender is not None:
            self._sender.forget(portal)
        self._locked.discard(portal)
        self._release(portal)

    def _release(self, portal: str) -> None:
        """Let what the portal's site had stopped go on."""
        from newsroom.store.deliveries.turn import release

        self._told.discard(portal)
        self.watching.trust(portal)
        self._resting.pop(portal, None)
        self.change(lambda store: release(store.pushes, portal))

    def _known(self, pushes: Sequence[Push]) -> None:
        from newsroom.store.deliveries.records import PushState

        self.pushes = pushes
        asking = sum(
            one.state in (PushState.PERSON, PushState.FAILED) or one.held for one in pushes
        )
        self._window.status_line.show_uploads(counted(len(pushes) - asking, asking))
        self.changed.emit(pushes)
        self._plan()

    def _plan(self) -> None:
        """Send the next for which it is time, or wait until it is."""
        from newsroom.store.deliveries.records import PushState
        from newsroom.store.deliveries.turn import rests_until

        if self._sender is not None and self._sender.current:
            return  # its end plans anew
        now, times = datetime.now(UTC), []
        # What was stopped stops no other.
        for push in sorted(self.pushes, key=lambda one: one.held):
            if push.state not in (PushState.WAITING, PushState.RUNNING):
                continue
            if push.portal in self._locked:
                continue
            held = rests_until(self.pushes, push.portal, now)
            at = max(push.next_try or now, self._resting.get(push.portal, now), held or now)
            if at <= now:
                self.sender.send(push.id, push.portal)
                return
            times.append(at)
        if times:
            seconds = min((min(times) - now).total_seconds(), _LONGEST)
            self._timer.start(round(seconds * 1000) + 1)

    def _ended(self, _: str, result: Result) -> None:
        portal = result.push.portal
        if result.is_of_site and result.fault is not None:
            asked = timedelta(seconds=result.fault.retry_after or 0)
            self._resting[portal] = datetime.now(UTC) + max(_REST, asked)
        if result.delivered is not None:
            self._window.desk.step_kept.emit()
            self._window.desk.refresh_list()  # a story that it answers was told of it
            self._release(portal)  # whatever it was, it lets stories through again
        tell_of(self._window, result)
        self._tell_held(result)
        self.refresh()

    def _tell_held(self, result: Result) -> None:
        """Say once that a site stops all that goes there, unless a dialog says so."""
        from newsroom.portal.wordpress.errors import LoginRefused

        push = result.push
        if not push.held or push.portal in self._told:
            return
        self._told.add(push.portal)
        if self.talk().is_about(push.id):
            return
        needs_login = isinstance(result.fault, LoginRefused)
        told = tr("Unggahan ke {0} menunggu. {1}")
        told = told.format(self.title(push.portal), in_window(push.error))
        words = tr("Masuk…") if needs_login else tr("Lihat…")

        def answer() -> None:
            self._window.banner.clear()
            if needs_login:
                self._window.commands.of_sites.log_in(push.portal)
            else:
                self.open_queue()

        self._window.banner.say(told, "warning", words, answer, lasting=True)

    def _failed(self, push: str, error: Exception) -> None:
        from newsroom.ui.publishing.sender import PasswordNeeded

        portal = next((one.portal for one in self.pushes if one.id == push), "")
        if isinstance(error, PasswordNeeded):
            self._locked.add(portal)
        else:
            self._resting[portal] = datetime.now(UTC) + _REST
        self.refresh()

    def _refuse(self, error: Exception) -> None:
        self._window.banner.say(str(error), "warning", lasting=True)
        self.refresh()
