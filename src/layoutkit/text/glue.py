"""What belongs together at a line's end, though Unicode's rules would let the line end there: a table a language.

``R$ | 1.200``, ``Dr. | Silva``, ``1º | lugar``, ``C+ | +``, ``e/ | ou``. Each pattern holds a group ``gap``; a
line may not end in it. A gap may be empty (after a hyphen or a slash).

Sources: for Portuguese the style books of newspapers (no line ends in a one-letter word) and the Inmetro
rules for units, which stay with their number; for English the Chicago Manual of Style, section 7.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["glued"]

_GAP = "(?P<gap>[ \u2000-\u200a]+)"
_SPACE = "[ \u2000-\u200a]+"
_SENTENCE_START = r"(?:^|(?<=[.!?:…—–]\s)|(?<=[“‘«\"(\[]))"
_UNITS = (
    "%|‰|°C|°F|°|px|pt|dpi|mm|cm|m|km|mg|g|kg|t|ml|l|L|ms|µs|ns|s|min|h|kB|KB|MB|GB|TB|KiB|MiB|GiB|TiB|bits?|bytes?|"
    "Hz|kHz|MHz|GHz|W|kW|kWh|K|M|B"
)

_ANY = (
    # a sign or currency and its number; a short name, its relation and a number: n = 32
    rf"(?<!\w)(?:R\$|US\$|U\$|\$|€|£|¥|§§?|№|#|[+−±×≈<>≤≥=~]){_GAP}(?=[\d,.−-])",
    rf"(?<!\w)\w{{1,2}}{_GAP}(?=[=≈<>≤≥]{_SPACE}[\d,.−-])",
    # a number and its unit; 2 × 3
    rf"\d{_GAP}(?=(?:(?:{_UNITS}|tokens?)/)?(?:{_UNITS})(?![\w/]))",
    rf"\d{_GAP}(?=[×xX]{_SPACE}\d)",
    rf"\d{_SPACE}[×xX]{_GAP}(?=\d)",
    # e/ou, km/h, </s>, /usr, C++
    r"(?<!\w)\w{1,3}/(?P<gap>)(?=\w{1,3}(?!\w))",
    r"(?<![\w./])/(?P<gap>)(?=\w)",
    r"[+%$€](?P<gap>)(?=[+%$€])",
)
_PORTUGUESE = (
    # the one-letter words; as a capital only where it begins a sentence or stands among capitals, not in "Opção A"
    rf"(?<![\w-])[aàeéoó]{_GAP}(?=\S)",
    rf"(?:{_SENTENCE_START}|(?<=[A-ZÀ-Ý]{{2}}\s))[AÀEÉOÓ]{_GAP}(?=\S)",
    # a pronoun behind its verb: deixe-o
    r"\w-(?P<gap>)(?=[aeo]s?(?!\w))",
    # Fig. 3, tabela 2, nº 5, p. ex., a. C.
    rf"(?<!\w)(?:[Ff]igs?|[Tt]abs?|[Cc]aps?|[Ee]qs?|[Ss]eç|[Aa]rts?|[Pp]ágs?|[Pp]{{1,2}}|[Vv]ols?|[Ee]d|[Nn])\.{_GAP}(?=[\dIVXL(])",
    rf"(?<!\w)(?:[Ff]iguras?|[Tt]abelas?|[Cc]apítulos?|[Ee]quaç(?:ão|ões)|[Ss]eç(?:ão|ões)|[Ee]tapas?|[Pp]áginas?|[Pp]assos?){_GAP}(?=\d)",
    rf"(?<!\w)[Nn](?:\.?[º°]s?|\.os?){_GAP}(?=\d)",
    rf"(?<!\w)p\.{_GAP}(?=ex\.)",
    rf"(?<!\w)[ad]\.{_GAP}(?=C\.)",
    rf"\d{_GAP}(?=[ad]\.\s?C\.)",
    # resposta A
    rf"(?<!\w)(?:[Rr]esposta|[Oo]pção|[Mm]odelo|[Cc]lasse|[Gg]rupo|[Tt]ipo){_GAP}(?=[A-Z](?!\w))",
    # Dr. Silva, D. Maria
    rf"(?<!\w)(?:Dr|Dra|Drs|Dras|Sr|Sra|Srs|Sras|Srta|Prof|Profa|Profs|Eng|Enga|D|Exmo|Exma|Sto|Sta)\.[ªº]?{_GAP}(?=\w)",
    # 1º lugar, 3 mil, 7 bilhões
    rf"\d\.?[ºª°]s?{_GAP}(?=\w)",
    rf"\d{_GAP}(?=(?:mil|milhão|milhões|bilhão|bilhões|trilhão|trilhões)(?!\w))",
)
_ENGLISH = (
    rf"(?<![\w-])[aI]{_GAP}(?=\S)",
    rf"{_SENTENCE_START}A{_GAP}(?=\S)",
    rf"(?<!\w)(?:[Ff]igs?|[Tt]ab|[Cc]h|[Ee]qs?|[Ss]ecs?|[Pp]{{1,2}}|[Vv]ols?|[Nn]os?)\.{_GAP}(?=\d)",
    rf"(?<!\w)(?:[Ff]igures?|[Tt]ables?|[Cc]hapters?|[Ee]quations?|[Ss]ections?|[Ss]teps?|[Pp]ages?){_GAP}(?=\d)",
    rf"(?<!\w)(?:Dr|Mr|Mrs|Ms|Prof|St)\.{_GAP}(?=\w)",
    rf"\d{_GAP}(?=(?:thousand|million|billion|trillion)(?!\w))",
)
_TABLES = {"pt": _PORTUGUESE, "en": _ENGLISH}


@lru_cache(maxsize=32)
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    own = _TABLES.get(language.split("-", 1)[0].lower(), ())
    return tuple(re.compile(pattern, re.MULTILINE) for pattern in (*_ANY, *own))


def glued(text: str, language: str) -> set[int]:
    """The indexes in ``text`` before which a line must not begin, by the table of the language (BCP 47 tag)."""
    return {found.end("gap") for pattern in _patterns(language) for found in pattern.finditer(text)}
