"""Set-up on a fresh machine: what is installed, what is said when it cannot be, and what survives an interruption."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.setup.machine import PYTHON, Machine

RUNTIME = ".venv/.runtime-ready"
TOOLS = ".venv/.tools-ready"
RELEASE = ".venv/.release-ready"


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine without any build tool."""
    return Machine(tmp_path)


@pytest.fixture
def ready(machine: Machine) -> Machine:
    """A machine with everything that the build needs."""
    machine.install_build_tools()
    return machine


def sentence(output: str) -> str:
    """The one line that explains a failure."""
    lines = [line for line in output.splitlines() if line.startswith("layoutkit: ") and not line.endswith("...")]
    assert len(lines) == 1, output
    assert "Traceback" not in output
    return lines[0].removeprefix("layoutkit: ")


def test_rendering_needs_no_test_tools(ready: Machine) -> None:
    assert ready.make(RUNTIME).returncode == 0
    (call,) = ready.calls()
    assert call.endswith("--editable .[pycairo]")
    assert ".tools-ready" not in ready.environment_files()


def test_tools_come_after_the_runtime(ready: Machine) -> None:
    assert ready.make(TOOLS).returncode == 0
    runtime, tools = ready.calls()
    assert runtime.endswith("--editable .[pycairo]")
    assert tools.endswith("--editable .[pycairo,test,check]")


def test_what_builds_a_wheel_is_installed_for_it_alone(ready: Machine) -> None:
    ready.make(TOOLS)
    ready.calls()
    assert ".release-ready" not in ready.environment_files()
    assert ready.make(RELEASE).returncode == 0
    (release,) = ready.calls()
    assert release.endswith("--editable .[pycairo,release,dask,programs]")
    assert ready.make(TOOLS).returncode == 0
    assert ready.calls() == []


def test_a_second_run_does_nothing(ready: Machine) -> None:
    ready.make(TOOLS)
    ready.calls()
    again = ready.make(TOOLS)
    assert again.returncode == 0
    assert "layoutkit:" not in again.stdout
    assert ready.calls() == []


def test_changed_requirements_are_installed_into_the_same_environment(ready: Machine) -> None:
    ready.make(RUNTIME)
    (ready.repository / ".venv" / "kept").touch()
    stamp = (ready.repository / RUNTIME).stat()
    os.utime(ready.repository / "pyproject.toml", ns=(stamp.st_atime_ns, stamp.st_mtime_ns + 1_000_000_000))
    ready.calls()
    assert ready.make(RUNTIME).returncode == 0
    assert len(ready.calls()) == 1
    assert "kept" in ready.environment_files()


@pytest.mark.parametrize("target", [RUNTIME, TOOLS])
def test_a_killed_run_is_not_taken_for_finished(ready: Machine, target: str) -> None:
    if target == TOOLS:
        ready.make(RUNTIME)
    assert ready.make(target, PIP_KILLS="yes").returncode != 0
    assert ".unfinished" in ready.environment_files()
    (ready.repository / ".venv" / "half").touch()
    assert ready.make(target).returncode == 0
    assert not {"half", ".unfinished"} & ready.environment_files()
    assert (ready.repository / target).exists()


def test_a_failed_addition_leaves_the_runtime_usable(ready: Machine) -> None:
    ready.make(RUNTIME)
    failed = ready.make(TOOLS, PIP_SAYS="NameResolutionError")
    assert "could not be downloaded" in sentence(failed.stdout)
    ready.calls()
    assert ready.make(RUNTIME).returncode == 0
    assert ready.calls() == []


def test_an_environment_made_by_hand_is_used(ready: Machine) -> None:
    folder = ready.repository / ".venv" / "bin"
    folder.mkdir(parents=True)
    (folder / "python").write_text(PYTHON, encoding="utf-8")
    (folder / "python").chmod(0o755)
    (folder / "mine").touch()
    assert ready.make(RUNTIME).returncode == 0
    assert (folder / "mine").exists()


