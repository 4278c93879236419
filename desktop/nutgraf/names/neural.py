"""The engine "neural": a small encoder that reads whole stretches of the document, then what the document as a whole tells."""

from __future__ import annotations

from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from nutgraf import assets
from nutgraf.names.features import Context
from nutgraf.names.passages import is_latin, passages
from nutgraf.names.phrases import Phrase
from nutgraf.names.settling import settled
from nutgraf.names.signs import SIGNS
from nutgraf.names.tags import TAGS, best, phrases
from nutgraf.names.windows import Window, windows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Mention
    from nutgraf.text.sentences import Sentence

_loading = Lock()


@cache
def _has_runtime() -> bool:
    try:
        import onnxruntime  # noqa: F401
    except (ImportError, OSError):  # not installed, or its library does not load on this system
        return False
    return True


@cache
def _session() -> Any:  # noqa: ANN401 - onnxruntime has no types
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
        disabled_optimizers=["SkipLayerNormFusion"],  # the fused operator takes four times as long as its parts
    )


class Neural:
    """Tags windows of the document with a fine-tuned MiniLM (Wang and others, NeurIPS 2020), run by ONNX Runtime."""

    name = "neural"
    title = "A small neural network"
    languages = frozenset({"en"})

    def is_ready(self) -> bool:
        """Return whether ONNX Runtime and the model are installed."""
        return assets.path("models", "names", "neural.onnx").is_file() and _has_runtime()

    def mentions(self, article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> tuple[Mention, ...]:
        """Return the mentions in reading order, none overlapping, none in furniture or code.

        Raises:
            Cancelled: the token was set.

        """
        found = passages(article, sentences, cancel)
        texts = [each.words for each in found]
        latin = [words if is_latin(words) else () for words in texts]
        return settled(found, _tagged(latin, Context(texts), cancel), cancel)


def _tagged(texts: Sequence[Sequence[str]], context: Context, cancel: Cancel) -> Iterator[Phrase]:
    """Yield the phrases of all passages; confidence is the lowest of its words’ probabilities."""
    import numpy as np

    scores = [np.zeros((len(words), len(TAGS)), np.float32) for words in texts]
    for window in windows(texts, context):
        cancel.check()
        logs = _read(window)
        for piece, number, at in window.heads:
            scores[number][at] = logs[piece]
    for number, words in enumerate(texts):
        cancel.check()
        if words:
            path = best(scores[number])
            sure = np.exp(scores[number])
            for first, last, kind in phrases(path):
                chances = sure[first:last, TAGS.index("B-" + kind)] + sure[first:last, TAGS.index("I-" + kind)]
                yield Phrase(number, first, last, kind, min(1.0, float(chances.min())))


def _read(window: Window) -> np.ndarray:
    """Return the log probabilities of the tags, (pieces, tags)."""
    import numpy as np

    signs = np.zeros((1, len(window.pieces), len(SIGNS)), np.uint8)
    for at, own in enumerate(window.signs):
        signs[0, at, list(own)] = 1
    with _loading:
        session = _session()
    [logs] = session.run(None, {"pieces": np.array([window.pieces]), "signs": signs})
    return logs[0]  # type: ignore[no-any-return]
