#pragma once

#include "activations/activation.h"

namespace lab {

/// Absolute value: full-wave rectifier.
struct Abs {
  static constexpr ActivationInfo info{
      .key = "abs",
      .name = "Absolute value",
      .name_zh = "绝对值函数",
      .aliases = {"absolute"},
      .family = Family::elementary,
      .latex = "|x|",
      .latex_derivative = R"(\operatorname{sgn}(x))",
      .latex_second_derivative = "0",
      .parameters = {},
      .code = {.pytorch_module = "",
               .pytorch = "torch.abs(x)",
               .keras = "keras.ops.abs(x)",
               .jax = "jnp.abs(x)",
               .onnx = "Abs",
               .javascript = "Math.abs(x)",
               .javascript_derivative = "Math.sign(x)"},
      .paper = {},
      .accuracy = {.value = exact, .derivative = exact, .second_derivative = exact}};

  using Lanes = f32x4;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return abs(x);
  }

  /// PyTorch takes 0 at the kink.
  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    return select(x > T(0.0), T(1.0), select(x < T(0.0), T(-1.0), T(0.0)));
  }

  template <class T>
  static T second_derivative(T, const Parameters<T, 0>&) {
    return T(0.0);
  }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = closed_open(0, infinity),
            .monotone = false,
            .symmetry = Symmetry::even,
            .kinks = {0},
            .identity_on = closed_open(0, infinity)};
  }
};

}  // namespace lab
