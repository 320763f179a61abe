#pragma once

#include <cstddef>

#include "activations/registry.h"

namespace lab {

/// An activation with its parameters chosen: a function of one real number, in double precision.
struct Curve {
  const ActivationEntry& entry;
  const float* parameters;

  ScalarSample operator()(double x) const { return entry.sample(x, parameters); }
};

/// Part of a curve between two points of a grid; `inner` is the one nearer to 0.
struct Cell {
  double inner;
  double outer;
  ScalarSample at_inner;
  ScalarSample at_outer;
};

/// Calls `visit(cell)` for a grid over [-limit, limit] that gets coarser away from 0, from there outwards and
/// to both sides in turn, until it returns false.
template <class Visit>
void scan_outwards(const Curve& curve, double limit, Visit visit) {
  const auto step_at = [](double x) { return x < 16 ? 0x1p-5 : x < 100 ? 0x1p-2 : 4; };
  const ScalarSample origin = curve(0);
  ScalarSample right = origin;
  ScalarSample left = origin;
  for (double inner = 0; inner < limit;) {
    const double outer = inner + step_at(inner);
    const ScalarSample next_right = curve(outer);
    const ScalarSample next_left = curve(-outer);
    if (!visit(Cell{inner, outer, right, next_right})) return;
    if (!visit(Cell{-inner, -outer, left, next_left})) return;
    right = next_right;
    left = next_left;
    inner = outer;
  }
}

/// Where g changes its sign between a and b, to the last digits; g(a) and g(b) have opposite signs. Where g
/// jumps across 0, the place of the jump.
template <class G>
double find_sign_change(double a, double b, G g) {
  const bool positive_at_a = g(a) > 0;
  for (int i = 0; i < 64; ++i) {
    const double middle = a + (b - a) * 0.5;
    if (middle == a || middle == b) break;
    const bool same_side = (g(middle) > 0) == positive_at_a;
    (same_side ? a : b) = middle;
  }
  return b;
}

}  // namespace lab
