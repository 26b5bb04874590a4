"""The files that `layoutkit new` writes. They are data: names that end in .txt keep tools from taking them for code."""
