"""Charts take tables as they come: from pandas, polars and pyarrow, from CSV files, and from lists and dicts."""

from __future__ import annotations

import importlib
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from layoutkit import LayoutkitError
from layoutkit.chart import columns, heatmap, line, points
from layoutkit.components import chart_data
from layoutkit.moments import Moment

if TYPE_CHECKING:
    from collections.abc import Callable

COLUMNS = {"epoch": [1, 2, 3, 4], "loss": [4.2, 2.8, None, 2.1], "model": ["a", "b", "c", "d"]}
NUMBERS = (1.0, 2.0, 3.0, 4.0)
LOSSES = (4.2, 2.8, None, 2.1)

LIBRARIES: dict[str, Callable[[Any], Any]] = {
    "pandas": lambda pandas: pandas.DataFrame(COLUMNS),
    "polars": lambda polars: polars.DataFrame(COLUMNS),
    "pyarrow": lambda pyarrow: pyarrow.table(COLUMNS),
}


class OnlyStream:
    """A table that hands its data on and has no columns of its own."""

    def __init__(self, table: Any) -> None:  # noqa: ANN401 - of any library
        self.table = table

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.table.__arrow_c_stream__(requested_schema)


class OnlyInterchange:
    """The same by the older protocol."""

    def __init__(self, table: Any) -> None:  # noqa: ANN401 - of any library
        self.table = table

    def __dataframe__(self, *args: object, **kwargs: object) -> object:
        return self.table.__dataframe__(*args, **kwargs)


def table(library: str) -> Any:  # noqa: ANN401 - tables of any library
    """A table of a library; the test is skipped where it is not installed."""
    return LIBRARIES[library](pytest.importorskip(library))


@pytest.mark.parametrize("library", LIBRARIES)
def test_columns_of_tables_are_drawn(library: str) -> None:
    mark = line(table(library), x="epoch", y="loss")
    assert (mark.x, mark.y) == (NUMBERS, LOSSES)


@pytest.mark.parametrize("library", LIBRARIES)
def test_names_of_tables_are_names(library: str) -> None:
    assert columns(table(library), x="model", y="loss").x == ("a", "b", "c", "d")


@pytest.mark.parametrize("library", LIBRARIES)
def test_rows_are_numbered_where_no_x_is_named(library: str) -> None:
    assert points(table(library), y="loss").x == (0, 1, 2, 3)


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_column_that_is_not_there_is_told_with_a_near_name(library: str) -> None:
    data = table(library)
    with pytest.raises(LayoutkitError) as caught:
        line(data, x="epochs", y="loss")
    told = caught.value.diagnostics[0]
    assert told.message == "the data has no column 'epochs'"
    assert told.hint == "did you mean 'epoch'?"
    assert told.places[0].path == Path(__file__)


@pytest.mark.parametrize("library", LIBRARIES)
def test_missing_values_of_tables_are_gaps(library: str) -> None:
    assert line(table(library), x="epoch", y="loss").y[2] is None


def test_pandas_has_more_kinds_of_missing_values() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(
        {"x": pandas.array([1, None], dtype="Int64"), "when": pandas.to_datetime(["2024-01-31", None])}
    )
    assert line(frame, y="x").y == (1.0, None)
    assert points(frame, x="when", y="x").x == (Moment.of(date(2024, 1, 31)), None)


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_single_columns_are_series(library: str) -> None:
    assert line(table(library)["epoch"]).y == NUMBERS


@pytest.mark.parametrize("library", ["polars", "pyarrow"])
def test_tables_that_only_hand_their_data_on_are_taken_up_by_pyarrow(library: str) -> None:
    pytest.importorskip("pyarrow")
    assert line(OnlyStream(table(library)), x="epoch", y="loss").y == LOSSES


def test_the_older_protocol_is_taken_as_well() -> None:
    assert line(OnlyInterchange(table("pyarrow")), x="epoch", y="loss").x == NUMBERS


def test_without_pyarrow_such_tables_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(chart_data, "import_module", missing)
    with pytest.raises(LayoutkitError, match="reading a OnlyStream needs pyarrow"):
        line(OnlyStream(None), x="epoch", y="loss")


