#!/usr/bin/env python3
"""Derives the coefficients of coefficients_f64.h and float32/coefficients.h and prints them with their errors.

Polynomials are minimax approximations: a linear programme on a Chebyshev grid, refined with residuals in
40-digit arithmetic. Coefficients are rounded one at a time, lowest power first, the rest refitted each time;
for float a search over neighbouring values follows, since there rounding is as large as the error itself.
Rational functions are fitted by iterated reweighting with the previous denominator (Loeb's algorithm).

Needs python3-mpmath, python3-numpy and python3-scipy; takes some seconds. `derive_coefficients.py NAME ...` derives a selection.
"""
import itertools
import sys

import mpmath as mp
import numpy as np
from scipy.optimize import linprog

mp.mp.dps = 40
TINY = mp.mpf("1e-14")


class Problem:
    """Minimise max |weight(x) (target(x) - sum c_k basis_k(x))| over a Chebyshev grid on [lower, upper]."""

    def __init__(self, target, basis, weight, lower, upper, grid):
        lower, upper = mp.mpf(lower), mp.mpf(upper)
        points = [(lower + upper) / 2 - (upper - lower) / 2 * mp.cos(mp.pi * mp.mpf(i) / (grid - 1)) for i in range(grid)]
        weights = [mp.mpf(weight(x)) for x in points]
        self.target = [w * target(x) for w, x in zip(weights, points)]
        self.basis = [[w * phi(x) for phi in basis] for w, x in zip(weights, points)]

    def residual(self, coefficients):
        return [g - mp.fdot(coefficients, row) for g, row in zip(self.target, self.basis)]

    def solve(self, fixed, rounds=3):
        """The best coefficients given some of them, and their error."""
        count = len(self.basis[0])
        free = [k for k in range(count) if k not in fixed]
        current = [fixed.get(k, mp.mpf(0)) for k in range(count)]
        residual = self.residual(current)
        error = max(map(abs, residual))
        if not free:
            return current, error
        matrix = np.array([[float(row[k]) for k in free] for row in self.basis])
        orthogonal, triangular = np.linalg.qr(matrix)

        def corrected(step):
            change = np.linalg.solve(triangular, step)
            result = list(current)
            for k, delta in zip(free, change):
                result[k] += mp.mpf(float(delta)) * error
            return result

        for _ in range(3):
            current = corrected(orthogonal.T @ np.array([float(r / error) for r in residual]))
            residual = self.residual(current)
            error = max(map(abs, residual))
        best = current, error
        column = -np.ones((len(residual), 1))
        constraints = np.vstack([np.hstack([-orthogonal, column]), np.hstack([orthogonal, column])])
        for _ in range(rounds):
            scaled = np.array([float(r / error) for r in residual])
            solution = linprog(np.r_[np.zeros(len(free)), 1.0], A_ub=constraints, b_ub=np.concatenate([-scaled, scaled]),
                               bounds=[(None, None)] * len(free) + [(0, None)], method="highs")
            if solution.x is None:
                break
            current = corrected(solution.x[:-1])
            residual = self.residual(current)
            previous, error = error, max(map(abs, residual))
            if error < best[1]:
                best = current, error
            if error >= previous * mp.mpf("0.9999"):
                break
        return best


def rounded(value, single):
    return mp.mpf(float(np.float32(float(value)))) if single else mp.mpf(float(value))


def search_neighbours(problem, coefficients, reach=2, passes=4):
    """Moves pairs of float coefficients by a few units in the last place as long as the error shrinks."""
    steps = [float(mp.mpf(2) ** (mp.floor(mp.log(abs(c), 2)) - 23)) for c in coefficients]
    columns = np.array([[float(v) for v in row] for row in problem.basis]) * steps
    residual = np.array([float(r) for r in problem.residual(coefficients)])
    best = np.max(np.abs(residual))
    moves = [0] * len(coefficients)
    for _ in range(passes):
        improved = False
        for i, j in itertools.combinations(range(len(coefficients)), 2):
            for di, dj in itertools.product(range(-reach, reach + 1), repeat=2):
                candidate = residual - di * columns[:, i] - dj * columns[:, j]
                error = np.max(np.abs(candidate))
                if error < best * (1 - 1e-6):
                    best, residual, improved = error, candidate, True
                    moves[i] += di
                    moves[j] += dj
        if not improved:
            break
    return [c + move * mp.mpf(step) for c, move, step in zip(coefficients, moves, steps)], best


