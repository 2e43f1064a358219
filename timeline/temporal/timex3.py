"""Expression → TIMEX3 type, value and modifier (TimeML 1.2.1; values are ISO 8601 with its extensions)."""

from dataclasses import dataclass
from functools import singledispatch

from timeline.temporal.cycle import Clock, Daypart, Unit
from timeline.temporal.expression import (
    Absolute,
    Anaphoric,
    Bare,
    BeforeChrist,
    Between,
    Compound,
    Covering,
    Direction,
    Duration,
    Ending,
    Every,
    Expression,
    Half,
    In,
    Last,
    Leading,
    Mod,
    Modified,
    Moved,
    Next,
    Nth,
    Numeric,
    Part,
    Restated,
    Shift,
    SoFar,
    Span,
    StillToCome,
    This,
    Turn,
    Unclear,
    Vague,
    Within,
)  # fmt: skip
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.temporal.resolve import resolve


@dataclass(frozen=True, slots=True)
class Timex3:
    """The attributes of a TIMEX3 tag; `mod` is empty when there is none."""

    type: str
    value: str
    mod: str = ""


def timex3(expression: Expression, anchor: Interval | None) -> Timex3:
    """What TIMEX3 writes for an expression; unknown digits are X when it cannot be placed.

    >>> timex3(Duration(3, Granularity.DAY), None)
    Timex3(type='DURATION', value='P3D', mod='')
    """
    return _timex3(expression, anchor)


@singledispatch
def _timex3(expression, anchor):
    raise TypeError(f"not an expression: {expression!r}")


@_timex3.register
def _(expression: Absolute, anchor):
    return Timex3(_unit_type(expression.unit), Unit(expression.unit).value(expression.start))


@_timex3.register
def _(expression: In, anchor):
    if isinstance(expression.base, BeforeChrist):
        year, part = f"BC{expression.base.number:04}", expression.cycle.open_value.removeprefix("XXXX")
        return Timex3("DATE", year + part)
    return _turn(expression, anchor)


@_timex3.register(This)
@_timex3.register(Last)
@_timex3.register(Next)
@_timex3.register(Bare)
@_timex3.register(Nth)
@_timex3.register(Covering)
def _turn(expression, anchor):
    interval = resolve(expression, anchor)
    cycle = expression.cycle
    value = cycle.value(interval.start) if interval else cycle.open_value
    return Timex3("TIME" if isinstance(cycle, (Daypart, Clock)) else _unit_type(_unit(cycle)), value)


@_timex3.register
def _(expression: Shift, anchor):
    interval = resolve(expression, anchor)
    if interval is None:
        return Timex3(_unit_type(expression.unit), Unit(expression.unit).open_value)
    return Timex3(_unit_type(expression.unit), Unit(interval.granularity).value(interval.start))


@_timex3.register
def _(expression: Part, anchor):
    base = _timex3(expression.base, anchor)
    return Timex3(base.type, base.value, expression.mod.value)


@_timex3.register
def _(expression: Turn, anchor):
    interval = resolve(expression, anchor)
    if interval is None:
        return Timex3("DATE", Unit(Granularity.YEAR).open_value, Mod.APPROX.value)
    middle = interval.start + (interval.end - interval.start) / 2
    return Timex3("DATE", Unit(Granularity.YEAR).value(middle), Mod.APPROX.value)


@_timex3.register
def _(expression: Half, anchor):
    base = _timex3(expression.base, anchor)
    return Timex3(base.type, base.value, (Mod.START if expression.number == 1 else Mod.END).value)


@_timex3.register(SoFar)
@_timex3.register(StillToCome)
def _(expression, anchor):
    base = _timex3(expression.base, anchor)
    mod = Mod.START if isinstance(expression, SoFar) else Mod.END
    return Timex3(base.type, base.value, mod.value)


@_timex3.register(Duration)
@_timex3.register(Span)
def _(expression, anchor):
    return Timex3("DURATION", duration_value(expression.count, expression.unit))


@_timex3.register
def _(expression: Compound, anchor):
    values = [duration_value(count, unit).removeprefix("P") for count, unit in expression.parts]
    days = "".join(value for value in values if not value.startswith("T"))
    times = "".join(value.removeprefix("T") for value in values if value.startswith("T"))
    return Timex3("DURATION", f"P{days}{'T' * bool(times)}{times}")


@_timex3.register
def _(expression: Within, anchor):
    if expression.direction is Direction.FUTURE:
        return _timex3(Shift(expression.count, expression.unit), anchor)
    return _timex3(Duration(expression.count, expression.unit), anchor)


