"""Drawings and pictures that come from files: icons, SVG, PNG and JPEG."""
