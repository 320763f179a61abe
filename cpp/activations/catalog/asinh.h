#pragma once

#include "activations/activation.h"
#include "math/without_infinities.h"

namespace lab {

/// Inverse hyperbolic sine: linear near 0, logarithmic far out.
struct Asinh {
  static constexpr ActivationInfo info{
      .key = "asinh",
      .name = "Asinh",
      .name_zh = "反双曲正弦",
      .aliases = {"arcsinh"},
      .family = Family::elementary,
      .latex = R"(\operatorname{arsinh}(x) = \ln\left(x + \sqrt{x^2 + 1}\right))",
      .latex_derivative = R"(\frac{1}{\sqrt{x^2 + 1}})",
      .latex_second_derivative = R"(-\frac{x}{(x^2 + 1)^{3/2}})",
      .parameters = {},
      .code = {.pytorch_module = "",
               .pytorch = "torch.asinh(x)",
               .keras = "keras.ops.arcsinh(x)",
               .jax = "jnp.arcsinh(x)",
               .onnx = "Asinh",
               .javascript = "Math.asinh(x)",
               .javascript_derivative = "1 / Math.sqrt(x * x + 1)"},
      .paper = {},
      .accuracy = {.value = rounded_once, .derivative = rounded_once, .second_derivative = rounded_once}};

  using Lanes = f64x2;

  /// a + sqrt(a^2 + 1) = 1 + a + a^2 / (sqrt(a^2 + 1) + 1): log1p keeps the digits near 0.
  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    const T c = without_infinities(x);
    return copysign(log1p(abs(x) + c * c / (sqrt(c * c + T(1.0)) + T(1.0))), x);
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    return T(1.0) / sqrt(x * x + T(1.0));
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    const T c = without_infinities(x);
    const T root = sqrt(c * c + T(1.0));
    return -c / (root * root * root);
  }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = all_reals,
            .monotone = true,
            .symmetry = Symmetry::odd,
            .saturates_left = true,
            .saturates_right = true};
  }
};

}  // namespace lab
