#pragma once

#include "activations/activation.h"
#include "math/float32/gaussian.h"
#include "math/without_infinities.h"

namespace lab {

/// Gaussian: radial basis function.
struct Gaussian {
  static constexpr ActivationInfo info{
      .key = "gaussian",
      .name = "Gaussian",
      .name_zh = "Gaussian（高斯函数）",
      .aliases = {"rbf"},
      .family = Family::radial,
      .latex = "e^{-x^2}",
      .latex_derivative = R"(-2x\,e^{-x^2})",
      .latex_second_derivative = R"((4x^2 - 2)\,e^{-x^2})",
      .parameters = {},
      .code = {.pytorch_module = "",
               .pytorch = "torch.exp(-x * x)",
               .keras = "keras.ops.exp(-x * x)",
               .jax = "jnp.exp(-x * x)",
               .onnx = "",
               .javascript = "Math.exp(-x * x)",
               .javascript_derivative = "-2 * x * Math.exp(-x * x)"},
      .paper = {.authors = "Broomhead, Lowe",
                .year = 1988,
                .title = "Multivariable Functional Interpolation and Adaptive Networks",
                .url = "https://www.complex-systems.com/abstracts/v02_i03_a05/"},
      .accuracy = {.value = {.ulp = 1.3}, .derivative = {.ulp = 2.2}, .second_derivative = rounded_once}};

  using Lanes = f32x4;
  static constexpr std::size_t unrolled_vectors = 2;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return exp(-(x * x));
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    return T(-2.0) * without_infinities(x) * exp(-(x * x));
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    const T c = without_infinities(x);
    return (T(4.0) * c * c - T(2.0)) * exp(-(c * c));
  }

  static mask32x4 outside_tuned_range(f32x4 x, const Parameters<f32x4, 0>&) {
    return abs(x) > float32::gaussian_limit;
  }
  static f32x4 value(f32x4 x, const Parameters<f32x4, 0>&) { return float32::gaussian(x, 1.0f); }
  static f32x4 derivative(f32x4 x, const Parameters<f32x4, 0>&) {
    return float32::gaussian(x, 1.0f) * (x * -2.0f);
  }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = open_closed(0, 1),
            .monotone = false,
            .symmetry = Symmetry::even,
            .saturates_left = true,
            .saturates_right = true};
  }
};

}  // namespace lab
