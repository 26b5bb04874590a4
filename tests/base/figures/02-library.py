"""Numbers: a table, bars, meters, large figures."""

from layoutkit import (
    Bar,
    Bars,
    Card,
    Column,
    Divider,
    Grid,
    Heading,
    Legend,
    Meter,
    Node,
    Row,
    Rubric,
    Table,
    Text,
    Theme,
    figure,
)


def figure_of(t: Theme, number: str, words: str) -> Node:
    """One large number."""
    return Card(Text(number, role="number", color=t.color.accent_ink), Text(words, role="small"), gap=t.space.xs)


@figure(
    title="A year of the city library",
    alt="Three large numbers, loans by branch as bars, opening hours as a table and goals as meters.",
    language="en",
    reflows=True,
)
def library(t: Theme) -> Node:
    """Panels of equal weight."""
    wide = t.page.columns > 1
    return Column(
        Column(
            Heading("A year of the city library", role="title"),
            Text("More readers than before, and shorter queues at two of four branches.", role="subtitle"),
            gap=t.space.s,
        ),
        Grid(
            figure_of(t, "412,806", "books lent, 6 % more than in the year before"),
            figure_of(t, "31 min", "is how long a visit takes"),
            figure_of(t, "4 of 5", "readers come by foot or by bicycle"),
            columns="repeat(3, 1fr)" if wide else "1fr", gap=t.space.l,
        ),
        Grid(
            Card(
                Heading("Loans by branch", role="subheading"),
                Bars([Bar("Harbour", 182, "182,400", "accent"), Bar("Market", 121, "121,050", "accent"),
                      Bar("Hillside", 68, "68,300", "neutral"), Bar("Station", 41, "41,056", "caution")]),
                Legend([("as planned", "accent", "solid"), ("rebuilt in May", "caution", "outline")]),
            ),
            Card(
                Heading("Open when people are free", role="subheading"),
                Table(("Day", "Opens", "Closes"),
                      [["Monday", "closed", "–"], ["Tuesday–Friday", "9:00", "20:00"], ["Saturday", "10:00", "18:00"]]),
            ),
            Card(
                Heading("Goals", role="subheading"),
                Meter(0.82, label="Returned in time", shown="82 %", tone="positive"),
                Meter(0.46, label="New shelves", shown="46 %", tone="caution"),
                Divider("in doubt"),
                Meter(0.12, label="Night opening", shown="12 %", tone="negative"),
            ),
            Card(
                Heading("What readers asked for", role="subheading"),
                Rubric(("Quiet rooms", "Coffee", "More chairs"),
                       {"Harbour": (True, True, False), "Market": (True, False, True)},
                       words=("has", "lacks"), head="Wish"),
            ),
            columns="1fr 1fr" if wide else "1fr", gap=t.space.l,
        ),
        Row(Text("Numbers: city library, annual report", role="furniture"), justify="end"),
        gap=t.page.gap,
    )  # fmt: skip
