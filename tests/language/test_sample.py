"""What the checker finds in the built-in sample, whose faults are planted (see its README)."""

from __future__ import annotations

from newsroom.app import Newsroom
from newsroom.language.finding import Severity


def test_finds_the_planted_faults_and_marks_nothing_else(tmp_path):
    newsroom = Newsroom(tmp_path)
    found = newsroom.make_checker().story(newsroom.sample())

    sure = {(f.rule, f.text) for f in found if f.severity is not Severity.HINT}
    assert sure == {
        ("story.caption_action", "Kepala Dinas Perpustakaan Tirta Rekaan"),
        ("nonstandard.melting", "mensukseskan"),
        ("nonstandard", "komprehensip"),
        ("fact.list", "Kecamatan Panimbang"),
        ("fact.acronym_letters", "lembaga perbukuan dan kearsipan daerah (DPKD)"),
        ("capital.regulation", "peraturan Kepala Dinas Nomor 4 tahun"),
    }
