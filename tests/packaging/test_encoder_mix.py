"""The mean of several encoders; runs where what trains them is installed (dependency group `training`)."""

from __future__ import annotations

import sys

import pytest

torch = pytest.importorskip("torch")
for needed in ("onnx", "safetensors"):
    pytest.importorskip(needed)

import encoder_mix  # noqa: E402 - it needs what is asked for above


def filled(value):
    layer = torch.nn.Linear(2, 2)
    with torch.no_grad():
        for each in layer.parameters():
            each.fill_(value)
    return layer


def test_the_first_encoder_becomes_the_sum_by_shares():
    first, second = filled(1.0), filled(4.0)
    encoder_mix.mix([first, second], [0.75, 0.25])
    for each, other in zip(first.parameters(), second.parameters(), strict=True):
        assert torch.equal(each, torch.full_like(each, 1.75))
        assert torch.equal(other, torch.full_like(other, 4.0))


def test_a_folder_is_read_as_the_average_of_its_last_checkpoint(tmp_path):
    model = encoder_mix.Encoder(len(encoder_mix.SIGNS), len(encoder_mix.TAGS), inner=8)
    torch.save({"mean": model.state_dict(), "step": 3}, tmp_path / "last.pt")
    again = encoder_mix.read(tmp_path)
    assert all(torch.equal(*pair) for pair in zip(model.parameters(), again.parameters(), strict=True))


@pytest.mark.parametrize("parts", [["0.5", "a", "0.6", "b"], ["1", "a", "0"]])
def test_shares_that_do_not_sum_to_one_are_refused(monkeypatch, capsys, tmp_path, parts):
    monkeypatch.setattr(encoder_mix, "read", lambda path: filled(1.0))
    monkeypatch.setattr(sys, "argv", ["encoder_mix.py", *parts, "--out", str(tmp_path / "out.onnx")])
    with pytest.raises(SystemExit):
        encoder_mix.main()
    assert "shares sum to 1" in capsys.readouterr().err
    assert not (tmp_path / "out.onnx").exists()
