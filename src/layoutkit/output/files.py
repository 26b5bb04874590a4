"""Writing files so that a reader never sees half of one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from layoutkit.diagnostics import error

__all__ = ["remove_file", "write_file"]


def write_file(path: Path, data: bytes) -> None:
    """Write beside the target, then rename; the old file stays until the new one is whole.

    Raises:
        LayoutkitError: the folder or file cannot be written (``write``).
    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            temporary = Path(file.name)
            file.write(data)
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except FileExistsError:
        raise error("write", f"cannot write {path}: {path.parent} is not a folder") from None
    except OSError as cause:
        reason = cause.strerror or type(cause).__name__
        raise error("write", f"cannot write {path}: {reason[0].lower()}{reason[1:]}") from None
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def remove_file(path: Path) -> None:
    """Remove a file that is out of date, if it is there.

    Raises:
        LayoutkitError: it cannot be removed (``write``).
    """
    try:
        path.unlink(missing_ok=True)
    except NotADirectoryError:
        return  # what is no folder holds no file
    except OSError as cause:
        reason = cause.strerror or type(cause).__name__
        raise error("write", f"cannot remove {path}: {reason[0].lower()}{reason[1:]}") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
