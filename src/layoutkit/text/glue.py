"""What belongs together at a line's end, though Unicode's rules would let the line end there: a table a language.

``R$ | 1.200``, ``Dr. | Silva``, ``1º | lugar``, ``C+ | +``, ``e/ | ou``. Each pattern holds a group ``gap``; a
line may not end in it. A gap may be empty (after a hyphen or a slash).

Sources: for Portuguese the style books of newspapers (no line ends in a one-letter word) and the Inmetro
rules for units, which stay with their number; for English the Chicago Manual of Style, section 7.
"""

from __future__ import annotations

import re
from functools import lru_cache

from layoutkit.text.kept import kept

__all__ = ["glued"]

_GAP = "(?P<gap>[ \u2000-\u200a]+)"
_SPACE = "[ \u2000-\u200a]+"
_SENTENCE_START = r"(?:^|(?<=[.!?:…—–]\s)|(?<=[“‘«\"(\[]))"
_UNITS = (
    "%|‰|°C|°F|°|px|pt|dpi|nm|µm|μm|mm|cm|m|km|ha|µg|μg|mg|g|kg|t|ml|mL|l|L|ns|µs|μs|ms|s|min|h|bits?|bytes?|kB|KB|MB|GB|"
    "TB|PB|EB|KiB|MiB|GiB|TiB|bps|kbps|Mbps|Gbps|Hz|kHz|MHz|GHz|rpm|fps|FLOPS|GFLOPS|TFLOPS|PFLOPS|mA|A|Ah|mAh|mV|V|kV|"
    "mW|W|kW|MW|GW|kWh|MWh|Wh|N|kN|J|kJ|MJ|cal|kcal|Pa|hPa|kPa|MPa|bar|dB|K|Ω|kΩ|MΩ|M|B|€|£|EUR|USD|BRL|GBP|tokens?"
)
_POWER = "[²³]?"
_NUMBER_OR_LETTER = r"(?:\d|[IVXL]+(?!\w)|[A-Z](?!\w))"