def powers(first, count):
    return [(lambda x, k=k: x**k) for k in range(first, first + count)]


def polynomial(target, first, count, weight, lower, upper, single=False, grid=1001):
    problem = Problem(target, powers(first, count), weight, lower, upper, grid)
    fixed = {}
    for k in range(count):
        fixed[k] = rounded(problem.solve(fixed)[0][k], single)
    coefficients = [fixed[k] for k in range(count)]
    if single:
        return search_neighbours(problem, coefficients)
    return coefficients, max(map(abs, problem.residual(coefficients)))


def rational(target, numerator_degree, denominator_degree, weight, upper, grid=400):
    """Numerator, denominator (with constant term 1) and the error on [0, upper]; not rounded."""
    upper = mp.mpf(upper)
    denominator = [mp.mpf(1), mp.mpf("0.4")]
    checks = [upper * (mp.mpf(i) / grid) ** mp.mpf("1.5") for i in range(1, grid + 1)]
    targets = [target(x) for x in checks]
    weights = [weight(x) for x in checks]
    best = None
    failures = 0
    while failures < 2:
        value = lambda x, d=denominator: mp.polyval(d[::-1], x)
        basis = [(lambda x, k=k: (x / upper) ** k) for k in range(numerator_degree + 1)]
        basis += [(lambda x, k=k: -target(x) * (x / upper) ** k) for k in range(1, denominator_degree + 1)]
        solution, _ = Problem(target, basis, lambda x: weight(x) / value(x), 0, upper, grid).solve({}, rounds=2)
        numerator = [c / upper**k for k, c in enumerate(solution[: numerator_degree + 1])]
        denominator = [mp.mpf(1)] + [c / upper**k for k, c in enumerate(solution[numerator_degree + 1:], 1)]
        error = max(w * abs(mp.polyval(numerator[::-1], x) / mp.polyval(denominator[::-1], x) - g)
                    for x, g, w in zip(checks, targets, weights))
        if best is None or error < best[2] * mp.mpf("0.999"):
            best, failures = (numerator, denominator, error), 0
        else:
            failures += 1
    return best


def hexadecimal(number):
    mantissa, exponent = float(number).hex().split("p")
    return f"{mantissa.rstrip('0')}p{exponent}"


def show(name, coefficients, error, single):
    kind, suffix = ("float", "f") if single else ("double", "")
    numbers = ", ".join(hexadecimal(c) + suffix for c in coefficients)
    print(f"// error 2^{float(mp.log(error, 2)):.2f}\nconstexpr {kind} {name}[] = {{{numbers}}};", flush=True)


def quotient(function, at_zero, of_square=False):
    """function(x) / x, continued to 0; `of_square`: as a function of x^2."""
    if of_square:
        return lambda z: function(mp.sqrt(z)) / mp.sqrt(z) if z > TINY else mp.mpf(at_zero)
    return lambda x: function(x) / x if abs(x) > TINY else mp.mpf(at_zero)


def erfcx(t):
    with mp.workdps(60):
        return mp.exp(t * t) * mp.erfc(t)


def of_mapped(centre, function):
    """A function of v = (x - centre) / (x + centre)."""
    return lambda v: function(centre * (1 + v) / (1 - v))


