"""Writes tests/golden/pipeline.json: PyTorch's values and gradients of tensors that pass through pipelines of activations.

Run by `python3 tests/golden/make_pipeline.py` where PyTorch is installed (Debian: python3-torch).
The gradient is that of the sum of the outputs. Every value is stored as the bits of its float32.
"""

import json
import pathlib
import struct

import torch
import torch.nn as nn

EXAMPLE = [[0.5, -0.6], [-1.0, 3.0], [1.5, -2.0]]

PIPELINES = [
    ("relu,sigmoid", [nn.ReLU(), nn.Sigmoid()]),
    ("sigmoid,relu", [nn.Sigmoid(), nn.ReLU()]),
    ("tanh", [nn.Tanh()]),
    ("leaky_relu(negative_slope:0.2),sigmoid", [nn.LeakyReLU(0.2), nn.Sigmoid()]),
    ("elu(alpha:1.5),tanh,sigmoid", [nn.ELU(1.5), nn.Tanh(), nn.Sigmoid()]),
    ("sigmoid,sigmoid,sigmoid,sigmoid", [nn.Sigmoid(), nn.Sigmoid(), nn.Sigmoid(), nn.Sigmoid()]),
]


def bits(tensor):
    return [struct.unpack("<I", struct.pack("<f", value))[0] for value in tensor.reshape(-1).tolist()]


def case(keys, modules, values):
    tensor = torch.tensor(values, dtype=torch.float32, requires_grad=True)
    stages = [tensor]
    for module in modules:
        stages.append(module(stages[-1]))
        stages[-1].retain_grad()
    stages[-1].sum().backward()
    return {
        "stages": keys,
        "shape": list(tensor.shape),
        "values": [bits(stage.detach()) for stage in stages],
        "gradients": [bits(stage.grad) for stage in stages],
        "printed": str(stages[-1].detach()),
        "printedGradient": str(tensor.grad),
    }


def main():
    normal = torch.randn((4, 5), generator=torch.Generator().manual_seed(7)).tolist()
    cases = [case(keys, modules, values) for keys, modules in PIPELINES for values in (EXAMPLE, normal)]
    target = pathlib.Path(__file__).with_name("pipeline.json")
    lines = ",\n".join(json.dumps(entry) for entry in cases)
    target.write_text(f"[\n{lines}\n]\n")


if __name__ == "__main__":
    main()
