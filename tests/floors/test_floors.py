"""Quality may rise and never fall: what the scorers measure stays above what was recorded.

The scorers and their data are not part of the project; where they are not beside the checkout these tests skip. A floor is
raised by `pytest tests/floors --record-floors` and lowered by hand alone, with the reason in the commit.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from .scorers import RUNS, figures, measure

FLOORS = Path(__file__).with_name("floors.toml")


def tolerance(run):
    """How far below its floor rounding may put a figure: pages are measured from 0 to 1, all else from 0 to 100."""
    return 0.0005 if run.startswith("pages") else 0.05


def recorded():
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def record(run, found):
    """Raise a run's floors to what was found, and write the file."""
    floors = recorded()
    old = floors.get(run, {})
    floors[run] = {name: max(value, old.get(name, value)) for name, value in found.items()}
    head = FLOORS.read_text(encoding="utf-8").partition("\n[")[0].rstrip()
    tables = [
        "\n".join([f'["{name}"]', *(f"{key} = {value}" for key, value in floors[name].items())])
        for name in RUNS
        if name in floors
    ]
    FLOORS.write_text("\n\n".join([head, *tables]) + "\n", encoding="utf-8")


@pytest.mark.shared
@pytest.mark.timeout(900)
@pytest.mark.parametrize("run", RUNS)
def test_no_figure_is_below_its_floor(run, shared, request):
    found = measure(run, shared / "eval")
    if request.config.getoption("--record-floors", default=False):
        record(run, found)
    floors = recorded()[run]
    assert floors.keys() == found.keys()
    fallen = {name: (found[name], floor) for name, floor in floors.items() if found[name] < floor - tolerance(run)}
    assert not fallen, f"measured, recorded: {fallen}"


def test_every_run_has_its_floors():
    assert recorded().keys() == RUNS.keys()


@pytest.mark.parametrize(
    ("run", "printed", "expected"),
    [
        (
            "names web.dev",
            "file  PERSON  ORG.  both P R overlap tokens/s\nweb.dev    74.5    48.2    63.3   71.8   56.7     66.8      2611\n",
            {"person": 74.5, "organization": 48.2, "both": 63.3},
        ),
        (
            "summaries wire.dev",
            "file n ROUGE\nwire.dev     82  41.17/19.71/38.06    38.59/18.32/35.51    -2.18 [+0.62, +4.04]\n",
            {"rouge1": 41.17, "rouge2": 19.71, "rougeL": 38.06, "gain": -2.18},
        ),
        (
            "pages text",
            "90 pages  F1 0.838  precision 0.763  recall 0.928  F1 95 % [0.794, 0.876]\n",
            {"f1": 0.838, "precision": 0.763, "recall": 0.928},
        ),
        (
            "summaries-of-pages text",
            "270 sentences  own 98.9  81 descriptions  kept -0.42\n",
            {"own": 98.9, "kept": -0.42},
        ),
    ],
)
def test_figures_are_read_from_the_printed_table(run, printed, expected):
    assert figures(run, printed) == expected
