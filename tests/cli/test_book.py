"""``render --book``: all figures as one PDF."""

from __future__ import annotations

import pytest

from tests.cli.series import Series  # noqa: TC001 - a fixture's type
from tests.output.documents import opened


@pytest.fixture
def two(series: Series) -> Series:
    """A series of two figures whose paper is a PDF."""
    series.tokens(('format = "png"\nwidth', 'format = "pdf"\nwidth'), ("dpi = 50.8", ""))
    series.script("02-more", series.figure('Text("um texto")', 'title="Mais", alt="A"'))
    return series


def test_a_book_holds_every_figure(two: Series) -> None:
    result = two.render("--book", "Tudo")
    assert (result.status, result.err) == (0, "")
    assert result.files == [
        "paper/01-good.pdf", "paper/02-more.pdf", "paper/book.pdf", "web/01-good.png", "web/02-more.png",
    ]  # fmt: skip
    assert result.out[-1].startswith("out/paper/book.pdf  ")
    file = opened((two.folder / "out/paper/book.pdf").read_bytes())
    assert str(file.docinfo.Title) == "Tudo"
    with file.open_outline() as outline:
        assert [str(item.title) for item in outline.root][1] == "Mais"
    assert len(file.pages) == 2


def test_without_being_asked_for_there_is_no_book(two: Series) -> None:
    assert "paper/book.pdf" not in two.render().files


def test_a_book_that_would_lack_a_figure_is_not_written(two: Series) -> None:
    two.script("03-bad", two.figure('Text("um texto", wrap="nowrap", width=10)'))
    result = two.render("--book", "Tudo")
    assert result.status == 1
    assert "error[no-book]: the book is not written: some figures have errors" in result.headlines
    assert "paper/01-good.pdf" in result.files
    assert "paper/book.pdf" not in result.files


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--book", "Tudo", "--target", "web"], "error[no-book]: a book is a PDF, and no output is one"),
        (["--book", " "], "error[no-book]: the book has no title"),
    ],
)
def test_a_book_that_cannot_be_is_wrong_usage(two: Series, arguments: list[str], message: str) -> None:
    result = two.render(*arguments)
    assert (result.status, result.headlines, result.files) == (2, [message], [])
