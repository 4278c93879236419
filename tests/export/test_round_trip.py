"""From a file to its export and back: every link leads to the words that it stands beside."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime

import pytest

from nutgraf import assets
from nutgraf.analysis import analyse
from nutgraf.cancel import Cancel
from nutgraf.export import EXPORTERS
from nutgraf.export.base import Report
from nutgraf.readers import open_article
from nutgraf.summary.length import cut
from nutgraf.text.link import parse_link
from nutgraf.text.ranking import Length, Measure

SAMPLES = sorted(path for path in assets.path("samples").iterdir() if path.is_file())


@pytest.mark.parametrize("export", EXPORTERS, ids=lambda each: each.name)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_every_link_of_a_samples_export_reopens_it_at_its_sentence(sample, export, tmp_path):
    path = tmp_path / f"a copy (2) of ä {sample.name}"
    path.write_bytes(sample.read_bytes())
    analysis = analyse(open_article(path, Cancel()), cancel=Cancel())
    article = analysis.article
    summary = cut(analysis.ranking, article, analysis.sentences, Length(Measure.SENTENCES, 5))
    text = export.export(Report(analysis, summary, datetime.now(UTC), "Nutgraf"))
    places = [parse_link(html.unescape(link)) for link in re.findall(r"nutgraf:[^\s)\"&]+", text)]
    assert {found for found, _ in places} == {path}
    again = open_article(places[0][0], Cancel())
    wanted = [analysis.sentences[index].span.of(article.text) for index in summary.sentences]
    assert [span.of(again.text) for _, span in places][: len(wanted)] == wanted
