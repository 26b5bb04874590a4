"""Edits of tokens: drawn in memory, undone and done again, and written by location, never over somebody else's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from layoutkit.preview.edits import EditError, EditHistory, checked_path, checked_value
from layoutkit.preview.token_panel import limits, panel
from layoutkit.tokens.load import load_all
from layoutkit.tokens.rewrite import rewritten
from layoutkit.tokens.trial import start
from tests.preview.running import Preview, figure, running, series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.tokens.rewrite import Path as KeyPath
    from layoutkit.tokens.rewrite import Value

SIZE: KeyPath = ("space", "m")


def test_steps_are_undone_and_done_again() -> None:
    history = EditHistory()
    history.set([(SIZE, 8, 9)])
    history.set([(SIZE, 8, 10)], merge=True)
    history.set([(("space", "l"), None, 20)])
    assert history.edits == {SIZE: 10, ("space", "l"): 20}
    history.undo()
    history.undo()
    assert history.edits == {}
    history.redo()
    assert history.edits == {SIZE: 10}
    history.discard()
    assert history.edits == {}
    history.undo()
    assert history.edits == {SIZE: 10}


def test_what_was_saved_can_be_undone() -> None:
    history = EditHistory()
    history.set([(SIZE, 8, 9)])
    history.saved()
    assert history.edits == {}
    history.undo()
    assert history.edits == {SIZE: 8}


@pytest.mark.parametrize("said", [None, "space.m", [], ["space"], ["space", 1], ["a", 'b"'], ["a"] * 9, ["a", "b\n"]])
def test_a_path_that_is_none_is_refused(said: object) -> None:
    with pytest.raises(EditError):
        checked_path(said)


@pytest.mark.parametrize("said", [[1], {}, 'a"b', "a\\b", "a\nb", "x" * 301, float("nan"), float("inf")])
def test_a_value_that_is_none_is_refused(said: object) -> None:
    with pytest.raises(EditError):
        checked_value(said)


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("[space]\nm = 8 # room\nl = 9\n", 12, "[space]\nm = 12 # room\nl = 9\n"),
        ("[space]\nm = 8\n", 1.5, "[space]\nm = 1.5\n"),
        ("[space]\nm = 8\n", "{space.l} * 2", '[space]\nm = "{space.l} * 2"\n'),
        ("[space]\nm = 8 # room\nl = 9\n", None, "[space]\nl = 9\n"),
        ("[space]\r\nl = 9\r\nm = 8", None, "[space]\r\nl = 9\r\n"),
        ("space = { l = 9, m = 8 }\n", None, "space = { l = 9 }\n"),
        ("space = { m = 8, l = 9 }\n", None, "space = { l = 9 }\n"),
        ("[space]\nl = 9\n", None, "[space]\nl = 9\n"),
        ("[space]\nl = 9\n", True, "[space]\nl = 9\nm = true\n"),
    ],
)
def test_numbers_are_written_and_keys_taken_out(before: str, value: Value, after: str) -> None:
    assert rewritten(before, {SIZE: value}) == after


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    content = 'Row(Text("um"), Text("dois"), gap=t.space.m)'
    with running(series(tmp_path_factory.mktemp("series"), **{"01_one": figure(content)})) as found:
        yield found


def token(preview: Preview, name: str) -> dict[str, Any]:
    panel = preview.json("/api/tokens")
    return next(one for decision in panel["decisions"] for one in decision["tokens"] if one["name"] == name)


def edit(preview: Preview, name: str, value: object) -> dict[str, Any]:
    found = token(preview, name)
    change = {"path": found["path"], "disk": found["disk"], "value": value}
    return preview.json("/api/tokens", body={"do": "set", "changes": [change]})


def test_an_edit_is_drawn_saved_in_its_place_and_undone(preview: Preview) -> None:
    file = preview.folder / "tokens.toml"
    text = file.read_text(encoding="utf-8")
    before, drawn = token(preview, "space.m"), preview.picture("01-one")["svg"]
    edit(preview, "space.m", before["written"] + 5)
    assert preview.picture("01-one")["svg"] != drawn
    assert file.read_text(encoding="utf-8") == text
    assert preview.json("/api/tokens", body={"do": "save"}) == {"saved": 1}
    changed = file.read_text(encoding="utf-8").split("\n")
    differing = [(old, new) for old, new in zip(text.split("\n"), changed, strict=True) if old != new]
    assert [new.replace(str(before["written"] + 5), str(before["written"])) for _, new in differing] == [
        old for old, _ in differing
    ]
    assert len(differing) == 1
    preview.json("/api/tokens", body={"do": "undo"})
    assert preview.picture("01-one")["svg"] == drawn
    assert preview.json("/api/tokens", body={"do": "save"}) == {"saved": 1}
    assert file.read_text(encoding="utf-8") == text


def test_an_edit_made_meanwhile_is_shown_and_not_written_over(preview: Preview) -> None:
    file = preview.folder / "tokens.toml"
    text = file.read_text(encoding="utf-8")
    size = token(preview, "space.m")["written"]
    edit(preview, "space.m", size + 5)
    other = rewritten(text, {("space", "m"): size + 1, ("color", "ink"): "#222222"})
    file.write_text(other, encoding="utf-8")
    found = preview.json("/api/tokens", body={"do": "save"})
    assert found["conflicts"] == [
        {"path": ["space", "m"], "disk": size + 1, "before": size, "yours": size + 5},
    ]
    assert file.read_text(encoding="utf-8") == other
    assert preview.json("/api/tokens", body={"do": "save", "over": True}) == {"saved": 1}
    assert file.read_text(encoding="utf-8") == rewritten(other, {("space", "m"): size + 5})
    file.write_text(text, encoding="utf-8")


def test_an_edit_that_makes_no_token_is_answered_and_not_written(preview: Preview) -> None:
    file = preview.folder / "tokens.toml"
    text = file.read_text(encoding="utf-8")
    edit(preview, "space.m", "nonsense")
    assert "space.m" in preview.state()["tokenFaults"][0]["message"]
    assert "svg" in preview.picture("01-one")
    assert preview.json("/api/tokens", body={"do": "save"})["error"]
    preview.json("/api/tokens", body={"do": "undo"})
    assert not preview.state()["tokenFaults"]
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[" * 5000, b"[]", b'{"do": "rm"}', b'{"do": "set", "changes": [{"path": ["a", "b\\n"]}]}']
)
def test_a_malformed_edit_is_refused(preview: Preview, body: bytes) -> None:
    status, answer = preview.ask("/api/tokens", method="POST", body=body)
    assert status == 400
    assert b"error" in answer


def test_limits_name_the_first_contract_that_a_value_breaks_in_any_mode(tmp_path: Path) -> None:
    tokens = tmp_path / "tokens.toml"
    other = '[contract.never]\nof = ["positive_ink"]\non = ["page"]\ncontrast = 21\n'
    tokens.write_text(f'extends = "layoutkit"\n{other}', encoding="utf-8")
    themes = load_all(tokens)
    trial = start(themes)
    black, white = limits(themes, {}, "color.accent_ink", ["#000000", "#FFFFFF"], trial)
    assert black is not None
    assert black["level"] == "error"
    assert black["sentence"].startswith("color.accent_ink on color.page has a contrast of 1")
    assert black["sentence"].endswith("(theme=dark)")
    assert white is not None
    assert white["sentence"].endswith("(the default modes)")
    assert limits(themes, {}, "color.ink", ["#000000"], trial) == [None]  # whatever other colours break


def test_a_font_is_chosen_among_the_files_beside_the_token_file(tmp_path: Path) -> None:
    tokens = tmp_path / "tokens.toml"
    tokens.write_text('extends = "layoutkit"\n', encoding="utf-8")
    themes = load_all(tokens)

    def first() -> dict[str, Any]:
        (fonts,) = [one for one in panel(themes, {}, {})["decisions"] if one["name"] == "fonts"]
        found: dict[str, Any] = fonts["tokens"][0]
        return found

    assert first()["words"] == []
    assert Path(first()["file"]).is_file()  # that of the base theme
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "mine.ttf").touch()
    assert first()["words"] == ["fonts/mine.ttf"]


def test_limits_of_a_token_that_is_none_are_an_answer(preview: Preview) -> None:
    assert "no token 'color.no'" in preview.json("/api/limits?token=color.no")["faults"][0]["message"]
    assert len(preview.json("/api/limits?token=color.ink&value=%23000000&value=nonsense")["broken"]) == 2
