"""PDF objects: what is written is what a reader of another make reads."""

from __future__ import annotations

from dataclasses import replace

import pikepdf
import pytest

from layoutkit.output.pdf import Sheet, pdf
from layoutkit.output.pdf_objects import Name, serialised
from layoutkit.paint.display import DisplayList
from tests.output.documents import ABOUT, opened

TEXTS = (
    "C:\\figures\\new",
    "ends with \\",
    "\\(",
    "\\\\",
    "\\n is no line feed",
    "\\101 is no A",
    "(", ")", ")(", "(()", "f(x) = (a + b)", "maçã \\ (1)", "", " ", "<b>", "%", "a\nb",
)  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_text_strings_are_read_back_whatever_they_hold(text: str) -> None:
    assert str(pikepdf.Object.parse(serialised(text))) == text


@pytest.mark.parametrize("text", [text for text in TEXTS if text.strip()])
def test_titles_and_descriptions_are_read_back_whatever_they_hold(text: str) -> None:
    about = replace(ABOUT, title=text, alt=text)
    file = opened(pdf(Sheet(DisplayList(10, 10, ()), about, 10)))
    assert str(file.docinfo["/Title"]) == text


@pytest.mark.parametrize("name", ["a", "a b", "a/b", "a#b", "(a)", "é", "a\\b", "<a>"])
def test_names_are_read_back_whatever_they_hold(name: str) -> None:
    (key,) = pikepdf.Object.parse(serialised({name: Name(name)})).as_dict()
    assert key == f"/{name}"
    assert str(pikepdf.Object.parse(serialised(Name(name)))) == f"/{name}"
