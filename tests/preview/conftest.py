"""The preview is an extra: where its packages are missing, its tests are left out."""

from importlib.util import find_spec

NEEDED = ("starlette", "uvicorn", "watchfiles")
collect_ignore_glob = [] if all(map(find_spec, NEEDED)) else ["test_*.py"]
