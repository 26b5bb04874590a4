"""Text, set in the roles of tokens.toml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal, get_args

from layoutkit.diagnostics import error
from layoutkit.keywords import TextAlign, TextWrap, WritingMode
from layoutkit.languages import NEUTRAL
from layoutkit.nodes.markup import parse
from layoutkit.nodes.node import Node, check_word
from layoutkit.nodes.props import LeafProps
from layoutkit.nodes.span import LateText, Mark, Span
from layoutkit.nodes.words import keyed_words
from layoutkit.origin import caller_origin

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from layoutkit.languages import Language
    from layoutkit.nodes.span import Inline

__all__ = ["Heading", "Span", "Text"]


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Text(Node):
    """A paragraph; line breaks are found by the engine, a line feed forces one."""

    keywords: ClassVar[frozenset[str]] = LeafProps.__optional_keys__
    spans: tuple[Span, ...]
    text_align: TextAlign | None
    """None takes that of the type role."""
    wrap: TextWrap | None
    max_lines: int | None
    ellipsis: bool
    trim: Literal["none", "cap"]
    reserve: str | None
    writing_mode: WritingMode

    def __init__(
        self,
        *parts: Inline,
        align: TextAlign | None = None,
        wrap: TextWrap | None = None,
        max_lines: int | None = None,
        ellipsis: bool = False,
        trim: Literal["none", "cap"] = "none",
        reserve: str | None = None,
        writing_mode: WritingMode = "horizontal-tb",
        **props: Unpack[LeafProps],
    ) -> None:
        """Set ``parts`` one after another as a single paragraph.

        Args:
            parts: strings with markup (see :mod:`layoutkit.nodes.markup`), and spans, which are taken as they are;
                none make one empty line.
            align: where the lines go in a box that is wider; ``justify`` widens the word spaces instead, but
                neither in the last line nor beyond twice their width. None takes ``align`` of the type role.
            wrap: where lines break: ``wrap`` as late as they can, ``nowrap`` not at all, ``balance`` about equally
                long, ``pretty`` with the least ragged edge. None balances what is centred and else takes ``wrap`` of
                the type role.
            max_lines: how many lines there may be.
            ellipsis: whether what goes beyond ``max_lines``, or beyond the width of its box, is cut off with an
                ellipsis.
            trim: ``cap`` makes the box reach from the capitals' tops of the first line to the last
                baseline, so that what is centred looks centred.
            reserve: another type role: where there is room, the box is as wide as the text would be in it on one line,
                so that nothing moves where figures differ in the role.
            writing_mode: ``sideways-lr`` turns the text by 90° counter-clockwise, so that it is read upward,
                ``sideways-rl`` clockwise. Its box is then as wide as its lines are high; lines are as long as
                ``height`` or ``max_height`` in px, else they break at line feeds alone.
            props: what every node takes; ``role`` and ``color`` decide how the text looks.

        Raises:
            LayoutkitError: a part is not a text (``not-text``), its marks are not closed (``markup``), ``max_lines`` is
                no whole number of at least 1 or lacks where ``ellipsis`` is set, ``align``, ``wrap``, ``trim``,
                ``writing_mode`` or a mark is another word, or words with a key are none (``bad-value``).
        """
        for part in parts:
            if not (isinstance(part.text, str | LateText) if isinstance(part, Span) else isinstance(part, str)):
                hint = f"write {type(self).__name__}(str(…)) for a number"
                message = f"{type(self).__name__} takes strings and spans, not {part!r:.60}"
                raise error("not-text", message, origin=caller_origin(), hint=hint)
        spans = tuple(span for part in parts or ("",) for span in ((part,) if isinstance(part, Span) else parse(part)))
        for mark in {mark for span in spans for mark in span.marks}:
            check_word("mark", mark, get_args(Mark))
        if max_lines is not None and (isinstance(max_lines, bool) or not isinstance(max_lines, int) or max_lines < 1):
            message = f"max_lines is {max_lines!r:.60}; expected a whole number of at least 1"
            raise error("bad-value", message, origin=caller_origin())
        if ellipsis and max_lines is None:
            hint = "add max_lines=1, or more"
            raise error("bad-value", "ellipsis is set without max_lines", origin=caller_origin(), hint=hint)
        if align is not None:
            check_word("align", align, get_args(TextAlign))
        if wrap is not None:
            check_word("wrap", wrap, get_args(TextWrap))
        check_word("trim", trim, ("none", "cap"))
        check_word("writing_mode", writing_mode, get_args(WritingMode))
        # No child in the layout's sense: these are ends for arrows, which ``part`` finds by their keys.
        words = keyed_words(spans) if any(span.key is not None for span in spans) else ()
        Node.__init__(self, *words, **props)
        self._set(
            spans=spans,
            text_align=align,
            wrap=wrap,
            max_lines=max_lines,
            ellipsis=ellipsis,
            trim=trim,
            reserve=reserve,
            writing_mode=writing_mode,
        )

    def given(self) -> Mapping[str, object]:
        """The colours of its spans as well."""
        colors = tuple(span.color for span in self.spans if span.color is not None)
        return {**self.props, "span_colors": colors} if colors else self.props

    @property
    def plain(self) -> str:
        """The text without its spans' looks, as a figure of the neutral language shows it."""
        return self.said_in(NEUTRAL)

    def said_in(self, language: Language) -> str:
        """The text without its spans' looks, as a figure of a language shows it."""
        return "".join(span.said_in(language) for span in self.spans)


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Heading(Text):
    """A text in the role ``heading``, unless another role is given."""

    def __init__(
        self,
        *parts: Inline,
        align: TextAlign | None = None,
        wrap: TextWrap | None = None,
        max_lines: int | None = None,
        ellipsis: bool = False,
        trim: Literal["none", "cap"] = "none",
        reserve: str | None = None,
        writing_mode: WritingMode = "horizontal-tb",
        **props: Unpack[LeafProps],
    ) -> None:
        """Set ``parts`` as one heading; see :class:`Text`."""
        box: LeafProps = {"role": "heading", **props}
        Text.__init__(
            self,
            *parts,
            align=align,
            wrap=wrap,
            max_lines=max_lines,
            ellipsis=ellipsis,
            trim=trim,
            reserve=reserve,
            writing_mode=writing_mode,
            **box,
        )
