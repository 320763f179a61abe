#pragma once

#include "activations/activation.h"
#include "math/float32/exponential.h"

namespace lab {

/// Exponential function.
struct Exponential {
  static constexpr ActivationInfo info{
      .key = "exponential",
      .name = "Exponential",
      .name_zh = "指数函数",
      .aliases = {"exp"},
      .family = Family::elementary,
      .latex = "e^{x}",
      .latex_derivative = "e^{x}",
      .latex_second_derivative = "e^{x}",
      .parameters = {},
      .code = {.pytorch_module = "",
               .pytorch = "torch.exp(x)",
               .keras = "keras.activations.exponential(x)",
               .jax = "jnp.exp(x)",
               .onnx = "Exp",
               .javascript = "Math.exp(x)",
               .javascript_derivative = "Math.exp(x)"},
      .paper = {},
      .accuracy = {.value = {.ulp = 1.1}, .derivative = {.ulp = 1.1}, .second_derivative = rounded_once}};

  using Lanes = f32x4;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return exp(x);
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    return exp(x);
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    return exp(x);
  }

  /// Subnormal results below, overflow above.
  static mask32x4 outside_tuned_range(f32x4 x, const Parameters<f32x4, 0>&) { return abs(x) > 87.0f; }
  static f32x4 value(f32x4 x, const Parameters<f32x4, 0>&) {
    const auto [scale, fraction] = float32::exponential(x);
    return fraction * scale + scale;
  }
  static f32x4 derivative(f32x4 x, const Parameters<f32x4, 0>& parameters) { return value(x, parameters); }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = open(0, infinity), .monotone = true, .saturates_left = true};
  }
};

}  // namespace lab
