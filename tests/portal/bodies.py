"""Texts as reporters write them, with all that the editor of a portal must take whole."""

from __future__ import annotations

from newsroom.story.story import Photo

PHOTOS = (
    Photo(
        "panen.jpg",
        caption="Petani “Sri Rekaan” memanen padi & jagung, Jumat (17/5/2024).",
        credit="Rina Contoh",
        alt='Petani "tua" & sawah <luas>',
    ),
    Photo("pasar.jpg", caption="Pasar -- yang ]]> ramai.", credit="Dok. Humas Kabupaten Rekaan"),
    Photo("perahu.jpg", credit="Karta Andaian", alt="Perahu [gallery]"),
    Photo("hujan.jpg"),
    Photo("utama.jpg", caption="Foto utama.", lead=True),
)
"""Those that a body does not place follow it; the lead does not."""

BODIES = {
    "paragraphs": "Satu **tebal**, *miring*, ***keduanya***.\n\nDua  \nbaris.\n\nTiga\ndisambung.",
    "signs": (
        "Harga < 5 & naik > 3 -- lalu ]]> turun; a/b \\ c {x} `y` ~z~ 100% $5.\n\n"
        "“kutip” ‘kutip’ 'x' \"y\"\n\n"
        "🙂 👩‍🌾 Zoë Çelikoğlu 5°C ½ © …  &nbsp; &lt;b&gt; &#8212; -->"
    ),
    "headings": (
        "## Dua & “petik”\n\nIsi.\n\n### Tiga *miring*\n\nIsi.\n\n#### Empat\n\n"
        "# Satu\n\n###### Enam"
    ),
    "lists": (
        "Ini:\n- satu\n- **dua**\n    - anak\n    - [anak](https://a.example/?b=1&c=2)\n"
        "        1. cucu\n        2. cucu\n- tiga  \n  baris\n\n"
        "3. tiga\n4. empat\n\n1) satu\n2) dua"
    ),
    "quotes": (
        "> Kami pulang.\n\n> Kami “pulang” & tidur.\n>\n> Besok lagi.\n> — Wati Misal, *petani*\n\n"
        "> ## Isi\n>\n> - satu\n> - dua\n>\n> > di dalam\n>\n> | a | b |\n> |---|---|\n> | 1 | 2 |"
    ),
    "pull quotes": (
        ">> Laut adalah sawah kami & “ladang” kami.\n\nLalu.\n\n"
        ">> Satu **dua**.\n>>\n>> Tiga  \n>> empat.\n>> — Karta Andaian, nelayan\n\n"
        ">> - daftar\n>> - daftar"
    ),
    "tables": (
        "| Desa | Padi (ton) | Ket. |\n|:-----|-----------:|:----:|\n"
        "| Rekaan & Misal | 1.250 | **naik** |\n"
        "| Contoh \\| Andaian |  | [x](https://a.example) |\n\n"
        "<table><tr><th>a</th><td>b<br>c</td></tr><tfoot><tr><td>d</td></tr></tfoot></table>\n\n"
        "| a |\n|---|"
    ),
    "pictures": (
        "Satu.\n\n![](panen.jpg)\n\nDua ![teks lain](pasar.jpg) tiga.\n\n"
        "> Kutipan\n>\n> ![](hujan.jpg)\n\n- daftar ![](perahu.jpg)\n\nEmpat."
    ),
    "galleries": (
        "Satu.\n\n![](panen.jpg) ![](pasar.jpg)\n![](perahu.jpg)\n\nDua.\n\n"
        "![](hujan.jpg) ![](tidak-ada.jpg)\n\n![](panen.jpg)\n\n![](pasar.jpg)"
    ),
    "pictures at the end": "Satu.",
    "read also": (
        "Satu.\n\nBaca juga: [Judul “lain” & x](https://a.example/?p=1&q=2)\n\n"
        "**Baca Juga:** [*Lagi*](https://a.example/b)\n\n"
        "Dua. Baca juga: [Di dalam](https://a.example/c), katanya.\n\n"
        "Baca juga: https://a.example/d\n\nBaca juga tanpa tautan."
    ),
    "embeds": "\n\n".join(
        (
            "Satu.\nhttps://www.youtube.com/watch?v=a_b--c&t=1\nDua.",
            "https://www.youtube.com/shorts/a_b-c",
            "https://x.com/warga/status/12?s=20&t=x",
            "https://www.instagram.com/reel/Cabc_d/?igsh=a",
            "https://www.tiktok.com/@warga/video/12",
            "https://www.facebook.com/warga/posts/12",
            "https://www.facebook.com/permalink.php?story_fbid=1&id=2",
            "https://a.example/tak-dikenal?a=1&b=2#c",
            "> https://youtu.be/abc",
        )
    ),
    "separators and more": "Satu.\n\n---\n\nDua.\n\n<!--more-->\n\nTiga.\n***\nEmpat.",
    "footnotes": (
        "Satu.[^1] Dua.*) Tiga<sup>1</sup>.\n\n[^1]: catatan\n\n*) Catatan kaki.\n\n[Ralat]: x"
    ),
    "links": (
        "[surel](mailto:a@a.example) [telepon](tel:+6221) <https://a.example/x> "
        "[a \"b\" & c](https://a.example/b_(c)?x=1&y='2') https://a.example/_a_?b=c&d=e."
    ),
    "inline": (
        "<mark>a</mark> <b>b</b> <i>c</i> <s>d</s> <del>e</del> H<sub>2</sub>O m<sup>2</sup> "
        "<u>f</u> <small>g</small> <cite>h</cite> <kbd>i</kbd> <span style='x'>j</span>"
    ),
    "shortcodes": "[gallery] [caption]x[/caption] [embed]y[/embed] [Ralat] [video src=x]",
    "comments": "Awal <!-- wp:html --> akhir.\n\n<!-- /wp:paragraph -->\n\n&lt;!-- wp:x --&gt;",
    "active": (
        "<script>x()</script> <iframe src='https://a.example'></iframe> <svg><a/></svg> Sisa."
    ),
}
