"""The article on which Nutgraf's makers agreed what must be found."""

from pathlib import Path

import pytest

from nutgraf.cancel import Cancel
from nutgraf.names import find_names
from nutgraf.readers import open_article
from nutgraf.text.entity import Label
from nutgraf.text.sentences import split_sentences

ARTICLE = Path(__file__).parents[2] / "../shared/articles/missiles.txt"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not ARTICLE.is_file(), reason=f"{ARTICLE.name} is not part of the project"),
]


@pytest.fixture(scope="module")
def entities():
    article = open_article(ARTICLE.resolve(), Cancel())
    return find_names(article, split_sentences(article, Cancel()), Cancel()).entities


def test_both_people_are_found_and_nobody_else(entities):
    people = {each.name: len(each.mentions) for each in entities if each.label is Label.PERSON}
    assert people == {"Dimitry Shugaev": 2, "Sergei Shoigu": 1}


def test_the_organizations_are_found(entities):
    organizations = {each.name: len(each.mentions) for each in entities if each.label is Label.ORGANIZATION}
    assert organizations == {
        "Taliban": 7,
        "Islamic State": 1,
        "AP": 1,
        "Federal Service of Military and Technical Co-operation": 1,
    }


def test_places_and_menus_are_not(entities):
    names = {form.casefold() for each in entities for form in (each.name, *each.aliases)}
    others = (
        "us u.s. usa moscow russia china india america europe afghanistan washington beijing youtube facebook twitter"
    )
    assert not names & {*others.split(), "english news"}
