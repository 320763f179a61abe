#pragma once

#include "activations/activation.h"

namespace lab {

/// Randomised leaky ReLU as it evaluates after training: with the mean of the slopes it drew from.
struct Rrelu {
  static constexpr ActivationInfo info{
      .key = "rrelu",
      .name = "RReLU",
      .name_zh = "RReLU（随机修正线性单元）",
      .aliases = {},
      .family = Family::rectifier,
      .latex = R"(\begin{cases} x & x > 0 \\ \frac{l + u}{2}\,x & x \le 0 \end{cases})",
      .latex_derivative = R"(\begin{cases} 1 & x > 0 \\ \frac{l + u}{2} & x \le 0 \end{cases})",
      .latex_second_derivative = "0",
      .parameters = {{.key = "lower",
                      .symbol = "l",
                      .initial = 1.0 / 8,
                      .minimum = 0,
                      .maximum = 0.25,
                      .slider_minimum = 0,
                      .slider_maximum = 0.25,
                      .step = 0.005},
                     {.key = "upper",
                      .symbol = "u",
                      .initial = 1.0 / 3,
                      .minimum = 0.25,
                      .maximum = 1,
                      .slider_minimum = 0.25,
                      .slider_maximum = 1,
                      .step = 0.005}},
      .code = {.pytorch_module = "nn.RReLU(lower={lower}, upper={upper})",
               .pytorch = "F.rrelu(x, {lower}, {upper})",
               .keras = "keras.activations.leaky_relu(x, negative_slope=({lower} + {upper}) / 2)",
               .jax = "jax.nn.leaky_relu(x, negative_slope=({lower} + {upper}) / 2)",
               .onnx = "LeakyRelu(alpha=({lower} + {upper}) / 2)",
               .javascript = "x > 0 ? x : (({lower} + {upper}) / 2) * x",
               .javascript_derivative = "x > 0 ? 1 : ({lower} + {upper}) / 2"},
      .paper = {.authors = "Xu, Wang, Chen, Li",
                .year = 2015,
                .title = "Empirical Evaluation of Rectified Activations in Convolutional Network",
                .url = "https://arxiv.org/abs/1505.00853"},
      .accuracy = {.value = {.ulp = 2}, .derivative = {.ulp = 0.5}, .second_derivative = exact}};

  using Lanes = f32x4;

  template <class T>
  static T value(T x, const Parameters<T, 2>& parameters) {
    const auto& [lower, upper] = parameters;
    return select(x > T(0.0), x, (lower + upper) * T(0.5) * x);
  }

  /// PyTorch takes the left branch at the kink.
  template <class T>
  static T derivative(T x, const Parameters<T, 2>& parameters) {
    const auto& [lower, upper] = parameters;
    return select(x > T(0.0), T(1.0), (lower + upper) * T(0.5));
  }

  template <class T>
  static T second_derivative(T, const Parameters<T, 2>&) {
    return T(0.0);
  }

  static constexpr Properties properties(const Parameters<double, 2>& parameters) {
    const double lower = parameters[0];
    return {.range = all_reals,
            .monotone = true,
            .kinks = lower == 1 ? StaticList<double, 4>{} : StaticList<double, 4>{0},
            .identity_on = closed_open(0, infinity)};
  }
};

}  // namespace lab
