"""What the pages of a document share: fonts, graphics states, pictures, shadings. Each is put into the file once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.output.pdf_colors import in_one_space
from layoutkit.output.pdf_fonts import PdfFont
from layoutkit.output.pdf_objects import Name, serialised
from layoutkit.output.pdf_pictures import put_picture
from layoutkit.output.pdf_shading import gradient_mask, shadow_mask
from layoutkit.paint.display import DrawPicture, ink_colors

if TYPE_CHECKING:
    from collections.abc import Callable

    from layoutkit.geometry import Rect
    from layoutkit.keywords import BlendMode
    from layoutkit.output.pdf_colors import ColorSpace
    from layoutkit.output.pdf_objects import Dictionary, PdfFile, Ref, Value
    from layoutkit.paint.display import DisplayList, DropShadow, LinearGradient, RadialGradient
    from layoutkit.picture import Picture
    from layoutkit.text.fonts import Face
    from layoutkit.text.shape import GlyphRun

__all__ = ["Resources"]

_NEAR = 0.05
"""The space between letters, in ems, up to which all readers take it for none: Poppler looks for words from 0.1 on, and
some pairs of letters are further apart than others."""
_CATEGORIES = ("ExtGState", "XObject", "Shading", "ColorSpace")


class Resources:
    """Names for what content streams use; fonts are put in when all pages are written."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._fonts: dict[tuple[Face, float], PdfFont] = {}
        self._categories: dict[str, Dictionary] = {name: {} for name in _CATEGORIES}
        self._names: dict[object, str] = {}
        self._bounds: dict[DropShadow, Rect] = {}
        self._spaces: dict[Picture, ColorSpace] = {}

    def font(self, run: GlyphRun) -> PdfFont:
        """The font of a run; letters that stand far apart have one of their own."""
        tracking = round(run.letter_spacing / run.size, 3)
        key = run.face, tracking if tracking > _NEAR else 0.0
        return self._fonts.setdefault(key, PdfFont(run.face, f"F{len(self._fonts)}", key[1]))

    def alpha(self, alpha: float) -> str:
        """The state in which fills and strokes have an alpha from 0 to 1."""
        return self._named("ExtGState", ("alpha", alpha), lambda: self._file.add({"ca": alpha, "CA": alpha}))

    def shading(self, shading: Dictionary) -> str:
        """A shading."""
        return self._named("Shading", serialised(shading), lambda: self._file.add(shading))

    def gradient_mask(self, gradient: LinearGradient | RadialGradient, bounds: Rect) -> str:
        """The state in which all is as transparent as the gradient."""
        return self._named("ExtGState", gradient, lambda: gradient_mask(self._file, gradient, bounds))

    def shadow_mask(self, shadow: DropShadow) -> tuple[str, Rect]:
        """The state in which a fill is a shadow, and where there is any of it."""

        def put() -> Ref:
            ref, self._bounds[shadow] = shadow_mask(self._file, shadow)
            return ref

        return self._named("ExtGState", shadow, put), self._bounds[shadow]

    def picture(self, picture: Picture) -> str:
        """A picture."""

        def put() -> Ref:
            ref, self._spaces[picture] = put_picture(self._file, picture)
            return ref

        return self._named("XObject", picture, put)

    def blending_space(self, display: DisplayList) -> ColorSpace:
        """The space in which colours of a page that is drawn already are mixed: grey where all are grey.

        What is transparent takes everything on its page into this space, and black ink with it.
        """
        colors = [color for ink in display.ink for color in ink_colors(ink)]
        pictures = [self._spaces[ink.picture] for ink in display.ink if isinstance(ink, DrawPicture)]
        return "DeviceRGB" if "DeviceRGB" in (in_one_space(colors)[0], *pictures) else "DeviceGray"

    def form(self, operators: list[str], bounds: Rect) -> str:
        """A piece of content that is drawn several times."""
        data = "\n".join(operators).encode("ascii")
        box = [bounds.x, bounds.y, bounds.right, bounds.bottom]
        head: Dictionary = {"Type": Name("XObject"), "Subtype": Name("Form"), "BBox": box, "Resources": {}}
        return self._named("XObject", data, lambda: self._file.stream(data, head))

    def fade(self, opacity: float, blend: BlendMode) -> str:
        """The state in which a group is seen through, and mixed with what is below."""
        mode = Name("".join(word.capitalize() for word in blend.split("-")))
        state: Dictionary = {"ca": opacity, "CA": opacity, "BM": mode}
        return self._named("ExtGState", ("fade", opacity, blend), lambda: self._file.add(state))

    def group(self, operators: list[str], bounds: Rect) -> str:
        """A piece of content that is composed by itself."""
        data = "\n".join(operators).encode("ascii")
        shared: Dictionary = {category: dict(entries) for category, entries in self._categories.items() if entries}
        head: Dictionary = {
            "Type": Name("XObject"),
            "Subtype": Name("Form"),
            "BBox": [bounds.x, bounds.y, bounds.right, bounds.bottom],
            "Group": {"S": Name("Transparency"), "I": True},
            "Resources": shared,
        }
        return self._named("XObject", ("group", data), lambda: self._file.stream(data, head))

    def registration(self) -> str:
        """The colour space that is printed on every plate (section 8.6.6.4)."""
        tint: Dictionary = {"FunctionType": 2, "Domain": [0, 1], "C0": [1], "C1": [0], "N": 1}
        space: list[Value] = [Name("Separation"), Name("All"), Name("DeviceGray"), tint]
        return self._named("ColorSpace", "All", lambda: self._file.add(space))

    def _named(self, category: str, key: object, put: Callable[[], Ref]) -> str:
        if key not in self._names:
            entries = self._categories[category]
            name = self._names[key] = f"{category[0]}{len(entries)}"
            entries[name] = put()
        return self._names[key]

    def dictionary(self) -> Dictionary:
        """The resource dictionary of every page; the fonts are embedded by this."""
        fonts: Dictionary = {font.name: font.embedded(self._file) for font in self._fonts.values()}
        used = {category: entries for category, entries in self._categories.items() if entries}
        return {"Font": fonts, **used}
