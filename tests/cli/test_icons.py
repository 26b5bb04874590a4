"""``layoutkit icons``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layoutkit.drawing.icon_words import icon_words
from tests.preview.browser import chromium
from tests.programs import needs

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.series import Series


def test_icons_are_searched_by_words_of_both_languages(series: Series) -> None:
    for words in (["lixeira"], ["garbage", "recycle"], ["LIXO"], ["trash-2"]):
        result = series.run("icons", *words)
        assert (result.status, result.err) == (0, "")
        assert "trash" in [line.split()[0] for line in result.out], words
    assert [line.split()[0] for line in series.run("icons", "seta", "direita").out] == ["arrow-right"]


def test_without_a_word_all_are_listed(series: Series) -> None:
    assert [line.split()[0] for line in series.run("icons").out] == [one.name for one in icon_words()]


def test_a_word_without_an_icon_is_wrong_usage(series: Series) -> None:
    result = series.run("icons", "lixera")
    assert (result.status, result.headlines) == (2, ["error[unknown-icon]: no icon is called 'lixera'"])
    assert "did you mean 'trash'?" in result.err


def test_the_page_is_a_plain_list_without_its_script(series: Series) -> None:
    result = series.run("icons", "gráfico", "--sheet", "icons.html")
    assert result.out == ["icons.html"]
    page = (series.folder / "icons.html").read_text(encoding="utf-8")
    names = re.findall(r"<code>(.*?)</code>", page)
    assert names
    assert set(names) == {line.split()[0] for line in series.run("icons", "gráfico").out}
    assert page.count("<svg") == len(names)
    assert "hidden>" in page.partition("<ul>")[0], "the field is shown by the script that makes it work"


@needs("chromium", "chromium")
def test_the_page_searches_as_one_types(series: Series, tmp_path: Path) -> None:
    series.run("icons", "--sheet", str(tmp_path / "icons.html"))
    with chromium() as tab:
        tab.open((tmp_path / "icons.html").as_uri())
        tab.wait("document.readyState === 'complete'")
        typed = "f.value = 'Lâmpada'; f.dispatchEvent(new Event('input'));"
        shown = "[...document.querySelectorAll('li:not([hidden]) code')].map(code => code.textContent).join()"
        found = tab.run(f"(() => {{ const f = document.querySelector('input'); {typed} return {shown} }})()")
        assert found == "lightbulb"
