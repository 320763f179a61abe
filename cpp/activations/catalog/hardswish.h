#pragma once

#include "activations/activation.h"

namespace lab {

/// Piecewise polynomial swish.
struct Hardswish {
  static constexpr ActivationInfo info{
      .key = "hardswish",
      .name = "Hardswish",
      .name_zh = "Hardswish（硬 Swish）",
      .aliases = {"hard_swish", "hard_silu"},
      .family = Family::gated,
      .latex = R"(\frac{x\,\min(\max(x + 3, 0), 6)}{6})",
      .latex_derivative = R"(\begin{cases} 0 & x \le -3 \\ )"
                          R"(\frac{x}{3} + \frac{1}{2} & -3 < x < 3 \\ )"
                          R"(1 & x \ge 3 \end{cases})",
      .latex_second_derivative =
          R"(\begin{cases} \frac{1}{3} & -3 < x < 3 \\ 0 & \text{otherwise} \end{cases})",
      .parameters = {},
      .code = {.pytorch_module = "nn.Hardswish()",
               .pytorch = "F.hardswish(x)",
               .keras = "keras.activations.hard_silu(x)",
               .jax = "jax.nn.hard_silu(x)",
               .onnx = "HardSwish",
               .javascript = "(x * Math.min(Math.max(x + 3, 0), 6)) / 6",
               .javascript_derivative = "x <= -3 ? 0 : x < 3 ? x / 3 + 0.5 : 1"},
      .paper = {.authors = "Howard, Sandler, Chu, Chen, Chen, Tan, Wang, Zhu, Pang, Vasudevan, Le, Adam",
                .year = 2019,
                .title = "Searching for MobileNetV3",
                .url = "https://arxiv.org/abs/1905.02244"},
      .accuracy = {.value = {.ulp = 2}, .derivative = {.ulp = 2}, .second_derivative = {.ulp = 0.5}}};

  using Lanes = f32x4;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    const T low = max(x, T(-3.0));
    return select(x >= T(3.0), x, low * (low + T(3.0)) / T(6.0));
  }

  /// PyTorch takes the outer branches at both kinks, 0 and 1; before version 2.7 it took the inner ones.
  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    return select(x >= T(3.0), T(1.0), select(x <= T(-3.0), T(0.0), (x + x + T(3.0)) * T(1.0 / 6.0)));
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    return select(abs(x) < T(3.0), T(1.0 / 3.0), T(0.0));
  }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = closed_open(-0.375, infinity),
            .monotone = false,
            .saturates_left = true,
            .kinks = {-3, 3},
            .identity_on = closed_open(3, infinity)};
  }
};

}  // namespace lab
