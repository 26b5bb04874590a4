"""Colours: sRGB and contrast; perceived lightness, differences and colour vision are in modules of their own."""

from layoutkit.color.srgb import Color, contrast, contrast_ratio, luminance, over, parse_hex

__all__ = ["Color", "contrast", "contrast_ratio", "luminance", "over", "parse_hex"]
