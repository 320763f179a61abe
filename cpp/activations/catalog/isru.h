#pragma once

#include "activations/activation.h"
#include "math/in_double.h"
#include "math/without_infinities.h"

namespace lab {

/// Inverse square root unit: an algebraic tanh.
struct Isru {
  static constexpr ActivationInfo info{
      .key = "isru",
      .name = "ISRU",
      .name_zh = "ISRU（逆平方根单元）",
      .aliases = {},
      .family = Family::sigmoidal,
      .latex = R"(\frac{x}{\sqrt{1 + \alpha x^2}})",
      .latex_derivative = R"((1 + \alpha x^2)^{-3/2})",
      .latex_second_derivative = R"(-3\alpha x\,(1 + \alpha x^2)^{-5/2})",
      .parameters = {{.key = "alpha",
                      .symbol = R"(\alpha)",
                      .initial = 1,
                      .minimum = 0,
                      .maximum = 100,
                      .slider_minimum = 0.1,
                      .slider_maximum = 5,
                      .step = 0.1}},
      .code = {.pytorch_module = "",
               .pytorch = "x * torch.rsqrt(1 + {alpha} * x * x)",
               .keras = "x * keras.ops.rsqrt(1 + {alpha} * x * x)",
               .jax = "x * jax.lax.rsqrt(1 + {alpha} * x * x)",
               .onnx = "",
               .javascript = "x / Math.sqrt(1 + {alpha} * x * x)",
               .javascript_derivative = "(1 + {alpha} * x * x) ** -1.5"},
      .paper = {.authors = "Carlile, Delamarter, Kinney, Marti, Whitney",
                .year = 2017,
                .title = "Improving Deep Learning by Inverse Square Root Linear Units (ISRLUs)",
                .url = "https://arxiv.org/abs/1710.09967"},
      .accuracy = {.value = rounded_once, .derivative = rounded_once, .second_derivative = rounded_once}};

  using Lanes = f32x4;
  static constexpr std::size_t unrolled_vectors = 1;

  template <class T>
  static T value(T x, const Parameters<T, 1>& parameters) {
    const auto& [alpha] = parameters;
    const T c = without_infinities(x);
    return c * (T(1.0) / sqrt(T(1.0) + alpha * (c * c)));
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 1>& parameters) {
    const auto& [alpha] = parameters;
    const T c = without_infinities(x);
    const T inverse = T(1.0) / sqrt(T(1.0) + alpha * (c * c));
    return inverse * inverse * inverse;
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 1>& parameters) {
    const auto& [alpha] = parameters;
    const T c = without_infinities(x);
    const T square = T(1.0) / (T(1.0) + alpha * (c * c));
    return T(-3.0) * alpha * c * square * square * sqrt(square);
  }

  static f32x4 value(f32x4 x, const Parameters<f32x4, 1>& parameters) {
    return in_double(value<f64x2>, x, parameters);
  }
  static f32x4 derivative(f32x4 x, const Parameters<f32x4, 1>& parameters) {
    return in_double(derivative<f64x2>, x, parameters);
  }

  static Properties properties(const Parameters<double, 1>& parameters) {
    const auto& [alpha] = parameters;
    if (alpha == 0)
      return {.range = all_reals, .monotone = true, .symmetry = Symmetry::odd, .identity_on = all_reals};
    const double bound = 1 / __builtin_sqrt(alpha);
    return {.range = open(-bound, bound),
            .monotone = true,
            .symmetry = Symmetry::odd,
            .saturates_left = true,
            .saturates_right = true};
  }
};

}  // namespace lab
