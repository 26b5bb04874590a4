"""What a script finds around it while its code runs, and what is taken away afterwards.

A script imports helpers from its own folder, so the folder is on the path and the helpers are in ``sys.modules`` while
the script runs, and again while a function of it runs; another script, of another folder perhaps, sees neither. What
the script has set (see :mod:`layoutkit.settings`) holds for its functions as well.
Left out: changes inside modules that all scripts share, such as an attribute set on ``math``.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.process import process_as_it_was
from layoutkit.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from types import ModuleType

__all__ = ["Surroundings"]


class Surroundings:
    """The import path and the modules of one script."""

    def __init__(self, folder: Path) -> None:
        self._added = [str(folder.resolve())]
        """What stands before the rest of the path: the script's folder, and what the script adds."""
        self._settings: Settings | None = None
        """As the script has left them; None until it has run."""
        self._modules: dict[str, ModuleType] = {}
        """What was loaded from there, by name; the script itself as well."""

    @property
    def modules(self) -> Collection[str]:
        """The names of the modules that were loaded from there."""
        return self._modules.keys()

    @property
    def folders(self) -> Sequence[str]:
        """Where modules of the script are looked for before all others."""
        return tuple(self._added)

    @contextlib.contextmanager
    def entered(self, module: ModuleType | None = None) -> Iterator[list[int]]:
        """Run a part of the script; prints go to stderr.

        Args:
            module: the script's own module, where it is run for the first time.

        Yields:
            The signals that ask the process to end, as they come in; a script may raise KeyboardInterrupt without one.
        """
        known, folder = dict(sys.modules), os.path.abspath("")  # noqa: PTH100 - the folder may have been removed
        if module is not None:
            self._modules[module.__name__] = module
        with process_as_it_was() as signals:
            path = [*sys.path]
            sys.path[:0] = self._added
            sys.modules.update(self._modules)
            sys.dont_write_bytecode = True
            if self._settings is not None:
                self._settings.put()
            try:
                yield signals
            finally:
                if module is not None:
                    self._settings = Settings.now()
                before = {os.path.abspath(entry) for entry in path}  # noqa: PTH100 - symbolic links stay
                before.discard(folder)  # python -m puts it on the path: it is the author's
                others = [entry for entry in sys.path if isinstance(entry, str) and entry not in path]
                self._added = list(dict.fromkeys((*self._added, *others)))
                self._forget(known, before, folder)

    def _forget(self, known: dict[str, ModuleType], before: set[str], folder: str) -> None:
        """Take what was loaded from the script's part of the path out of ``sys.modules``, and keep it."""
        own = {folder, *(os.path.abspath(entry) for entry in self._added)}  # noqa: PTH100 - symbolic links stay
        for name, module in list(sys.modules.items()):
            is_new = known.get(name) is not module and name.partition(".")[0] not in known
            is_replaced = name in known and known[name] is not module
            if name in self._modules or is_replaced or (is_new and _is_within(module, own, before - own)):
                self._modules[name] = module
                del sys.modules[name]
        for name, module in known.items():
            sys.modules.setdefault(name, module)
        for entry in self._added:  # the next script may find other files there
            sys.path_importer_cache.pop(entry, None)


def _is_within(module: ModuleType, own: set[str], others: set[str]) -> bool:
    """Whether a module or package comes from folders of ours; from the innermost folder of the path that has it."""
    names = getattr(module, "__dict__", {})  # a module may have a __getattr__ of its own
    places = [names.get("__file__"), *(names.get("__path__") or ())]
    place = next((place for place in places if isinstance(place, str)), None)
    folders = map(str, Path(place).parents) if place is not None else ()
    return next((folder in own for folder in folders if folder in own or folder in others), False)
