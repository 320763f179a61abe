#pragma once

#include "activations/activation.h"

namespace lab {

/// Piecewise linear sigmoid of PyTorch, Keras 3 and JAX.
struct Hardsigmoid {
  static constexpr ActivationInfo info{
      .key = "hardsigmoid",
      .name = "Hardsigmoid",
      .name_zh = "Hardsigmoid（硬 Sigmoid）",
      .aliases = {"hard_sigmoid"},
      .family = Family::sigmoidal,
      .latex = R"(\frac{\min(\max(x + 3, 0), 6)}{6})",
      .latex_derivative = R"(\begin{cases} \frac{1}{6} & -3 < x < 3 \\ 0 & \text{otherwise} \end{cases})",
      .latex_second_derivative = "0",
      .parameters = {},
      .code = {.pytorch_module = "nn.Hardsigmoid()",
               .pytorch = "F.hardsigmoid(x)",
               .keras = "keras.activations.hard_sigmoid(x)",
               .jax = "jax.nn.hard_sigmoid(x)",
               .onnx = "HardSigmoid(alpha=0.16666667, beta=0.5)",
               .javascript = "Math.min(Math.max(x + 3, 0), 6) / 6",
               .javascript_derivative = "x > -3 && x < 3 ? 1 / 6 : 0"},
      .paper = {.authors = "Howard, Sandler, Chu, Chen, Chen, Tan, Wang, Zhu, Pang, Vasudevan, Le, Adam",
                .year = 2019,
                .title = "Searching for MobileNetV3",
                .url = "https://arxiv.org/abs/1905.02244"},
      .accuracy = {.value = {.ulp = 2}, .derivative = {.ulp = 0.5}, .second_derivative = exact}};

  using Lanes = f32x4;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return min(max(x + T(3.0), T(0.0)), T(6.0)) / T(6.0);
  }

  /// PyTorch takes 0 at both kinks.
  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    return select(abs(x) < T(3.0), T(1.0 / 6.0), T(0.0));
  }

  template <class T>
  static T second_derivative(T, const Parameters<T, 0>&) {
    return T(0.0);
  }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = closed(0, 1),
            .monotone = true,
            .saturates_left = true,
            .saturates_right = true,
            .kinks = {-3, 3}};
  }
};

}  // namespace lab
