"""How the neural engine is loaded."""

from __future__ import annotations

import subprocess
import sys

import pytest

from nutgraf.cancel import Cancel, Cancelled
from nutgraf.names.features import Context
from nutgraf.names.neural import Read

ORDER = """
import sys

class Watch:
    seen = []

    def find_spec(self, name, path=None, target=None):
        self.seen.append(name)

sys.meta_path.insert(0, Watch())
from nutgraf.names.neural import Neural

ready = Neural().is_ready()
print(ready and Watch.seen.index("numpy") < Watch.seen.index("onnxruntime"), "onnxruntime" in Watch.seen)
"""


def test_numpy_is_whole_before_the_runtime_takes_its_core():
    """Else a thread that ranks sentences meanwhile finds numpy half imported, and the article has no summary."""
    pytest.importorskip("onnxruntime")
    done = subprocess.run([sys.executable, "-c", ORDER], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True"]


def test_cutting_a_book_into_windows_can_be_cancelled():
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        Read([("Ana", "left")], Context([("Ana", "left")]), cancel)
