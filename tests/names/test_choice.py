"""Which engine is at work."""

import pytest

from nutgraf import names
from nutgraf.errors import SettingError


def test_the_best_engine_that_is_ready_is_at_work():
    ready = [each for each in names.ENGINES if each.is_ready()]
    assert names.engine() is ready[0]
    assert len({each.title for each in names.ENGINES}) == len(names.ENGINES)


@pytest.mark.parametrize("engine", [each for each in names.ENGINES if each.is_ready()], ids=lambda each: each.name)
def test_an_engine_can_be_asked_for_by_name(engine):
    assert names.engine(engine.name) is engine
    assert names.engine(names.AUTOMATIC) is names.engine()


def test_an_unknown_engine_is_refused():
    with pytest.raises(SettingError, match="“oracle”"):
        names.engine("oracle")


@pytest.mark.usefixtures("without_runtime")
def test_without_its_runtime_the_neural_engine_gives_way_to_the_linear_one():
    assert names.engine().name == "linear"
    assert names.engine("neural").name == "linear"
