"""What scripts may do, and what they leave behind: helpers, loops, names, whatever they raise."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from layoutkit.cli import main
from layoutkit.discover import discover

if TYPE_CHECKING:
    from tests.cli.series import Series

LOOP = """\
from layoutkit import *

for number in {numbers}:
    @figure(title="T", alt="A", name=f"{{number:03}}-loop")
    def declared(t, number=number):
        return Column(Text(f"{{number}}"))
"""


def helper_of(folder: Path, path: str, text: str) -> None:
    """Write a file below a folder."""
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text)


# -- helpers ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "statement"),
    [
        (["_h.py"], "from _h import X"),
        (["helpers/__init__.py"], "from helpers import X"),
        (["helpers/__init__.py:", "helpers/inner.py"], "from helpers.inner import X"),
        (
            ["helpers/__init__.py:", "helpers/deep/__init__.py:", "helpers/deep/most.py"],
            "from helpers.deep.most import X",
        ),
        (["spaces/inner.py"], "from spaces.inner import X"),
        (["lib/far.py"], "import sys; sys.path.append(here + '/lib'); from far import X"),
        (["lib/far.py"], "import sys; sys.path.insert(0, here + '/lib'); from far import X"),
        (["helpers/__init__.py:from ._rest import X", "helpers/_rest.py"], "import helpers; X = helpers.X"),
    ],
)
@pytest.mark.parametrize("where", ["module", "function"])
def test_a_folder_does_not_see_the_helpers_of_another(
    series: Series, files: list[str], statement: str, where: str
) -> None:
    for folder in ("a", "b"):
        for file in files:
            path, colon, text = file.partition(":")
            helper_of(series.folder, f"{folder}/{path}", text if colon else f"X = {folder!r}\n")
        inside = f"    {statement}\n" if where == "function" else ""
        outside = f"{statement}\n" if where == "module" else ""
        helper_of(
            series.folder,
            f"{folder}/0{'ab'.index(folder) + 1}-{folder}.py",
            "from layoutkit import *\nfrom pathlib import Path\nhere = str(Path(__file__).parent)\n"
            f'{outside}@figure(title="T", alt="A")\ndef declared(t):\n{inside}    print("saw", X)\n'
            "    return Column(Text(X))\n",
        )
    before, entries = set(sys.modules), [*sys.path]
    result = series.run("render", "a", "b", "--target", "web")
    assert (result.status, [line for line in result.err.split("\n") if line]) == (0, ["saw a", "saw b"])
    assert not {"_h", "helpers", "helpers.inner", "helpers.deep", "spaces", "far"} & (set(sys.modules) - before)
    assert sys.path == entries


def test_functions_see_the_helpers_that_the_script_loaded(series: Series) -> None:
    helper_of(series.folder, "figures/_h.py", "class Kind: pass\n")
    body = "from _h import Kind as Again\n    assert Again is Kind\n    return Column(Text('a'))\n"
    text = series.figure("", before="from _h import Kind").replace("return Column()\n", body)
    series.script("02-again", text)
    assert series.render().status == 0


def test_helpers_of_the_current_folder_are_not_those_of_another(
    series: Series, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(series.folder))  # as python -m does
    script = "from layoutkit import *\nimport helpers\nprint('saw', helpers.X)\n"
    for path in ("helpers/__init__.py", "b/helpers/__init__.py"):
        helper_of(series.folder, path, f"X = {path!r}\n")
    for path in ("a/01-a.py", "b/02-b.py"):
        helper_of(series.folder, path, series.figure("Text('a')", before=script))
    result = series.run("render", "a", "b", "--target", "web")
    assert (result.status, result.err.split("\n")) == (0, ["saw helpers/__init__.py", "saw b/helpers/__init__.py", ""])


def test_packages_that_are_installed_stay_loaded(series: Series, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = series.folder / "figures" / "lib"
    helper_of(installed, "installed_here/__init__.py", "")
    monkeypatch.syspath_prepend(str(installed))
    series.script("02-lib", series.figure("Text('a')", before="import installed_here"))
    assert series.render().status == 0
    assert sys.modules.pop("installed_here")


@pytest.mark.parametrize("name", ["02-data", "json", "02.dots"])
def test_a_script_is_a_module_while_it_runs(series: Series, name: str) -> None:
    before = """\
from __future__ import annotations
import pickle, sys, typing
from dataclasses import KW_ONLY, dataclass
from typing import ClassVar
from layoutkit import *

