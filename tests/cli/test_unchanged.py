"""A second run draws only what has changed: each kind of input is changed in turn."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import layoutkit
from layoutkit import fingerprints

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.series import Result, Series

FONTS = Path(__file__).parents[2] / "fonts"
NOTHING = "2 files are up to date; nothing to do\n"
BOTH = ["out/web/01-good.png", "out/paper/01-good.png"]
_LAG = 0.05
"""Seconds: a file that is as young as the run itself is not trusted."""


def made(series: Series, *arguments: str) -> list[str]:
    """The files that a run writes."""
    time.sleep(_LAG)
    result = series.render(*arguments)
    assert result.status == 0, result.err
    return [line.split("  ")[0] for line in result.out]


def write(path: str, text: str = "um") -> int:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    return Path(path).write_text(text, encoding="utf-8")


HERE = "from pathlib import Path\nHERE = Path(__file__).parent\n"
INPUTS: dict[str, tuple[str, str, Callable[[], object], Callable[[], object]]] = {
    "the script": ("", 'Text("a")', lambda: None, lambda: write("figures/01-good.py", FIGURE.format("", 'Text("b")'))),
    "a helper": (
        "from _words import WORD\n",
        "Text(WORD)",
        lambda: write("figures/_words.py", "WORD = 'um'\n"),
        lambda: write("figures/_words.py", "WORD = 'dois'\n"),
    ),
    "a helper of a helper, imported late": (
        "",
        "Text(__import__('parts.late').late.word())",
        lambda: [write("figures/parts/late.py", "from parts.more import word\n"), write("figures/parts/more.py", WORD)],
        lambda: write("figures/parts/more.py", WORD.replace("um", "dois")),
    ),
    "a module that stands before another one now": (
        "import colorsys\n",
        "Text(colorsys.__name__)",
        lambda: None,
        lambda: write("figures/colorsys/__init__.py", ""),
    ),
    "a file that is opened": (
        HERE,
        "Text((HERE / 'data.txt').read_text())",
        lambda: write("figures/data.txt"),
        lambda: write("figures/data.txt", "dois"),
    ),
    "a file that another thread opens": (
        HERE + "from threading import Thread\ndef read(): WORDS.append((HERE / 'data.txt').read_text())\nWORDS = []\n",
        "(one := Thread(target=read)).start() or one.join() or Text(WORDS[-1])",
        lambda: write("figures/data.txt"),
        lambda: write("figures/data.txt", "dois"),
    ),
    "a file that was missing": (
        HERE + "try:\n  TEXT = (HERE / 'data.txt').read_text()\nexcept OSError:\n  TEXT = 'nenhum'\n",
        "Text(TEXT)",
        lambda: None,
        lambda: write("figures/data.txt"),
    ),
    "a file that is looked for": (
        HERE,
        "Text(str((HERE / 'data').exists()))",
        lambda: None,
        lambda: write("figures/data"),
    ),
    "a file that is named alone": (
        "def native(name): return name\n",
        "Text(native('data.csv')[:1])",
        lambda: write("figures/data.csv"),
        lambda: write("figures/data.csv", "dois"),
    ),
    "a folder that is listed": (
        HERE,
        "Text(str(len(list((HERE / 'data').iterdir()))))",
        lambda: write("figures/data/1"),
        lambda: write("figures/data/2"),
    ),
    "a picture": (
        "",
        "Text('a'), Image('face.svg', alt='Um rosto', width='{space.l} * 2')",
        lambda: write("figures/face.svg", FACE),
        lambda: write("figures/face.svg", FACE.replace("red", "green")),
    ),
}
"""What a script has before its figure, what the figure shows, what there is, and what changes."""
WORD = "def word(): return 'um'\n"
FACE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="red"/></svg>'
FIGURE = 'from layoutkit import *\n{}\n@figure(title="T", alt="A")\ndef declared(t):\n    return Column({})\n'


@pytest.mark.parametrize("what", INPUTS)
def test_a_figure_is_drawn_again_where_something_that_it_reads_has_changed(series: Series, what: str) -> None:
    before, content, there, change = INPUTS[what]
    there()
    write("figures/01-good.py", FIGURE.format(before, content))
    assert made(series) == BOTH
    assert made(series) == []
    change()
    assert made(series) == BOTH
    assert made(series) == []


@pytest.mark.parametrize("read", ["os.environ['WORD']", "os.getenv('WORD')", "dict(os.environ)['WORD']"])
def test_a_variable_of_the_environment_is_an_input(series: Series, monkeypatch: pytest.MonkeyPatch, read: str) -> None:
    monkeypatch.setenv("WORD", "um")
    series.script("01-good", series.figure(f"Text({read})", before="import os"))
    assert (made(series), made(series)) == (BOTH, [])
    if "dict" not in read:
        monkeypatch.setenv("OTHER", "um")
        assert made(series) == []
    monkeypatch.setenv("WORD", "dois")
    assert (made(series), made(series)) == (BOTH, [])
    record = next(Path("out/.layoutkit").glob("*.json")).read_text()
    assert "dois" not in record, "a variable may hold a secret"


@pytest.mark.parametrize(
    ("before", "content", "why"),
    [
        ("from datetime import datetime", "str(datetime.now().year)", "clock"),
        ("import datetime", "str(datetime.date.today().year)", "clock"),
        ("import time", "time.strftime('%Y')", "clock"),
        ("from time import time", "str(time())[:3]", "clock"),
        ("import random", "str(random.random())[:3]", "chance"),
        ("import secrets", "secrets.token_hex(2)", "chance"),
        ("import random; chance = random.Random()", "str(chance.random())[:3]", "chance"),
        ("import subprocess", "subprocess.check_output(['true'], text=True) or 'a'", "program"),
    ],
)
def test_what_nobody_can_foresee_is_drawn_each_time(series: Series, before: str, content: str, why: str) -> None:
    assert why
    series.script("01-good", series.figure(f"Text({content})", before=before))
    assert (made(series), made(series)) == (BOTH, BOTH)


@pytest.mark.parametrize(
    "before",
    ["import random; random.seed(7)", "import random; random = random.Random(7)", "import time; time.localtime(0)"],
)
def test_what_a_seed_decides_can_be_foreseen(series: Series, before: str) -> None:
    content = "str(random.random())[:3]" if "random" in before else "'a'"
    series.script("01-good", series.figure(f"Text({content})", before=before))
    assert (made(series), made(series)) == (BOTH, [])


def test_a_token_redraws_only_the_figures_that_read_it(series: Series) -> None:
    series.script("02-card", series.figure('Card(Text("a", role="body"), width="{space.l} * 5")'))
    others = [name.replace("01-good", "02-card") for name in BOTH]
    assert (made(series), made(series)) == ([*BOTH, *others], [])
    series.tokens(('l = "{space.m} * 2"', 'l = "{space.m} * 3"'))
    assert (made(series), made(series)) == (others, [])  # read in the figure
    series.tokens(('radius = "{radius.m}"', "radius = 2"))
    assert made(series) == others  # read by the style, with what was changed back
    series.tokens(("[radius]\nm = 6", "[radius]\nm = 7"), ('radius = "{radius.m}"', "radius = 2"))
    assert made(series) == []  # nobody reads it any more
    series.tokens(("size = 10, line_height = 15", "size = 11, line_height = 15"))
    assert made(series) == [*BOTH, *others]


def test_a_font_file_is_an_input_of_what_is_set_in_it(series: Series) -> None:
    shutil.copy(FONTS / "roboto-400.ttf", series.folder / "own.ttf")
    shutil.copy(FONTS / "roboto-700.ttf", series.folder / "bold.ttf")
    text = Path("tokens.toml").read_text()
    for name, own in (("roboto-400.ttf", "own.ttf"), ("roboto-700.ttf", "bold.ttf")):
        text = text.replace(str(FONTS / name), str(series.folder / own))
    Path("tokens.toml").write_text(text)
    assert (made(series), made(series)) == (BOTH, [])
    shutil.copy(FONTS / "roboto-700.ttf", series.folder / "own.ttf")
    assert made(series) == BOTH


def test_options_and_versions_are_inputs(series: Series, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (made(series), made(series)) == (BOTH, [])
    assert made(series, "--target", "web") == BOTH[:1]
    assert made(series, "--allow", "contrast") == BOTH
    assert made(series, "--force") == BOTH
    assert made(series, "--out", "out/other") == [name.replace("out/", "out/other/") for name in BOTH]
    assert made(series) == []
    monkeypatch.setattr("layoutkit.remembered.made_with", lambda: "another version")
    monkeypatch.setattr("layoutkit.making.made_with", lambda: "another version")
    assert (made(series), made(series)) == (BOTH, [])


def test_the_package_itself_is_a_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "package"
    shutil.copytree(Path(layoutkit.__file__).parent / "check", package)
    monkeypatch.setattr(fingerprints, "__file__", str(package / "fingerprints.py"))
    before = fingerprints.made_with.__wrapped__()
    assert fingerprints.made_with.__wrapped__() == before
    (package / "rule.py").write_text("# changed")
    assert fingerprints.made_with.__wrapped__() != before


@pytest.mark.parametrize("harm", [lambda path: path.unlink(), lambda path: path.write_bytes(b"edited")])
def test_a_file_that_was_deleted_or_edited_is_made_again(series: Series, harm: Callable[[Path], object]) -> None:
    assert made(series) == BOTH
    path = Path(BOTH[0])
    data = path.read_bytes()
    harm(path)
    assert made(series) == BOTH
    assert path.read_bytes() == data


def test_findings_and_the_status_are_those_of_the_first_run(series: Series) -> None:
    series.script("02-bad", series.figure('Text("a", color="{color.paper}")'))
    series.script("03-odd", series.figure('Card(Text("a", role="body"), allow={"contrast": "x"})'))
    time.sleep(_LAG)
    first, second = series.render(), series.render()
    assert first.status == second.status == 1
    assert len(first.headlines) > 1
    assert second.headlines == first.headlines
    assert second.places == first.places
    assert (second.out, second.files) == ([], first.files)
    assert "out/draft/02-bad.png  the errors of 02-bad" in second.err
    Path("out/draft/02-bad.png").unlink()
    assert series.render().files == first.files


def test_a_message_names_the_lines_that_the_token_file_has_now(series: Series) -> None:
    series.tokens(("[page]\n", '[contract.ink]\nof = ["ink"]\non = ["paper"]\ncontrast = 20\n[page]\n'))
    time.sleep(_LAG)
    first = series.render()
    assert (first.status, "contract" in first.err) == (1, True)
    path = Path("tokens.toml")
    path.write_text(f"# one more line\n{path.read_text()}")
    time.sleep(_LAG)
    assert series.render().places != first.places


def test_a_draft_of_errors_that_are_no_more_goes(series: Series) -> None:
    assert made(series) == BOTH
    assert series.render("--draft").files == ["draft/01-good.png", "paper/01-good.png", "web/01-good.png"]
    assert made(series) == BOTH
    assert not Path("out/draft/01-good.png").exists()


def test_only_some_figures_leave_what_is_known_of_the_others(series: Series) -> None:
    series.script("02-more", series.figure('Text("a")'))
    more = [name.replace("01-good", "02-more") for name in BOTH]
    assert (made(series), made(series, "--only", "02")) == ([*BOTH, *more], [])
    series.script("02-more", series.figure('Text("b")'))
    assert (made(series, "--only", "01"), made(series, "--only", "02"), made(series)) == ([], more, [])
    two = series.figure('Text("a")', 'title="T", alt="A", name="02-one"')
    series.script("02-more", two + two.replace("02-one", "02-two").removeprefix("from layoutkit import *\n"))
    names = [name.replace("01-good", other) for other in ("02-one", "02-two") for name in BOTH]
    assert (made(series, "--only", "02-two"), made(series, "--only", "02-one")) == (names[2:], names[:2])
    assert made(series) == []


def test_a_book_is_made_again_with_its_figures(series: Series) -> None:
    series.tokens(
        ('[output.paper]\nformat = "png"\nwidth = "100mm"\ndpi = 50.8', '[output.pdf]\nformat = "pdf"\nscale = 1')
    )
    files = ["out/web/01-good.png", "out/pdf/01-good.pdf", "out/pdf/book.pdf"]
    assert (made(series, "--book", "B"), made(series, "--book", "B")) == (files, [])
    assert made(series, "--book", "C") == files[2:]
    Path(files[2]).unlink()
    assert made(series, "--book", "C") == files[2:]
    series.script("01-good", series.figure('Text("b")'))
    assert made(series, "--book", "C") == files


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-9]),
        lambda path: path.write_text("[]"),
        lambda path: path.write_text(path.read_text().replace('"version":1', '"version":0')),
        lambda path: path.write_text(path.read_text().replace('"jobs":[{', '"jobs":[7,{')),
        lambda path: path.write_text(path.read_text().replace('"files":{', '"files":{"x":7,')),
        lambda path: [path.unlink(), path.mkdir()],
    ],
)
def test_a_damaged_record_only_costs_time(series: Series, damage: Callable[[Path], object]) -> None:
    assert made(series) == BOTH
    (record,) = Path("out/.layoutkit").glob("*.json")
    damage(record)
    assert made(series) == BOTH
    if record.is_file():
        assert made(series) == []


def test_a_file_that_changes_while_it_is_drawn_is_no_part_of_a_record(series: Series) -> None:
    write("figures/data.txt")
    change = "(HERE / 'data.txt').read_text(), (HERE / 'data.txt').write_text('dois')"
    series.script("01-good", series.figure(f"Text(({change})[0])", before=HERE.replace("\n", ";")))
    assert (made(series), made(series)) == (BOTH, BOTH)


def test_the_record_is_plain_and_of_no_interest_to_git(series: Series) -> None:
    made(series)
    folder = Path("out/.layoutkit")
    assert (folder / ".gitignore").read_text() == "*\n"
    (record,) = folder.glob("*.json")
    assert json.loads(record.read_text())["version"] == 1


def test_one_line_says_that_there_is_nothing_to_do(series: Series) -> None:
    made(series)
    result: Result = series.render()
    assert (result.status, result.out, result.err) == (0, [], NOTHING)


def test_two_runs_at_a_time_leave_whole_files_and_records(series: Series) -> None:
    for number in range(2, 5):
        series.script(f"0{number}-more", series.figure(f'Text("{number}")'))
    time.sleep(_LAG)
    command = [sys.executable, "-m", "layoutkit", "render", "figures"]
    runs = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [run.wait(timeout=60) for run in runs] == [0, 0]
    assert [path.name for path in Path("out").rglob(".*") if path.is_file()] == [".gitignore"]
    assert made(series, "--check") == []
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (result.stdout, result.stderr) == ("", "8 files are up to date; nothing to do\n")


def test_a_script_of_an_earlier_run_in_the_same_process_is_loaded_again_where_it_reads_something_else(
    series: Series,
) -> None:
    words = Path("figures/_words.py")
    words.write_text("WORD = 'um'\n")
    script = series.figure("Text(WORD)", before="from _words import WORD; print('lido')")
    series.script("01-good", script)
    time.sleep(_LAG)
    assert series.render("--jobs", "1").err.count("lido") == 1
    series.tokens(("size = 10, line_height = 15", "size = 11, line_height = 15"))
    time.sleep(_LAG)
    assert series.render("--jobs", "1").err.count("lido") == 0  # only the tokens are others
    words.write_text("WORD = 'dois'\n")
    time.sleep(_LAG)
    assert series.render("--jobs", "1").err.count("lido") == 1
