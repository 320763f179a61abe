#pragma once

#include "activations/activation.h"
#include "math/float32/exponential_linear.h"

namespace lab {

/// ELU whose slope is continuous for every alpha.
struct Celu {
  static constexpr ActivationInfo info{
      .key = "celu",
      .name = "CELU",
      .name_zh = "CELU（连续可微指数线性单元）",
      .aliases = {},
      .family = Family::rectifier,
      .latex = R"(\begin{cases} x & x > 0 \\ \alpha\,(e^{x / \alpha} - 1) & x \le 0 \end{cases})",
      .latex_derivative = R"(\begin{cases} 1 & x > 0 \\ e^{x / \alpha} & x \le 0 \end{cases})",
      .latex_second_derivative =
          R"(\begin{cases} 0 & x \ge 0 \\ e^{x / \alpha} / \alpha & x < 0 \end{cases})",
      .parameters = {{.key = "alpha",
                      .symbol = R"(\alpha)",
                      .initial = 1,
                      .minimum = 0.01,
                      .maximum = 100,
                      .slider_minimum = 0.1,
                      .slider_maximum = 3,
                      .step = 0.1}},
      .code = {.pytorch_module = "nn.CELU(alpha={alpha})",
               .pytorch = "F.celu(x, alpha={alpha})",
               .keras = "keras.activations.celu(x, alpha={alpha})",
               .jax = "jax.nn.celu(x, alpha={alpha})",
               .onnx = "Celu(alpha={alpha})",
               .javascript = "x > 0 ? x : {alpha} * (Math.exp(x / {alpha}) - 1)",
               .javascript_derivative = "x > 0 ? 1 : Math.exp(x / {alpha})"},
      .paper = {.authors = "Barron",
                .year = 2017,
                .title = "Continuously Differentiable Exponential Linear Units",
                .url = "https://arxiv.org/abs/1704.07483"},
      .accuracy = {.value = {.ulp = 1.1}, .derivative = {.ulp = 1.1}, .second_derivative = rounded_once}};

  using Lanes = f32x4;

  template <class T>
  static T value(T x, const Parameters<T, 1>& parameters) {
    const auto& [alpha] = parameters;
    return select(x > T(0.0), x, alpha * expm1(min(x, T(0.0)) / alpha));
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 1>& parameters) {
    const auto& [alpha] = parameters;
    return select(x > T(0.0), T(1.0), exp(min(x, T(0.0)) / alpha));
  }

  /// PyTorch takes the right branch at the kink: 0.
  template <class T>
  static T second_derivative(T x, const Parameters<T, 1>& parameters) {
    const auto& [alpha] = parameters;
    return select(x >= T(0.0), T(0.0), exp(min(x, T(0.0)) / alpha) / alpha);
  }

  /// Other values of alpha would need x / alpha to more than single precision.
  static mask32x4 outside_tuned_range(f32x4 x, const Parameters<f32x4, 1>& parameters) {
    return (x < float32::exponential_lower_limit) | !(parameters[0] == 1.0f);
  }
  static f32x4 value(f32x4 x, const Parameters<f32x4, 1>&) {
    return select(x < 0.0f, float32::expm1_of_negative(x), x);
  }
  static f32x4 derivative(f32x4 x, const Parameters<f32x4, 1>&) {
    return select(x > 0.0f, 1.0f, float32::exp_of_negative(x));
  }

  static constexpr Properties properties(const Parameters<double, 1>& parameters) {
    const auto& [alpha] = parameters;
    return {.range = open(-alpha, infinity),
            .monotone = true,
            .saturates_left = true,
            .identity_on = closed_open(0, infinity)};
  }
};

}  // namespace lab