_ANY = (
    # a sign or currency and its number; a short name, its relation and a number: n = 32
    rf"(?<!\w)(?:R\$|US\$|U\$|\$|€|£|¥|§§?|№|#|[+−±×≈<>≤≥=~]){_GAP}(?=[\d,.−-])",
    rf"(?<!\w)\w{{1,2}}{_GAP}(?=[=≈<>≤≥]{_SPACE}[\d,.−-])",
    # a number and its unit; 2 × 3
    rf"\d{_GAP}(?=(?:(?:{_UNITS}){_POWER}/)?(?:{_UNITS}){_POWER}(?![\w/]|\.?[ºª]))",
    rf"\d{_GAP}(?=[×xX]{_SPACE}\d)",
    rf"\d{_SPACE}[×xX]{_GAP}(?=\d)",
    # 3 vs. 5, base vs. LoRA
    rf"(?<!\w)vs\.{_GAP}(?=\S)",
    # e/ou, km/h, </s>, /usr, C++
    r"(?<!\w)\w{1,3}/(?P<gap>)(?=\w{1,3}(?!\w))",
    r"(?<![\w./])/(?P<gap>)(?=\w)",
    r"[+%$€](?P<gap>)(?=[+%$€])",
)
_SHORT_PARTS = (
    "[Ff]igs?|[Tt]abs?|[Cc]aps?|[Ee]qs?|[Ss]eç|[Aa]rts?|[Pp]ágs?|[Pp]{1,2}|[Vv]ols?|[Ee]d|[Nn]|[Rr]efs?|[Aa]p"
)  # fmt: skip
_PARTS = (
    "[Ff]iguras?|[Tt]abelas?|[Qq]uadros?|[Gg]ráficos?|[Cc]apítulos?|[Aa]pêndices?|[Aa]nexos?|[Pp]artes?|[Nn]otas?|"
    "[Ee]quaç(?:ão|ões)|[Ss]eç(?:ão|ões)|[Ee]tapas?|[Ff]ases?|[Pp]áginas?|[Pp]assos?|[Ii]te(?:m|ns)|[Ll]inhas?|"
    "[Vv]ersão|[Rr]esposta|[Oo]pção|[Mm]odelo|[Cc]lasse|[Gg]rupo|[Tt]ipo"
)
_PORTUGUESE = (
    # the one-letter words; as a capital only where it begins a sentence or stands among capitals, not in "Opção A"
    rf"(?<![\w-])[aàeéoó]{_GAP}(?=\S)",
    rf"(?:{_SENTENCE_START}|(?<=[A-ZÀ-Ý]{{2}}\s))[AÀEÉOÓ]{_GAP}(?=\S)",
    # a pronoun behind its verb: deixe-o
    r"\w-(?P<gap>)(?=[aeo]s?(?!\w))",
    # Fig. 3, ref. 2, tabela 2, apêndice A, resposta B, nº 5, p. ex., a. C.
    rf"(?<!\w)(?:{_SHORT_PARTS})\.{_GAP}(?=[\dIVXL(])",
    rf"(?<!\w)(?:{_PARTS}){_GAP}(?={_NUMBER_OR_LETTER})",
    rf"(?<!\w)[Nn](?:\.?[º°]s?|\.os?){_GAP}(?=\d)",
    rf"(?<!\w)p\.{_GAP}(?=ex\.)",
    rf"(?<!\w)[ad]\.{_GAP}(?=C\.)",
    rf"\d{_GAP}(?=[ad]\.\s?C\.)",
    # Dr. Silva, D. Maria
    rf"(?<!\w)(?:Dr|Dra|Drs|Dras|Sr|Sra|Srs|Sras|Srta|Prof|Profa|Profs|Eng|Enga|D|Exmo|Exma|Sto|Sta)\.[ªº]?{_GAP}(?=\w)",
    # Av. Paulista, R. Augusta
    rf"(?<!\w)(?:Av|R|Al|Pça|Rod|Trav)\.{_GAP}(?=[\dA-ZÀ-Ý])",
    # 1º lugar, 3 mil, 7 bilhões, 3,5 bi
    rf"\d\.?[ºª°]s?{_GAP}(?=\w)",
    rf"\d{_GAP}(?=(?:mil|mi|bi|tri|milhão|milhões|bilhão|bilhões|trilhão|trilhões)(?!\w))",
)
_ENGLISH_PARTS = (
    "[Ff]igures?|[Tt]ables?|[Bb]ox(?:es)?|[Cc]harts?|[Cc]hapters?|[Aa]ppendix|[Pp]arts?|[Ee]quations?|[Ss]ections?|"
    "[Ss]teps?|[Ss]tages?|[Pp]hases?|[Pp]ages?|[Ii]tems?|[Nn]otes?|[Ll]ines?|[Vv]ersion|[Aa]nswer|[Oo]ption|[Mm]odel|"
    "[Cc]lass|[Gg]roup|[Tt]ype"
)
_ENGLISH = (
    rf"(?<![\w-])[aI]{_GAP}(?=\S)",
    rf"{_SENTENCE_START}A{_GAP}(?=\S)",
    rf"(?<!\w)(?:[Ff]igs?|[Tt]ab|[Cc]h|[Ee]qs?|[Ss]ecs?|[Pp]{{1,2}}|[Vv]ols?|[Nn]os?|[Rr]efs?|[Aa]pp)\.{_GAP}(?=\d)",
    rf"(?<!\w)(?:{_ENGLISH_PARTS}){_GAP}(?={_NUMBER_OR_LETTER})",
    rf"(?<!\w)(?:Dr|Mr|Mrs|Ms|Prof|St)\.{_GAP}(?=\w)",
    rf"\d{_GAP}(?=(?:thousand|million|billion|trillion)(?!\w))",
    rf"\d{_GAP}(?=[ap]\.m\.)",
)
_TABLES = {"pt": _PORTUGUESE, "en": _ENGLISH}


@lru_cache(maxsize=32)
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    own = _TABLES.get(language.split("-", 1)[0].lower(), ())
    return tuple(re.compile(pattern, re.MULTILINE) for pattern in (*_ANY, *own))


@kept
def glued(text: str, language: str) -> frozenset[int]:
    """The indexes in ``text`` before which a line must not begin, by the table of the language (BCP 47 tag)."""
    return frozenset(found.end("gap") for pattern in _patterns(language) for found in pattern.finditer(text))
