#pragma once

#include "activations/activation.h"

namespace lab {

/// Cosine.
struct Cosine {
  static constexpr ActivationInfo info{
      .key = "cosine",
      .name = "Cosine",
      .name_zh = "Cosine（余弦函数）",
      .aliases = {"cos"},
      .family = Family::periodic,
      .latex = R"(\cos(x))",
      .latex_derivative = R"(-\sin(x))",
      .latex_second_derivative = R"(-\cos(x))",
      .parameters = {},
      .code = {.pytorch_module = "",
               .pytorch = "torch.cos(x)",
               .keras = "keras.ops.cos(x)",
               .jax = "jnp.cos(x)",
               .onnx = "Cos",
               .javascript = "Math.cos(x)",
               .javascript_derivative = "-Math.sin(x)"},
      .paper = {},
      .accuracy = {.value = rounded_once, .derivative = rounded_once, .second_derivative = rounded_once}};

  using Lanes = f64x2;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return cos(x);
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    return -sin(x);
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    return -cos(x);
  }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = closed(-1, 1), .monotone = false, .symmetry = Symmetry::even};
  }
};

}  // namespace lab
