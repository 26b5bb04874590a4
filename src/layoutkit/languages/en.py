"""English; the words of components and of the catalog are the defaults of the record.

Glue: the Chicago Manual of Style, section 7.
"""

from __future__ import annotations

from layoutkit.languages.language import CatalogWords, Language
from layoutkit.languages.patterns import GAP, NUMBER_OR_LETTER, SENTENCE_START

__all__ = ["LANGUAGE"]

_PARTS = (
    "[Ff]igures?|[Tt]ables?|[Bb]ox(?:es)?|[Cc]harts?|[Cc]hapters?|[Aa]ppendix|[Pp]arts?|[Ee]quations?|[Ss]ections?|"
    "[Ss]teps?|[Ss]tages?|[Pp]hases?|[Pp]ages?|[Ii]tems?|[Nn]otes?|[Ll]ines?|[Vv]ersion|[Aa]nswer|[Oo]ption|[Mm]odel|"
    "[Cc]lass|[Gg]roup|[Tt]ype"
)
_GLUE = (
    rf"(?<![\w-])[aI]{GAP}(?=\S)",
    rf"{SENTENCE_START}A{GAP}(?=\S)",
    rf"(?<!\w)(?:[Ff]igs?|[Tt]ab|[Cc]h|[Ee]qs?|[Ss]ecs?|[Pp]{{1,2}}|[Vv]ols?|[Nn]os?|[Rr]efs?|[Aa]pp)\.{GAP}(?=\d)",
    rf"(?<!\w)(?:{_PARTS}){GAP}(?={NUMBER_OR_LETTER})",
    rf"(?<!\w)(?:Dr|Mr|Mrs|Ms|Prof|St)\.{GAP}(?=\w)",
    rf"\d{GAP}(?=(?:thousand|million|billion|trillion)(?!\w))",
    rf"\d{GAP}(?=[ap]\.m\.)",
)
_FUNCTION_WORDS = "a an and as at but by for from if in is no nor not of on or that the to with"
LANGUAGE = Language(
    "en",
    glue=_GLUE,
    function_words=frozenset(_FUNCTION_WORDS.split()),
    one_letter_words="a",
    loanwords=frozenset(),
    catalog=CatalogWords(),
)
