#pragma once

#include "activations/activation.h"

namespace lab {

/// ELU with two learned parameters and no kink.
struct Pelu {
  static constexpr ActivationInfo info{
      .key = "pelu",
      .name = "PELU",
      .name_zh = "PELU（参数化指数线性单元）",
      .aliases = {},
      .family = Family::rectifier,
      .latex = R"(\begin{cases} \frac{a}{b}\,x & x \ge 0 \\ a\,(e^{x/b} - 1) & x < 0 \end{cases})",
      .latex_derivative =
          R"(\begin{cases} \frac{a}{b} & x \ge 0 \\ \frac{a}{b}\,e^{x/b} & x < 0 \end{cases})",
      .latex_second_derivative = R"(\begin{cases} 0 & x \ge 0 \\ \frac{a}{b^2}\,e^{x/b} & x < 0 \end{cases})",
      .parameters = {{.key = "a",
                      .symbol = "a",
                      .initial = 1,
                      .minimum = 0.01,
                      .maximum = 100,
                      .slider_minimum = 0.1,
                      .slider_maximum = 3,
                      .step = 0.1},
                     {.key = "b",
                      .symbol = "b",
                      .initial = 1,
                      .minimum = 0.01,
                      .maximum = 100,
                      .slider_minimum = 0.1,
                      .slider_maximum = 3,
                      .step = 0.1}},
      .code =
          {.pytorch_module = "",
           .pytorch = "torch.where(x >= 0, {a} / {b} * x, {a} * torch.expm1(torch.clamp(x, max=0) / {b}))",
           .keras =
               "keras.ops.where(x >= 0, {a} / {b} * x, {a} * keras.ops.expm1(keras.ops.minimum(x, 0) / {b}))",
           .jax = "jnp.where(x >= 0, {a} / {b} * x, {a} * jnp.expm1(jnp.minimum(x, 0) / {b}))",
           .onnx = "",
           .javascript = "x >= 0 ? ({a} / {b}) * x : {a} * (Math.exp(x / {b}) - 1)",
           .javascript_derivative = "x >= 0 ? {a} / {b} : ({a} / {b}) * Math.exp(x / {b})"},
      .paper = {.authors = "Trottier, Giguère, Chaib-draa",
                .year = 2016,
                .title = "Parametric Exponential Linear Unit for Deep Convolutional Neural Networks",
                .url = "https://arxiv.org/abs/1605.09332"},
      .accuracy = {.value = rounded_once, .derivative = rounded_once, .second_derivative = rounded_once}};

  using Lanes = f64x2;

  template <class T>
  static T value(T x, const Parameters<T, 2>& parameters) {
    const auto& [a, b] = parameters;
    return select(x >= T(0.0), a / b * x, a * expm1(min(x, T(0.0)) / b));
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 2>& parameters) {
    const auto& [a, b] = parameters;
    return a / b * exp(min(x, T(0.0)) / b);
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 2>& parameters) {
    const auto& [a, b] = parameters;
    return select(x >= T(0.0), T(0.0), a / (b * b) * exp(min(x, T(0.0)) / b));
  }

  static constexpr Properties properties(const Parameters<double, 2>& parameters) {
    const auto& [a, b] = parameters;
    return {.range = open(-a, infinity),
            .monotone = true,
            .saturates_left = true,
            .identity_on = a == b ? closed_open(0, infinity) : empty_range};
  }
};

}  // namespace lab
