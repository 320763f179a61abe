#pragma once

#include "activations/activation.h"
#include "math/in_double.h"

namespace lab {

/// Squared ReLU, scaled and shifted so that normal inputs give outputs of mean 0 and variance 1.
struct StarRelu {
  static constexpr ActivationInfo info{
      .key = "star_relu",
      .name = "StarReLU",
      .name_zh = "",
      .aliases = {},
      .family = Family::rectifier,
      .latex = R"(s\,\max(0, x)^2 + b)",
      .latex_derivative = R"(2s\,\max(0, x))",
      .latex_second_derivative = R"(\begin{cases} 2s & x > 0 \\ 0 & x \le 0 \end{cases})",
      .parameters = {{.key = "scale",
                      .symbol = "s",
                      .initial = 0.8944,
                      .minimum = 0.01,
                      .maximum = 100,
                      .slider_minimum = 0.1,
                      .slider_maximum = 3,
                      .step = 0.05},
                     {.key = "bias",
                      .symbol = "b",
                      .initial = -0.4472,
                      .minimum = -100,
                      .maximum = 100,
                      .slider_minimum = -2,
                      .slider_maximum = 2,
                      .step = 0.05}},
      .code = {.pytorch_module = "",
               .pytorch = "{scale} * F.relu(x) ** 2 + {bias}",
               .keras = "{scale} * keras.activations.relu(x) ** 2 + {bias}",
               .jax = "{scale} * jax.nn.relu(x) ** 2 + {bias}",
               .onnx = "",
               .javascript = "{scale} * Math.max(0, x) ** 2 + {bias}",
               .javascript_derivative = "2 * {scale} * Math.max(0, x)"},
      .paper = {.authors = "Yu, Si, Zhou, Luo, Zhou, Feng, Yan, Wang",
                .year = 2022,
                .title = "MetaFormer Baselines for Vision",
                .url = "https://arxiv.org/abs/2210.13452"},
      .accuracy = {.value = {.ulp = 0.51, .absolute = 1e-13},
                   .derivative = rounded_once,
                   .second_derivative = rounded_once}};

  using Lanes = f32x4;
  static constexpr std::size_t unrolled_vectors = 1;

  template <class T>
  static T value(T x, const Parameters<T, 2>& parameters) {
    const auto& [scale, bias] = parameters;
    const T positive = max(x, T(0.0));
    return scale * (positive * positive) + bias;
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 2>& parameters) {
    const T scale = parameters[0];
    return T(2.0) * scale * max(x, T(0.0));
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 2>& parameters) {
    const T scale = parameters[0];
    return select(x > T(0.0), T(2.0) * scale, T(0.0));
  }

  static f32x4 value(f32x4 x, const Parameters<f32x4, 2>& parameters) {
    return in_double(value<f64x2>, x, parameters);
  }
  static f32x4 derivative(f32x4 x, const Parameters<f32x4, 2>& parameters) {
    return in_double(derivative<f64x2>, x, parameters);
  }

  static constexpr Properties properties(const Parameters<double, 2>& parameters) {
    const double bias = parameters[1];
    return {.range = closed_open(bias, infinity), .monotone = true, .saturates_left = true};
  }
};

}  // namespace lab
