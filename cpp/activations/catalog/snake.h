#pragma once

#include "activations/activation.h"
#include "math/without_infinities.h"

namespace lab {

/// Snake: the identity plus a wave, to learn periodic functions.
struct Snake {
  static constexpr ActivationInfo info{
      .key = "snake",
      .name = "Snake",
      .name_zh = "",
      .aliases = {},
      .family = Family::periodic,
      .latex = R"(x + \frac{\sin^2(a x)}{a})",
      .latex_derivative = R"(1 + \sin(2 a x))",
      .latex_second_derivative = R"(2a \cos(2 a x))",
      .parameters = {{.key = "a",
                      .symbol = "a",
                      .initial = 1,
                      .minimum = 0.01,
                      .maximum = 100,
                      .slider_minimum = 0.1,
                      .slider_maximum = 10,
                      .step = 0.1}},
      .code = {.pytorch_module = "",
               .pytorch = "x + torch.sin({a} * x) ** 2 / {a}",
               .keras = "x + keras.ops.sin({a} * x) ** 2 / {a}",
               .jax = "x + jnp.sin({a} * x) ** 2 / {a}",
               .onnx = "",
               .javascript = "x + Math.sin({a} * x) ** 2 / {a}",
               .javascript_derivative = "1 + Math.sin(2 * {a} * x)"},
      .paper = {.authors = "Ziyin, Hartwig, Ueda",
                .year = 2020,
                .title = "Neural Networks Fail to Learn Periodic Functions and How to Fix It",
                .url = "https://arxiv.org/abs/2006.08195"},
      .accuracy = {.value = rounded_once,
                   .derivative = {.ulp = 0.51, .absolute = 1e-12},
                   .second_derivative = rounded_once}};

  using Lanes = f64x2;

  template <class T>
  static T value(T x, const Parameters<T, 1>& parameters) {
    const auto& [a] = parameters;
    const T c = without_infinities(x);
    const T s = sin(a * c);
    return c + s * s / a;
  }

  /// 1 + sin(2 a x) as a square: rounding never makes it negative. NaN at infinity, where it has no limit.
  template <class T>
  static T derivative(T x, const Parameters<T, 1>& parameters) {
    const auto& [a] = parameters;
    const T c = without_infinities(x);
    const T root = sin(a * c) + cos(a * c);
    return root * root + (x - x);
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 1>& parameters) {
    const auto& [a] = parameters;
    return T(2.0) * a * cos(T(2.0) * a * x);
  }

  static constexpr Properties properties(const Parameters<double, 1>&) {
    return {.range = all_reals, .monotone = true};
  }
};

}  // namespace lab
