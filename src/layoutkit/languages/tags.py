"""Language tags (BCP 47): which ones can be used."""

from __future__ import annotations

import re

__all__ = ["fault_of_tag"]

_TAG = re.compile(r"([A-Za-z]{2,3})(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-[A-Za-z0-9]{5,8}|-[0-9][A-Za-z0-9]{3})*")
"""Language, script, region and variants of BCP 47; extensions have no use here."""
_LANGUAGES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo "
    "es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka "
    "kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng "
    "nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st "
    "su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
"""The two-letter codes of ISO 639-1; of those with three letters all are taken."""
_PRIVATE = re.compile(r"AA|Q[M-Z]|X[A-Z]|ZZ")
"""Regions that ISO 3166-1 gives to nobody."""


def fault_of_tag(language: str) -> str:
    """What is wrong with a tag, in words that follow it; empty where nothing is."""
    tag = _TAG.fullmatch(language)
    if tag is None:
        return "which is not a BCP 47 tag"
    code, region = tag[1].lower(), (tag[4] or "").upper()
    if len(code) == 2 and code not in _LANGUAGES.split():  # noqa: PLR2004 - ISO 639-1
        return f"and no language has the code {tag[1]!r}"
    return f"and no region has the code {tag[4]!r}" if _PRIVATE.fullmatch(region) else ""
