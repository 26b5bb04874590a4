"""The Cairo that draws pixels, ``cairo``: pycairo where it works, else cairocffi under pycairo's names.

Both call the same library and draw the same bytes. pycairo is faster, but has to be compiled on Linux and macOS.
cairocffi is a pure wheel that needs nothing but the library. Only the modules that draw PNG files import this one.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import os
import sys
from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from layoutkit.diagnostics import Diagnostic, LayoutkitError, described

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import cairo
else:

    def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module, or what stands for one
        """``cairo``, chosen when it is first asked for.

        Raises:
            LayoutkitError: there is no working Cairo (``no-cairo``).
        """
        if name != "cairo":
            raise AttributeError(name)
        return _chosen()


__all__ = ["cairo", "version"]

_ENUMS = {
    "Antialias": ("ANTIALIAS", ("NONE",)),
    "Content": ("CONTENT", ("ALPHA",)),
    "Extend": ("EXTEND", ("PAD",)),
    "FillRule": ("FILL_RULE", ("WINDING", "EVEN_ODD")),
    "Filter": ("FILTER", ("GOOD", "BILINEAR")),
    "Format": ("FORMAT", ("A8", "ARGB32", "RGB24")),
    "LineCap": ("LINE_CAP", ("BUTT", "ROUND", "SQUARE")),
    "Operator": (
        "OPERATOR",
        (
            *("OVER", "MULTIPLY", "SCREEN", "OVERLAY", "DARKEN", "LIGHTEN", "COLOR_DODGE", "COLOR_BURN"),
            *("HARD_LIGHT", "SOFT_LIGHT", "DIFFERENCE", "EXCLUSION"),
            *("HSL_HUE", "HSL_SATURATION", "HSL_COLOR", "HSL_LUMINOSITY"),
        ),
    ),
    "LineJoin": ("LINE_JOIN", ("MITER", "ROUND", "BEVEL")),
}
"""pycairo's enumerations as far as they are used here, with cairocffi's prefix for them: ``LINE_CAP_BUTT``."""
_CLASSES = (
    *("Context", "ImageSurface", "RecordingSurface"),
    *("LinearGradient", "Matrix", "RadialGradient", "SolidPattern", "SurfacePattern"),
)
"""What both bindings call by the same name."""

_PACKAGES = {
    "debian": "apt-get update && {sudo}apt-get install libcairo2",
    "fedora": "dnf install cairo",
    "rhel": "dnf install cairo",
    "arch": "pacman -S cairo",
    "suse": "zypper install libcairo2",
    "alpine": "apk add cairo",
}
"""By the ids in ``/etc/os-release``: what installs the library, for an administrator."""
_MACOS_FOLDERS = ("/opt/homebrew/lib", "/usr/local/lib", "/opt/local/lib")
"""Where Homebrew and MacPorts install libraries."""


@cache
def _attempts() -> tuple[Any, Mapping[str, Exception]]:
    """The first binding that works, None if none does; and by name, what keeps the others from working.

    It is remembered also where none works, since looking for the library starts other programs.
    """
    failures: dict[str, Exception] = {}
    loaders: dict[str, Callable[[], Any]] = {"pycairo": _pycairo, "cairocffi": _cairocffi}
    for name, load in loaders.items():
        try:
            binding = load()
            _paint_a_pixel(binding)
        except Exception as failure:  # noqa: BLE001 - a broken binding may raise anything
            failures[name] = failure
        else:
            return binding, failures
    return None, failures


def _chosen() -> Any:  # noqa: ANN401 - a module, or what stands for one
    binding, failures = _attempts()
    if binding is None:
        raise LayoutkitError(_no_cairo(failures))
    return binding


def version() -> str:
    """The version of the library that draws.

    Raises:
        LayoutkitError: there is no working Cairo (``no-cairo``).
    """
    return str(_chosen().cairo_version_string())


def _pycairo() -> Any:  # noqa: ANN401 - whatever module has its name
    module = importlib.import_module("cairo")
    for name in (*_CLASSES, *_ENUMS):
        if not hasattr(module, name):
            where = getattr(module, "__file__", None) or "a folder called cairo"
            raise ImportError(f"{where} is not pycairo 1.26 or newer: it has no {name}")
    return module


def _cairocffi() -> SimpleNamespace:
    """What is used here of cairocffi, by pycairo's names."""
    with _homes_of_libraries():
        module: Any = importlib.import_module("cairocffi")
    names = {name: getattr(module, name) for name in _CLASSES}
    for name, (prefix, values) in _ENUMS.items():
        names[name] = SimpleNamespace(**{value: getattr(module, f"{prefix}_{value}") for value in values})
    return SimpleNamespace(**names, cairo_version_string=module.cairo_version_string)


