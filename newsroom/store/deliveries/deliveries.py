"""Which stories and pictures are on which portals."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, select, update

from newsroom.store.database import Database
from newsroom.store.deliveries.numbers import number_of
from newsroom.store.deliveries.records import Delivery, KeptMedium
from newsroom.store.schema import DeliveryRow, PortalMediaRow, StoryRow

_AWAITED = ("draft", "pending", "future")


class Deliveries:
    """What is known of stories and pictures on portals. Every method raises StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, story: str, portal: str) -> Delivery | None:
        """Return what a story is on a portal; None if nothing is known of it there."""
        return next((one for one in self.of_story(story) if one.portal == portal), None)

    def of_story(self, story: str) -> builtins.list[Delivery]:
        """Return what a story is on each portal that it went to."""
        found = select(DeliveryRow).join(StoryRow).where(StoryRow.id == story)
        with self._database.read() as session:
            rows = session.scalars(found.order_by(DeliveryRow.portal))
            return [_delivery(story, row) for row in rows]

    def keep(self, delivery: Delivery) -> None:
        """Keep what a story is on a portal, in place of what was known. Raises StoryNotFound."""
        with self._database.write() as session:
            session.merge(
                DeliveryRow(
                    story_number=number_of(session, delivery.story),
                    portal=delivery.portal,
                    site=delivery.site,
                    remote_id=delivery.remote_id,
                    link=delivery.link,
                    status=delivery.status,
                    slug=delivery.slug,
                    revision=delivery.revision,
                    modified=delivery.modified,
                    digest=delivery.digest,
                    seen=dict(delivery.seen),
                    moment=delivery.moment,
                    date=delivery.date,
                    looked=delivery.looked,
                )
            )

    def keep_look(self, seen: Delivery) -> None:
        """Keep how a post stands on its site, unless its story was sent or forgotten meanwhile."""
        number = select(StoryRow.number).where(StoryRow.id == seen.story).scalar_subquery()
        with self._database.write() as session:
            session.execute(
                update(DeliveryRow)
                .where(
                    DeliveryRow.story_number == number,
                    DeliveryRow.portal == seen.portal,
                    DeliveryRow.moment == seen.moment,
                )
                .values(status=seen.status, link=seen.link, date=seen.date, looked=seen.looked)
            )

    def awaited(self, most: int = 50) -> builtins.list[Delivery]:
        """Return the stories that are on a site and that readers do not have yet, newest first."""
        found = (
            select(DeliveryRow, StoryRow.id)
            .join(StoryRow)
            .where(DeliveryRow.status.in_(_AWAITED), StoryRow.discarded.is_(None))
            .order_by(DeliveryRow.moment.desc())
            .limit(most)
        )
        with self._database.read() as session:
            return [_delivery(story, row) for row, story in session.execute(found)]

    def forget(self, story: str, portal: str) -> None:
        """Forget what a story is on a portal: it is no more, or is to be made anew."""
        with self._database.write() as session:
            number = select(StoryRow.number).where(StoryRow.id == story).scalar_subquery()
            chosen = DeliveryRow.story_number == number, DeliveryRow.portal == portal
            session.execute(delete(DeliveryRow).where(*chosen))

    def medium(self, site: str, digest: str) -> KeptMedium | None:
        """Return the picture of a site that has this content, if one is known."""
        with self._database.read() as session:
            row = session.get(PortalMediaRow, (site, digest))
            if row is None:
                return None
            return KeptMedium(site, digest, row.remote_id, row.url, row.slug, row.moment, row.said)

    def keep_medium(self, medium: KeptMedium) -> None:
        """Keep that a picture is on a site."""
        with self._database.write() as session:
            session.merge(
                PortalMediaRow(
                    site=medium.site,
                    digest=medium.digest,
                    remote_id=medium.remote_id,
                    url=medium.url,
                    slug=medium.slug,
                    moment=medium.moment,
                    said=medium.said,
                )
            )

    def forget_medium(self, site: str, digest: str) -> None:
        """Forget a picture that is on the site no more."""
        with self._database.write() as session:
            chosen = PortalMediaRow.site == site, PortalMediaRow.digest == digest
            session.execute(delete(PortalMediaRow).where(*chosen))


def _delivery(story: str, row: DeliveryRow) -> Delivery:
    seen: Any = row.seen
    return Delivery(
        story=story,
        portal=row.portal,
        site=row.site,
        remote_id=row.remote_id,
        link=row.link,
        status=row.status,
        slug=row.slug,
        revision=row.revision,
        modified=row.modified,
        digest=row.digest,
        moment=row.moment,
        seen=seen if isinstance(seen, Mapping) else {},
        date=row.date,
        looked=row.looked,
    )
