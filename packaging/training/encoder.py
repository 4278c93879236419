"""Train the neural engine of names: `python packaging/training/encoder.py FOLDER`, where FOLDER holds the *.train.conll files.

Needs the dependency group `training`. Checkpoints lie in `--work`, outside the project. A run that was stopped goes on from the
last; to learn for longer, put level.pt, from where the rate began to fall, in its place and ask for more `--steps`.
"""

from __future__ import annotations

import argparse
import copy
import pickle
import random
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import folds
import lowercase
import names
import torch
from encoder_data import batch, drawn, held_out, labelled
from encoder_export import export
from encoder_import import load
from encoder_mix import mix
from encoder_model import Encoder, pretrained
from encoder_pruning import narrowed
from encoder_teachers import Teachers
from platformdirs import user_cache_path
from torch.nn import functional

from nutgraf.names.signs import SIGNS
from nutgraf.names.tags import TAGS, best, phrases

if TYPE_CHECKING:
    from conll import Document

OUT = Path(__file__).parents[2] / "resources" / "models" / "names" / "neural.onnx"
WINDOWS = 8  # a step
RATE, RATE_OF_NEW = 1.5e-4, 1e-3
WARMING, FALLING = 50, 0.4  # steps; the share of all steps in which the rate falls to nothing
AVERAGE = 0.995  # of the average of weights, what a step leaves
SMOOTHING = 0.05
OWN = 0.75  # of a pass's weights, when they are mixed with those that it began with
LISTENED = 16  # batches that tell which units of the encoder say least
EVERY = 100  # steps between checkpoints


def read(folder: Path, work: Path, *, again: bool) -> dict[str, list[Document]]:
    """Return the training documents, cleaned and mended as for the linear engine, or `again`; kept in `work` for the next run."""
    kept = work / "documents.pickle"
    if kept.exists():
        return pickle.loads(kept.read_bytes())
    sets = names.read(folder)
    if again:
        folds.mend_again(sets[names.NOISY])
    else:
        lowercase.write(document for name in sets for document in sets[name])
        folds.mend(sets, names.NOISY, names.train_quickly)
    kept.write_bytes(pickle.dumps(sets))
    return sets


def optimizer(model: Encoder, gently: float) -> torch.optim.AdamW:
    """Return AdamW with a higher rate for what is new in the encoder; `gently` is the share of both rates."""
    new = [*model.signs.parameters(), *model.tags.parameters()]
    ids = {id(each) for each in new}
    old = [each for each in model.parameters() if each.requires_grad and id(each) not in ids]
    groups = [{"params": old, "rate": gently * RATE}, {"params": new, "rate": gently * RATE_OF_NEW}]
    return torch.optim.AdamW(groups, lr=RATE, betas=(0.9, 0.98), weight_decay=0.01)


def share(step: int, steps: int) -> float:
    """Return the share of the full rate at a step: warming, level, falling."""
    return min(1.0, (step + 1) / WARMING, max(0.02, (steps - step) / (FALLING * steps)))


def evaluate(model: Encoder, kept: dict[str, list[Document]]) -> str:
    """Return F1 of exact phrases, people and organizations, for each held-out set."""
    model.eval()
    found = []
    for name, source in kept.items():
        counts: Counter[str] = Counter()
        rows = [row for document in source for row in labelled(document)]
        for at in range(0, len(rows), WINDOWS):
            part = batch(rows[at : at + WINDOWS])
            with torch.no_grad():
                scores = model(part.pieces, part.signs).log_softmax(-1)
            for own, tags in zip(scores, part.tags, strict=True):
                heads = tags.any(-1)
                gold = {each for each in phrases(tags[heads].argmax(-1).tolist()) if each[2] != "LOC"}
                ours = {each for each in phrases(best(own[heads].numpy())) if each[2] != "LOC"}
                for kind in ("PER", "ORG"):
                    counts["hit " + kind] += sum(each[2] == kind for each in gold & ours)
                    counts["all " + kind] += sum(each[2] == kind for each in [*gold, *ours])
        figures = [200 * counts["hit " + kind] / max(1, counts["all " + kind]) for kind in ("PER", "ORG")]
        both = 200 * (counts["hit PER"] + counts["hit ORG"]) / max(1, counts["all PER"] + counts["all ORG"])
        found.append(f"{name} {both:.1f} ({figures[0]:.1f}/{figures[1]:.1f})")
    model.train()
    return "  ".join(found)


