#pragma once

#include "activations/activation.h"
#include "activations/catalog/isru.h"
#include "math/in_double.h"

namespace lab {

/// Inverse square root linear unit: an algebraic ELU.
struct Isrlu {
  static constexpr ActivationInfo info{
      .key = "isrlu",
      .name = "ISRLU",
      .name_zh = "ISRLU（逆平方根线性单元）",
      .aliases = {},
      .family = Family::rectifier,
      .latex = R"(\begin{cases} x & x \ge 0 \\ \frac{x}{\sqrt{1 + \alpha x^2}} & x < 0 \end{cases})",
      .latex_derivative = R"(\begin{cases} 1 & x \ge 0 \\ (1 + \alpha x^2)^{-3/2} & x < 0 \end{cases})",
      .latex_second_derivative =
          R"(\begin{cases} 0 & x \ge 0 \\ -3\alpha x\,(1 + \alpha x^2)^{-5/2} & x < 0 \end{cases})",
      .parameters = {{.key = "alpha",
                      .symbol = R"(\alpha)",
                      .initial = 1,
                      .minimum = 0,
                      .maximum = 100,
                      .slider_minimum = 0.1,
                      .slider_maximum = 5,
                      .step = 0.1}},
      .code = {.pytorch_module = "",
               .pytorch = "torch.where(x >= 0, x, x * torch.rsqrt(1 + {alpha} * x * x))",
               .keras = "keras.ops.where(x >= 0, x, x * keras.ops.rsqrt(1 + {alpha} * x * x))",
               .jax = "jnp.where(x >= 0, x, x * jax.lax.rsqrt(1 + {alpha} * x * x))",
               .onnx = "",
               .javascript = "x >= 0 ? x : x / Math.sqrt(1 + {alpha} * x * x)",
               .javascript_derivative = "x >= 0 ? 1 : (1 + {alpha} * x * x) ** -1.5"},
      .paper = {.authors = "Carlile, Delamarter, Kinney, Marti, Whitney",
                .year = 2017,
                .title = "Improving Deep Learning by Inverse Square Root Linear Units (ISRLUs)",
                .url = "https://arxiv.org/abs/1710.09967"},
      .accuracy = {.value = rounded_once, .derivative = rounded_once, .second_derivative = rounded_once}};

  using Lanes = f32x4;
  static constexpr std::size_t unrolled_vectors = 1;

  template <class T>
  static T value(T x, const Parameters<T, 1>& parameters) {
    return select(x > T(0.0), x, Isru::value(min(x, T(0.0)), parameters));
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 1>& parameters) {
    return Isru::derivative(min(x, T(0.0)), parameters);
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 1>& parameters) {
    return Isru::second_derivative(min(x, T(0.0)), parameters);
  }

  static f32x4 value(f32x4 x, const Parameters<f32x4, 1>& parameters) {
    return in_double(value<f64x2>, x, parameters);
  }
  static f32x4 derivative(f32x4 x, const Parameters<f32x4, 1>& parameters) {
    return in_double(derivative<f64x2>, x, parameters);
  }

  static Properties properties(const Parameters<double, 1>& parameters) {
    const double alpha = parameters[0];
    if (alpha == 0) return Isru::properties(parameters);
    return {.range = open(Isru::properties(parameters).range.lower, infinity),
            .monotone = true,
            .saturates_left = true,
            .identity_on = closed_open(0, infinity)};
  }
};

}  // namespace lab
