"""Spanish, as it is written in Spain.

Glue: the *Ortografía de la lengua española* (RAE and ASALE, 2010) on abbreviations, ordinals and numbers with words,
and the rule of typesetters that no line ends in a one-letter word.
"""

from __future__ import annotations

from layoutkit.languages.dates import DateWords
from layoutkit.languages.language import CatalogWords, ChartWords, ComponentWords, Language
from layoutkit.languages.loanwords import ENGLISH_LOANWORDS
from layoutkit.languages.patterns import GAP, NUMBER_OR_LETTER, SENTENCE_START

__all__ = ["LANGUAGE"]

_SHORT_PARTS = (
    "[Ff]igs?|[Tt]abs?|[Cc]aps?|[Ee]cs?|[Ss]ecs?|[Aa]rts?|[Pp]ágs?|[Pp]{1,2}|[Vv]ols?|[Ee]d|[Nn]úms?|[Rr]efs?|[Aa]p|[Vv]"
)  # fmt: skip
_PARTS = (
    "[Ff]iguras?|[Tt]ablas?|[Cc]uadros?|[Gg]ráficos?|[Cc]apítulos?|[Aa]péndices?|[Aa]nexos?|[Pp]artes?|[Nn]otas?|"
    "[Ee]cuaci(?:ón|ones)|[Ss]ecci(?:ón|ones)|[Ee]tapas?|[Ff]ases?|[Pp]áginas?|[Pp]asos?|[ÍíIi]tems?|[Ll]íneas?|"
    "[Vv]ersión|[Rr]espuesta|[Oo]pción|[Mm]odelo|[Cc]lase|[Gg]rupo|[Tt]ipo"
)
_GLUE = (
    # the one-letter words; as a capital only where it begins a sentence or stands among capitals, not in "Opción A"
    rf"(?<![\w-])[aeouy]{GAP}(?=\S)",
    rf"(?:{SENTENCE_START}|(?<=[A-ZÀ-Ý]{{2}}\s))[AEOUY]{GAP}(?=\S)",
    # fig. 3, tabla 2, apéndice A, respuesta B, n.º 5, p. ej., a. C., p. m., EE. UU.
    rf"(?<!\w)(?:{_SHORT_PARTS})\.{GAP}(?=[\dIVXL(])",
    rf"(?<!\w)(?:{_PARTS}){GAP}(?={NUMBER_OR_LETTER})",
    rf"(?<!\w)[Nn]\.?[ºo°]s?\.?{GAP}(?=\d)",
    rf"(?<!\w)p\.{GAP}(?=ej\.)",
    rf"(?<!\w)[ad]\.{GAP}(?=C\.)",
    rf"\d{GAP}(?=[ad]\.\s?C\.)",
    rf"(?<!\w)[ap]\.{GAP}(?=m\.)",
    rf"\d{GAP}(?=[ap]\.\s?m\.)",
    rf"(?<!\w)EE\.{GAP}(?=UU\.)",
    # Dr. Silva, D.ª María
    rf"(?<!\w)(?:Dr|Dra|Dres|Sr|Sra|Sres|Sras|Srta|Prof|Profa|Ing|Lic|D|Dña|Sto|Sta|Fr|Mons)\.[ªº]?{GAP}(?=\w)",
    # Av. Mayor, c. Mayor
    rf"(?<!\w)(?:Av|Avda|C|Pza|Ctra|P\.º)\.?{GAP}(?=[A-ZÀ-Ý]\w)",
    # 1.º lugar, 3 mil, 7 millones
    rf"\d\.?[ºª°]s?{GAP}(?=\w)",
    rf"\d\.?er{GAP}(?=\w)",
    rf"\d{GAP}(?=(?:mil|millón|millones|millardos?|billón|billones|trillón|trillones)(?!\w))",
)
_FUNCTION_WORDS = (
    "a al ante así cada como con cual cuando de del desde donde e el en entre es esta este la las le les lo los mas "
    "más mi mis muy ni no o para pero por que se según si sin sobre su sus tan tras tu tus u un una unas unos y ya"
)
_FOREIGN_SPELLING = (
    r"[kw]|([bdfghmpstvz])\1|th|sh|ph"  # letters, pairs and sounds that its spelling does not have
    r"|(?:[bcfghmpqtv]|[^aeiouáéíóúns]s)$"  # ends that its words do not have
    r"|(?:ing|[st]ion|ness)s?$"  # and endings of English words
)
_MONTHS = "ene feb mar abr may jun jul ago sept oct nov dic"
_LONG_MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
_DAYS = "lun mar mié jue vie sáb dom"
_LONG_DAYS = "lunes martes miércoles jueves viernes sábado domingo"
LANGUAGE = Language(
    "es",
    glue=_GLUE,
    function_words=frozenset(_FUNCTION_WORDS.split()),
    one_letter_words="aeouy",
    quotes=(("«", "»"), ("“", "”"), ("‘", "’")),
    decimal=",",
    loanwords=ENGLISH_LOANWORDS - {"vector"},
    foreign_spelling=_FOREIGN_SPELLING,
    words=ComponentWords(yes="sí", no="no"),
    chart=ChartWords(
        by="{y} por {x}",
        span="de {first} a {last}",
        lowest="mínimo {value} en {place}",
        highest="máximo {value} en {place}",
        points="{count} puntos",
        thinned="{rows} filas, de las que se dice una de cada {every}",
    ),
    dates=DateWords(
        months=tuple(_MONTHS.split()),
        long_months=tuple(_LONG_MONTHS.split()),
        days=tuple(_DAYS.split()),
        long_days=tuple(_LONG_DAYS.split()),
        day="{day} {month}",
        day_year="{day} {month} {year}",
    ),
    catalog=CatalogWords(
        title="Figuras",
        generated="Escrito por {}; cambie los scripts, no este archivo.",
        figure="Figura",
        file="Archivo",
        section="Sección",
        goal="Objetivo didáctico",
        shows="Lo que muestra",
        alt="Texto alternativo",
        description="Descripción larga",
    ),
    sample="¿Por qué el cielo es azul? 0123",
    picture_openings=(
        r"(una? )?(imagen|figura|foto|fotografía|gráfico|ilustración|dibujo) (de|del|que|con|mostrando)\b"
    ),
)
