#pragma once

namespace lab {

/// The smallest value of a continuous function on [lower, upper]: a scan in `steps` steps, refined by
/// golden-section search around the best of them.
template <class F>
double smallest_value(F f, double lower, double upper, int steps) {
  const double width = (upper - lower) / steps;
  double best = lower;
  for (int i = 1; i <= steps; ++i) {
    const double x = lower + i * width;
    if (f(x) < f(best)) best = x;
  }
  constexpr double golden = 0.6180339887498949;
  double left = best - width;
  double right = best + width;
  while (right - left > 1e-9) {
    const double a = right - golden * (right - left);
    const double b = left + golden * (right - left);
    (f(a) < f(b) ? right : left) = f(a) < f(b) ? b : a;
  }
  return f(0.5 * (left + right));
}

}  // namespace lab
