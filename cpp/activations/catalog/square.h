#pragma once

#include "activations/activation.h"

namespace lab {

/// Square: the only non-linearity that encrypted arithmetic evaluates cheaply.
struct Square {
  static constexpr ActivationInfo info{
      .key = "square",
      .name = "Square",
      .name_zh = "平方函数",
      .aliases = {},
      .family = Family::elementary,
      .latex = "x^2",
      .latex_derivative = "2x",
      .latex_second_derivative = "2",
      .parameters = {},
      .code = {.pytorch_module = "",
               .pytorch = "torch.square(x)",
               .keras = "keras.ops.square(x)",
               .jax = "jnp.square(x)",
               .onnx = "",
               .javascript = "x * x",
               .javascript_derivative = "2 * x"},
      .paper =
          {.authors = "Gilad-Bachrach, Dowlin, Laine, Lauter, Naehrig, Wernsing",
           .year = 2016,
           .title =
               "CryptoNets: Applying Neural Networks to Encrypted Data with High Throughput and Accuracy",
           .url = "https://proceedings.mlr.press/v48/gilad-bachrach16.html"},
      .accuracy = {.value = {.ulp = 0.5}, .derivative = exact, .second_derivative = exact}};

  using Lanes = f32x4;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return x * x;
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    return x + x;
  }

  template <class T>
  static T second_derivative(T, const Parameters<T, 0>&) {
    return T(2.0);
  }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = closed_open(0, infinity), .monotone = false, .symmetry = Symmetry::even};
  }
};

}  // namespace lab
