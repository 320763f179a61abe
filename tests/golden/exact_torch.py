"""The part of `torch` that the catalogue's expressions use, with 100 digits instead of 16.

`Jet` carries f, f' and f'' at one point; every rule below is the textbook one, written independently of the C++ core.
Conventions at kinks are those of the newest PyTorch.
"""

import math
import re
import types

from mpmath import mp, mpf

mp.dps = 100


class Jet:
    """A function's value and its first two derivatives with respect to x."""

    def __init__(self, value, first=0, second=0):
        self.value, self.first, self.second = mpf(value), mpf(first), mpf(second)

    def chain(self, value, first, second):
        """g(self), from g, g' and g'' at self.value."""
        return Jet(value, first * self.first, second * self.first**2 + first * self.second)

    def new_tensor(self, values):
        return values

    def __neg__(self):
        return Jet(-self.value, -self.first, -self.second)

    def __add__(self, other):
        other = jet(other)
        return Jet(self.value + other.value, self.first + other.first, self.second + other.second)

    def __sub__(self, other):
        return self + -jet(other)

    def __rsub__(self, other):
        return jet(other) - self

    def __mul__(self, other):
        other = jet(other)
        return Jet(
            self.value * other.value,
            self.first * other.value + self.value * other.first,
            self.second * other.value + 2 * self.first * other.first + self.value * other.second,
        )

    def __truediv__(self, other):
        return self * reciprocal(jet(other))

    def __rtruediv__(self, other):
        return jet(other) / self

    def __pow__(self, exponent):
        assert exponent == 2
        return self * self

    __radd__, __rmul__ = __add__, __mul__

    def __lt__(self, other):
        return self.value < jet(other).value

    def __le__(self, other):
        return self.value <= jet(other).value

    def __gt__(self, other):
        return self.value > jet(other).value

    def __ge__(self, other):
        return self.value >= jet(other).value


def jet(number):
    return number if isinstance(number, Jet) else Jet(number)


def reciprocal(x):
    r = 1 / x.value
    return x.chain(r, -(r**2), 2 * r**3)


def exp(x):
    e = mp.exp(x.value)
    return x.chain(e, e, e)


def expm1(x):
    e = mp.exp(x.value)
    return x.chain(mp.expm1(x.value), e, e)


def log1p(x):
    r = 1 / (1 + x.value)
    return x.chain(mp.log1p(x.value), r, -(r**2))


def sqrt(x):
    s = mp.sqrt(x.value)
    return x.chain(s, 1 / (2 * s), -1 / (4 * s**3))


def sin(x):
    s, c = mp.sin(x.value), mp.cos(x.value)
    return x.chain(s, c, -s)


def cos(x):
    s, c = mp.sin(x.value), mp.cos(x.value)
    return x.chain(c, -s, -c)


def sinc(x):
    """sin(pi x) / (pi x)."""
    if abs(x.value) < mpf(10) ** -20:
        t = (mp.pi * x.value) ** 2
        return x.chain(1 - t / 6, -mp.pi**2 * x.value / 3, -mp.pi**2 / 3 * (1 - 3 * t / 10))
    angle = mp.pi * x
    return sin(angle) / angle


def atan(x):
    r = 1 / (1 + x.value**2)
    return x.chain(mp.atan(x.value), r, -2 * x.value * r**2)


def asinh(x):
    r = 1 / mp.sqrt(1 + x.value**2)
    return x.chain(mp.asinh(x.value), r, -x.value * r**3)


def tanh(x):
    t, s = mp.tanh(x.value), mp.sech(x.value) ** 2
    return x.chain(t, s, -2 * t * s)


def sigmoid(x):
    s, t = 1 / (1 + mp.exp(-x.value)), 1 / (1 + mp.exp(x.value))
    return x.chain(s, s * t, s * t * (t - s))


def erf(x):
    d = 2 / mp.sqrt(mp.pi) * mp.exp(-(x.value**2))
    return x.chain(mp.erf(x.value), d, -2 * x.value * d)


def normal_cdf(x):
    d = mp.exp(-(x.value**2) / 2) / mp.sqrt(2 * mp.pi)
    return x.chain(mp.erfc(-x.value / mp.sqrt(2)) / 2, d, -x.value * d)


def sign(x):
    return Jet(mp.sign(x.value))


def where(condition, a, b):
    return jet(a) if condition else jet(b)