def test_an_environment_without_interpreter_is_rebuilt(ready: Machine) -> None:
    ready.make(RUNTIME)
    (ready.repository / ".venv" / "bin" / "python").unlink()
    assert ready.make(RUNTIME).returncode == 0
    assert (ready.repository / ".venv" / "bin" / "python").exists()


def test_a_moved_repository_gets_a_new_environment(ready: Machine) -> None:
    ready.make(RUNTIME)
    (ready.repository / ".venv" / "old").touch()
    ready.move_repository()
    assert ready.make(RUNTIME).returncode == 0
    assert "old" not in ready.environment_files()
    assert (ready.repository / RUNTIME).read_text(encoding="utf-8") == f"{ready.repository}\n"


@pytest.mark.parametrize(
    ("pip_says", "expected"),
    [
        ("Failed to establish a new connection: Temporary failure in name resolution", "check the network"),
        ("ERROR: Could not find a version that satisfies the requirement pillow==13.0.0", "check the network"),
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("../cairo/meson.build:31:12: ERROR: Dependency cairo not found", "pycairo could not be built"),
        ("Traceback (most recent call last):\nValueError", "pip could not install the Python packages"),
    ],
)
def test_failures_of_pip_are_told_in_a_sentence(ready: Machine, pip_says: str, expected: str) -> None:
    failed = ready.make(RUNTIME, PIP_SAYS=pip_says)
    assert failed.returncode != 0
    said = sentence(failed.stdout)
    assert expected in said
    assert ".venv/setup.log" in said
    assert pip_says in (ready.repository / ".venv" / "setup.log").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("manager", "line"),
    [
        ("dnf", "sudo dnf install gcc pkgconf-pkg-config cairo-devel python3 python3-devel"),
        ("pacman", "sudo pacman -S --needed gcc pkgconf cairo python"),
        ("zypper", "sudo zypper install gcc pkg-config cairo-devel python313 python313-devel"),
        ("apk", "doas apk add gcc musl-dev pkgconf cairo-dev python3 python3-dev"),
    ],
)
def test_other_package_managers_get_a_line_to_run(machine: Machine, manager: str, line: str) -> None:
    machine.install(manager, "exit 1")
    failed = machine.make(RUNTIME)
    assert failed.returncode != 0
    assert f"run `{line}`, then make again" in sentence(failed.stdout)


def test_macos_gets_the_compiler_from_xcode(machine: Machine) -> None:
    machine.install("uname", "echo Darwin")
    assert "`xcode-select --install && brew install pkgconf cairo python`" in sentence(machine.make(RUNTIME).stdout)
    machine.install_build_tools()
    machine.install("pkg-config", "exit 1")
    assert "`brew install cairo`" in sentence(machine.make(RUNTIME).stdout)


def test_an_unknown_system_is_told_what_is_missing(machine: Machine) -> None:
    said = sentence(machine.make(RUNTIME).stdout)
    assert "missing: a C compiler, pkg-config, the cairo headers, Python 3.11 or newer;" in said


def test_debian_without_rights_gets_a_line_for_the_administrator(machine: Machine) -> None:
    machine.install_build_tools()
    (machine.programs / "cc").unlink()
    machine.install("apt-get", "exit 1")
    failed = machine.make(RUNTIME)
    assert failed.returncode != 0
    assert "`sudo apt-get update && sudo apt-get install gcc libc6-dev`" in sentence(failed.stdout)


@pytest.fixture
def debian(machine: Machine) -> Machine:
    """A Debian machine, run as root, with nothing installed but apt."""
    machine.install_apt()
    machine.install_build_tools(on_shelf=True)
    return machine


