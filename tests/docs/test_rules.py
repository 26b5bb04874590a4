"""docs/rules: each page is what `layoutkit explain` says, with what is printed and drawn about its examples."""

from __future__ import annotations

import re
from functools import cache

import pytest

from docs.rule_pages import CHECKS, FOLDER, ROOT, Shown, is_tokens, page_of, shown, with_table
from layoutkit import load_theme
from layoutkit.check.topics import TOPICS
from layoutkit.renderer import Renderer
from tests.docs.kept_pictures import assert_looks_as


@cache
def example(rule: str) -> Shown:
    return shown(TOPICS[rule], Renderer(load_theme(ROOT / "tokens.toml")))


def test_the_table_of_checks_has_every_rule() -> None:
    """``make docs`` writes it anew."""
    page = CHECKS.read_text(encoding="utf-8")
    assert with_table(page) == page
    assert sorted(path.stem for path in FOLDER.glob("*.md")) == sorted(TOPICS)


@pytest.mark.parametrize("rule", TOPICS)
def test_a_page_is_what_the_rule_says_now(rule: str) -> None:
    """``make docs`` writes it anew."""
    page = (FOLDER / f"{rule}.md").read_text(encoding="utf-8")
    assert page == page_of(TOPICS[rule], example(rule))
    assert is_tokens(TOPICS[rule].bad) or re.search(rf"^(error|warning)\[{rule}\]: ", page, re.MULTILINE)
    for kind, picture in (("bad", example(rule).bad), ("good", example(rule).good)):
        kept = FOLDER / f"{rule}-{kind}.png"
        assert kept.exists() == bool(picture)
        if picture:
            assert_looks_as(kept, picture)
