"""One figure at a time, from plain values to plain values: what a worker process does, and a run in one process too.

A :class:`Task` names a script, a figure and some combinations of modes; a :class:`Done` has the bytes of all files, the
findings, and what all this was made from. Nothing is written here. Scripts run one at a time in a process, since they
share its folder, streams and modules.
"""

from __future__ import annotations

import contextlib
import io
import sys
from dataclasses import dataclass, field, replace
from threading import RLock
from typing import TYPE_CHECKING

from layoutkit.declarations import with_declarations
from layoutkit.diagnostics import LayoutkitError, error, internal
from layoutkit.discover import load_script
from layoutkit.fingerprints import Snapshot, of_value
from layoutkit.publish import make, make_draft
from layoutkit.published import Made
from layoutkit.reads import Reads, listening
from layoutkit.renderer import Renderer
from layoutkit.timing import timing
from layoutkit.tokens.contracts import broken
from layoutkit.tokens.formats import formats
from layoutkit.tokens.jobs import jobs
from layoutkit.tokens.load import load_all
from layoutkit.tokens.tables import registry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from layoutkit.discover import NamedFigure
    from layoutkit.fingerprints import Inputs
    from layoutkit.tokens import Theme, Themes
    from layoutkit.tokens.jobs import Job

__all__ = [
    "Bench",
    "Done",
    "JobDone",
    "LoadedScript",
    "Scripts",
    "Setting",
    "Task",
    "broken_contracts",
    "notes_of",
    "work",
    "work_elsewhere",
]

Notes = dict[str, tuple[set[str], set[str]]]


@dataclass(frozen=True, slots=True)
class Setting:
    """What all figures of a run are rendered with."""

    run: str
    """Tells runs apart: another one loads everything again."""
    began: int
    """In nanoseconds since the epoch."""
    tokens: Path
    """The token file, from any folder."""
    paths: tuple[Path, ...]
    """Scripts and folders of scripts that may declare components."""
    first: tuple[Path, ...]
    """Scripts that declare components, which are loaded before the token file."""
    modes: tuple[tuple[str, str], ...]
    targets: tuple[str, ...] | None
    allowed: frozenset[str]
    draft: bool


@dataclass(frozen=True, slots=True)
class Task:
    """One figure to be made."""

    setting: Setting
    script: Path
    name: str
    jobs: tuple[int, ...]
    """The numbers of its combinations of modes, among those of the run."""


@dataclass(frozen=True, slots=True)
class JobDone:
    """One figure in the outputs of one combination of modes."""

    made: Made
    tokens: dict[str, dict[str, str]]
    """By look: the digests of the tokens that were read."""
    fonts: dict[str, str]
    """The digests of the font files."""
    seconds: Mapping[str, float]
    """CPU time of each step."""


@dataclass(frozen=True, slots=True)
class Done:
    """One figure, made."""

    jobs: tuple[JobDone, ...]
    inputs: Inputs | None
    """What its function and its style read; None where that can change unseen, so that it is made each time."""
    unforeseen: tuple[str, ...] = ()
    """Why, where its code says so."""
    printed: str = ""
    """What its code has printed, where that is not on stderr yet."""
    fault: Exception | None = None
    """A fault of layoutkit itself."""


@dataclass(frozen=True, slots=True)
class LoadedScript:
    """A script that has run."""

    figures: tuple[NamedFigure, ...]
    inputs: Inputs | None
    """What it read meanwhile; None where that can change unseen."""
    declares: bool
    """Whether it declares components or formats."""


