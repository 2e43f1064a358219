"""The language of a text, told from its function words."""

import pytest

from timeline.reading import detect_language, read, read_file, read_pasted
from timeline.store import read_folder

SPANISH = "El ministro renunció el martes por la noche tras una larga disputa con los sindicatos del puerto."
ENGLISH = "The minister resigned on Tuesday night after a long dispute with the unions of the port."


@pytest.mark.parametrize(
    "text",
    [
        SPANISH,
        SPANISH.upper(),
        "Hallan una mina en el puerto",
        "Llegó el martes.",
        f"{SPANISH}\n\n“{ENGLISH}”\n\n{SPANISH}\n\n{SPANISH}",
    ],
    ids=["a sentence", "capitals", "a headline", "three words", "with an English quotation"],
)
def test_spanish_is_told(text):
    assert detect_language(text) == "es"


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "Talks fail in Los Angeles",
        "El Salvador, Las Vegas, La Paz and Los Angeles were all on the list of the minister.",
        f"{ENGLISH} “{SPANISH}” {ENGLISH} {ENGLISH}",
    ],
    ids=["a sentence", "a Spanish name", "many Spanish names", "with a Spanish quotation"],
)
def test_english_is_told(text):
    assert detect_language(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "2019 1234 …",
        "Caracas",
        "the el",
        "Le ministre a démissionné mardi soir après une longue dispute avec les syndicats du port.",
        "O ministro renunciou na terça-feira à noite, depois de uma disputa com os sindicatos do porto.",
        "Der Minister ist am Dienstagabend nach einem langen Streit mit den Gewerkschaften zurückgetreten.",
        "Il ministro si è dimesso martedì sera dopo una lunga disputa con i sindacati del porto della città.",
    ],
    ids=["empty", "blank", "numbers", "a name", "a draw", "French", "Portuguese", "German", "Italian"],
)
def test_what_is_not_clear_is_taken_for_english(text):
    assert detect_language(text) == "en"


def test_a_very_long_text_is_told_by_its_beginning():
    assert detect_language(f"{SPANISH} " * 200 + f"{ENGLISH} " * 20_000) == "es"


def test_an_article_takes_the_language_that_is_given_then_the_one_it_states_then_that_of_its_words():
    stated = f"---\nlanguage: fr\n---\n{SPANISH}".encode()
    assert read(stated, "a.md", language="en").documents[0].language == "en"
    assert read(stated, "a.md").documents[0].language == "fr"
    assert read(SPANISH.encode(), "a.md").documents[0].language == "es"
    assert read(SPANISH.encode(), "a.md", language="?").documents[0].language == "es"
    assert read_pasted(SPANISH).documents[0].language == "es"


def test_a_given_language_reaches_every_file_of_a_folder(tmp_path):
    (tmp_path / "a.txt").write_text(ENGLISH, "utf-8")
    assert read_folder(tmp_path, language="es").documents[0].language == "es"
    assert read_file(tmp_path / "a.txt", language="es").documents[0].language == "es"


def test_the_language_that_is_told_gives_a_date_in_figures_its_order():
    article = f"El ministro renuncia\n\n03/04/2019\n\n{SPANISH}"
    assert str(read(article.encode(), "a.txt").documents[0].dct.day) == "2019-04-03"
