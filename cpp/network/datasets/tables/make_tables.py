"""Writes iris.h and digits.h: measured data, as text that is compact and can be read.

Run by `python3 cpp/network/datasets/tables/make_tables.py` where scikit-learn is installed (Debian: python3-sklearn).
LICENSE.md says where the data come from.
"""

import pathlib

import numpy
from sklearn.datasets import load_digits, load_iris

HERE = pathlib.Path(__file__).parent
DIGITS_PER_CLASS = 50

TEMPLATE = '''#pragma once

namespace lab::dataset {{

{comment}
inline constexpr char {name}[] =
    R"({lines})";

}}  // namespace lab::dataset
'''


def write(name, comment, lines):
    text = TEMPLATE.format(name=f"{name}_table", comment=comment, lines="\n".join(lines))
    (HERE / f"{name}.h").write_text(text, encoding="utf-8")


def iris_lines():
    """Petal length, petal width, sepal length and sepal width in millimetres; fifty flowers of each species."""
    iris = load_iris()
    assert list(iris.target) == sorted(iris.target)
    millimetres = numpy.rint(iris.data[:, [2, 3, 0, 1]] * 10).astype(int)
    return [" ".join(f"{number:02}" for number in flower) for flower in millimetres]


def digits_lines():
    """From each class equally many, evenly spread over the file, and so over its thirteen writers."""
    digits = load_digits()
    lines = []
    for label in range(10):
        images = digits.data[digits.target == label].astype(int)
        for i in range(DIGITS_PER_CLASS):
            image = images[i * len(images) // DIGITS_PER_CLASS]
            lines.append("".join(chr(ord("a") + pixel) for pixel in image))
    return lines


write(
    "iris",
    "/// One flower a line, fifty of each species: petal length, petal width, sepal length, sepal width in\n"
    "/// millimetres. Made by make_tables.py.",
    iris_lines(),
)
write(
    "digits",
    f"/// One image a line, {DIGITS_PER_CLASS} of each digit: 8 x 8 pixels, row by row from the top, from a (0, paper)"
    "\n/// to q (16, ink). Made by make_tables.py.",
    digits_lines(),
)