@dataclass(slots=True)
class Bench:
    """What is loaded for one run."""

    setting: Setting
    themes: Themes
    scripts: Scripts
    work: list[tuple[Renderer, Job]] = field(init=False)

    def __post_init__(self) -> None:
        """Open the fonts.

        Raises:
            LayoutkitError: there is no such mode or output, or a font family has no file.
        """
        selection = self.themes.axes.select(dict(self.setting.modes))
        theme = self.themes.theme(selection.values)
        wanted = self.setting.targets
        outputs = [tokens for name, tokens in theme.output.items() if wanted is None or name in wanted]
        its = jobs(self.themes, [selection], outputs)
        looks = [(job.theme, job.dark) for job in its]
        self.work = list(zip(Renderer.open_all(looks, digest=self.scripts.snapshot.file), its, strict=True))

    @classmethod
    def of(cls, setting: Setting) -> Bench:
        """What is loaded for a run in this process."""
        if _benches and _benches[0].setting.run == setting.run:
            return _benches[0]
        scripts = Scripts(Snapshot(setting.began))
        for path in setting.first:
            with contextlib.suppress(LayoutkitError):
                scripts.load(path)
        themes = with_declarations(lambda: load_all(setting.tokens), setting.paths)
        return cls(setting, themes, scripts).kept()

    def kept(self) -> Bench:
        """The same, for all tasks of its run in this process."""
        _benches[:] = [self]
        return self

    def spec(self, index: int) -> str:
        """The digest of one combination of modes and its outputs."""
        renderer, job = self.work[index]
        dark = {name: str(look.theme.selection) for name, look in renderer.dark.items()}
        return of_value(("draft" * self.setting.draft, str(job.theme.selection), job.outputs, dark))

    def render(self, task: Task) -> Done:
        """Make one figure in some combinations of modes."""
        reads, done = Reads(), list[JobDone]()
        fault: Exception | None = None
        folders: tuple[str, ...] = ()
        with listening(reads):
            try:
                named = self.scripts.figure(task.script, task.name)
                folders = () if named.surroundings is None else tuple(named.surroundings.folders)
            except LayoutkitError as raised:
                return Done(tuple(JobDone(Made(raised.diagnostics), {}, {}, {}) for _ in task.jobs), None)
            for index in task.jobs:
                job, raised_here = self._made(named, index)
                fault = fault or raised_here
                done.append(job)
        snapshot = self.scripts.snapshot
        settled = all(snapshot.is_settled(font) for job in done for font in job.fonts)
        settled = settled and not reads.unforeseen and fault is None
        inputs = snapshot.inputs(reads, folders) if settled else None
        return Done(tuple(done), inputs, tuple(sorted(reads.unforeseen)), fault=fault)

    def _made(self, named: NamedFigure, index: int) -> tuple[JobDone, Exception | None]:
        renderer, job = self.work[index]
        notes: Notes = {look: (set(), set()) for look in ("", *renderer.dark)}
        fault: Exception | None = None
        with timing() as seconds:
            try:
                one = make_draft if self.setting.draft else make
                made = one(renderer.noting(notes), named, job.outputs, allowed=self.setting.allowed)
            except BrokenPipeError:
                raise
            except Exception as raised:  # noqa: BLE001 - the last resort: one figure does not keep the others from it
                made, fault = Made((internal(raised),)), raised
        tokens, fonts = self.digests(index, notes), self._fonts(index, notes, all_of_them=bool(made.drafts))
        return JobDone(made, tokens, fonts, seconds), fault

    def digests(self, index: int, notes: Mapping[str, tuple[set[str], set[str]]]) -> dict[str, dict[str, str]]:
        """The digests of what each look reads."""
        renderer, _ = self.work[index]
        looks = {"": renderer, **renderer.dark}
        return {look: _token_digests(looks[look].theme, *its) for look, its in notes.items() if look in looks}

    def _fonts(self, index: int, notes: Notes, *, all_of_them: bool) -> dict[str, str]:
        """The digests of the font files of the families that are read, and of those that they fall back on."""
        renderer, _ = self.work[index]
        found: dict[str, str] = {}
        for look, (read, _) in notes.items():
            theme = (renderer if not look else renderer.dark[look]).theme
            families = dict(theme.font.items())
            whole = all_of_them or "font" in read
            ahead = list(families) if whole else [name.partition(".")[2] for name in read if name.startswith("font.")]
            named = {name for first in ahead if first in families for name in (first, *families[first].fallback)}
            for name in sorted(named):
                for file in families[name].files if name in families else ():
                    found[str(file.path)] = self.scripts.snapshot.file(str(file.path))
        return found


