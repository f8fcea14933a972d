"""Joins the inspector to the desk, the page and the findings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from newsroom.language.finding import Finding, Severity
from newsroom.language.ignored import Scope
from newsroom.story.story import Story
from newsroom.story.texts import story_texts
from newsroom.ui.aids.naming import Naming
from newsroom.ui.aids.tagging import Tagging
from newsroom.ui.desk.desk import Desk
from newsroom.ui.editor.page import Page
from newsroom.ui.inspector.inspector import Inspector
from newsroom.ui.review.story_findings import StoryFindings
from newsroom.ui.sites.knowing import Knowing

_NEEDED = ("headline", "body", "section", "caption", "credit", "alt", "picture")


class Inspecting(QObject):
    """Shows the open story in an inspector and carries out what is asked for there."""

    def __init__(
        self,
        inspector: Inspector,
        desk: Desk,
        page: Page,
        findings: StoryFindings,
        go_to: Callable[[Finding], None],
    ) -> None:
        super().__init__(inspector)
        self._inspector = inspector
        self._desk = desk
        self._page = page
        self._findings = findings
        desk.opened.connect(self._show_opened)
        desk.edited.connect(inspector.show_story)
        desk.thumbnail.connect(inspector.set_thumbnail)
        findings.changed.connect(self._show_findings)
        findings.progress.changed.connect(self._show_progress)
        inspector.edited.connect(desk.edit)
        inspector.photos_wanted.connect(desk.add_photos)
        inspector.photos.stop_wanted.connect(desk.stop_adding)
        desk.adding.connect(inspector.photos.adding.show_progress)
        inspector.picture_wanted.connect(desk.set_picture)
        inspector.thumbnail_wanted.connect(desk.want_thumbnail)
        inspector.finding_chosen.connect(go_to)
        inspector.finding_fixed.connect(self._fix)
        inspector.finding_ignored.connect(self._ignore)
        inspector.ignored.connect(desk.ignoring.leave_out)
        inspector.word_added.connect(desk.words.add)
        page.photo_chosen.connect(self._show_photos)
        self._tagging = Tagging(desk, inspector.data.field("tags"), inspector.data.profile)
        self._knowing = Knowing(desk, inspector.data)
        self._naming = Naming(desk, inspector.data)
        self._show_opened(desk.story)
        self._show_findings(findings.found)
        self._show_progress()

    def _show_photos(self) -> None:
        self._inspector.show_tab("photos")

    def _show_opened(self, story: Story | None) -> None:
        self._inspector.setEnabled(story is not None)
        self._inspector.show_story(story or Story())

    def _show_findings(self, found: list[Finding]) -> None:
        self._inspector.findings.show_checker(self._findings.has_checker)
        self._inspector.show_findings(found)
        wanting = [f for f in self._findings.missing if f.severity is not Severity.HINT]
        parts = self._parts()
        named = (parts.get(one.rule, one.message.removesuffix(".")) for one in wanting)
        missing = list(dict.fromkeys(named))
        total = len(_NEEDED)
        self._inspector.set_readiness(max(total - len(missing), 0), total, missing)

    def _show_progress(self) -> None:
        self._inspector.findings.show_progress(self._findings.progress.share)

    def _fix(self, finding: Finding, new: str) -> None:
        field = self._page.fields().get(finding.field)
        if field is not None:
            field.replace_range(finding.start, finding.end, finding.text, new)
        else:
            self._inspector.fix(finding, new)

    def _ignore(self, finding: Finding, scope: Scope) -> None:
        text = dict(story_texts(self._desk.story)).get(finding.field, finding.text)
        if text[finding.start : finding.end] == finding.text:
            self._desk.ignoring.leave_out(finding, scope, text)

    def _parts(self) -> dict[str, str]:
        """Name the part of a story that is still wanting, by the rule that says so."""
        return {
            "story.headline": self.tr("judul"),
            "story.body": self.tr("tubuh berita"),
            "story.section": self.tr("rubrik"),
            "story.section_unknown": self.tr("rubrik"),
            "story.caption": self.tr("keterangan foto"),
            "story.credit": self.tr("kredit foto"),
            "story.alt": self.tr("teks alternatif foto"),
            "story.picture": self.tr("gambar"),
            "story.photo_file": self.tr("gambar"),
            "story.picture_unlisted": self.tr("gambar"),
            "story.photo_rights": self.tr("hak foto"),
            "story.photo_source": self.tr("sumber foto"),
            "story.photo_permission": self.tr("izin foto"),
            "story.photo_embargo": self.tr("embargo foto"),
            "story.other_section_unknown": self.tr("rubrik lain"),
            "story.tags": self.tr("tag"),
            "story.summary": self.tr("ringkasan"),
            "story.canonical": self.tr("alamat naskah asal"),
            "story.publish_embargoed": self.tr("waktu tayang"),
            "story.publish_past": self.tr("waktu tayang"),
            "story.correction_text": self.tr("isi ralat"),
            "story.correction_missing": self.tr("catatan ralat"),
            "story.answers_unlinked": self.tr("alamat berita sebelumnya"),
            "story.answer_unlinked": self.tr("alamat hak jawab atau ralat"),
            "story.withdrawn_reason": self.tr("alasan pencabutan"),
            "story.field": self.tr("isian ⟨…⟩"),
        }
