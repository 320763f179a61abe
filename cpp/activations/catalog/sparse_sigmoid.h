#pragma once

#include "activations/activation.h"

namespace lab {

/// Piecewise linear sigmoid on [-1, 1]: sparsemax of two scores.
struct SparseSigmoid {
  static constexpr ActivationInfo info{
      .key = "sparse_sigmoid",
      .name = "Sparse sigmoid",
      .name_zh = "Sparse sigmoid（稀疏 Sigmoid）",
      .aliases = {},
      .family = Family::sigmoidal,
      .latex = R"(\min\left(\max\left(\frac{x + 1}{2}, 0\right), 1\right))",
      .latex_derivative = R"(\begin{cases} \frac{1}{2} & -1 < x < 1 \\ 0 & \text{otherwise} \end{cases})",
      .latex_second_derivative = "0",
      .parameters = {},
      .code = {.pytorch_module = "",
               .pytorch = "F.hardtanh((x + 1) / 2, 0, 1)",
               .keras = "keras.activations.sparse_sigmoid(x)",
               .jax = "jax.nn.sparse_sigmoid(x)",
               .onnx = "HardSigmoid(alpha=0.5, beta=0.5)",
               .javascript = "Math.min(Math.max((x + 1) / 2, 0), 1)",
               .javascript_derivative = "x > -1 && x < 1 ? 0.5 : 0"},
      .paper = {.authors = "Blondel, Martins, Niculae",
                .year = 2019,
                .title = "Learning with Fenchel-Young Losses",
                .url = "https://arxiv.org/abs/1901.02324"},
      .accuracy = {.value = {.ulp = 0.5}, .derivative = exact, .second_derivative = exact}};

  using Lanes = f32x4;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return (min(max(x, T(-1.0)), T(1.0)) + T(1.0)) * T(0.5);
  }

  /// Keras takes 0 at both kinks.
  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    return select(abs(x) < T(1.0), T(0.5), T(0.0));
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
            .kinks = {-1, 1}};
  }
};

}  // namespace lab
