"""Writes tests/golden/activations.txt: f, f' and f'' of every activation, by PyTorch.

Run by `python3 tests/golden/make_activations.py build/native/cpp/tools/print_catalogue` where PyTorch and mpmath are
installed (Debian: python3-torch, python3-mpmath).

Each expression of the catalogue runs twice: in float64 by PyTorch (f' by autograd, f'' by autograd of f'), and with 100
digits by exact_torch.py. The two must agree; then the longer one is written, rounded to float64, because float64 alone
loses the digits of differences such as y (1 - y) in the tails. Where they may disagree is listed in EXCEPTIONS, with
the reason; an exception that is no longer needed is an error too. Every `nn` module must equal its expression.
"""

import math
import pathlib
import sys

import torch
import torch.nn.functional as F
from torch import nn

import exact_torch
from activation_inputs import inputs
from catalogue import fill_in, numbers_line, parameter_sets, read_catalogue

CURVES = ("value", "derivative", "second derivative")

# PyTorch's float64 may be off by a few roundings of the result, or of terms of up to about 1000 that cancel.
RELATIVE, ABSOLUTE = 1e-12, 1e-12

# (activation, curve, where, why PyTorch 1.13 differs from the definition or from the newest PyTorch)
EXCEPTIONS = [
    (
        "hardsigmoid",
        "derivative",
        lambda x: abs(x) < 3,
        "its kernel holds 1/6 as a float32 constant, also for float64 (aten/src/ATen/native/cpu/Activation.cpp)",
    ),
    (
        "hardsigmoid",
        "second derivative",
        lambda x: True,
        "PyTorch does not implement it; it is 0 everywhere",
    ),
    (
        "hardswish",
        "derivative",
        lambda x: x == -3,
        "-1/2, the slope from the right, until version 2.7 took 0 (pytorch/pytorch#148049)",
    ),
    (
        "mish",
        "second derivative",
        lambda x: x > 700,
        "an exponential overflows on the way, inf - inf; the second derivative tends to 0",
    ),
    (
        "sinc",
        "derivative",
        lambda x: abs(x) < 0.01,
        "computed as (cos u - sin(u) / u) / u, which cancels near 0",
    ),
    (
        "sinc",
        "second derivative",
        lambda x: abs(x) < 0.01,
        "derivative of the above; the limit at 0 is -1/3",
    ),
    (
        "squareplus",
        "value",
        lambda x, b: x < -1e4,
        "x + sqrt(x^2 + b) cancels; the value tends to b / (4 |x|)",
    ),
]


def evaluate_by_pytorch(function, numbers):
    """f, f' and f''; f'' is None where PyTorch cannot differentiate twice."""
    x = torch.tensor(numbers, dtype=torch.float64, requires_grad=True)
    y = function(x)
    (first,) = torch.autograd.grad(y.sum(), x, create_graph=True)
    if not first.requires_grad:
        return y.tolist(), first.tolist(), [0.0] * len(numbers)
    try:
        (second,) = torch.autograd.grad(first.sum(), x, allow_unused=True)
    except RuntimeError as error:
        if "not implemented" not in str(error):
            raise
        return y.tolist(), first.tolist(), None
    # Adding gives storage to a tensor that is only known to be zero.
    second = torch.zeros_like(x) if second is None else second + torch.zeros_like(x)
    return y.tolist(), first.tolist(), second.tolist()


def agree(found, exact):
    if math.isinf(exact) or math.isinf(found):
        return found == exact
    return abs(found - exact) <= RELATIVE * abs(exact) + ABSOLUTE


class Differences:
    """Sorts disagreements into expected ones and others."""

    def __init__(self):
        self.used = set()
        self.unexpected = []

    def record(self, key, parameters, curve, x, found, exact):
        for index, (exception_key, exception_curve, where, _) in enumerate(EXCEPTIONS):
            if exception_key == key and exception_curve == curve and where(x, **parameters):
                self.used.add(index)
                return
        self.unexpected.append(f"{key} {parameters} {curve} at {x!r}: PyTorch {found!r}, exact {exact!r}")

    def report(self):
        unused = [EXCEPTIONS[i] for i in range(len(EXCEPTIONS)) if i not in self.used]
        for line in self.unexpected:
            print(line)
        for key, curve, _, reason in unused:
            print(f"not needed: {key} {curve}: {reason}")
        return not self.unexpected and not unused


def check_module(activation, parameters, numbers):
    code = activation["code"]
    if not code["pytorchModule"]:
        return
    x = torch.tensor(numbers, dtype=torch.float64)
    module = eval(fill_in(code["pytorchModule"], parameters), {"nn": nn}).double().eval()
    function = eval(fill_in("lambda x: " + code["pytorch"], parameters), {"torch": torch, "F": F})
    assert torch.equal(module(x), function(x)), f"{activation['key']}: the module differs from the expression"


def golden_lines(activation, parameters, differences):
    key = activation["key"]
    code = fill_in(activation["code"]["pytorch"], parameters)
    numbers = inputs(parameters.values())
    check_module(activation, parameters, numbers)
    by_pytorch = evaluate_by_pytorch(eval("lambda x: " + code, {"torch": torch, "F": F}), numbers)
    yield numbers_line(key, *parameters.values())
    for index, x in enumerate(numbers):
        exact = exact_torch.evaluate(activation["code"]["pytorch"], parameters, x)
        for curve, found, expected in zip(CURVES, by_pytorch, exact):
            if found is None:
                differences.record(key, parameters, curve, x, None, expected)
            elif not agree(found[index], expected):
                differences.record(key, parameters, curve, x, found[index], expected)
        yield numbers_line(x, *exact)


def main():
    activations = read_catalogue()["activations"]
    differences = Differences()
    lines = [f"# key and parameters; x f f' f''. By make_activations.py with PyTorch {torch.__version__}"]
    for activation in activations:
        for parameters in parameter_sets(activation):
            lines += golden_lines(activation, parameters, differences)
    if not differences.report():
        sys.exit("PyTorch and the definitions disagree: nothing written")
    path = pathlib.Path(__file__).with_name("activations.txt")
    path.write_text("\n".join(lines) + "\n")
    print(f"{path}: {len(activations)} activations, {len(lines)} lines, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
