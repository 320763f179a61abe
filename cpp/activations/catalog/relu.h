#pragma once

#include "activations/activation.h"

namespace lab {

/// Rectified linear unit.
struct Relu {
  static constexpr ActivationInfo info{
      .key = "relu",
      .name = "ReLU",
      .name_zh = "ReLU（修正线性单元）",
      .aliases = {"rectifier"},
      .family = Family::rectifier,
      .latex = R"(\max(0, x))",
      .latex_derivative = R"(\begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases})",
      .latex_second_derivative = "0",
      .parameters = {},
      .code = {.pytorch_module = "nn.ReLU()",
               .pytorch = "F.relu(x)",
               .keras = "keras.activations.relu(x)",
               .jax = "jax.nn.relu(x)",
               .onnx = "Relu",
               .javascript = "Math.max(0, x)",
               .javascript_derivative = "x > 0 ? 1 : 0"},
      .paper = {.authors = "Nair, Hinton",
                .year = 2010,
                .title = "Rectified Linear Units Improve Restricted Boltzmann Machines",
                .url = "https://icml.cc/Conferences/2010/papers/432.pdf"},
      .accuracy = {.value = exact, .derivative = exact, .second_derivative = exact}};

  using Lanes = f32x4;
  static constexpr std::size_t unrolled_vectors = 4;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return max(x, T(0.0));
  }

  /// PyTorch takes 0 at the kink.
  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    return select(x > T(0.0), T(1.0), T(0.0));
  }

  template <class T>
  static T second_derivative(T, const Parameters<T, 0>&) {
    return T(0.0);
  }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = closed_open(0, infinity),
            .monotone = true,
            .saturates_left = true,
            .kinks = {0},
            .identity_on = closed_open(0, infinity)};
  }
};

}  // namespace lab
