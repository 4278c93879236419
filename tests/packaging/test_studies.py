"""Studies to learn from are read in two layouts, and only where anyone may use them."""

from __future__ import annotations

import io
import tarfile

import pytest
from studies import studies

CITED = '<xref ref-type="bibr">1</xref>'
STUDY = """<article><front><article-title>Kelp at <italic>harbour</italic> walls</article-title>
<license><license-p>{licence}</license-p></license>
<abstract>{abstract}</abstract><abstract abstract-type="summary"><p>For everyone.</p></abstract></front>
<body><sec><title>Introduction</title><p>Waves wear walls down [{cited}].</p>
<sec><title>Kelp before</title>
<p>Of 40 walls, 3.5 fell<fig><label>Figure 1</label><caption><p>A wall.</p></caption></fig>.</p></sec>
<p>{rest}</p></sec></body></article>"""
FREE = "Distributed under the terms of the Creative Commons Attribution License."


def archive(folder, *, licence=FREE, body=1_500, abstract=80):
    text = STUDY.format(
        licence=licence,
        abstract=f"<p>Kelp slows 12 waves. {'word ' * (abstract - 4)}</p>",
        cited=CITED,
        rest="More was said. " * (body // 3),
    )
    path = folder / "corpus.tar.gz"
    with tarfile.open(path, "w:gz") as packed:
        for name in ("a/starter_corpus/study.xml", "a/other/study.xml"):
            entry = tarfile.TarInfo(name)
            entry.size = len(text.encode())
            packed.addfile(entry, io.BytesIO(text.encode()))
    return path


def test_a_study_is_read_as_published_and_by_lines(tmp_path):
    [((published, abstract), (lines, signs))] = studies(archive(tmp_path))
    assert published.split("\n\n")[:6] == [
        "Kelp at harbour walls",
        "Introduction",
        "Waves wear walls down [1].",
        "Kelp before",
        "Of 40 walls, 3.5 fell.",
        "A wall.",
    ]
    assert abstract.startswith("Kelp slows 12 waves. word")
    assert lines.split("\n")[:4] == [
        "waves wear walls down <cit> .",
        "kelp before",
        "of <dig> walls, <dig> fell.",
        "a wall.",
    ]
    assert signs.startswith("kelp slows <dig> waves. word")


@pytest.mark.parametrize("short", [{"licence": "All rights reserved."}, {"body": 300}, {"abstract": 20}])
def test_what_may_not_be_used_or_is_too_short_is_left_out(tmp_path, short):
    assert list(studies(archive(tmp_path, **short))) == []
