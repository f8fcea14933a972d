import pytest

from newsroom.exchange.addresses import clean_address, clean_addresses


@pytest.mark.parametrize(
    ("address", "clean"),
    [
        ("https://contoh.id/a?utm_source=wa&utm_medium=x", "https://contoh.id/a"),
        ("https://contoh.id/a?id=7&fbclid=x&b=%20c", "https://contoh.id/a?id=7&b=%20c"),
        ("https://contoh.id/a?gclid=1#bagian", "https://contoh.id/a#bagian"),
        ("https://contoh.id/a?mc_cid=1&mc_eid=2&igshid=3", "https://contoh.id/a"),
        ("https://contoh.id/a?UTM_Source=x&q", "https://contoh.id/a?q"),
        ("https://contoh.id/a#:~:text=warga", "https://contoh.id/a"),
        ("https://contoh.id/a#bagian:~:text=warga", "https://contoh.id/a#bagian"),
        ("https://contoh.id/a#?utm_source=x", "https://contoh.id/a#?utm_source=x"),
        ("https://youtu.be/abc?si=xyz&t=10", "https://youtu.be/abc?t=10"),
        ("https://x.com/a/status/1?s=20&t=abc", "https://x.com/a/status/1"),
        ("https://contoh.id/a?s=20&t=abc", "https://contoh.id/a?s=20&t=abc"),
        ("https://www.google.co.id/url?sa=t&url=https%3A%2F%2Fcontoh.id%2F", "https://contoh.id/"),
        ("https://www.google.com/amp/s/contoh.id/a", "https://contoh.id/a"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fa.id%2F%3Ffbclid%3D1&h=x", "https://a.id/"),
        (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.id%2Fb&data=05",
            "https://a.id/b",
        ),
        ("https://urldefense.com/v3/__https://a.id/b__;!!x", "https://a.id/b"),
        (
            "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%3A%2F%2Fa.id",
            "https://a.id",
        ),
        ("https://l.facebook.com/l.php?u=javascript:x", "https://l.facebook.com/l.php?u=javascript:x"),
        ("https://www.google.com/search?q=https://a.id", "https://www.google.com/search?q=https://a.id"),
        ("www.contoh.id", "https://www.contoh.id"),
        ("tel:+6281", "tel:+6281"),
        ("HTTPS://contoh.id/a b", "HTTPS://contoh.id/ab"),
        ("vbscript:x", ""),
        ("contoh", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_addresses(address, clean):
    assert clean_address(address) == clean


def test_in_a_text_only_what_follows_readers_is_taken_out():
    text = "Lihat https://a.id/?utm_source=x. (https://b.id/?id=1&fbclid=2) https://c.id/d|e, ya?"
    assert (
        clean_addresses(text) == "Lihat https://a.id/. (https://b.id/?id=1) https://c.id/d|e, ya?"
    )
