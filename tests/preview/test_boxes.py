"""Boxes for the inspector: where they are, and which token gives them their look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from layoutkit.preview.warm import WarmSeries
from tests.preview.running import figure, series

if TYPE_CHECKING:
    from pathlib import Path

CONTENT = 'Row(Text("um"), Text("dois"), gap=t.space.m, padding=3, background=t.color.ink)'


def boxes(folder: Path, content: str = CONTENT, *, base: bool = False) -> dict[str, Any]:
    """The boxes of a figure, with the small token file or with the base theme."""
    made = series(folder, **{"01_one": figure(content)})
    if base:
        (made / "tokens.toml").write_text('extends = "layoutkit"\n', encoding="utf-8")
    warm = WarmSeries([made / "figures"], made / "tokens.toml")
    warm.open({})
    return warm.tree("01-one", {})


def test_a_box_tells_its_spaces_and_its_line(tmp_path: Path) -> None:
    (row,) = boxes(tmp_path)["root"]["children"]
    assert (row["type"], row["place"]["line"]) == ("Row", 5)
    assert row["content"][0] - row["rect"][0] == 3
    first, second = row["children"]
    assert row["gaps"] == [[first["rect"][0] + first["rect"][2], first["rect"][1], *row["gaps"][0][2:]]]
    assert row["gaps"][0][2] == second["rect"][0] - first["rect"][0] - first["rect"][2]
    assert len(first["baselines"]) == 1


def test_a_property_names_the_token_that_gave_it(tmp_path: Path) -> None:
    found = boxes(tmp_path)
    (row,) = found["root"]["children"]
    properties = {one["name"]: (one["from"], one["token"]) for one in row["properties"]}
    assert properties == {
        "gap": ("keyword", "space.m"), "padding": ("keyword", ""), "background": ("keyword", "color.ink"),
    }  # fmt: skip
    text = {one["name"]: one["token"] for one in row["children"][0]["properties"]}
    role = row["children"][0]["name"]
    assert text["size"] == f"type.{role}.size"
    assert found["tokens"]["space.m"]["place"]["path"].endswith("tokens.toml")


def test_what_a_component_or_the_boxes_around_give_is_named_as_well(tmp_path: Path) -> None:
    (card,) = boxes(tmp_path, 'Card(Text("um"), Icon("star"), gap=7, color="{color.ink}")', base=True)["root"][
        "children"
    ]
    its = {one["name"]: (one["from"], one["token"], one["value"]) for one in card["properties"]}
    assert its["gap"] == ("keyword", "", "7")
    assert its["padding"][:2] == ("token", "card.padding")
    assert its["color"][:2] == ("keyword", "color.ink")
    assert its["color"][2].startswith("#")
    text, icon = ({one["name"]: (one["from"], one["token"]) for one in box["properties"]} for box in card["children"])
    assert text["color"] == icon["color"] == ("around", "color.ink")
    assert icon["size"] == ("token", "icon.size")


def test_the_tokens_of_a_box_are_those_that_others_refer_to_as_well(tmp_path: Path) -> None:
    root = boxes(tmp_path)["root"]
    assert {"space.m", "color.ink"} <= set(root["children"][0]["tokens"])
    assert "space.m" not in root["children"][0]["children"][0]["tokens"]
