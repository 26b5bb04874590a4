"""A pretended machine for `.ci/bootstrap`: a folder of programs that is the whole PATH."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]

TOOLS = (
    "cat",
    "cp",
    "dirname",
    "env",
    "find",
    "grep",
    "kill",
    "ln",
    "make",
    "mkdir",
    "readlink",
    "rm",
    "sed",
    "sh",
    "sleep",
    "touch",
    "tr",
)

# Fails on statements that hold a word of $LACKS; packages count as importable once pip has run in the environment.
PYTHON = """\
#!/bin/sh
here=${0%/*}
[ "$1" = -I ] && shift
case "$1 $2" in
    "-m venv") mkdir -p "$3/bin" && cp "$0" "$3/bin/python"; exit ;;
    "-m pip")
        echo "$@" >>"$CALLS"
        [ -z "${PIP_KILLS:-}" ] || kill -KILL $PPID
        [ -z "${PIP_SAYS:-}" ] || { echo "$PIP_SAYS"; exit 1; }
        touch "$here/installed"
        exit ;;
esac
for word in ${LACKS:-}; do
    case $2 in *"$word"*) exit 1 ;; esac
done
case $2 in
    *platform*) echo Python 3.11.2 ;;
    *%d.%d*) echo 3.11 ;;
    *cairo* | *pytest* | *twine*) [ -e "$here/installed" ] ;;
esac
"""

# Finds the lists locked while the file $BUSY exists; installing puts the shelf's programs beside this one.
APT_GET = """\
#!/bin/sh
echo "apt-get $*" >>"$CALLS"
case "$*" in
    *update*) [ ! -e "$BUSY" ] || { rm "$BUSY"; echo 'E: Could not get lock'; exit 100; } ;;
    *install*) [ -z "${APT_FAILS:-}" ] || exit 100; cp -R "$SHELF"/* "${0%/*}" ;;
esac
"""


@dataclass
class Machine:
    """Where the repository's copy and the programs lie."""

    root: Path
    folder: str = "a repository"

    def __post_init__(self) -> None:
        for folder in (self.repository / ".ci", self.repository / "src" / "layoutkit", self.programs, self.shelf):
            folder.mkdir(parents=True)
        for name in ("Makefile", "pyproject.toml", ".ci/bootstrap", ".ci/constraints.txt", "src/layoutkit/__init__.py"):
            shutil.copy(REPOSITORY / name, self.repository / name)
        for tool in TOOLS:
            (self.programs / tool).symlink_to(shutil.which(tool) or tool)
        self.install("id", "echo 1000")
        self.install("uname", "echo Linux")

    @property
    def repository(self) -> Path:
        """The copy of the repository; its path has a space in it."""
        return self.root / self.folder

    @property
    def programs(self) -> Path:
        """The only folder of PATH."""
        return self.root / "bin"

    @property
    def shelf(self) -> Path:
        """Programs that the pretended `apt-get install` brings."""
        return self.root / "shelf"

    def install(self, name: str, script: str = "exit 0", *, on_shelf: bool = False) -> None:
        """Put a shell script on PATH, or on the shelf; a name with a folder is a file that some test reads."""
        program = (self.shelf if on_shelf else self.programs) / name
        program.parent.mkdir(exist_ok=True)
        program.unlink(missing_ok=True)
        program.write_text(script if script.startswith("#!") else f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)

    def install_build_tools(self, *, on_shelf: bool = False) -> None:
        """A compiler, pkg-config that knows cairo, and a Python."""
        self.install("cc", on_shelf=on_shelf)
        self.install("pkg-config", on_shelf=on_shelf)
        self.install("python3.11", PYTHON, on_shelf=on_shelf)

    def install_apt(self) -> None:
        """Debian's package manager, which knows Python 3.12 and no other; the user is root."""
        self.install("apt-get", APT_GET)
        self.install("apt-cache", '[ "$2" = python3.12 ]')
        self.install("id", "echo 0")
        self.install("sleep")

    def make(self, target: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a Makefile target with nothing on PATH but this machine's programs."""
        told = {
            "CALLS": str(self.root / "calls"),
            "BUSY": str(self.root / "busy"),
            "SHELF": str(self.shelf),
            "UNICODE_DATA": str(self.programs),
            **environment,
            "PATH": str(self.programs),
        }
        return subprocess.run(
            [self.programs / "make", target],
            cwd=self.repository,
            env=told,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=60,
        )

    def move_repository(self) -> None:
        """Give the repository another path."""
        before = self.repository
        self.folder = "another place"
        before.rename(self.repository)

    def calls(self) -> list[str]:
        """What pip and apt-get were asked to do, in order; forgotten once read."""
        file = self.root / "calls"
        lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        file.unlink(missing_ok=True)
        return lines

    def environment_files(self) -> set[str]:
        """Names inside `.venv`."""
        return {entry.name for entry in (self.repository / ".venv").iterdir()}
