#pragma once

#include "activations/activation.h"
#include "math/in_double.h"
#include "math/without_infinities.h"

namespace lab {

/// Softsign: saturates like 1/x, not exponentially.
struct Softsign {
  static constexpr ActivationInfo info{
      .key = "softsign",
      .name = "Softsign",
      .name_zh = "",
      .aliases = {"soft_sign"},
      .family = Family::sigmoidal,
      .latex = R"(\frac{x}{1 + |x|})",
      .latex_derivative = R"(\frac{1}{(1 + |x|)^2})",
      .latex_second_derivative = R"(-\frac{2\operatorname{sgn}(x)}{(1 + |x|)^3})",
      .parameters = {},
      .code = {.pytorch_module = "nn.Softsign()",
               .pytorch = "F.softsign(x)",
               .keras = "keras.activations.softsign(x)",
               .jax = "jax.nn.soft_sign(x)",
               .onnx = "Softsign",
               .javascript = "x / (1 + Math.abs(x))",
               .javascript_derivative = "1 / (1 + Math.abs(x)) ** 2"},
      .paper = {.authors = "Turian, Bergstra, Bengio",
                .year = 2009,
                .title = "Quadratic Features and Deep Architectures for Chunking",
                .url = "https://aclanthology.org/N09-2062/"},
      .accuracy = {.value = rounded_once, .derivative = rounded_once, .second_derivative = rounded_once}};

  using Lanes = f32x4;
  static constexpr std::size_t unrolled_vectors = 1;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    const T c = without_infinities(x);
    return c * (T(1.0) / (T(1.0) + abs(c)));
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    const T inverse = T(1.0) / (T(1.0) + abs(without_infinities(x)));
    return inverse * inverse;
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    const T inverse = T(1.0) / (T(1.0) + abs(x));
    return select(x == T(0.0), T(0.0), copysign(T(2.0) * inverse * inverse * inverse, -x));
  }

  static f32x4 value(f32x4 x, const Parameters<f32x4, 0>& parameters) {
    return in_double(value<f64x2>, x, parameters);
  }
  static f32x4 derivative(f32x4 x, const Parameters<f32x4, 0>& parameters) {
    return in_double(derivative<f64x2>, x, parameters);
  }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = open(-1, 1),
            .monotone = true,
            .symmetry = Symmetry::odd,
            .saturates_left = true,
            .saturates_right = true};
  }
};

}  // namespace lab
