import pytest

from nutgraf.cancel import Cancel, Cancelled
from nutgraf.names.companions import companions
from nutgraf.names.grouping import group


@pytest.fixture
def together(marked):
    def find(*paragraphs):
        article, sentences, mentions = marked(*paragraphs)
        entities = group(article.text, mentions, Cancel())
        names = [entity.name for entity in entities]
        return {
            name: [(names[each.entity], each.sentences) for each in own]
            for name, own in zip(names, companions(entities, sentences, Cancel()), strict=True)
        }

    return find


def test_who_shares_sentences_is_counted_best_first(together):
    found = together("[Ana Ruiz] met [Bo Ek] at {Acme}.", "[Ruiz] left {Acme}. [Ek] slept.")
    assert found["Ana Ruiz"] == [("Acme", (0, 1)), ("Bo Ek", (0,))]
    assert found["Bo Ek"] == [("Ana Ruiz", (0,)), ("Acme", (0,))]


def test_who_is_named_alone_has_nobody(together):
    assert together("[Ana Ruiz] slept. [Bo Ek] woke.") == {"Ana Ruiz": [], "Bo Ek": []}


def test_a_long_list_says_nothing(together):
    crowd = ", ".join(f"[Ana P{chr(97 + number)}ul]" for number in range(26))
    assert not any(together(f"{crowd} won.").values())


def test_it_can_be_cancelled(marked):
    article, sentences, mentions = marked("[Ana Ruiz] met [Bo Ek].")
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        companions(group(article.text, mentions, Cancel()), sentences, cancel)
