"""A story's photos with something changed about their order, their leader or their captions."""

from __future__ import annotations

from dataclasses import replace

from newsroom.story.story import Photo

Photos = tuple[Photo, ...]


def with_one_lead(photos: Photos) -> Photos:
    """Return the photos with the first of several leading ones as the only one.

    >>> photos = (Photo("a.jpg"), Photo("b.jpg", lead=True), Photo("c.jpg", lead=True))
    >>> [photo.lead for photo in with_one_lead(photos)]
    [False, True, False]
    """
    return led_by(photos, next((index for index, photo in enumerate(photos) if photo.lead), -1))


def led_by(photos: Photos, lead: int) -> Photos:
    """Return the photos with this one as the only leading one.

    >>> [photo.lead for photo in led_by((Photo("a.jpg", lead=True), Photo("b.jpg")), 1)]
    [False, True]
    """
    return tuple(
        photo if photo.lead == (index == lead) else replace(photo, lead=index == lead)
        for index, photo in enumerate(photos)
    )


def moved(photos: Photos, index: int, step: int) -> Photos:
    """Return the photos with one of them farther down, or up.

    >>> [photo.file for photo in moved((Photo("a.jpg"), Photo("b.jpg"), Photo("c.jpg")), 0, 2)]
    ['b.jpg', 'c.jpg', 'a.jpg']
    """
    left = [*photos]
    left.insert(index + step, left.pop(index))
    return tuple(left)


def brought_back(photos: Photos, index: int, photo: Photo) -> Photos:
    """Return the photos with one more; it does not lead beside another.

    >>> photos = (Photo("a.jpg", lead=True),)
    >>> [(p.file, p.lead) for p in brought_back(photos, 0, Photo("b.jpg", lead=True))]
    [('b.jpg', False), ('a.jpg', True)]
    """
    leads = photo.lead and not any(other.lead for other in photos)
    return (*photos[:index], replace(photo, lead=leads), *photos[index:])


def unshared(photo: Photo, was: Photo, became: Photo) -> Photo:
    """Return a photo with the words it had, where they are still those that it was given.

    >>> was, became = Photo("a.jpg", "Lain.", "Budi"), Photo("a.jpg", "Warga panen.", "Rina")
    >>> photo = unshared(replace(became, credit="Ani"), was, became)
    >>> photo.caption, photo.credit
    ('Lain.', 'Ani')
    """
    words = {
        name: getattr(was, name)
        for name in ("caption", "credit")
        if getattr(photo, name) == getattr(became, name)
    }
    return replace(photo, **words)


def all_captioned(photos: Photos, index: int) -> Photos:
    """Return the photos, those without a caption with that of one of them.

    >>> photos = (Photo("a.jpg", "Warga panen."), Photo("b.jpg"), Photo("c.jpg", "Lain."))
    >>> [photo.caption for photo in all_captioned(photos, 0)]
    ['Warga panen.', 'Warga panen.', 'Lain.']
    """
    caption = photos[index].caption
    return tuple(
        photo if photo.caption.strip() else replace(photo, caption=caption) for photo in photos
    )
