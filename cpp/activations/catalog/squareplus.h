#pragma once

#include "activations/activation.h"
#include "math/in_double.h"
#include "math/without_infinities.h"

namespace lab {

/// Algebraic rectifier: softplus without exponentials.
struct Squareplus {
  static constexpr ActivationInfo info{
      .key = "squareplus",
      .name = "Squareplus",
      .name_zh = "",
      .aliases = {},
      .family = Family::rectifier,
      .latex = R"(\frac{x + \sqrt{x^2 + b}}{2})",
      .latex_derivative = R"(\frac{1}{2}\left(1 + \frac{x}{\sqrt{x^2 + b}}\right))",
      .latex_second_derivative = R"(\frac{b}{2\,(x^2 + b)^{3/2}})",
      .parameters = {{.key = "b",
                      .symbol = "b",
                      .initial = 4,
                      .minimum = 0,
                      .maximum = 100,
                      .slider_minimum = 0,
                      .slider_maximum = 10,
                      .step = 0.1}},
      .code = {.pytorch_module = "",
               .pytorch = "(x + torch.sqrt(x * x + {b})) / 2",
               .keras = "keras.activations.squareplus(x, b={b})",
               .jax = "jax.nn.squareplus(x, b={b})",
               .onnx = "",
               .javascript = "(x + Math.sqrt(x * x + {b})) / 2",
               .javascript_derivative = "(1 + x / Math.sqrt(x * x + {b})) / 2"},
      .paper = {.authors = "Barron",
                .year = 2021,
                .title = "Squareplus: A Softplus-Like Algebraic Rectifier",
                .url = "https://arxiv.org/abs/2112.11687"},
      .accuracy = {.value = rounded_once, .derivative = rounded_once, .second_derivative = rounded_once}};

  using Lanes = f32x4;
  static constexpr std::size_t unrolled_vectors = 1;

  /// For x < 0 as b / (2 (sqrt(x^2 + b) - x)), without cancellation. b = 0 is ReLU.
  template <class T>
  static T value(T x, const Parameters<T, 1>& parameters) {
    const auto& [b] = parameters;
    const T c = without_infinities(x);
    const T root = root_of(c, b);
    return select(c > T(0.0), T(0.5) * (root + c), T(0.5) * b / (root - c));
  }

  /// (1 + x / sqrt(x^2 + b)) / 2 = f / sqrt(x^2 + b).
  template <class T>
  static T derivative(T x, const Parameters<T, 1>& parameters) {
    const auto& [b] = parameters;
    return value(x, parameters) / root_of(without_infinities(x), b);
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 1>& parameters) {
    const auto& [b] = parameters;
    const T root = root_of(without_infinities(x), b);
    return T(0.5) * b / (root * root * root);
  }

  static f32x4 value(f32x4 x, const Parameters<f32x4, 1>& parameters) {
    return in_double(value<f64x2>, x, parameters);
  }
  static f32x4 derivative(f32x4 x, const Parameters<f32x4, 1>& parameters) {
    return in_double(derivative<f64x2>, x, parameters);
  }

  static constexpr Properties properties(const Parameters<double, 1>& parameters) {
    const auto& [b] = parameters;
    if (b == 0) {
      return {.range = closed_open(0, infinity),
              .monotone = true,
              .saturates_left = true,
              .kinks = {0},
              .identity_on = closed_open(0, infinity)};
    }
    return {.range = open(0, infinity), .monotone = true, .saturates_left = true};
  }

 private:
  /// sqrt(x^2 + b), kept above 0 where both vanish.
  template <class T>
  static T root_of(T x, T b) {
    return sqrt(max(x * x + b, T(1e-100)));
  }
};

}  // namespace lab
