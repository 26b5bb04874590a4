"""Names of charts and shapes are imported from modules of their own, and a wrong import says from which."""

from __future__ import annotations

import pytest

import layoutkit
from layoutkit import chart, shapes


def test_every_class_of_charts_and_shapes_is_named() -> None:
    homes = {"layoutkit.chart": chart, "layoutkit.shapes": shapes}
    wanted = {name: home for home, module in homes.items() for name in module.__all__ if name[0].isupper()}
    assert wanted == {**layoutkit._ELSEWHERE, "Mark": "layoutkit.chart"}


def test_a_wrong_import_says_where_the_name_is() -> None:
    with pytest.raises(ImportError, match=r"there is no Chart in layoutkit; write: from layoutkit\.chart import Chart"):
        exec("from layoutkit import Chart")  # noqa: S102 - the import is what is tried
    with pytest.raises(ImportError, match=r"write: from layoutkit\.shapes import Line"):
        _ = layoutkit.Line  # type: ignore[attr-defined]
