"""What belongs together at a line's end, though Unicode's rules would let the line end there.

``R$ | 1.200``, ``Dr. | Silva``, ``1º | lugar``, ``C+ | +``, ``e/ | ou``. Each pattern holds a group ``gap``; a
line may not end in it. A gap may be empty (after a hyphen or a slash).

Here stands what holds in every language, as a number and its unit (SI Brochure, section 5.4.3); the files in
:mod:`layoutkit.languages` have the rest.
"""

from __future__ import annotations

import re
from functools import lru_cache

from layoutkit.languages import language_for
from layoutkit.languages.patterns import GAP, SPACE
from layoutkit.text.memoized import memoized

__all__ = ["glued"]

_UNITS = (
    "%|‰|°C|°F|°|px|pt|dpi|nm|µm|μm|mm|cm|m|km|ha|µg|μg|mg|g|kg|t|ml|mL|l|L|ns|µs|μs|ms|s|min|h|bits?|bytes?|kB|KB|MB|GB|"
    "TB|PB|EB|KiB|MiB|GiB|TiB|bps|kbps|Mbps|Gbps|Hz|kHz|MHz|GHz|rpm|fps|FLOPS|GFLOPS|TFLOPS|PFLOPS|mA|A|Ah|mAh|mV|V|kV|"
    "mW|W|kW|MW|GW|kWh|MWh|Wh|N|kN|J|kJ|MJ|cal|kcal|Pa|hPa|kPa|MPa|bar|dB|K|Ω|kΩ|MΩ|M|B|€|£|EUR|USD|BRL|GBP|tokens?"
)
_POWER = "[²³]?"

_ANY = (
    # a sign or currency and its number; a short name, its relation and a number: n = 32
    rf"(?<!\w)(?:R\$|US\$|U\$|\$|€|£|¥|§§?|№|#|[+−±×≈<>≤≥=~]){GAP}(?=[\d,.−-])",
    rf"(?<!\w)\w{{1,2}}{GAP}(?=[=≈<>≤≥]{SPACE}[\d,.−-])",
    # a number and its unit; 2 × 3
    rf"\d{GAP}(?=(?:(?:{_UNITS}){_POWER}/)?(?:{_UNITS}){_POWER}(?![\w/]|\.?[ºª]))",
    rf"\d{GAP}(?=[×xX]{SPACE}\d)",
    rf"\d{SPACE}[×xX]{GAP}(?=\d)",
    # 12–14
    r"\d[\u2012\u2013](?P<gap>)(?=\d)",
    # 3 vs. 5, base vs. LoRA
    rf"(?<!\w)vs\.{GAP}(?=\S)",
    # e/ou, km/h, </s>, /usr, C++
    r"(?<!\w)\w{1,3}/(?P<gap>)(?=\w{1,3}(?!\w))",
    r"(?<![\w./])/(?P<gap>)(?=\w)",
    r"[+%$€](?P<gap>)(?=[+%$€])",
)


@lru_cache(maxsize=32)
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Those of all languages and those of one (BCP 47 tag)."""
    return tuple(re.compile(pattern, re.MULTILINE) for pattern in (*_ANY, *language_for(language).glue))


@memoized
def glued(text: str, language: str) -> frozenset[int]:
    """The indexes in ``text`` before which a line must not begin, by the rules of the language (BCP 47 tag)."""
    return frozenset(found.end("gap") for pattern in _patterns(language) for found in pattern.finditer(text))
