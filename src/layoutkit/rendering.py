"""Figures of scripts to files: what ``layoutkit render`` does, for programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.fingerprints import Snapshot
from layoutkit.published import Published
from layoutkit.remembered import book_key, remembered, remembered_book, replayed
from layoutkit.report import Report, Teller, unseen_contracts
from layoutkit.request import Request
from layoutkit.tokens.nearest import no_tokens
from layoutkit.watcher import Watcher

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from concurrent.futures import Executor

    from layoutkit.remembered import Remembered

__all__ = ["render"]


def render(  # noqa: PLR0913 - the options of ``layoutkit render``
    paths: Sequence[str | Path] | str | Path,
    *,
    tokens: str | Path | None = None,
    modes: Mapping[str, str] | None = None,
    targets: Collection[str] | None = None,
    only: Sequence[str] | None = None,
    out: str | Path = "out",
    allow: Collection[str] = (),
    book: str | None = None,
    draft: bool = False,
    force: bool = False,
    check: bool = False,
    workers: int = 1,
    executor: Executor | None = None,
    watcher: Watcher | None = None,
) -> Report:
    """Render the figures of scripts to files, as ``layoutkit render`` does; an error in one leaves the others alone.

    Only figures are drawn of which something has changed since an earlier run: their script or a module of it, a file,
    folder or variable of the environment that these read, a token that the figure reads, a font, a picture, an option,
    or one of the files themselves. Of the others the findings are reported again.

    While a script runs, its folder is on the import path and its prints go to stderr; this is put back afterwards. So
    call it from one thread at a time. To render one figure that is there already, use ``Figure.render``.

    Args:
        paths: scripts, and folders of scripts.
        tokens: the token file; by default the nearest tokens.toml, in the folder of the first path or above it, else
            the base theme.
        modes: by axis, such as ``{"theme": "dark"}``.
        targets: names of outputs; None for all.
        only: how the names of the figures start; None for all.
        out: the folder that has a folder for each output.
        allow: ids of rules that are left out.
        book: the title of a book with all figures; None for no book.
        draft: whether figures are only drawn into the folder ``draft``, whatever is wrong with them; nothing is
            published.
        force: whether every figure is drawn, whether something has changed or not.
        check: whether files are only compared with what their figures are drawn as now, by pixels and texts; each one
            that differs or is missing is an error (``outdated-file``), and nothing is written.
        workers: how many processes draw figures at a time; 1 draws in this process.
        executor: what draws figures instead, such as a ``ProcessPoolExecutor`` or ``client.get_executor()`` of Dask;
            its workers need the same files at the same paths. Files are written by this process.
        watcher: hears of each step.

    Raises:
        ScriptError: there is no script.
        TokensError: the token file is missing or has errors.
        UsageError: there is no such mode, output, figure or rule.
    """
    if allow:
        from layoutkit.choices import allowed_rules  # noqa: PLC0415 - all rules, which few runs name

        allowed_rules(allow)
    request = Request(
        tuple(Path(path) for path in ([paths] if isinstance(paths, (str, Path)) else paths)),
        None if tokens is None else Path(tokens),
        dict(modes or {}),
        None if targets is None else tuple(targets),
        None if only is None else tuple(only),
        Path(out),
        frozenset(allow),
        book,
        draft,
        force,
        check,
    )
    heard, snapshot = Watcher() if watcher is None else watcher, Snapshot()
    known = None if force or draft or not request.paths else remembered(request, snapshot)
    report = None if known is None else _repeated(request, known, heard)
    if report is None:
        from layoutkit.making import make_all  # noqa: PLC0415 - the layout, Cairo and HarfBuzz, where something is drawn

        report = make_all(request, snapshot, heard, workers=workers, executor=executor)
    heard.ended()
    return report


def _repeated(request: Request, known: Remembered, watcher: Watcher) -> Report | None:
    """The report of a run that has nothing to do; None where the book has to be made."""
    figures, books = known.figures, None
    if request.book is not None:
        key = book_key(request, request.book, figures)
        books = remembered_book(known.first, key, request.out)
        if books is None:
            return None
    notes = () if request.token_file is not None else (no_tokens(request.paths[0]),)
    if notes:
        watcher.failed(notes)
    watcher.begin(sum(max(1, len(file.files)) for one in figures for file in one.jobs))
    teller = Teller(watcher)
    rendered = [
        teller.told(one.name, [replayed(job, request.out) for job in one.jobs] or [Published(one.unsuited)])
        for one in figures
    ]
    unseen = unseen_contracts([finding for one in figures[:1] for finding in one.broken], rendered)
    if unseen:
        watcher.failed(unseen)
    paths = () if books is None else tuple(request.out / file.path for file in books.files)
    return Report(tuple(rendered), (*notes, *unseen), paths)
