from __future__ import annotations

import pytest

import nutgraf
from nutgraf import assets


@pytest.fixture
def places(tmp_path, monkeypatch):
    """A package in an empty place; the folder is looked for anew."""
    package = tmp_path / "desktop" / "nutgraf"
    package.mkdir(parents=True)
    monkeypatch.setattr(assets, "files", lambda name: package)
    assets.root.cache_clear()
    yield package
    assets.root.cache_clear()


def test_every_kind_of_resource_is_there():
    for parts in (("themes", "light.toml"), ("fonts",), ("icons", "nutgraf.svg"), ("models",), ("nltk",)):
        assert assets.path(*parts).exists(), parts


def test_resources_lie_beside_the_package_or_in_it():
    package = assets.Path(nutgraf.__file__).parent
    assert assets.root() in {package / "resources", package.parent.parent / "resources"}


def test_an_installed_package_uses_its_own_resources_first(places):
    (places / "resources").mkdir()
    (places.parent.parent / "resources").mkdir()
    assert assets.root() == places / "resources"


def test_a_checkout_uses_the_folder_at_its_top(places):
    (places.parent.parent / "resources").mkdir()
    assert assets.root() == places.parent.parent / "resources"


def test_missing_resources_are_said_plainly(places):
    with pytest.raises(FileNotFoundError, match="install it again"):
        assets.root()
