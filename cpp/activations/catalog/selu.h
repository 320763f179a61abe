#pragma once

#include "activations/activation.h"
#include "math/float32/exponential_linear.h"

namespace lab {

/// Scaled exponential linear unit: keeps mean 0 and variance 1 through layers.
struct Selu {
  static constexpr ActivationInfo info{
      .key = "selu",
      .name = "SELU",
      .name_zh = "SELU（缩放指数线性单元）",
      .aliases = {},
      .family = Family::rectifier,
      .latex =
          R"(\lambda \begin{cases} x & x > 0 \\ \alpha\,(e^{x} - 1) & x \le 0 \end{cases} \quad \lambda \approx 1.0507,\ \alpha \approx 1.6733)",
      .latex_derivative = R"(\lambda \begin{cases} 1 & x > 0 \\ \alpha\,e^{x} & x \le 0 \end{cases})",
      .latex_second_derivative = R"(\lambda \begin{cases} 0 & x \ge 0 \\ \alpha\,e^{x} & x < 0 \end{cases})",
      .parameters = {},
      .code = {.pytorch_module = "nn.SELU()",
               .pytorch = "F.selu(x)",
               .keras = "keras.activations.selu(x)",
               .jax = "jax.nn.selu(x)",
               .onnx = "Selu",
               .javascript = "x > 0 ? 1.0507009873554805 * x : 1.7580993408473766 * (Math.exp(x) - 1)",
               .javascript_derivative = "x > 0 ? 1.0507009873554805 : 1.7580993408473766 * Math.exp(x)"},
      .paper = {.authors = "Klambauer, Unterthiner, Mayr, Hochreiter",
                .year = 2017,
                .title = "Self-Normalizing Neural Networks",
                .url = "https://arxiv.org/abs/1706.02515"},
      .accuracy = {.value = {.ulp = 2.5}, .derivative = {.ulp = 2.5}, .second_derivative = rounded_once}};

  using Lanes = f32x4;

  static constexpr double scale = 1.0507009873554804934193349852946;
  static constexpr double scaled_alpha = scale * 1.6732632423543772848170429916717;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return select(x > T(0.0), T(scale) * x, T(scaled_alpha) * expm1(min(x, T(0.0))));
  }

  /// PyTorch takes the left branch at the kink.
  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    return select(x > T(0.0), T(scale), T(scaled_alpha) * exp(min(x, T(0.0))));
  }

  /// PyTorch takes the right branch at the kink: 0.
  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    return select(x >= T(0.0), T(0.0), T(scaled_alpha) * exp(min(x, T(0.0))));
  }

  static mask32x4 outside_tuned_range(f32x4 x, const Parameters<f32x4, 0>&) {
    return x < float32::exponential_lower_limit;
  }
  static f32x4 value(f32x4 x, const Parameters<f32x4, 0>&) {
    return select(x < 0.0f, f32x4(scaled_alpha) * float32::expm1_of_negative(x), f32x4(scale) * x);
  }
  static f32x4 derivative(f32x4 x, const Parameters<f32x4, 0>&) {
    return select(x > 0.0f, f32x4(scale), f32x4(scaled_alpha) * float32::exp_of_negative(x));
  }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = open(-scaled_alpha, infinity), .monotone = true, .saturates_left = true, .kinks = {0}};
  }
};

}  // namespace lab
