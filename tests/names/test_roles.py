import pytest

from nutgraf.cancel import Cancel
from nutgraf.names import names_of


@pytest.fixture
def roles(marked):
    def make(*paragraphs):
        article, sentences, mentions = marked(*paragraphs)
        entities = names_of(article, sentences, mentions, Cancel()).entities
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
        ("[Joe Tait], 54, a baker from Leeds, agreed.", "baker from Leeds"),
        ("[Joe Tait] (a baker) agreed.", "baker"),
        ("Yesterday Chief Minister Capt. [Joe Tait] agreed.", "Chief Minister"),
        ("[Joe Tait], a retired driver who speaks Turkish, agreed.", "retired driver who speaks Turkish"),
        ("[Joe Tait], {Acme}’s founder, agreed.", "Acme’s founder"),
        ("[Joe Tait], President and CEO of {Acme}, agreed.", "President and CEO of Acme"),
        ("The union’s secretary, [Joe Tait], agreed.", "union’s secretary"),
        ("Its director, [Joe Tait], agreed.", "director"),
        ("[Joe Tait], who has led the band for years, agreed.", "has led the band for years"),
        ("{Harrow}, a start-up founded by two bakers, agreed.", "start-up founded by two bakers"),
        ("{Harrow}, one of the largest banks in the north, agreed.", "one of the largest banks in the north"),
        ("[Joe Tait], chief economist at Harrow Bank, agreed.", "chief economist at Harrow Bank"),
        ("Named for economist [Joe Tait], it was new.", "economist"),
        ("[Joe Tait], who heads the {Harbour Union} (HU), agreed.", "heads the Harbour Union"),
        ("[Joe Tait], who heads the harbour union, agreed.", "heads the harbour union"),
        ("It was written by [Joe Tait], the paper’s editor.", "paper’s editor"),
        ("{Harrow}, a maker of clocks and a bank, agreed.", "maker of clocks and a bank"),
        ("[Joe Tait], a 45-year-old baker of cakes, agreed.", "45-year-old baker of cakes"),
        ("[Joe Tait], a former soldier turned baker, agreed.", "former soldier turned baker"),
        ("[Joe Tait], chief of staff to President [Ann Poe], agreed.", "chief of staff to President Ann Poe"),
        (
            "[Joe Tait], head of research, strategy and sales at Harrow, agreed.",
            "head of research, strategy and sales at Harrow",
        ),
        ("The bank’s co-founder and CEO, [Joe Tait], agreed.", "bank’s co-founder and CEO"),
        ("Then-president [Joe Tait] agreed.", "Then-president"),
        ("Human rights activist [Joe Tait] agreed.", "Human rights activist"),
        ("{Harrow}, owner of {Granger}, agreed.", "owner of Granger"),
        ("[Joe Tait], author of “The Bank,” agreed.", "author of “The Bank,”"),
        ("[Joe Tait], the author of “The Bank”, agreed.", "author of “The Bank”"),
        ("Rep. [Joe Tait], a Democrat from Texas, agreed.", "Democrat from Texas"),
        ("It asked the sports minister [Joe Tait].", "sports minister"),
        ("It asked deposed President [Joe Tait].", "deposed President"),
        ("It asked Chief Justice [Joe Tait].", "Chief Justice"),
        ("The firm’s chief executive officer (CEO) [Joe Tait] agreed.", "firm’s chief executive officer"),
        ("It was Mr. Poe for India and Major General [Joe Tait] for China.", "Major General"),
        ("[Joe Tait], who heads the Harbour Union (HU) in Leeds, agreed.", "heads the Harbour Union (HU) in Leeds"),
        ("[Joe Tait], a manager at Harrow until he was fired, agreed.", "manager at Harrow"),
        ("It asked Secretary of State [Joe Tait].", "Secretary of State"),
        ("It was led by investment banker [Joe Tait].", "investment banker"),
        ("It asked former campaign adviser [Joe Tait].", "former campaign adviser"),
        ("It asked chief economic adviser [Joe Tait].", "chief economic adviser"),
        ("He met her personal assistant [Joe Tait].", "personal assistant"),
        ("Advocate General [Joe Tait] agreed.", "Advocate General"),
        ("Former navy pilot and aviation expert, [Joe Tait], agreed.", "Former navy pilot and aviation expert"),
        ("[Joe Tait] - a baker from Leeds - agreed.", "baker from Leeds"),
        ("[Joe Tait], the owner of {Acme} - who is 40 - agreed.", "owner of Acme"),
        ("{Harrow}, the adviser to banks, agreed.", "adviser to banks"),
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
        "[Joe Tait], a day after the vote, agreed.",
        "[Joe Tait], who declined to comment, agreed.",
        "[Joe Tait], a senator said, agreed.",
        "[Joe Tait], ex-husband [Al Poe] and others agreed.",
        "He met the president, [Joe Tait] and [Ann Poe].",
        "On Monday, [Joe Tait], [Ann Poe] and the dean agreed.",
        "{Harrow}, owners and workers agreed.",
        "[Joe Tait], an act that broke the rules, agreed.",
        "They met in a private box beside the country’s king, [Joe Tait].",
        "{Dangal}, the {Lunchbox}, {Barfi} and others came.",
        "He liked [Joe Tait], King and [Ann Poe]’s thoughts.",
        "Made by [Joe Tait], the cake holds a soft egg with cream, and is dear.",
        "[Joe Tait], from Acme’s crime unit, agreed.",
        "Then [Joe Tait], {Acme}’s [Ann Poe], agreed.",
    ],
)
def test_what_is_no_role_is_not_taken(roles, text):
    assert next(iter(roles(text).values())) is None


