"""Spanish of Mexico: a decimal point, and curved quotation marks."""

from __future__ import annotations

from dataclasses import replace

from layoutkit.languages.es import LANGUAGE as SPANISH

__all__ = ["LANGUAGE"]

LANGUAGE = replace(SPANISH, tag="es-MX", decimal=".", quotes=(("“", "”"), ("‘", "’")))
