"""What stays together at a line's end: in the examples ``_`` is a space that holds, ``|`` one that may part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutkit.text.breaking import opportunities
from layoutkit.text.glue import glued
from tests.text.support import set_to

PORTUGUESE = [
    "custa|R$_1.200|hoje",
    "US$_5|e_€_7",
    "ver|Fig._3|e_a_tabela_2",
    "cap._7|ou|Capítulo_07|da|série",
    "nº_5|N.º_6|n._7",
    "Dr._Silva,|Profa._Ana|e_Prof._Dr._João",
    "1º_lugar|2ª_etapa",
    "98,65_%|de|12_px|em|3_GB",
    "180_mm|de|largura",
    "de|3_mil|a_7_bilhões|de|parâmetros",
    "p._ex.|assim",
    "em|300_a._C.|foi",
    "o_modelo|e_a_resposta|é_à_prova",
    "A_resposta_A|é_melhor.|E_o_modelo?",
    "MODELO|BASE|E_AVALIAÇÃO",
    "n_=_32|e_x_≈_0,5",
    "2_×_3_tokens",
    "e/ou|assim|a_90_km/h",
    "C++|ou|C#",
    "perda|−_3",
    "(ver|p._12)",
    "a_5_m²|de|5_W/m²|a_3_m/s²",
    "são|3,5_bi|e_10_mi|a_60_fps|em|512_tokens|por",
    "Figura_A,|Ref._2,|Quadro_2|e_Gráfico_1",
    "o_Apêndice_A|e_o_item_2|da|Parte_II",
    "na|Av._Paulista|e_na|R._7",
    "modelo_2|vs._modelo_B",
    "o_modelo|Alpaca|e_a_figura|Abaixo",
    "em|2|anos|e_5|Amostras|de|3|nomes",
]
ENGLISH = [
    "a_model|and|I_think",
    "A_loss|of|Fig._3|in|Section_2",
    "Dr._Smith|has|7_billion|parameters",
    "5_GB|of|$_5",
    "12–14|pages",
    "vitamin|e|is",
    "Part_2|of|Option_B|vs._5|at|10_a.m.|and",
    "Appendix_C|in|Class_II|models",
    "the|model|Alpaca|and|5|Apples",
]
SPANISH = [
    "el|modelo|y_la|respuesta|u_otra",
    "a_veces|sí.|Y_el|modelo,|¿y_ahora?|¿O_no?",
    "la|opción_A|es|mejor|que|la|opción_B",
    "ver|la|fig._3,|la|tabla_2|y_el|capítulo_7",
    "véase|la|pág._12|y_el|n.º_5,|p._ej.|aquí",
    "el|Sr._Silva,|la|Dra._Ana|y_D.ª_María",
    "1.º_lugar,|2.ª_etapa|y_1.er_paso",
    "de|3_mil|a_7_millones|de|parámetros",
    "en|300_a._C.|y_a_las|5_p._m.|en|EE._UU.",
    "5_GB|por|1200_€|y_$_5|o_98,65_%",
    "MODELO|BASE|Y_MÁSCARA",
    "la|Av._Mayor|y_la|C._Mayor",
    "la|vitamina|C|es|buena|D|también",
]
UNITS = """
    % ‰ °C °F px pt dpi nm µm mm cm m km m² cm² km² m³ ha µg mg g kg t ml L ns µs ms s min h bits bytes kB MB GB TB PB
    MB/s Mbps Hz kHz MHz GHz rpm fps TFLOPS A mA mAh V W kW kWh W/m² N J kJ cal kcal Pa kPa bar dB K Ω kΩ € £ EUR USD
    tokens tokens/s m/s m/s² kg/m³ M B
""".split()  # noqa: SIM905 - easier to read than a list


def joined(text: str, language: str) -> str:
    """The text with its spaces as ``_`` where they hold and ``|`` where a line may end."""
    free = set(opportunities(text)) - glued(text, language)
    return "".join("|" if c == " " and i + 1 in free else "_" if c == " " else c for i, c in enumerate(text))


@pytest.mark.parametrize("example", PORTUGUESE)
def test_portuguese(example: str) -> None:
    assert joined(example.replace("_", " ").replace("|", " "), "pt-BR") == example


@pytest.mark.parametrize("example", ENGLISH)
def test_english(example: str) -> None:
    assert joined(example.replace("_", " ").replace("|", " "), "en") == example


@pytest.mark.parametrize("example", SPANISH)
def test_spanish(example: str) -> None:
    assert joined(example.replace("_", " ").replace("|", " "), "es-MX") == example


@pytest.mark.parametrize("language", ["pt-BR", "en", "es", "vo"])
@pytest.mark.parametrize("unit", UNITS)
def test_a_number_holds_its_unit_in_every_language(unit: str, language: str) -> None:
    assert joined(f"de 5 {unit} para", language) == f"de|5_{unit}|para"


@pytest.mark.parametrize("text", ["e/ou", "km/h", "</s>", "/usr", "C++", "deixe-o", "vê-as", "100%+"])
def test_places_without_a_space_hold_as_well(text: str) -> None:
    assert not set(opportunities(text)) - glued(text, "pt")


@pytest.mark.parametrize("text", ["palavra/outra", "pré-treino", "micro-onda"])
def test_long_words_still_part_at_their_slash_or_hyphen(text: str) -> None:
    assert set(opportunities(text)) - glued(text, "pt")


def test_each_language_has_its_own_table() -> None:
    assert glued("e o modelo", "pt")
    assert not glued("e o modelo", "en")
    assert not glued("e o modelo", "vo-CA")
    assert glued("R$ 5", "vo-CA")


@given(
    st.lists(st.sampled_from([*PORTUGUESE, "resposta", "humana", "conversacional"]), min_size=1, max_size=6),
    st.floats(0, 400),
)
def test_no_set_line_ends_in_a_gap_that_holds(pieces: list[str], width: float) -> None:
    text = " ".join(pieces).replace("_", " ").replace("|", " ")
    block = set_to(text, width)
    ends = {sum(len(line.text) for line in block.lines[: i + 1]) for i in range(len(block.lines) - 1)}
    assert not ends & glued(text, "pt-BR")