def test_debian_installs_what_is_missing(debian: Machine) -> None:
    assert debian.make(RUNTIME).returncode == 0
    update, install, pip = debian.calls()
    assert update.endswith(" update")
    assert install.partition(" install --no-install-recommends ")[2].split() == [
        *("gcc", "libc6-dev", "pkg-config", "libcairo2-dev", "python3.12", "python3.12-venv", "python3.12-dev")
    ]
    assert pip.endswith("--editable .[pycairo]")


@pytest.mark.parametrize(("lacking", "package"), [("ensurepip", "python3.11-venv"), ("Python.h", "python3.11-dev")])
def test_debian_installs_the_rest_of_its_python(debian: Machine, lacking: str, package: str) -> None:
    debian.install_build_tools()
    failed = debian.make(RUNTIME, LACKS=lacking)
    assert debian.calls()[1].endswith(f"--no-install-recommends {package}")
    assert "still missing after apt" in sentence(failed.stdout)


def test_debian_leaves_apt_alone_when_all_is_there(debian: Machine) -> None:
    debian.install_build_tools()
    assert debian.make(RUNTIME).returncode == 0
    assert [call for call in debian.calls() if "apt-get" in call] == []


def test_debian_uses_sudo_where_not_root(debian: Machine) -> None:
    debian.install("id", "echo 1000")
    debian.install("sudo", 'echo "sudo $*" >>"$CALLS"; [ "$1" = -n ] || exec "$@"')
    assert debian.make(RUNTIME).returncode == 0
    assert sum(call.startswith("sudo env") for call in debian.calls()) == 2


def test_debian_waits_for_another_apt(debian: Machine) -> None:
    (debian.root / "busy").touch()
    done = debian.make(RUNTIME)
    assert done.returncode == 0
    assert "another apt is running" in done.stdout
    assert sum(call.endswith(" update") for call in debian.calls()) == 2


def test_debian_says_what_apt_could_not_install(debian: Machine) -> None:
    failed = debian.make(RUNTIME, APT_FAILS="yes")
    assert failed.returncode != 0
    assert "apt could not install gcc libc6-dev" in sentence(failed.stdout)


def test_debian_too_old_for_python_says_so(debian: Machine) -> None:
    failed = debian.make(RUNTIME, LACKS="version_info")
    assert "offers no Python 3.11 or newer" in sentence(failed.stdout)


# -- programs that some tests compare with ----------------------------------------------------------------------------

VIEWERS = {
    "pdftoppm": "poppler-utils",
    "chromium": "chromium",
    "gs": "ghostscript",
    "rsvg-convert": "librsvg2-bin",
    "firefox-esr": "firefox-esr",
    "zsh": "zsh",
    "fish": "fish",
    "auxiliary/LineBreakTest.txt": "unicode-data",
}
"""By what they bring: the packages that the tests can use."""


@pytest.fixture
def built(debian: Machine) -> Machine:
    """A Debian machine with all that the build needs; its apt has the programs that tests compare with."""
    debian.install_build_tools()
    for program in VIEWERS:
        debian.install(program, on_shelf=True)
    return debian


def apt_calls(machine: Machine) -> list[str]:
    """What apt-get was asked to do, without its options."""
    return [call.partition("Timeout=600 ")[2] for call in machine.calls() if call.startswith("apt-get")]


def test_debian_adds_the_programs_that_tests_compare_with(built: Machine) -> None:
    done = built.make(TOOLS)
    assert done.returncode == 0
    assert "skipped" not in done.stdout
    assert apt_calls(built) == ["update", *(f"install --no-install-recommends {name}" for name in VIEWERS.values())]
    built.make(TOOLS)
    assert apt_calls(built) == []


def test_rendering_needs_no_programs_to_compare_with(built: Machine) -> None:
    assert built.make(RUNTIME).returncode == 0
    assert apt_calls(built) == []


def test_programs_that_are_there_are_left_alone(built: Machine) -> None:
    for program in VIEWERS.keys() - {"chromium"}:
        built.install(program)
    assert built.make(TOOLS).returncode == 0
    assert apt_calls(built) == ["update", "install --no-install-recommends chromium"]


