"""How time grows with length, as a ratio within one run, so that a slow machine changes nothing."""

from collections.abc import Callable
from time import process_time

TIMES = 8
FLOOR = 0.002  # seconds: below it the clock tells more of the machine than of the code


def growth(work: Callable[[int], object], size: int) -> float:
    """How many times longer eight times the size takes: about 8 if time is linear, 64 if it is quadratic."""
    return _least_time(work, TIMES * size) / max(_least_time(work, size), FLOOR)


def _least_time(work: Callable[[int], object], size: int) -> float:
    least = float("inf")
    for _ in range(3):
        start = process_time()
        work(size)
        least = min(least, process_time() - start)
        if least > 1:
            break
    return least