@dataclass
class Step:
    count: ClassVar[int] = 0
    _: KW_ONLY
    name: str

def checked():
    assert pickle.loads(pickle.dumps(Step(name="a"))) == Step(name="a")
    assert typing.get_type_hints(Step)["name"] is str
    assert sys.modules[__name__].Step is Step
    return Text("a")

checked()
"""
    text = before + '@figure(title="T", alt="A", name="02-data")\ndef declared(t): return Column(checked())\n'
    series.script(name, text)
    json = sys.modules["json"]
    result = series.render("--target", "web")
    assert (result.status, result.err, sys.modules["json"] is json) == (0, "", True)
    assert result.files == ["web/01-good.png", "web/02-data.png"]


# -- names and loops ----------------------------------------------------------------------------


def test_figures_of_a_loop_are_all_rendered_in_their_order(series: Series) -> None:
    series.script("02-loop", LOOP.format(numbers=(7, 120, 3)))
    result = series.render("--target", "web")
    written = ["out/web/01-good.png", *(f"out/web/{number:03}-loop.png" for number in (7, 120, 3))]
    assert [line.partition("  ")[0] for line in result.out] == written
    assert (result.status, result.err) == (0, "")


def test_figures_that_helpers_make_are_all_rendered(series: Series) -> None:
    helper = """\
from layoutkit import *

def declare(name, depth=0):
    if depth < 20:
        return declare(name, depth + 1)
    @figure(title="T", alt="A", name=name)
    def declared(t):
        return Column(Text(name))
    return declared