def test_set_up_is_complete_without_programs_to_compare_with(built: Machine) -> None:
    done = built.make(TOOLS, APT_FAILS="yes")
    assert done.returncode == 0
    assert f"without {' '.join(VIEWERS.values())} the tests that need them are skipped" in sentence(done.stdout)
    assert len(apt_calls(built)) == 1 + len(VIEWERS)
    again = built.make(TOOLS, APT_FAILS="yes")
    assert (again.returncode, apt_calls(built)) == (0, [])
    assert "layoutkit:" not in again.stdout


def test_nobody_is_asked_for_a_password_for_programs_to_compare_with(built: Machine) -> None:
    built.install("id", "echo 1000")
    built.install("sudo", "exit 1")
    done = built.make(TOOLS)
    assert done.returncode == 0
    assert "skipped" in sentence(done.stdout)
    assert apt_calls(built) == []


@pytest.mark.parametrize("manager", ["dnf", "pacman"])
def test_other_package_managers_are_not_asked_for_programs_to_compare_with(ready: Machine, manager: str) -> None:
    ready.install(manager, "exit 1")
    done = ready.make(TOOLS)
    assert done.returncode == 0
    assert "Debian has them as packages" in sentence(done.stdout)


# -- what stands in the way -------------------------------------------------------------------------------------------


def test_the_chosen_interpreter_is_used(ready: Machine) -> None:
    ready.install("special", PYTHON.replace("Python 3.11.2", "Python 3.14.1"))
    assert "Python 3.14.1" in ready.make(RUNTIME, PYTHON="special").stdout


@pytest.mark.parametrize("choice", ["no-such-python", "python3.11"])
def test_a_chosen_interpreter_that_will_not_do_is_named(ready: Machine, choice: str) -> None:
    failed = ready.make(RUNTIME, PYTHON=choice, LACKS="version_info")
    assert failed.returncode != 0
    assert f"PYTHON={choice} does not run as Python 3.11 or newer" in sentence(failed.stdout)


def test_a_read_only_folder_is_named(ready: Machine) -> None:
    ready.install("ln", "exit 1")  # what ln does in such a folder, also to root
    ready.install("sleep")
    failed = ready.make(RUNTIME)
    assert failed.returncode != 0
    assert f"{ready.repository} cannot be written to" in sentence(failed.stdout)


def test_a_lock_of_a_dead_process_counts_for_nothing(ready: Machine) -> None:
    (ready.repository / ".setup-lock").symlink_to("2147483647")
    assert ready.make(RUNTIME).returncode == 0
    assert not (ready.repository / ".setup-lock").is_symlink()


def test_a_running_set_up_is_waited_for(ready: Machine) -> None:
    (ready.repository / ".setup-lock").symlink_to(str(os.getpid()))
    ready.install("sleep", 'rm -f "$LOCK"')
    done = ready.make(RUNTIME, LOCK=str(ready.repository / ".setup-lock"))
    assert done.returncode == 0
    assert "another set-up is running" in done.stdout


def test_set_ups_side_by_side_take_turns(ready: Machine) -> None:
    ready.install("sleep")
    with ThreadPoolExecutor() as pool:
        runs = list(pool.map(ready.make, [RUNTIME, TOOLS, RUNTIME, TOOLS]))
    assert [run.returncode for run in runs] == [0, 0, 0, 0], [run.stdout for run in runs]
    assert sorted(call.rpartition(" ")[2] for call in ready.calls()) == [
        ".[pycairo,test,check]",
        ".[pycairo]",
    ]


def test_an_incomplete_copy_of_the_repository_is_noticed(ready: Machine) -> None:
    (ready.repository / "src" / "layoutkit" / "__init__.py").unlink()
    failed = ready.make(RUNTIME)
    assert failed.returncode != 0
    assert "is not a whole copy of the repository" in failed.stdout
