"""Every keyword of a node is tried with random values."""

from __future__ import annotations

import inspect

from layoutkit import BoxProps, Text
from tests.fuzz.values import known_keywords


def test_every_keyword_of_boxes_and_texts_has_values() -> None:
    boxes, texts = known_keywords()
    assert boxes == BoxProps.__annotations__.keys() - {"allow"}
    assert texts == inspect.signature(Text.__init__).parameters.keys() - {"self", "parts", "props"}
