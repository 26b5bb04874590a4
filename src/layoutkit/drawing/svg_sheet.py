"""Style sheets in SVG files, by tinycss2 and cssselect2; only files that have some import them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from layoutkit.drawing.svg_error import SvgError

if TYPE_CHECKING:
    from layoutkit.drawing.svg_tree import Element

__all__ = ["Sheet"]

_HINT = 'install what reads them: pip install "layoutkit[svg]"; or save the picture with attributes in their place'
_STATES = ("hover", "active", "focus", "focus-visible", "focus-within", "visited", "target")
"""Selectors that never match in a picture that nobody points at."""
_SKIPPED = ("charset", "keyframes", "-webkit-keyframes", "font-face", "namespace")
"""Rules that paint nothing by themselves; what uses them is refused where it stands."""

Declarations = list[tuple[str, str]]


class Sheet:
    """The rules of one file and the elements that each matches."""

    def __init__(self, root: Element) -> None:
        """Match all rules.

        Raises:
            SvgError: a rule is not understood, or nothing is installed that reads it.
        """
        try:
            import cssselect2  # noqa: PLC0415 - only files with style sheets need it
            import tinycss2  # noqa: PLC0415
        except ImportError:
            line = next(one.line for one in root.below() if one.tag == "style")
            raise SvgError("it has a style sheet, which needs tinycss2 and cssselect2", line=line, hint=_HINT) from None
        matcher: Any = cssselect2.Matcher()
        for style in root.below():
            if style.tag != "style":
                continue
            if style.get("type", "text/css").strip().lower() not in ("", "text/css"):
                continue
            if style.get("media", "all").strip() not in ("", "all", "screen"):
                raise SvgError(f"its style sheet has the media {style.get('media')!r:.60}", line=style.line)
            rules = tinycss2.parse_stylesheet("".join(style.texts), skip_comments=True, skip_whitespace=True)
            for rule in rules:
                _add(matcher, rule, style.line + rule.source_line - 1)
        self._found = _matched(root, matcher)

    def declarations(self, element: Element) -> tuple[Declarations, Declarations]:
        """Names and values for an element, the strongest last: those that are not important, and those that are."""
        return self._found.get(element, ([], []))


def _add(matcher: Any, rule: Any, line: int) -> None:  # noqa: ANN401 - untyped libraries
    """Add a rule that paints something."""
    if rule.type == "error" or (rule.type == "at-rule" and rule.lower_at_keyword in _SKIPPED):
        return  # browsers leave errors out
    if rule.type != "qualified-rule":
        name = getattr(rule, "at_keyword", rule.type)
        raise SvgError(f"its style sheet has the rule @{name:.60}, which is not understood", line=line)
    declarations = _declarations(rule, line)
    for selector in _selectors(rule, line):
        if selector.pseudo_element is None:
            matcher.add_selector(selector, declarations)


def _selectors(rule: Any, line: int) -> list[Any]:  # noqa: ANN401
    import cssselect2  # noqa: PLC0415
    import tinycss2  # noqa: PLC0415

    try:
        return list(cssselect2.compile_selector_list(rule.prelude))
    except cssselect2.SelectorError:
        written = tinycss2.serialize(rule.prelude).strip()
        if any(f":{state}" in written for state in _STATES):
            return []
        message = f"its style sheet has the selector {written!r:.60}, which is not understood"
        raise SvgError(message, line=line) from None


def _declarations(rule: Any, line: int) -> tuple[Declarations, Declarations]:  # noqa: ANN401
    import tinycss2  # noqa: PLC0415

    normal: Declarations = []
    important: Declarations = []
    for one in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
        if one.type == "declaration":
            value = tinycss2.serialize(one.value).strip()
            (important if one.important else normal).append((one.lower_name, value))
        elif one.type != "error":
            raise SvgError("its style sheet has rules inside rules, which are not understood", line=line)
    return normal, important


def _matched(root: Element, matcher: Any) -> dict[Element, tuple[Declarations, Declarations]]:  # noqa: ANN401
    """Which declarations count for each element."""
    from cssselect2 import ElementWrapper  # noqa: PLC0415

    copy, originals = _copied(root)
    found: dict[Element, tuple[Declarations, Declarations]] = {}
    for wrapper in ElementWrapper.from_xml_root(copy).iter_subtree():
        normal: Declarations = []
        important: Declarations = []
        for _, _, _, (its_normal, its_important) in sorted(matcher.match(wrapper), key=lambda match: match[:2]):
            normal += its_normal
            important += its_important
        if normal or important:
            found[originals[wrapper.etree_element]] = normal, important
    return found


def _copied(root: Element) -> tuple[Any, dict[Any, Element]]:
    """The tree as the standard library has it, which cssselect2 reads, and the element that each of it stands for."""
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - nothing is parsed

    def made(element: Element, parent: ET.Element | None) -> ET.Element:
        space = f"{{{element.namespace}}}" if element.namespace else ""
        one = ET.Element(f"{space}{element.tag}", element.attributes)
        if parent is not None:
            parent.append(one)
        return one

    copy = made(root, None)
    originals, waiting = {copy: root}, [(root, copy)]
    while waiting:
        element, its = waiting.pop()
        for child in element.children:
            one = made(child, its)
            originals[one] = child
            waiting.append((child, one))
    return copy, originals
