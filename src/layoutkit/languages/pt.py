"""Portuguese, as it is written in Brazil.

Glue: the style books of newspapers (no line ends in a one-letter word), and the Inmetro rules for units.
"""

from __future__ import annotations

from layoutkit.languages.dates import DateWords
from layoutkit.languages.language import CatalogWords, ChartWords, ComponentWords, Language
from layoutkit.languages.patterns import GAP, NUMBER_OR_LETTER, SENTENCE_START

__all__ = ["LANGUAGE"]

_SHORT_PARTS = (
    "[Ff]igs?|[Tt]abs?|[Cc]aps?|[Ee]qs?|[Ss]eç|[Aa]rts?|[Pp]ágs?|[Pp]{1,2}|[Vv]ols?|[Ee]d|[Nn]|[Rr]efs?|[Aa]p"
)  # fmt: skip
_PARTS = (
    "[Ff]iguras?|[Tt]abelas?|[Qq]uadros?|[Gg]ráficos?|[Cc]apítulos?|[Aa]pêndices?|[Aa]nexos?|[Pp]artes?|[Nn]otas?|"
    "[Ee]quaç(?:ão|ões)|[Ss]eç(?:ão|ões)|[Ee]tapas?|[Ff]ases?|[Pp]áginas?|[Pp]assos?|[Ii]te(?:m|ns)|[Ll]inhas?|"
    "[Vv]ersão|[Rr]esposta|[Oo]pção|[Mm]odelo|[Cc]lasse|[Gg]rupo|[Tt]ipo"
)
_GLUE = (
    # the one-letter words; as a capital only where it begins a sentence or stands among capitals, not in "Opção A"
    rf"(?<![\w-])[aàeéoó]{GAP}(?=\S)",
    rf"(?:{SENTENCE_START}|(?<=[A-ZÀ-Ý]{{2}}\s))[AÀEÉOÓ]{GAP}(?=\S)",
    # a pronoun behind its verb: deixe-o
    r"\w-(?P<gap>)(?=[aeo]s?(?!\w))",
    # Fig. 3, ref. 2, tabela 2, apêndice A, resposta B, nº 5, p. ex., a. C.
    rf"(?<!\w)(?:{_SHORT_PARTS})\.{GAP}(?=[\dIVXL(])",
    rf"(?<!\w)(?:{_PARTS}){GAP}(?={NUMBER_OR_LETTER})",
    rf"(?<!\w)[Nn](?:\.?[º°]s?|\.os?){GAP}(?=\d)",
    rf"(?<!\w)p\.{GAP}(?=ex\.)",
    rf"(?<!\w)[ad]\.{GAP}(?=C\.)",
    rf"\d{GAP}(?=[ad]\.\s?C\.)",
    # Dr. Silva, D. Maria
    rf"(?<!\w)(?:Dr|Dra|Drs|Dras|Sr|Sra|Srs|Sras|Srta|Prof|Profa|Profs|Eng|Enga|D|Exmo|Exma|Sto|Sta)\.[ªº]?{GAP}(?=\w)",
    # Av. Paulista, R. Augusta
    rf"(?<!\w)(?:Av|R|Al|Pça|Rod|Trav)\.{GAP}(?=[\dA-ZÀ-Ý])",
    # 1º lugar, 3 mil, 7 bilhões, 3,5 bi
    rf"\d\.?[ºª°]s?{GAP}(?=\w)",
    rf"\d{GAP}(?=(?:mil|mi|bi|tri|milhão|milhões|bilhão|bilhões|trilhão|trilhões)(?!\w))",
)
_FUNCTION_WORDS = (
    "a à ao aos as às até cada com como da das de do dos e é em entre mas na nas nem no nos não o os ou para pela "
    "pelas pelo pelos por que se sem sob sobre um uma umas uns"
)
_FOREIGN_SPELLING = (
    r"[kwy]|([bdfglmnptz])\1|th|sh|ph"  # letters, pairs and sounds that its spelling does not have
    r"|(?:[bcdfghjpqtv]|ss|[^aeiouáéíóúâêôãõn]s)$"  # ends that its words do not have, or had before a plural s
    r"|(?:ing|[st]ion|ness|able|ible|ous)s?$"  # and endings of English words
)
_MONTHS = "jan. fev. mar. abr. maio jun. jul. ago. set. out. nov. dez."
_LONG_MONTHS = "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
_DAYS = "seg. ter. qua. qui. sex. sáb. dom."
_LONG_DAYS = "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo"
LANGUAGE = Language(
    "pt",
    glue=_GLUE,
    function_words=frozenset(_FUNCTION_WORDS.split()),
    one_letter_words="aàeéoó",
    decimal=",",
    foreign_spelling=_FOREIGN_SPELLING,
    words=ComponentWords(yes="sim", no="não"),
    chart=ChartWords(
        by="{y} por {x}",
        span="de {first} a {last}",
        lowest="mínimo {value} em {place}",
        highest="máximo {value} em {place}",
        points="{count} pontos",
        thinned="{rows} linhas, das quais se diz uma em cada {every}",
    ),
    dates=DateWords(
        months=tuple(_MONTHS.split()),
        long_months=tuple(_LONG_MONTHS.split()),
        days=tuple(_DAYS.split()),
        long_days=tuple(_LONG_DAYS.split()),
        month_year="{month} de {year}",
        day="{day} de {month}",
        day_year="{day} de {month} de {year}",
    ),
    catalog=CatalogWords(
        title="Figuras",
        generated="Escrito por {}; mude os scripts, não este arquivo.",
        figure="Figura",
        file="Arquivo",
        section="Seção do diário",
        goal="Objetivo didático",
        shows="O que demonstra",
        alt="Texto alternativo",
        description="Descrição longa",
    ),
    sample="Por que o céu é azul? 0123",
    picture_openings=(
        r"(uma? )?(imagem|figura|foto|fotografia|gráfico|ilustração|desenho) (de|do|da|dos|das|que|com|mostrando)\b"
    ),
)