def double_polynomials():
    half, tail_end, erf_end = mp.mpf("0.5001"), mp.mpf("14.6"), mp.mpf(4)
    exp2m1 = quotient(lambda x: mp.mpf(2) ** x - 1, mp.log(2))
    atanh = quotient(lambda s: 2 * mp.atanh(s), 2, of_square=True)
    erf = quotient(mp.erf, 2 / mp.sqrt(mp.pi), of_square=True)
    atan = quotient(mp.atan, 1, of_square=True)
    narrow = (mp.sqrt(2) - 1) / (mp.sqrt(2) + 1)
    normal_tail = of_mapped(4, lambda a: erfcx(a / mp.sqrt(2)) * (a + 4) / 2)
    erfc = of_mapped(2, lambda t: erfcx(t) * (t + 2))
    erfc_weight = of_mapped(2, lambda t: mp.exp(-t * t) / mp.erf(t) / (t + 2))
    return {
        "exp2": lambda: polynomial(lambda x: mp.mpf(2) ** x - 1, 1, 7, lambda x: mp.mpf(2) ** -x, -half, half),
        "exp2m1": lambda: polynomial(exp2m1, 0, 8, lambda x: 1 / exp2m1(x), -half, half),
        "atanh_wide": lambda: polynomial(atanh, 0, 7, lambda z: 1 / atanh(z), 0, mp.mpf(1) / 9 * mp.mpf("1.0001")),
        "atanh_narrow": lambda: polynomial(atanh, 0, 5, lambda z: 1 / atanh(z), 0, narrow**2 * mp.mpf("1.0005")),
        "normal_tail": lambda: polynomial(normal_tail, 0, 13, lambda v: 1 / normal_tail(v), -1,
                                          (tail_end - 4) / (tail_end + 4), grid=801),
        "erfc": lambda: polynomial(erfc, 0, 9, erfc_weight, (mp.mpf("0.5") - 2) / (mp.mpf("0.5") + 2),
                                   (erf_end - 2) / (erf_end + 2), grid=801),
        "erf_small": lambda: polynomial(erf, 0, 6, lambda z: 1 / erf(z), 0, mp.mpf("0.25") * mp.mpf("1.0005"), grid=601),
        "atan": lambda: polynomial(atan, 0, 8, lambda z: 1 / atan(z), 0, (mp.sqrt(2) - 1) ** 2 * mp.mpf("1.0001")),
    }


def float_polynomials():
    half_ln2 = mp.log(2) / 2 * mp.mpf("1.0005")
    return {
        "expm1": lambda: polynomial(quotient(lambda x: mp.expm1(x) - x, 0), 1, 5,
                                    lambda x: x / mp.expm1(x) if abs(x) > TINY else 1, -half_ln2, half_ln2, single=True),
        "log1p": lambda: polynomial(quotient(lambda x: mp.log1p(x) - x, 0), 1, 9,
                                    lambda x: x / mp.log1p(x) if x > TINY else 1, 0, 1, single=True),
    }


def log_mills_ratio(a):
    """ln(Phi(-a) / e^(-a^2 / 2))"""
    with mp.workdps(60):
        return mp.log(mp.erfc(a / mp.sqrt(2)) / 2) + a * a / 2


def normal_tail_exponent():
    """-ln(2 Phi(-a)) - a^2 / 2 = a (1/2 + N(a) / D(a)); beyond 5, where Phi(-a) is below 3e-7, the error may grow."""

    def target(a):
        if a < TINY:
            return mp.sqrt(2 / mp.pi) - mp.mpf("0.5")
        return -(mp.log(2) + log_mills_ratio(a)) / a - mp.mpf("0.5")

    return rational(target, 4, 4, lambda a: a * min(mp.mpf(1), (5 / a) ** 2 if a > 5 else mp.mpf(1)), "12.6")


def main(selected):
    for single, table in ((False, double_polynomials()), (True, float_polynomials())):
        for name, derive in table.items():
            if not selected or name in selected:
                show(name, *derive(), single)
    if not selected or "normal_tail_exponent" in selected:
        numerator, denominator, error = normal_tail_exponent()
        show("normal_tail_exponent_numerator", [rounded(c, True) for c in numerator], error, True)
        show("normal_tail_exponent_denominator", [rounded(c, True) for c in denominator], error, True)


if __name__ == "__main__":
    main(sys.argv[1:])
