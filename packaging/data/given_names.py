"""Make `resources/models/names/genders.txt`: given names that are hardly ever a man's, or hardly ever a woman's.

Run once, where the sources are installed: `pip install faker==40.54.0 names==0.3.0`, then `python packaging/data/given_names.py`.
Sources: Faker's lists of first names by locale (MIT), the 1990 census of the United States as `names` carries it (public domain).
Names are written without accents, in small letters. A locale that lists a name is a vote, the census is `CENSUS` votes in the
proportion in which it counts women and men, for names that are not rare in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from importlib import import_module
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

OUT = Path(__file__).parents[2] / "resources" / "models" / "names" / "genders.txt"
CENSUS = 4
RARE = 0.004  # per cent of women or men: below it, the census lists whoever came by
SURE = 0.85  # of the votes
SHORTEST = 3
_NAME = re.compile(rf"[A-ZÀ-ÖØ-ÞĀ-ſ][\w'’-]{{{SHORTEST - 1},}}")
_LISTS = {"f": "first_names_female", "m": "first_names_male"}
_COUNTS = {"f": "dist.female.first", "m": "dist.male.first"}


UNSORTED = frozenset({"en_KE"})  # locales whose lists of women's and men's names are mixed up
# Korean and Vietnamese family names, which stand first, that are given names elsewhere.
FAMILY_FIRST = frozenset({
    "bae", "bui", "choi", "duong", "han", "hoang", "jang", "jung", "kang", "lim", "lin", "mai", "mori", "noh", "park", "song",
    "sun", "tran", "yang", "yoon",
})  # fmt: skip


def _package(name: str) -> Path:
    try:
        return Path(str(distribution(name).locate_file(name)))
    except PackageNotFoundError:
        raise SystemExit(f"Please install {name} first (see the top of this file).") from None


def _listed(provider: type, attribute: str) -> Iterator[str]:
    """Yield the names of a locale's list in Latin letters; some locales give several spellings."""
    for name in getattr(provider, attribute, ()):
        for spelling in (name,) if isinstance(name, str) else name:
            if _NAME.fullmatch(spelling.strip()):
                yield spelling.strip()


def plain(name: str) -> str:
    """Return the name in small letters without accents, as `name_forms.normal` gives words."""
    folded = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(each for each in folded if not unicodedata.combining(each)).casefold().replace("ı", "i")


def votes() -> dict[str, Counter[str]]:
    """Return for each name how many votes say "f" and how many "m"."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for folder in sorted((_package("faker") / "providers" / "person").iterdir()):
        if (folder / "__init__.py").is_file() and folder.name not in UNSORTED:
            provider = import_module(f"faker.providers.person.{folder.name}").Provider
            for gender, attribute in _LISTS.items():
                for name in set(map(plain, _listed(provider, attribute))):
                    found[name][gender] += 1
    shares: dict[str, Counter[str]] = defaultdict(Counter)
    for gender, file in _COUNTS.items():
        for line in (_package("names") / file).read_text(encoding="ascii").splitlines():
            name, share = line.split()[:2]
            shares[plain(name)][gender] = float(share)  # type: ignore[assignment]
    for name, share in shares.items():
        if share.total() < RARE or len(name) < SHORTEST:
            continue
        for gender in share:
            found[name][gender] += CENSUS * share[gender] / share.total()  # type: ignore[assignment]
    return found


def main() -> None:
    """Write the file."""
    kinds: dict[str, list[str]] = {"f": [], "m": []}
    for name, count in sorted(votes().items()):
        gender = max("fm", key=count.__getitem__)
        if count[gender] >= SURE * count.total() and name not in FAMILY_FIRST:
            kinds[gender].append(name)
    lines = [line for kind, names in kinds.items() for line in (f"[{kind}]", *names)]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{OUT.name}: {len(lines)} lines, {OUT.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
