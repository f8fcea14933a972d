from newsroom.story.caption import credit_line, full_caption
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status, next_statuses


def test_the_lead_photo_is_the_marked_one_else_the_first():
    first, second = Photo("a.jpg"), Photo("b.jpg", lead=True)

    assert Story(photos=(first, second)).lead_photo == second
    assert Story(photos=(first,)).lead_photo == first
    assert Story().lead_photo is None


def test_a_story_is_empty_until_somebody_wrote_in_it():
    assert Story(body=" \n", section="Daerah").is_empty
    assert not Story(kicker="BANJIR").is_empty
    assert not Story(photos=(Photo("a.jpg"),)).is_empty


def test_every_new_story_is_another():
    assert Story().id != Story().id


def test_a_caption_names_its_credit_in_the_portals_way():
    assert full_caption(Photo("", "Warga antre.", " Dok.  Warga ")) == "Warga antre. (Dok. Warga)"
    assert full_caption(Photo("", "Warga antre.")) == "Warga antre."
    assert credit_line("(Foto: Rina)") == "(Foto: Rina)"


def test_every_status_has_a_name_and_a_known_way_on():
    for status in Status:
        assert status.label
        assert set(next_statuses(status)) <= set(Status)
    assert next_statuses(Status.WITHDRAWN) == ()
