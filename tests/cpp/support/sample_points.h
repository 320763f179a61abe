#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "core/bit_cast.h"
#include "core/static_list.h"

namespace lab::testing {

/// Every `stride`-th finite float, counted by bit pattern: evenly spread over all magnitudes of both signs.
inline std::vector<float> sampled_floats(std::uint32_t stride) {
  constexpr std::uint32_t infinity_pattern = 0x7f800000;
  std::vector<float> points;
  for (std::uint32_t pattern = 0; pattern < infinity_pattern; pattern += stride) {
    const float x = bit_cast<float>(pattern);
    points.push_back(x);
    points.push_back(-x);
  }
  return points;
}

/// Zeros, the ends of the normal and subnormal ranges, small integers, and the places where exp, expm1, tanh,
/// sigmoid, erf and normal_cdf saturate, underflow or overflow in float.
inline std::vector<float> special_floats() {
  using Limits = std::numeric_limits<float>;
  std::vector<float> points;
  for (const float x : {0.0f,         Limits::denorm_min(),
                        1e-40f,       Limits::min(),
                        1e-20f,       1e-5f,
                        0.5f,         1.0f,
                        2.0f,         3.0f,
                        3.92f,        4.0f,
                        5.0f,         6.0f,
                        8.67f,        9.02f,
                        10.06f,       13.2f,
                        14.6f,        16.64f,
                        17.33f,       36.0f,
                        88.72284f,    87.34f,
                        103.98f,      700.0f,
                        1e4f,         1048576.0f,
                        1.9e19f,      3e22f,
                        Limits::max()}) {
    points.insert(points.end(), {x, -x});
  }
  return points;
}

/// The kinks as floats, each with its neighbours.
inline std::vector<float> floats_around(const StaticList<double, 4>& kinks) {
  constexpr float far = std::numeric_limits<float>::max();
  std::vector<float> points;
  for (const double kink : kinks) {
    const auto x = static_cast<float>(kink);
    points.insert(points.end(), {std::nextafter(x, -far), x, std::nextafter(x, far)});
  }
  return points;
}

/// `lower`, `upper` and what lies between, in equal steps.
inline std::vector<double> grid(double lower, double upper, int steps) {
  std::vector<double> points;
  for (int i = 0; i <= steps; ++i) points.push_back(lower + (upper - lower) * i / steps);
  return points;
}

}  // namespace lab::testing
