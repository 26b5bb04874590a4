"""The wheel is complete, small, the same from the same sources, and works without the repository and a compiler.

``make wheel`` names the wheel in ``dist`` by ``LAYOUTKIT_WHEEL``; without it one is built here.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from layoutkit.commands.new import EXAMPLES
from layoutkit.looks import LOOKS

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
EPOCH = os.environ.get("SOURCE_DATE_EPOCH", "1700000000")
MOST_BYTES = 6_000_000
FIGURE = '''"""A figure with no token file near it."""

from layoutkit import Arrow, Card, Column, Heading, Icon, Row, Text, figure


@figure(title="Water", alt="The sun lifts water from the sea, and it falls as rain.", language="en")
def water(t):
    sea = Card(Heading("Sea"), Text("The sun warms it."), basis=0, grow=1)
    cloud = Card(Heading("Cloud"), Text("Vapour becomes drops, *a few* in each litre of air."), basis=0, grow=1)
    head = Row(Icon("lightbulb"), Heading("Water", role="title"))
    return Column(head, Row(sea, Arrow(), cloud, gap=t.space.xl), gap=t.space.xl)
'''
OUTPUTS = {"web": "png", "phone": "png", "print": "png", "pdf": "pdf", "svg": "svg"}
"""Those of the base theme, and their formats."""
UNREACHABLE = r"NewConnectionError|NameResolutionError|name resolution|ProxyError|ConnectTimeout|Network is unreachable"


def build(source: Path, into: Path, *options: str, **environment: str) -> Path:
    """A wheel of the sources in a folder."""
    command = [sys.executable, "-m", "build", "--no-isolation", *options, "--outdir", str(into), str(source)]
    around = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **environment}
    done = subprocess.run(command, env=around, cwd=into, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = into.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the archive of sources, as one that is published."""
    if "LAYOUTKIT_WHEEL" in os.environ:
        return ROOT / os.environ["LAYOUTKIT_WHEEL"]
    return build(ROOT, tmp_path_factory.mktemp("dist"))


def is_licence(path: Path) -> bool:
    return path.name.startswith(("LICENSE", "OFL"))


def test_every_file_of_the_package_is_in_it_once(wheel: Path) -> None:
    sources = [path for path in (ROOT / "src").rglob("*") if path.is_file() and path.suffix != ".pyc"]
    files = [path.relative_to(ROOT / "src").as_posix() for path in sources if not is_licence(path)]
    licences = ["LICENSE", *(path.relative_to(ROOT).as_posix() for path in sources if is_licence(path))]
    metadata = ["METADATA", "RECORD", "WHEEL", "entry_points.txt", *(f"licenses/{name}" for name in licences)]
    folder = "-".join(wheel.name.split("-")[:2]) + ".dist-info"
    with zipfile.ZipFile(wheel) as archive:
        assert sorted(archive.namelist()) == sorted([*files, *(f"{folder}/{name}" for name in metadata)])
        assert all(archive.read(name) == (ROOT / "src" / name).read_bytes() for name in files)
    assert {"layoutkit/drawing/lucide.txt", "layoutkit/base/tokens.toml", "layoutkit/py.typed"} <= {*files}
    assert {f"layoutkit/templates/{example}/tokens.toml" for example in EXAMPLES} <= {*files}
    assert {name for name in files if name.startswith("layoutkit/templates/series/icons/")}
    assert {f"layoutkit/looks/{name}.toml" for name in LOOKS} <= {*files}
    assert {name for name in files if name.startswith("layoutkit/base/fonts/") and name.endswith(".ttf")}


def test_every_font_has_its_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    fonts = {name.rpartition("/")[2].partition("-")[0] for name in names if name.endswith(".ttf")}
    licences = {name.rpartition("/OFL-")[2].removesuffix(".txt") for name in names if "/OFL-" in name}
    assert fonts == licences


def test_it_is_small(wheel: Path) -> None:
    assert wheel.stat().st_size <= MOST_BYTES


def test_the_same_sources_give_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    """In another folder, at another time, in another place and by somebody whose files are private."""
    copy, into = tmp_path / "há um espaço", tmp_path / "dist"
    into.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        copy.mkdir(exist_ok=True)
        shutil.copyfile(ROOT / name, copy / name)
    shutil.copytree(
        ROOT / "src", copy / "src", copy_function=shutil.copyfile, ignore=shutil.ignore_patterns("__pycache__")
    )
    for number, path in enumerate(copy.rglob("*")):
        os.utime(path, (number, 2_000_000_000 - number))
        path.chmod(0o700 if path.is_dir() else 0o600)
    before = os.umask(0o077)
    try:
        second = build(copy, into, "--wheel", TZ="Asia/Tokyo", PYTHONHASHSEED="7")
    finally:
        os.umask(before)
    assert second.name == wheel.name
    assert second.read_bytes() == wheel.read_bytes()


