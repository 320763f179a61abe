#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

namespace lab::testing {

/// |result - exact| in units in the last place of the exact result: 2^(e - 23) for 2^e <= |exact| < 2^(e +
/// 1), 2^-149 below 2^-126. What exceeds the range of float counts as 2^128, as does an infinite result.
inline double ulp_error(float result, double exact) {
  if (std::isnan(exact) || std::isnan(result)) return std::numeric_limits<double>::infinity();
  constexpr double beyond = 0x1p128;
  const double target = std::clamp(exact, -beyond, beyond);
  const double reached = std::clamp<double>(result, -beyond, beyond);
  int exponent = -125;
  if (target != 0) std::frexp(target, &exponent);
  return std::fabs(reached - target) / std::ldexp(1.0, std::clamp(exponent - 1, -126, 127) - 23);
}

}  // namespace lab::testing
