"""A learning-rate schedule: it rises in a line, then falls along a half period of the cosine."""

import math

from layoutkit import Card, Column, Grid, Heading, Node, Text, Theme, figure
from layoutkit.chart import Axis, Chart, band, line, note, points, rule

STEPS, WARMUP = 10_000, 2_000
PEAK, LEAST = 6e-4, 6e-5


def rate(step: int) -> float:
    """The learning rate at a step."""
    if step < WARMUP:
        return PEAK * step / WARMUP
    share = (step - WARMUP) / (STEPS - WARMUP)
    return LEAST + (PEAK - LEAST) * (1 + math.cos(math.pi * share)) / 2


HALFWAY = (WARMUP + STEPS) // 2


def part(t: Theme, title: str, text: str) -> Node:
    """What one part of the schedule is for."""
    return Card(Text(title, role="label", color=t.color.accent_ink), Text(text), gap=t.space.s)


@figure(
    title="Aquecer, depois descer",
    alt=(
        f"A taxa de aprendizado sobe em linha reta até 6 · 10⁻⁴ no passo {WARMUP} e desce em forma de cosseno até "
        f"6 · 10⁻⁵ no passo {STEPS}."
    ),
    reflows=True,
)
def schedule(t: Theme) -> Node:
    """The curve, and what its parts are for."""
    return Column(
        Column(
            Heading("Aquecer, depois descer", role="title"),
            Text("Warm-up e cosseno: a taxa de aprendizado muda a cada passo do treino.", role="subtitle"),
            gap=t.space.s,
        ),
        Card(
            Chart(
                band(x=(0, WARMUP), label="warm-up", tone="caution"),
                line([(step, rate(step)) for step in range(0, STEPS + 1, 100)], tone="accent"),
                rule(y=LEAST, tone="neutral"),
                points([(WARMUP, PEAK), (HALFWAY, rate(HALFWAY)), (STEPS, LEAST)], tone="accent"),
                note(WARMUP, PEAK, "pico", anchor="bottom left"),
                note(HALFWAY, rate(HALFWAY), "metade da queda", anchor="bottom left"),
                x=Axis("passo de treino", format=",.0f"),
                y=Axis("taxa de aprendizado", domain=(0, 7e-4), ticks=[0, LEAST, 2e-4, 4e-4, PEAK]),
                lines=14,
            ),
        ),
        Grid(
            part(t, "Aquecer", "No começo os gradientes são instáveis. Passos pequenos evitam que a loss exploda."),
            part(t, "Descer", "Devagar, depressa e de novo devagar: é a metade de um período do cosseno."),
            part(t, "Terminar", "Passos de um décimo do pico: o modelo ainda aprende, sem saltar por cima do mínimo."),
            columns=3 if t.page.columns > 1 else 1, gap=t.space.m,
        ),
        gap=t.page.gap,
    )  # fmt: skip
