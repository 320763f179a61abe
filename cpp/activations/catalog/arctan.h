#pragma once

#include "activations/activation.h"
#include "math/without_infinities.h"

namespace lab {

/// Arctangent.
struct Arctan {
  static constexpr ActivationInfo info{
      .key = "arctan",
      .name = "Arctan",
      .name_zh = "反正切函数",
      .aliases = {"atan"},
      .family = Family::sigmoidal,
      .latex = R"(\arctan(x))",
      .latex_derivative = R"(\frac{1}{1 + x^2})",
      .latex_second_derivative = R"(-\frac{2x}{(1 + x^2)^2})",
      .parameters = {},
      .code = {.pytorch_module = "",
               .pytorch = "torch.atan(x)",
               .keras = "keras.ops.arctan(x)",
               .jax = "jnp.arctan(x)",
               .onnx = "Atan",
               .javascript = "Math.atan(x)",
               .javascript_derivative = "1 / (1 + x * x)"},
      .paper = {},
      .accuracy = {.value = rounded_once, .derivative = rounded_once, .second_derivative = rounded_once}};

  using Lanes = f64x2;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return atan(x);
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    return T(1.0) / (T(1.0) + x * x);
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    const T c = without_infinities(x);
    const T denominator = T(1.0) + c * c;
    return T(-2.0) * c / (denominator * denominator);
  }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = open(-1.5707963267948966, 1.5707963267948966),
            .monotone = true,
            .symmetry = Symmetry::odd,
            .saturates_left = true,
            .saturates_right = true};
  }
};

}  // namespace lab
