"""Looks from time to time what became of stories on the sites: an editor there publishes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from newsroom.store.errors import StoreError
from newsroom.ui.publishing.words import tr

if TYPE_CHECKING:
    from newsroom.portal.push.looking import Looked
    from newsroom.portal.wordpress.client import Client
    from newsroom.store.deliveries.records import Delivery
    from newsroom.store.store import Store
    from newsroom.ui.main_window import MainWindow

_FIRST = timedelta(seconds=30)  # after the start, which has better things to do
_OFTEN = timedelta(minutes=30)
_BEHIND = timedelta(minutes=1)  # WordPress publishes what is scheduled when somebody next asks
_NAMED = 2  # headlines in one message


class Watching(QObject):
    """Asks the sites whose passwords are known, and says which stories readers have now.

    It asks in the lane that sends, and gives way there to what is to be sent.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._refusing: set[str] = set()  # portals that take the login no more
        self._client: Client | None = None  # of the look at hand
        self._gives_way = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look soon, and then again and again."""
        self._wait(_FIRST)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._give_way()

    def trust(self, portal: str) -> None:
        """Look at a portal again: somebody has logged in, or told another password."""
        self._refusing.discard(portal)

    def look(self) -> None:
        """Look at all that readers do not have yet.

        A login that was refused is not tried again, be it in sending: a site locks those out
        who try often.
        """
        from newsroom.store.deliveries.turn import rests_until

        def known(awaited: Sequence[Delivery]) -> None:
            pushes, now = self._window.uploads.pushes, datetime.now(UTC)
            for portal in {one.portal for one in awaited} - self._refusing:
                if rests_until(pushes, portal, now):
                    continue
                here = [one for one in awaited if one.portal == portal]
                self._ask(here, self._tell, lambda error, portal=portal: self._note(portal, error))
            self._plan(awaited)

        self._window.desk.in_store(
            lambda store: store.deliveries.awaited(), known, lambda _: self._wait(_OFTEN)
        )

    def look_at(
        self,
        story: str,
        portal: str,
        done: Callable[[Looked], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Look at one story, because a person wants to know."""

        def known(delivery: Delivery | None) -> None:
            if delivery is None:
                failed(StoreError(tr("Naskah ini belum pernah dikirim ke portal itu.")))
            else:
                self._ask([delivery], lambda found: done(found[0]), failed)

        self._window.desk.in_store(lambda store: store.deliveries.get(story, portal), known, failed)

    # Within.

    def _ask(
        self,
        known: Sequence[Delivery],
        done: Callable[[Sequence[Looked]], None],
        failed: Callable[[Exception], None],
    ) -> None:
        from newsroom.app.site_looks import look_at_posts
        from newsroom.portal.wordpress.errors import Cancelled, PortalError
        from newsroom.ui.publishing.sender import PasswordNeeded

        newsroom, sender = self._window.desk.newsroom, self._window.uploads.sender
        if not self._gives_way:
            self._gives_way = True
            sender.begun.connect(self._give_way)

        def begun(client: Client) -> None:
            self._client = client
            if sender.current:  # it stands behind in the lane
                client.cancel()

        def job(store: Store, password: str) -> tuple[Sequence[Looked], Exception | None]:
            if not password:
                raise PasswordNeeded
            looked: list[Looked] = []
            try:
                for one in look_at_posts(newsroom, store, known, password, begun):
                    looked.append(one)
            except (Cancelled, PortalError) as error:
                return looked, error
            finally:
                self._client = None
            return looked, None

        def found(answer: tuple[Sequence[Looked], Exception | None]) -> None:
            looked, fault = answer
            if any(one.came_out for one in looked):
                self._window.desk.refresh_list()  # a story that it answers was told of it
            if looked:
                done(looked)
            if isinstance(fault, Cancelled):
                seen = {one.delivery.story for one in looked}
                self._ask([one for one in known if one.story not in seen], done, failed)
            elif fault is not None:
                failed(fault)

        sender.with_password(known[0].portal, job, found, failed)

    def _give_way(self, _: object = None) -> None:
        client = self._client
        if client is not None:
            client.cancel()

    def _note(self, portal: str, error: Exception) -> None:
        from newsroom.portal.wordpress.errors import LoginRefused

        if isinstance(error, LoginRefused):
            self._refusing.add(portal)

    def _tell(self, looked: Sequence[Looked]) -> None:
        out = [one.delivery for one in looked if one.came_out]
        if out:
            self._window.desk.in_store(
                lambda store: [store.stories.get(one.story).headline for one in out],
                lambda headlines: self._say(out, headlines),
                lambda _: None,
            )

    def _say(self, out: Sequence[Delivery], headlines: Sequence[str]) -> None:
        named = ", ".join(f"“{one.strip() or tr('Tanpa judul')}”" for one in headlines[:_NAMED])
        more = len(headlines) - _NAMED
        if more > 0:
            named = tr("{0} dan {1} naskah lain").format(named, more)
        told = tr("{0} sudah tayang di situs.").format(named)
        link, banner = out[0].link, self._window.banner

        def open_there() -> None:
            banner.clear()
            QDesktopServices.openUrl(QUrl(link))

        if len(out) == 1:
            banner.say(told, "good", tr("Buka di situs"), open_there, lasting=True)
        else:
            banner.say(told, "good", lasting=True)

    def _plan(self, awaited: Sequence[Delivery]) -> None:
        """Look again at the hour of the next that comes out by itself, or after a while."""
        now = datetime.now(UTC)
        hours = [one.date + _BEHIND - now for one in awaited if one.date]
        self._wait(min((one for one in hours if one > timedelta()), default=_OFTEN))

    def _wait(self, rest: timedelta) -> None:
        self._timer.start(min(rest, _OFTEN) // timedelta(milliseconds=1))
