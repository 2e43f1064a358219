"""Sorting events into lanes, and how many rows each lane gets."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.charts.geometry import Wish
from timeline.charts.items import Item
from timeline.charts.packing import Packing, pack, share_rows

MOST_MARKS = 1_500
MOST_LANES = 12
MOST_ROWS, MOST_ROWS_NARROW = 36, 48
MOST_SMALL_ROWS, FEWEST_SMALL_ROWS, SPARE_SMALL_ROWS, LEAST_SMALL_ROWS = 24, 3, 3, 2
ROW, SMALL_ROW, CROWD_ROW = 24.0, 9.0, 20.0
LANE_AIR = 7.0
NAME_HEIGHT = 20.0
_LEAST_ROWS_HEIGHT = 34.0  # two lines of a lane's name beside it


@dataclass(frozen=True, slots=True)
class LanePlan:
    """A lane before its place in the figure is known. `left_out` were never packed: there are too many."""

    name: str
    packing: Packing
    left_out: tuple[Wish, ...]

    @property
    def counted(self) -> tuple[Wish, ...]:
        return self.packing.counted + self.left_out

    @property
    def events(self) -> int:
        return len(self.packing.labelled) + len(self.packing.small) + len(self.counted)

    @property
    def content_height(self) -> float:
        """Pixels of its rows: labelled ones, small marks, and counts."""
        rows = self.packing.rows * ROW + self.packing.small_rows * SMALL_ROW
        return rows + (CROWD_ROW if self.counted else 0.0)

    def height(self, names_inside: bool) -> float:
        if names_inside:
            return self.content_height + 2 * LANE_AIR + NAME_HEIGHT
        return max(self.content_height, _LEAST_ROWS_HEIGHT) + 2 * LANE_AIR


def gather_lanes(items: Sequence[Item]) -> dict[str, list[Item]]:
    """The items by lane, in the order of the alphabet, which no filter changes; when there are too many, the
    emptiest share the last one."""
    counts = Counter(item.lane for item in items)
    names = sorted(counts)
    if len(names) > MOST_LANES:
        fullest = sorted(names, key=lambda name: (-counts[name], name))[: MOST_LANES - 1]
        names = [*sorted(fullest), f"{len(names) - MOST_LANES + 1} others"]
    lanes: dict[str, list[Item]] = {name: [] for name in names}
    for item in items:
        lanes[item.lane if item.lane in lanes else names[-1]].append(item)
    return lanes


def plan_lanes(wishes: dict[str, list[Wish]], names_inside: bool, room: float | None) -> list[LanePlan]:
    """Pack each lane's wishes, the most important first, no higher altogether than `room` if that can be.

    A lane keeps one labelled row whatever happens; labels go first, then the small marks.
    """
    rows = MOST_ROWS_NARROW if names_inside else MOST_ROWS
    small_rows = max(FEWEST_SMALL_ROWS, MOST_SMALL_ROWS // len(wishes))
    plans = _pack_lanes(wishes, rows, small_rows)
    while room is not None and (excess := sum(plan.height(names_inside) for plan in plans) - room) > 0:
        used = sum(plan.packing.rows for plan in plans)
        if used > len(plans):
            rows = max(len(plans), used - max(1, int(excess / ROW / 2)))
        elif small_rows > LEAST_SMALL_ROWS:
            small_rows -= 1
        else:
            break
        plans = _pack_lanes(wishes, rows, small_rows)
    return plans


def _pack_lanes(wishes: dict[str, list[Wish]], rows: int, small_rows: int) -> list[LanePlan]:
    last_rank = sorted(wish.item.rank for lane in wishes.values() for wish in lane)[:MOST_MARKS][-1]
    chosen = {name: [one for one in lane if one.item.rank <= last_rank] for name, lane in wishes.items()}
    packings = [pack(lane, rows, small_rows) for lane in chosen.values()]
    shares = share_rows([packing.rows for packing in packings], rows)
    return [
        LanePlan(
            name,
            packing if packing.rows <= share and not packing.counted else _pack_lane(lane, share, small_rows),
            tuple(wishes[name][len(lane) :]),
        )
        for (name, lane), packing, share in zip(chosen.items(), packings, shares, strict=True)
    ]


def _pack_lane(wishes: list[Wish], rows: int, small_rows: int) -> Packing:
    """A few more rows of small marks where that spares the lane from counting events."""
    packing = pack(wishes, rows, small_rows + SPARE_SMALL_ROWS if small_rows else 0)
    return pack(wishes, rows, small_rows) if packing.counted else packing
