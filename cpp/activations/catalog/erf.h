#pragma once

#include "activations/activation.h"
#include "math/float32/error_function.h"
#include "math/float32/gaussian.h"
#include "math/without_infinities.h"

namespace lab {

/// Error function.
struct Erf {
  static constexpr ActivationInfo info{
      .key = "erf",
      .name = "Erf",
      .name_zh = "误差函数",
      .aliases = {},
      .family = Family::sigmoidal,
      .latex = R"(\operatorname{erf}(x) = \frac{2}{\sqrt{\pi}}\int_0^x e^{-t^2}\,dt)",
      .latex_derivative = R"(\frac{2}{\sqrt{\pi}}\,e^{-x^2})",
      .latex_second_derivative = R"(-\frac{4x}{\sqrt{\pi}}\,e^{-x^2})",
      .parameters = {},
      .code =
          {.pytorch_module = "",
           .pytorch = "torch.erf(x)",
           .keras = "keras.ops.erf(x)",
           .jax = "jax.lax.erf(x)",
           .onnx = "Erf",
           .javascript =
               "((t) => Math.sign(x) * (1 - ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - "
               "0.284496736) * t + 0.254829592) * t * Math.exp(-x * x)))(1 / (1 + 0.3275911 * Math.abs(x)))",
           .javascript_derivative = "(2 / Math.sqrt(Math.PI)) * Math.exp(-x * x)"},
      .paper = {},
      .accuracy = {.value = {.ulp = 1.5}, .derivative = {.ulp = 2.4}, .second_derivative = rounded_once}};

  using Lanes = f32x4;
  static constexpr std::size_t unrolled_vectors = 2;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return erf(x);
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    return T(2.0 / root_of_pi) * exp(-(x * x));
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    const T c = without_infinities(x);
    return T(-4.0 / root_of_pi) * c * exp(-(c * c));
  }

  static mask32x4 outside_tuned_range(f32x4 x, const Parameters<f32x4, 0>&) {
    return abs(x) > float32::gaussian_limit;
  }
  static f32x4 value(f32x4 x, const Parameters<f32x4, 0>&) { return float32::erf(x); }
  static f32x4 derivative(f32x4 x, const Parameters<f32x4, 0>&) {
    return float32::gaussian(x, static_cast<float>(2.0 / root_of_pi));
  }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = open(-1, 1),
            .monotone = true,
            .symmetry = Symmetry::odd,
            .saturates_left = true,
            .saturates_right = true};
  }

 private:
  static constexpr double root_of_pi = 1.7724538509055160;
};

}  // namespace lab