def resume(path: Path, state: dict[str, Any]) -> int:
    """Load a checkpoint into model, average and optimizer; return the step to go on with."""
    if not path.exists():
        return 0
    stored = torch.load(path, weights_only=True)
    for name, each in state.items():
        each.load_state_dict(stored[name])
    return int(stored["step"])


def save(path: Path, state: dict[str, Any], step: int) -> None:
    """Write a checkpoint, whole or not at all."""
    new = path.with_suffix(".new")
    torch.save({name: each.state_dict() for name, each in state.items()} | {"step": step}, new)
    new.replace(path)


def begin_from(path: Path, sets: dict[str, list[Document]]) -> Encoder:
    """Return the encoder in the file, narrowed by what it says of the sets."""
    rows = drawn(sets, random.Random(0))
    return narrowed(load(path), [batch([next(rows) for _ in range(WINDOWS)]) for _ in range(LISTENED)])


def train(
    sets: dict[str, list[Document]],
    work: Path,
    steps: int,
    begun: Path | None,
    gently: float = 1.0,
    teachers: Teachers | None = None,
) -> Encoder:
    """Return the average of the encoder's weights after `steps` steps from the pretrained ones, or from those in `begun`."""
    kept = held_out(sets)
    model = begin_from(begun, sets) if begun else pretrained(len(SIGNS), len(TAGS))
    start, mean = copy.deepcopy(model), copy.deepcopy(model)
    tuner = optimizer(model, gently)
    state = {"model": model, "mean": mean, "tuner": tuner}
    begin = resume(work / "last.pt", state)
    print(f"step {begin} {evaluate(mean, kept)}", flush=True)
    random.seed(begin)
    torch.manual_seed(begin)
    rows = drawn(sets, random.Random(begin), teachers)
    model.train()
    total, began = 0.0, time.perf_counter()
    for step in range(begin, steps):
        part = batch([next(rows) for _ in range(WINDOWS)])
        heads = part.tags.any(-1)
        scores = model(part.pieces, part.signs)[heads]
        loss = functional.cross_entropy(scores, part.tags[heads], label_smoothing=SMOOTHING)
        tuner.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for group in tuner.param_groups:
            group["lr"] = group["rate"] * share(step, steps)
        tuner.step()
        leave = min(AVERAGE, (step + 1) / (step + 10))
        with torch.no_grad():
            for one, other in zip(mean.parameters(), model.parameters(), strict=True):
                if other.requires_grad:
                    one.lerp_(other, 1 - leave)
        total += loss.item()
        if (step + 1) % (EVERY // 5) == 0:
            seconds = time.perf_counter() - began
            print(
                f"step {step + 1} loss {5 * total / EVERY:.4f} {(step + 1 - begin) / seconds:.2f} steps/s", flush=True
            )
            total = 0.0
        if (step + 1) % EVERY == 0 or step + 1 == steps:
            save(work / "last.pt", state, step + 1)
            if step + 1 <= (1 - FALLING) * steps:
                save(work / "level.pt", state, step + 1)
        if (step + 1) % (3 * EVERY) == 0 or step + 1 == steps:
            print(f"step {step + 1} {evaluate(mean, kept)}", flush=True)
    if begun:
        mix([mean, start], [OWN, 1 - OWN])  # Wortsman and others, "Robust fine-tuning of zero-shot models", CVPR 2022
        print(f"mixed {evaluate(mean, kept)}", flush=True)
    return mean.eval()


def main() -> None:
    """Train, and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--work", type=Path, default=user_cache_path("nutgraf", appauthor=False) / "training")
    parser.add_argument("--steps", type=int, default=4000)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--again", action="store_true", help="mend the labels by the model there is, and go on from it")
    parser.add_argument(
        "--gently", type=float, default=1.0, metavar="SHARE", help="learn at this share of the usual rates"
    )
    parser.add_argument("--teachers", type=Path, nargs="*", default=[], metavar="MODEL", help="what taught before")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    sets = read(options.folder, options.work, again=options.again)
    begun = OUT if options.again else None
    teachers = Teachers(options.teachers) if options.teachers else None
    model = train(sets, options.work, options.steps, begun, options.gently, teachers)
    export(model, options.out)
    print(f"{options.out.name}: {options.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
