"""The specimen sheet: every type role, the ways of breaking lines, and what the fonts can do."""

from layoutkit import BulletList, Code, Column, Divider, Grid, Node, NumberedList, Row, Span, Text, Theme, figure

PROSE = (
    "Um modelo de linguagem lê bilhões de frases, ajusta seus pesos e passa a errar pouco. Obedecer, porém, ele não "
    "sabe: “responda em duas linhas” é só mais um começo de texto. O ajuste por instruções muda isso com mil bons "
    "exemplos; a qualidade pesa mais que a quantidade."
)
FAMILIES = {
    "heading": ("Google Sans", "specimen_letters", "400 · 500 · 700", "Títulos, rótulos e números"),
    "text": ("Roboto", "specimen_letters_text", "400 · 500 · 700 · itálico", "Texto corrido"),
    "mono": ("JetBrains Mono", "specimen_letters_mono", "400 · 500 · 700", "Código e células"),
}
ALPHABET = "ABCDEFGHIJKLM\nNOPQRSTUVWXYZ\nabcdefghijklmno\npqrstuvwxyz\nÁÂÃÀÇÉÊÍÓÔÕÚ\náâãàçéêíóôõú\n0123456789"
SAMPLES = {
    "title": "Do modelo base ao assistente",
    "subtitle": "O que muda quando um modelo aprende a seguir instruções",
    "heading": "Só a resposta ensina",
    "subheading": "Três etapas, um mesmo objetivo",
    "body": "Modelos aprendem padrões gerais durante o pré-treinamento.",
    "strong": "Os tokens do comando não contam.",
    "small": "Fonte: avaliação às cegas, com 1.200 pares.",
    "label": "Instrução",
    "speech": "Por que o céu é azul?",
    "verdict": "Responde à pergunta",
    "answer": "O ar espalha mais a luz azul.",
    "furniture": "Fazendo um LLM do Zero · Capítulo 07",
    "quote": "“Se não sabe explicar, ainda não entendeu.”",
    "code": "perda = (erros * máscara).sum()",
    "prompt": "### Instrução:",
    "field": "The sky is blue.",
    "token": "Por que o céu é azul ?",
    "cell": "−100  −100  2.157  48",
    "number": "98,65 %",
    "value": "0,87",
    "stage": "Modelo base",
    "stage_lit": "Treinamento supervisionado",
    "speaker": "Assistente",
}
"""What each role of the series shows; a role without a sample is a mistake of this sheet."""
HELD = (
    "O curso custa #instruction_ink[R$ 1.200] e foi o #instruction_ink[1º lugar] da #instruction_ink[Fig. 3], disse "
    "a #instruction_ink[Prof.ª Vânia]. São #instruction_ink[7 bilhões] de pesos, "
    "#instruction_ink[p. ex.], com #instruction_ink[n = 32] e #instruction_ink[16 GB] de memória "
    "#instruction_ink[e/ou] disco; na #instruction_ink[etapa 2], use a #instruction_ink[opção B]."
)
SYMBOLS = {
    "Google Sans": "→ ← ↑ ↓ ✓",
    "Noto Sans Math": "⇒ ↦ ∑ ∏ ∇ ∞ ≈ ≠ ≤ ≥ ∈ ∂ √ ⊕",
    "Noto Sans Symbols 2": "✗ ✔ ☐ ☑ ☒ ★ ✦ ❖",
    "JetBrains Mono": "├── └── │ ┌┬┐ ╞═╡ ╭╮╰╯ ░▒▓█",
    "Roboto": "π θ λ Δ Σ € £ § ¶ † ‡",
}
QUOTE = ("“Quem ensina aprende ao", "ensinar. E quem aprende", "ensina ao aprender.”")
CODE = """\
def perda_mascarada(erros, rotulos):
    conta = rotulos != -100  # só a resposta
    return (erros * conta).sum() / conta.sum()
"""
RECORD = """\
{
  "instruction": "Traduza para o inglês.",
  "input": "O céu é azul.",
  "output": "The sky is blue.",
  "weight": 1.0,
  "checked": true
}
"""