def clamp(x, min=-mp.inf, max=mp.inf):
    """The derivative at a bound is 1."""
    return Jet(min) if x < min else Jet(max) if x > max else x


def relu(x):
    return where(x > 0, x, 0)


def hardtanh(x, min_val=-1, max_val=1):
    """The derivative at a bound is 0."""
    return Jet(min_val) if x <= min_val else Jet(max_val) if x >= max_val else x


def leaky_relu(x, negative_slope=0.01):
    return where(x > 0, x, negative_slope * x)


def hardsigmoid(x):
    return hardtanh(x + 3, 0, 6) / 6


def hardswish(x):
    return Jet(0) if x <= -3 else x * (x + 3) / 6 if x < 3 else x


def softplus(x, beta=1, threshold=20):
    scaled = beta * x
    if scaled > threshold:
        return x
    e = mp.exp(scaled.value)
    # PyTorch's second derivative leaves the curve at the threshold, its first derivative behind it.
    second = e / (1 + e) ** 2 if scaled < threshold else 0
    return scaled.chain(mp.log1p(e), 1 / (1 + 1 / e), second) / beta


def elu(x, alpha=1.0, width=1):
    """At 0, PyTorch's first derivative takes the left branch, its second derivative the right one."""
    left = alpha * expm1(x / width)
    return where(x > 0, x, where(x < 0, left, Jet(0, left.first)))


def selu(x):
    alpha, scale = mpf("1.6732632423543772848170429916717"), mpf("1.0507009873554804934193349852946")
    return scale * elu(x, alpha)


def gelu(x, approximate="none"):
    if approximate == "none":
        return x * normal_cdf(x)
    return x * (1 + tanh(mp.sqrt(2 / mp.pi) * (x + mpf("0.044715") * x * x * x))) / 2


torch = types.SimpleNamespace(
    pi=mp.pi,
    abs=lambda x: x * sign(x),
    asinh=asinh,
    atan=atan,
    clamp=clamp,
    cos=cos,
    erf=erf,
    exp=exp,
    expm1=expm1,
    log1p=log1p,
    rsqrt=lambda x: reciprocal(sqrt(x)),
    sigmoid=sigmoid,
    sign=sign,
    sin=sin,
    sinc=sinc,
    sqrt=sqrt,
    square=lambda x: x * x,
    tanh=tanh,
    where=where,
)

F = types.SimpleNamespace(
    celu=lambda x, alpha: elu(x, alpha, alpha),
    elu=elu,
    gelu=gelu,
    hardshrink=lambda x, lambd: where(x > lambd, x, where(x < -lambd, x, 0)),
    hardsigmoid=hardsigmoid,
    hardswish=hardswish,
    hardtanh=hardtanh,
    leaky_relu=leaky_relu,
    logsigmoid=lambda x: -softplus(-x, threshold=mp.inf),
    mish=lambda x: x * tanh(softplus(x, threshold=mp.inf)),
    prelu=lambda x, weight: leaky_relu(x, weight[0]),
    relu=relu,
    relu6=lambda x: hardtanh(x, 0, 6),
    rrelu=lambda x, lower, upper: leaky_relu(x, (mpf(lower) + mpf(upper)) / 2),
    selu=selu,
    silu=lambda x: x * sigmoid(x),
    softplus=softplus,
    softshrink=lambda x, lambd: where(x > lambd, x - lambd, where(x < -lambd, x + lambd, 0)),
    softsign=lambda x: x / (1 + x * sign(x)),
    tanhshrink=lambda x: x - tanh(x),
    threshold=lambda x, threshold, value: where(x > threshold, x, value),
)


def evaluate(expression, parameters, x):
    """f, f' and f'' at x as doubles, each rounded once; infinite beyond the range of double."""
    # Decimal literals mean what they say: 0.2 is one fifth.
    exact = re.sub(r"(?<![\w.])\d+(\.\d+)?(?!\w)", r"mpf('\g<0>')", re.sub(r"[{}]", "", expression))
    names = {key: mpf(value) for key, value in parameters.items()}
    result = jet(eval(exact, {"torch": torch, "F": F, "mpf": mpf, "x": Jet(x, 1), **names}))
    return tuple(to_double(number) for number in (result.value, result.first, result.second))


def to_double(number):
    if abs(number) < mpf(2) ** 1024:
        return float(number)
    return math.copysign(math.inf, number)
