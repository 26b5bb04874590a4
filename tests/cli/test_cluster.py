"""Fifty figures made from data, drawn by a cluster of Dask."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from layoutkit import render

if TYPE_CHECKING:
    from tests.cli.series import Series

MANY = """
import json
from pathlib import Path
from layoutkit import *

def declare(name, words):
    @figure(title=f"Cidade {name}", alt="Os habitantes.", name=name)
    def declared(t):
        return Column(*(Text(word) for word in words))

for name, words in json.loads((Path(__file__).parent / "cidades.json").read_text()).items():
    declare(name, words)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="processes are started by fork or spawn, as Dask does it")
def test_a_cluster_draws_fifty_figures(series: Series) -> None:
    distributed = pytest.importorskip("distributed")
    names = [f"{number:02}-cidade" for number in range(2, 52)]
    data = ", ".join(f'"{name}": ["{name[:2]}", "mil"]' for name in names)
    (series.folder / "figures/cidades.json").write_text(f"{{{data}}}")
    series.script("02-cidades", MANY)
    time.sleep(0.05)
    alone = render("figures", out="alone")
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=2, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        report = render("figures", out="cluster", executor=client.get_executor())
        assert (report.findings, alone.findings) == ((), ())
        assert [one.name for one in report.figures] == ["01-good", *names]
        for path in alone.files:
            assert (Path("cluster") / path.relative_to("alone")).read_bytes() == path.read_bytes()
        series.script("02-cidades", MANY.replace("Os habitantes", "Quantos são"))
        time.sleep(0.05)
        again = render("figures", out="cluster", executor=client.get_executor())
    assert [one.name for one in again.figures if not one.unchanged] == names
    assert all(one.unchanged for one in render("figures", out="cluster", only=["01"]).figures)
