"""``layoutkit explain``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit.check.topics import TOPICS

if TYPE_CHECKING:
    from tests.cli.series import Series


@pytest.mark.parametrize("topic", ["overflow", "missing-glyph", "contract"])
def test_a_topic_is_told_with_both_examples(series: Series, topic: str) -> None:
    result = series.run("explain", topic)
    assert (result.status, result.err) == (0, "")
    told = TOPICS[topic]
    assert result.out[0] == f"{topic} ({told.severity.value}): {told.summary}"
    assert " ".join(" ".join(result.out).split()).count(told.why) == 1
    shown = "\n".join(line[4:] for line in result.out if line.startswith("    ") or not line)
    assert told.bad.strip() in shown
    assert told.good.strip() in shown
    assert max(map(len, result.out)) <= 120


def test_without_a_topic_all_are_listed(series: Series) -> None:
    assert [line.split()[0] for line in series.run("explain").out] == list(TOPICS)


def test_an_unknown_topic_is_wrong_usage(series: Series) -> None:
    result = series.run("explain", "overflw")
    assert (result.status, result.headlines) == (2, ["error[unknown-rule]: there is no explanation of 'overflw'"])
    assert "did you mean 'overflow'?" in result.err
