"""A chart says what it shows to readers who do not see it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pikepdf
import pytest

from layoutkit import Column, Node, Theme, figure, load_theme
from layoutkit.chart import Axis, Chart, Mark, band, bars, columns, heatmap, line, note, points, rule
from layoutkit.languages import language_for
from layoutkit.nodes.described import Described, Said

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit import Figure

LOSSES = line([4.2, 2.8, 2.1, 2.3], label="training")


def said(*marks: Mark, language: str = "en", **keywords: object) -> Said:
    chart = Chart(*marks, **keywords)  # type: ignore[arg-type]
    assert isinstance(chart, Described)
    return chart.speech.said_in(language_for(language))


def drawn(*charts: Node, description: str = "") -> Figure:
    @figure(title="Losses", alt="Losses fall.", description=description, language="en")
    def made(_: Theme) -> Node:
        return Column(*charts)

    return made


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([LOSSES], "loss by epoch: training from 4.2 to 2.3, lowest 2.1 at 2."),
        ([line([1, None, 5, 3], label="a")], "loss by epoch: a from 1 to 3, highest 5 at 2."),
        ([columns({"a": 3, "b": 5})], "loss by epoch: a 3, b 5."),
        ([columns({"a": 0.25, "b": 0.5}, shown=".0%")], "loss by epoch: a 25%, b 50%."),
        ([columns({f"n{i}": i for i in range(20)}, label="x")], "loss by epoch: x: highest 19 at n19, lowest 0 at n0."),
        ([bars({"a": 3, "b": 5}, label="before")], "loss by epoch: before: a 3, b 5."),
        ([points([(1, 2), (3, 4)])], "loss by epoch: 2 points."),
        ([points([(1, 2), (3, 4)], names=["cat", "dog"])], "loss by epoch: cat, dog."),
        ([LOSSES, points([(2, 2.1)])], "loss by epoch: training from 4.2 to 2.3, lowest 2.1 at 2."),
        (
            [LOSSES, rule(x=2, label="best"), band(y=(0, 1), label="good"), note(1, 3, "here it turns")],
            "loss by epoch: training from 4.2 to 2.3, lowest 2.1 at 2; best (2); good (0–1); here it turns.",
        ),
    ],
)
def test_a_sentence_tells_what_is_measured_and_each_mark(marks: list[Mark], expected: str) -> None:
    assert said(*marks, x="epoch", y="loss").alt == expected


def test_a_heat_map_tells_its_highest_and_lowest_cell() -> None:
    mark = heatmap([[50, 2], [None, 45]], x=["yes", "no"], y=["was yes", "was no"])
    told = said(mark)
    assert told.alt == "highest 50 at was yes × yes, lowest 2 at was yes × no."
    assert told.description.splitlines() == ["; yes; no", "was yes; 50; 2", "was no; –; 45"]


def test_the_language_of_the_figure_is_spoken() -> None:
    told = said(LOSSES, x="época", y="loss", language="pt-BR")
    assert told.alt == "loss por época: training de 4,2 a 2,3, mínimo 2,1 em 2."
    assert told.description.splitlines()[:2] == ["época; training", "0; 4,2"]
    assert "por época" in said(LOSSES, x="época", y="loss", language="es").alt


def test_the_data_is_a_table_with_a_column_for_each_series() -> None:
    told = said(line([(1, 5), (2, 4)], label="a"), line([(2, 3), (3, 2)], label="b"), x="step")
    assert told.description.splitlines() == ["step; a; b", "1; 5; –", "2; 4; 3", "3; –; 2"]


def test_percentages_are_told_in_full() -> None:
    told = said(line([0.125, 0.5]), y=Axis("share", format=".0%"))
    assert told.alt == "share: from 12.5% to 50%."


def test_long_tables_are_thinned_and_say_so() -> None:
    lines = said(line([*range(1000)], label="a"), x="step").description.splitlines()
    assert len(lines) < 65
    assert lines[-1] == "1000 rows, of which one in 17 is listed"


def test_the_author_says_it_better() -> None:
    assert said(LOSSES, alt="Training goes well.", description="") == Said("Training goes well.", "")


def test_an_svg_file_has_title_and_data_of_each_chart() -> None:
    svg = drawn(Chart(LOSSES, x="epoch", y="loss")).render(load_theme(), "svg").decode()
    found = re.search(r'<g class="chart" role="img">\s*<title>(.*?)</title>\s*<desc>(.*?)</desc>', svg, re.DOTALL)
    assert found is not None
    assert found[1] == "loss by epoch: training from 4.2 to 2.3, lowest 2.1 at 2."
    assert found[2].splitlines() == ["epoch; training", "0; 4.2", "1; 2.8", "2; 2.1", "3; 2.3"]


@pytest.mark.parametrize(("description", "told"), [("", "lowest 2.1 at 2"), ("As everybody expects.", "everybody")])
def test_charts_describe_a_figure_whose_author_does_not(description: str, told: str) -> None:
    svg = drawn(Chart(LOSSES), description=description).render(load_theme(), "svg").decode()
    words = re.search(r"<desc id=\"[^\"]*\">(.*?)</desc>", svg, re.DOTALL)
    assert words is not None
    assert words[1].startswith("Losses fall.\n")
    assert told in words[1]


def test_a_pdf_file_has_the_words_instead_of_the_texts_in_a_chart(tmp_path: Path) -> None:
    path = drawn(Chart(LOSSES, y="loss"), Chart(columns({"a": 1}), alt="", description="")).save(
        tmp_path / "losses.pdf", load_theme()
    )
    with pikepdf.open(path) as file:
        document = file.Root.StructTreeRoot.K[0]
        parts = [(str(part.S), str(part.get("/Alt", ""))) for part in document.K]
    assert parts[0] == ("/Figure", "Losses fall.")
    assert parts[1][0] == "/Figure"
    assert parts[1][1].startswith("loss: training from 4.2 to 2.3, lowest 2.1 at 2.\n")
    assert {kind for kind, _ in parts[2:]} == {"/P"}, "a chart that says nothing is read text by text"
