from itertools import combinations

import pytest

from timeline.charts.palette import THEMES
from timeline.charts.traces import BAR_OPACITY


def rgb(colour):
    return [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]


def luminance(channels):
    """Relative luminance, WCAG 2.2."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lightness(colour):
    """CIE L*."""
    return 116 * luminance(rgb(colour)) ** (1 / 3) - 16


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_text_can_be_read_on_its_background(theme):
    for background in (theme.paper, theme.band):
        for colour in (theme.text, theme.muted, *theme.lanes):
            assert contrast(rgb(colour), rgb(background)) >= 4.5
    assert contrast(rgb(theme.text), rgb(theme.crowd)) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_labels_can_be_read_inside_bars(theme):
    for background in (theme.paper, theme.band):
        for lane in theme.lanes:
            blend = [
                BAR_OPACITY * one + (1 - BAR_OPACITY) * under
                for one, under in zip(rgb(lane), rgb(background), strict=True)
            ]
            assert contrast(rgb(theme.text), blend) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_lanes_stay_apart_in_grey_print(theme):
    assert all(abs(lightness(one) - lightness(other)) >= 3 for one, other in combinations(theme.lanes, 2))


# What people without red and without green cones see of linear light (Machado, Oliveira and Fernandes 2009).
BLINDNESS = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
}


def seen(colour, matrix):
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(colour)]
    return [max(0.0, sum(w * c for w, c in zip(row, linear, strict=True))) ** (1 / 2.2) for row in matrix]


@pytest.mark.parametrize("matrix", BLINDNESS.values(), ids=BLINDNESS)
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_lanes_stay_apart_for_colour_blind_readers(theme, matrix):
    for one, other in combinations(theme.lanes, 2):
        pairs = zip(seen(one, matrix), seen(other, matrix), strict=True)
        assert sum((a - b) ** 2 for a, b in pairs) ** 0.5 > 0.08


def test_more_lanes_than_colours_use_them_again():
    assert THEMES["light"].lane(6) == THEMES["light"].lane(0)
