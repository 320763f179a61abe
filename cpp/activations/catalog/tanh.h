#pragma once

#include "activations/activation.h"
#include "math/float32/hyperbolic_tangent.h"

namespace lab {

/// Hyperbolic tangent.
struct Tanh {
  static constexpr ActivationInfo info{
      .key = "tanh",
      .name = "Tanh",
      .name_zh = "Tanh（双曲正切）",
      .aliases = {"hyperbolic_tangent"},
      .family = Family::sigmoidal,
      .latex = R"(\tanh x = \frac{e^{x} - e^{-x}}{e^{x} + e^{-x}})",
      .latex_derivative = R"(1 - \tanh^2 x)",
      .latex_second_derivative = R"(-2 \tanh x\,(1 - \tanh^2 x))",
      .parameters = {},
      .code = {.pytorch_module = "nn.Tanh()",
               .pytorch = "torch.tanh(x)",
               .keras = "keras.activations.tanh(x)",
               .jax = "jax.nn.tanh(x)",
               .onnx = "Tanh",
               .javascript = "Math.tanh(x)",
               .javascript_derivative = "1 - Math.tanh(x) ** 2"},
      .paper = {},
      .accuracy = {.value = {.ulp = 2.5}, .derivative = {.ulp = 2.1}, .second_derivative = rounded_once}};

  using Lanes = f32x4;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return tanh(x);
  }

  /// 1 - tanh^2 without its cancellation: 4 e^2x / (1 + e^2x)^2.
  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    return T(4.0) * sigmoid(x * T(2.0)) * sigmoid(x * T(-2.0));
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>& parameters) {
    return T(-2.0) * tanh(x) * derivative(x, parameters);
  }

  static mask32x4 outside_tuned_range(f32x4 x, const Parameters<f32x4, 0>&) {
    return abs(x) > float32::tanh_limit;
  }
  static f32x4 value(f32x4 x, const Parameters<f32x4, 0>&) { return float32::tanh(x); }
  static f32x4 derivative(f32x4 x, const Parameters<f32x4, 0>&) { return float32::tanh_derivative(x); }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = open(-1, 1),
            .monotone = true,
            .symmetry = Symmetry::odd,
            .saturates_left = true,
            .saturates_right = true};
  }
};

}  // namespace lab