@_timex3.register
def _(expression: Leading, anchor):
    return Timex3("DURATION", duration_value(abs(expression.count), expression.unit))


@_timex3.register
def _(expression: Every, anchor):
    cycle, part = expression.cycle, expression.daypart
    if isinstance(cycle, Unit):
        return Timex3("SET", duration_value(expression.count, cycle.unit))
    of_day = part.open_value.removeprefix(_OPEN_DAY) if part else ""
    return Timex3("SET", cycle.open_value + of_day)


@_timex3.register
def _(expression: BeforeChrist, anchor):
    number = expression.number
    return Timex3("DATE", f"BC{number - 1:02}" if expression.is_century else f"BC{number:04}")


@_timex3.register(Unclear)
@_timex3.register(Numeric)
def _(expression, anchor):
    chosen = getattr(expression, "chosen", None)
    return Timex3("DATE", _OPEN_DAY) if chosen is None else _timex3(chosen, anchor)


@_timex3.register
def _(expression: Vague, anchor):
    return Timex3("DATE", expression.ref)


@_timex3.register
def _(expression: Between, anchor):
    interval = resolve(expression, anchor)
    if interval is None:
        return Timex3("DURATION", duration_value(None, Granularity.DAY))
    if interval.granularity is Granularity.YEAR:
        return Timex3(
            "DURATION", duration_value(interval.last_day.year - interval.start.year + 1, Granularity.YEAR)
        )
    return Timex3("DURATION", duration_value((interval.end - interval.start).days, Granularity.DAY))


@_timex3.register
def _(expression: Ending, anchor):
    interval = resolve(expression, anchor)
    unit = Unit(expression.unit)
    return Timex3("DATE", unit.value(interval.start) if interval else unit.open_value)


@_timex3.register(Moved)
@_timex3.register(Restated)
def _(expression, anchor):
    interval = resolve(expression, anchor)
    base = _timex3(expression.base, anchor)
    return Timex3(base.type, Unit(interval.granularity).value(interval.start) if interval else base.value)


@_timex3.register
def _(expression: Anaphoric, anchor):
    return _timex3(expression.base, anchor)


@_timex3.register
def _(expression: Modified, anchor):
    base = _timex3(expression.base, anchor)
    return Timex3(base.type, base.value, expression.mod.value)


def duration_value(count: int | float | None, unit: Granularity) -> str:
    """An ISO 8601 duration; X for an unknown count; halves in the next smaller unit where ISO has one.

    >>> duration_value(72, Granularity.HOUR), duration_value(None, Granularity.YEAR)
    ('PT72H', 'PXY')
    >>> duration_value(0.5, Granularity.HOUR), duration_value(1.5, Granularity.YEAR)
    ('PT30M', 'P1Y6M')
    """
    if count is not None and unit > Granularity.YEAR:  # ISO 8601 knows no longer unit
        count, unit = count * (10 if unit is Granularity.DECADE else 100), Granularity.YEAR
    code = _DURATION_CODES[unit]
    if count is not None and count % 1 == 0.5 and unit in _HALVES:
        whole = f"{int(count)}{code.removeprefix('T')}" if count > 1 else ""
        return f"P{'T' * (unit < Granularity.DAY)}{whole}{_HALVES[unit]}"
    number = "X" if count is None else plain_number(count)
    return f"PT{number}{code[1:]}" if code.startswith("T") else f"P{number}{code}"


_OPEN_DAY = Unit(Granularity.DAY).open_value
_HALVES = {Granularity.MINUTE: "30S", Granularity.HOUR: "30M", Granularity.YEAR: "6M"}


def plain_number(count: int | float) -> str:
    """A number without a needless fraction and never in powers of ten.

    >>> plain_number(3.0), plain_number(1.5), plain_number(1_500_000.0)
    ('3', '1.5', '1500000')
    """
    return str(int(count)) if count == int(count) else f"{count:.6f}".rstrip("0")


_DURATION_CODES = {
    Granularity.SECOND: "TS",
    Granularity.MINUTE: "TM",
    Granularity.HOUR: "TH",
    Granularity.DAY: "D",
    Granularity.WEEK: "W",
    Granularity.MONTH: "M",
    Granularity.QUARTER: "Q",
    Granularity.YEAR: "Y",
    Granularity.DECADE: "DE",
    Granularity.CENTURY: "CE",
}


def _unit(cycle) -> Granularity:
    return cycle.unit if isinstance(cycle, Unit) else Granularity.DAY


def _unit_type(unit: Granularity) -> str:
    return "TIME" if unit < Granularity.DAY else "DATE"
