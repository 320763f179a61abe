#pragma once

#include "activations/activation.h"

namespace lab {

/// Sigmoid linear unit, also known as Swish.
struct Silu {
  static constexpr ActivationInfo info{
      .key = "silu",
      .name = "SiLU",
      .name_zh = "SiLU(Sigmoid 线性单元)",
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
      .accuracy = {.value = rounded_once, .derivative = rounded_once, .second_derivative = rounded_once}};

  using Lanes = f64x2;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return max(x, T(-700.0)) * sigmoid(x);
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    return sigmoid(x) * (clamp(x, -700.0, 700.0) * sigmoid(-x) + T(1.0));
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    const T c = clamp(x, -700.0, 700.0);
    return sigmoid(x) * sigmoid(-x) * (T(2.0) - c * tanh(c * T(0.5)));
  }

  /// The minimum is attained at x = -1.2784645427610738.
  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = closed_open(-0.27846454276107380, infinity), .monotone = false, .saturates_left = true};
  }
};

}  // namespace lab
