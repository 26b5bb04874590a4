"""The preview is an extra: where its packages are missing, its tests are skipped."""

import pytest

for package in ("starlette", "uvicorn", "watchfiles"):
    pytest.importorskip(package)
