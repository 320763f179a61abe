#pragma once

#include "activations/activation.h"
#include "math/float32/softplus.h"

namespace lab {

/// Logarithm of the sigmoid.
struct Logsigmoid {
  static constexpr ActivationInfo info{
      .key = "logsigmoid",
      .name = "LogSigmoid",
      .name_zh = "LogSigmoid（对数 Sigmoid）",
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
      .accuracy = {.value = {.ulp = 2.4}, .derivative = {.ulp = 2.5}, .second_derivative = rounded_once}};

  using Lanes = f32x4;

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

  static mask32x4 outside_tuned_range(f32x4 x, const Parameters<f32x4, 0>&) {
    return abs(x) > float32::softplus_limit;
  }
  static f32x4 value(f32x4 x, const Parameters<f32x4, 0>&) { return float32::log_sigmoid(x); }
  static f32x4 derivative(f32x4 x, const Parameters<f32x4, 0>&) { return float32::log_sigmoid_derivative(x); }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = open(-infinity, 0), .monotone = true, .saturates_right = true};
  }
};

}  // namespace lab
