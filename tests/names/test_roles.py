import pytest

from nutgraf.cancel import Cancel
from nutgraf.names.grouping import group
from nutgraf.names.roles import with_roles


@pytest.fixture
def roles(marked):
    def make(*paragraphs):
        article, sentences, mentions = marked(*paragraphs)
        entities = with_roles(group(article.text, mentions, Cancel()), article, sentences, Cancel())
        return {each.name: each.role.of(article.text) if each.role else None for each in entities}

    return make


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Norway’s defence minister [Kari Moe] agreed.", "Norway’s defence minister"),
        ("On Friday, Kenyan President [Otieno Were] agreed.", "Kenyan President"),
        ("Yesterday Dr. [Ines Paz] agreed.", None),
        ("He met Harbour Workers Union chairman [Joe Tait] there.", "Harbour Workers Union chairman"),
        ("Yesterday union bank chief [Joe Tait] agreed.", "union bank chief"),
        ("Yesterday former police chief [Joe Tait] agreed.", "former police chief"),
        (
            "Peru’s Office for Rivers and Lakes director [Ines Paz] agreed.",
            "Peru’s Office for Rivers and Lakes director",
        ),
        ("[Joe Tait], the head of the harbour union, agreed.", "head of the harbour union"),
        ("[Joe Tait], a lawyer from Leeds, agreed.", "lawyer from Leeds"),
        ("[Joe Tait], chief economist at Harrow Bank, agreed.", "chief economist at Harrow Bank"),
        ("Named for economist [Joe Tait], it was new.", "economist"),
        ("[Joe Tait], who heads the {Harbour Union} (HU), agreed.", "heads the Harbour Union"),
        ("[Joe Tait], who heads the harbour union, agreed.", "heads the harbour union"),
        ("It was written by [Joe Tait], the paper’s editor.", "paper’s editor"),
        ("{Harrow}, a maker of clocks and a bank, agreed.", "maker of clocks and a bank"),
    ],
)
def test_a_role_is_taken_as_the_article_words_it(roles, text, role):
    assert next(iter(roles(text).values())) == role


@pytest.mark.parametrize(
    "text",
    [
        "[Joe Tait] agreed.",
        "Mr. [Tait] agreed.",
        "Ms. [Tait], who was tired, agreed.",
        "[Joe Tait], 44, agreed.",
        "[Joe Tait], in a letter to the minister, agreed.",
        "In the morning, [Joe Tait], [Ann Poe] and the president agreed.",
        "The minister said [Joe Tait] agreed.",
        "{Harrow}, the minister said, agreed.",
    ],
)
def test_what_is_no_role_is_not_taken(roles, text):
    assert next(iter(roles(text).values())) is None


def test_a_role_said_later_is_found(roles):
    assert roles("[Joe Tait] agreed.", "“No,” said union secretary [Tait].")["Joe Tait"] == "union secretary"


def test_a_longer_role_is_better_than_a_bare_title(roles):
    text = "President [Otieno Were] agreed. [Were], a former teacher of chemistry, smiled."
    assert roles(text)["Otieno Were"] == "former teacher of chemistry"
