#pragma once

#include "activations/activation.h"
#include "math/float32/softplus.h"

namespace lab {

/// Smooth ReLU.
struct Softplus {
  static constexpr ActivationInfo info{
      .key = "softplus",
      .name = "Softplus",
      .name_zh = "",
      .aliases = {"smooth_relu"},
      .family = Family::rectifier,
      .latex =
          R"(\begin{cases} \frac{1}{\beta} \ln(1 + e^{\beta x}) & \beta x \le t \\ x & \beta x > t \end{cases})",
      .latex_derivative = R"(\begin{cases} \sigma(\beta x) & \beta x \le t \\ 1 & \beta x > t \end{cases})",
      .latex_second_derivative =
          R"(\begin{cases} \beta\,\sigma(\beta x)\,\sigma(-\beta x) & \beta x < t \\ 0 & \beta x \ge t \end{cases})",
      .parameters = {{.key = "beta",
                      .symbol = R"(\beta)",
                      .initial = 1,
                      .minimum = 0.01,
                      .maximum = 100,
                      .slider_minimum = 0.1,
                      .slider_maximum = 5,
                      .step = 0.1},
                     {.key = "threshold",
                      .symbol = "t",
                      .initial = 20,
                      .minimum = 0,
                      .maximum = 1000,
                      .slider_minimum = 1,
                      .slider_maximum = 40,
                      .step = 1}},
      .code = {.pytorch_module = "nn.Softplus(beta={beta}, threshold={threshold})",
               .pytorch = "F.softplus(x, beta={beta}, threshold={threshold})",
               .keras = "keras.ops.softplus({beta} * x) / {beta}",
               .jax = "jax.nn.softplus({beta} * x) / {beta}",
               .onnx = "Softplus",
               .javascript = "{beta} * x > {threshold} ? x : Math.log1p(Math.exp({beta} * x)) / {beta}",
               .javascript_derivative = "{beta} * x > {threshold} ? 1 : 1 / (1 + Math.exp(-{beta} * x))"},
      .paper = {.authors = "Dugas, Bengio, Bélisle, Nadeau, Garcia",
                .year = 2000,
                .title = "Incorporating Second-Order Functional Knowledge for Better Option Pricing",
                .url = "https://papers.nips.cc/paper/"
                       "1920-incorporating-second-order-functional-knowledge-for-better-option-pricing"},
      .accuracy = {.value = {.ulp = 2.4}, .derivative = {.ulp = 2.5}, .second_derivative = rounded_once}};

  using Lanes = f32x4;

  /// PyTorch's definition: the identity where beta x > threshold.
  template <class T>
  static T value(T x, const Parameters<T, 2>& parameters) {
    const auto& [beta, threshold] = parameters;
    const T scaled = beta * x;
    return select(scaled > threshold, x, softplus(scaled) / beta);
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 2>& parameters) {
    const auto& [beta, threshold] = parameters;
    const T scaled = beta * x;
    return select(scaled > threshold, T(1.0), sigmoid(scaled));
  }

  /// At the threshold PyTorch's second derivative is that of the identity already.
  template <class T>
  static T second_derivative(T x, const Parameters<T, 2>& parameters) {
    const auto& [beta, threshold] = parameters;
    const T scaled = beta * x;
    return select(scaled >= threshold, T(0.0), beta * sigmoid(scaled) * sigmoid(-scaled));
  }

  /// Other values of beta would need beta x to more than single precision.
  static mask32x4 outside_tuned_range(f32x4 x, const Parameters<f32x4, 2>& parameters) {
    return (abs(x) > float32::softplus_limit) | !(parameters[0] == 1.0f);
  }
  static f32x4 value(f32x4 x, const Parameters<f32x4, 2>& parameters) {
    return select(x > parameters[1], x, float32::softplus(x));
  }
  static f32x4 derivative(f32x4 x, const Parameters<f32x4, 2>& parameters) {
    return select(x > parameters[1], 1.0f, float32::softplus_derivative(x));
  }

  /// At the threshold f and f' jump by about e^-threshold, which float cannot show above 17.4.
  static constexpr Properties properties(const Parameters<double, 2>& parameters) {
    const auto& [beta, threshold] = parameters;
    const bool visible_jump = threshold < 17.4;
    return {.range = open(0, infinity),
            .monotone = !visible_jump,
            .saturates_left = true,
            .kinks = visible_jump ? StaticList<double, 4>{threshold / beta} : StaticList<double, 4>{},
            .identity_on = open(threshold / beta, infinity)};
  }
};

}  // namespace lab
