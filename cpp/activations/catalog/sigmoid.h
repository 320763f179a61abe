#pragma once

#include "activations/activation.h"
#include "math/float32/logistic.h"

namespace lab {

/// Logistic function.
struct Sigmoid {
  static constexpr ActivationInfo info{
      .key = "sigmoid",
      .name = "Sigmoid",
      .name_zh = "Sigmoid（S 型函数）",
      .aliases = {"logistic"},
      .family = Family::sigmoidal,
      .latex = R"(\sigma(x) = \frac{1}{1 + e^{-x}})",
      .latex_derivative = R"(\sigma(x)\,(1 - \sigma(x)))",
      .latex_second_derivative = R"(\sigma(x)\,(1 - \sigma(x))\,(1 - 2\sigma(x)))",
      .parameters = {},
      .code = {.pytorch_module = "nn.Sigmoid()",
               .pytorch = "torch.sigmoid(x)",
               .keras = "keras.activations.sigmoid(x)",
               .jax = "jax.nn.sigmoid(x)",
               .onnx = "Sigmoid",
               .javascript = "1 / (1 + Math.exp(-x))",
               .javascript_derivative = "Math.exp(-x) / (1 + Math.exp(-x)) ** 2"},
      .paper = {},
      .accuracy = {.value = {.ulp = 2}, .derivative = {.ulp = 2.1}, .second_derivative = rounded_once}};

  using Lanes = f32x4;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return sigmoid(x);
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    return sigmoid(x) * sigmoid(-x);
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    return sigmoid(x) * sigmoid(-x) * tanh(x * T(-0.5));
  }

  static mask32x4 outside_tuned_range(f32x4 x, const Parameters<f32x4, 0>&) {
    return abs(x) > float32::logistic_limit;
  }
  static f32x4 value(f32x4 x, const Parameters<f32x4, 0>&) { return float32::sigmoid(x); }
  static f32x4 derivative(f32x4 x, const Parameters<f32x4, 0>&) { return float32::sigmoid_derivative(x); }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = open(0, 1), .monotone = true, .saturates_left = true, .saturates_right = true};
  }
};

}  // namespace lab
