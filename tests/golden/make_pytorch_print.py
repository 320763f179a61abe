"""Writes tests/golden/pytorch-print.json: tensors and what PyTorch prints for them, to test our printer against.

Run by `python3 tests/golden/make_pytorch_print.py` where PyTorch is installed (Debian: python3-torch).
Every value is stored as the bits of its float32.
"""

import json
import pathlib
import struct

import torch

EXAMPLE = [[0.5, -0.6], [-1.0, 3.0], [1.5, -2.0]]


def bits(value):
    return struct.unpack("<I", struct.pack("<f", value))[0]


def chosen_tensors():
    inf, nan = float("inf"), float("nan")
    yield EXAMPLE
    yield torch.sigmoid(torch.relu(torch.tensor(EXAMPLE))).tolist()
    yield [0.0, -0.0, inf, -inf, nan]
    yield [1.0, 2.0, -3.0, 0.0]
    yield [1.0, inf, nan, -inf]
    yield [0.5, inf, nan, -inf]
    yield [1e-5, 1.0, inf, nan]
    yield [1.0, 1001.0]
    yield [1.0, 1000.0]
    yield [0.5, 500.0]
    yield [0.5, 500.1]
    yield [1e8, 1e8]
    yield [1.5e8, 2e8]
    yield [1e-4, 2e-4]
    yield [9.9e-5, 2e-4]
    yield [1e-45, 1e-44]
    yield [3.4028234663852886e38]
    # Ties at the fourth digit: Python rounds them to the even digit.
    yield [0.03125, 0.09375, 0.15625, -0.03125, -0.21875, 2.03125]
    yield [1.000005e5, 1.0]
    yield [100005.0, 100015.0, 100025.0, 1.0]
    yield [1000050.0, 1000150.0, 1.0, 99999.5, 9999950.0]
    yield [0.99995, 9.99995, 99.99995]
    yield [0.00005, 0.5]
    yield [[1.0]]
    yield [[-0.25]]
    yield [[nan]]
    yield list(range(30))
    yield [value / 7 for value in range(-20, 20)]
    yield [[value / 7 + row for value in range(16)] for row in range(3)]


def random_tensors():
    generator = torch.Generator().manual_seed(2)
    small = [(1,), (7,), (64,), (1, 1), (3, 2), (5, 11), (64, 1), (1, 64), (6, 20)]
    for index, shape in enumerate(small):
        normal = torch.randn(shape, generator=generator)
        yield normal.tolist()
        yield (normal * 10 ** (index % 5 * 2 - 4)).tolist()
        yield torch.exp(normal * 3).tolist()
        yield torch.round(normal * 20).tolist()
    at_the_limit_of_shortening = [(20, 50), (32, 32), (64, 16), (17, 60)]
    for shape in at_the_limit_of_shortening:
        yield torch.randn(shape, generator=generator).tolist()


def case(values):
    tensor = torch.tensor(values, dtype=torch.float32)
    flat = [bits(value) for value in tensor.reshape(-1).tolist()]
    return {"shape": list(tensor.shape), "bits": flat, "printed": str(tensor)}


def main():
    cases = [case(values) for values in [*chosen_tensors(), *random_tensors()]]
    target = pathlib.Path(__file__).with_name("pytorch-print.json")
    lines = ",\n".join(json.dumps(entry) for entry in cases)
    target.write_text(f"[\n{lines}\n]\n")


if __name__ == "__main__":
    main()