@dataclass(slots=True)
class Scripts:
    """The scripts of one run, each loaded once."""

    snapshot: Snapshot
    anew: bool = False
    """Whether those of earlier runs are loaded again, though all that they read is as it was."""
    loaded: dict[Path, LoadedScript] = field(default_factory=dict)

    def load(self, path: Path) -> list[NamedFigure]:
        """The figures of a script.

        Raises:
            LayoutkitError: it cannot be loaded.
        """
        full = path.absolute()
        known = None if self.anew or full in self.loaded else _loaded.get(full)
        if known is not None and known.inputs is not None and self.snapshot.agrees(known.inputs):
            self.loaded[full] = known
        if full not in self.loaded:
            reads, declared = Reads(), _declared()
            with listening(reads):
                figures = load_script(path)
            folders = tuple(folder for one in figures[:1] if one.surroundings for folder in one.surroundings.folders)
            inputs = None if reads.unforeseen else self.snapshot.inputs(reads, folders)
            self.loaded[full] = _loaded[full] = LoadedScript(tuple(figures), inputs, _declared() != declared)
        return list(self.loaded[full].figures)

    def figure(self, script: Path, name: str) -> NamedFigure:
        """One figure of a script.

        Raises:
            LayoutkitError: the script cannot be loaded, or has no such figure any more.
        """
        for named in self.load(script):
            if named.name == name:
                return named
        raise error("no-figure", f"{script.name} declares no figure {name!r} any more", hint="render it again")


_loaded: dict[Path, LoadedScript] = {}
"""Scripts as this process has loaded them last."""
_benches: list[Bench] = []
"""What is loaded in this process: nothing, or that of one run."""
_lock = RLock()


def work(task: Task) -> Done:
    """Make a figure in this process, in whose memory the run's scripts and themes are kept."""
    with _lock:
        try:
            return Bench.of(task.setting).render(task)
        except LayoutkitError as raised:  # of the token file, which was right for the process that asks
            return Done(tuple(JobDone(Made(raised.diagnostics), {}, {}, {}) for _ in task.jobs), None)


def work_elsewhere(task: Task) -> Done:
    """The same for a process that nobody looks at: what is printed comes back with the result."""
    with _lock, _printing_to(io.BytesIO()) as printed:
        done = work(task)
    text = printed.getvalue().decode(errors="replace")
    fault = None if done.fault is None else RuntimeError(repr(done.fault))  # any other may not travel
    return replace(done, printed=text, fault=fault)


@contextlib.contextmanager
def _printing_to(file: io.BytesIO) -> Iterator[io.BytesIO]:
    before, own = sys.stderr, io.TextIOWrapper(file, encoding="utf-8", errors="backslashreplace", write_through=True)
    sys.stderr = own
    try:
        yield file
    finally:
        sys.stderr = before
        own.detach()


def broken_contracts(work: Sequence[tuple[Renderer, Job]]) -> list[str]:
    """The names of the contracts that are broken in some modes, and keep a figure from being published."""
    themes = [look.theme for one, _ in work for look in (one, *one.dark.values())]
    short = [one.contract for theme in themes for one in broken(theme)]
    return list(dict.fromkeys(one.name for one in short if one.level == "error" and not one.unless))


def _declared() -> tuple[object, ...]:
    """What changes where a component or a format is declared."""
    return ({name: id(table) for name, table in registry.tables.items()}, [id(one) for one in formats])


def _token_digests(theme: Theme, read: set[str], looked: set[str]) -> dict[str, str]:
    """The digests of tokens, and of all else in a theme that a figure may depend on."""
    found = {
        "series": of_value(theme.series),
        "modes": of_value((dict(theme.selection.axes.values), dict(theme.selection.values))),
        "sections": of_value(tuple(theme.tables)),
        "contracts": of_value(broken(theme)),
    }
    for name in sorted(read):
        section, _, key = name.partition(".")
        tokens = theme.tables.get(section)
        value = None if tokens is None else tokens.get(key) if key else dict(tokens.items())
        found[f"={name}"] = of_value(value)
    for name in sorted(looked):
        section, _, key = name.partition(".")
        tokens = theme.tables.get(section)
        names = None if tokens is None else (key in tokens) if key else tuple(tokens)
        found[f"?{name}"] = of_value(names)
    return found


def notes_of(tokens: Mapping[str, Mapping[str, str]]) -> Notes:
    """What each look read, from the names of digests."""
    return {
        look: (
            {name[1:] for name in its if name.startswith("=")},
            {name[1:] for name in its if name.startswith("?")},
        )
        for look, its in tokens.items()
    }