@pytest.mark.parametrize(
    "check", [("twine", "check", "--strict"), ("check_wheel_contents",)], ids=lambda words: words[0]
)
def test_it_passes_the_checks_of_others(wheel: Path, check: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", *check, str(wheel)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


# -- tried ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel and what it asks for, as binary packages; skipped without a package index."""
    folder = tmp_path_factory.mktemp("bare")
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    install = ["-m", "pip", "install", "--only-binary", ":all:", "--disable-pip-version-check", str(wheel)]
    done = subprocess.run([folder / "bin" / "python", *install], capture_output=True, text=True, check=False)
    if done.returncode != 0 and re.search(UNREACHABLE, done.stdout + done.stderr):
        pytest.skip("pip cannot reach its package index")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def run(bare: Path, folder: Path, *command: str, notes: str = "") -> str:
    """What a command of the environment prints, in a folder away from the repository, with no other PATH.

    Args:
        bare: the environment.
        folder: where the command runs.
        command: a program of the environment, and its arguments.
        notes: how what it says on standard error begins; empty where it says nothing.
    """
    around = {"PATH": str(bare / "bin"), "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    program = str(bare / "bin" / command[0])
    done = subprocess.run([program, *command[1:]], cwd=folder, env=around, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr.startswith(notes) if notes else done.stderr == "", done.stderr
    return done.stdout


def assert_pictures(folder: Path, printed: str, figures: list[str], outputs: dict[str, str]) -> None:
    """Every figure is written in every output, and something is drawn."""
    written = {line.split()[0] for line in printed.splitlines()}
    assert written == {f"out/{name}/{one}.{kind}" for name, kind in outputs.items() for one in figures}
    for name in written:
        assert (folder / name).stat().st_size > 1000
        if name.endswith(".png"):
            with Image.open(folder / name) as picture:
                assert len(picture.convert("RGB").getcolors(1_000_000) or ()) > 20


def test_a_series_is_begun_and_rendered_in_a_bare_environment(bare: Path, tmp_path: Path) -> None:
    """As the README has it: a folder, its pictures in all formats, one more figure; drawn by cairocffi."""
    assert ROOT not in Path(run(bare, tmp_path, "python", "-c", "import layoutkit; print(layoutkit.__file__)")).parents
    assert run(bare, tmp_path, "layoutkit", "new", "x").endswith("\n    cd x && layoutkit render figures/\n")
    folder = tmp_path / "x"
    assert_pictures(folder, run(bare, folder, "layoutkit", "render", "figures/"), ["01-first-figure"], OUTPUTS)
    assert run(bare, folder, "layoutkit", "new", "figure", "02-rain") == "figures/02-rain.py\n"
    wide = {name: kind for name, kind in OUTPUTS.items() if name != "phone"}  # it has a layout for one width
    assert_pictures(folder, run(bare, folder, "layoutkit", "render", "figures/", "--only", "02"), ["02-rain"], wide)
    assert "2 figures, 16 modes: 0 errors, 0 warnings" in run(bare, folder, "layoutkit", "check", "figures/")
    binding = "from layoutkit.output.cairo_binding import cairo; print(cairo.Context.__module__)"
    assert run(bare, tmp_path, "python", "-c", binding).startswith("cairocffi")


def test_the_fuller_example_in_a_bare_environment(bare: Path, tmp_path: Path) -> None:
    """Its fonts, icons and scripts are in the wheel."""
    run(bare, tmp_path, "layoutkit", "new", "water", "--example", "series")
    folder = tmp_path / "water"
    figures = sorted(path.stem for path in (folder / "figures").glob("0*.py"))
    assert len(figures) == 4
    assert_pictures(folder, run(bare, folder, "layoutkit", "render", "figures/"), figures, OUTPUTS)
    assert "4 figures, 16 modes: 0 errors, 0 warnings" in run(bare, folder, "layoutkit", "check", "figures/")


def test_a_figure_without_a_token_file_in_a_bare_environment(bare: Path, tmp_path: Path) -> None:
    """It has the base theme, and a note says so: by the command and in a program."""
    (tmp_path / "water.py").write_text(FIGURE, encoding="utf-8")
    note = "warning[no-tokens]: no tokens.toml is near water.py: its figures have the base theme of layoutkit\n"
    printed = run(bare, tmp_path, "layoutkit", "render", "water.py", "--target", "web,pdf,svg", notes=note)
    assert_pictures(tmp_path, printed, ["water"], {"web": "png", "pdf": "pdf", "svg": "svg"})
    (tmp_path / "program.py").write_text("from water import water\n\nwater.save('own.png')\n", encoding="utf-8")
    note = f"{tmp_path / 'water.py'}:6: UserWarning: no tokens.toml is near water.py"
    run(bare, tmp_path, "python", "program.py", notes=note)
    with Image.open(tmp_path / "own.png") as own, Image.open(tmp_path / "out/web/water.png") as rendered:
        assert own.tobytes() == rendered.tobytes()


def test_commands_of_a_bare_environment(bare: Path, tmp_path: Path) -> None:
    """Those that need no series: the wheel lacks nothing that they read."""
    assert run(bare, tmp_path, "layoutkit", "--version").startswith("layoutkit ")
    assert "overflow" in run(bare, tmp_path, "layoutkit", "explain")
    for shell in ("bash", "zsh", "fish", "powershell"):
        assert "layoutkit" in run(bare, tmp_path, "layoutkit", "completion", shell)
