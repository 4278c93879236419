"""Newswire that is made up to train on: tags that fit together, ranks and codes that are no names."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path

import newswire
import pytest
from augment import initials, names, strangers
from conll import Sentence
from newswire import Newswire

SHAPES = tomllib.loads(Path(newswire.__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def written():
    writer = Newswire(names(), random.Random(1))
    return [sentence for _ in range(400) for sentence in writer.document()]


def test_every_slot_is_filled_and_every_tag_is_lawful(written):
    for sentence in written:
        assert len(sentence.words) == len(sentence.tags)
        assert not any("{" in word or "}" in word for word in sentence.words)
        before = "O"
        for tag in sentence.tags:
            assert not tag.startswith("I-") or tag[2:] == before[2:], sentence
            before = tag


@pytest.mark.parametrize("none", ["ranks", "codes"])
def test_ranks_and_codes_are_no_names(written, none):
    clear = {word for word in SHAPES[none] if word.isalpha() and len(word) > 2}
    met = [(word, tag) for each in written for word, tag in zip(each.words, each.tags, strict=True) if word in clear]
    assert len(met) > 20
    assert sum(tag != "O" for _, tag in met) < len(met) / 20  # a town or a firm may be called so


def phrases(written, kind):
    return {" ".join(each.words[first:last]) for each in written for first, last, one in each.phrases() if one == kind}


def test_some_towns_and_second_names_are_in_no_list(written):
    lists = names()
    for kind, listed in (("LOC", lists["city"] + lists["country"]), ("PER", lists["given"] + lists["family"])):
        known = {each.lower() for each in listed}
        single = {each.split()[-1].lower() for each in phrases(written, kind)} - {"louis", "city"}
        strange = [each for each in single if each.isalpha() and each not in known]
        assert 0.05 < len(strange) / len(single) < 0.4, kind


def test_shops_in_talk_of_the_web_are_organizations(written):
    shops = {each for each in phrases(written, "ORG") if each.endswith((" Auto Repair", " Pizza", " Dental Care"))}
    assert len(shops) > 5


def test_given_names_become_initials_at_times():
    chance = random.Random(2)
    document = [Sentence(["Maya", "Tirol", "spoke", "."], ["B-PER", "I-PER", "O", "O"])]
    drawn = [strangers(document, names(), chance)[0].words[0] for _ in range(200)]
    short = [each for each in drawn if len(each) <= 2]
    assert 10 < len(short) < 60
    assert all(each[0].isupper() and (each[1:].isupper() or each[1:] in {"", "."}) for each in short)


def test_initials_are_one_letter_two_or_one_with_a_stop():
    chance = random.Random(3)
    assert {len(initials(chance)) for _ in range(50)} == {1, 2}
