"""Every version that set-up installs is pinned, and the pins are what runs here."""

import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

REPOSITORY = Path(__file__).parents[2]

PINS = {
    canonicalize_name(name): version
    for name, version in re.findall(
        r"^([\w.-]+)==(\S+)$", (REPOSITORY / ".ci" / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE
    )
}
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]


SECOND_TIER = ("release", "dask", "programs")
"""Extras that are installed for the second tier alone."""
SITE = ("docs",)
"""Extras that are installed for ``make site`` alone, which no tier of the tests runs."""


def needs(lines: Iterable[str]) -> set[NormalizedName]:
    """Names in requirement lines, without those meant for another machine or for an extra."""
    parsed = (Requirement(line) for line in lines)
    return {
        canonicalize_name(requirement.name)
        for requirement in parsed
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""})
    }


def closure(*extras: str) -> set[NormalizedName]:
    """Names of everything that layoutkit and some extras bring along on this machine."""
    found: set[NormalizedName] = set()
    waiting = needs(PROJECT["dependencies"]).union(*(needs(PROJECT["optional-dependencies"][name]) for name in extras))
    while waiting:
        package = waiting.pop()
        found.add(package)
        waiting |= needs(distribution(package).requires or []) - found
    return found


def installed_version(package: str) -> str | None:
    """The version here; none for what is only needed while building."""
    try:
        return distribution(package).version
    except PackageNotFoundError:
        return None


def test_every_line_is_an_exact_pin() -> None:
    lines = (REPOSITORY / ".ci" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line and not re.fullmatch(r"#.*|[a-z0-9-]+==[0-9.]+(post[0-9]+)?", line)] == []


def test_everything_installed_is_pinned() -> None:
    needed = closure(*(name for name in PROJECT["optional-dependencies"] if name not in SECOND_TIER + SITE))
    assert {"pycairo", "cffi", "pytest", "pluggy", "mypy-extensions"} <= needed
    assert needed - PINS.keys() == set()


@pytest.mark.slow
def test_everything_that_the_second_tier_needs_is_pinned() -> None:
    needed = closure(*SECOND_TIER)
    assert {"build", "twine", "requests", "wheel-filename", "dask", "toolz", "typst"} <= needed
    assert needed - PINS.keys() == set()


def test_installed_versions_are_the_pinned_ones() -> None:
    installed = {package: installed_version(package) for package in PINS}
    differing = {package: version for package, version in installed.items() if version not in {None, PINS[package]}}
    assert differing == {}
    assert installed[canonicalize_name("pycairo")] is not None


@pytest.mark.parametrize("package", ["meson", "meson-python", "ninja", "packaging", "pyproject-metadata"])
def test_the_build_of_pycairo_is_pinned(package: str) -> None:
    assert package in PINS


@pytest.mark.parametrize("package", ["hatchling", "editables", "packaging", "pathspec", "pluggy", "trove-classifiers"])
def test_the_build_of_layoutkit_is_pinned(package: str) -> None:
    assert package in PINS
