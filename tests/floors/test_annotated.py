"""What is found in the annotated articles may get better and never worse: `annotated.md` holds the figures.

`pytest tests/floors/test_annotated.py --record-floors` raises them; they are lowered by hand alone, with the reason.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .annotated import load
from .annotated_scores import score

TABLE = Path(__file__).with_name("annotated.md")
HALVES = ("seen", "unseen", "natural-seen", "natural-unseen")
ROWS = [(half, given) for half in HALVES for given in (True, False)]
_ROUNDING, _ENGINES = 0.05, 3.0  # what an engine finds has floors of its own, and may move these a little


def figures(half, given):
    """Measure a row: entities, then precision and recall of roles and of quotations, those of certain speakers last."""
    scores = score(load(half), given=given)
    entities, roles, quotations, certain = scores.values()
    return [
        round(value, 1)
        for value in (
            entities.f1,
            roles.precision,
            roles.recall,
            quotations.precision,
            quotations.recall,
            certain.precision,
        )
    ]


def name(half, given):
    return f"{half.replace('-', ' ')}, {'names given' if given else 'names by the engine'}"


def recorded():
    rows = re.findall(
        r"^\| ((?:natural )?(?:un)?seen, [a-z ]+) \|(.*)\|$", TABLE.read_text(encoding="utf-8"), re.MULTILINE
    )
    return {row: [float(value) for value in values.split("|")] for row, values in rows}


@pytest.mark.parametrize(("half", "given"), ROWS)
def test_no_figure_falls(half, given, request):
    found = figures(half, given)
    row = name(half, given)
    if request.config.getoption("--record-floors", default=False):
        raised = [max(pair) for pair in zip(found, recorded()[row], strict=True)]
        text = TABLE.read_text(encoding="utf-8")
        TABLE.write_text(
            re.sub(rf"^\| {row} \|.*$", f"| {row} | {' | '.join(map(str, raised))} |", text, flags=re.MULTILINE),
            encoding="utf-8",
        )
    floors = recorded()[row]
    tolerance = _ROUNDING if given else _ENGINES
    assert all(value >= floor - tolerance for value, floor in zip(found, floors, strict=True)), (found, floors)


def test_every_article_is_marked_and_half_of_them_are_unseen():
    seen, unseen, natural_seen, natural_unseen = map(load, HALVES)
    assert len(seen) + len(unseen) >= 60
    assert len(unseen) >= 30
    assert len(natural_seen) >= 12
    assert len(natural_unseen) >= 12
    for each in (*seen, *unseen, *natural_seen, *natural_unseen):
        assert each.mentions, each.name
        known = {whose for _, whose in each.mentions}
        assert {whose for _, whose in (*each.roles, *each.quotations)} <= known | {"-"}, each.name
