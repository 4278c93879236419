"""Encoders that were trained before teach the next: the mean of their probabilities is learned beside the labels.

Hinton, Vinyals and Dean, "Distilling the Knowledge in a Neural Network", 2015; one that learns from its own kind does better than
they do (Furlanello and others, "Born Again Neural Networks", ICML 2018).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import onnxruntime

from nutgraf.names.signs import as_rows

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from encoder_data import Example

SAY = 0.5  # the teachers' share of what is learned


class Teachers:
    """The encoders in files that `encoder_export` wrote."""

    def __init__(self, paths: Iterable[Path]) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self._sessions = [
            onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"]) for path in paths
        ]

    def teach(self, example: Example) -> Example:
        """Return the example with tags as likely as its labels and the teachers have them."""
        window = example.window
        given = {
            "pieces": np.array([window.pieces]),
            "signs": as_rows(window.signs)[None],
            "heads": np.array(window.heads),
        }
        said = np.mean([np.exp(session.run(None, given)[0][0]) for session in self._sessions], axis=0)
        return example._replace(tags=(1 - SAY) * example.tags + SAY * said)
