import pytest

from timeline.app.viewport import LEAST_HEIGHT, MOST_HEIGHT, Viewport


@pytest.mark.parametrize("screen", [300, 600, 900, 4000])
@pytest.mark.parametrize("width", [360, 1240])
def test_the_chart_is_neither_a_sliver_nor_endless(width, screen):
    assert LEAST_HEIGHT <= Viewport(width, screen, "light").chart_height <= MOST_HEIGHT


def test_a_chart_on_a_laptop_leaves_room_below_it():
    assert Viewport(1240, 900, "light").chart_height < 700


def test_a_phone_is_narrow_and_a_laptop_is_not():
    assert Viewport(360, 800, "light").is_narrow
    assert not Viewport(1240, 800, "light").is_narrow
