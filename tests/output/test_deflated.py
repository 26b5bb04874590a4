"""What packs PNG files."""

import sys
import zlib

import pytest

from layoutkit.output.deflated import packed

ROWS = bytes(range(256)) * 40


def test_other_decoders_read_what_is_packed() -> None:
    assert zlib.decompress(packed(memoryview(ROWS), 7)) == ROWS
    assert len(packed(ROWS, 7)) < len(ROWS) / 10


def test_zlib_packs_where_libdeflate_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "deflate", None)
    assert packed(ROWS, 7) == zlib.compress(ROWS, 7)
