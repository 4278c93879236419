"""The opening sentences: the summary that news writes itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.summary.rank import ranking
from nutgraf.summary.sure import among_sure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article
    from nutgraf.text.ranking import Ranking
    from nutgraf.text.sentences import Sentence


class Lead:
    """Takes sentences from the top."""

    name = "lead"
    title = "Opening sentences"
    serves = "The beginning as it stands. Serves news agency reports, which put the most important things first."

    @among_sure
    def rank(self, article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> Ranking:
        """Return all sentences in reading order."""
        return ranking(self.name, article, sentences, [1 / (1 + place) for place in range(len(sentences))], cancel)
