"""Numbers: one, twenty-four, two and a half, nineteen ninety-six."""

from timeline.temporal.expression import Duration, Expression
from timeline.temporal.granularity import Granularity
from timeline.text.productions.registry import production, require


@production
def tens(tens: int, number: int) -> int:
    """Twenty-four."""
    require(number < 10)
    return tens + number


@production
def hundreds(hundred: int, number: int | float = 1, rest: int = 0) -> int:
    """Two hundred and fifty, 4.6 billion."""
    return int(number * hundred) + rest


@production
def half_more(number: int, **_) -> float:
    """Two and a half."""
    return number + 0.5


@production
def half_more_after(unit: Granularity, **_) -> Expression:
    """A minute and a half."""
    return Duration(1.5, unit)


@production
def spoken_year(century: int, tens: int = 0, number: int = 0) -> int:
    """Nineteen ninety-six."""
    require(10 <= century <= 20 and number < (10 if tens else 20) and (tens or number >= 10))
    return century * 100 + tens + number


@production
def spoken_year_2000(number: int, hundred: int, rest: int = 0) -> int:
    """Two thousand and one."""
    require(number == 2 and hundred == 1000)
    return 2000 + rest


@production
def unsure_count(**_) -> None:
    """Two or three, 12 to 18: the text does not say which."""
    return None


@production
def half() -> float:
    return 0.5


@production
def one() -> int:
    return 1
