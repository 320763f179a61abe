"""Writes tests/golden/vectors.txt: values and Jacobians of every vector activation, by PyTorch in float64.

Run by `python3 tests/golden/make_vectors.py build/native/cpp/tools/print_catalogue` where PyTorch is installed
(Debian: python3-torch).
"""

import pathlib

import torch
import torch.nn.functional as F
from torch import nn

from catalogue import as_float32, fill_in, numbers_line, parameter_sets, read_catalogue

INPUTS = [
    [0.0],
    [-1.5],
    [1.5, -0.5],
    [1.0, 1.0],
    # On the threshold of sparsemax.
    [1.0, 0.0],
    [0.0, 0.5, 0.5, -0.5],
    [3.0, 1.0, 2.0],
    [-2.0, -2.0, -2.0, -2.0],
    [100.0, -100.0, 99.5, 0.0],
    [1e4, 1e4 + 1, 1e4 - 1, -1e4, 1e4 + 0.5, 1e4],
    [-30.0, 0.0, 30.0, 60.0, -60.0, 3.0],
    [1e-30, -1e-30, 0.0, -0.0, 1e-7, -1e-7],
    [3e38, -3e38, 1e30, 2e38],
]


def random_inputs():
    generator = torch.Generator().manual_seed(2)
    for count in (2, 3, 4, 6, 8, 10, 12, 15):
        for deviation in (0.7, 4.0):
            yield (torch.randn(count, generator=generator) * deviation).tolist()


def length_unit(key, parameters):
    """A length must be a multiple of this: gated linear units halve the vector, maxout takes it in pieces."""
    return 2 if key.endswith("glu") else int(parameters.get("pieces", 1))


def golden_lines(activation, parameters):
    code = fill_in("lambda x: " + activation["code"]["pytorch"], parameters)
    function = eval(code, {"torch": torch, "F": F})
    yield numbers_line(activation["key"], *parameters.values())
    for numbers in [*INPUTS, *random_inputs()]:
        if len(numbers) % length_unit(activation["key"], parameters) != 0:
            continue
        x = torch.tensor([as_float32(number) for number in numbers], dtype=torch.float64)
        y = function(x)
        check_module(activation, parameters, x, y)
        jacobian = torch.autograd.functional.jacobian(function, x)
        for row in (x, y, jacobian.flatten()):
            yield numbers_line(*row.tolist())


def check_module(activation, parameters, x, y):
    code = activation["code"]["pytorchModule"]
    if code:
        module = eval(fill_in(code, parameters), {"nn": nn})
        assert torch.equal(module(x), y), f"{activation['key']}: the module differs from the expression"


def main():
    activations = read_catalogue()["vectors"]
    path = pathlib.Path(__file__).with_name("vectors.txt")
    lines = [f"# key and parameters; then x, f(x), Jacobian by rows. By make_vectors.py with PyTorch {torch.__version__}"]
    for activation in activations:
        for parameters in parameter_sets(activation):
            lines += golden_lines(activation, parameters)
    path.write_text("\n".join(lines) + "\n")
    print(f"{path}: {len(activations)} activations, {len(lines)} lines, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
