"""Where activations are compared: floats at which something happens to one of them."""

import numpy

TINY = [1e-45, 1e-38, 1e-30, 1e-20, 1e-10, 1e-7, 1e-5, 1e-3]
GRID = [i / 4 + 1 / 16 for i in range(-18, 18)]
LARGE = [4.75, 5.5, 7, 8, 9.01, 10, 12.5, 15, 17.33, 25, 30, 36, 40, 50, 75, 87.5, 89, 103.9, 105, 1e3, 1e5, 1e10, 1e20, 1e30]
# Kinks of the piecewise activations at their usual parameters, and the threshold of softplus.
KINKS = [0.5, 1, 2.5, 3, 6, 20]
# Stationary points, where f' vanishes: of GELU, its tanh form, Mish, SiLU, tanhexp, ...
STATIONARY = [-0.75179152, -0.75246142, -1.19243121, -1.27846454, -1.07886006]
# Where sigmoid and tanh round to 1 by y (1 - y) and 1 - y^2, as frameworks compute their derivatives.
SATURATION = [8.6643, 16.6355]


def neighbourhood(number):
    nearest = numpy.float32(number)
    return [numpy.nextafter(nearest, numpy.float32(-numpy.inf)), nearest, numpy.nextafter(nearest, numpy.float32(numpy.inf))]


def inputs(parameters):
    """Exact floats, ascending, each once except for the two zeros."""
    special = [near for kink in KINKS for signed in (-kink, kink) for near in neighbourhood(signed)]
    own = [near for p in parameters if p != 0 for signed in (-p, p) for near in neighbourhood(signed)]
    symmetric = [signed for number in TINY + LARGE + SATURATION for signed in (-number, number)]
    chosen = {float(numpy.float32(number)) for number in [*special, *own, *symmetric, *GRID, *STATIONARY]}
    return sorted(chosen | {0.0}) + [-0.0]
