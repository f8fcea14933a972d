"""“Hak dan data foto”: who made a photo, and on what ground it may be shown."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout

from newsroom.portal.profile import Profile
from newsroom.story.rights import Rights
from newsroom.story.story import Photo
from newsroom.ui.inspector.bound_fields import BoundFields
from newsroom.ui.inspector.combo_boxes import RightsBox
from newsroom.ui.inspector.date_field import show_note
from newsroom.ui.inspector.field_notes import FieldNotes, Judged
from newsroom.ui.inspector.form_group import FormGroup
from newsroom.ui.inspector.moment_field import MomentField
from newsroom.ui.inspector.photos.fields import line
from newsroom.ui.theme import Theme

RIGHTS = ("creator", "rights", "source", "permission", "embargo", "copyright", "keywords")


class PhotoRights(FormGroup):
    """Folded until it is wanted; says how much of it is filled."""

    def __init__(self, theme: Theme, title: str, profile: Profile, fields: BoundFields) -> None:
        super().__init__(theme, title, self._make_fields)
        self._profile = profile
        self._fields = fields
        self._photo = Photo("")
        self._notes = FieldNotes()
        self._judged: Judged = {}

    def follow(self, photo: Photo) -> None:
        """Show what follows from a photo's words."""
        other = photo.rights is not self._photo.rights
        self._photo = photo
        if other:  # what is asked of it is no longer said by the same note
            self.show_judged(self._judged)
        self.show_count(sum(bool(getattr(photo, name)) for name in RIGHTS))
        if self.is_made:
            is_asked = photo.rights is Rights.COURTESY and not photo.source.strip()
            asked = self.tr("Foto istimewa: tulis dari siapa foto ini diperoleh.")
            show_note(self._asked, asked if is_asked else "", wrong=True)

    def show_judged(self, found: Judged) -> None:
        """Say beside the fields what is wrong in them, and on the heading in how many."""
        self._judged = found
        # Whom a courtesy photo is from is asked for below the field already.
        is_asked = self._photo.rights is Rights.COURTESY
        said = {name: some for name, some in found.items() if name != "source" or not is_asked}
        self._notes.show(said, self._is_blank)
        self.show_faults(self._notes.faults(RIGHTS))

    # Within.

    def _is_blank(self, name: str) -> bool:
        return not getattr(self._photo, name)

    def _make_fields(self, rows: QVBoxLayout) -> None:
        creator = line(self.tr("Pemotret"), self.tr("Nama pemotret"))
        ground = RightsBox(self.tr("Hak muat foto"))
        source = line(self.tr("Sumber foto"), self.tr("Siapa yang memberi atau memilikinya"))
        permission = line(self.tr("Izin muat"), self.tr("mis. diizinkan lewat pesan, 3/11"))
        owner = line(self.tr("Hak cipta"), self.tr("mis. © 2026 Info Banten"))
        keywords = line(self.tr("Kata kunci foto"), self.tr("Pisahkan dengan koma"))
        until = self.tr("Baru boleh dimuat {0} pukul {1} {2}.")
        held = MomentField(self._theme, self._profile.zone, self.tr("embargo foto"), until)
        for one in held.findChildren(QLineEdit):
            one.setAcceptDrops(False)
        self._asked = QLabel()
        self._asked.setWordWrap(True)
        self._asked.hide()
        bound = self._fields
        bound.bind_line("creator", creator)
        bound.bind("rights", ground, ground.edited, ground.rights, ground.set_rights)
        bound.bind_line("source", source)
        bound.bind_line("permission", permission)
        bound.bind("embargo", held, held.edited, held.moment, held.set_moment)
        bound.bind_timed("embargo", held)
        bound.bind_line("copyright", owner)
        bound.bind_list("keywords", keywords)
        put = self._notes.labelled
        rows.addLayout(put("creator", self.tr("Pemotret"), creator))
        rows.addLayout(put("rights", self.tr("Hak muat"), ground))
        rows.addLayout(put("source", self.tr("Sumber foto"), source))
        rows.addWidget(self._asked)
        rows.addLayout(put("permission", self.tr("Izin"), permission))
        rows.addLayout(put("embargo", self.tr("Embargo foto"), held))
        rows.addLayout(put("copyright", self.tr("Hak cipta"), owner))
        rows.addLayout(put("keywords", self.tr("Kata kunci"), keywords))
        self._notes.show_again(self._is_blank)
        bound.show(self._photo)
        self.follow(self._photo)
