"""Stories sent to a portal's site, and the queue of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsroom.app.exporting import Exporting
from newsroom.app.portals import Portals
from newsroom.app.styles import DEFAULT_HOUSE
from newsroom.story.story import Story

if TYPE_CHECKING:
    from newsroom.exchange.article import Attachment
    from newsroom.language.finding import Finding
    from newsroom.portal.profile import Profile
    from newsroom.portal.push.machine import Delivered
    from newsroom.portal.push.package import Package
    from newsroom.portal.push.run import Progress
    from newsroom.portal.push.runner import Result, Runner
    from newsroom.portal.wordpress.media import RemoteMedia
    from newsroom.store.deliveries.records import Push, Wish
    from newsroom.store.media import Media
    from newsroom.store.store import Store
    from newsroom.story.person import Role


class NotReady(ValueError):
    """A story is not to be sent as it is; ``findings`` stand in the way."""

    def __init__(self, message: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Sending:
    """How pushes are run: by which house style, whom progress is told, and who may stop it.

    ``begun`` is given the runner, whose ``stop`` may be called from any thread.
    """

    house: str = DEFAULT_HOUSE
    tell: Callable[[Progress], None] | None = None
    begun: Callable[[Runner], None] | None = None


class Publishing(Exporting, Portals):
    """Stories sent by REST: each once, exactly as it is, and told where the site differs.

    What asks a site may take its time: not for the window's thread.
    """

    def queue_story(
        self, store: Store, id: str, portal: str, wish: Wish, house: str = DEFAULT_HOUSE
    ) -> Push:
        """Put a story into the queue of a portal as it is now; nothing is sent yet.

        Raises NotReady if something stands in its way, StoryNotFound, ProfileError,
        HouseError, StoreError.
        """
        from newsroom.app.answers import know_answers

        profile = self.profile(portal)
        _require_publisher(store, wish)
        know_answers(store, store.stories.get(id).id)
        story = store.stories.get(id)
        self._require_ready(story, profile, store.media, wish, house)
        return store.pushes.add(story.id, portal, story.revision, wish)

    def send(
        self, store: Store, push: str, password: str, sending: Sending | None = None
    ) -> Result:
        """Run a push now, and return how it ended.

        Raises StoreBusy while another program sends to the portal, StoreError, ProfileError,
        HouseError. What the site says is in the result.
        """
        from newsroom.store.deliveries.turn import site_turn

        portal = store.pushes.get(push).portal
        with site_turn(self.home, self.profile(portal).site):
            return self._run(store, push, portal, password, sending or Sending())

    def send_due(
        self,
        store: Store,
        portal: str,
        password: str,
        sending: Sending | None = None,
        *,
        at_once: bool = False,
    ) -> Iterator[Result]:
        """Run the pushes to a portal for which it is time, in the order of the queue.

        With ``at_once`` those too that were to be tried later, or failed. It ends where the
        next would come no further, and at one that is stopped; what the site stopped before
        comes last, and lets no other pass before its time. Raises as ``send``.
        """
        from newsroom.store.deliveries.records import PushState
        from newsroom.store.deliveries.turn import rests_until, site_turn

        with site_turn(self.home, self.profile(portal).site):
            if at_once:
                for push in store.pushes.list(open_only=True):
                    if push.portal == portal and push.state is not PushState.PERSON:
                        store.pushes.resume(push.id)
            if rests_until(store.pushes.list(open_only=True), portal, datetime.now(UTC)):
                return
            for push in sorted(store.pushes.due(), key=lambda one: one.held):
                if push.portal == portal:
                    result = self._run(store, push.id, portal, password, sending or Sending())
                    yield result
                    if result.is_of_site or result.push.state is PushState.CANCELLED:
                        return

    def package(
        self, store: Store, push: Push, house: str = DEFAULT_HOUSE
    ) -> tuple[Story, Package]:
        """Return a story as it is now, and what of it is sent. Raises NotReady, ExchangeError."""
        profile, story = self.profile(push.portal), store.stories.get(push.story)
        self._require_ready(story, profile, store.media, push.wish, house)
        kept = self._at_its_address(store, story, push.portal)
        return story, self._package(kept, profile, store.media, house)

    def _run(self, store: Store, id: str, portal: str, password: str, sending: Sending) -> Result:
        from newsroom.exchange.errors import ExchangeError
        from newsroom.portal.push.run import Records
        from newsroom.portal.push.runner import Result, Runner

        account = self.site_account(portal)
        stories: dict[str, Story] = {}

        def package(push: Push) -> Package:
            stories[push.id], made = self.package(store, push, sending.house)
            return made

        def delivered(push: Push, done: Delivered) -> None:
            self._mark_sent(store, stories[push.id], push, done, sending.house)

        runner = Runner(
            Records(store.deliveries, store.journal, store.pushes),
            lambda: self.connect(portal, password),
            package,
            delivered,
            account.facts.users if account else (),
            sending.tell,
        )
        if sending.begun:
            sending.begun(runner)
        try:
            return runner.run(id)
        except (NotReady, ExchangeError, OSError):
            return Result(store.pushes.get(id))  # it has failed, and says why

    def _require_ready(
        self, story: Story, profile: Profile, media: Media, wish: Wish, house: str
    ) -> None:
        cleared = self.clearance(story, profile, media, house, wish.override, at=wish.time)
        if cleared.in_the_way:
            told = " ".join(dict.fromkeys(one.message for one in cleared.in_the_way))
            raise NotReady(f"Naskah belum siap dikirim: {told}", cleared.in_the_way)

    def _at_its_address(self, store: Store, story: Story, portal: str) -> Story:
        """Return a story with the address that readers have, unless it has one of its own."""
        post = store.deliveries.get(story.id, portal)
        if story.slug.strip() or post is None or post.status not in ("publish", "future"):
            return story
        return replace(story, slug=post.slug)

    def _package(self, story: Story, profile: Profile, media: Media, house: str) -> Package:
        from newsroom.exchange.article import make_article
        from newsroom.exchange.custom_fields import ALL_KEYS, worth_sending
        from newsroom.exchange.on_site import OnSite
        from newsroom.exchange.sent_pictures import sent_pictures
        from newsroom.portal.publication import publication
        from newsroom.portal.push.package import Package, Picture, Rubric, seen_digest, slug_of

        story, profile = self.carried(story, profile, house), self.dressed(profile, house)
        find = self.picture(media)
        attachments: list[Attachment] = []
        pictures: dict[str, Picture] = {}
        for one in sent_pictures(story, profile.photo, find, profile.media_url):
            data = one.rendition.data
            digest = seen_digest(data)
            name = f"{slug_of(digest)}{one.rendition.extension}"
            attachment = replace(one.attachment, file_name=name)
            attachments.append(attachment)
            # A picture that stands in the story twice goes once, with what is said first.
            pictures.setdefault(
                name,
                Picture(
                    digest,
                    name,
                    one.rendition.mime,
                    len(data),
                    lambda data=data: data,  # type: ignore[misc]
                    attachment.caption,
                    attachment.alt,
                ),
            )
        article = make_article(story, profile, attachments)
        account = self.site_account(profile.name)
        registered = account.facts.meta_keys if account else ALL_KEYS
        goes = {one.file_name for one in article.attachments}

        def content(on_site: Mapping[str, RemoteMedia]) -> str:
            there = [
                replace(
                    one,
                    url=on_site[one.file_name].url,
                    on_site=OnSite(
                        on_site[one.file_name].id, one.on_site.width, one.on_site.height
                    ),
                )
                for one in attachments
                if one.file_name in on_site
            ]
            return make_article(story, profile, there).content

        return Package(
            uid=article.uid,
            revision=article.revision,
            title=article.title,
            slug=article.slug,
            excerpt=article.excerpt,
            status=article.status,
            date=publication(story),
            rubrics=[Rubric(one.slug, one.name) for one in article.sections],
            tags=[one.name for one in article.tags],
            login=article.login if any(name.strip() for name in story.byline) else "",
            author=article.author,
            meta=worth_sending(dict(article.fields), registered),
            emptied=[key for key in ALL_KEYS if key not in dict(article.fields)],
            pictures=[pictures[name] for name in pictures if name in goes],
            lead=article.attachments[0].file_name if article.has_lead else "",
            content=content,
        )

    def _mark_sent(
        self, store: Store, story: Story, push: Push, done: Delivered, house: str
    ) -> None:
        """Keep what was sent as a version, with the reason if something was missing in it."""
        from newsroom.app.answers import tell_printed
        from newsroom.portal.push.words import status_words
        from newsroom.story.version import Mark, StepKind

        told = [f"dikirim ke {push.portal}", status_words(done.post.status), done.post.link]
        if push.wish.override:
            profile = self.profile(push.portal)
            cleared = self.clearance(
                story, profile, store.media, house, push.wish.override, at=push.wish.time
            )
            told.append(cleared.note)
        store.versions.mark(story, Mark(StepKind.EXPORT, note="; ".join(filter(None, told))))
        if done.post.status == "publish":
            tell_printed(store, story.id)


def _require_publisher(store: Store, wish: Wish) -> None:
    """Raise NotReady where readers are to see what whoever sits here does not publish."""
    why = why_not_publishing(store.people.me().role)
    if why and (wish.confirmed or wish.status == "publish"):
        raise NotReady(why)


def why_not_publishing(role: Role) -> str:
    """Return why what somebody sends is not for readers yet; nothing if they publish.

    >>> from newsroom.story.person import Role
    >>> why_not_publishing(Role.UPLOADER)
    ''
    """
    from newsroom.story.workflow import Status, may

    if may(role, Status.READY, Status.PUBLISHED):
        return ""
    return (
        "Menerbitkan adalah tugas pengunggah atau redaktur pelaksana, bukan "
        f"{role.label.lower()}. Kirim sebagai draf, atau serahkan kepada mereka."
    )
