"""What ``layoutkit new`` writes: a folder for each example, and the script of one figure.

The files are data. Names that end in ``.txt`` keep tools from taking them for code. ``dot-gitignore`` becomes
``.gitignore``, which Git would follow here as well.
"""