def section(name: str, note: str, content: Node) -> Node:
    """A part of the sheet under a line, with its name and what it is about."""
    head = Row(
        Text(name, role="specimen_section"),
        Text(note, role="small", color="{color.ink_muted}"),
        justify="space-between",
        align="baseline",
    )
    return Column(Column(Divider(), head, gap="{space.s}"), content, gap="{space.l}")


def ruled(node: Node, gap: str = "{space.xs}") -> Node:
    """A text between hairlines, at the edges of its box or beside them."""
    return Row(Row(component="specimen_edge"), node, Row(component="specimen_edge"), align="stretch", gap=gap)


def captioned(caption: str, node: Node) -> Node:
    """Something above what it is called."""
    return Column(node, Text(caption, role="specimen_note"), gap="{space.s}")


def masthead() -> Node:
    """The name of the sheet, as large as the page allows."""
    line = ("layoutkit", "Espécime de letras", "Português do Brasil")
    return Column(
        Row(*(Text(words, role="specimen_note") for words in line), justify="space-between"),
        Text("Avô, avó &", role="specimen_name"),
        Text("coração", role="specimen_name", color="{color.instruction}"),
        gap="{space.m}",
    )


def families() -> Node:
    """One column for each family."""
    columns = []
    for font, (name, letters, weights, use) in FAMILIES.items():
        role = {"heading": "stage", "text": "small", "mono": "specimen_note"}[font]
        columns.append(
            Column(
                Text("Aag", role=letters, wrap="nowrap"),
                Text(name, role="subheading", color="{color.ink}"),
                Text(f"{weights}\n{use}", role="small", color="{color.ink_muted}"),
                Text(ALPHABET, role=role, color="{color.ink_soft}"),
                gap="{space.s}",
            )
        )
    return Column(Divider(), Grid(*columns, columns=3, column_gap="{space.xl}"), gap="{space.l}")


def roles(t: Theme) -> Node:
    """Every role of tokens.toml that figures use, with its font, weight, size and line."""
    cells: list[Node] = []
    for name in t.type:
        tokens = t.type.get(name)
        if tokens is None or name.startswith("specimen_") or name in FEATURES:
            continue
        look = f"{tokens.font} {tokens.weight}, {tokens.size:g}/{tokens.line_height:g}"
        cells += [
            Text(name, role="specimen_note"),
            Text(Span(SAMPLES[name]), role=name, wrap="nowrap", align="start"),
            Text(look, role="specimen_note", justify_self="end"),
        ]
    return Grid(*cells, columns="auto 1fr auto", align="baseline", column_gap="{space.l}", row_gap="{space.m}")


def modes() -> Node:
    """The same paragraph six times; the last two are cut off."""
    shown = (
        captioned('wrap="wrap"', ruled(Text(PROSE, role="small", wrap="wrap", grow=1, basis=0))),
        captioned('wrap="pretty"', ruled(Text(PROSE, role="small", wrap="pretty", grow=1, basis=0))),
        captioned('wrap="balance"', ruled(Text(PROSE, role="small", wrap="balance", grow=1, basis=0))),
        captioned('align="justify"', ruled(Text(PROSE, role="small", align="justify", grow=1, basis=0))),
        captioned(
            "max_lines=3, ellipsis=True",
            ruled(Text(PROSE, role="small", max_lines=3, ellipsis=True, grow=1, basis=0)),
        ),
        captioned(
            'wrap="nowrap", max_lines=1, ellipsis=True',
            ruled(Text(PROSE, role="small", wrap="nowrap", max_lines=1, ellipsis=True, grow=1, basis=0)),
        ),
    )
    return Grid(*shown, columns=2, column_gap="{space.xl}", row_gap="{space.l}")


def margins() -> Node:
    """A quotation with its mark in the margin, and without."""
    hung = Text("\n".join(QUOTE), role="specimen_quote", grow=1, basis=0)
    at_the_edge = {"cramped": "the edge is shown, for the marks stand at it"}
    straight = Text("\n".join(QUOTE), role="specimen_quote", wrap="nowrap", grow=1, basis=0, allow=at_the_edge)
    return Grid(
        captioned("as aspas saem", ruled(hung, "0")),
        captioned('as aspas ficam: wrap="nowrap"', ruled(straight, "0")),
        columns=2,
        column_gap="{space.xl}",
    )