def test_a_role_of_someone_beside_the_named_is_not_theirs(roles):
    found = roles("[Ann Poe], the sister of [Joe Poe]’s wife, [Mary Tait], left.")
    assert found == {"Ann Poe": "sister of Joe Poe’s wife", "Joe Poe": None, "Mary Tait": None}
    assert roles("A wife of singer [Joe Tait] left.")["Joe Tait"] == "singer"
    assert roles("A spokesman for President [Joe Tait] left.")["Joe Tait"] == "President"


def test_a_queen_is_not_the_princess_beside_her(roles):
    assert roles("Then the Queen and Princess [Ann] left.")["Ann"] == "Princess"


def test_a_noun_before_a_title_with_a_capital_is_another_phrase_s(roles):
    assert roles("With a sweep of his pen President [Joe Tait] agreed.")["Joe Tait"] == "President"


def test_a_role_said_later_is_found(roles):
    assert roles("[Joe Tait] agreed.", "“No,” said union secretary [Tait].")["Joe Tait"] == "union secretary"


def test_a_longer_role_is_better_than_a_bare_title(roles):
    text = "President [Otieno Were] agreed. [Were], a former teacher of chemistry, smiled."
    assert roles(text)["Otieno Were"] == "former teacher of chemistry"


def test_what_a_person_is_no_organization_is(roles):
    assert roles("[Ann Poe], secretary, {Acme}, agreed.")["Acme"] is None
    assert roles("At {Acme}, the head baker, [Joe Tait], agreed.")["Acme"] is None
    assert roles("It was said by [Ann Poe], managing partner, {Acme}.")["Acme"] is None
    assert roles("The brewer’s owner, {Acme}, agreed.")["Acme"] == "brewer’s owner"
    assert roles("Then a company of nine people, {Acme}, agreed.")["Acme"] == "company of nine people"


def test_a_role_before_the_name_may_hold_another_name(roles):
    assert roles("{Acme}’s chief executive, [Joe Tait], agreed.")["Joe Tait"] == "Acme’s chief executive"
    assert roles("“No,” said the head of the {Acme} board, [Joe Tait].")["Joe Tait"] == "head of the Acme board"
    assert roles("[Ann Poe]’s lawyer, [Joe Tait], agreed.") == {"Ann Poe": None, "Joe Tait": "Ann Poe’s lawyer"}
