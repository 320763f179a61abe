#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

namespace lab::testing {

/// Less than float resolves at 1.
inline constexpr double smallest_jump = 3e-8;

/// Whether f jumps at x: the difference between the two sides does not shrink with their distance.
inline bool jumps_across(double x, const auto& f) {
  const double scale = std::max(1e-4, std::fabs(x));
  const auto difference = [&](double step) { return std::fabs(f(x + step * scale) - f(x - step * scale)); };
  const double far = difference(1e-5), near = difference(1e-7);
  return near > smallest_jump && near > 0.5 * far;
}

/// Where f jumps between `lower` and `upper`, given its slope: wherever f changes faster than the slope
/// explains, the interval is halved; a jump keeps its height.
inline std::vector<double> find_jumps(const auto& f, const auto& slope, double lower, double upper,
                                      int steps) {
  std::vector<double> jumps;
  const double width = (upper - lower) / steps;
  for (int i = 0; i < steps; ++i) {
    // Off the round numbers, so that a jump there lies inside an interval.
    double left = lower + (i - 0.4142) * width;
    double right = left + width;
    const double steepest =
        std::max({std::fabs(slope(left)), std::fabs(slope(right)), std::fabs(slope(0.5 * (left + right)))});
    const double change = std::fabs(f(right) - f(left));
    if (change <= 4 * steepest * width + smallest_jump) continue;
    while (right - left > 1e-12 * std::max(1.0, std::fabs(left))) {
      const double middle = 0.5 * (left + right);
      const bool in_left_half = std::fabs(f(middle) - f(left)) > std::fabs(f(right) - f(middle));
      (in_left_half ? right : left) = middle;
    }
    if (std::fabs(f(right) - f(left)) > 0.1 * change) jumps.push_back(0.5 * (left + right));
  }
  return jumps;
}

}  // namespace lab::testing
