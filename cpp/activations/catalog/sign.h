#pragma once

#include "activations/activation.h"

namespace lab {

/// Bipolar step: the activation of binarised networks.
struct Sign {
  static constexpr ActivationInfo info{
      .key = "sign",
      .name = "Sign",
      .name_zh = "Sign（符号函数）",
      .aliases = {"signum"},
      .family = Family::sigmoidal,
      .latex = R"(\operatorname{sgn}(x) = \begin{cases} 1 & x > 0 \\ 0 & x = 0 \\ -1 & x < 0 \end{cases})",
      .latex_derivative = "0",
      .latex_second_derivative = "0",
      .parameters = {},
      .code = {.pytorch_module = "",
               .pytorch = "torch.sign(x)",
               .keras = "keras.ops.sign(x)",
               .jax = "jnp.sign(x)",
               .onnx = "Sign",
               .javascript = "Math.sign(x)",
               .javascript_derivative = "0"},
      .paper = {.authors = "Courbariaux, Hubara, Soudry, El-Yaniv, Bengio",
                .year = 2016,
                .title = "Binarized Neural Networks",
                .url = "https://arxiv.org/abs/1602.02830"},
      .accuracy = {.value = exact, .derivative = exact, .second_derivative = exact}};

  using Lanes = f32x4;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return select(x > T(0.0), T(1.0), select(x < T(0.0), T(-1.0), T(0.0) * x));
  }

  /// PyTorch takes 0 everywhere, at the jump, too.
  template <class T>
  static T derivative(T, const Parameters<T, 0>&) {
    return T(0.0);
  }

  template <class T>
  static T second_derivative(T, const Parameters<T, 0>&) {
    return T(0.0);
  }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = closed(-1, 1),
            .monotone = true,
            .symmetry = Symmetry::odd,
            .saturates_left = true,
            .saturates_right = true,
            .kinks = {0}};
  }
};

}  // namespace lab
