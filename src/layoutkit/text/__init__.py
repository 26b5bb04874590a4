"""The text pass: fonts by file, shaping, line breaking, measuring.

    style.py          TextStyle: what decides glyphs and lines
    fonts.py          FontLibrary -> Face: which file, its metrics, its outlines
    font_data.py      bytes of a font file, WOFF unpacked
    acceptance.py     what a text may hold
    characters.py     scripts, controls, clusters
    direction.py      which way text runs, and in which order the parts of a line stand
    shape.py          one run -> GlyphRun (HarfBuzz)
    items.py          text -> items of one face, style and script
    style_ranges.py   which style the text has where
    ruler.py          how wide any stretch is as a line of its own
    breaking.py       UAX #14 -> where lines may end         glue.py     … and where they may not, by language
    hyphenation.py    … and where words may be broken (optional, by pyphen)
    hard_lines.py     all three put together, for each line between two hard line breaks
    fill.py           which ends are taken: one function a mode
    ellipsis.py       where a text is cut off
    justify.py        word spaces made wider                 hanging.py   quotation marks in the margin
    linebox.py        line height and baseline               lines.py    TextBlock, the result
    kept.py           results that are kept for the next paragraph of the same words
    excess.py         every way in which a text does not fit, as data
    paragraph.py      Typesetter -> Paragraph: measure(request), set(width)

Nothing is imported here: HarfBuzz is loaded only by those who shape text.
"""
