"""Which engine is at work."""

from nutgraf import names


def test_the_best_engine_that_is_ready_is_at_work():
    ready = [each for each in names.ENGINES if each.is_ready()]
    assert names.engine() is ready[0]
    assert len({each.title for each in names.ENGINES}) == len(names.ENGINES)


def test_without_its_runtime_the_neural_engine_gives_way_to_the_linear_one(monkeypatch):
    monkeypatch.setattr("nutgraf.names.neural.find_spec", lambda name: None)
    assert names.engine().name == "linear"
