#pragma once

#include "activations/activation.h"
#include "math/float32/exponential_linear.h"

namespace lab {

/// Exponential linear unit.
struct Elu {
  static constexpr ActivationInfo info{
      .key = "elu",
      .name = "ELU",
      .name_zh = "ELU（指数线性单元）",
      .aliases = {},
      .family = Family::rectifier,
      .latex = R"(\begin{cases} x & x > 0 \\ \alpha\,(e^{x} - 1) & x \le 0 \end{cases})",
      .latex_derivative = R"(\begin{cases} 1 & x > 0 \\ \alpha\,e^{x} & x \le 0 \end{cases})",
      .latex_second_derivative = R"(\begin{cases} 0 & x \ge 0 \\ \alpha\,e^{x} & x < 0 \end{cases})",
      .parameters = {{.key = "alpha",
                      .symbol = R"(\alpha)",
                      .initial = 1,
                      .minimum = 0,
                      .maximum = 100,
                      .slider_minimum = 0.1,
                      .slider_maximum = 3,
                      .step = 0.1}},
      .code = {.pytorch_module = "nn.ELU(alpha={alpha})",
               .pytorch = "F.elu(x, alpha={alpha})",
               .keras = "keras.activations.elu(x, alpha={alpha})",
               .jax = "jax.nn.elu(x, alpha={alpha})",
               .onnx = "Elu(alpha={alpha})",
               .javascript = "x > 0 ? x : {alpha} * (Math.exp(x) - 1)",
               .javascript_derivative = "x > 0 ? 1 : {alpha} * Math.exp(x)"},
      .paper = {.authors = "Clevert, Unterthiner, Hochreiter",
                .year = 2015,
                .title = "Fast and Accurate Deep Network Learning by Exponential Linear Units (ELUs)",
                .url = "https://arxiv.org/abs/1511.07289"},
      .accuracy = {.value = {.ulp = 2.5}, .derivative = {.ulp = 1.9}, .second_derivative = rounded_once}};

  using Lanes = f32x4;

  template <class T>
  static T value(T x, const Parameters<T, 1>& parameters) {
    const auto& [alpha] = parameters;
    return select(x > T(0.0), x, alpha * expm1(min(x, T(0.0))));
  }

  /// PyTorch takes the left branch at the kink: alpha.
  template <class T>
  static T derivative(T x, const Parameters<T, 1>& parameters) {
    const auto& [alpha] = parameters;
    return select(x > T(0.0), T(1.0), alpha * exp(min(x, T(0.0))));
  }

  /// PyTorch takes the right branch at the kink: 0.
  template <class T>
  static T second_derivative(T x, const Parameters<T, 1>& parameters) {
    const auto& [alpha] = parameters;
    return select(x >= T(0.0), T(0.0), alpha * exp(min(x, T(0.0))));
  }

  static mask32x4 outside_tuned_range(f32x4 x, const Parameters<f32x4, 1>&) {
    return x < float32::exponential_lower_limit;
  }
  static f32x4 value(f32x4 x, const Parameters<f32x4, 1>& parameters) {
    return select(x < 0.0f, parameters[0] * float32::expm1_of_negative(x), x);
  }
  static f32x4 derivative(f32x4 x, const Parameters<f32x4, 1>& parameters) {
    return select(x > 0.0f, 1.0f, parameters[0] * float32::exp_of_negative(x));
  }

  static constexpr Properties properties(const Parameters<double, 1>& parameters) {
    const auto& [alpha] = parameters;
    return {.range = open(-alpha, infinity),
            .monotone = true,
            .saturates_left = true,
            .kinks = alpha == 1 ? StaticList<double, 4>{} : StaticList<double, 4>{0},
            .identity_on = closed_open(0, infinity)};
  }
};

}  // namespace lab
