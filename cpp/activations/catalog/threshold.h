#pragma once

#include "activations/activation.h"

namespace lab {

/// Passes what exceeds a threshold and puts a constant in the place of the rest.
struct Threshold {
  static constexpr ActivationInfo info{
      .key = "threshold",
      .name = "Threshold",
      .name_zh = "Threshold（阈值函数）",
      .aliases = {},
      .family = Family::rectifier,
      .latex = R"(\begin{cases} x & x > \theta \\ v & x \le \theta \end{cases})",
      .latex_derivative = R"(\begin{cases} 1 & x > \theta \\ 0 & x \le \theta \end{cases})",
      .latex_second_derivative = "0",
      .parameters = {{.key = "threshold",
                      .symbol = R"(\theta)",
                      .initial = 0,
                      .minimum = -100,
                      .maximum = 100,
                      .slider_minimum = -3,
                      .slider_maximum = 3,
                      .step = 0.1},
                     {.key = "value",
                      .symbol = "v",
                      .initial = 0,
                      .minimum = -100,
                      .maximum = 100,
                      .slider_minimum = -3,
                      .slider_maximum = 3,
                      .step = 0.1}},
      .code = {.pytorch_module = "nn.Threshold({threshold}, {value})",
               .pytorch = "F.threshold(x, {threshold}, {value})",
               .keras = "keras.activations.threshold(x, {threshold}, {value})",
               .jax = "jnp.where(x > {threshold}, x, {value})",
               .onnx = "",
               .javascript = "x > {threshold} ? x : {value}",
               .javascript_derivative = "x > {threshold} ? 1 : 0"},
      .paper = {},
      .accuracy = {.value = exact, .derivative = exact, .second_derivative = exact}};

  using Lanes = f32x4;

  template <class T>
  static T value(T x, const Parameters<T, 2>& parameters) {
    const auto& [limit, replacement] = parameters;
    return select(x <= limit, replacement, x);
  }

  /// PyTorch takes 0 at the kink.
  template <class T>
  static T derivative(T x, const Parameters<T, 2>& parameters) {
    const T limit = parameters[0];
    return select(x <= limit, T(0.0), T(1.0));
  }

  template <class T>
  static T second_derivative(T, const Parameters<T, 2>&) {
    return T(0.0);
  }

  static constexpr Properties properties(const Parameters<double, 2>& parameters) {
    const auto& [threshold, value] = parameters;
    const bool connected = value == threshold;
    return {.range = value <= threshold ? closed_open(value, infinity) : open(threshold, infinity),
            .monotone = value <= threshold,
            .saturates_left = true,
            .kinks = {threshold},
            .identity_on = connected ? closed_open(threshold, infinity) : open(threshold, infinity)};
  }
};

}  // namespace lab