example = declare("90-example")
"""
    helper_of(series.folder, "figures/_h.py", helper)
    series.script("02-made", 'from _h import declare\nkept = declare("02-b")\n[declare("02-a"), kept]\n')
    result = series.render("--target", "web")
    assert result.files == ["web/01-good.png", "web/02-a.png", "web/02-b.png"]
    series.script("02-made", "from _h import example\n")
    assert "web/90-example.png" in series.render("--target", "web").files


def test_two_figures_of_one_name_in_a_loop_are_a_fault(series: Series) -> None:
    series.script("02-loop", LOOP.format(numbers=(7, 7)))
    assert series.render().headlines == [
        "error[duplicate-name]: two figures are named '007-loop'; the other one is in 02-loop.py"
    ]


def test_scripts_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    names = ["1-a.py", "09-a.py", "10-a.py", "010-b.py", "99-a.py", "100-a.py", "1000-a.py", "a.py"]
    for name in names:
        (tmp_path / name).touch()
    assert [path.name for path in discover([tmp_path])] == ["1-a.py", "09-a.py", "010-b.py", *names[2:3], *names[4:]]


@pytest.mark.parametrize("name", ["010-x", "100-conceito", "1000-x"])
def test_names_have_two_digits_or_more(series: Series, name: str) -> None:
    series.script(name, series.figure('Text("a")'))
    assert f"web/{name}.png" in series.render("--target", "web").files


@pytest.mark.parametrize("name", ["٠٢-bad", "02-²", ""])
def test_names_have_digits_of_ascii(series: Series, name: str) -> None:
    series.script("02-x", series.figure("", f'title="T", alt="A", name="{name}"'))
    assert series.render().headlines == [
        f"error[file-name]: the name {name!r} is not made of words in a-z and 0-9, joined by hyphens"
    ]


@pytest.mark.parametrize(
    ("declaration", "message"),
    [
        ('title="T", alt="A", name=5', "name is 5; expected a text"),
        ('title="T", alt="A", name=b"02-x"', "name is b'02-x'; expected a text"),
        ('title="T", alt="A", language=None', "language is None; expected a text"),
        ('title=7, alt="A"', "title is 7; expected a text"),
        ('title="T", alt=["A"]', "alt is ['A']; expected a text"),
        ('title="T", alt="A", goal=1.5', "goal is 1.5; expected a text"),
        ('title="T", alt="A", section=("a",)', "section is ('a',); expected a text"),
        ('title="T", alt="A", description=object', "description is <class 'object'>; expected a text"),
        ('title="T", alt="A", shows=None', "shows is None; expected a list of texts"),
        ('title="T", alt="A", shows=["a", 2]', "shows is ['a', 2]; expected a list of texts"),
        ('title="T", alt="A", reflows="no"', "reflows is 'no'; expected True or False"),
    ],
)
def test_what_a_figure_says_of_itself_has_a_type(series: Series, declaration: str, message: str) -> None:
    series.script("02-bad", series.figure("", declaration))
    result = series.render()
    assert (result.headlines, result.places) == ([f"error[bad-value]: {message}"], ["figures/02-bad.py:3:2"])
    assert (result.status, result.files) == (1, ["paper/01-good.png", "web/01-good.png"])


@pytest.mark.parametrize(
    ("function", "message"),
    [
        ("def declared():", "the figure function is declared(); expected one that takes one argument, the theme"),
        (
            "def declared(t, size):",
            "the figure function is declared(t, size); expected one that takes one argument, the theme",
        ),
        (
            "def declared(*, t):",
            "the figure function is declared(*, t); expected one that takes one argument, the theme",
        ),
        ("async def declared(t):", "the figure function declared is an async function"),
        ("class declared:", "the figure function is declared(); expected one that takes one argument, the theme"),
        ("", "@figure stands before 5, which is not a function"),
        ('@figure(title="T", alt="A")\ndef declared(t):', "@figure stands before another @figure"),
    ],
)
def test_a_figure_function_of_another_kind_is_told_at_its_line(series: Series, function: str, message: str) -> None:
    decorated = (
        f'@figure(title="T", alt="A")\n{function}\n    pass\n' if function else '(figure(title="T", alt="A")(5))\n'
    )
    series.script("02-bad", f"from layoutkit import *\n\n{decorated}")
    result = series.render()
    assert result.headlines[0].startswith(f"error[bad-figure]: {message}")
    assert (result.status, result.places) == (1, ["figures/02-bad.py:3:2"])
    assert "hint: write def " in result.err


@pytest.mark.parametrize(
    ("decorator", "message", "hint"),
    [
        ("@figure", "error[bad-figure]: @figure has no parentheses", 'write @figure(title="…", alt="…")'),
        ('@figure("T", "A")', "error[bad-figure]: figure takes keywords only", 'write @figure(title="…", alt="…")'),
        (
            '@figure(titel="T", alt="A")',
            "error[unknown-keyword]: figure has no keyword 'titel'",
            "did you mean 'title'?",
        ),
    ],
)
def test_a_figure_that_is_declared_in_another_way_is_told(
    series: Series, decorator: str, message: str, hint: str
) -> None:
    series.script("02-bad", f"from layoutkit import *\n\n{decorator}\ndef declared(t):\n    return Column()\n")
    result = series.render()
    assert (result.headlines, result.places) == ([message], ["figures/02-bad.py:3:2"])
    assert f"hint: {hint}" in result.err
    assert result.files == ["paper/01-good.png", "web/01-good.png"]


# -- whatever it raises -------------------------------------------------------------------------


HOSTILE = """\
class Shut(Exception):
  def __getattribute__(self, name): raise OSError
  def __str__(self): return self.x
class Kind(type):
  __name__ = property(lambda cls: 1 / 0)
class Meta(Exception, metaclass=Kind):
  def __str__(self): return "m"
class Text2(str):
  def __len__(self): return 1 / 0
  def __format__(self, _): return 1 / 0
class Sub(Exception):
  def __str__(self): return Text2("sub")
