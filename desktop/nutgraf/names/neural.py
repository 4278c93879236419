"""The engine "neural": a small encoder that reads whole stretches of the document, then what the document as a whole tells."""

from __future__ import annotations

from collections import Counter
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from nutgraf import assets
from nutgraf.names.features import Context
from nutgraf.names.passages import is_casual, is_latin, may_name, passages
from nutgraf.names.phrases import Phrase
from nutgraf.names.signs import as_rows
from nutgraf.names.stretches import read_in_stretches
from nutgraf.names.tags import TAGS, best, phrases
from nutgraf.names.windows import Window, windows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import numpy as np
    from onnxruntime import InferenceSession

    from nutgraf.cancel import Cancel
    from nutgraf.names.base import Found
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Mention
    from nutgraf.text.sentences import Sentence
    from nutgraf.text.span import Span

_loading = Lock()


@cache
def _has_runtime() -> bool:
    import numpy as np  # noqa: F401 - ONNX Runtime begins with its core, and a thread that imports the whole meanwhile finds it half made

    try:
        import onnxruntime  # noqa: F401
    except (ImportError, OSError):  # not installed, or its library does not load on this system
        return False
    return True


@cache
def _session() -> InferenceSession:
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(assets.path("models", "names", "neural.onnx")),
        options,
        providers=["CPUExecutionProvider"],
    )


class Neural:
    """Tags windows of the document with a fine-tuned MiniLM (Wang and others, NeurIPS 2020), run by ONNX Runtime."""

    name = "neural"
    title = "A small neural network"
    languages = frozenset({"en", "pcm"})  # Nigerian Pidgin, for which tables in English are taken as well

    def is_ready(self) -> bool:
        """Return whether ONNX Runtime and the model are installed."""
        return assets.path("models", "names", "neural.onnx").is_file() and _has_runtime()

    def mentions(
        self,
        article: Article,
        sentences: Sequence[Sentence],
        cancel: Cancel,
        *,
        found: Found | None = None,
        first: Span | None = None,
    ) -> tuple[Mention, ...]:
        """Return the mentions in reading order, none overlapping, none in furniture or code.

        Raises:
            Cancelled: the token was set.

        """
        places = passages(article, sentences, cancel)
        texts = [each.words for each in places]
        whole = is_casual(texts)
        asked = [words if is_latin(words) and (whole or may_name(words)) else () for words in cancel.watch(texts)]
        read = Read(asked, Context(cancel.watch(texts)), cancel)
        steps = [(each.parts[0].passage, each.parts[-1].passage + 1) for each in read.windows]

        def tag(stretch: range) -> list[Phrase]:
            return [phrase for number in read.on(stretch, cancel) for phrase in _tagged(number, read.scores[number])]

        return read_in_stretches(places, steps, tag, cancel, found=found, first=first)


class Read:
    """Passages as far as they are read; `scores` has (words, tags) log probabilities for each."""

    def __init__(self, texts: Sequence[Sequence[str]], context: Context, cancel: Cancel) -> None:
        import numpy as np

        self.windows = list(windows(cancel.watch(texts), context))
        self.scores = [np.zeros((len(words), len(TAGS)), np.float32) for words in texts]
        self._left = Counter(part.passage for window in self.windows for part in window.parts)

    def on(self, stretch: Iterable[int], cancel: Cancel) -> list[int]:
        """Read these windows; return the numbers of the passages that are now read to their end.

        Raises:
            Cancelled: the token was set.

        """
        done = []
        for at in stretch:
            cancel.check()
            window = self.windows[at]
            logs = _scores(window)
            row = 0
            for number, first, length in window.parts:
                self.scores[number][first : first + length] = logs[row : row + length]
                row += length
                self._left[number] -= 1
                if not self._left[number]:
                    done.append(number)
        return done


def _tagged(number: int, scores: np.ndarray) -> Iterator[Phrase]:
    """Yield the phrases of a passage; confidence is the lowest of its words’ probabilities."""
    import numpy as np

    for first, last, kind in phrases(best(scores)):
        sure = np.exp(scores[first:last, [TAGS.index("B-" + kind), TAGS.index("I-" + kind)]]).sum(1)
        yield Phrase(number, first, last, kind, min(1.0, float(sure.min())))


def _scores(window: Window) -> np.ndarray:
    """Return the log probabilities of the tags, (heads, tags)."""
    import numpy as np

    with _loading:
        session = _session()
    given = {
        "pieces": np.array([window.pieces]),
        "signs": as_rows(window.signs)[None],
        "heads": np.array(window.heads),
    }
    [logs] = session.run(None, given)
    return logs[0]  # type: ignore[no-any-return]
