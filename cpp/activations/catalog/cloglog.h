#pragma once

#include "activations/activation.h"

namespace lab {

/// Complementary log-log link: a sigmoid that is not symmetric.
struct Cloglog {
  static constexpr ActivationInfo info{
      .key = "cloglog",
      .name = "Complementary log-log",
      .name_zh = "互补双对数函数",
      .aliases = {"complementary_log_log"},
      .family = Family::sigmoidal,
      .latex = "1 - e^{-e^{x}}",
      .latex_derivative = "e^{x - e^{x}}",
      .latex_second_derivative = R"((1 - e^{x})\,e^{x - e^{x}})",
      .parameters = {},
      .code = {.pytorch_module = "",
               .pytorch = "-torch.expm1(-torch.exp(torch.clamp(x, max=20)))",
               .keras = "-keras.ops.expm1(-keras.ops.exp(keras.ops.minimum(x, 20)))",
               .jax = "-jnp.expm1(-jnp.exp(jnp.minimum(x, 20)))",
               .onnx = "",
               .javascript = "1 - Math.exp(-Math.exp(x))",
               .javascript_derivative = "Math.exp(x - Math.exp(x))"},
      .paper = {},
      .accuracy = {.value = rounded_once, .derivative = {.ulp = 0.6}, .second_derivative = {.ulp = 0.6}}};

  using Lanes = f64x2;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return -expm1(-exp(min(x, T(6.0))));
  }

  /// From 6 on below every float; the cap keeps infinity out of the difference.
  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    const T c = min(x, T(6.0));
    return exp(c - exp(c));
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    const T c = min(x, T(6.0));
    return -expm1(c) * exp(c - exp(c));
  }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = open(0, 1), .monotone = true, .saturates_left = true, .saturates_right = true};
  }
};

}  // namespace lab
