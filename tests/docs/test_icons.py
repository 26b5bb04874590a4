"""The lists of icons in docs are those of the package, and docs/icons.md says what is true."""

from __future__ import annotations

import re
from pathlib import Path

from docs.icon_sheet import written
from layoutkit.drawing.icon_words import icon_words

DOCS = Path(__file__).parents[2] / "docs"


def test_the_lists_of_icons_are_up_to_date() -> None:
    for name, text in written().items():
        assert (DOCS / name).read_text(encoding="utf-8") == text, f"docs/{name}: run make docs"
    assert {path.name for path in (DOCS / "icons").iterdir()} == {
        name.removeprefix("icons/") for name in written() if name.startswith("icons/")
    }


def test_every_icon_is_listed_once_and_shown_once() -> None:
    names = [one.name for one in icon_words()]
    assert (
        re.findall(r"^\| `([a-z0-9-]+)` \|", (DOCS / "icon-names.md").read_text(encoding="utf-8"), re.MULTILINE)
        == names
    )
    pictures = [
        (DOCS / "icons" / f"{letter}.svg").read_text(encoding="utf-8") for letter in sorted({n[0] for n in names})
    ]
    assert sum(picture.count("<svg x=") for picture in pictures) == len(names)


def test_the_page_says_how_many_there_are() -> None:
    assert f"{len(icon_words()):,} icons" in (DOCS / "icons.md").read_text(encoding="utf-8")
