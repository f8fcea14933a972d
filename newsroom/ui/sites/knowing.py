"""What is known of the site, brought to the form beside the window's work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.ui.desk.desk import Desk
from newsroom.ui.inspector.data_form import DataForm
from newsroom.ui.work.lanes import Lane

if TYPE_CHECKING:
    from newsroom.app import Newsroom
    from newsroom.portal.cached_site import CachedSite


class Knowing(QObject):
    """Reads it once for each form: where more is known of the site, the form is made anew."""

    def __init__(self, desk: Desk, form: DataForm) -> None:
        super().__init__(form)
        newsroom, profile = desk.newsroom, form.profile
        self._lane: Lane[Newsroom] = Lane("known-site", lambda: newsroom, self)

        def show(cached: CachedSite | None) -> None:
            self._lane.close(0)
            if cached is not None:
                form.use_lacking(cached.lacking(profile))

        self._lane.run(lambda newsroom: newsroom.cached_site(profile), show)