def held() -> Node:
    """One paragraph in three widths; what holds together is coloured."""
    return Grid(
        *(ruled(Text(HELD, grow=1, basis=0)) for _ in range(3)), columns="1fr 1.25fr 1.6fr", column_gap="{space.xl}"
    )


FEATURES = {
    "small_caps": ("Versaletes", "Instrução, Entrada e Saída"),
    "all_small_caps": ("Só versaletes", "ROUGE-1, GPU e LIMA"),
    "old_style": ("Algarismos de texto", "Em 1968, 52.000 de 347.619"),
    "proportional": ("Proporcionais", "1.111,71\n8.408,96"),
    "tabular": ("Tabulares", "1.111,71\n8.408,96"),
    "fractions": ("Frações", "1/2 e 3/4 de 17/32"),
    "slashed_zero": ("Zero cortado", "0x00FF, O ou 0"),
    "superiors": ("Sobrescritos", "x2 + y2 = r2"),
    "kerning": ("Kerning", "AVATAR, Tá, Yo, LTDA."),
    "ligatures": ("Ligaduras", "difícil, oficina, fluxo"),
    "stylistic": ("Conjunto estilístico", "A aula da ágata amarela"),
    "case_sensitive": ("Sinais para maiúsculas", "(ROUGE-1) «SFT» @LLM"),
}


def raised(sample: str) -> Node:
    """A text with its digits raised."""
    spans = (Span(sign, role="superiors" if sign.isdigit() else "old_style") for sign in sample)
    return Text(*spans, color="{color.ink}")


def features() -> Node:
    """What OpenType features change."""
    cells: list[Node] = []
    for role, (name, sample) in FEATURES.items():
        shown = raised(sample) if role == "superiors" else Text(Span(sample), role=role, color="{color.ink}")
        cells.append(Column(shown, Text(name, role="small", color="{color.ink_muted}"), gap="{space.xs}"))
    return Grid(*cells, columns=3, column_gap="{space.xl}", row_gap="{space.l}")


def symbols() -> Node:
    """Signs of other families, in a text set in one."""
    cells: list[Node] = []
    for family, signs in SYMBOLS.items():
        cells += [Text(family, role="specimen_note"), Text(Span(signs), role="specimen_symbols")]
    return Grid(*cells, columns="auto 1fr", align="baseline", column_gap="{space.l}", row_gap="{space.xs}")


def marks() -> Node:
    """Markup and lists beside each other."""
    text = Text(
        "Multiplicar por *zero* anula o erro do comando; a #response_ink[resposta] é que _conta_. O valor `-100` "
        "marca o que a função ignora, *inclusive `loss` e _médias_*."
    )
    steps = NumberedList(
        "Separar os textos em *tokens*.",
        "Mascarar o que não conta:",
        BulletList("a instrução;", "“o preenchimento”."),
        "Treinar.",
    )
    return Grid(text, steps, columns=2, column_gap="{space.xl}")


@figure(
    title="Espécime de letras",
    alt="Folha com as três famílias de letras, todos os papéis de texto, seis modos de quebrar e cortar linhas, "
    "alinhamento óptico, o que fica junto, recursos OpenType, símbolos, marcas, listas e código.",
)
def specimen(t: Theme) -> Node:
    """From the largest letters to the smallest signs, on a sheet of paper."""
    code = Column(
        Code(CODE, language="python", line_numbers=True, highlight=[3]),
        Code(RECORD, language="json", kind="light"),
        gap="{space.m}",
    )
    paper = Column(
        masthead(),
        families(),
        section("Papéis", "Tudo o que tokens.toml nomeia em [type]", roles(t)),
        section("Linhas", "O mesmo parágrafo; inteiro, tem o mesmo número de linhas", modes()),
        section("Margens", "Alinhamento óptico à esquerda", margins()),
        section("Laços", "O que nenhuma quebra de linha separa", held()),
        section("Recursos", "OpenType, por papel", features()),
        section("Sinais", "Cada sinal vem da primeira família que o tem", symbols()),
        section("Marcas", "Markup e listas", marks()),
        section("Código", "Largura fixa, cores por sintaxe: Python e JSON", code),
        component="specimen_paper",
    )
    return Column(paper, allow={"too-much-text": "a specimen shows texts, it tells nothing"})
