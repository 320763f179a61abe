#pragma once

#include "activations/activation.h"

namespace lab {

/// ReLU capped at 6, for arithmetic of low precision.
struct Relu6 {
  static constexpr ActivationInfo info{
      .key = "relu6",
      .name = "ReLU6",
      .name_zh = "ReLU6（限幅修正线性单元）",
      .aliases = {},
      .family = Family::rectifier,
      .latex = R"(\min(\max(0, x), 6))",
      .latex_derivative = R"(\begin{cases} 1 & 0 < x < 6 \\ 0 & \text{otherwise} \end{cases})",
      .latex_second_derivative = "0",
      .parameters = {},
      .code = {.pytorch_module = "nn.ReLU6()",
               .pytorch = "F.relu6(x)",
               .keras = "keras.activations.relu6(x)",
               .jax = "jax.nn.relu6(x)",
               .onnx = "Clip(min=0, max=6)",
               .javascript = "Math.min(Math.max(0, x), 6)",
               .javascript_derivative = "x > 0 && x < 6 ? 1 : 0"},
      .paper = {.authors = "Krizhevsky",
                .year = 2010,
                .title = "Convolutional Deep Belief Networks on CIFAR-10",
                .url = "https://www.cs.utoronto.ca/~kriz/conv-cifar10-aug2010.pdf"},
      .accuracy = {.value = exact, .derivative = exact, .second_derivative = exact}};

  using Lanes = f32x4;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return min(max(x, T(0.0)), T(6.0));
  }

  /// PyTorch takes 0 at both kinks.
  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    return select(x > T(0.0), select(x < T(6.0), T(1.0), T(0.0)), T(0.0));
  }

  template <class T>
  static T second_derivative(T, const Parameters<T, 0>&) {
    return T(0.0);
  }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = closed(0, 6),
            .monotone = true,
            .saturates_left = true,
            .saturates_right = true,
            .kinks = {0, 6},
            .identity_on = closed(0, 6)};
  }
};

}  // namespace lab
