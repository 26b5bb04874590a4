"""pycairo and cairocffi draw the same bytes; where neither works, one sentence says what to do."""

from __future__ import annotations

import ast
import importlib
import os
import subprocess
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING, Any

import cairo
import pytest

from layoutkit.cli import main
from layoutkit.diagnostics import LayoutkitError
from layoutkit.output import cairo_binding

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
RASTER_TESTS = (
    *("tests/output/test_png.py", "tests/output/test_replay.py", "tests/output/test_shadow.py"),
    *("tests/output/test_crisp.py", "tests/output/test_labels.py", "tests/output/test_picture_files.py"),
    *("tests/output/test_svg_input.py", "tests/goldens/test_goldens.py"),
    *("tests/check/test_ink.py", "tests/check/test_decoration.py", "tests/text/test_font_damage.py"),
)
NOT_FOUND = """no library called "cairo-2" was found
no library called "cairo" was found
cannot load library 'libcairo.so.2': libcairo.so.2: cannot open shared object file: No such file or directory"""


def rendered(out: Path, *arguments: str, without: str) -> subprocess.CompletedProcess[str]:
    """The command line in a process that lacks some modules."""
    command = [sys.executable, "-m", "tests.output.without", without, *arguments, "--out", str(out)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def written(out: Path) -> dict[str, bytes]:
    files = (path for path in out.rglob("*.*") if path.is_file() and path.parent.name != ".layoutkit")
    return {str(path.relative_to(out)): path.read_bytes() for path in files}


# -- two bindings -----------------------------------------------------------------------------------------------------


def test_both_bindings_draw_the_same_bytes(tmp_path: Path) -> None:
    for without in ("cairocffi", "cairo"):
        done = rendered(tmp_path / without, "render", "figures", "--target", "web", without=without)
        assert done.returncode == 0, done.stderr
    first, second = written(tmp_path / "cairocffi"), written(tmp_path / "cairo")
    assert len(first) == 5
    assert [name for name in first if first[name] != second.get(name)] == []


@pytest.mark.slow
def test_cairocffi_passes_the_raster_tests() -> None:
    command = [sys.executable, "-m", "pytest", "-p", "tests.output.without", "-p", "no:cacheprovider", "-p", "no:xdist"]
    options = ["-m", "not programs and not slow", *RASTER_TESTS]
    around = {**os.environ, "LAYOUTKIT_WITHOUT": "cairo"}
    done = subprocess.run([*command, *options], cwd=ROOT, env=around, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_all_that_is_drawn_with_has_a_name_in_both() -> None:
    """What modules take of ``cairo`` is what cairocffi is asked for, values of enumerations included."""
    enums, names = set(), set()
    for path in (ROOT / "src" / "layoutkit" / "output").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Attribute(ast.Attribute(ast.Name("cairo"), enum), value) if value.isupper():
                    enums.add((enum, value))
                case ast.Attribute(ast.Name("cairo"), name):
                    names.add(name)
    assert enums == {(enum, value) for enum, (_, values) in cairo_binding._ENUMS.items() for value in values}
    classes = names - {enum for enum, _ in enums}
    assert classes - {"Path", "Pattern"} == {*cairo_binding._CLASSES}  # those two are in annotations alone


@pytest.fixture
def fresh() -> Iterator[None]:
    """Forgets which binding was chosen, and forgets again."""
    cairo_binding._attempts.cache_clear()
    yield
    cairo_binding._attempts.cache_clear()


def chosen() -> Any:  # noqa: ANN401 - one of the bindings
    return cairo_binding._chosen()  # type: ignore[attr-defined,unused-ignore]


@pytest.mark.usefixtures("fresh")
def test_pycairo_is_preferred() -> None:
    assert chosen() is cairo


def impostor() -> ModuleType:
    """A script called cairo.py, beside the figures."""
    module = ModuleType("cairo")
    module.__file__ = "/home/ana/cairo.py"
    return module


def unusable() -> ModuleType:
    """pycairo over a library that fails when it is used."""
    module = ModuleType("cairo")
    vars(module).update({name: SimpleNamespace() for name in (*cairo_binding._CLASSES, *cairo_binding._ENUMS)})
    return module


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize("broken", [None, impostor(), unusable()], ids=["absent", "impostor", "unusable"])
def test_a_broken_pycairo_gives_way_to_cairocffi(monkeypatch: pytest.MonkeyPatch, broken: ModuleType | None) -> None:
    monkeypatch.setitem(sys.modules, "cairo", broken)  # None hides it
    assert chosen().ImageSurface.__module__.startswith("cairocffi")


# -- no binding -------------------------------------------------------------------------------------------------------


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch, fresh: None) -> Any:  # noqa: ANN401, ARG001 - a function
    """Makes the two bindings fail with two exceptions, and gives what is said: the message and the hint."""

    def message(pycairo: Exception, cairocffi: Exception) -> tuple[str, str]:
        failures = {"cairo": pycairo, "cairocffi": cairocffi}

        def importing(name: str) -> ModuleType:
            raise failures[name]

        monkeypatch.setattr(importlib, "import_module", importing)
        with pytest.raises(LayoutkitError) as caught:
            chosen()
        (found,) = caught.value.diagnostics
        assert found.rule == "no-cairo"
        return found.message, found.hint.removesuffix("; SVG and PDF files need no Cairo")

    return message


def absent(module: str) -> ModuleNotFoundError:
    return ModuleNotFoundError(f"No module named {module!r}", name=module)


def on(monkeypatch: pytest.MonkeyPatch, release: dict[str, str] | None, *, root: bool = False) -> None:
    """Pretend to be on a Linux system of a kind."""

    def read() -> dict[str, str]:
        if release is None:
            raise OSError("no os-release")
        return release

    monkeypatch.setattr("platform.freedesktop_os_release", read)
    monkeypatch.setattr("os.geteuid", lambda: 0 if root else 1000)


DEBIAN = {"ID": "debian"}


@pytest.mark.parametrize(
    ("release", "line"),
    [
        (DEBIAN, "run `sudo apt-get update && sudo apt-get install libcairo2`"),
        ({"ID": "ubuntu", "ID_LIKE": "debian"}, "run `sudo apt-get update && sudo apt-get install libcairo2`"),
        (
            {"ID": "linuxmint", "ID_LIKE": "ubuntu debian"},
            "run `sudo apt-get update && sudo apt-get install libcairo2`",
        ),
        ({"ID": "fedora"}, "run `sudo dnf install cairo`"),
        ({"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, "run `sudo dnf install cairo`"),
        ({"ID": "opensuse-leap", "ID_LIKE": "suse opensuse"}, "run `sudo zypper install libcairo2`"),
        ({"ID": "alpine"}, "run `sudo apk add cairo`"),
        ({"ID": "plan9"}, "install the library libcairo with this system's package manager"),
        (None, "install the library libcairo with this system's package manager"),
    ],
)
def test_without_the_library_each_system_gets_its_line(
    monkeypatch: pytest.MonkeyPatch,
    broken: Any,  # noqa: ANN401
    release: dict[str, str] | None,
    line: str,
) -> None:
    on(monkeypatch, release)
    message, hint = broken(absent("cairo"), OSError(NOT_FOUND))
    expected = "PNG files need Cairo, but pycairo is not installed and cairocffi does not find the library libcairo"
    assert (message, hint) == (expected, line)


def test_an_administrator_needs_no_sudo(monkeypatch: pytest.MonkeyPatch, broken: Any) -> None:  # noqa: ANN401
    on(monkeypatch, DEBIAN, root=True)
    assert broken(absent("cairo"), OSError(NOT_FOUND))[1] == "run `apt-get update && apt-get install libcairo2`"


def test_macos_gets_its_line_and_its_folders(monkeypatch: pytest.MonkeyPatch, broken: Any) -> None:  # noqa: ANN401
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.delenv("DYLD_FALLBACK_LIBRARY_PATH", raising=False)
    with cairo_binding._homes_of_libraries():
        assert os.environ["DYLD_FALLBACK_LIBRARY_PATH"].startswith("/opt/homebrew/lib:/usr/local/lib")
    assert "DYLD_FALLBACK_LIBRARY_PATH" not in os.environ
    assert broken(absent("cairo"), OSError(NOT_FOUND))[1] == "run `brew install cairo`"


def test_windows_gets_the_wheel_of_pycairo(monkeypatch: pytest.MonkeyPatch, broken: Any) -> None:  # noqa: ANN401
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "executable", r"C:\Program Files\Python\python.exe")
    line = r'run `"C:\Program Files\Python\python.exe" -m pip install pycairo`'
    assert broken(absent("cairo"), absent("cairocffi"))[1] == line
    assert "--force-reinstall pycairo" in broken_again(broken)


def broken_again(broken: Any) -> str:  # noqa: ANN401
    cairo_binding._attempts.cache_clear()
    hint: str = broken(ImportError("DLL load failed while importing _cairo"), absent("cairocffi"))[1]
    return hint


def test_two_bindings_broken_in_different_ways(monkeypatch: pytest.MonkeyPatch, broken: Any) -> None:  # noqa: ANN401
    on(monkeypatch, DEBIAN)
    monkeypatch.setattr(sys, "executable", "/opt/my python/bin/python")
    message, hint = broken(ImportError("undefined symbol:\n cairo_tag_begin"), absent("_cffi_backend"))
    assert message == (
        "PNG files need Cairo, but pycairo does not work (ImportError: undefined symbol: cairo_tag_begin) "
        "and cairocffi does not work (ModuleNotFoundError: No module named '_cffi_backend')"
    )
    assert hint == "run `'/opt/my python/bin/python' -m pip install --force-reinstall cairocffi cffi`"


def test_a_library_of_another_machine_is_quoted(monkeypatch: pytest.MonkeyPatch, broken: Any) -> None:  # noqa: ANN401
    on(monkeypatch, DEBIAN)
    wrong = f"{NOT_FOUND}\ncannot load library 'libcairo.so': wrong ELF class: ELFCLASS32"
    message, hint = broken(absent("cairo"), OSError(wrong))
    assert message.endswith(
        "cairocffi cannot load the library (cannot load library 'libcairo.so': wrong ELF class: ELFCLASS32)"
    )
    assert "libcairo2" in hint


@pytest.mark.parametrize("library", [None, "libcairo.so.2"])
@pytest.mark.parametrize("pip", [None, ModuleSpec("pip", None)])
def test_without_any_binding_one_is_installed(
    monkeypatch: pytest.MonkeyPatch,
    broken: Any,  # noqa: ANN401
    library: str | None,
    pip: ModuleSpec | None,
) -> None:
    on(monkeypatch, {"ID": "fedora"}, root=True)
    monkeypatch.setattr(sys, "executable", "/venv/bin/python")
    monkeypatch.setattr("ctypes.util.find_library", lambda _: library)
    monkeypatch.setattr("importlib.util.find_spec", lambda _: pip)
    message, hint = broken(absent("cairo"), absent("cairocffi"))
    assert message == "PNG files need Cairo, but neither pycairo nor cairocffi is installed"
    before = "" if library else "run `dnf install cairo`, then "
    program = "/venv/bin/python -m pip install" if pip else "uv pip install --python /venv/bin/python"
    assert hint == f"{before}run `{program} cairocffi`"


def test_svg_and_pdf_files_need_no_cairo(tmp_path: Path) -> None:
    """Nor does the book; the same bytes as with it."""
    arguments = ("render", "figures", "--target", "svg,pdf", "--book", "Livro")
    done = rendered(tmp_path / "out", *arguments, without="cairo,cairocffi")
    assert (done.returncode, done.stderr) == (0, "")
    assert main(["render", str(ROOT / "figures"), "--tokens", str(ROOT / "tokens.toml"), *arguments[2:],
                 "--out", str(tmp_path / "with")]) == 0  # fmt: skip
    assert written(tmp_path / "out") == written(tmp_path / "with")
    assert len(written(tmp_path / "out")) == 11


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        (("render", "figures"), 10),
        (("render", "figures", "--target", "web,print"), 0),
        (("render", "tests/check/faulty", "--only", "01,02,03", "--target", "svg"), 0),  # drafts
        (("inspect", "figures", "--overlay"), 0),
        (("tokens", "sheet", "--mode", "theme=dark", "--target", "web,print,svg"), 1),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_draws_pixels_says_once_that_cairo_is_missing(
    tmp_path: Path, arguments: tuple[str, ...], files: int
) -> None:
    """The files of other formats are written all the same."""
    done = rendered(tmp_path, *arguments, without="cairo,cairocffi")
    assert done.returncode == 1
    assert done.stderr.count("error[no-cairo]: PNG files need Cairo") == 1
    assert done.stderr.count("no-cairo") == 1
    assert "internal" not in done.stderr
    assert len(written(tmp_path)) == files
