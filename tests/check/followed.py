"""What the author does who follows a hint: for each hint about the faulty figures, every way that it offers.

A hint stands here as it is printed. A new case, or a hint that reads otherwise, has to be followed anew.
"""

from __future__ import annotations

from tests.check.followed_in_tokens import IN_TOKENS
from tests.check.ways import Way, by

__all__ = ["FOLLOWED"]


_MORE_ROOM = "give them more room"
_STACK = "give them more room, or put them into a Stack if one is to lie on the other"
_TOLD_APART = "add a label, an outline or a dash that differs too"
_COLOR = "give it a name under [color], such as accent, and use that: t.color.accent"
_LENGTH = "use a token, or a multiple of one: t.space.m * 2"
_GLYPH = "use another character, or add a family that has it to the fallback of the font"

FOLLOWED: dict[str, dict[str, tuple[Way, ...]]] = {
    "01-overflow-text-too-wide": {
        'make the box larger, or remove wrap="nowrap"': (
            by(', width="{space.xxl} * 4"', ""),
            by(', wrap="nowrap"', ""),
        ),
    },
    "02-overflow-text-too-high": {
        "make Card “A loss olha apenas para…” larger, or make its content smaller": (
            by("            height=t.space.xxl * 2,\n", ""),
            by(
                "A loss olha apenas para os tokens da resposta; os da instrução servem só de contexto.",
                "Só a resposta.",
            ),
        ),
    },
    "03-overflow-children-too-wide": {
        "make it wider, or make its children smaller; wrap=True puts them on several lines": (
            by("t.space.xxl * 7", "t.space.xxl * 5"),
            by("gap=t.space.l)", "gap=t.space.l, wrap=True)"),
        ),
        "move it inside, or make it smaller": (by("t.space.xxl * 7", "t.space.xxl * 5"),),
    },
    "04-overflow-more-lines-than-allowed": {
        "shorten the text, or add ellipsis=True": (
            by("; os da instrução servem só de contexto.", "."),
            by("max_lines=2", "max_lines=2, ellipsis=True"),
        ),
    },
    "05-overflow-words-across-an-edge": {
        "keep it inside, or put it outside Card “Em cima da borda”": (
            by(", margin_top=t.space.l * -1.5", ""),
            by(
                'Card(Text("Em cima da borda", margin_top=t.space.l * -1.5), ',
                'Text("Em cima da borda", margin_bottom=t.space.s), Card(',
            ),
        ),
    },
    "06-overflow-card-across-an-edge": {
        "keep it inside, or put it outside Card “Dentro do outro”": (
            by(", margin_left=-t.space.xxl", ""),
            by(
                'Card(inner, width=t.space.xxl * 8, align_self="center")',
                'inner, Card(Text("O outro")), gap=t.space.m',
                ", margin_left=-t.space.xxl",
                "",
            ),
        ),
    },
    "07-overlap-cards": {_MORE_ROOM: (by(", margin_top=-t.space.xxl * 2", ", margin_top=t.space.m"),)},
    "08-overlap-pill-on-words": {_MORE_ROOM: (by("left=t.space.xxl", "right=-t.space.xxl * 4"),)},
    "09-overlap-hidden-title": {
        "in a Stack the last child lies on top: put the text after what covers it": (
            by(
                'Text("Título", role="title"), Row(background=t.color.sunken, height=t.space.xxl)',
                'Row(background=t.color.sunken, height=t.space.xxl), Text("Título", role="title")',
            ),
        ),
    },
    "10-overlap-words-across-a-layer": {
        "keep the whole text on it, or the whole text beside it": (
            by("t.space.xxl * 3", "t.space.xxl * 9", 'Card(Text("Base")', "Card(Text()"),
            by('wrap="nowrap")', 'wrap="nowrap", margin_left=t.space.xxl * 4)'),
        ),
    },
    "11-clipped-note": {
        'make the box larger, or remove overflow="hidden"': (
            by("height=t.space.xl, ", ""),
            by(', overflow="hidden"', "", "height=t.space.xl", "min_height=t.space.xl"),
        ),
    },
    "12-off-page-pill": {
        "move it inside, or make it smaller": (
            by('position="absolute", top=t.space.s, right=-t.space.xl', 'align_self="end"'),
        ),
    },
    "13-off-page-arrow": {
        "leave room at that edge, or let it start and end at other sides": (
            by("Column(first", "Column(Column(first", "padding_x=0)", "padding_right=t.space.xl))"),
            by("first.right, second.right", "first.bottom, second.top", ", padding_x=0", ""),
        ),
    },
    "14-margin-card": {"keep it within the padding of the page": (by(", margin_left=-t.space.xl", ""),)},
    "15-margin-arrow": {
        "keep it within the padding of the page": (by("first.right, second.right", "first.bottom, second.top"),),
    },
    "16-near-miss-edges": {
        "give both the same size or place, and borders of the same width; or make the difference plain": (
            by("8.05", "8"),
            by("8.05", "10"),
        ),
    },
    "17-near-miss-gaps": {"make the gaps equal": (by(", margin_left=t.space.xs / 2", ""),)},
    "18-near-miss-texts": {
        "take out its margin, or make the difference plain": (
            by(", margin_left=t.space.xs / 2", ""),
            by("t.space.xs / 2", "t.space.l"),
        ),
    },
    "19-cramped-card": {"give the box padding": (by("padding=0", "padding=t.space.m"),)},
    "20-cramped-badge-and-heading": {"give them a gap": (by('align="center"', 'align="center", gap="{space.s}"'),)},
    "21-empty-card": {
        "make it smaller, or its content larger": (
            by("t.space.xxl * 9", "t.space.xxl * 2"),
            by('Text("Pronto.")', '*(Text("O modelo responde com confiança.", role="title") for _ in range(6))'),
        ),
    },
    "22-empty-nothing": {
        "make it smaller, or its content larger": (
            by("t.space.xxl * 6", "t.space.xxl"),
            by("Card(height", 'Card(*(Text("O modelo responde.", role="title") for _ in range(4)), height'),
        ),
    },
    "23-arrow-crosses-box": {
        'take out route="straight": other arrows go around': (
            by(
                ', route="straight"',
                "",
                "Row(first",
                "Column(Row(first",
                "gap=t.space.xxl)",
                "gap=t.space.xxl, padding=t.space.l))",
            ),
        ),
    },
    "24-arrow-crosses-text": {
        "move the text, or let the arrow start or end at another side": (
            by("Row(first, note, second, Arrow", "Row(first, second, note, Arrow"),
            by(
                "Row(first, note",
                "Column(Row(first, note",
                'first, second, route="straight"',
                "first.bottom, second.bottom",
                'align="center")',
                'align="center", padding=t.space.l))',
            ),
        ),
    },
    "25-arrow-too-short": {"give its boxes a larger gap": (by("t.space.s", "t.space.xxl"),)},
    "26-arrow-too-short-for-its-label": {
        "shorten the label, or widen the gap": (by("mil exemplos", "mil"), by("xxl * 2", "xxl * 3")),
    },
    "27-arrow-dangling": {
        "end it at Text “Modelo” (line 9)": (
            by('Column(Text("Modelo", align="center")', 'Column(text := Text("Modelo")', "model.left", "text.left"),
        ),
    },
    "28-contrast-grey-on-grey": {"color.ink_muted can be read here": (by("t.color.line", "t.color.ink_muted"),)},
    "29-contrast-on-dark": {
        "color.on_inverse_muted can be read here": (by("t.color.ink_muted", "t.color.on_inverse_muted"),),
    },
    "30-contrast-veil": {
        "take away what lies over it": (by(', Row(background="{color.ink} / 80%", height=t.space.xxl)', ""),),
    },
    "31-contrast-on-a-tint": {
        "change the background": (by("mix({color.response}, {color.page}, 40%)", "{color.page}"),),
    },
    "32-legibility-type": {"use a larger type role": (by('role="small"', 'role="title"'),)},
    "33-legibility-border": {"use a wider stroke token": (by("t.stroke.hairline / 4", "t.stroke.hairline"),)},
    "34-legibility-lines": {
        "use a wider stroke token": (
            by(
                "stroke_width=t.stroke.hairline / 4",
                "stroke_width=t.stroke.hairline",
                "height=t.stroke.hairline / 4",
                "height=t.stroke.hairline",
            ),
        ),
    },
    "35-measure-paragraph": {
        "give it a narrower box, or set it in columns": (
            by(
                "        ),\n    )", "            width=t.space.xxl * 9,\n        ),\n    )", "(_: Theme)", "(t: Theme)"
            ),
            by("        Text(\n", "        Grid(Text(\n", "        ),\n    )", '        ), columns="1fr 1fr"))'),
        ),
    },
    "36-stranded-last-word": {
        'add wrap="balance", or change the width or the words': (
            by('wrap="wrap"', 'wrap="balance"'),
            by("t.space.xxl * 9", "t.space.xxl * 6"),
            by(" e nada mais vê.", "."),
        ),
    },
    "37-stranded-one-letter": {
        "give it more room, or change the words": (
            by("t.space.xxl * 4.5", "t.space.xxl * 12"),
            by("modelo y luego se mide", "modelo. Luego se mide"),
        ),
    },
    "38-too-much-text": {"one idea a figure: move words to the article": (by("range(20)", "range(5)"),)},
    "39-alt-text-missing": {
        'describe the picture for readers who cannot see it: alt="…"': (
            by('title="Cartão"', 'title="Cartão", alt="Um cartão com uma frase."'),
        ),
    },
    "40-alt-text-title-again": {
        "describe what the picture shows": (by('alt="Pipeline de treino."', 'alt="As etapas do treino, em fila."'),),
    },
    "41-alt-text-says-picture": {"begin with what is seen": (by("Imagem de um", "Um"),)},
    "42-alt-text-too-long": {
        "move the details to description=…": (
            by("    alt=(\n", '    alt="As cinco etapas do treino, em fila.",\n    description=(\n'),
        ),
    },
    "43-colour-only-legend": {
        _TOLD_APART: (by('"wrong", "solid"', '"wrong", "outline"'), by('"wrong", "solid"', '"wrong", "dashed"')),
    },
    "44-colour-only-icons": {
        _TOLD_APART: (by('IconCircle("check", tone="wrong")', 'IconCircle("x", tone="wrong"), Text("errado")'),),
    },
    "45-colour-only-arrows": {
        _TOLD_APART: (
            by("color=t.color.wrong", 'color=t.color.wrong, label="erro"'),
            by("color=t.color.wrong", "color=t.color.wrong, dashed=True"),
        ),
    },
    "46-language-no-tag": {
        'write a tag such as language="pt-BR" or language="en"': (
            by('"português"', '"pt-BR"'),
            by('"português"', '"en"'),
        ),
    },
    "47-literal-colours": {
        _COLOR: (
            by(
                'background="oklch(96% 0.02 259)", border="#1A73E8"',
                'background="{color.surface}", border="{color.accent}"',
                'color="#3C4043"',
                'color="{color.accent}"',
            ),
        ),
        "color.neutral can be read here": (by('Card(Text("Olá")', 'Card(Text("Olá", color="{color.neutral}")'),),
        "color.ink_muted can be read here": (by('"#3C4043"', '"{color.ink_muted}"'),),
    },
    "48-literal-lengths": {
        _LENGTH: (
            by(
                "padding=20",
                'padding="{space.l}"',
                'border_width="2px"',
                'border_width="{stroke.medium}"',
                '"12px"',
                '"{space.s}"',
            ),
        ),
        f'{_LENGTH}; a track of tokens is written "{{space.xxl}} * 2 1fr"': (
            by('"120 1fr"', '"{space.xxl} * 2 1fr"', "9 * 2", '"{space.m} * 2"', "size=40", 'size="{space.xxl}"'),
        ),
    },
    "49-allow-not-needed": {"take it out": (by(', allow={"overflow": "o texto era longo"}', ""),)},
    "50-allow-no-such-rule": {
        "did you mean 'overflow'?": (by("overflw", "overflow"),),
    },
    "51-missing-glyph": {_GLYPH: (by("こんにちは", "konnichiwa"),)},
    "52-placed-twice": {
        "write a helper function that makes the node, and call it once for each place": (
            by(
                'step = Card(Text("Treino"))\n    return Row(step, step)',
                "return Row(step(), step())",
                "@figure",
                'def step() -> Node:\n    return Card(Text("Treino"))\n\n\n@figure',
            ),
        ),
    },
    "53-unknown-token": {"known here: l, m, s, xl, xs, xxl": (by("t.space.medium", "t.space.m"),)},
    "54-arrow-ends": {
        "Arrow() stands between two siblings of a Row or Column; Arrow(a, b) connects any two nodes": (
            by('Card(Text("Avaliação")), Arrow()', 'Arrow(), Card(Text("Avaliação"))'),
            by(
                'Card(Text("Treino")), Card(Text("Avaliação")), Arrow()',
                'a := Card(Text("Treino")), b := Card(Text("Avaliação")), Arrow(a, b), gap="{space.xxl}"',
            ),
        ),
    },
    "55-several": {
        'make the box larger, or remove wrap="nowrap"': (by(", width=t.space.xxl * 3", ""), by(', wrap="nowrap"', "")),
        _LENGTH: (by("padding=12", "padding=t.space.m"),),
        "color.ink_muted can be read here": (by("t.color.line", "t.color.ink_muted"),),
        _STACK: (
            by("margin_top=-t.space.xxl", "margin_top=t.space.m"),
            by(
                'Card(Text("Quase não se lê.", color=t.color.line), padding=12),\n        Card(Text("Etapa 3"), ',
                'Stack(Card(Text("Quase não se lê."), height=t.space.xxl * 2), Card(Text("Etapa 3"), ',
                "margin_top=-t.space.xxl),",
                "margin_top=t.space.xxl)),",
            ),
        ),
    },
    "56-unused-token": {
        "take it out, or --allow unused-token": (by("gutter = 20\n", ""), Way(arguments=("--allow", "unused-token"))),
    },
    "58-outside-corner": {
        "give the box a smaller radius or more padding": (
            by("t.radius.round", "t.radius.s"),
            by('padding="{space.xs}"', 'padding="{space.l}"'),
        ),
    },
    "59-heavy-icon": {
        "lower its stroke_width, or icon.stroke_width in the tokens": (by("{stroke.thick} * 4", "{stroke.thick}"),),
    },
    "60-out-of-line-captions": {
        "give what stands above them the same height, or push both down with a Spacer": (
            by("shown(t, 2.5", "shown(t, 3"),
            by("Card(picture, Text", "Card(picture, Spacer(), Text"),
        ),
    },
    "61-out-of-line-charts": {
        'let both stand on one line: align="end" in the row around them, or the same height for both': (
            by('align="start"', 'align="end"'),
            by("chart(t, 2, 1.5, 1)", "chart(t, 4, 1.5, 1)"),
        ),
    },
    "62-ambiguous-tone": {
        "give it a tone of its own, or the same tone if it means the same": (
            by('"0,3")', '"0,3", "response")'),
            by('"0,3")', '"0,3", "instruction")'),
        ),
    },
    "63-meter-track": {
        "give it a track closer to its ground, with background=… or as meter.background, or a lighter ground": (
            by("Meter(0.3)", 'Meter(0.3, background="{color.inverse_raised}")'),
            by(', kind="inverse"', ""),
        ),
    },
    "64-overlap-label": {
        "give the arrow more room, or shorten its label": (
            by("gap=t.space.s", "gap=t.space.xxl * 2"),
            by("milhares de exemplos novos", "lê"),
        ),
    },
    "65-arrow-crosses-box-behind-one-end": {
        'keep all of it away from Card “Dados” (line 8), or accept it: allow={"arrow-crosses-box": "the reason"}': (
            by(
                "width=t.space.xxl * 5, ",
                "margin_left=t.space.xxl * 3, width=t.space.xxl, margin_top=t.space.xxl * 2, ",
            ),
            by("second.left)", 'second.left, allow={"arrow-crosses-box": "the reason"})'),
        ),
    },
    "66-arrow-crosses-box-no-way": {
        "there is no free way: widen a gap, or let the arrow start or end at another side": (
            by(
                "Column(first, second, third, Arrow(first, third), gap=t.space.xl, padding_x=0)",
                "Column(Column(first, second, third, Arrow(first, third), gap=t.space.xl, padding_x=t.space.xl))",
            ),
            by("Arrow(first, third)", "Arrow(first.bottom, second.top)"),
        ),
    },
    "67-arrow-crosses-box-of-its-own": {
        "start and end it at the sides that face each other": (by("first.left, second", "first.right, second"),),
    },
    "68-legibility-label": {
        "give the Arrow a larger type role: role=…": (by("label=", 'role="body", label='),),
    },
    "69-arrow-too-short-under-its-label": {"widen the gap": (by("t.space.xl * 1.25", "t.space.xxl * 2"),)},
    "70-loose-mark": {
        "write it without marks, or in a type role whose font sets them: one with the font 'marks'": (by("θ̂", "θ"),),
    },
    "71-line-through-text": {
        "move the words: another anchor, a gap, or another place": (
            by('wrap="nowrap"))', 'wrap="nowrap"), anchor="bottom left", gap=t.space.m)'),
            by('wrap="nowrap"))', 'wrap="nowrap"), anchor="bottom left")'),
            by("At(0.3, 0.6", "At(0.8, 0.2"),
        ),
    },
    **IN_TOKENS,
}
