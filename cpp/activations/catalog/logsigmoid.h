#pragma once

#include "activations/activation.h"

namespace lab {

/// Logarithm of the sigmoid.
struct Logsigmoid {
  static constexpr ActivationInfo info{
      .key = "logsigmoid",
      .name = "LogSigmoid",
      .name_zh = "LogSigmoid(对数 Sigmoid)",
      .aliases = {"log_sigmoid"},
      .family = Family::sigmoidal,
      .latex = R"(\ln \sigma(x) = -\ln(1 + e^{-x}))",
      .latex_derivative = R"(\sigma(-x))",
      .latex_second_derivative = R"(-\sigma(x)\,\sigma(-x))",
      .parameters = {},
      .code = {.pytorch_module = "nn.LogSigmoid()",
               .pytorch = "F.logsigmoid(x)",
               .keras = "keras.activations.log_sigmoid(x)",
               .jax = "jax.nn.log_sigmoid(x)",
               .onnx = "",
               .javascript = "-Math.log1p(Math.exp(-x))",
               .javascript_derivative = "1 / (1 + Math.exp(x))"},
      .paper = {},
      .accuracy = {.value = rounded_once, .derivative = rounded_once, .second_derivative = rounded_once}};

  using Lanes = f64x2;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return -softplus(-x);
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    return sigmoid(-x);
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    return -(sigmoid(x) * sigmoid(-x));
  }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = open(-infinity, 0), .monotone = true, .saturates_right = true};
  }
};

}  // namespace lab
