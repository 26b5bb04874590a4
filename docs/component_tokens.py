"""Writes the column of tokens in docs/components.md from what the components declare."""

from __future__ import annotations

import re
from pathlib import Path

from layoutkit.tokens.tables import TONE, registry

PAGE = Path(__file__).parent / "components.md"
_ROW = re.compile(r"(\| `([A-Z]\w*)\(.*) \| [^|]* \|")


def tokens_of(name: str) -> str:
    """The tables and type roles that a component reads, those of the components it is made of behind them."""
    declared = registry[name]
    names = [table.name.replace(TONE, "…") for table in declared.tables]
    names += [read for read in declared.reads if TONE not in read]
    own = ", ".join(f"`{one}`" for one in names)
    others = ", ".join(f"{other}" for other in declared.uses)
    return "; ".join(part for part in (own, f"those of {others}" if others else "") if part)


def with_tokens(page: str) -> str:
    """The page with the last cell of each component's row written again."""
    lines = []
    for line in page.splitlines():
        row = _ROW.fullmatch(line)
        lines.append(f"{row[1]} | {tokens_of(row[2])} |" if row else line)
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(with_tokens(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