@contextlib.contextmanager
def _homes_of_libraries() -> Iterator[None]:
    """Let a library be found where package managers of macOS install it; most Pythons do not look there."""
    variable = "DYLD_FALLBACK_LIBRARY_PATH"
    if sys.platform != "darwin" or variable in os.environ:
        yield
        return
    os.environ[variable] = ":".join(_MACOS_FOLDERS)
    try:
        yield
    finally:
        os.environ.pop(variable, None)  # another thread may have done it


def _paint_a_pixel(binding: Any) -> None:  # noqa: ANN401 - one of the bindings
    """Raise an exception where a binding can be imported, but not used."""
    surface = binding.ImageSurface(binding.Format.ARGB32, 1, 1)
    context = binding.Context(surface)
    context.set_source_rgba(1, 1, 1, 1)
    context.paint()
    surface.flush()
    if bytes(surface.get_data()) != b"\xff\xff\xff\xff":
        raise RuntimeError("a white pixel is not white")


def _no_cairo(failures: Mapping[str, Exception]) -> Diagnostic:
    if all(_is_absent(name, failure) for name, failure in failures.items()):
        reasons = "neither pycairo nor cairocffi is installed"
    else:
        reasons = " and ".join(_reason(name, failure) for name, failure in failures.items())
    hint = f"{_remedy(failures)}; SVG and PDF files need no Cairo"
    return Diagnostic("no-cairo", f"PNG files need Cairo, but {reasons}", hint=hint)


def _reason(name: str, failure: Exception) -> str:
    """Why a binding does not work: ``pycairo is not installed``."""
    if _is_absent(name, failure):
        return f"{name} is not installed"
    if not isinstance(failure, OSError):
        return f"{name} does not work ({' '.join(described(failure).split())})"
    # cairocffi lists each name that it tried, a line each; a library that is there, but cannot be loaded, is the news.
    tried = [line for line in str(failure).splitlines() if not line.startswith("no library called")]
    news = [line for line in tried if "No such file" not in line and "no such file" not in line]
    return f"{name} cannot load the library ({news[0]})" if news else f"{name} does not find the library libcairo"


def _is_absent(name: str, failure: Exception) -> bool:
    module = {"pycairo": "cairo"}.get(name, name)
    return isinstance(failure, ModuleNotFoundError) and failure.name == module


def _remedy(failures: Mapping[str, Exception]) -> str:
    """What makes a binding work."""
    if sys.platform == "win32":  # its wheel of pycairo has the library inside
        return f"run `{_pip('pycairo', again=not _is_absent('pycairo', failures['pycairo']))}`"
    failure = failures["cairocffi"]
    if isinstance(failure, OSError):
        return _library()
    if not _is_absent("cairocffi", failure):
        return f"run `{_pip('cairocffi', 'cffi', again=True)}`"
    from ctypes.util import find_library  # noqa: PLC0415 - for this message alone

    library = "" if find_library("cairo") else f"{_library()}, then "
    return f"{library}run `{_pip('cairocffi')}`"


def _library() -> str:
    """What installs the library on this system."""
    if sys.platform == "darwin":
        return "run `brew install cairo`"
    sudo = "" if os.geteuid() == 0 else "sudo "
    with contextlib.suppress(OSError):  # a system that does not say what it is
        import platform  # noqa: PLC0415 - for this message alone

        release = platform.freedesktop_os_release()
        for name in (release["ID"], *release.get("ID_LIKE", "").split()):
            if name in _PACKAGES:
                return f"run `{sudo}{_PACKAGES[name].format(sudo=sudo)}`"
    return "install the library libcairo with this system's package manager"


def _pip(*packages: str, again: bool = False) -> str:
    """The line that installs packages for the Python that runs."""
    program = sys.executable or "python"
    if importlib.util.find_spec("pip") is not None:
        words = [program, "-m", "pip", "install", *(["--force-reinstall"] if again else [])]
    else:  # an environment that uv made
        words = ["uv", "pip", "install", "--python", program, *(["--reinstall"] if again else [])]
    import shlex  # noqa: PLC0415 - for this message alone
    import subprocess  # noqa: PLC0415 - likewise

    return (subprocess.list2cmdline if sys.platform == "win32" else shlex.join)([*words, *packages])
