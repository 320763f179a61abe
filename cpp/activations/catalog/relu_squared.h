#pragma once

#include "activations/activation.h"

namespace lab {

/// Square of ReLU.
struct ReluSquared {
  static constexpr ActivationInfo info{
      .key = "relu_squared",
      .name = "Squared ReLU",
      .name_zh = "平方 ReLU",
      .aliases = {"squared_relu", "relu2"},
      .family = Family::rectifier,
      .latex = R"(\max(0, x)^2)",
      .latex_derivative = R"(2\max(0, x))",
      .latex_second_derivative = R"(\begin{cases} 2 & x > 0 \\ 0 & x \le 0 \end{cases})",
      .parameters = {},
      .code = {.pytorch_module = "",
               .pytorch = "F.relu(x) ** 2",
               .keras = "keras.activations.relu(x) ** 2",
               .jax = "jax.nn.relu(x) ** 2",
               .onnx = "",
               .javascript = "Math.max(0, x) ** 2",
               .javascript_derivative = "2 * Math.max(0, x)"},
      .paper = {.authors = "So, Mańke, Liu, Dai, Shazeer, Le",
                .year = 2021,
                .title = "Primer: Searching for Efficient Transformers for Language Modeling",
                .url = "https://arxiv.org/abs/2109.08668"},
      .accuracy = {.value = {.ulp = 0.5}, .derivative = exact, .second_derivative = exact}};

  using Lanes = f32x4;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    const T positive = max(x, T(0.0));
    return positive * positive;
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    return T(2.0) * max(x, T(0.0));
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    return select(x > T(0.0), T(2.0), T(0.0));
  }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = closed_open(0, infinity), .monotone = true, .saturates_left = true};
  }
};

}  // namespace lab
