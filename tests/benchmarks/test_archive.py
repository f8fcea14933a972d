"""An old archive: how long an item takes, how soon one that is there is passed over, and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.exchange.wxr_files import export, item, term

SIZES = (1_000, 4_000)
RUN = """
import json, resource, sys, time
from pathlib import Path
from newsroom.app import Newsroom

store = Newsroom(Path(sys.argv[1])).open_store()
spent = []
for _ in range(2):
    begin = time.process_time()
    Newsroom(Path(sys.argv[1])).import_archive([Path(sys.argv[2])], store)
    spent.append(time.process_time() - begin)
store.close()
unit = 1 if sys.platform == "darwin" else 1024
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
print(json.dumps([*spent, peak]))
"""


@pytest.mark.benchmark
def test_an_archive_comes_in(tmp_path: Path, report) -> None:
    text = "\n".join(
        f"<!-- wp:paragraph -->\n<p>Warga Kampung Rekaan memanen padi di sawah {number}.</p>\n"
        "<!-- /wp:paragraph -->\n"
        for number in range(12)
    )
    peaks = []
    for size in SIZES:
        path = tmp_path / f"{size}.xml"
        more = term("category", "daerah", "Daerah") + term("post_tag", "padi", "padi")
        path.write_bytes(
            export(item(n, f"Berita {n}", text, more=more) for n in range(1, size + 1))
        )
        told = subprocess.run(
            [sys.executable, "-c", RUN, str(tmp_path / f"home-{size}"), str(path)],
            stdout=subprocess.PIPE,
            check=True,
        )
        first, again, peak = json.loads(told.stdout)
        peaks.append(peak)
        report(
            f"archive of {size} posts: {first / size * 1000:.2f} ms of processor time a post, "
            f"known ones {again / first:.2f} of that, peak {peak / 1e6:.0f} MB"
        )
    report(f"memory for {SIZES[1]} posts against {SIZES[0]}: {peaks[1] / peaks[0]:.2f} times")