def test_numpy_arrays_are_lists() -> None:
    numpy = pytest.importorskip("numpy")
    assert line(numpy.array([1, 2, 3])).y == (1.0, 2.0, 3.0)
    assert line(numpy.array([[1, 5], [2, 6], [4, 9]])).x == (1.0, 2.0, 4.0)
    assert line([numpy.float32(1.5), numpy.nan]).y == (1.5, None)
    cells = heatmap(numpy.eye(2), x=["a", "b"], y=["c", "d"])
    assert cells.heat is not None
    assert cells.heat.values == (1.0, 0.0, 0.0, 1.0)


@pytest.mark.parametrize("unit", ["D", "s", "ns"])
def test_dates_of_numpy_are_dates(unit: str) -> None:
    numpy = pytest.importorskip("numpy")
    days = numpy.array(["2024-01-31", "NaT"], dtype=f"datetime64[{unit}]")
    expected = (Moment.of(date(2024, 1, 31)), None)
    assert line({"day": days, "y": [1, 2]}, x="day", y="y").x == expected
    assert line([*zip(days, [1, 2], strict=True)]).x == expected


def test_rows_that_are_dicts_are_a_table() -> None:
    rows = [{"epoch": 1, "loss": 3}, {"epoch": 2}]
    assert line(rows, x="epoch", y="loss").y == (3.0, None)
    with pytest.raises(LayoutkitError, match="no row has a column 'los'"):
        line(rows, x="epoch", y="los")


def test_importing_charts_loads_no_table_library() -> None:
    assert importlib.import_module("layoutkit.chart")
    source = Path(chart_data.__file__).read_text(encoding="utf-8")
    assert not [name for name in LIBRARIES if f"import {name}" in source]


def test_a_figure_without_a_chart_imports_none() -> None:
    """Not even the declaration of its tokens does; a fresh interpreter, as this one has drawn charts."""
    program = (
        "import sys, layoutkit as lk; theme = lk.load_theme()\n"
        "lk.figure(title='A', alt='B.', language='en')(lambda t: lk.Column(lk.Card(lk.Text('a')))).render(theme)\n"
        "print(bool(theme.chart), [n for n in sys.modules if n.startswith('layoutkit.components.chart')])"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "True ['layoutkit.components.chart_tokens']"


def beside(name: str, text: str) -> Path:
    """A file in a folder of its own, by its whole path."""
    path = Path(name)
    path.write_text(text, encoding="utf-8")
    return path.absolute()


@pytest.mark.parametrize(
    ("text", "x", "y"),
    [
        ("epoch,loss\n1,4.5\n2,\n3,2.25\n", (1.0, 2.0, 3.0), (4.5, None, 2.25)),
        ("epoch;loss\n1;4,5\n2;NA\n3;2,25\n", (1.0, 2.0, 3.0), (4.5, None, 2.25)),
        ("epoch\tloss\n1\t4.5\n2\tnan\n3\t2.25\n", (1.0, 2.0, 3.0), (4.5, None, 2.25)),
        ("\ufeffepoch,loss\r\nmaçã,1\r\nuva,2\r\n", ("maçã", "uva"), (1.0, 2.0)),
    ],
)
def test_csv_files_are_tables(
    text: str, x: tuple[object, ...], y: tuple[object, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    mark = line(beside("data.csv", text), x="epoch", y="loss")
    assert (mark.x, mark.y) == (x, y)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "has no rows"),
        ("epoch,loss\n", "has no rows"),
        ("epoch,loss\n1,2\n", "no column 'los'"),
        ("epoch,los\n1,4.5\n2,much\n", "y 2 is the text 'much', the others are numbers"),
        ('epoch,los\n1,4.5\n2,"3,5"\n', "y 2 is the text '3,5', the others are numbers"),
    ],
)
def test_csv_files_that_cannot_be_drawn_say_why(
    text: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LayoutkitError, match=told):
        line(beside("data.csv", text), x="epoch", y="los")


def test_a_csv_file_that_is_not_there_is_told() -> None:
    with pytest.raises(LayoutkitError, match="No such file"):
        line("nowhere.csv", x="a", y="b")


def test_a_file_without_columns_named_lists_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LayoutkitError) as caught:
        line(beside("data.csv", "epoch,loss\n1,2\n"))
    assert caught.value.diagnostics[0].hint == 'x="…", y="…"; known here: epoch, loss'
