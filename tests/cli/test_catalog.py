"""``layoutkit catalog``: the page that presents the figures of a folder."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from layoutkit.cli import main

if TYPE_CHECKING:
    from tests.cli.series import Series

ROOT = Path(__file__).parents[2]
TOLD = (
    'title="Uma etapa", alt="Um cartão. 1 * 2 _a_ [b]", description="Tudo\\n  por extenso.", '
    'section="Etapas", goal="Saber contar.", shows=["um cartão", "1. um texto"]'
)


def page(series: Series) -> str:
    return (series.folder / "figures/README.md").read_text(encoding="utf-8")


def with_picture(series: Series) -> None:
    (series.folder / "out/web").mkdir(parents=True)
    (series.folder / "out/web/01-good.png").touch()


def test_the_catalog_of_the_series_is_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "figures").mkdir()
    for file in [*(ROOT / "figures").glob("*.py"), ROOT / "figures/_catalog.pt-BR.md"]:
        shutil.copy(file, tmp_path / "figures")
    shutil.copy(ROOT / "tokens.toml", tmp_path)  # it says the language
    monkeypatch.chdir(tmp_path)
    assert main(["catalog", "figures"]) == 0
    written, kept = ((folder / "figures/README.md").read_text(encoding="utf-8") for folder in (tmp_path, ROOT))
    assert written == kept, "figures/README.md is out of date; `make catalog` writes it anew"


def test_a_figure_is_presented_by_its_own_words(series: Series) -> None:
    series.script("01-good", series.figure('Text("Good")', TOLD))
    with_picture(series)
    result = series.run("catalog", "figures")
    assert (result.status, result.err, result.out) == (0, "", ["figures/README.md"])
    assert page(series) == (
        "<!-- Escrito por layoutkit catalog; mude os scripts, não este arquivo. -->\n\n"
        "# Figuras\n\n"
        "| Figura | | Seção do diário |\n|---|---|---|\n| [01](#01-good) | Uma etapa | Etapas |\n\n"
        '<a id="01-good"></a>\n\n'
        "## 01 · Uma etapa\n\n"
        "![Um cartão. 1 \\* 2 \\_a\\_ \\[b\\]](../out/web/01-good.png)\n\n"
        "- **Arquivo:** [`01-good.py`](01-good.py)\n"
        "- **Seção do diário:** Etapas\n"
        "- **Objetivo didático:** Saber contar.\n\n"
        "**O que demonstra:**\n\n- um cartão\n- 1\\. um texto\n\n"
        "**Texto alternativo:** Um cartão. 1 \\* 2 \\_a\\_ \\[b\\]\n\n"
        "**Descrição longa:** Tudo por extenso.\n"
    )


def test_headings_in_another_language(series: Series) -> None:
    assert series.run("catalog", "figures", "--lang", "en").status == 0
    assert "# Figures\n" in page(series)
    assert "**Alternative text:** A" in page(series)
    assert series.run("catalog", "figures", "--lang", "pt-PT").status == 0
    assert "# Figuras\n" in page(series)
    assert series.run("catalog", "figures", "--lang", "es").status == 0
    assert "**Lo que muestra" not in page(series)
    assert "- **Archivo:**" in page(series)
    assert "cambie los scripts" in page(series)


@pytest.mark.parametrize("language", ["vo", "tr", "português", ""])
def test_headings_in_a_language_that_has_none(series: Series, language: str) -> None:
    result = series.run("catalog", "figures", "--lang", language)
    message = f"error[unknown-language]: the catalog has no headings in the language {language!r}"
    assert (result.status, result.headlines) == (2, [message])
    assert "hint: use one of en, es, es-MX, pt\n" in result.err
    assert not (series.folder / "figures/README.md").exists()


def test_a_figure_in_a_language_without_headings_gets_english_ones(series: Series) -> None:
    series.script("01-good", series.figure('Text("Bien")', 'title="T", alt="A", language="fr"'))
    assert series.run("catalog", "figures").status == 0
    assert "# Figures\n" in page(series)


def test_the_language_is_that_of_the_figures(series: Series) -> None:
    series.script("01-good", series.figure('Text("Good")', 'title="T", alt="A", language="en"'))
    series.run("catalog", "figures")
    assert "# Figures\n" in page(series)


def test_the_introduction_stands_around_the_figures(series: Series) -> None:
    introduction = series.folder / "figures/_catalog.pt-BR.md"
    introduction.write_text("# A série\n\n<!-- figures -->\n\n## Regras\n", encoding="utf-8")
    series.run("catalog", "figures")
    text = page(series)
    assert text.index("# A série") < text.index("## 01 · T") < text.index("## Regras")
    assert "# Figuras" not in text
    introduction.write_text("# A série\n", encoding="utf-8")
    series.run("catalog", "figures")
    assert page(series).index("# A série") < page(series).index("## 01 · T")
    introduction.write_bytes(b"\xff")
    assert series.run("catalog", "figures").headlines == [
        "error[script]: figures/_catalog.pt-BR.md is not UTF-8 at byte 0"
    ]


def test_links_are_seen_from_the_page(series: Series) -> None:
    series.run("catalog", "figures", "--out", "docs/a/page.md", "--pictures", "my pictures")
    text = (series.folder / "docs/a/page.md").read_text(encoding="utf-8")
    assert "](../../my%20pictures/01-good.png)" in text
    assert "](../../figures/01-good.py)" in text


def test_what_a_figure_does_not_say_is_told(series: Series) -> None:
    result = series.run("catalog", "figures")
    assert result.status == 0
    assert result.headlines == [
        "warning[no-catalog]: the catalog lacks section, goal, shows of 01-good",
        "warning[no-catalog]: there is no picture out/web/01-good.png",
    ]
    assert result.places == ["figures/01-good.py:3:2"]
    assert "Objetivo" not in page(series)


def test_a_script_that_fails_leaves_the_page_as_it_was(series: Series) -> None:
    series.run("catalog", "figures")
    before = page(series)
    series.script("02-bad", "1 / 0\n")
    result = series.run("catalog", "figures")
    assert result.status == 1
    assert result.headlines == [
        "error[script]: 02-bad.py raised ZeroDivisionError: division by zero",
        "error[no-catalog]: the catalog is not written: some figures have errors",
    ]
    assert page(series) == before


@pytest.mark.parametrize(
    ("path", "status", "headline"),
    [
        ("figures/01-good.py", 2, "error[no-scripts]: figures/01-good.py is a file"),
        ("figure", 1, "error[no-scripts]: cannot find a folder or script named figure"),
    ],
)
def test_a_catalog_is_of_a_folder(series: Series, path: str, status: int, headline: str) -> None:
    result = series.run("catalog", path)
    assert (result.status, result.headlines) == (status, [headline])
