#pragma once

#include "activations/activation.h"
#include "math/float32/logistic.h"

namespace lab {

/// Sigmoid linear unit, also known as Swish.
struct Silu {
  static constexpr ActivationInfo info{
      .key = "silu",
      .name = "SiLU",
      .name_zh = "SiLU（Sigmoid 线性单元）",
      .aliases = {"swish"},
      .family = Family::gated,
      .latex = R"(x\,\sigma(x) = \frac{x}{1 + e^{-x}})",
      .latex_derivative = R"(\sigma(x)\,(1 + x\,\sigma(-x)))",
      .latex_second_derivative = R"(\sigma'(x)\,\bigl(2 - x \tanh\tfrac{x}{2}\bigr))",
      .parameters = {},
      .code = {.pytorch_module = "nn.SiLU()",
               .pytorch = "F.silu(x)",
               .keras = "keras.activations.silu(x)",
               .jax = "jax.nn.silu(x)",
               .onnx = "Swish",
               .javascript = "x / (1 + Math.exp(-x))",
               .javascript_derivative = "(1 + Math.exp(-x) * (1 + x)) / (1 + Math.exp(-x)) ** 2"},
      .paper = {.authors = "Elfwing, Uchibe, Doya",
                .year = 2017,
                .title = "Sigmoid-Weighted Linear Units for Neural Network Function Approximation in "
                         "Reinforcement Learning",
                .url = "https://arxiv.org/abs/1702.03118"},
      .accuracy = {.value = {.ulp = 2},
                   .derivative = {.ulp = 2.5, .absolute = 6e-8},
                   .second_derivative = {.ulp = 0.51, .absolute = 2e-8}}};

  using Lanes = f32x4;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return max(x, T(-700.0)) * sigmoid(x);
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    const T s = sigmoid(x);
    return s * (clamp(x, -700.0, 700.0) * (T(1.0) - s) + T(1.0));
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    const T c = clamp(x, -700.0, 700.0);
    return sigmoid(x) * sigmoid(-x) * (T(2.0) - c * tanh(c * T(0.5)));
  }

  static mask32x4 outside_tuned_range(f32x4 x, const Parameters<f32x4, 0>&) {
    return abs(x) > float32::logistic_limit;
  }
  static f32x4 value(f32x4 x, const Parameters<f32x4, 0>&) { return float32::silu(x); }
  static f32x4 derivative(f32x4 x, const Parameters<f32x4, 0>&) { return float32::silu_derivative(x); }

  /// The minimum is attained at x = -1.2784645427610738.
  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = closed_open(-0.27846454276107380, infinity), .monotone = false, .saturates_left = true};
  }
};

}  // namespace lab
