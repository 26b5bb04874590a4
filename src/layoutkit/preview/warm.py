"""What a worker keeps between two questions: scripts, themes, fonts and placements; it redoes only what has changed."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from layoutkit.base import TOKENS as BASE
from layoutkit.choices import of_series
from layoutkit.declarations import with_declarations
from layoutkit.diagnostics import Diagnostic, LayoutkitError, error, shown_path
from layoutkit.discover import discover, load_script, unique
from layoutkit.loading import Failed
from layoutkit.output.formats import PICTURE, plain_output
from layoutkit.output.svg import svg
from layoutkit.policy import check
from layoutkit.preview.boxes import tree
from layoutkit.preview.messages import as_messages, numbered
from layoutkit.preview.page_fonts import PageFonts
from layoutkit.preview.token_draft import Edits, edited_themes, rewriting, solved
from layoutkit.preview.token_panel import limits, panel
from layoutkit.reads import Reads, listening
from layoutkit.renderer import Renderer, shared_typesetters
from layoutkit.tokens.load import load_all
from layoutkit.tokens.nearest import nearest_file, no_tokens
from layoutkit.tokens.source import read_source
from layoutkit.tokens.trial import start

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from layoutkit.discover import NamedFigure
    from layoutkit.layout.arrange import Placed
    from layoutkit.preview.frames import Message
    from layoutkit.tokens import Themes
    from layoutkit.tokens.trial import Trial

__all__ = ["WarmSeries"]

_PICTURE = plain_output("svg", 1.0)
Modes = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class _Script:
    """A script that was run."""

    figures: list[NamedFigure]
    failed: Failed | None
    reads: Reads
    """What it read, and its functions later on."""

    def concerns(self, path: str) -> bool:
        """Whether a file that has changed may change its figures."""
        return path in self.reads.files or path in self.reads.looked or os.path.dirname(path) in self.reads.folders  # noqa: PTH120 - as text


@dataclass(slots=True)
class WarmSeries:
    """The scripts of some folders and their token file, for as long as a worker lives."""

    paths: list[Path]
    tokens: Path | None
    """The token file that was asked for; None for the nearest one."""
    entering: Callable[[str], None] = lambda _: None
    """Hears which script or figure runs next, so that one that never ends has a name."""
    scripts: dict[Path, _Script] = field(default_factory=dict)
    figures: dict[str, NamedFigure] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    """Why scripts, or figures of theirs, are missing."""
    themes: Themes | None = None
    """Of the last token file without errors."""
    token_faults: tuple[Diagnostic, ...] = ()
    edits: Edits = field(default_factory=dict)
    """What is edited in the page and not saved yet."""
    is_open: bool = False
    fonts: PageFonts = field(default_factory=PageFonts)
    _choose: Callable[..., object] = field(default_factory=shared_typesetters)
    _trial: Trial | None = None
    _renderers: dict[Modes, Renderer] = field(default_factory=dict)
    _placed: dict[tuple[str, Modes], Placed] = field(default_factory=dict)

    # -- loading ----------------------------------------------------------------------------------

    def open(self, skip: Mapping[str, str]) -> Message:
        """Load everything.

        Args:
            skip: scripts that are not run, each with the reason.
        """
        self.is_open = True
        self._load_scripts(skip)
        self._load_tokens()
        return {**self.series(), "stale": sorted(self.figures)}

    def refresh(self, changed: list[str], skip: Mapping[str, str]) -> Message:
        """Load again what has changed, and name the figures that may look different.

        Args:
            changed: paths of files; of folders, where files came or went.
            skip: scripts that are not run, each with the reason.
        """
        of_tokens = {str(path) for path in self._token_files()}
        if self.themes is None or of_tokens & set(changed) or self.tokens_file() != self._known_file():
            self._load_tokens()
            stale = set(self.figures)
            self._placed.clear()
        else:
            stale = set()
        old = {path for path, script in self.scripts.items() if any(map(script.concerns, changed))}
        before = {one.name: path for path, script in self.scripts.items() for one in script.figures}
        for path in old:
            del self.scripts[path]
        self._load_scripts(skip)
        now = {one.name: path for path, script in self.scripts.items() for one in script.figures}
        stale |= {name for name, path in {**before, **now}.items() if path in old or before.get(name) != now.get(name)}
        for key in [key for key in self._placed if key[0] in stale]:
            del self._placed[key]
        return {**self.series(), "stale": sorted(stale)}

    def _load_scripts(self, skip: Mapping[str, str]) -> None:
        """Run the scripts that are new."""
        self.faults = []
        try:
            paths = discover(self.paths)
        except LayoutkitError as fault:
            self.faults += fault.diagnostics
            paths = []
        found = {Path(os.path.abspath(path)): path for path in paths}  # noqa: PTH100 - symbolic links stay
        self.scripts = {
            full: self._run(path, skip.get(str(full), "")) if str(full) in skip else self._known(full, path)
            for full, path in found.items()
        }
        figures, twice = unique([one for script in self.scripts.values() for one in script.figures])
        self.figures = {one.name: one for one in figures}
        self.faults += [one for script in self.scripts.values() if script.failed for one in script.failed.diagnostics]
        self.faults += twice

    def _known(self, full: Path, path: Path) -> _Script:
        return self.scripts[full] if full in self.scripts else self._run(path)

    def _run(self, path: Path, reason: str = "") -> _Script:
        reads = Reads(files={os.path.abspath(path)})  # noqa: PTH100 - symbolic links stay
        if reason:
            return _Script([], Failed((Diagnostic("stopped", reason),), path), reads)
        self.entering(str(path.absolute()))
        try:
            with listening(reads):
                return _Script(load_script(path), None, reads)
        except LayoutkitError as fault:
            return _Script([], Failed(fault.diagnostics, path), reads)

    def tokens_file(self) -> Path | None:
        """The token file; None where none is near."""
        if self.tokens is not None:
            return self.tokens
        first = self.paths[0].absolute()
        return nearest_file(first if first.is_dir() else first.parent)

    def _known_file(self) -> Path | None:
        path = None if self.themes is None else self.themes.source.path
        return None if path == BASE else path

    def _token_files(self) -> list[Path]:
        """The token file and those that it extends."""
        near = self.tokens_file()
        chain = [] if self.themes is None else [one.path for one in self.themes.source.chain]
        return [Path(os.path.abspath(path)) for path in (*chain, *filter(None, [near]))]  # noqa: PTH100 - as above

    def _load_tokens(self) -> None:
        """Read the token file; where it has errors, the themes of its last version stay."""
        path = self.tokens_file()
        try:
            self.themes = with_declarations(lambda: self._themes(path), self.paths)
        except LayoutkitError as fault:
            self.token_faults = fault.diagnostics
            return
        self.token_faults = () if path is not None else (no_tokens(self.paths[0]),)
        self._trial = None
        self._renderers.clear()
        self._placed.clear()

    def _themes(self, path: Path | None) -> Themes:
        return load_all(BASE) if path is None else edited_themes(path, self.edits)

    def use(self, edits: Edits) -> None:
        """Draw with other edits of the token file from now on."""
        if edits != self.edits:
            self.edits = edits
            if self.is_open:
                self._load_tokens()

    # -- answers ----------------------------------------------------------------------------------

    def series(self) -> Message:
        """What there is to see, and what is missing."""
        figures, faults = list(self.figures.values()), list(self.faults)
        axes: list[Message] = []
        title = ""
        if self.themes is not None:
            series = self.themes.default.series
            figures, failed = of_series(figures, [], series)
            faults += [one for fault in failed for one in fault.diagnostics]
            its = self.themes.axes
            axes = [
                {"name": name, "values": list(its.values[name]), "default": its.default(name)} for name in its.values
            ]
            title = series.title or ""
        return {
            "title": title,
            "figures": [
                {
                    "name": one.name,
                    "title": one.figure.title,
                    "alt": one.figure.alt,
                    "path": os.path.abspath(one.script),  # noqa: PTH100 - as above
                    "line": one.figure.origin[0][0].co_firstlineno if one.figure.origin else 1,
                }
                for one in figures
            ],
            "faults": as_messages(faults),
            "broken": {
                str(path): as_messages(script.failed.diagnostics)
                for path, script in self.scripts.items()
                if script.failed
            },
            "tokenFaults": as_messages(self.token_faults),
            "axes": axes,
            "files": self._files(),
            "folders": sorted({str(path.absolute()) for path in self.paths if path.is_dir() or not path.suffix}),
        }

    def _files(self) -> list[str]:
        """What is worth watching."""
        files = {str(path) for path in self._token_files()}
        for script in self.scripts.values():
            files |= script.reads.files | script.reads.looked
        if self.themes is not None:
            files |= {str(file.path.absolute()) for _, font in self.themes.default.font.items() for file in font.files}
        return sorted(files)

    def draw(self, name: str, modes: Mapping[str, str]) -> Message:
        """A figure as a picture for the page.

        Raises:
            LayoutkitError: it cannot be built.
        """
        begun = perf_counter()
        named, renderer, placed = self._placing(name, modes)
        put = perf_counter()
        artwork = renderer.artwork(named, placed, _PICTURE)
        text = svg(artwork.display, artwork.metadata, font=self.fonts.font).decode()
        done = perf_counter()
        return {
            "svg": text,
            "width": artwork.display.width,
            "height": artwork.display.height,
            "fonts": self.fonts.used(),
            "files": {family: str(path) for family, path in self.fonts.files.items()},
            "watch": self._files(),
            "seconds": {"place": round(put - begun, 4), "write": round(done - put, 4)},
        }

    def check(self, name: str, modes: Mapping[str, str]) -> Message:
        """What the rules find in a figure.

        Raises:
            LayoutkitError: it cannot be built.
        """
        named, renderer, placed = self._placing(name, modes)
        return {"findings": numbered(check(renderer, named, placed))}

    def tree(self, name: str, modes: Mapping[str, str]) -> Message:
        """The boxes of a figure, for the inspector.

        Raises:
            LayoutkitError: it cannot be built.
        """
        _, renderer, placed = self._placing(name, modes)
        return tree(placed, renderer.theme)

    def published(self, name: str, modes: Mapping[str, str]) -> Message:
        """Where `render` writes the pictures of a figure, below its folder of outputs."""
        themes = self._known_themes()
        selection = themes.axes.select(self._selected(themes, modes))
        outputs = [one for _, one in themes.theme(selection.values).output.items() if one.format == PICTURE.name]
        return {
            "files": [
                f"{selection.folder(one.name, one.modes)}/{name}.{one.format}"
                for one in outputs
                if name in self.figures
            ]
        }

    def panel(self, modes: Mapping[str, str]) -> Message:
        """The controls of the tokens panel.

        Raises:
            LayoutkitError: the token file has errors.
        """
        themes, path = self._known_themes(), self.tokens_file()
        disk = {} if path is None else read_source(path).tables
        found = panel(themes, self._selected(themes, modes), disk)
        around = themes.source.path.absolute().parent
        of_fonts = [it for one in found["decisions"] for it in one["tokens"] if it["kind"] == "file"]
        faces = {word: self.fonts.face(around / word) for it in of_fonts for word in it["words"]}
        for it in of_fonts:
            it["face"] = self.fonts.face(Path(it.pop("file")))
        found |= {"faces": faces, "files": {family: str(path) for family, path in self.fonts.files.items()}}
        return {
            **found,
            "file": None if path is None else str(shown_path(path)),
            "faults": as_messages(self.token_faults),
        }

    def limits(self, modes: Mapping[str, str], name: str, tried: list[str]) -> Message:
        """Which contracts some values of a colour would break."""
        themes = self._known_themes()
        if self._trial is None:
            self._trial = start(themes)
        return {"broken": limits(themes, self._selected(themes, modes), name, tried, self._trial)}

    def rewrite(self) -> Message:
        """The token file with the edits.

        Raises:
            LayoutkitError: there is none, or it would have errors.
        """
        path = self.tokens_file()
        if path is None:
            raise error("tokens-file", "there is no token file to write to", hint="begin a series: layoutkit new DIR")
        return {**with_declarations(lambda: rewriting(path, self.edits), self.paths), "path": str(path)}

    def solve(self) -> Message:
        """What `tokens fix` would change."""
        return solved(self._known_themes())

    def _known_themes(self) -> Themes:
        if self.themes is None:
            raise LayoutkitError(*self.token_faults)
        return self.themes

    @staticmethod
    def _selected(themes: Themes, modes: Mapping[str, str]) -> Mapping[str, str]:
        return themes.axes.select({axis: value for axis, value in modes.items() if axis in themes.axes.values}).values

    def _placing(self, name: str, modes: Mapping[str, str]) -> tuple[NamedFigure, Renderer, Placed]:
        named = self.figures.get(name)
        if named is None:
            raise error("no-figure", f"there is no figure {name!r} any more")
        themes = self._known_themes()
        selected = self._selected(themes, modes)
        its = tuple(selected.items())
        if its not in self._renderers:
            self._renderers[its] = Renderer(themes.theme(selected), choose=self._choose)  # type: ignore[arg-type]
        renderer = self._renderers[its]
        if (name, its) not in self._placed:
            self.entering(name)
            script = self.scripts[Path(os.path.abspath(named.script))]  # noqa: PTH100 - as above
            with listening(script.reads):
                self._placed[name, its] = renderer.place(named)
        return named, renderer, self._placed[name, its]
