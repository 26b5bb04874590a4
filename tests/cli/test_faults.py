"""Whatever an author does wrong: a message with file and line, status 1, and all other figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.series import Result, Series

GOOD = ["paper/01-good.png", "web/01-good.png"]


def assert_refused(result: Result, headline: str, place: str | None, files: list[str] | None = None) -> None:
    """Check the message, and that the good figure is there all the same."""
    assert result.headlines == [headline]
    assert result.places == ([] if place is None else [place])
    assert result.status == 1
    assert result.files == (GOOD if files is None else files)
    assert len(result.out) == len(result.files)
    assert "Traceback" not in result.err


# -- tokens: nothing can be rendered ------------------------------------------------------------


def test_missing_tokens(series: Series) -> None:
    result = series.render("--tokens", "other.toml")
    assert_refused(result, "error[tokens-file]: there is no token file other.toml", None, [])
    assert "hint: name another one with --tokens FILE, or begin a series: layoutkit new DIR" in result.err


def test_a_syntax_error_in_the_tokens(series: Series) -> None:
    series.tokens(("[space]", "[space]\nxs = 1 2"))
    result = series.render()
    assert result.headlines[0].startswith("error[toml-syntax]: not valid TOML: ")
    assert_refused(result, result.headlines[0], series.place("xs = 1 2", 8), [])
    assert "xs = 1 2" in result.err


def test_all_faults_of_the_tokens_at_once(series: Series) -> None:
    series.tokens(("s = 4", "s = true"), ("head = 6", "head = -6"), ("radius = 4", 'radius = "{space.q}"'))
    result = series.render()
    assert (result.status, len(result.headlines), len(result.places), result.files) == (1, 3, 3, [])


def test_a_missing_font_file(series: Series) -> None:
    series.tokens(("roboto-700.ttf", "robot-700.ttf"))
    result = series.render()
    assert result.headlines[0].startswith("error[font-file]: there is no font file ")
    assert result.places == [series.place("700 = ", 7)]
    assert (result.status, result.files) == (1, [])


@pytest.mark.parametrize("name", ["x" * 5000, "a\\u0000b", "."])
def test_a_font_file_of_a_name_that_no_file_has(series: Series, name: str) -> None:
    fonts = series.tokens().read_text().split('700 = "')[1].split('"')[0]
    series.tokens((f'700 = "{fonts}"', f'700 = "{name}"'))
    result = series.render()
    assert result.headlines[0].startswith("error[font-file]: there is no font file ")
    assert (result.status, result.files) == (1, [])


@pytest.mark.parametrize("name", ["x" * 5000, "a\\u0000b", "no-such-folder"])
def test_a_folder_of_icons_of_a_name_that_no_folder_has(series: Series, name: str) -> None:
    series.tokens(("[page]\n", f'[icon]\nfolder = "{name}"\nsize = 16\nstroke_width = 1\n\n[page]\n'))
    series.script("02-icon", series.figure('Icon("no-such-icon")'))
    result = series.render()
    assert result.headlines[0].startswith("error[unknown-icon]: there is no icon 'no-such-icon'")


# -- fonts: figures that do not need them are rendered ------------------------------------------


@pytest.mark.parametrize("data", [b"", b"not a font at all", b"wOFF" + bytes(100), b"\0\1\0\0" + bytes(500)])
def test_a_broken_font_file(series: Series, data: bytes) -> None:
    (series.folder / "broken.ttf").write_bytes(data)
    fonts = series.tokens().read_text().split('700 = "')[1].split('"')[0]
    series.tokens((fonts, "broken.ttf"))
    series.script("02-bold", series.figure('Text("Bold", role="loud")'))
    result = series.render()
    assert result.headlines[0].startswith("error[font-file]: ")
    assert "broken.ttf" in result.headlines[0]
    assert_refused(result, result.headlines[0], series.place("700 = ", 7))


def test_a_truncated_font_file(series: Series) -> None:
    fonts = series.tokens().read_text().split('700 = "')[1].split('"')[0]
    whole = series.folder.joinpath(fonts).read_bytes()
    series.tokens((fonts, "broken.ttf"))
    series.script("02-bold", series.figure('Text("Bold", role="loud")'))
    for length in (4, 12, 100, 1000, len(whole) // 2):
        (series.folder / "broken.ttf").write_bytes(whole[:length])
        result = series.render()
        assert "Traceback" not in result.err
        assert "internal" not in result.err
        if result.status:  # HarfBuzz can do without some tables
            assert_refused(result, result.headlines[0], series.place("700 = ", 7))


# -- scripts: the other figures are rendered ----------------------------------------------------


def test_an_unknown_token(series: Series) -> None:
    series.script("02-bad", series.figure('Text("a"), gap=t.space.mm'))
    result = series.render()
    assert_refused(result, "error[unknown-token]: there is no token space.mm", "figures/02-bad.py:5:34")
    assert 'return Column(Text("a"), gap=t.space.mm)' in result.err
    assert "did you mean 'm'?" in result.err


def test_an_unknown_token_in_a_reference(series: Series) -> None:
    series.script("02-bad", series.figure('Text("a", color="{color.inc}")'))
    message = "error[unknown-token]: color refers to 'color.inc', which does not exist"
    assert_refused(series.render(), message, "figures/02-bad.py:5:19")


def test_an_unknown_keyword(series: Series) -> None:
    series.script("02-bad", series.figure("Row(widht=3)"))
    message = "error[unknown-keyword]: Row has no keyword 'widht'"
    assert_refused(series.render(), message, "figures/02-bad.py:5:19")


def test_an_unknown_keyword_of_what_is_no_node(series: Series) -> None:
    series.script("02-bad", series.figure('Text(Span("a", colour="red"))'))
    result = series.render()
    message = "error[script]: 02-bad.py raised TypeError: Span.__init__() got an unexpected keyword argument 'colour'"
    assert_refused(result, message, "figures/02-bad.py:5:24")
    assert "hint: did you mean 'color'?" in result.err


def test_a_script_that_raises(series: Series) -> None:
    series.script("02-bad", "import math\n\nmath.sqrt(-1)\n")
    message = "error[script]: 02-bad.py raised ValueError: math domain error"
    assert_refused(series.render(), message, "figures/02-bad.py:3:1")


def test_a_figure_that_raises(series: Series) -> None:
    series.script("02-bad", series.figure("helper()", before="def helper(): return 1 / 0"))
    result = series.render()
    message = "error[script]: 02-bad.py raised ZeroDivisionError: division by zero"
    assert_refused(result, message, "figures/02-bad.py:2:22")
    assert "called from figures/02-bad.py:5:19" in result.err


def test_a_syntax_error(series: Series) -> None:
    series.script("02-bad", "x = 1\ny = (2\n")
    message = "error[script]: 02-bad.py is not valid Python: '(' was never closed"
    assert_refused(series.render(), message, "figures/02-bad.py:2:5")


@pytest.mark.parametrize("data", [b"x = '\xff'\n", b"x = 1\0\n"])
def test_bytes_that_are_no_python(series: Series, data: bytes) -> None:
    series.script("02-bad", "").write_bytes(data)
    result = series.render()
    assert result.headlines[0].startswith("error[script]: 02-bad.py is not valid Python: ")
    assert (result.status, result.files) == (1, GOOD)


@pytest.mark.parametrize("code", ["raise SystemExit(3)", "import sys; sys.exit()", "raise SystemExit('bye')"])
def test_a_script_that_exits(series: Series, code: str) -> None:
    series.script("02-bad", f"{code}\n")
    result = series.render()
    assert result.headlines[0].startswith("error[script]: 02-bad.py raised SystemExit")
    assert_refused(result, result.headlines[0], result.places[0])
    assert result.places[0].startswith("figures/02-bad.py:1:")


def test_a_figure_that_exits(series: Series) -> None:
    series.script("00-bad", series.figure("helper()", before="def helper(): raise SystemExit(3)"))
    assert_refused(series.render(), "error[script]: 00-bad.py raised SystemExit: 3", "figures/00-bad.py:2:15")


def test_a_script_without_a_figure(series: Series) -> None:
    series.script("02-bad", "x = 1\n")
    assert_refused(series.render(), "error[no-figure]: 02-bad.py declares no figure", "figures/02-bad.py:1")


def test_a_figure_that_returns_no_node(series: Series) -> None:
    series.script("02-bad", series.figure("").replace("Column()", "[]"))
    assert_refused(
        series.render(), "error[no-figure]: the figure 02-bad returned [], which is not a node", "figures/02-bad.py:3:2"
    )


def test_an_empty_folder(series: Series) -> None:
    (series.folder / "empty").mkdir()
    assert_refused(series.render(path="empty"), "error[no-scripts]: no figure scripts in empty", None, [])


def test_a_folder_that_does_not_exist(series: Series) -> None:
    assert_refused(series.render(path="none"), "error[no-scripts]: cannot find a folder or script named none", None, [])


def test_helpers_are_no_scripts(series: Series) -> None:
    series.script("_helper", "raise ValueError\n")
    series.script(".hidden", "raise ValueError\n")
    assert series.render().status == 0


@pytest.mark.parametrize("name", ["bad", "2-bad", "bad-02"])
def test_a_name_that_breaks_the_pattern_of_the_series(series: Series, name: str) -> None:
    series.script(name, series.figure(""))
    message = f'error[file-name]: the name {name!r} breaks the pattern of this series, "{{number:2}}-{{slug}}"'
    assert_refused(series.render(), message, f"figures/{name}.py:3:2")


@pytest.mark.parametrize("name", ["02_bad", "02-Bad", "02-bad-", "02-não"])
def test_a_name_that_is_not_made_of_words(series: Series, name: str) -> None:
    series.script(name, series.figure(""))
    message = f"error[file-name]: the name {name!r} is not made of words in a-z and 0-9, joined by hyphens"
    assert_refused(series.render(), message, f"figures/{name}.py:3:2")


def test_two_figures_of_one_name(series: Series) -> None:
    series.script("02-twin", series.figure("", 'title="T", alt="A", name="01-good"'))
    message = "error[duplicate-name]: two figures are named '01-good'; the other one is in 01-good.py"
    assert_refused(series.render(), message, "figures/02-twin.py:3:2")


def test_two_figures_in_one_script_need_two_names(series: Series) -> None:
    one = series.figure('Text("a")', 'title="T", alt="A", name="02-a"')
    two = series.figure('Text("a")').replace("declared", "other")
    series.script("02-b", one + two)
    result = series.render()
    assert (result.status, len(result.files)) == (0, 6)
    series.script("02-b", one + one.replace("declared", "other"))
    result = series.render()
    assert result.headlines == ["error[duplicate-name]: two figures are named '02-a'; the other one is in 02-b.py"]


def test_a_figure_without_alt_text(series: Series) -> None:
    series.script("02-bad", series.figure("", 'title="T", alt=" "'))
    assert_refused(series.render(), "error[alt-text]: the figure has no alt text", "figures/02-bad.py:3:2")
    series.script("02-bad", series.figure("", 'title="T"'))
    result = series.render()
    assert_refused(result, "error[alt-text]: the figure has no alt text", "figures/02-bad.py:3:2")
    assert "hint: describe the picture" in result.err


def test_too_large_a_picture(series: Series) -> None:
    series.script("02-bad", series.figure("Row(height=t.space.m * 250000)"))
    result = series.render()
    assert result.headlines == [
        f"error[too-large]: the picture would be {size} device pixels; at most 250,000,000 are possible"
        for size in ("400 × 4000000 = 1,600,000,000", "200 × 2000000 = 400,000,000")
    ]
    assert result.files == GOOD


def test_a_place_that_cannot_be_written(series: Series) -> None:
    (series.folder / "file").write_text("old")
    result = series.render("--out", "file")
    assert result.headlines == [
        "error[write]: cannot write file/web/01-good.png: not a directory",
        "error[write]: cannot write file/paper/01-good.png: not a directory",
    ]
    assert (result.status, (series.folder / "file").read_text()) == (1, "old")


def test_several_faults_are_all_told(series: Series) -> None:
    series.script("00-raises", "1 / 0\n")
    series.script("02-syntax", "(\n")
    series.script("03-token", series.figure('Text("a", color=t.color.x)'))
    series.script("04-good", series.figure('Text("a")'))
    result = series.render()
    assert len(result.headlines) == 3
    assert (result.status, len(result.files)) == (1, 4)


def test_a_figure_without_content(series: Series) -> None:
    series.script("02-bad", series.figure(""))
    result = series.render("--target", "web")
    assert result.headlines == ["error[empty-picture]: the picture would be 400 × 0 device pixels"]
    assert (result.status, result.files) == (1, ["web/01-good.png"])


def test_a_fault_leaves_the_old_file(series: Series) -> None:
    assert series.render().status == 0
    before = {path: path.read_bytes() for path in (series.folder / "out").rglob("*.png")}
    series.script("01-good", series.figure("Text(3)"))
    result = series.render()
    assert (result.status, result.files, result.out) == (1, GOOD, [])
    assert {path: path.read_bytes() for path in (series.folder / "out").rglob("*.png")} == before
