"""Which data of a photo go with a picture that is replaced."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from newsroom.photos.metadata.replaced import with_other_picture
from newsroom.story.photo_edits import Box, PhotoEdits
from newsroom.story.rights import Rights
from newsroom.story.story import Photo

OLD = Photo(
    "", "Warga panen.", "Rina", taken=date(2024, 5, 14), place="Labuan", creator="Rina",
    copyright="© 2024 Rina", keywords=("panen",),
)  # fmt: skip
NEW = Photo("b.jpg", "Warga antre.", "Budi", creator="Budi", alt="Antrean", digest="b")
PHOTO = replace(OLD, file="a.jpg", digest="a", lead=True, rights=Rights.OWN)


def test_what_came_from_the_file_of_before_goes_with_it():
    got = with_other_picture(PHOTO, NEW, OLD)
    assert got.photo == replace(NEW, lead=True, rights=Rights.OWN)
    assert got.filled == ("caption", "credit", "alt", "creator")
    assert got.emptied == ("taken", "place", "copyright", "keywords")
    assert got.kept == ()


def test_what_a_person_wrote_stays():
    mine = replace(PHOTO, caption="Ditulis sendiri.", place="", taken=date(2024, 5, 15))
    got = with_other_picture(mine, NEW, OLD)
    assert (got.photo.caption, got.photo.taken) == ("Ditulis sendiri.", date(2024, 5, 15))
    assert (got.photo.credit, got.photo.copyright) == ("Budi", "")
    assert got.kept == ("caption", "taken")


def test_without_the_file_of_before_all_that_is_there_stays():
    got = with_other_picture(PHOTO, NEW, Photo(""))
    assert got.photo == replace(PHOTO, file="b.jpg", digest="b", alt="Antrean")


def test_edits_stay_with_the_picture_they_were_made_for():
    cut = replace(PHOTO, edits=PhotoEdits(crop=Box(0, 0, 0.5, 0.5)))
    assert with_other_picture(cut, NEW, OLD).photo.edits == PhotoEdits()
