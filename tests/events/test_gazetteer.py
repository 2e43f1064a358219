"""Names → countries and places: in two languages, with and without accents, and the likeliest of several."""

import time

import pytest

from timeline.events import gazetteer
from timeline.events.gazetteer import (
    Kind,
    capital_of,
    countries,
    country_named,
    country_of_adjective,
    country_with_code,
    likeliest,
    spots_named,
)


def code(country) -> str:
    return country.code if country else ""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Brazil", "BR"),
        ("Brasil", "BR"),
        ("the United Kingdom", "GB"),
        ("The Netherlands", "NL"),
        ("Países Bajos", "NL"),
        ("U.S.", "US"),
        ("EE.UU.", "US"),
        ("EE UU", "US"),
        ("Cote d'Ivoire", "CI"),
        ("Costa de Marfil", "CI"),
        ("El Salvador", "SV"),
        ("Burma", "MM"),
        ("Soviet Union", "SU"),
        ("us", ""),
        ("Us", ""),
        ("turkey", ""),
        ("Salvador", ""),
        ("Springfield", ""),
    ],
)
def test_a_country_is_known_by_its_names(name, expected):
    assert code(country_named(name)) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Norwegian", "NO"),
        ("Norwegians", "NO"),
        ("Spaniards", "ES"),
        ("Swiss", "CH"),
        ("North Korean", "KP"),
        ("peruana", "PE"),
        ("peruanos", "PE"),
        ("francesas", "FR"),
        ("alemanes", "DE"),
        ("iraníes", "IR"),
        ("estadounidense", "US"),
        ("polish", ""),
        ("Martian", ""),
        ("", ""),
    ],
)
def test_an_adjective_leads_to_its_country(word, expected):
    assert code(country_of_adjective(word)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Lisbon", "PT"), ("Lisboa", "PT"), ("Pekín", "CN"), ("Kiev", "UA"), ("Milan", ""), ("lima", "")],
)
def test_a_capital_leads_to_its_country(name, expected):
    assert code(capital_of(name)) == expected


def test_every_country_has_coordinates_on_the_globe_and_a_code_of_its_own():
    assert all(-90 <= each.latitude <= 90 and -180 <= each.longitude <= 180 for each in countries())
    assert len({each.code for each in countries()}) == len(countries()) > 240
    assert country_with_code("XX") is None


@pytest.mark.parametrize(
    "name", ["Bogotá", "Bogota", "Nueva York", "Ginebra", "São Paulo", "Port-au-Prince", "Bavaria"]
)
def test_places_are_found_in_english_spanish_and_without_accents(name):
    assert spots_named(name)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("New York", Kind.TOWN),
        ("Texas", Kind.REGION),
        ("the Caribbean", Kind.AREA),
        ("White House", Kind.SITE),
        ("Peru", Kind.COUNTRY),
    ],
)
def test_the_first_of_a_name_is_what_news_means_by_it(name, kind):
    assert spots_named(name)[0].kind is kind


@pytest.mark.parametrize(
    ("name", "about", "country"),
    [
        ("Santiago", {}, "CL"),
        ("Santiago", {"CU": 4}, "CU"),
        ("Georgia", {"US": 2}, "US"),
        ("Georgia", {}, "GE"),
        ("Lebanon", {"US": 9}, "LB"),
        ("Athens", {"US": 5, "GR": 1}, "GR"),
        ("Coventry", {"US": 6, "GB": 2}, "GB"),
    ],
)
def test_of_places_with_one_name_the_one_that_the_article_is_about(name, about, country):
    assert likeliest(spots_named(name), about).country == country


def test_of_small_towns_with_one_name_none_is_guessed():
    assert likeliest(spots_named("San Pedro"), {"NO": 3}) is None
    assert likeliest([], {}) is None


def test_the_table_is_read_fast_enough_to_wait_for():
    gazetteer._text.cache_clear()
    start = time.perf_counter()
    spots_named("Gaborone")
    assert time.perf_counter() - start < 1  # 0.1 s here, slow machines apart
