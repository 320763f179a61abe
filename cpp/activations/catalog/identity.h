#pragma once

#include "activations/activation.h"

namespace lab {

/// Linear unit: no activation at all.
struct Identity {
  static constexpr ActivationInfo info{
      .key = "identity",
      .name = "Identity",
      .name_zh = "Identity（恒等函数）",
      .aliases = {"linear"},
      .family = Family::elementary,
      .latex = "x",
      .latex_derivative = "1",
      .latex_second_derivative = "0",
      .parameters = {},
      .code = {.pytorch_module = "nn.Identity()",
               .pytorch = "x",
               .keras = "keras.activations.linear(x)",
               .jax = "jax.nn.identity(x)",
               .onnx = "Identity",
               .javascript = "x",
               .javascript_derivative = "1"},
      .paper = {},
      .accuracy = {.value = exact, .derivative = exact, .second_derivative = exact}};

  using Lanes = f32x4;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return x;
  }

  template <class T>
  static T derivative(T, const Parameters<T, 0>&) {
    return T(1.0);
  }

  template <class T>
  static T second_derivative(T, const Parameters<T, 0>&) {
    return T(0.0);
  }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = all_reals, .monotone = true, .symmetry = Symmetry::odd, .identity_on = all_reals};
  }
};

}  // namespace lab