"""


@pytest.mark.parametrize(
    ("raised", "said"),
    [
        ("asyncio.CancelledError", "CancelledError"),
        ("asyncio.CancelledError('late')", "CancelledError: late"),
        ("GeneratorExit", "GeneratorExit"),
        ("KeyboardInterrupt", "KeyboardInterrupt"),
        ("SystemExit(0)", "SystemExit: 0"),
        ("MemoryError", "MemoryError"),
        ("RecursionError('deep')", "RecursionError: deep"),
        ("StopIteration(3)", "StopIteration: 3"),
        ("Own('x')", "Own: x"),
        ("Mute()", "Mute (its __str__ raised ZeroDivisionError)"),
        ("Loud()", "Loud (its __str__ raised KeyboardInterrupt)"),
        ("Odd()", "Odd (its __str__ raised TypeError)"),
        ("Shut()", "Shut (its __str__ raised OSError)"),
        ("Meta()", "Meta: m"),
        ("Sub()", "Sub: sub"),
        ("type('', (Exception,), {})('x')", "an exception without a name: x"),
        ("SyntaxError('x', (__file__, 'a', None, 'b'))", "SyntaxError: x (00-bad.py)"),
        ("BaseExceptionGroup('some', [Own('x')])", "BaseExceptionGroup: some (1 sub-exception)"),
        ("ValueError('\\x1b[31mred\\x07 \\x9b2J \\u202e \\r')", r"ValueError: \x1b[31mred\x07 \x9b2J \u202e \r"),
        ("ValueError('\\ud800')", r"ValueError: \ud800"),
        ("ValueError('a' * 10**6)", f"ValueError: {'a' * 2000}…"),
    ],
)
@pytest.mark.parametrize("where", ["module", "function"])
def test_whatever_is_raised_has_a_message_and_leaves_the_other_figures(
    series: Series, raised: str, said: str, where: str
) -> None:
    classes = (
        "import asyncio\nclass Own(BaseException): pass\nclass Mute(Exception):\n  def __str__(self): return 1 / 0\n"
        "class Loud(Exception):\n  def __str__(self): raise KeyboardInterrupt\n"
        "class Odd(Exception):\n  def __str__(self): return None\n" + HOSTILE + "def fail(): raise " + raised + "\n"
    )
    text = series.figure("fail()" if where == "function" else "", before=classes)
    series.script("00-bad", text if where == "function" else f"{text}fail()\n")
    result = series.render()
    assert result.headlines == [f"error[script]: 00-bad.py raised {said}"]
    assert (result.status, result.files) == (1, ["paper/01-good.png", "web/01-good.png"])
    line = text.split("\n").index(f"def fail(): raise {raised}") + 1
    assert result.places == [f"figures/00-bad.py:{line}:13"]
    assert not set(result.err) & {"\x1b", "\x07", "\x9b", "\u202e", "\r"}


@pytest.mark.parametrize(("name", "status"), [("SIGINT", 130), ("SIGTERM", 143)])
@pytest.mark.parametrize("where", ["module", "function"])
def test_a_run_that_is_told_to_end_inside_a_script_ends(series: Series, name: str, status: int, where: str) -> None:
    sent = f"os.kill(os.getpid(), signal.{name})"
    text = series.figure(sent if where == "function" else "", before="import os, signal")
    series.script("02-ends", text if where == "function" else f"{text}{sent}\n")
    result = series.render("--target", "web", "--jobs", "1")
    assert (result.status, result.headlines) == (status, [])
    assert result.err.startswith("interrupted; files written so far are complete")
    assert result.files == (["web/01-good.png"] if where == "function" else [])


def test_control_characters_of_a_line_and_of_a_name_do_not_reach_the_terminal(series: Series) -> None:
    series.script("02-\x1b[31mbad", "x = 1 / 0  # \x1b[2J\x9b\n")
    err = series.render().err
    assert "\x1b" not in err
    assert "\x9b" not in err
    assert r"figures/02-\x1b[31mbad.py:1:5" in err
    assert "1 | x = 1 / 0  # \ufffd[2J\ufffd" in err


@pytest.mark.parametrize(
    "line",
    [
        "json.loads('{')",
        "statistics.mean([])",
        "decimal.Decimal(1) / decimal.Decimal(0)",
        "subprocess.run(['/no/such/program'])",
        "Path('/no/such/file').read_text()",
        "Step()",
    ],
)
def test_an_error_inside_a_library_is_told_at_the_authors_line(series: Series, line: str) -> None:
    imports = "import json, statistics, decimal, subprocess\nfrom dataclasses import *\nfrom pathlib import Path\n"
    step = "@dataclass\nclass Step:\n  a: int\n  b: int = 0\n\n\n"
    series.script("02-bad", f"{imports}{step}x = {line}\n")
    result = series.render()
    assert result.headlines[0].startswith("error[script]: 02-bad.py raised ")
    assert (result.status, result.places) == (1, ["figures/02-bad.py:10:5"])


@pytest.mark.parametrize(
    "content",
    ["width=N()", "Text('a', role=N())", "Grid(columns=N())", "Text('a', color=N())", "Row(padding=N())", "top=(N(),)"],
)
@pytest.mark.parametrize("raised", ["KeyError('k')", "CancelledError"])
def test_an_object_of_the_authors_may_raise_when_it_is_shown(series: Series, content: str, raised: str) -> None:
    before = (
        f"from asyncio import CancelledError\nclass N:\n  def __repr__(self): raise {raised}\n  __str__ = __repr__\n"
    )
    series.script("00-bad", series.figure(content, before=before))
    result = series.render()
    assert result.headlines[0].startswith(f"error[script]: 00-bad.py raised {raised[:8]}")
    assert result.places == ["figures/00-bad.py:4:23"]
    assert (result.status, result.files) == (1, ["paper/01-good.png", "web/01-good.png"])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("import sys\nsys.settrace(5)\n", "1"),
        ("x = " + "+".join("1" * 100_000), "1"),
        ("# coding: nonsense\n", "1"),
        (
            "from functools import *\nfrom layoutkit import *\n@figure(title='T', alt='A')\n@cache\ndef f(t): pass\n",
            "3:2",
        ),
    ],
)
def test_an_error_without_a_line_of_the_authors_is_told_at_the_script(series: Series, text: str, place: str) -> None:
    series.script("02-bad", text)
    result = series.render()
    assert result.headlines[0].startswith("error[script]: 02-bad.py ")
    assert (result.status, result.places) == (1, [f"figures/02-bad.py:{place}"])


def test_a_syntax_error_of_a_helper_is_told_in_the_helper(series: Series) -> None:
    helper_of(series.folder, "figures/_h.py", "x = (\n")
    series.script("02-bad", "import _h\n")
    result = series.render()
    assert result.headlines == ["error[script]: _h.py is not valid Python: '(' was never closed"]
    assert result.places == ["figures/_h.py:1:5"]
    series.script("02-bad", "eval('1 +')\n")
    result = series.render()
    assert result.headlines == ["error[script]: 02-bad.py raised SyntaxError: invalid syntax (<string>, line 1)"]
    assert result.places == ["figures/02-bad.py:1:1"]


def test_a_message_made_in_another_folder_has_its_line(series: Series) -> None:
    series.script("02-bad", "import os\nfrom layoutkit import *\nos.chdir('/')\nText('é', colr=1)\n")
    result = series.render()
    assert result.places == ["figures/02-bad.py:4:1"]
    assert "Text('é', colr=1)\n" in result.err
    assert "  | ^^^^^^^^^^^^^^^^^\n" in result.err


def test_a_folder_whose_name_begins_as_the_packages_is_the_authors(series: Series) -> None:
    import layoutkit  # noqa: PLC0415 - its place

    beside = Path(str(Path(layoutkit.__file__).parent) + "_figures_of_a_test")
    beside.mkdir()
    try:
        (beside / "02-bad.py").write_text(series.figure("Row(widht=3)"))
        result = series.run("render", str(beside))
    finally:
        (beside / "02-bad.py").unlink()
        beside.rmdir()
    assert result.places[0].endswith("02-bad.py:5:19")


# -- --only -------------------------------------------------------------------------------------


def test_only_runs_no_other_scripts(series: Series) -> None:
    series.script("02-marks", "open('ran', 'w')\n" + series.figure('Text("a")'))
    series.script("03-broken", "raise ValueError\n")
    series.script("04-syntax", "(\n")
    result = series.render("--only", "01", "--target", "web")
    assert (result.status, result.err, result.files) == (0, "", ["web/01-good.png"])
    assert not (series.folder / "ran").exists()
    assert series.run("check", "figures", "--only", "01").status == 0
    assert series.run("inspect", "figures", "--only", "01").status == 0
    assert series.render("--only", "03").headlines == ["error[script]: 03-broken.py raised ValueError"]


def test_only_finds_figures_that_scripts_name(series: Series) -> None:
    series.script("00-loop", LOOP.format(numbers=(7, 11)))
    helper = LOOP.format(numbers="()").replace("for number in ():", "def make(number):")
    helper_of(series.folder, "figures/_h.py", helper)
    series.script("03-helped", "import _h\n_h.make(12)\n")
    series.script("04-broken", "Icon(name=1)\n")
    assert series.render("--only", "011", "--target", "web").files == ["web/011-loop.png"]
    (series.folder / "figures" / "04-broken.py").unlink()
    assert series.render("--only", "012", "--target", "web").files == ["web/011-loop.png", "web/012-loop.png"]


@pytest.mark.parametrize(
    ("wanted", "hint"),
    [
        ("02-mascra", "did you mean '02-mascaramento-loss'?"),
        ("mascara", "did you mean '02-mascaramento-loss'?"),
        ("02-Masc", "did you mean '02-mascaramento-loss'?"),
        ("01,03-good", "did you mean '01-good'?"),
        ("zzzz", "known here: 01-good, 02-mascaramento-loss"),
        ("20", "known here: 01-good, 02-mascaramento-loss"),
    ],
)
def test_only_suggests_the_nearest_name(series: Series, wanted: str, hint: str) -> None:
    series.script("02-mascaramento-loss", series.figure('Text("a")'))
    result = series.render("--only", wanted)
    assert result.headlines == [f"error[unknown-figure]: no figure starts with {wanted.rsplit(',', maxsplit=1)[-1]}"]
    assert (result.status, result.files) == (2, [])
    assert hint in result.err


def test_only_tells_a_name_that_is_missing_beside_what_failed(series: Series) -> None:
    series.script("02-broken", "raise ValueError\n")
    result = series.render("--only", "01,77")
    assert [line.partition(":")[0] for line in result.headlines] == ["error[script]", "error[unknown-figure]"]
    assert result.status == 1


@pytest.mark.parametrize("option", ["--only", "--target", "--allow", "--mode"])
@pytest.mark.parametrize("value", [",", "", " , ,"])
def test_a_list_without_names_is_wrong_usage(series: Series, option: str, value: str) -> None:
    result = series.render(option, value)
    assert (result.status, result.files) == (2, [])
    assert f"argument {option}: {value!r} holds no name" in result.err


@pytest.mark.parametrize("option", ["--only", "--target", "--allow", "--mode"])
def test_two_dashes_are_no_list(series: Series, option: str) -> None:
    result = series.render(f"{option}=--")
    assert (result.status, result.files) == (2, [])
    assert f"argument {option}: " in result.err


def test_a_list_that_is_given_twice_is_one(series: Series) -> None:
    series.script("02-more", series.figure('Text("a")'))
    series.script("03-not", series.figure('Text("a")'))
    result = series.render("--only", "01", "--target", "web", "--only=02", "--target", "paper")
    assert result.files == [f"{target}/{name}.png" for target in ("paper", "web") for name in ("01-good", "02-more")]


# -- the terminal -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("terminal", "environment", "colored"),
    [
        (True, {}, True),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
        (True, {"CLICOLOR": "0"}, False),
        (True, {"TERM": "dumb", "CLICOLOR_FORCE": "1"}, True),
        (False, {}, False),
        (False, {"CLICOLOR_FORCE": "1"}, True),
        (False, {"CLICOLOR_FORCE": "0"}, False),
        (False, {"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_the_environment_decides_on_colours(
    series: Series, monkeypatch: pytest.MonkeyPatch, terminal: int, environment: dict[str, str], colored: int
) -> None:
    for name in ("NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stderr.isatty", lambda: bool(terminal))
    series.script("02-bad", "1 / 0\n")
    err = series.render().err
    assert ("\x1b[1;31merror" in err) is bool(colored)
    assert ("█" in err) is (bool(terminal) and environment.get("TERM") != "dumb")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
@pytest.mark.parametrize("arguments", [["render"], ["check"], ["check", "--json"], ["inspect"], ["inspect", "--json"]])
def test_any_encoding_will_do(
    series: Series, monkeypatch: pytest.MonkeyPatch, encoding: str, arguments: list[str]
) -> None:
    import io  # noqa: PLC0415 - for this alone
    import json  # noqa: PLC0415

    series.script("02-bad", 'raise ValueError("“é” \U0001f600")\n')
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="strict") for _ in range(2))
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    command, *options = arguments
    assert main([command, "figures", *options]) == 1
    out.flush()
    shown = out.buffer.getvalue()
    assert shown
    if "--json" in options:
        json.loads(shown.decode(encoding))


def test_closed_streams_are_no_fault(series: Series, monkeypatch: pytest.MonkeyPatch) -> None:
    series.script("02-bad", "1 / 0\n")
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["render", "figures"]) == 1
    assert (series.folder / "out" / "web" / "01-good.png").is_file()


def test_a_picture_that_does_not_exist_is_answered_with_pictures_alone(series: Series) -> None:
    for name in ("data.csv", "sky.PNG", "sea.svg"):
        (series.folder / "figures" / name).write_text("")
    series.script("02-bad", series.figure("Image('qqqq', alt='A', width=t.space.m)"))
    assert "= hint: known here: sea.svg, sky.PNG\n" in series.render().err
