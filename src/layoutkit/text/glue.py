"""What belongs together at a line's end though it has a space in it: a table a language.

Unicode's rules would part ``R$ | 1.200``, ``Dr. | Silva`` and ``1º | lugar``. Each pattern here
ends in a group ``gap``; a line may not end in that gap. A gap may be empty (after a hyphen).
Sources for Portuguese: the usage of newspapers' style books, and ABNT NBR 14724 for numbers and units.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["glued"]

_GAP = "(?P<gap>[ \u2000-\u200a]+)"
_UNITS = (
    "%|‰|°C|°F|°|px|pt|dpi|mm|cm|m|km|mg|g|kg|t|ml|l|L|ms|µs|ns|s|min|h|kB|KB|MB|GB|TB|KiB|MiB|GiB|TiB|bits?|bytes?|"
    "Hz|kHz|MHz|GHz|W|kW|kWh|V|A|K|M|B"
)

_ANY = (
    rf"(?<!\w)(?:R\$|US\$|U\$|\$|€|£|¥|§§?|№|#|[+−±×≈<>≤≥=~])(?:{_GAP})(?=[\d,.−-])",
    rf"\d{_GAP}(?=(?:{_UNITS})(?![\w/]))",
    rf"\d{_GAP}(?=[×xX]{_GAP.replace('?P<gap>', '?:')}\d)",
    rf"\d[ ][×xX]{_GAP}(?=\d)",
)
_PORTUGUESE = (
    rf"(?<!\w)(?:[aàeéoóAÀEÉOÓ]){_GAP}(?=\S)",
    r"\w-(?P<gap>)(?=[aeo]s?(?!\w))",
    rf"(?<!\w)(?:[Ff]igs?|[Tt]abs?|[Cc]aps?|[Ee]qs?|[Ss]eç|[Aa]rts?|[Pp]ágs?|[Pp]p?|[Vv]ols?|[Vv]|[Ii]t|[Ee]d|[Cc]f|[Nn])\.{_GAP}(?=[\dIVXLivxl(])",
    rf"(?<!\w)(?:[Ff]iguras?|[Tt]abelas?|[Cc]apítulos?|[Ee]quaç(?:ão|ões)|[Ss]eç(?:ão|ões)|[Ee]tapas?|[Pp]áginas?|[Pp]assos?){_GAP}(?=\d)",
    rf"(?<!\w)[Nn](?:\.?[º°]s?|\.os?){_GAP}(?=\d)",
    rf"(?<!\w)(?:Drs?|Dras?|Srs?|Sras?|Srta|Profs?|Profas?|Engs?|Enga|D|Exmo|Exma|Sto|Sta|S)\.(?:ª|º)?{_GAP}(?=\w)",
    rf"\d\.?[ºª°]s?{_GAP}(?=\w)",
    rf"\d{_GAP}(?=(?:mil|milhão|milhões|bilhão|bilhões|trilhão|trilhões)(?!\w))",
    rf"(?<!\w)p\.{_GAP}(?=ex\.)",
    rf"(?<!\w)[ad]\.{_GAP}(?=C\.)",
)
_ENGLISH = (
    rf"(?<!\w)[aAI]{_GAP}(?=\S)",
    rf"(?<!\w)(?:[Ff]igs?|[Tt]ab|[Cc]h|[Ee]qs?|[Ss]ecs?|[Pp]p?|[Vv]ols?|[Nn]os?)\.{_GAP}(?=\d)",
    rf"(?<!\w)(?:[Ff]igures?|[Tt]ables?|[Cc]hapters?|[Ee]quations?|[Ss]ections?|[Ss]teps?|[Pp]ages?){_GAP}(?=\d)",
    rf"(?<!\w)(?:Dr|Mr|Mrs|Ms|Prof|St)\.{_GAP}(?=\w)",
    rf"\d{_GAP}(?=(?:thousand|million|billion|trillion)(?!\w))",
)
_TABLES = {"pt": _PORTUGUESE, "en": _ENGLISH}


@lru_cache(maxsize=32)
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    own = _TABLES.get(language.split("-", 1)[0].lower(), ())
    return tuple(re.compile(pattern) for pattern in (*_ANY, *own))


def glued(text: str, language: str) -> set[int]:
    """The indexes in ``text`` before which a line must not begin, by the language's table (BCP 47 tag)."""
    return {found.end("gap") for pattern in _patterns(language) for found in pattern.finditer(text)}
