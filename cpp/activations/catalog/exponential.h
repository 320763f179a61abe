#pragma once

#include "activations/activation.h"

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
      .accuracy = {.value = rounded_once, .derivative = rounded_once, .second_derivative = rounded_once}};

  using Lanes = f64x2;

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

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = open(0, infinity), .monotone = true, .saturates_left = true};
  }
};

}  // namespace lab
