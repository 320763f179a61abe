"""What the golden scripts share: the catalogue, choices of parameters, and numbers as text."""

import json
import math
import subprocess
import sys

import numpy


def read_catalogue():
    """Printed by the tool whose path is the only argument of the script."""
    return json.loads(subprocess.check_output(sys.argv[1]))


def parameter_sets(activation):
    """The initial values, and two choices from the range of the sliders that move neighbours in opposite directions."""
    parameters = activation["parameters"]
    yield {p["key"]: as_float32(p["initial"]) for p in parameters}
    if not parameters:
        return
    for first, second in ((0.35, 0.8), (0.8, 0.35)):
        yield {
            p["key"]: as_float32(on_slider(p, second if index % 2 else first)) for index, p in enumerate(parameters)
        }


def on_slider(parameter, fraction):
    lower, upper, step = parameter["sliderMinimum"], parameter["sliderMaximum"], parameter["step"]
    return lower + round((upper - lower) * fraction / step) * step


def as_float32(number):
    return float(numpy.float32(number))


def fill_in(code, parameters):
    for key, value in parameters.items():
        code = code.replace("{" + key + "}", repr(int(value) if value.is_integer() else value))
    return code


def numbers_line(*words):
    """Names and numbers; numbers as in C, in hexadecimal, without trailing zeros."""
    return " ".join(word if isinstance(word, str) else short_hex(word) for word in words)


def short_hex(number):
    if not math.isfinite(number):
        return repr(number)
    mantissa, exponent = number.hex().split("p")
    return f"{mantissa.rstrip('0').rstrip('.') if '.' in mantissa else mantissa}p{exponent.lstrip('+')}"
